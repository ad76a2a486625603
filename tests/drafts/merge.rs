//! Two tabs edit one draft: nothing that either of them said is lost.

use std::collections::BTreeSet;

use leimu::draft::{Draft, State};
use leimu::profile::Paper;
use proptest::prelude::*;
use serde_json::Value;

use crate::any;

/// One thing that a person does to a draft.
#[derive(Debug, Clone)]
enum Edit {
    Name(String),
    Subject(Option<String>),
    Answer(String, Option<String>),
    Activity(String, bool),
    Hold(Paper),
    Retract(Paper),
    Covers(Paper, String, Option<bool>),
    Until(Paper, Option<String>),
    Count(Paper, u32),
    Target(String),
    State(Paper, Option<State>),
    Note(Paper, String),
}

fn edit() -> impl Strategy<Value = Edit> {
    let word = || "[pq]";
    let maybe = || prop::option::of("[xyz]");
    prop_oneof![
        "[n-p]".prop_map(Edit::Name),
        maybe().prop_map(Edit::Subject),
        (word(), maybe()).prop_map(|(fact, answer)| Edit::Answer(fact, answer)),
        (word(), any::<bool>()).prop_map(|(activity, does)| Edit::Activity(activity, does)),
        any::paper().prop_map(Edit::Hold),
        any::paper().prop_map(Edit::Retract),
        (any::paper(), word(), any::<Option<bool>>()).prop_map(|(paper, phrase, is)| Edit::Covers(paper, phrase, is)),
        (any::paper(), maybe()).prop_map(|(paper, day)| Edit::Until(paper, day)),
        (any::paper(), 1_u32..4).prop_map(|(paper, count)| Edit::Count(paper, count)),
        "[a-d]".prop_map(Edit::Target),
        (any::paper(), prop::option::of(prop::sample::select(&State::EACH[..])))
            .prop_map(|(paper, state)| Edit::State(paper, state)),
        (any::paper(), "[a-b]{0,2}").prop_map(|(paper, note)| Edit::Note(paper, note)),
    ]
}

fn apply(draft: &mut Draft, edit: &Edit) {
    let profile = &mut draft.profile;
    match edit {
        Edit::Name(name) => draft.name.clone_from(name),
        Edit::Subject(subject) => profile.answer("subject", subject.as_deref()),
        Edit::Answer(fact, answer) => profile.answer(fact, answer.as_deref()),
        Edit::Activity(activity, does) => profile.set_activity(activity, *does),
        Edit::Hold(paper) => profile.hold(paper),
        Edit::Retract(paper) => profile.retract(paper),
        Edit::Covers(paper, phrase, is) => {
            profile.hold(paper);
            profile.holding_mut(paper).unwrap().say(phrase, *is);
        }
        Edit::Until(paper, day) => {
            profile.hold(paper);
            profile.holding_mut(paper).unwrap().valid_until = day.as_deref().map(Into::into);
        }
        Edit::Count(paper, count) => {
            profile.hold(paper);
            profile.holding_mut(paper).unwrap().count = *count;
        }
        Edit::Target(name) => draft.toggle_target(&"c".into(), &leimu::catalog::CategoryPath::of(&[name])),
        Edit::State(paper, state) => draft.set_state(paper, *state),
        Edit::Note(paper, note) => draft.set_note(paper, note),
    }
}

fn edited(draft: &Draft, edits: &[Edit]) -> Draft {
    let mut edited = draft.clone();
    edits.iter().for_each(|edit| apply(&mut edited, edit));
    edited.updated += edits.len() as u64;
    edited
}

