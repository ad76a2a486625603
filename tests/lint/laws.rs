//! Findings are never guesses: what may go goes without any answer changing, and nobody can use
//! what nobody is said to. Random small trees, random applicants.

use std::collections::BTreeSet;

use leimu::catalog::{Kind, Requirement};
use leimu::eligibility::{Confirm, Evaluation, Route, Step, Verdict};
use leimu::lint::{Finding, Joined, What};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use crate::given::{Given, today, told_steps};
use crate::{catalog, fact, found};

const CASES: u32 = 600;
const FACTS: [(&str, &[&str]); 3] = [
    ("subject", &["personal", "enterprise", "government"]),
    ("school", &["public", "private"]),
    ("chain", &["yes", "no"]),
];

fn leaf() -> impl Strategy<Value = Value> {
    let covers = prop_oneof![
        4 => Just(json!([])), 1 => Just(json!(["x"])), 1 => Just(json!(["x", "y"])), 1 => Just(json!({ "any": ["x", "y"] })),
    ];
    let papers = (prop_oneof![Just("a"), Just("b")], covers, prop_oneof![4 => Just(1), 1 => Just(2)])
        .prop_map(|(id, covers, count)| json!({ "document": id, "covers": covers, "count": count }));
    let facts = (0..FACTS.len(), 0..3_usize).prop_map(|(at, answer)| {
        let (id, answers) = FACTS[at];
        fact(id, answers[answer % answers.len()])
    });
    prop_oneof![6 => papers, 5 => facts, 1 => Just(json!("nothing"))]
}

fn tree() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(3, 12, 3, |below| {
        (0..4_usize, vec(below, 1..=3)).prop_map(|(kind, members)| match kind {
            0 => json!({ "any": members }),
            1 => json!({ "at_least": members.len().div_ceil(2), "of": members }),
            _ => json!({ "all": members }),
        })
    })
}

/// One such requirement, in a catalog that is open to all or not to persons.
fn asked() -> impl Strategy<Value = (Value, bool)> {
    (tree(), any::<bool>())
}

fn given((requirement, is_closed): &(Value, bool)) -> Given {
    let rule = json!({ "subjects": ["personal"], "effect": "closed", "words": "", "line": 1 });
    let opening = if *is_closed { json!([rule]) } else { json!([]) };
    catalog(&opening, &json!([{ "path": ["it"], "line": 2, "requirement": requirement }]))
}

fn profile() -> impl Strategy<Value = Value> {
    let holding = (vec(0..3_u8, 2), 1..=2_u32, any::<bool>()).prop_map(|(said, count, unobtainable)| {
        let those = |wanted: u8| -> Vec<&str> {
            ["x", "y"].into_iter().zip(&said).filter(|(_, said)| **said == wanted).map(|(phrase, _)| phrase).collect()
        };
        json!({ "covers": those(1), "lacks": those(2), "count": count, "unobtainable": unobtainable && count == 1 })
    });
    (vec(option::of(0..3_usize), 3), vec(option::of(holding), 2)).prop_map(|(answers, papers)| {
        let answered = |at: usize| answers[at].map(|answer| FACTS[at].1[answer % FACTS[at].1.len()]);
        let facts = [1, 2].into_iter().filter_map(|at| Some((FACTS[at].0.to_owned(), json!(answered(at)?))));
        let documents = ["a", "b"].into_iter().zip(papers).filter_map(|(id, holding)| {
            let mut holding = holding?;
            holding["document"] = json!(id);
            Some(holding)
        });
        let documents: Vec<Value> = documents.collect();
        let mut profile = json!({ "facts": facts.collect::<serde_json::Map<_, _>>(), "documents": documents });
        if let Some(subject) = answered(0) {
            profile["subject"] = json!(subject);
        }
        profile
    })
}

fn check<S: Strategy>(strategy: S, property: impl Fn(S::Value)) {
    let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
    let told = TestRunner::new(config).run(&strategy, |value| {
        property(value);
        Ok(())
    });
    if let Err(failure) = told {
        panic!("{failure}");
    }
}

/// The member that a finding says may go: the way to its group, and its position.
fn spare(finding: &Finding) -> Option<(&[usize], usize)> {
    match &finding.what {
        What::Absorbed { spare, .. } | What::Superfluous { spare, .. } | What::Repeated { spare, .. } => {
            Some((&finding.place.node, spare.position))
        }
        What::SamePaper { spare, joined: Joined::Any | Joined::All, .. } => Some((&finding.place.node, spare.position)),
        What::NeverMet { .. } => finding.place.node.split_last().map(|(position, group)| (group, *position)),
        _ => None,
    }
}

