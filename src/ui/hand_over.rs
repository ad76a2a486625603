//! Copy a link, copy a text, save a table: the same wherever something can be taken along.

use std::rc::Rc;

use leptos::prelude::{Get, GetUntracked, GetValue, RwSignal, Set, StoredValue, untrack};

use super::app::marked_button;
use super::icon::Icon;
use super::{Page, button, p};
use crate::address::{Link, Place};
use crate::browser::{self, El, el};
use crate::catalog::Catalog;
use crate::checklist::Sheet;
use crate::i18n::{HandOver, messages};
use crate::profile::WrittenProfile;

/// What can be taken along. It is made when it is asked for.
pub(super) struct Handed {
    /// Where a link leads; none where there is no place for it.
    pub(super) place: Option<Box<dyn Fn() -> Place>>,
    /// What is copied and saved.
    pub(super) sheet: Box<dyn Fn() -> Sheet>,
}

/// What was said last of something handed over, and a text that could not be.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// The id of the field with the text.
    field: StoredValue<String>,
    said: RwSignal<String>,
    by_hand: RwSignal<String>,
}

impl Told {
    /// Nothing yet. Two on one screen have different names.
    pub(super) fn new(name: &str) -> Self {
        let field = StoredValue::new(format!("{name}-by-hand"));
        Self { field, said: RwSignal::new(String::new()), by_hand: RwSignal::new(String::new()) }
    }
}

/// The buttons, what became of it, and the text where the browser hands nothing over. `name` tells
/// the ids of several apart.
pub(super) fn hand_over(page: Page, name: &str, handed: Handed) -> Vec<El> {
    let say = messages();
    let words = HandOver::of(say.language);
    let outcome = Told::new(name);
    let sheet: Rc<dyn Fn() -> Sheet> = handed.sheet.into();
    let copy_button = |title: &str, write: fn(&Sheet) -> String| {
        let sheet = sheet.clone();
        button("soft").text(title).on_click(move || copy(untrack(|| write(&sheet())), words.copied, outcome))
    };
    let save = {
        let sheet = sheet.clone();
        button("soft").text(words.save_csv).on_click(move || {
            let sheet = untrack(|| sheet());
            give_file(&sheet.file("csv"), "text/csv", sheet.csv(), outcome);
        })
    };
    let is_attached = RwSignal::new(false);
    let link = handed.place.map(|place| {
        marked_button("soft", Icon::Link, say.copy_link).on_click(move || {
            let profile = is_attached.get_untracked().then(|| untrack(|| page.drafts.current().profile));
            let is_empty = profile.as_ref().is_some_and(WrittenProfile::is_empty);
            let said = match &profile {
                None => words.copied_link,
                Some(_) if is_empty => words.no_profile_yet,
                Some(_) => words.copied_link_with_profile,
            };
            let link = Link::to(untrack(&place), profile.filter(|_| !is_empty));
            copy(browser::whole_address(&link.fragment()), said, outcome);
        })
    });
    let attach = link.is_some().then(|| {
        let hint = format!("{name}-attach-hint");
        let tick = el("input")
            .attr("type", "checkbox")
            .attr("aria-describedby", &hint)
            .live_checked(move || is_attached.get())
            .on_check(move |is| is_attached.set(is));
        el("div")
            .class("attach")
            .add(el("label").class("check").add(tick).add(el("span").text(words.with_profile)))
            .add(p("src", words.with_profile_hint).id(&hint))
    });
    let buttons = el("p")
        .class("actions")
        .add_some(link)
        .add(copy_button(words.copy_text, Sheet::text))
        .add(copy_button(words.copy_markdown, Sheet::markdown))
        .add(save);
    attach.into_iter().chain([buttons]).chain(told(outcome)).collect()
}

/// What became of it, and the text where the browser hands nothing over.
pub(super) fn told(outcome: Told) -> [El; 2] {
    let by_hand = el("textarea")
        .id(&outcome.field.get_value())
        .class("by-hand")
        .attr("readonly", "")
        .attr("rows", "6")
        .attr("aria-label", HandOver::of(messages().language).by_hand)
        .live_flag("hidden", move || outcome.by_hand.get().is_empty())
        .live_text(move || outcome.by_hand.get());
    [p("src", "").attr("role", "status").live_text(move || outcome.said.get()), by_hand]
}

/// Copies a text, or shows it, selected, where the browser does not copy.
pub(super) fn copy(text: String, said: &'static str, outcome: Told) {
    browser::copy(text.clone(), move |is_copied| {
        outcome.by_hand.set(if is_copied { String::new() } else { text.clone() });
        let words = if is_copied { said } else { HandOver::of(messages().language).copy_denied };
        outcome.said.set(words.to_owned());
        if !is_copied {
            browser::select_soon(outcome.field.get_value());
        }
    });
}

/// Hands out a file. A frame that may not save files does not learn it, so there the text stands by.
pub(super) fn give_file(file: &str, media_type: &str, text: String, outcome: Told) {
    let words = HandOver::of(messages().language);
    browser::save_file(file, media_type, &text);
    if browser::is_confined() {
        outcome.said.set((words.saved_perhaps)(file));
        outcome.by_hand.set(text);
        browser::select_soon(outcome.field.get_value());
    } else {
        outcome.said.set((words.saved)(file));
        outcome.by_hand.set(String::new());
    }
}

/// The version of a catalog's data.
pub(super) fn version(page: Page, catalog: &Catalog) -> String {
    page.library.version(catalog.id.as_str()).unwrap_or_default()
}
