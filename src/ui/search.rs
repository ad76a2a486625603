//! The search over everything, in a dialog that opens from anywhere.

use std::sync::Arc;

use leptos::prelude::{Get, GetUntracked, Memo, RwSignal, Set};

use super::icon::{Icon, mark};
use super::names::{CHINESE, is_foreign, words};
use super::{HEADING, Page, button, p};
use crate::address::Place;
use crate::browser::{self, El, Stroke, el, measured};
use crate::i18n::{Searches, messages};
use crate::search::{Answer, Found, Marked, Thing};
use crate::wording::name_words;

const DIALOG: &str = "search";
const FIELD: &str = "search-text";
const LIST: &str = "search-found";

/// How many categories and how many papers are shown.
const SHOWN: usize = 10;

/// Enough to have both, where one kind stands before the other.
const ASKED: usize = 60;

/// The search, from inside closures.
#[derive(Clone, Copy)]
struct Search {
    page: Page,
    text: RwSignal<String>,
    /// The line that Enter opens.
    chosen: RwSignal<usize>,
    answer: Memo<Arc<Answer>>,
}

fn say() -> &'static Searches {
    Searches::of(messages().language)
}

/// `/` outside of fields, Ctrl and K anywhere.
pub(super) fn opens(stroke: Stroke<'_>) -> bool {
    let Stroke { key, is_command, in_field } = stroke;
    let is_meant = if is_command { key.eq_ignore_ascii_case("k") } else { key == "/" && !in_field };
    if is_meant {
        open();
    }
    is_meant
}

fn open() {
    browser::open_dialog(DIALOG);
    browser::focus(FIELD);
}

/// The button in the header.
pub(super) fn opener() -> El {
    button("to-search")
        .attr("aria-haspopup", "dialog")
        .attr("aria-keyshortcuts", "/ Control+K Meta+K")
        .attr("aria-label", say().search)
        .add(mark(Icon::Lens))
        .add(el("span").text(say().search))
        .add(el("kbd").attr("aria-hidden", "true").text("/"))
        .on_click(open)
}

/// The dialog, closed. What is in it comes after what can be seen.
pub(super) fn dialog(page: Page) -> El {
    el("dialog")
        .id(DIALOG)
        .class("search")
        .attr("aria-label", say().field)
        // A press beside the dialog closes it, where the browser knows how.
        .attr("closedby", "any")
        .fill(move || content(page))
}

fn content(page: Page) -> Vec<El> {
    let text = RwSignal::new(String::new());
    let answer = Memo::new(move |_| {
        let data = page.library.data().get();
        let text = text.get();
        if text.trim().is_empty() {
            return Arc::new(Answer { found: Vec::new(), more: 0 });
        }
        let on_screen = &data.shelf(&page.navigation.catalog()).catalog.id;
        let index = data.index();
        Arc::new(grouped(measured("leimu:search", || index.search(&text, on_screen.as_str(), ASKED))))
    });
    let search = Search { page, text, chosen: RwSignal::new(0), answer };
    let field = el("input")
        .id(FIELD)
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "go")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", LIST)
        .attr("aria-label", say().field)
        .attr("placeholder", say().hint)
        .live_attr("aria-expanded", move || Some((!answer.get().found.is_empty()).to_string()))
        .live_attr("aria-activedescendant", move || {
            let chosen = search.chosen.get();
            (chosen < answer.get().found.len()).then(|| option_id(chosen))
        })
        .live_value(move || text.get())
        .on_input(move |words| search.look_for(words))
        .on_key(move |key| search.press(key));
    let close = button("quiet").attr("aria-label", say().close).add(mark(Icon::Cross));
    let bar = el("div")
        .class("search-bar")
        .add(el("label").class("find").add(mark(Icon::Lens)).add(field))
        .add(close.on_click(|| browser::close_dialog(DIALOG)));
    vec![
        bar,
        el("p").class("src").attr("role", "status").live_text(move || search.status()),
        el("div").class("search-list").live(move || search.list()),
        el("div").live(move || search.examples()),
        p("src search-keys", say().keys).attr("aria-hidden", "true"),
    ]
}

fn option_id(at: usize) -> String {
    format!("{LIST}-{at}")
}

fn is_category(found: &Found) -> bool {
    matches!(found.thing, Thing::Category(..))
}

/// The best of each kind; the kind of the very best first.
fn grouped(answer: Answer) -> Answer {
    let many = answer.found.len().saturating_add(answer.more);
    let first = answer.found.first().is_some_and(is_category);
    let (same, others): (Vec<Found>, Vec<Found>) =
        answer.found.into_iter().partition(|found| is_category(found) == first);
    let found: Vec<Found> = same.into_iter().take(SHOWN).chain(others.into_iter().take(SHOWN)).collect();
    Answer { more: many.saturating_sub(found.len()), found }
}

impl Search {
    fn look_for(self, words: String) {
        self.chosen.set(0);
        self.text.set(words);
    }

