//! The evaluation of every category as JSON.

use std::sync::Arc;

use serde::Serialize;

use crate::catalog::{AnswerId, DocumentId, FactId, Holder, Registry};
use crate::eligibility::{Blocker, CatalogRules, Cause, Confirm, PaperStep, Question, Route, Step, Trouble, Why};
use crate::profile::{Date, Paper, Profile};

/// A catalog, evaluated.
#[derive(Debug, Serialize)]
pub struct ScreenedCatalog {
    /// Its id.
    pub catalog: String,
    /// Every category, in the order of the catalog.
    pub categories: Vec<ScreenedCategory>,
}

/// A category, evaluated.
#[derive(Debug, Serialize)]
pub struct ScreenedCategory {
    /// Its names.
    pub path: Vec<Box<str>>,
    /// `ready`, `ask`, `missing`, `closed`, `on-request` or `unlisted`.
    pub verdict: &'static str,
    /// All minimal sets of steps, fewest first.
    pub routes: Vec<Vec<ScreenedStep>>,
    /// All minimal sets of causes, those first that nothing mends.
    pub blockers: Vec<Vec<ScreenedCause>>,
    /// Facts by id, coverages of held papers as `document:phrase`.
    pub questions: Vec<String>,
    /// The access methods that it opens to this applicant, by id.
    pub access: Vec<String>,
    /// There are more routes or blockers than are listed; these are the smallest.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cut: bool,
}

/// A step of a route.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum ScreenedStep {
    /// Get a paper.
    Obtain(ScreenedPaper),
    /// Add coverage to a held paper.
    Extend(ScreenedPaper),
    /// Renew an expired paper.
    Renew(ScreenedPaper),
    /// Reach a count.
    Count(ScreenedPaper),
    /// Confirm a fact.
    Confirm {
        /// The fact.
        fact: FactId,
        /// The answer.
        answer: AnswerId,
    },
}

/// A paper in a step or a cause.
#[derive(Debug, Clone, Serialize)]
pub struct ScreenedPaper {
    document: DocumentId,
    name: Box<str>,
    covers: Vec<Arc<str>>,
    count: u32,
    #[serde(skip_serializing_if = "is_own")]
    holder: Holder,
}

// serde hands over references, whatever the size.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_own(holder: &Holder) -> bool {
    *holder == Holder::Own
}

/// Why a leaf of the requirement is not met.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "cause", rename_all = "kebab-case")]
pub enum ScreenedCause {
    /// The paper is not held.
    NotHeld(ScreenedPaper),
    /// Its last day has passed.
    Expired(ScreenedPaper),
    /// It cannot be had.
    Unobtainable(ScreenedPaper),
    /// There are too few.
    TooFew(ScreenedPaper),
    /// It does not cover what is asked.
    NotCovering(ScreenedPaper),
    /// Nobody said whether it covers what is asked.
    CoverageUnsaid(ScreenedPaper),
    /// The fact is open.
    Open {
        /// The fact.
        fact: FactId,
        /// The answers that would serve.
        answers: Vec<AnswerId>,
    },
    /// The fact is answered otherwise.
    Otherwise {
        /// The fact.
        fact: FactId,
        /// The answers that would serve.
        answers: Vec<AnswerId>,
        /// The answer given.
        answer: AnswerId,
    },
    /// The source takes applications only through this channel.
    OnRequest {
        /// The channel.
        channel: Arc<str>,
    },
    /// The source lists nothing.
    Unlisted,
}

/// Evaluates every category and writes the answers down.
#[must_use]
pub fn screen(rules: &CatalogRules<'_>, profile: &Profile, today: Date) -> ScreenedCatalog {
    let evaluation = rules.evaluate(profile, today);
    let categories = evaluation
        .categories
        .iter()
        .filter_map(|one| {
            let category = rules.catalog.categories.get(one.category)?;
            let mut access: Vec<String> = Vec::new();
            for opened in one.access.iter().filter_map(|&at| category.access.get(at)) {
                let method = opened.method.to_string();
                if !access.contains(&method) {
                    access.push(method);
                }
            }
            Some(ScreenedCategory {
                path: category.path.0.clone(),
                verdict: one.verdict.id(),
                routes: one.routes.iter().flat_map(|route| steps(route, rules.registry)).collect(),
                blockers: one.blockers.iter().map(|blocker| causes(blocker, rules.registry)).collect(),
                questions: one.questions.iter().map(Question::id).collect(),
                access,
                cut: one.routes.is_cut() || one.blockers.is_cut(),
            })
        })
        .collect();
    ScreenedCatalog { catalog: rules.catalog.id.to_string(), categories }
}

/// One route for each answer that a confirmation leaves open.
fn steps(route: Route<'_>, registry: &Registry) -> Vec<Vec<ScreenedStep>> {
    let mut lists: Vec<Vec<ScreenedStep>> = vec![Vec::new()];
    for step in route.steps() {
        let alternatives: Vec<ScreenedStep> = match step {
            Step::Confirm(Confirm { fact, answers }) => answers
                .iter()
                .map(|answer| ScreenedStep::Confirm { fact: fact.clone(), answer: answer.clone() })
                .collect(),
            Step::Obtain(step) => vec![ScreenedStep::Obtain(of_step(step, registry))],
            Step::Extend(step) => vec![ScreenedStep::Extend(of_step(step, registry))],
            Step::Renew(step) => vec![ScreenedStep::Renew(of_step(step, registry))],
            Step::Count(step) => vec![ScreenedStep::Count(of_step(step, registry))],
        };
        lists = lists
            .into_iter()
            .flat_map(|list| {
                alternatives.iter().map(move |step| {
                    let mut longer = list.clone();
                    longer.push(step.clone());
                    longer
                })
            })
            .collect();
    }
    lists
}

fn of_step(step: &PaperStep, registry: &Registry) -> ScreenedPaper {
    let Paper { document, holder } = &step.paper;
    ScreenedPaper {
        document: document.clone(),
        name: registry.document(document.as_str()).map_or_else(|| document.as_str().into(), |known| known.name.clone()),
        covers: step.covers.clone(),
        count: step.count,
        holder: *holder,
    }
}

fn causes(blocker: Blocker<'_>, registry: &Registry) -> Vec<ScreenedCause> {
    blocker.causes().map(|cause| of_cause(cause, registry)).collect()
}

fn of_cause(cause: &Cause, registry: &Registry) -> ScreenedCause {
    match &cause.why {
        Why::Paper { asked, trouble, .. } => {
            let paper = of_step(asked, registry);
            match trouble {
                Trouble::NotHeld => ScreenedCause::NotHeld(paper),
                Trouble::Expired => ScreenedCause::Expired(paper),
                Trouble::Unobtainable => ScreenedCause::Unobtainable(paper),
                Trouble::TooFew => ScreenedCause::TooFew(paper),
                Trouble::NotCovering => ScreenedCause::NotCovering(paper),
                Trouble::CoverageUnsaid => ScreenedCause::CoverageUnsaid(paper),
            }
        }
        Why::Fact { fact, is, answered: None } => ScreenedCause::Open { fact: fact.clone(), answers: is.to_vec() },
        Why::Fact { fact, is, answered: Some(answer) } => {
            ScreenedCause::Otherwise { fact: fact.clone(), answers: is.to_vec(), answer: answer.clone() }
        }
        Why::OnRequest(channel) => ScreenedCause::OnRequest { channel: channel.clone() },
        Why::Unlisted => ScreenedCause::Unlisted,
    }
}
