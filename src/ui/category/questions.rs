//! What is still to be confirmed for this category, right beside its answer.

use leptos::prelude::{Get, With};

use super::{Shown, VERDICT};
use crate::browser::{self, El, Item, el};
use crate::eligibility::Question;
use crate::i18n::messages;
use crate::ui::applicant::Applicant;
use crate::ui::checker::{choices, coverage};
use crate::ui::names::words;
use crate::wording::paper_name;

/// A question that is answered goes away, and the focus would go with it: it moves to the answer.
pub(super) fn questions(shown: Shown) -> El {
    let questions = move || shown.evaluation.get().map(|one| one.questions).unwrap_or_default();
    el("section")
        .class("sheet card")
        .live_flag("hidden", move || {
            shown.evaluation.with(|one| one.as_ref().is_none_or(|one| one.questions.is_empty()))
        })
        .add(el("h2").text(messages().questions))
        .on_chosen(|| browser::focus_soon(VERDICT.to_owned()))
        .add(el("div").class("questions").live_list(move || {
            let item = |question: &Question| {
                let question = question.clone();
                Item::new(question.id(), move || ask(shown, &question))
            };
            questions().iter().map(item).collect()
        }))
}

fn ask(shown: Shown, question: &Question) -> El {
    match question {
        Question::Fact(fact) => {
            let Some(known) = shown.rules.registry.fact(fact.as_str()) else { return el("div") };
            el("fieldset")
                .class("ask")
                .add(el("legend").text(messages().language.of(&known.zh, &known.en)))
                .adds(choices(Applicant::InUse(shown.page), known.id.as_str()))
        }
        Question::Coverage(paper, phrase) => el("div")
            .add(words(el("p"), &paper_name(paper, shown.rules.registry, messages())))
            .add(coverage(Applicant::InUse(shown.page), paper, phrase)),
    }
}
