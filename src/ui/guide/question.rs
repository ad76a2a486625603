//! One question, its answers, why it is asked, and what is known so far.

use leptos::prelude::{Get, Memo, RwSignal, Set, With};

use super::topic::{answers, question};
use super::{answers as sofar, reason, say, way_out};
use crate::address::Asking;
use crate::browser::{self, El, el};
use crate::eligibility::{Question, Topic};
use crate::state::{give, given};
use crate::ui::names::live_words;
use crate::ui::{Page, button, heading, on_demand, p};

/// The id of what is said where nothing was chosen.
const HINT: &str = "choose-first";

pub(super) fn screen(page: Page, asking: &Asking, topic: &Topic) -> Vec<El> {
    let Some(words) = question(topic, page.data().registry) else {
        return crate::ui::not_found::screen(&asking.at(asking.step.clone()).fragment());
    };
    let is_first = leptos::prelude::untrack(|| page.checker.answers().profile == crate::profile::Profile::default());
    let answer = {
        let topic = topic.clone();
        Memo::new(move |_| given(&topic, &page.checker.answers().profile).unwrap_or_default())
    };
    let is_missing = RwSignal::new(false);
    let go_on = move || {
        if answer.with(String::is_empty) {
            is_missing.set(true);
        } else {
            page.guide.go_on();
        }
    };
    let back = button("quiet").text(say().back).on_click(browser::back);
    let passed = topic.clone();
    let (why, all) = (topic.clone(), topic.clone());
    let details = on_demand(say().why, "affected", move || {
        let interview = page.guide.interview();
        let is_it = |one: &&crate::eligibility::Prospect| Topic::Question(one.question.clone()) == all;
        interview.prospects.iter().find(is_it).map(|one| reason(page, one)).unwrap_or_default()
    });
    let is_listed = matches!(topic, Topic::Question(Question::Fact(_) | Question::Coverage(..)));
    let body = el("div")
        .class("body")
        .add(el("p").class("eyebrow actions").add(back).add(way_out(&asking.filters)))
        .add(sofar::progress(page))
        .add(
            el("fieldset")
                .class("one")
                .add(el("legend").add(heading(&words)))
                .add_some(is_first.then(|| p("lead src", say().lead)))
                .add(live_words(el("p").class("why"), move || reason::told(page, &why)))
                .add(choices(page, topic, answer, is_missing))
                .on_enter(go_on),
        )
        .add(
            el("p")
                .id(HINT)
                .class("warn")
                .attr("role", "alert")
                .live_flag("hidden", move || !is_missing.get())
                .live_text(move || if is_missing.get() { say().choose_first.to_owned() } else { String::new() }),
        )
        .add(
            el("p")
                .class("actions")
                .add(button("go").text(say().go_on).on_click(go_on))
                .add(button("soft").text(say().skip).on_click(move || page.guide.pass(&passed))),
        )
        .add_some(is_listed.then_some(details));
    vec![body, sofar::side(page, asking)]
}

/// The answers. Choosing one writes it down at once; the same place says so in the form.
fn choices(page: Page, topic: &Topic, answer: Memo<String>, is_missing: RwSignal<bool>) -> El {
    let field = |(id, words): (String, String)| {
        let (own, topic) = (id.clone(), topic.clone());
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "answer")
            .attr("value", &id)
            .attr("aria-describedby", HINT)
            .live_checked(move || answer.with(|given| *given == own))
            .on_check(move |_| {
                page.drafts.edit_profile(|profile| give(&topic, &id, profile));
                is_missing.set(false);
            });
        el("label").add(input).add(el("span").text(&words))
    };
    el("div").class("choice long").adds(answers(topic, page.data().registry).into_iter().map(field))
}
