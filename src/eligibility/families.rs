//! Families of minimal sets: what evaluation computes with.
//!
//! A requirement is a monotone function of elements (a paper, a coverage, an answer), so it is
//! known by its minimal solutions: the sets of elements that make it true whatever else holds,
//! of which no part does so already. Fault-tree analysis calls them minimal cut sets, and this
//! is its MOCUS, from the leaves up: an alternative unites the families of its members, a
//! conjunction joins every set of one with every set of the other, N选M runs over how many
//! members are reached, and at each step what contains a smaller set goes. Everything else is
//! asked of the result. A profile takes elements out (they hold) or sets out (an element of
//! theirs fails), and what is left is again minimal and complete; the requirement is met when
//! the empty set is left and cannot be met when nothing is. The blockers are the dual, the
//! minimal sets that hit each of the solutions.
//!
//! An answer differs from a paper: exactly one answer to a fact holds, so two of them never stand
//! in one set, and what is true under every answer needs none. [`settled`] adds those sets, fact
//! by fact (Tison's consensus, over as many branches as there are answers).
//!
//! There are two representations. [`super::words`] lists each set as one machine word; it does
//! for every requirement that a source has written so far, at a few nanoseconds a set. Past its
//! size [`super::diagrams`] shares what sets have in common: its cost grows with the diagram, not
//! with the number of sets. Which of the two it was cannot be told from the answers.

use super::formula::{FactKinds, Formula, Tree};

/// The number of an element.
pub(super) type Element = u32;

/// What is known of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It holds.
    Holds,
    /// It never will.
    Fails,
    /// It may be brought about.
    Open,
}

/// A set, its elements in ascending order.
pub(super) type Set = Vec<Element>;

/// A family of sets, by its place among those of the same representation.
pub(super) type Family = u32;

/// No set: it cannot be met.
pub(super) const NONE: Family = 0;

/// The empty set alone: it is met.
pub(super) const ALWAYS: Family = 1;

/// Operations on families. Every family that goes in or comes out is minimal: none of its sets
/// contains another; the one without a set is always [`NONE`], the one of the empty set [`ALWAYS`].
pub(super) trait Families {
    /// These sets, without those that contain another.
    fn of_sets(&mut self, sets: &[Set]) -> Family;

    /// One set of one element.
    fn single(&mut self, element: Element) -> Family;

    /// What has a set of one or of the other.
    fn either(&mut self, one: Family, other: Family) -> Family;

    /// What has a set of one and a set of the other; none with two answers to one fact.
    fn both(&mut self, one: Family, other: Family) -> Family;

    /// What is left once the fate of elements is known.
    fn given(&mut self, family: Family, fate: &dyn Fn(Element) -> Fate) -> Family;

    /// The sets that contain no set of the other family.
    fn without(&mut self, family: Family, smaller: Family) -> Family;

    /// The minimal sets that share an element with each set of the family.
    fn hitting(&mut self, family: Family) -> Family;

    /// Every set put through a map that keeps groups apart: see [`Map`].
    fn mapped(&mut self, family: Family, map: &Map<'_>) -> Family;

    /// Something grew past what this representation holds: nothing that came out since is to be
    /// used, and the work is to be done again with another one.
    fn is_spent(&self) -> bool;

    /// Visits the elements that stand in some set, each once.
    fn each_mentioned(&self, family: Family, visit: &mut dyn FnMut(Element));

    /// Which elements stand in some set.
    fn mentions(&self, family: Family) -> Set {
        let mut mentioned = Set::new();
        self.each_mentioned(family, &mut |element| mentioned.push(element));
        mentioned
    }

    /// Some set has only elements like that.
    fn has_only(&self, family: Family, is: &dyn Fn(Element) -> bool) -> bool;

    /// Visits the sets of fewest steps, at most `limit` of them, in no particular order; the
    /// answer is how many sets there are. `step` numbers what is done at one go: elements of one
    /// step stand side by side and count once.
    fn smallest(
        &self,
        family: Family,
        limit: usize,
        step: &dyn Fn(Element) -> Element,
        visit: &mut dyn FnMut(&[Element]),
    ) -> u64;
}

/// How sets of elements become sets of something else. Elements of one group stand side by side,
/// and so does what they become, in the same order of groups.
pub(super) struct Map<'a> {
    /// The group of an element.
    pub(super) group: &'a dyn Fn(Element) -> Element,
    /// What the elements of one group become together.
    pub(super) image: Image<'a>,
}

