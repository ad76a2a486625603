//! Why a requirement is not met: the minimal sets of leaves that alone keep it so.
//!
//! A set of leaves blocks if no completion in which all of them fail meets the requirement. Every
//! minimal solution, taken with everything liftable lifted, makes some leaves true that are not
//! met now; a set blocks exactly if it hits each of these. So the blockers are the minimal hitting
//! sets. A set that fails every answer of a fact at once describes no applicant and is left out.

use super::diagrams::Diagrams;
use super::families::{ALWAYS, Element, Families, Family, Fate, Map, Set};
use super::formula::{Asks, Leaf};
use super::outcome::{Blocker, LimitedList};
use super::situation::{Situation, State};
use crate::order::{by_rank, pair};

/// Every blocker of what is not met, at most `limit` of them.
pub(super) fn blockers(
    families: &mut dyn Families,
    solutions: Family,
    situation: &Situation<'_>,
    limit: usize,
) -> LimitedList<Blocker> {
    let lifted = families.given(solutions, &|element| situation.state(element).lifted());
    let group = |element: Element| situation.formula.group(element);
    let to_hit =
        families.mapped(lifted, &Map { group: &group, image: &|chosen, met| met_with(situation, chosen, met) });
    let found = dual(families, to_hit, situation, limit);
    if !families.is_spent() {
        return found;
    }
    let mut diagrams = Diagrams::new(&[]);
    let mut sets: Vec<Set> = Vec::new();
    families.smallest(to_hit, usize::MAX, &|leaf| leaf, &mut |set| sets.push(set.into()));
    let to_hit = diagrams.of_sets(&sets);
    dual(&mut diagrams, to_hit, situation, limit)
}

/// The leaves that are not met now and that elements of one group, brought about, make true; each
/// by its place in [`super::formula::Formula::by_group`].
fn met_with(situation: &Situation<'_>, chosen: &[Element], met: &mut Set) {
    let formula = situation.formula;
    let holds = |element: &Element| situation.state(*element) == State::Held || chosen.contains(element);
    let is_met = |leaf: &Leaf| {
        leaf.needs.iter().all(holds) && leaf.one_of.as_ref().is_none_or(|choice| choice.iter().any(holds))
    };
    let group = chosen.first().map(|&element| formula.group(element));
    let leaves = (0..).zip(formula.leaves_by_group());
    let lifted = leaves.filter(|(_, leaf)| leaf.group == group && is_met(leaf) && !situation.is_met(leaf));
    met.extend(lifted.map(|(place, _)| place));
}

/// The minimal sets of leaves that hit each of these; first those that nothing mends, each in the
/// order of size.
fn dual(families: &mut dyn Families, to_hit: Family, situation: &Situation<'_>, limit: usize) -> LimitedList<Blocker> {
    let mut hitting = families.hitting(to_hit);
    for nobody in nobody(families, situation) {
        hitting = families.without(hitting, nobody);
    }
    if hitting == ALWAYS {
        // Nobody at all could meet it: there is no cause to name.
        return LimitedList::default();
    }
    let is_final = |place: Element| situation.formula.leaf_at(place).is_some_and(|leaf| situation.is_final(leaf));
    let finals = families.given(hitting, &|place| if is_final(place) { Fate::Open } else { Fate::Fails });
    let mendable = families.without(hitting, finals);
    let mut list = Vec::new();
    let mut total: u64 = 0;
    for family in [finals, mendable] {
        let mut found: Vec<(usize, Blocker)> = Vec::new();
        let left = limit.saturating_sub(list.len());
        let more = families.smallest(family, left, &|leaf| leaf, &mut |set| found.push(told(situation, set)));
        total = total.saturating_add(more);
        list.extend(by_rank(found, |(first, blocker)| pair(blocker.causes.len(), *first)).into_iter().map(|one| one.1));
    }
    LimitedList { list, total }
}

/// A blocker of these leaves, its causes in the order of the requirement; and the first of them.
fn told(situation: &Situation<'_>, set: &[Element]) -> (usize, Blocker) {
    let formula = situation.formula;
    let mut first = None;
    let mut causes = Vec::with_capacity(set.len());
    for (number, (leaf, place)) in formula.leaves.iter().zip(&formula.places).enumerate() {
        if set.contains(place) {
            first = first.or(Some(number));
            causes.extend(situation.cause(leaf));
        }
    }
    (first.unwrap_or(0), Blocker { causes })
}

/// For each fact, the minimal sets of leaves that between them refuse every answer to it.
fn nobody(families: &mut dyn Families, situation: &Situation<'_>) -> Vec<Family> {
    let formula = situation.formula;
    let mut found = Vec::new();
    for fact in &formula.facts {
        let refused = fact.kinds.iter().map(|kind| -> Set {
            let refuses = |leaf: &Leaf| {
                matches!(leaf.asks, Asks::Fact { fact: of, answers } if of == fact.fact && kind & !answers == 0)
            };
            let leaves = (0..).zip(formula.leaves_by_group());
            leaves.filter(|(_, leaf)| refuses(leaf)).map(|(place, _)| place).collect()
        });
        let refused = families.of_sets(&refused.collect::<Vec<Set>>());
        found.push(families.hitting(refused));
    }
    found
}
