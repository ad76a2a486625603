//! What answering an open question would do: the best question is the one that settles most.
//!
//! A category is settled when no answer can change what is said of it any more: its questions are
//! none. For each open question and each of its answers this counts, exactly, the categories that
//! the answer settles. The questions are ranked by how many that is on average over their answers,
//! each counted alike; then by how many categories they touch; then by name. What touches nothing
//! is no question at all.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::order::{by_rank, pair};
use crate::profile::{Date, Profile};

use super::evaluate::{CatalogEvaluation, CatalogRules, Solved};
use super::formula::Decides;
use super::outcome::{Evaluation, Question};
use super::situation::{Knowledge, Situation, State};
use super::words::Words;

/// An open question, and what its answers would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prospect {
    /// The question.
    pub question: Question,
    /// The categories whose answer it can change, by position in the catalog; those first that ask
    /// little else.
    pub touches: Vec<usize>,
    /// How many of them each answer settles: in the order of the registry, or covered before lacking.
    pub settles: Vec<usize>,
}

impl Prospect {
    /// How many categories are settled whatever the answer.
    #[must_use]
    pub fn settles_at_least(&self) -> usize {
        self.settles.iter().copied().min().unwrap_or(0)
    }

    /// How many categories the answer that settles most does.
    #[must_use]
    pub fn settles_at_most(&self) -> usize {
        self.settles.iter().copied().max().unwrap_or(0)
    }

    /// How many categories are settled on average, as a whole number: larger by at least one
    /// wherever the average is larger. A fact has at most 32 answers, so two averages that differ
    /// do so by more than a 1024th.
    #[must_use]
    fn worth(&self) -> usize {
        let sum = self.settles.iter().fold(0_usize, |sum, many| sum.saturating_add(*many));
        sum.saturating_mul(2_048).checked_div(self.settles.len()).unwrap_or(0)
    }

    /// It is asked before the other.
    fn is_before(&self, other: &Self) -> bool {
        let rank = |one: &Self| (one.worth(), one.touches.len());
        let (own, others) = (rank(self), rank(other));
        own > others || (own == others && self.question < other.question)
    }
}

/// What answers settle, requirement by requirement: as long as an evaluation is the same one, so is
/// this.
#[derive(Debug, Clone, Default)]
pub struct Settled {
    /// By the number of the requirement.
    by_shape: Vec<Option<OneSettled>>,
}

/// The first evaluation of a requirement, and for each of its questions the answers that settle it.
type OneSettled = (Arc<Evaluation>, Arc<[u32]>);

impl Settled {
    fn of(&self, shape: usize, evaluation: &Arc<Evaluation>) -> Option<Arc<[u32]>> {
        let (known, settling) = self.by_shape.get(shape)?.as_ref()?;
        Arc::ptr_eq(known, evaluation).then(|| settling.clone())
    }
}

