//! A catalog as it is written to `data/`.

use leimu::catalog::{Coverage, Holder, Kind, Reading as Sure, Registry, Requirement, SUBJECT, bare};
use serde_json::{Map, Value, json};

use super::{Reading, json};
use crate::kept::{Kept, Override};

/// The text of the catalog's file.
pub(crate) fn catalog(kept: &Kept, readings: &[Reading<'_>], registry: &Registry) -> Result<String, String> {
    let subjects = registry.fact(SUBJECT).map(|fact| fact.answers.iter().map(|answer| answer.id.to_string()).collect());
    let order: Vec<String> = subjects.unwrap_or_default();
    let mut categories: Vec<(Vec<String>, Map<String, Value>)> = Vec::new();
    for reading in readings {
        let about = kept.rows.iter().filter(|about| about.line == reading.row.line);
        let about: Map<String, Value> = about.flat_map(|about| about.fields.clone()).collect();
        for (path, read) in &reading.paths {
            let mut about = about.clone();
            if !read.notes.is_empty() {
                let said = read.notes.iter().map(|words| json!({ "words": words }));
                if let Some(notes) = about.entry("notes").or_insert_with(|| json!([])).as_array_mut() {
                    notes.splice(0..0, said);
                }
            }
            let mut requirement = read.requirement.clone();
            if let Some(entity) = &reading.row.entity {
                let subjects = kept.subjects.get(entity).ok_or_else(|| format!("no subjects for `{entity}`"))?;
                requirement = for_subjects(&requirement, subjects, reading.row.line);
            }
            match categories.iter_mut().find(|(known, _)| known == path) {
                Some((_, category)) => also_for(category, requirement, &about, reading.row.line, &order),
                None => categories.push((path.clone(), new(path, reading.row.line, requirement, &about))),
            }
        }
    }
    let mut whole = kept.head.clone();
    if let Some(capabilities) = &kept.capabilities {
        whole.insert("capabilities".into(), capabilities.clone());
    }
    whole.insert("categories".into(), categories.into_iter().map(|(_, category)| Value::Object(category)).collect());
    Ok(json::printed(&Value::Object(whole)))
}

fn new(path: &[String], line: u32, requirement: Value, about: &Map<String, Value>) -> Map<String, Value> {
    let mut category = Map::new();
    category.insert("path".into(), json!(path));
    category.insert("line".into(), json!(line));
    for key in ["scope", "also"] {
        if let Some(value) = about.get(key) {
            category.insert(key.into(), value.clone());
        }
    }
    category.insert("requirement".into(), requirement);
    for (key, value) in about.iter().filter(|(key, _)| !["path", "scope", "also"].contains(&key.as_str())) {
        let mut value = value.clone();
        if let Some(list) = value.as_array_mut() {
            list.iter_mut().filter_map(Value::as_object_mut).for_each(|one| {
                one.entry("line").or_insert(json!(line));
            });
        }
        category.insert(key.clone(), value);
    }
    category
}

/// Papers that are made out for one category have to say so.
pub(crate) fn bind(node: &mut Value, papers: &[String], category: &str) {
    let Some(fields) = node.as_object_mut() else { return };
    let is_bound = fields.get("document").and_then(Value::as_str).is_some_and(|id| papers.iter().any(|one| one == id));
    if is_bound && !fields.contains_key("covers") {
        fields.insert("covers".into(), json!([category]));
        fields.entry("reading").or_insert(json!("inferred"));
        fields.entry("note").or_insert(json!("按类目出具：为别的类目准备的一份，不能用在这里。"));
    }
    for key in ["all", "any", "of"] {
        if let Some(members) = fields.get_mut(key).and_then(Value::as_array_mut) {
            members.iter_mut().for_each(|member| bind(member, papers, category));
        }
    }
}

/// A requirement that holds for some subjects.
fn for_subjects(requirement: &Value, subjects: &Value, line: u32) -> Value {
    let fact = json!({ "fact": "subject", "is": subjects });
    json!({ "all": [fact, requirement], "line": line })
}

/// A second row of the same category, for other subjects: the other alternative, or the same one.
fn also_for(
    category: &mut Map<String, Value>,
    requirement: Value,
    about: &Map<String, Value>,
    line: u32,
    order: &[String],
) {
    let Some(known) = category.get_mut("requirement") else { return };
    let mut alternatives = match known.get("any").and_then(Value::as_array) {
        Some(alternatives) => alternatives.clone(),
        None => vec![known.take()],
    };
    let asked = |alternative: &Value| alternative["all"][1].clone();
    match alternatives.iter_mut().find(|one| asked(one) == asked(&requirement)) {
        Some(same) => {
            let more = requirement["all"][0]["is"].as_array().cloned().unwrap_or_default();
            if let Some(is) = same["all"][0]["is"].as_array_mut() {
                is.extend(more.into_iter().filter(|answer| !is.contains(answer)).collect::<Vec<_>>());
                // In the order of the question.
                is.sort_by_key(|answer| order.iter().position(|known| answer.as_str() == Some(known)));
            }
        }
        None => alternatives.push(requirement),
    }
    *known = match alternatives.len() {
        // For everybody: who asks makes no difference.
        1 if alternatives[0]["all"][0]["is"].as_array().is_some_and(|is| is.len() == order.len()) => {
            alternatives[0]["all"][1].take()
        }
        1 => alternatives.remove(0),
        _ => json!({ "any": alternatives }),
    };
    for key in ["supplements", "restrictions", "reviews", "notes"] {
        let more = about.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        if more.is_empty() {
            continue;
        }
        if let Some(list) = category.entry(key).or_insert_with(|| json!([])).as_array_mut() {
            for mut one in more {
                if let Some(fields) = one.as_object_mut() {
                    fields.entry("line").or_insert(json!(line));
                }
                if !list.contains(&one) {
                    list.push(one);
                }
            }
        }
    }
}

/// A requirement as it is written. Words that say no more than the name of the paper are left out.
pub(crate) fn requirement(node: &Requirement, registry: &Registry) -> Value {
    let members = |members: &[Requirement]| members.iter().map(|one| requirement(one, registry)).collect::<Vec<_>>();
    let mut fields = Map::new();
    let mut put = |key: &str, value: Value| {
        fields.insert(key.into(), value);
    };
    let mut says = String::new();
    match &node.kind {
        Kind::Nothing => return json!("nothing"),
        Kind::Unlisted => return json!("unlisted"),
        Kind::All(all) => put("all", json!(members(all))),
        Kind::Any(any) => put("any", json!(members(any))),
        Kind::AtLeast(least, of) => {
            put("at_least", json!(least));
            put("of", json!(members(of)));
        }
        Kind::Document(asked) => {
            put("document", json!(asked.document));
            match &asked.coverage {
                Coverage::None => {}
                Coverage::All(phrases) => put("covers", json!(phrases)),
                Coverage::Any(phrases) => put("covers", json!({ "any": phrases })),
            }
            if asked.count > 1 {
                put("count", json!(asked.count));
            }
            if asked.holder == Holder::Partner {
                put("holder", json!("partner"));
            }
            if let Some(issuer) = &asked.issuer {
                put("issuer", json!(issuer));
            }
            says = registry.document(asked.document.as_str()).map(|known| bare(&known.name)).unwrap_or_default();
        }
        Kind::Fact(condition) => {
            put("fact", json!(condition.fact));
            put("is", json!(condition.is));
            says = "∅".into();
        }
        Kind::OnRequest(channel) => put("on_request", json!(channel)),
    }
    if let Some(words) = node.words.as_deref().filter(|words| bare(words) != says && says != "∅") {
        put("words", json!(words));
    }
    if node.reading != Sure::Literal {
        put("reading", json!(node.reading));
    }
    if let Some(note) = &node.note {
        put("note", json!(note));
    }
    Value::Object(fields)
}

/// Corrects a node that has these words, or is about this paper or fact; so many such nodes are
/// passed over before it.
pub(crate) fn mend(node: &mut Value, wanted: &str, with: &Override, before: &mut usize) -> Result<(), ()> {
    let Some(fields) = node.as_object_mut() else { return Err(()) };
    let is_meant =
        ["words", "document", "fact"].iter().any(|key| fields.get(*key).and_then(Value::as_str) == Some(wanted));
    if is_meant && *before > 0 {
        *before -= 1;
    } else if is_meant {
        if let Some(reading) = &with.reading {
            fields.insert("reading".into(), json!(reading));
        }
        if let Some(note) = &with.note {
            fields.insert("note".into(), json!(note));
        }
        for (key, value) in &with.set {
            match value {
                Value::Null => drop(fields.remove(key)),
                value => drop(fields.insert(key.clone(), value.clone())),
            }
        }
        return Ok(());
    }
    for key in ["all", "any", "of"] {
        if let Some(members) = fields.get_mut(key).and_then(Value::as_array_mut) {
            for member in members {
                if mend(member, wanted, with, before).is_ok() {
                    return Ok(());
                }
            }
        }
    }
    Err(())
}
