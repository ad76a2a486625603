//! Drafts against a cabinet of memory: what is kept, what is offered back, what is left alone.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot set itself up has failed"
)]

#[path = "../cabinet/mod.rs"]
mod cabinet;
mod files;
mod moves;
mod tabs;

use std::rc::Rc;

use cabinet::Memory;
use leimu::browser::StorageError;
use leimu::state::{Cabinet, Drafts};
use leptos::prelude::Owner;

fn open(memory: &Rc<Memory>) -> Drafts {
    Drafts::open(Some(Rc::clone(memory) as Rc<dyn Cabinet>), || 1_700_000_000_000)
}

/// Runs under an owner, as the page does.
fn with_drafts(test: impl FnOnce(&Rc<Memory>)) {
    let owner = Owner::new();
    owner.set();
    test(&Rc::new(Memory::default()));
}

#[test]
fn nothing_is_written_before_something_is_changed() {
    with_drafts(|memory| {
        let drafts = open(memory);
        assert_eq!(drafts.list().len(), 1);
        assert!(memory.keys().is_empty());
    });
}

#[test]
fn what_was_said_is_there_after_a_return() {
    with_drafts(|memory| {
        let drafts = open(memory);
        drafts.edit_profile(|profile| profile.answer("subject", Some("enterprise")));
        drafts.create("第二份");
        drafts.edit_profile(|profile| profile.answer("subject", Some("government")));
        let again = open(memory);
        assert_eq!(again.current().name, "第二份");
        assert_eq!(again.current().profile.subject.as_deref(), Some("government"));
        let first = again.list().into_iter().find(|draft| draft.name.is_empty()).unwrap();
        assert_eq!(first.profile.subject.as_deref(), Some("enterprise"));
    });
}

#[test]
fn a_deleted_draft_can_be_brought_back() {
    with_drafts(|memory| {
        let drafts = open(memory);
        drafts.edit_profile(|profile| profile.answer("subject", Some("media")));
        let before = drafts.current();
        drafts.delete(&before.id);
        assert_eq!(drafts.list().len(), 1, "after the last draft there is a new one");
        assert_ne!(drafts.current_id(), before.id);
        assert!(!memory.keys().contains(&format!("leimu/draft/{}", before.id)));
        drafts.undo_delete();
        assert_eq!(drafts.current(), before);
        assert!(memory.keys().contains(&format!("leimu/draft/{}", before.id)));
    });
}

#[test]
fn a_full_cabinet_says_so_and_is_tried_again() {
    with_drafts(|memory| {
        let drafts = open(memory);
        drafts.create("旧的");
        let old = drafts.current_id();
        drafts.create("新的");
        memory.is_full.set(true);
        drafts.edit_profile(|profile| profile.answer("subject", Some("other")));
        assert_eq!(drafts.trouble(), Some(StorageError::Full));
        assert_eq!(drafts.current().profile.subject.as_deref(), Some("other"), "what is on screen stays");
        memory.is_full.set(false);
        drafts.delete(&old);
        assert_eq!(drafts.trouble(), None);
        assert_eq!(open(memory).current().profile.subject.as_deref(), Some("other"));
    });
}

#[test]
fn without_a_cabinet_everything_works_from_memory() {
    with_drafts(|_| {
        let drafts = Drafts::open(None, || 0);
        assert_eq!(drafts.trouble(), Some(StorageError::Denied));
        drafts.edit_profile(|profile| profile.answer("subject", Some("personal")));
        assert_eq!(drafts.current().profile.subject.as_deref(), Some("personal"));
        assert_eq!(drafts.trouble(), Some(StorageError::Denied));
    });
}

#[test]
fn what_cannot_be_read_is_left_as_it_is() {
    with_drafts(|memory| {
        for (key, text) in [
            ("leimu/draft/newer", r#"{"schema":99,"id":"newer"}"#),
            ("leimu/draft/broken", "{"),
            ("leimu/draft/other", &leimu::draft::Draft::new("elsewhere".into(), String::new(), 0).encode().unwrap()),
        ] {
            memory.write(key, text).unwrap();
        }
        let before = memory.texts.borrow().clone();
        let drafts = open(memory);
        assert_eq!(drafts.unreadable().len(), 3);
        assert_eq!(drafts.unreadable().iter().filter(|one| one.newer == Some(99)).count(), 1);
        drafts.edit_profile(|profile| profile.answer("subject", Some("media")));
        for (key, text) in before {
            assert_eq!(memory.read(&key).unwrap(), text, "{key}");
        }
    });
}

#[test]
fn a_draft_that_fits_says_nothing_of_one_that_does_not() {
    with_drafts(|memory| {
        let drafts = open(memory);
        drafts.create("小的");
        let small = drafts.current_id();
        drafts.create("大的");
        memory.room.set(Some(500));
        drafts.rename(&drafts.current_id(), &"大".repeat(600));
        assert_eq!(drafts.trouble(), Some(StorageError::Full));
        drafts.rename(&small, "还是小的");
        assert_eq!(open(memory).get(&small).unwrap().name, "还是小的");
        assert_eq!(drafts.trouble(), Some(StorageError::Full), "the large one is still not kept");
        memory.room.set(None);
        drafts.rename(&small, "小");
        assert_eq!(drafts.trouble(), None);
        assert_eq!(open(memory).list(), drafts.list()[1..], "both are kept");
    });
}

#[test]
fn of_several_deleted_drafts_each_comes_back() {
    with_drafts(|memory| {
        let drafts = open(memory);
        for name in ["甲", "乙", "丙"] {
            drafts.create(name);
        }
        let before = drafts.list();
        before.iter().for_each(|draft| drafts.delete(&draft.id));
        let made = drafts.current_id();
        before.iter().for_each(|_| drafts.undo_delete());
        assert_eq!(drafts.deleted(), None);
        drafts.delete(&made);
        // All were made within a millisecond, so that only what they are can be compared.
        let by_id = |drafts: Drafts| {
            let mut list = drafts.list();
            list.sort_by(|one, other| one.id.cmp(&other.id));
            list
        };
        assert_eq!(by_id(drafts), before);
        assert_eq!(by_id(open(memory)), before);
    });
}

/// A clock that was set back by years.
#[test]
fn a_change_is_later_than_the_one_before_it_whatever_the_clock_says() {
    thread_local!(static NOW: std::cell::Cell<u64> = const { std::cell::Cell::new(1_700_000_000_000) });
    with_drafts(|memory| {
        let drafts = Drafts::open(Some(Rc::clone(memory) as Rc<dyn Cabinet>), || NOW.get());
        drafts.create("甲");
        drafts.edit_profile(|profile| profile.answer("subject", Some("media")));
        let before = drafts.current();
        NOW.set(3);
        drafts.edit_profile(|profile| profile.answer("subject", Some("other")));
        let after = drafts.current();
        assert_eq!((after.created, after.updated), (before.created, before.updated + 1));
        drafts.create("乙");
        assert_eq!(drafts.current().name, "乙", "the one made last is in use, however old it looks");
        assert_eq!(open(memory).current().name, "乙");
        let ids: std::collections::BTreeSet<_> = drafts.list().iter().map(|draft| draft.id.clone()).collect();
        assert_eq!(ids.len(), drafts.list().len());
    });
}
