//! One draft and all that follows from it.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;

use super::data::{Data, Shelf};
use crate::browser::measured;
use crate::catalog::{Category, Kind, SUBJECT};
use crate::draft::Target;
use crate::eligibility::{
    CatalogEvaluation, CatalogRules, Evaluation, Limits, Portfolio, PortfolioPaper, Question, portfolio,
};
use crate::profile::{Date, Paper, Profile, ProfileError, WrittenProfile};

/// A draft's applicant and targets, with the answers.
#[derive(Debug)]
pub struct DraftAnswers {
    /// The applicant.
    pub profile: Profile,
    /// What in it this build does not know.
    pub unknown: Vec<ProfileError>,
    /// The targets, in the order of the draft.
    pub targets: Vec<AnsweredTarget>,
    /// The subject, and every fact that is answered or that can still change an answer, in the order
    /// in which the targets ask for them: an answer moves none of them.
    pub facts: Vec<&'static str>,
    /// Each phrase of a held paper of which nobody said whether it is covered, and that matters.
    open_phrases: FxHashSet<(Paper, Arc<str>)>,
    /// The answers for all of each catalog that has targets.
    evaluated: Vec<(&'static Shelf, CatalogEvaluation)>,
    /// What the targets ask for together, once somebody looks at it: it takes longer than all else.
    together: OnceLock<Portfolio>,
    data: &'static Data,
    today: Date,
}

/// A target and its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct AnsweredTarget {
    /// The target.
    pub target: Target,
    /// The category; none where there is no such catalog, or none of this path in it.
    pub found: Option<FoundTarget>,
}

/// A target that there is.
#[derive(Debug, Clone)]
pub struct FoundTarget {
    /// Its catalog.
    pub rules: &'static CatalogRules<'static>,
    /// Its entry there.
    pub category: &'static Category,
    /// The answer.
    pub evaluation: Arc<Evaluation>,
}

impl PartialEq for FoundTarget {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.category, other.category) && self.evaluation == other.evaluation
    }
}

impl DraftAnswers {
    /// The answers for these targets of this applicant; earlier ones of the same draft make it
    /// cheaper.
    #[must_use]
    pub fn of(
        data: &'static Data,
        written: &WrittenProfile,
        targets: &[Target],
        before: Option<&Self>,
        today: Date,
    ) -> Self {
        let (profile, unknown) = written.salvage(data.registry);
        let evaluated = measured("leimu:evaluate-draft", || evaluated(data, targets, &profile, before, today));
        let targets: Vec<AnsweredTarget> = targets.iter().map(|target| answered(data, target, &evaluated)).collect();
        let facts = facts(&targets, &profile);
        let open_phrases = open_phrases(&targets);
        let together = OnceLock::new();
        Self { profile, unknown, targets, facts, open_phrases, evaluated, together, data, today }
    }

    /// What the targets ask for together, by position among the targets. Those that are not found ask
    /// for nothing.
    #[must_use]
    pub fn together(&self) -> &Portfolio {
        self.together.get_or_init(|| {
            measured("leimu:portfolio", || together(self.data, &self.targets, &self.profile, self.today))
        })
    }

    /// The targets that there are, with their positions.
    pub fn found(&self) -> impl Iterator<Item = (usize, &FoundTarget)> {
        self.targets.iter().enumerate().filter_map(|(at, target)| Some((at, target.found.as_ref()?)))
    }

    /// What the targets together ask of a paper.
    #[must_use]
    pub fn asked(&self, paper: &Paper) -> Option<&PortfolioPaper> {
        self.together().papers.iter().find(|one| one.paper == *paper)
    }

