//! What has changed between two requirements: computed from what they mean, not from their words.
//!
//! Both are lowered together, so that the same paper is the same element in each. One implies the
//! other when each of its minimal solutions contains one of the other's; an element is needed when
//! without it no solution is left, and it is accepted when some solution has it.

use std::sync::Arc;

use crate::catalog::{AnswerId, Catalog, Category, FactId, Registry};
use crate::profile::Paper;

use super::diagrams::Diagrams;
use super::families::{Element, Families, Family, Fate, NONE, solutions};
use super::formula::{Decides, Formula, Terms, Tree, bit};

/// What has changed from one requirement to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Whether it asks for more or for less.
    pub relation: Relation,
    /// What everybody needs now, and did not before.
    pub needed: Vec<Point>,
    /// What everybody needed before, and does not now.
    pub no_longer_needed: Vec<Point>,
    /// What stands in some way to fulfil it now, and in none before; without what is needed.
    pub accepted: Vec<Point>,
    /// What stood in some way before, and in none now; without what was needed.
    pub no_longer_accepted: Vec<Point>,
}

/// How a requirement stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Whoever meets one meets the other.
    Same,
    /// Whoever meets it met the one before, but not the other way round.
    Stricter,
    /// Whoever met the one before meets it, but not the other way round.
    Looser,
    /// Neither.
    Other,
}

/// Something that a requirement speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Point {
    /// A paper.
    Paper(Paper),
    /// A phrase that a paper has to cover.
    Coverage(Paper, Arc<str>),
    /// So many of a paper.
    Count(Paper, u32),
    /// A fact with one of these answers.
    Answer(FactId, Vec<AnswerId>),
    /// An application by mail or invitation, or a source that says nothing.
    Beyond,
}

/// What has changed from one category to another, with the opening rules of their catalogs.
#[must_use]
pub fn difference(before: (&Catalog, &Category), after: (&Catalog, &Category), registry: &Registry) -> Difference {
    let mut terms = Terms::default();
    let formula = Formula::of(&[before, after], &mut terms, registry);
    let mut comparing = Comparing { diagrams: Diagrams::new(&formula.facts), formula: &formula };
    let trees: &[Tree] = if let Tree::All(trees) = &formula.tree { trees } else { &[] };
    let was = trees.first().map_or(NONE, |tree| comparing.solutions(tree));
    let is = trees.get(1).map_or(NONE, |tree| comparing.solutions(tree));
    let (needed_before, needed_now) = (comparing.needed(was), comparing.needed(is));
    let (before, now) = (comparing.diagrams.mentions(was), comparing.diagrams.mentions(is));
    let relation = match (comparing.implies(is, was), comparing.implies(was, is)) {
        (true, true) => Relation::Same,
        (true, false) => Relation::Stricter,
        (false, true) => Relation::Looser,
        (false, false) => Relation::Other,
    };
    let point = |element: &Element| point(formula.decides(*element)?, &terms, registry);
    let only = |some: &[Element], others: &[&[Element]]| {
        let is_new = |element: &&Element| !others.iter().any(|other| other.contains(element));
        some.iter().filter(is_new).filter_map(point).collect::<Vec<_>>()
    };
    Difference {
        relation,
        needed: only(&needed_now, &[&needed_before]),
        no_longer_needed: only(&needed_before, &[&needed_now]),
        accepted: only(&now, &[&before, &needed_now]),
        no_longer_accepted: only(&before, &[&now, &needed_before]),
    }
}

struct Comparing<'a> {
    diagrams: Diagrams,
    formula: &'a Formula,
}

impl Comparing<'_> {
    fn solutions(&mut self, tree: &Tree) -> Family {
        solutions(&mut self.diagrams, self.formula, tree, &|_| Fate::Open)
    }

    fn implies(&mut self, one: Family, other: Family) -> bool {
        self.diagrams.without(one, other) == NONE
    }

    /// What stands in every solution; nothing, where there is none.
    fn needed(&mut self, family: Family) -> Vec<Element> {
        let mentioned = self.diagrams.mentions(family);
        let is_needed = |element: &Element| {
            let without = |other: Element| if other == *element { Fate::Fails } else { Fate::Open };
            self.diagrams.given(family, &without) == NONE
        };
        mentioned.into_iter().filter(is_needed).collect()
    }
}

fn point(decides: &Decides, terms: &Terms, registry: &Registry) -> Option<Point> {
    let paper = |paper: usize| terms.papers.get(paper).cloned();
    Some(match decides {
        Decides::Have(held) => Point::Paper(paper(*held)?),
        Decides::Covers(held, phrase) => Point::Coverage(paper(*held)?, phrase.clone()),
        Decides::Count(held, count) => Point::Count(paper(*held)?, *count),
        Decides::Answer { fact, answers } => {
            let id = terms.facts.get(*fact)?;
            let known = registry.fact(id.as_str())?.answers.iter().enumerate();
            let meant = known.filter(|(at, _)| answers & bit(*at) != 0).map(|(_, answer)| answer.id.clone());
            Point::Answer(id.clone(), meant.collect())
        }
        Decides::Beyond(_) => Point::Beyond,
    })
}
