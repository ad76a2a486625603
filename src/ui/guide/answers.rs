//! What is known so far: how far the questions have come, the answers given, what follows.

use super::say;
use super::topic::{answers, question};
use crate::address::{Asking, AskingStep};
use crate::browser::{El, el};
use crate::eligibility::{Question, Topic};
use crate::profile::Paper;
use crate::state::given;
use crate::ui::checker::{counts, named};
use crate::ui::names::words as said;
use crate::ui::{Page, link};

/// So many questions are counted down. A higher bound would be as true, but it puts people off, and
/// nobody has to answer them all.
const FEW: usize = 9;

/// How many questions are left at most, and how many categories are settled.
pub(super) fn progress(page: Page) -> El {
    let words = move || {
        let interview = page.guide.interview();
        let left = match (interview.questions, interview.papers) {
            (0, 0) => say().none_left.to_owned(),
            (0, papers) => (say().papers_left)(papers),
            (questions, _) if questions > FEW => say().questions_many.to_owned(),
            (questions, _) => (say().questions_left)(questions),
        };
        [left, told(page)].join(" · ")
    };
    let bar = el("progress")
        .attr("aria-hidden", "true")
        .live_attr("max", move || Some(page.guide.interview().total.max(1).to_string()))
        .live_attr("value", move || Some(page.guide.interview().settled.to_string()));
    el("div").class("progress").add(el("p").class("src").live_text(words)).add(bar)
}

/// The words that lead on to as many questions.
pub(super) fn on_to(questions: usize) -> String {
    if questions > FEW { say().go_on.to_owned() } else { (say().still_open)(questions) }
}

fn told(page: Page) -> String {
    let interview = page.guide.interview();
    match (interview.settled, interview.total) {
        (settled, total) if settled == total => (say().all_settled)(total),
        (settled, total) => (say().settled)(settled, total),
    }
}

/// What follows from the answers now, and the answers.
pub(super) fn side(page: Page, asking: &Asking) -> El {
    el("aside").class("side").add(now(page)).add(given_so_far(page, asking))
}

/// How many categories there are of each verdict.
pub(super) fn now(page: Page) -> El {
    let list = el("ul").class("verdicts").live(move || {
        let entry = |(verdict, count): (_, usize)| {
            el("li").add(named(el("span"), verdict)).text(" ").add(el("b").text(&count.to_string()))
        };
        counts(page).into_iter().map(entry).collect()
    });
    el("section").class("sheet card").add(el("h2").text(say().now)).add(list)
}

/// Every answer with a way to change it.
pub(super) fn given_so_far(page: Page, asking: &Asking) -> El {
    let asking = asking.clone();
    let list = el("dl").class("given").live(move || {
        let profile = &page.checker.answers().profile;
        let registry = page.data().registry;
        let entry = |topic: &Topic| {
            let words = question(topic, registry)?;
            let chosen = given(topic, profile)?;
            let answer = answers(topic, registry).into_iter().find(|(id, _)| *id == chosen)?.1;
            let change = link(&asking.at(AskingStep::Topic(topic.id())).fragment(), say().change);
            let change = change.attr("aria-label", &(say().change_answer)(&words));
            Some(el("div").add(said(el("dt"), &words)).add(el("dd").text(&answer).text(" ").add(change)))
        };
        answered(page).iter().filter_map(entry).collect()
    });
    el("section")
        .class("sheet card")
        .live_flag("hidden", move || answered(page).is_empty())
        .add(el("h2").text(say().your_answers))
        .add(list)
}

/// What the catalog asks about and somebody answered: subject, facts, papers with what they cover.
fn answered(page: Page) -> Vec<Topic> {
    let answers = page.checker.answers();
    let mut topics = vec![Topic::fact(crate::catalog::SUBJECT)];
    topics.extend(answers.shelf.facts().iter().map(|fact| Topic::fact(fact)));
    for asked in answers.shelf.papers() {
        let paper = Paper { document: asked.document.clone(), holder: asked.holder };
        if answers.profile.papers.contains_key(&paper) {
            let covered = |phrase| Topic::Question(Question::Coverage(paper.clone(), phrase));
            let phrases: Vec<Topic> = asked.phrases.iter().cloned().map(covered).collect();
            topics.push(Topic::Paper(paper));
            topics.extend(phrases);
        }
    }
    topics.retain(|topic| topic.is_answered(&answers.profile));
    topics
}
