//! N选M in words against the tree.

use serde_json::{Value, json};

use crate::{asking_for, catalog, fact, finds, paper};

fn with_words(mut node: Value, words: &str) -> Value {
    node["words"] = json!(words);
    node
}

fn any(ids: &[&str]) -> Value {
    json!({ "any": ids.iter().map(|id| paper(id)).collect::<Vec<_>>() })
}

#[test]
fn a_heading_is_read_however_it_is_written() {
    for (words, expected) in [
        ("资质要求（3选1）", "3选1"),
        ("3选1", "3选1"),
        ("三选一：", "三选一"),
        ("(三选一)", "三选一"),
        ("（③选①）", "③选①"),
        ("３选１", "３选１"),
        ("3 选 1", "3选1"),
        ("三选1", "三选1"),
        ("十二选一", "十二选一"),
        ("二十选十", "二十选十"),
        ("13选1", "13选1"),
        ("三选两", "三选两"),
    ] {
        let found = format!("{expected} differs at it, 2 of which 1");
        asking_for(&with_words(any(&["a", "b"]), words), &[&found]);
    }
    for words in
        ["选1", "可选", "任选其一", "3选", "选择3", "第3项选填", "精选1", "〇选一", "一二选一", "100选1", "0选0"]
    {
        asking_for(&with_words(any(&["a", "b"]), words), &[]);
    }
}

#[test]
fn a_heading_agrees_with_a_group_of_that_shape() {
    let all = json!({ "all": [paper("a"), paper("b")] });
    let some = |least: u32| json!({ "at_least": least, "of": [paper("a"), paper("b"), paper("c")] });
    for (node, words, expected) in [
        (any(&["a", "b"]), "二选一", &[][..]),
        (some(1), "3选1", &[]),
        (some(2), "3选2", &[]),
        (some(2), "三选两", &[]),
        (some(3), "3选3", &[]),
        (all.clone(), "2选2", &[]),
        (paper("a"), "1选1", &[]),
        (any(&["a", "b"]), "3选1", &["3选1 differs at it, 2 of which 1"]),
        (any(&["a", "b"]), "2选2", &["2选2 differs at it, 2 of which 1"]),
        (some(2), "3选1", &["3选1 differs at it, 3 of which 2"]),
        (some(2), "4选2", &["4选2 differs at it, 3 of which 2"]),
        (all.clone(), "2选1", &["2选1 differs at it, 2 of which 2"]),
        (paper("a"), "2选1", &["2选1 differs at it, 0 of which 0"]),
        (any(&["a", "b"]), "1选2", &["1选2 differs at it, 2 of which 1"]),
    ] {
        asking_for(&with_words(node, words), expected);
    }
}

#[test]
fn alternatives_inside_alternatives_count_either_way() {
    let covering = |phrases: Value| json!({ "document": "d", "covers": phrases });
    let branch = json!({ "all": [fact("school", "public"), any(&["b", "c"])] });
    for (node, words, expected) in [
        (json!({ "any": [paper("a"), any(&["b", "c"])] }), "2选1", &[][..]),
        (json!({ "any": [paper("a"), any(&["b", "c"])] }), "3选1", &[]),
        (json!({ "any": [paper("a"), any(&["b", "c"])] }), "4选1", &["4选1 differs at it, 2 of which 1"]),
        // Both ways of one nested choice, but none in between.
        (json!({ "any": [paper("a"), any(&["b", "c", "d"])] }), "4选1", &[]),
        (json!({ "any": [paper("a"), any(&["b", "c", "d"])] }), "3选1", &["3选1 differs at it, 2 of which 1"]),
        (json!({ "any": [paper("a"), branch] }), "2选1", &[]),
        (json!({ "any": [paper("a"), branch] }), "3选1", &[]),
        (json!({ "any": [paper("a"), covering(json!({ "any": ["x", "y"] }))] }), "3选1", &[]),
        (covering(json!({ "any": ["x", "y"] })), "2选1", &[]),
        (json!({ "any": [paper("a"), covering(json!(["x", "y"]))] }), "3选1", &["3选1 differs at it, 2 of which 1"]),
        (json!({ "all": [paper("a"), { "all": [paper("b"), paper("c")] }] }), "3选3", &[]),
        // Two of three is not two of four, wherever the fourth stands.
        (
            json!({ "at_least": 2, "of": [paper("a"), paper("b"), any(&["c", "d"])] }),
            "4选2",
            &["4选2 differs at it, 3 of which 2"],
        ),
    ] {
        asking_for(&with_words(node, words), expected);
    }
}

#[test]
fn a_heading_may_be_about_a_group_in_a_list() {
    let list = json!({ "all": [paper("a"), any(&["b", "c"])] });
    let choice = json!({ "any": [paper("a"), { "all": [paper("d"), any(&["b", "c", "a"])] }] });
    for (node, words, expected) in [
        (list.clone(), "营业执照，另需（2选1）：", &[][..]),
        (list, "营业执照，另需（3选1）：", &["3选1 differs at it, 2 of which 2"]),
        // The first heading is about the choice itself, the second about what stands in it.
        (choice.clone(), "（2选1）1.《甲》 2.《丁》及（3选1）《乙》《丙》《甲》", &[]),
        (choice.clone(), "1.《甲》 2.《丁》及（3选1）《乙》《丙》《甲》", &[]),
        (choice.clone(), "（3选1）1.《甲》 2.《丁》", &["3选1 differs at it, 2 of which 1"]),
        (choice, "（2选1）1.《甲》 2.《丁》及（4选1）", &["4选1 differs at it, 2 of which 1"]),
    ] {
        asking_for(&with_words(node, words), expected);
    }
}

#[test]
fn every_heading_of_a_category_has_its_group() {
    let own = |words: &str| with_words(any(&["a", "b"]), words);
    for (requirement, words, expected) in [
        (any(&["a", "b"]), "资质要求（2选1）：1.《甲》 2.《乙》", &[][..]),
        (json!({ "all": [paper("d"), { "any": [paper("c"), any(&["a", "b"])] }] }), "《丁》，2选1，3选1", &[]),
        (any(&["a", "b"]), "资质要求（3选1），（3选1）", &["3选1 unmatched"]),
        (any(&["a", "b"]), "2选1，三选二，3选1", &["三选二 unmatched", "3选1 unmatched"]),
        (json!("unlisted"), "2选1", &["2选1 unmatched"]),
        // What a node was told about is not told again of the category.
        (own("3选1"), "资质要求（3选1）", &["3选1 differs at it, 2 of which 1"]),
        (own("3选1"), "资质要求（三选一）", &["3选1 differs at it, 2 of which 1"]),
        (own("2选1"), "资质要求（2选1）", &[]),
    ] {
        let categories = json!([{ "path": ["it"], "line": 1, "words": words, "requirement": requirement }]);
        finds(&catalog(&json!([]), &categories), expected);
    }
}
