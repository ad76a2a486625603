//! One question at a time, on the same profile as the form.

use std::sync::Arc;

use leptos::prelude::*;

use super::checker::Checker;
use super::navigation::Navigation;
use crate::address::{Asking, AskingStep, Place};
use crate::browser::measured;
use crate::eligibility::{Interview, Question, Topic};
use crate::profile::{Profile, WrittenProfile};

/// The answers to what is no fact: a paper is at hand or covers, does not, or cannot.
const YES: &str = "yes";
const NO: &str = "no";
const NEVER: &str = "never";

/// How far the questions have come.
#[derive(Clone, Copy)]
pub struct Guide {
    checker: Checker,
    navigation: Navigation,
    interview: Memo<Arc<Interview>>,
}

impl Guide {
    /// Follows the answers and the address. Nothing is worked out before somebody looks.
    #[must_use]
    pub fn new(checker: Checker, navigation: Navigation) -> Self {
        let interview = move |_: Option<&Arc<Interview>>| {
            let passed = navigation.asking().map(|asking| asking.passed).unwrap_or_default();
            Arc::new(interview(checker, &passed))
        };
        Self { checker, navigation, interview: Memo::new_with_compare(interview, |_, _| true) }
    }

    /// How far the questions have come.
    #[must_use]
    pub fn interview(self) -> Arc<Interview> {
        self.interview.get()
    }

    /// Goes to whatever is asked next; to what came of it, where nothing is.
    pub fn go_on(self) {
        if let Some(asking) = untrack(|| self.navigation.asking()) {
            self.navigation.go(self.next(&asking));
        }
    }

    /// Leaves a topic open and goes on.
    pub fn pass(self, topic: &Topic) {
        let Some(mut asking) = untrack(|| self.navigation.asking()) else { return };
        let id = topic.id();
        if !asking.passed.contains(&id) {
            asking.passed.push(id);
        }
        self.navigation.go(self.next(&asking));
    }

    /// Puts the question itself in the place of “whichever comes next”.
    pub fn settle(self) {
        if let Some(asking) = untrack(|| self.navigation.asking()).filter(|asking| asking.step == AskingStep::Next) {
            self.navigation.replace(self.next(&asking));
        }
    }

    fn next(self, asking: &Asking) -> Place {
        let next = untrack(|| interview(self.checker, &asking.passed)).next;
        asking.at(next.map_or(AskingStep::Result, |topic| AskingStep::Topic(topic.id())))
    }
}

/// How far the questions about the categories on screen have come, without those that were passed.
fn interview(checker: Checker, passed: &[String]) -> Interview {
    let answers = checker.answers();
    let mut is_meant = vec![false; answers.evaluation.categories.len()];
    for row in checker.groups().iter().flat_map(|group| &group.rows) {
        if let Some(is_meant) = is_meant.get_mut(row.category) {
            *is_meant = true;
        }
    }
    let passed: Vec<Topic> = passed.iter().map(|id| Topic::read(id)).collect();
    let known = (&answers.evaluation, answers.openers.as_slice());
    let is_meant = |at: usize| is_meant.get(at) == Some(&true);
    measured("leimu:interview", || {
        answers.shelf.rules().interview(known, &answers.profile, checker.today, &is_meant, &passed)
    })
}

/// The answer that was given, by its id.
#[must_use]
pub fn given(topic: &Topic, profile: &Profile) -> Option<String> {
    let answer = match topic {
        Topic::Question(Question::Fact(fact)) => return profile.answer(fact.as_str()).map(ToString::to_string),
        Topic::Question(Question::Coverage(paper, phrase)) => {
            let known = profile.papers.get(paper)?;
            match (known.covers.contains(phrase), known.lacks.contains(phrase)) {
                (true, _) => YES,
                (_, true) => NO,
                _ => return None,
            }
        }
        Topic::Paper(paper) => {
            let known = profile.papers.get(paper)?;
            match (known.unobtainable, known.count) {
                (true, _) => NEVER,
                (_, 0) => NO,
                _ => YES,
            }
        }
    };
    Some(answer.to_owned())
}

/// Gives an answer by its id.
pub fn give(topic: &Topic, answer: &str, profile: &mut WrittenProfile) {
    match topic {
        Topic::Question(Question::Fact(fact)) => profile.answer(fact.as_str(), Some(answer)),
        Topic::Question(Question::Coverage(paper, phrase)) => {
            profile.hold(paper);
            if let Some(holding) = profile.holding_mut(paper) {
                holding.say(phrase, Some(answer == YES));
            }
        }
        Topic::Paper(paper) => {
            profile.hold(paper);
            if let Some(holding) = profile.holding_mut(paper) {
                holding.unobtainable = answer == NEVER;
                holding.count = if answer == YES { holding.count.max(1) } else { 0 };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::WrittenProfile;

    #[test]
    fn what_is_given_is_what_the_profile_says() {
        let bundle = crate::bundled().unwrap();
        let mut written = WrittenProfile::default();
        for (topic, answers) in [
            ("subject", &["enterprise", "government"][..]),
            ("education-provider", &["other", "public-school"]),
            ("own.road-transport-licence", &["no", "yes", "never", "no", "never", "yes"]),
            ("own.road-transport-licence.驾驶员培训", &["no", "yes"]),
            // What a paper covers is said of one that is there.
            ("partner.road-transport-licence.驾驶员培训", &["yes"]),
        ] {
            let topic = Topic::read(topic);
            let said = |written: &WrittenProfile| given(&topic, &written.salvage(&bundle.registry).0);
            assert_eq!(said(&written), None, "{topic:?}");
            for answer in answers {
                give(&topic, answer, &mut written);
                assert_eq!(said(&written).as_deref(), Some(*answer), "{topic:?}");
            }
        }
        assert_eq!(written.documents.len(), 2);
    }
}
