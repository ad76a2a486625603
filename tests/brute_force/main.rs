//! The evaluator against the definitions: random catalogs and profiles, and every completion of
//! them looked at one by one.
//!
//! `LEIMU_CASES=100000 cargo test --test brute_force` looks longer than the ordinary run.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a world that cannot be built is a failing test")]

mod completions;
mod definitions;
mod interviews;
mod laws;
mod listing;
mod portfolios;
mod random;
mod roles;
mod world;

use std::collections::BTreeSet;

use leimu::eligibility::{
    CatalogRules, Cause, Confirm, Distance, Evaluation, Explained, MinimalSets, Route, Step, Why,
};
use leimu::interchange::{Group, Listed, export};
use leimu::profile::Paper;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseResult, TestRunner};

use completions::{Brought, Enumeration, Now};
use random::worlds;
use world::{Node, World, answer_id, fact_id, fact_number, number_of, today};

/// Runs a property over so many random cases, or over as many as `LEIMU_CASES` says.
fn check<S: Strategy>(cases: u32, strategy: S, property: impl Fn(S::Value) -> TestCaseResult) {
    let cases = std::env::var("LEIMU_CASES").map_or(cases, |asked| asked.parse().unwrap());
    let config = Config { cases, failure_persistence: None, max_global_rejects: u32::MAX, ..Config::default() };
    if let Err(failure) = TestRunner::new(config).run(&strategy, property) {
        panic!("{failure}");
    }
}

/// The routes of an evaluation as sets, one for each answer that a confirmation leaves open.
fn route_set(routes: &MinimalSets<Step>) -> BTreeSet<BTreeSet<Step>> {
    let each_answer = |step: &Step| match step {
        Step::Confirm(Confirm { fact, answers }) => answers
            .iter()
            .map(|answer| Step::Confirm(Confirm { fact: fact.clone(), answers: [answer.clone()].into() }))
            .collect(),
        paper => vec![in_order(paper.clone())],
    };
    routes
        .iter()
        .flat_map(|route| {
            route.steps().fold(vec![BTreeSet::new()], |so_far, step| {
                let more = each_answer(step);
                so_far
                    .iter()
                    .flat_map(|begun: &BTreeSet<Step>| {
                        more.iter().map(|step| begun.iter().chain([step]).cloned().collect())
                    })
                    .collect()
            })
        })
        .collect()
}

/// Phrases in one order, so that steps compare.
fn in_order(mut step: Step) -> Step {
    if let Step::Obtain(step) | Step::Extend(step) | Step::Renew(step) | Step::Count(step) = &mut step {
        step.covers.sort();
    }
    step
}

fn blocker_set(blockers: &MinimalSets<Cause>) -> BTreeSet<BTreeSet<Node>> {
    blockers.iter().map(|blocker| blocker.causes().map(leaf_of).collect()).collect()
}

/// The leaf that a cause is about.
fn leaf_of(cause: &Cause) -> Node {
    match &cause.why {
        Why::Paper { asked, any_phrase, .. } => Node::Paper {
            paper: number_of(&asked.paper),
            phrases: asked
                .covers
                .iter()
                .map(|phrase| *world::PHRASES.iter().find(|one| ***one == **phrase).unwrap())
                .collect(),
            any: *any_phrase,
            count: asked.count,
        }
        .leaf(),
        Why::Fact { fact, is, .. } => Node::Fact {
            fact: fact_number(fact),
            is: is.iter().map(|answer| answer.as_str()[1..].parse().unwrap()).collect(),
            by_opening_rule: cause.rule.is_some(),
        },
        Why::OnRequest(channel) => Node::OnRequest(channel.to_string()),
        Why::Unlisted => Node::Unlisted,
    }
}

/// What an expectation and an answer have that the other has not.
#[track_caller]
fn same<T: Ord + std::fmt::Debug>(what: &str, expected: &BTreeSet<T>, found: &BTreeSet<T>) -> TestCaseResult {
    let (missing, extra): (Vec<_>, Vec<_>) =
        (expected.difference(found).collect(), found.difference(expected).collect());
    prop_assert!(missing.is_empty() && extra.is_empty(), "{what}\nmissing: {missing:?}\nextra: {extra:?}");
    Ok(())
}

#[test]
fn every_answer_is_what_looking_at_every_completion_gives() {
    check(10_000, worlds(), |world| {
        let (catalog, registry) = (world.catalog(), world.registry());
        let rules = CatalogRules::new(&catalog, &registry);
        let (profile, evaluation) = (world.profile(), rules.evaluate(&world.profile(), today()));
        let by_diagrams = CatalogRules::by_diagrams(&catalog, &registry).evaluate(&profile, today());
        for (at, found) in evaluation.categories.iter().enumerate() {
            let Some(truth) = Enumeration::of(&world, &world.whole(at)) else {
                return Err(TestCaseError::reject("too much to look at"));
            };
            let now = truth.now();
            prop_assert_eq!(found.verdict, truth.verdict(&now));
            prop_assert!(!found.routes.is_cut() && !found.blockers.is_cut());
            same("routes", &truth.routes(&now), &route_set(&found.routes))?;
            whole_kinds(&truth, &found.routes)?;
            let mut blockers = truth.blockers(&now);
            // Nobody at all could meet it: there is no cause to name.
            blockers.remove(&BTreeSet::new());
            same("blockers", &blockers, &blocker_set(&found.blockers))?;
            same("questions", &truth.questions(&now), &found.questions.iter().cloned().collect())?;
            listed_once_and_in_order(found)?;
            alike(found, &by_diagrams.categories[at])?;
            let explained = rules.explain(at, &profile, today()).unwrap();
            values(&truth, &now, &world.categories[at], &explained)?;
        }
        Ok(())
    });
}

