//! One profile against the categories of a catalog.

use std::sync::Arc;

use crate::catalog::{ActivityId, AnswerId, Catalog, Category, OpeningRule, Registry};
use crate::profile::{Date, Profile};

use super::diagrams::Diagrams;
use super::families::{Families, Family, Fate, solutions};
use super::formula::{Decides, Formula, Terms};
use super::judge::{Judged, asked, judge};
use super::outcome::{Evaluation, Verdict};
use super::situation::{Knowledge, Situation};
use super::solving::Solving;
use super::words::{WIDTH, Word, Words};

/// How much of an answer is listed; of the rest there is a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How many routes of a category.
    pub routes: usize,
    /// How many blockers of a category.
    pub blockers: usize,
    /// Blockers even of a category that has routes, which say more.
    pub blockers_beside_routes: bool,
}

impl Limits {
    /// As many as anybody could want to look at.
    pub const FULL: Self = Self { routes: 65_536, blockers: 4_096, blockers_beside_routes: true };
    /// Enough for a line in a list.
    pub const LINE: Self = Self { routes: 64, blockers: 16, blockers_beside_routes: false };
}

/// A catalog made ready for evaluation.
#[derive(Debug, Clone)]
pub struct CatalogRules<'a> {
    /// The catalog.
    pub catalog: &'a Catalog,
    /// What it points at.
    pub registry: &'a Registry,
    pub(super) terms: Terms,
    /// The requirements, each once however many categories ask for the same.
    pub(super) shapes: Vec<Solved>,
    /// Which of them each category has, by its position.
    pub(super) shape_of: Vec<usize>,
    /// For each access method of each category, the position of the category that must be open
    /// as well.
    pub(super) partners: Vec<Vec<Option<usize>>>,
}

/// The answers for a whole catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogEvaluation {
    /// The opening rules that concern this subject: said once, not on every category.
    pub opening: Vec<OpeningRule>,
    /// One for every category, in the order of the catalog; shared with earlier answers that are
    /// the same.
    pub categories: Vec<Arc<Evaluation>>,
}

/// A formula with its minimal solutions, found while nothing is known of the applicant.
#[derive(Debug, Clone)]
pub(super) struct Solved {
    pub(super) formula: Formula,
    solutions: Solutions,
}

#[derive(Debug, Clone)]
enum Solutions {
    Few(Vec<Word>),
    Many(Diagrams, Family),
}

impl<'a> CatalogRules<'a> {
    /// Solves every category once; evaluation then starts from there.
    #[must_use]
    pub fn new(catalog: &'a Catalog, registry: &'a Registry) -> Self {
        Self::begin(catalog, registry).finish()
    }

    /// The same by diagrams alone, however small the categories: a second opinion for tests.
    #[must_use]
    pub fn by_diagrams(catalog: &'a Catalog, registry: &'a Registry) -> Self {
        Solving::of(catalog, registry, Solved::by_diagrams).finish()
    }

