//! Several categories at once.

use std::sync::Arc;

use crate::catalog::{Category, CategoryPath, Registry};
use crate::profile::{Date, Paper, Profile};

use super::diagrams::Diagrams;
use super::evaluate::CatalogRules;
use super::families::{ALWAYS, Element, Families, Family, Fate, NONE, cover, solutions};
use super::formula::{Asks, Decides, Formula, Leaf, Terms, Tree};
use super::outcome::{Step, Trouble};
use super::routes::routes;
use super::sets::MinimalSets;
use super::situation::{Knowledge, Situation, State};

/// How many routes are listed.
const ROUTES: usize = 1_000;

/// So many categories are looked at together whatever it takes.
const ALWAYS_TOGETHER: usize = 20;

/// How many results may be found on the way to each answer for more of them: a whole catalog could
/// take hours.
const BUDGET: usize = 1 << 15;

/// What several categories ask for together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portfolio {
    /// All that follows was looked at together. Otherwise there are too many ways: no routes are
    /// told, of the conflicts only categories that are closed by themselves, and papers by what
    /// each category needs alone.
    pub is_counted: bool,
    /// Minimal sets of steps that make all of them Ready, fewest first.
    pub routes: MinimalSets<Step>,
    /// Every paper that any of them names, once.
    pub papers: Vec<PortfolioPaper>,
    /// The smallest sets of the chosen categories that cannot be had together, by position among
    /// the chosen: one of each has to be given up. None where there is a route.
    pub conflicts: Vec<Vec<usize>>,
    /// Where there is no route because of papers that the applicant cannot have: the smallest
    /// sets of them of which one would have to be had after all.
    pub unavoidable: Vec<Vec<Paper>>,
}

/// A paper and the categories that ask for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortfolioPaper {
    /// The paper.
    pub paper: Paper,
    /// The chosen categories whose requirement names it, by their position among the chosen.
    pub serves: Vec<usize>,
    /// Every phrase that any of them wants it to cover.
    pub covers: Vec<Arc<str>>,
    /// The most of it that any of them asks for.
    pub count: u32,
    /// Whether something has to be done about it.
    pub need: Need,
    /// What is wrong with it, at the first place that it does not serve; none where it serves as it
    /// is wherever it is asked for.
    pub trouble: Option<Trouble>,
}

/// Whether something has to be done about a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Every route has a step for it.
    Always,
    /// Some routes have a step for it.
    Sometimes,
    /// No route has.
    Never,
}

impl PortfolioPaper {
    /// It serves more than one category.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.serves.len() > 1
    }
}

/// What these categories, of one or more catalogs, ask for together. A path that its catalog does
/// not list asks for nothing.
#[must_use]
pub fn portfolio(
    chosen: &[(&CatalogRules<'_>, &CategoryPath)],
    registry: &Registry,
    profile: &Profile,
    today: Date,
) -> Portfolio {
    let found: Vec<(usize, _)> = chosen
        .iter()
        .enumerate()
        .filter_map(|(at, (rules, path))| Some((at, (rules.catalog, rules.catalog.category(path)?))))
        .collect();
    let (positions, categories): (Vec<usize>, Vec<(_, &Category)>) = found.into_iter().unzip();
    let mut terms = Terms::default();
    let formula = Formula::of(&categories, &mut terms, registry);
    let knowledge = Knowledge::of(&terms, registry, profile, today);
    let situation = Situation::of(&formula, &knowledge);
    let together = Together { formula: &formula, situation: &situation, positions: &positions };
    let Some(possible) = together.possible(&formula.tree) else { return together.one_by_one() };
    let is_open = possible.family != NONE;
    let routes = routes(&possible.diagrams, possible.family, &situation, ROUTES);
    let papers = together.papers(&[Some(possible)]);
    if is_open {
        return Portfolio { is_counted: true, routes, papers, conflicts: Vec::new(), unavoidable: Vec::new() };
    }
    match (together.conflicts(), together.unavoidable()) {
        (Some(conflicts), Some(unavoidable)) => Portfolio { is_counted: true, routes, papers, conflicts, unavoidable },
        _ => together.one_by_one(),
    }
}

impl Portfolio {
    /// All of them can be had together, as far as was looked at.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.routes.is_empty() || (!self.is_counted && self.conflicts.is_empty())
    }
}

struct Together<'a> {
    formula: &'a Formula,
    situation: &'a Situation<'a>,
    /// Where each member of the formula stands among the chosen.
    positions: &'a [usize],
}

