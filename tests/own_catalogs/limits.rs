//! How much a file may hold, and that nothing bad comes of one that holds more.

use leimu::catalog::limits::{
    ACTIVITIES, BYTES, CAPABILITIES, CATEGORIES, COUNT, DEPTH, DOCUMENTS, FACTS, LEAVES, LETTERS, NAME, PATHS,
};
use leimu::catalog::{MOST_FAULTS, Wrong};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{asking, file, loads, read, refused};

/// So many categories that ask nothing.
fn categories(many: usize) -> Value {
    (0..many).map(|at| json!({ "path": [at.to_string()], "line": 1, "requirement": "nothing" })).collect()
}

/// A requirement of so many levels.
fn nested(levels: usize) -> Value {
    (1..levels).fold(json!({ "document": "business-licence" }), |inner, _| json!({ "any": [inner] }))
}

fn leaves(many: usize) -> Value {
    json!({ "any": vec![json!({ "document": "business-licence" }); many] })
}

fn counted(count: u32) -> Value {
    json!({ "document": "business-licence", "count": count })
}

fn papers(many: usize) -> Value {
    (0..many)
        .map(|at| json!({ "id": format!("p{at}"), "name": format!("纸{at}"), "english": "", "kind": "letter" }))
        .collect()
}

fn facts(many: usize) -> Value {
    let answers = json!([{ "id": "yes", "zh": "是", "en": "" }, { "id": "no", "zh": "否", "en": "" }]);
    (0..many).map(|at| json!({ "id": format!("f{at}"), "zh": "?", "en": "", "answers": answers })).collect()
}

fn activities(many: usize) -> Value {
    (0..many).map(|at| json!({ "id": format!("a{at}"), "zh": "?", "en": "" })).collect()
}

fn capabilities(many: usize, paths: usize) -> Value {
    (0..many).map(|_| json!({ "method": "live-tags", "line": 1, "categories": vec![json!(["0"]); paths] })).collect()
}

fn named(letters: usize) -> Value {
    json!([{ "path": ["字".repeat(letters)], "line": 1, "requirement": "nothing" }])
}

#[test]
fn as_much_as_the_limits_say_loads_and_more_is_refused() {
    let it = "catalog `small`: category it: ";
    let head = "catalog `small`: ";
    for (inside, beyond, expected) in [
        (
            json!({ "categories": categories(CATEGORIES) }),
            json!({ "categories": categories(CATEGORIES + 1) }),
            format!("{head}2001 categories; 2000 is the most"),
        ),
        (
            json!({ "categories": [asking(&nested(DEPTH))] }),
            json!({ "categories": [asking(&nested(DEPTH + 1))] }),
            format!("{it}17 levels of requirements; 16 is the most"),
        ),
        (
            json!({ "categories": [asking(&leaves(LEAVES))] }),
            json!({ "categories": [asking(&leaves(LEAVES + 1))] }),
            format!("{it}201 papers and conditions in one requirement; 200 is the most"),
        ),
        (
            json!({ "categories": [asking(&counted(COUNT))] }),
            json!({ "categories": [asking(&counted(COUNT + 1))] }),
            format!("{it}1000 of one paper; 999 is the most"),
        ),
        (
            json!({ "documents": papers(DOCUMENTS) }),
            json!({ "documents": papers(DOCUMENTS + 1) }),
            format!("{head}2001 documents brought along; 2000 is the most"),
        ),
        (
            json!({ "facts": facts(FACTS) }),
            json!({ "facts": facts(FACTS + 1) }),
            format!("{head}501 facts brought along; 500 is the most"),
        ),
        (
            json!({ "activities": activities(ACTIVITIES) }),
            json!({ "activities": activities(ACTIVITIES + 1) }),
            format!("{head}501 activities brought along; 500 is the most"),
        ),
        (
            json!({ "categories": categories(1), "capabilities": capabilities(CAPABILITIES, 1) }),
            json!({ "categories": categories(1), "capabilities": capabilities(CAPABILITIES + 1, 1) }),
            format!("{head}201 capabilities; 200 is the most"),
        ),
        (
            json!({ "categories": categories(1), "capabilities": capabilities(1, PATHS) }),
            json!({ "categories": categories(1), "capabilities": capabilities(1, PATHS + 1) }),
            format!("{head}201 paths of one capability; 200 is the most"),
        ),
        (
            json!({ "title": "字".repeat(LETTERS) }),
            json!({ "title": "字".repeat(LETTERS + 1) }),
            format!("{head}4001 letters in one text; 4000 is the most"),
        ),
        (
            json!({ "categories": named(NAME) }),
            json!({ "categories": named(NAME + 1) }),
            format!("{head}category {}: 61 letters in the name of a path; 60 is the most", "字".repeat(NAME + 1)),
        ),
    ] {
        loads(&file(inside));
        refused(&file(beyond), &[&expected]);
    }
}

