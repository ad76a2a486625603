//! Several categories at once.

use std::sync::Arc;

use crate::catalog::{Category, CategoryPath, Registry};
use crate::profile::{Date, Paper, Profile};

use super::diagrams::Diagrams;
use super::evaluate::CatalogRules;
use super::families::{ALWAYS, Element, Families, Family, Fate, NONE, cover, solutions};
use super::formula::{Asks, Decides, Formula, Leaf, Terms, Tree};
use super::outcome::Step;
use super::routes::routes;
use super::sets::MinimalSets;
use super::situation::{Knowledge, Situation, State};

/// How many routes are listed.
const ROUTES: usize = 1_000;

/// What several categories ask for together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portfolio {
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
}

/// Whether something has to be done about a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    let mut diagrams = Diagrams::new(&formula.facts);
    let possible = solutions(&mut diagrams, &formula, &formula.tree, &|element| situation.state(element).possible());
    // What was tried on the way is many times what came out.
    let (diagrams, possible) = diagrams.compacted(possible);
    let is_open = possible != NONE;
    let together = Together { formula: &formula, situation: &situation, positions: &positions };
    Portfolio {
        routes: routes(&diagrams, possible, &situation, ROUTES),
        papers: together.papers(&diagrams, possible),
        conflicts: if is_open { Vec::new() } else { together.conflicts() },
        unavoidable: if is_open { Vec::new() } else { together.unavoidable() },
    }
}

struct Together<'a> {
    formula: &'a Formula,
    situation: &'a Situation<'a>,
    /// Where each member of the formula stands among the chosen.
    positions: &'a [usize],
}

impl Together<'_> {
    fn papers(&self, diagrams: &Diagrams, possible: Family) -> Vec<PortfolioPaper> {
        let knowledge = self.situation.knowledge;
        let mentioned = diagrams.mentions(possible);
        let mut list = Vec::new();
        for (number, paper) in knowledge.terms.papers.iter().enumerate() {
            let mut one = PortfolioPaper {
                paper: paper.clone(),
                serves: Vec::new(),
                covers: Vec::new(),
                count: 1,
                need: Need::Never,
            };
            for leaf in &self.formula.leaves {
                let Asks::Paper { paper, coverage, count } = &leaf.asks else { continue };
                if *paper == number {
                    one.count = one.count.max(*count);
                    let new = coverage.phrases().iter().filter(|phrase| !one.covers.contains(phrase));
                    let new: Vec<_> = new.cloned().collect();
                    one.covers.extend(new);
                }
            }
            let asks = |leaf: &Leaf| matches!(leaf.asks, Asks::Paper { paper, .. } if paper == number);
            let members = self.positions.iter().zip(self.members());
            one.serves = members.filter(|(_, tree)| self.any_leaf(tree, &asks)).map(|(&at, _)| at).collect();
            let is_about = |element: Element| self.formula.decides(element).and_then(Decides::paper) == Some(number);
            if mentioned.iter().any(|&element| is_about(element)) {
                let some_go_without = diagrams.has_only(possible, &|element| !is_about(element));
                one.need = if some_go_without { Need::Sometimes } else { Need::Always };
            }
            list.push(one);
        }
        list
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

    /// Papers that can be had are had, and every open fact may be answered as it suits.
    fn conflicts(&self) -> Vec<Vec<usize>> {
        let mut diagrams = Diagrams::new(&self.formula.facts);
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
        smallest(&diagrams, conflicts, &position)
    }

    /// Everything but the papers that cannot be had is as it suits.
    fn unavoidable(&self) -> Vec<Vec<Paper>> {
        let mut diagrams = Diagrams::new(&self.formula.facts);
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
        smallest(&diagrams, wished, &paper)
    }
}

/// The smallest sets of a family, told by what their elements stand for.
fn smallest<T>(diagrams: &Diagrams, family: Family, stands_for: &dyn Fn(&Element) -> Option<T>) -> Vec<Vec<T>> {
    let mut list: Vec<Vec<T>> = Vec::new();
    let mut add = |set: &[Element]| list.push(set.iter().filter_map(stands_for).collect());
    diagrams.smallest(family, ROUTES, &|element| element, &mut add);
    list
}
