//! Trees with more routes and blockers than anybody would read.

use leimu::catalog::{Catalog, Registry};
use leimu::eligibility::{CatalogRules, Evaluation, Verdict};
use leimu::profile::{Holding, Paper, Profile};
use serde_json::json;

use crate::given::{small_catalog, today};

fn name(number: usize) -> String {
    format!("d{number:02}")
}

/// At least so many of so many papers, of which the first few cannot be had.
fn at_least(least: usize, of: usize, impossible: usize) -> Evaluation {
    let documents = (0..of).map(|at| json!({ "id": name(at), "name": name(at), "english": "", "kind": "licence" }));
    let documents = json!({ "documents": documents.collect::<Vec<_>>() }).to_string();
    let facts = json!({ "facts": [], "activities": [], "access_methods": [] }).to_string();
    let registry = Registry::read(&documents, &facts).unwrap();
    let members: Vec<_> = (0..of).map(|at| json!({ "document": name(at) })).collect();
    let categories = json!([{ "path": ["it"], "line": 1, "requirement": { "at_least": least, "of": members } }]);
    let catalog: Catalog = serde_json::from_value(small_catalog(&json!([]), &categories)).unwrap();
    let mut profile = Profile::default();
    for at in 0..impossible {
        let paper = Paper { document: name(at).as_str().into(), holder: Default::default() };
        profile.papers.insert(paper, Holding { unobtainable: true, ..Holding::default() });
    }
    CatalogRules::new(&catalog, &registry).evaluate(&profile, today()).categories.remove(0)
}

#[test]
fn what_is_complete_does_not_say_that_it_is_cut() {
    let found = at_least(4, 8, 0);
    assert_eq!((found.routes.list.len(), found.routes.cut), (70, false));
    assert_eq!((found.blockers.list.len(), found.blockers.cut), (56, false));
}

#[test]
fn what_is_cut_says_so_and_what_it_lists_is_true() {
    // Of fourteen papers seven are needed: whoever lacks eight has too few, whoever lacks seven has not.
    let found = at_least(7, 14, 0);
    assert_eq!((found.routes.list.len(), found.routes.cut), (3_432, false));
    assert!(found.blockers.cut && !found.blockers.list.is_empty());
    assert!(found.blockers.list.iter().all(|blocker| blocker.causes.len() == 8), "{:?}", found.blockers.list[0]);
    let many = at_least(8, 16, 0);
    assert!(many.routes.cut && many.routes.list.iter().all(|route| route.steps.len() == 8));
}

#[test]
fn closed_says_what_nothing_mends_even_where_it_is_cut() {
    let found = at_least(7, 14, 8);
    assert_eq!(found.verdict, Verdict::Closed);
    assert!(found.blockers.cut && found.blockers.list[0].is_final(), "{:?}", found.blockers.list[0]);
    assert_eq!(found.blockers.list[0].causes.len(), 8);
}
