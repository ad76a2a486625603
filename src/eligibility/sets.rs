//! Minimal sets of steps or of causes, as answers hold them.

use std::fmt;

use super::formula::size;
use super::outcome::{Cause, Step};
use crate::order::order;

/// Minimal sets, the smallest first; all there are, or it says that it is cut.
///
/// One thing stands in many sets, so it is kept once, and the sets are lists of numbers behind
/// each other: a hundred sets ask for no more memory at a time than one.
#[derive(Clone)]
pub struct MinimalSets<T> {
    things: Vec<T>,
    lists: Lists,
    total: u64,
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

/// Lists of numbers, one behind the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Lists {
    numbers: Vec<u32>,
    ends: Vec<u32>,
}

impl<T> MinimalSets<T> {
    /// The sets of things with these places, in ascending order of their rank; those of one rank
    /// keep their order. `total` counts those that are not listed as well.
    pub(super) fn by_rank(things: Vec<T>, lists: Lists, total: u64, rank: &dyn Fn(MinimalSet<'_, T>) -> u64) -> Self {
        let ranks = lists.iter().map(|places| rank(MinimalSet { things: &things, places })).collect();
        let lists = lists.by_rank(ranks);
        Self { things, lists, total }
    }

    /// The empty set alone.
    pub(super) fn empty_one() -> Self {
        Self { things: Vec::new(), lists: Lists { numbers: Vec::new(), ends: vec![0] }, total: 1 }
    }

    /// How many are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lists.ends.len()
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

    /// The set at this place, if so many are listed.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<MinimalSet<'_, T>> {
        Some(MinimalSet { things: &self.things, places: self.lists.get(at)? })
    }

    /// The sets that are listed.
    pub fn iter(&self) -> impl Iterator<Item = MinimalSet<'_, T>> + Clone {
        (0..self.len()).filter_map(|at| self.get(at))
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

    /// The number of its first thing.
    pub(super) fn first(self) -> usize {
        self.places.first().map_or(0, |&first| first as usize)
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
    /// The list at this place.
    pub(super) fn get(&self, at: usize) -> Option<&[u32]> {
        let start = at.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before))?;
        self.numbers.get(*start as usize..*self.ends.get(at)? as usize)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.ends.len()).filter_map(|at| self.get(at))
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn add(&mut self, list: &[u32]) {
        self.numbers.extend_from_slice(list);
        self.ends.push(size(self.numbers.len()));
    }

    /// Adds the list of these numbers, which come in about ascending order, in just that.
    pub(super) fn add_in_order(&mut self, list: &mut dyn Iterator<Item = u32>) {
        let start = self.numbers.len();
        for number in list {
            let smaller = |list: &[u32]| list.partition_point(|&other| other < number);
            let before = self.numbers.get(start..).map_or(0, smaller);
            self.numbers.insert(start.saturating_add(before), number);
        }
        self.ends.push(size(self.numbers.len()));
    }

    /// The lists in ascending order of these ranks; those of one rank keep their order.
    fn by_rank(self, ranks: Vec<u64>) -> Self {
        if ranks.is_sorted() {
            return self;
        }
        let mut sorted = Self::default();
        sorted.numbers.reserve(self.numbers.len());
        sorted.ends.reserve(self.ends.len());
        for at in order(ranks.into_iter()) {
            sorted.add(self.get(at).unwrap_or_default());
        }
        sorted
    }
}

impl<T> Default for MinimalSets<T> {
    fn default() -> Self {
        Self { things: Vec::new(), lists: Lists::default(), total: 0 }
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
