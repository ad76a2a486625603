//! What is known of one applicant (我的情况): subject, facts, activities and papers.

mod date;
mod edit;
mod written;

pub use date::{Date, DateError};
pub use written::{ProfileError, WrittenHolding, WrittenProfile};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalog::{ActivityId, AnswerId, DocumentId, FactId, Holder, SUBJECT};

/// A paper and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Paper {
    /// Which paper.
    pub document: DocumentId,
    /// Whose.
    pub holder: Holder,
}

/// What is known of one applicant. What is absent is unknown; unknown is never “no”.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// The answers given; the subject is one of them.
    pub facts: BTreeMap<FactId, AnswerId>,
    /// What the mini-program does.
    pub activities: BTreeSet<ActivityId>,
    /// The papers that the applicant said something about.
    pub papers: BTreeMap<Paper, Holding>,
}

/// What the applicant said about one paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// The phrases that it covers.
    pub covers: BTreeSet<Arc<str>>,
    /// The phrases that it does not cover.
    pub lacks: BTreeSet<Arc<str>>,
    /// How many of it are held; none is as good as not held.
    pub count: u32,
    /// The last day on which it is valid.
    pub valid_until: Option<Date>,
    /// The applicant cannot have it.
    pub unobtainable: bool,
}

impl Default for Holding {
    fn default() -> Self {
        Self { covers: BTreeSet::new(), lacks: BTreeSet::new(), count: 1, valid_until: None, unobtainable: false }
    }
}

impl Holding {
    /// Whether the paper covers a phrase; none where nobody said.
    #[must_use]
    pub fn says(&self, phrase: &str) -> Option<bool> {
        match (self.covers.contains(phrase), self.lacks.contains(phrase)) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }
}

/// How a paper stands on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    /// It is at hand and valid.
    Held(&'a Holding),
    /// It was at hand; its last day has passed.
    Expired,
    /// Nothing was said of it, or that there is none.
    NotHeld,
    /// The applicant cannot have it.
    Unobtainable,
}

impl Profile {
    /// The answer to a fact.
    #[must_use]
    pub fn answer(&self, fact: &str) -> Option<&AnswerId> {
        self.facts.get(fact)
    }

    /// The subject (主体类型), where it was said.
    #[must_use]
    pub fn subject(&self) -> Option<&AnswerId> {
        self.answer(SUBJECT)
    }

    /// How a paper stands today.
    #[must_use]
    pub fn standing(&self, paper: &Paper, today: Date) -> Standing<'_> {
        match self.papers.get(paper) {
            None => Standing::NotHeld,
            Some(holding) if holding.unobtainable => Standing::Unobtainable,
            Some(holding) if holding.count == 0 => Standing::NotHeld,
            Some(holding) if holding.valid_until.is_some_and(|last| last < today) => Standing::Expired,
            Some(holding) => Standing::Held(holding),
        }
    }
}