/// A confirmation names all the answers that serve alike, not only some of them.
fn whole_kinds(truth: &Enumeration<'_>, routes: &MinimalSets<Step>) -> TestCaseResult {
    for step in routes.iter().flat_map(Route::steps) {
        if let Step::Confirm(Confirm { fact, answers }) = step {
            let answers: Vec<usize> = answers.iter().map(|answer| answer.as_str()[1..].parse().unwrap()).collect();
            prop_assert_eq!(
                answers.iter().copied().collect::<BTreeSet<_>>(),
                truth.alike(fact_number(fact), answers[0])
            );
        }
    }
    Ok(())
}

/// The two representations of families cannot be told apart.
fn alike(one: &Evaluation, other: &Evaluation) -> TestCaseResult {
    prop_assert_eq!(one.verdict, other.verdict);
    prop_assert_eq!(&one.questions, &other.questions);
    same("routes by diagrams", &route_set(&one.routes), &route_set(&other.routes))?;
    same("blockers by diagrams", &blocker_set(&one.blockers), &blocker_set(&other.blockers))?;
    listed_once_and_in_order(other)?;
    prop_assert_eq!((one.routes.total(), one.blockers.total()), (other.routes.total(), other.blockers.total()));
    Ok(())
}

/// Nothing stands twice; short routes and hopeless blockers come first.
fn listed_once_and_in_order(found: &Evaluation) -> TestCaseResult {
    let routes: BTreeSet<Vec<&Step>> = found.routes.iter().map(|route| route.steps().collect()).collect();
    prop_assert_eq!(routes.len(), found.routes.len(), "a route stands twice");
    prop_assert_eq!(blocker_set(&found.blockers).len(), found.blockers.len(), "a blocker stands twice");
    prop_assert_eq!(found.questions.iter().collect::<BTreeSet<_>>().len(), found.questions.len());
    prop_assert!(found.routes.iter().is_sorted_by_key(Route::len));
    prop_assert!(found.blockers.iter().is_sorted_by_key(|blocker| (!blocker.is_final(), blocker.len())));
    Ok(())
}

fn values(truth: &Enumeration<'_>, now: &Now, node: &Node, explained: &Explained<'_>) -> TestCaseResult {
    let value = truth.explain(node, now);
    prop_assert_eq!(explained.value, value, "at {:?}", node);
    let distance = truth.fewest(node, now).map_or(Distance::Impossible, Distance::Papers);
    prop_assert_eq!(explained.distance, distance, "papers for {:?}", node);
    prop_assert_eq!(explained.members.len(), node.members().len());
    if node.members().is_empty() {
        prop_assert_eq!(explained.cause.is_none(), value == leimu::eligibility::Value::Met, "cause of {:?}", node);
    }
    node.members().iter().zip(&explained.members).try_for_each(|(node, explained)| values(truth, now, node, explained))
}

#[test]
fn an_export_says_the_same_as_the_requirement() {
    check(500, worlds(), |world| {
        // An export is about nobody in particular, and opening rules are a remark in it.
        let facts = vec![None; world.facts.len()];
        let papers = vec![None; world.papers.len()];
        let world = World { facts, papers, closed: Vec::new(), ..world };
        let exported = export(&world.catalog(), &world.registry());
        for (category, node) in exported.categories.iter().zip(&world.categories) {
            let Some(truth) = Enumeration::of(&world, node) else {
                return Err(TestCaseError::reject("too much to look at"));
            };
            let groups = &category.qualify.exter_list;
            // It says so where it is cut.
            if category.qualify.remark.contains("仅列出") {
                continue;
            }
            let mut differs = None;
            truth.everywhere(&truth.now(), |answers, brought, met| {
                let told =
                    category.listed == Listed::Nothing || groups.iter().any(|group| serves(group, answers, brought));
                if told != met {
                    differs = Some(format!(
                        "{answers:?} {:?}: {told}, not {met}",
                        brought.iter().map(|one| one.paper).collect::<Vec<_>>()
                    ));
                }
            });
            prop_assert!(differs.is_none(), "{}\n{groups:?}", differs.unwrap_or_default());
        }
        Ok(())
    });
}

/// Somebody of these answers who has brought these papers has all that a group asks.
fn serves(group: &Group, answers: &[usize], brought: &[Brought]) -> bool {
    let holds = |when: &String| {
        answers.iter().enumerate().any(|(fact, &one)| *when == format!("{}={}", fact_id(fact), answer_id(one)))
    };
    group.when.iter().all(holds)
        && group.inner_list.iter().all(|asked| {
            let number = number_of(&Paper { document: asked.document.clone(), holder: asked.holder });
            brought.iter().any(|one| {
                one.paper == number
                    && one.count >= asked.count
                    && asked.covers.iter().all(|phrase| one.covers.contains(&&**phrase))
            })
        })
}
