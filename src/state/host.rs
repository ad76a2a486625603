//! Somebody else's page that has this one in a frame: how it wants it to look, and what it hears.

use leptos::prelude::*;

use super::library::Library;
use super::navigation::Navigation;
use super::settings::{Settings, Theme};
use crate::address::Place;
use crate::browser::{self, Wishes};
use crate::i18n::Language;

/// The page around this one.
#[derive(Clone, Copy)]
pub struct Host {
    /// It has answered: it runs the script that listens.
    is_listening: RwSignal<bool>,
    /// It shows one category, and nothing else in this frame.
    shows_one: bool,
}

impl Host {
    /// Follows the wishes of the host from now on. What it wants is never kept.
    #[must_use]
    pub fn follow(settings: Settings, navigation: Navigation, library: Library) -> Self {
        let is_listening = RwSignal::new(false);
        browser::on_wishes(move |wishes| {
            is_listening.set(true);
            browser::fit();
            grant(&wishes, settings, navigation, library);
        });
        let shows_one = matches!(navigation.place_untracked(), Place::Category(..));
        browser::lead_out(!shows_one);
        Self { is_listening, shows_one }
    }

    /// Somebody hears what the visitor lets go.
    #[must_use]
    pub fn is_listening(self) -> bool {
        self.is_listening.get()
    }

    /// The frame is for one category: every link leads out of it.
    #[must_use]
    pub fn shows_one(self) -> bool {
        self.shows_one
    }
}

/// What is as it was asked for is left alone: a page in another language is drawn anew.
fn grant(wishes: &Wishes, settings: Settings, navigation: Navigation, library: Library) {
    let language = wishes.language.as_deref().and_then(Language::of_tag);
    if untrack(|| settings.chosen_language()) != language {
        settings.choose_language(language);
    }
    settings.choose_theme(wishes.theme.as_deref().and_then(Theme::read));
    if let Some(place) = &wishes.place {
        let place = library.data().get_untracked().dated(Place::read(place));
        if place != navigation.place_untracked() {
            navigation.replace(place);
        }
    }
}
