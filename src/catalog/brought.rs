//! Papers, questions and activities that a catalog brings along, because the registry does not
//! have them.

use std::collections::{HashMap, HashSet};

use super::category::Catalog;
use super::check;
use super::fault::{Fault, Place, Wrong};
use super::limits;
use super::log::Log;
use super::names::CatalogId;
use super::registry::{Activity, Document, Fact, Registry, Translation, bare};

/// What a catalog adds to the registry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brought {
    /// Papers.
    pub documents: Vec<Document>,
    /// Questions.
    pub facts: Vec<Fact>,
    /// Activities.
    pub activities: Vec<Activity>,
    /// Names of its categories, and others of its own, in English.
    pub english: Vec<Translation>,
}

/// An entry that is not of the registry's own, and the catalog that it came with first.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    sort: &'static str,
    id: Box<str>,
    catalog: CatalogId,
}

impl Brought {
    /// Whether it is nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty() && self.facts.is_empty() && self.activities.is_empty() && self.english.is_empty()
    }
}

impl Registry {
    /// This registry and, behind its own entries, those that a catalog brings along. Several
    /// catalogs may bring the same entry.
    ///
    /// # Errors
    /// Ids and names that the registry has already, or that stand twice.
    pub fn with(&self, catalog: &Catalog) -> Result<Self, Vec<Fault>> {
        let mut log = Log::of(Place::Catalog(catalog.id.clone()));
        let registry = self.joined(&mut log, catalog);
        if log.faults.is_empty() { Ok(registry) } else { Err(log.faults) }
    }

    /// The same, as far as it goes.
    pub(super) fn joined(&self, log: &mut Log, catalog: &Catalog) -> Self {
        let Brought { documents, facts, activities, english } = &catalog.brought;
        let mut newcomers = Newcomers { registry: self, by: &catalog.id, ids: HashSet::new(), origins: Vec::new() };
        let mut names: HashMap<String, &Document> = HashMap::new();
        for document in &self.documents {
            names.extend(document.names().map(|name| (bare(name), document)));
        }
        let (mut more_documents, mut more_facts, mut more_activities) = (Vec::new(), Vec::new(), Vec::new());
        log.each("documents", documents, &mut |log, one| {
            let known = self.document(one.id.as_str()).map(|known| known == one);
            if !newcomers.admit(log, "documents", one.id.as_str(), known) {
                return;
            }
            for (at, name) in one.names().enumerate() {
                let bare = bare(name);
                if bare.is_empty() {
                    check::at_name(log, at, Wrong::Blank);
                } else if let Some(other) = names.insert(bare, one) {
                    check::at_name(log, at, newcomers.taken(name, other, one));
                }
            }
            more_documents.push(one.clone());
        });
        log.each("facts", facts, &mut |log, one| {
            let known = self.fact(one.id.as_str()).map(|known| known == one);
            if newcomers.admit(log, "facts", one.id.as_str(), known) {
                said(log, &one.zh);
                check::fact(log, one);
                log.each("answers", &one.answers, &mut |log, answer| {
                    limits::brought_id(log, answer.id.as_str());
                    said(log, &answer.zh);
                });
                more_facts.push(one.clone());
            }
        });
        log.each("activities", activities, &mut |log, one| {
            let known = self.activity(one.id.as_str()).map(|known| known == one);
            if newcomers.admit(log, "activities", one.id.as_str(), known) {
                said(log, &one.zh);
                more_activities.push(one.clone());
            }
        });
        let origins = newcomers.origins;
        self.and(more_documents, more_facts, more_activities, origins).translated(english.iter().cloned())
    }
}

/// Who may be added to a registry.
struct Newcomers<'a> {
    registry: &'a Registry,
    by: &'a CatalogId,
    ids: HashSet<(&'static str, &'a str)>,
    origins: Vec<Origin>,
}

impl<'a> Newcomers<'a> {
    /// Whether an entry is to be added. What the registry has already is not: it was brought by
    /// another catalog in the same words, or it is a fault.
    fn admit(&mut self, log: &mut Log, sort: &'static str, id: &'a str, is_known_so: Option<bool>) -> bool {
        limits::brought_id(log, id);
        if !self.ids.insert((sort, id)) {
            log.note_at("id", Wrong::IdTwice(id.to_owned()));
            return false;
        }
        let Some(is_same) = is_known_so else {
            self.origins.push(Origin { sort, id: id.into(), catalog: self.by.clone() });
            return true;
        };
        match self.registry.origin(sort, id) {
            None => log.note_at("id", Wrong::KnownId(id.to_owned())),
            Some(catalog) if !is_same => {
                log.note_at("id", Wrong::Differs { id: id.to_owned(), catalog: catalog.clone() });
            }
            Some(_) => {}
        }
        false
    }

    /// What is wrong with a name that another paper has.
    fn taken(&self, name: &str, other: &Document, one: &Document) -> Wrong {
        let (id, other) = (one.id.to_string(), other.id.to_string());
        if self.registry.document(&other).is_none() {
            return Wrong::NameTwice(other, id, name.to_owned());
        }
        let catalog = self.registry.origin("documents", &other).cloned();
        Wrong::KnownName { name: name.to_owned(), document: other, catalog }
    }
}

impl Registry {
    /// The catalog that brought an entry; none, where it is the registry's own.
    fn origin(&self, sort: &str, id: &str) -> Option<&CatalogId> {
        let origin = self.origins.iter().find(|origin| origin.sort == sort && *origin.id == *id);
        origin.map(|origin| &origin.catalog)
    }
}

/// A question, an answer or an activity is asked in Chinese.
fn said(log: &mut Log, zh: &str) {
    if zh.trim().is_empty() {
        log.note_at("zh", Wrong::Blank);
    }
}
