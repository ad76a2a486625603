//! What one paper is worth to an applicant.

use crate::catalog::{DocumentId, Holder};
use crate::profile::{Date, Paper, Profile};

use super::evaluate::{CatalogEvaluation, CatalogRules, Limits};
use super::openers::openers;
use super::outcome::Verdict;

/// What one paper does for an applicant in a catalog, be it the own one or a partner's. Categories
/// are told by their positions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Worth {
    /// The applicant has it: then only what it [`Self::opens`] is told.
    pub is_held: bool,
    /// The categories that are Ready with it and are not without it.
    pub opens: Vec<usize>,
    /// The categories that become Ready with it once open questions are answered as they need.
    pub opens_if_confirmed: Vec<usize>,
    /// The categories that need one paper less with it, and at least one more.
    pub nearer: Vec<usize>,
}

impl CatalogRules<'_> {
    /// What a paper is worth to this applicant.
    #[must_use]
    pub fn worth(&self, document: &DocumentId, profile: &Profile, today: Date) -> Worth {
        let papers = [Holder::Own, Holder::Partner].map(|holder| Paper { document: document.clone(), holder });
        let now = self.evaluate_within(Limits::LINE, profile, today);
        let mut without = profile.clone();
        let held = papers.iter().filter(|paper| without.papers.remove(paper).is_some());
        if held.count() > 0 {
            let before = ready(&self.evaluate_again(Limits::LINE, (profile, &now), &without, today));
            let opens = ready(&now).into_iter().filter(|one| !before.contains(one));
            return Worth { is_held: true, opens: opens.collect(), ..Worth::default() };
        }
        let mut worth = Worth::default();
        for opener in openers(&now).into_iter().filter(|opener| papers.contains(&opener.paper)) {
            add(&mut worth.opens, opener.opens);
            add(&mut worth.opens_if_confirmed, opener.opens_if_confirmed);
            add(&mut worth.nearer, opener.nearer);
        }
        // What the own paper opens, a partner's need not open as well.
        worth.opens_if_confirmed.retain(|one| !worth.opens.contains(one));
        worth
    }
}

fn ready(evaluation: &CatalogEvaluation) -> Vec<usize> {
    let categories = evaluation.categories.iter().filter(|one| one.verdict == Verdict::Ready);
    categories.map(|one| one.category).collect()
}

fn add(list: &mut Vec<usize>, more: Vec<usize>) {
    for one in more {
        if !list.contains(&one) {
            list.push(one);
        }
    }
}
