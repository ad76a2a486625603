//! Papers in a row, joined by 或, 及, 、 and /: one expression.

use crate::catalog::Holder;

use super::brackets::{self, ISSUED, Said};
use super::coverage;
use super::letters::{Look, Piece, bracket, outside};
use super::lexicon::Lexicon;
use super::parts::{Role, Span};
use super::roles::Roles;
use super::wording::{Covers, Diagnostic, Doubt, Node, NodeKind, Paper, Trouble};

/// Words that ask for a paper and say nothing else.
pub(super) const FILLERS: [&str; 24] = [
    "请上传",
    "请提交",
    "请提供",
    "需提供",
    "须提供",
    "需提交",
    "须提交",
    "需上传",
    "提供",
    "提交",
    "上传",
    "出具",
    "需",
    "须",
    "新版",
    "旧版",
    "及",
    "以及",
    "必须",
    "应提供",
    "具备",
    "持有",
    "可提供",
    "还需提供",
];

/// What the names of papers end with.
const ENDINGS: [&str; 49] = [
    "许可证",
    "证书",
    "证明",
    "证",
    "执照",
    "驾照",
    "牌照",
    "许可",
    "批文",
    "批复",
    "批准文件",
    "文件",
    "函",
    "函件",
    "书",
    "协议",
    "合同",
    "备案",
    "备案表",
    "材料",
    "截图",
    "照片",
    "名单",
    "名录",
    "规则",
    "机制",
    "方案",
    "报告",
    "表",
    "表格",
    "公告",
    "发票",
    "商标",
    "声明",
    "凭证",
    "豁免书",
    "公报",
    "政策",
    "列表",
    "样本",
    "资质",
    "登记",
    "编码",
    "标识牌",
    "确认书",
    "措施",
    "证件",
    "注册",
    "简历",
];

/// Whoever applies.
const OWN: [&str; 9] =
    ["小程序主体", "申请主体", "小程序申请者", "申请者", "申请人", "主体", "代理商", "本单位", "小程序运营主体"];

/// What is said of the copy of a paper, not of the paper.
const COPIES: [&str; 9] = [
    "原件及翻译件",
    "原件+翻译件",
    "+翻译件",
    "正反面",
    "扫描件",
    "复印件",
    "原件",
    "（原件及中英文翻译件）",
    "页面展示",
];

/// Words that join: those that bind least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    Or,
    And,
    /// 、 alone: everything, or, before a last 或, alternatives.
    List,
    Slash,
}

/// Reads papers from pieces of a wording.
pub(super) struct Papers<'l, 'r> {
    /// The names that are known.
    pub(super) lexicon: &'l Lexicon,
    /// What is read.
    pub(super) roles: &'r mut Roles,
    /// What is wrong.
    pub(super) diagnostics: &'r mut Vec<Diagnostic>,
}

/// What a piece asks for.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The papers.
    pub(super) node: Option<Node>,
    /// For whom they are.
    pub(super) applicant: Option<Span>,
}

#[derive(Debug, Default)]
struct Row {
    nodes: Vec<Node>,
    joins: Vec<Join>,
    join: Option<Join>,
    applicant: Option<Span>,
}

impl Papers<'_, '_> {
    /// Reads as many papers as there are.
    pub(super) fn read(&mut self, piece: Piece<'_>) -> Found {
        let mut row = Row::default();
        let mut rest = piece.trim();
        while let Some(next) = self.step(rest, &mut row) {
            rest = next.trim();
        }
        let applicant = row.applicant;
        Found { node: self.joined(row), applicant }
    }

