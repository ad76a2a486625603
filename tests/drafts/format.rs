//! What is written is read back; what is said is said once; nothing else is taken for a draft.

use leimu::catalog::CategoryPath;
use leimu::draft::{Draft, DraftError, State};
use leimu::profile::Paper;
use proptest::prelude::*;

use crate::any;

proptest! {
    #[test]
    fn a_draft_is_read_back_as_it_was_written(draft in any::draft()) {
        let text = draft.encode().unwrap();
        prop_assert_eq!(Draft::decode(&text).unwrap(), draft);
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = Draft::decode(&text);
    }

    /// Texts that are nearly drafts reach further into the reader than any others.
    #[test]
    fn a_damaged_draft_is_read_or_refused(
        draft in any::draft(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<Option<char>>()), 1..4),
    ) {
        let mut letters: Vec<char> = draft.encode().unwrap().chars().collect();
        for (at, letter) in damage {
            let at = at.index(letters.len());
            match letter {
                Some(letter) => letters[at] = letter,
                None => letters.truncate(at.max(1)),
            }
        }
        let text: String = letters.into_iter().collect();
        if let Ok(read) = Draft::decode(&text) {
            prop_assert_eq!(Draft::decode(&read.encode().unwrap()).unwrap(), read);
        }
    }

    #[test]
    fn targets_are_there_once_and_those_of_a_catalog_stand_together(
        toggled in prop::collection::vec(("[a-c]", "[a-d]"), 0..30),
    ) {
        let mut draft = Draft::new("a".into(), String::new(), 0);
        for (catalog, name) in &toggled {
            let (catalog, path) = (catalog.as_str().into(), CategoryPath::of(&["教育", name]));
            let had = draft.has_target(&catalog, &path);
            draft.made_with.insert(catalog.clone(), "hash".into());
            draft.toggle_target(&catalog, &path);
            prop_assert_eq!(draft.has_target(&catalog, &path), !had);
            prop_assert_eq!(
                draft.made_with.contains_key(&catalog),
                draft.targets.iter().any(|target| target.catalog == catalog)
            );
        }
        let mut runs: Vec<_> = draft.targets.iter().map(|target| &target.catalog).collect();
        runs.dedup();
        let all = runs.len();
        runs.sort();
        runs.dedup();
        prop_assert_eq!(runs.len(), all, "each catalog in one run: {:?}", draft.targets);
    }

    #[test]
    fn what_was_said_of_a_paper_is_there_and_nothing_else_has_changed(
        said in prop::collection::vec((any::paper(), any::progress()), 0..20),
    ) {
        let mut draft = Draft::new("a".into(), String::new(), 0);
        for (paper, one) in said {
            let others: Vec<_> = draft.progress.iter().filter(|known| !known.is_of(&paper)).cloned().collect();
            draft.set_state(&paper, one.state);
            draft.set_note(&paper, &one.note);
            let known = draft.progress_of(&paper);
            prop_assert_eq!(known.and_then(|known| known.state), one.state);
            prop_assert_eq!(known.map_or("", |known| &known.note), &one.note);
            prop_assert_eq!(known.is_none(), one.state.is_none() && one.note.is_empty());
            let now: Vec<_> = draft.progress.iter().filter(|known| !known.is_of(&paper)).cloned().collect();
            prop_assert_eq!(now, others);
        }
    }
}

#[test]
fn states_are_written_as_they_are_called() {
    let mut draft = Draft::new("a1".into(), String::new(), 7);
    for state in State::EACH {
        draft.set_state(&Paper { document: "x".into(), holder: Default::default() }, Some(state));
        let text = draft.encode().unwrap();
        assert!(text.contains(&format!(r#""progress":[{{"document":"x","state":"{}"}}]"#, state.id())), "{text}");
    }
}

#[test]
fn what_is_no_draft_is_refused_with_the_reason() {
    for (text, reason) in [
        (r#"{"schema":3,"something":"new"}"#, "the draft has schema 3, this build reads up to 2"),
        ("", "not a draft: EOF while parsing a value at line 1 column 0"),
        (r#"{"id":"a"}"#, "not a draft: missing field `schema` at line 1 column 10"),
        (
            r#"{"schema":2,"id":"a/b","name":"","created":0,"updated":0,"profile":{}}"#,
            "not a draft: id `a/b` is not 1 to 64 letters, digits and -",
        ),
        (
            r#"{"schema":2,"id":"a","name":"","created":0,"updated":0,"profile":{},"more":1}"#,
            "not a draft: unknown field `more`, expected one of `schema`, `id`, `name`, `created`, `updated`, \
             `profile`, `targets`, `progress`, `made_with` at line 1 column 74",
        ),
    ] {
        assert_eq!(Draft::decode(text).unwrap_err().to_string(), reason, "{text}");
    }
    assert!(matches!(Draft::decode(r#"{"schema":3}"#), Err(DraftError::Newer { found: 3 })));
}
