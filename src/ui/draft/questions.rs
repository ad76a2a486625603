//! What the targets still want to know of the applicant, answered right here.

use leptos::prelude::With;

use super::Shown;
use crate::browser::{El, Item, el};
use crate::catalog::SUBJECT;
use crate::i18n::messages;
use crate::ui::applicant::Applicant;
use crate::ui::checker::choices;

/// What is answered stays, so that the answer can be changed and the focus has a place.
pub(super) fn questions(shown: Shown) -> El {
    let say = messages();
    el("section")
        .class("sheet card")
        .attr("aria-labelledby", "questions")
        .live_flag("hidden", move || shown.answers.with(|answers| answers.targets.is_empty()))
        .add(el("h2").id("questions").text(say.questions))
        .add(el("div").class("questions").live_list(move || {
            let item = |fact: &&'static str| {
                let fact = *fact;
                Item::new(fact, move || question(shown, fact))
            };
            shown.answers.with(|answers| answers.facts.iter().map(item).collect())
        }))
}

fn question(shown: Shown, fact: &'static str) -> El {
    let say = messages();
    let known = shown.page.data().registry.fact(fact);
    let asked = known.map_or(fact, |known| say.language.of(&known.zh, &known.en));
    let asked = if fact == SUBJECT { say.subject } else { asked };
    el("fieldset").class("ask").add(el("legend").text(asked)).adds(choices(Applicant::OnScreen(shown), fact))
}