fn members(node: &mut Requirement) -> &mut Vec<Requirement> {
    match &mut node.kind {
        Kind::All(members) | Kind::Any(members) | Kind::AtLeast(_, members) => members,
        leaf => panic!("no members: {leaf:?}"),
    }
}

/// Takes a member out; false where its group cannot do without it.
fn take_out(root: &mut Requirement, (way, position): (&[usize], usize), is_never_met: bool) -> bool {
    let group = way.iter().fold(root, |node, &at| &mut members(node)[at]);
    let is_needed = match &mut group.kind {
        Kind::Any(members) => members.len() == 1,
        Kind::AtLeast(least, members) if *least as usize == members.len() => {
            *least -= 1;
            is_never_met
        }
        Kind::AtLeast(..) => false,
        _ => is_never_met,
    };
    members(group).remove(position);
    !is_needed
}

/// What somebody is told, in no order. A confirmation counts as one route for each answer that it
/// leaves open: how answers are put together depends on which leaves there are.
fn answers(evaluation: &Evaluation) -> (Verdict, BTreeSet<String>, BTreeSet<String>) {
    let each_answer = |step: &Step| match step {
        Step::Confirm(Confirm { fact, answers }) => answers
            .iter()
            .map(|answer| Step::Confirm(Confirm { fact: fact.clone(), answers: [answer.clone()].into() }))
            .collect(),
        paper => vec![paper.clone()],
    };
    let each_route = |route: Route<'_>| {
        route.steps().fold(vec![Vec::new()], |begun, step| {
            let longer = |route: &Vec<Step>, step| route.iter().cloned().chain([step]).collect();
            let more = each_answer(step);
            begun.iter().flat_map(|route| more.iter().map(move |step| longer(route, step.clone()))).collect()
        })
    };
    let in_order = |mut route: Vec<Step>| {
        route.sort();
        told_steps(route.iter())
    };
    let routes = evaluation.routes.iter().flat_map(each_route).map(in_order).collect();
    (evaluation.verdict, routes, evaluation.questions.iter().map(|question| format!("{question:?}")).collect())
}

#[test]
fn what_may_go_goes_without_any_answer_changing() {
    check((asked(), vec(profile(), 4)), |(asked, profiles)| {
        let given = given(&asked);
        for finding in found(&given) {
            let Some(spare) = spare(&finding) else { continue };
            let mut less = Given { catalog: given.catalog.clone(), registry: given.registry.clone() };
            let is_never_met = matches!(finding.what, What::NeverMet { .. });
            if !take_out(&mut less.catalog.categories[0].requirement, spare, is_never_met) {
                continue;
            }
            for profile in &profiles {
                let (with, without) = (given.of(&["it"], profile), less.of(&["it"], profile));
                assert_eq!(answers(&with), answers(&without), "{finding:?} for {profile}");
            }
        }
    });
}

#[test]
fn exactly_what_nobody_can_use_is_told_as_that() {
    let everybody = || {
        let every = |at: usize| FACTS[at].1.iter();
        every(0).flat_map(move |subject| {
            every(1).flat_map(move |school| {
                every(2).map(move |chain| {
                    let papers = ["a", "b"].map(|id| json!({ "document": id, "covers": ["x", "y"], "count": 2 }));
                    json!({ "subject": subject, "facts": { "school": school, "chain": chain }, "documents": papers })
                })
            })
        })
    };
    check((asked(), profile()), |(asked, profile)| {
        let given = given(&asked);
        let is_told = found(&given).iter().any(|one| matches!(one.what, What::NeverOpen { .. }));
        let rules = given.rules();
        let verdict = |profile: &Value| rules.evaluate(&given.profile(profile), today()).categories[0].verdict;
        let somebody = everybody().any(|profile| verdict(&profile) == Verdict::Ready);
        assert_eq!(is_told, !somebody, "{:?}", given.catalog.categories[0].requirement);
        if is_told {
            assert_eq!(verdict(&profile), Verdict::Closed, "{profile}");
        }
    });
}

/// A node that is told to contradict itself is one that nobody meets, put alone.
#[test]
fn a_node_that_contradicts_itself_closes_a_category_of_its_own() {
    check((asked(), profile()), |(asked, profile)| {
        let given = given(&asked);
        for finding in found(&given) {
            let (What::NeverMet { node, alone: true } | What::NeverOpen { conflict: Some(node) }) = finding.what else {
                continue;
            };
            let mut alone = Given { catalog: given.catalog.clone(), registry: given.registry.clone() };
            alone.catalog.opening.clear();
            alone.catalog.categories[0].requirement = node;
            assert_eq!(alone.of(&["it"], &profile).verdict, Verdict::Closed);
        }
    });
}