    /// Reads whatever stands first; what follows it. None at the end, or where nothing can be read.
    fn step<'a>(&mut self, rest: Piece<'a>, row: &mut Row) -> Option<Piece<'a>> {
        let first = rest.first()?;
        if !row.nodes.is_empty()
            && row.join.is_none()
            && let Some(next) = self.about_last(rest, row)
        {
            let said = rest.cut(rest.len().saturating_sub(next.len())).0.trim_end_marks();
            if let (Some(said), Some(last)) = (said.span(), row.nodes.last_mut()) {
                last.span.end = last.span.end.max(said.end);
            }
            return Some(next);
        }
        if matches!(first.c, '；' | '。' | '，' | '：') {
            let (mark, next) = rest.cut(1);
            self.roles.claim(mark, Role::Filler);
            return Some(next);
        }
        if row.nodes.len() > row.joins.len()
            && row.join.is_none()
            && let Some((join, word, next)) = join_at(rest)
        {
            self.roles.claim(word, Role::Connective);
            row.join = Some(join);
            return Some(next);
        }
        if let Some((paper, span, next)) = self.paper(rest) {
            let join = row.join.take();
            let mut paper = paper;
            let is_choice = matches!(join, Some(Join::Or | Join::Slash));
            let is_bare = matches!(join, Some(Join::And | Join::List)) && first.c == '《';
            if (is_choice || is_bare) && paper.issuer.is_none() && span.start == paper.name.start {
                // “该公司的《…》或《…》”: both are that company's.
                let is_partners = papers(&mut row.nodes).next().is_some_and(|before| before.holder == Holder::Partner);
                let names_whom = rest.after_any(&["与", "和", "同"]).is_some();
                if is_partners && !names_whom {
                    paper.holder = Holder::Partner;
                }
            }
            if !row.nodes.is_empty() {
                row.joins.push(join.unwrap_or(Join::List));
            }
            row.nodes.push(Node { span, kind: NodeKind::Paper(paper), doubt: None });
            return Some(next);
        }
        if let Some((filler, next)) = rest.after_any(&FILLERS) {
            self.roles.claim(filler, Role::Filler);
            return Some(next);
        }
        if first.c == '（' {
            let (said, next) = brackets::read(rest, self.roles)?;
            if let Said::For(applicant) = said {
                row.applicant = Some(applicant);
            }
            return Some(next);
        }
        // Nothing can be made of this; go on behind it.
        let end = outside(rest)
            .into_iter()
            .skip(1)
            .find(|&at| rest.get(at).is_some_and(|letter| matches!(letter.c, '；' | '。' | '，' | '、' | '《' | '\n')));
        rest.get(end?..)
    }

    /// What is said of the last paper: its coverage, count, applicants, copies.
    fn about_last<'a>(&mut self, rest: Piece<'a>, row: &mut Row) -> Option<Piece<'a>> {
        if let Some((copy, next)) = rest.after_any(&COPIES) {
            self.roles.claim(copy, Role::Note);
            return Some(next);
        }
        // “，加盖公章”: how the copy is made.
        if rest.after("，").unwrap_or(rest).trim().after("加盖").is_some() {
            let end = outside(rest)
                .into_iter()
                .skip(1)
                .find(|&at| rest.get(at).is_some_and(|l| matches!(l.c, '，' | '；' | '。')));
            let (made, next) = rest.cut(end.unwrap_or(rest.len()));
            self.roles.claim(made, Role::Note);
            return Some(next);
        }
        if let Some(next) = rest.after("即") {
            let end = outside(next)
                .into_iter()
                .find(|&at| {
                    join_at(next.cut(at).1).is_some() || next.get(at).is_some_and(|l| matches!(l.c, '；' | '。' | '，'))
                })
                .unwrap_or(next.len());
            let taken = rest.len().saturating_sub(next.len().saturating_sub(end));
            self.roles.claim(rest.cut(taken).0, Role::Note);
            return Some(rest.cut(taken).1);
        }
        if let Some((found, next)) = coverage::after_paper(rest, self.roles) {
            if let Some(paper) = papers(&mut row.nodes).next() {
                paper.covers.extend(found.groups);
            }
            return Some(next);
        }
        if rest.first()?.c != '（' || super::threshold::at_start(rest).is_some() {
            return None;
        }
        if let Some(next) = self.alternatives(rest, row) {
            return Some(next);
        }
        let (said, next) = brackets::read(rest, self.roles)?;
        // Alternatives before it share a number of copies.
        let alternatives = row.joins.iter().rev().take_while(|join| matches!(join, Join::Or | Join::Slash)).count();
        let mut about = papers(&mut row.nodes);
        match said {
            Said::Covers(found) => about.next()?.covers.extend(found.groups),
            Said::Count(count, true) => about.for_each(|paper| paper.count = count),
            Said::Count(count, false) => {
                about
                    .take(alternatives.saturating_add(1))
                    .filter(|paper| paper.count == 1)
                    .for_each(|paper| paper.count = count);
            }
            Said::For(applicant) => row.applicant = Some(applicant),
            Said::Issuer(issuer) => about.next()?.issuer = Some(issuer),
            Said::Remark => {}
        }
        Some(next)
    }

    /// “（或《…》、《…》）”: papers that may stand for the last one.
    fn alternatives<'a>(&mut self, rest: Piece<'a>, row: &mut Row) -> Option<Piece<'a>> {
        let (inside, close) = rest.cut(bracket(rest)?);
        let (open, inside) = inside.cut(1);
        let papers = inside.trim().after("或")?;
        let mut others = Row::default();
        let mut left = papers.trim();
        while let Some(next) = self.step(left, &mut others) {
            left = next.trim();
        }
        let last = row.nodes.pop()?;
        let (close, next) = close.cut(1);
        for joining in [open, inside.cut(inside.len().saturating_sub(papers.len())).0, close] {
            self.roles.claim(joining, Role::Connective);
        }
        row.nodes.extend(group(std::iter::once(last).chain(others.nodes).collect(), true));
        Some(next)
    }

    /// The paper that a piece begins with, where it stands, and what follows.
    fn paper<'a>(&mut self, rest: Piece<'a>) -> Option<(Paper, Span, Piece<'a>)> {
        if let Some(read) = self.known(rest, rest.cut(0).0) {
            return Some(read);
        }
        // “两家或以上的培训机构合作协议”: how many comes first.
        if let Some((count, many)) = brackets::count(rest) {
            let (taken, next) = rest.cut(many);
            let next = next.trim();
            let next = next.after("的").unwrap_or(next).trim();
            let read = self.paper(next)?;
            self.roles.claim(rest.cut(rest.len().saturating_sub(next.len())).0, Role::Count);
            let (mut paper, span, after) = read;
            paper.count = paper.count.max(count);
            return Some((paper, Span { start: taken.span()?.start, end: span.end }, after));
        }
        if let Some((filler, next)) = rest.after_any(&FILLERS)
            && (next.trim().first()?.c == '《'
                || self.lexicon.at_start(next.trim()).is_some()
                || next.after("与").is_some()
                || brackets::count(next.trim()).is_some())
        {
            let read = self.paper(next.trim())?;
            self.roles.claim(filler, Role::Filler);
            return Some(read);
        }
        let end = phrase_end(rest);
        let (phrase, _) = rest.cut(end);
        // “合作医院的《…》”, “省级…颁发的《…》”: words before a name.
        let quoted = rest.iter().position(|letter| letter.c == '《').filter(|at| *at <= end);
        if let Some(at) = quoted {
            let (before, name) = rest.cut(at);
            return self.known(name, before).or_else(|| self.quoted(name, before));
        }
        for at in (0..phrase.len()).rev() {
            let (before, name) = rest.cut(at);
            if before.last().is_some_and(|last| last.c == '的')
                && let Some(read) = self.known(name, before)
            {
                return Some(read);
            }
        }
        if let Some((filler, next)) = rest.after_any(&FILLERS)
            && let Some(read) = self.paper(next.trim())
        {
            self.roles.claim(filler, Role::Filler);
            return Some(read);
        }
        let name = phrase.trim();
        if !name.ends_with_any(&ENDINGS) {
            return None;
        }
        self.roles.claim(name, Role::Name);
        let span = name.span()?;
        self.diagnostics.push(Diagnostic { span, what: Trouble::UnknownPaper });
        Some((paper_of(span), span, rest.cut(end).1))
    }

    /// A known paper that begins at `rest`, with the words that stand before it.
    fn known<'a>(&mut self, rest: Piece<'a>, before: Piece<'a>) -> Option<(Paper, Span, Piece<'a>)> {
        let (name, known) = self.lexicon.at_start(rest)?;
        let next = rest.cut(name.len()).1;
        let ends = next.trim().first().is_none_or(|letter| !letter.c.is_alphanumeric())
            || name.last()?.c == '》'
            || join_at(next.trim()).is_some()
            || next.trim().after_any(&COPIES).is_some()
            || next.trim().after_any(&["且", "经营范围", "即", "含", "适用", "范围"]).is_some();
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
        let start = before.trim().span().map_or(span.start, |before| before.start);
        Some((paper, Span { start, end: span.end }, next))
    }

    /// A paper in 《》 that the registry does not have.
    fn quoted<'a>(&mut self, rest: Piece<'a>, before: Piece<'a>) -> Option<(Paper, Span, Piece<'a>)> {
        let end = bracket(rest)?.saturating_add(1);
        let after = rest.cut(end).1;
        let more = if join_at(after.trim()).is_some() { 0 } else { phrase_end(after) };
        let tail = after.cut(more).0.trim();
        let end = if tail.len() < 20 && tail.ends_with_any(&ENDINGS) { end.saturating_add(more) } else { end };
        let agreed = before.has_any(&["与", "同"]) && !before.has_any(&ISSUED);
        let (name, next) = rest.cut(end);
        let name: Piece<'a> = name.trim();
        self.roles.claim(name, Role::Name);
        let mut span = name.span()?;
        if agreed {
            self.roles.claim(before, Role::Name);
            span.start = before.trim().span()?.start;
        }
        self.diagnostics.push(Diagnostic { span, what: Trouble::UnknownPaper });
        let mut paper = paper_of(span);
        if !agreed {
            self.before(before, &mut paper);
        }
        let start = before.trim().span().map_or(span.start, |before| before.start);
        Some((paper, Span { start, end: span.end }, next))
    }

    /// What the words before a name say: how many, who issues it, whose it is.
    fn before(&mut self, before: Piece<'_>, paper: &mut Paper) {
        let mut words = before.trim();
        while let Some((filler, rest)) = words.after_any(&FILLERS) {
            self.roles.claim(filler, Role::Filler);
            words = rest.trim();
        }
        if let Some((count, many)) = brackets::count(words) {
            let (taken, rest) = words.cut(many);
            self.roles.claim(taken, Role::Count);
            paper.count = count;
            words = rest.trim();
        }
        let words = words.trim();
        let Some(span) = words.span() else { return };
        let who = words.before("的").unwrap_or(words);
        let is_own = |own: &str| who.after(own).is_some_and(|rest| rest.is_empty() || rest.after("在").is_some());
        if OWN.iter().any(|own| is_own(own)) || words.text() == "的" {
            self.roles.claim(words, Role::Holder);
        } else if who.ends_with_any(&ISSUED) || who.ends_with_any(&["部门", "局", "交易所", "委员会", "合法"])
        {
            self.roles.claim(words, Role::Issuer);
            paper.issuer = issuer(who).span().or(Some(span));
        } else {
            self.roles.claim(words, Role::Holder);
            paper.holder = Holder::Partner;
        }
    }

    /// The papers of a row as one node.
    fn joined(&mut self, row: Row) -> Option<Node> {
        let Row { mut nodes, mut joins, .. } = row;
        let has = |joins: &[Join], join| joins.contains(&join);
        fold(&mut nodes, &mut joins, Join::Slash, true);
        let mixed = has(&joins, Join::Or) && (has(&joins, Join::And) || has(&joins, Join::List));
        // “A、B 或 C” is a list of alternatives.
        let is_list = mixed
            && !has(&joins, Join::And)
            && joins.iter().filter(|join| **join == Join::Or).count() == 1
            && joins.last() == Some(&Join::Or);
        if is_list {
            joins.iter_mut().for_each(|join| *join = Join::Or);
        }
        fold(&mut nodes, &mut joins, Join::And, false);
        fold(&mut nodes, &mut joins, Join::List, false);
        fold(&mut nodes, &mut joins, Join::Or, true);
        let mut node = nodes.into_iter().next()?;
        if mixed {
            node.doubt = Some(Doubt::Mixed);
            self.diagnostics.push(Diagnostic { span: node.span, what: Trouble::Doubt(Doubt::Mixed) });
        }
        Some(node)
    }
}

