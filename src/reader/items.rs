//! Items: whom they are for, how many of what stands below is needed, and their papers.

use crate::catalog::Holder;

use super::brackets;
use super::letters::{Look, Piece, outside};
use super::lexicon::Lexicon;
use super::outline::Item;
use super::papers::{FILLERS, Papers, group};
use super::parts::{Role, Span};
use super::roles::Roles;
use super::threshold::{self, Threshold};
use super::wording::{Diagnostic, Doubt, Node, NodeKind, Trouble};

/// What a title ends with that names papers instead of applicants.
const TITLES: [&str; 16] = [
    "材料",
    "资料",
    "证件",
    "文件",
    "如下",
    "资质",
    "协议",
    "以下资料",
    "内容",
    "开放",
    "要求",
    "合作协议",
    "如下所示",
    "之一",
    "材料资质",
    "场景",
];

/// What ends the name of an applicant: “…主体提供：”, “…，需提供：”.
const PROVIDES: [&str; 12] =
    ["需同时提供", "同时提供", "需提供", "须提供", "需提交", "须提交", "请提供", "提供", "提交", "需", "须", "，"];

/// Reads items.
pub(super) struct Reader<'l, 'r> {
    /// The names that are known.
    pub(super) lexicon: &'l Lexicon,
    /// What is read.
    pub(super) roles: &'r mut Roles,
    /// What is wrong.
    pub(super) diagnostics: &'r mut Vec<Diagnostic>,
}

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

impl Reader<'_, '_> {
    /// What an item asks for.
    pub(super) fn item(&mut self, item: &Item<'_>) -> Option<Node> {
        let span = item.span()?;
        let mut said = Said::default();
        for line in &item.lines {
            self.next_line(line, &mut said);
        }
        let mut below: Vec<Node> = item.items.iter().filter_map(|item| self.item(item)).collect();
        if said.of_partner {
            below.iter_mut().for_each(give_to_partner);
        }
        let mut asked = Vec::new();
        if below.is_empty() {
            asked.extend(self.listed(std::mem::take(&mut said.nodes), said.threshold, span));
        } else {
            asked.append(&mut said.nodes);
            asked.extend(self.listed(below, said.threshold, span));
        }
        if let Some(channel) = said.on_request {
            asked.insert(0, Node { span: channel, kind: NodeKind::OnRequest, doubt: None });
        }
        let then = group(asked, false).map(|node| match node.kind {
            NodeKind::Paper(_) => node,
            _ => Node { span, ..node },
        });
        match said.applicant {
            Some(applicant) => {
                Some(Node { span, kind: NodeKind::When { applicant, then: then.map(Box::new) }, doubt: None })
            }
            None => then,
        }
    }

    /// The members of a list under its heading.
    fn listed(&mut self, members: Vec<Node>, threshold: Option<(Threshold, Span)>, span: Span) -> Option<Node> {
        let many = members.len();
        let doubtful = |node: Option<Node>, doubt, reader: &mut Self| {
            let node = node.map(|node| Node { doubt: Some(doubt), ..node });
            reader.diagnostics.push(Diagnostic { span, what: Trouble::Doubt(doubt) });
            node
        };
        match threshold {
            Some((Threshold::Of(of, least), place)) => {
                if of != many && many > 1 && of != members.iter().map(choices).fold(0, usize::saturating_add) {
                    self.diagnostics.push(Diagnostic { span: place, what: Trouble::Count { said: of, found: many } });
                }
                if least <= 1 {
                    return group(members, true);
                }
                let least = u32::try_from(least.min(many)).unwrap_or(u32::MAX);
                (many > 0).then_some(Node { span, kind: NodeKind::AtLeast(least, members), doubt: None })
            }
            Some((Threshold::All, _)) => group(members, false),
            None if many < 2 => group(members, false),
            None if members.iter().all(|member| matches!(member.kind, NodeKind::When { .. })) => {
                doubtful(group(members, true), Doubt::ListOfBranches, self)
            }
            None => doubtful(group(members, false), Doubt::ListOfAll, self),
        }
    }

    /// A further line of an item. Where it names other applicants than the line before, both are
    /// branches.
    fn next_line(&mut self, line: Piece<'_>, said: &mut Said) {
        let mut own = Said::default();
        self.line(line, &mut own);
        let Some(applicant) = own.applicant.filter(|_| !said.nodes.is_empty() && !own.nodes.is_empty()) else {
            said.applicant = own.applicant.or(said.applicant);
            said.threshold = own.threshold.or(said.threshold);
            said.on_request = own.on_request.or(said.on_request);
            said.of_partner |= own.of_partner;
            said.nodes.append(&mut own.nodes);
            return;
        };
        if let Some(before) = said.applicant.take() {
            let asked = std::mem::take(&mut said.nodes);
            said.nodes.extend(self.branch(before, asked, None));
        }
        said.nodes.extend(self.branch(applicant, own.nodes, own.threshold));
    }

