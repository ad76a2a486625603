//! Every draft: open, rename, copy, delete with undo, save and read files, compare two, and what
//! could not be read.

mod card;
mod comparing;
mod files;
mod list;
mod moved;

pub(super) use files::file_name;
pub(super) use moved::moved;

use leptos::prelude::{Get, GetUntracked, RwSignal, Set, untrack};

use super::app::{called, marked_button};
use super::hand_over::{Told, told as handed};
use super::icon::Icon;
use super::{Page, button, heading, p, save_button};
use crate::browser::{self, El, el};
use crate::i18n::messages;
use crate::state::Unreadable;

/// The id of the button that brings a deleted draft back.
const UNDO: &str = "undo-delete";

pub(super) fn screen(page: Page) -> Vec<El> {
    let say = messages();
    let told = Told::new("drafts");
    let deleted = el("div").attr("role", "status").live(move || {
        let undo = |name: &str| {
            let back = button("soft").id(UNDO).text(say.undo).on_click(move || page.drafts.undo_delete());
            p("notice", &(say.deleted)(name)).add(back)
        };
        page.drafts.deleted().iter().map(|draft| undo(called(draft))).collect()
    });
    let [search, list, more] = list::list(page, told);
    let unreadable = el("section").live_flag("hidden", move || page.drafts.unreadable().is_empty());
    // It names every draft twice, and of hundreds nobody waits for it.
    let comparing = match untrack(|| page.drafts.list().len()) > list::SHOWN {
        true => browser::in_next_slice(move || comparing::comparing(page)),
        false => comparing::comparing(page),
    };
    vec![
        heading(say.drafts),
        p("lead", say.drafts_hint),
        deleted,
        el("div").adds(handed(told)),
        search,
        list,
        more,
        new_draft(page),
        comparing,
        files::files(page, told),
        unreadable
            .add(el("h2").text(say.unreadable))
            .add(el("ul").class("drafts").live(move || page.drafts.unreadable().into_iter().map(kept).collect())),
    ]
}

fn new_draft(page: Page) -> El {
    let say = messages();
    let name = RwSignal::new(String::new());
    // No form: in a frame that may not submit forms the browser would swallow the press.
    let create = move || {
        page.drafts.create(&name.get_untracked());
        name.set(String::new());
    };
    el("div")
        .class("new-draft")
        .add(el("label").attr("for", "new-draft").text(say.name_of_draft))
        .add(
            name_field("new-draft")
                .live_value(move || name.get())
                .on_input(move |words| name.set(words))
                .on_enter(create),
        )
        .add(marked_button("go", Icon::Plus, say.new_draft).on_click(create))
}

fn name_field(id: &str) -> El {
    el("input").id(id).attr("type", "text").attr("maxlength", "60").attr("autocomplete", "off")
}

fn kept(unreadable: Unreadable) -> El {
    let say = messages();
    let Unreadable { key, text, newer } = unreadable;
    let why = newer.map_or_else(|| say.unreadable_broken.to_owned(), say.unreadable_newer);
    let file = format!("{}.json", key.replace('/', "-"));
    el("li")
        .class("sheet draft")
        .add(el("div").add(el("h2").text(&key)).add(p("src", &why)))
        .add(el("p").class("actions").add(save_button(file, text)))
}