    /// The same, begun: whoever cannot wait for all of it goes on bit by bit.
    #[must_use]
    pub fn begin(catalog: &'a Catalog, registry: &'a Registry) -> Solving<'a> {
        Solving::of(catalog, registry, Solved::of)
    }

    /// What the category at this position asks for.
    pub(super) fn solved(&self, category: usize) -> Option<&Solved> {
        self.shapes.get(*self.shape_of.get(category)?)
    }

    /// Some category or opening rule depends on this fact.
    #[must_use]
    pub fn asks(&self, fact: &str) -> bool {
        self.terms.facts.iter().any(|known| known.as_str() == fact)
    }

    /// Evaluates every category. `today` decides which papers have expired.
    #[must_use]
    pub fn evaluate(&self, profile: &Profile, today: Date) -> CatalogEvaluation {
        self.evaluate_within(Limits::FULL, profile, today)
    }

    /// Evaluates every category and lists no more than this of each answer.
    #[must_use]
    pub fn evaluate_within(&self, limits: Limits, profile: &Profile, today: Date) -> CatalogEvaluation {
        self.evaluate_where(limits, profile, today, &|_| None)
    }

    /// The same answers, where those to another profile of the same day and within the same limits
    /// are known: only the categories are evaluated that something has changed for.
    #[must_use]
    pub fn evaluate_again(
        &self,
        limits: Limits,
        before: (&Profile, &CatalogEvaluation),
        profile: &Profile,
        today: Date,
    ) -> CatalogEvaluation {
        let (was, known) = before;
        let papers = self.terms.papers.iter().map(|paper| was.papers.get(paper) != profile.papers.get(paper));
        let papers: Vec<bool> = papers.collect();
        let facts = self.terms.facts.iter().map(|fact| was.answer(fact.as_str()) != profile.answer(fact.as_str()));
        let facts: Vec<bool> = facts.collect();
        let does_else = was.activities != profile.activities;
        let of_element = |decides: &Decides| match decides {
            Decides::Answer { fact, .. } => facts.get(*fact) == Some(&true),
            other => other.paper().is_some_and(|paper| papers.get(paper) == Some(&true)),
        };
        let shapes: Vec<bool> = self.shapes.iter().map(|one| one.formula.elements.iter().any(of_element)).collect();
        let is_touched = |at: usize| {
            self.shape_of.get(at).and_then(|shape| shapes.get(*shape)).is_none_or(|is_touched| *is_touched)
                || self.catalog.categories.get(at).is_none_or(|category| {
                    does_else && !(category.supplements.is_empty() && category.restrictions.is_empty())
                })
        };
        self.evaluate_where(limits, profile, today, &|at| known.categories.get(at).filter(|_| !is_touched(at)).cloned())
    }

    fn evaluate_where(
        &self,
        limits: Limits,
        profile: &Profile,
        today: Date,
        known: &dyn Fn(usize) -> Option<Arc<Evaluation>>,
    ) -> CatalogEvaluation {
        let knowledge = Knowledge::of(&self.terms, self.registry, profile, today);
        let mut words = Words::new();
        let mut judged: Vec<Option<Judged>> = Vec::new();
        judged.resize_with(self.shapes.len(), || None);
        let mut evaluate = |at, shape: usize| {
            let judged = judged.get_mut(shape)?;
            if judged.is_none() {
                *judged = Some(self.shapes.get(shape)?.judge(&mut words, &knowledge, limits));
            }
            self.with_activities(at, judged.as_ref()?, profile).map(Arc::new)
        };
        let categories = self.shape_of.iter().enumerate();
        let mut categories: Vec<Arc<Evaluation>> =
            categories.filter_map(|(at, shape)| known(at).or_else(|| evaluate(at, *shape))).collect();
        let ready: Vec<bool> = categories.iter().map(|one| one.verdict == Verdict::Ready).collect();
        for evaluation in &mut categories {
            let access = self.access(evaluation.category, profile.subject(), |with| ready.get(with) == Some(&true));
            if evaluation.access != access {
                Arc::make_mut(evaluation).access = access;
            }
        }
        let subject = profile.subject();
        let concerns = |rule: &&OpeningRule| subject.is_some_and(|subject| rule.subjects.contains(subject));
        CatalogEvaluation { opening: self.catalog.opening.iter().filter(concerns).cloned().collect(), categories }
    }

    /// Evaluates the category at this position, and those that its access methods depend on; none
    /// where there is no such position.
    #[must_use]
    pub fn evaluate_one(&self, at: usize, profile: &Profile, today: Date) -> Option<Evaluation> {
        let knowledge = Knowledge::of(&self.terms, self.registry, profile, today);
        let judged = |at: usize, limits| Some(self.solved(at)?.judge(&mut Words::new(), &knowledge, limits));
        let mut evaluation = self.with_activities(at, &judged(at, Limits::FULL)?, profile)?;
        evaluation.access = self.access(at, profile.subject(), |with| {
            judged(with, Limits::LINE).is_some_and(|other| other.verdict == Verdict::Ready)
        });
        Some(evaluation)
    }

    /// The access methods that are open to this subject, if those categories are Ready.
    fn access(&self, at: usize, subject: Option<&AnswerId>, is_ready: impl Fn(usize) -> bool) -> Vec<usize> {
        let (Some(category), Some(partners)) = (self.catalog.categories.get(at), self.partners.get(at)) else {
            return Vec::new();
        };
        let methods = category.access.iter().zip(partners).enumerate();
        let is_open = |(access, partner): (&crate::catalog::Access, &Option<usize>)| {
            let is_for = access.subjects.is_empty() || subject.is_some_and(|subject| access.subjects.contains(subject));
            is_for && (access.with.is_none() || partner.is_some_and(&is_ready))
        };
        methods.filter(|(_, method)| is_open(*method)).map(|(at, _)| at).collect()
    }

    /// Everything but the access methods, which depend on other categories.
    fn with_activities(&self, at: usize, judged: &Judged, profile: &Profile) -> Option<Evaluation> {
        let Category { supplements, restrictions, .. } = self.catalog.categories.get(at)?;
        let Judged { verdict, routes, blockers, questions } = judged.clone();
        let stated = |activity: &ActivityId| profile.activities.contains(activity);
        let supplements = supplements.iter().enumerate().filter(|(_, one)| stated(&one.activity));
        let restrictions = restrictions.iter().enumerate().filter(|(_, one)| one.activity.as_ref().is_none_or(stated));
        Some(Evaluation {
            category: at,
            verdict,
            routes,
            blockers,
            questions,
            access: Vec::new(),
            supplements: supplements.map(|(at, _)| at).collect(),
            restrictions: restrictions.map(|(at, _)| at).collect(),
        })
    }
}