/// The papers of some nodes, the last first.
fn papers(nodes: &mut [Node]) -> impl Iterator<Item = &mut Paper> {
    nodes.iter_mut().rev().filter_map(|node| match &mut node.kind {
        NodeKind::Paper(paper) => Some(paper),
        _ => None,
    })
}

/// Makes one node of every run that this word joins.
fn fold(nodes: &mut Vec<Node>, joins: &mut Vec<Join>, join: Join, any: bool) {
    let same = |one: Join| one == join || (join == Join::And && one == Join::List);
    let mut folded: Vec<Vec<Node>> = Vec::new();
    let mut left = Vec::new();
    for (at, node) in std::mem::take(nodes).into_iter().enumerate() {
        match at.checked_sub(1).and_then(|before| joins.get(before)) {
            Some(&before) if same(before) => {
                if let Some(run) = folded.last_mut() {
                    run.push(node);
                }
            }
            Some(&before) => {
                left.push(before);
                folded.push(vec![node]);
            }
            None => folded.push(vec![node]),
        }
    }
    *joins = left;
    nodes.extend(folded.into_iter().filter_map(|run| group(run, any)));
}

/// One node of several; of one, itself. A group of the same kind takes its members in.
pub(super) fn group(members: Vec<Node>, any: bool) -> Option<Node> {
    let mut members = members;
    if members.len() < 2 {
        return members.pop();
    }
    let span = Span {
        start: members.iter().map(|member| member.span.start).min()?,
        end: members.iter().map(|member| member.span.end).max()?,
    };
    let kind = if any { NodeKind::Any(members) } else { NodeKind::All(members) };
    Some(Node { span, kind, doubt: None })
}

