//! What one paper is worth to an applicant.

use leimu::eligibility::Worth;
use serde_json::{Value, json};

use crate::given::{Given, read_catalog, small_catalog, small_registry, today};

/// What paper `a` is worth, in a catalog with these requirements.
fn worth(requirements: &[Value], profile: &Value) -> Worth {
    let categories = requirements.iter().enumerate();
    let categories = categories.map(|(at, one)| json!({ "path": [at.to_string()], "line": 1, "requirement": one }));
    let written = small_catalog(&json!([]), &json!(categories.collect::<Vec<_>>()));
    let given = Given { catalog: read_catalog(&written), registry: small_registry() };
    given.rules().worth(&"a".into(), &given.profile(profile), today())
}

#[test]
fn a_paper_is_worth_what_it_changes() {
    let public = json!({ "fact": "school", "is": "public" });
    let a = json!({ "document": "a" });
    let b = json!({ "document": "b" });
    let requirements = [
        a.clone(),
        json!({ "all": [public, a] }),
        json!({ "all": [a, b] }),
        b.clone(),
        json!({ "document": "a", "holder": "partner" }),
    ];
    let worth = |profile: Value| worth(&requirements, &profile);
    let told = |worth: Worth| (worth.is_held, worth.opens, worth.opens_if_confirmed, worth.nearer);
    let none = Vec::new();
    assert_eq!(told(worth(json!({}))), (false, vec![0, 4], vec![1], vec![2]));
    assert_eq!(
        told(worth(json!({ "documents": [{ "document": "b" }], "facts": { "school": "public" } }))),
        (false, vec![0, 1, 2, 4], none.clone(), none.clone())
    );
    // Of what is held, only what would be lost without it is told.
    assert_eq!(told(worth(json!({ "documents": [{ "document": "a" }] }))), (true, vec![0], none.clone(), none.clone()));
    let both =
        json!({ "documents": [{ "document": "a" }, { "document": "b" }, { "document": "a", "holder": "partner" }] });
    assert_eq!(told(worth(both)), (true, vec![0, 2, 4], none.clone(), none.clone()));
    let expired = json!({ "documents": [{ "document": "a", "valid_until": "2020-01-01" }] });
    assert_eq!(told(worth(expired)), (true, none.clone(), none.clone(), none));
}
