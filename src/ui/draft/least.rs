//! The fewest papers that are still to be got for all targets, or why there is no way.

use leptos::prelude::Get;

use super::{Shown, words};
use crate::browser::{El, el};
use crate::i18n::{HandOver, messages};
use crate::state::DraftAnswers;
use crate::ui::category::route;
use crate::ui::names::words as in_language;
use crate::ui::{on_demand, p};
use crate::wording::{category_words, paper_name};

/// How many ways are shown before the rest is folded away, and how many of the rest.
const SHOWN: usize = 4;
const MORE: usize = 60;

pub(super) fn least(shown: Shown) -> El {
    el("section")
        .class("sheet card")
        .attr("aria-labelledby", "least")
        .live_flag("hidden", move || shown.answers.get().found().next().is_none())
        .add(el("h2").id("least").text(words().least))
        .add(el("div").class("least").live(move || {
            let answers = shown.answers.get();
            let together = answers.together();
            let problems = problems(shown, &answers).into_iter().map(|told| in_language(p("warn", ""), &told));
            let uncounted = (!together.is_counted).then(|| p("", words().uncounted));
            let routes = if together.is_counted { routes(shown, &answers) } else { Vec::new() };
            problems.chain(uncounted).chain(routes).collect()
        }))
}

fn routes(shown: Shown, answers: &DraftAnswers) -> Vec<El> {
    let say = messages();
    let routes = &answers.together().routes;
    let Some(first) = routes.iter().next() else { return vec![p("", words().nothing_known)] };
    if first.is_empty() {
        return vec![p("", words().nothing_left)];
    }
    let fewest = first.papers();
    let shortest = routes.iter().take_while(|one| one.papers() == fewest && one.len() == first.len()).count();
    let choice = (shortest > 1).then(|| p("src", &(words().one_of_them)(shortest)));
    let listed = list(shown, answers, 0, SHOWN);
    let more = routes.len().saturating_sub(SHOWN);
    let folded = (more > 0).then(|| {
        on_demand(&(say.more_routes)(more), "", move || {
            let answers = shown.answers.get();
            let routes = &answers.together().routes;
            let cut = (routes.is_cut() || more > MORE).then(|| p("src", say.cut));
            std::iter::once(list(shown, &answers, SHOWN, MORE)).chain(cut).collect()
        })
    });
    choice.into_iter().chain([listed]).chain(folded).collect()
}

fn list(shown: Shown, answers: &DraftAnswers, from: usize, many: usize) -> El {
    let routes = answers.together().routes.iter().skip(from).take(many);
    let registry = shown.page.data().registry;
    el("ol").class("routes").adds(routes.map(|one| route(registry, &answers.profile, one)))
}

/// What keeps the targets from being had together, in sentences.
fn problems(shown: Shown, answers: &DraftAnswers) -> Vec<String> {
    let (say, registry) = (messages(), shown.page.data().registry);
    let told = HandOver::of(say.language);
    // Of one category, the sentence of its verdict says it.
    let names = |set: &Vec<usize>| {
        let targets = set.iter().filter_map(|&at| answers.targets.get(at));
        let names: Vec<String> = targets.map(|one| category_words(&one.target.path, registry, say).words).collect();
        (names.len() > 1).then(|| (told.not_together)(&names.join(say.list)))
    };
    let alone: Vec<String> = answers
        .together()
        .conflicts
        .iter()
        .filter(|set| set.len() == 1)
        .flatten()
        .filter_map(|&at| Some(category_words(&answers.targets.get(at)?.target.path, registry, say).words))
        .collect();
    let alone = (!alone.is_empty()).then(|| (words().closed)(&alone.join(say.list)));
    let conflicts = answers.together().conflicts.iter().filter_map(names);
    let unavoidable = answers.together().unavoidable.iter().map(|papers| {
        let names: Vec<String> = papers.iter().map(|paper| paper_name(paper, registry, say)).collect();
        (told.one_must_be_had)(&names.join(say.list))
    });
    alone.into_iter().chain(conflicts).chain(unavoidable).collect()
}
