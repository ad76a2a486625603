//! Which question comes first, against answering each question in every way.

use std::collections::{BTreeMap, BTreeSet};

use leimu::catalog::{AnswerId, Holder, SUBJECT};
use leimu::eligibility::{CatalogRules, Interview, Prospect, Question, Topic, openers};
use proptest::prelude::*;

use crate::check;
use crate::completions::Enumeration;
use crate::random::several_worlds;
use crate::world::{PHRASES, World, answer_id, fact_number, number_of, today};

/// What is asked in each category; none where there is too much to look at.
fn asked(world: &World) -> Option<Vec<BTreeSet<Question>>> {
    let of = |at: usize| {
        let whole = world.whole(at);
        let truth = Enumeration::of(world, &whole)?;
        Some(truth.questions(&truth.now()))
    };
    (0..world.categories.len()).map(of).collect()
}

/// The world after each answer to a question, in the order in which answers are counted.
fn answered(world: &World, question: &Question) -> Vec<World> {
    match question {
        Question::Fact(fact) => {
            let fact = fact_number(fact);
            let with = |answer| {
                let mut world = world.clone();
                world.facts[fact] = Some(answer);
                world
            };
            (0..world.answers[fact]).map(with).collect()
        }
        Question::Coverage(paper, phrase) => {
            let phrase = *PHRASES.iter().find(|one| ***one == **phrase).unwrap();
            let with = |covers: bool| {
                let mut world = world.clone();
                let said = world.papers[number_of(paper)].as_mut().unwrap();
                if covers { &mut said.covers } else { &mut said.lacks }.insert(phrase);
                world
            };
            vec![with(true), with(false)]
        }
    }
}

fn interview(world: &World, passed: &[Topic], is_meant: &dyn Fn(usize) -> bool) -> Interview {
    let (catalog, registry) = (world.catalog(), world.registry());
    let rules = CatalogRules::new(&catalog, &registry);
    let profile = world.profile();
    let evaluation = rules.evaluate(&profile, today());
    rules.interview((&evaluation, &openers(&evaluation)), &profile, today(), is_meant, passed)
}

/// How many categories are settled on average, as a fraction to be multiplied out.
fn average(settles: &[usize]) -> (usize, usize) {
    (settles.iter().sum(), settles.len())
}

#[test]
fn the_first_question_is_the_one_that_settles_most() {
    check(1_500, several_worlds(), |world| {
        let too_much = || TestCaseError::reject("too much to look at");
        let now = asked(&world).ok_or_else(too_much)?;
        let mut truth: BTreeMap<Question, (BTreeSet<usize>, Vec<usize>)> = BTreeMap::new();
        for question in now.iter().flatten() {
            let touches: BTreeSet<usize> = (0..now.len()).filter(|&at| now[at].contains(question)).collect();
            let mut settles = Vec::new();
            for world in answered(&world, question) {
                let after = asked(&world).ok_or_else(too_much)?;
                settles.push((0..now.len()).filter(|&at| !now[at].is_empty() && after[at].is_empty()).count());
            }
            truth.insert(question.clone(), (touches, settles));
        }
        let found = interview(&world, &[], &|_| true).prospects;
        let told: BTreeMap<Question, (BTreeSet<usize>, Vec<usize>)> = found
            .iter()
            .map(|one| (one.question.clone(), (one.touches.iter().copied().collect(), one.settles.clone())))
            .collect();
        prop_assert_eq!(&told, &truth);
        prop_assert_eq!(found.len(), truth.len(), "each question once");
        for pair in found.windows(2) {
            let ((one, of), (other, among)) = (average(&pair[0].settles), average(&pair[1].settles));
            let (one, other) = (one * among, other * of);
            let touches = |at: usize| pair[at].touches.len();
            prop_assert!(
                one > other
                    || (one == other && touches(0) > touches(1))
                    || (one == other && touches(0) == touches(1) && pair[0].question < pair[1].question),
                "{:?} before {:?}",
                pair[0],
                pair[1]
            );
        }
        for prospect in &found {
            let others = |at: &usize| now[*at].len();
            prop_assert!(prospect.touches.is_sorted_by_key(others), "those first that ask little else");
        }
        Ok(())
    });
}

