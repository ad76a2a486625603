//! A topic in words: the question, its answers.

use crate::catalog::Registry;
use crate::eligibility::{Question, Topic};
use crate::i18n::messages;
use crate::wording::paper_name;

use super::say;

/// The question; none where the registry has no such fact or paper.
pub(in crate::ui) fn question(topic: &Topic, registry: &Registry) -> Option<String> {
    let words = messages();
    Some(match topic {
        Topic::Question(Question::Fact(fact)) => {
            let known = registry.fact(fact.as_str())?;
            words.language.of(&known.zh, &known.en).to_owned()
        }
        Topic::Question(Question::Coverage(paper, phrase)) => {
            registry.document(paper.document.as_str())?;
            (say().covers)(&paper_name(paper, registry, words), phrase)
        }
        Topic::Paper(paper) => {
            registry.document(paper.document.as_str())?;
            (say().has_paper)(&paper_name(paper, registry, words))
        }
    })
}

/// The ids of its answers and their words.
pub(super) fn answers(topic: &Topic, registry: &Registry) -> Vec<(String, String)> {
    let words = messages();
    let those =
        |answers: &[(&str, &str)]| answers.iter().map(|(id, words)| ((*id).to_owned(), (*words).to_owned())).collect();
    match topic {
        Topic::Question(Question::Fact(fact)) => {
            let known = registry.fact(fact.as_str()).map(|fact| fact.answers.as_slice()).unwrap_or_default();
            let answer =
                |one: &crate::catalog::Answer| (one.id.to_string(), words.language.of(&one.zh, &one.en).to_owned());
            known.iter().map(answer).collect()
        }
        Topic::Question(Question::Coverage(..)) => those(&[("yes", words.covers), ("no", words.lacks)]),
        Topic::Paper(_) => those(&[("yes", say().have), ("no", say().have_not), ("never", say().cannot)]),
    }
}
