//! Drafts of every older schema, as the builds of their time wrote them. These files stay for ever.

use leimu::draft::{Draft, SCHEMA};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::any;

const SCHEMA_1: [&str; 2] = [include_str!("schema-1/empty.json"), include_str!("schema-1/full.json")];

/// As this build writes it, too, for as long as its schema is this one.
const SCHEMA_2: &str = include_str!("schema-2/full.json");

/// A draft as the builds of schema 1 wrote it.
fn schema_1(draft: &Draft) -> String {
    let targets = draft.targets.iter().map(|target| json!({"catalog": target.catalog, "path": target.path}));
    json!({
        "schema": 1, "id": draft.id, "name": draft.name, "created": draft.created, "updated": draft.updated,
        "profile": draft.profile, "targets": targets.collect::<Vec<_>>(),
    })
    .to_string()
}

fn check(old: &str) {
    let draft = Draft::decode(old).unwrap();
    assert_eq!(draft.schema, SCHEMA);
    assert!(draft.progress.is_empty() && draft.made_with.is_empty(), "nothing is made up");
    let (before, after): (Value, Value) =
        (serde_json::from_str(old).unwrap(), serde_json::from_str(&schema_1(&draft)).unwrap());
    assert_eq!(after, before, "every answer is there");
    assert_eq!(Draft::decode(&draft.encode().unwrap()).unwrap(), draft);
}

#[test]
fn drafts_of_schema_1_keep_every_answer() {
    SCHEMA_1.into_iter().for_each(check);
}

#[test]
fn drafts_of_schema_2_are_read_to_the_letter() {
    let draft = Draft::decode(SCHEMA_2).unwrap();
    assert_eq!((draft.targets.len(), draft.progress.len(), draft.made_with.len()), (3, 3, 2));
    assert_eq!(draft.encode().unwrap(), SCHEMA_2);
}

proptest! {
    #[test]
    fn any_draft_of_schema_1_keeps_every_answer(draft in any::draft()) {
        check(&schema_1(&draft));
    }
}