/// Everything that a draft says, each thing with its place: papers, targets and progress by what
/// they are of, not by where they stand.
fn said(draft: &Draft) -> BTreeSet<String> {
    fn walk(value: &Value, place: &str, said: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| walk(value, &format!("{place}.{name}"), said));
            }
            Value::Array(members) => {
                for member in members {
                    match member.get("document").and_then(Value::as_str) {
                        Some(document) => {
                            let place = format!("{place}[{document}/{}]", member["holder"]);
                            walk(member, &place, said);
                        }
                        None => walk(member, &format!("{place}[]"), said),
                    }
                }
            }
            leaf => drop(said.insert(format!("{place}={leaf}"))),
        }
    }
    let mut bare = serde_json::to_value(draft).unwrap();
    let fields = bare.as_object_mut().unwrap();
    fields.remove("updated");
    fields.remove("targets");
    let mut all: BTreeSet<String> = draft.targets.iter().map(|one| format!("{}:{}", one.catalog, one.path)).collect();
    walk(&bare, "", &mut all);
    all
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec(edit(), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_either_side_said_is_in_the_draft_or_in_its_copy(begin in edits(), one in edits(), other in edits()) {
        let base = edited(&Draft::new("a".into(), String::new(), 7), &begin);
        let (one, other) = (edited(&base, &one), edited(&base, &other));
        let merged = Draft::merge(&base, &one, &other);
        let in_draft = said(&merged.draft);
        let in_copy = merged.copy.as_ref().map(said).unwrap_or_default();
        for side in [&one, &other] {
            for thing in said(side).difference(&said(&base)) {
                prop_assert!(in_draft.contains(thing) || in_copy.contains(thing), "{thing} is lost in {merged:?}");
            }
        }
        // What a side took back is gone in one of the two, if not in both.
        for side in [&one, &other] {
            for thing in said(&base).difference(&said(side)) {
                let gone = |draft: &Draft| !said(draft).contains(thing);
                prop_assert!(
                    gone(&merged.draft) || merged.copy.as_ref().is_some_and(gone) || merged.copy.is_some(),
                    "{thing} is back in {merged:?}"
                );
            }
        }
        // What neither touched is as it was.
        for thing in said(&base).intersection(&said(&one)).filter(|thing| said(&other).contains(*thing)) {
            prop_assert!(in_draft.contains(thing), "{thing}");
        }
    }

    #[test]
    fn both_tabs_come_to_the_same_end(base in any::draft(), one in any::draft(), other in any::draft()) {
        let id = |draft: Draft| Draft { id: base.id.clone(), ..draft };
        let (one, other) = (id(one), id(other));
        prop_assert_eq!(Draft::merge(&base, &one, &other), Draft::merge(&base, &other, &one));
    }

    #[test]
    fn where_one_side_did_nothing_the_other_stands(begin in edits(), one in edits()) {
        let base = edited(&Draft::new("a".into(), String::new(), 7), &begin);
        let one = edited(&base, &one);
        let merged = Draft::merge(&base, &one, &base);
        prop_assert_eq!(said(&merged.draft), said(&one));
        prop_assert_eq!((merged.draft.updated, merged.copy), (one.updated, None));
        let same = Draft::merge(&base, &one, &one);
        prop_assert_eq!((same.draft, same.copy), (one, None));
    }

    /// The end of a merge is taken in by the tab that had not seen it, without a further change.
    #[test]
    fn a_merge_is_settled(begin in edits(), one in edits(), other in edits()) {
        let base = edited(&Draft::new("a".into(), String::new(), 7), &begin);
        let (one, other) = (edited(&base, &one), edited(&base, &other));
        let merged = Draft::merge(&base, &one, &other).draft;
        let again = Draft::merge(&other, &other, &merged);
        prop_assert_eq!(said(&again.draft), said(&merged));
        prop_assert_eq!(again.copy, None);
    }
}

#[test]
fn the_later_word_stands_and_the_other_is_beside_it() {
    let paper = Paper { document: "x".into(), holder: Default::default() };
    let base = edited(&Draft::new("a".into(), String::new(), 7), &[Edit::Hold(paper.clone())]);
    let note = |words: &str| Edit::Note(paper.clone(), words.to_owned());
    let one = edited(&base, &[note("在财务")]);
    let other = edited(&base, &[Edit::Until(paper.clone(), Some("2027-01-31".into())), note("在法务")]);
    let merged = Draft::merge(&base, &one, &other);
    let copy = merged.copy.unwrap();
    assert_eq!(merged.draft.progress_of(&paper).unwrap().note, "在法务", "it was said later");
    assert_eq!(copy.progress_of(&paper).unwrap().note, "在财务");
    for draft in [&merged.draft, &copy] {
        let until = draft.profile.holding(&paper).unwrap().valid_until.as_deref();
        assert_eq!(until, Some("2027-01-31"), "nobody disagrees on it");
    }
}
