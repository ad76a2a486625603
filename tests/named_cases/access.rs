//! What comes with a category: ways to stream live, supplements, restrictions, reviews.

use leimu::eligibility::{Evaluation, Limits};
use serde_json::{Value, json};

use crate::given::{Given, today};

const SHOP: [&str; 2] = ["电商平台", "电商平台"];
const STREAM: [&str; 2] = ["社交", "直播"];

fn open<'a>(given: &'a Given, evaluation: &Evaluation) -> Vec<&'a str> {
    let category = &given.catalog.categories[evaluation.category];
    evaluation.access.iter().map(|&at| category.access[at].method.as_str()).collect()
}

#[test]
fn a_shop_has_live_tags_only_beside_the_streaming_category() {
    let shop = json!([
        { "document": "ICP证" }, { "document": "platform-service-agreement" }, { "document": "platform-trading-rules" },
        { "document": "merchant-review-rules" }, { "document": "dispute-resolution-rules" },
    ]);
    let culture = |said: &str| json!({ "document": "网络文化经营许可证", said: ["网络表演"] });
    for catalog in ["tencent-live-2022", "tencent-live-2021"] {
        let given = Given::bundled(catalog);
        for (licence, expected) in [
            (None, &["live-plugin"][..]),
            (Some(culture("lacks")), &["live-plugin"]),
            // Held, but nobody said that it covers performances.
            (Some(json!({ "document": "网络文化经营许可证" })), &["live-plugin"]),
            (Some(culture("covers")), &["live-plugin", "live-tags"]),
        ] {
            let mut documents = shop.as_array().unwrap().clone();
            documents.extend(licence);
            let profile = json!({ "subject": "enterprise", "documents": documents });
            let evaluation = given.of(&SHOP, &profile);
            assert_eq!(evaluation.verdict.id(), "ready", "{catalog}");
            assert_eq!(open(&given, &evaluation), expected, "{catalog}: {profile}");
            // The way that is not open says what it needs.
            let (_, shop) = given.category(&SHOP);
            let with = shop.access.iter().find(|access| access.method.as_str() == "live-tags").unwrap();
            assert_eq!(with.with.as_ref().unwrap().to_string(), "社交/直播", "{catalog}");
        }
    }
}

/// Path, activity, and how the words of the supplement and of the restriction begin.
type Dependent<'a> = (&'a [&'a str], &'a str, Option<&'a str>, Option<&'a str>);

#[test]
fn what_depends_on_an_activity_shows_only_with_it() {
    let given = Given::bundled("tencent-live-2022");
    let started = |words: &str, start: &str| assert!(words.starts_with(start), "{words}");
    let cases: [Dependent<'_>; 6] = [
        (&STREAM, "political-news", Some("如提供时政信息服务，需补充"), None),
        (&SHOP, "medical-sales", Some("入驻商家如涉医疗器械"), None),
        (&["金融业", "股票信息服务平台（港股/美股）"], "stock-trading", Some("如提供股票交易服务"), None),
        (&["教育", "在线教育"], "ios-virtual-goods", None, Some("iOS 暂不支持")),
        (&["金融业", "私募基金"], "private-fund-public-offering", None, Some("暂不支持涉及私募产品")),
        (&["汽车", "汽车预售服务"], "whole-car-sales", None, Some("暂不支持在线整车销售")),
    ];
    for (path, activity, supplement, restriction) in cases {
        let found = |activities: Value| given.of(path, &json!({ "subject": "enterprise", "activities": activities }));
        let (with, without) = (found(json!([activity])), found(json!([])));
        let others: Vec<&str> = cases.iter().map(|case| case.1).filter(|other| *other != activity).collect();
        let others = found(json!(others));
        assert_eq!(with.verdict, without.verdict, "{path:?}");
        assert_eq!(with.supplements.len(), usize::from(supplement.is_some()), "{path:?}");
        assert_eq!(
            with.restrictions.len(),
            without.restrictions.len() + usize::from(restriction.is_some()),
            "{path:?}"
        );
        assert_eq!(
            (&others.supplements, &others.restrictions),
            (&without.supplements, &without.restrictions),
            "{path:?}"
        );
        assert!(without.supplements.is_empty(), "{path:?}");
        let (_, category) = given.category(path);
        supplement.iter().for_each(|start| {
            started(category.supplements[with.supplements[0]].words.as_deref().unwrap_or_default(), start);
        });
        let last = with.restrictions.last();
        restriction.iter().for_each(|start| started(&category.restrictions[*last.unwrap()].words, start));
    }
}

#[test]
fn a_supplement_that_the_catalog_lists_points_at_it() {
    let given = Given::bundled("tencent-live-2022");
    let profile = json!({ "subject": "enterprise", "activities": ["stock-trading", "political-news"] });
    let path = |path: &[&str]| {
        let supplement = given.of(path, &profile).supplements[0];
        given.category(path).1.supplements[supplement].path.as_ref().map(ToString::to_string)
    };
    assert_eq!(path(&["金融业", "股票信息服务平台（港股/美股）"]).as_deref(), Some("金融业/证券/期货"));
    // 时政信息 is none of the categories that stream live.
    assert_eq!(path(&STREAM), None);
}

#[test]
fn what_concerns_everybody_shows_without_any_activity() {
    let given = Given::bundled("tencent-live-2022");
    let shop = given.of(&SHOP, &json!({ "subject": "enterprise" }));
    let restrictions = &given.category(&SHOP).1.restrictions;
    assert!(matches!(shop.restrictions[..], [one] if restrictions[one].words.starts_with("不得提供")));
    for (path, days) in [(&STREAM, &[7][..]), (&SHOP, &[])] {
        let reviews = &given.category(path).1.reviews;
        assert_eq!(reviews.iter().map(|review| review.days).collect::<Vec<_>>(), days, "{path:?}");
    }
}

#[test]
fn evaluating_again_notices_activities_and_categories_that_open_others() {
    let given = Given::bundled("tencent-live-2022");
    let rules = given.rules();
    let profiles = [
        json!({}),
        json!({ "subject": "enterprise" }),
        json!({ "subject": "enterprise", "activities": ["medical-sales", "political-news"] }),
        json!({ "subject": "enterprise", "documents": [{ "document": "网络文化经营许可证", "covers": ["网络表演"] }] }),
        json!({ "subject": "government", "activities": ["political-news"] }),
        json!({}),
    ];
    let mut was = given.profile(&json!({}));
    let mut known = rules.evaluate(&was, today());
    for profile in profiles {
        let now = given.profile(&profile);
        known = rules.evaluate_again(Limits::FULL, (&was, &known), &now, today());
        assert_eq!(known, rules.evaluate(&now, today()), "{profile}");
        was = now;
    }
}
