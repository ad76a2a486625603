//! What part a paper plays for a category.

use leimu::catalog::{Holder, Kind};
use leimu::eligibility::{CatalogRules, Role};
use leimu::profile::Paper;
use serde_json::{Value, json};

use crate::given::{Given, bundle};

/// The part in words: what decides it, then the answers it is for.
fn told(role: Option<Role>) -> String {
    let Some(Role { is_required, only_if }) = role else { return "none".to_owned() };
    let mut told = if is_required { "required" } else { "alternative" }.to_owned();
    for one in only_if {
        let answers: Vec<&str> = one.answers.iter().map(leimu::catalog::AnswerId::as_str).collect();
        told.push_str(&format!(", {}={}", one.fact, answers.join("|")));
    }
    told
}

fn own(document: &str) -> Paper {
    Paper { document: document.into(), holder: Holder::Own }
}

#[test]
fn the_part_follows_from_the_shape() {
    let public = json!({ "fact": "school", "is": "public" });
    let private = json!({ "fact": "school", "is": "private" });
    let a = json!({ "document": "a" });
    let b = json!({ "document": "b" });
    for (requirement, expected) in [
        (a.clone(), "required"),
        (json!({ "all": [a, b] }), "required"),
        (json!({ "any": [a, b] }), "alternative"),
        (json!({ "at_least": 2, "of": [a, b, { "document": "c" }] }), "alternative"),
        (json!({ "any": [{ "all": [public, a] }, { "all": [private, b] }] }), "required, school=public"),
        (
            json!({ "any": [{ "all": [public, { "any": [a, b] }] }, { "all": [private, b] }] }),
            "alternative, school=public",
        ),
        // Whoever is anything else may not apply at all: that is no condition of the paper.
        (json!({ "all": [{ "fact": "subject", "is": "enterprise" }, a] }), "required"),
        (
            json!({ "all": [{ "fact": "subject", "is": "enterprise" }, { "any": [a, private] }] }),
            "required, school=public",
        ),
        (
            json!({ "any": [{ "all": [{ "fact": "school", "is": "public" }, { "fact": "chain", "is": "yes" }, a] }, private, { "all": [{ "fact": "chain", "is": "no" }, b] }] }),
            "required, school=public, chain=yes",
        ),
        // Either answer is enough to need it, and no answer alone rules it out.
        (json!({ "any": [{ "all": [private, { "fact": "chain", "is": "no" }] }, a] }), "alternative"),
        // It is written down, but whoever has the other needs it no more.
        (json!({ "any": [b, { "all": [a, b] }] }), "none"),
        (json!({ "document": "a", "holder": "partner" }), "none"),
        (json!({ "document": "a", "covers": ["x"], "count": 2 }), "required"),
        (Value::from("unlisted"), "none"),
    ] {
        let given = Given::small(&requirement);
        assert_eq!(told(given.rules().role(0, &own("a"))), expected, "{requirement}");
    }
}

#[test]
fn a_driving_school_needs_its_transport_licence() {
    let given = Given::bundled("tencent-live-2022");
    let (at, _) = given.category(&["教育", "驾校培训"]);
    let rules = given.rules();
    assert_eq!(told(rules.role(at, &own("road-transport-licence"))), "required");
    assert_eq!(told(rules.role(usize::MAX, &own("road-transport-licence"))), "none");
}

/// What a category of the bundle asks for plays a part for it. One paper does not: the source has two
/// rows, of which one asks for it and an ICP filing, the other for the filing alone.
#[test]
fn every_paper_that_is_asked_for_plays_a_part() {
    let mut idle = Vec::new();
    for catalog in &bundle().catalogs {
        let rules = CatalogRules::new(catalog, &bundle().registry);
        for (at, category) in catalog.categories.iter().enumerate() {
            category.requirement.walk(&mut |node| {
                if let Kind::Document(asked) = &node.kind {
                    let paper = Paper { document: asked.document.clone(), holder: asked.holder };
                    if rules.role(at, &paper).is_none() {
                        idle.push(format!("{}: {}: {}", catalog.id, category.path, asked.document));
                    }
                }
            });
        }
    }
    assert_eq!(idle, ["baidu-2020: 金融业/股票信息服务平台（港股/美股）: securities-futures-licence"]);
}
