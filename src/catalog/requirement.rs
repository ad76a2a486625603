//! What a category asks for: a tree over documents and facts, each node with the words of the
//! source that it stands for.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::names::{AnswerId, DocumentId, FactId};

/// A requirement with its place in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// What has to hold.
    pub kind: Kind,
    /// The words of the source that this node stands for, where they say more than the node.
    pub words: Option<Arc<str>>,
    /// The line of the source file; without one, the line of the node above.
    pub line: Option<u32>,
    /// How sure the reading is.
    pub reading: Reading,
    /// Why it is read like this; both readings, where it is ambiguous.
    pub note: Option<Box<str>>,
}

/// What has to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// The source says “-”: no paper is asked.
    Nothing,
    /// The source's cell is empty: it says nothing.
    Unlisted,
    /// Every member: 同时提供, 与, 及, 、.
    All(Vec<Requirement>),
    /// One member is enough: N选1, 或.
    Any(Vec<Requirement>),
    /// So many members: N选M.
    AtLeast(u32, Vec<Requirement>),
    /// A paper.
    Document(Asked),
    /// A branch for some applicants: 适用于….
    Fact(Condition),
    /// The source takes applications only by mail or invitation; the text names the channel.
    OnRequest(Arc<str>),
}

/// A paper, and what is asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which paper.
    pub document: DocumentId,
    /// What it must say that it covers.
    pub coverage: Coverage,
    /// How many of it; one, unless the source says more.
    pub count: u32,
    /// Whose paper it must be.
    pub holder: Holder,
    /// Who must have issued it, where the source of this category says so.
    pub issuer: Option<Box<str>>,
}

/// The phrases that a paper must cover.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Coverage {
    /// The source asks for none.
    #[default]
    None,
    /// Every phrase.
    All(Vec<Arc<str>>),
    /// One phrase is enough: 含 A 或 B.
    Any(Vec<Arc<str>>),
}

impl Coverage {
    /// Every phrase, in the order of the source.
    #[must_use]
    pub fn phrases(&self) -> &[Arc<str>] {
        match self {
            Self::None => &[],
            Self::All(phrases) | Self::Any(phrases) => phrases,
        }
    }
}

/// Whose paper counts. A partner's paper and one's own never stand in for each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holder {
    /// The applicant's own.
    #[default]
    Own,
    /// A partner's: 合作医院的…, 培训机构的….
    Partner,
}

/// A fact and the answers that satisfy it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The question.
    pub fact: FactId,
    /// The answers, one of which has to hold.
    pub is: Vec<AnswerId>,
}

/// How a node came from the wording of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// The source says just this.
    #[default]
    Literal,
    /// The source means this; the note says from what.
    Inferred,
    /// The source can be read in two ways; the note says both.
    Ambiguous,
}

impl Kind {
    /// The field that holds its members, in the data.
    pub(super) fn field(&self) -> &'static str {
        match self {
            Self::All(_) => "all",
            Self::Any(_) => "any",
            _ => "of",
        }
    }
}

impl Requirement {
    /// A node without a place of its own.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        Self { kind, words: None, line: None, reading: Reading::Literal, note: None }
    }

    /// The nodes directly below.
    #[must_use]
    pub fn members(&self) -> &[Requirement] {
        match &self.kind {
            Kind::All(members) | Kind::Any(members) | Kind::AtLeast(_, members) => members,
            _ => &[],
        }
    }

    /// This node and every node below, each before its members.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Requirement)) {
        visit(self);
        for member in self.members() {
            member.walk(visit);
        }
    }
}
