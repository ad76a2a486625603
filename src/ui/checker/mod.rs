//! The checker: the applicant's situation beside every category of a catalog.

mod facts;
mod filters;
mod holding;
mod papers;
mod results;
mod summary;
mod take_along;

pub(super) use self::facts::{activities, choices};
pub(super) use self::holding::{coverage, editor, hold_button};
pub(super) use self::results::line;
pub(super) use self::summary::{counts, headline, named};

use leptos::prelude::{Get, Memo, untrack};

use super::Page;
use crate::address::Place;
use crate::browser::{self, El, el};
use crate::i18n::messages;

pub(super) fn screen(page: Page) -> Vec<El> {
    // The lines of the list take a slice of their own while the page starts.
    browser::later(move || drop(untrack(|| page.checker.groups())));
    let form = el("form")
        .class("sheet me")
        .attr("aria-labelledby", "me")
        .add(el("h2").id("me").text(messages().me))
        .add(super::guide::way_in(page))
        .fill(move || vec![facts::subject(page)])
        .fill(move || vec![facts::facts(page)])
        .fill(move || vec![papers::papers(page), facts::activities(page)])
        .on_submit(|| {});
    let answers = el("div")
        .class("answers")
        .fill(move || vec![summary::summary(page), summary::opener(page)])
        .fill(move || vec![filters::filters(page)])
        .fill(move || results::results(page).into_iter().chain([take_along::take_along(page)]).collect());
    // It changes with the catalog, not with every answer.
    let catalog = Memo::new(move |_| page.checker.rules().catalog.id.to_string());
    let imprint = el("div").live(move || {
        let id = catalog.get();
        let known = page.data().catalog(&id);
        let place = move || Place::Checker(page.navigation.filters());
        known.map(|known| super::imprint::imprint(page, known, place)).into_iter().collect()
    });
    vec![form, answers, imprint, summary::bottom_bar(page)]
}
