//! One paper: its name, and the words before it that say how many, who issues it, whose it is.

use crate::catalog::Holder;

use super::Reader;
use super::brackets::{self, ISSUED};
use super::joining::join_at;
use super::letters::{Look, Piece, bracket, is_word, place_where};
use super::papers::COPIES;
use super::parts::{Role, Span};
use super::wording::{Covers, Paper, Trouble};

/// Words that ask for a paper and say nothing else.
pub(super) const FILLERS: &str = "请上传 请提交 请提供 需提供 须提供 需提交 须提交 需上传 提供 提交 上传 出具 需 须 \
    新版 旧版 及 以及 必须 应提供 具备 持有 可提供 还需提供";

/// What the names of papers end with.
const ENDINGS: &str = "许可证 证书 证明 证 执照 驾照 牌照 许可 批文 批复 批准文件 文件 函 函件 书 协议 合同 备案 备案表 \
    材料 截图 照片 名单 名录 规则 机制 方案 报告 表 表格 公告 发票 商标 声明 凭证 豁免书 公报 政策 列表 样本 资质 登记 \
    编码 标识牌 确认书 措施 证件 注册 简历";

/// Whoever applies.
const OWN: &str = "小程序主体 申请主体 小程序申请者 申请者 申请人 主体 代理商 本单位 小程序运营主体";

/// A paper, where it stands with the words before it, and what follows.
type Read<'a> = (Paper, Span, Piece<'a>);

impl Reader<'_> {
    /// The paper that a piece begins with.
    pub(super) fn paper<'a>(&mut self, rest: Piece<'a>) -> Option<Read<'a>> {
        if let Some(read) = self.known(rest, rest.cut(0).0) {
            return Some(read);
        }
        // “两家或以上的培训机构合作协议”: how many comes first.
        if let Some((count, many)) = brackets::count(rest) {
            let next = rest.cut(many).1.trim().skip_any("的").trim();
            let (mut paper, span, after) = self.paper(next)?;
            self.roles.claim(rest.until(next), Role::Count);
            paper.count = paper.count.max(count);
            return Some((paper, Span { start: rest.span()?.start, ..span }, after));
        }
        if let Some((filler, next)) = rest.after_any(FILLERS) {
            let next = next.trim();
            if next.first()?.c == '《'
                || self.lexicon.at_start(next).is_some()
                || next.after("与").is_some()
                || brackets::count(next).is_some()
            {
                let read = self.paper(next)?;
                self.roles.claim(filler, Role::Filler);
                return Some(read);
            }
        }
        let end = phrase_end(rest);
        // “合作医院的《…》”, “省级…颁发的《…》”: words before a name.
        let quoted = rest.iter().position(|letter| letter.c == '《').filter(|at| *at <= end);
        if let Some(at) = quoted {
            let (before, name) = rest.cut(at);
            return self.known(name, before).or_else(|| self.quoted(name, before));
        }
        for at in (0..end).rev() {
            let (before, name) = rest.cut(at);
            if before.last().is_some_and(|last| last.c == '的')
                && let Some(read) = self.known(name, before)
            {
                return Some(read);
            }
        }
        if let Some((filler, next)) = rest.after_any(FILLERS)
            && let Some(read) = self.paper(next.trim())
        {
            self.roles.claim(filler, Role::Filler);
            return Some(read);
        }
        let (phrase, next) = rest.cut(end);
        let name = phrase.trim();
        if !name.ends_with_any(ENDINGS) {
            return None;
        }
        self.roles.claim(name, Role::Name);
        let span = name.span()?;
        self.tell(span, Trouble::UnknownPaper);
        Some((paper_of(span), span, next))
    }

    /// A known paper that begins at `rest`, with the words that stand before it.
    fn known<'a>(&mut self, rest: Piece<'a>, before: Piece<'a>) -> Option<Read<'a>> {
        let (name, known) = self.lexicon.at_start(rest)?;
        let next = rest.cut(name.len()).1;
        let behind = next.trim();
        let ends = behind.first().is_none_or(|letter| !is_word(letter.c))
            || name.last()?.c == '》'
            || join_at(behind).is_some()
            || behind.starts_with_any(COPIES)
            || behind.starts_with_any("且 经营范围 即 含 适用 范围");
        if !ends {
            return None;
        }
        self.roles.claim(name, Role::Name);
        let span = name.span()?;
        let mut paper = paper_of(span);
        paper.document = Some(known.document.clone());
        if !known.covers.is_empty() {
            paper.covers.push(Covers { any: false, phrases: known.covers.clone() });
        }
        self.before(before, &mut paper);
        Some((paper, with(before, span), next))
    }

    /// A paper in 《》 that the registry does not have.
    fn quoted<'a>(&mut self, rest: Piece<'a>, before: Piece<'a>) -> Option<Read<'a>> {
        let end = bracket(rest)?.saturating_add(1);
        let (named, after) = rest.cut(end);
        if named.equals_any("《》") {
            return None;
        }
        let more = if join_at(after.trim()).is_some() { 0 } else { phrase_end(after) };
        let tail = after.cut(more).0.trim();
        let end = if tail.len() < 20 && tail.ends_with_any(ENDINGS) { end.saturating_add(more) } else { end };
        let (name, next) = rest.cut(end);
        let name = name.trim();
        self.roles.claim(name, Role::Name);
        let mut span = name.span()?;
        // “与…的《…》”: with whom it is agreed is part of its name.
        let is_agreed = before.has_any("与 同") && !before.has_any(ISSUED);
        if is_agreed {
            self.roles.claim(before, Role::Name);
            span = with(before, span);
        }
        self.tell(span, Trouble::UnknownPaper);
        let mut paper = paper_of(span);
        if !is_agreed {
            self.before(before, &mut paper);
        }
        Some((paper, with(before, span), next))
    }

    /// What the words before a name say: how many, who issues it, whose it is.
    fn before(&mut self, before: Piece<'_>, paper: &mut Paper) {
        let mut words = before.trim();
        while let Some((filler, rest)) = words.after_any(FILLERS) {
            self.roles.claim(filler, Role::Filler);
            words = rest.trim();
        }
        if let Some((count, many)) = brackets::count(words) {
            let (taken, rest) = words.cut(many);
            self.roles.claim(taken, Role::Count);
            paper.count = count;
            words = rest.trim();
        }
        let Some(span) = words.span() else { return };
        let who = words.before("的").unwrap_or(words);
        let is_own = |own: &str| who.after(own).is_some_and(|rest| rest.is_empty() || rest.after("在").is_some());
        let role = if who.is_empty() || OWN.split(' ').any(is_own) {
            Role::Holder
        } else if who.ends_with_any(ISSUED) || who.ends_with_any("部门 局 交易所 委员会 合法") {
            paper.issuer = issuer(who).span().or(Some(span));
            Role::Issuer
        } else {
            paper.holder = Holder::Partner;
            Role::Holder
        };
        self.roles.claim(words, role);
    }
}

