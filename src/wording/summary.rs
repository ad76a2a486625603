//! One sentence for one category: the answer at a glance, naming just what decides it.

use crate::catalog::{Category, Kind, Registry};
use crate::eligibility::{Blocker, Evaluation, Question, Route, Step, Verdict, Why};
use crate::i18n::Messages;
use crate::profile::Profile;

use super::Sentence;
use super::alternatives::Alternatives;
use super::paper::{asked_name, cause_words, confirm_words, inside, paper_name, step_words};

/// How many alternatives a single sentence names.
pub(super) const NAMED: usize = 3;

/// What is missing, why it is closed, or what to confirm.
#[must_use]
pub fn summary(
    evaluation: &Evaluation,
    category: &Category,
    profile: &Profile,
    registry: &Registry,
    say: &Messages,
) -> Sentence {
    let teller = Teller { evaluation, profile, registry, say };
    match evaluation.verdict {
        Verdict::Ready => {
            let mut asks_papers = false;
            category.requirement.walk(&mut |node| asks_papers |= matches!(node.kind, Kind::Document(_)));
            Sentence::default().plain(match category.requirement.kind {
                Kind::Nothing => say.nothing_asked,
                _ if asks_papers => say.all_met,
                _ => say.conditions_met,
            })
        }
        Verdict::Ask => teller.confirm(),
        Verdict::Missing => teller.missing(),
        Verdict::Unlisted => Sentence::default().plain(say.unlisted),
        Verdict::OnRequest => teller.on_request(),
        Verdict::Closed => teller.closed(),
    }
}

/// What a sentence is made from.
pub(super) struct Teller<'a> {
    evaluation: &'a Evaluation,
    profile: &'a Profile,
    registry: &'a Registry,
    pub(super) say: &'a Messages,
}

impl Teller<'_> {
    /// What would do without any further paper; where that is much, what to answer.
    fn confirm(&self) -> Sentence {
        let say = self.say;
        let only_confirms = |route: &Route<'_>| route.steps().all(|step| self.is_only_said(step));
        let ways: Vec<Route<'_>> = self.evaluation.routes.iter().filter(only_confirms).collect();
        let start = match ways.as_slice() {
            [_] => say.to_confirm,
            [first, .., last] if last.len() == first.len() && first.len() == 1 => say.confirm_one_of,
            _ => "",
        };
        if ways.len() > NAMED || start.is_empty() {
            return self.questions();
        }
        let mut sentence = Sentence::default().plain(start);
        for (at, way) in ways.iter().enumerate() {
            let words: Vec<String> = way.steps().map(|step| self.confirmed(step)).collect();
            sentence = sentence.plain(if at > 0 { say.or } else { "" }).stressed(words.join(say.list));
        }
        sentence
    }

    /// The step needs no paper, only that somebody says so.
    fn is_only_said(&self, step: &Step) -> bool {
        match step {
            Step::Confirm(_) => true,
            Step::Extend(step) => self
                .profile
                .papers
                .get(&step.paper)
                .is_some_and(|holding| step.covers.iter().all(|phrase| !holding.lacks.contains(&**phrase))),
            Step::Obtain(_) | Step::Renew(_) | Step::Count(_) => false,
        }
    }

    fn confirmed(&self, step: &Step) -> String {
        match step {
            Step::Extend(step) => asked_name(step, false, self.registry, self.say),
            other => step_words(other, self.profile, self.registry, self.say),
        }
    }

    fn questions(&self) -> Sentence {
        let say = self.say;
        let mut sentence = Sentence::default().plain(say.answer_first);
        for (at, question) in self.evaluation.questions.iter().enumerate() {
            sentence = sentence.plain(if at > 0 { say.list } else { "" });
            sentence = match question {
                Question::Fact(fact) => {
                    let known = self.registry.fact(fact.as_str());
                    let words = known.map_or(fact.as_str(), |known| say.language.of(&known.zh, &known.en));
                    sentence.stressed(words)
                }
                Question::Coverage(paper, phrase) => sentence
                    .plain(paper_name(paper, self.registry, say))
                    .plain(say.colon)
                    .stressed((say.does_cover)(phrase)),
            };
        }
        sentence
    }

    /// The routes with the fewest papers, told as briefly as they allow.
    fn missing(&self) -> Sentence {
        let say = self.say;
        let Some(fewest) = self.evaluation.fewest_papers() else { return Sentence::default() };
        let sentence = Sentence::default().plain((say.missing_count)(fewest));
        let shortest = self.evaluation.routes.iter().filter(|route| route.papers() == fewest);
        let ways = Alternatives::of(shortest.map(|route| (papers(route), self.condition(route))));
        // Where even the listed ones are cut, nobody knows how many of these there are.
        let is_cut = self.evaluation.routes.is_cut();
        ways.told(sentence, is_cut, self)
    }

    /// A way to get a paper: new ones by name alone, since “差 n 项” says that they are to be got.
    pub(super) fn step(&self, step: &Step) -> String {
        match step {
            Step::Obtain(paper) => asked_name(paper, false, self.registry, self.say),
            other => inside(&step_words(other, self.profile, self.registry, self.say)),
        }
    }

    /// What a route takes for granted about the applicant. The subject is asked once for all
    /// categories, so it is left out as long as it is open.
    fn condition(&self, route: Route<'_>) -> String {
        let is_subject = |fact: &str| fact == crate::catalog::SUBJECT;
        let subject_is_open = self
            .evaluation
            .questions
            .iter()
            .any(|question| matches!(question, Question::Fact(fact) if is_subject(fact.as_str())));
        let conditions: Vec<String> = route
            .steps()
            .filter_map(|step| match step {
                Step::Confirm(confirm) => {
                    let is_general = is_subject(confirm.fact.as_str()) && subject_is_open && confirm.answers.len() > 1;
                    (!is_general).then(|| confirm_words(confirm, self.registry, self.say))
                }
                _ => None,
            })
            .collect();
        conditions.join(self.say.list)
    }

    /// The channel. What else is missing would not help without it.
    fn on_request(&self) -> Sentence {
        let mut causes = self.evaluation.blockers.iter().flat_map(Blocker::causes);
        let channel = causes.find(|cause| matches!(cause.why, Why::OnRequest(_)));
        Sentence::default().plain(channel.map_or_else(String::new, |cause| cause_words(cause, self.registry, self.say)))
    }

    /// The first blocker that nothing mends: any one of its causes would have been enough.
    fn closed(&self) -> Sentence {
        let say = self.say;
        let mut meant = self.evaluation.blockers.iter().filter(|blocker| blocker.is_final());
        let Some(first) = meant.next() else { return Sentence::default().plain(say.contradiction) };
        let causes: Vec<String> = first.causes().map(|cause| cause_words(cause, self.registry, say)).collect();
        let sentence = match causes.as_slice() {
            [only] => Sentence::default().plain(only),
            several => Sentence::default().plain(say.none_is_possible).plain(several.join(say.also)),
        };
        match meant.count() {
            0 => sentence,
            more => sentence.plain((say.more_blockers)(more)),
        }
    }
}

/// The steps that bring a paper.
fn papers(route: Route<'_>) -> Vec<&Step> {
    route.steps().filter(|step| step.paper().is_some()).collect()
}