    /// The phrases of a paper that still matter or are answered.
    #[must_use]
    pub fn phrases(&self, paper: &Paper) -> Vec<Arc<str>> {
        let holding = self.profile.papers.get(paper);
        let is_said = |phrase: &str| holding.is_some_and(|holding| holding.says(phrase).is_some());
        // Most papers are not held, and nothing is asked of what they cover.
        if holding.is_none() {
            return Vec::new();
        }
        let matters = |phrase: &Arc<str>| self.open_phrases.contains(&(paper.clone(), phrase.clone()));
        let asked = self.asked(paper).into_iter().flat_map(|asked| &asked.covers);
        asked.filter(|phrase| is_said(phrase) || matters(phrase)).cloned().collect()
    }
}

fn evaluated(
    data: &'static Data,
    targets: &[Target],
    profile: &Profile,
    before: Option<&DraftAnswers>,
    today: Date,
) -> Vec<(&'static Shelf, CatalogEvaluation)> {
    let is_meant = |shelf: &&'static Shelf| targets.iter().any(|target| target.catalog == shelf.catalog.id);
    let evaluate = |shelf: &'static Shelf| {
        let known = before.and_then(|before| {
            let (_, known) = before.evaluated.iter().find(|(known, _)| std::ptr::eq(*known, shelf))?;
            Some((&before.profile, known))
        });
        let evaluation = match known {
            Some(known) => shelf.rules().evaluate_again(Limits::LINE, known, profile, today),
            None => shelf.rules().evaluate_within(Limits::LINE, profile, today),
        };
        (shelf, evaluation)
    };
    data.shelves.iter().copied().filter(is_meant).map(evaluate).collect()
}

fn answered(data: &Data, target: &Target, evaluated: &[(&'static Shelf, CatalogEvaluation)]) -> AnsweredTarget {
    let found = data.find(target.catalog.as_str(), &target.path).and_then(|(rules, at, category)| {
        let (_, known) = evaluated.iter().find(|(shelf, _)| std::ptr::eq(shelf.rules(), rules))?;
        let evaluation = known.categories.get(at)?.clone();
        Some(FoundTarget { rules, category, evaluation })
    });
    AnsweredTarget { target: target.clone(), found }
}

fn together(data: &Data, targets: &[AnsweredTarget], profile: &Profile, today: Date) -> Portfolio {
    let found = targets.iter().enumerate().filter_map(|(at, target)| Some((at, target.found.as_ref()?)));
    let (positions, chosen): (Vec<usize>, Vec<_>) =
        found.map(|(at, found)| (at, (found.rules, &found.category.path))).unzip();
    let mut together = portfolio(&chosen, data.registry, profile, today);
    let papers = together.papers.iter_mut().map(|paper| &mut paper.serves);
    for place in papers.chain(&mut together.conflicts).flatten() {
        *place = positions.get(*place).copied().unwrap_or(*place);
    }
    together
}

fn open_phrases(targets: &[AnsweredTarget]) -> FxHashSet<(Paper, Arc<str>)> {
    let questions =
        targets.iter().filter_map(|target| target.found.as_ref()).flat_map(|one| &*one.evaluation.questions);
    let mut open = FxHashSet::default();
    for question in questions {
        if let Question::Coverage(paper, phrase) = question {
            open.insert((paper.clone(), phrase.clone()));
        }
    }
    open
}

fn facts(targets: &[AnsweredTarget], profile: &Profile) -> Vec<&'static str> {
    let mut facts = vec![SUBJECT];
    let found = || targets.iter().filter_map(|target| target.found.as_ref());
    for found in found() {
        found.category.requirement.walk(&mut |node| match &node.kind {
            Kind::Fact(condition) if !facts.contains(&condition.fact.as_str()) => facts.push(condition.fact.as_str()),
            _ => {}
        });
    }
    let is_asked = |question: &Question, fact: &str| matches!(question, Question::Fact(id) if id.as_str() == fact);
    let matters = |fact: &str| found().any(|one| one.evaluation.questions.iter().any(|asked| is_asked(asked, fact)));
    facts.retain(|fact| *fact == SUBJECT || profile.answer(fact).is_some() || matters(fact));
    facts
}