impl CatalogRules<'_> {
    /// Every question that is open in these categories, the one that settles most first.
    #[must_use]
    pub fn prospects(
        &self,
        evaluation: &CatalogEvaluation,
        profile: &Profile,
        today: Date,
        is_meant: &dyn Fn(usize) -> bool,
    ) -> Vec<Prospect> {
        self.prospects_again(&Settled::default(), evaluation, profile, today, is_meant).0
    }

    /// The same, with what was found for an earlier evaluation that this one goes on from: only
    /// requirements whose answer has changed are looked at again.
    #[must_use]
    pub fn prospects_again(
        &self,
        known: &Settled,
        evaluation: &CatalogEvaluation,
        profile: &Profile,
        today: Date,
        is_meant: &dyn Fn(usize) -> bool,
    ) -> (Vec<Prospect>, Settled) {
        let knowledge = Knowledge::of(&self.terms, self.registry, profile, today);
        let mut words = Words::new();
        let mut found: Vec<Prospect> = Vec::new();
        let mut places: FxHashMap<&Question, usize> = FxHashMap::default();
        // Categories of one shape ask the same, and an answer settles all of them or none.
        let mut alike: Vec<Vec<usize>> = vec![Vec::new(); self.shapes.len()];
        for one in evaluation.categories.iter().filter(|one| !one.questions.is_empty() && is_meant(one.category)) {
            if let Some(alike) = self.shape_of.get(one.category).and_then(|shape| alike.get_mut(*shape)) {
                alike.push(one.category);
            }
        }
        let mut settled = Settled { by_shape: Vec::with_capacity(alike.len()) };
        for (shape, (solved, alike)) in self.shapes.iter().zip(alike).enumerate() {
            let Some(first) = alike.first().and_then(|first| evaluation.categories.get(*first)) else {
                settled.by_shape.push(None);
                continue;
            };
            let settling = known.of(shape, first).unwrap_or_else(|| {
                let situation = Situation::of(&solved.formula, &knowledge);
                let settling = |question| self.settled_by(question, solved, &situation, &mut words);
                first.questions.iter().map(settling).collect()
            });
            for (question, answers) in first.questions.iter().zip(&*settling) {
                let place = *places.entry(question).or_insert_with(|| {
                    let settles = vec![0; self.answers(question)];
                    found.push(Prospect { question: question.clone(), touches: Vec::new(), settles });
                    found.len().saturating_sub(1)
                });
                let Some(prospect) = found.get_mut(place) else { continue };
                prospect.touches.extend(&alike);
                for (at, many) in (0..u32::BITS).zip(&mut prospect.settles) {
                    if answers & (1_u32 << at) != 0 {
                        *many = many.saturating_add(alike.len());
                    }
                }
            }
            settled.by_shape.push(Some((first.clone(), settling)));
        }
        let others = |at: usize| evaluation.categories.get(at).map_or(0, |one| one.questions.len());
        let mut ranked: Vec<Prospect> = Vec::new();
        for mut prospect in found {
            prospect.touches = by_rank(prospect.touches, |at| pair(others(*at), *at));
            let at = ranked.partition_point(|other| other.is_before(&prospect));
            ranked.insert(at, prospect);
        }
        (ranked, settled)
    }

    /// The answers that leave categories of this shape nothing to ask: each at its bit, in their order.
    fn settled_by(&self, question: &Question, solved: &Solved, situation: &Situation, words: &mut Words) -> u32 {
        let formula = &solved.formula;
        let mut settling = 0_u32;
        let mut suppose = |states: &dyn Fn(&Decides) -> Option<State>, answers: u32| {
            if solved.asks_nothing(words, &situation.supposing(states)) {
                settling |= answers;
            }
        };
        match question {
            Question::Fact(asked) => {
                let is_it = |fact: usize| self.terms.facts.get(fact) == Some(asked);
                for kinds in formula.facts.iter().filter(|kinds| is_it(kinds.fact)) {
                    for &kind in &kinds.kinds {
                        let answer = |decides: &Decides| match decides {
                            Decides::Answer { fact, answers } if *fact == kinds.fact => {
                                Some(if *answers == kind { State::Confirmed } else { State::Otherwise })
                            }
                            _ => None,
                        };
                        suppose(&answer, kind);
                    }
                }
            }
            Question::Coverage(paper, phrase) => {
                for (said, answers) in [(State::Held, 1), (State::Wanted, 2)] {
                    let covers = |decides: &Decides| match decides {
                        Decides::Covers(number, known) => {
                            (known == phrase && self.terms.papers.get(*number) == Some(paper)).then_some(said)
                        }
                        _ => None,
                    };
                    suppose(&covers, answers);
                }
            }
        }
        settling
    }

    /// How many answers a question has.
    fn answers(&self, question: &Question) -> usize {
        match question {
            Question::Fact(fact) => self.registry.fact(fact.as_str()).map_or(0, |fact| fact.answers.len()),
            Question::Coverage(..) => 2,
        }
    }
}