#[test]
fn a_file_is_at_most_so_large() {
    let text = file(json!({}));
    let padded = |bytes: usize| format!("{text}{}", " ".repeat(bytes - text.len()));
    loads(&padded(BYTES));
    refused(&padded(BYTES + 1), &["2097153 bytes in the file; 2097152 is the most"]);
}

#[test]
fn the_id_and_the_platform_can_stand_in_an_address() {
    let id =
        |most: usize| format!("catalog `small`: an id is made of 1 to {most} of the letters a to z, digits and `-`");
    for good in ["a", "2026-A", &"a".repeat(64)] {
        loads(&file(json!({ "id": good, "platform": "my-App-2" })));
    }
    for bad in ["", "a b", "a/b", "类目", "a_b", &"a".repeat(65)] {
        let told = id(64).replace("`small`", &format!("`{bad}`"));
        refused(&file(json!({ "id": bad })), &[&told]);
    }
    loads(&file(json!({ "platform": "a".repeat(32) })));
    for bad in ["", "微信", &"a".repeat(33)] {
        refused(&file(json!({ "platform": bad })), &[&id(32)]);
    }
    refused(&file(json!({ "id": "baidu-2019" })), &["catalog `baidu-2019`: there is a catalog `baidu-2019` already"]);
}

/// Deep lists and objects, from where a requirement stands and from the outermost level on.
#[test]
fn nesting_of_any_depth_is_refused_without_running_out_of_stack() {
    let small = std::thread::Builder::new().stack_size(1 << 20);
    let work = small.spawn(|| {
        for levels in [17, 50, 60, 61, 62, 63, 64, 100, 1_000, 300_000] {
            let inner = format!("{}\"nothing\"{}", "{\"any\":[".repeat(levels), "]}".repeat(levels));
            let text = file(json!({ "categories": [asking(&json!("nothing"))] })).replace("\"nothing\"", &inner);
            assert!(read(&text).is_err(), "{levels}");
            for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
                let text = format!("{}1{}", open.repeat(levels), close.repeat(levels));
                assert!(read(&text).is_err(), "{levels} of {open}");
                assert!(read(&open.repeat(levels)).is_err(), "{levels} of {open}, cut");
            }
        }
    });
    work.unwrap().join().unwrap();
}

#[test]
fn a_file_of_nothing_but_faults_is_told_soon() {
    let fields: String = (0..100_000).map(|at| format!(",\"x{at}\":0")).collect();
    for text in [
        file(json!({ "categories": vec!["x"; 300_000] })),
        file(json!({ "title": { "a": vec![0; 900_000] } })),
        file(json!({})).replacen('}', &format!("{fields}}}"), 1),
        format!("{{\"a\":0{fields}}}"),
        format!("{{\"a\":0{}}}", ",\"a\":0".repeat(300_000)),
    ] {
        assert!(text.len() <= BYTES, "{}", text.len());
        let faults = read(&text).unwrap_err();
        assert!(faults.len() <= MOST_FAULTS && !faults.is_empty());
        assert!(!faults.iter().any(|fault| matches!(fault.wrong, Wrong::TooMuch { .. })));
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,300}") {
        let _ = read(&text);
    }

    #[test]
    fn any_end_of_a_file_is_read_or_refused(start in 0_usize..400, end in 0_usize..400) {
        let text = file(json!({ "categories": [asking(&nested(3))] }));
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (start, end) = (ends[start.min(ends.len() - 1)], ends[end.min(ends.len() - 1)]);
        if start > 0 || end < text.len() {
            prop_assert!(read(text.get(start..end).unwrap_or_default()).is_err());
        }
    }
}
