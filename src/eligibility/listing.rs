//! The sets of a diagram, those of fewest steps first, without looking at the others.

use super::diagrams::Diagrams;
use super::families::{Element, Family, Set};

/// Lists the sets of a family by the number of their steps.
pub(super) struct Listing<'a> {
    diagrams: &'a Diagrams,
    step: &'a dyn Fn(Element) -> Element,
    /// How many steps the sets of each family take, if it has any; first where the step of its
    /// first element is still to be taken, then where it is taken already.
    steps: Vec<[Option<Steps>; 2]>,
    /// How many sets each family has.
    totals: Vec<u64>,
    /// How many more sets are visited.
    left: usize,
    visit: &'a mut dyn FnMut(&[Element]),
}

/// Numbers of steps.
#[derive(Debug, Clone, Copy)]
struct Steps {
    fewest: u32,
    most: u32,
    /// Which numbers there are, from the fewest on; the last bit stands for all that are further.
    which: u128,
}

impl Steps {
    const NONE: Self = Self { fewest: 0, most: 0, which: 1 };

    fn and_more(self, more: u32) -> Self {
        Self { fewest: self.fewest.saturating_add(more), most: self.most.saturating_add(more), ..self }
    }

    fn or(self, other: Self) -> Self {
        let (few, many) = if self.fewest <= other.fewest { (self, other) } else { (other, self) };
        let further = many.fewest.saturating_sub(few.fewest).min(LAST);
        let moved = many.which.checked_shl(further).unwrap_or(0);
        let lost = moved.checked_shr(further).unwrap_or(0) != many.which;
        let last = if lost { bit(LAST) } else { 0 };
        Self { fewest: few.fewest, most: few.most.max(many.most), which: few.which | moved | last }
    }

    fn has(self, steps: u32) -> bool {
        let further = steps.checked_sub(self.fewest).filter(|_| steps <= self.most);
        further.is_some_and(|further| self.which & bit(further.min(LAST)) != 0)
    }
}

/// The last bit of [`Steps::which`].
const LAST: u32 = u128::BITS - 1;

fn bit(at: u32) -> u128 {
    1_u128.checked_shl(at).unwrap_or(0)
}

impl<'a> Listing<'a> {
    /// Looks at what a family is made of, from the last element to the first.
    pub(super) fn of(
        diagrams: &'a Diagrams,
        family: Family,
        step: &'a dyn Fn(Element) -> Element,
        left: usize,
        visit: &'a mut dyn FnMut(&[Element]),
    ) -> Self {
        let (steps, totals) = (vec![[None; 2], [Some(Steps::NONE); 2]], vec![0, 1]);
        let mut listing = Self { diagrams, step, steps, totals, left, visit };
        for family in 2..=family {
            let Some(node) = diagrams.split(family) else { break };
            let steps = [false, true].map(|taken| {
                let with = listing.steps(node.with, listing.is_taken(node.element, node.with));
                let with = with.map(|steps| steps.and_more(u32::from(!taken)));
                let without = listing.steps(node.without, taken && listing.is_taken(node.element, node.without));
                match (with, without) {
                    (Some(with), Some(without)) => Some(with.or(without)),
                    (one, other) => one.or(other),
                }
            });
            listing.steps.push(steps);
            listing.totals.push(listing.total(node.with).saturating_add(listing.total(node.without)));
        }
        listing
    }

    /// Visits the sets of fewest steps, as many as are wanted; the answer is how many there are.
    pub(super) fn smallest(&mut self, family: Family) -> u64 {
        if let Some(steps) = self.steps(family, false) {
            for steps in steps.fewest..=steps.most {
                self.collect(family, false, steps, &mut Set::new());
            }
        }
        self.total(family)
    }

    /// The first element of a family belongs to the step of this one.
    fn is_taken(&self, element: Element, family: Family) -> bool {
        self.diagrams.element(family).is_some_and(|first| (self.step)(first) == (self.step)(element))
    }

    fn steps(&self, family: Family, taken: bool) -> Option<Steps> {
        *self.steps.get(family as usize)?.get(usize::from(taken))?
    }

    fn total(&self, family: Family) -> u64 {
        self.totals.get(family as usize).copied().unwrap_or(0)
    }

    /// Visits the sets of exactly so many steps.
    fn collect(&mut self, family: Family, taken: bool, steps: u32, chosen: &mut Set) {
        if self.left == 0 || !self.steps(family, taken).is_some_and(|possible| possible.has(steps)) {
            return;
        }
        let Some(node) = self.diagrams.split(family) else {
            self.left = self.left.saturating_sub(1);
            (self.visit)(chosen);
            return;
        };
        if let Some(fewer) = steps.checked_sub(u32::from(!taken)) {
            chosen.push(node.element);
            self.collect(node.with, self.is_taken(node.element, node.with), fewer, chosen);
            chosen.pop();
        }
        let taken = taken && self.is_taken(node.element, node.without);
        self.collect(node.without, taken, steps, chosen);
    }
}
