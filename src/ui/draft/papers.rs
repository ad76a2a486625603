//! One list of the papers of all targets.

use std::hash::{Hash, Hasher};

use leptos::prelude::{Get, Memo, With, untrack};
use rustc_hash::FxHasher;

use super::{Shown, paper, words};
use crate::browser::{El, Item, el};
use crate::draft::Stage;
use crate::eligibility::{Need, PortfolioPaper};
use crate::order::by_rank;
use crate::profile::Paper;
use crate::state::DraftAnswers;
use crate::ui::{on_demand_titled, p};

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    paper: Paper,
    /// The paper and the targets that it serves: what is asked of it follows from these.
    key: u64,
    /// Nothing has to be done about it, and nothing was said of it.
    is_idle: bool,
}

pub(super) fn papers(shown: Shown) -> El {
    let lines = Memo::new(move |before: Option<&Vec<Line>>| {
        shown.answers.with(|answers| arranged(shown, before.map_or(&[][..], Vec::as_slice), answers))
    });
    let is_empty = move || lines.with(Vec::is_empty);
    let those = move |is_idle: bool| {
        el("ul").class("to-get").long_list(move || {
            let item = |line: Line| Item::new(line.key, move || paper::line(shown, line.paper));
            lines.get().into_iter().filter(|line| line.is_idle == is_idle).map(item).collect()
        })
    };
    let idle = move || lines.with(|lines| lines.iter().filter(|line| line.is_idle).count());
    let folded = on_demand_titled(move || (words().idle)(idle()), "", move || vec![those(true)]);
    el("section")
        .class("sheet card")
        .attr("aria-labelledby", "papers")
        .live_flag("hidden", move || shown.answers.get().found().next().is_none())
        .add(el("h2").id("papers").text(words().papers))
        .add(p("src", words().papers_hint).live_flag("hidden", is_empty))
        .add(p("", words().no_papers).live_flag("hidden", move || !is_empty()))
        .add(those(false))
        .add(folded.class("idle").live_flag("hidden", move || idle() == 0))
}

/// What has to be got stands first when the list is made. From then on a paper keeps its place, or
/// the line would go away under the hand that has just changed it; it only leaves those that nothing
/// has to be done about.
fn arranged(shown: Shown, before: &[Line], answers: &DraftAnswers) -> Vec<Line> {
    let ranked =
        by_rank(answers.together().papers.iter().collect(), |one: &&PortfolioPaper| match (one.need, one.trouble) {
            (Need::Always, _) => 0,
            (Need::Sometimes, _) => 1,
            (Need::Never, None) => 2,
            (Need::Never, Some(_)) => 3,
        });
    let draft = untrack(|| shown.draft.get());
    let is_untouched = |paper: &Paper| {
        let stage = draft.as_ref().map_or(Stage::NotBegun, |draft| draft.stage(paper));
        stage == Stage::NotBegun && draft.as_ref().is_none_or(|draft| draft.progress_of(paper).is_none())
    };
    let line = |one: &PortfolioPaper| {
        let is_idle = one.need == Need::Never
            && match before.iter().find(|line| line.paper == one.paper) {
                Some(known) => known.is_idle,
                None => answers.together().is_open() && one.trouble.is_some() && is_untouched(&one.paper),
            };
        Line { paper: one.paper.clone(), key: key(one), is_idle }
    };
    let known = before.iter().filter_map(|line| answers.asked(&line.paper));
    let new = ranked.into_iter().filter(|one| before.iter().all(|line| line.paper != one.paper));
    known.chain(new).map(line).collect()
}

fn key(one: &PortfolioPaper) -> u64 {
    let mut hasher = FxHasher::default();
    (&one.paper, &one.serves).hash(&mut hasher);
    hasher.finish()
}
