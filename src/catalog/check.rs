//! What must hold in data that loads. Nothing here is repaired silently: a fault is named with
//! its place, and a catalog with a fault is not used.

use std::collections::{HashMap, HashSet};

use super::category::{Catalog, Category, Effect};
use super::fault::{Fault, Place, Step, Wrong};
use super::log::Log;
use super::names::{AccessMethodId, ActivityId, AnswerId, CategoryPath, LEVELS, SUBJECT};
use super::registry::{Fact, Registry, bare};
use super::requirement::{Coverage, Kind, Requirement};

/// How many answers a fact may have; the evaluator keeps a set of them in one word.
pub const MOST_ANSWERS: usize = 32;

/// Everything wrong with the registry.
#[must_use]
pub fn registry(registry: &Registry) -> Vec<Fault> {
    let mut log = Log::of(Place::Registry);
    let mut ids = HashSet::new();
    let mut names: HashMap<String, &str> = HashMap::new();
    log.each("documents", &registry.documents, &mut |log, document| {
        once(log, &mut ids, document.id.as_str());
        for (at, name) in document.names().enumerate() {
            if let Some(other) = names.insert(bare(name), document.id.as_str()) {
                at_name(log, at, Wrong::NameTwice(other.into(), document.id.to_string(), name.into()));
            }
        }
    });
    ids.clear();
    log.each("facts", &registry.facts, &mut |log, one| {
        once(log, &mut ids, one.id.as_str());
        fact(log, one);
    });
    ids.clear();
    log.each("activities", &registry.activities, &mut |log, activity| once(log, &mut ids, activity.id.as_str()));
    ids.clear();
    log.each("access_methods", &registry.access_methods, &mut |log, method| once(log, &mut ids, method.id.as_str()));
    if registry.fact(SUBJECT).is_none() {
        log.note(Wrong::UnknownFact(SUBJECT.to_owned()));
    }
    log.faults
}

/// A fault of the official name of a paper, which is the first, or of another one.
pub(super) fn at_name(log: &mut Log, at: usize, wrong: Wrong) {
    let Some(alias) = at.checked_sub(1) else { return log.note_at("name", wrong) };
    log.inside("aliases", &mut |log| {
        log.enter(Step::Member(alias));
        log.note(wrong.clone());
        log.leave();
    });
}

fn once<'a>(log: &mut Log, ids: &mut HashSet<&'a str>, id: &'a str) {
    if !ids.insert(id) {
        log.note_at("id", Wrong::IdTwice(id.to_owned()));
    }
}

pub(super) fn fact(log: &mut Log, fact: &Fact) {
    if !(2..=MOST_ANSWERS).contains(&fact.answers.len()) {
        log.note_at("answers", Wrong::Answers(fact.id.to_string(), fact.answers.len()));
    }
    let mut ids = HashSet::new();
    log.each("answers", &fact.answers, &mut |log, answer| {
        if !ids.insert(answer.id.as_str()) {
            log.note_at("id", Wrong::IdTwice(format!("{}={}", fact.id, answer.id)));
        }
    });
}

/// Everything wrong with one catalog, as it is written: before its interfaces are given to its
/// categories.
#[must_use]
pub fn catalog(catalog: &Catalog, registry: &Registry) -> Vec<Fault> {
    let mut log = Log::of(Place::Catalog(catalog.id.clone()));
    rules(&mut log, catalog, registry);
    log.faults
}

/// The same, noted beside what was found before.
pub(super) fn rules(log: &mut Log, catalog: &Catalog, registry: &Registry) {
    Rules { catalog, registry }.all(log);
}

/// What a catalog points at.
#[derive(Clone, Copy)]
struct Rules<'a> {
    catalog: &'a Catalog,
    registry: &'a Registry,
}

impl<'a> Rules<'a> {
    fn all(self, log: &mut Log) {
        let head = log.place.clone();
        log.each("opening", &self.catalog.opening, &mut |log, rule| {
            if rule.subjects.is_empty() {
                log.note_at("subjects", Wrong::Empty("subjects"));
            }
            self.subjects(log, &rule.subjects);
            if let Effect::Access(method) = &rule.effect {
                log.inside("effect", &mut |log| self.method(log, "access", method));
            }
        });
        log.each("capabilities", &self.catalog.capabilities, &mut |log, one| {
            self.method(log, "method", &one.method);
            self.subjects(log, &one.subjects);
            log.each("categories", &one.categories, &mut |log, start| self.start(log, start));
        });
        let mut paths = HashSet::new();
        log.each("categories", &self.catalog.categories, &mut |log, category| {
            log.place = Place::Category(self.catalog.id.clone(), category.path.clone());
            self.category(log, category);
            if !paths.insert(&category.path) {
                log.note_at("path", Wrong::PathTwice);
            }
            log.place = head.clone();
        });
    }

