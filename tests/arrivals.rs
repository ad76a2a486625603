//! Profiles that come with links, beside the drafts that are there.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod cabinet;

use std::rc::Rc;

use cabinet::Memory;
use leimu::address::{Carried, Link, Newer};
use leimu::profile::WrittenProfile;
use leimu::state::{Arrival, Arrivals, Cabinet, Drafts};
use leptos::prelude::Owner;

const NAME: &str = "来自链接的情况";

fn open(memory: &Rc<Memory>) -> Drafts {
    Drafts::open(Some(Rc::clone(memory) as Rc<dyn Cabinet>), || 1_700_000_000_000)
}

/// A visitor with a draft of their own, who is sent links.
fn with_visitor(test: impl FnOnce(&Rc<Memory>, Drafts, Arrivals)) {
    let owner = Owner::new();
    owner.set();
    let memory = Rc::new(Memory::default());
    let drafts = open(&memory);
    drafts.edit_profile(|profile| profile.answer("subject", Some("media")));
    test(&memory, drafts, Arrivals::new());
}

fn sent(fragment: &str) -> Result<Carried, Newer> {
    Link::read(fragment).carried.unwrap()
}

fn subjects(drafts: Drafts) -> Vec<Option<String>> {
    drafts.list().iter().map(|draft| draft.profile.subject.as_deref().map(str::to_owned)).collect()
}

#[test]
fn a_profile_opens_beside_the_draft_in_use_and_can_be_put_away() {
    with_visitor(|memory, drafts, arrivals| {
        let own = drafts.current();
        arrivals.receive(drafts, sent("#/?me=enterprise~+x"), NAME);
        assert_eq!(drafts.current().name, NAME);
        assert_eq!(drafts.current().profile.subject.as_deref(), Some("enterprise"));
        assert_eq!(drafts.get(&own.id), Some(own.clone()), "the draft that was there is as it was");
        assert_eq!(open(memory).list(), drafts.list(), "both are kept");

        arrivals.go_back(drafts);
        assert_eq!(drafts.current(), own);
        assert_eq!(drafts.list().len(), 2);
        assert_eq!(arrivals.last(), None);
    });
}

#[test]
fn the_same_link_again_is_the_same_draft() {
    with_visitor(|_, drafts, arrivals| {
        let own = drafts.current_id();
        arrivals.receive(drafts, sent("#/?me=enterprise~+x~+y"), NAME);
        let made = drafts.current_id();
        arrivals.receive(drafts, sent("#/?me=enterprise~+x~+y"), NAME);
        assert_eq!(arrivals.last(), Some(Arrival::InUse));
        drafts.switch(&own);
        arrivals.receive(drafts, sent("#/?me=enterprise~+y~+x"), NAME);
        assert!(
            matches!(arrivals.last(), Some(Arrival::Found(beside)) if beside.draft == made && beside.before == own)
        );
        assert_eq!((drafts.current_id(), drafts.list().len()), (made, 2));

        // What was changed since is not what the link says any more.
        drafts.edit_profile(|profile| profile.answer("subject", Some("government")));
        arrivals.receive(drafts, sent("#/?me=enterprise~+x~+y"), NAME);
        assert_eq!(drafts.current().name, format!("{NAME} 2"));
        assert_eq!(subjects(drafts), ["media", "government", "enterprise"].map(|name| Some(name.to_owned())));
    });
}

#[test]
fn what_was_made_can_be_deleted_and_brought_back() {
    with_visitor(|memory, drafts, arrivals| {
        let own = drafts.current();
        arrivals.receive(drafts, sent("#/?me=enterprise"), NAME);
        arrivals.delete(drafts);
        assert_eq!((drafts.list(), drafts.current()), (vec![own.clone().into()], own.clone()));
        assert_eq!(open(memory).list(), drafts.list());
        assert_eq!(arrivals.last(), Some(Arrival::Deleted));
        arrivals.undo(drafts);
        assert_eq!(drafts.current().name, NAME);
        assert_eq!(drafts.get(&own.id), Some(own));
    });
}

#[test]
fn what_the_draft_in_use_says_already_changes_nothing() {
    with_visitor(|_, drafts, arrivals| {
        arrivals.receive(drafts, sent("#/?me=media"), NAME);
        assert_eq!((drafts.list().len(), arrivals.last()), (1, Some(Arrival::InUse)));
        arrivals.receive(drafts, sent("#/?me="), NAME);
        assert_eq!((drafts.list().len(), arrivals.last()), (1, None));
    });
}

#[test]
fn what_cannot_be_read_is_named_and_makes_no_draft_of_its_own() {
    with_visitor(|_, drafts, arrivals| {
        arrivals.receive(drafts, sent("#/?me=2~enterprise"), NAME);
        assert_eq!((drafts.list().len(), arrivals.last()), (1, Some(Arrival::Newer)));
        arrivals.receive(drafts, sent("#/?me=a.b.c"), NAME);
        assert_eq!((drafts.list().len(), arrivals.last()), (1, Some(Arrival::Unread(vec!["a.b.c".to_owned()]))));
        arrivals.receive(drafts, sent("#/?me=a.b.c~enterprise"), NAME);
        assert!(matches!(arrivals.last(), Some(Arrival::Made(beside)) if beside.unread == ["a.b.c"]));
        let expected = WrittenProfile { subject: Some("enterprise".into()), ..WrittenProfile::default() };
        assert_eq!(drafts.current().profile, expected);
    });
}

#[test]
fn without_storage_it_opens_beside_all_the_same() {
    let owner = Owner::new();
    owner.set();
    let (drafts, arrivals) = (Drafts::open(None, || 7), Arrivals::new());
    drafts.edit_profile(|profile| profile.answer("subject", Some("media")));
    arrivals.receive(drafts, sent("#/?me=enterprise"), NAME);
    assert_eq!(subjects(drafts), ["media", "enterprise"].map(|name| Some(name.to_owned())));
    arrivals.go_back(drafts);
    assert_eq!(drafts.current().profile.subject.as_deref(), Some("media"));
}
