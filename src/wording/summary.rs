//! One sentence for one category: the answer at a glance.

use crate::catalog::{Category, Kind, Registry};
use crate::eligibility::{Evaluation, PaperStep, Question, Route, Step, Verdict};
use crate::i18n::Messages;
use crate::profile::Profile;

use super::Sentence;
use super::paper::{asked_name, cause_words, confirm_words, paper_name, step_words};

/// How many alternatives a single sentence names.
const NAMED: usize = 3;

/// What is missing, why it is closed, or what to confirm.
#[must_use]
pub fn summary(
    evaluation: &Evaluation,
    category: &Category,
    profile: &Profile,
    registry: &Registry,
    say: &Messages,
) -> Sentence {
    match evaluation.verdict {
        Verdict::Ready if category.requirement.kind == Kind::Nothing => Sentence::default().plain(say.nothing_asked),
        Verdict::Ready => Sentence::default().plain(say.all_met),
        Verdict::Ask => questions(evaluation, registry, say),
        Verdict::Missing => missing(evaluation, profile, registry, say),
        Verdict::Unlisted => Sentence::default().plain(say.unlisted),
        Verdict::OnRequest | Verdict::Closed => {
            let first = evaluation.blockers.list.first().map(|blocker| blocker.causes.as_slice()).unwrap_or_default();
            let causes: Vec<String> = first.iter().map(|cause| cause_words(cause, registry, say)).collect();
            Sentence::default().plain(causes.join("；"))
        }
    }
}

fn questions(evaluation: &Evaluation, registry: &Registry, say: &Messages) -> Sentence {
    let mut sentence = Sentence::default().plain(say.answer_first);
    for (at, question) in evaluation.questions.iter().enumerate() {
        if at > 0 {
            sentence = sentence.plain(say.list);
        }
        sentence = match question {
            Question::Fact(fact) => {
                let zh = registry.fact(fact.as_str()).map_or_else(|| fact.to_string(), |known| known.zh.to_string());
                sentence.stressed(zh)
            }
            Question::Coverage(paper, phrase) => {
                sentence.plain(paper_name(paper, registry, say)).stressed((say.does_cover)(phrase))
            }
        };
    }
    sentence
}

/// The routes with the fewest papers, told as briefly as they allow.
fn missing(evaluation: &Evaluation, profile: &Profile, registry: &Registry, say: &Messages) -> Sentence {
    let Some(fewest) = evaluation.fewest_papers() else { return Sentence::default() };
    let shortest: Vec<&Route> = evaluation.routes.list.iter().filter(|route| papers(route).len() == fewest).collect();
    // Routes that differ only in what is to be confirmed are one way to get the papers.
    let mut ways: Vec<(&Route, Vec<&Step>)> = Vec::new();
    for route in shortest {
        let steps = papers(route);
        if !ways.iter().any(|(_, known)| *known == steps) {
            ways.push((route, steps));
        }
    }
    let mut sentence = Sentence::default().plain((say.missing_count)(fewest));
    let Some((first, steps)) = ways.first() else { return sentence };
    if ways.len() == 1 {
        sentence = sentence.plain("：").stressed(all(steps, profile, registry, say));
        return with_condition(sentence, first, evaluation, registry, say);
    }
    if fewest == 1 && ways.len() <= NAMED {
        sentence = sentence.plain(say.one_is_enough);
        for (at, (route, steps)) in ways.iter().enumerate() {
            if at > 0 {
                sentence = sentence.plain(say.or);
            }
            sentence = sentence.stressed(all(steps, profile, registry, say));
            sentence = with_condition(sentence, route, evaluation, registry, say);
        }
        return sentence;
    }
    sentence = sentence.plain((say.ways)(ways.len())).plain(say.for_example);
    sentence = sentence.stressed(all(steps, profile, registry, say));
    with_condition(sentence, first, evaluation, registry, say)
}

/// Says what the route takes for granted about the applicant. The subject is asked once for all
/// categories, so it is left out as long as it is open.
fn with_condition(
    sentence: Sentence,
    route: &Route,
    evaluation: &Evaluation,
    registry: &Registry,
    say: &Messages,
) -> Sentence {
    let subject_is_open = evaluation
        .questions
        .iter()
        .any(|question| matches!(question, Question::Fact(fact) if fact.as_str() == crate::catalog::SUBJECT));
    let conditions: Vec<String> = route
        .steps
        .iter()
        .filter_map(|step| match step {
            Step::Confirm(confirm)
                if confirm.fact.as_str() == crate::catalog::SUBJECT && subject_is_open && confirm.answers.len() > 1 =>
            {
                None
            }
            Step::Confirm(confirm) => Some(confirm_words(confirm, registry, say)),
            _ => None,
        })
        .collect();
    if conditions.is_empty() { sentence } else { sentence.plain((say.under_condition)(&conditions.join(say.list))) }
}

fn papers(route: &Route) -> Vec<&Step> {
    route.steps.iter().filter(|step| step.paper().is_some()).collect()
}

/// New papers by name alone, since “差 n 项” says that they are to be got; other steps in words.
fn all(steps: &[&Step], profile: &Profile, registry: &Registry, say: &Messages) -> String {
    let words = |step: &&Step| match step {
        Step::Obtain(paper) => name(paper, registry, say),
        other => step_words(other, profile, registry, say),
    };
    steps.iter().map(words).collect::<Vec<_>>().join(say.list)
}

fn name(paper: &PaperStep, registry: &Registry, say: &Messages) -> String {
    asked_name(paper, false, registry, say)
}
