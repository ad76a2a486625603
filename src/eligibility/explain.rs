//! The requirement with the value of every node: what is met, what is not, what is open.

use crate::catalog::Requirement;
use crate::profile::{Date, Profile};

use super::blockers::cause;
use super::diagram::{ALWAYS, Diagrams, NEVER};
use super::evaluate::{CatalogRules, Situation, View};
use super::formula::Tree;
use super::outcome::Cause;

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

/// A node of the requirement with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained<'a> {
    /// The node.
    pub node: &'a Requirement,
    /// Its value.
    pub value: Value,
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
        let formula = self.formulas.get(category)?;
        let situation = Situation::new(formula, self.registry, profile, today);
        let Tree::All(members) = &formula.tree else { return None };
        Some(explained(&situation, &mut Diagrams::default(), &entry.requirement, members.last()?, entry.line))
    }
}

fn explained<'a>(
    situation: &Situation<'_>,
    diagrams: &mut Diagrams,
    node: &'a Requirement,
    tree: &Tree,
    line_above: u32,
) -> Explained<'a> {
    let line = node.line.unwrap_or(line_above);
    let function = situation.function(diagrams, tree, View::Possible);
    let value = match situation.as_things_stand(diagrams, function) {
        ALWAYS => Value::Met,
        NEVER => Value::Unmet,
        _ => Value::Unknown,
    };
    let below: &[Tree] = match tree {
        Tree::All(members) | Tree::Any(members) | Tree::AtLeast(_, members) => members,
        Tree::True | Tree::Leaf(_) => &[],
    };
    let members = node
        .members()
        .iter()
        .zip(below)
        .map(|(member, tree)| explained(situation, diagrams, member, tree, line))
        .collect();
    let cause = match tree {
        Tree::Leaf(at) => cause(situation, *at),
        _ => None,
    };
    Explained { node, value, cause, line, members }
}
