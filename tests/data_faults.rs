//! Data that does not hold together is refused, with the place and the reason.

#![allow(clippy::panic, reason = "a small catalog that cannot be read is a failing test")]

mod given;

use leimu::catalog::{Catalog, Registry, check};
use serde_json::{Value, json};

use given::{bundle, small_catalog, small_registry};

/// A category that asks for this.
fn asking(requirement: &Value) -> Value {
    json!([{ "path": ["it"], "line": 1, "requirement": requirement }])
}

/// A category that asks nothing and has this beside.
fn beside(key: &str, value: Value) -> Value {
    let mut category = json!({ "path": ["it"], "line": 1, "requirement": "nothing" });
    category[key] = value;
    json!([category])
}

#[test]
fn a_catalog_that_does_not_hold_together_is_refused_with_place_and_reason() {
    let none = json!([]);
    let a = json!({ "document": "a" });
    let with = |key: &str, value: Value| {
        let mut node = json!({ "document": "a" });
        node[key] = value;
        asking(&node)
    };
    let at = "catalog `small`: category it: ";
    for (categories, message) in [
        (asking(&json!({ "document": "e" })), "unknown document `e`"),
        (asking(&json!({ "any": [a, { "all": [a, { "document": "e" }] }] })), "unknown document `e`"),
        (asking(&json!({ "fact": "colour", "is": "red" })), "unknown fact `colour`"),
        (asking(&json!({ "fact": "school", "is": "red" })), "fact `school` has no answer `red`"),
        (asking(&json!({ "fact": "school", "is": ["public", "red"] })), "fact `school` has no answer `red`"),
        (asking(&json!({ "fact": "school", "is": [] })), "`is` without members"),
        (asking(&json!({ "any": [] })), "`any` without members"),
        (asking(&json!({ "all": [] })), "`all` without members"),
        (asking(&json!({ "any": [a, { "all": [] }] })), "`all` without members"),
        (asking(&json!({ "at_least": 4, "of": [a, a, a] })), "at least 4 of 3 can never be asked"),
        (asking(&json!({ "at_least": 0, "of": [a] })), "at least 0 of 1 can never be asked"),
        (asking(&json!({ "at_least": 1, "of": [] })), "at least 1 of 0 can never be asked"),
        (with("count", json!(0)), "document `a`: a count of zero asks for nothing"),
        (with("covers", json!([" "])), "document `a`: a coverage without words"),
        (with("covers", json!({ "any": [] })), "document `a`: a coverage without words"),
        (beside("access", json!([{ "method": "smoke", "line": 1 }])), "unknown access method `smoke`"),
        (
            beside("access", json!([{ "method": "tags", "with": ["that"], "line": 1 }])),
            "this catalog has no category that",
        ),
        (
            beside(
                "supplements",
                json!([{ "name": "that", "path": ["that", "one"], "activity": "selling", "words": "", "line": 1 }]),
            ),
            "this catalog has no category that/one",
        ),
        (
            beside("supplements", json!([{ "name": "that", "activity": "flying", "words": "", "line": 1 }])),
            "unknown activity `flying`",
        ),
        (
            beside("restrictions", json!([{ "activity": "flying", "words": "", "line": 1 }])),
            "unknown activity `flying`",
        ),
    ] {
        check_catalog(&none, &categories, &[&format!("{at}{message}")]);
    }
}

#[test]
fn a_catalog_with_bad_paths_or_opening_rules_is_refused() {
    let none = json!([]);
    let it = |path: Value| json!({ "path": path, "line": 1, "requirement": "nothing" });
    let path = "a path has one to three names, none of them empty";
    for (paths, expected) in [
        (json!([it(json!([]))]), format!("catalog `small`: category : {path}")),
        (json!([it(json!(["1", "2", "3", "4"]))]), format!("catalog `small`: category 1/2/3/4: {path}")),
        (json!([it(json!(["1", " "]))]), format!("catalog `small`: category 1/ : {path}")),
        (json!([it(json!(["1"])), it(json!(["1"]))]), "catalog `small`: category 1: this path stands twice".to_owned()),
    ] {
        check_catalog(&none, &paths, &[&expected]);
    }
    let rule =
        |subjects: Value, effect: Value| json!([{ "subjects": subjects, "effect": effect, "words": "", "line": 1 }]);
    for (opening, expected) in [
        (rule(json!(["martian"]), json!("closed")), "catalog `small`: fact `subject` has no answer `martian`"),
        (rule(json!([]), json!("closed")), "catalog `small`: `subjects` without members"),
        (rule(json!(["personal"]), json!({ "access": "smoke" })), "catalog `small`: unknown access method `smoke`"),
    ] {
        check_catalog(&opening, &json!([it(json!(["1"]))]), &[expected]);
    }
}

