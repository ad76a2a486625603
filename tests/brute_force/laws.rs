//! Laws that hold whatever the catalog and the profile are. They need no second opinion, so they
//! also see worlds that are too large to enumerate.

use std::collections::BTreeSet;
use std::sync::Arc;

use leimu::catalog::{AnswerId, Catalog, Registry};
use leimu::eligibility::{
    Blocker, CatalogRules, Evaluation, Limits, PaperStep, Question, Route, Settled, Step, Verdict, Why,
};
use leimu::profile::{Holding, Paper, Profile};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use crate::random::{large_worlds, said, worlds};
use crate::world::{World, answer_id, paper_named, today};
use crate::{alike, blocker_set, check, leaf_of, route_set, same};

/// A catalog and its registry, read once and evaluated often.
struct Read {
    catalog: Catalog,
    registry: Registry,
}

impl Read {
    fn of(world: &World) -> Self {
        Self { catalog: world.catalog(), registry: world.registry() }
    }

    fn evaluate(&self, profile: &Profile) -> Vec<Arc<Evaluation>> {
        CatalogRules::new(&self.catalog, &self.registry).evaluate(profile, today()).categories
    }
}

/// Routes and blockers of an evaluation that is cut depend on where it was cut.
fn is_whole(evaluation: &Evaluation) -> bool {
    !evaluation.routes.is_cut() && !evaluation.blockers.is_cut()
}

#[test]
fn the_order_of_members_never_matters() {
    check(2_000, (worlds(), any::<u64>()), |(world, mut seed)| {
        let categories = world.categories.iter().map(|node| node.turned(&mut seed)).collect();
        let turned = World { categories, ..world.clone() };
        let after = Read::of(&turned).evaluate(&turned.profile());
        for (before, after) in Read::of(&world).evaluate(&world.profile()).iter().zip(&after) {
            prop_assert_eq!(before.verdict, after.verdict);
            same("questions", &before.questions.iter().collect(), &after.questions.iter().collect())?;
            if is_whole(before) && is_whole(after) {
                same("routes", &route_set(&before.routes), &route_set(&after.routes))?;
                same("blockers", &blocker_set(&before.blockers), &blocker_set(&after.blockers))?;
            }
        }
        Ok(())
    });
}

#[test]
fn the_order_of_categories_never_matters() {
    check(2_000, worlds(), |world| {
        let turned = World { categories: world.categories.iter().rev().cloned().collect(), ..world.clone() };
        let before = Read::of(&world).evaluate(&world.profile());
        let after = Read::of(&turned).evaluate(&turned.profile());
        for (before, after) in before.iter().zip(after.iter().rev()) {
            let placeless = |one: &Evaluation| Evaluation { category: 0, ..one.clone() };
            prop_assert_eq!(placeless(before), placeless(after));
        }
        Ok(())
    });
}

#[test]
fn evaluating_again_is_evaluating_from_scratch() {
    let change = (0..3_usize, proptest::option::of(0..4_usize), 0..8_usize, proptest::option::of(said()));
    check(2_000, (worlds(), proptest::collection::vec(change, 1..3)), |(world, changes)| {
        let read = Read::of(&world);
        let rules = CatalogRules::new(&read.catalog, &read.registry);
        let mut was = world.profile();
        let mut known = rules.evaluate(&was, today());
        let all = |_| true;
        let (_, mut settled) = rules.prospects_again(&Settled::default(), &known, &was, today(), &all);
        for (fact, answer, paper, said) in changes {
            let mut profile = was.clone();
            if let Some(most) = world.answers.get(fact) {
                let fact = crate::world::fact_id(fact);
                match answer {
                    Some(answer) => profile.facts.insert(fact, answer_id(answer % most)),
                    None => profile.facts.remove(&fact),
                };
            }
            match said {
                Some(said) => profile.papers.insert(paper_named(paper), said.holding()),
                None => profile.papers.remove(&paper_named(paper)),
            };
            let again = rules.evaluate_again(Limits::FULL, (&was, &known), &profile, today());
            prop_assert_eq!(&again, &rules.evaluate(&profile, today()));
            let (prospects, now) = rules.prospects_again(&settled, &again, &profile, today(), &all);
            prop_assert_eq!(prospects, rules.prospects(&again, &profile, today(), &all));
            (was, known, settled) = (profile, again, now);
        }
        Ok(())
    });
}

