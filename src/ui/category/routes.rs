//! The ways to close the gap, and what keeps it open.

use leptos::prelude::Get;

use super::{Shown, is_open};
use crate::browser::{El, el};
use crate::catalog::Registry;
use crate::eligibility::{Blocker, Route, Step, Verdict, Why};
use crate::i18n::messages;
use crate::profile::Profile;
use crate::ui::names::{paper_link, words};
use crate::ui::p;
use crate::wording::{cause_words, step_words};

/// How many routes are shown before the rest is folded away.
const SHOWN: usize = 4;

pub(super) fn routes(shown: Shown) -> El {
    let say = messages();
    let open = move || shown.evaluation.get().filter(|one| is_open(one.verdict));
    card(say.routes).live_flag("hidden", move || open().is_none()).add(el("div").live(move || {
        let Some(one) = open() else { return Vec::new() };
        let profile = &shown.page.checker.answers().profile;
        let list = |from: usize, many: usize| {
            let routes = one.routes.iter().skip(from).take(many);
            el("ol").class("routes").adds(routes.map(|one| route(shown.rules.registry, profile, one)))
        };
        let more = one.routes.len().saturating_sub(SHOWN);
        let folded =
            (more > 0).then(|| el("details").add(el("summary").text(&(say.more_routes)(more))).add(list(SHOWN, more)));
        let cut = one.routes.is_cut().then(|| p("src", say.cut));
        std::iter::once(list(0, SHOWN)).chain(folded).chain(cut).collect()
    }))
}

/// What is to be got comes first; what is to be confirmed is the small print.
pub(in crate::ui) fn route(registry: &Registry, profile: &Profile, route: Route<'_>) -> El {
    let say = messages();
    let (confirms, steps): (Vec<&Step>, Vec<&Step>) = route.steps().partition(|step| matches!(step, Step::Confirm(_)));
    let count = if steps.is_empty() { say.route_confirms.to_owned() } else { (say.route_papers)(steps.len()) };
    let list = |class: &str, steps: Vec<&Step>| {
        let told = |step: &Step| {
            let name = step_words(step, profile, registry, say);
            match step.paper() {
                Some(asked) => el("li").add(paper_link(&asked.paper, &name)),
                None => words(el("li"), &name),
            }
        };
        el("ul").class(class).adds(steps.into_iter().map(told))
    };
    el("li")
        .class("route")
        .add(el("b").text(&count))
        .add(el("div").add(list("steps", steps)).add(list("steps src", confirms)))
}

/// What keeps a category closed. For one that papers can open, the routes say more.
pub(super) fn blockers(shown: Shown) -> El {
    let say = messages();
    let closed =
        move || shown.evaluation.get().filter(|one| matches!(one.verdict, Verdict::Closed | Verdict::OnRequest));
    card(say.blockers).live_flag("hidden", move || closed().is_none()).add(p("src", say.blockers_hint)).add(
        el("ul").class("blockers").live(move || {
            let Some(one) = closed() else { return Vec::new() };
            // A paper that can be had blocks such a category as well, but is not why it is closed.
            let by_request =
                |blocker: &Blocker<'_>| blocker.causes().any(|cause| matches!(cause.why, Why::OnRequest(_)));
            let is_why = |blocker: &Blocker<'_>| blocker.is_final() || by_request(blocker);
            one.blockers.iter().filter(is_why).map(|one| blocker(shown, one)).collect()
        }),
    )
}

fn blocker(shown: Shown, blocker: Blocker<'_>) -> El {
    let say = messages();
    el("li").adds(blocker.causes().map(|cause| {
        let told = words(el("p"), &cause_words(cause, shown.rules.registry, say));
        match cause.line {
            Some(line) => told.text(" ").add(el("span").class("src").text(&(say.line)(line))),
            None => told,
        }
    }))
}

fn card(title: &str) -> El {
    el("section").class("sheet card").add(el("h2").text(title))
}
