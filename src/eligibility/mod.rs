//! Is this category open to this applicant, why, and what is missing?
//!
//! A requirement is a monotone function of papers, coverages and facts. [`lowering`] makes it a
//! [`formula`], and [`families`] finds its minimal solutions, once for each catalog. On these, put
//! to a profile by [`situation`], every question is exact: what is met (or unmet) is so under every
//! completion of what is unanswered; the solutions that are left are the routes, and their dual
//! the blockers; what they mention is what is asked. Evaluation has no error path: every profile
//! and every catalog that loads gives an answer.

mod blockers;
mod comparison;
mod diagrams;
mod difference;
mod evaluate;
mod explain;
mod families;
mod formula;
mod interview;
mod judge;
mod listing;
mod lowering;
mod moved;
mod numbering;
mod openers;
mod outcome;
mod portfolio;
mod prospects;
mod role;
mod routes;
mod sets;
mod situation;
mod solving;
mod structure;
mod words;
mod worth;

pub use comparison::{Comparison, Counts, Gone, Kept, comparison};
pub use difference::{Difference, Point, Relation, difference};
pub use evaluate::{CatalogEvaluation, CatalogRules, Limits};
pub use explain::{Distance, Explained, Value};
pub use interview::{Interview, Topic};
pub use moved::{Moved, moved};
pub use openers::{Opener, openers};
pub use outcome::{Cause, Confirm, Evaluation, PaperStep, Question, Step, Trouble, Verdict, Why};
pub use portfolio::{Need, Portfolio, PortfolioPaper, portfolio};
pub use prospects::{Prospect, Settled};
pub use role::Role;
pub use sets::{Blocker, MinimalSet, MinimalSets, Route};
pub use solving::Solving;
pub(crate) use structure::Part;
pub use worth::Worth;
