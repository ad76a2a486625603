//! What `screen` reads and writes.

use serde_json::{Value, json};

use crate::{CATALOGS, LIVE, category, fields, refused, screened};

#[test]
fn screen_answers_as_the_format_says() {
    let profile = json!({ "subject": "enterprise", "facts": {}, "activities": ["political-news"], "documents": [] });
    let found = screened(LIVE, &profile);
    assert_eq!(
        category(&found, &["教育", "驾校培训"]),
        &json!({
            "path": ["教育", "驾校培训"],
            "verdict": "missing",
            "routes": [[{
                "step": "obtain", "document": "road-transport-licence", "name": "《道路运输经营许可证》",
                "covers": ["驾驶员培训"], "count": 1,
            }]],
            "blockers": [[{
                "cause": "not-held", "document": "road-transport-licence", "name": "《道路运输经营许可证》",
                "covers": ["驾驶员培训"], "count": 1,
            }]],
            "questions": [],
            "access": ["live-plugin"],
        })
    );
    for (catalog, categories) in CATALOGS {
        for profile in [json!({}), json!({ "subject": "personal" }), profile.clone()] {
            let found = screened(catalog, &profile);
            assert_eq!(fields(&found), ["catalog", "categories"].into());
            assert_eq!(found["catalog"], catalog);
            assert_eq!(found["categories"].as_array().unwrap().len(), categories);
            found["categories"].as_array().unwrap().iter().for_each(of_the_format);
        }
    }
}

#[track_caller]
fn of_the_format(category: &Value) {
    assert_eq!(fields(category), ["path", "verdict", "routes", "blockers", "questions", "access"].into());
    let verdict = category["verdict"].as_str().unwrap();
    assert!(["ready", "ask", "missing", "closed", "on-request", "unlisted"].contains(&verdict), "{verdict}");
    assert_eq!(verdict == "ready", category["routes"] == json!([[]]), "{category}");
    assert_eq!(verdict == "ready", category["blockers"] == json!([]), "{category}");
    for step in category["routes"].as_array().unwrap().iter().flat_map(|route| route.as_array().unwrap()) {
        let mut found = fields(step);
        // A partner's paper says so; one's own need not.
        assert!(!found.remove("holder") || step["holder"] == "partner", "{step}");
        match step["step"].as_str().unwrap() {
            "confirm" => assert_eq!(found, ["step", "fact", "answer"].into()),
            "obtain" | "extend" | "renew" | "count" => {
                assert_eq!(found, ["step", "document", "name", "covers", "count"].into());
            }
            other => panic!("no step {other}"),
        }
    }
    for cause in category["blockers"].as_array().unwrap().iter().flat_map(|blocker| blocker.as_array().unwrap()) {
        assert!(cause["cause"].is_string(), "{cause}");
    }
}

#[test]
fn every_kind_of_step_is_written_in_its_own_way() {
    let name = "《道路运输经营许可证》";
    let paper = |step: &str| json!([[{ "step": step, "document": "road-transport-licence", "name": name, "covers": ["驾驶员培训"], "count": 1 }]]);
    let held = |said: Value| {
        let mut document = json!({ "document": name });
        document.as_object_mut().unwrap().extend(said.as_object().unwrap().clone());
        json!({ "subject": "enterprise", "documents": [document] })
    };
    for (profile, verdict, routes) in [
        (held(json!({ "count": 0 })), "missing", paper("obtain")),
        (held(json!({ "lacks": ["驾驶员培训"] })), "missing", paper("extend")),
        (held(json!({})), "ask", paper("extend")),
        (held(json!({ "covers": ["驾驶员培训"], "valid_until": "2001-01-31" })), "missing", paper("renew")),
        (held(json!({ "covers": ["驾驶员培训"], "valid_until": "2999-01-31" })), "ready", json!([[]])),
        (held(json!({ "unobtainable": true })), "closed", json!([])),
    ] {
        let found = screened(LIVE, &profile);
        let found = category(&found, &["教育", "驾校培训"]);
        assert_eq!((&found["verdict"], &found["routes"]), (&json!(verdict), &routes), "{profile}");
    }
    let drivers = json!({ "documents": [{ "document": "designated-driver-driving-licence", "count": 2 }] });
    let found = screened("baidu-2019", &drivers);
    let step = &category(&found, &["交通", "代驾"])["routes"][0][0];
    assert_eq!((&step["step"], &step["count"]), (&json!("count"), &json!(3)));
    let found = screened(LIVE, &json!({ "subject": "enterprise" }));
    assert_eq!(category(&found, &["教育", "教育平台"])["routes"][0][2]["holder"], "partner");
}

