//! A field that finds categories and makes them targets.

use std::sync::Arc;

use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Set, With};

use super::undo::Before;
use super::{Shown, words};
use crate::browser::{self, El, Item, el};
use crate::draft::Target;
use crate::i18n::messages;
use crate::search::{Found, Thing};
use crate::ui::icon::{Icon, mark};
use crate::ui::names::words as in_language;
use crate::ui::{button, p, search_field};
use crate::wording::{category_words, name_words};

/// The id of the field.
const FIELD: &str = "find-target";

/// How many categories are offered at once.
const OFFERED: usize = 8;

/// Enough to have as many, where papers and targets stand before them.
const ASKED: usize = 60;

/// Categories that are not targets yet.
#[derive(Debug, Clone, Default, PartialEq)]
struct Offers {
    targets: Vec<Target>,
    /// None is called as was typed; these come nearest.
    is_nearest: bool,
}

pub(super) fn adding(shown: Shown) -> El {
    let text = RwSignal::new(String::new());
    let offers = Memo::new(move |_| Arc::new(offers(shown, &text.get())));
    let add = move |target: &Target| {
        shown.edit(|draft| draft.add_target(&target.catalog, &target.path));
        shown.remember((words().added)(&name(shown, target)), Before::NoTarget(target.clone()));
        text.set(String::new());
        browser::focus(FIELD);
    };
    let add_first = move || {
        if let Some(first) = offers.get_untracked().targets.first() {
            add(first);
        }
    };
    let field = search_field(FIELD, words().find, words().find_hint)
        .live_value(move || text.get())
        .on_input(move |typed| text.set(typed))
        .on_enter(add_first);
    let list = el("ul").class("offers").live_list(move || {
        let item = |target: &Target| {
            let target = target.clone();
            Item::new(format!("{} {}", target.catalog, target.path), move || offer(shown, target, add))
        };
        offers.with(|offers| offers.targets.iter().map(item).collect())
    });
    let status = move || {
        let text = text.get();
        offers.with(|offers| match offers.targets.is_empty() {
            _ if text.trim().is_empty() => String::new(),
            true => (words().none_found)(text.trim()),
            false if offers.is_nearest => (words().nearest)(text.trim()),
            false => String::new(),
        })
    };
    el("div")
        .class("adding")
        .add(el("label").class("find").add(mark(Icon::Lens)).add(field))
        .add(p("src", "").attr("role", "status").live_text(status))
        .add(list)
}

fn name(shown: Shown, target: &Target) -> String {
    category_words(&target.path, shown.page.data().registry, messages()).words
}

fn offer(shown: Shown, target: Target, add: impl Fn(&Target) + 'static) -> El {
    let data = shown.page.data();
    let known = data.catalog(target.catalog.as_str());
    let catalog = name_words(known.map_or("", |known| &known.short), data.registry, messages()).words;
    let told = format!("{} · {catalog}", name(shown, &target));
    let press = button("offer").attr("aria-label", &(words().add)(&told)).add(mark(Icon::Plus));
    el("li").add(in_language(press, &told).on_click(move || add(&target)))
}

/// Categories of every catalog; those of the catalog of the last target come first among equals.
fn offers(shown: Shown, text: &str) -> Offers {
    if text.trim().is_empty() {
        return Offers::default();
    }
    let data = shown.page.data();
    let known = shown.answers.get();
    let catalog =
        known.targets.last().map_or_else(|| shown.page.navigation.catalog(), |one| one.target.catalog.to_string());
    let catalog = data.shelf(&catalog).catalog.id.to_string();
    let answer = data.index().search(text, &catalog, ASKED);
    let is_nearest = answer.is_nearest();
    let target = |found: &Found| {
        let Thing::Category(catalog, at) = found.thing else { return None };
        let catalog = data.shelves.get(catalog)?.catalog;
        Some(Target { catalog: catalog.id.clone(), path: catalog.categories.get(at)?.path.clone() })
    };
    let is_new = |target: &Target| known.targets.iter().all(|one| one.target != *target);
    let targets = answer.found.iter().filter_map(target).filter(is_new).take(OFFERED).collect();
    Offers { targets, is_nearest }
}
