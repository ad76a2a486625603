//! What has changed from one revision to another, as sentences.

use crate::catalog::{AnswerId, FactId, Registry};
use crate::eligibility::{Difference, PaperStep, Point, Relation};
use crate::i18n::Messages;
use crate::profile::Paper;

use super::asked_name;

/// How a list of names becomes a sentence.
type Sentence = fn(&str) -> String;

/// One sentence for each kind of change; never none.
#[must_use]
pub fn changes(difference: &Difference, registry: &Registry, say: &Messages) -> Vec<String> {
    if difference.relation == Relation::Same {
        return vec![say.changed_nothing.to_owned()];
    }
    let kinds: [(&[Point], Sentence); 4] = [
        (&difference.needed, say.changed_needed),
        (&difference.no_longer_needed, say.changed_not_needed),
        (&difference.accepted, say.changed_accepted),
        (&difference.no_longer_accepted, say.changed_not_accepted),
    ];
    let told = kinds.into_iter().filter_map(|(points, sentence)| {
        let names = names(points, registry, say);
        (!names.is_empty()).then(|| sentence(&names.join(say.list)))
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() { vec![say.changed_order.to_owned()] } else { told }
}

/// Everything that is told of one paper is one name: what it covers, and how many.
fn names(points: &[Point], registry: &Registry, say: &Messages) -> Vec<String> {
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
            Point::Answer(fact, answers) => others.extend(answered(fact, answers, registry, say)),
            Point::Beyond => others.push(say.beyond.to_owned()),
        }
    }
    steps.iter().map(|step| asked_name(step, false, registry, say)).chain(others).collect()
}

fn step_of<'a>(paper: &Paper, steps: &'a mut Vec<PaperStep>) -> Option<&'a mut PaperStep> {
    let at = steps.iter().position(|step| step.paper == *paper).unwrap_or_else(|| {
        steps.push(PaperStep { paper: paper.clone(), covers: Vec::new(), count: 1 });
        steps.len().saturating_sub(1)
    });
    steps.get_mut(at)
}

fn answered(fact: &FactId, answers: &[AnswerId], registry: &Registry, say: &Messages) -> Option<String> {
    let fact = registry.fact(fact.as_str())?;
    let names = answers.iter().filter_map(|answer| fact.answer(answer.as_str()));
    let names: Vec<&str> = names.map(|answer| say.language.of(&answer.zh, &answer.en)).collect();
    Some(names.join(say.or))
}
