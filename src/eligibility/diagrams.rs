//! Families as zero-suppressed decision diagrams: sets that end alike share their end.
//!
//! Minato's operations, each with the sets that contain others taken out on the way (Coudert and
//! Madre), and the dual by Toda's recursion. Each operation looks at every pair of nodes at most
//! once, so its cost grows with the diagrams. A requirement in which every paper stands once has
//! a diagram about as long as itself times its thresholds, however many sets that stands for.

use rustc_hash::FxHashMap;

use super::families::{ALWAYS, Element, Families, Family, Fate, Map, NONE, Set};
use super::formula::FactKinds;
use super::listing::Listing;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) element: Element,
    /// The sets with the element, which is taken out of them; never none at all.
    pub(super) with: Family,
    /// The sets without it.
    pub(super) without: Family,
}

/// Three numbers of which a fourth was found before: one kind of table for everything.
type Known = FxHashMap<[u32; 3], Family>;

/// An arena of families. A node stands behind those it points at.
#[derive(Debug, Clone, Default)]
pub(super) struct Diagrams {
    /// The fact of each element that is an answer; they are the first elements.
    facts: Vec<Element>,
    nodes: Vec<Node>,
    unique: Known,
    results: Known,
    /// How many results may be found; none where it may take as long as it takes.
    budget: Option<usize>,
}

/// What a result is the result of.
#[derive(Clone, Copy)]
enum Operation {
    Either,
    Both,
    Without,
    Hitting,
}

impl Diagrams {
    /// For sets with answers to these facts.
    pub(super) fn new(facts: &[FactKinds]) -> Self {
        let facts = facts.iter().flat_map(|fact| fact.kinds.iter().map(|_| fact.first)).collect();
        Self { facts, ..Self::default() }
    }

    /// The same, but [`Families::is_spent`] once so many results were looked for: everything that
    /// is asked from then on comes back at once, and says nothing.
    pub(super) fn within(facts: &[FactKinds], budget: usize) -> Self {
        Self { budget: Some(budget), ..Self::new(facts) }
    }

    /// The same family alone in an arena, without what was found on the way to it.
    pub(super) fn compacted(&self, family: Family) -> (Self, Family) {
        let mut alone = Self { facts: self.facts.clone(), ..Self::default() };
        let root = alone.copy(self, family, &mut Known::default());
        (alone, root)
    }

    fn copy(&mut self, from: &Self, family: Family, known: &mut Known) -> Family {
        let Some(node) = from.split(family) else { return family };
        if let Some(&copy) = known.get(&[family, 0, 0]) {
            return copy;
        }
        let (with, without) = (self.copy(from, node.with, known), self.copy(from, node.without, known));
        let copy = self.node(node.element, with, without);
        known.insert([family, 0, 0], copy);
        copy
    }

    fn node(&mut self, element: Element, with: Family, without: Family) -> Family {
        if with == NONE {
            return without;
        }
        let nodes = &mut self.nodes;
        *self.unique.entry([element, with, without]).or_insert_with(|| {
            nodes.push(Node { element, with, without });
            // The two families without a node come first.
            Family::try_from(nodes.len()).unwrap_or(Family::MAX).saturating_add(1)
        })
    }

    pub(super) fn split(&self, family: Family) -> Option<Node> {
        self.nodes.get((family as usize).checked_sub(2)?).copied()
    }

    pub(super) fn element(&self, family: Family) -> Option<Element> {
        self.split(family).map(|node| node.element)
    }

    /// These elements before each set of a family of later ones.
    fn chain(&mut self, elements: &[Element], behind: Family) -> Family {
        elements.iter().rev().fold(behind, |family, &element| self.node(element, family, NONE))
    }

    fn remember(&mut self, operation: Operation, one: Family, other: Family, result: Family) -> Family {
        self.results.insert([operation as u32, one, other], result);
        result
    }

    fn recall(&self, operation: Operation, one: Family, other: Family) -> Option<Family> {
        if self.is_spent() {
            return Some(NONE);
        }
        self.results.get(&[operation as u32, one, other]).copied()
    }

    /// A node whose `with` may contain what `without` has.
    fn reduced(&mut self, element: Element, with: Family, without: Family) -> Family {
        let with = self.subtract(with, without);
        self.node(element, with, without)
    }

