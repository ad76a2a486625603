//! The frame of the page: header, notices, the place that the address names.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::{Effect, Get, GetUntracked, Memo, untrack};

use super::icon::{Icon, mark};
use super::names::{quoted, words};
use super::{Page, button, link, p};
use crate::address::{Asking, AskingStep, Embedding, Filters, Place};
use crate::browser::{self, El, Word, el};
use crate::catalog::CategoryPath;
use crate::draft::Draft;
use crate::eligibility::Solving;
use crate::i18n::{Documents, DraftWords, EmbedWords, HandOver, Language, messages, speak};
use crate::state::{
    Answers, Arrivals, Cabinet, Checker, Data, Drafts, Edition, Guide, Host, Kept, Library, Loading, Navigation,
    Settings, Shelf, Theme, Workshop,
};
use crate::wording::{category_words, document_words, name_words};

/// Draws the page in place of the static frame, and anew in another language.
pub fn start() {
    leptos::mount::mount_to_body(|| browser::start_in_slices(|| load(Loading::Begun)));
}

/// Loads the catalogs step by step, and opens the page with them.
fn load(loading: Loading) {
    match loading.go_on() {
        Loading::Done(data) => browser::later(move || open(data)),
        going => browser::later(move || load(going)),
    }
}

fn open(data: Option<&'static Data>) {
    let Some(desk) = data.map(Desk::open) else {
        return browser::mount(|| vec![el("main").class("page").add(p("notice", messages().data_broken))]);
    };
    if desk.host.is_none() {
        browser::on_key(super::search::opens);
    }
    Effect::new(move |_| browser::set_theme(desk.settings.theme().map(Theme::id)));
    browser::once_painted(move || {
        let shelf = desk.library.data().get_untracked().shelf(&desk.navigation.catalog());
        make_ready(shelf, shelf.solving(), move || draw(desk));
    });
}

/// How many categories are made ready between two looks at the clock.
const AT_ONCE: usize = 8;

/// Makes the rules of a catalog, which the first screen waits for: on a phone they take several slices.
fn make_ready(shelf: &'static Shelf, solving: Option<Solving<'static>>, then: impl FnOnce() + 'static) {
    let Some(mut solving) = solving else { return then() };
    for _ in 0..AT_ONCE {
        solving.go_on();
    }
    if solving.has_more() {
        browser::later(move || make_ready(shelf, Some(solving), then));
    } else {
        shelf.solved(solving);
        then();
    }
}

fn draw(desk: Desk) {
    // The first answers take a slice of their own, too.
    browser::later(move || drop(desk.answers.get_untracked()));
    browser::later(move || {
        browser::mount(move || {
            let language = desk.settings.language();
            speak(language);
            browser::set_language(language.tag());
            untrack(|| page(desk))
        });
        if desk.host.is_some() {
            browser::once_started(|| {
                browser::follow_height();
                browser::tell_host(&Word::Ready);
            });
        }
        // What is kept was all downloaded for what is on screen now.
        browser::later(move || browser::keep_offline(move |newer| desk.edition.receive(newer)));
    });
}

/// What stays as it is while the page is drawn anew.
#[derive(Clone, Copy)]
struct Desk {
    library: Library,
    drafts: Drafts,
    arrivals: Arrivals,
    navigation: Navigation,
    answers: Memo<Arc<Answers>>,
    settings: Settings,
    workshop: Workshop,
    kept: Kept,
    edition: Edition,
    host: Option<Host>,
}

