//! The categories that an applicant is after.

use serde::{Deserialize, Serialize};

use super::Draft;
use crate::catalog::{CatalogId, CategoryPath};

/// A category that the applicant is after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its catalog.
    pub catalog: CatalogId,
    /// Its place there.
    pub path: CategoryPath,
}

impl Target {
    /// It is this category.
    #[must_use]
    pub fn is(&self, catalog: &CatalogId, path: &CategoryPath) -> bool {
        self.catalog == *catalog && self.path == *path
    }
}

impl Draft {
    /// The category is a target.
    #[must_use]
    pub fn has_target(&self, catalog: &CatalogId, path: &CategoryPath) -> bool {
        self.targets.iter().any(|target| target.is(catalog, path))
    }

    /// Adds the category to the targets, behind those of the same catalog; nothing happens where it
    /// is one already.
    pub fn add_target(&mut self, catalog: &CatalogId, path: &CategoryPath) {
        if self.has_target(catalog, path) {
            return;
        }
        let last = self.targets.iter().rposition(|target| target.catalog == *catalog);
        let at = last.map_or(self.targets.len(), |last| last.saturating_add(1));
        self.targets.insert(at, Target { catalog: catalog.clone(), path: path.clone() });
    }

    /// Takes the category out of the targets; nothing happens where it is none. With the last
    /// target of a catalog goes what is known of its data.
    pub fn drop_target(&mut self, catalog: &CatalogId, path: &CategoryPath) {
        self.targets.retain(|target| !target.is(catalog, path));
        if !self.targets.iter().any(|target| target.catalog == *catalog) {
            self.made_with.remove(catalog);
        }
    }

    /// Adds the category to the targets, or takes it out.
    pub fn toggle_target(&mut self, catalog: &CatalogId, path: &CategoryPath) {
        if self.has_target(catalog, path) {
            self.drop_target(catalog, path);
        } else {
            self.add_target(catalog, path);
        }
    }
}

/// Targets as they are written: a catalog once for all that follow each other, and in it a name of
/// the first level once for all that follow each other. Reading gives back the same order.
pub(super) mod by_catalog {
    use serde::{Deserializer, Serializer};

    use super::{CatalogId, CategoryPath, Deserialize, Serialize, Target};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct OfCatalog {
        catalog: CatalogId,
        categories: Vec<Branch>,
    }

    /// What stands before the last name of paths, and the last name of each. A path without a name
    /// has no last one.
    #[derive(Serialize, Deserialize)]
    struct Branch(Vec<Box<str>>, Vec<Box<str>>);

    pub(crate) fn serialize<S: Serializer>(targets: &[Target], to: S) -> Result<S::Ok, S::Error> {
        let mut catalogs: Vec<OfCatalog> = Vec::new();
        for Target { catalog, path } in targets {
            if catalogs.last().is_none_or(|last| last.catalog != *catalog) {
                catalogs.push(OfCatalog { catalog: catalog.clone(), categories: Vec::new() });
            }
            let Some(OfCatalog { categories, .. }) = catalogs.last_mut() else { continue };
            let Some((name, before)) = path.0.split_last() else {
                categories.push(Branch(Vec::new(), Vec::new()));
                continue;
            };
            match categories.last_mut() {
                Some(Branch(known, names)) if known == before && !names.is_empty() => names.push(name.clone()),
                _ => categories.push(Branch(before.to_vec(), vec![name.clone()])),
            }
        }
        catalogs.serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Target>, D::Error> {
        let mut targets = Vec::new();
        for OfCatalog { catalog, categories } in Vec::<OfCatalog>::deserialize(from)? {
            for Branch(before, names) in categories {
                let mut add = |path| targets.push(Target { catalog: catalog.clone(), path: CategoryPath(path) });
                if names.is_empty() {
                    add(before);
                    continue;
                }
                for name in names {
                    add(before.iter().cloned().chain([name]).collect());
                }
            }
        }
        Ok(targets)
    }
}
