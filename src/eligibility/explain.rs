//! The requirement with the value of every node: what is met, what is not, what is open.

use crate::catalog::Requirement;
use crate::profile::{Date, Profile};

use super::diagrams::Diagrams;
use super::evaluate::CatalogRules;
use super::families::{ALWAYS, Families, Fate, NONE, solutions};
use super::formula::Tree;
use super::outcome::Cause;
use super::situation::{Knowledge, Situation, State};
use super::words::WIDTH;

/// The value of a node as things stand, exact over every completion of what is unanswered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Value {
    /// Met whatever is answered.
    Met,
    /// Unmet whatever is answered.
    Unmet,
    /// It depends on an answer.
    Unknown,
}

/// How far it is until a node is met, whatever answers that takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distance {
    /// So many papers at the least.
    Papers(usize),
    /// It can be met, and counting the papers would take long.
    Uncounted,
    /// It cannot be met.
    Impossible,
}

/// A node of the requirement with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained<'a> {
    /// The node.
    pub node: &'a Requirement,
    /// Its value.
    pub value: Value,
    /// What it still takes.
    pub distance: Distance,
    /// For a leaf that is not met: why.
    pub cause: Option<Cause>,
    /// The line of the source file.
    pub line: u32,
    /// The nodes below.
    pub members: Vec<Explained<'a>>,
}

impl<'a> CatalogRules<'a> {
    /// The requirement of the category at this position, node by node; none where there is no
    /// such position. Opening rules are not part of it: the catalog says them once.
    #[must_use]
    pub fn explain(&self, category: usize, profile: &Profile, today: Date) -> Option<Explained<'a>> {
        let entry = self.catalog.categories.get(category)?;
        let formula = &self.solved(category)?.formula;
        let knowledge = Knowledge::of(&self.terms, self.registry, profile, today);
        let situation = Situation::of(formula, &knowledge);
        let Tree::All(members) = &formula.tree else { return None };
        let Some(Tree::All(members)) = members.last() else { return None };
        Some(explained(&situation, &entry.requirement, members.last()?, entry.line))
    }
}

fn explained<'a>(situation: &Situation<'_>, node: &'a Requirement, tree: &Tree, line_above: u32) -> Explained<'a> {
    let line = node.line.unwrap_or(line_above);
    let below: &[Tree] = match tree {
        Tree::All(members) | Tree::Any(members) | Tree::AtLeast(_, members) => members,
        Tree::True | Tree::Leaf(_) => &[],
    };
    let members = node.members().iter().zip(below).map(|(member, tree)| explained(situation, member, tree, line));
    let cause = match tree {
        Tree::Leaf(at) => situation.formula.leaves.get(*at).and_then(|leaf| situation.cause(leaf)),
        _ => None,
    };
    let (value, distance) = (value(situation, tree), distance(situation, tree));
    Explained { node, value, distance, cause, line, members: members.collect() }
}

fn value(situation: &Situation<'_>, tree: &Tree) -> Value {
    let mut diagrams = Diagrams::new(&situation.formula.facts);
    let now = |element| situation.state(element).as_things_stand();
    match solutions(&mut diagrams, situation.formula, tree, &now) {
        ALWAYS => Value::Met,
        NONE => Value::Unmet,
        _ => Value::Unknown,
    }
}

/// The fewest papers, counted among the minimal solutions: no paper counts twice, and two answers to
/// one question never go together.
fn distance(situation: &Situation<'_>, tree: &Tree) -> Distance {
    let formula = situation.formula;
    let mut diagrams = Diagrams::new(&formula.facts);
    let family = solutions(&mut diagrams, formula, tree, &|element| situation.state(element).possible());
    if formula.elements.len() > WIDTH {
        return if family == NONE { Distance::Impossible } else { Distance::Uncounted };
    }
    // An answer is no paper.
    let is_said = |element| if situation.state(element) == State::Unsaid { Fate::Holds } else { Fate::Open };
    let papers = diagrams.given(family, &is_said);
    let mut distance = Distance::Impossible;
    let paper = |element| formula.group(element);
    diagrams.smallest(papers, 1, &paper, &mut |set| {
        distance = Distance::Papers(set.chunk_by(|one, next| paper(*one) == paper(*next)).count());
    });
    distance
}
