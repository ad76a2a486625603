//! Add to draft, copy link, print.

use leptos::prelude::{Get, RwSignal, Set};

use super::Shown;
use crate::browser::{self, El, el};
use crate::i18n::messages;
use crate::ui::app::marked_button;
use crate::ui::button;
use crate::ui::icon::{Icon, mark};

pub(super) fn actions(shown: Shown) -> El {
    let say = messages();
    let drafts = shown.page.drafts;
    let (catalog, path) = (&shown.rules.catalog.id, &shown.category.path);
    let is_target = move || drafts.current().has_target(catalog, path);
    let copied = RwSignal::new(String::new());
    let target = button("go")
        .live_attr("aria-pressed", move || Some(is_target().to_string()))
        .add(mark(Icon::Target))
        .add(el("span").live_text(move || if is_target() { say.drop_target } else { say.add_target }.to_owned()))
        .on_click(move || drafts.edit(|draft| draft.toggle_target(catalog, path)));
    let copy = marked_button("soft", Icon::Link, say.copy_link).on_click(move || {
        browser::copy(move |done| copied.set(if done { say.copied } else { say.copy_failed }.to_owned()));
    });
    el("p")
        .class("actions")
        .add(target)
        .add(copy)
        .add(marked_button("soft", Icon::Print, say.print).on_click(browser::print))
        .add(el("span").class("src").attr("role", "status").live_text(move || copied.get()))
}