/// The minimal solutions that are still possible.
struct Possible {
    diagrams: Diagrams,
    family: Family,
    /// The elements that stand in some of them.
    mentioned: Vec<Element>,
}

impl Together<'_> {
    fn diagrams(&self) -> Diagrams {
        match self.positions.len() {
            0..=ALWAYS_TOGETHER => Diagrams::new(&self.formula.facts),
            _ => Diagrams::within(&self.formula.facts, BUDGET),
        }
    }

    /// The minimal solutions that are still possible; none where finding them would take too long.
    fn possible(&self, tree: &Tree) -> Option<Possible> {
        let mut diagrams = self.diagrams();
        let possible =
            solutions(&mut diagrams, self.formula, tree, &|element| self.situation.state(element).possible());
        (!diagrams.is_spent()).then(|| {
            // What was tried on the way is many times what came out.
            let (diagrams, family) = diagrams.compacted(possible);
            let mentioned = diagrams.mentions(family);
            Possible { diagrams, family, mentioned }
        })
    }

    /// What can be said without looking at all of them together.
    fn one_by_one(&self) -> Portfolio {
        let alone: Vec<Option<Possible>> = self.members().iter().map(|member| self.possible(member)).collect();
        Portfolio {
            is_counted: false,
            routes: MinimalSets::default(),
            papers: self.papers(&alone),
            conflicts: self.closed(),
            unavoidable: Vec::new(),
        }
    }

    /// Every paper, by what is possible for all of them together or for each alone.
    fn papers(&self, possible: &[Option<Possible>]) -> Vec<PortfolioPaper> {
        let knowledge = self.situation.knowledge;
        let mut list = Vec::new();
        for (number, paper) in knowledge.terms.papers.iter().enumerate() {
            let mut one = PortfolioPaper {
                paper: paper.clone(),
                serves: Vec::new(),
                covers: Vec::new(),
                count: 1,
                need: Need::Never,
                trouble: None,
            };
            for leaf in &self.formula.leaves {
                let Asks::Paper { paper, coverage, count } = &leaf.asks else { continue };
                if *paper == number {
                    one.trouble = one.trouble.or_else(|| self.situation.trouble(number, coverage, *count));
                    one.count = one.count.max(*count);
                    let new = coverage.phrases().iter().filter(|phrase| !one.covers.contains(phrase));
                    let new: Vec<_> = new.cloned().collect();
                    one.covers.extend(new);
                }
            }
            let asks = |leaf: &Leaf| matches!(leaf.asks, Asks::Paper { paper, .. } if paper == number);
            let members = self.positions.iter().zip(self.members());
            one.serves = members.filter(|(_, tree)| self.any_leaf(tree, &asks)).map(|(&at, _)| at).collect();
            let needs = possible.iter().map(|possible| self.need(number, possible.as_ref()));
            one.need = needs.min().unwrap_or(Need::Never);
            list.push(one);
        }
        list
    }

    fn need(&self, paper: usize, possible: Option<&Possible>) -> Need {
        let Some(Possible { diagrams, family, mentioned }) = possible else { return Need::Sometimes };
        let is_about = |element: Element| self.formula.decides(element).and_then(Decides::paper) == Some(paper);
        if !mentioned.iter().any(|&element| is_about(element)) {
            Need::Never
        } else if diagrams.has_only(*family, &|element| !is_about(element)) {
            Need::Sometimes
        } else {
            Need::Always
        }
    }

    fn members(&self) -> &[Tree] {
        match &self.formula.tree {
            Tree::All(members) => members,
            _ => &[],
        }
    }

    fn any_leaf(&self, tree: &Tree, is: &dyn Fn(&Leaf) -> bool) -> bool {
        match tree {
            Tree::True => false,
            Tree::Leaf(at) => self.formula.leaves.get(*at).is_some_and(is),
            Tree::All(members) | Tree::Any(members) | Tree::AtLeast(_, members) => {
                members.iter().any(|member| self.any_leaf(member, is))
            }
        }
    }

    /// The categories that cannot be had even alone, whatever papers are had.
    fn closed(&self) -> Vec<Vec<usize>> {
        let fate = |element: Element| self.situation.papers_had(element);
        let is_closed = |member: &Tree| {
            let mut diagrams = self.diagrams();
            cover(&mut diagrams, self.formula, member, &fate) == NONE && !diagrams.is_spent()
        };
        let members = self.positions.iter().zip(self.members());
        members.filter(|(_, member)| is_closed(member)).map(|(&at, _)| vec![at]).collect()
    }

    /// Papers that can be had are had, and every open fact may be answered as it suits. None where
    /// it would take too long.
    fn conflicts(&self) -> Option<Vec<Vec<usize>>> {
        let mut diagrams = self.diagrams();
        let fate = |element: Element| self.situation.papers_had(element);
        // An element for each category, behind all others: it is given up.
        let first = Element::try_from(self.formula.elements.len()).unwrap_or(Element::MAX);
        let mut all = ALWAYS;
        for (given_up, member) in (first..).zip(self.members()) {
            let had = cover(&mut diagrams, self.formula, member, &fate);
            let given_up = diagrams.single(given_up);
            let either = diagrams.either(had, given_up);
            all = diagrams.both(all, either);
        }
        let given_up = diagrams.given(all, &|element| if element < first { Fate::Holds } else { Fate::Open });
        let conflicts = diagrams.hitting(given_up);
        let position =
            |element: &Element| self.positions.get(usize::try_from(element.saturating_sub(first)).ok()?).copied();
        (!diagrams.is_spent()).then(|| smallest(&diagrams, conflicts, &position))
    }

    /// Everything but the papers that cannot be had is as it suits. None where it would take too
    /// long.
    fn unavoidable(&self) -> Option<Vec<Vec<Paper>>> {
        let mut diagrams = self.diagrams();
        let fate = |element: Element| match (self.formula.decides(element), self.situation.state(element)) {
            (Some(Decides::Have(_)), State::Unobtainable) => Fate::Open,
            (_, State::Unobtainable) => Fate::Holds,
            _ => self.situation.papers_had(element),
        };
        let wished = cover(&mut diagrams, self.formula, &self.formula.tree, &fate);
        let is_answer = |element| matches!(self.formula.decides(element), Some(Decides::Answer { .. }));
        let wished = diagrams.given(wished, &|element| if is_answer(element) { Fate::Holds } else { Fate::Open });
        let paper =
            |&element: &Element| self.situation.knowledge.paper(self.formula.decides(element)?.paper()?).cloned();
        (!diagrams.is_spent()).then(|| smallest(&diagrams, wished, &paper))
    }
}

/// The smallest sets of a family, told by what their elements stand for.
fn smallest<T>(diagrams: &Diagrams, family: Family, stands_for: &dyn Fn(&Element) -> Option<T>) -> Vec<Vec<T>> {
    let mut list: Vec<Vec<T>> = Vec::new();
    let mut add = |set: &[Element]| list.push(set.iter().filter_map(stands_for).collect());
    diagrams.smallest(family, ROUTES, &|element| element, &mut add);
    list
}