/// Who issues, without the verb: “由教育行政部门出具” is 教育行政部门.
fn issuer(who: Piece<'_>) -> Piece<'_> {
    let mut who = who.skip_any("由 经");
    while let Some((before, _)) = who.before_any(ISSUED).or_else(|| who.before_any("合法")) {
        who = before.trim();
    }
    who
}

fn paper_of(name: Span) -> Paper {
    Paper { name, document: None, covers: Vec::new(), count: 1, holder: Holder::Own, issuer: None }
}

/// A place, together with the words before it.
fn with(before: Piece<'_>, span: Span) -> Span {
    before.trim().span().map_or(span, |before| before.and(span))
}

/// Where a phrase without 《》 ends: at a mark, a bracket, or a word that joins it to the next paper.
fn phrase_end(piece: Piece<'_>) -> usize {
    let end = place_where(piece, &|before, after| match after.first().map_or('。', |letter| letter.c) {
        '；' | '。' | '，' | '：' => true,
        '原' | '+' => after.starts_with_any("原件及翻译件 原件+翻译件 +翻译件"),
        '、' | '/' | '或' | '及' | '以' | '与' | '和' | '且' => {
            join_at(after).is_some() && before.trim().ends_with_any(ENDINGS)
        }
        _ => false,
    });
    let limit = end.unwrap_or(piece.len());
    // A bracket ends the phrase, unless the phrase goes on behind it.
    let open = piece.cut(limit).0.iter().position(|letter| letter.c == '（');
    let Some(at) = open else { return limit };
    let (_, from) = piece.cut(at);
    let behind = bracket(from).map_or(&[][..], |end| from.cut(end.saturating_add(1)).1);
    let goes_on = at > 0
        && behind.first().is_some_and(|next| is_word(next.c))
        && join_at(behind).is_none()
        && !behind.starts_with_any(COPIES);
    if goes_on { limit } else { at }
}
