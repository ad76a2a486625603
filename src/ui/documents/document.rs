//! One paper: its names, what it does for the applicant, and which categories ask for it in which
//! part.

use super::papers;
use super::worth::worth;
use crate::address::{Filters, Place};
use crate::browser::{El, el};
use crate::catalog::{Category, Coverage, Document, Holder, Kind};
use crate::eligibility::{PaperStep, Role};
use crate::i18n::{Documents, Language, messages};
use crate::order::by_rank;
use crate::profile::Paper;
use crate::search::Thing;
use crate::state::Shelf;
use crate::ui::checker::editor;
use crate::ui::names::{named, named_link, quoted, words};
use crate::ui::{Page, heading, link, not_found, p};
use crate::wording::{asked_name, category_words, confirm_words, document_words, name_words};

pub(in crate::ui) fn screen(page: Page, called: &str) -> Vec<El> {
    let say = Documents::of(messages().language);
    let all = || p("", "").add(link(&Place::Documents.fragment(), say.all));
    let Some((document, _)) = page.data().registry.document_called(called) else {
        let mut nothing = not_found::screen(&Place::Document(called.to_owned()).fragment());
        nothing.extend(nearest(page, called));
        nothing.push(all());
        return nothing;
    };
    let crumbs = el("nav").class("eyebrow crumbs").attr("aria-label", say.title);
    let title = document_words(document, messages());
    let asked: Vec<El> = page.data().shelves.iter().filter_map(|shelf| asking(page, shelf, document)).collect();
    let nobody = asked.is_empty().then(|| p("", say.asked_by_none));
    let mut parts = vec![
        crumbs.add(link(&Place::Documents.fragment(), say.all)),
        named(heading(""), &title),
        about(page, document),
        el("h2").text(say.worth),
        worth(page, &document.id),
        el("h2").text(say.have_it),
        have_it(page, document),
        el("h2").text(say.asked_by),
    ];
    parts.extend(asked.into_iter().chain(nobody));
    parts
}

/// How many papers are shown in place of one that is not known.
const NEAREST: usize = 5;

/// The papers whose names come nearest to one that is not known.
fn nearest(page: Page, called: &str) -> Vec<El> {
    let data = page.data();
    let found = data.index().among(called, &|thing| matches!(thing, Thing::Document(_)));
    let best_first = by_rank(found, |(.., rank)| u64::from(*rank));
    let entries: Vec<El> = best_first
        .into_iter()
        .filter_map(|(thing, ..)| match thing {
            Thing::Document(place) => data.registry.documents.get(place),
            Thing::Category(..) => None,
        })
        .take(NEAREST)
        .map(|document| {
            let address = Place::Document(document.id.to_string()).fragment();
            el("li").add(named_link(&address, &document_words(document, messages())))
        })
        .collect();
    if entries.is_empty() {
        return Vec::new();
    }
    let title = el("h2").text(Documents::of(messages().language).nearest_title);
    vec![title, el("ul").class("sheet papers-list").adds(entries)]
}

/// What it is, who issues it, and what else it is called.
fn about(page: Page, document: &Document) -> El {
    let say = Documents::of(messages().language);
    let about = |of: El, name: &str, what: El| of.add(el("dt").text(name)).add(what);
    let mut list = about(el("dl").class("pairs"), say.kind_name, el("dd").text((say.kind)(document.kind)));
    if let Some(issuer) = &document.issuer {
        let issuer = name_words(issuer, page.data().registry, messages());
        list = about(list, say.issuer, named(el("dd"), &issuer));
    }
    // In English the heading has it.
    if messages().language == Language::Chinese && !document.english.is_empty() {
        list = about(list, say.english, el("dd").attr("lang", "en").text(&document.english));
    }
    let aliases = document.aliases.iter().map(|alias| {
        let covers: Vec<&str> = alias.covers.iter().map(AsRef::as_ref).collect();
        match covers.is_empty() {
            true => quoted(el("li"), &alias.name),
            false => words(el("li"), &(say.alias_covers)(&alias.name, &covers)),
        }
    });
    let aliases = el("dd").add(el("ul").adds(aliases));
    if document.aliases.is_empty() { list } else { about(list, say.aliases, aliases) }
}

