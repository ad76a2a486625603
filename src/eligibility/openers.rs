//! Which single papers open most.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::order::by_rank;
use crate::profile::Paper;

use super::evaluate::CatalogEvaluation;
use super::outcome::{Evaluation, PaperStep, Step, Verdict};

/// A paper that is not held, and what getting it would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opener {
    /// The paper.
    pub paper: Paper,
    /// The phrases that it must cover to do all of it.
    pub covers: Vec<Arc<str>>,
    /// How many of it there must be to do all of it.
    pub count: u32,
    /// The categories that become Ready with it alone, by position in the catalog.
    pub opens: Vec<usize>,
    /// The categories that become Ready with it once open questions are answered as they need.
    pub opens_if_confirmed: Vec<usize>,
    /// The categories that need one paper less with it, and at least one more: it stands in a
    /// route of the fewest papers.
    pub nearer: Vec<usize>,
}

impl Opener {
    fn of(paper: &Paper) -> Self {
        Self {
            paper: paper.clone(),
            covers: Vec::new(),
            count: 1,
            opens: Vec::new(),
            opens_if_confirmed: Vec::new(),
            nearer: Vec::new(),
        }
    }

    fn asks(&mut self, step: &PaperStep) {
        self.count = self.count.max(step.count);
        for phrase in &step.covers {
            if !self.covers.contains(phrase) {
                self.covers.push(phrase.clone());
            }
        }
    }
}

/// Every paper that opens a category or brings it nearer: those first that open most by
/// themselves, then those that open most once questions are answered, then those that bring most
/// nearer.
#[must_use]
pub fn openers(evaluation: &CatalogEvaluation) -> Vec<Opener> {
    let mut found: Vec<Opener> = Vec::new();
    let mut places = FxHashMap::default();
    for one in evaluation.categories.iter().filter(|one| matches!(one.verdict, Verdict::Ask | Verdict::Missing)) {
        look_at(one, &mut found, &mut places);
    }
    by_rank(found, |opener| {
        let most = |list: &[usize]| u64::try_from(list.len()).unwrap_or(u64::MAX).min(0xf_ffff);
        let rank = most(&opener.opens) << 40 | most(&opener.opens_if_confirmed) << 20 | most(&opener.nearer);
        u64::MAX.saturating_sub(rank)
    })
}

/// Looks at the routes of a category that need one paper, or else as few as possible.
fn look_at<'a>(evaluation: &'a Evaluation, found: &mut Vec<Opener>, places: &mut FxHashMap<&'a Paper, usize>) {
    let mut seen = Vec::new();
    let fewest = evaluation.fewest_papers().unwrap_or(0).max(1);
    for route in evaluation.routes.iter().filter(|route| route.papers() == fewest) {
        let asks_nothing = route.len() == fewest;
        for step in route.steps().filter_map(new_paper) {
            let at = *places.entry(&step.paper).or_insert_with(|| {
                found.push(Opener::of(&step.paper));
                found.len().saturating_sub(1)
            });
            seen.push(at);
            let Some(opener) = found.get_mut(at) else { continue };
            opener.asks(step);
            let list = match (fewest, asks_nothing) {
                (1, true) => &mut opener.opens,
                (1, false) => &mut opener.opens_if_confirmed,
                _ => &mut opener.nearer,
            };
            // The categories come one after the other.
            if list.last() != Some(&evaluation.category) {
                list.push(evaluation.category);
            }
        }
    }
    // Where one of its routes needs no confirmation, a paper opens without.
    if fewest == 1 {
        for at in seen {
            let Some(opener) = found.get_mut(at) else { continue };
            let here = Some(&evaluation.category);
            if opener.opens.last() == here && opener.opens_if_confirmed.last() == here {
                opener.opens_if_confirmed.pop();
            }
        }
    }
}

/// The paper of a step that brings a paper which is not held now.
fn new_paper(step: &Step) -> Option<&PaperStep> {
    match step {
        Step::Obtain(step) | Step::Renew(step) => Some(step),
        Step::Confirm(_) | Step::Extend(_) | Step::Count(_) => None,
    }
}
