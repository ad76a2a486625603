//! Two tabs on one cabinet. The message of a change comes late, or never; nothing is lost.

use std::rc::Rc;

use leimu::draft::{Draft, SCHEMA};
use leimu::state::{Cabinet, Drafts, News};

use super::{Memory, open, with_drafts};

fn key(drafts: Drafts) -> String {
    format!("leimu/draft/{}", drafts.current_id())
}

fn answer(drafts: Drafts, fact: &str, answer: &str) {
    drafts.edit_profile(|profile| profile.answer(fact, Some(answer)));
}

/// Two tabs that show the same draft.
fn two(memory: &Rc<Memory>) -> (Drafts, Drafts) {
    let here = open(memory);
    answer(here, "subject", "media");
    (here, open(memory))
}

#[test]
fn a_change_in_another_tab_shows_here() {
    with_drafts(|memory| {
        let (here, there) = two(memory);
        answer(there, "subject", "other");
        here.reload(&key(here), None);
        assert_eq!(here.current().profile.subject.as_deref(), Some("other"));
    });
}

#[test]
fn changes_of_both_tabs_are_kept_before_either_hears_of_the_other() {
    with_drafts(|memory| {
        let (here, there) = two(memory);
        answer(here, "a", "1");
        answer(there, "b", "2");
        answer(here, "c", "3");
        let kept = open(memory).current().profile.facts;
        let kept: Vec<_> = kept.iter().map(|(fact, answer)| (&**fact, &**answer)).collect();
        assert_eq!(kept, [("a", "1"), ("b", "2"), ("c", "3")]);
        assert_eq!((here.news(), there.news()), (None, None));
    });
}

/// Browsers hand a process its own last write back until the message of the other has come.
#[test]
fn a_write_that_went_over_ours_unseen_is_brought_together_when_its_message_comes() {
    with_drafts(|memory| {
        let (here, there) = two(memory);
        let before = memory.read(&key(here)).unwrap();
        answer(here, "a", "1");
        memory.write(&key(here), &before).unwrap();
        answer(there, "b", "2");
        here.reload(&key(here), Some(&before));
        let both = here.current().profile.facts;
        assert_eq!(both.len(), 2, "{both:?}");
        assert_eq!(open(memory).current().profile.facts, both, "and it is kept");
        there.reload(&key(there), None);
        assert_eq!(there.current(), here.current());
    });
}

/// A tab that hears late of a busy one has read ahead of the messages: what it reads is later than what they tell of.
#[test]
fn who_only_watches_makes_no_copies_however_late_the_messages_are() {
    with_drafts(|memory| {
        let (here, there) = two(memory);
        let key = key(here);
        let mut versions = Vec::new();
        for name in ["1", "2", "3"] {
            versions.push(memory.read(&key).unwrap());
            answer(here, "subject", name);
            versions.push(memory.read(&key).unwrap());
            answer(here, "subject", &format!("{name} and more"));
            there.reload(&key, versions.first().map(String::as_str));
        }
        assert_eq!((there.list().len(), there.news()), (1, None));
        assert_eq!(there.current(), here.current());
    });
}

#[test]
fn what_both_said_differently_is_in_the_draft_and_beside_it() {
    with_drafts(|memory| {
        let (here, there) = two(memory);
        answer(here, "subject", "enterprise");
        answer(there, "subject", "personal");
        assert_eq!(there.list().len(), 2);
        let Some(News::Split { draft, copy }) = there.news() else { panic!("{:?}", there.news()) };
        let subject = |id: &str| open(memory).get(id).unwrap().profile.subject.unwrap();
        let mut both = [subject(&draft), subject(&copy)];
        both.sort();
        assert_eq!(both.map(String::from), ["enterprise", "personal"]);
        assert!(there.get(&copy).unwrap().name.contains("另一标签页的版本"));
        there.settle_news();
        assert_eq!(there.news(), None);
        for id in [draft, copy] {
            here.reload(&format!("leimu/draft/{id}"), None);
        }
        assert_eq!(here.list(), there.list(), "both tabs show the same");
    });
}

