//! Random catalog files that load: every field of the format is there in some of them.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Words that somebody may write; some of them are hard to write down.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[甲乙丙丁 a-c]{0,6}", 1 => "[\"\\\\\n\t\r\u{1}\u{7f}\u{2028}😀]{1,3}", 1 => "[甲乙，。]{40,58}"]
}

fn named() -> impl Strategy<Value = String> {
    words().prop_map(|words| format!("名{words}"))
}

/// An object of fields, of which some may be left out.
macro_rules! object {
    ($($field:literal: $value:expr),* $(,)?) => {
        vec![$($value.prop_map(|value| ($field, Some(json!(value)))).boxed()),*]
            .prop_map(|fields: Vec<(&'static str, Option<Value>)>| written(fields))
    };
}

fn written(fields: Vec<(&'static str, Option<Value>)>) -> Value {
    let left = fields.into_iter().filter_map(|(field, value)| Some((field.to_owned(), value?)));
    Value::Object(left.filter(|(_, value)| *value != json!("left out")).collect::<Map<_, _>>())
}

/// The value, or nothing at all, or null.
fn or_null<T: serde::Serialize + std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Value> {
    prop_oneof![2 => Just(json!("left out")), 1 => Just(Value::Null), 3 => value.prop_map(|value| json!(value))]
}

/// The value, or nothing at all.
fn or_none<T: serde::Serialize + std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Value> {
    prop_oneof![1 => Just(json!("left out")), 1 => value.prop_map(|value| json!(value))]
}

fn line() -> impl Strategy<Value = u32> {
    prop_oneof![0_u32..500, Just(u32::MAX)]
}

fn subject() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["personal", "enterprise", "overseas"])
}

fn method() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["live-tags", "live-plugin"])
}

fn activity() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["political-news", "own-activity"])
}

fn said() -> impl Strategy<Value = Value> {
    object! { "words": words(), "line": line() }
}

fn link() -> impl Strategy<Value = Value> {
    object! { "title": words(), "address": words(), "line": line() }
}

fn covers() -> impl Strategy<Value = Value> {
    prop_oneof![vec(named(), 0..3).prop_map(|all| json!(all)), vec(named(), 1..3).prop_map(|any| json!({ "any": any })),]
}

fn paper() -> impl Strategy<Value = Value> {
    object! {
        "document": prop::sample::select(vec!["business-licence", "own-paper"]),
        "covers": or_none(covers()),
        "count": or_null(1_u32..999),
        "holder": or_null(prop::sample::select(vec!["own", "partner"])),
        "issuer": or_null(words()),
        "words": or_null(words()),
        "line": or_null(line()),
        "reading": or_none(prop::sample::select(vec!["literal", "inferred", "ambiguous"])),
        "note": or_null(words()),
    }
}

fn condition() -> impl Strategy<Value = Value> {
    let is = prop_oneof![subject().prop_map(|one| json!(one)), vec(subject(), 1..3).prop_map(|some| json!(some))];
    object! { "fact": Just("subject"), "is": is, "note": or_null(words()) }
}

fn requirement() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => paper(),
        2 => condition(),
        1 => Just(json!("nothing")),
        1 => Just(json!("unlisted")),
        1 => object! { "on_request": words(), "line": or_null(line()) },
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let members = vec(inner, 1..4);
        (members, 0_usize..3, 1_usize..4, words()).prop_map(|(members, kind, least, words)| match kind {
            0 => json!({ "all": members, "words": words }),
            1 => json!({ "any": members, "note": words }),
            _ => json!({ "at_least": least.min(members.len()), "of": members }),
        })
    })
}

