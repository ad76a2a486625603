//! Is this category open to this applicant, why, and what is missing?
//!
//! A requirement is a monotone function of papers, coverages and facts. [`formula`] lowers it to
//! one; [`diagram`] holds such functions as decision diagrams, on which every question of
//! `evaluate` is exact: a function that is constant is met (or unmet) under every completion of
//! what is unanswered; its minimal solutions ([`family`]) are the routes; the variables that it
//! depends on are the questions. Evaluation has no error path: every profile and every catalog
//! that loads gives an answer.

mod blockers;
mod diagram;
mod evaluate;
mod explain;
mod family;
mod formula;
mod outcome;
mod portfolio;
mod routes;

pub use evaluate::{CatalogEvaluation, CatalogRules};
pub use explain::{Explained, Value};
pub use outcome::{
    AccessOpened, Blocker, Cause, Confirm, Evaluation, LimitedList, PaperStep, Question, Route, Step, Trouble, Verdict,
    Why,
};
pub use portfolio::{Opener, Portfolio, PortfolioPaper, openers, portfolio};
