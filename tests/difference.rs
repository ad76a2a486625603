//! What has changed between two requirements.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod given;

use given::Given;
use leimu::catalog::{AnswerId, Holder};
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
        Point::OnRequest => "on request".to_owned(),
        Point::Unlisted => "unlisted".to_owned(),
    };
    points.iter().map(point).collect::<Vec<_>>().join(" ")
}

/// Relation; needed, no longer needed, accepted, no longer accepted. Before them the subjects for
/// whom it opened and closed.
fn line(one: &Difference) -> String {
    let Difference { relation, opened_to, closed_to, needed, no_longer_needed, accepted, no_longer_accepted } = one;
    let lists = [needed, no_longer_needed, accepted, no_longer_accepted].map(|points| told(points));
    let subjects = opened_to.iter().map(|one| format!("+{one} ")).chain(closed_to.iter().map(|one| format!("-{one} ")));
    format!("{}{relation:?}; {}", subjects.collect::<String>(), lists.join("; "))
}

#[test]
fn what_changed_is_told_by_what_it_means() {
    let paper = |id: &str| json!({ "document": id });
    let (a, b, c) = (paper("a"), paper("b"), paper("c"));
    let only = |subject: &str| json!({ "fact": "subject", "is": subject });
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
        (json!("unlisted"), a.clone(), "Other; a; unlisted; ; "),
        (a.clone(), json!({ "on_request": "mail" }), "Other; on request; a; ; "),
        // Who may have it at all is one thing, what is asked of those who may another.
        (a.clone(), json!({ "all": [only("enterprise"), a] }), "-personal -government Same; ; ; ; "),
        (
            json!({ "all": [only("enterprise"), a] }),
            json!({ "any": [{ "all": [only("enterprise"), a] }, { "all": [only("government"), c] }] }),
            "+government Same; ; ; ; ",
        ),
        (
            json!({ "any": [{ "all": [only("enterprise"), a] }, { "all": [only("government"), c] }] }),
            json!({ "all": [only("enterprise"), b] }),
            "-government Other; b; a; ; ",
        ),
        (
            json!({ "all": [only("enterprise"), a] }),
            json!({ "all": [only("personal"), b] }),
            "+personal -enterprise Other; b; a; ; ",
        ),
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
            "online-culture-licence online-culture-licence:网络表演",
        ),
        (["教育", "驾校培训"], ["教育服务", "驾校培训"], "", ""),
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
                "不再对这些主体开放：境外。",
                "现在也可用：《全国网络视听平台信息登记管理系统》备案。",
                "不再列出：《网络文化经营许可证》含“网络表演”。",
            ];
            assert_eq!(words, expected);
        }
        if to[1] == "驾校培训" {
            assert!(told(&change.needed).contains("driver-training-filing"), "{change:?}");
            assert!(told(&change.no_longer_needed).contains("road-transport-licence:驾驶员培训"), "{change:?}");
        }
    }
}

const PAPERS: [&str; 4] = ["a", "b", "c", "d"];
const SUBJECTS: [&str; 3] = ["personal", "enterprise", "government"];

/// Requirements over four papers and three subjects.
fn requirements() -> impl Strategy<Value = Value> {
    let subjects = prop::sample::subsequence(SUBJECTS.to_vec(), 1..3);
    let leaf = prop_oneof![
        9 => prop::sample::select(PAPERS.to_vec()).prop_map(|id| json!({ "document": id })),
        1 => Just(json!("nothing")),
        2 => subjects.prop_map(|is| json!({ "fact": "subject", "is": is })),
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

/// Who meets a requirement: for each subject, by which of the four papers are held.
fn met(requirement: &Value) -> [Vec<bool>; 3] {
    let given = Given::small(requirement);
    SUBJECTS.map(|subject| {
        let held = |set: usize| {
            let papers = PAPERS.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
            json!({ "subject": subject, "documents": papers.map(|(_, id)| json!({ "document": id })).collect::<Vec<_>>() })
        };
        (0..16).map(|set| given.of(&["it"], &held(set)).verdict == Verdict::Ready).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// The subjects, the relation and what is needed are those of all sixteen ways to hold four
    /// papers, for each of three subjects.
    #[test]
    fn a_difference_is_that_of_everybody(before in requirements(), after in requirements()) {
        let change = changed(&before, &after);
        let (was, is) = (met(&before), met(&after));
        let may = |met: &[bool]| met.contains(&true);
        let named = |of: &dyn Fn(usize) -> bool| {
            SUBJECTS.iter().enumerate().filter(|(at, _)| of(*at)).map(|(_, id)| (*id).into()).collect::<Vec<AnswerId>>()
        };
        prop_assert_eq!(&change.opened_to, &named(&|at| !may(&was[at]) && may(&is[at])));
        prop_assert_eq!(&change.closed_to, &named(&|at| may(&was[at]) && !may(&is[at])));
        let both: Vec<usize> = (0..3).filter(|at| may(&was[*at]) && may(&is[*at])).collect();
        if both.is_empty() {
            return Ok(());
        }
        let implies = |some: &[Vec<bool>; 3], others: &[Vec<bool>; 3]| {
            both.iter().all(|at| some[*at].iter().zip(&others[*at]).all(|(one, other)| !one || *other))
        };
        let expected = match (implies(&is, &was), implies(&was, &is)) {
            (true, true) => Relation::Same,
            (true, false) => Relation::Stricter,
            (false, true) => Relation::Looser,
            (false, false) => Relation::Other,
        };
        prop_assert_eq!(change.relation, expected);
        let needed = |met: &[Vec<bool>; 3], at: usize| {
            both.iter().all(|subject| (0..16).all(|set| !met[*subject][set] || set >> at & 1 == 1))
        };
        for (at, id) in PAPERS.iter().enumerate() {
            let is_new = needed(&is, at) && !needed(&was, at);
            prop_assert_eq!(told(&change.needed).split(' ').any(|one| one == *id), is_new, "{}", id);
        }
    }
}
