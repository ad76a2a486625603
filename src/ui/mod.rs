//! The screens. They take data and call actions; they never read storage, parse or evaluate.
//!
//! A screen is a function that returns elements; what is live in them follows the signals of
//! [`crate::state`].

mod about;
mod app;
mod catalogs;
mod category;
mod checker;
mod compare;
mod drafts;
mod icon;
mod not_found;
mod notices;

pub use app::start;

use leptos::prelude::GetUntracked;

use crate::browser::{El, el};
use crate::state::{Checker, Data, Drafts, Library, Navigation, Workshop};
use crate::wording::Sentence;

/// The id of the heading that takes the focus when the place changes.
const HEADING: &str = "place";

/// What every screen works with.
#[derive(Clone, Copy)]
struct Page {
    library: Library,
    drafts: Drafts,
    navigation: Navigation,
    checker: Checker,
    workshop: Workshop,
}

impl Page {
    /// The catalogs. The screen is drawn anew when they change.
    fn data(self) -> &'static Data {
        self.library.data().get_untracked()
    }
}

/// The heading of a place.
fn heading(words: &str) -> El {
    el("h1").id(HEADING).attr("tabindex", "-1").text(words)
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

/// A paragraph.
fn p(class: &str, words: &str) -> El {
    let paragraph = el("p").text(words);
    if class.is_empty() { paragraph } else { paragraph.class(class) }
}

/// A sentence with its stressed parts, inside of an element.
fn sentence(around: El, sentence: &Sentence) -> El {
    sentence.parts.iter().fold(around, |around, (words, stressed)| match stressed {
        true => around.add(el("b").text(words)),
        false => around.text(words),
    })
}
