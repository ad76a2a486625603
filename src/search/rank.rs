//! How good a hit is, as a number: less is better.

use super::spelling::Manner;
use super::walk::Hit;

/// What a text is to the thing that is found by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Its name.
    Name,
    /// What people call it: an alias, an everyday word.
    Also,
    /// What people call its kind of business.
    Business,
    /// What people call the same business in another catalog.
    Elsewhere,
    /// What a mini-program does that needs it.
    Activity,
    /// Its English name.
    English,
    /// Its names from the first level on.
    Path,
    /// What it is for.
    Scope,
}

/// A hit with an error comes behind all without, whatever the texts are.
pub(super) const ERROR: u32 = 1 << 20;

/// A point is more than any number of letters around the hits of all terms.
const POINT: u32 = 1 << 9;

/// So many letters around a hit count at most.
const AROUND: u32 = 63;

/// How well a term fits a text of so many letters.
pub(super) fn fit(hit: &Hit, letters: usize) -> u32 {
    let extent: u32 = match (hit.start == 0, hit.end >= letters) {
        (true, true) => 0,
        (true, false) => 6,
        _ => 10,
    };
    let manner = match hit.manner {
        Manner::Written => 0,
        Manner::Read => 1,
        Manner::Initial => 4,
    };
    let around = letters.saturating_sub(hit.end.saturating_sub(hit.start));
    let around = u32::try_from(around).unwrap_or(u32::MAX).min(AROUND);
    let error = if hit.has_error { ERROR } else { 0 };
    POINT.saturating_mul(extent.saturating_add(manner)).saturating_add(around).saturating_add(error)
}

impl Role {
    /// What a hit costs more by than in a name.
    pub(super) fn cost(self) -> u32 {
        POINT.saturating_mul(match self {
            Self::Name => 0,
            Self::Also => 2,
            Self::Business | Self::Elsewhere => 6,
            Self::Activity => 8,
            Self::English => 9,
            Self::Path => 10,
            Self::Scope => 12,
        })
    }

    /// An error is forgiven, but not in texts that are found by another one as well.
    pub(super) fn forgives(self) -> bool {
        !matches!(self, Self::Path | Self::English)
    }

    /// It is short enough to be compared as a whole.
    pub(super) fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::Also | Self::Business | Self::Elsewhere)
    }
}

/// The rank without what only tells equals apart.
pub(super) fn points(rank: u32) -> u32 {
    rank & !(POINT - 1)
}

/// What tells equals apart: the letters around the hits.
pub(super) fn around(rank: u32) -> u32 {
    rank & (POINT - 1)
}

/// The rank of something that only has so much of the text, in a name of so many letters.
pub(super) fn likeness(alike: u32, letters: usize) -> u32 {
    let much = u32::from(u16::MAX).saturating_sub(alike);
    much.saturating_mul(POINT).saturating_add(u32::try_from(letters).unwrap_or(u32::MAX).min(POINT - 1))
}