/// The own paper and, where a category asks for one, a partner's: to be added or taken out, with
/// what it covers and how long it is valid.
fn have_it(page: Page, document: &Document) -> El {
    let is_asked = |paper: &Paper| {
        let shelves = &page.data().shelves;
        shelves
            .iter()
            .any(|shelf| shelf.papers().iter().any(|one| one.document == paper.document && one.holder == paper.holder))
    };
    let [own, partners] = papers(&document.id);
    let has_own = is_asked(&own) || !is_asked(&partners);
    let shown = [Some(own).filter(|_| has_own), Some(partners).filter(is_asked)];
    el("div").class("held").adds(shown.into_iter().flatten().map(|paper| editor(page, paper)))
}

/// The categories of one catalog that ask for it; none where none does.
fn asking(page: Page, shelf: &'static Shelf, document: &Document) -> Option<El> {
    let say = Documents::of(messages().language);
    let catalog = shelf.catalog;
    let rows: Vec<El> =
        catalog.asking(&document.id).map(|(at, category)| row(page, shelf, document, at, category)).collect();
    let filters = Filters { catalog: catalog.id.to_string(), ..Filters::default() };
    let name = name_words(&catalog.short, page.data().registry, messages());
    let title = named_link(&Place::Checker(filters).fragment(), &name);
    let many = el("small").text(&(say.categories)(rows.len()));
    (!rows.is_empty()).then(|| {
        el("section")
            .class("listing")
            .add(el("h3").add(title).text(" ").add(many))
            .add(el("ul").class("sheet asking").adds(rows))
    })
}

/// A category, with the part that each paper plays which it names, and what it asks of it.
fn row(page: Page, shelf: &'static Shelf, document: &Document, at: usize, category: &'static Category) -> El {
    let rules = shelf.rules();
    let address = Place::Category(rules.catalog.id.to_string(), category.path.clone()).fragment();
    let name = category_words(&category.path, page.data().registry, messages());
    let mut row = el("li").add(named_link(&address, &name));
    for paper in papers(&document.id) {
        let asked = asked(page, category, &paper);
        if !asked.is_empty() {
            let (tag, mut told) = part(page, rules.role(at, &paper));
            told.extend(asked.into_iter().flatten());
            row = row
                .add(words(el("p").class("src").add(el("span").class("tag").text(tag)).text(" "), &told.join(" · ")));
        }
    }
    row
}

/// Each way in which a category asks for a paper; nothing is said of one that is asked for as it is.
fn asked(page: Page, category: &Category, paper: &Paper) -> Vec<Option<String>> {
    let mut ways = Vec::new();
    category.requirement.walk(&mut |node| {
        if let Kind::Document(asked) = &node.kind
            && asked.document == paper.document
            && asked.holder == paper.holder
        {
            let covers = asked.coverage.phrases().to_vec();
            let is_plain = covers.is_empty() && asked.count <= 1 && asked.holder == Holder::Own;
            let step = PaperStep { paper: paper.clone(), covers, count: asked.count };
            let is_any = matches!(asked.coverage, Coverage::Any(_));
            let way = (!is_plain).then(|| asked_name(&step, is_any, page.data().registry, messages()));
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
    });
    ways
}

/// The part in one word and, where it is for some applicants only, whom it is for.
fn part(page: Page, role: Option<Role>) -> (&'static str, Vec<String>) {
    let say = Documents::of(messages().language);
    let Some(role) = role else { return (say.idle, Vec::new()) };
    let part = if role.is_required { say.required } else { say.alternative };
    if role.only_if.is_empty() {
        return (part, Vec::new());
    }
    let who = role.only_if.iter().map(|one| confirm_words(one, page.data().registry, messages()));
    let who: Vec<String> = who.collect();
    (say.some_applicants, vec![(say.only_if)(&who.join(say.and), part)])
}