    /// What some applicants are asked for.
    fn branch(&mut self, applicant: Span, asked: Vec<Node>, threshold: Option<(Threshold, Span)>) -> Option<Node> {
        let end = asked.iter().map(|node| node.span.end).max().unwrap_or(applicant.end).max(applicant.end);
        let start = asked.iter().map(|node| node.span.start).min().unwrap_or(applicant.start).min(applicant.start);
        let span = Span { start, end };
        let then = self.listed(asked, threshold, span);
        Some(Node { span, kind: NodeKind::When { applicant, then: then.map(Box::new) }, doubt: None })
    }

    /// One line of an item.
    fn line(&mut self, line: Piece<'_>, said: &mut Said) {
        if line.has_any(&["@"]) {
            self.channel(line, said);
            return;
        }
        let clauses = clauses(line, self.lexicon);
        if clauses.len() > 1 {
            let read: Vec<Node> = clauses.iter().filter_map(|clause| self.clause(clause)).collect();
            if let Some(span) = line.trim_end_marks().trim().span() {
                said.nodes.extend(self.listed(read, None, span));
            }
            for mark in line.chunks(1).filter(|mark| mark.ends_with_any(&["；", "，", "。"])) {
                self.roles.claim(mark, Role::Filler);
            }
            return;
        }
        self.plain(line, said);
    }

    /// A clause that is for some applicants.
    fn clause(&mut self, clause: Piece<'_>) -> Option<Node> {
        let mut said = Said::default();
        self.plain(clause, &mut said);
        let span = clause.trim_end_marks().trim().span()?;
        let then = self.listed(said.nodes, said.threshold, span);
        match said.applicant {
            Some(applicant) => {
                Some(Node { span, kind: NodeKind::When { applicant, then: then.map(Box::new) }, doubt: None })
            }
            None => then,
        }
    }

    /// A line or clause: headings and applicants first, then papers.
    fn plain(&mut self, line: Piece<'_>, said: &mut Said) {
        let mut rest = line.trim();
        if rest.ends_with_any(&["场景", "情形"]) {
            self.roles.claim(rest, Role::Note);
            return;
        }
        // “…适用类别：…” stands behind the papers.
        let suffix = rest.find("适用类别：");
        let (papers, suffix) = rest.cut(suffix.unwrap_or(rest.len()));
        if let Some(who) = suffix.after("适用类别：") {
            self.roles.claim(suffix, Role::Applicant);
            said.applicant = who.trim_end_marks().trim().span().or(said.applicant);
            rest = papers.trim();
        }
        loop {
            rest = rest.trim();
            if let Some((threshold, words, after)) = threshold::at_start(rest) {
                self.roles.claim(words, Role::Heading);
                said.threshold = words.span().map(|span| (threshold, span));
                rest = self.marks(after);
                continue;
            }
            match self.prefix(rest, said) {
                Some(after) => rest = after,
                None => break,
            }
        }
        let found = Papers { lexicon: self.lexicon, roles: self.roles, diagnostics: self.diagnostics }.read(rest);
        said.applicant = found.applicant.or(said.applicant);
        said.nodes.extend(found.node);
    }