fn category() -> impl Strategy<Value = Value> {
    let access = object! {
        "method": method(), "with": or_null(Just(["一级"])), "subjects": or_none(vec(subject(), 0..3)), "line": line(),
        "file": or_null(words()), "doubt": or_null(words()),
    };
    let supplement = object! {
        "name": words(), "path": or_null(Just(["一级"])), "activity": activity(), "instead": or_none(any::<bool>()),
        "words": or_null(words()), "line": line(),
    };
    let restriction = object! { "activity": or_null(activity()), "words": words(), "line": line() };
    let review = object! { "days": 0_u32..30, "words": words(), "line": line() };
    object! {
        "path": Just(["一级"]),
        "line": line(),
        "scope": or_null(words()),
        "also": or_none(vec(words(), 0..3)),
        "scene": or_null(words()),
        "words": or_null(words()),
        "requirement": requirement(),
        "access": or_none(vec(access, 0..3)),
        "supplements": or_none(vec(supplement, 0..2)),
        "restrictions": or_none(vec(restriction, 0..2)),
        "reviews": or_none(vec(review, 0..2)),
        "notes": or_none(vec(said(), 0..2)),
        "links": or_none(vec(link(), 0..2)),
        "doubt": or_null(words()),
    }
}

/// Categories of different paths, of which one is 一级.
fn categories() -> impl Strategy<Value = Value> {
    (vec(category(), 1..4), named()).prop_map(|(mut categories, name)| {
        for (at, category) in categories.iter_mut().enumerate().skip(1) {
            category["path"] = if at == 1 { json!(["一级", name]) } else { json!(["二级", name, "三级"]) };
        }
        json!(categories)
    })
}

/// A catalog file.
pub(crate) fn catalog() -> impl Strategy<Value = Value> {
    let opening = object! {
        "subjects": vec(subject(), 1..3),
        "effect": prop_oneof![Just(json!("closed")), Just(json!({ "access": "live-tags" }))],
        "words": words(), "line": line(), "file": or_null(words()),
    };
    let forbidden = object! { "group": words(), "trades": vec(words(), 0..3), "line": line() };
    let capability = object! {
        "method": method(), "subjects": or_none(vec(subject(), 0..3)), "line": line(), "file": or_null(words()),
        "doubt": or_null(words()), "categories": Just([["一级"]]),
    };
    let repair = object! { "line": line(), "fault": words(), "repair": words() };
    let alias = prop_oneof![
        Just(json!("另一个名字")),
        vec(words(), 0..2).prop_map(|covers| json!({ "name": "另一个名字", "covers": covers })),
    ];
    let document = object! {
        "id": Just("own-paper"), "name": Just("《自带的资质》"), "english": words(),
        "kind": prop::sample::select(vec!["licence", "filing", "certificate", "approval", "agreement", "letter", "screenshot", "statement"]),
        "issuer": or_null(words()), "aliases": or_none(option::of(alias).prop_map(Vec::from_iter)),
    };
    let fact = object! {
        "id": Just("own-fact"), "zh": named(), "en": words(),
        "answers": (named(), words()).prop_map(|(zh, en)| json!([{ "id": "yes", "zh": zh, "en": en }, { "id": "no", "zh": zh, "en": en }])),
    };
    let own_activity = object! { "id": Just("own-activity"), "zh": named(), "en": words() };
    object! {
        "id": "[a-zA-Z0-9-]{1,8}",
        "platform": "[a-zA-Z0-9-]{1,8}",
        "title": words(),
        "short": words(),
        "publisher": words(),
        "page": or_null(words()),
        "date": words(),
        "date_known": prop::sample::select(vec!["printed", "inferred", "commit"]),
        "date_note": words(),
        "copy": words(),
        "file": words(),
        "warning": said(),
        "opening": or_none(vec(opening, 0..2)),
        "notes": or_none(vec(said(), 0..2)),
        "links": or_none(vec(link(), 0..2)),
        "forbidden": or_none(vec(forbidden, 0..2)),
        "capabilities": or_none(vec(capability, 0..3)),
        "repairs": or_none(vec(repair, 0..2)),
        "documents": vec(document, 1..2),
        "facts": or_none(vec(fact, 0..2)),
        "activities": vec(own_activity, 1..2),
        "english": or_none(prop::collection::btree_map(named(), named(), 1..3)),
        "categories": categories(),
    }
}
