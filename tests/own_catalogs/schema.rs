//! The published schema says what the reader says, as far as a schema can.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value, json};

use crate::given::bundle;
use crate::{file, random, read};

pub(crate) fn schema() -> &'static (Value, Validator) {
    static SCHEMA: OnceLock<(Value, Validator)> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let text =
            fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/catalog.schema.json")).unwrap();
        let schema = serde_json::from_str(&text).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        (schema, validator)
    })
}

#[test]
fn the_schema_is_a_schema() {
    let (schema, _) = schema();
    jsonschema::draft202012::meta::validate(schema).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

/// What a schema says of a field, itself or where it points.
fn described<'a>(field: &'a Value, schema: &'a Value) -> &'a str {
    let pointed = field["$ref"].as_str().and_then(|to| schema.pointer(to.trim_start_matches('#')));
    field["description"].as_str().or_else(|| pointed?["description"].as_str()).unwrap_or_default()
}

/// Every field that the schema describes, wherever it stands; not those of conditions.
fn fields<'a>(value: &'a Value, found: &mut Vec<(&'a String, &'a Value)>) {
    match value {
        Value::Object(parts) => {
            for (name, part) in parts {
                match part {
                    Value::Object(inner) if name == "properties" && parts.contains_key("additionalProperties") => {
                        found.extend(inner);
                        inner.values().for_each(|one| fields(one, found));
                    }
                    _ if name == "properties" => {}
                    _ => fields(part, found),
                }
            }
        }
        Value::Array(parts) => parts.iter().for_each(|part| fields(part, found)),
        _ => {}
    }
}

#[test]
fn every_field_is_described_with_its_chinese_name() {
    let (schema, _) = schema();
    let mut found = Vec::new();
    fields(schema, &mut found);
    assert!(found.len() > 90, "{}", found.len());
    for (name, field) in found {
        let said = described(field, schema);
        let is_chinese = |letter: char| ('\u{4e00}'..'\u{a000}').contains(&letter);
        assert!(said.contains(is_chinese) && said.ends_with('.'), "{name}: {said}");
    }
}

#[test]
fn the_bundled_catalogs_are_of_the_schema() {
    for catalog in &bundle().catalogs {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/{}.json", catalog.id));
        let files = [fs::read_to_string(path).unwrap(), catalog.to_json()];
        for text in files {
            let value = serde_json::from_str(&text).unwrap();
            let faults: Vec<String> =
                schema().1.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert_eq!(faults, Vec::<String>::new(), "{}", catalog.id);
        }
    }
}

/// A catalog with one of everything.
fn whole() -> Value {
    let text = file(json!({
        "page": "https://p.example/",
        "opening": [{ "subjects": ["personal"], "effect": { "access": "live-tags" }, "words": "w", "line": 1 }],
        "notes": [{ "words": "w", "line": 1 }],
        "links": [{ "title": "t", "address": "a", "line": 1 }],
        "forbidden": [{ "group": "g", "trades": ["t"], "line": 1 }],
        "capabilities": [{ "method": "live-tags", "line": 1, "categories": [["a"]] }],
        "repairs": [{ "line": 1, "fault": "f", "repair": "r" }],
        "documents": [{
            "id": "own-paper", "name": "《自带》", "english": "", "kind": "licence", "issuer": "i",
            "aliases": ["自己带", { "name": "自行带", "covers": ["c"] }],
        }],
        "facts": [{
            "id": "own-fact", "zh": "问", "en": "",
            "answers": [{ "id": "yes", "zh": "是", "en": "" }, { "id": "no", "zh": "否", "en": "" }],
        }],
        "activities": [{ "id": "own-activity", "zh": "做", "en": "" }],
        "english": { "自带": "Own" },
        "categories": [
            {
                "path": ["a", "b"], "line": 1, "scope": "s", "also": ["x"], "scene": "s", "words": "w",
                "requirement": { "any": [
                    { "document": "own-paper", "covers": { "any": ["c"] }, "count": 2, "holder": "partner", "issuer": "i" },
                    { "all": [{ "fact": "own-fact", "is": "yes", "note": "n" }, { "on_request": "mail", "reading": "inferred" }] },
                    { "at_least": 1, "of": ["nothing", { "document": "business-licence", "covers": ["c"], "line": 3 }] },
                ] },
                "access": [{ "method": "live-plugin", "with": ["a"], "subjects": ["enterprise"], "line": 1 }],
                "supplements": [{ "name": "n", "path": ["a"], "activity": "own-activity", "instead": true, "line": 1 }],
                "restrictions": [{ "activity": null, "words": "w", "line": 1 }],
                "reviews": [{ "days": 7, "words": "w", "line": 1 }],
                "doubt": null,
            },
            { "path": ["a"], "line": 1, "requirement": "unlisted" },
        ],
    }));
    serde_json::from_str(&text).unwrap()
}

