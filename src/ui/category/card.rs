//! One category in somebody else's page: the answer, what is still asked, the requirement, where it is from.

use super::{Shown, banner, head, questions, requirement, source};
use crate::address::Place;
use crate::browser::{El, Item, el};
use crate::catalog::{CategoryPath, Kind, SUBJECT};
use crate::i18n::{EmbedWords, messages};
use crate::ui::applicant::Applicant;
use crate::ui::checker::choices;
use crate::ui::{Page, not_found};

pub(in crate::ui) fn card(page: Page, catalog: &str, path: &CategoryPath) -> Vec<El> {
    let Some(shown) = Shown::find(page, catalog, path) else {
        return not_found::screen(&Place::Category(catalog.to_owned(), path.clone()).fragment());
    };
    let body = el("div")
        .class("body")
        .fill(move || banner(shown))
        .fill(move || vec![questions::questions(shown), answered(shown), requirement(shown), source(shown)]);
    vec![head(shown), body]
}

/// What was answered, to be answered otherwise: here is no form to go back to.
fn answered(shown: Shown) -> El {
    let mut asked = vec![SUBJECT];
    shown.category.requirement.walk(&mut |node| match &node.kind {
        Kind::Fact(condition) if !asked.contains(&condition.fact.as_str()) => asked.push(condition.fact.as_str()),
        _ => {}
    });
    let given = move || {
        let profile = &shown.page.checker.answers().profile;
        asked.iter().copied().filter(|fact| profile.answer(fact).is_some()).collect::<Vec<_>>()
    };
    let is_none = given.clone();
    let item = move |fact: &'static str| {
        let known = shown.rules.registry.fact(fact);
        let name = known.map_or(fact, |known| messages().language.of(&known.zh, &known.en));
        el("fieldset").class("ask").add(el("legend").text(name)).adds(choices(Applicant::InUse(shown.page), fact))
    };
    el("details")
        .class("sheet card")
        .live_flag("hidden", move || is_none().is_empty())
        .add(el("summary").text(EmbedWords::of(messages().language).answered))
        .add(
            el("div")
                .class("questions")
                .live_list(move || given().into_iter().map(|fact| Item::new(fact, move || item(fact))).collect()),
        )
}
