//! What must hold in data that loads. Nothing here is repaired silently: a fault is named with
//! its place, and a catalog with a fault is not used.

use std::collections::HashSet;
use std::fmt;

use super::category::{Catalog, Category, Effect};
use super::names::{CatalogId, CategoryPath, SUBJECT};
use super::registry::{Registry, bare};
use super::requirement::{Coverage, Kind, Requirement};

/// How many answers a fact may have; the evaluator keeps a set of them in one word.
pub const MOST_ANSWERS: usize = 32;

/// A fault and its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {fault}")]
pub struct DataError {
    /// Where it stands.
    pub place: Place,
    /// What is wrong.
    pub fault: Fault,
}

/// Where a fault stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the registry of papers, facts and activities.
    Registry,
    /// At the head of a catalog.
    Catalog(CatalogId),
    /// In one category.
    Category(CatalogId, CategoryPath),
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Registry => out.write_str("registry"),
            Self::Catalog(catalog) => write!(out, "catalog `{catalog}`"),
            Self::Category(catalog, path) => write!(out, "catalog `{catalog}`: category {path}"),
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The registry has no such paper.
    #[error("unknown document `{0}`")]
    UnknownDocument(String),
    /// The registry has no such fact.
    #[error("unknown fact `{0}`")]
    UnknownFact(String),
    /// The fact has no such answer.
    #[error("fact `{0}` has no answer `{1}`")]
    UnknownAnswer(String, String),
    /// The registry has no such activity.
    #[error("unknown activity `{0}`")]
    UnknownActivity(String),
    /// The registry has no such access method.
    #[error("unknown access method `{0}`")]
    UnknownAccessMethod(String),
    /// The catalog has no category at this path.
    #[error("this catalog has no category {0}")]
    UnknownCategory(CategoryPath),
    /// A branch without members can never be met, or always is.
    #[error("`{0}` without members")]
    Empty(&'static str),
    /// N选M with fewer than M members, or with M = 0.
    #[error("at least {least} of {members} can never be asked")]
    Threshold {
        /// How many are asked.
        least: u32,
        /// How many there are.
        members: usize,
    },
    /// No paper, or a coverage of no words.
    #[error("document `{0}`: {1}")]
    Asked(String, &'static str),
    /// A path has one to three names, none of them empty.
    #[error("a path has one to three names, none of them empty")]
    Path,
    /// Two categories at one path.
    #[error("this path stands twice")]
    PathTwice,
    /// Two entries of the same id.
    #[error("the id `{0}` stands twice")]
    IdTwice(String),
    /// Two papers share a name, so that a person who says the name means either.
    #[error("documents `{0}` and `{1}` share the name {2}")]
    NameTwice(String, String, String),
    /// A fact needs two answers to be a question, and at most [`MOST_ANSWERS`].
    #[error("fact `{0}` has {1} answers; two to {MOST_ANSWERS} are possible")]
    Answers(String, usize),
}

/// Everything wrong with the registry.
#[must_use]
pub fn registry(registry: &Registry) -> Vec<DataError> {
    let mut faults = Vec::new();
    let ids = [
        registry.documents.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(),
        registry.facts.iter().map(|one| one.id.as_str()).collect(),
        registry.activities.iter().map(|one| one.id.as_str()).collect(),
        registry.access_methods.iter().map(|one| one.id.as_str()).collect(),
    ];
    for group in ids {
        faults.extend(twice(&group).map(|id| Fault::IdTwice(id.to_owned())));
    }
    let mut names: Vec<(String, &str)> = Vec::new();
    for document in &registry.documents {
        let all = std::iter::once(&document.name).chain(document.aliases.iter().map(|alias| &alias.name));
        for name in all {
            let bare = bare(name);
            if let Some((_, other)) = names.iter().find(|(known, _)| *known == bare) {
                faults.push(Fault::NameTwice((*other).into(), document.id.to_string(), name.to_string()));
            }
            names.push((bare, document.id.as_str()));
        }
    }
    for fact in &registry.facts {
        if !(2..=MOST_ANSWERS).contains(&fact.answers.len()) {
            faults.push(Fault::Answers(fact.id.to_string(), fact.answers.len()));
        }
        let answers: Vec<_> = fact.answers.iter().map(|answer| answer.id.as_str()).collect();
        faults.extend(twice(&answers).map(|id| Fault::IdTwice(format!("{}={id}", fact.id))));
    }
    if registry.fact(SUBJECT).is_none() {
        faults.push(Fault::UnknownFact(SUBJECT.to_owned()));
    }
    faults.into_iter().map(|fault| DataError { place: Place::Registry, fault }).collect()
}

/// Beginnings of paths that no category has.
pub(super) fn capabilities(catalog: &Catalog) -> Vec<DataError> {
    let starts = catalog.capabilities.iter().flat_map(|one| &one.categories);
    let has = |start: &CategoryPath| catalog.categories.iter().any(|category| category.path.0.starts_with(&start.0));
    let nowhere = starts.filter(|start| start.0.is_empty() || !has(start));
    nowhere
        .map(|start| DataError {
            place: Place::Catalog(catalog.id.clone()),
            fault: Fault::UnknownCategory(start.clone()),
        })
        .collect()
}

/// Everything wrong with one catalog.
#[must_use]
pub fn catalog(catalog: &Catalog, registry: &Registry) -> Vec<DataError> {
    let mut found = Vec::new();
    let head = |fault| DataError { place: Place::Catalog(catalog.id.clone()), fault };
    for rule in &catalog.opening {
        found.extend(rule.subjects.iter().filter_map(|subject| answer(registry, SUBJECT, subject.as_str())).map(head));
        if rule.subjects.is_empty() {
            found.push(head(Fault::Empty("subjects")));
        }
        if let Effect::Access(method) = &rule.effect
            && registry.access_method(method.as_str()).is_none()
        {
            found.push(head(Fault::UnknownAccessMethod(method.to_string())));
        }
    }
    let mut paths = HashSet::new();
    for category in &catalog.categories {
        let mut faults = of_category(category, catalog, registry);
        if !paths.insert(&category.path) {
            faults.push(Fault::PathTwice);
        }
        found.extend(
            faults
                .into_iter()
                .map(|fault| DataError { place: Place::Category(catalog.id.clone(), category.path.clone()), fault }),
        );
    }
    found
}

fn of_category(category: &Category, catalog: &Catalog, registry: &Registry) -> Vec<Fault> {
    let mut faults = Vec::new();
    let names = &category.path.0;
    if names.is_empty() || names.len() > 3 || names.iter().any(|name| name.trim().is_empty()) {
        faults.push(Fault::Path);
    }
    category.requirement.walk(&mut |node| of_node(node, registry, &mut faults));
    for access in &category.access {
        if registry.access_method(access.method.as_str()).is_none() {
            faults.push(Fault::UnknownAccessMethod(access.method.to_string()));
        }
        faults.extend(access.subjects.iter().filter_map(|subject| answer(registry, SUBJECT, subject.as_str())));
    }
    let partners = category.access.iter().filter_map(|access| access.with.as_ref());
    let partners = partners.filter(|path| catalog.category(path).is_none());
    let supplements = category.supplements.iter().filter_map(|supplement| supplement.path.as_ref());
    let supplements = supplements.filter(|path| path.0.is_empty() || catalog.under(path).next().is_none());
    faults.extend(partners.chain(supplements).map(|path| Fault::UnknownCategory(path.clone())));
    let activities = category.supplements.iter().map(|supplement| &supplement.activity);
    for activity in activities.chain(category.restrictions.iter().filter_map(|one| one.activity.as_ref())) {
        if registry.activity(activity.as_str()).is_none() {
            faults.push(Fault::UnknownActivity(activity.to_string()));
        }
    }
    faults
}

fn of_node(node: &Requirement, registry: &Registry, faults: &mut Vec<Fault>) {
    match &node.kind {
        Kind::All(members) if members.is_empty() => faults.push(Fault::Empty("all")),
        Kind::Any(members) if members.is_empty() => faults.push(Fault::Empty("any")),
        Kind::AtLeast(least, members) if *least == 0 || *least as usize > members.len() => {
            faults.push(Fault::Threshold { least: *least, members: members.len() });
        }
        Kind::Document(asked) => {
            let id = asked.document.to_string();
            if registry.document(&id).is_none() {
                faults.push(Fault::UnknownDocument(id.clone()));
            }
            if asked.count == 0 {
                faults.push(Fault::Asked(id.clone(), "a count of zero asks for nothing"));
            }
            if matches!(&asked.coverage, Coverage::Any(phrases) if phrases.is_empty())
                || asked.coverage.phrases().iter().any(|phrase| phrase.trim().is_empty())
            {
                faults.push(Fault::Asked(id, "a coverage without words"));
            }
        }
        Kind::Fact(condition) => {
            if condition.is.is_empty() {
                faults.push(Fault::Empty("is"));
            }
            faults.extend(condition.is.iter().filter_map(|is| answer(registry, condition.fact.as_str(), is.as_str())));
        }
        _ => {}
    }
}

fn answer(registry: &Registry, fact: &str, answer: &str) -> Option<Fault> {
    match registry.fact(fact) {
        None => Some(Fault::UnknownFact(fact.to_owned())),
        Some(known) if known.answer(answer).is_none() => Some(Fault::UnknownAnswer(fact.to_owned(), answer.to_owned())),
        Some(_) => None,
    }
}

fn twice<'a>(ids: &[&'a str]) -> impl Iterator<Item = &'a str> {
    let mut seen = HashSet::new();
    ids.iter().copied().filter(move |id| !seen.insert(*id)).collect::<Vec<_>>().into_iter()
}
