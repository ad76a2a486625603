//! Drafts that were made with other data than that of today.

use std::rc::Rc;

use leimu::catalog::{CategoryPath, Kind};
use leimu::profile::Date;
use leimu::state::{Cabinet, Data, Drafts, Library};

use super::{Memory, open, with_drafts};

const CATALOG: &str = "tencent-live-2022";

fn library(memory: &Rc<Memory>) -> Library {
    Library::open(Data::load().unwrap(), Some(Rc::clone(memory) as Rc<dyn Cabinet>))
}

fn opened(memory: &Rc<Memory>) -> Drafts {
    let drafts = open(memory);
    drafts.follow(library(memory));
    drafts
}

fn today() -> Date {
    Date::of(2026, 6, 1).unwrap()
}

fn school() -> CategoryPath {
    CategoryPath::of(&["教育", "驾校培训"])
}

fn kept(memory: &Memory) -> Vec<String> {
    memory.keys().into_iter().filter(|key| key.starts_with("leimu/kept/")).collect()
}

/// A draft with two targets, made with other data: one asked for nothing then, one was not what it
/// is called now.
fn made_before(memory: &Rc<Memory>) -> String {
    let data = Data::load().unwrap();
    let mut older = data.catalog(CATALOG).unwrap().clone();
    older.categories.iter_mut().for_each(|one| one.access.clear());
    let at = older.categories.iter().position(|one| one.path == school()).unwrap();
    older.categories[at].requirement.kind = Kind::Nothing;
    let ended = CategoryPath::of(&["教育", "私塾"]);
    let mut more = older.categories[at].clone();
    more.path = ended.clone();
    older.categories.push(more);
    let text = older.kept(&older.categories.iter().map(|one| &one.path).collect(), data.registry).to_compact_json();
    let drafts = open(memory);
    drafts.edit(|draft| {
        draft.profile.answer("subject", Some("enterprise"));
        draft.add_target(&CATALOG.into(), &school());
        draft.add_target(&CATALOG.into(), &ended);
        draft.made_with.insert(CATALOG.into(), "before".into());
    });
    memory.write(&format!("leimu/kept/{CATALOG}/before"), &text).unwrap();
    drafts.current_id()
}

#[test]
fn the_data_of_the_first_target_is_noted_and_what_it_asked_is_kept_as_long_as_it_is_needed() {
    with_drafts(|memory| {
        let drafts = opened(memory);
        drafts.edit_profile(|profile| profile.answer("subject", Some("media")));
        assert!(drafts.current().made_with.is_empty() && kept(memory).is_empty(), "no target yet");
        drafts.edit(|draft| draft.toggle_target(&CATALOG.into(), &school()));
        let version = library(memory).version(CATALOG).unwrap();
        assert_eq!(drafts.current().made_with.get(CATALOG), Some(&version));
        assert_eq!(kept(memory), [format!("leimu/kept/{CATALOG}/{version}")]);
        assert_eq!(drafts.changes(&drafts.current_id(), today()), Default::default());
        drafts.edit(|draft| draft.toggle_target(&CATALOG.into(), &school()));
        assert!(drafts.current().made_with.is_empty());
        opened(memory);
        assert!(kept(memory).is_empty(), "no draft was made with it");
    });
}

#[test]
fn what_changed_for_the_targets_is_told_until_it_was_seen() {
    with_drafts(|memory| {
        let id = made_before(memory);
        let drafts = opened(memory);
        let changes = drafts.changes(&id, today());
        assert!(changes.unknown.is_empty());
        let [gone, changed] = changes.targets.as_slice() else { panic!("{changes:?}") };
        assert_eq!((gone.target.path.to_string().as_str(), gone.verdicts), ("教育/私塾", None));
        let verdicts = changed.verdicts.unwrap();
        assert_ne!(verdicts.0, verdicts.1);
        assert!(changed.reasons.concat().contains("道路运输经营许可证"), "{:?}", changed.reasons);

        drafts.edit_profile(|profile| profile.answer("subject", Some("government")));
        assert_eq!(drafts.current().made_with.get(CATALOG).unwrap(), "before", "an edit does not settle it");
        assert_eq!(drafts.current().targets.len(), 2, "what is gone is kept");
        drafts.settle_changes(&id);
        assert_eq!(drafts.changes(&id, today()), Default::default());
        assert_eq!(opened(memory).changes(&id, today()), Default::default());
    });
}

#[test]
fn where_nothing_changed_for_the_targets_the_next_edit_notes_the_newer_data() {
    with_drafts(|memory| {
        let id = made_before(memory);
        let drafts = opened(memory);
        let other = CategoryPath::of(&["社交", "直播"]);
        drafts.edit(|draft| {
            draft.targets.clear();
            draft.add_target(&CATALOG.into(), &other);
        });
        assert_eq!(drafts.get(&id).unwrap().made_with.get(CATALOG), library(memory).version(CATALOG).as_ref());
    });
}

#[test]
fn what_comes_back_or_from_a_file_can_be_compared_later() {
    with_drafts(|memory| {
        let drafts = opened(memory);
        drafts.edit(|draft| draft.add_target(&CATALOG.into(), &school()));
        let (id, file) = (drafts.current_id(), drafts.export(&drafts.current_id()));
        let text = memory.read(&kept(memory)[0]).unwrap();
        with_drafts(|elsewhere| {
            opened(elsewhere).import(&file).unwrap();
            assert_eq!(elsewhere.read(&kept(elsewhere)[0]).as_ref(), Some(&text));
        });
        drafts.delete(&id);
        drafts.edit(|draft| draft.add_target(&CATALOG.into(), &CategoryPath::of(&["社交", "直播"])));
        drafts.undo_delete();
        let both = memory.read(&kept(memory)[0]).unwrap();
        assert!(both.contains("驾校培训") && both.contains("直播"), "{both}");
    });
}

#[test]
fn without_what_was_kept_it_is_said_that_nothing_can_be_compared() {
    with_drafts(|memory| {
        let id = made_before(memory);
        memory.remove(&format!("leimu/kept/{CATALOG}/before"));
        let changes = opened(memory).changes(&id, today());
        assert_eq!(changes.unknown, [CATALOG.into()]);
        assert!(changes.targets.is_empty());
    });
}
