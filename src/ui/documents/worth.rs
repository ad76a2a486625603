//! What a paper does for the applicant, catalog by catalog.

use super::is_held;
use crate::address::Place;
use crate::browser::{El, el};
use crate::catalog::{Catalog, DocumentId};
use crate::i18n::{Documents, messages};
use crate::state::Shelf;
use crate::ui::names::{named, named_link};
use crate::ui::{Page, p};
use crate::wording::{category_words, name_words};

/// How many categories are named; of the rest there is a number.
const NAMED: usize = 3;

/// Follows the profile in use.
pub(super) fn worth(page: Page, document: &'static DocumentId) -> El {
    let say = Documents::of(messages().language);
    el("div").class("worth").attr("role", "status").live(move || {
        let asking =
            page.data().shelves.iter().filter(|shelf| shelf.papers().iter().any(|one| one.document == *document));
        let lines: Vec<El> = asking.filter_map(|shelf| line(page, shelf, document)).collect();
        match (lines.is_empty(), is_held(page, document)) {
            (true, true) => vec![p("", say.keeps_nothing)],
            (true, false) => vec![p("", say.worth_nothing)],
            _ => vec![el("ul").adds(lines)],
        }
    })
}

/// One catalog; none where the paper changes nothing there.
fn line(page: Page, shelf: &'static Shelf, document: &DocumentId) -> Option<El> {
    let say = Documents::of(messages().language);
    let rules = shelf.rules();
    let worth = rules.worth(document, &page.checker.answers().profile, page.checker.today);
    let opens = if worth.is_held { say.keeps } else { say.opens };
    let told =
        [(opens, &worth.opens), (say.opens_if_confirmed, &worth.opens_if_confirmed), (say.nearer, &worth.nearer)];
    let told: Vec<El> = told
        .into_iter()
        .filter(|(_, list)| !list.is_empty())
        .map(|(words, list)| part(page, rules.catalog, words, list))
        .collect();
    let name = name_words(&rules.catalog.short, page.data().registry, messages());
    (!told.is_empty()).then(|| el("li").add(named(el("b"), &name)).add(el("ul").adds(told)))
}

/// How many categories, and the first of them.
fn part(page: Page, catalog: &'static Catalog, words: fn(usize) -> String, list: &[usize]) -> El {
    let say = messages();
    let mut part = el("li").text(&words(list.len()));
    let categories = list.iter().filter_map(|&at| catalog.categories.get(at));
    for (at, category) in categories.take(NAMED).enumerate() {
        let address = Place::Category(catalog.id.to_string(), category.path.clone()).fragment();
        let name = category_words(&category.path, page.data().registry, say);
        part = part.text(if at == 0 { say.colon } else { say.list }).add(named_link(&address, &name));
    }
    if list.len() > NAMED { part.text(" …") } else { part }
}
