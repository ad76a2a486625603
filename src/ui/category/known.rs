//! What is known of each node of the requirement at the moment, told in a few words.

use leptos::prelude::{Memo, With};

use super::Shown;
use crate::catalog::{Kind, Requirement};
use crate::eligibility::{Cause, Distance, Explained, Value};
use crate::i18n::{Branches, messages};

/// How far a node is that is not there.
const UNKNOWN: Distance = Distance::Uncounted;

/// What is known of one node.
#[derive(Clone, PartialEq)]
struct Node {
    value: Value,
    distance: Distance,
    cause: Option<Cause>,
    /// The numbers of its members.
    members: Vec<usize>,
}

/// The nodes of the requirement in the order of the tree, each before its members.
#[derive(Clone, Copy)]
pub(super) struct Known(Memo<Vec<Node>>);

impl Known {
    pub(super) fn of(shown: Shown) -> Self {
        Self(Memo::new(move |_| {
            let mut nodes = Vec::new();
            let answers = shown.page.checker.answers();
            if let Some(root) = shown.rules.explain(shown.at, &answers.profile, shown.page.checker.today) {
                flatten(root, &mut nodes);
            }
            nodes
        }))
    }

    fn look<T>(self, at: usize, none: T, look: impl FnOnce(&Node) -> T) -> T {
        self.0.with(|nodes| nodes.get(at).map_or(none, look))
    }

    pub(super) fn value(self, at: usize) -> Value {
        self.look(at, Value::Unknown, |node| node.value)
    }

    pub(super) fn cause(self, at: usize) -> Option<Cause> {
        self.look(at, None, |node| node.cause.clone())
    }

    /// How far a node has come: what is there, and what is still to be got.
    pub(super) fn so_far(self, at: usize, node: &Requirement) -> String {
        let say = Branches::of(messages().language);
        self.look(at, String::new(), |known| match (known.value, known.distance) {
            (Value::Met, _) => messages().value_met.to_owned(),
            // On application, or as far as the source says, it may be possible all the same.
            (_, Distance::Impossible) if is_beyond(node) => String::new(),
            (_, Distance::Impossible) => say.impossible.to_owned(),
            (_, Distance::Uncounted) => String::new(),
            (_, Distance::Papers(0)) => say.confirm.to_owned(),
            (_, Distance::Papers(left)) => match self.met(known) {
                met if met > 0 && !matches!(node.kind, Kind::Any(_)) => (say.so_far)(met, left),
                _ => (say.left)(left),
            },
        })
    }

    /// How many papers and groups of a node are met; what it says of the applicant is no part of it.
    fn met(self, node: &Node) -> usize {
        let is_met = |at: &&usize| self.value(**at) == Value::Met;
        node.members.iter().filter(is_met).count()
    }

    /// Of several alternatives this one takes the fewest papers, and another one takes more.
    pub(super) fn is_nearest(self, at: usize, above: usize) -> bool {
        let (value, least, members) = self
            .look(above, (Value::Met, UNKNOWN, Vec::new()), |node| (node.value, node.distance, node.members.clone()));
        let distance = |at: usize| self.look(at, UNKNOWN, |node| node.distance);
        value != Value::Met
            && matches!(least, Distance::Papers(_))
            && distance(at) == least
            && members.iter().any(|at| distance(*at) != least)
    }
}

/// Something in it only the platform decides, or the source does not say.
fn is_beyond(node: &Requirement) -> bool {
    let mut is_beyond = false;
    node.walk(&mut |one| is_beyond |= matches!(one.kind, Kind::OnRequest(_) | Kind::Unlisted));
    is_beyond
}

fn flatten(node: Explained<'_>, nodes: &mut Vec<Node>) {
    let at = nodes.len();
    nodes.push(Node { value: node.value, distance: node.distance, cause: node.cause, members: Vec::new() });
    for member in node.members {
        let (is_about_applicant, next) = (matches!(member.node.kind, Kind::Fact(_)), nodes.len());
        if let Some(above) = nodes.get_mut(at).filter(|_| !is_about_applicant) {
            above.members.push(next);
        }
        flatten(member, nodes);
    }
}
