//! The screens. They take data and call actions; they never read storage, parse or evaluate.
//!
//! A screen is a function that returns elements; what is live in them follows the signals of
//! [`crate::state`].

mod about;
mod app;
mod applicant;
mod arrival;
mod catalogs;
mod category;
mod checker;
mod clearing;
mod compare;
mod display;
mod documents;
mod draft;
mod draft_along;
mod drafts;
mod embed;
mod embedded;
mod guide;
mod hand_over;
mod icon;
mod imprint;
mod names;
mod not_found;
mod notices;
mod reminders;
mod search;

pub use app::start;

use leptos::prelude::{Get, GetUntracked, RwSignal, Set};

use crate::browser::{self, El, el};
use crate::i18n::messages;
use crate::state::{
    Arrivals, Checker, Data, Drafts, Edition, Guide, Host, Kept, Library, Navigation, Settings, Workshop,
};
use crate::wording::{Line, Sentence};

/// The id of the heading that takes the focus when the place changes.
const HEADING: &str = "place";

/// How far a line of a requirement is set in; what is deeper stands below it all the same.
const DEEPEST: usize = 5;

/// What every screen works with.
#[derive(Clone, Copy)]
struct Page {
    library: Library,
    drafts: Drafts,
    navigation: Navigation,
    settings: Settings,
    checker: Checker,
    guide: Guide,
    workshop: Workshop,
    arrivals: Arrivals,
    kept: Kept,
    edition: Edition,
    /// The page around this one, where it is embedded.
    host: Option<Host>,
}

impl Page {
    /// The catalogs. The screen is drawn anew when they change.
    fn data(self) -> &'static Data {
        self.library.data().get_untracked()
    }
}

/// The heading of a place.
fn heading(words: &str) -> El {
    names::words(el("h1").id(HEADING).attr("tabindex", "-1"), words)
}

/// A link.
fn link(address: &str, words: &str) -> El {
    el("a").attr("href", address).text(words)
}

/// A link to somebody else's page, which does not learn where the visitor came from.
fn link_out(address: &str, words: &str) -> El {
    link(address, words).attr("rel", "noreferrer")
}

/// A button that is no part of a form.
fn button(class: &str) -> El {
    el("button").attr("type", "button").class(class)
}

/// A field to look for something in a list; its name is not on screen.
fn search_field(id: &str, name: &str, hint: &str) -> El {
    let field = el("input").id(id).attr("type", "search").attr("autocomplete", "off");
    field.attr("aria-label", name).attr("placeholder", hint)
}

/// A paragraph.
fn p(class: &str, words: &str) -> El {
    let paragraph = el("p").text(words);
    if class.is_empty() { paragraph } else { paragraph.class(class) }
}

/// A button that hands out a text as a file.
fn save_button(file: String, text: impl AsRef<str> + 'static) -> El {
    button("soft")
        .text(messages().save_file)
        .on_click(move || browser::save_file(&file, "application/json", text.as_ref()))
}

/// Something behind its title, made when it is opened for the first time.
fn on_demand(title: &str, class: &str, content: impl Fn() -> Vec<El> + 'static) -> El {
    let title = title.to_owned();
    on_demand_titled(move || title.clone(), class, content)
}

/// The same behind a title that follows signals.
fn on_demand_titled(title: impl Fn() -> String + 'static, class: &str, content: impl Fn() -> Vec<El> + 'static) -> El {
    let is_open = RwSignal::new(false);
    el("details")
        .add(el("summary").live_text(title))
        .add(el("div").class(class).live(move || if is_open.get() { content() } else { Vec::new() }))
        .on_toggle(move || is_open.set(true))
}

/// A requirement as lines; what is stressed stands in an element of this tag.
fn requirement_lines(lines: &[Line], tag: &str) -> El {
    let line = |line: &Line| {
        let item = el("li").attr("data-depth", &line.depth.min(DEEPEST).to_string());
        line.words.parts.iter().fold(item, |item, (part, is_stressed)| match is_stressed {
            true => item.add(names::words(el(tag), part)),
            false => names::words(item, part),
        })
    };
    el("ul").class("lines").adds(lines.iter().map(line))
}

/// A sentence with its stressed parts, inside of an element.
fn sentence(around: El, sentence: &Sentence) -> El {
    sentence.parts.iter().fold(around, |around, (part, stressed)| match stressed {
        true => around.add(names::words(el("b"), part)),
        false => names::words(around, part),
    })
}