    fn unite(&mut self, one: Family, other: Family) -> Family {
        let (one, other) = (one.min(other), one.max(other));
        match (one, other) {
            (NONE, other) => return other,
            (ALWAYS, _) => return ALWAYS,
            _ if one == other => return one,
            _ => {}
        }
        if let Some(known) = self.recall(Operation::Either, one, other) {
            return known;
        }
        let (Some(a), Some(b)) = (self.split(one), self.split(other)) else { return NONE };
        let element = a.element.min(b.element);
        let ((with, without), (other_with, other_without)) = (a.at(element, one), b.at(element, other));
        let without = self.unite(without, other_without);
        let with = self.unite(with, other_with);
        let result = self.reduced(element, with, without);
        self.remember(Operation::Either, one, other, result)
    }

    fn join(&mut self, one: Family, other: Family) -> Family {
        let (one, other) = (one.min(other), one.max(other));
        match (one, other) {
            (NONE, _) => return NONE,
            (ALWAYS, other) => return other,
            _ => {}
        }
        if let Some(known) = self.recall(Operation::Both, one, other) {
            return known;
        }
        let (Some(a), Some(b)) = (self.split(one), self.split(other)) else { return NONE };
        let element = a.element.min(b.element);
        let ((with, without), (other_with, other_without)) = (a.at(element, one), b.at(element, other));
        let result_without = self.join(without, other_without);
        // With the element, a set of either side will do, unless it has another answer to its fact.
        let (without, other_without) = (self.past_fact(element, without), self.past_fact(element, other_without));
        let (with, other_with) = (self.unite(with, without), self.unite(other_with, other_without));
        let result_with = self.join(with, other_with);
        let result = self.reduced(element, result_with, result_without);
        self.remember(Operation::Both, one, other, result)
    }

    /// The sets that have no further answer to the fact of this element.
    fn past_fact(&self, element: Element, mut family: Family) -> Family {
        let Some(fact) = self.facts.get(element as usize) else { return family };
        while let Some(node) = self.split(family)
            && self.facts.get(node.element as usize) == Some(fact)
        {
            family = node.without;
        }
        family
    }

    /// The sets of `family` that contain no set of `smaller`.
    fn subtract(&mut self, family: Family, smaller: Family) -> Family {
        match (family, smaller) {
            (NONE, _) | (_, ALWAYS) => return NONE,
            (_, NONE) | (ALWAYS, _) => return family,
            _ if family == smaller => return NONE,
            _ => {}
        }
        if let Some(known) = self.recall(Operation::Without, family, smaller) {
            return known;
        }
        let (Some(a), Some(b)) = (self.split(family), self.split(smaller)) else { return NONE };
        let result = if a.element > b.element {
            self.subtract(family, b.without)
        } else {
            let (smaller_with, smaller_without) = b.at(a.element, smaller);
            let with = self.subtract(a.with, smaller_with);
            let with = self.subtract(with, smaller_without);
            let without = self.subtract(a.without, smaller_without);
            self.node(a.element, with, without)
        };
        self.remember(Operation::Without, family, smaller, result)
    }

    fn hit(&mut self, family: Family) -> Family {
        match family {
            NONE => return ALWAYS,
            ALWAYS => return NONE,
            _ => {}
        }
        if let Some(known) = self.recall(Operation::Hitting, family, NONE) {
            return known;
        }
        let Some(node) = self.split(family) else { return NONE };
        // Without the element, what is left of the sets that have it must be hit as well.
        let all = self.unite(node.with, node.without);
        let without = self.hit(all);
        let with = self.hit(node.without);
        let result = self.reduced(node.element, with, without);
        self.remember(Operation::Hitting, family, NONE, result)
    }

    fn given_with(&mut self, family: Family, fate: &dyn Fn(Element) -> Fate, known: &mut Known) -> Family {
        let Some(node) = self.split(family) else { return family };
        if let Some(&given) = known.get(&[family, 0, 0]) {
            return given;
        }
        let without = self.given_with(node.without, fate, known);
        let given = match fate(node.element) {
            Fate::Fails => without,
            Fate::Holds => {
                let with = self.given_with(node.with, fate, known);
                self.unite(with, without)
            }
            Fate::Open => {
                let with = self.given_with(node.with, fate, known);
                self.reduced(node.element, with, without)
            }
        };
        known.insert([family, 0, 0], given);
        given
    }

