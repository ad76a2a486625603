//! How to put a card or the checker into a page of one's own: choose, look, copy.

use leptos::prelude::{Get, Memo, RwSignal, Set};

use super::hand_over::{Told, copy, told};
use super::{Page, heading, on_demand, p};
use crate::address::{Embedding, Place};
use crate::browser::{self, El, el};
use crate::catalog::{Catalog, CategoryPath};
use crate::embed::{Snippet, Source};
use crate::i18n::{EmbedWords, Language, messages};
use crate::state::Theme;
use crate::ui::button;
use crate::ui::names::{CHINESE, is_foreign, live_words};
use crate::wording::{category_words, name_words};

/// The script beside the page that makes the elements.
const SCRIPT: &str = "embed.js";

/// What is chosen. The catalog and the category stand in the address.
#[derive(Clone, Copy)]
struct Chosen {
    page: Page,
    theme: RwSignal<Option<Theme>>,
    language: RwSignal<Option<Language>>,
}

impl Chosen {
    fn catalog(self) -> &'static Catalog {
        self.page.data().shelf(&self.page.navigation.catalog()).catalog
    }

    /// The category; without names, the whole catalog.
    fn path(self) -> CategoryPath {
        match self.page.navigation.place() {
            Place::Embed(_, path) => path,
            _ => CategoryPath::of(&[]),
        }
    }

    fn choose(self, catalog: &str, path: CategoryPath) {
        self.page.navigation.replace(Place::Embed(catalog.to_owned(), path));
    }

    /// The newest catalog of a platform goes by the name of the platform: so it stays the newest.
    fn snippet(self) -> Snippet {
        let (catalog, path) = (self.catalog(), self.path());
        let platform = catalog.platform.to_string();
        let newest = self.page.data().dated(Place::Embed(platform.clone(), path.clone()));
        let is_newest = newest == Place::Embed(catalog.id.to_string(), path.clone());
        let looks = Embedding {
            theme: self.theme.get().map(Theme::id).unwrap_or_default().to_owned(),
            language: self.language.get().map(Language::tag).unwrap_or_default().to_owned(),
            apart: false,
        };
        let source = if is_newest { Source::Platform(platform) } else { Source::Catalog(catalog.id.to_string()) };
        Snippet { source, path, looks }
    }

    /// What it shows, by name.
    fn name(self) -> String {
        let (say, registry) = (messages(), self.page.data().registry);
        match self.path() {
            path if path.0.is_empty() => name_words(&self.catalog().short, registry, say).words,
            path => category_words(&path, registry, say).words,
        }
    }
}

pub(super) fn screen(page: Page) -> Vec<El> {
    let words = EmbedWords::of(messages().language);
    let chosen = Chosen { page, theme: RwSignal::new(None), language: RwSignal::new(None) };
    let mut parts = vec![heading(words.embed), p("lead", words.lead)];
    if browser::is_file() {
        parts.push(p("notice", words.needs_host));
        return parts;
    }
    parts.extend([choices(chosen), el("h2").text(words.snippet), snippet(chosen)]);
    parts.extend([p("src", words.snippet_hint), el("h2").text(words.preview), preview(chosen), more(chosen)]);
    parts
}

fn choices(chosen: Chosen) -> El {
    let (say, words) = (messages(), EmbedWords::of(messages().language));
    let first = move || chosen.catalog().categories.first().map(|one| one.path.clone());
    let is_card = Memo::new(move |_| !chosen.path().0.is_empty());
    let kind = |card: bool, title: &str| {
        radio(
            "what",
            title,
            None,
            move || is_card.get() == card,
            move || {
                let path = first().filter(|_| card).unwrap_or(CategoryPath::of(&[]));
                chosen.choose(chosen.catalog().id.as_str(), path);
            },
        )
    };
    let theme = |theme: Option<Theme>, title: &str| {
        radio("theme", title, None, move || chosen.theme.get() == theme, move || chosen.theme.set(theme))
    };
    let language = |language: Option<Language>| {
        let title = language.map_or(words.by_host, Language::name);
        let is_chosen = move || chosen.language.get() == language;
        radio("language", title, language, is_chosen, move || chosen.language.set(language))
    };
    let group = |name: &str, choices: Vec<El>| {
        el("fieldset").class("ask").add(el("legend").text(name)).add(el("div").class("choice").adds(choices))
    };
    el("form")
        .class("sheet embed-choices")
        .on_submit(|| {})
        .add(group(words.what, vec![kind(true, words.card), kind(false, words.checker)]))
        .add(catalogs(chosen))
        .add(categories(chosen).live_flag("hidden", move || !is_card.get()))
        .add(group(
            say.theme_choice,
            vec![theme(None, words.by_host), theme(Some(Theme::Light), say.light), theme(Some(Theme::Dark), say.dark)],
        ))
        .add(group(say.language_choice, [None, Some(Language::Chinese), Some(Language::English)].map(language).into()))
}

