//! Sources with their dates and warnings, what is stored where, which version this is.

use super::names::{named, named_link, remark, words};
use super::{Page, heading, link, link_out, p};
use crate::DATA_VERSION;
use crate::address::{Filters, Place};
use crate::browser::{self, El, el};
use crate::catalog::{Catalog, CategoryPath, DateKnown};
use crate::i18n::{Colophon, EmbedWords, messages};
use crate::wording::{Named, name_words};

pub(super) fn screen(page: Page) -> Vec<El> {
    let say = messages();
    let colophon = Colophon::of(say.language);
    let embed = EmbedWords::of(say.language);
    let keys = colophon.keys.iter().map(|(keys, what)| {
        let keys = keys.split(' ').fold(el("dt"), |keys, key| keys.text(" ").add(el("kbd").text(key)));
        (keys, el("dd").text(what))
    });
    let keys = keys.fold(el("dl").class("pairs"), |list, (keys, what)| list.add(keys).add(what));
    let mut parts = vec![
        heading(say.about),
        p("lead", say.about_what),
        p("src", colophon.chinese_only),
        el("h2").text(say.about_sources),
    ];
    parts.extend(page.library.bundled().catalogs().map(|catalog| source(page, catalog)));
    parts.extend([el("h2").text(say.about_storage), p("", say.about_storage_text)]);
    parts.extend(super::clearing::clearing(page));
    parts.extend([
        el("h2").text(colophon.offline),
        offline(),
        el("h2").text(embed.embed),
        p("", embed.about),
        el("p")
            .class("actions")
            .add(link(&Place::Embed(String::new(), CategoryPath::of(&[])).fragment(), embed.to_embed).class("soft")),
        el("h2").text(colophon.shortcuts),
        keys,
        el("h2").text(colophon.version),
        p("", &version(page)),
        el("h2").text(say.about_licence),
        p("", say.about_licence_text),
    ]);
    parts
}

/// The file that lies beside the page and has all of it.
const ONE_FILE: &str = "leimu.html";

fn offline() -> El {
    let colophon = Colophon::of(messages().language);
    if browser::is_file() {
        return p("", colophon.is_offline);
    }
    let save = link(ONE_FILE, colophon.save_offline).class("soft").attr("download", ONE_FILE);
    el("div").add(p("", colophon.offline_text)).add(el("p").class("actions").add(save))
}

/// Which program this is, and which data it has.
fn version(page: Page) -> String {
    let data = page.library.bundled();
    let categories = data.catalogs().map(|catalog| catalog.categories.len()).sum();
    let papers = data.registry.documents.len();
    (Colophon::of(messages().language).version_text)(env!("CARGO_PKG_VERSION"), DATA_VERSION, categories, papers)
}

fn source(page: Page, catalog: &'static Catalog) -> El {
    let say = messages();
    let called = |name: &str| name_words(name, page.data().registry, say);
    let known = match catalog.date_known {
        DateKnown::Printed => say.date_printed,
        DateKnown::Inferred => say.date_inferred,
        DateKnown::Commit => say.date_commit,
    };
    let filters = Filters { catalog: catalog.id.to_string(), ..Filters::default() };
    let data = page.data();
    let earlier = data.links.last(&catalog.id).and_then(|revision| data.catalog(revision.from.as_str()));
    let compare = earlier.map(|earlier| {
        let place = Place::Compare(earlier.id.to_string(), catalog.id.to_string());
        p("src", "").add(link(&place.fragment(), &(say.compare_with)(&called(&earlier.short).words)))
    });
    let line = (say.about_source_line)(catalog.categories.len(), &called(&catalog.publisher).text(), &catalog.date);
    let said = |around: El, words: &str| remark(around, words, data.registry);
    let told = |title: &str, words: &str| p("src", title).text(say.colon).add(said(el("span"), words));
    el("section")
        .class("sheet source")
        .add(el("h3").add(named_link(&Place::Checker(filters).fragment(), &called(&catalog.short))))
        .add(named(el("p"), &called(&catalog.title)))
        .add(words(p("src", ""), &line))
        .add_some(compare)
        .add(told(known, &catalog.date_note))
        .add(told(Colophon::of(say.language).copied_from, &catalog.copy))
        .add(said(p("warn", ""), &catalog.warning.words))
        .adds(pages(catalog, &called))
        .adds(catalog.notes.iter().map(|note| said(p("src", ""), &note.words)))
        .add_some(forbidden(catalog, &called))
        .add_some(repairs(catalog, &said))
}

/// The page that the catalog was taken from, and those that it links.
fn pages(catalog: &Catalog, called: &dyn Fn(&str) -> Named) -> Vec<El> {
    let colophon = Colophon::of(messages().language);
    let own = catalog.page.as_deref().map(|page| p("src", "").add(link_out(page, colophon.page)));
    let links = catalog.links.iter().filter(|one| Some(&*one.address) != catalog.page.as_deref());
    let links = links.map(|one| p("src", "").add(named(link_out(&one.address, ""), &called(&one.title))));
    let own = own.unwrap_or_else(|| p("src", colophon.not_given));
    std::iter::once(own).chain(links).collect()
}

fn forbidden(catalog: &Catalog, called: &dyn Fn(&str) -> Named) -> Option<El> {
    let say = messages();
    let trades = catalog.forbidden.iter().map(|one| {
        let trades = one.trades.iter().enumerate();
        let group = el("li").add(named(el("b"), &called(&one.group)).text(say.colon));
        trades.fold(group, |item, (at, trade)| named(if at == 0 { item } else { item.text(say.list) }, &called(trade)))
    });
    (!catalog.forbidden.is_empty())
        .then(|| el("details").add(el("summary").text(say.forbidden)).add(el("ul").class("repairs").adds(trades)))
}

fn repairs(catalog: &Catalog, said: &dyn Fn(El, &str) -> El) -> Option<El> {
    let say = messages();
    let repairs = catalog.repairs.iter().map(|repair| {
        let line = el("span").class("src").text(&(say.line)(repair.line));
        el("li")
            .add(line)
            .text(" ")
            .add(said(el("span"), &repair.fault))
            .text(" → ")
            .add(said(el("span"), &repair.repair))
    });
    (!catalog.repairs.is_empty()).then(|| {
        el("details")
            .add(el("summary").text(&(say.repairs)(catalog.repairs.len())))
            .add(el("ul").class("repairs").adds(repairs))
    })
}
