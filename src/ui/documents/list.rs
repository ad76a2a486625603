//! Every paper that a catalog asks for, by kind, those first that most categories ask for.

use std::rc::Rc;

use leptos::prelude::{Get, Memo, RwSignal, Set, With};

use super::is_held;
use crate::address::Place;
use crate::browser::{El, el};
use crate::catalog::{Document, DocumentKind};
use crate::i18n::{Documents, messages};
use crate::order::{by_rank, pair};
use crate::state::{CalledPapers, Shelf};
use crate::ui::icon::{Icon, mark};
use crate::ui::names::named_link;
use crate::ui::{Page, heading, p, search_field};
use crate::wording::{document_words, name_words};

/// The kinds of paper in the order of the page.
const KINDS: [DocumentKind; 8] = [
    DocumentKind::Licence,
    DocumentKind::Filing,
    DocumentKind::Certificate,
    DocumentKind::Approval,
    DocumentKind::Agreement,
    DocumentKind::Letter,
    DocumentKind::Screenshot,
    DocumentKind::Statement,
];

/// A paper in the list.
struct Entry {
    document: &'static Document,
    /// How many categories ask for it: of the catalog that was on screen last, and of all.
    asked: (usize, usize),
    /// Its place in the registry.
    place: usize,
}

/// The list and what is typed into its filter.
#[derive(Clone)]
struct List {
    page: Page,
    here: &'static Shelf,
    entries: Rc<[Entry]>,
    /// What the filter leaves; none where nothing is looked for.
    wanted: Memo<Option<CalledPapers>>,
}

pub(in crate::ui) fn screen(page: Page) -> Vec<El> {
    let say = Documents::of(messages().language);
    let text = RwSignal::new(String::new());
    let here = page.data().shelf(&page.navigation.catalog());
    let list = List {
        page,
        here,
        entries: entries(page, here),
        wanted: Memo::new(move |_| page.data().papers_called(&text.get(), &|_| true)),
    };
    let field = search_field("find-document", say.find, say.find_hint)
        .live_value(move || text.get())
        .on_input(move |words| text.set(words));
    let all = list.clone();
    let found = el("p").class("src").attr("role", "status").live_text(move || {
        let is_nearest = all.wanted.with(|wanted| wanted.as_ref().is_some_and(|wanted| wanted.is_nearest));
        match all.entries.iter().filter(|entry| all.is_wanted(entry)).count() {
            0 => (say.none)(text.get().trim()),
            many if is_nearest => (say.nearest)(text.get().trim(), many),
            many => (say.found)(many),
        }
    });
    let find = el("search").add(el("label").class("find").add(mark(Icon::Lens)).add(field));
    let groups = KINDS.map(|kind| list.group(kind));
    [heading(say.title), p("lead", say.lead), find, found].into_iter().chain(groups).collect()
}

impl List {
    fn is_wanted(&self, entry: &Entry) -> bool {
        self.wanted.with(|wanted| wanted.as_ref().is_none_or(|wanted| wanted.rank(entry.place).is_some()))
    }

    /// The papers of one kind.
    fn group(&self, kind: DocumentKind) -> El {
        let say = Documents::of(messages().language);
        let places =
            (0..self.entries.len()).filter(|&at| self.entries.get(at).is_some_and(|one| one.document.kind == kind));
        let places: Vec<usize> = places.collect();
        let rows = places.iter().filter_map(|&at| self.row(at));
        let rows = el("ul").class("sheet papers-list").adds(rows);
        let list = self.clone();
        let is_empty = move || !places.iter().filter_map(|&at| list.entries.get(at)).any(|entry| list.is_wanted(entry));
        el("section").class("listing").live_flag("hidden", is_empty).add(el("h2").text((say.kind)(kind))).add(rows)
    }

    fn row(&self, at: usize) -> Option<El> {
        let say = Documents::of(messages().language);
        let &Entry { document, asked: (here, everywhere), .. } = self.entries.get(at)?;
        let name = document_words(document, messages());
        let address = Place::Document(document.id.to_string()).fragment();
        let catalog = name_words(&self.here.catalog.short, self.page.data().registry, messages()).words;
        let (page, list) = (self.page, self.clone());
        let held = el("span")
            .class("tag mine")
            .add(mark(Icon::Tick))
            .text(say.held)
            .live_flag("hidden", move || !is_held(page, &document.id));
        let is_unwanted = move || list.entries.get(at).is_none_or(|entry| !list.is_wanted(entry));
        let row = el("li").live_flag("hidden", is_unwanted).add(named_link(&address, &name));
        Some(row.text(" ").add(held).add(p("src", &(say.asked)(&catalog, here, everywhere))))
    }
}

fn entries(page: Page, here: &'static Shelf) -> Rc<[Entry]> {
    let data = page.data();
    let documents = data.registry.documents.iter().enumerate().map(|(place, document)| {
        let everywhere = data.shelves.iter().map(|shelf| asking(shelf, document)).sum();
        Entry { document, asked: (asking(here, document), everywhere), place }
    });
    by_rank(documents.collect(), |Entry { asked: (here, everywhere), .. }| {
        u64::MAX.saturating_sub(pair(*everywhere, *here))
    })
    .into()
}

/// How many categories of a catalog ask for a paper, whoever's it is.
fn asking(shelf: &Shelf, document: &Document) -> usize {
    let mut asked = shelf.papers().iter().filter(|one| one.document == document.id);
    match (asked.next(), asked.next()) {
        (Some(only), None) => only.categories,
        (None, _) => 0,
        // The own one and a partner's may stand in one category.
        _ => shelf.catalog.asking(&document.id).count(),
    }
}
