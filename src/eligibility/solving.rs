//! A catalog on its way to its rules, one category after the other, so that whoever waits for them
//! can do something else in between.

use std::hash::BuildHasher;
use std::slice::Iter;

use rustc_hash::FxBuildHasher;

use super::evaluate::{CatalogRules, Solved};
use super::formula::{Formula, Terms};
use super::lowering::Lowered;
use super::numbering::numbered;
use crate::catalog::{Catalog, Category, CategoryPath, Registry};

/// The rules of a catalog while they are made.
#[derive(Debug)]
pub struct Solving<'a> {
    catalog: &'a Catalog,
    registry: &'a Registry,
    solve: fn(Formula) -> Solved,
    left: Iter<'a, Category>,
    terms: Terms,
    /// What each shape was made from, with its hash.
    known: Vec<(u64, Lowered)>,
    shapes: Vec<Solved>,
    shape_of: Vec<usize>,
}

impl<'a> Solving<'a> {
    pub(super) fn of(catalog: &'a Catalog, registry: &'a Registry, solve: fn(Formula) -> Solved) -> Self {
        Self {
            catalog,
            registry,
            solve,
            left: catalog.categories.iter(),
            terms: Terms::default(),
            known: Vec::new(),
            shapes: Vec::new(),
            shape_of: Vec::with_capacity(catalog.categories.len()),
        }
    }

    /// There are more categories.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.left.len() > 0
    }

    /// Goes on with the next category.
    pub fn go_on(&mut self) {
        let Some(category) = self.left.next() else { return };
        let lowered = Lowered::of(&[(self.catalog, category)], &mut self.terms, self.registry);
        let hash = FxBuildHasher.hash_one(&lowered);
        let same = self.known.iter().position(|(known, other)| *known == hash && *other == lowered);
        self.shape_of.push(same.unwrap_or(self.shapes.len()));
        if same.is_none() {
            self.shapes.push((self.solve)(numbered(lowered.clone(), self.registry, &self.terms)));
            self.known.push((hash, lowered));
        }
    }

    /// The rules; what is left is made now.
    #[must_use]
    pub fn finish(mut self) -> CatalogRules<'a> {
        while self.has_more() {
            self.go_on();
        }
        let Self { catalog, registry, terms, shapes, shape_of, .. } = self;
        let partner = |path: &CategoryPath| catalog.categories.iter().position(|category| category.path == *path);
        let partners = catalog
            .categories
            .iter()
            .map(|category| category.access.iter().map(|access| access.with.as_ref().and_then(partner)).collect());
        CatalogRules { catalog, registry, terms, shapes, shape_of, partners: partners.collect() }
    }
}