impl Desk {
    /// Everything that is kept, beside the bundled catalogs.
    fn open(data: &'static Data) -> Self {
        let mut embedding = Embedding::read(&browser::query());
        if embedding.is_some() && !browser::is_framed() {
            // A link out of a frame was followed: this is the whole page.
            browser::forget_query();
            embedding = None;
        }
        let keeps = embedding.as_ref().is_none_or(|asked| !asked.apart);
        let storage = browser::Storage::open().ok().filter(|_| keeps);
        let cabinet = storage.map(|storage| Rc::new(storage) as Rc<dyn Cabinet>);
        let system = Language::preferred(&browser::languages());
        let settings = match &embedding {
            Some(asked) => Settings::of_host(asked, system),
            None => Settings::open(cabinet.clone(), system),
        };
        // A draft that a link brings along is named at once.
        speak(settings.language());
        let library = Library::open(data, cabinet.clone());
        let drafts = browser::measured("leimu:drafts", || Drafts::open(cabinet, browser::now));
        let arrivals = Arrivals::new();
        drafts.follow(library);
        let dated = move |place| library.data().get_untracked().dated(place);
        let navigation = Navigation::follow(dated, move |carried| {
            arrivals.receive(drafts, carried, HandOver::of(messages().language).from_link);
        });
        let host = embedding.map(|_| Host::follow(settings, navigation, library));
        if let Some(storage) = storage {
            storage.on_change_elsewhere(move |key, before| {
                let Some(key) = key else { return drafts.cleared() };
                library.reload(&key);
                drafts.reload(&key, before.as_deref());
                settings.reload(&key);
            });
        }
        let kept = Kept::of(storage.map(|storage| Rc::new(storage) as Rc<dyn Cabinet>), drafts, library, settings);
        let answers = Answers::follow(library.data(), drafts, navigation, browser::today());
        let (workshop, edition) = (Workshop::new(), Edition::new());
        Self { library, drafts, arrivals, navigation, answers, settings, workshop, kept, edition, host }
    }
}

/// The whole page.
fn page(desk: Desk) -> Vec<El> {
    let Desk { library, drafts, arrivals, navigation, answers, settings, workshop, kept, edition, host } = desk;
    let checker = Checker::new(answers, library.data(), navigation, browser::today());
    name_and_focus(library, drafts, navigation, host.is_some());
    let guide = Guide::new(checker, navigation);
    let page = Page { library, drafts, navigation, settings, checker, guide, workshop, arrivals, kept, edition, host };
    super::guide::follow(page);
    if let Some(host) = host {
        return super::embedded::page(page, host);
    }
    vec![
        header(page),
        super::notices::notices(page),
        super::arrival::arrival(page),
        screen(page),
        super::search::dialog(page),
    ]
}

fn header(page: Page) -> El {
    let say = messages();
    let home = Place::Checker(Filters::default());
    let current = |is_here: bool| is_here.then(|| "page".to_owned());
    let entry = move |place: Place, words: &'static str| {
        link(&place.fragment(), words).live_attr("aria-current", move || current(page.navigation.place() == place))
    };
    // Back to the catalog that was on screen last, not to the first one.
    let checker = el("a")
        .text(say.checker)
        .live_attr("href", move || {
            let filters = Filters { catalog: page.navigation.catalog(), ..Filters::default() };
            Some(Place::Checker(filters).fragment())
        })
        .live_attr("aria-current", move || {
            current(matches!(page.navigation.place(), Place::Checker(_) | Place::Ask(_)))
        });
    let papers = link(&Place::Documents.fragment(), Documents::of(say.language).title)
        .live_attr("aria-current", move || {
            current(matches!(page.navigation.place(), Place::Documents | Place::Document(_)))
        });
    let of_drafts = link(&Place::Drafts.fragment(), say.drafts).live_attr("aria-current", move || {
        current(matches!(page.navigation.place(), Place::Drafts | Place::Draft(_) | Place::CompareDrafts(..)))
    });
    el("header")
        .class("bar")
        .add(link("#/", say.skip).class("skip").on_follow(|| browser::focus(super::HEADING)))
        .add(
            el("a")
                .class("mark")
                .attr("href", &home.fragment())
                .add(quoted(el("b").attr("aria-hidden", "true"), "类"))
                .add(words(el("span"), say.name)),
        )
        .add(
            el("nav")
                .attr("aria-label", say.main_menu)
                .add(checker)
                .add(papers)
                .add(of_drafts)
                .add(entry(Place::Catalogs, say.own_catalogs))
                .add(entry(Place::About, say.about)),
        )
        .add(super::search::opener())
        .add(
            el("a")
                .class("in-use")
                .attr("href", &Place::Drafts.fragment())
                .live_text(move || (say.current_draft)(called(&page.drafts.current()))),
        )
        .add(super::display::opener())
        .fill(move || vec![super::display::panel(page)])
}

/// The name of a draft.
pub(super) fn called(draft: &Draft) -> &str {
    if draft.name.trim().is_empty() { messages().unnamed } else { &draft.name }
}

