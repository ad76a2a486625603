//! Items: whom they are for, how many of what stands below is needed, and their papers.

use crate::catalog::Holder;

use super::Reader;
use super::brackets;
use super::joining::group;
use super::letters::{Look, Piece, pieces, place_where};
use super::lexicon::Lexicon;
use super::outline::Item;
use super::paper::FILLERS;
use super::parts::{Role, Span};
use super::threshold::{self, Threshold};
use super::wording::{Doubt, Node, NodeKind, Trouble};

/// What a title ends with that names papers instead of applicants.
const TITLES: &str = "材料 资料 证件 文件 如下 资质 协议 以下资料 内容 开放 要求 合作协议 如下所示 之一 材料资质 场景";

/// Says that something is not asked for. What that is has many forms; none of them is read.
const NOT_ASKED: &str = "无需 无须 不需 毋需 不必 不用 免提供 不要求 无要求 暂无";

/// What ends the name of an applicant: “…主体提供：”, “…，需提供：”.
const PROVIDES: &str = "需同时提供 同时提供 需提供 须提供 需提交 须提交 请提供 提供 提交 需 须 ，";

/// What the lines of an item say.
#[derive(Default)]
struct Said {
    applicant: Option<Span>,
    threshold: Option<(Threshold, Span)>,
    nodes: Vec<Node>,
    on_request: Option<Span>,
    /// The papers below are a partner's: “合作机构的许可证件：”.
    of_partner: bool,
}

impl Said {
    /// What another line adds.
    fn add(&mut self, mut other: Self) {
        self.applicant = other.applicant.or(self.applicant);
        self.threshold = other.threshold.or(self.threshold);
        self.on_request = other.on_request.or(self.on_request);
        self.of_partner |= other.of_partner;
        self.nodes.append(&mut other.nodes);
    }
}