#[test]
fn a_further_paper_never_turns_ready_into_anything_else() {
    check(2_000, (worlds(), 0..8_usize, said()), |(world, paper, further)| {
        let before = world.profile();
        let mut after = before.clone();
        let holding = after.papers.entry(paper_named(paper)).or_default();
        let further = further.holding();
        *holding = Holding {
            covers: holding.covers.union(&further.covers).cloned().collect(),
            lacks: holding.lacks.difference(&further.covers).cloned().collect(),
            count: holding.count.max(further.count),
            valid_until: None,
            unobtainable: false,
        };
        let read = Read::of(&world);
        for (before, after) in read.evaluate(&before).iter().zip(read.evaluate(&after)) {
            prop_assert!(before.verdict != Verdict::Ready || after.verdict == Verdict::Ready);
        }
        Ok(())
    });
}

#[test]
fn no_route_contains_another() {
    check(2_000, worlds(), |world| {
        for evaluation in Read::of(&world).evaluate(&world.profile()) {
            let routes: Vec<_> = route_set(&evaluation.routes).into_iter().collect();
            for (at, one) in routes.iter().enumerate() {
                for other in routes.iter().skip(at + 1).chain(&routes[..at]) {
                    let within = one.iter().all(|step| other.iter().any(|more| is_part_of(step, more)));
                    prop_assert!(!within, "{one:?} is part of {other:?}");
                }
            }
        }
        Ok(())
    });
}

/// Whoever does `more` has done `step` as well.
fn is_part_of(step: &Step, more: &Step) -> bool {
    let within = |one: &PaperStep, other: &PaperStep| {
        one.paper == other.paper
            && one.count <= other.count
            && one.covers.iter().all(|phrase| other.covers.contains(phrase))
    };
    match (step, more) {
        (Step::Obtain(one), Step::Obtain(other))
        | (Step::Renew(one), Step::Renew(other))
        | (Step::Extend(one), Step::Extend(other))
        | (Step::Count(one), Step::Count(other)) => within(one, other),
        _ => step == more,
    }
}

#[test]
fn ready_has_the_empty_route_and_closed_has_none() {
    check(2_000, worlds(), |world| {
        for evaluation in Read::of(&world).evaluate(&world.profile()) {
            let routes = evaluation.routes.len();
            match evaluation.verdict {
                Verdict::Ready => {
                    prop_assert!(routes == 1 && evaluation.routes.iter().all(Route::is_empty));
                    prop_assert!(evaluation.blockers.is_empty() && evaluation.questions.is_empty());
                }
                Verdict::Ask | Verdict::Missing => {
                    prop_assert!(evaluation.routes.iter().all(|route| !route.is_empty()) && routes > 0);
                }
                Verdict::OnRequest | Verdict::Unlisted | Verdict::Closed => prop_assert_eq!(routes, 0),
            }
        }
        Ok(())
    });
}

#[test]
fn every_route_once_walked_leads_to_ready() {
    check(2_000, worlds(), |world| {
        let (read, before) = (Read::of(&world), world.profile());
        for evaluation in read.evaluate(&before) {
            for route in evaluation.routes.iter() {
                // Of the answers that serve alike, any one.
                for any in 0..4 {
                    let mut after = before.clone();
                    route.steps().for_each(|step| walk(step, any, &mut after));
                    let verdict = read.evaluate(&after)[evaluation.category].verdict;
                    prop_assert_eq!(verdict, Verdict::Ready, "{:?}", route);
                    if !route
                        .steps()
                        .any(|step| matches!(step, Step::Confirm(confirm) if confirm.answers.len() > any + 1))
                    {
                        break;
                    }
                }
            }
        }
        Ok(())
    });
}

#[test]
fn large_requirements_are_answered_as_exactly() {
    check(1_000, large_worlds(), |world| {
        let (read, before) = (Read::of(&world), world.profile());
        let evaluation = read.evaluate(&before).remove(0);
        let rules = CatalogRules::by_diagrams(&read.catalog, &read.registry);
        alike(&evaluation, &rules.evaluate(&before, today()).categories[0])?;
        for route in evaluation.routes.iter().take(50) {
            let after = |without: Option<usize>| {
                let mut after = before.clone();
                let steps = route.steps().enumerate().filter(|(at, _)| Some(*at) != without);
                steps.for_each(|(_, step)| walk(step, 0, &mut after));
                read.evaluate(&after)[0].verdict
            };
            prop_assert_eq!(after(None), Verdict::Ready, "{:?}", route);
            for without in 0..route.len() {
                prop_assert!(after(Some(without)) != Verdict::Ready, "{route:?} does not need step {without}");
            }
        }
        Ok(())
    });
}

