//! The categories that the applicant is after, each with its answer.

use leptos::prelude::{Get, Memo, With};

use super::adding;
use super::undo::{Before, UNDO};
use super::{Shown, words};
use crate::address::Place;
use crate::browser::{self, El, Item, el};
use crate::draft::Target;
use crate::eligibility::Verdict;
use crate::i18n::messages;
use crate::state::{AnsweredTarget, FoundTarget};
use crate::ui::checker::named as with_verdict;
use crate::ui::icon::{Icon, mark};
use crate::ui::names::named_link;
use crate::ui::{button, p, sentence};
use crate::wording::{category_words, name_words, summary};

pub(super) fn targets(shown: Shown) -> El {
    let say = messages();
    let list = el("ul").class("answered").long_list(move || {
        let item = |one: &AnsweredTarget| {
            let target = one.target.clone();
            Item::new(format!("{} {}", target.catalog, target.path), move || line(shown, target))
        };
        shown.answers.with(|answers| answers.targets.iter().map(item).collect())
    });
    let is_empty = move || shown.answers.with(|answers| answers.targets.is_empty());
    el("section")
        .class("sheet card")
        .attr("aria-labelledby", "targets")
        .add(el("h2").id("targets").text(say.targets))
        .add(p("src", "").live_text(move || if is_empty() { String::new() } else { counts(shown) }))
        .add(p("", words().no_targets).live_flag("hidden", move || !is_empty()))
        .add(list)
        .add(adding::adding(shown))
}

/// How many targets there are, and of which verdicts.
fn counts(shown: Shown) -> String {
    let say = messages();
    shown.answers.with(|answers| {
        let many = |verdict| answers.found().filter(|(_, found)| found.evaluation.verdict == verdict).count();
        let counts = Verdict::ALL.iter().map(|verdict| (*verdict, many(*verdict))).filter(|(_, many)| *many > 0);
        let told: Vec<String> = counts.map(|(verdict, many)| (words().count)((say.verdict)(verdict), many)).collect();
        (words().counts)(answers.targets.len(), &told)
    })
}

fn line(shown: Shown, target: Target) -> El {
    let (say, data) = (messages(), shown.page.data());
    let name = category_words(&target.path, data.registry, say);
    let known = data.catalog(target.catalog.as_str());
    let catalog = known.map_or(target.catalog.as_str(), |known| &known.short);
    let catalog = name_words(catalog, data.registry, say).words;
    let address = Place::Category(target.catalog.to_string(), target.path.clone()).fragment();
    let followed = target.clone();
    let found = Memo::new(move |_| {
        shown.answers.with(|answers| {
            let one = answers.targets.iter().find(|one| one.target == followed)?;
            one.found.clone()
        })
    });
    let is_known = known.is_some();
    let (id, short, told) = (target.catalog.to_string(), catalog.clone(), name.words.clone());
    let answer = el("div").live(move || match found.get() {
        Some(found) => answer(shown, &found),
        None if is_known => vec![gone(&(words().gone_category)(&short))],
        None => vec![gone(&(words().gone_catalog)(&id))],
    });
    let drop = button("quiet")
        .attr("aria-label", &(words().drop)(&name.words))
        .add(mark(Icon::Cross))
        .on_click(move || take_out(shown, &target, &told));
    let path = el("p").class("path").add(named_link(&address, &name)).text(" ").add(p_src(&catalog));
    el("li").add(el("div").add(path).add(answer)).add(drop)
}

fn p_src(words: &str) -> El {
    el("span").class("src").text(words)
}

/// The verdict in its colour, with its mark and its word, and why.
fn answer(shown: Shown, found: &FoundTarget) -> Vec<El> {
    let registry = shown.page.data().registry;
    let told = shown
        .answers
        .with(|answers| summary(&found.evaluation, found.category, &answers.profile, registry, messages()));
    let verdict = with_verdict(el("span"), found.evaluation.verdict);
    vec![sentence(el("p").class("what").add(verdict).text(" "), &told)]
}

fn gone(told: &str) -> El {
    el("p").class("warn").add(mark(Icon::Question)).add(el("span").text(told))
}

fn take_out(shown: Shown, target: &Target, name: &str) {
    let mut at = 0;
    shown.edit(|draft| {
        at = draft.targets.iter().position(|one| one == target).unwrap_or(0);
        draft.drop_target(&target.catalog, &target.path);
    });
    shown.remember((words().dropped)(name), Before::Target(at, target.clone()));
    browser::focus_soon(UNDO.to_owned());
}