fn radio(
    name: &str,
    title: &str,
    language: Option<Language>,
    is_chosen: impl Fn() -> bool + 'static,
    choose: impl Fn() + 'static,
) -> El {
    let field = el("input").attr("type", "radio").attr("name", &format!("embed-{name}"));
    let label = el("label").add(field.live_checked(is_chosen).on_chosen(choose)).add(el("span").text(title));
    match language {
        Some(language) => label.attr("lang", language.tag()),
        None => label,
    }
}

fn option(value: &str, words: &str, is_chosen: impl Fn() -> bool + 'static) -> El {
    let option = el("option").attr("value", value).text(words).live_selected(is_chosen);
    if is_foreign(words) { option.attr("lang", CHINESE) } else { option }
}

/// Those that everybody has: own ones are on nobody else's screen.
fn catalogs(chosen: Chosen) -> El {
    let say = messages();
    let select = el("select").id("embed-catalog").adds(chosen.page.library.bundled().catalogs().map(|catalog| {
        let words = name_words(&catalog.short, chosen.page.data().registry, say).text();
        option(catalog.id.as_str(), &words, move || chosen.catalog().id == catalog.id)
    }));
    let select = select.on_change(move |id| {
        let catalog = chosen.page.data().shelf(&id).catalog;
        let before = leptos::prelude::untrack(|| chosen.path());
        let first = || catalog.categories.first().map(|one| one.path.clone());
        // The same category where the other catalog has it.
        let path = if before.0.is_empty() || catalog.category(&before).is_some() { Some(before) } else { first() };
        chosen.choose(&id, path.unwrap_or(CategoryPath::of(&[])));
    });
    el("label").class("field").add(el("span").text(say.catalog)).add(select)
}

/// The categories of the catalog, under their first levels.
fn categories(chosen: Chosen) -> El {
    let (say, words) = (messages(), EmbedWords::of(messages().language));
    let catalog = Memo::new(move |_| chosen.catalog().id.to_string());
    let select = el("select").id("embed-category").live(move || {
        let Some(catalog) = chosen.page.data().catalog(&catalog.get()) else { return Vec::new() };
        let called = |path: &CategoryPath| category_words(path, chosen.page.data().registry, say).text();
        let of_level = |level: &str| {
            let title = name_words(level, chosen.page.data().registry, say).text();
            let members = catalog.categories.iter().filter(|one| one.path.first_level() == level);
            let group = el("optgroup").attr("label", &title);
            let group = if is_foreign(&title) { group.attr("lang", CHINESE) } else { group };
            group.adds(
                members.map(|one| option(&one.path.to_string(), &called(&one.path), move || chosen.path() == one.path)),
            )
        };
        catalog.first_levels().into_iter().map(of_level).collect()
    });
    let select = select.on_change(move |named| {
        let catalog = chosen.catalog();
        if let Some(one) = catalog.categories.iter().find(|one| one.path.to_string() == named) {
            chosen.choose(catalog.id.as_str(), one.path.clone());
        }
    });
    el("label").class("field").add(el("span").text(words.category)).add(select)
}

/// The very element that is copied, in a page that runs the very script.
fn preview(chosen: Chosen) -> El {
    browser::run_script(SCRIPT);
    let snippet = Memo::new(move |_| chosen.snippet());
    let tag = Memo::new(move |_| snippet.get().tag());
    el("div").class("preview").live(move || {
        let attribute = move |name: &'static str| {
            move || snippet.get().attributes().into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
        };
        let names = ["platform", "catalog", "category", "theme", "lang"];
        let element = el(tag.get()).attr("loading", "eager");
        vec![names.into_iter().fold(element, |element, name| element.live_attr(name, attribute(name)))]
    })
}

/// The text of a snippet, to be copied.
fn code(id: &'static str, text: impl Fn() -> String + Clone + 'static) -> El {
    let words = EmbedWords::of(messages().language);
    let outcome = Told::new(id);
    let field = el("pre").class("code").add(live_words(el("code").id(id), text.clone()));
    let press = button("soft").text(words.copy).on_click(move || {
        copy(leptos::prelude::untrack(&text), crate::i18n::HandOver::of(messages().language).copied, outcome);
    });
    el("div").class("snippet").add(field).add(el("p").class("actions").add(press)).adds(told(outcome))
}

fn snippet(chosen: Chosen) -> El {
    let words = EmbedWords::of(messages().language);
    code("embed-code", move || {
        let snippet = chosen.snippet();
        let link = browser::whole_address(&snippet.place().fragment());
        snippet.element(&browser::page_folder(), &link, &(words.fallback)(&chosen.name()))
    })
}

/// A frame without the script, and what a strict page has to let in.
fn more(chosen: Chosen) -> El {
    let words = EmbedWords::of(messages().language);
    let frame = on_demand(words.frame, "card", move || {
        let text = move || chosen.snippet().frame(&browser::page_folder(), &chosen.name());
        vec![p("src", words.frame_hint), code("embed-frame", text)]
    });
    let policy = on_demand(words.policy, "card", move || {
        let folder = browser::page_folder();
        let directives = format!("script-src {folder}{SCRIPT}; frame-src {folder}");
        vec![p("src", words.policy_hint), el("p").add(el("code").text(&directives))]
    });
    el("div").class("embed-more").add(frame).add(policy)
}