    fn mapped_with(&mut self, family: Family, map: &Map<'_>, known: &mut Known) -> Family {
        let Some(node) = self.split(family) else { return family };
        if let Some(&mapped) = known.get(&[family, 0, 0]) {
            return mapped;
        }
        let group = (map.group)(node.element);
        // Each way through the group, and what comes behind it.
        let mut open = vec![(Set::new(), family)];
        let mut mapped = NONE;
        while let Some((chosen, behind)) = open.pop() {
            match self.split(behind) {
                Some(node) if (map.group)(node.element) == group => {
                    let mut with = chosen.clone();
                    with.push(node.element);
                    open.push((with, node.with));
                    open.push((chosen, node.without));
                }
                _ => {
                    let behind = self.mapped_with(behind, map, known);
                    let mut image = Set::new();
                    (map.image)(&chosen, &mut |element| image.push(element));
                    let one = if behind == NONE { NONE } else { self.chain(&image, behind) };
                    mapped = self.unite(mapped, one);
                }
            }
        }
        known.insert([family, 0, 0], mapped);
        mapped
    }
}

impl Node {
    /// The sets with and without an element that stands no later than this node's; `family` is
    /// the node's own place.
    fn at(self, element: Element, family: Family) -> (Family, Family) {
        if self.element == element { (self.with, self.without) } else { (NONE, family) }
    }
}

impl Families for Diagrams {
    fn of_sets(&mut self, sets: &[Set]) -> Family {
        sets.iter().fold(NONE, |family, set| {
            let one = self.chain(set, ALWAYS);
            self.unite(family, one)
        })
    }

    fn single(&mut self, element: Element) -> Family {
        self.node(element, ALWAYS, NONE)
    }

    fn either(&mut self, one: Family, other: Family) -> Family {
        self.unite(one, other)
    }

    fn both(&mut self, one: Family, other: Family) -> Family {
        self.join(one, other)
    }

    fn given(&mut self, family: Family, fate: &dyn Fn(Element) -> Fate) -> Family {
        self.given_with(family, fate, &mut Known::default())
    }

    fn without(&mut self, family: Family, smaller: Family) -> Family {
        self.subtract(family, smaller)
    }

    fn hitting(&mut self, family: Family) -> Family {
        self.hit(family)
    }

    fn mapped(&mut self, family: Family, map: &Map<'_>) -> Family {
        self.mapped_with(family, map, &mut Known::default())
    }

    fn is_spent(&self) -> bool {
        self.budget.is_some_and(|budget| self.results.len() >= budget)
    }

    fn each_mentioned(&self, family: Family, visit: &mut dyn FnMut(Element)) {
        let mut seen = vec![false; self.nodes.len()];
        let mut mentioned = Set::new();
        let mut open = vec![family];
        while let Some(family) = open.pop() {
            let Some(node) = self.split(family) else { continue };
            let Some(seen) = seen.get_mut((family as usize).saturating_sub(2)) else { continue };
            if !std::mem::replace(seen, true) {
                if !mentioned.contains(&node.element) {
                    mentioned.push(node.element);
                    visit(node.element);
                }
                open.extend([node.with, node.without]);
            }
        }
    }

    fn has_only(&self, family: Family, is: &dyn Fn(Element) -> bool) -> bool {
        let mut has = vec![false, true];
        for family in 2..=family {
            let Some(node) = self.split(family) else { break };
            let known = |family: Family| has.get(family as usize).copied().unwrap_or(false);
            has.push(known(node.without) || (is(node.element) && known(node.with)));
        }
        has.get(family as usize).copied().unwrap_or(false)
    }

    fn smallest(
        &self,
        family: Family,
        limit: usize,
        step: &dyn Fn(Element) -> Element,
        visit: &mut dyn FnMut(&[Element]),
    ) -> u64 {
        Listing::of(self, family, step, limit, visit).smallest(family)
    }
}
