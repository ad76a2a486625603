//! What evaluation works on: a tree over numbered leaves, and the elements that decide them.

use std::sync::Arc;

use crate::catalog::{Coverage, FactId};
use crate::profile::Paper;

use super::families::Element;

/// The papers and facts that formulas speak of, numbered once for all of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Terms {
    /// The papers.
    pub(super) papers: Vec<Paper>,
    /// The facts.
    pub(super) facts: Vec<FactId>,
}

/// One or several categories, lowered.
#[derive(Debug, Clone)]
pub(super) struct Formula {
    /// What has to hold.
    pub(super) tree: Tree,
    /// The leaves, each once however often it stands in the tree.
    pub(super) leaves: Vec<Leaf>,
    /// What can be brought about or answered: first the answers to facts, fact by fact; then what
    /// can be had of papers, paper by paper; last what no step of ours settles. What belongs
    /// together stands together, which keeps diagrams small.
    pub(super) elements: Vec<Decides>,
    /// The facts that occur.
    pub(super) facts: Vec<FactKinds>,
    /// The first element that is about the same fact or paper, for each element.
    pub(super) groups: Vec<Element>,
    /// The leaves in the order of the elements that decide them.
    pub(super) by_group: Vec<usize>,
    /// The place of each leaf in that order.
    pub(super) places: Vec<Element>,
}

/// The shape of a requirement. It mirrors the requirement node for node, so that an explanation
/// can walk both at once.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Tree {
    /// Nothing is asked.
    True,
    /// The leaf of this number.
    Leaf(usize),
    /// Every member.
    All(Vec<Tree>),
    /// One member.
    Any(Vec<Tree>),
    /// So many members.
    AtLeast(usize, Vec<Tree>),
}

/// Something that is met, unmet or unknown by itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Leaf {
    pub(super) asks: Asks,
    /// It holds where all of these elements do …
    pub(super) needs: Vec<Element>,
    /// … and, where there is such a choice, one of these.
    pub(super) one_of: Option<Vec<Element>>,
    /// The first element about its fact or paper; none for a fact of which no answer serves.
    pub(super) group: Option<Element>,
    /// The line of the source, where it is not that of the category.
    pub(super) line: Option<u32>,
    /// The words of the opening rule that it is.
    pub(super) rule: Option<Arc<str>>,
}

/// What a leaf asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Asks {
    /// A paper.
    Paper {
        /// Its number in the terms.
        paper: usize,
        /// The phrases.
        coverage: Coverage,
        /// How many.
        count: u32,
    },
    /// A fact, by its number in the terms, and the answers that serve, as a set of their places in
    /// the registry.
    Fact { fact: usize, answers: u32 },
    /// An application through a channel.
    OnRequest(Arc<str>),
    /// The source says nothing.
    Unlisted,
}

impl Asks {
    /// They ask for the same, in whatever order the phrases stand.
    pub(super) fn same(&self, other: &Self) -> bool {
        let (
            Self::Paper { paper, coverage, count },
            Self::Paper { paper: as_paper, coverage: as_coverage, count: as_count },
        ) = (self, other)
        else {
            return self == other;
        };
        let (some, others) = (coverage.phrases(), as_coverage.phrases());
        let single = some.iter().all(|phrase| Some(phrase) == some.first());
        paper == as_paper
            && count == as_count
            && some.iter().all(|phrase| others.contains(phrase))
            && others.iter().all(|phrase| some.contains(phrase))
            && (single || matches!(coverage, Coverage::Any(_)) == matches!(as_coverage, Coverage::Any(_)))
    }
}

/// A fact as one formula sees it: answers that no leaf tells apart are one kind.
#[derive(Debug, Clone)]
pub(super) struct FactKinds {
    /// Its number in the terms.
    pub(super) fact: usize,
    /// The answers of each kind, as a set of their places in the registry.
    pub(super) kinds: Vec<u32>,
    /// The element of the first kind; the others follow.
    pub(super) first: Element,
}

impl FactKinds {
    /// The elements of the kinds, in order.
    pub(super) fn elements(&self) -> impl Iterator<Item = Element> + Clone + use<> {
        self.first..self.first.saturating_add(size(self.kinds.len()))
    }
}

/// What an element decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decides {
    /// The fact of this number in the terms has one of these answers.
    Answer { fact: usize, answers: u32 },
    /// The paper of this number is held and valid.
    Have(usize),
    /// It covers this phrase.
    Covers(usize, Arc<str>),
    /// There are so many of it; more than one.
    Count(usize, u32),
    /// The channel or the silence of the source, of the leaf of this number.
    Beyond(usize),
}

impl Decides {
    /// The paper it is about.
    pub(super) fn paper(&self) -> Option<usize> {
        match self {
            Self::Have(paper) | Self::Covers(paper, _) | Self::Count(paper, _) => Some(*paper),
            Self::Answer { .. } | Self::Beyond(_) => None,
        }
    }
}

impl Formula {
    /// The first element that is about the same fact or paper.
    pub(super) fn group(&self, element: Element) -> Element {
        self.groups.get(element as usize).copied().unwrap_or(element)
    }

    /// The leaves in the order of the elements that decide them.
    pub(super) fn leaves_by_group(&self) -> impl Iterator<Item = &Leaf> {
        self.by_group.iter().filter_map(|&leaf| self.leaves.get(leaf))
    }

    /// The leaf at a place in that order.
    pub(super) fn leaf_at(&self, place: Element) -> Option<&Leaf> {
        self.leaves.get(*self.by_group.get(place as usize)?)
    }

    /// What an element decides.
    pub(super) fn decides(&self, element: Element) -> Option<&Decides> {
        self.elements.get(element as usize)
    }
}

/// The set of the answer of this place alone; empty past the number that data may have.
pub(super) fn bit(at: usize) -> u32 {
    u32::try_from(at).ok().and_then(|at| 1u32.checked_shl(at)).unwrap_or(0)
}

/// A number of elements.
pub(super) fn size(many: usize) -> Element {
    Element::try_from(many).unwrap_or(Element::MAX)
}
