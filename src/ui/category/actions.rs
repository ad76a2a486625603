//! Add to draft, print, embed, take along.

use super::Shown;
use crate::address::Place;
use crate::browser::{self, El, el};
use crate::checklist::{Chosen, Sheet, checklist};
use crate::i18n::{DraftWords, EmbedWords, HandOver, messages};
use crate::ui::app::marked_button;
use crate::ui::hand_over::{Handed, hand_over, version};
use crate::ui::icon::{Icon, mark};
use crate::ui::{button, link};
use crate::wording::category_words;

pub(super) fn actions(shown: Shown) -> El {
    let say = messages();
    let drafts = shown.page.drafts;
    let (catalog, path) = (&shown.rules.catalog.id, &shown.category.path);
    let is_target = move || drafts.current().has_target(catalog, path);
    let target = button("go")
        .live_attr("aria-pressed", move || Some(is_target().to_string()))
        .add(mark(Icon::Target))
        .add(el("span").live_text(move || if is_target() { say.drop_target } else { say.add_target }.to_owned()))
        .on_click(move || drafts.edit(|draft| draft.toggle_target(catalog, path)));
    // The way to all that the draft is after stands beside what was just added to it.
    let to_draft = el("span").live(move || {
        let see = || link(&Place::Draft(drafts.current_id()).fragment(), DraftWords::of(say.language).open_draft);
        is_target().then(|| see().class("soft")).into_iter().collect()
    });
    // A catalog of the visitor's own is on nobody else's screen.
    let is_bundled = shown.page.library.bundled().catalog(catalog.as_str()).is_some();
    let to_embed = Place::Embed(catalog.to_string(), path.clone()).fragment();
    el("p")
        .class("actions")
        .add(target)
        .add(to_draft)
        .add(marked_button("soft", Icon::Print, say.print).on_click(browser::print))
        .add_some(is_bundled.then(|| link(&to_embed, EmbedWords::of(say.language).embed).class("soft")))
}

/// The answer, to be sent to somebody or kept.
pub(super) fn take_along(shown: Shown) -> El {
    let title = HandOver::of(messages().language).take_along;
    let handed = Handed { place: Some(Box::new(move || place(shown))), sheet: Box::new(move || sheet(shown)) };
    el("section")
        .class("sheet card")
        .attr("aria-labelledby", "take-along")
        .add(el("h2").id("take-along").text(title))
        .adds(hand_over(shown.page, "category", handed))
}

pub(super) fn place(shown: Shown) -> Place {
    Place::Category(shown.rules.catalog.id.to_string(), shown.category.path.clone())
}

fn sheet(shown: Shown) -> Sheet {
    let say = messages();
    let page = shown.page;
    let link = browser::whole_address(&place(shown).fragment());
    let version = version(page, shown.rules.catalog);
    let chosen = Chosen { rules: shown.rules, at: shown.at, version: &version, link: &link };
    let answers = leptos::prelude::untrack(|| page.checker.answers());
    let title = category_words(&shown.category.path, page.data().registry, say).text();
    checklist(&title, &[chosen], page.data().registry, &answers.profile, page.checker.today, say).sheet(say)
}
