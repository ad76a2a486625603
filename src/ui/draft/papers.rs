//! One list of the papers of all targets.

use std::hash::{Hash, Hasher};

use leptos::prelude::{Get, Memo, With};
use rustc_hash::FxHasher;

use super::{Shown, paper, words};
use crate::browser::{El, Item, el};
use crate::eligibility::{Need, PortfolioPaper};
use crate::order::by_rank;
use crate::profile::Paper;
use crate::state::DraftAnswers;
use crate::ui::p;

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    paper: Paper,
    /// The paper and the targets that it serves: what is asked of it follows from these.
    key: u64,
}

pub(super) fn papers(shown: Shown) -> El {
    let lines = Memo::new(move |before: Option<&Vec<Line>>| {
        shown.answers.with(|answers| arranged(before.map_or(&[][..], Vec::as_slice), answers))
    });
    let is_empty = move || lines.with(Vec::is_empty);
    let list = el("ul").class("to-get").live_list(move || {
        let item = |line: Line| Item::new(line.key, move || paper::line(shown, line.paper));
        lines.get().into_iter().map(item).collect()
    });
    el("section")
        .class("sheet card")
        .attr("aria-labelledby", "papers")
        .live_flag("hidden", move || shown.answers.get().found().next().is_none())
        .add(el("h2").id("papers").text(words().papers))
        .add(p("src", words().papers_hint).live_flag("hidden", is_empty))
        .add(p("", words().no_papers).live_flag("hidden", move || !is_empty()))
        .add(list)
}

/// What has to be got stands first when the list is made. From then on a paper keeps its place, or
/// the line would go away under the hand that has just changed it.
fn arranged(before: &[Line], answers: &DraftAnswers) -> Vec<Line> {
    let ranked =
        by_rank(answers.together.papers.iter().collect(), |one: &&PortfolioPaper| match (one.need, one.trouble) {
            (Need::Always, _) => 0,
            (Need::Sometimes, _) => 1,
            (Need::Never, None) => 2,
            (Need::Never, Some(_)) => 3,
        });
    let line = |one: &PortfolioPaper| Line { paper: one.paper.clone(), key: key(one) };
    let known = before.iter().filter_map(|line| answers.asked(&line.paper));
    let new = ranked.into_iter().filter(|one| before.iter().all(|line| line.paper != one.paper));
    known.chain(new).map(line).collect()
}

fn key(one: &PortfolioPaper) -> u64 {
    let mut hasher = FxHasher::default();
    (&one.paper, &one.serves).hash(&mut hasher);
    hasher.finish()
}
