//! Papers in a row, each with what is said of it behind its name.

use crate::catalog::Holder;

use super::Reader;
use super::brackets::{self, Said};
use super::coverage;
use super::joining::{JOINS, Join, Joined, group, join_at, joined};
use super::letters::{Look, Piece, bracket, place_where};
use super::paper::FILLERS;
use super::parts::{Role, Span};
use super::threshold;
use super::wording::{Node, NodeKind, Paper, Trouble};

/// What is said of the copy of a paper, not of the paper.
pub(super) const COPIES: &str =
    "原件及翻译件 原件+翻译件 +翻译件 正反面 扫描件 复印件 原件 （原件及中英文翻译件） 页面展示";

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
    nodes: Vec<Joined>,
    /// The word that joins the next.
    join: Option<Join>,
    applicant: Option<Span>,
}

impl Row {
    /// Its papers, the last first. Alternatives and groups among them are passed over.
    fn papers(&mut self) -> Vec<&mut Paper> {
        let mut papers = Vec::new();
        for (_, node) in self.nodes.iter_mut().rev() {
            if let NodeKind::Paper(paper) = &mut node.kind {
                papers.push(paper);
            }
        }
        papers
    }

    fn last_paper(&mut self) -> Option<&mut Paper> {
        self.papers().into_iter().next()
    }
}

impl Reader<'_> {
    /// Reads as many papers as there are.
    pub(super) fn papers(&mut self, piece: Piece<'_>) -> Found {
        let row = self.row(piece);
        let applicant = row.applicant;
        let node = joined(row.nodes);
        if let Some(Node { span, doubt: Some(doubt), .. }) = &node {
            self.tell(*span, Trouble::Doubt(*doubt));
        }
        Found { node, applicant }
    }

    fn row(&mut self, piece: Piece<'_>) -> Row {
        let mut row = Row::default();
        let mut rest = piece.trim();
        while let Some(next) = self.step(rest, &mut row) {
            rest = next.trim();
        }
        row
    }

    /// Reads whatever stands first; what follows it. None at the end, or where nothing can be read.
    fn step<'a>(&mut self, rest: Piece<'a>, row: &mut Row) -> Option<Piece<'a>> {
        let first = rest.first()?;
        if row.join.is_none() && !row.nodes.is_empty() {
            if let Some(next) = self.about_last(rest, row) {
                let said = rest.until(next).trim_end_marks().span();
                if let (Some(said), Some((_, last))) = (said, row.nodes.last_mut()) {
                    last.span.end = last.span.end.max(said.end);
                }
                return Some(next);
            }
            if let Some((join, word, next)) = join_at(rest) {
                self.roles.claim(word, Role::Connective);
                row.join = Some(join);
                return Some(next);
            }
        }
        if matches!(first.c, '；' | '。' | '，' | '：') {
            let (mark, next) = rest.cut(1);
            self.roles.claim(mark, Role::Filler);
            return Some(next);
        }
        if let Some((mut paper, span, next)) = self.paper(rest) {
            let join = row.join.take();
            // “该公司的《…》或《…》”: both are that company's.
            let may_share = join.is_some_and(|join| join.is_choice() || first.c == '《')
                && paper.issuer.is_none()
                && span.start == paper.name.start
                && !rest.starts_with_any("与 和 同");
            if may_share && row.last_paper().is_some_and(|before| before.holder == Holder::Partner) {
                paper.holder = Holder::Partner;
            }
            let join = (!row.nodes.is_empty()).then(|| join.unwrap_or(Join::List));
            row.nodes.push((join, Node { span, kind: NodeKind::Paper(paper), doubt: None }));
            return Some(next);
        }
        if let Some((filler, next)) = rest.after_any(FILLERS) {
            self.roles.claim(filler, Role::Filler);
            return Some(next);
        }
        if first.c == '（' {
            let (said, next) = brackets::read(rest, &mut self.roles)?;
            if let Said::For(applicant) = said {
                row.applicant = Some(applicant);
            }
            return Some(next);
        }
        // Nothing can be made of this; go on behind it.
        rest.get(place_where(rest, &|before, after| !before.is_empty() && after.starts_with_any("； 。 ， 、 《"))?..)
    }

    /// What is said of the last paper: its coverage, count, applicants, copies.
    fn about_last<'a>(&mut self, rest: Piece<'a>, row: &mut Row) -> Option<Piece<'a>> {
        if let Some(next) = about_copy(rest) {
            self.roles.claim(rest.until(next), Role::Note);
            return Some(next);
        }
        if let Some((found, next)) = coverage::after_paper(rest, &mut self.roles) {
            if let Some(paper) = row.last_paper() {
                paper.covers.extend(found);
            }
            return Some(next);
        }
        if rest.first()?.c != '（' || threshold::at_start(rest).is_some() {
            return None;
        }
        if let Some(next) = self.alternatives(rest, row) {
            return Some(next);
        }
        let (said, next) = brackets::read(rest, &mut self.roles)?;
        match said {
            Said::Covers(found) => row.last_paper()?.covers.extend(found),
            Said::Count(count, true) => row.papers().into_iter().for_each(|paper| paper.count = count),
            Said::Count(count, false) => {
                // Alternatives before it share a number of copies.
                let joins = row.nodes.iter().rev().take_while(|(join, _)| join.is_some_and(Join::is_choice));
                let shared = joins.count().saturating_add(1);
                row.papers()
                    .into_iter()
                    .take(shared)
                    .filter(|paper| paper.count == 1)
                    .for_each(|paper| paper.count = count);
            }
            Said::For(applicant) => row.applicant = Some(applicant),
            Said::Issuer(issuer) => row.last_paper()?.issuer = Some(issuer),
            Said::Remark => {}
        }
        Some(next)
    }

    /// “（或《…》、《…》）”: papers that may stand for the last one.
    fn alternatives<'a>(&mut self, rest: Piece<'a>, row: &mut Row) -> Option<Piece<'a>> {
        let (inside, close) = rest.cut(bracket(rest)?);
        let papers = inside.cut(1).1.trim().after("或")?;
        let others = self.row(papers);
        let (join, last) = row.nodes.pop()?;
        let (close, next) = close.cut(1);
        self.roles.claim(inside.until(papers), Role::Connective);
        self.roles.claim(close, Role::Connective);
        let all = std::iter::once(last).chain(others.nodes.into_iter().map(|(_, node)| node));
        row.nodes.extend(group(all.collect(), true).map(|node| (join, node)));
        Some(next)
    }
}

/// What follows words about the copy of a paper: “原件”, “，加盖公章”, “即…”.
fn about_copy(rest: Piece<'_>) -> Option<Piece<'_>> {
    if let Some((_, next)) = rest.after_any(COPIES) {
        return Some(next);
    }
    let made = rest.skip_any("，").trim();
    if made.starts_with_any("加盖") {
        return Some(made.cut(made.place("， ； 。").unwrap_or(made.len())).1);
    }
    let same = rest.after("即")?;
    let end = same.place(JOINS).into_iter().chain(same.place("； 。 ，")).min();
    Some(same.cut(end.unwrap_or(same.len())).1)
}
