//! What every letter of a wording is for.

use serde::Serialize;

/// A place in a wording, in bytes: from `start` up to `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
}

impl Span {
    /// What stands there.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// From the first letter of both to the last.
    pub(super) fn and(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// What some letters of a wording are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The number of an item: 1、 ① （1.1）.
    Marker,
    /// Says how many of what follows are needed: （3选1）, 同时提供.
    Heading,
    /// Joins papers: 或, 及, 、.
    Connective,
    /// Words and marks without a meaning of their own: 请上传, 。.
    Filler,
    /// The name of a paper.
    Name,
    /// What a paper has to cover.
    Coverage,
    /// How many of a paper.
    Count,
    /// Whose paper.
    Holder,
    /// Who issues it.
    Issuer,
    /// For whom a branch is: 公立学校：, 适用于….
    Applicant,
    /// Applications by mail or invitation.
    Channel,
    /// A remark that asks for nothing.
    Note,
    /// White space.
    Space,
    /// Nothing that could be read; a diagnostic tells of it.
    Unread,
}

/// A run of letters of one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Where it stands. All parts together are the wording, in order, without a gap.
    pub span: Span,
    /// What it is for.
    pub role: Role,
}
