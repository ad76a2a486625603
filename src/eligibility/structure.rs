//! What a requirement says whoever applies: which of its nodes can be met at all, and which of
//! their members say what another one says already.
//!
//! A node is known by its minimal solutions, so both are questions about families: it can be met
//! unless it has no solution, and it implies another node when each of its solutions contains one
//! of the other's. Applications and silent sources count as granted, as every element does that
//! nothing is known of.

use crate::catalog::{Catalog, Category, Kind, Registry, Requirement};

use super::diagrams::Diagrams;
use super::families::{Families, Family, Fate, NONE, solutions};
use super::formula::{Formula, Terms, Tree};

/// A node of a requirement, and what is true of it for everybody.
#[derive(Debug, Clone)]
pub(crate) struct Part<'a> {
    /// The node.
    pub(crate) node: &'a Requirement,
    /// Its line in the source file, or that of the node above.
    pub(crate) line: u32,
    /// Somebody meets it.
    pub(crate) can_be_met: bool,
    /// Somebody meets it together with all that has to hold above it, opening rules included.
    pub(crate) can_be_met_here: bool,
    /// Which members imply which others, by position: whoever meets the first meets the second.
    /// Members that nobody meets are left out.
    pub(crate) implied: Vec<(usize, usize)>,
    /// The nodes below.
    pub(crate) members: Vec<Part<'a>>,
}

impl<'a> Part<'a> {
    /// The requirement of a category of this catalog; none where it does not lower to a tree of
    /// its own, which it always does.
    pub(crate) fn of(catalog: &Catalog, category: &'a Category, registry: &Registry) -> Option<Self> {
        let formula = Formula::of(&[(catalog, category)], &mut Terms::default(), registry);
        let Tree::All(categories) = &formula.tree else { return None };
        let Some(Tree::All(rules)) = categories.first() else { return None };
        let (requirement, rules) = rules.split_last()?;
        let mut looking = Looking { diagrams: Diagrams::new(&formula.facts), formula: &formula };
        let rules = looking.solutions(&Tree::All(rules.to_vec()));
        let (part, _) = looking.part(&category.requirement, requirement, category.line, rules);
        Some(part)
    }

    /// How many of its members make it true; none for a leaf.
    pub(crate) fn least(&self) -> usize {
        match &self.node.kind {
            Kind::Any(_) => 1,
            Kind::AtLeast(least, _) => *least as usize,
            _ => self.members.len(),
        }
    }
}

struct Looking<'a> {
    diagrams: Diagrams,
    formula: &'a Formula,
}

impl Looking<'_> {
    fn solutions(&mut self, tree: &Tree) -> Family {
        solutions(&mut self.diagrams, self.formula, tree, &|_| Fate::Open)
    }

    /// A node and its solutions. `around` has to hold as well for the node to matter.
    fn part<'a>(&mut self, node: &'a Requirement, tree: &Tree, line_above: u32, around: Family) -> (Part<'a>, Family) {
        let line = node.line.unwrap_or(line_above);
        let family = self.solutions(tree);
        let here = self.diagrams.both(around, family);
        let below: &[Tree] = match tree {
            Tree::All(members) | Tree::Any(members) | Tree::AtLeast(_, members) => members,
            Tree::True | Tree::Leaf(_) => &[],
        };
        // A member matters only where its node is met.
        let members = node.members().iter().zip(below).map(|(member, tree)| self.part(member, tree, line, here));
        let (members, families): (Vec<_>, Vec<_>) = members.unzip();
        let part = Part {
            node,
            line,
            can_be_met: family != NONE,
            can_be_met_here: here != NONE,
            implied: self.implied(&families),
            members,
        };
        (part, family)
    }

    fn implied(&mut self, families: &[Family]) -> Vec<(usize, usize)> {
        let mut implied = Vec::new();
        for (at, &one) in families.iter().enumerate().filter(|(_, one)| **one != NONE) {
            for (other_at, &other) in families.iter().enumerate() {
                if at != other_at && self.diagrams.without(one, other) == NONE {
                    implied.push((at, other_at));
                }
            }
        }
        implied
    }
}
