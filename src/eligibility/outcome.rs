//! What evaluation answers.

use std::sync::Arc;

use crate::catalog::{AnswerId, FactId};
use crate::profile::Paper;

use super::sets::{MinimalSets, Route};

/// The answer for one category and one profile (结论), in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// 可以申请: met as things stand, whatever the open answers are.
    Ready,
    /// 先确认: some answers would make it met with no further paper.
    Ask,
    /// 补齐可申请: papers that can be had would make it met under some answers.
    Missing,
    /// 需定向申请: the source only takes applications by mail or invitation.
    OnRequest,
    /// 来源未列: the source lists no requirement.
    Unlisted,
    /// 不开放: unmet whatever is answered and whatever papers are brought.
    Closed,
}

impl Verdict {
    /// Every verdict, in the order of the page.
    pub const ALL: [Self; 6] = [Self::Ready, Self::Ask, Self::Missing, Self::OnRequest, Self::Unlisted, Self::Closed];

    /// Its name in files and addresses.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Ask => "ask",
            Self::Missing => "missing",
            Self::Closed => "closed",
            Self::OnRequest => "on-request",
            Self::Unlisted => "unlisted",
        }
    }
}

/// One step of a route.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Confirm that a fact has one of these answers.
    Confirm(Confirm),
    /// Get a paper that is not held.
    Obtain(PaperStep),
    /// Have coverage added to a held paper, or confirm that it is there.
    Extend(PaperStep),
    /// Renew a paper whose last day has passed.
    Renew(PaperStep),
    /// Reach a count of a held paper.
    Count(PaperStep),
}

impl Step {
    /// The paper that the step is about.
    #[must_use]
    pub fn paper(&self) -> Option<&PaperStep> {
        match self {
            Self::Confirm(_) => None,
            Self::Obtain(step) | Self::Extend(step) | Self::Renew(step) | Self::Count(step) => Some(step),
        }
    }
}

/// A fact and the answers any one of which serves.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Confirm {
    /// The fact.
    pub fact: FactId,
    /// The answers, in the order of the registry; never empty.
    pub answers: Arc<[AnswerId]>,
}

/// What a step does with a paper.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PaperStep {
    /// The paper, and whose it has to be.
    pub paper: Paper,
    /// The phrases that it has to cover when the step is done, of those that are not covered yet.
    pub covers: Vec<Arc<str>>,
    /// How many there have to be.
    pub count: u32,
}

/// A leaf of the requirement that is not met, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// What is not as it should be.
    pub why: Why,
    /// The line of the source file, where it is not that of the category.
    pub line: Option<u32>,
    /// The words of the catalog's opening rule, where it is a rule that says so.
    pub rule: Option<Arc<str>>,
}

impl Cause {
    /// No paper and no open answer mends it.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self.why, Why::Paper { trouble: Trouble::Unobtainable, .. } | Why::Fact { answered: Some(_), .. })
    }
}

/// What is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// A paper.
    Paper {
        /// The paper, with the coverage and the count that are asked.
        asked: PaperStep,
        /// One phrase of the coverage is enough.
        any_phrase: bool,
        /// What is wrong with it.
        trouble: Trouble,
    },
    /// A fact that is open, or answered otherwise.
    Fact {
        /// The fact.
        fact: FactId,
        /// The answers that would serve.
        is: Arc<[AnswerId]>,
        /// The answer given.
        answered: Option<AnswerId>,
    },
    /// The source takes applications only through this channel.
    OnRequest(Arc<str>),
    /// The source lists nothing.
    Unlisted,
}

/// What is wrong with a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It is not held.
    NotHeld,
    /// Its last day has passed.
    Expired,
    /// The applicant cannot have it.
    Unobtainable,
    /// There are too few.
    TooFew,
    /// It does not cover what is asked.
    NotCovering,
    /// Nobody said whether it covers what is asked.
    CoverageUnsaid,
}

/// Something unanswered that can still change the verdict or the routes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Question {
    /// A fact.
    Fact(FactId),
    /// Does this held paper cover this phrase?
    Coverage(Paper, Arc<str>),
}

impl Question {
    /// Its name in files: the fact id, or `document:phrase` (`partner:document:phrase` for a
    /// partner's paper).
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::Fact(fact) => fact.to_string(),
            Self::Coverage(paper, phrase) => match paper.holder {
                crate::catalog::Holder::Own => format!("{}:{phrase}", paper.document),
                crate::catalog::Holder::Partner => format!("partner:{}:{phrase}", paper.document),
            },
        }
    }
}

/// The answer for one category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// Its position in the catalog.
    pub category: usize,
    /// The verdict.
    pub verdict: Verdict,
    /// Every minimal set of steps, fewest first. Ready has the empty one; Closed, OnRequest and
    /// Unlisted have none.
    pub routes: MinimalSets<Step>,
    /// Every minimal set of causes: first those that nothing mends, then fewest first.
    pub blockers: MinimalSets<Cause>,
    /// What can still change the verdict or the routes, facts first.
    pub questions: Arc<[Question]>,
    /// The access methods that it opens now, by their position in the category.
    pub access: Vec<usize>,
    /// The supplements that the stated activities make necessary, by their position in the category.
    pub supplements: Vec<usize>,
    /// The restrictions for everybody and those that the stated activities run into, by their
    /// position in the category.
    pub restrictions: Vec<usize>,
}

impl Evaluation {
    /// The fewest papers (not confirmations) that any route asks for; none where there is no route.
    #[must_use]
    pub fn fewest_papers(&self) -> Option<usize> {
        self.routes.iter().map(Route::papers).min()
    }
}
