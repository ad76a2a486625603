//! What has become of the papers of a draft: how far each is, and what its owner noted.

use serde::{Deserialize, Serialize};

use super::Draft;
use crate::catalog::Holder;
use crate::profile::Paper;

/// What has become of one paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// The paper, by registry id.
    pub document: String,
    /// Whose.
    #[serde(default, skip_serializing_if = "is_own")]
    pub holder: Holder,
    /// How far it is; none where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// What its owner noted; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// How far a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It is being prepared (准备中).
    Preparing,
    /// It is complete (已备齐).
    Ready,
    /// It was handed in to the platform (已提交).
    Submitted,
    /// The platform has accepted it (已过审).
    Approved,
}

impl State {
    /// Every state, in the order in which a paper goes through them.
    pub const EACH: [Self; 4] = [Self::Preparing, Self::Ready, Self::Submitted, Self::Approved];

    /// Its name in drafts.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Ready => "ready",
            Self::Submitted => "submitted",
            Self::Approved => "approved",
        }
    }
}

impl Progress {
    /// It is about this paper.
    #[must_use]
    pub fn is_of(&self, paper: &Paper) -> bool {
        self.document == paper.document.as_str() && self.holder == paper.holder
    }
}

impl Draft {
    /// What has become of a paper; none where nobody said anything.
    #[must_use]
    pub fn progress_of(&self, paper: &Paper) -> Option<&Progress> {
        self.progress.iter().find(|one| one.is_of(paper))
    }

    /// Says how far a paper is, or takes that back.
    pub fn set_state(&mut self, paper: &Paper, state: Option<State>) {
        self.change_progress(paper, |progress| progress.state = state);
    }

    /// Notes something about a paper, in the place of what was noted before.
    pub fn set_note(&mut self, paper: &Paper, note: &str) {
        self.change_progress(paper, |progress| note.clone_into(&mut progress.note));
    }

    fn change_progress(&mut self, paper: &Paper, change: impl FnOnce(&mut Progress)) {
        let known = self.progress.iter().position(|one| one.is_of(paper));
        let at = known.unwrap_or_else(|| {
            let document = paper.document.to_string();
            self.progress.push(Progress { document, holder: paper.holder, state: None, note: String::new() });
            self.progress.len().saturating_sub(1)
        });
        if let Some(progress) = self.progress.get_mut(at) {
            change(progress);
        }
        self.progress.retain(|one| one.state.is_some() || !one.note.is_empty());
    }
}

// serde hands over references, whatever the size.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_own(holder: &Holder) -> bool {
    *holder == Holder::Own
}