impl Reader<'_> {
    /// What an item asks for.
    pub(super) fn item(&mut self, item: &Item<'_>) -> Option<Node> {
        let span = item.span()?;
        let mut said = Said::default();
        let mut is_asked = item.lines.is_empty();
        for line in &item.lines {
            if line.place(NOT_ASKED).is_none() {
                is_asked = true;
                self.next_line(line, &mut said);
            }
        }
        if !is_asked {
            return None;
        }
        let mut below = Vec::new();
        for item in &item.items {
            below.extend(self.item(item));
        }
        if said.of_partner {
            below.iter_mut().for_each(give_to_partner);
        }
        let mut asked = said.nodes;
        if below.is_empty() {
            std::mem::swap(&mut asked, &mut below);
        }
        asked.extend(self.listed(below, said.threshold, span));
        if let Some(channel) = said.on_request {
            asked.insert(0, Node { span: channel, kind: NodeKind::OnRequest, doubt: None });
        }
        let mut then = group(asked, false);
        if let Some(node) = &mut then
            && !matches!(node.kind, NodeKind::Paper(_))
        {
            node.span = span;
        }
        asked_of(said.applicant, then, span)
    }

    /// The members of a list under its heading.
    fn listed(&mut self, members: Vec<Node>, threshold: Option<(Threshold, Span)>, span: Span) -> Option<Node> {
        let many = members.len();
        let (any, doubt) = match threshold {
            Some((Threshold::Of(of, least), place)) => {
                if of != many && many > 1 && of != members.iter().map(choices).fold(0, usize::saturating_add) {
                    self.tell(place, Trouble::Count { said: of, found: many });
                }
                if least > 1 {
                    let least = u32::try_from(least.min(many)).unwrap_or(u32::MAX);
                    return (many > 0).then_some(Node { span, kind: NodeKind::AtLeast(least, members), doubt: None });
                }
                (true, None)
            }
            Some((Threshold::All, _)) => (false, None),
            None if many < 2 => (false, None),
            None if members.iter().all(|member| matches!(member.kind, NodeKind::When { .. })) => {
                (true, Some(Doubt::ListOfBranches))
            }
            None => (false, Some(Doubt::ListOfAll)),
        };
        let mut node = group(members, any)?;
        if let Some(doubt) = doubt {
            node.doubt = Some(doubt);
            self.tell(span, Trouble::Doubt(doubt));
        }
        Some(node)
    }

    /// A further line of an item. Where it names other applicants than the line before, both are
    /// branches.
    fn next_line(&mut self, line: Piece<'_>, said: &mut Said) {
        let mut own = Said::default();
        self.line(line, &mut own);
        if own.applicant.is_none() || said.nodes.is_empty() || own.nodes.is_empty() {
            said.add(own);
            return;
        }
        if said.applicant.is_some() {
            let before =
                Said { applicant: said.applicant.take(), nodes: std::mem::take(&mut said.nodes), ..Said::default() };
            said.nodes.extend(self.branch(before));
        }
        said.nodes.extend(self.branch(own));
    }

    /// What the applicants of a line are asked for.
    fn branch(&mut self, said: Said) -> Option<Node> {
        let applicant = said.applicant?;
        let span = said.nodes.iter().fold(applicant, |all, node| all.and(node.span));
        let then = self.listed(said.nodes, said.threshold, span);
        asked_of(said.applicant, then, span)
    }

    /// One line of an item.
    fn line(&mut self, line: Piece<'_>, said: &mut Said) {
        if line.has_any("@") {
            self.channel(line, said);
            return;
        }
        let clauses = clauses(line, self.lexicon);
        if clauses.len() < 2 {
            self.plain(line, said);
            return;
        }
        let mut read = Vec::new();
        for clause in clauses {
            read.extend(self.clause(clause));
        }
        if let Some(span) = line.trim_end_marks().trim().span() {
            said.nodes.extend(self.listed(read, None, span));
        }
        for mark in line.chunks(1).filter(|mark| mark.equals_any("； ， 。")) {
            self.roles.claim(mark, Role::Filler);
        }
    }

    /// A clause that is for some applicants.
    fn clause(&mut self, clause: Piece<'_>) -> Option<Node> {
        let mut said = Said::default();
        self.plain(clause, &mut said);
        let span = clause.trim_end_marks().trim().span()?;
        let then = self.listed(said.nodes, said.threshold, span);
        asked_of(said.applicant, then, span)
    }

    /// A line or clause: headings and applicants first, then papers.
    fn plain(&mut self, line: Piece<'_>, said: &mut Said) {
        let mut rest = line.trim();
        if rest.ends_with_any("场景 情形") {
            self.roles.claim(rest, Role::Note);
            return;
        }
        // “…适用类别：…” stands behind the papers.
        if let Some(at) = rest.find("适用类别：") {
            let (papers, suffix) = rest.cut(at);
            self.roles.claim(suffix, Role::Applicant);
            said.applicant = suffix.skip_any("适用类别：").trim_end_marks().trim().span().or(said.applicant);
            rest = papers.trim();
        }
        loop {
            if let Some((threshold, words, after)) = threshold::at_start(rest) {
                self.heading(threshold, words, said);
                rest = self.marks(after).trim();
            } else if let Some(after) = self.prefix(rest, said) {
                rest = after.trim();
            } else {
                break;
            }
        }
        let found = self.papers(rest);
        said.applicant = found.applicant.or(said.applicant);
        said.nodes.extend(found.node);
    }

    fn heading(&mut self, threshold: Threshold, words: Piece<'_>, said: &mut Said) {
        self.roles.claim(words, Role::Heading);
        said.threshold = words.span().map(|span| (threshold, span));
    }

    /// Claims the marks that a piece begins with.
    fn marks<'a>(&mut self, piece: Piece<'a>) -> Piece<'a> {
        let many = piece.iter().take_while(|letter| "：，； ".contains(letter.c)).count();
        let (marks, rest) = piece.cut(many);
        self.roles.claim(marks.trim(), Role::Filler);
        rest
    }

    /// “公立学校：”, “培训机构主体，提供（②选①）：”, “资质如下：”: what stands before the papers.
    fn prefix<'a>(&mut self, rest: Piece<'a>, said: &mut Said) -> Option<Piece<'a>> {
        // “经营范围包含：…” is said of a paper.
        let colon = rest.place("：").filter(|&at| !rest.cut(at).0.ends_with_any("含 包括 为"));
        let (title, mut after) = match colon.or_else(|| provides(rest, self.lexicon)) {
            Some(at) => rest.cut(at),
            None => threshold::at_end(rest).map(|_| rest.cut(rest.len()))?,
        };
        if colon.is_some() {
            let (mark, behind) = after.cut(1);
            self.roles.claim(mark, Role::Filler);
            after = behind;
        }
        self.title(title.trim(), said);
        Some(after)
    }

    /// What stands before a colon.
    fn title(&mut self, title: Piece<'_>, said: &mut Said) {
        let mut title = title;
        if let Some((threshold, words, before)) = threshold::at_end(title) {
            self.heading(threshold, words, said);
            title = before.trim();
        }
        while let Some((before, filler)) = title.before_any(PROVIDES) {
            self.roles.claim(filler, Role::Filler);
            title = before.trim();
        }
        while let Some((filler, rest)) = title.after_any(FILLERS) {
            self.roles.claim(filler, Role::Filler);
            title = rest.trim();
        }
        if title.is_empty() {
            return;
        }
        if title.ends_with_any(TITLES) || title.has_any("《") {
            said.of_partner = title.starts_with_any("合作 该资质主体 该主体 与合作");
            self.roles.claim(title, Role::Note);
            return;
        }
        self.roles.claim(title, Role::Applicant);
        let who = title.after("【").and_then(|inside| inside.before("】"));
        said.applicant = who.unwrap_or(title).span();
    }

    /// A line that sends applications to a mail address.
    fn channel(&mut self, line: Piece<'_>, said: &mut Said) {
        let cut = line.find("申请邮件必须附上").unwrap_or(line.len());
        let (channel, rest) = line.cut(cut);
        self.roles.claim(channel, Role::Channel);
        said.on_request = channel.trim_end_marks().trim().span();
        if !rest.is_empty() {
            self.plain(rest, said);
        }
    }
}

