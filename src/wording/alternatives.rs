//! Several ways of the same length in one sentence: what they share is said once, and what is
//! left is a choice.

use crate::eligibility::Step;

use super::Sentence;
use super::summary::{NAMED, Teller};

/// Of so many papers any so many: more than this are not named one by one.
const POOL: usize = 6;

/// Ways to get what is missing, all of them of one length; none twice.
pub(super) struct Alternatives<'a> {
    ways: Vec<Way<'a>>,
}

/// The papers of one way.
struct Way<'a> {
    steps: Vec<&'a Step>,
    /// Under which conditions it serves; empty where it always does.
    conditions: Vec<String>,
}

impl<'a> Alternatives<'a> {
    /// Routes that differ only in what is to be confirmed are one way with several conditions.
    pub(super) fn of(routes: impl Iterator<Item = (Vec<&'a Step>, String)>) -> Self {
        let mut ways: Vec<Way<'a>> = Vec::new();
        for (steps, condition) in routes {
            match ways.iter_mut().find(|way| way.steps == steps) {
                Some(way) => way.conditions.push(condition),
                None => ways.push(Way { steps, conditions: vec![condition] }),
            }
        }
        for way in &mut ways {
            if way.conditions.iter().any(String::is_empty) {
                way.conditions.clear();
            }
        }
        Self { ways }
    }

    /// Goes on with a sentence that said how many papers are missing.
    pub(super) fn told(&self, sentence: Sentence, is_cut: bool, teller: &Teller<'_>) -> Sentence {
        let say = teller.say;
        let Some(first) = self.ways.first() else { return sentence };
        let shared: Vec<&Step> =
            first.steps.iter().filter(|step| self.ways.iter().all(|way| way.steps.contains(step))).copied().collect();
        let choices: Vec<Vec<&Step>> = self
            .ways
            .iter()
            .map(|way| way.steps.iter().filter(|step| !shared.contains(step)).copied().collect())
            .collect();
        let has_one_condition = self.ways.iter().all(|way| way.conditions == first.conditions);
        let list = |steps: &[&Step]| steps.iter().map(|step| teller.step(step)).collect::<Vec<_>>().join(say.list);
        let under = |sentence: Sentence, way: &Way<'_>| match way.conditions.len() {
            0 => sentence,
            1..=NAMED => sentence.plain((say.under_condition)(&way.conditions.join(say.or))),
            _ => sentence,
        };
        let sentence = match (self.ways.len(), is_cut) {
            (1, false) => sentence.plain(say.colon).stressed(list(&first.steps)),
            _ if !is_cut && choices.iter().all(|choice| choice.len() == 1) => {
                let mut sentence = if shared.is_empty() {
                    sentence.plain(say.one_is_enough)
                } else {
                    sentence.plain(say.colon).stressed(list(&shared)).plain(say.and_one_of)
                };
                let between = if self.ways.len() > NAMED { say.list } else { say.or };
                for (at, (way, choice)) in self.ways.iter().zip(&choices).take(NAMED).enumerate() {
                    sentence = sentence.plain(if at > 0 { between } else { "" }).stressed(list(choice));
                    if !has_one_condition {
                        sentence = under(sentence, way);
                    }
                }
                match self.ways.len() {
                    0..=NAMED => sentence,
                    many => sentence.plain((say.one_of_so_many)(many)),
                }
            }
            _ => match pool(&choices).filter(|_| !is_cut && has_one_condition) {
                Some((pool, many)) if shared.is_empty() => {
                    sentence.plain((say.any_so_many)(many)).stressed(list(&pool))
                }
                Some((pool, many)) => {
                    let sentence = sentence.plain(say.colon).stressed(list(&shared));
                    sentence.plain((say.and_any_so_many)(many)).stressed(list(&pool))
                }
                None if !is_cut && self.ways.len() <= NAMED => {
                    let mut sentence = sentence.plain(say.one_group);
                    for (at, way) in self.ways.iter().enumerate() {
                        let group: Vec<String> = way.steps.iter().map(|step| teller.step(step)).collect();
                        sentence = sentence.plain(if at > 0 { say.or } else { "" }).stressed(group.join(say.together));
                        if !has_one_condition {
                            sentence = under(sentence, way);
                        }
                    }
                    sentence
                }
                None => {
                    let ways = if is_cut { say.many_ways.to_owned() } else { (say.ways)(self.ways.len()) };
                    let sentence = sentence.plain(ways).plain(say.for_example).stressed(list(&first.steps));
                    if has_one_condition { sentence } else { under(sentence, first) }
                }
            },
        };
        if has_one_condition { under(sentence, first) } else { sentence }
    }
}

/// The papers of which any so many do, where the choices are just that.
fn pool<'a>(choices: &[Vec<&'a Step>]) -> Option<(Vec<&'a Step>, usize)> {
    let many = choices.first()?.len();
    let mut pool: Vec<&Step> = Vec::new();
    for step in choices.iter().flatten() {
        if !pool.contains(step) {
            pool.push(step);
        }
    }
    // Different sets of one size from a pool are all such sets exactly if there are as many.
    let all = (0..many)
        .try_fold(1_usize, |all, at| all.checked_mul(pool.len().checked_sub(at)?)?.checked_div(at.checked_add(1)?))?;
    (pool.len() <= POOL && choices.len() == all).then_some((pool, many))
}
