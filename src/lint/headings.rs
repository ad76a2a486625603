//! Headings against the tree. What counts as agreement stands in the module above.

use std::collections::BTreeSet;

use crate::catalog::{Category, Coverage, Kind, Requirement};
use crate::eligibility::Part;

use super::finding::{Finding, Place, What};
use super::heading::Heading;

/// Headings that disagree, first in the words of nodes, then in those of the category.
pub(super) fn findings(at: usize, category: &Category, root: &Part<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut told: Vec<(usize, usize)> = Vec::new();
    in_nodes(root, &mut Vec::new(), &mut |way, part, heading| {
        told.push((heading.of, heading.least));
        let (least, members) = (part.least(), part.members.len());
        let place = Place::at(at, category, way, part);
        found.push(Finding { place, what: What::HeadingDiffers { heading, least, members } });
    });
    for heading in Heading::all_in(category.words.as_deref().unwrap_or_default()) {
        if !told.contains(&(heading.of, heading.least)) && !is_met_below(&heading, root.node) {
            told.push((heading.of, heading.least));
            found.push(Finding { place: Place::of(at, category), what: What::HeadingUnmatched { heading } });
        }
    }
    found
}

fn in_nodes(part: &Part<'_>, way: &mut Vec<usize>, report: &mut dyn FnMut(&[usize], &Part<'_>, Heading)) {
    for heading in Heading::all_in(part.node.words.as_deref().unwrap_or_default()) {
        let agrees = if heading.after_paper { is_met_below } else { is_met_in_list };
        if !agrees(&heading, part.node) {
            report(way, part, heading);
        }
    }
    for (position, member) in part.members.iter().enumerate() {
        way.push(position);
        in_nodes(member, way, report);
        way.pop();
    }
}

/// The node agrees, or one somewhere below it.
fn is_met_below(heading: &Heading, node: &Requirement) -> bool {
    agrees(heading, node) || node.members().iter().any(|member| is_met_below(heading, member))
}

/// The node agrees, or, as a list of what is needed, one of its items.
fn is_met_in_list(heading: &Heading, node: &Requirement) -> bool {
    let items = if let Kind::All(items) = &node.kind { items.as_slice() } else { &[] };
    agrees(heading, node) || items.iter().any(|item| is_met_in_list(heading, item))
}

fn agrees(heading: &Heading, node: &Requirement) -> bool {
    let Heading { of, least, .. } = *heading;
    (least == 1 && choices(node).contains(&of))
        || (least == of && needed(node).contains(&of))
        || matches!(&node.kind, Kind::AtLeast(asked, members) if *asked as usize == least && members.len() == of)
}

/// How many alternatives a node may be said to be. One, for whatever is no choice.
fn choices(node: &Requirement) -> BTreeSet<usize> {
    let inside = match &node.kind {
        Kind::Any(members) | Kind::AtLeast(1, members) => sums(members, choices),
        Kind::Document(asked) => match &asked.coverage {
            Coverage::Any(phrases) => BTreeSet::from([phrases.len()]),
            _ => BTreeSet::new(),
        },
        Kind::All(members) => {
            let mut asked = members.iter().filter(|member| !matches!(member.kind, Kind::Fact(_)));
            match (asked.next(), asked.next()) {
                (Some(only), None) => choices(only),
                _ => BTreeSet::new(),
            }
        }
        _ => BTreeSet::new(),
    };
    inside.into_iter().chain([1]).collect()
}

/// How many things that are all needed a node may be said to be.
fn needed(node: &Requirement) -> BTreeSet<usize> {
    let inside = match &node.kind {
        Kind::All(members) => sums(members, needed),
        Kind::AtLeast(least, members) if *least as usize == members.len() => sums(members, needed),
        Kind::Document(asked) => match &asked.coverage {
            Coverage::All(phrases) => BTreeSet::from([phrases.len()]),
            _ => BTreeSet::new(),
        },
        _ => BTreeSet::new(),
    };
    inside.into_iter().chain([1]).collect()
}

/// What the members may be said to be together.
fn sums(members: &[Requirement], each: fn(&Requirement) -> BTreeSet<usize>) -> BTreeSet<usize> {
    members.iter().fold(BTreeSet::from([0]), |sums, member| {
        let more = each(member);
        sums.iter().flat_map(|sum| more.iter().map(|more| sum.saturating_add(*more))).collect()
    })
}
