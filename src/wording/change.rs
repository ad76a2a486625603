//! What has changed from one revision to another, as sentences.

use crate::catalog::{AnswerId, FactId, Registry, SUBJECT};
use crate::eligibility::{Difference, PaperStep, Point, Relation};
use crate::i18n::Messages;
use crate::profile::Paper;

use super::asked_name;

/// How a list of names becomes a sentence.
type Sentence = fn(&str) -> String;

/// One sentence for each kind of change; never none.
#[must_use]
pub fn changes(difference: &Difference, registry: &Registry, say: &Messages) -> Vec<String> {
    if difference.is_none() {
        return vec![say.changed_nothing.to_owned()];
    }
    let subjects = |answers: &[AnswerId], sentence: Sentence| {
        let names = answered(&FactId::from(SUBJECT), answers, say.list, registry, say)?;
        (!answers.is_empty()).then(|| sentence(&names))
    };
    let mut told: Vec<String> = Vec::new();
    told.extend(subjects(&difference.opened_to, say.opened_to));
    told.extend(subjects(&difference.closed_to, say.closed_to));
    if difference.relation != Relation::Same {
        let of_papers = of_papers(difference, registry, say);
        let is_silent = of_papers.is_empty();
        told.extend(of_papers);
        if is_silent {
            told.push(say.changed_order.to_owned());
        }
    }
    told
}

/// What a source that is silent asks for is not known: nothing is said to be needed no more, or to
/// be needed now.
fn of_papers(difference: &Difference, registry: &Registry, say: &Messages) -> Vec<String> {
    let Difference { needed, no_longer_needed, accepted, no_longer_accepted, .. } = difference;
    let (silent, sentences): (Option<&str>, [Sentence; 4]) = if needed.contains(&Point::Unlisted) {
        let words = [say.changed_needed, say.needed_before, say.changed_accepted, say.accepted_before];
        (Some(say.changed_unlisted), words)
    } else if no_longer_needed.contains(&Point::Unlisted) {
        let words = [say.needed_since, say.needed_before, say.accepted_since, say.accepted_before];
        (Some(say.unlisted_until_now), words)
    } else {
        (None, [say.changed_needed, say.changed_not_needed, say.changed_accepted, say.changed_not_accepted])
    };
    let lists = [needed, no_longer_needed, accepted, no_longer_accepted];
    let told = lists.into_iter().zip(sentences).enumerate().filter_map(|(at, (points, sentence))| {
        // Of what is accepted only papers are told: the applicants that they are for say little alone.
        let names = names(points, at < 2, registry, say);
        (!names.is_empty()).then(|| sentence(&names.join(say.list)))
    });
    silent.map(str::to_owned).into_iter().chain(told).collect()
}

/// Everything that is told of one paper is one name: what it covers, and how many. A silent source
/// has a sentence of its own.
fn names(points: &[Point], with_answers: bool, registry: &Registry, say: &Messages) -> Vec<String> {
    let mut steps: Vec<PaperStep> = Vec::new();
    let mut others = Vec::new();
    for point in points {
        match point {
            Point::Paper(paper) => drop(step_of(paper, &mut steps)),
            Point::Coverage(paper, phrase) => {
                if let Some(step) = step_of(paper, &mut steps) {
                    step.covers.push(phrase.clone());
                }
            }
            Point::Count(paper, count) => {
                if let Some(step) = step_of(paper, &mut steps) {
                    step.count = step.count.max(*count);
                }
            }
            Point::Answer(fact, answers) => others.extend(answered(fact, answers, say.or, registry, say)),
            Point::OnRequest => others.push(say.by_request.to_owned()),
            Point::Unlisted => {}
        }
    }
    let papers: Vec<String> = steps.iter().map(|step| asked_name(step, false, registry, say)).collect();
    let is_told = with_answers || papers.is_empty();
    papers.into_iter().chain(others.into_iter().filter(|_| is_told)).collect()
}

fn step_of<'a>(paper: &Paper, steps: &'a mut Vec<PaperStep>) -> Option<&'a mut PaperStep> {
    let at = steps.iter().position(|step| step.paper == *paper).unwrap_or_else(|| {
        steps.push(PaperStep { paper: paper.clone(), covers: Vec::new(), count: 1 });
        steps.len().saturating_sub(1)
    });
    steps.get_mut(at)
}

fn answered(fact: &FactId, answers: &[AnswerId], joined: &str, registry: &Registry, say: &Messages) -> Option<String> {
    let fact = registry.fact(fact.as_str())?;
    let names = answers.iter().filter_map(|answer| fact.answer(answer.as_str()));
    let names: Vec<&str> = names.map(|answer| say.language.of(&answer.zh, &answer.en)).collect();
    Some(names.join(joined))
}
