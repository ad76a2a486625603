//! What is kept of a catalog for drafts that were made with it: enough to say later what has changed
//! for them, and no more.

use std::collections::BTreeSet;

use super::SUBJECT;
use super::brought::Brought;
use super::category::{Catalog, Category, Effect};
use super::names::{CategoryPath, FactId};
use super::registry::{Document, Fact, Registry};
use super::requirement::{Kind, Requirement};

impl Catalog {
    /// The catalog with these categories alone, and of them only what decides who may have them.
    /// It brings along the papers and questions that it speaks of: later data may not have them.
    #[must_use]
    pub fn kept(&self, paths: &BTreeSet<&CategoryPath>, registry: &Registry) -> Self {
        let categories: Vec<Category> =
            self.categories.iter().filter(|one| paths.contains(&one.path)).map(kept_category).collect();
        let opening = self.opening.iter().filter(|rule| matches!(rule.effect, Effect::Closed)).cloned();
        let (mut papers, mut facts) = (BTreeSet::new(), BTreeSet::new());
        for category in &categories {
            category.requirement.walk(&mut |node| match &node.kind {
                Kind::Document(asked) => drop(papers.insert(asked.document.clone())),
                Kind::Fact(condition) => drop(facts.insert(condition.fact.clone())),
                _ => {}
            });
        }
        facts.remove(&FactId::from(SUBJECT));
        let documents = registry.documents.iter().filter(|one| papers.contains(&one.id));
        let brought = Brought {
            documents: documents.map(|one| Document { aliases: Vec::new(), ..one.clone() }).collect(),
            facts: registry.facts.iter().filter(|one| facts.contains(&one.id)).cloned().collect::<Vec<Fact>>(),
            ..Brought::default()
        };
        Self {
            opening: opening.collect(),
            notes: Vec::new(),
            links: Vec::new(),
            forbidden: Vec::new(),
            capabilities: Vec::new(),
            repairs: Vec::new(),
            brought,
            categories,
            ..self.clone()
        }
    }
}

fn kept_category(category: &Category) -> Category {
    let mut kept = Category {
        scope: None,
        also: Vec::new(),
        scene: None,
        words: None,
        access: Vec::new(),
        supplements: Vec::new(),
        restrictions: Vec::new(),
        reviews: Vec::new(),
        notes: Vec::new(),
        links: Vec::new(),
        doubt: None,
        ..category.clone()
    };
    silence(&mut kept.requirement);
    kept
}

/// Takes the words of the source out: what a requirement means stands in its tree.
fn silence(node: &mut Requirement) {
    node.words = None;
    node.note = None;
    if let Kind::All(members) | Kind::Any(members) | Kind::AtLeast(_, members) = &mut node.kind {
        members.iter_mut().for_each(silence);
    }
}