impl Solved {
    fn of(formula: Formula) -> Self {
        if formula.elements.len().max(formula.leaves.len()) <= WIDTH {
            let mut words = Words::new();
            words.start(&formula.facts, &[]);
            let family = solutions(&mut words, &formula, &formula.tree, &|_| Fate::Open);
            if !words.is_spent() {
                let few = Solutions::Few(words.list(family).into());
                return Self { formula, solutions: few };
            }
        }
        Self::by_diagrams(formula)
    }

    fn by_diagrams(formula: Formula) -> Self {
        let mut diagrams = Diagrams::new(&formula.facts);
        let family = solutions(&mut diagrams, &formula, &formula.tree, &|_| Fate::Open);
        let (diagrams, family) = diagrams.compacted(family);
        Self { formula, solutions: Solutions::Many(diagrams, family) }
    }

    /// Looks at the solutions.
    pub(super) fn look<T>(&self, look: &mut dyn FnMut(&mut dyn Families, Family) -> T) -> T {
        match &self.solutions {
            Solutions::Few(sets) => {
                let mut words = Words::new();
                let family = words.start(&self.formula.facts, sets);
                look(&mut words, family)
            }
            Solutions::Many(diagrams, family) => look(&mut diagrams.clone(), *family),
        }
    }

    fn judge(&self, words: &mut Words, knowledge: &Knowledge<'_>, limits: Limits) -> Judged {
        let situation = Situation::of(&self.formula, knowledge);
        match &self.solutions {
            Solutions::Few(sets) => {
                let family = words.start(&self.formula.facts, sets);
                judge(words, family, &situation, limits)
            }
            Solutions::Many(diagrams, family) => judge(&mut diagrams.clone(), *family, &situation, limits),
        }
    }

    /// No answer changes anything any more.
    pub(super) fn asks_nothing(&self, words: &mut Words, situation: &Situation<'_>) -> bool {
        let asked = match &self.solutions {
            Solutions::Few(sets) => {
                let family = words.start(&self.formula.facts, sets);
                asked(words, family, situation)
            }
            Solutions::Many(diagrams, family) => asked(&mut diagrams.clone(), *family, situation),
        };
        asked.is_empty()
    }
}
