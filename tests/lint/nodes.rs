//! What can never be met, and what adds nothing.

use serde_json::{Value, json};

use crate::{asking_for, catalog, fact, finds, found, paper};

#[test]
fn a_category_that_contradicts_itself_is_told_with_what_does() {
    let (public, private) = (fact("school", "public"), fact("school", "private"));
    for (requirement, expected) in [
        (json!({ "all": [public, private] }), "never open: it"),
        (json!({ "all": [paper("a"), { "all": [public, private] }] }), "never open: it/1"),
        (json!({ "at_least": 2, "of": [public, private] }), "never open: it"),
        (json!({ "any": [{ "all": [public, private, paper("a")] }] }), "never open: it/0"),
        // Each half can be met, both together cannot.
        (json!({ "all": [{ "any": [public, { "all": [public, paper("a")] }] }, private] }), "never open: it"),
    ] {
        let first = &found(&crate::given::Given::small(&requirement))[0];
        assert_eq!(crate::short(first), expected, "{requirement}");
    }
}

#[test]
fn a_category_may_be_closed_to_everybody_by_opening_rules() {
    let closed = |subjects: &[&str]| json!([{ "subjects": subjects, "effect": "closed", "words": "", "line": 1 }]);
    let it = |requirement: Value| json!([{ "path": ["it"], "line": 2, "requirement": requirement }]);
    let for_persons = it(json!({ "all": [fact("subject", "personal"), paper("a")] }));
    finds(&catalog(&closed(&["personal"]), &for_persons), &["never open: opening rules"]);
    finds(&catalog(&closed(&["government"]), &for_persons), &[]);
    finds(
        &catalog(&closed(&["personal", "enterprise", "government"]), &it(json!("nothing"))),
        &["never open: opening rules"],
    );
    // Only one branch is for those that the catalog is closed to.
    let branches = it(json!({ "any": [{ "all": [fact("subject", "personal"), paper("a")] }, paper("b")] }));
    finds(&catalog(&closed(&["personal"]), &branches), &["never met here: it/0"]);
    // A rule that grants something closes nothing.
    let access = json!([{ "subjects": ["personal"], "effect": { "access": "tags" }, "words": "", "line": 1 }]);
    finds(&catalog(&access, &for_persons), &[]);
}

#[test]
fn the_lowest_node_that_nobody_meets_is_told() {
    let (public, private) = (fact("school", "public"), fact("school", "private"));
    let never = json!({ "all": [public, private] });
    for (requirement, expected) in [
        (json!({ "any": [paper("a"), never] }), &["never met: it/1"][..]),
        (json!({ "any": [paper("a"), { "all": [paper("b"), never] }] }), &["never met: it/1/1"]),
        (
            json!({ "any": [paper("a"), { "any": [never, { "at_least": 2, "of": [private, public] }] }] }),
            &["never met: it/1/0", "never met: it/1/1"],
        ),
        (json!({ "at_least": 2, "of": [paper("a"), paper("b"), never] }), &["never met: it/2"]),
        // Three of four, of which two exclude each other, can be met; all four cannot.
        (json!({ "at_least": 3, "of": [paper("a"), paper("b"), public, private] }), &[]),
        (
            json!({ "any": [paper("c"), { "at_least": 4, "of": [paper("a"), paper("b"), public, private] }] }),
            &["never met: it/1"],
        ),
        // Against what stands above.
        (
            json!({ "all": [public, { "any": [{ "all": [private, paper("a")] }, paper("b")] }] }),
            &["never met here: it/1/0"],
        ),
        // A third answer leaves room.
        (
            json!({ "any": [paper("a"), { "all": [
            { "fact": "subject", "is": ["personal", "enterprise"] }, { "fact": "subject", "is": ["enterprise", "government"] },
        ] }] }),
            &[],
        ),
    ] {
        asking_for(&requirement, expected);
    }
}

#[test]
fn an_alternative_that_another_one_absorbs_is_told_once() {
    let (public, private) = (fact("school", "public"), fact("school", "private"));
    let both = json!({ "all": [paper("a"), paper("b")] });
    for (requirement, expected) in [
        (json!({ "any": [paper("a"), both] }), &["absorbed in it: 1 beside 0"][..]),
        (json!({ "any": [both, paper("a")] }), &["absorbed in it: 0 beside 1"]),
        (json!({ "at_least": 1, "of": [both, paper("a")] }), &["absorbed in it: 0 beside 1"]),
        (json!({ "any": [paper("c"), { "any": [paper("a"), both] }] }), &["absorbed in it/1: 1 beside 0"]),
        (json!({ "any": [paper("a"), { "any": [paper("a"), paper("b")] }] }), &["absorbed in it: 0 beside 1"]),
        (
            json!({ "any": [{ "fact": "subject", "is": ["personal", "enterprise"] }, fact("subject", "personal")] }),
            &["absorbed in it: 1 beside 0"],
        ),
        // The one that is kept is one that stays.
        (
            json!({ "any": [{ "all": [both, paper("c")] }, both, paper("a")] }),
            &["absorbed in it: 0 beside 2", "absorbed in it: 1 beside 2"],
        ),
        // A school is one or the other, so the two say the same.
        (
            json!({ "any": [paper("a"), { "all": [paper("a"), { "any": [public, private] }] }] }),
            &["repeated in it: 1 beside 0", "superfluous in it/1: 1 beside 0"],
        ),
        (json!({ "any": [both, { "all": [paper("b"), paper("a")] }] }), &["repeated in it: 1 beside 0"]),
        // “Nothing” is enough for everybody.
        (json!({ "any": [paper("a"), "nothing"] }), &["absorbed in it: 0 beside 1"]),
        // A branch for some does not absorb one for others, nor does N选M its members.
        (json!({ "any": [{ "all": [public, paper("a")] }, { "all": [private, paper("a"), paper("b")] }] }), &[]),
        (json!({ "at_least": 2, "of": [paper("a"), both, paper("c")] }), &[]),
        (json!({ "any": [paper("a"), { "document": "a", "holder": "partner" }] }), &[]),
        (json!({ "any": [paper("a"), { "on_request": "mail" }, "unlisted"] }), &[]),
        // What nobody meets implies everything, and is told as that alone.
        (json!({ "any": [paper("a"), { "all": [public, private] }] }), &["never met: it/1"]),
    ] {
        asking_for(&requirement, expected);
    }
}

