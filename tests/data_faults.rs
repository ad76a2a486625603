//! Data that does not hold together is refused, with the place and the reason.

#![allow(clippy::panic, reason = "a small catalog that cannot be read is a failing test")]

mod given;

use leimu::catalog::{MOST_FAULTS, Registry, check};
use serde_json::{Value, json};

use given::{bundle, read_catalog, small_catalog, small_registry};

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
    let catalog = read_catalog(&written);
    let found: Vec<String> = check::catalog(&catalog, &small_registry()).iter().map(ToString::to_string).collect();
    assert_eq!(found, expected, "{categories}");
}

/// A file whose only category asks for this, from line 7 on.
fn file(requirement: &str) -> String {
    format!(
        r#"{{
  "id": "small", "platform": "wechat", "title": "", "short": "", "publisher": "", "page": null, "date": "2026",
  "date_known": "inferred", "date_note": "", "copy": "", "file": "",
  "warning": {{ "words": "", "line": 1 }},
  "categories": [
    {{ "path": ["it"], "line": 1,
      "requirement": {requirement}
    }}
  ]
}}"#
    )
}

/// What is said of a file, a line for each fault.
#[track_caller]
fn refused(text: &str, expected: &[&str]) {
    let told = match bundle().read_catalog("mine.json", text) {
        Err(error) => error.to_string(),
        Ok(catalog) => panic!("{text}: {catalog:?}"),
    };
    assert_eq!(told.lines().collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn a_file_that_is_not_of_the_format_is_refused_with_its_name_line_and_way() {
    let one_kind = "a requirement is exactly one of `all`, `any`, `at_least` with `of`, `document`, `fact` with `is`, `on_request`";
    let of_document = "`covers`, `count`, `holder` and `issuer` belong to a `document`";
    let number = "expected a whole number from 0 to 4294967295";
    let node = "expected a requirement, or the word `nothing` or `unlisted`, found";
    for (requirement, message, line, way) in [
        (r#"{ "document": "a", "any": [] }"#, one_kind, 7, ""),
        (r#"{ "document": "a", "any": [], "count": 1 }"#, one_kind, 7, ""),
        (r#"{ "at_least": 2 }"#, one_kind, 7, ""),
        (r#"{ "of": ["nothing"] }"#, one_kind, 7, ""),
        (r#"{ "fact": "school" }"#, one_kind, 7, ""),
        (r#"{ "is": "public" }"#, one_kind, 7, ""),
        ("{}", one_kind, 7, ""),
        (r#"{ "document": null }"#, one_kind, 7, ""),
        (r#"{ "any": ["nothing"], "count": 2 }"#, of_document, 7, ""),
        (r#"{ "fact": "school", "is": "public", "covers": ["x"] }"#, of_document, 7, ""),
        (r#"{ "covers": ["x"] }"#, of_document, 7, ""),
        ("{\n\n\"dokument\": \"a\" }", "unknown field `dokument`, perhaps `document`", 9, ".dokument"),
        (r#"{ "document": "a", "wordS": "b" }"#, "unknown field `wordS`, perhaps `words`", 7, ".wordS"),
        (r#"{ "document": "a", "ntoe": "b" }"#, "unknown field `ntoe`, perhaps `note`", 7, ".ntoe"),
        (r#"{ "document": "a", "remark": "b" }"#, "unknown field `remark`", 7, ".remark"),
        ("\"whatever\"", &format!("{node} a text"), 7, ""),
        ("3", &format!("{node} a number"), 7, ""),
        ("null", &format!("{node} null"), 7, ""),
        (r#"["nothing"]"#, &format!("{node} a list"), 7, ""),
        ("{ \"any\": [\n\"nothing\",\n\"-\"] }", &format!("{node} a text"), 9, ".any[1]"),
        (r#"{ "all": "nothing" }"#, "expected a list, found a text", 7, ".all"),
        (r#"{ "document": ["a"] }"#, "expected a text, found a list", 7, ".document"),
        (r#"{ "document": "a", "holder": "friend" }"#, "`friend` is none of own, partner", 7, ".holder"),
        (r#"{ "document": "a", "holder": 1 }"#, "expected a text, found a number", 7, ".holder"),
        (
            r#"{ "document": "a", "reading": "guessed" }"#,
            "`guessed` is none of literal, inferred, ambiguous",
            7,
            ".reading",
        ),
        (r#"{ "document": "a", "reading": null }"#, "expected a text, found null", 7, ".reading"),
        (r#"{ "document": "a", "count": -1 }"#, number, 7, ".count"),
        (r#"{ "document": "a", "count": 1.5 }"#, number, 7, ".count"),
        (r#"{ "document": "a", "count": 4294967296 }"#, number, 7, ".count"),
        (r#"{ "document": "a", "count": "1" }"#, "expected a whole number, found a text", 7, ".count"),
        (
            r#"{ "document": "a", "covers": "b" }"#,
            "expected a list of phrases, or one under `any`, found a text",
            7,
            ".covers",
        ),
        (
            r#"{ "fact": "school", "is": { "any": [] } }"#,
            "expected an answer or a list of answers, found an object",
            7,
            ".is",
        ),
        (r#"{ "fact": "school", "is": ["public", 3] }"#, "expected a text, found a number", 7, ".is[1]"),
        (
            "{ \"document\": \"a\", \"words\": \"1\",\n \"words\": \"2\" }",
            "the field `words` stands twice",
            8,
            ".words",
        ),
    ] {
        let told = format!("mine.json: catalog `small`: category it: {message} at line {line} (requirement{way})");
        refused(&file(requirement), &[&told]);
    }
}

#[test]
fn every_fault_of_the_format_is_told_at_once_and_a_slip_only_once() {
    let whole = file("\"nothing\"");
    let head = "mine.json: catalog `small`: ";
    for (from, to, expected) in [
        ("\"title\"", "\"titel\"", &["unknown field `titel`, perhaps `title` at line 2 (titel)"][..]),
        ("\"title\"", "\"name\"", &["unknown field `name` at line 2 (name)", "missing field `title` at line 1"]),
        ("\"short\": \"\", ", "", &["missing field `short` at line 1"]),
        ("\"page\": null, ", "", &[]),
        ("\"publisher\": \"\"", "\"publisher\": null", &["expected a text, found null at line 2 (publisher)"]),
        ("\"inferred\"", "\"felt\"", &["`felt` is none of printed, inferred, commit at line 3 (date_known)"]),
        (
            "{ \"words\": \"\", \"line\": 1 },",
            "[\"\", 1],\n\"opening\": { },",
            &[
                "expected an object, found a list at line 4 (warning)",
                "expected a list, found an object at line 5 (opening)",
            ],
        ),
        (
            "\"file\": \"\",",
            r#""file": "", "opening": [{ "subjects": [], "effect": "open", "words": "", "line": "3" },
               { "subjects": "personal", "effect": { "acces": "tags" }, "words": "", "line": 3 }],"#,
            &[
                "expected the word `closed`, or an access method under `access`, found a text at line 3 (opening[0].effect)",
                "expected a whole number, found a text at line 3 (opening[0].line)",
                "expected a list, found a text at line 4 (opening[1].subjects)",
                "unknown field `acces`, perhaps `access` at line 4 (opening[1].effect.acces)",
            ],
        ),
        (
            "\"file\": \"\",",
            "\"file\": \"\", \"capabilities\": [{ \"method\": \"tags\", \"line\": 1, \"categories\": [\"it\"] }],",
            &["expected a list, found a text at line 3 (capabilities[0].categories[0])"],
        ),
        (
            "\"line\": 1,\n",
            "\"lines\": 1, \"covers\": {}, \"supplements\": [{ \"instead\": 1 }],",
            &[
                "category it: expected `true` or `false`, found a number at line 6 (supplements[0].instead)",
                "category it: missing field `name` at line 6 (supplements[0])",
                "category it: missing field `activity` at line 6 (supplements[0])",
                "category it: missing field `line` at line 6 (supplements[0])",
                "category it: unknown field `lines`, perhaps `line` at line 6 (lines)",
                "category it: unknown field `covers` at line 6 (covers)",
            ],
        ),
        (
            "\"nothing\"",
            "{ \"document\": \"a\",\n\"covers\": { \"all\": [] } }",
            &[
                "category it: unknown field `all` at line 8 (requirement.covers.all)",
                "category it: missing field `any` at line 8 (requirement.covers)",
            ],
        ),
        ("[\"it\"]", "[\"it\", 3]", &["category it: expected a text, found a number at line 6 (path[1])"]),
        (
            "\"categories\"",
            "\"kategories\"",
            &["unknown field `kategories`, perhaps `categories` at line 5 (kategories)"],
        ),
    ] {
        let broken = whole.replacen(from, to, 1);
        assert_ne!(broken, whole, "{from}");
        if expected.is_empty() {
            assert!(bundle().read_catalog("mine.json", &broken).is_ok(), "{broken}");
            continue;
        }
        let expected: Vec<String> = expected.iter().map(|told| format!("{head}{told}")).collect();
        refused(&broken, &expected.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

#[test]
fn a_fault_of_what_a_catalog_points_at_has_its_line_too() {
    let text =
        file("{ \"any\": [\n{ \"document\": \"business-licence\" },\n{ \"all\": [{\n\"document\": \"e\" }] }] }");
    let way = "requirement.any[1].all[0].document";
    refused(&text, &[&format!("mine.json: catalog `small`: category it: unknown document `e` at line 10 ({way})")]);
}

#[test]
fn a_text_that_is_not_json_is_refused_where_it_ceases_to_be() {
    for (text, expected) in [
        ("", "the text ends too early at line 1 column 1"),
        ("{\n  \"id\": \"a\",\n  \"file\": ", "the text ends too early at line 3 column 10"),
        ("{\n  \"题\": “a” }", "expected a value, found `“` at line 2 column 8"),
        ("{ \"题目\": \"a\"，\"b\": 1 }", "expected a comma or a closing bracket, found `，` at line 1 column 12"),
        ("[1 2]", "expected a comma or a closing bracket, found `2` at line 1 column 4"),
        ("[1,\n]", "a comma before a closing bracket, found `]` at line 2 column 1"),
        ("{ \"a\" 1 }", "expected a colon, found `1` at line 1 column 7"),
        ("{ a: 1 }", "expected the name of a field in quotes, found `a` at line 1 column 3"),
        ("{ \"a\": yes }", "expected a value, found `y` at line 1 column 8"),
        ("{ \"a\": \"b\nc\" }", "a line break or another control character in a text at line 1 column 10"),
        ("{ \"a\": \"\\d\" }", "invalid escape in a text, found `d` at line 1 column 10"),
        ("{ \"a\": \"\\ud800\" }", "invalid escape in a text, found `\"` at line 1 column 15"),
        ("[-]", "invalid number, found `]` at line 1 column 3"),
        ("[1e999]", "invalid number, found `9` at line 1 column 6"),
        ("{} }", "something behind the end, found `}` at line 1 column 4"),
        ("catalog", "expected a value, found `c` at line 1 column 1"),
    ] {
        refused(text, &[&format!("mine.json: not JSON: {expected}")]);
    }
    let deep = "[".repeat(200_000);
    refused(&deep, &["mine.json: not JSON: nested too deeply, found `[` at line 1 column 128"]);
    assert!(bundle().read_catalog("mine.json", &format!("\u{feff}{}", file("\"nothing\""))).is_ok());
}

#[test]
fn no_more_faults_are_told_than_anybody_reads() {
    let many = vec!["\"-\""; 300].join(",");
    let told = bundle().read_catalog("mine.json", &file(&format!("{{ \"any\": [{many}] }}")));
    assert_eq!(told.map_err(|error| error.to_string().lines().count()).err(), Some(MOST_FAULTS));
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
