//! The applicant that a form is about: that of the draft in use, or that of the draft on screen.

use leptos::prelude::With;

use super::Page;
use super::draft::Shown;
use crate::profile::{Profile, WrittenProfile};

/// Where a form reads answers, and where it puts them.
#[derive(Clone, Copy)]
pub(super) enum Applicant {
    /// Of the draft in use.
    InUse(Page),
    /// Of the draft on screen, which may be another one.
    OnScreen(Shown),
}

impl Applicant {
    /// The page that the form is on.
    pub(super) fn page(self) -> Page {
        match self {
            Self::InUse(page) => page,
            Self::OnScreen(shown) => shown.page,
        }
    }

    /// What is known of the applicant, tracked.
    pub(super) fn look<T>(self, look: impl FnOnce(&Profile) -> T) -> T {
        match self {
            Self::InUse(page) => look(&page.checker.answers().profile),
            Self::OnScreen(shown) => shown.answers.with(|answers| look(&answers.profile)),
        }
    }

    /// Changes what is known, and keeps it.
    pub(super) fn edit(self, change: impl FnOnce(&mut WrittenProfile)) {
        match self {
            Self::InUse(page) => page.drafts.edit_profile(change),
            Self::OnScreen(shown) => shown.edit(|draft| change(&mut draft.profile)),
        }
    }
}
