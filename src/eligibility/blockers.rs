//! Why a requirement is not met: the minimal sets of leaves that alone keep it so.
//!
//! A set of leaves blocks if no completion in which all of them fail meets the requirement. Every
//! minimal solution, taken with everything liftable lifted, makes some leaves true that are not
//! met now; a set blocks exactly if it hits each of these. So the blockers are the minimal hitting
//! sets. A set that fails every answer of a fact at once describes no applicant and is left out.

use super::diagrams::Diagrams;
use super::families::{ALWAYS, Element, Families, Family, Fate, Map, Set};
use super::formula::{Asks, Leaf, size};
use super::outcome::Cause;
use super::sets::{Lists, MinimalSets};
use super::situation::{Situation, State};
use super::words::{WIDTH, Word, bit, elements};
use crate::order::pair;

/// Every blocker of what is not met, at most `limit` of them.
pub(super) fn blockers(
    families: &mut dyn Families,
    solutions: Family,
    situation: &Situation<'_>,
    limit: usize,
) -> MinimalSets<Cause> {
    let lifted = families.given(solutions, &|element| situation.state(element).lifted());
    let group = |element: Element| situation.formula.group(element);
    let leaves = (0..).zip(situation.formula.leaves_by_group());
    let mut unmet: Vec<(Element, &Leaf)> = Vec::with_capacity(situation.formula.leaves.len());
    unmet.extend(leaves.filter(|(_, leaf)| !situation.is_met(leaf)));
    let image = |chosen: &[Element], met: &mut dyn FnMut(Element)| met_with(situation, &unmet, chosen, met);
    let to_hit = families.mapped(lifted, &Map { group: &group, image: &image });
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

/// Of the leaves that are not met now, each with its place in
/// [`super::formula::Formula::by_group`], those that elements of one group, brought about, make
/// true.
fn met_with(situation: &Situation<'_>, unmet: &[(Element, &Leaf)], chosen: &[Element], met: &mut dyn FnMut(Element)) {
    let group = chosen.first().map(|&element| situation.formula.group(element));
    let holds = |element: &Element| situation.state(*element) == State::Held || chosen.contains(element);
    let first = unmet.partition_point(|(_, leaf)| leaf.group.is_some() && leaf.group < group);
    let same = unmet.iter().skip(first).take_while(|(_, leaf)| leaf.group == group);
    let lifted = same.filter(|(_, leaf)| {
        leaf.needs.iter().all(holds) && leaf.one_of.as_ref().is_none_or(|choice| choice.iter().any(holds))
    });
    lifted.for_each(|(place, _)| met(*place));
}

/// The minimal sets of leaves that hit each of these; first those that nothing mends, each in the
/// order of size.
fn dual(families: &mut dyn Families, to_hit: Family, situation: &Situation<'_>, limit: usize) -> MinimalSets<Cause> {
    let mut hitting = families.hitting(to_hit);
    for nobody in nobody(families, situation) {
        hitting = families.without(hitting, nobody);
    }
    if hitting == ALWAYS {
        // Nobody at all could meet it: there is no cause to name.
        return MinimalSets::default();
    }
    let is_final = |place: Element| situation.formula.leaf_at(place).is_some_and(|leaf| situation.is_final(leaf));
    let finals = families.given(hitting, &|place| if is_final(place) { Fate::Open } else { Fate::Fails });
    let mendable = families.without(hitting, finals);
    let (causes, numbers) = causes(families, hitting, situation);
    let number = |place: &Element| numbers.get(*place as usize).copied().flatten();
    let mut marks: Vec<Word> = vec![0; causes.len().div_ceil(WIDTH)];
    let rank = |blocker: &[u32]| pair(blocker.len(), blocker.first().map_or(0, |&first| first as usize));
    let mut listed = Lists::default();
    let mut total: u64 = 0;
    for family in [finals, mendable] {
        let left = limit.saturating_sub(listed.len());
        let mut lists = Lists::default();
        let mut add = |set: &[Element]| {
            // The causes stand in the order of the requirement, the places in that of elements.
            set.iter().filter_map(number).for_each(|number| mark(&mut marks, number));
            lists.add(&mut marked(&mut marks));
        };
        total = total.saturating_add(families.smallest(family, left, &|leaf| leaf, &mut add));
        listed.append(lists.by_rank(&rank));
    }
    MinimalSets::of(causes, listed, total)
}

/// Marks a number.
fn mark(marks: &mut [Word], number: u32) {
    if let Some(word) = marks.get_mut(number as usize / WIDTH) {
        *word |= bit(number % Word::BITS);
    }
}

/// The numbers that are marked, ascending. Their marks are taken away.
fn marked(marks: &mut [Word]) -> impl Iterator<Item = u32> {
    (0..).step_by(WIDTH).zip(marks).flat_map(|(first, word)| elements(std::mem::take(word)).map(move |at| first | at))
}

/// The causes behind the leaves of a family, in the order of the requirement; and for each place
/// the number of its cause.
fn causes(families: &dyn Families, family: Family, situation: &Situation<'_>) -> (Vec<Cause>, Vec<Option<u32>>) {
    let formula = situation.formula;
    let mut numbers = vec![None; formula.places.len()];
    let mut many: usize = 0;
    families.each_mentioned(family, &mut |place| {
        if let Some(number) = numbers.get_mut(place as usize) {
            *number = Some(0);
            many = many.saturating_add(1);
        }
    });
    let mut causes = Vec::with_capacity(many);
    for (leaf, place) in formula.leaves.iter().zip(&formula.places) {
        let Some(Some(number)) = numbers.get_mut(*place as usize) else { continue };
        *number = size(causes.len());
        causes.extend(situation.cause(leaf));
    }
    (causes, numbers)
}

/// For each fact, the minimal sets of leaves that between them refuse every answer to it.
fn nobody(families: &mut dyn Families, situation: &Situation<'_>) -> Vec<Family> {
    let formula = situation.formula;
    let refuses = |leaf: &Leaf, by: usize, kind: u32| matches!(leaf.asks, Asks::Fact { fact, answers } if fact == by && kind & !answers == 0);
    let mut found = Vec::new();
    for fact in &formula.facts {
        let is_refused = |kind: &u32| formula.leaves.iter().any(|leaf| refuses(leaf, fact.fact, *kind));
        if !fact.kinds.iter().all(is_refused) {
            continue;
        }
        let refused = fact.kinds.iter().map(|kind| -> Set {
            let leaves = (0..).zip(formula.leaves_by_group());
            leaves.filter(|(_, leaf)| refuses(leaf, fact.fact, *kind)).map(|(place, _)| place).collect()
        });
        let refused = families.of_sets(&refused.collect::<Vec<Set>>());
        found.push(families.hitting(refused));
    }
    found
}