#[test]
fn what_was_cleared_elsewhere_stays_on_screen_and_is_kept_again_when_it_is_changed() {
    with_drafts(|memory| {
        let (here, _) = two(memory);
        here.create("乙单位");
        memory.texts.borrow_mut().clear();
        here.cleared();
        assert_eq!(here.withdrawn().len(), 2);
        assert_eq!(here.list().len(), 2);
        assert!(memory.keys().is_empty(), "nothing is written back unasked");
        answer(here, "subject", "enterprise");
        assert_eq!(here.withdrawn().len(), 1);
        assert_eq!(open(memory).current().name, "乙单位");
        here.keep_withdrawn();
        assert!(here.withdrawn().is_empty());
        assert_eq!(open(memory).list(), here.list());
    });
}

#[test]
fn the_draft_in_use_stays_where_another_tab_deletes_it_and_others_go() {
    with_drafts(|memory| {
        let (here, _) = two(memory);
        let first = here.current_id();
        here.create("乙单位");
        let there = open(memory);
        let second = here.current_id();
        for id in [&first, &second] {
            there.delete(id);
            here.reload(&format!("leimu/draft/{id}"), None);
        }
        let left: Vec<_> = here.list().iter().map(|draft| draft.id.clone()).collect();
        assert_eq!(left, std::slice::from_ref(&second));
        assert_eq!(here.withdrawn()[0].id, second);
    });
}

#[test]
fn what_a_newer_build_wrote_in_another_tab_is_not_overwritten() {
    let newer = format!(r#"{{"schema":{},"id":"future"}}"#, SCHEMA + 1);
    with_drafts(|memory| {
        let (here, _) = two(memory);
        let key = key(here);
        memory.write(&key, &newer).unwrap();
        here.reload(&key, None);
        assert_eq!(here.unreadable().len(), 1);
        assert_eq!(here.list().len(), 1, "no second draft for a change of another tab alone");
        answer(here, "a", "1");
        assert_eq!(memory.read(&key), Some(newer.clone()));
        assert_eq!(here.news(), Some(News::Aside { draft: here.current_id() }));
        assert_eq!(here.current().profile.facts.len(), 1);
        let again = open(memory);
        assert_eq!(again.current(), here.current());
        here.delete(&here.current_id());
        assert_eq!(memory.read(&key), Some(newer));
    });
}

#[test]
fn a_newer_version_unheard_of_is_not_deleted_with_the_draft() {
    let newer = format!(r#"{{"schema":{},"id":"future"}}"#, SCHEMA + 1);
    with_drafts(|memory| {
        let (here, _) = two(memory);
        let key = key(here);
        memory.write(&key, &newer).unwrap();
        here.delete(&here.current_id());
        assert_eq!(memory.read(&key), Some(newer));
    });
}

#[test]
fn a_draft_that_is_only_opened_is_not_rewritten() {
    const OLD: &str = include_str!("../drafts/schema-1/full.json");
    with_drafts(|memory| {
        memory.write("leimu/draft/mhw3k0a1-2", OLD).unwrap();
        let drafts = open(memory);
        assert_eq!(drafts.current().targets.len(), 4);
        assert_eq!(memory.read("leimu/draft/mhw3k0a1-2").as_deref(), Some(OLD));
        memory.is_full.set(true);
        answer(drafts, "a", "1");
        assert_eq!(memory.read("leimu/draft/mhw3k0a1-2").as_deref(), Some(OLD), "until there is room");
        memory.is_full.set(false);
        answer(drafts, "b", "2");
        let migrated = Draft::decode(&memory.read("leimu/draft/mhw3k0a1-2").unwrap()).unwrap();
        assert_eq!(migrated, drafts.current());
        assert_eq!(migrated.profile.facts.len(), 4);
    });
}