/// The catalog with a value set, or without it where there is none to set.
fn changed(at: &str, value: Option<Value>) -> Value {
    let mut whole = whole();
    let (parent, name) = at.rsplit_once('/').unwrap();
    match (whole.pointer_mut(parent).unwrap(), value) {
        (Value::Object(fields), Some(value)) => {
            fields.insert(name.to_owned(), value);
        }
        (Value::Object(fields), None) => {
            fields.remove(name).unwrap();
        }
        (Value::Array(members), Some(value)) => members[name.parse::<usize>().unwrap()] = value,
        (other, _) => panic!("{at}: {other}"),
    }
    whole
}

/// What the schema and the reader say of it.
fn verdicts(value: &Value) -> (bool, bool) {
    (schema().1.is_valid(value), read(&value.to_string()).is_ok())
}

#[test]
fn the_schema_and_the_reader_refuse_the_same() {
    assert_eq!(verdicts(&whole()), (true, true));
    let node = "/categories/0/requirement/any/0";
    let branch = "/categories/0/requirement/any/1/all/0";
    let long = || Some(json!("字".repeat(4_001)));
    let removed = [
        "/id",
        "/platform",
        "/title",
        "/short",
        "/publisher",
        "/date",
        "/date_known",
        "/date_note",
        "/copy",
        "/file",
        "/warning",
        "/categories",
        "/warning/line",
        "/opening/0/effect",
        "/opening/0/subjects",
        "/links/0/address",
        "/forbidden/0/trades",
        "/capabilities/0/categories",
        "/repairs/0/fault",
        "/documents/0/english",
        "/documents/0/aliases/1/covers",
        "/facts/0/answers",
        "/facts/0/answers/0/zh",
        "/activities/0/en",
        "/categories/0/path",
        "/categories/0/line",
        "/categories/0/requirement",
        "/categories/0/access/0/method",
        "/categories/0/supplements/0/name",
        "/categories/0/restrictions/0/words",
        "/categories/0/reviews/0/days",
        "/categories/0/requirement/any/2/of",
        "/categories/0/requirement/any/2/at_least",
    ];
    let deleted = removed.into_iter().map(|at| (at.to_owned(), None));
    let set = [
        ("/id", json!("")),
        ("/id", json!("a b")),
        ("/id", json!("a".repeat(65))),
        ("/id", json!(7)),
        ("/platform", json!("微信")),
        ("/platform", json!("a".repeat(33))),
        ("/colour", json!("red")),
        ("/warning/colour", json!("red")),
        ("/documents/0/colour", json!(null)),
        ("/page", json!(7)),
        ("/page", json!(["p"])),
        ("/title", json!(null)),
        ("/notes", json!(null)),
        ("/notes", json!({})),
        ("/date_known", json!("felt")),
        ("/date_known", json!(null)),
        ("/opening/0/effect", json!("open")),
        ("/opening/0/effect", json!({ "closed": null })),
        ("/opening/0/effect", json!({ "access": "live-tags", "more": 1 })),
        ("/opening/0/subjects", json!([])),
        ("/opening/0/line", json!(-1)),
        ("/opening/0/line", json!(1.5)),
        ("/opening/0/line", json!(4_294_967_296_u64)),
        ("/opening/0/line", json!("1")),
        ("/capabilities/0/categories/0", json!([])),
        ("/capabilities/0/categories/0", json!("a")),
        ("/forbidden/0/trades/0", json!(1)),
        ("/documents/0/id", json!("a_b")),
        ("/documents/0/name", json!("《 》")),
        ("/documents/0/kind", json!("card")),
        ("/documents/0/aliases/0", json!(" ")),
        ("/documents/0/aliases/0", json!(["x"])),
        ("/documents/0/aliases/1/name", json!("")),
        ("/facts/0/zh", json!(" ")),
        ("/facts/0/answers", json!([{ "id": "yes", "zh": "是", "en": "" }])),
        ("/facts/0/answers/0/id", json!("=")),
        ("/activities/0/zh", json!("")),
        ("/english", json!(null)),
        ("/english", json!([{ "自带": "Own" }])),
        ("/english/自带", json!(" ")),
        ("/english/自带", json!(null)),
        ("/english/自带", json!("字".repeat(4_001))),
        ("/english/ ", json!("Own")),
        ("/categories", json!({})),
        ("/categories/0", json!(["a"])),
        ("/categories/0/path", json!([])),
        ("/categories/0/path", json!(["1", "2", "3", "4"])),
        ("/categories/0/path", json!(["a", " "])),
        ("/categories/0/path/1", json!("字".repeat(61))),
        ("/categories/0/path", json!("a")),
        ("/categories/0/also", json!([1])),
        ("/categories/0/doubt", json!(false)),
        ("/categories/0/access/0/with", json!("a")),
        ("/categories/0/access/0/subjects", json!("enterprise")),
        ("/categories/0/supplements/0/instead", json!("yes")),
        ("/categories/0/supplements/0/instead", json!(null)),
        ("/categories/0/reviews/0/days", json!("7")),
        ("/categories/0/requirement", json!("none")),
        ("/categories/0/requirement", json!(null)),
        ("/categories/0/requirement", json!([])),
        ("/categories/0/requirement", json!({})),
        ("/categories/0/requirement/any", json!([])),
        ("/categories/0/requirement/any", json!(null)),
        ("/categories/0/requirement/any", json!("nothing")),
        ("/categories/0/requirement/all", json!(["nothing"])),
        ("/categories/0/requirement/count", json!(2)),
        ("/categories/0/requirement/covers", json!(["c"])),
        ("/categories/0/requirement/covers", json!({ "any": ["c"] })),
        ("/categories/0/requirement/holder", json!("own")),
        ("/categories/0/requirement/at_least", json!(1)),
        ("/categories/0/requirement/any/2/at_least", json!(0)),
        ("/categories/0/requirement/any/2/of", json!([])),
    ];
    let of_nodes = [
        ("document", json!(7)),
        ("documents", json!("a")),
        ("count", json!(0)),
        ("count", json!(1_000)),
        ("count", json!(-1)),
        ("count", json!("2")),
        ("holder", json!("friend")),
        ("covers", json!("c")),
        ("covers", json!(null)),
        ("covers", json!([" "])),
        ("covers", json!({ "any": [] })),
        ("covers", json!({})),
        ("covers", json!({ "all": ["c"] })),
        ("covers", json!({ "any": ["c"], "all": [] })),
        ("issuer", json!(1)),
        ("reading", json!("sure")),
        ("reading", json!(null)),
        ("fact", json!("own-fact")),
        ("is", json!("yes")),
        ("on_request", json!("mail")),
        ("line", json!("3")),
    ];
    let of_branches = [
        ("is", json!([])),
        ("is", json!(null)),
        ("is", json!({})),
        ("is", json!([1])),
        ("fact", json!(null)),
        ("count", json!(1)),
        ("holder", json!("own")),
        ("issuer", json!("i")),
    ];
    let set = set.map(|(at, value)| (at.to_owned(), Some(value))).into_iter();
    let set = set.chain(of_nodes.map(|(field, value)| (format!("{node}/{field}"), Some(value))));
    let set = set.chain(of_branches.map(|(field, value)| (format!("{branch}/{field}"), Some(value))));
    let longs = [
        "/title",
        "/page",
        "/opening/0/words",
        "/links/0/address",
        "/repairs/0/fault",
        "/documents/0/issuer",
        "/categories/0/scope",
        "/categories/0/also/0",
        "/categories/0/reviews/0/words",
    ];
    let set = set.chain(longs.map(|at| (at.to_owned(), long())));
    for (at, value) in deleted.chain(set) {
        let broken = changed(&at, value.clone());
        assert_eq!(
            verdicts(&broken),
            (false, false),
            "{at} {}",
            value.map(|value| value.to_string().chars().take(80).collect::<String>()).unwrap_or_default()
        );
    }
}