/// The screen changes with the kind of place, not with every filter.
pub(super) fn screen(page: Page) -> El {
    let place = Memo::new(move |_| match page.navigation.place() {
        Place::Checker(filters) if page.library.data().get().knows(&filters.catalog) => {
            Place::Checker(Filters::default())
        }
        place @ Place::Checker(_) => Place::Unknown(place.fragment()),
        Place::Ask(asking) if !page.library.data().get().knows(&asking.filters.catalog) => {
            Place::Unknown(Place::Ask(asking).fragment())
        }
        // The choices on it are read where they are shown.
        Place::Embed(..) => Place::Embed(String::new(), CategoryPath::of(&[])),
        place => place,
    });
    el("main")
        .live_attr("class", move || {
            let class = match place.get() {
                Place::Checker(_) => "checker",
                Place::Ask(_) => "guide",
                Place::Category(catalog, path) if page.data().find(&catalog, &path).is_some() => "category",
                _ => "page",
            };
            Some(class.to_owned())
        })
        .live(move || match (page.library.data().get(), place.get()).1 {
            Place::Checker(_) => super::checker::screen(page),
            Place::Ask(asking) => super::guide::screen(page, &asking),
            Place::Category(catalog, path) => match page.host {
                Some(_) => super::category::card(page, &catalog, &path),
                None => super::category::screen(page, &catalog, &path),
            },
            Place::Compare(earlier, later) => super::compare::screen(page, &earlier, &later),
            Place::Documents => super::documents::list(page),
            Place::Document(called) => super::documents::document(page, &called),
            Place::Catalogs => super::catalogs::screen(page),
            Place::Drafts => super::drafts::screen(page),
            Place::Draft(id) => super::draft::screen(page, &id),
            Place::CompareDrafts(one, other) => super::draft::beside(page, &one, &other),
            Place::Embed(..) => super::embed::screen(page),
            Place::About => super::about::screen(page),
            Place::Unknown(fragment) => super::not_found::screen(&fragment),
        })
}

/// The title names the place; after a move the focus is on its heading.
fn name_and_focus(library: Library, drafts: Drafts, navigation: Navigation, is_embedded: bool) {
    let say = messages();
    Effect::new(move |before: Option<String>| {
        let data = library.data().get();
        let (kind, name) = match navigation.place() {
            Place::Checker(filters) => {
                let catalog = data.shelf(&filters.catalog).catalog;
                let short = name_words(&catalog.short, data.registry, say).words;
                ("checker".to_owned(), format!("{} · {short}", say.checker))
            }
            Place::Category(catalog, path) => {
                (format!("{catalog}/{path}"), category_words(&path, data.registry, say).text())
            }
            Place::Ask(asking) => {
                let kind = match &asking.step {
                    AskingStep::Topic(topic) => topic.clone(),
                    _ => Place::Ask(Asking { passed: Vec::new(), ..asking.clone() }).fragment(),
                };
                (kind, super::guide::title(data, &asking))
            }
            Place::Compare(earlier, later) => {
                let short =
                    |id: &str| name_words(data.catalog(id).map_or(id, |known| &known.short), data.registry, say).words;
                (format!("{earlier}→{later}"), (say.changed)(&short(&earlier), &short(&later)))
            }
            Place::Documents => ("documents".to_owned(), Documents::of(say.language).title.to_owned()),
            Place::Document(called) => {
                let document = data.registry.document_called(&called);
                let name =
                    document.map_or_else(|| say.not_found.to_owned(), |(known, _)| document_words(known, say).text());
                (format!("d/{called}"), name)
            }
            Place::Catalogs => ("catalogs".to_owned(), say.own_catalogs.to_owned()),
            Place::Drafts => ("drafts".to_owned(), say.drafts.to_owned()),
            Place::Draft(id) => {
                let name = drafts.get(&id).map_or_else(|| say.not_found.to_owned(), |draft| called(&draft).to_owned());
                (format!("draft/{id}"), (DraftWords::of(say.language).title)(&name))
            }
            Place::CompareDrafts(one, other) => {
                (format!("draft/{one}/{other}"), DraftWords::of(say.language).compare.to_owned())
            }
            Place::Embed(..) => ("embed".to_owned(), EmbedWords::of(say.language).embed.to_owned()),
            Place::About => ("about".to_owned(), say.about.to_owned()),
            Place::Unknown(fragment) => (fragment, say.not_found.to_owned()),
        };
        browser::set_title(&(say.title)(&name));
        // A host that changes what its frame shows keeps its visitor's focus.
        if before.is_some_and(|before| before != kind) && (!is_embedded || browser::has_focus()) {
            browser::arrive(super::HEADING);
        }
        kind
    });
}

/// A button with a mark and words.
pub(super) fn marked_button(class: &str, icon: Icon, words: &str) -> El {
    button(class).add(mark(icon)).text(words)
}
