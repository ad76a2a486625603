//! A catalog from a file.

use super::report;
use crate::browser::{self, El, ReadFile, el};
use crate::catalog::limits;
use crate::i18n::messages;
use crate::state::Outcome;
use crate::ui::{Page, link, p};

/// Published beside the page; a page that is one file has nothing beside it.
const SCHEMA: &str = "catalog.schema.json";

pub(super) fn load(page: Page) -> El {
    let say = messages();
    let read = move |(file, text): ReadFile| {
        let outcome = match text {
            Err(error) => Outcome::NotRead(file, error),
            Ok(text) => match page.library.load(&text) {
                Ok(catalog) => Outcome::Added(catalog.short.to_string(), catalog.categories.len()),
                Err(faults) => Outcome::Refused(file, faults),
            },
        };
        report(page, outcome);
    };
    let field = el("input")
        .id("catalog-file")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .on_file(limits::BYTES, read);
    el("section")
        .class("sheet source drop")
        .add(el("h2").text(say.own_load))
        .add(p("", say.own_load_hint))
        .add(el("p").add(el("label").attr("for", "catalog-file").text(say.choose_file).text(" ")).add(field))
        .add(p("src", &(say.own_limits)(limits::BYTES / (1024 * 1024), limits::CATEGORIES, limits::DEPTH)))
        .add_some((!browser::is_file()).then(|| p("src", "").add(link(SCHEMA, say.own_format))))
        .on_drop(limits::BYTES, read)
}