#[test]
fn the_schema_and_the_reader_take_the_same() {
    let node = "/categories/0/requirement/any/0";
    for (at, value) in [
        ("/page", None),
        ("/page", Some(json!(null))),
        ("/opening", None),
        ("/opening", Some(json!([]))),
        ("/opening/0/effect", Some(json!("closed"))),
        ("/capabilities", Some(json!([]))),
        ("/capabilities/0/subjects", Some(json!([]))),
        ("/documents/0/english", Some(json!(""))),
        ("/documents/0/aliases/1/covers", Some(json!([]))),
        ("/categories/0/requirement", Some(json!("nothing"))),
        ("/categories/0/requirement/document", Some(json!(null))),
        ("/categories/0/requirement/covers", Some(json!([]))),
        ("/categories/0/requirement/covers", Some(json!({ "any": [] }))),
        ("/categories/0/requirement/count", Some(json!(null))),
        ("/categories/0/access/0/with", Some(json!(null))),
        (&format!("{node}/covers"), None),
        (&format!("{node}/covers"), Some(json!([]))),
        (&format!("{node}/count"), Some(json!(999))),
        (&format!("{node}/count"), Some(json!(null))),
        (&format!("{node}/fact"), Some(json!(null))),
        (&format!("{node}/holder"), Some(json!(null))),
        ("/categories/0/requirement/any/1/all/0/is", Some(json!(["yes", "no"]))),
        ("/categories/0/path/1", Some(json!("字".repeat(60)))),
        ("/title", Some(json!("字".repeat(4_000)))),
        ("/warning/line", Some(json!(u32::MAX))),
    ] {
        assert_eq!(verdicts(&changed(at, value.clone())), (true, true), "{at} {value:?}");
    }
}

