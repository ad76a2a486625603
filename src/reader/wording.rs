//! What was read: a tree, the role of every letter, and what could not be read.

use crate::catalog::{DocumentId, Holder};

use super::parts::{Part, Role, Span};

/// A wording as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// What it asks for; nothing, where no paper, no condition and no channel was found.
    pub tree: Option<Node>,
    /// What every letter is for, in order and without a gap.
    pub parts: Vec<Part>,
    /// What could not be read, or not for certain, in order.
    pub diagnostics: Vec<Diagnostic>,
}

impl Wording {
    /// The remarks that ask for nothing, in order.
    pub fn notes(&self) -> impl Iterator<Item = Span> {
        self.parts.iter().filter(|part| part.role == Role::Note).map(|part| part.span)
    }

    /// Everything was read, and in the one way that there is.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.diagnostics.is_empty()
    }
}

/// Something that is asked for, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The words that say so.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
    /// Why it could be read in another way.
    pub doubt: Option<Doubt>,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// Every member.
    All(Vec<Node>),
    /// One member.
    Any(Vec<Node>),
    /// So many members.
    AtLeast(u32, Vec<Node>),
    /// A paper.
    Paper(Paper),
    /// For some applicants only.
    When {
        /// Who, as the wording calls them.
        applicant: Span,
        /// What they are asked for; nothing further, where only the condition stands there.
        then: Option<Box<Node>>,
    },
    /// By mail or invitation only.
    OnRequest,
}

/// A paper that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Its name.
    pub name: Span,
    /// The paper of this name, where the registry has it.
    pub document: Option<DocumentId>,
    /// What it has to cover: each group, and of a group all or one of its phrases.
    pub covers: Vec<Covers>,
    /// How many of it.
    pub count: u32,
    /// Whose.
    pub holder: Holder,
    /// Who issues it.
    pub issuer: Option<Span>,
}

/// Phrases that a paper has to cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covers {
    /// One of them is enough.
    pub any: bool,
    /// The phrases, as they stand in the wording or as the name of the paper implies them.
    pub phrases: Vec<Box<str>>,
}

/// Why a node could be read in another way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// “A 及 B 或 C”: nothing says which of the words binds more. Read as: 及 does.
    Mixed,
    /// “A、B 或 C”, read as: one of them.
    Alternatives,
    /// A list without a heading, read as: everything.
    ListOfAll,
    /// A list without a heading, each item for other applicants, read as: the one that applies.
    ListOfBranches,
}

/// Something that was not read, or not for certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The words.
    pub span: Span,
    /// What is wrong with them.
    pub what: Trouble,
}

impl Diagnostic {
    /// Puts this in its place among others, which are in the order of the words.
    pub(super) fn add_to(self, others: &mut Vec<Self>) {
        let before = others.iter().rposition(|known| known.span <= self.span);
        others.insert(before.map_or(0, |at| at.saturating_add(1)), self);
    }
}

/// What is wrong with some words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing could be made of them.
    Unread,
    /// A paper whose name the registry does not have.
    UnknownPaper,
    /// The heading says another number than there are items.
    Count {
        /// How many it says.
        said: usize,
        /// How many there are.
        found: usize,
    },
    /// The node could be read in another way.
    Doubt(Doubt),
    /// An applicant whom no answer of the registry is about; asked as a question of its own.
    UnknownApplicant,
}
