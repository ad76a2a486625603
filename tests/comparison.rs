//! Two catalogs category by category, and two requirements line by line.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod given;

use std::collections::BTreeSet;

use given::{Given, bundle};
use leimu::catalog::{Catalog, CategoryPath};
use leimu::eligibility::{Comparison, Counts, comparison};
use leimu::i18n::{EN, ZH};
use leimu::wording::{Line, beside};
use proptest::prelude::*;
use serde_json::{Value, json};

fn compared(before: &str, after: &str) -> Option<Comparison<'static>> {
    let bundle = bundle();
    let catalog = |id: &str| bundle.catalog(id).unwrap();
    comparison(catalog(before), catalog(after), &bundle.links, &bundle.registry)
}

#[test]
fn the_bundled_revisions_are_told_in_one_sentence() {
    let cases = [
        (
            "tencent-live-2021",
            "tencent-live-2022",
            "要求有变 0 个，只有开放的主体有变 0 个；改名、移动或拆分 0 个，取消 0 个，新增 29 个；完全没有变 2 个。",
        ),
        (
            "tencent-live-2022",
            "wechat-2026",
            "要求有变 23 个，只有开放的主体有变 7 个；改名、移动或拆分 18 个，取消 1 个，另有 441 个旧版没有收录，不算新增；完全没有变 0 个。",
        ),
        // Two revisions on the way.
        (
            "tencent-live-2021",
            "wechat-2026",
            "要求有变 2 个，只有开放的主体有变 0 个；改名、移动或拆分 0 个，取消 0 个，另有 470 个旧版没有收录，不算新增；完全没有变 0 个。",
        ),
        (
            "baidu-2019",
            "baidu-2020",
            "要求有变 29 个，只有开放的主体有变 0 个；改名、移动或拆分 7 个，取消 1 个，新增 1 个；完全没有变 210 个。",
        ),
    ];
    for (before, after, sentence) in cases {
        assert_eq!((ZH.compared)(&compared(before, after).unwrap().counts()), sentence, "{before} → {after}");
    }
    let numbers = Counts { added: 1, unlisted_before: 0, ended: 3, moved: 4, changed: 5, for_others: 6, same: 7 };
    assert_eq!(
        (EN.compared)(&numbers),
        "5 with another requirement, 6 for other entities only; 4 renamed, moved or split, 3 ended, 1 added; 7 wholly unchanged."
    );
}

#[test]
fn catalogs_of_two_platforms_are_not_compared() {
    assert!(compared("baidu-2020", "wechat-2026").is_none());
    assert!(compared("wechat-2026", "wechat-2026").is_none());
}

#[test]
fn from_new_to_old_only_paths_are_compared() {
    let turned = compared("baidu-2020", "baidu-2019").unwrap();
    assert_eq!(turned.revisions.len(), 0);
    // Eight that have no name of theirs there: seven renamed and one new, as seen from the other side.
    assert_eq!((turned.ended.len(), turned.others.len()), (8, 8));
}

#[test]
fn every_category_is_accounted_for_once() {
    let all = |catalog: &Catalog| catalog.categories.iter().map(|one| one.path.clone()).collect::<BTreeSet<_>>();
    let catalogs = &bundle().catalogs;
    let mut pairs = 0;
    for before in catalogs {
        for after in catalogs.iter().filter(|after| after.platform == before.platform && after.id != before.id) {
            let told = compared(before.id.as_str(), after.id.as_str()).unwrap();
            pairs += 1;
            let kept = told.kept.iter().map(|kept| kept.category.path.clone());
            let ended = told.ended.iter().map(|gone| gone.category.path.clone());
            let (kept, ended): (BTreeSet<CategoryPath>, BTreeSet<_>) = (kept.collect(), ended.collect());
            assert!(kept.is_disjoint(&ended), "{} → {}", before.id, after.id);
            assert_eq!(kept.union(&ended).cloned().collect::<BTreeSet<_>>(), all(before));
            let reached = told.kept.iter().flat_map(|kept| &kept.successors).map(|(one, _)| one.path.clone());
            let others = told.others.iter().map(|one| one.path.clone());
            let (reached, others): (BTreeSet<CategoryPath>, BTreeSet<_>) = (reached.collect(), others.collect());
            assert!(reached.is_disjoint(&others), "{} → {}", before.id, after.id);
            assert_eq!(reached.union(&others).cloned().collect::<BTreeSet<_>>(), all(after));
        }
    }
    assert_eq!(pairs, 8);
}

