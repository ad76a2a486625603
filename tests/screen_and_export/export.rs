//! What `export` writes.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{CATALOGS, LIVE, category, exported, fields};

#[test]
fn a_path_stands_once_in_an_export() {
    for (catalog, categories) in CATALOGS {
        let found = exported(catalog);
        assert_eq!(fields(&found), ["catalog", "categories"].into());
        assert_eq!(found["catalog"], catalog);
        let found = found["categories"].as_array().unwrap();
        let paths: BTreeSet<String> = found.iter().map(|one| one["path"].to_string()).collect();
        assert_eq!((found.len(), paths.len()), (categories, categories), "{catalog}");
        for one in found {
            assert_eq!(fields(one), ["path", "access", "listed", "qualify"].into());
            assert_eq!(fields(&one["qualify"]), ["exter_list", "remark"].into());
            assert!(one["qualify"]["remark"].is_string());
            let groups = one["qualify"]["exter_list"].as_array().unwrap();
            assert_eq!(one["listed"] == "documents", !groups.is_empty(), "{one}");
            for group in groups {
                assert_eq!(fields(group), ["when", "inner_list"].into());
                for paper in group["inner_list"].as_array().unwrap() {
                    assert_eq!(fields(paper), ["document", "name", "covers", "count", "holder"].into());
                }
            }
        }
    }
}

/// The `when` and the papers of every group.
fn groups(catalog: &Value, path: &[&str]) -> Vec<(Vec<String>, Vec<String>)> {
    let list = |values: &Value, text: &dyn Fn(&Value) -> String| values.as_array().unwrap().iter().map(text).collect();
    let paper = |paper: &Value| {
        let whose = if paper["holder"] == "partner" { "partner's " } else { "" };
        let count = if paper["count"] == 1 { String::new() } else { format!(" x{}", paper["count"]) };
        let covers: Vec<&str> = paper["covers"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
        let covers = if covers.is_empty() { String::new() } else { format!(" ({})", covers.join(",")) };
        format!("{whose}{}{covers}{count}", paper["document"].as_str().unwrap())
    };
    let exter_list = category(catalog, path)["qualify"]["exter_list"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    exter_list.iter().map(|group| (list(&group["when"], &text), list(&group["inner_list"], &paper))).collect()
}

#[track_caller]
fn check_groups(catalog: &str, path: &[&str], expected: &[(&[&str], &[&str])]) {
    let found = exported(catalog);
    let found = groups(&found, path);
    let owned = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    let expected: Vec<_> = expected.iter().map(|(when, papers)| (owned(when), owned(papers))).collect();
    assert_eq!(found, expected, "{path:?}");
}

#[test]
fn an_alternative_for_some_applicants_keeps_its_group() {
    check_groups(
        LIVE,
        &["教育", "学历教育（学校）"],
        &[
            (&["education-provider=public-school"], &["school-establishment-approval"]),
            (&["education-provider=public-school"], &["public-institution-certificate"]),
            (&["education-provider=private-school"], &["private-school-licence"]),
        ],
    );
    check_groups(
        LIVE,
        &["汽车", "汽车预售服务"],
        &[
            (&["car-business=manufacturer"], &["business-licence", "vehicle-manufacturer-admission"]),
            (
                &["car-business=dealer"],
                &["business-licence", "manufacturer-sales-authorisation", "vehicle-manufacturer-admission"],
            ),
            (
                &["car-business=subsidiary"],
                &["business-licence", "vehicle-manufacturer-admission", "equity-relationship-letter (双方盖章)"],
            ),
        ],
    );
    check_groups(
        LIVE,
        &["社交", "直播"],
        &[
            (&[], &["audiovisual-licence"]),
            (&[], &["online-culture-licence (网络表演)"]),
            (&["subject=government"], &["unified-social-credit-code", "explanatory-letter"]),
        ],
    );
    check_groups(
        LIVE,
        &["教育", "教育平台"],
        &[(&[], &["icp-filing", "training-institution-agreement x2", "partner's private-school-licence x2"])],
    );
    check_groups(
        "baidu-2019",
        &["旅行", "签证"],
        &[
            (&["tourism-provider=travel-agency"], &["international-travel-agency-licence"]),
            (&["tourism-provider=individual-guide"], &["business-licence (提供出国探亲访友等信息咨询服务)"]),
            (&["tourism-provider=none"], &["business-licence (提供出国探亲访友等信息咨询服务)"]),
        ],
    );
}

#[test]
fn insurance_has_eight_alternatives_of_one_paper() {
    let found = exported(LIVE);
    let groups = groups(&found, &["金融业", "保险"]);
    let papers: BTreeSet<&String> = groups.iter().flat_map(|(_, papers)| papers).collect();
    assert_eq!((groups.len(), papers.len()), (8, 8));
    assert!(groups.iter().all(|(when, papers)| when.is_empty() && papers.len() == 1));
}

#[test]
fn nothing_asked_and_nothing_said_are_told_apart() {
    let found = exported(LIVE);
    let information = category(&found, &["教育", "教育信息服务"]);
    assert_eq!((&information["listed"], &information["qualify"]["exter_list"]), (&json!("nothing"), &json!([])));
    let found = exported("baidu-2019");
    let data: Value = serde_json::from_str(include_str!("../../data/baidu-2019.json")).unwrap();
    let mut unlisted = 0;
    for one in data["categories"].as_array().unwrap() {
        let path: Vec<&str> = one["path"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        let listed = &category(&found, &path)["listed"];
        assert_eq!(one["requirement"] == "unlisted", listed == "unlisted", "{path:?}");
        unlisted += usize::from(listed == "unlisted");
    }
    assert!(unlisted > 100, "{unlisted}");
}

#[test]
fn access_that_needs_another_category_is_only_remarked() {
    let found = exported(LIVE);
    let shop = category(&found, &["电商平台", "电商平台"]);
    assert_eq!(shop["access"], json!(["live-plugin"]));
    let remark = shop["qualify"]["remark"].as_str().unwrap();
    assert!(remark.contains("社交/直播") && remark.contains("个人"), "{remark}");
}