    fn category(self, log: &mut Log, category: &Category) {
        let names = &category.path.0;
        if !(1..=LEVELS).contains(&names.len()) || names.iter().any(|name| name.trim().is_empty()) {
            log.note_at("path", Wrong::Path);
        }
        log.inside("requirement", &mut |log| self.node(log, &category.requirement));
        log.each("access", &category.access, &mut |log, access| {
            self.method(log, "method", &access.method);
            self.subjects(log, &access.subjects);
            if let Some(path) = access.with.as_ref().filter(|path| self.catalog.category(path).is_none()) {
                log.note_at("with", Wrong::UnknownCategory(path.clone()));
            }
        });
        log.each("supplements", &category.supplements, &mut |log, supplement| {
            if let Some(path) = &supplement.path {
                log.inside("path", &mut |log| self.start(log, path));
            }
            self.activity(log, &supplement.activity);
        });
        log.each("restrictions", &category.restrictions, &mut |log, restriction| {
            restriction.activity.iter().for_each(|activity| self.activity(log, activity));
        });
    }

    fn node(self, log: &mut Log, node: &Requirement) {
        match &node.kind {
            Kind::All(members) | Kind::Any(members) | Kind::AtLeast(_, members) => {
                let name = node.kind.field();
                match node.kind {
                    Kind::AtLeast(least, _) if least == 0 || least as usize > members.len() => {
                        log.note_at("at_least", Wrong::Threshold { least, members: members.len() });
                    }
                    Kind::All(_) | Kind::Any(_) if members.is_empty() => log.note_at(name, Wrong::Empty(name)),
                    _ => {}
                }
                log.each(name, members, &mut |log, member| self.node(log, member));
            }
            Kind::Document(asked) => {
                let id = || asked.document.to_string();
                if self.registry.document(asked.document.as_str()).is_none() {
                    log.note_at("document", Wrong::UnknownDocument(id()));
                }
                if asked.count == 0 {
                    log.note_at("count", Wrong::CountZero(id()));
                }
                if matches!(&asked.coverage, Coverage::Any(phrases) if phrases.is_empty())
                    || asked.coverage.phrases().iter().any(|phrase| phrase.trim().is_empty())
                {
                    log.note_at("covers", Wrong::CoverageEmpty(id()));
                }
            }
            Kind::Fact(condition) => {
                if condition.is.is_empty() {
                    log.note_at("is", Wrong::Empty("is"));
                }
                match self.registry.fact(condition.fact.as_str()) {
                    None => log.note_at("fact", Wrong::UnknownFact(condition.fact.to_string())),
                    Some(fact) => answers(log, "is", fact, &condition.is),
                }
            }
            _ => {}
        }
    }

    fn subjects(self, log: &mut Log, subjects: &[AnswerId]) {
        if let Some(subject) = self.registry.fact(SUBJECT) {
            answers(log, "subjects", subject, subjects);
        }
    }

    fn method(self, log: &mut Log, name: &'static str, method: &AccessMethodId) {
        if self.registry.access_method(method.as_str()).is_none() {
            log.note_at(name, Wrong::UnknownAccessMethod(method.to_string()));
        }
    }

    fn activity(self, log: &mut Log, activity: &ActivityId) {
        if self.registry.activity(activity.as_str()).is_none() {
            log.note_at("activity", Wrong::UnknownActivity(activity.to_string()));
        }
    }

    /// The beginning of some path.
    fn start(self, log: &mut Log, start: &CategoryPath) {
        if start.0.is_empty() || self.catalog.under(start).next().is_none() {
            log.note(Wrong::UnknownCategory(start.clone()));
        }
    }
}

/// Answers that a fact does not have. A single one may stand without a list around it.
fn answers(log: &mut Log, name: &'static str, fact: &Fact, answers: &[AnswerId]) {
    log.each(name, answers, &mut |log, answer| {
        if fact.answer(answer.as_str()).is_none() {
            log.note(Wrong::UnknownAnswer(fact.id.to_string(), answer.to_string()));
        }
    });
}
