//! Whose draft it is: its name, the applicant, and whether the checker uses it.

use leptos::prelude::{Get, Memo, RwSignal, Set, Update, With};

use super::{Shown, words};
use crate::address::Place;
use crate::browser::{self, El, el};
use crate::checklist::applicant;
use crate::i18n::{HandOver, messages};
use crate::profile::ProfileError;
use crate::ui::app::called;
use crate::ui::icon::{Icon, mark};
use crate::ui::{HEADING, button, heading, link, p};

/// The id of the field for the name.
const NAME: &str = "name-of-draft";

pub(super) fn head(shown: Shown) -> El {
    let (say, page) = (messages(), shown.page);
    let name = Memo::new(move |_| shown.look(|draft| called(draft).to_owned()));
    let about = move || {
        shown.answers.with(|answers| {
            let said = applicant(&answers.facts, &answers.profile, page.data().registry, say);
            (HandOver::of(say.language).situation)(&said)
        })
    };
    let unread = move || {
        let unread: Vec<String> =
            shown.answers.with(|answers| answers.unknown.iter().map(ProfileError::name).map(str::to_owned).collect());
        let told = (!unread.is_empty()).then(|| p("notice", &(words().unread)(&unread.join(say.list))));
        told.into_iter().collect()
    };
    el("div")
        .class("about")
        .add(el("p").class("eyebrow crumbs").add(link(&Place::Drafts.fragment(), words().all_drafts)))
        .add(heading("").live_text(move || name.get()))
        .adds(naming(shown))
        .add(p("src", "").live_text(about))
        .add(el("div").live(unread))
}

/// The field for the name, folded away, and the actions.
fn naming(shown: Shown) -> [El; 2] {
    let (say, page) = (messages(), shown.page);
    let renaming = RwSignal::new(false);
    let done = move || {
        renaming.set(false);
        browser::focus_soon(HEADING.to_owned());
    };
    let field = el("input")
        .id(NAME)
        .attr("type", "text")
        .attr("maxlength", "60")
        .attr("autocomplete", "off")
        .live_value(move || shown.look(|draft| draft.name.clone()))
        .on_input(move |name| page.drafts.rename(&shown.id(), &name))
        .on_enter(done);
    let new_name = el("div")
        .class("rename")
        .live_flag("hidden", move || !renaming.get())
        .add(el("label").attr("for", NAME).text(say.name_of_draft))
        .add(field);
    let is_in_use = Memo::new(move |_| page.drafts.current_id() == shown.id());
    let in_use = el("span").live(move || {
        vec![if is_in_use.get() {
            el("span").class("verdict ready").add(mark(Icon::Tick)).text(say.draft_is_open)
        } else {
            button("soft").text(words().use_it).on_click(move || {
                page.drafts.switch(&shown.id());
                browser::focus_soon(HEADING.to_owned());
            })
        }]
    });
    let rename = button("soft")
        .text(words().rename)
        .live_attr("aria-expanded", move || Some(renaming.get().to_string()))
        .on_click(move || {
            renaming.update(|open| *open = !*open);
            browser::focus_soon(NAME.to_owned());
        });
    [new_name, el("p").class("actions").add(in_use).add(rename)]
}
