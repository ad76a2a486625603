//! What `data/readings` lays down for a row, each with its reason: where the catalog rightly says
//! something else than the words of its row. Every entry is a demand as well: the catalog has to
//! say just this, so that it cannot be lost unnoticed.

use leimu::catalog::{AnswerId, Asked, Coverage, Holder, Kind, Reading, Requirement};
use serde_json::{Map, Value};

use super::leaves::node_at;
use crate::kept::{Kept, Override};
use crate::report::Notebook;

/// A node about which something is laid down.
#[derive(Debug)]
pub(super) struct Laid<'a> {
    /// Where it stands in the tree.
    pub(super) place: Vec<usize>,
    /// The fields of it that are laid down.
    pub(super) fields: &'a Map<String, Value>,
    /// It takes the place of what the words say, with everything below it.
    pub(super) is_whole: bool,
}

impl Laid<'_> {
    /// Whether a field of the node is laid down.
    pub(super) fn says(&self, field: &str) -> bool {
        self.fields.contains_key(field)
    }
}

/// The corrections of a row that are for this category.
fn corrections<'a>(kept: &'a Kept, line: u32, path: &'a [String]) -> impl Iterator<Item = &'a Override> {
    let is_for = move |one: &&Override| one.path_end.as_ref().is_none_or(|end| path.last() == Some(end));
    kept.of_row(line).into_iter().filter(is_for)
}

/// Whether a row is read in another way than its words say.
pub(super) fn is_corrected(kept: &Kept, line: u32) -> bool {
    let changes = |one: &&Override| !one.set.is_empty() || one.requirement.is_some() || one.wording.is_some();
    kept.of_row(line).iter().any(|one| changes(one) || !one.split.is_empty())
}

/// The requirement that is laid down whole for a row.
pub(super) fn requirement(kept: &Kept, line: u32) -> Option<&Value> {
    kept.overrides.iter().filter(|one| one.line.contains(&line)).find_map(|one| one.requirement.as_ref())
}

/// The words that are read instead of those of the cell; they have to be its own, line for line.
pub(super) fn wording(kept: &Kept, line: u32, path: &[String]) -> Option<String> {
    kept.of_row(line).into_iter().find_map(|one| {
        let part = one.split.iter().find(|part| part.path == path).map(|part| part.wording.clone());
        part.or_else(|| one.wording.clone())
    })
}

/// Everything that is laid down about nodes of a tree; what is not there as it should be is
/// written down.
pub(super) fn nodes<'a>(
    kept: &'a Kept,
    line: u32,
    path: &'a [String],
    root: &Requirement,
    notebook: &mut Notebook,
) -> Vec<Laid<'a>> {
    let mut laid = Vec::new();
    for one in corrections(kept, line, path) {
        let Some(node) = &one.node else { continue };
        let places = places(root);
        let grows = ["all", "any", "of"].iter().any(|key| one.set.get(*key).is_some_and(|value| !value.is_null()));
        let found = if grows {
            let wanted: Map<String, Value> = one
                .set
                .iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect();
            let wanted = Value::Object(wanted);
            places.into_iter().find(|place| is(node_at(root, place), &wanted))
        } else {
            let mut meant = places.into_iter().filter(|place| is_called(node_at(root, place), node));
            meant.nth(one.nth.saturating_sub(1)).filter(|place| {
                let at = node_at(root, place);
                one.set.iter().all(|(key, value)| has(at, key, value))
                    && one.reading.as_ref().is_none_or(|reading| *reading == word(at.reading))
                    && one.note.as_ref().is_none_or(|note| at.note.as_deref() == Some(note))
            })
        };
        match found {
            Some(place) => {
                let is_whole = grows && is_one_thing(node_at(root, &place));
                laid.push(Laid { place, fields: &one.set, is_whole });
            }
            None => notebook.fault(line, format!("“{node}” is not as data/readings lays it down: {}", one.why)),
        }
    }
    laid
}

/// Every place of a tree, as [`Requirement::walk`] goes.
fn places(root: &Requirement) -> Vec<Vec<usize>> {
    let mut places = vec![Vec::new()];
    let mut at = 0;
    while let Some(place) = places.get(at).cloned() {
        let members = node_at(root, &place).members().len();
        let below = (0..members).map(|member| [place.as_slice(), &[member]].concat());
        places.splice(at + 1..at + 1, below);
        at += 1;
    }
    places
}

