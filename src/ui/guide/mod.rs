//! One question at a time, on the same profile as the checker's form.

mod answers;
mod question;
mod reason;
mod result;
mod topic;

pub(super) use self::reason::reason;
pub(super) use self::topic::question;

use leptos::prelude::{Effect, GetUntracked};

use super::{Page, heading, link};
use crate::address::{Asking, AskingStep, Filters, Place};
use crate::browser::{El, el};
use crate::eligibility::Topic;
use crate::i18n::{Guide, messages};
use crate::state::Data;

/// The words of the questions.
fn say() -> &'static Guide {
    Guide::of(messages().language)
}

pub(super) fn screen(page: Page, asking: &Asking) -> Vec<El> {
    match &asking.step {
        AskingStep::Next => vec![heading(say().step_by_step)],
        AskingStep::Topic(id) => question::screen(page, asking, &Topic::read(id)),
        AskingStep::Result => result::screen(page, asking),
    }
}

/// What the place is called.
pub(super) fn title(data: &Data, asking: &Asking) -> String {
    match &asking.step {
        AskingStep::Next => say().step_by_step.to_owned(),
        AskingStep::Topic(id) => question(&Topic::read(id), data.registry).unwrap_or_else(|| id.clone()),
        AskingStep::Result => say().result.to_owned(),
    }
}

/// `#/ask` stands for a question with an address of its own.
pub(super) fn follow(page: Page) {
    Effect::new(move |_| {
        let asking = page.navigation.asking();
        if asking.is_some_and(|asking| page.library.data().get_untracked().knows(&asking.filters.catalog)) {
            page.guide.settle();
        }
    });
}

/// The way in, with the filters that are set.
pub(super) fn way_in(page: Page) -> El {
    el("a").class("soft step").text(say().step_by_step).live_attr("href", move || {
        let filters = page.navigation.filters();
        Some(Place::Ask(Asking { filters, step: AskingStep::Next, passed: Vec::new() }).fragment())
    })
}

/// The way back to the list that the questions are about.
fn way_out(filters: &Filters) -> El {
    link(&Place::Checker(filters.clone()).fragment(), say().to_list)
}
