//! What has changed between two requirements: computed from what they mean, not from their words.
//!
//! Both are lowered together, so that the same paper is the same element in each. One implies the
//! other when each of its minimal solutions contains one of the other's; an element is needed when
//! without it no solution is left, and it is accepted when some solution has it.

use std::sync::Arc;

use crate::catalog::{AnswerId, Catalog, Category, FactId, Registry, SUBJECT};
use crate::profile::Paper;

use super::diagrams::Diagrams;
use super::families::{Element, Families, Family, Fate, NONE, solutions};
use super::formula::{Asks, Decides, Formula, Terms, Tree, bit};

/// What has changed from one requirement to another. The subjects whom only one of them admits are
/// named once; everything else is said of those whom both admit, or of everybody where they have no
/// subject in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Whether it asks for more or for less.
    pub relation: Relation,
    /// The subjects whom it admits now, and did not before.
    pub opened_to: Vec<AnswerId>,
    /// The subjects whom it admitted before, and does not now.
    pub closed_to: Vec<AnswerId>,
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
    /// An application by mail or invitation.
    OnRequest,
    /// A source that says nothing.
    Unlisted,
}

impl Difference {
    /// Nothing has changed, for nobody.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.relation == Relation::Same && self.opened_to.is_empty() && self.closed_to.is_empty()
    }

    /// Nothing has changed for those whom both admit.
    #[must_use]
    pub fn is_of_subjects_alone(&self) -> bool {
        self.relation == Relation::Same && !self.is_none()
    }
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

    let subject = terms.facts.iter().position(|fact| fact.as_str() == SUBJECT);
    let subjects = registry.fact(SUBJECT).map(|fact| fact.answers.as_slice()).unwrap_or_default();
    let (mut opened_to, mut closed_to, mut both) = (Vec::new(), Vec::new(), Vec::new());
    for (at, answer) in subjects.iter().enumerate() {
        let families = (comparing.of_subject(was, subject, at), comparing.of_subject(is, subject, at));
        match (families.0 != NONE, families.1 != NONE) {
            (false, true) => opened_to.push(answer.id.clone()),
            (true, false) => closed_to.push(answer.id.clone()),
            (true, true) if !both.contains(&families) => both.push(families),
            _ => {}
        }
    }
    if both.is_empty() {
        both.push((was, is));
    }

    let relation = match (comparing.implies(&both, true), comparing.implies(&both, false)) {
        (true, true) => Relation::Same,
        (true, false) => Relation::Stricter,
        (false, true) => Relation::Looser,
        (false, false) => Relation::Other,
    };
    let before: Vec<Family> = both.iter().map(|(was, _)| *was).collect();
    let now: Vec<Family> = both.iter().map(|(_, is)| *is).collect();
    let (needed_before, needed_now) = (comparing.needed(&before), comparing.needed(&now));
    let (before, now) = (comparing.mentioned(&before), comparing.mentioned(&now));
    let is_subject = |decides: &Decides| matches!(decides, Decides::Answer { fact, .. } if Some(*fact) == subject);
    let point = |element: &Element| {
        let decides = formula.decides(*element).filter(|decides| !is_subject(decides))?;
        point(decides, &formula, &terms, registry)
    };
    let only = |some: &[Element], others: &[&[Element]]| {
        let is_new = |element: &&Element| !others.iter().any(|other| other.contains(element));
        some.iter().filter(is_new).filter_map(point).collect::<Vec<_>>()
    };
    Difference {
        relation,
        opened_to,
        closed_to,
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

    /// What is left of the solutions for one subject.
    fn of_subject(&mut self, family: Family, subject: Option<usize>, at: usize) -> Family {
        let formula = self.formula;
        let fate = move |element: Element| match formula.decides(element) {
            Some(Decides::Answer { fact, answers }) if Some(*fact) == subject => {
                if answers & bit(at) == 0 {
                    Fate::Fails
                } else {
                    Fate::Holds
                }
            }
            _ => Fate::Open,
        };
        self.diagrams.given(family, &fate)
    }

    /// Whoever meets the later meets the earlier, or the other way round; for every pair.
    fn implies(&mut self, pairs: &[(Family, Family)], later_implies_earlier: bool) -> bool {
        pairs.iter().all(|&(was, is)| {
            let (one, other) = if later_implies_earlier { (is, was) } else { (was, is) };
            self.diagrams.without(one, other) == NONE
        })
    }

    /// What stands in some solution of some family.
    fn mentioned(&self, families: &[Family]) -> Vec<Element> {
        let mut all: Vec<Element> = Vec::new();
        for family in families {
            let new = self.diagrams.mentions(*family).into_iter().filter(|element| !all.contains(element));
            let new: Vec<Element> = new.collect();
            all.extend(new);
        }
        all
    }

    /// What stands in every solution of every family; nothing, where there is none.
    fn needed(&mut self, families: &[Family]) -> Vec<Element> {
        let mut mentioned = self.mentioned(families);
        mentioned.retain(|element| {
            let without = |other: Element| if other == *element { Fate::Fails } else { Fate::Open };
            families.iter().all(|family| self.diagrams.given(*family, &without) == NONE)
        });
        mentioned
    }
}

fn point(decides: &Decides, formula: &Formula, terms: &Terms, registry: &Registry) -> Option<Point> {
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
        Decides::Beyond(leaf) => match formula.leaves.get(*leaf)?.asks {
            Asks::OnRequest(_) => Point::OnRequest,
            _ => Point::Unlisted,
        },
    })
}
