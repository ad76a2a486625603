//! Random worlds, small enough that every completion can be looked at.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};

use crate::world::{DOCUMENTS, FACTS, Node, PHRASES, Said, World};

fn paper() -> impl Strategy<Value = usize> {
    (0..DOCUMENTS.len(), prop_oneof![5 => Just(0_usize), 1 => Just(1)])
        .prop_map(|(document, holder)| document * 2 + holder)
}

fn leaf() -> impl Strategy<Value = Node> {
    let phrases = prop_oneof![
        4 => Just(Vec::new()),
        4 => subsequence(PHRASES[..2].to_vec(), 1..=2).prop_shuffle(),
        1 => subsequence(PHRASES.to_vec(), 1..=3).prop_shuffle(),
    ];
    let count = prop_oneof![5 => Just(1_u32), 1 => Just(2), 1 => Just(3)];
    prop_oneof![
        18 => (paper(), phrases, any::<bool>(), count)
            .prop_map(|(paper, phrases, any, count)| Node::Paper { paper, any: any && !phrases.is_empty(), phrases, count }),
        10 => (0..FACTS.len(), subsequence(vec![0, 1, 2, 3], 1..=3))
            .prop_map(|(fact, is)| Node::Fact { fact, is: is.into_iter().collect(), by_opening_rule: false }),
        1 => Just(Node::Nothing),
        1 => Just(Node::Unlisted),
        1 => prop_oneof![Just("mail"), Just("invitation")].prop_map(|channel| Node::OnRequest(channel.to_owned())),
    ]
}

/// A tree whose leaves are places in a pool, so that one leaf often stands in several places.
#[derive(Clone, Debug)]
enum Shape {
    Leaf(Index),
    All(Vec<Shape>),
    Any(Vec<Shape>),
    AtLeast(Index, Vec<Shape>),
}

/// A node with so many levels below it, or fewer.
fn shape(depth: u32) -> BoxedStrategy<Shape> {
    let leaf = any::<Index>().prop_map(Shape::Leaf);
    if depth == 0 {
        return leaf.boxed();
    }
    let members = || vec(shape(depth - 1), 1..=4);
    prop_oneof![
        // Most trees branch at the top, and get thin below.
        5 - depth => leaf,
        3 => members().prop_map(Shape::All),
        3 => members().prop_map(Shape::Any),
        2 => (any::<Index>(), members()).prop_map(|(least, members)| Shape::AtLeast(least, members)),
    ]
    .boxed()
}

impl Shape {
    fn node(&self, pool: &[Node]) -> Node {
        let list = |members: &[Shape]| members.iter().map(|member| member.node(pool)).collect::<Vec<_>>();
        match self {
            Shape::Leaf(at) => at.get(pool).clone(),
            Shape::All(members) => Node::All(list(members)),
            Shape::Any(members) => Node::Any(list(members)),
            Shape::AtLeast(least, members) => Node::AtLeast(least.index(members.len()) as u32 + 1, list(members)),
        }
    }
}

pub(crate) fn said() -> impl Strategy<Value = Said> {
    let count = prop_oneof![6 => Just(1_u32), 1 => Just(0), 2 => Just(2), 1 => Just(3)];
    let valid_for = prop_oneof![5 => Just(None), 2 => Just(Some(-1_i8)), 1 => Just(Some(0)), 1 => Just(Some(1))];
    (vec(0..3_u8, PHRASES.len()), count, valid_for, prop_oneof![6 => Just(false), 1 => Just(true)]).prop_map(
        |(phrases, count, valid_for, unobtainable)| {
            let those = |wanted: u8| {
                PHRASES.iter().zip(&phrases).filter(|(_, said)| **said == wanted).map(|(phrase, _)| *phrase).collect()
            };
            Said { covers: those(1), lacks: those(2), count, valid_for, unobtainable }
        },
    )
}

pub(crate) fn worlds() -> impl Strategy<Value = World> {
    worlds_of(10, 4, 1..=2)
}

/// Worlds of more categories, each of them smaller.
pub(crate) fn several_worlds() -> impl Strategy<Value = World> {
    worlds_of(7, 2, 1..=4)
}

/// Worlds of one category with far more leaves than can be enumerated.
pub(crate) fn large_worlds() -> impl Strategy<Value = World> {
    worlds_of(60, 4, 1..=1)
}

/// Worlds of so many leaves, levels and categories.
fn worlds_of(leaves: usize, depth: u32, categories: RangeInclusive<usize>) -> impl Strategy<Value = World> {
    let rule = subsequence(vec![0, 1, 2, 3], 1..=2);
    let rules = prop_oneof![5 => Just(Vec::new()), 1 => vec(rule, 1..=2)];
    (
        vec(2..=4_usize, 1..=FACTS.len()),
        rules,
        vec(leaf(), 2..=leaves),
        vec(shape(depth), categories),
        vec(option::weighted(0.3, 0..4_usize), FACTS.len()),
        vec(option::weighted(0.45, said()), DOCUMENTS.len() * 2),
    )
        .prop_map(|(answers, rules, pool, shapes, facts, papers)| {
            let within = |fact: usize, list: BTreeSet<usize>| -> BTreeSet<usize> {
                list.into_iter().map(|answer| answer % answers[fact]).collect()
            };
            let pool: Vec<Node> = pool
                .into_iter()
                .map(|leaf| match leaf {
                    Node::Fact { fact, is, by_opening_rule } => {
                        let fact = fact % answers.len();
                        Node::Fact { fact, is: within(fact, is), by_opening_rule }
                    }
                    other => other,
                })
                .collect();
            World {
                closed: rules.into_iter().map(|rule| within(0, rule.into_iter().collect())).collect(),
                categories: shapes.iter().map(|shape| shape.node(&pool)).collect(),
                facts: facts.into_iter().zip(&answers).map(|(said, &most)| said.map(|answer| answer % most)).collect(),
                papers,
                answers,
            }
        })
}
