//! Families of sets, kept as zero-suppressed decision diagrams, and the minimal solutions of a
//! function.
//!
//! The recursion is Rauzy's, known from fault trees, widened to facts: where a fact stays open,
//! the function must hold for every one of its answers, so the solutions without the fact are
//! those of the conjunction of its branches; a solution that names an answer is only kept if it
//! is no superset of one that needs none. Its cost grows with the diagrams, not with the number
//! of solutions.

use std::collections::HashMap;

use super::diagram::{ALWAYS, Diagrams, Function, NEVER};

/// A member of a set: a variable that is present, or a fact with one kind of answer.
pub(super) type Element = u32;

/// A family, by its place in [`Families`].
type Family = u32;

/// The sizes of the smallest and of the largest set of each family that has any.
type Sizes = HashMap<Family, Option<(usize, usize)>>;

/// No set at all.
const NONE: Family = 0;
/// The family of the empty set.
const EMPTY: Family = 1;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Node {
    element: Element,
    /// The sets with the element, which is taken out of them.
    with: Family,
    /// The sets without it.
    without: Family,
}

/// Finds minimal solutions.
#[derive(Debug)]
pub(super) struct Families<'a> {
    /// The first element of each variable, and behind the last variable the first free one; a
    /// fact of k kinds of answer takes k in a row.
    elements: &'a [Element],
    nodes: Vec<Node>,
    known: HashMap<Node, Family>,
    solved: HashMap<Function, Family>,
    reduced: HashMap<(Family, Family), Family>,
}

impl<'a> Families<'a> {
    /// `elements[variable]` is the first element of each variable, ascending; one more entry ends
    /// the last variable.
    pub(super) fn new(elements: &'a [Element]) -> Self {
        Self { elements, nodes: Vec::new(), known: HashMap::new(), solved: HashMap::new(), reduced: HashMap::new() }
    }

    /// The minimal sets of elements that make the function true whatever else holds, smallest
    /// first, at most `limit`; and whether there are more.
    pub(super) fn minimal_solutions(
        &mut self,
        diagrams: &mut Diagrams,
        function: Function,
        limit: usize,
    ) -> (Vec<Vec<Element>>, bool) {
        let family = self.solve(diagrams, function);
        let mut sets = Vec::new();
        let mut sizes = HashMap::new();
        let Some((shortest, longest)) = self.sizes(family, &mut sizes) else { return (sets, false) };
        for size in shortest..=longest {
            self.collect(family, size, &sizes, &mut Vec::new(), &mut sets, limit + 1);
            if sets.len() > limit {
                sets.truncate(limit);
                return (sets, true);
            }
        }
        (sets, false)
    }

    fn family(&mut self, element: Element, with: Family, without: Family) -> Family {
        if with == NONE {
            return without;
        }
        let node = Node { element, with, without };
        if let Some(&family) = self.known.get(&node) {
            return family;
        }
        let Ok(family) = Family::try_from(self.nodes.len() + 2) else { return NONE };
        self.nodes.push(node);
        self.known.insert(node, family);
        family
    }

    fn split(&self, family: Family) -> Option<Node> {
        self.nodes.get((family as usize).checked_sub(2)?).copied()
    }

    fn solve(&mut self, diagrams: &mut Diagrams, function: Function) -> Family {
        match function {
            NEVER => return NONE,
            ALWAYS => return EMPTY,
            _ => {}
        }
        if let Some(&known) = self.solved.get(&function) {
            return known;
        }
        let Some((variable, branches)) = diagrams.split(function) else { return NONE };
        let branches = branches.to_vec();
        let first = self.elements.get(variable as usize).copied().unwrap_or(0);
        let family = if let [absent, present] = branches[..]
            && self.is_paper(variable)
        {
            let without = self.solve(diagrams, absent);
            let with = self.solve(diagrams, present);
            let with = self.subtract_supersets(with, without);
            self.family(first, with, without)
        } else {
            let whatever = branches.iter().fold(ALWAYS, |all, &branch| diagrams.and(all, branch));
            let mut family = self.solve(diagrams, whatever);
            let open = family;
            // The last kind of answer has the highest element, so it is built first, lowest down.
            for (kind, &branch) in branches.iter().enumerate().rev() {
                let Ok(kind) = Element::try_from(kind) else { continue };
                let with = self.solve(diagrams, branch);
                let with = self.subtract_supersets(with, open);
                family = self.family(first + kind, with, family);
            }
            family
        };
        self.solved.insert(function, family);
        family
    }

