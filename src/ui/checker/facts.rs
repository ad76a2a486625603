//! Subject, open facts and activities.

use leptos::prelude::{Get, Memo, RwSignal, Update, With};

use crate::browser::{self, El, Item, el};
use crate::catalog::{Effect, SUBJECT};
use crate::i18n::messages;
use crate::ui::applicant::Applicant;
use crate::ui::guide::reason;
use crate::ui::names::remark;
use crate::ui::{Page, button, on_demand_titled, p};

/// An answer of more characters than this takes a line of its own.
const SHORT: usize = 6;

/// How many questions, and how many activities, are there at once; the rest can be opened.
const LEADING: usize = 6;

/// The subject is always asked: every catalog may open or close by it.
pub(super) fn subject(page: Page) -> El {
    el("fieldset")
        .class("ask")
        .add(el("legend").text(messages().subject))
        .adds(choices(Applicant::InUse(page), SUBJECT))
        .add(el("div").live(move || {
            let answers = page.checker.answers();
            let closed = answers.evaluation.opening.iter().filter(|rule| rule.effect == Effect::Closed);
            closed.map(|rule| remark(p("warn", ""), &rule.words, page.data().registry)).collect()
        }))
}

/// The facts that still matter, and those that are answered.
pub(super) fn facts(page: Page) -> El {
    let is_open = RwSignal::new(false);
    el("section")
        .class("facts")
        .attr("aria-labelledby", "facts")
        .live_flag("hidden", move || page.checker.facts().is_empty())
        .add(el("h3").id("facts").text(messages().questions))
        .add(el("div").class("questions").live_list(move || {
            let facts = page.checker.facts().into_iter().take(leading(page, is_open));
            facts.map(|id| Item::new(id, move || fact(page, id))).collect()
        }))
        .add(more(
            is_open,
            move || page.checker.facts().len().saturating_sub(answered(page)),
            messages().more_questions,
        ))
}

/// The answered ones are all there, and so are the first of those that are open.
fn leading(page: Page, is_open: RwSignal<bool>) -> usize {
    shown(is_open).saturating_add(answered(page))
}

fn answered(page: Page) -> usize {
    let profile = &page.checker.answers().profile;
    page.checker.facts().iter().filter(|fact| profile.answer(fact).is_some()).count()
}

/// How many questions, and how many activities, are there: what is not shown costs nothing.
fn shown(is_open: RwSignal<bool>) -> usize {
    if is_open.get() { usize::MAX } else { LEADING }
}

/// Shows the rest of a list, or only its beginning again.
fn more(is_open: RwSignal<bool>, many: impl Fn() -> usize + Copy + 'static, words: fn(usize) -> String) -> El {
    button("quiet")
        .live_attr("aria-expanded", move || Some(is_open.get().to_string()))
        .live_flag("hidden", move || many() <= LEADING)
        .live_text(move || match is_open.get() {
            true => messages().fewer.to_owned(),
            false => words(many().saturating_sub(LEADING)),
        })
        .on_click(move || is_open.update(|is_open| *is_open = !*is_open))
}

fn fact(page: Page, id: &'static str) -> El {
    let say = messages();
    let known = page.data().registry.fact(id);
    let prospect = move || page.checker.prospect(id);
    let title = move || prospect().map(|one| (say.touches)(one.touches.len())).unwrap_or_default();
    let why = on_demand_titled(title, "affected", move || prospect().map(|one| reason(page, &one)).unwrap_or_default());
    el("fieldset")
        .class("ask")
        .add(el("legend").text(known.map_or(id, |known| say.language.of(&known.zh, &known.en))))
        .adds(choices(Applicant::InUse(page), id))
        .add(why.class("reasons").live_flag("hidden", move || prospect().is_none()))
}

/// The answers to a fact, and a way to take the answer back: unknown is an answer too.
pub(in crate::ui) fn choices(applicant: Applicant, fact: &'static str) -> [El; 2] {
    let known = applicant.page().data().registry.fact(fact);
    let answers = known.map(|known| known.answers.as_slice()).unwrap_or_default();
    // One place that follows every answer, instead of each choice.
    let given =
        Memo::new(move |_| applicant.look(|profile| profile.answer(fact).map(ToString::to_string).unwrap_or_default()));
    let options = answers.iter().map(|answer| {
        let id = answer.id.as_str();
        let field = el("input")
            .id(&format!("{fact}-{id}"))
            .attr("type", "radio")
            .attr("name", fact)
            .attr("value", id)
            .live_checked(move || given.with(|given| given == id))
            .on_check(move |_| applicant.edit(|profile| profile.answer(fact, Some(id))));
        el("label").add(field).add(el("span").text(messages().language.of(&answer.zh, &answer.en)))
    });
    // The button goes away with the answer; the focus goes to the question.
    let first = answers.first().map(|answer| format!("{fact}-{}", answer.id)).unwrap_or_default();
    let is_long = answers.iter().any(|answer| messages().language.of(&answer.zh, &answer.en).chars().count() > SHORT);
    [
        el("div").class(if is_long { "choice long" } else { "choice" }).adds(options),
        button("quiet take-back")
            .text(messages().take_back)
            .live_flag("hidden", move || given.with(String::is_empty))
            .on_click(move || {
                applicant.edit(|profile| profile.answer(fact, None));
                browser::focus_soon(first.clone());
            }),
    ]
}

/// What the mini-program does; only what some category of the catalog speaks of.
pub(in crate::ui) fn activities(page: Page) -> El {
    let say = messages();
    let is_open = RwSignal::new(false);
    el("fieldset")
        .class("ask")
        .live_flag("hidden", move || spoken_of(page).is_empty())
        .add(el("legend").text(say.activities))
        .add(p("src", say.activities_hint))
        .add(el("div").live_list(move || {
            let activities = spoken_of(page).iter().copied().take(shown(is_open));
            activities.map(|id| Item::new(id, move || activity(page, id))).collect()
        }))
        .add(more(is_open, move || spoken_of(page).len(), say.more_activities))
}

fn activity(page: Page, id: &'static str) -> El {
    let words = page.data().registry.activity(id).map_or(id, |known| messages().language.of(&known.zh, &known.en));
    let field = el("input")
        .attr("type", "checkbox")
        .live_checked(move || page.checker.answers().profile.activities.contains(id))
        .on_check(move |does| page.drafts.edit_profile(|profile| profile.set_activity(id, does)));
    el("label").class("check").add(field).add(el("span").text(words))
}

/// The activities that the catalog on screen speaks of, those first that concern most categories.
fn spoken_of(page: Page) -> &'static [&'static str] {
    page.checker.shelf().activities()
}
