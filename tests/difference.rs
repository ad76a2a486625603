//! What has changed between two requirements.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod given;

use given::Given;
use leimu::catalog::Holder;
use leimu::eligibility::{Difference, Point, Relation, Verdict, difference};
use leimu::i18n::messages;
use leimu::profile::Paper;
use leimu::wording::changes;
use proptest::prelude::*;
use serde_json::{Value, json};

fn changed(before: &Value, after: &Value) -> Difference {
    let (before, after) = (Given::small(before), Given::small(after));
    let one = |given: &'_ Given| given.catalog.categories[0].clone();
    difference((&before.catalog, &one(&before)), (&after.catalog, &one(&after)), &after.registry)
}

fn told(points: &[Point]) -> String {
    let paper = |paper: &Paper| match paper.holder {
        Holder::Own => paper.document.to_string(),
        Holder::Partner => format!("partner:{}", paper.document),
    };
    let point = |point: &Point| match point {
        Point::Paper(one) => paper(one),
        Point::Coverage(one, phrase) => format!("{}:{phrase}", paper(one)),
        Point::Count(one, count) => format!("{}×{count}", paper(one)),
        Point::Answer(fact, answers) => {
            format!("{fact}={}", answers.iter().map(ToString::to_string).collect::<Vec<_>>().join("|"))
        }
        Point::Beyond => "beyond".to_owned(),
    };
    points.iter().map(point).collect::<Vec<_>>().join(" ")
}

/// Relation; needed, no longer needed, accepted, no longer accepted.
fn line(one: &Difference) -> String {
    let Difference { relation, needed, no_longer_needed, accepted, no_longer_accepted } = one;
    let lists = [needed, no_longer_needed, accepted, no_longer_accepted].map(|points| told(points));
    format!("{relation:?}; {}", lists.join("; "))
}

#[test]
fn what_changed_is_told_by_what_it_means() {
    let paper = |id: &str| json!({ "document": id });
    let (a, b, c) = (paper("a"), paper("b"), paper("c"));
    let cases = [
        (a.clone(), a.clone(), "Same; ; ; ; "),
        // The order of members and the shape of the tree mean nothing.
        (json!({ "any": [a, b] }), json!({ "any": [{ "all": [b, a] }, b, a] }), "Same; ; ; ; "),
        (a.clone(), json!({ "all": [a, b] }), "Stricter; b; ; ; "),
        (json!({ "all": [a, b] }), a.clone(), "Looser; ; b; ; "),
        (a.clone(), json!({ "any": [a, b] }), "Looser; ; a; b; "),
        (json!({ "any": [a, b] }), a.clone(), "Stricter; a; ; ; b"),
        (a.clone(), b.clone(), "Other; b; a; ; "),
        (json!({ "any": [a, b] }), json!({ "any": [a, c] }), "Other; ; ; c; b"),
        (a.clone(), json!({ "document": "a", "covers": ["x"] }), "Stricter; a:x; ; ; "),
        (
            json!({ "document": "a", "covers": ["x"] }),
            json!({ "document": "a", "covers": { "any": ["x", "y"] } }),
            "Looser; ; a:x; a:y; ",
        ),
        (a.clone(), json!({ "document": "a", "count": 2 }), "Stricter; a×2; ; ; "),
        (a.clone(), json!({ "document": "a", "holder": "partner" }), "Other; partner:a; a; ; "),
        (json!("nothing"), a.clone(), "Stricter; a; ; ; "),
        (json!("unlisted"), a.clone(), "Other; a; beyond; ; "),
        (a.clone(), json!({ "all": [{ "fact": "school", "is": "public" }, a] }), "Stricter; school=public; ; ; "),
        (json!({ "at_least": 1, "of": [a, b, c] }), json!({ "at_least": 2, "of": [a, b, c] }), "Stricter; ; ; ; "),
    ];
    for (before, after, expected) in cases {
        assert_eq!(line(&changed(&before, &after)), expected, "{before} → {after}");
    }
}

#[test]
fn the_changes_of_the_bundled_revisions_are_those_of_the_pages() {
    let bundle = given::bundle();
    let (old, new) = (bundle.catalog("tencent-live-2022").unwrap(), bundle.catalog("wechat-2026").unwrap());
    let cases = [
        (
            ["社交", "直播"],
            ["社交", "直播"],
            "audiovisual-platform-system-filing",
            "subject=overseas online-culture-licence online-culture-licence:网络表演",
        ),
        (["教育", "驾校培训"], ["教育服务", "驾校培训"], "", "subject=overseas"),
    ];
    for (from, to, accepted, no_longer) in cases {
        let find = |catalog: &'static leimu::catalog::Catalog, path: &[&str]| {
            catalog
                .categories
                .iter()
                .find(|one| one.path.0.iter().map(|name| &**name).eq(path.iter().copied()))
                .unwrap()
        };
        let change = difference((old, find(old, &from)), (new, find(new, &to)), &bundle.registry);
        assert_eq!((&*told(&change.accepted), &*told(&change.no_longer_accepted)), (accepted, no_longer), "{to:?}");
        let words = changes(&change, &bundle.registry, messages());
        if to[1] == "直播" {
            let expected = [
                "现在也可用：《全国网络视听平台信息登记管理系统》备案。",
                "不再列出：《网络文化经营许可证》含“网络表演”、境外。",
            ];
            assert_eq!(words, expected);
        }
        if to[1] == "驾校培训" {
            assert!(told(&change.needed).contains("driver-training-filing"), "{change:?}");
            assert!(told(&change.no_longer_needed).contains("road-transport-licence:驾驶员培训"), "{change:?}");
        }
    }
}

/// Requirements over four papers.
fn requirements() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        9 => prop::sample::select(vec!["a", "b", "c", "d"]).prop_map(|id| json!({ "document": id })),
        1 => Just(json!("nothing")),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let members = prop::collection::vec(inner, 1..4);
        (members, 0..3).prop_map(|(members, shape)| match shape {
            0 => json!({ "all": members }),
            1 => json!({ "any": members }),
            _ => json!({ "at_least": members.len().div_ceil(2), "of": members }),
        })
    })
}

/// Who meets a requirement, by which of the four papers are held.
fn met(requirement: &Value) -> Vec<bool> {
    let given = Given::small(requirement);
    let held = |set: usize| {
        let papers = ["a", "b", "c", "d"].iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
        json!({ "subject": "enterprise", "documents": papers.map(|(_, id)| json!({ "document": id })).collect::<Vec<_>>() })
    };
    (0..16).map(|set| given.of(&["it"], &held(set)).verdict == Verdict::Ready).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// The relation is that of all sixteen ways to hold four papers, and so is what is needed.
    #[test]
    fn a_relation_is_that_of_everybody(before in requirements(), after in requirements()) {
        let change = changed(&before, &after);
        let (was, is) = (met(&before), met(&after));
        let implies = |some: &[bool], others: &[bool]| some.iter().zip(others).all(|(one, other)| !one || *other);
        let expected = match (implies(&is, &was), implies(&was, &is)) {
            (true, true) => Relation::Same,
            (true, false) => Relation::Stricter,
            (false, true) => Relation::Looser,
            (false, false) => Relation::Other,
        };
        prop_assert_eq!(change.relation, expected);
        let needed = |met: &[bool], at: usize| (0..16).all(|set| !met[set] || set >> at & 1 == 1);
        for (at, id) in ["a", "b", "c", "d"].iter().enumerate() {
            let is_new = needed(&is, at) && !needed(&was, at);
            prop_assert_eq!(told(&change.needed).split(' ').any(|one| one == *id), is_new, "{}", id);
        }
    }
}
