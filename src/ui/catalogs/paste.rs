//! A category from pasted wording: what it is read as follows every letter.

use std::cell::OnceCell;

use leptos::prelude::{Get, GetUntracked, Memo, Set, StoredValue, WithValue};

use super::{add_button, report, warning};
use crate::address::Place;
use crate::browser::{El, el};
use crate::catalog::{CategoryPath, Registry};
use crate::i18n::messages;
use crate::reader::{Lexicon, Pasted, Role, pasted};
use crate::state::Outcome;
use crate::ui::{Page, p, requirement_lines};
use crate::wording::{beside, diagnostic_words, role_words};

pub(super) fn paste(page: Page) -> El {
    let say = messages();
    let work = page.workshop;
    // The bundled papers only: it may not lean on another own catalog, which may be taken out.
    let registry = page.library.bundled().registry;
    // The names of hundreds of papers are put in order only where something is pasted.
    let lexicon = StoredValue::new_local(OnceCell::<Lexicon>::new());
    let read = Memo::new_with_compare(
        move |_| {
            let wording = work.wording.get();
            let path = path(page);
            let read = |lexicon: &OnceCell<Lexicon>| {
                pasted(&wording, path, registry, lexicon.get_or_init(|| Lexicon::of(registry)))
            };
            (!wording.trim().is_empty()).then(|| (lexicon.with_value(read), wording.clone()))
        },
        |_, _| true,
    );
    let name = el("input")
        .id("paste-name")
        .attr("type", "text")
        .attr("maxlength", "180")
        .attr("autocomplete", "off")
        .attr("placeholder", say.paste_name_hint)
        .live_value(move || work.name.get())
        .on_input(move |words| work.name.set(words));
    let wording = el("textarea")
        .id("paste-words")
        .attr("rows", "7")
        .attr("spellcheck", "false")
        .live_value(move || work.wording.get())
        .on_input(move |words| work.wording.set(words));
    let add = move || {
        let Some((pasted, _)) = read.get_untracked() else { return };
        let path = work.path();
        let outcome = match page.library.paste(&pasted, page.checker.today, say) {
            Ok(catalog) => {
                work.wording.set(String::new());
                work.name.set(String::new());
                Outcome::Pasted(Place::Category(catalog.id.to_string(), path.clone()).fragment(), path)
            }
            Err(faults) => Outcome::Refused(say.pasted_words.to_owned(), faults),
        };
        report(page, outcome);
    };
    let can_add = move || read.get().is_some_and(|(read, _)| read.category.is_some()) && !work.path().0.is_empty();
    el("section")
        .class("sheet source paste")
        .add(el("h2").text(say.paste))
        .add(p("", say.paste_hint))
        .add(el("label").attr("for", "paste-name").text(say.paste_name))
        .add(name)
        .add(el("label").attr("for", "paste-words").text(say.paste_words))
        .add(wording)
        .add(
            el("div")
                .class("preview")
                .live(move || read.get().map(|(read, text)| shown(registry, &read, &text)).unwrap_or_default()),
        )
        .add(p("src", say.paste_needs_name).live_flag("hidden", move || {
            !(read.get().is_some_and(|(read, _)| read.category.is_some()) && work.path().0.is_empty())
        }))
        .add(add_button(say.add_pasted).live_flag("disabled", move || !can_add()).on_click(add))
}

/// A category needs a name even while nobody has typed one.
fn path(page: Page) -> CategoryPath {
    let path = page.workshop.path();
    if path.0.is_empty() { CategoryPath::of(&[messages().unnamed_category]) } else { path }
}

fn shown(registry: &Registry, read: &Pasted, text: &str) -> Vec<El> {
    let say = messages();
    let marked = el("blockquote").class("roles").adds(read.wording.parts.iter().map(|part| {
        el("span").class(class(part.role)).attr("title", role_words(part.role, say)).text(part.span.of(text))
    }));
    let mut seen: Vec<Role> = Vec::new();
    for part in &read.wording.parts {
        if !class(part.role).is_empty() && !seen.contains(&part.role) {
            seen.push(part.role);
        }
    }
    let legend = el("p")
        .class("src roles legend")
        .adds(seen.iter().map(|role| el("span").class(class(*role)).text(role_words(*role, say))));
    let doubts = read.wording.diagnostics.iter().map(|one| warning(&diagnostic_words(one, text, say)));
    let requirement = match &read.category {
        None => p("src", say.read_nothing),
        Some(category) => {
            let lines = beside(&category.requirement, &category.requirement, &read.registry(registry), say);
            requirement_lines(&lines, "b")
        }
    };
    let certain = read.wording.is_certain().then(|| p("src", say.read_whole));
    vec![marked, legend]
        .into_iter()
        .chain([el("h3").text(say.read_as), requirement])
        .chain(doubts)
        .chain(certain)
        .collect()
}

/// How a role looks; what only joins or stands between has no look of its own.
fn class(role: Role) -> &'static str {
    match role {
        Role::Name => "of-name",
        Role::Coverage | Role::Count | Role::Holder | Role::Issuer => "of-detail",
        Role::Heading | Role::Connective | Role::Marker => "of-joint",
        Role::Applicant | Role::Channel => "of-who",
        Role::Note => "of-note",
        Role::Unread => "of-unread",
        Role::Filler | Role::Space => "",
    }
}
