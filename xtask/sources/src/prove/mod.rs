//! The proof that the check overlooks nothing: everything that a catalog says is deleted, one thing
//! at a time, and each deletion has to be noticed.

mod deletions;
mod nodes;

use leimu::catalog::{Catalog, Registry};

use crate::check::{self, Listing, Part};
use crate::kept::Kept;
use crate::source::Source;

/// How many deletions were tried, and which of them nobody noticed.
#[derive(Debug, Default)]
pub(crate) struct Proof {
    /// How many things were deleted or turned round.
    pub(crate) deletions: usize,
    /// What can be lost without being noticed.
    pub(crate) unnoticed: Vec<String>,
}

impl Proof {
    /// Tries everything in one catalog. Only the part that a deletion touches is checked again.
    pub(crate) fn catalog(&mut self, catalog: &Catalog, source: &Source, kept: Option<&Kept>, registry: &Registry) {
        for (what, changed) in deletions::of_head(catalog, source) {
            let noticed = !check::head(&changed, source, kept.is_some(), registry).faults.is_empty();
            self.write_down(noticed, || format!("{}: {what}", catalog.id));
        }
        let repairs = kept.map(|_| deletions::of_repairs(catalog, source)).unwrap_or_default();
        for (what, line, changed) in repairs {
            let noticed = check::pairs(catalog, source, kept, registry)
                .filter(|(_, category)| category.line == line)
                .any(|(place, category)| {
                    !check::one(check::Place { catalog: &changed, ..place }, category, Part::Whole).faults.is_empty()
                });
            self.write_down(noticed, || format!("{}: {what}", catalog.id));
        }
        let listing = Listing::of(catalog, source);
        for (at, name) in listing.names().enumerate() {
            let noticed = !listing.check(Some(at)).faults.is_empty();
            self.write_down(noticed, || format!("{}: category {name}", catalog.id));
        }
        for (place, category) in check::pairs(catalog, source, kept, registry) {
            for (what, changed, part) in deletions::of_category(category) {
                let noticed = !check::one(place, &changed, part).faults.is_empty();
                self.write_down(noticed, || format!("{}: {}: {what}", catalog.id, category.path));
            }
        }
    }

    /// The last line of the report.
    pub(crate) fn summary(&self) -> String {
        format!("{} deletions, {} noticed", self.deletions, self.deletions - self.unnoticed.len())
    }

    fn write_down(&mut self, noticed: bool, what: impl FnOnce() -> String) {
        self.deletions += 1;
        if !noticed {
            self.unnoticed.push(what());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{self, ROWS, ROWS_CATALOG, SECTIONS, SECTIONS_CATALOG};

    #[test]
    fn every_kind_of_thing_is_deleted() {
        let mut tried: Vec<String> = Vec::new();
        for (catalog, source) in [
            (fixtures::catalog(SECTIONS_CATALOG), fixtures::sections(SECTIONS)),
            (fixtures::catalog(ROWS_CATALOG), fixtures::rows(ROWS)),
        ] {
            tried.extend(deletions::of_head(&catalog, &source).into_iter().map(|(what, _)| what));
            tried.extend(Listing::of(&catalog, &source).names().map(|name| format!("category {name}")));
            for category in &catalog.categories {
                tried.extend(deletions::of_category(category).into_iter().map(|(what, ..)| what));
            }
        }
        for kind in [
            "document driver",
            "coverage 网络表演 of b",
            "count 3 of driver",
            "partner of a",
            "issuer 区、县级教育部门 of b",
            "condition subject",
            "nothing",
            "unlisted",
            "all of them",
            "one of them",
            "scope",
            "scene",
            "access 2",
            "supplement 1",
            "restriction 1",
            "review 1",
            "link 1",
            "category 医疗/医院",
            "opening rule “个人",
            "note “类目",
            "link https://p.example/",
            "repair of line 17",
            "warning",
        ] {
            assert!(tried.iter().any(|what| what.starts_with(kind)), "nobody deletes: {kind}");
        }
    }

    #[test]
    fn a_deletion_takes_one_node_away() {
        let catalog = fixtures::catalog(SECTIONS_CATALOG);
        for category in &catalog.categories {
            for (what, less, _) in deletions::of_category(category) {
                let sizes = [&category.requirement, &less.requirement].map(|root| {
                    let mut size = 0;
                    root.walk(&mut |_| size += 1);
                    size
                });
                let taken = usize::from(what.starts_with("document") || what.starts_with("condition"));
                assert_eq!(sizes[0] - taken, sizes[1], "{what}");
            }
        }
    }

    #[test]
    fn what_nobody_notices_is_listed() {
        let mut proof = Proof::default();
        proof.write_down(true, || "one".into());
        proof.write_down(false, || "other".into());
        assert_eq!(proof.unnoticed, ["other"]);
        assert_eq!(proof.summary(), "2 deletions, 1 noticed");
    }
}
