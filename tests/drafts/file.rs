//! Drafts as a file: nothing is lost on the way, and what is wrong is told with its place.

use leimu::draft::Draft;
use leimu::draft::file::{read, write};
use proptest::prelude::*;

use crate::any;

proptest! {
    #[test]
    fn a_file_is_read_back_as_it_was_written(drafts in prop::collection::vec(any::draft(), 0..4)) {
        let refs: Vec<&Draft> = drafts.iter().collect();
        prop_assert_eq!(read(&write(&refs).unwrap()).unwrap(), drafts);
    }

    #[test]
    fn a_draft_alone_is_read_as_well(draft in any::draft()) {
        prop_assert_eq!(read(&draft.encode().unwrap()).unwrap(), [draft]);
    }

    #[test]
    fn any_text_is_read_or_refused_with_a_reason(text in any::<String>()) {
        if let Err(faults) = read(&text) {
            prop_assert!(!faults.is_empty());
        }
    }
}

#[test]
fn every_fault_is_told_with_its_place_and_none_of_the_drafts_is_taken() {
    const GOOD: &str = r#"{"schema":1,"id":"a","name":"","created":0,"updated":0,"profile":{},"targets":[]}"#;
    let file = format!(
        "{{\"leimu\":\"drafts\",\n\"schema\":1,\n\"drafts\":[\n{GOOD},\n{{\"schema\":9}},\n{{\"schema\":2,\n\"id\":7}}\n]}}"
    );
    for (text, faults) in [
        (GOOD, &[][..]),
        (
            &file,
            &[
                "draft 2, line 5: the draft has schema 9, this build reads up to 2",
                "draft 3, line 7: not a draft: invalid type: integer `7`, expected a string at line 2 column 6",
            ],
        ),
        (r#"{"leimu":"drafts","schema":2,"drafts":{}}"#, &["the file has schema 2, this build reads up to 1"]),
        (r#"{"leimu":"drafts","schema":1}"#, &["not a file of drafts: missing field `drafts` at line 1 column 29"]),
        (r#"{"leimu":"catalog","schema":1}"#, &["not a file of drafts: `leimu` is not `drafts`"]),
        (r#"{"schema":9,"id":"x"}"#, &["draft 1, line 1: the draft has schema 9, this build reads up to 2"]),
        ("PK", &["not a file of drafts: expected value at line 1 column 1"]),
    ] {
        let found = read(text).err().unwrap_or_default();
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found, faults, "{text}");
    }
}