/// Whether a correction means this node: by its words, its paper or its fact.
fn is_called(node: &Requirement, name: &str) -> bool {
    node.words.as_deref() == Some(name)
        || match &node.kind {
            Kind::Document(asked) => asked.document.as_str() == name,
            Kind::Fact(condition) => condition.fact.as_str() == name,
            _ => false,
        }
}

/// Nothing but one paper, or nothing but conditions.
fn is_one_thing(node: &Requirement) -> bool {
    let mut papers: Vec<&str> = Vec::new();
    let mut conditions = 0;
    node.walk(&mut |node| match &node.kind {
        Kind::Document(asked) => papers.push(asked.document.as_str()),
        Kind::Fact(_) => conditions += 1,
        _ => {}
    });
    papers.dedup();
    papers.len() + usize::from(conditions > 0) == 1
}

fn word(reading: Reading) -> &'static str {
    match reading {
        Reading::Literal => "literal",
        Reading::Inferred => "inferred",
        Reading::Ambiguous => "ambiguous",
    }
}

/// Whether a node says what is laid down, word for word.
pub(super) fn is(node: &Requirement, wanted: &Value) -> bool {
    let Some(fields) = wanted.as_object() else {
        return matches!(
            (&node.kind, wanted.as_str()),
            (Kind::Nothing, Some("nothing")) | (Kind::Unlisted, Some("unlisted"))
        );
    };
    let kind = match &node.kind {
        Kind::All(_) => "all",
        Kind::Any(_) => "any",
        Kind::AtLeast(..) => "of",
        Kind::Document(_) => "document",
        Kind::Fact(_) => "fact",
        Kind::OnRequest(_) => "on_request",
        Kind::Nothing | Kind::Unlisted => return false,
    };
    let asked = ["covers", "count", "holder", "issuer"];
    let nothing_more = !matches!(node.kind, Kind::Document(_))
        || asked.iter().all(|key| fields.contains_key(*key) || has(node, key, &Value::Null));
    fields.contains_key(kind) && nothing_more && fields.iter().all(|(key, value)| has(node, key, value))
}

/// Whether a field of a node has this value; `null` is no value at all.
fn has(node: &Requirement, key: &str, value: &Value) -> bool {
    let list = |members: &[Requirement]| {
        value.as_array().is_some_and(|all| {
            all.len() == members.len() && members.iter().zip(all).all(|(node, wanted)| is(node, wanted))
        })
    };
    let text = |found: Option<&str>| found == value.as_str();
    match (key, &node.kind) {
        ("words", _) => text(node.words.as_deref()),
        ("note", _) => text(node.note.as_deref()),
        ("reading", _) => value.as_str().unwrap_or("literal") == word(node.reading),
        ("line", _) => node.line.map(u64::from) == value.as_u64(),
        ("all", Kind::All(members)) | ("any", Kind::Any(members)) | ("of", Kind::AtLeast(_, members)) => list(members),
        ("at_least", Kind::AtLeast(least, _)) => value.as_u64() == Some(u64::from(*least)),
        ("document", Kind::Document(asked)) => text(Some(asked.document.as_str())),
        ("fact", Kind::Fact(condition)) => text(Some(condition.fact.as_str())),
        ("is", Kind::Fact(condition)) => match value {
            Value::Array(answers) => {
                answers.iter().map(Value::as_str).eq(condition.is.iter().map(|one| Some(one.as_str())))
            }
            one => condition.is.iter().map(AnswerId::as_str).map(Some).eq([one.as_str()]),
        },
        ("on_request", Kind::OnRequest(channel)) => text(Some(channel)),
        ("covers" | "count" | "holder" | "issuer", Kind::Document(asked)) => has_asked(asked, key, value),
        _ => value.is_null(),
    }
}

fn has_asked(asked: &Asked, key: &str, value: &Value) -> bool {
    match key {
        "covers" => {
            let phrases = |value: &Value| {
                let phrases = value.as_array().map(Vec::as_slice).unwrap_or_default();
                phrases.iter().map(Value::as_str).eq(asked.coverage.phrases().iter().map(|one| Some(&**one)))
            };
            match (&asked.coverage, value) {
                (Coverage::None, Value::Null) => true,
                (Coverage::All(_), Value::Array(_)) => phrases(value),
                (Coverage::Any(_), Value::Object(any)) => any.get("any").is_some_and(phrases),
                _ => false,
            }
        }
        "count" => value.as_u64().unwrap_or(1) == u64::from(asked.count),
        "holder" => (value.as_str() == Some("partner")) == (asked.holder == Holder::Partner),
        _ => asked.issuer.as_deref() == value.as_str(),
    }
}
