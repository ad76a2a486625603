//! The facts as the form lists them: what settles most first, and nothing moves under the hand.

use std::collections::BTreeMap;

use super::checker::Answers;
use super::data::Shelf;
use crate::browser::measured;
use crate::catalog::{AnswerId, FactId};
use crate::eligibility::{Prospect, Question, Settled};
use crate::profile::Date;

/// The facts that still matter and those that are answered, and what brought them into this order.
#[derive(Debug)]
pub(super) struct Questions {
    shelf: &'static Shelf,
    given: BTreeMap<FactId, AnswerId>,
    /// Every open question of the catalog.
    pub(super) prospects: Vec<Prospect>,
    /// What was found on the way, for the next time.
    settled: Settled,
    /// The facts but the subject, in the order of the form.
    pub(super) facts: Vec<&'static str>,
}

impl Questions {
    /// The questions to these answers, which followed on others.
    pub(super) fn of(before: Option<&Self>, answers: &Answers, today: Date) -> Self {
        let Answers { shelf, profile, evaluation, .. } = answers;
        let before = before.filter(|before| std::ptr::eq(before.shelf, *shelf));
        let nothing = Settled::default();
        let known = before.map_or(&nothing, |before| &before.settled);
        let (prospects, settled) =
            measured("leimu:prospects", || shelf.rules().prospects_again(known, evaluation, profile, today, &|_| true));
        let given = |fact: &str| profile.facts.get(fact);
        let own = |fact: &FactId| shelf.facts().iter().copied().find(|id| *id == fact.as_str());
        let open = prospects.iter().filter_map(|one| match &one.question {
            Question::Fact(fact) => own(fact),
            Question::Coverage(..) => None,
        });
        let listed = before.map_or(&[][..], |before| &before.facts);
        let answered = listed.iter().chain(shelf.facts()).copied().filter(|id| given(id).is_some());
        let best: Vec<&'static str> = answered.chain(open).collect();
        let last = match before {
            // A paper was added, say: the questions stand above it.
            Some(before) if before.given == profile.facts => listed.len(),
            Some(before) => listed
                .iter()
                .rposition(|fact| before.given.get(*fact) != given(fact))
                .map_or(0, |at| at.saturating_add(1)),
            None => 0,
        };
        let facts = arranged(listed, &best, last);
        Self { shelf, given: profile.facts.clone(), prospects, settled, facts }
    }
}

/// The best order that leaves so many of those at the beginning where they are: down to the one
/// that the hand is at.
fn arranged(before: &[&'static str], best: &[&'static str], kept: usize) -> Vec<&'static str> {
    let kept = before.iter().take(kept).filter(|fact| best.contains(fact));
    let mut arranged: Vec<&'static str> = Vec::new();
    for &fact in kept.chain(best) {
        if !arranged.contains(&fact) {
            arranged.push(fact);
        }
    }
    arranged
}

#[cfg(test)]
mod tests {
    use super::arranged;

    #[test]
    fn what_stands_above_the_answer_stays_and_the_best_follows() {
        for (case, before, best, kept, expected) in [
            ("at first", "", "a b c", 0, "a b c"),
            ("the first is answered", "a b c d", "a d c b", 1, "a d c b"),
            ("one in the middle is answered", "a b c d", "c d b a", 3, "a b c d"),
            ("what no longer matters goes", "a b c d", "c d", 3, "c d"),
            ("what begins to matter comes behind", "a b", "e a b", 2, "a b e"),
            ("an answer is taken back", "a b c d", "d c b a", 2, "a b d c"),
            ("the subject is answered, above all of them", "a b c", "c a b", 0, "c a b"),
        ] {
            let list = |words: &'static str| words.split_whitespace().collect::<Vec<_>>();
            assert_eq!(arranged(&list(before), &list(best), kept), list(expected), "{case}");
        }
    }
}
