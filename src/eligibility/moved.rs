//! What newer data of the same catalog means for the categories that somebody is after.

use crate::catalog::{Catalog, CategoryPath, Registry};

use super::difference::{Difference, difference};

/// A category that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Its place in the older data.
    pub path: CategoryPath,
    /// What changed; none where the newer data does not have it any more.
    pub difference: Option<Difference>,
}

/// The categories of the older data that the newer does not have, and then those that mean something
/// else in it. Whatever is not among them has the same verdict and the same papers as before, for
/// everybody. `registry` knows what both speak of.
#[must_use]
pub fn moved(older: &Catalog, newer: &Catalog, registry: &Registry) -> Vec<Moved> {
    let (mut gone, mut changed) = (Vec::new(), Vec::new());
    for was in &older.categories {
        let path = was.path.clone();
        match newer.category(&was.path) {
            None => gone.push(Moved { path, difference: None }),
            Some(is) => {
                let difference = difference((older, was), (newer, is), registry);
                if !difference.is_none() {
                    changed.push(Moved { path, difference: Some(difference) });
                }
            }
        }
    }
    gone.extend(changed);
    gone
}
