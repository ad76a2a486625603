//! Minimal sets of steps or of causes, as answers hold them.

use std::fmt;
use std::sync::Arc;

use super::formula::size;
use super::outcome::{Cause, Step};
use crate::order::order;

/// Minimal sets, the smallest first; all there are, or it says that it is cut.
///
/// One thing stands in many sets, so it is kept once, and the sets are lists of numbers behind
/// each other: a hundred sets ask for no more memory at a time than one.
/// A copy is a pointer.
pub struct MinimalSets<T> {
    listing: Listing<T>,
    total: u64,
}

/// What is listed. Most answers are one of the first two, which ask for no memory.
enum Listing<T> {
    Nothing,
    EmptySet,
    Sets(Arc<(Vec<T>, Lists)>),
}

/// One of them.
pub struct MinimalSet<'a, T> {
    things: &'a [T],
    places: &'a [u32],
}

/// A minimal set of steps that makes the requirement true (补齐方案).
pub type Route<'a> = MinimalSet<'a, Step>;

/// A minimal set of causes that alone keeps the requirement unmet (卡点).
pub type Blocker<'a> = MinimalSet<'a, Cause>;

/// Most answers have no more numbers in their lists than that.
const USUAL: usize = 12;

/// Lists of numbers, one behind the other, each behind its length.
#[derive(Debug, Clone, Default)]
pub(super) struct Lists {
    numbers: Vec<u32>,
    many: usize,
}

impl<T> MinimalSets<T> {
    /// The sets of the things with these places; `total` counts those that are not listed as well.
    pub(super) fn of(things: Vec<T>, lists: Lists, total: u64) -> Self {
        let listing = if lists.len() == 0 { Listing::Nothing } else { Listing::Sets(Arc::new((things, lists))) };
        Self { listing, total }
    }

    /// The empty set alone.
    pub(super) fn empty_one() -> Self {
        Self { listing: Listing::EmptySet, total: 1 }
    }

    /// How many are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.listing {
            Listing::Nothing => 0,
            Listing::EmptySet => 1,
            Listing::Sets(sets) => sets.1.len(),
        }
    }

    /// None is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many there are, listed or not; past what 64 bits hold, the most they do.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.total
    }

    /// There are more than are listed.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.total > u64::try_from(self.len()).unwrap_or(u64::MAX)
    }

    /// The sets that are listed.
    pub fn iter(&self) -> impl Iterator<Item = MinimalSet<'_, T>> + Clone {
        let (things, numbers): (&[T], &[u32]) = match &self.listing {
            Listing::Nothing => (&[], &[]),
            Listing::EmptySet => (&[], &[0]),
            Listing::Sets(sets) => (&sets.0, &sets.1.numbers),
        };
        lists(numbers).map(move |places| MinimalSet { things, places })
    }
}

impl<'a, T> MinimalSet<'a, T> {
    /// How many things it has.
    #[must_use]
    pub fn len(self) -> usize {
        self.places.len()
    }

    /// It has none: nothing is to be done.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.places.is_empty()
    }

    /// What it has.
    pub fn iter(self) -> impl Iterator<Item = &'a T> + Clone {
        self.places.iter().filter_map(|&at| self.things.get(at as usize))
    }
}

impl<'a> Route<'a> {
    /// What to confirm comes first, then the papers in the order of the requirement.
    pub fn steps(self) -> impl Iterator<Item = &'a Step> + Clone {
        self.iter()
    }

    /// How many of the steps concern a paper; the others only confirm.
    #[must_use]
    pub fn papers(self) -> usize {
        self.steps().filter(|step| step.paper().is_some()).count()
    }
}

impl<'a> Blocker<'a> {
    /// The causes, in the order of the requirement; there is one at least.
    pub fn causes(self) -> impl Iterator<Item = &'a Cause> + Clone {
        self.iter()
    }

    /// No paper and no open answer mends it.
    #[must_use]
    pub fn is_final(self) -> bool {
        self.causes().all(Cause::is_final)
    }
}

impl Lists {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.many
    }

    fn iter(&self) -> impl Iterator<Item = &[u32]> + Clone {
        lists(&self.numbers)
    }

    /// Adds the list of these numbers.
    pub(super) fn add(&mut self, list: &mut dyn Iterator<Item = u32>) {
        let start = self.numbers.len();
        if start == 0 {
            self.numbers.reserve(USUAL);
        }
        self.numbers.push(0);
        self.numbers.extend(list);
        let length = self.numbers.len().saturating_sub(start).saturating_sub(1);
        if let Some(start) = self.numbers.get_mut(start) {
            *start = size(length);
        }
        self.many = self.many.saturating_add(1);
    }

    /// Adds lists behind these.
    pub(super) fn append(&mut self, behind: Self) {
        if self.many == 0 {
            *self = behind;
        } else {
            self.numbers.extend(behind.numbers);
            self.many = self.many.saturating_add(behind.many);
        }
    }

    /// The lists in ascending order of their rank; those of one rank keep their order.
    pub(super) fn by_rank(self, rank: &dyn Fn(&[u32]) -> u64) -> Self {
        if self.many < 2 || self.iter().is_sorted_by_key(rank) {
            return self;
        }
        let lists: Vec<&[u32]> = self.iter().collect();
        let mut numbers = Vec::with_capacity(self.numbers.len());
        for list in order(self.iter().map(rank)).into_iter().filter_map(|at| lists.get(at)) {
            numbers.push(size(list.len()));
            numbers.extend_from_slice(list);
        }
        Self { numbers, many: self.many }
    }
}

/// The lists in numbers, each of which stands behind its length.
fn lists(numbers: &[u32]) -> impl Iterator<Item = &[u32]> + Clone {
    let mut rest = numbers;
    std::iter::from_fn(move || {
        let (&length, behind) = rest.split_first()?;
        let (list, behind) = behind.split_at_checked(length as usize)?;
        rest = behind;
        Some(list)
    })
}

impl<T> Default for MinimalSets<T> {
    fn default() -> Self {
        Self { listing: Listing::Nothing, total: 0 }
    }
}

impl<T> Clone for MinimalSets<T> {
    fn clone(&self) -> Self {
        let listing = match &self.listing {
            Listing::Nothing => Listing::Nothing,
            Listing::EmptySet => Listing::EmptySet,
            Listing::Sets(sets) => Listing::Sets(sets.clone()),
        };
        Self { listing, total: self.total }
    }
}

impl<T> Clone for MinimalSet<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for MinimalSet<'_, T> {}

// What counts is what stands in the sets, not how it is numbered.

impl<T: PartialEq> PartialEq for MinimalSets<T> {
    fn eq(&self, other: &Self) -> bool {
        self.total == other.total && self.iter().eq(other.iter())
    }
}

impl<T: Eq> Eq for MinimalSets<T> {}

impl<T: PartialEq> PartialEq for MinimalSet<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<T: Eq> Eq for MinimalSet<'_, T> {}

impl<T: fmt::Debug> fmt::Debug for MinimalSets<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.iter()).finish()
    }
}

impl<T: fmt::Debug> fmt::Debug for MinimalSet<'_, T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_set().entries(self.iter()).finish()
    }
}
