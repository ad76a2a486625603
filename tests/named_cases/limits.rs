//! Trees with more routes and blockers than anybody would read.

use std::collections::BTreeSet;
use std::sync::Arc;

use leimu::catalog::Registry;
use leimu::eligibility::{CatalogRules, Distance, Evaluation, Limits, Route, Verdict};
use leimu::profile::{Holding, Paper, Profile};
use serde_json::{Value, json};

use crate::given::{read_catalog, small_catalog, today};

fn name(number: usize) -> String {
    format!("d{number:02}")
}

/// At least so many of so many papers, of which the first few cannot be had.
fn at_least(least: usize, of: usize, impossible: usize) -> Evaluation {
    let members: Vec<_> = (0..of).map(|at| json!({ "document": name(at) })).collect();
    evaluate(of, impossible, &json!({ "at_least": least, "of": members }))
}

/// A requirement over so many papers, of which the first few cannot be had.
fn evaluate(papers: usize, impossible: usize, requirement: &Value) -> Evaluation {
    with_rules(papers, impossible, requirement, |rules, profile| {
        Arc::unwrap_or_clone(rules.evaluate(profile, today()).categories.remove(0))
    })
}

fn with_rules<T>(
    papers: usize,
    impossible: usize,
    requirement: &Value,
    ask: impl FnOnce(&CatalogRules<'_>, &Profile) -> T,
) -> T {
    let documents = (0..papers).map(|at| json!({ "id": name(at), "name": name(at), "english": "", "kind": "licence" }));
    let documents = json!({ "documents": documents.collect::<Vec<_>>() }).to_string();
    let facts = json!({ "facts": [], "activities": [], "access_methods": [] }).to_string();
    let registry = Registry::read(&documents, &facts).unwrap();
    let categories = json!([{ "path": ["it"], "line": 1, "requirement": requirement }]);
    let catalog = read_catalog(&small_catalog(&json!([]), &categories));
    let mut profile = Profile::default();
    for at in 0..impossible {
        let paper = Paper { document: name(at).as_str().into(), holder: Default::default() };
        profile.papers.insert(paper, Holding { unobtainable: true, ..Holding::default() });
    }
    ask(&CatalogRules::new(&catalog, &registry), &profile)
}

#[test]
fn what_is_complete_does_not_say_that_it_is_cut() {
    let found = at_least(4, 8, 0);
    assert_eq!((found.routes.len(), found.routes.is_cut()), (70, false));
    assert_eq!((found.blockers.len(), found.blockers.is_cut()), (56, false));
}

#[test]
fn what_is_cut_says_so_and_how_much_there_is() {
    // Of twenty papers eight are needed: whoever lacks thirteen has too few, whoever lacks twelve has not.
    let found = at_least(8, 20, 0);
    assert_eq!((found.routes.len(), found.routes.total()), (Limits::FULL.routes, 125_970));
    assert_eq!((found.blockers.len(), found.blockers.total()), (Limits::FULL.blockers, 77_520));
    assert!(found.routes.is_cut() && found.routes.iter().all(|route| route.len() == 8));
    assert!(found.blockers.is_cut() && found.blockers.iter().all(|blocker| blocker.len() == 13));
}

#[test]
fn closed_says_what_nothing_mends_even_where_it_is_cut() {
    let found = at_least(8, 20, 13);
    assert_eq!(found.verdict, Verdict::Closed);
    let first = found.blockers.iter().next().unwrap();
    assert!(found.blockers.is_cut() && first.is_final(), "{first:?}");
    assert_eq!(first.len(), 13);
}

#[test]
fn what_is_too_large_to_be_counted_is_still_told_from_what_is_impossible() {
    let of = |papers: std::ops::Range<usize>| json!({ "all": papers.map(|at| json!({ "document": name(at) })).collect::<Vec<_>>() });
    for (papers, root, impossible) in [(60, Distance::Papers(2), 2), (100, Distance::Uncounted, 2)] {
        let requirement = json!({ "any": [of(0..2), of(2..4), of(4..papers)] });
        let distances = with_rules(papers, impossible, &requirement, |rules, profile| {
            let root = rules.explain(0, profile, today()).unwrap();
            (root.distance, root.members.iter().map(|member| member.distance).collect::<Vec<_>>())
        });
        assert_eq!(distances.0, root);
        assert_eq!(distances.1[0], Distance::Impossible);
    }
}

#[test]
fn routes_of_very_different_length_are_all_listed() {
    let all = |papers: std::ops::Range<usize>| json!({ "all": papers.map(|at| json!({ "document": name(at) })).collect::<Vec<_>>() });
    let found = evaluate(300, 0, &json!({ "any": [all(0..2), all(2..60), all(60..300)] }));
    let steps: Vec<usize> = found.routes.iter().map(Route::len).collect();
    assert_eq!(steps, [2, 58, 240]);
    assert_eq!(found.blockers.total(), 2 * 58 * 240);
}

#[test]
fn blockers_are_the_same_however_many_of_them_are_held_at_once() {
    // Of each pair one paper has to be missing: with each pair more, twice as many ways. Up to 4,096
    // sets are words, beyond that there are diagrams.
    for (pairs, blockers) in [(11, 2_048), (12, 4_096), (13, 8_192)] {
        let pair = |at: usize| json!({ "all": [{ "document": name(2 * at) }, { "document": name(2 * at + 1) }] });
        let found = evaluate(2 * pairs, 0, &json!({ "any": (0..pairs).map(pair).collect::<Vec<_>>() }));
        assert_eq!((found.routes.len(), found.blockers.total()), (pairs, blockers));
        assert_eq!(found.blockers.len(), Limits::FULL.blockers.min(blockers.try_into().unwrap()));
        let listed: BTreeSet<String> = found.blockers.iter().map(|blocker| format!("{blocker:?}")).collect();
        assert_eq!(listed.len(), found.blockers.len(), "a blocker stands twice");
        assert!(found.blockers.iter().all(|blocker| blocker.len() == pairs));
    }
}
