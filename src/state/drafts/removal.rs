//! What was taken out of a draft and can be put back: papers with all that was said of them, and
//! targets.

use std::sync::Arc;

use leptos::prelude::*;

use super::Drafts;
use crate::draft::{Draft, Target};
use crate::profile::WrittenHolding;

/// What was taken out of a draft.
#[derive(Debug, Clone)]
pub struct Removed {
    /// The papers, as they were.
    pub papers: Vec<WrittenHolding>,
    /// The targets.
    pub targets: Vec<Target>,
    before: Arc<Draft>,
    after: Arc<Draft>,
}

impl Removed {
    /// What a change took out; none where nothing is gone that a tick would not bring back: a paper
    /// of which nothing more was said is held again as quickly as this could be read.
    pub(super) fn by(before: Arc<Draft>, after: Arc<Draft>) -> Option<Self> {
        let is_gone = |paper: &&WrittenHolding| {
            let is_said = **paper != WrittenHolding::of(&paper.document, paper.holder);
            let same = |one: &WrittenHolding| one.document == paper.document && one.holder == paper.holder;
            is_said && !after.profile.documents.iter().any(same)
        };
        let papers: Vec<_> = before.profile.documents.iter().filter(is_gone).cloned().collect();
        let is_gone = |target: &&Target| !after.has_target(&target.catalog, &target.path);
        let targets: Vec<_> = before.targets.iter().filter(is_gone).cloned().collect();
        (!papers.is_empty() || !targets.is_empty()).then_some(Self { papers, targets, before, after })
    }
}

impl Drafts {
    /// What the last change took out of a draft.
    #[must_use]
    pub fn removed(self) -> Option<Removed> {
        self.desk.with(|desk| desk.removed.clone())
    }

    /// Puts it back. What was said since stays.
    pub fn undo_removal(self) {
        let Some(Removed { before, after, .. }) = self.desk.with_untracked(|desk| desk.removed.clone()) else { return };
        self.change(&before.id, |draft| {
            let merged = Draft::merge(&after, draft, &before);
            *draft = Draft { updated: draft.updated, ..merged.draft };
        });
        self.settle_removal();
    }

    /// It was meant.
    pub fn settle_removal(self) {
        self.desk.update(|desk| desk.removed = None);
    }
}