    /// A paper or a coverage takes one element; a fact takes one for each kind of answer.
    fn is_paper(&self, variable: u32) -> bool {
        let at = variable as usize;
        match (self.elements.get(at), self.elements.get(at + 1)) {
            (Some(first), Some(next)) => next - first == 1,
            _ => false,
        }
    }

    /// The sets of `family` that contain no set of `smaller`.
    fn subtract_supersets(&mut self, family: Family, smaller: Family) -> Family {
        match (family, smaller) {
            (NONE, _) | (_, EMPTY) => return NONE,
            (_, NONE) => return family,
            _ if family == smaller => return NONE,
            _ => {}
        }
        if let Some(&known) = self.reduced.get(&(family, smaller)) {
            return known;
        }
        let result = match (self.split(family), self.split(smaller)) {
            // The empty set contains only the empty set.
            (None, Some(_)) => {
                if self.holds_empty(smaller) {
                    NONE
                } else {
                    family
                }
            }
            (Some(a), Some(b)) if a.element < b.element => {
                let with = self.subtract_supersets(a.with, smaller);
                let without = self.subtract_supersets(a.without, smaller);
                self.family(a.element, with, without)
            }
            (Some(a), Some(b)) if a.element > b.element => self.subtract_supersets(family, b.without),
            (Some(a), Some(b)) => {
                let with = self.subtract_supersets(a.with, b.with);
                let with = self.subtract_supersets(with, b.without);
                let without = self.subtract_supersets(a.without, b.without);
                self.family(a.element, with, without)
            }
            (_, None) => family,
        };
        self.reduced.insert((family, smaller), result);
        result
    }

    fn holds_empty(&self, mut family: Family) -> bool {
        while let Some(node) = self.split(family) {
            family = node.without;
        }
        family == EMPTY
    }

    /// The sizes of the smallest and of the largest set.
    fn sizes(&self, family: Family, memo: &mut Sizes) -> Option<(usize, usize)> {
        match family {
            NONE => return None,
            EMPTY => return Some((0, 0)),
            _ => {}
        }
        if let Some(&known) = memo.get(&family) {
            return known;
        }
        let node = self.split(family)?;
        let with = self.sizes(node.with, memo).map(|(least, most)| (least + 1, most + 1));
        let without = self.sizes(node.without, memo);
        let sizes = match (with, without) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (one, other) => one.or(other),
        };
        memo.insert(family, sizes);
        sizes
    }

    /// Adds the sets of exactly this size, until there are `most`.
    fn collect(
        &self,
        family: Family,
        size: usize,
        sizes: &Sizes,
        chosen: &mut Vec<Element>,
        sets: &mut Vec<Vec<Element>>,
        most: usize,
    ) {
        if sets.len() >= most {
            return;
        }
        let Some(node) = self.split(family) else {
            if family == EMPTY && size == 0 {
                sets.push(chosen.clone());
            }
            return;
        };
        let possible =
            sizes.get(&family).copied().flatten().is_some_and(|(least, most)| (least..=most).contains(&size));
        if !possible {
            return;
        }
        if let Some(left) = size.checked_sub(1) {
            chosen.push(node.element);
            self.collect(node.with, left, sizes, chosen, sets, most);
            chosen.pop();
        }
        self.collect(node.without, size, sizes, chosen, sets, most);
    }
}
