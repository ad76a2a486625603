//! The words that join papers, and what they make of a row: one expression.

use super::letters::{Look, Piece};
use super::parts::Span;
use super::wording::{Doubt, Node, NodeKind};

/// Words that join. What / joins belongs closest together, then what 及 and 、 join, then 或.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    Or,
    And,
    /// 、 alone: everything, or, before a last 或, alternatives.
    List,
    Slash,
}

impl Join {
    /// What it joins are alternatives.
    pub(super) fn is_choice(self) -> bool {
        matches!(self, Self::Or | Self::Slash)
    }
}

/// A node with the word that joins it to the one before; none for the first of a row.
pub(super) type Joined = (Option<Join>, Node);

/// Every word that joins.
pub(super) const JOINS: &str = "或者 或 以及 及其 及 与 和 且 、 / 并";

/// The joining word that a piece begins with, and what follows.
pub(super) fn join_at<'a>(piece: Piece<'a>) -> Option<(Join, Piece<'a>, Piece<'a>)> {
    let (word, rest) = piece.after_any(JOINS)?;
    let join = match word.first()?.c {
        '或' => Join::Or,
        '/' => Join::Slash,
        '、' => Join::List,
        _ => Join::And,
    };
    Some((join, word, rest))
}

/// A row as one node. Where its words could be read in another way, it says so.
pub(super) fn joined(row: Vec<Joined>) -> Option<Node> {
    let row = fold(row, &[Join::Slash], true);
    let many = |wanted| row.iter().filter(|(join, _)| *join == Some(wanted)).count();
    let (or, and, list) = (many(Join::Or), many(Join::And), many(Join::List));
    let is_mixed = or > 0 && (and > 0 || list > 0);
    let ends_with_or = row.last().is_some_and(|(join, _)| *join == Some(Join::Or));
    let (doubt, row) = if is_mixed && and == 0 && or == 1 && ends_with_or {
        (Doubt::Alternatives, fold(row, &[Join::Or, Join::List], true))
    } else {
        (Doubt::Mixed, fold(fold(row, &[Join::And, Join::List], false), &[Join::Or], true))
    };
    let (_, mut node) = row.into_iter().next()?;
    node.doubt = is_mixed.then_some(doubt);
    Some(node)
}

/// Makes one node of every run that these words join.
fn fold(row: Vec<Joined>, by: &[Join], any: bool) -> Vec<Joined> {
    let mut folded = Vec::new();
    let mut run = Vec::new();
    let mut before_run = None;
    let mut end_run = |run, join| {
        if let Some(node) = group(run, any) {
            folded.push((join, node));
        }
    };
    for (join, node) in row {
        if !join.is_some_and(|join| by.contains(&join)) {
            end_run(std::mem::take(&mut run), before_run);
            before_run = join;
        }
        run.push(node);
    }
    end_run(run, before_run);
    folded
}

/// One node of several; of one, itself.
pub(super) fn group(members: Vec<Node>, any: bool) -> Option<Node> {
    let mut members = members;
    if members.len() < 2 {
        return members.pop();
    }
    let span = members.iter().map(|member| member.span).reduce(Span::and)?;
    let kind = if any { NodeKind::Any(members) } else { NodeKind::All(members) };
    Some(Node { span, kind, doubt: None })
}
