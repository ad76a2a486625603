//! What a catalog says that cannot be meant: found, told, and left alone where it can.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a catalog that cannot be built is a failing test")]

#[path = "../example/mod.rs"]
mod example;
#[path = "../given/mod.rs"]
mod given;

mod bundled;
mod headings;
mod laws;
mod nodes;
mod program;
mod sentences;
mod supplements;

use leimu::catalog::{CategoryPath, Registry, check};
use leimu::lint::{Finding, Joined, Member, What, lint};
use serde_json::{Value, json};

use given::{Given, read_catalog, small_catalog, small_registry};

/// A catalog with these opening rules and categories over papers `a` to `d`.
#[track_caller]
fn catalog(opening: &Value, categories: &Value) -> Given {
    over(small_registry(), opening, categories)
}

#[track_caller]
fn over(registry: Registry, opening: &Value, categories: &Value) -> Given {
    let catalog = read_catalog(&small_catalog(opening, categories));
    assert_eq!(check::catalog(&catalog, &registry), [], "the catalog has to load");
    Given { catalog, registry }
}

/// A paper.
fn paper(id: &str) -> Value {
    json!({ "document": id })
}

/// A condition on the applicant.
fn fact(id: &str, is: &str) -> Value {
    json!({ "fact": id, "is": is })
}

fn found(given: &Given) -> Vec<Finding> {
    lint(&given.catalog, &given.registry)
}

/// The findings of a catalog, each in a few words.
fn told(given: &Given) -> Vec<String> {
    found(given).iter().map(short).collect()
}

/// These are the findings, and no others.
#[track_caller]
fn finds(given: &Given, expected: &[&str]) {
    assert_eq!(told(given), expected);
}

/// A category that asks for this has these findings.
#[track_caller]
fn asking_for(requirement: &Value, expected: &[&str]) {
    assert_eq!(told(&Given::small(requirement)), expected, "{requirement}");
}

/// Nodes as the way down to them, members as their positions; all from 0.
fn short(finding: &Finding) -> String {
    let way: Vec<String> = finding.place.node.iter().map(|at| format!("/{at}")).collect();
    let way = format!("it{}", way.concat());
    let pair = |spare: &Member, kept: &Member| format!("{} beside {}", spare.position, kept.position);
    let paths = |paths: &[CategoryPath]| paths.iter().map(ToString::to_string).collect::<Vec<_>>().join(" > ");
    match &finding.what {
        What::NeverOpen { conflict: Some(_) } => format!("never open: {way}"),
        What::NeverOpen { conflict: None } => "never open: opening rules".to_owned(),
        What::NeverMet { alone: true, .. } => format!("never met: {way}"),
        What::NeverMet { alone: false, .. } => format!("never met here: {way}"),
        What::Absorbed { spare, kept } => format!("absorbed in {way}: {}", pair(spare, kept)),
        What::Superfluous { spare, kept } => format!("superfluous in {way}: {}", pair(spare, kept)),
        What::Repeated { spare, kept } => format!("repeated in {way}: {}", pair(spare, kept)),
        What::SamePaper { spare, kept, joined: Joined::AtLeast { least, members } } => {
            format!("counts twice in {way}, {members} of which {least}: {}", pair(spare, kept))
        }
        What::SamePaper { spare, kept, .. } => format!("same paper in {way}: {}", pair(spare, kept)),
        What::SupplementNowhere { name, meant: None } => format!("nowhere: {name}"),
        What::SupplementNowhere { name, meant: Some(path) } => format!("nowhere: {name}, meant {path}"),
        What::SupplementCircle { paths: circle } => format!("circle: {}", paths(circle)),
        What::AccessThroughItself { method } => format!("through itself: {method}"),
        What::HeadingDiffers { heading, least, members } => {
            format!("{} differs at {way}, {members} of which {least}", heading.words)
        }
        What::HeadingUnmatched { heading } => format!("{} unmatched", heading.words),
    }
}
