//! Sources with their dates and warnings, and what is stored where.

use super::{Page, heading, link, link_out, p};
use crate::address::{Filters, Place};
use crate::browser::{El, el};
use crate::catalog::{Catalog, DateKnown};
use crate::i18n::messages;

pub(super) fn screen(page: Page) -> Vec<El> {
    let say = messages();
    let mut parts = vec![heading(say.about), p("lead", say.about_what), el("h2").text(say.about_sources)];
    parts.extend(page.library.bundled().catalogs().map(|catalog| source(page, catalog)));
    parts.extend([
        el("h2").text(say.about_storage),
        p("", say.about_storage_text),
        el("h2").text(say.about_licence),
        p("", say.about_licence_text),
    ]);
    parts
}

fn source(page: Page, catalog: &'static Catalog) -> El {
    let say = messages();
    let known = match catalog.date_known {
        DateKnown::Printed => say.date_printed,
        DateKnown::Inferred => say.date_inferred,
        DateKnown::Commit => say.date_commit,
    };
    let filters = Filters { catalog: catalog.id.to_string(), ..Filters::default() };
    let repairs = catalog.repairs.iter().map(|repair| {
        el("li")
            .add(el("span").class("src").text(&(say.line)(repair.line)))
            .text(&format!(" {} → {}", repair.fault, repair.repair))
    });
    let repairs = (!catalog.repairs.is_empty()).then(|| {
        el("details")
            .add(el("summary").text(&(say.repairs)(catalog.repairs.len())))
            .add(el("ul").class("repairs").adds(repairs))
    });
    let trades = catalog
        .forbidden
        .iter()
        .map(|one| el("li").add(el("b").text(&one.group).text("：")).text(&one.trades.join("、")));
    let forbidden = (!catalog.forbidden.is_empty())
        .then(|| el("details").add(el("summary").text(say.forbidden)).add(el("ul").class("repairs").adds(trades)));
    let data = page.data();
    let earlier = data.links.last(&catalog.id).and_then(|revision| data.catalog(revision.from.as_str()));
    let compare = earlier.map(|earlier| {
        let place = Place::Compare(earlier.id.to_string(), catalog.id.to_string());
        p("src", "").add(link(&place.fragment(), &(say.compare_with)(&earlier.short)))
    });
    el("section")
        .class("sheet source")
        .add(el("h3").add(link(&Place::Checker(filters).fragment(), &catalog.short)))
        .add(p("", &catalog.title))
        .add(p("src", &(say.about_source_line)(catalog.categories.len(), &catalog.publisher, &catalog.date)))
        .add_some(compare)
        .add(p("src", &format!("{known}：{}", catalog.date_note)))
        .add(p("src", &catalog.copy))
        .add(p("warn", &catalog.warning.words))
        .adds(catalog.links.iter().map(|one| p("src", "").add(link_out(&one.address, &one.title))))
        .adds(catalog.notes.iter().map(|note| p("src", &note.words)))
        .add_some(forbidden)
        .add_some(repairs)
}