    /// The arrows go round, Enter opens.
    fn press(self, key: &str) -> bool {
        let many = self.answer.get_untracked().found.len();
        let chosen = self.chosen.get_untracked();
        let last = many.saturating_sub(1);
        let next = match key {
            "ArrowDown" => {
                if chosen >= last {
                    0
                } else {
                    chosen.saturating_add(1)
                }
            }
            "ArrowUp" => chosen.checked_sub(1).unwrap_or(last),
            "Enter" => {
                let answer = self.answer.get_untracked();
                if let Some(place) = answer.found.get(chosen).and_then(|found| self.place(found)) {
                    self.leave();
                    browser::set_fragment(&place.fragment());
                }
                return true;
            }
            _ => return false,
        };
        self.chosen.set(next);
        browser::reveal(&option_id(next));
        true
    }

    /// Closes the dialog. The heading has the focus: that of the place to come, or of this one.
    fn leave(self) {
        browser::close_dialog(DIALOG);
        browser::focus(HEADING);
        self.look_for(String::new());
    }

    fn place(self, found: &Found) -> Option<Place> {
        let data = self.page.library.data().get_untracked();
        Some(match found.thing {
            Thing::Category(catalog, at) => {
                let catalog = data.shelves.get(catalog)?.catalog;
                Place::Category(catalog.id.to_string(), catalog.categories.get(at)?.path.clone())
            }
            Thing::Document(at) => Place::Document(data.registry.documents.get(at)?.id.to_string()),
        })
    }

    fn status(self) -> String {
        let (answer, text) = (self.answer.get(), self.text.get());
        match (answer.found.len(), answer.more) {
            (0, _) => String::new(),
            _ if answer.is_nearest() => (say().nearest)(text.trim()),
            (many, 0) => (say().found)(many),
            (many, more) => format!("{} · {}", (say().found)(many.saturating_add(more)), (say().more)(more)),
        }
    }

    fn list(self) -> Vec<El> {
        let answer = self.answer.get();
        let first =
            answer.found.iter().take_while(|found| is_category(found) == answer.found.first().is_some_and(is_category));
        let split = first.count();
        let list = el("div").id(LIST).attr("role", "listbox").attr("aria-label", say().field);
        let groups = [0..split, split..answer.found.len()].into_iter().filter(|group| !group.is_empty());
        vec![list.adds(groups.map(|group| self.group(&answer, group)))]
    }

    fn group(self, answer: &Answer, members: std::ops::Range<usize>) -> El {
        let first = members.start;
        let members = answer.found.get(members).unwrap_or_default();
        let is_categories = members.first().is_some_and(is_category);
        let (id, words) = match is_categories {
            true => ("search-categories", say().categories),
            false => ("search-papers", say().papers),
        };
        let lines = members.iter().enumerate().map(|(at, found)| self.line(first.saturating_add(at), found));
        el("div")
            .attr("role", "group")
            .attr("aria-labelledby", id)
            .add(el("h2").class("eyebrow").id(id).text(words))
            .adds(lines)
    }

    fn line(self, at: usize, found: &Found) -> El {
        let address = self.place(found).map(|place| place.fragment()).unwrap_or_default();
        let by = found.by.as_ref().map(|by| marked(el("small").class("by"), by));
        el("a")
            .id(&option_id(at))
            .class("hit")
            .attr("role", "option")
            .attr("tabindex", "-1")
            .attr("href", &address)
            .live_attr("aria-selected", move || Some((self.chosen.get() == at).to_string()))
            .add(marked(el("span").class("name"), &found.name))
            .add_some(by)
            .add(self.beside(found))
            .on_click(move || self.leave())
    }

    /// The catalog of a category, and its verdict where it is of the catalog on screen.
    fn beside(self, found: &Found) -> El {
        let beside = el("span").class("src where");
        let data = self.page.library.data().get_untracked();
        let Thing::Category(catalog, at) = found.thing else { return beside };
        let Some(shelf) = data.shelves.get(catalog).copied() else { return beside };
        let answers = self.page.checker.answers();
        let is_here = std::ptr::eq(answers.shelf, shelf);
        let verdict = answers.evaluation.categories.iter().find(|one| is_here && one.category == at).map(|one| {
            let class = format!("verdict {}", one.verdict.id());
            el("b").class(&class).add(mark(Icon::of_verdict(one.verdict))).text((messages().verdict)(one.verdict))
        });
        words(beside, &name_words(&shelf.catalog.short, data.registry, messages()).words).add_some(verdict)
    }

    /// What can be typed, as long as nothing is that could be found.
    fn examples(self) -> Vec<El> {
        if !self.answer.get().found.is_empty() {
            return Vec::new();
        }
        let example = |words: &'static str| {
            button("soft small").text(words).on_click(move || {
                self.look_for(words.to_owned());
                browser::focus(FIELD);
            })
        };
        vec![el("p").class("actions examples").text(say().try_these).adds(say().examples.map(example))]
    }
}

/// Words with their marks.
fn marked(around: El, words: &Marked) -> El {
    let around = if is_foreign(&words.text) { around.attr("lang", CHINESE) } else { around };
    words.pieces().iter().fold(around, |around, (piece, is_marked)| match is_marked {
        true => around.add(el("mark").text(piece)),
        false => around.text(piece),
    })
}
