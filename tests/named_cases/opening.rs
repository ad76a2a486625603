//! Who may apply at all.

use leimu::catalog::Effect;
use leimu::eligibility::{Blocker, Value as Of, Verdict};
use serde_json::{Value, json};

use crate::given::{Given, bundle, today};

const CATALOGS: [&str; 3] = ["tencent-live-2022", "tencent-live-2021", "baidu-2019"];

fn subjects() -> Vec<String> {
    let subject = bundle().registry.fact("subject").unwrap();
    subject.answers.iter().map(|answer| answer.id.to_string()).collect()
}

#[test]
fn before_the_first_answer_nothing_is_closed() {
    for catalog in CATALOGS {
        let given = Given::bundled(catalog);
        for one in given.evaluate(&json!({})).categories {
            let path = &given.catalog.categories[one.category].path;
            assert_ne!(one.verdict, Verdict::Closed, "{catalog}: {path}");
        }
    }
}

#[test]
fn closed_always_says_what_nothing_mends() {
    let impossible = |given: &Given| -> Vec<Value> {
        let documents = given.registry.documents.iter();
        documents.map(|document| json!({ "document": document.id, "unobtainable": true })).collect()
    };
    let mut closed = 0;
    for catalog in CATALOGS {
        let given = Given::bundled(catalog);
        for subject in subjects() {
            for documents in [Vec::new(), impossible(&given)] {
                for one in given.evaluate(&json!({ "subject": subject, "documents": documents })).categories {
                    let path = &given.catalog.categories[one.category].path;
                    if one.verdict == Verdict::Closed {
                        closed += 1;
                        assert!(one.blockers.iter().next().is_some_and(Blocker::is_final), "{catalog}: {path}");
                        assert!(one.routes.is_empty(), "{catalog}: {path}");
                    }
                }
            }
        }
    }
    assert!(closed > 0);
}

#[test]
fn an_individual_may_not_stream_live_and_the_rule_says_so() {
    for catalog in ["tencent-live-2022", "tencent-live-2021"] {
        let given = Given::bundled(catalog);
        let profile = json!({ "subject": "个人", "documents": [{ "document": "ICP备案" }] });
        for one in given.evaluate(&profile).categories {
            let path = &given.catalog.categories[one.category].path;
            assert_eq!(one.verdict, Verdict::Closed, "{catalog}: {path}");
            let by_rule = one.blockers.iter().any(|blocker| {
                blocker.is_final() && blocker.len() == 1 && blocker.causes().all(|cause| cause.rule.is_some())
            });
            assert!(by_rule, "{catalog}: {path}: {:?}", one.blockers);
        }
    }
    Given::bundled("tencent-live-2022").check_blockers(
        &["教育", "教育信息服务"],
        &json!({ "subject": "personal" }),
        &["! subject=sole-trader|enterprise|government|institution|media|other|overseas but personal by opening rule"],
    );
}

#[test]
fn what_the_opening_says_is_told_once_to_those_whom_it_concerns() {
    for catalog in ["tencent-live-2022", "tencent-live-2021"] {
        let given = Given::bundled(catalog);
        for subject in subjects() {
            let opening = given.evaluate(&json!({ "subject": subject })).opening;
            match subject.as_str() {
                "government" => assert!(
                    matches!(&opening[..], [rule] if rule.effect == Effect::Access("live-tags".into())),
                    "{catalog}: {opening:?}"
                ),
                "personal" => {
                    assert!(matches!(&opening[..], [rule] if rule.effect == Effect::Closed), "{catalog}: {opening:?}");
                }
                _ => assert_eq!(opening, [], "{catalog}: {subject}"),
            }
        }
        assert_eq!(given.evaluate(&json!({})).opening, [], "{catalog}");
    }
}

#[test]
fn a_category_that_asks_nothing_still_asks_who_applies() {
    let given = Given::bundled("tencent-live-2022");
    let path = ["教育", "教育信息服务"];
    let expected = [
        "ask",
        "route: confirm subject=sole-trader|enterprise|government|institution|media|other|overseas",
        "question: subject",
    ];
    given.check(&path, &json!({}), &expected);
    given.check(&path, &json!({ "subject": "overseas" }), &["ready", "route: "]);
    // The requirement itself is met: the rule is the catalog's, not a node of it.
    let (at, _) = given.category(&path);
    let explained = given.rules().explain(at, &given.profile(&json!({ "subject": "personal" })), today()).unwrap();
    assert_eq!(explained.value, Of::Met);
}
