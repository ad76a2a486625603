//! What belongs together across catalogs: the revisions of one source, and the same business on
//! other platforms.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use serde::Deserialize;

use super::category::Catalog;
use super::names::{CatalogId, CategoryPath};

/// `links.json`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Links {
    /// How the categories of one catalog go on in the next, the oldest first.
    pub revisions: Vec<Revision>,
    /// Businesses that several catalogs list.
    pub businesses: Vec<Business>,
}

/// How a catalog goes on in a later one.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// The earlier catalog.
    pub from: CatalogId,
    /// The later one.
    pub to: CatalogId,
    /// The earlier one lists only some of the platform's categories, so that a category that it
    /// does not have is not new.
    #[serde(default)]
    pub partial: bool,
    /// What is to be known about the two.
    pub note: Box<str>,
    /// Categories that have another path in the later catalog. All others keep theirs.
    pub moves: Vec<Move>,
    /// Categories that the later catalog no longer has.
    pub ended: Vec<Ended>,
}

/// A category that has another path in the later catalog.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// The path in the earlier catalog.
    pub from: CategoryPath,
    /// The paths in the later one; several, where it was split.
    pub to: Vec<CategoryPath>,
    /// What is to be known about it beside the two paths.
    pub why: Option<Box<str>>,
    /// It is not certain that these are the same.
    #[serde(default)]
    pub unsure: bool,
}

/// A category that the later catalog no longer has.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ended {
    /// The path in the earlier catalog.
    pub path: CategoryPath,
    /// Why nothing there is its successor.
    pub why: Box<str>,
}

/// A business that several catalogs list, under these or those names.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Business {
    /// What people call it; no other business has this name.
    pub zh: Box<str>,
    /// Its categories, by catalog. Several of one catalog are not the same as each other: each is
    /// a part of it.
    pub categories: BTreeMap<CatalogId, Vec<CategoryPath>>,
}

/// A link that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("links: {0}")]
pub struct LinkError(String);

impl Revision {
    /// Where a category of the earlier catalog is in the later one; nothing, where it ended.
    #[must_use]
    pub fn successors(&self, path: &CategoryPath) -> Vec<CategoryPath> {
        if self.ended.iter().any(|ended| ended.path == *path) {
            return Vec::new();
        }
        let moved = self.moves.iter().find(|moved| moved.from == *path);
        moved.map_or_else(|| vec![path.clone()], |moved| moved.to.clone())
    }

    /// Which categories of the earlier catalog became this one of the later.
    #[must_use]
    pub fn predecessors(&self, path: &CategoryPath, earlier: &Catalog) -> Vec<CategoryPath> {
        let paths = earlier.categories.iter().map(|category| &category.path);
        paths.filter(|from| self.successors(from).contains(path)).cloned().collect()
    }
}

impl Links {
    /// The business that a category belongs to.
    #[must_use]
    pub fn business(&self, catalog: &CatalogId, path: &CategoryPath) -> Option<&Business> {
        self.businesses.iter().find(|one| one.categories.get(catalog).is_some_and(|paths| paths.contains(path)))
    }

    /// The business of this name.
    #[must_use]
    pub fn business_called(&self, name: &str) -> Option<&Business> {
        self.businesses.iter().find(|one| &*one.zh == name)
    }

    /// The revision that follows a catalog.
    #[must_use]
    pub fn next(&self, catalog: &CatalogId) -> Option<&Revision> {
        self.revisions.iter().find(|revision| revision.from == *catalog)
    }

    /// The revision that a catalog came from.
    #[must_use]
    pub fn last(&self, catalog: &CatalogId) -> Option<&Revision> {
        self.revisions.iter().find(|revision| revision.to == *catalog)
    }

    /// The revisions that lead from one catalog to another, the oldest first; none where none do.
    #[must_use]
    pub fn between(&self, earlier: &CatalogId, later: &CatalogId) -> Vec<&Revision> {
        let mut found = Vec::new();
        let mut at = earlier;
        // No more steps than there are revisions: data that goes in a circle leads nowhere.
        for _ in &self.revisions {
            let Some(revision) = self.next(at) else { break };
            found.push(revision);
            at = &revision.to;
            if at == later {
                return found;
            }
        }
        Vec::new()
    }

    /// Every link that does not hold: names of nothing, two links for one category, a category of
    /// an earlier catalog that is not accounted for.
    #[must_use]
    pub fn check(&self, catalogs: &[Catalog]) -> Vec<LinkError> {
        let paths: HashMap<&CatalogId, HashSet<&CategoryPath>> = catalogs
            .iter()
            .map(|catalog| (&catalog.id, catalog.categories.iter().map(|category| &category.path).collect()))
            .collect();
        let mut faults = Vec::new();
        let has = |catalog: &CatalogId, path: &CategoryPath| paths.get(catalog).is_some_and(|all| all.contains(path));
        let mut lost = |catalog: &CatalogId, path: &CategoryPath, of: &dyn fmt::Display| {
            if !has(catalog, path) {
                faults.push(LinkError(format!("{of}: catalog `{catalog}` has no category {path}")));
            }
        };
        for Revision { from, to, moves, ended, .. } in &self.revisions {
            let of = format!("{from} → {to}");
            moves.iter().for_each(|moved| lost(from, &moved.from, &of));
            moves.iter().flat_map(|moved| &moved.to).for_each(|path| lost(to, path, &of));
            ended.iter().for_each(|ended| lost(from, &ended.path, &of));
        }
        for business in &self.businesses {
            for (catalog, path) in business.all() {
                lost(catalog, path, &business.zh);
            }
        }
        for revision in &self.revisions {
            let open = paths.get(&revision.from).into_iter().flatten();
            for path in open {
                for to in revision.successors(path).iter().filter(|to| !has(&revision.to, to)) {
                    let of = format!("{} → {}", revision.from, revision.to);
                    faults.push(LinkError(format!("{of}: nothing says what became of {path}; there is no {to}")));
                }
            }
        }
        let mut seen = HashSet::new();
        let mut names = HashSet::new();
        for business in &self.businesses {
            let twice = business.all().filter(|one| !seen.insert(*one));
            faults
                .extend(twice.map(|(catalog, path)| LinkError(format!("{catalog}: {path} stands in two businesses"))));
            if !names.insert(&business.zh) {
                faults.push(LinkError(format!("two businesses are called {}", business.zh)));
            }
        }
        faults
    }
}

impl Business {
    /// Every category of it, with its catalog.
    pub fn all(&self) -> impl Iterator<Item = (&CatalogId, &CategoryPath)> {
        self.categories.iter().flat_map(|(catalog, paths)| paths.iter().map(move |path| (catalog, path)))
    }
}