/// Does what a step says and nothing more.
fn walk(step: &Step, any: usize, profile: &mut Profile) {
    match step {
        Step::Confirm(confirm) => {
            let answer: &AnswerId = confirm.answers.get(any).or(confirm.answers.last()).unwrap();
            profile.facts.insert(confirm.fact.clone(), answer.clone());
        }
        Step::Obtain(step) | Step::Renew(step) => {
            let covers = step.covers.iter().cloned().collect();
            profile.papers.insert(step.paper.clone(), Holding { covers, count: step.count, ..Holding::default() });
        }
        Step::Extend(step) => {
            let holding = profile.papers.get_mut(&step.paper).unwrap();
            for phrase in &step.covers {
                holding.lacks.remove(phrase);
                holding.covers.insert(phrase.clone());
            }
        }
        Step::Count(step) => profile.papers.get_mut(&step.paper).unwrap().count = step.count,
    }
}

#[test]
fn answering_what_is_not_asked_changes_neither_verdict_nor_routes() {
    check(2_000, (worlds(), 0..4_usize, any::<bool>()), |(world, answer, covers)| {
        let (read, before) = (Read::of(&world), world.profile());
        for evaluation in read.evaluate(&before) {
            let unchanged = |after: &Profile| -> TestCaseResult {
                let after = &read.evaluate(after)[evaluation.category];
                prop_assert_eq!(after.verdict, evaluation.verdict);
                prop_assert_eq!(&after.questions, &evaluation.questions);
                same("routes", &route_set(&evaluation.routes), &route_set(&after.routes))
            };
            let asked: BTreeSet<&Question> = evaluation.questions.iter().collect();
            for (fact, most) in world.answers.iter().enumerate() {
                let fact = crate::world::fact_id(fact);
                if !before.facts.contains_key(&fact) && !asked.contains(&Question::Fact(fact.clone())) {
                    let mut after = before.clone();
                    after.facts.insert(fact, answer_id(answer % most));
                    unchanged(&after)?;
                }
            }
            for (paper, holding) in &before.papers {
                for phrase in crate::world::PHRASES {
                    let open = !holding.covers.contains(phrase) && !holding.lacks.contains(phrase);
                    if open && !asked.contains(&Question::Coverage(paper.clone(), phrase.into())) {
                        let mut after = before.clone();
                        let holding = after.papers.get_mut(paper).unwrap();
                        if covers { &mut holding.covers } else { &mut holding.lacks }.insert(phrase.into());
                        unchanged(&after)?;
                    }
                }
            }
        }
        Ok(())
    });
}

#[test]
fn a_lifted_cause_blocks_no_longer_and_lifting_one_of_each_blocker_opens() {
    check(2_000, worlds(), |world| {
        let (read, before) = (Read::of(&world), world.profile());
        for evaluation in read.evaluate(&before).iter().filter(|one| is_whole(one)) {
            for cause in evaluation.blockers.iter().flat_map(Blocker::causes) {
                let mut after = before.clone();
                if !lift(&cause.why, &mut after) {
                    continue;
                }
                let left = blocker_set(&read.evaluate(&after)[evaluation.category].blockers);
                let leaf = leaf_of(cause);
                prop_assert!(left.iter().all(|blocker| !blocker.contains(&leaf)), "{leaf:?} still blocks");
            }
            // Papers only: two answers of one fact cannot be lifted at once.
            let mut after = before.clone();
            let lifted = evaluation.blockers.iter().all(|blocker| {
                let paper = blocker.causes().find(|cause| matches!(cause.why, Why::Paper { .. }));
                paper.is_some_and(|cause| lift(&cause.why, &mut after))
            });
            if lifted && !evaluation.blockers.is_empty() {
                let answered = world.facts.iter().take(world.answers.len()).all(Option::is_some);
                let verdict = read.evaluate(&after)[evaluation.category].verdict;
                prop_assert!(!answered || verdict == Verdict::Ready, "{verdict:?}");
            }
        }
        Ok(())
    });
}

/// Makes a leaf true in the best way; not possible for what only the platform decides.
fn lift(why: &Why, profile: &mut Profile) -> bool {
    match why {
        Why::Fact { fact, is, .. } => {
            is.first().is_some_and(|answer| profile.facts.insert(fact.clone(), answer.clone()) != Some(answer.clone()))
        }
        Why::Paper { asked, .. } => {
            hold(&asked.paper, &asked.covers, asked.count, profile);
            true
        }
        Why::OnRequest(_) | Why::Unlisted => false,
    }
}

fn hold(paper: &Paper, covers: &[std::sync::Arc<str>], count: u32, profile: &mut Profile) {
    let holding = profile.papers.entry(paper.clone()).or_default();
    for phrase in covers {
        holding.lacks.remove(phrase);
        holding.covers.insert(phrase.clone());
    }
    holding.count = holding.count.max(count);
    holding.valid_until = None;
    holding.unobtainable = false;
}