/// Takes elements and hands over what becomes of them, ascending.
pub(super) type Image<'a> = &'a dyn Fn(&[Element], &mut dyn FnMut(Element));

/// The minimal solutions of a tree. What holds or fails already may be left out.
pub(super) fn solutions(
    families: &mut dyn Families,
    formula: &Formula,
    tree: &Tree,
    fate: &dyn Fn(Element) -> Fate,
) -> Family {
    let family = cover(families, formula, tree, fate);
    settled(families, family, &formula.facts)
}

/// Sets of which every completion that meets the tree holds one: all solutions but those that
/// some fact settles whatever its answer.
pub(super) fn cover(
    families: &mut dyn Families,
    formula: &Formula,
    tree: &Tree,
    fate: &dyn Fn(Element) -> Fate,
) -> Family {
    match tree {
        Tree::True => ALWAYS,
        Tree::Leaf(at) => {
            let Some(leaf) = formula.leaves.get(*at) else { return NONE };
            let mut all = ALWAYS;
            for &element in &leaf.needs {
                let one = element_given(families, element, fate);
                all = families.both(all, one);
            }
            let Some(choice) = &leaf.one_of else { return all };
            let mut any = NONE;
            for &element in choice {
                let one = element_given(families, element, fate);
                any = families.either(any, one);
            }
            families.both(all, any)
        }
        Tree::All(members) => {
            let mut all = ALWAYS;
            for member in members {
                let member = cover(families, formula, member, fate);
                all = families.both(all, member);
            }
            all
        }
        Tree::Any(members) => {
            let mut any = NONE;
            for member in members {
                let member = cover(families, formula, member, fate);
                any = families.either(any, member);
            }
            any
        }
        Tree::AtLeast(least, members) => {
            let members: Vec<Family> = members.iter().map(|member| cover(families, formula, member, fate)).collect();
            at_least(families, *least, &members)
        }
    }
}

fn element_given(families: &mut dyn Families, element: Element, fate: &dyn Fn(Element) -> Fate) -> Family {
    match fate(element) {
        Fate::Holds => ALWAYS,
        Fate::Fails => NONE,
        Fate::Open => families.single(element),
    }
}

/// At least so many of these.
fn at_least(families: &mut dyn Families, least: usize, members: &[Family]) -> Family {
    // Before each member: what reaches one, two … of the members behind it.
    let mut reached: Vec<Family> = Vec::new();
    for &member in members.iter().rev() {
        let mut next = Vec::new();
        let mut before = ALWAYS;
        for at_least in reached {
            let with = families.both(member, before);
            next.push(families.either(with, at_least));
            before = at_least;
        }
        if next.len() < least {
            next.push(families.both(member, before));
        }
        reached = next;
    }
    match least.checked_sub(1) {
        None => ALWAYS,
        Some(last) => reached.get(last).copied().unwrap_or(NONE),
    }
}

/// Adds the sets that need no answer to a fact, because under each of its answers some set does.
///
/// One fact after the other is enough. Before a fact, the family is complete for those who have
/// answered it and all that follow; what is complete under each of its answers is complete
/// whatever its answer, once the sets of all answers are joined.
pub(super) fn settled(families: &mut dyn Families, family: Family, facts: &[FactKinds]) -> Family {
    let mut settled = family;
    for fact in facts {
        let mentioned = families.mentions(settled);
        if !fact.elements().all(|element| mentioned.contains(&element)) {
            continue;
        }
        let mut whatever = ALWAYS;
        for answer in fact.elements() {
            let under = families.given(settled, &|element| once_answered(fact, answer, element));
            whatever = families.both(whatever, under);
        }
        settled = families.either(settled, whatever);
    }
    settled
}

/// What is known of an element once a fact has this answer.
pub(super) fn once_answered(fact: &FactKinds, answer: Element, element: Element) -> Fate {
    if element == answer {
        Fate::Holds
    } else if fact.elements().any(|other| other == element) {
        Fate::Fails
    } else {
        Fate::Open
    }
}
