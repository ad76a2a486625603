//! What is stored, key by key, and the way to clear it.

use leptos::prelude::{Get, RwSignal, Set, untrack};

use super::app::marked_button;
use super::drafts::file_name;
use super::hand_over::{Told, give_file, told};
use super::icon::Icon;
use super::{Page, button, p};
use crate::browser::{self, El, el};
use crate::i18n::{Clearing, Keeping, messages};

/// The id of the dialog that asks.
const DIALOG: &str = "clear-all";

/// The id of what says that it was done.
const OUTCOME: &str = "cleared";

fn words() -> &'static Clearing {
    Clearing::of(messages().language)
}

pub(super) fn clearing(page: Page) -> Vec<El> {
    let many = move || page.kept.entries().len();
    // The browser tells of no change to what is stored, so the list is made when it is opened.
    let entries = RwSignal::new(Vec::<(String, usize)>::new());
    let summary = move || {
        let size = page.kept.entries().iter().fold(0_usize, |sum, (_, size)| sum.saturating_add(*size));
        (words().stored)(many(), &(words().bytes)(size))
    };
    let list = el("dl").class("pairs stored").live(move || {
        let entry = |(key, size): &(String, usize)| [el("dt").text(key), el("dd").text(&(words().bytes)(*size))];
        entries.get().iter().flat_map(entry).collect()
    });
    let stored = el("details")
        .live_flag("hidden", move || many() == 0)
        .add(el("summary").live_text(summary))
        .add(list)
        .on_toggle(move || entries.set(untrack(|| page.kept.entries())));
    let ask =
        button("soft").text(words().clear).attr("aria-haspopup", "dialog").on_click(|| browser::open_dialog(DIALOG));
    let outcome = el("div").id(OUTCOME).attr("role", "status").attr("tabindex", "-1").live(move || {
        let undo = || {
            button("soft small").text(messages().undo).on_click(move || {
                page.kept.undo();
                browser::focus_soon(super::HEADING.to_owned());
            })
        };
        page.kept.cleared().map(|many| p("notice", &(words().cleared)(many)).add(undo())).into_iter().collect()
    });
    vec![
        p("src", words().nothing).live_flag("hidden", move || many() > 0),
        stored,
        el("p").class("actions").live_flag("hidden", move || many() == 0).add(ask),
        outcome,
        dialog(page),
    ]
}

/// Asks once more, and offers the drafts as a file before.
fn dialog(page: Page) -> El {
    let keeping = Keeping::of(messages().language);
    let handed = Told::new("before-clearing");
    let title = format!("{DIALOG}-title");
    let export = button("soft").text(keeping.export_all).on_click(move || {
        give_file(&file_name(keeping.file_of_drafts), "application/json", page.drafts.export_all(), handed);
    });
    let clear = marked_button("go", Icon::Cross, words().confirm).on_click(move || {
        browser::close_dialog(DIALOG);
        page.kept.clear();
        browser::focus_soon(OUTCOME.to_owned());
    });
    let cancel = button("soft").text(words().cancel).on_click(|| browser::close_dialog(DIALOG));
    el("dialog")
        .id(DIALOG)
        .class("confirm")
        .attr("aria-labelledby", &title)
        .attr("closedby", "any")
        .add(el("h2").id(&title).text(words().title))
        .add(p("", "").live_text(move || (words().what)(page.kept.entries().len())))
        .add(p("", words().export_first))
        .add(el("p").class("actions").add(export))
        .adds(told(handed))
        .add(el("p").class("actions").add(cancel).add(clear))
}