#[test]
fn answers_that_serve_alike_are_one_route_each() {
    let found = screened(LIVE, &json!({}));
    let routes = category(&found, &["教育", "教育信息服务"])["routes"].as_array().unwrap();
    let answers: Vec<_> = routes.iter().map(|route| route[0]["answer"].as_str().unwrap()).collect();
    assert_eq!(answers, ["sole-trader", "enterprise", "government", "institution", "media", "other", "overseas"]);
    assert_eq!(routes[0], json!([{ "step": "confirm", "fact": "subject", "answer": "sole-trader" }]));
    // Six subjects with two alternatives, and the government with a third.
    assert_eq!(category(&found, &["社交", "直播"])["routes"].as_array().unwrap().len(), 6 * 2 + 3);
    assert_eq!(category(&found, &["社交", "直播"])["questions"], json!(["subject"]));
}

#[test]
fn a_paper_is_known_by_its_id_its_official_name_and_its_aliases() {
    for name in [
        "value-added-telecom-licence",
        "《增值电信业务经营许可证》",
        "增值电信业务经营许可证",
        "《增值电信经营许可证》",
        "ICP证",
    ] {
        let profile = json!({ "subject": "企业", "documents": [{ "document": name }] });
        let found = screened("baidu-2019", &profile);
        assert_eq!(category(&found, &["美食", "外卖平台"])["verdict"], "ready", "{name}");
        let found = screened(LIVE, &profile);
        let asked = category(&found, &["电商平台", "电商平台"])["questions"].as_array().unwrap().len();
        // An ICP证 covers internet information by its name.
        assert_eq!(asked, if name == "ICP证" { 0 } else { 2 }, "{name}");
    }
}

#[test]
fn bad_input_is_named_and_answered_with_nothing() {
    let document = |more: Value| {
        let mut document = json!({ "document": "icp-filing" });
        document.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "documents": [document] }).to_string()
    };
    for (input, message) in [
        (json!({ "subject": "martian" }).to_string(), &["subject", "martian", "enterprise"][..]),
        (json!({ "facts": { "colour": "red" } }).to_string(), &["facts", "colour"]),
        (json!({ "facts": { "car-business": "red" } }).to_string(), &["car-business", "red", "manufacturer"]),
        (json!({ "activities": ["flying"] }).to_string(), &["activities", "flying"]),
        (document(json!({ "document": "《飞行许可证》" })), &["documents", "《飞行许可证》"]),
        (document(json!({ "valid_until": "2027-02-30" })), &["icp-filing", "valid_until", "2027-02-30"]),
        (document(json!({ "valid_until": "31.01.2027" })), &["icp-filing", "31.01.2027", "2027-01-31"]),
        (document(json!({ "covers": ["x"], "lacks": ["x"] })), &["icp-filing", "x"]),
        (document(json!({ "count": -1 })), &["-1", "line 1"]),
        (document(json!({ "holder": "friend" })), &["friend", "own", "partner"]),
        (document(json!({ "paper": 1 })), &["paper"]),
        (
            json!({ "documents": [{ "document": "ICP备案" }, { "document": "icp-filing" }] }).to_string(),
            &["icp-filing", "twice"],
        ),
        (json!({ "subjekt": "enterprise" }).to_string(), &["subjekt"]),
        ("{\n  \"subject\":\n".to_owned(), &["standard input", "line"]),
        (String::new(), &["standard input"]),
        ("null".to_owned(), &["standard input"]),
        // Everything that is wrong is said at once.
        (
            json!({ "subject": "martian", "facts": { "colour": "red" }, "activities": ["flying"] }).to_string(),
            &["martian", "colour", "flying"],
        ),
    ] {
        refused("screen", &[LIVE], &input, message);
    }
}
