//! Which papers a catalog asks for, gathered over its categories.

use std::sync::Arc;

use super::category::{Catalog, Category};
use super::names::DocumentId;
use super::requirement::{Holder, Kind};

/// A paper that some category of a catalog asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedPaper {
    /// Which paper.
    pub document: DocumentId,
    /// Whose.
    pub holder: Holder,
    /// Every phrase that any category wants it to cover.
    pub phrases: Vec<Arc<str>>,
    /// The most of it that any category asks for.
    pub count: u32,
    /// In how many categories it stands.
    pub categories: usize,
}

impl Catalog {
    /// The categories that ask for a paper, whoever's it is, with their positions.
    pub fn asking(&self, document: &DocumentId) -> impl Iterator<Item = (usize, &Category)> {
        self.categories.iter().enumerate().filter(|(_, category)| {
            let mut asks = false;
            category.requirement.walk(&mut |node| {
                asks |= matches!(&node.kind, Kind::Document(asked) if asked.document == *document);
            });
            asks
        })
    }

    /// Every paper that a category asks for, in the order of the source.
    #[must_use]
    pub fn asked_papers(&self) -> Vec<AskedPaper> {
        let mut papers: Vec<AskedPaper> = Vec::new();
        for category in &self.categories {
            let mut here: Vec<usize> = Vec::new();
            category.requirement.walk(&mut |node| {
                let Kind::Document(asked) = &node.kind else { return };
                let same = |one: &AskedPaper| one.document == asked.document && one.holder == asked.holder;
                let at = papers.iter().position(same).unwrap_or_else(|| {
                    papers.push(AskedPaper {
                        document: asked.document.clone(),
                        holder: asked.holder,
                        phrases: Vec::new(),
                        count: 1,
                        categories: 0,
                    });
                    papers.len().saturating_sub(1)
                });
                let Some(paper) = papers.get_mut(at) else { return };
                paper.count = paper.count.max(asked.count);
                for phrase in asked.coverage.phrases() {
                    if !paper.phrases.contains(phrase) {
                        paper.phrases.push(phrase.clone());
                    }
                }
                if !here.contains(&at) {
                    here.push(at);
                    paper.categories = paper.categories.saturating_add(1);
                }
            });
        }
        papers
    }
}