#[test]
fn answering_what_is_asked_ends_and_nothing_is_asked_twice() {
    check(1_500, (several_worlds(), any::<u64>()), |(mut world, seed)| {
        let all = world.facts.len() + world.papers.len() * PHRASES.len();
        let mut choice = seed;
        let mut before: Option<Interview> = None;
        for number in 0..=all {
            let now = interview(&world, &[], &|_| true);
            if let Some(before) = &before {
                prop_assert!(now.settled >= before.settled, "what is settled stays so");
                prop_assert!(now.questions < before.questions, "an answer raises no question");
            }
            prop_assert_eq!(now.prospects.is_empty(), now.questions == 0);
            prop_assert_eq!(now.total, world.categories.len());
            let Some(Topic::Question(question)) = now.next.clone() else {
                prop_assert_eq!(now.questions, 0);
                prop_assert_eq!(now.settled, now.total);
                return Ok(());
            };
            let subject = |one: &Prospect| one.question == Question::Fact(SUBJECT.into());
            let first = now.prospects.iter().find(|one| subject(one)).unwrap_or(&now.prospects[0]);
            prop_assert_eq!(&question, &first.question, "the subject, then what settles most");
            prop_assert!(number < all, "more questions than there are");
            let mut ways = answered(&world, &question);
            choice = choice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            world = ways.swap_remove((choice >> 33) as usize % ways.len());
            before = Some(now);
        }
        Err(TestCaseError::fail("it never ends"))
    });
}

#[test]
fn the_order_of_members_and_categories_does_not_matter() {
    check(1_000, (several_worlds(), any::<u64>()), |(world, mut seed)| {
        let turned = world.categories.iter().rev().map(|node| node.turned(&mut seed)).collect();
        let turned = World { categories: turned, ..world.clone() };
        let last = world.categories.len() - 1;
        let told = |found: Interview, place: &dyn Fn(usize) -> usize| -> Vec<(Question, BTreeSet<usize>, Vec<usize>)> {
            let one = |one: Prospect| (one.question, one.touches.into_iter().map(place).collect(), one.settles);
            found.prospects.into_iter().map(one).collect()
        };
        let (before, after) = (interview(&world, &[], &|_| true), interview(&turned, &[], &|_| true));
        prop_assert_eq!(&after.next, &before.next);
        prop_assert_eq!(told(after, &|at| last - at), told(before, &|at| at));
        Ok(())
    });
}

#[test]
fn only_the_categories_that_are_meant_are_asked_about() {
    check(1_000, (several_worlds(), any::<u8>()), |(world, chosen)| {
        let is_meant = |at: usize| chosen & 1 << at != 0;
        let alone = World {
            categories: world
                .categories
                .iter()
                .enumerate()
                .filter(|(at, _)| is_meant(*at))
                .map(|(_, one)| one.clone())
                .collect(),
            ..world.clone()
        };
        let (found, expected) = (interview(&world, &[], &is_meant), interview(&alone, &[], &|_| true));
        let told = |found: &Interview| -> Vec<(Question, Vec<usize>)> {
            found.prospects.iter().map(|one| (one.question.clone(), one.settles.clone())).collect()
        };
        prop_assert_eq!(told(&found), told(&expected));
        prop_assert_eq!(
            (found.next, found.questions, found.papers, found.settled, found.total),
            (expected.next, expected.questions, expected.papers, expected.settled, expected.total)
        );
        Ok(())
    });
}

#[test]
fn what_was_passed_is_not_asked_and_papers_come_last() {
    check(1_000, several_worlds(), |world| {
        let (mut passed, mut papers) = (Vec::new(), 0);
        let mut left = usize::MAX;
        loop {
            let now = interview(&world, &passed, &|_| true);
            let Some(topic) = now.next else { break };
            prop_assert!(!passed.contains(&topic), "asked again: {topic:?}");
            prop_assert!(!topic.is_answered(&world.profile()), "answered already: {topic:?}");
            match &topic {
                Topic::Question(_) => prop_assert!(papers == 0 && now.questions > 0),
                Topic::Paper(_) => {
                    papers += 1;
                    prop_assert_eq!(now.questions, 0);
                    prop_assert!(now.papers > 0 && now.papers < left, "{} after {left}", now.papers);
                    left = now.papers;
                }
            }
            prop_assert_eq!(&Topic::read(&topic.id()), &topic);
            passed.push(topic);
        }
        prop_assert!(papers + world.profile().papers.len() <= 8 || papers == 0);
        Ok(())
    });
}

#[test]
fn a_topic_is_read_back_from_its_name() {
    for (id, is_answered) in [
        ("f1", true),
        ("f2", false),
        ("own.d0", true),
        ("partner.d0", false),
        ("own.d0.x", true),
        ("own.d0.a.b/c", false),
    ] {
        let topic = Topic::read(id);
        assert_eq!(topic.id(), id);
        let mut profile = leimu::profile::Profile::default();
        profile.facts.insert("f1".into(), AnswerId::from("a0"));
        assert_eq!(profile.answer("f1"), Some(&answer_id(0)));
        let paper = leimu::profile::Paper { document: "d0".into(), holder: Holder::Own };
        let mut holding = leimu::profile::Holding::default();
        holding.lacks.insert("x".into());
        profile.papers.insert(paper, holding);
        assert_eq!(topic.is_answered(&profile), is_answered, "{id}");
    }
}
