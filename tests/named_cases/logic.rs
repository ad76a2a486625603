//! Small trees.

use leimu::eligibility::Value as Of;
use serde_json::{Value, json};

use crate::given::{Given, today};

fn paper(id: &str) -> Value {
    json!({ "document": id })
}

fn covering(id: &str) -> Value {
    json!({ "document": id, "covers": ["x"] })
}

fn holding(ids: &[&str]) -> Value {
    let documents: Vec<_> = ids.iter().map(|id| paper(id)).collect();
    json!({ "documents": documents })
}

#[track_caller]
fn check(requirement: &Value, profile: &Value, expected: &[&str]) {
    Given::small(requirement).check(&["it"], profile, expected);
}

#[test]
fn what_cannot_change_anything_is_not_asked() {
    let public = json!({ "fact": "school", "is": "public" });
    let chain = json!({ "fact": "chain", "is": "yes" });
    // D or (D and A); A and (A or B): by facts, then by what held papers cover.
    for requirement in [
        json!({ "any": [public, { "all": [public, chain] }] }),
        json!({ "any": [{ "all": [chain, public] }, public] }),
        json!({ "all": [public, { "any": [public, chain] }] }),
    ] {
        check(&requirement, &json!({}), &["ask", "route: confirm school=public", "question: school"]);
    }
    for requirement in [
        json!({ "any": [covering("a"), { "all": [covering("a"), covering("b")] }] }),
        json!({ "all": [covering("a"), { "any": [covering("b"), covering("a")] }] }),
    ] {
        check(&requirement, &holding(&["a", "b"]), &["ask", "route: extend a (x)", "question: a:x"]);
    }
}

#[test]
fn each_of_two_alternatives_that_lacks_one_paper_is_a_route_of_one_step() {
    let requirement = json!({ "any": [{ "all": [paper("a"), paper("b")] }, { "all": [paper("c"), paper("d")] }] });
    check(&requirement, &holding(&["b", "c"]), &["missing", "route: obtain a", "route: obtain d"]);
    let impossible = json!({ "documents": [
        { "document": "a", "unobtainable": true }, { "document": "d", "unobtainable": true }, paper("b"), paper("c"),
    ] });
    check(&requirement, &impossible, &["closed"]);
    Given::small(&requirement).check_blockers(&["it"], &impossible, &["! a Unobtainable + d Unobtainable"]);
    let one = json!({ "documents": [{ "document": "a", "unobtainable": true }, paper("b"), paper("c")] });
    check(&requirement, &one, &["missing", "route: obtain d"]);
    // Not final: the paper that can be had mends it.
    Given::small(&requirement).check_blockers(&["it"], &one, &["a Unobtainable + d NotHeld"]);
}

#[test]
fn answers_that_are_all_there_are_meet_it_though_nobody_answered() {
    let school = |is: &str| json!({ "fact": "school", "is": is });
    check(&json!({ "any": [school("public"), school("private")] }), &json!({}), &["ready", "route: "]);
    check(&json!({ "fact": "school", "is": ["private", "public"] }), &json!({}), &["ready", "route: "]);
    let each =
        json!({ "any": [{ "all": [school("public"), paper("a")] }, { "all": [school("private"), paper("b")] }] });
    check(
        &each,
        &json!({}),
        &[
            "missing",
            "route: confirm school=public + obtain a",
            "route: confirm school=private + obtain b",
            // Whoever has both need not say which one it is.
            "route: obtain a + obtain b",
            "question: school",
        ],
    );
    check(&each, &holding(&["a", "b"]), &["ready", "route: "]);
    check(&each, &holding(&["a"]), &["ask", "route: confirm school=public", "route: obtain b", "question: school"]);
    // Nobody is both.
    check(&json!({ "all": [school("public"), school("private")] }), &json!({}), &["closed"]);
}

#[test]
fn two_of_met_unknown_and_unmet_is_unknown() {
    let given = Given::small(&json!({ "at_least": 2, "of": [paper("a"), covering("b"), paper("c")] }));
    let explained = |profile: &Value| {
        let root = given.rules().explain(0, &given.profile(profile), today()).unwrap();
        (root.value, root.members.iter().map(|member| member.value).collect::<Vec<_>>())
    };
    for (documents, whole, members) in [
        (json!([paper("a"), paper("b")]), Of::Unknown, [Of::Met, Of::Unknown, Of::Unmet]),
        (json!([paper("b")]), Of::Unmet, [Of::Unmet, Of::Unknown, Of::Unmet]),
        (json!([paper("a"), paper("b"), paper("c")]), Of::Met, [Of::Met, Of::Unknown, Of::Met]),
        (json!([paper("a"), { "document": "b", "lacks": ["x"] }]), Of::Unmet, [Of::Met, Of::Unmet, Of::Unmet]),
        (json!([paper("a"), { "document": "b", "covers": ["x"] }]), Of::Met, [Of::Met, Of::Met, Of::Unmet]),
    ] {
        assert_eq!(explained(&json!({ "documents": documents })), (whole, members.to_vec()), "{documents}");
    }
}

