//! Language and theme: what the visitor chose, and where nothing is chosen, what the system says.

use std::rc::Rc;

use leptos::prelude::*;

use super::cabinet::{Cabinet, Door};
use crate::address::Embedding;
use crate::i18n::Language;

/// The chosen language.
const LANGUAGE: &str = "leimu/language";

/// The chosen theme.
const THEME: &str = "leimu/theme";

/// A choice between light and dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// 浅色.
    Light,
    /// 深色.
    Dark,
}

impl Theme {
    /// Its name in storage and in the style sheets.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of this name.
    #[must_use]
    pub fn read(id: &str) -> Option<Self> {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.id() == id)
    }
}

/// How the page looks and speaks.
#[derive(Clone, Copy)]
pub struct Settings {
    /// What the system asks for.
    system: Language,
    language: RwSignal<Option<Language>>,
    theme: RwSignal<Option<Theme>>,
    cabinet: Door,
}

impl Settings {
    /// What is kept, on a system that asks for this language.
    #[must_use]
    pub fn open(cabinet: Option<Rc<dyn Cabinet>>, system: Language) -> Self {
        let cabinet = Door::to(cabinet);
        Self {
            system,
            language: RwSignal::new(kept(cabinet, LANGUAGE).as_deref().and_then(Language::of_tag)),
            theme: RwSignal::new(kept(cabinet, THEME).as_deref().and_then(Theme::read)),
            cabinet,
        }
    }

    /// What the page around this one asks for. Nothing of it is kept.
    #[must_use]
    pub fn of_host(asked: &Embedding, system: Language) -> Self {
        Self {
            system,
            language: RwSignal::new(Language::of_tag(&asked.language)),
            theme: RwSignal::new(Theme::read(&asked.theme)),
            cabinet: Door::to(None),
        }
    }

    /// The language of the page.
    #[must_use]
    pub fn language(self) -> Language {
        self.language.get().unwrap_or(self.system)
    }

    /// The language that was chosen; none where the system's is followed.
    #[must_use]
    pub fn chosen_language(self) -> Option<Language> {
        self.language.get()
    }

    /// The theme that was chosen; none where the system's is followed.
    #[must_use]
    pub fn theme(self) -> Option<Theme> {
        self.theme.get()
    }

    /// Chooses a language, or follows the system.
    pub fn choose_language(self, language: Option<Language>) {
        self.language.set(language);
        self.keep(LANGUAGE, language.map(Language::tag));
    }

    /// Chooses a theme, or follows the system.
    pub fn choose_theme(self, theme: Option<Theme>) {
        self.theme.set(theme);
        self.keep(THEME, theme.map(Theme::id));
    }

    /// Takes over what another tab has chosen.
    pub fn reload(self, key: &str) {
        if self.cabinet.with(|_| ()).is_none() {
            return;
        }
        match key {
            LANGUAGE => self.language.set(kept(self.cabinet, LANGUAGE).as_deref().and_then(Language::of_tag)),
            THEME => self.theme.set(kept(self.cabinet, THEME).as_deref().and_then(Theme::read)),
            _ => {}
        }
    }

    /// A choice that cannot be kept still holds until the page is left: nothing typed is lost by it.
    fn keep(self, key: &str, id: Option<&str>) {
        self.cabinet.with(|cabinet| match id {
            Some(id) => drop(cabinet.write(key, id)),
            None => cabinet.remove(key),
        });
    }
}

fn kept(cabinet: Door, key: &str) -> Option<String> {
    cabinet.with(|cabinet| cabinet.read(key)).flatten()
}
