//! Language and theme against a cabinet of memory.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod cabinet;

use std::rc::Rc;

use cabinet::Memory;
use leimu::address::Embedding;
use leimu::i18n::Language;
use leimu::state::{Cabinet, Settings, Theme};
use leptos::prelude::Owner;

#[test]
fn the_first_language_that_the_page_speaks_is_meant() {
    for (tags, expected) in [
        (&["zh-CN"][..], Language::Chinese),
        (&["zh-Hant-TW", "en"], Language::Chinese),
        (&["en-GB", "zh"], Language::English),
        (&["fr", "ZH"], Language::Chinese),
        (&["fr", "de"], Language::English),
        (&["zha"], Language::English),
        (&[], Language::Chinese),
    ] {
        let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
        assert_eq!(Language::preferred(&tags), expected, "{tags:?}");
    }
}

#[test]
fn a_choice_is_kept_and_the_system_is_not() {
    let owner = Owner::new();
    owner.set();
    let memory = Rc::new(Memory::default());
    let open = || Settings::open(Some(Rc::clone(&memory) as Rc<dyn Cabinet>), Language::Chinese);
    let settings = open();
    assert_eq!((settings.language(), settings.theme()), (Language::Chinese, None));
    assert!(memory.keys().is_empty());
    settings.choose_language(Some(Language::English));
    settings.choose_theme(Some(Theme::Dark));
    assert_eq!((open().language(), open().theme()), (Language::English, Some(Theme::Dark)));
    assert_eq!(memory.keys(), ["leimu/language", "leimu/theme"]);
    settings.choose_language(None);
    settings.choose_theme(None);
    assert!(memory.keys().is_empty());

    memory.write("leimu/theme", "light").unwrap();
    memory.write("leimu/language", "tlh").unwrap();
    for key in ["leimu/theme", "leimu/language", "leimu/draft/x"] {
        settings.reload(key);
    }
    assert_eq!((settings.chosen_language(), settings.theme()), (None, Some(Theme::Light)));

    memory.is_full.set(true);
    settings.choose_theme(Some(Theme::Dark));
    assert_eq!(settings.theme(), Some(Theme::Dark), "what cannot be kept still holds");
}

#[test]
fn what_a_host_asks_for_holds_and_is_never_kept() {
    let owner = Owner::new();
    owner.set();
    let asked = |theme: &str, language: &str| Embedding {
        theme: theme.to_owned(),
        language: language.to_owned(),
        apart: false,
    };
    let settings = Settings::of_host(&asked("dark", "en-GB"), Language::Chinese);
    assert_eq!((settings.language(), settings.theme()), (Language::English, Some(Theme::Dark)));
    settings.choose_language(Some(Language::Chinese));
    settings.reload("leimu/theme");
    assert_eq!((settings.language(), settings.theme()), (Language::Chinese, Some(Theme::Dark)));
    let settings = Settings::of_host(&asked("sepia", "fr"), Language::Chinese);
    assert_eq!((settings.language(), settings.theme()), (Language::Chinese, None));
}