/// A requirement beside another one; what the other does not say stands in brackets.
fn told(one: &Value, other: &Value) -> String {
    let (one, other) = (Given::small(one), Given::small(other));
    let requirement = |given: &Given| given.catalog.categories[0].requirement.clone();
    let lines = beside(&requirement(&one), &requirement(&other), &one.registry, &ZH);
    let line = |line: &Line| {
        let parts = line.words.parts.iter().map(|(words, new)| if *new { format!("[{words}]") } else { words.clone() });
        format!("{}{}", "-".repeat(line.depth), parts.collect::<String>())
    };
    lines.iter().map(line).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_the_other_requirement_does_not_say_is_marked() {
    let paper = |id: &str| json!({ "document": id });
    let covering = |phrases: Value| json!({ "document": "a", "covers": phrases });
    let (a, b, c) = (paper("a"), paper("b"), paper("c"));
    let cases = [
        (a.clone(), a.clone(), "a"),
        (b.clone(), a.clone(), "[b]"),
        // The order of members means nothing.
        (json!({ "any": [a, b] }), json!({ "any": [b, a] }), "任选其一 · 2 选 1 -a -b"),
        (json!({ "any": [a, b] }), json!({ "any": [a, c] }), "任选其一 · 2 选 1 -a -[b]"),
        // All that changed is how they are joined.
        (json!({ "any": [a, b] }), json!({ "all": [a, b] }), "[任选其一 · 2 选 1] -a -b"),
        (
            json!({ "all": [{ "any": [a, b] }, c] }),
            json!({ "all": [{ "all": [a, b] }, c] }),
            "全部提供 -[任选其一 · 2 选 1] --a --b -c",
        ),
        (covering(json!(["x", "y"])), covering(json!(["x"])), "a含“x”和“[y]”"),
        (covering(json!(["x"])), covering(json!(["x", "y"])), "[a含“x”]"),
        (covering(json!(["x", "y"])), covering(json!({ "any": ["x", "y"] })), "[a含“x”和“y”]"),
        (covering(json!(["x"])), b.clone(), "[a含“x”]"),
        (json!({ "document": "a", "count": 2 }), a.clone(), "[a至少 2 份]"),
        (json!({ "fact": "school", "is": "public" }), json!({ "fact": "school", "is": "private" }), "[public]"),
        (json!("unlisted"), json!("nothing"), "[来源没有写资质要求，以平台页面为准]"),
    ];
    for (one, other, expected) in cases {
        assert_eq!(told(&one, &other), expected, "{one} beside {other}");
    }
}

/// Requirements over three papers with coverages.
fn requirements() -> impl Strategy<Value = Value> {
    let phrases = prop::sample::subsequence(vec!["x", "y", "z"], 0..3);
    let leaf = (prop::sample::select(vec!["a", "b", "c"]), phrases, 1_u32..3)
        .prop_map(|(id, covers, count)| json!({ "document": id, "covers": covers, "count": count }));
    leaf.prop_recursive(3, 10, 3, |inner| {
        (prop::collection::vec(inner, 1..4), any::<bool>())
            .prop_map(|(members, all)| if all { json!({ "all": members }) } else { json!({ "any": members }) })
    })
}

proptest! {
    /// Nothing is marked beside itself, and where nothing is marked on either side, both are the same.
    #[test]
    fn marks_are_where_the_two_differ(one in requirements(), other in requirements()) {
        prop_assert!(!told(&one, &one).contains('['));
        let (left, right) = (told(&one, &other), told(&other, &one));
        if !left.contains('[') && !right.contains('[') {
            let lines = |text: &str| text.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
            prop_assert_eq!(lines(&left), lines(&right));
        }
    }
}
