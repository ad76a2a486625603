//! How the page looks and speaks, behind a button of the header.

use super::icon::{Icon, mark};
use super::{Page, button};
use crate::browser::{self, El, el};
use crate::i18n::{Language, messages};
use crate::state::Theme;

/// The panel that the button opens.
const PANEL: &str = "display";

/// Opens the panel. The browser does so by itself, closes it with Escape and by a press beside it,
/// and brings the focus back.
pub(super) fn opener() -> El {
    button("display").attr("popovertarget", PANEL).attr("aria-label", messages().display).add(mark(Icon::Display))
}

/// Every choice is named in the language that it stands for: who cannot read the page finds theirs.
pub(super) fn panel(page: Page) -> El {
    let say = messages();
    let settings = page.settings;
    let language = |choice: Option<Language>| {
        let id = format!("language-{}", choice.map_or("system", Language::tag));
        let field = field("language", move || settings.chosen_language() == choice).id(&id).on_chosen(move || {
            settings.choose_language(choice);
            // The page is drawn anew, and with it the panel, which was open.
            browser::open_soon(PANEL, id.clone());
        });
        let words = choice.map_or(say.by_system, Language::name);
        el("label").attr("lang", choice.unwrap_or(say.language).tag()).add(field).add(el("span").text(words))
    };
    let theme = |choice: Option<Theme>| {
        let field = field("theme", move || settings.theme() == choice).on_chosen(move || settings.choose_theme(choice));
        let words = match choice {
            None => say.by_system,
            Some(Theme::Light) => say.light,
            Some(Theme::Dark) => say.dark,
        };
        el("label").add(field).add(el("span").text(words))
    };
    let group = |name: &str, choices: [El; 3]| {
        el("fieldset").class("ask").add(el("legend").text(name)).add(el("div").class("choice").adds(choices))
    };
    el("div")
        .id(PANEL)
        .attr("popover", "")
        .class("sheet display-panel")
        .add(group(say.language_choice, [None, Some(Language::Chinese), Some(Language::English)].map(language)))
        .add(group(say.theme_choice, [None, Some(Theme::Light), Some(Theme::Dark)].map(theme)))
}

fn field(name: &str, is_chosen: impl Fn() -> bool + 'static) -> El {
    el("input").attr("type", "radio").attr("name", name).live_checked(is_chosen)
}