/// Whatever needs a look at two places of the file or at the registry, and what two programs call
/// a whole number.
#[test]
fn what_a_schema_cannot_say_is_known() {
    let answer = json!({ "id": "yes", "zh": "是", "en": "" });
    for (at, value) in [
        ("/id", json!("baidu-2019")),
        ("/opening/0/subjects/0", json!("martian")),
        ("/opening/0/effect/access", json!("smoke")),
        ("/capabilities/0/method", json!("smoke")),
        ("/capabilities/0/categories/0", json!(["b"])),
        ("/documents/0/id", json!("business-licence")),
        ("/documents/0/name", json!("营业执照")),
        ("/documents/0/aliases/0", json!("《自带》")),
        ("/facts/0/answers", json!([answer, answer])),
        ("/facts/0/id", json!("subject")),
        ("/activities/0/id", json!("political-news")),
        ("/categories/1/path", json!(["a", "b"])),
        ("/categories/0/access/0/with", json!(["b"])),
        ("/categories/0/supplements/0/path", json!(["b"])),
        ("/categories/0/supplements/0/activity", json!("flying")),
        ("/categories/0/requirement/any/0/document", json!("e")),
        ("/categories/0/requirement/any/1/all/0/fact", json!("colour")),
        ("/categories/0/requirement/any/1/all/0/is", json!("red")),
        ("/categories/0/requirement/any/2/at_least", json!(3)),
        ("/categories/0/requirement", (0..16).fold(json!("nothing"), |inner, _| json!({ "any": [inner] }))),
        ("/categories/0/requirement", json!({ "any": vec!["nothing"; 201] })),
        ("/warning/line", json!(1.0)),
    ] {
        assert_eq!(verdicts(&changed(at, Some(value.clone()))), (true, false), "{at} {value}");
    }
    let text = whole().to_string();
    let twice = text.replacen("\"title\":", "\"title\":\"\",\"title\":", 1);
    assert!(schema().1.is_valid(&serde_json::from_str(&twice).unwrap()) && read(&twice).is_err());
    let large = format!("{text}{}", " ".repeat(2 << 20));
    assert!(schema().1.is_valid(&serde_json::from_str(&large).unwrap()) && read(&large).is_err());
}

