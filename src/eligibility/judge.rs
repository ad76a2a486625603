//! Verdict, routes, blockers and questions of one formula.

use std::sync::Arc;

use super::blockers::blockers;
use super::evaluate::Limits;
use super::families::{ALWAYS, Element, Families, Family, Fate, NONE, Set};
use super::formula::Decides;
use super::outcome::{Cause, Question, Step, Verdict};
use super::routes::routes;
use super::sets::MinimalSets;
use super::situation::{Situation, State};

/// What [`judge`] finds. Categories that ask for the same share it.
#[derive(Debug, Clone)]
pub(super) struct Judged {
    pub(super) verdict: Verdict,
    pub(super) routes: MinimalSets<Step>,
    pub(super) blockers: MinimalSets<Cause>,
    pub(super) questions: Arc<[Question]>,
}

/// Reads the answer off the minimal solutions of a formula, of which nothing was known when they
/// were found.
pub(super) fn judge(
    families: &mut dyn Families,
    solutions: Family,
    situation: &Situation<'_>,
    limits: Limits,
) -> Judged {
    let possible = families.given(solutions, &|element| situation.state(element).possible());
    if possible == ALWAYS {
        return Judged {
            verdict: Verdict::Ready,
            routes: MinimalSets::empty_one(),
            blockers: MinimalSets::default(),
            questions: Arc::default(),
        };
    }
    let mut asked = Set::new();
    ask(families, possible, situation, &mut asked);
    let verdict = if families.has_only(possible, &|element| situation.state(element) == State::Unsaid) {
        Verdict::Ask
    } else if possible != NONE {
        Verdict::Missing
    } else {
        Verdict::Closed
    };
    let verdict = beyond(families, solutions, situation, verdict, &mut asked);
    let is_told = limits.blockers_beside_routes || possible == NONE;
    Judged {
        verdict,
        routes: if possible == NONE {
            MinimalSets::default()
        } else {
            routes(families, possible, situation, limits.routes)
        },
        blockers: if is_told {
            blockers(families, solutions, situation, limits.blockers)
        } else {
            MinimalSets::default()
        },
        questions: questions(situation, &asked),
    }
}

/// What is asked: the answers and coverages that nobody gave and that matter.
pub(super) fn asked(families: &mut dyn Families, solutions: Family, situation: &Situation<'_>) -> Set {
    let mut asked = Set::new();
    let possible = families.given(solutions, &|element| situation.state(element).possible());
    if possible != ALWAYS {
        ask(families, possible, situation, &mut asked);
        beyond(families, solutions, situation, Verdict::Closed, &mut asked);
    }
    asked
}

/// Whether a category that is closed to our steps could be had by application, or for all that
/// the source says; and the facts on which that depends. Papers that can be had are taken as had,
/// so that only what decides between these verdicts remains.
fn beyond(
    families: &mut dyn Families,
    solutions: Family,
    situation: &Situation<'_>,
    verdict: Verdict,
    asked: &mut Set,
) -> Verdict {
    if !situation.has_beyond() {
        return verdict;
    }
    let mut found = verdict;
    for (granted, answer) in
        [(&[State::OnRequest][..], Verdict::OnRequest), (&[State::OnRequest, State::Unlisted], Verdict::Unlisted)]
    {
        let could = families.given(solutions, &|element| {
            let is_granted = granted.contains(&situation.state(element));
            if is_granted { Fate::Holds } else { situation.papers_had(element) }
        });
        ask(families, could, situation, asked);
        if found == Verdict::Closed && could != NONE {
            found = answer;
        }
    }
    found
}

/// Adds what nobody said to what is asked, where it matters for a family.
fn ask(families: &dyn Families, family: Family, situation: &Situation<'_>, asked: &mut Set) {
    families.each_mentioned(family, &mut |element| {
        if situation.state(element) == State::Unsaid {
            asked.push(element);
        }
    });
}

/// The facts and the coverages of held papers that are asked.
fn questions(situation: &Situation<'_>, asked: &[Element]) -> Arc<[Question]> {
    let knowledge = situation.knowledge;
    if asked.is_empty() {
        return Arc::default();
    }
    let mut questions: Vec<Question> = Vec::new();
    let elements = (0..).zip(&situation.formula.elements).filter(|(element, _)| asked.contains(element));
    for (_, decides) in elements {
        let question = match decides {
            Decides::Answer { fact, .. } => knowledge.terms.facts.get(*fact).map(|fact| Question::Fact(fact.clone())),
            Decides::Covers(paper, phrase) => {
                knowledge.paper(*paper).map(|paper| Question::Coverage(paper.clone(), phrase.clone()))
            }
            _ => None,
        };
        // The kinds of answer to one fact stand side by side.
        questions.extend(question.filter(|question| questions.last() != Some(question)));
    }
    questions.into()
}
