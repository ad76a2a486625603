//! The elements that decide leaves, numbered once it is known which leaves there are.

use crate::catalog::{Coverage, Registry};
use crate::order::{by_rank, order};

use super::families::Element;
use super::formula::{Asks, Decides, FactKinds, Formula, Leaf, Terms, bit, size};
use super::lowering::Lowered;

/// The formula of what is lowered.
pub(super) fn numbered(lowered: Lowered, registry: &Registry, terms: &Terms) -> Formula {
    let Lowered { tree, mut leaves } = lowered;
    let mut elements: Vec<Decides> = Vec::new();
    let facts = answers(&leaves, registry, terms, &mut elements);
    papers(&leaves, &mut elements);
    for (at, leaf) in leaves.iter().enumerate() {
        if matches!(leaf.asks, Asks::OnRequest(_) | Asks::Unlisted) {
            elements.push(Decides::Beyond(at));
        }
    }
    let groups: Vec<Element> = elements.iter().map(|decides| group(decides, &elements)).collect();
    for (at, leaf) in leaves.iter_mut().enumerate() {
        (leaf.needs, leaf.one_of) = decided_by(at, leaf, &elements);
        let first = leaf.needs.first().or(leaf.one_of.as_ref().and_then(|choice| choice.first()));
        leaf.group = first.and_then(|&first| groups.get(first as usize)).copied();
    }
    let by_group = order(leaves.iter().map(|leaf| leaf.group.map_or(u64::MAX, u64::from)));
    let place = |leaf| by_group.iter().position(|&one| one == leaf).map_or(0, size);
    let places = (0..by_group.len()).map(place).collect();
    Formula { tree, leaves, elements, facts, groups, by_group, places }
}

/// An element for each kind of answer to each fact.
fn answers(leaves: &[Leaf], registry: &Registry, terms: &Terms, elements: &mut Vec<Decides>) -> Vec<FactKinds> {
    let mut facts: Vec<FactKinds> = Vec::new();
    for leaf in leaves {
        let Asks::Fact { fact, .. } = leaf.asks else { continue };
        if facts.iter().all(|known| known.fact != fact) {
            let every = terms.facts.get(fact).map_or(0, |fact| every_answer(registry, fact.as_str()));
            let kinds = kinds(fact, every, leaves);
            let first = size(elements.len());
            elements.extend(kinds.iter().map(|&answers| Decides::Answer { fact, answers }));
            facts.push(FactKinds { fact, kinds, first });
        }
    }
    facts
}

/// Answers that no leaf tells apart are one kind.
fn kinds(of: usize, every: u32, leaves: &[Leaf]) -> Vec<u32> {
    let mut kinds = vec![every];
    for leaf in leaves {
        if let Asks::Fact { fact, answers } = leaf.asks
            && fact == of
        {
            let split = kinds.into_iter().flat_map(|kind| [kind & answers, kind & !answers]);
            kinds = split.filter(|&kind| kind != 0).collect();
        }
    }
    by_rank(kinds, |kind| u64::from(kind.trailing_zeros()))
}

/// The elements of each paper: that it is held; counts, the smaller before the larger; phrases.
fn papers(leaves: &[Leaf], elements: &mut Vec<Decides>) {
    for leaf in leaves {
        let Asks::Paper { paper: of, .. } = leaf.asks else { continue };
        if elements.contains(&Decides::Have(of)) {
            continue;
        }
        let mut counts: Vec<u32> = Vec::new();
        let mut phrases: Vec<Decides> = Vec::new();
        for leaf in leaves {
            let Asks::Paper { paper, coverage, count } = &leaf.asks else { continue };
            if *paper != of {
                continue;
            }
            for phrase in coverage.phrases() {
                let covers = Decides::Covers(of, phrase.clone());
                if !phrases.contains(&covers) {
                    phrases.push(covers);
                }
            }
            if *count > 1 && !counts.contains(count) {
                counts.push(*count);
            }
        }
        elements.push(Decides::Have(of));
        elements.extend(by_rank(counts, |&count| count.into()).into_iter().map(|count| Decides::Count(of, count)));
        elements.extend(phrases);
    }
}

/// The first element that is about the same fact or paper.
fn group(decides: &Decides, elements: &[Decides]) -> Element {
    let same = |other: &Decides| match (decides, other) {
        (Decides::Answer { fact, .. }, Decides::Answer { fact: other, .. }) => fact == other,
        _ => decides == other || (decides.paper().is_some() && decides.paper() == other.paper()),
    };
    elements.iter().position(same).map_or(0, size)
}

/// The elements that a leaf needs, and those of which it needs one.
fn decided_by(at: usize, leaf: &Leaf, elements: &[Decides]) -> (Vec<Element>, Option<Vec<Element>>) {
    let those = |wanted: &dyn Fn(&Decides) -> bool| -> Vec<Element> {
        (0..).zip(elements).filter(|(_, decides)| wanted(decides)).map(|(element, _)| element).collect()
    };
    match &leaf.asks {
        Asks::Fact { fact: of, answers: serve } => {
            let serves = |decides: &Decides| match decides {
                Decides::Answer { fact, answers } => fact == of && answers & !serve == 0,
                _ => false,
            };
            (Vec::new(), Some(those(&serves)))
        }
        Asks::Paper { paper: of, coverage, count: most } => {
            let covers = |decides: &Decides| match decides {
                Decides::Covers(paper, phrase) => paper == of && coverage.phrases().contains(phrase),
                _ => false,
            };
            // Whoever has three has two as well.
            let counts = |decides: &Decides| match decides {
                Decides::Have(paper) => paper == of,
                Decides::Count(paper, count) => paper == of && count <= most,
                _ => false,
            };
            match coverage {
                Coverage::Any(_) => (those(&counts), Some(those(&covers))),
                _ => (those(&|decides| counts(decides) || covers(decides)), None),
            }
        }
        Asks::OnRequest(_) | Asks::Unlisted => (those(&|decides| *decides == Decides::Beyond(at)), None),
    }
}

/// Every answer to a fact, as a set of places in the registry.
pub(super) fn every_answer(registry: &Registry, fact: &str) -> u32 {
    registry.fact(fact).map_or(0, |fact| (0..fact.answers.len()).fold(0, |set, at| set | bit(at)))
}
