//! Two revisions of a source, category by category: what is new, what ended, what moved, and whose
//! requirement changed.
//!
//! Where [`Links`] lead from one catalog to the other, a category goes on in its successors; where
//! they do not, only the same path is the same category.

use crate::catalog::{Catalog, Category, CategoryPath, Links, Registry, Revision};

use super::difference::{Difference, Relation, difference};

/// How a catalog goes on in another one.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// The earlier catalog.
    pub before: &'a Catalog,
    /// The later one.
    pub after: &'a Catalog,
    /// The revisions between the two, the oldest first; none where only paths were compared.
    pub revisions: Vec<&'a Revision>,
    /// Every category of the earlier one that goes on, in its order.
    pub kept: Vec<Kept<'a>>,
    /// Those that do not.
    pub ended: Vec<Gone<'a>>,
    /// Those of the later one that come from none of the earlier.
    pub others: Vec<&'a Category>,
}

/// A category that goes on.
#[derive(Debug)]
pub struct Kept<'a> {
    /// The category as it was.
    pub category: &'a Category,
    /// What it became, and what changed; several, where it was split.
    pub successors: Vec<(&'a Category, Difference)>,
    /// What is to be known about its move.
    pub why: Vec<&'a str>,
    /// It is not certain that these are the same.
    pub unsure: bool,
}

/// A category that does not go on.
#[derive(Debug)]
pub struct Gone<'a> {
    /// The category as it was.
    pub category: &'a Category,
    /// Why nothing is its successor, where that is known.
    pub why: Option<&'a str>,
}

/// A comparison in numbers of categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// New in the later catalog; none are counted where the earlier one listed only some.
    pub added: usize,
    /// In the later catalog alone, but not known to be new.
    pub unlisted_before: usize,
    /// Only in the earlier one.
    pub ended: usize,
    /// With another path, or split.
    pub moved: usize,
    /// With another requirement, those that moved among them.
    pub changed: usize,
    /// For other subjects, but with the same requirement, those that moved among them.
    pub for_others: usize,
    /// With the same path, for the same subjects and with the same requirement.
    pub same: usize,
}

/// What became of the earlier catalog in the later one; none where they are the same, or those of
/// different platforms.
#[must_use]
pub fn comparison<'a>(
    before: &'a Catalog,
    after: &'a Catalog,
    links: &'a Links,
    registry: &Registry,
) -> Option<Comparison<'a>> {
    if before.id == after.id || before.platform != after.platform {
        return None;
    }
    let revisions = links.between(&before.id, &after.id);
    let mut comparison =
        Comparison { before, after, revisions, kept: Vec::new(), ended: Vec::new(), others: Vec::new() };
    let mut reached: Vec<&CategoryPath> = Vec::new();
    for category in &before.categories {
        let way = Way::of(&category.path, &comparison.revisions);
        let successors = way.paths.iter().filter_map(|path| after.category(path));
        let successors: Vec<_> = successors
            .map(|successor| (successor, difference((before, category), (after, successor), registry)))
            .collect();
        if successors.is_empty() {
            comparison.ended.push(Gone { category, why: way.ended });
            continue;
        }
        reached.extend(successors.iter().map(|(successor, _)| &successor.path));
        comparison.kept.push(Kept { category, successors, why: way.why, unsure: way.unsure });
    }
    let is_new = |category: &&Category| !reached.contains(&&category.path);
    comparison.others = after.categories.iter().filter(is_new).collect();
    Some(comparison)
}

/// Where a category went, from revision to revision.
struct Way<'a> {
    paths: Vec<CategoryPath>,
    why: Vec<&'a str>,
    unsure: bool,
    ended: Option<&'a str>,
}

impl<'a> Way<'a> {
    fn of(path: &CategoryPath, revisions: &[&'a Revision]) -> Self {
        let mut way = Self { paths: vec![path.clone()], why: Vec::new(), unsure: false, ended: None };
        for revision in revisions {
            for path in std::mem::take(&mut way.paths) {
                let moved = revision.moves.iter().find(|moved| moved.from == path);
                way.why.extend(moved.and_then(|moved| moved.why.as_deref()));
                way.unsure |= moved.is_some_and(|moved| moved.unsure);
                let ended = revision.ended.iter().find(|ended| ended.path == path);
                way.ended = ended.map(|ended| &*ended.why).or(way.ended);
                let new = revision.successors(&path).into_iter().filter(|to| !way.paths.contains(to));
                way.paths.extend(new.collect::<Vec<_>>());
            }
        }
        way
    }
}

impl Kept<'_> {
    /// It has another path now, or several.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        self.successors.len() > 1 || self.successors.iter().any(|(successor, _)| successor.path != self.category.path)
    }

    /// Something else is asked of it now, or of a part of it.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.successors.iter().any(|(_, difference)| difference.relation != Relation::Same)
    }

    /// Others may have it now, and the same is asked of those who could have it before.
    #[must_use]
    pub fn is_for_others(&self) -> bool {
        !self.is_changed() && self.successors.iter().any(|(_, difference)| difference.is_of_subjects_alone())
    }

    /// It has the same path, the same subjects and the same requirement.
    #[must_use]
    pub fn is_same(&self) -> bool {
        !self.is_moved() && !self.is_changed() && !self.is_for_others()
    }
}

impl Comparison<'_> {
    /// The earlier catalog lists only some of the platform's categories.
    #[must_use]
    pub fn is_partial(&self) -> bool {
        self.revisions.iter().any(|revision| revision.partial)
    }

    /// The comparison in numbers.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let many = |is: &dyn Fn(&Kept<'_>) -> bool| self.kept.iter().filter(|kept| is(kept)).count();
        let others = self.others.len();
        let (added, unlisted_before) = if self.is_partial() { (0, others) } else { (others, 0) };
        Counts {
            added,
            unlisted_before,
            ended: self.ended.len(),
            moved: many(&|kept| kept.is_moved()),
            changed: many(&|kept| kept.is_changed()),
            for_others: many(&|kept| kept.is_for_others()),
            same: many(&|kept| kept.is_same()),
        }
    }
}