#[test]
fn every_fault_is_told_at_once() {
    let two = json!([
        { "path": ["1"], "line": 1, "requirement": { "all": [{ "document": "e" }, { "any": [] }] } },
        { "path": ["2"], "line": 1, "requirement": { "fact": "colour", "is": "red" } },
    ]);
    check_catalog(
        &json!([]),
        &two,
        &[
            "catalog `small`: category 1: unknown document `e`",
            "catalog `small`: category 1: `any` without members",
            "catalog `small`: category 2: unknown fact `colour`",
        ],
    );
}

#[track_caller]
fn check_catalog(opening: &Value, categories: &Value, expected: &[&str]) {
    let written = small_catalog(opening, categories);
    let catalog: Catalog = serde_json::from_value(written).unwrap_or_else(|error| panic!("{error}"));
    let found: Vec<String> = check::catalog(&catalog, &small_registry()).iter().map(ToString::to_string).collect();
    assert_eq!(found, expected, "{categories}");
}

#[test]
fn a_file_that_is_not_of_the_format_is_refused_with_its_name_and_line() {
    let one_kind = "a requirement is exactly one of `all`, `any`, `at_least` with `of`, `document`, `fact` with `is`, `on_request`";
    let of_document = "`covers`, `count`, `holder` and `issuer` belong to a `document`";
    for (requirement, message) in [
        (json!({ "document": "a", "any": [] }), one_kind),
        (json!({ "at_least": 2 }), one_kind),
        (json!({ "of": ["nothing"] }), one_kind),
        (json!({ "fact": "school" }), one_kind),
        (json!({}), one_kind),
        (json!({ "any": ["nothing"], "count": 2 }), of_document),
        (json!({ "fact": "school", "is": "public", "covers": ["x"] }), of_document),
        (json!({ "dokument": "a" }), "unknown field `dokument`"),
        (json!("whatever"), "a requirement, or the word `nothing` or `unlisted`"),
        (json!(3), "a requirement, or the word `nothing` or `unlisted`"),
        (json!({ "document": "a", "holder": "friend" }), "unknown variant `friend`"),
        (json!({ "document": "a", "reading": "guessed" }), "unknown variant `guessed`"),
        (json!({ "document": "a", "count": -1 }), "invalid value"),
    ] {
        let text = serde_json::to_string_pretty(&small_catalog(&json!([]), &asking(&requirement)));
        let told = match text.map(|text| bundle().read_catalog("mine.json", &text)) {
            Ok(Err(error)) => error.to_string(),
            other => panic!("{requirement}: {other:?}"),
        };
        let has_place = told.starts_with("mine.json: ") && told.contains(" at line ");
        assert!(has_place && told.contains(message), "{requirement}: {told}");
    }
}

#[test]
fn a_registry_that_does_not_hold_together_is_refused() {
    let paper = |id: &str, name: &str, aliases: Value| json!({ "id": id, "name": name, "english": "", "kind": "licence", "aliases": aliases });
    let fact = |id: &str, answers: &[&str]| {
        let answers: Vec<_> = answers.iter().map(|id| json!({ "id": id, "zh": "", "en": "" })).collect();
        json!({ "id": id, "zh": "", "en": "", "answers": answers })
    };
    let yes = fact("subject", &["yes", "no"]);
    let many: Vec<String> = (0..33).map(|at| at.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    for (documents, facts, message) in [
        (json!([paper("a", "1", json!([])), paper("a", "2", json!([]))]), json!([yes]), "the id `a` stands twice"),
        (
            json!([paper("a", "1", json!([])), paper("b", "《1》", json!([]))]),
            json!([yes]),
            "documents `a` and `b` share the name 《1》",
        ),
        (
            json!([paper("a", "1", json!([])), paper("b", "2", json!(["（3）", { "name": "1", "covers": [] }]))]),
            json!([yes]),
            "documents `a` and `b` share the name 1",
        ),
        (json!([]), json!([yes, fact("f", &["1"])]), "fact `f` has 1 answers; two to 32 are possible"),
        (json!([]), json!([yes, fact("f", &many)]), "fact `f` has 33 answers; two to 32 are possible"),
        (json!([]), json!([yes, fact("f", &["1", "1"])]), "the id `f=1` stands twice"),
        (json!([]), json!([yes, yes]), "the id `subject` stands twice"),
        (json!([]), json!([]), "unknown fact `subject`"),
    ] {
        let facts = json!({ "facts": facts, "activities": [], "access_methods": [] });
        let registry = Registry::read(&json!({ "documents": documents }).to_string(), &facts.to_string())
            .unwrap_or_else(|error| panic!("{error}"));
        let found: Vec<String> = check::registry(&registry).iter().map(ToString::to_string).collect();
        assert_eq!(found, [format!("registry: {message}")], "{documents}");
    }
}
