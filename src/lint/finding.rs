//! What is found, and where it stands.

use std::sync::Arc;

use crate::catalog::{AccessMethodId, Category, CategoryPath, Requirement};
use crate::eligibility::Part;

use super::heading::Heading;

/// Something that cannot be meant, and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands.
    pub place: Place,
    /// What is wrong.
    pub what: What,
}

/// Where a finding stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The position of the category in the catalog.
    pub category: usize,
    /// Its path.
    pub path: CategoryPath,
    /// The way from the requirement down to the node: the position of each member. Empty for the
    /// requirement itself and for what stands beside it.
    pub node: Vec<usize>,
    /// The line of the source file; where the node has none, that of the node above.
    pub line: u32,
    /// The words of the source there.
    pub words: Option<Arc<str>>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Nobody can ever use the category, whatever is answered and whatever papers are brought.
    NeverOpen {
        /// What contradicts itself; none where the opening rules of the catalog contradict it.
        conflict: Option<Requirement>,
    },
    /// Nobody can ever meet this node, though the category can be used without it.
    NeverMet {
        /// The node.
        node: Requirement,
        /// It contradicts itself; otherwise it contradicts what stands above it.
        alone: bool,
    },
    /// In a choice: whoever meets the one meets the other, so the one adds nothing.
    Absorbed {
        /// The member that may go.
        spare: Member,
        /// The one that says enough.
        kept: Member,
    },
    /// In a list of everything that is needed: whoever meets the other meets the one.
    Superfluous {
        /// The member that may go.
        spare: Member,
        /// The one that says enough.
        kept: Member,
    },
    /// Two members say exactly the same.
    Repeated {
        /// The later one.
        spare: Member,
        /// The earlier one.
        kept: Member,
    },
    /// The same paper of the same holder stands twice in one group, once asking for no more than
    /// the other time.
    SamePaper {
        /// The member that may go; in N选M, one of the two that count twice.
        spare: Member,
        /// The other one.
        kept: Member,
        /// How the group joins them.
        joined: Joined,
    },
    /// The catalog does not list the category that is to be added.
    SupplementNowhere {
        /// The category as the source names it.
        name: Box<str>,
        /// A category of the catalog that has this name.
        meant: Option<CategoryPath>,
    },
    /// Categories that make each other necessary.
    SupplementCircle {
        /// The circle, each once and in order; the last one leads to the first.
        paths: Vec<CategoryPath>,
    },
    /// A way to stream live that wants its own category to be open as well.
    AccessThroughItself {
        /// The way.
        method: AccessMethodId,
    },
    /// The words of a node say N选M, and the node does not.
    HeadingDiffers {
        /// What the words say.
        heading: Heading,
        /// How many members of the node are needed.
        least: usize,
        /// How many there are; none for a leaf.
        members: usize,
    },
    /// The words of a category say N选M, and no node of it does.
    HeadingUnmatched {
        /// What the words say.
        heading: Heading,
    },
}

/// A member of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its position in the group, from 0.
    pub position: usize,
    /// What it asks for.
    pub node: Requirement,
}

/// How a group joins its members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// One is enough.
    Any,
    /// So many are enough; more than one, and not all of them.
    AtLeast {
        /// How many are enough.
        least: usize,
        /// How many there are.
        members: usize,
    },
    /// All are needed.
    All,
}

impl Place {
    /// A category as a whole.
    pub(super) fn of(category: usize, known: &Category) -> Self {
        Self { category, path: known.path.clone(), node: Vec::new(), line: known.line, words: None }
    }

    /// Something beside the requirement of a category.
    pub(super) fn beside(category: usize, known: &Category, line: u32, words: Option<Arc<str>>) -> Self {
        Self { line, words, ..Self::of(category, known) }
    }

    /// A node of its requirement.
    pub(super) fn at(category: usize, known: &Category, way: &[usize], part: &Part<'_>) -> Self {
        let words = part.node.words.clone();
        Self { node: way.to_vec(), line: part.line, words, ..Self::of(category, known) }
    }
}