#[test]
fn so_many_of_counts_members_and_not_papers() {
    let pair = |one: &str, other: &str| json!({ "all": [paper(one), paper(other)] });
    let requirement = json!({ "at_least": 2, "of": [pair("a", "b"), pair("b", "c"), pair("c", "d")] });
    check(&requirement, &holding(&["a", "b", "c"]), &["ready", "route: "]);
    // Three papers, but one pair.
    check(&requirement, &holding(&["a", "b", "d"]), &["missing", "route: obtain c"]);
    check(&requirement, &holding(&["a", "d"]), &["missing", "route: obtain b + obtain c"]);
}

#[test]
fn a_held_paper_is_mended_and_another_one_is_got() {
    let requirement = json!({ "document": "a", "covers": ["x", "y"], "count": 2 });
    for (held, expected) in [
        (json!({ "count": 0 }), &["missing", "route: obtain a (x,y) x2"][..]),
        (json!({ "covers": ["x"] }), &["missing", "route: count a x2 + extend a (y)", "question: a:y"]),
        (json!({ "covers": ["x"], "lacks": ["y"], "count": 2 }), &["missing", "route: extend a (y)"]),
        (json!({ "covers": ["x", "y"] }), &["missing", "route: count a x2"]),
        (json!({ "covers": ["x", "y"], "count": 5 }), &["ready", "route: "]),
        // The last day is a valid day.
        (json!({ "covers": ["x", "y"], "count": 2, "valid_until": "2026-06-15" }), &["ready", "route: "]),
        // An expired paper is asked for anew, whatever it covered.
        (json!({ "covers": ["x"], "count": 2, "valid_until": "2026-06-14" }), &["missing", "route: renew a (x,y) x2"]),
        (json!({ "unobtainable": true }), &["closed"]),
    ] {
        let mut document = json!({ "document": "a" });
        document.as_object_mut().unwrap().extend(held.as_object().unwrap().clone());
        check(&requirement, &json!({ "documents": [document] }), expected);
    }
}

#[test]
fn three_of_a_paper_are_two_as_well() {
    let so_many = |count: u32| json!({ "document": "a", "count": count });
    check(&json!({ "any": [so_many(2), so_many(3)] }), &json!({}), &["missing", "route: obtain a x2"]);
    let requirement = json!({ "all": [so_many(3), { "any": [so_many(2), paper("b")] }] });
    check(&requirement, &json!({}), &["missing", "route: obtain a x3"]);
    // Who lacks two lacks three, so either keeps it unmet.
    Given::small(&requirement).check_blockers(&["it"], &json!({}), &["a x3 NotHeld", "a x2 NotHeld"]);
}

#[test]
fn one_leaf_in_two_orders_is_one_cause() {
    let requirement = json!({ "all": [
        { "document": "a", "covers": ["x", "y"] }, { "document": "a", "covers": ["y", "x"] },
        { "document": "b", "covers": { "any": ["x"] } }, { "document": "b", "covers": ["x"] },
    ] });
    Given::small(&requirement).check_blockers(&["it"], &json!({}), &["a (x,y) NotHeld", "b (x) NotHeld"]);
}

#[test]
fn by_mail_and_unlisted_are_no_routes() {
    let mail = json!({ "on_request": "mail" });
    for (requirement, expected) in [
        (json!("nothing"), &["ready", "route: "][..]),
        (json!("unlisted"), &["unlisted"]),
        (mail.clone(), &["on-request"]),
        (json!({ "any": [mail, paper("a")] }), &["missing", "route: obtain a"]),
        (json!({ "all": [mail, paper("a")] }), &["on-request"]),
        (json!({ "all": [mail, "unlisted"] }), &["unlisted"]),
        (json!({ "any": [mail, "unlisted"] }), &["on-request"]),
        (json!({ "all": [mail, { "fact": "school", "is": "public" }] }), &["on-request", "question: school"]),
    ] {
        check(&requirement, &json!({}), expected);
    }
}