    /// Claims the marks that a piece begins with.
    fn marks<'a>(&mut self, piece: Piece<'a>) -> Piece<'a> {
        let many = piece.iter().take_while(|letter| matches!(letter.c, '：' | '，' | '；' | ' ')).count();
        let (marks, rest) = piece.cut(many);
        self.roles.claim(marks.trim(), Role::Filler);
        rest
    }

    /// “公立学校：”, “培训机构主体，提供（②选①）：”, “资质如下：”: what stands before the papers.
    fn prefix<'a>(&mut self, rest: Piece<'a>, said: &mut Said) -> Option<Piece<'a>> {
        let colon = outside(rest).into_iter().find(|&at| rest.get(at).is_some_and(|letter| letter.c == '：'));
        // “经营范围包含：…” is said of a paper.
        let colon = colon.filter(|&at| !rest.cut(at).0.ends_with_any(&["含", "包括", "为"]));
        let (title, after) = match colon {
            Some(at) => {
                let (title, after) = rest.cut(at);
                let (mark, after) = after.cut(1);
                self.roles.claim(mark, Role::Filler);
                (title, after)
            }
            None => match provides(rest, self.lexicon) {
                Some(at) => rest.cut(at),
                None if threshold::at_end(rest).is_some() => (rest, rest.cut(rest.len()).1),
                None => return None,
            },
        };
        self.title(title.trim(), said);
        Some(after)
    }

    /// What stands before a colon.
    fn title(&mut self, title: Piece<'_>, said: &mut Said) {
        let mut title = title;
        if let Some((threshold, words, before)) = threshold::at_end(title) {
            self.roles.claim(words, Role::Heading);
            said.threshold = words.span().map(|span| (threshold, span));
            title = before.trim();
        }
        while let Some(word) =
            PROVIDES.iter().filter(|word| title.before(word).is_some()).max_by_key(|word| word.chars().count())
        {
            let (before, filler) = title.cut(title.len().saturating_sub(word.chars().count()));
            self.roles.claim(filler, Role::Filler);
            title = before.trim();
        }
        while let Some((filler, rest)) = title.after_any(&FILLERS) {
            self.roles.claim(filler, Role::Filler);
            title = rest.trim();
        }
        if title.is_empty() {
            return;
        }
        if title.ends_with_any(&TITLES) || title.has_any(&["《"]) {
            said.of_partner = title.after_any(&["合作", "该资质主体", "该主体", "与合作"]).is_some();
            self.roles.claim(title, Role::Note);
            return;
        }
        self.roles.claim(title, Role::Applicant);
        let bare =
            if title.first().is_some_and(|first| first.c == '【') && title.last().is_some_and(|last| last.c == '】') {
                title.get(1..title.len().saturating_sub(1)).unwrap_or(title)
            } else {
                title
            };
        said.applicant = bare.span();
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
    let words = ["需提供", "须提供", "需提交", "须提交", "提供", "提交"];
    outside(rest).into_iter().find_map(|at| {
        let (before, after) = rest.cut(at);
        let (_, next) = after.after_any(&words)?;
        let next = next.trim();
        let is_paper = next.first().is_some_and(|first| first.c == '《')
            || lexicon.at_start(next).is_some()
            || next.after("所在地").is_some();
        let is_who = !before.trim().is_empty()
            && before.len() <= 24
            && !before.has_any(&["《", "与", "；"])
            && lexicon.named(before).is_none()
            && brackets::count(before).is_none();
        (is_paper && is_who).then(|| at.saturating_add(after.len().saturating_sub(next.len())))
    })
}

/// The clauses of a line, where each but the first begins with an applicant.
fn clauses<'a>(line: Piece<'a>, lexicon: &Lexicon) -> Vec<Piece<'a>> {
    let mut cuts = vec![0];
    for at in outside(line) {
        let (_, after) = line.cut(at);
        if !after.first().is_some_and(|letter| matches!(letter.c, '；' | '，' | '。')) {
            continue;
        }
        let next = after.cut(1).1.trim();
        let end = outside(next).into_iter().find(|&at| next.get(at).is_some_and(|l| matches!(l.c, '；' | '，' | '。')));
        let clause = next.cut(end.unwrap_or(next.len())).0;
        let titled = outside(clause).into_iter().find(|&at| clause.get(at).is_some_and(|l| l.c == '：'));
        let titled = titled.is_some_and(|at| {
            let title = clause.cut(at).0;
            !title.ends_with_any(&TITLES) && !title.has_any(&["含", "包括", "《", "为"]) && !is_bare(title)
        });
        let starts = titled || provides(clause, lexicon).is_some();
        let first = line.cut(cuts.last().copied().unwrap_or(0)).1;
        let first_is_for = provides(first, lexicon).is_some() || first.cut(first.find("：").unwrap_or(0)).0.len() > 1;
        if starts && first_is_for {
            cuts.push(at);
        }
    }
    let ends = cuts.iter().copied().skip(1).chain([line.len()]);
    let pieces = cuts.iter().copied().zip(ends);
    pieces.filter_map(|(start, end)| line.get(start..end)).map(strip).filter(|piece| !piece.is_empty()).collect()
}

/// Only asks for papers, and names nobody.
fn is_bare(title: Piece<'_>) -> bool {
    let mut title = threshold::at_end(title).map_or(title, |(_, _, before)| before).trim();
    while let Some((_, rest)) = title.after_any(&FILLERS).or_else(|| title.after_any(&PROVIDES)) {
        title = rest.trim();
    }
    title.is_empty()
}

fn strip<'a>(piece: Piece<'a>) -> Piece<'a> {
    piece.after_any(&["；", "，", "。"]).map_or(piece, |(_, rest)| rest).trim()
}
