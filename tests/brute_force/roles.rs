//! The part of a paper against the definition: every answer and every choice of other papers looked
//! at one by one. Papers are held or not here; coverage and counts change nothing about the part.

use std::collections::BTreeSet;

use leimu::catalog::AnswerId;
use leimu::eligibility::{CatalogRules, Confirm, Role};
use proptest::prelude::*;

use crate::check;
use crate::random::worlds;
use crate::world::{DOCUMENTS, Node, World, answer_id, fact_id, paper_named};

/// What a leaf without answers asks for: a paper by its number, a channel or the silence of a source.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Paper(usize),
    Channel(String),
    Silence,
}

/// The requirement with papers that are held or not.
fn plain(node: &Node) -> Node {
    let list = |members: &[Node]| members.iter().map(plain).collect();
    match node {
        Node::Paper { paper, .. } => Node::Paper { paper: *paper, phrases: Vec::new(), any: false, count: 1 },
        Node::All(members) => Node::All(list(members)),
        Node::Any(members) => Node::Any(list(members)),
        Node::AtLeast(least, members) => Node::AtLeast(*least, list(members)),
        other => other.clone(),
    }
}

fn thing(node: &Node) -> Option<Thing> {
    match node {
        Node::Paper { paper, .. } => Some(Thing::Paper(*paper)),
        Node::OnRequest(channel) => Some(Thing::Channel(channel.clone())),
        Node::Unlisted => Some(Thing::Silence),
        _ => None,
    }
}

fn things(node: &Node, found: &mut BTreeSet<Thing>) {
    found.extend(thing(node));
    node.members().iter().for_each(|member| things(member, found));
}

fn holds(node: &Node, answers: &[usize], things: &BTreeSet<&Thing>) -> bool {
    let met = |members: &[Node]| members.iter().filter(|member| holds(member, answers, things)).count();
    match node {
        Node::Nothing => true,
        Node::Fact { fact, is, .. } => is.contains(&answers[*fact]),
        Node::All(members) => met(members) == members.len(),
        Node::Any(members) => met(members) > 0,
        Node::AtLeast(least, members) => met(members) >= *least as usize,
        leaf => thing(leaf).is_some_and(|thing| things.contains(&thing)),
    }
}

/// Every list of answers, one to each fact.
fn every_answer(world: &World) -> Vec<Vec<usize>> {
    world.answers.iter().fold(vec![Vec::new()], |lists, &answers| {
        let with = |list: &Vec<usize>| (0..answers).map(|answer| [&list[..], &[answer]].concat()).collect::<Vec<_>>();
        lists.iter().flat_map(with).collect()
    })
}

/// The part of a paper by its definition.
fn role(world: &World, node: &Node, paper: usize) -> Option<Role> {
    let mut all = BTreeSet::new();
    things(node, &mut all);
    let others: Vec<&Thing> = all.iter().filter(|one| **one != Thing::Paper(paper)).collect();
    let own = Thing::Paper(paper);
    // Under which answers it can be met, those under which the paper may decide, and those under
    // which it can be met without.
    let (mut open, mut decides, mut without) = (Vec::new(), Vec::new(), Vec::new());
    for answers in every_answer(world) {
        let met = |own: Option<&Thing>, choice: u32| {
            let chosen = others.iter().enumerate().filter(|(at, _)| choice >> at & 1 == 1).map(|(_, one)| *one);
            holds(node, &answers, &chosen.chain(own).collect())
        };
        let every = (1 << others.len()) - 1;
        if met(Some(&own), every) {
            open.push(answers.clone());
        }
        if met(None, every) {
            without.push(answers.clone());
        }
        if (0..=every).any(|choice| met(Some(&own), choice) && !met(None, choice)) {
            decides.push(answers.clone());
        }
    }
    let of = |lists: &[Vec<usize>], fact: usize| lists.iter().map(|list| list[fact]).collect::<BTreeSet<usize>>();
    let mut only_if = Vec::new();
    for fact in 0..world.answers.len() {
        let is_for = of(&decides, fact);
        if is_for != of(&open, fact) {
            without.retain(|list| is_for.contains(&list[fact]));
            let answers: Vec<AnswerId> = is_for.into_iter().map(answer_id).collect();
            only_if.push(Confirm { fact: fact_id(fact), answers: answers.into() });
        }
    }
    (!decides.is_empty()).then_some(Role { is_required: without.is_empty(), only_if })
}

#[test]
fn the_part_of_a_paper_is_what_looking_at_every_case_gives() {
    check(2_000, worlds(), |mut world| {
        world.categories = world.categories.iter().map(plain).collect();
        let (catalog, registry) = (world.catalog(), world.registry());
        let (few, many) = (CatalogRules::new(&catalog, &registry), CatalogRules::by_diagrams(&catalog, &registry));
        for at in 0..world.categories.len() {
            for paper in 0..2 * DOCUMENTS.len() {
                let expected = role(&world, &world.whole(at), paper);
                for rules in [&few, &many] {
                    let mut found = rules.role(at, &paper_named(paper));
                    // Facts stand in the order in which the category speaks of them.
                    found.iter_mut().for_each(|role| role.only_if.sort());
                    let mut expected = expected.clone();
                    expected.iter_mut().for_each(|role| role.only_if.sort());
                    prop_assert_eq!(found, expected, "paper {} of category {}", paper, at);
                }
            }
        }
        Ok(())
    });
}