/// What some applicants are asked for, or everybody.
fn asked_of(applicant: Option<Span>, then: Option<Node>, span: Span) -> Option<Node> {
    let Some(applicant) = applicant else { return then };
    Some(Node { span, kind: NodeKind::When { applicant, then: then.map(Box::new) }, doubt: None })
}

/// Every paper of a node is a partner's.
fn give_to_partner(node: &mut Node) {
    match &mut node.kind {
        NodeKind::All(members) | NodeKind::Any(members) | NodeKind::AtLeast(_, members) => {
            members.iter_mut().for_each(give_to_partner);
        }
        NodeKind::When { then: Some(then), .. } => give_to_partner(then),
        NodeKind::Paper(paper) => paper.holder = Holder::Partner,
        NodeKind::When { then: None, .. } | NodeKind::OnRequest => {}
    }
}

/// As how many alternatives an item may be counted: a choice in it counts as its own.
fn choices(node: &Node) -> usize {
    match &node.kind {
        NodeKind::Any(members) => members.len(),
        NodeKind::When { then: Some(then), .. } => choices(then),
        _ => 1,
    }
}

/// Where “…提供《…》” begins, behind the name of an applicant.
fn provides(rest: Piece<'_>, lexicon: &Lexicon) -> Option<usize> {
    let asking = "需提供 须提供 需提交 须提交 提供 提交";
    let at = place_where(rest, &|before, after| {
        let Some((_, next)) = after.after_any(asking) else { return false };
        let next = next.trim();
        (next.starts_with_any("《 所在地") || lexicon.at_start(next).is_some())
            && !before.trim().is_empty()
            && before.len() <= 24
            && !before.has_any("《 与 ；")
            && lexicon.named(before).is_none()
            && brackets::count(before).is_none()
    })?;
    let next = rest.cut(at).1.skip_any(asking).trim();
    Some(rest.until(next).len())
}

/// The clauses of a line, where each but the first begins with an applicant.
fn clauses<'a>(line: Piece<'a>, lexicon: &Lexicon) -> Vec<Piece<'a>> {
    let marks = "； ， 。";
    let mut clauses = pieces(line, &mut |from, at| {
        let Some((_, next)) = line.cut(at).1.after_any(marks) else { return false };
        let next = next.trim();
        let clause = next.cut(next.place(marks).unwrap_or(next.len())).0;
        let is_titled = clause.place("：").is_some_and(|at| {
            let title = clause.cut(at).0;
            !title.ends_with_any(TITLES) && !title.has_any("含 包括 《 为") && !is_bare(title)
        });
        let first = line.cut(from).1;
        (is_titled || provides(clause, lexicon).is_some())
            && (provides(first, lexicon).is_some() || first.find("：").is_some_and(|at| at > 1))
    });
    clauses.iter_mut().for_each(|clause| *clause = clause.skip_any(marks).trim());
    clauses.retain(|clause| !clause.is_empty());
    clauses
}

/// Only asks for papers, and names nobody.
fn is_bare(title: Piece<'_>) -> bool {
    let mut title = threshold::at_end(title).map_or(title, |(_, _, before)| before).trim();
    while let Some((_, rest)) = title.after_any(FILLERS).or_else(|| title.after_any(PROVIDES)) {
        title = rest.trim();
    }
    title.is_empty()
}