#[test]
fn a_member_that_another_one_implies_is_superfluous() {
    let either = json!({ "any": [paper("a"), paper("b")] });
    for (requirement, expected) in [
        (json!({ "all": [paper("a"), either] }), &["superfluous in it: 1 beside 0"][..]),
        (json!({ "all": [either, paper("a")] }), &["superfluous in it: 0 beside 1"]),
        (json!({ "at_least": 2, "of": [either, paper("a")] }), &["superfluous in it: 0 beside 1"]),
        (json!({ "all": [paper("a"), { "all": [paper("a"), paper("b")] }] }), &["superfluous in it: 0 beside 1"]),
        (json!({ "all": [paper("a"), "nothing"] }), &["superfluous in it: 1 beside 0"]),
        (
            json!({ "all": [paper("a"), { "any": [fact("school", "public"), fact("school", "private")] }] }),
            &["superfluous in it: 1 beside 0"],
        ),
        (
            json!({ "all": [fact("school", "public"), paper("a"), fact("school", "public")] }),
            &["repeated in it: 2 beside 0"],
        ),
        (json!({ "all": [either, { "any": [paper("b"), paper("c")] }] }), &[]),
        (json!({ "all": [fact("school", "public"), paper("a"), either.clone()] }), &["superfluous in it: 2 beside 1"]),
    ] {
        asking_for(&requirement, expected);
    }
}

#[test]
fn the_same_paper_twice_in_one_group_is_told_as_that() {
    let covering = |phrases: Value| json!({ "document": "a", "covers": phrases });
    let (x, y, both) = (covering(json!(["x"])), covering(json!(["y"])), covering(json!(["x", "y"])));
    let (either, three) = (covering(json!({ "any": ["x", "y"] })), json!({ "document": "a", "count": 3 }));
    for (requirement, expected) in [
        (json!({ "any": [paper("a"), paper("a")] }), &["same paper in it: 1 beside 0"][..]),
        (
            json!({ "any": [paper("a"), paper("b"), paper("a"), paper("a")] }),
            &["same paper in it: 2 beside 0", "same paper in it: 3 beside 0"],
        ),
        // The one that asks for less is enough in a choice, and the one that asks for more where all are needed.
        (json!({ "any": [x, paper("a")] }), &["same paper in it: 0 beside 1"]),
        (json!({ "all": [x, paper("a")] }), &["same paper in it: 1 beside 0"]),
        (json!({ "any": [three, paper("a")] }), &["same paper in it: 0 beside 1"]),
        (json!({ "any": [either, x] }), &["same paper in it: 1 beside 0"]),
        (json!({ "all": [both, either] }), &["same paper in it: 1 beside 0"]),
        (json!({ "any": [both, x, y] }), &["same paper in it: 0 beside 1"]),
        (
            json!({ "any": [{ "document": "a", "issuer": "one" }, { "document": "a", "issuer": "other" }] }),
            &["same paper in it: 1 beside 0"],
        ),
        // One paper would count as two.
        (
            json!({ "at_least": 2, "of": [paper("a"), paper("b"), paper("a")] }),
            &["counts twice in it, 3 of which 2: 2 beside 0"],
        ),
        (
            json!({ "at_least": 2, "of": [paper("a"), paper("b"), x] }),
            &["counts twice in it, 3 of which 2: 2 beside 0"],
        ),
        // Before another kind of member that absorbs it as well.
        (
            json!({ "any": [{ "any": [paper("a"), paper("b")] }, paper("a"), paper("a")] }),
            &["absorbed in it: 1 beside 0", "same paper in it: 2 beside 1"],
        ),
        // Neither asks for what the other does.
        (json!({ "any": [x, y] }), &[]),
        (json!({ "any": [x, three] }), &[]),
        (json!({ "all": [x, y] }), &[]),
        (json!({ "at_least": 2, "of": [x, y, paper("b")] }), &[]),
        (json!({ "at_least": 2, "of": [paper("a"), { "document": "a", "holder": "partner" }, paper("b")] }), &[]),
    ] {
        asking_for(&requirement, expected);
    }
}

#[test]
fn a_node_without_a_line_has_that_of_the_node_above() {
    let twice = json!([paper("a"), paper("a")]);
    for (requirement, line) in [
        (json!({ "any": twice }), 1),
        (json!({ "any": twice, "line": 7 }), 7),
        (json!({ "all": [paper("b"), { "any": twice }], "line": 7 }), 7),
        (json!({ "all": [paper("b"), { "any": twice, "line": 9 }], "line": 7 }), 9),
    ] {
        let found = found(&crate::given::Given::small(&requirement));
        assert_eq!(found.iter().map(|one| one.place.line).collect::<Vec<_>>(), [line], "{requirement}");
    }
}
