//! Papers, steps and causes in words.

use crate::catalog::{Answer, AnswerId, Coverage, Fact, Holder, Kind, Registry, Requirement, SUBJECT};
use crate::eligibility::{Cause, Confirm, PaperStep, Step, Trouble, Why};
use crate::i18n::Messages;
use crate::profile::{Paper, Profile};

use super::remark_words;

/// The name of a paper; a partner's says so.
#[must_use]
pub fn paper_name(paper: &Paper, registry: &Registry, say: &Messages) -> String {
    let name = registry
        .document(paper.document.as_str())
        .map_or_else(|| paper.document.to_string(), |known| (say.document)(&known.name, &known.english));
    match paper.holder {
        Holder::Own => name,
        Holder::Partner => (say.partners)(&name),
    }
}

/// A paper with the coverage and the count that are asked of it.
#[must_use]
pub fn asked_name(step: &PaperStep, any_phrase: bool, registry: &Registry, say: &Messages) -> String {
    let mut name = paper_name(&step.paper, registry, say);
    if step.count > 1 {
        name.push_str(&(say.copies)(step.count));
    }
    if !step.covers.is_empty() {
        let covering = if any_phrase { say.covering_any } else { say.covering_all };
        name.push_str(&covering(&phrases(step)));
    }
    name
}

/// A paper with all that these requirements ask of it: each coverage once, and the highest count.
#[must_use]
pub fn asked_of<'a>(
    paper: &Paper,
    requirements: impl Iterator<Item = &'a Requirement>,
    registry: &Registry,
    say: &Messages,
) -> String {
    let mut most = 1;
    let mut covering: Vec<String> = Vec::new();
    for requirement in requirements {
        requirement.walk(&mut |node| {
            let Kind::Document(asked) = &node.kind else { return };
            if asked.document != paper.document || asked.holder != paper.holder {
                return;
            }
            most = most.max(asked.count);
            let phrases: Vec<&str> = asked.coverage.phrases().iter().map(|phrase| &**phrase).collect();
            let one = match asked.coverage {
                Coverage::None => return,
                Coverage::All(_) => (say.covering_all)(&phrases),
                Coverage::Any(_) => (say.covering_any)(&phrases),
            };
            if !covering.contains(&one) {
                covering.push(one);
            }
        });
    }
    let mut words = paper_name(paper, registry, say);
    if most > 1 {
        words.push_str(&(say.copies)(most));
    }
    words.push_str(&covering.join(say.also));
    words
}

/// What to do, in words.
#[must_use]
pub fn step_words(step: &Step, profile: &Profile, registry: &Registry, say: &Messages) -> String {
    match step {
        Step::Confirm(confirm) => confirm_words(confirm, registry, say),
        Step::Obtain(step) => (say.obtain)(&asked_name(step, false, registry, say)),
        Step::Renew(step) => (say.renew)(&asked_name(step, false, registry, say)),
        Step::Count(step) => (say.reach)(&paper_name(&step.paper, registry, say), step.count),
        Step::Extend(step) => {
            let said_no = profile
                .papers
                .get(&step.paper)
                .is_some_and(|holding| step.covers.iter().any(|phrase| holding.lacks.contains(&**phrase)));
            let words = if said_no { say.extend } else { say.confirm_coverage };
            words(&paper_name(&step.paper, registry, say), &phrases(step))
        }
    }
}

/// A fact and the answers that serve, in words.
#[must_use]
pub fn confirm_words(confirm: &Confirm, registry: &Registry, say: &Messages) -> String {
    let Some(fact) = registry.fact(confirm.fact.as_str()) else { return confirm.fact.to_string() };
    condition_words(fact, &confirm.answers, say)
}

/// A fact and the answers that serve, in words: few answers by name, most of them by what they
/// are not.
#[must_use]
pub fn condition_words(fact: &Fact, answers: &[AnswerId], say: &Messages) -> String {
    let those = |serve: bool| -> Vec<String> {
        let answers = fact.answers.iter().filter(|answer| answers.contains(&answer.id) == serve);
        answers.map(|answer| answer_words(answer, say)).collect()
    };
    let (named, others) = (those(true), those(false));
    let is_subject = fact.id.as_str() == SUBJECT;
    let name = if is_subject { say.subject_in_a_sentence } else { "" };
    if !others.is_empty() && others.len() < named.len() && is_subject {
        (say.fact_is_not)(name, &others.join(say.or))
    } else {
        (say.fact_is)(name, &named.join(say.or))
    }
}

fn answer_words(answer: &Answer, say: &Messages) -> String {
    inside(say.language.of(&answer.zh, &answer.en))
}

/// Words inside a sentence: English ones begin small there.
pub(super) fn inside(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

/// What is wrong with a paper, in a few words.
#[must_use]
pub fn trouble_words(trouble: Trouble, say: &Messages) -> &'static str {
    match trouble {
        Trouble::NotHeld => say.not_held,
        Trouble::Expired => say.expired_paper,
        Trouble::Unobtainable => say.cannot_be_had,
        Trouble::TooFew => say.too_few,
        Trouble::NotCovering => say.not_covering,
        Trouble::CoverageUnsaid => say.coverage_unsaid,
    }
}

/// Why a leaf is not met, in words.
#[must_use]
pub fn cause_words(cause: &Cause, registry: &Registry, say: &Messages) -> String {
    match &cause.why {
        Why::Paper { asked, any_phrase, trouble } => {
            (say.state)(&asked_name(asked, *any_phrase, registry, say), trouble_words(*trouble, say))
        }
        Why::Fact { fact, is, answered } => {
            let Some(known) = registry.fact(fact.as_str()) else { return fact.to_string() };
            let asked = condition_words(known, is, say);
            let answer = answered.as_ref().and_then(|answer| known.answer(answer.as_str()));
            let state = answer
                .map_or_else(|| say.fact_open.to_owned(), |answer| (say.fact_otherwise)(&answer_words(answer, say)));
            match &cause.rule {
                Some(words) => {
                    let words = remark_words(words, registry, say);
                    (say.by_rule)(&state, words.trim_end_matches(['。', '.']))
                }
                None => (say.only_for)(&asked, &state),
            }
        }
        Why::OnRequest(channel) => channel_words(channel, registry, say),
        Why::Unlisted => say.unlisted.to_owned(),
    }
}

/// How to apply for what nobody can choose from the list.
#[must_use]
pub fn channel_words(channel: &str, registry: &Registry, say: &Messages) -> String {
    (say.on_request)(remark_words(channel, registry, say).trim_end_matches(['。', '.']))
}

fn phrases(step: &PaperStep) -> Vec<&str> {
    step.covers.iter().map(AsRef::as_ref).collect()
}
