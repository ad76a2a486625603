//! Papers: the list of all, and the page of one.

mod document;
mod list;
mod worth;

pub(super) use document::screen as document;
pub(super) use list::screen as list;

use super::Page;
use crate::catalog::{DocumentId, Holder};
use crate::profile::Paper;

/// A paper as it may be held: one's own, a partner's.
fn papers(document: &DocumentId) -> [Paper; 2] {
    [Holder::Own, Holder::Partner].map(|holder| Paper { document: document.clone(), holder })
}

/// The paper is held, whoever's it is.
fn is_held(page: Page, document: &DocumentId) -> bool {
    let answers = page.checker.answers();
    papers(document).iter().any(|paper| answers.profile.papers.contains_key(paper))
}