/// Who issues, without the verb: “由教育行政部门出具” is 教育行政部门.
fn issuer<'a>(who: Piece<'a>) -> Piece<'a> {
    let mut who = who.after_any(&["由", "经"]).map_or(who, |(_, rest)| rest);
    while let Some(before) = ISSUED.iter().chain(&["合法"]).find_map(|verb| who.before(verb)) {
        who = before.trim();
    }
    who
}

fn paper_of(name: Span) -> Paper {
    Paper { name, document: None, covers: Vec::new(), count: 1, holder: Holder::Own, issuer: None }
}

/// The joining word that a piece begins with.
fn join_at<'a>(piece: Piece<'a>) -> Option<(Join, Piece<'a>, Piece<'a>)> {
    let (word, rest) = piece.after_any(&["或者", "或", "以及", "及其", "及", "与", "和", "且", "、", "/", "并"])?;
    let join = match word.text().as_str() {
        "或" | "或者" => Join::Or,
        "/" => Join::Slash,
        "、" => Join::List,
        _ => Join::And,
    };
    Some((join, word, rest))
}

/// Where a phrase without 《》 ends: at a mark, a bracket, or a word that joins it to the next paper.
fn phrase_end(piece: Piece<'_>) -> usize {
    let found = outside(piece).into_iter().find(|&at| {
        let (before, after) = piece.cut(at);
        let Some(letter) = after.first() else { return true };
        match letter.c {
            '；' | '。' | '，' | '：' | '\n' => true,
            '原' | '+' => after.after_any(&["原件及翻译件", "原件+翻译件", "+翻译件"]).is_some(),
            '、' | '/' | '或' | '及' | '以' | '与' | '和' | '且' => {
                join_at(after).is_some() && before.trim().ends_with_any(&ENDINGS)
            }
            _ => false,
        }
    });
    let limit = found.unwrap_or(piece.len());
    // A bracket ends the phrase, unless the phrase goes on behind it.
    let open = piece.cut(limit).0.iter().position(|letter| letter.c == '（');
    match open {
        Some(at) => {
            let (_, from) = piece.cut(at);
            let behind = bracket(from).map_or(&[][..], |end| from.cut(end.saturating_add(1)).1);
            let goes_on = behind.first().is_some_and(|next| next.c.is_alphanumeric())
                && join_at(behind).is_none()
                && behind.after_any(&COPIES).is_none();
            if goes_on && at > 0 && limit > at { limit } else { at }
        }
        None => limit,
    }
}
