//! A draft, to be sent to somebody or kept: its targets with one list of papers for all of them.

use leptos::prelude::untrack;

use super::app::called;
use super::hand_over::{Handed, hand_over, version};
use super::{Page, on_demand};
use crate::address::Place;
use crate::browser::{self, El};
use crate::checklist::{Chosen, Sheet, checklist};
use crate::draft::Draft;
use crate::i18n::{HandOver, messages};

/// Folded away, and not there for a draft without targets.
pub(super) fn take_along(page: Page, id: String) -> El {
    let name = format!("draft-{id}");
    let has_targets = {
        let id = id.clone();
        move || page.drafts.get(&id).is_some_and(|draft| !draft.targets.is_empty())
    };
    on_demand(HandOver::of(messages().language).take_along, "card", move || {
        let id = id.clone();
        let sheet = move || page.drafts.get(&id).map_or_else(Sheet::default, |draft| sheet(page, &draft));
        untrack(|| hand_over(page, &name, Handed { place: None, sheet: Box::new(sheet) }))
    })
    .class("take-along")
    .live_flag("hidden", move || !has_targets())
}

/// The draft as a sheet.
pub(super) fn sheet(page: Page, draft: &Draft) -> Sheet {
    let say = messages();
    let data = page.data();
    let found = draft.targets.iter().filter_map(|target| {
        let (rules, at, _) = data.find(target.catalog.as_str(), &target.path)?;
        let place = Place::Category(target.catalog.to_string(), target.path.clone());
        Some((rules, at, version(page, rules.catalog), browser::whole_address(&place.fragment())))
    });
    let found: Vec<_> = found.collect();
    let chosen: Vec<Chosen<'_>> =
        found.iter().map(|(rules, at, version, link)| Chosen { rules, at: *at, version, link }).collect();
    let (profile, _) = draft.profile.salvage(data.registry);
    let list = checklist(called(draft), &chosen, data.registry, &profile, page.checker.today, say);
    list.with_progress(draft).sheet(say)
}
