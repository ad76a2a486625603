//! Several categories at once, and the papers that open most.

use crate::catalog::{CategoryPath, Registry};
use crate::order::{by_rank, pair};
use crate::profile::{Date, Paper, Profile};

use super::diagram::Diagrams;
use super::evaluate::{CatalogEvaluation, CatalogRules, Situation, View};
use super::formula::Formula;
use super::outcome::{LimitedList, PaperStep, Route, Step, Verdict};

/// What several categories ask for together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portfolio {
    /// Every minimal set of steps that makes all of them Ready, fewest first.
    pub routes: LimitedList<Route>,
    /// Every paper that any of them names, once, with the categories that it serves.
    pub papers: Vec<PortfolioPaper>,
}

/// A paper and the categories that ask for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortfolioPaper {
    /// The paper.
    pub paper: Paper,
    /// The chosen categories whose requirement names it, by their position among the chosen.
    pub serves: Vec<usize>,
}

/// What these categories, of one or more catalogs, ask for together. A path that its catalog does
/// not list asks for nothing.
#[must_use]
pub fn portfolio(
    chosen: &[(&CatalogRules<'_>, &CategoryPath)],
    registry: &Registry,
    profile: &Profile,
    today: Date,
) -> Portfolio {
    let categories: Vec<_> = chosen
        .iter()
        .filter_map(|(rules, path)| rules.catalog.category(path).map(|category| (rules.catalog, category)))
        .collect();
    let formula = Formula::across(&categories, registry);
    let situation = Situation::new(&formula, registry, profile, today);
    let mut diagrams = Diagrams::default();
    let function = situation.function(&mut diagrams, &formula.tree, View::Possible);
    let mut papers: Vec<PortfolioPaper> =
        formula.papers.iter().map(|paper| PortfolioPaper { paper: paper.clone(), serves: Vec::new() }).collect();
    for (at, (catalog, category)) in categories.iter().enumerate() {
        let alone = Formula::of(catalog, category, registry);
        for entry in papers.iter_mut().filter(|entry| alone.papers.contains(&entry.paper)) {
            entry.serves.push(at);
        }
    }
    Portfolio { routes: situation.routes(&mut diagrams, function), papers }
}

/// A paper that is not held, and what getting it would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opener {
    /// The paper.
    pub paper: Paper,
    /// The phrases that it must cover to open all that it opens.
    pub covers: Vec<Box<str>>,
    /// The categories that become Ready with it alone, by position in the catalog.
    pub opens: Vec<usize>,
    /// The categories that become Ready with it once open questions are answered as they need.
    pub opens_if_confirmed: Vec<usize>,
}

/// Single papers, those first that open most; nothing that opens no category is listed.
#[must_use]
pub fn openers(evaluation: &CatalogEvaluation) -> Vec<Opener> {
    let mut found: Vec<Opener> = Vec::new();
    for one in evaluation.categories.iter().filter(|one| matches!(one.verdict, Verdict::Ask | Verdict::Missing)) {
        for route in &one.routes.list {
            let mut papers = route.steps.iter().filter_map(new_paper);
            let (Some(step), None) = (papers.next(), papers.next()) else { continue };
            let confirms = route.steps.iter().filter(|step| matches!(step, Step::Confirm(_))).count();
            if confirms + 1 != route.steps.len() {
                continue;
            }
            let at = found.iter().position(|opener| opener.paper == step.paper).unwrap_or_else(|| {
                found.push(Opener {
                    paper: step.paper.clone(),
                    covers: Vec::new(),
                    opens: Vec::new(),
                    opens_if_confirmed: Vec::new(),
                });
                found.len() - 1
            });
            let Some(opener) = found.get_mut(at) else { continue };
            let (list, other) = if confirms == 0 {
                (&mut opener.opens, &opener.opens_if_confirmed)
            } else {
                (&mut opener.opens_if_confirmed, &opener.opens)
            };
            if !list.contains(&one.category) && !other.contains(&one.category) {
                list.push(one.category);
                for phrase in &step.covers {
                    if !opener.covers.contains(phrase) {
                        opener.covers.push(phrase.clone());
                    }
                }
            }
        }
    }
    by_rank(found, |opener| u64::MAX - pair(opener.opens.len(), opener.opens_if_confirmed.len()))
}

/// The paper of a step that brings a paper which is not held now.
fn new_paper(step: &Step) -> Option<&PaperStep> {
    match step {
        Step::Obtain(step) | Step::Renew(step) => Some(step),
        Step::Confirm(_) | Step::Extend(_) | Step::Count(_) => None,
    }
}
