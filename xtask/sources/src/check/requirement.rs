//! A requirement cell against the tree that was made of it.

use leimu::catalog::{Category, Kind, Requirement};

use super::accepted::SHARED;
use super::leaves::{Leaves, shape};
use super::row::{Mark, Row};
use super::{Place, claims, connectives, derived, laid, lists, wordings, words};
use crate::normal;
use crate::report::Notebook;

/// Checks the cell. Where the words say something else than what is laid down for the row, the tree
/// has to be what is laid down.
pub(super) fn check(place: Place<'_>, category: &Category, notebook: &mut Notebook) {
    let before = notebook.findings.faults.len();
    words_agree(place, category, notebook);
    let (Some(kept), line) = (place.kept, place.section.line) else { return };
    laid::nodes(kept, line, place.path, &category.requirement, notebook);
    match laid::requirement(kept, line) {
        Some(wanted) if laid::is(&category.requirement, wanted) => {
            notebook.findings.faults.truncate(before);
            lists::names_stand(place, &Row::of(place.section), &category.requirement, line, notebook);
        }
        Some(_) => notebook.fault(line, "the requirement is not the one that data/readings lays down".into()),
        None => {}
    }
}

fn words_agree(place: Place<'_>, category: &Category, notebook: &mut Notebook) {
    let section = place.section;
    let mut row = Row::of(section);
    let root = &category.requirement;
    words::check(category, section, &row, place.kept.is_none(), notebook);
    let choice = choice(place, root, notebook);
    let cell = row.words();
    let fault = match (cell.as_str(), &root.kind) {
        ("-", Kind::Nothing) | ("", Kind::Unlisted) => return,
        ("-", _) => "the cell says “-”, which is `nothing`",
        ("", _) => "the cell is empty, which is `unlisted`",
        (_, Kind::Nothing | Kind::Unlisted) => "the cell has words, and the catalog asks for nothing",
        _ => "",
    };
    if !fault.is_empty() {
        notebook.fault(section.line, fault.into());
    }
    for at in derived::places(root) {
        if let Some(fault) = derived::fault(root, at[0]) {
            notebook.fault(section.line, fault);
        }
    }
    let derived = derived::places(root);
    let leaves = Leaves::of(root, category.line, &|place| derived.iter().any(|derived| derived == place));
    claims::claim(&mut row, &leaves, place, notebook);
    let tokens = wordings::reduce(&row, notebook);
    connectives::check(&row, &tokens, &leaves, root, choice, notebook);
    conditions_hold_in_groups(root, section.line, notebook);
    branches_keep_apart(&row, &leaves, notebook);
    for shared in SHARED.iter().filter(|shared| shared.at == (place.catalog.id.as_str(), section.line)) {
        let found = shape(root);
        if found != shared.shape {
            notebook.fault(section.line, format!("the tree is {found}, not {}", shared.shape));
        }
    }
    notebook.counts().names += row.names();
    notebook.counts().phrases +=
        row.claims.iter().filter(|claim| !matches!(claim.mark, Mark::Document | Mark::Title | Mark::Slip)).count();
}

/// Whether the heading says N选M; then the root of the tree has to say the same.
fn choice(place: Place<'_>, root: &Requirement, notebook: &mut Notebook) -> bool {
    let Some(heading) = &place.section.heading else { return false };
    let words = normal::words(&heading.words);
    let rest = words.strip_prefix("资质要求").unwrap_or(&words);
    if rest.is_empty() {
        return false;
    }
    let numbers = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).and_then(|rest| rest.split_once('选'));
    let numbers = numbers.and_then(|(of, least)| Some((of.parse::<usize>().ok()?, least.parse::<u32>().ok()?)));
    let Some((of, least)) = numbers else {
        notebook.fault(heading.line, format!("left over: “{rest}”"));
        return false;
    };
    notebook.counts().phrases += 1;
    let is_so = match &root.kind {
        Kind::Any(members) => members.len() == of && least == 1,
        Kind::AtLeast(asked, members) => members.len() == of && *asked == least,
        _ => false,
    };
    if !is_so {
        notebook.fault(heading.line, format!("“{rest}” is not what the root of the tree asks for"));
    }
    true
}

/// A condition restricts the papers beside it, so it stands in a group of which all is asked.
fn conditions_hold_in_groups(root: &Requirement, line: u32, notebook: &mut Notebook) {
    root.walk(&mut |node| {
        let has_condition = node.members().iter().any(|member| matches!(member.kind, Kind::Fact(_)));
        if has_condition && !matches!(node.kind, Kind::All(_)) {
            notebook.fault(node.line.unwrap_or(line), "a condition is one of several alternatives".into());
        }
    });
    if matches!(root.kind, Kind::Fact(_)) {
        notebook.fault(line, "a condition without a paper".into());
    }
}

/// The words of two branches do not run into each other: a paper of the second alternative has
/// not got into the first. What one row says for several nodes is left out of this.
fn branches_keep_apart(row: &Row, leaves: &Leaves<'_>, notebook: &mut Notebook) {
    let mut order: Vec<(usize, &[usize])> = row
        .claims
        .iter()
        .filter(|claim| matches!(claim.mark, Mark::Document | Mark::Fact) && claim.leaves.len() == 1)
        .map(|claim| (claim.start, leaves.leaves[claim.leaves[0]].place.as_slice()))
        .collect();
    order.sort_unstable();
    // Where each branch was last seen: to come back to it after another one is to run into that.
    for (at, (start, place)) in order.iter().enumerate() {
        for depth in 1..=place.len() {
            let branch = &place[..depth];
            let left = order[..at].iter().rposition(|(_, before)| before.starts_with(branch));
            let runs_in =
                left.is_some_and(|left| order[left + 1..at].iter().any(|(_, other)| !other.starts_with(branch)));
            if runs_in {
                let line = row.glyphs[*start].line;
                notebook.fault(line, "papers of one alternative stand on both sides of another in the row".into());
                return;
            }
        }
    }
}