/// Every place in a value, from the outermost on.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| places(value, &format!("{at}/{name}"), found)),
        Value::Array(members) => {
            members.iter().enumerate().for_each(|(place, value)| places(value, &format!("{at}/{place}"), found));
        }
        _ => {}
    }
}

/// A way to break a file, at one place of it.
#[derive(Debug, Clone)]
enum Slip {
    Delete,
    Rename(String),
    Retype(Value),
    Twice,
    Cut,
}

fn slips() -> impl Strategy<Value = Slip> {
    let values = vec![
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(2.5),
        json!(4_294_967_296_u64),
        json!(""),
        json!("nothing"),
        json!("closed"),
        json!([]),
        json!(["a"]),
        json!([[]]),
        json!({}),
        json!({ "any": [] }),
        json!({ "document": "business-licence" }),
    ];
    prop_oneof![
        2 => Just(Slip::Delete),
        2 => prop_oneof!["[a-z_]{1,8}", Just("words".to_owned()), Just("any".to_owned()), Just("line".to_owned())].prop_map(Slip::Rename),
        4 => prop::sample::select(values).prop_map(Slip::Retype),
        1 => Just(Slip::Twice),
        1 => Just(Slip::Cut),
    ]
}

/// The text with the slip in it.
fn slipped(whole: &Value, slip: &Slip, place: Index) -> String {
    let mut found = Vec::new();
    places(whole, "", &mut found);
    let at = place.get(&found);
    let mut broken = whole.clone();
    if let Slip::Retype(value) = slip {
        *broken.pointer_mut(at).unwrap() = value.clone();
        return broken.to_string();
    }
    if let Slip::Cut = slip {
        let text = broken.to_string();
        let ends: Vec<usize> = text.char_indices().map(|(end, _)| end).collect();
        return text[..*place.get(&ends)].to_owned();
    }
    let Some((parent, name)) = at.rsplit_once('/') else { return broken.to_string() };
    match broken.pointer_mut(parent).unwrap() {
        Value::Array(members) => {
            let place: usize = name.parse().unwrap();
            match slip {
                Slip::Twice => members.push(members[place].clone()),
                _ => drop(members.remove(place)),
            }
        }
        Value::Object(fields) => match slip {
            Slip::Twice => {
                let again: Map<String, Value> = [("\u{1}again".to_owned(), fields[name].clone())].into_iter().collect();
                fields.extend(again);
                return broken.to_string().replace("\\u0001again", name);
            }
            Slip::Rename(to) => {
                let value = fields.remove(name).unwrap();
                fields.insert(to.clone(), value);
            }
            _ => drop(fields.remove(name)),
        },
        _ => {}
    }
    broken.to_string()
}

#[test]
fn whatever_the_schema_refuses_the_reader_refuses() {
    let config = Config { cases: 300, failure_persistence: None, ..Config::default() };
    let cases = (random::catalog(), prop::collection::vec((slips(), any::<Index>()), 10));
    let (mut tried, mut refused) = (0, 0);
    let counts = std::cell::RefCell::new((&mut tried, &mut refused));
    TestRunner::new(config)
        .run(&cases, |(whole, slips)| {
            prop_assert_eq!(verdicts(&whole), (true, true));
            for (slip, place) in slips {
                let text = slipped(&whole, &slip, place);
                let loads = read(&text).is_ok();
                let is_valid = serde_json::from_str(&text).is_ok_and(|value| schema().1.is_valid(&value));
                prop_assert!(is_valid || !loads, "{slip:?}: {text}");
                let mut counts = counts.borrow_mut();
                *counts.0 += 1;
                *counts.1 += usize::from(!loads);
            }
            Ok(())
        })
        .unwrap();
    assert!(tried >= 2_000 && refused * 3 > tried, "{refused} of {tried}");
}
