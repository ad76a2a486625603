//! The list of drafts. An agency has hundreds: of so many, those that were changed last are shown,
//! the others by their name or on demand.

use std::sync::Arc;

use leptos::prelude::{Get, RwSignal, Set, Update};

use super::card::card;
use crate::browser::{El, Item, el};
use crate::draft::Draft;
use crate::i18n::{Keeping, messages};
use crate::order::by_rank;
use crate::ui::app::called;
use crate::ui::hand_over::Told;
use crate::ui::{Page, button, search_field};

/// How many cards there are at first, and how many come with each press.
pub(super) const SHOWN: usize = 12;

pub(super) fn list(page: Page, told: Told) -> [El; 3] {
    let words = Keeping::of(messages().language);
    let (wanted, shown) = (RwSignal::new(String::new()), RwSignal::new(SHOWN));
    let search = search_field("find-draft", words.find_draft, words.find_draft).on_input(move |name| wanted.set(name));
    let search = el("p").add(search).live_flag("hidden", move || page.drafts.list().len() <= SHOWN);
    let list = el("ul").class("drafts").long_list(move || {
        let drafts = found(page, &wanted.get(), shown.get()).0;
        let items = drafts.iter().map(|draft| draft.id.clone());
        items.map(|id| Item::new(id.clone(), move || card(page, id, told))).collect()
    });
    let more = el("p").live(move || {
        let left = found(page, &wanted.get(), shown.get()).1;
        let more = move || shown.update(|shown| *shown = shown.saturating_add(SHOWN));
        let button = || button("soft").text(&(words.more_drafts)(left)).on_click(more);
        (left > 0).then(button).into_iter().collect()
    });
    [search, list, more]
}

/// The drafts of that name, the oldest first, and how many of them are left out. The one in use is
/// always there.
fn found(page: Page, wanted: &str, shown: usize) -> (Vec<Arc<Draft>>, usize) {
    let wanted = wanted.trim().to_lowercase();
    let (in_use, mut drafts) = (page.drafts.current_id(), page.drafts.list());
    drafts.retain(|draft| wanted.is_empty() || draft.id == in_use || called(draft).to_lowercase().contains(&wanted));
    let left = drafts.len().saturating_sub(shown);
    if left > 0 {
        let latest_first = |draft: &Arc<Draft>| match draft.id == in_use {
            true => 0,
            false => u64::MAX.saturating_sub(draft.updated),
        };
        drafts = by_rank(drafts, latest_first);
        drafts.truncate(shown);
        drafts = by_rank(drafts, |draft| draft.created);
    }
    (drafts, left)
}
