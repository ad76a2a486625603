//! Catalogs of the visitor's own: read from a file, or made of pasted wording; kept apart from the
//! bundled ones, checked, handed out again, taken out.

mod load;
mod paste;

use leptos::prelude::{Get, Set};

use super::app::marked_button;
use super::icon::{Icon, mark};
use super::names::{named, named_link, words};
use super::{Page, button, heading, link, on_demand, p, save_button};
use crate::address::{Filters, Place};
use crate::browser::{self, El, FileError, el};
use crate::catalog::Fault;
use crate::i18n::messages;
use crate::lint::lint;
use crate::state::{Outcome, OwnCatalog, UnreadableCatalog};
use crate::wording::{category_words, fault_words, finding_words, name_words};

/// The id of what says what became of the last thing that was tried.
const OUTCOME: &str = "outcome";

pub(super) fn screen(page: Page) -> Vec<El> {
    let say = messages();
    let own = page.library.own();
    let unreadable = page.library.unreadable();
    let list = if own.is_empty() {
        p("src", say.own_none)
    } else {
        el("ul").class("drafts").adds(own.iter().map(|own| card(page, own)))
    };
    let unreadable = (!unreadable.is_empty()).then(|| {
        let items = unreadable.iter().map(kept);
        el("section").add(el("h2").text(say.own_unreadable)).add(el("ul").class("drafts").adds(items))
    });
    vec![
        heading(say.own_catalogs),
        p("lead", say.own_lead),
        el("div").id(OUTCOME).attr("role", "status").attr("tabindex", "-1").live(move || outcome(page)),
        load::load(page),
        paste::paste(page),
        el("h2").text(say.own_list),
        list,
        el("div").add_some(unreadable),
    ]
}

/// Says what became of something, and takes the focus there once the screen is drawn anew.
fn report(page: Page, outcome: Outcome) {
    page.workshop.outcome.set(Some(outcome));
    browser::focus_soon(OUTCOME.to_owned());
}

fn outcome(page: Page) -> Vec<El> {
    let say = messages();
    let Some(outcome) = page.workshop.outcome.get() else { return Vec::new() };
    let undo = page.library.before().map(|_| {
        button("soft").text(say.undo).on_click(move || {
            report(
                page,
                page.library.undo().map_or_else(|(id, faults)| Outcome::Refused(id, faults), |_| Outcome::Restored),
            );
        })
    });
    match outcome {
        Outcome::Added(name, categories) => {
            vec![p("notice good", &(say.own_added)(&name, categories)).text(" ").add_some(undo)]
        }
        Outcome::Pasted(address, path) => {
            let there = named_link(&address, &category_words(&path, page.data().registry, say));
            vec![p("notice good", say.pasted_added).add(there).text(" ").add_some(undo)]
        }
        Outcome::Removed(name) => vec![p("notice", &(say.deleted)(&name)).text(" ").add_some(undo)],
        Outcome::Restored => vec![p("notice good", say.own_restored)],
        Outcome::Refused(file, faults) => vec![
            p("notice", &(say.own_refused)(&file, faults.len())),
            el("ul").class("faults").adds(faults.iter().map(fault)),
        ],
        Outcome::NotRead(file, error) => {
            let why = match error {
                FileError::TooLarge => say.file_too_large,
                FileError::NotText => say.file_not_text,
                FileError::Unreadable => say.file_unreadable,
            };
            vec![p("notice", &(say.file_not_read)(&file, why))]
        }
    }
}

fn fault(fault: &Fault) -> El {
    words(el("li"), &fault_words(fault, messages()))
}

fn card(page: Page, own: &OwnCatalog) -> El {
    let say = messages();
    let catalog = own.catalog;
    let id = catalog.id.as_str();
    let filters = Filters { catalog: id.to_owned(), ..Filters::default() };
    let others = page.data().catalogs().filter(|other| other.platform == catalog.platform && other.id != catalog.id);
    let compare = others.map(|other| {
        let place = Place::Compare(other.id.to_string(), id.to_owned());
        link(&place.fragment(), &(say.compare_with)(&name_words(&other.short, page.data().registry, say).words))
            .class("quiet")
    });
    let called = |name: &str| name_words(name, page.data().registry, say);
    let publisher = called(&catalog.publisher).text();
    let source = (say.about_source_line)(catalog.categories.len(), &publisher, &catalog.date);
    let text = own.text.clone();
    let file = format!("{id}.json");
    let remove = button("soft").text(say.remove_catalog).on_click(move || {
        page.library.remove(catalog.id.as_str());
        report(page, Outcome::Removed(catalog.short.to_string()));
    });
    let findings = on_demand(say.findings, "", move || {
        let registry = page.data().registry;
        let found = lint(catalog, registry);
        let told = found.iter().map(|one| words(el("li"), &finding_words(one, registry, say)));
        vec![if found.is_empty() { p("src", say.no_findings) } else { el("ul").class("faults").adds(told) }]
    });
    el("li")
        .class("sheet draft own")
        .add(
            el("div")
                .add(el("h3").add(named_link(&Place::Checker(filters).fragment(), &called(&catalog.short))))
                .add(named(el("p"), &called(&catalog.title)))
                .add(words(p("src", ""), &source))
                .add(findings)
                .add(el("p").class("src links").adds(compare)),
        )
        .add(el("p").class("actions").add(save_button(file, text)).add(remove))
}

/// A kept text that is no catalog for this build: why, and as a file.
fn kept(one: &UnreadableCatalog) -> El {
    let UnreadableCatalog { id, text, faults } = one;
    let (file, text) = (format!("{id}.json"), text.clone());
    el("li")
        .class("sheet draft")
        .add(el("div").add(el("h3").text(id)).add(el("ul").class("faults").adds(faults.iter().map(fault))))
        .add(el("p").class("actions").add(save_button(file, text)))
}

/// A button that adds something.
fn add_button(words: &str) -> El {
    marked_button("go", Icon::Plus, words)
}

/// A remark with its mark.
fn warning(words: &str) -> El {
    el("p").class("warn").add(mark(Icon::Question)).add(el("span").text(words))
}
