//! Drafts that come with files: nothing that is here is touched.

use leimu::draft::{Draft, file};
use leimu::state::Cabinet;

use super::{open, with_drafts};

fn draft(id: &str, name: &str) -> Draft {
    Draft::new(id.into(), name.into(), 7)
}

fn text(drafts: &[Draft]) -> String {
    file::write(&drafts.iter().collect::<Vec<_>>()).unwrap()
}

#[test]
fn what_one_browser_saves_another_reads_and_the_second_time_changes_nothing() {
    with_drafts(|memory| {
        let drafts = open(memory);
        for name in ["甲", "乙"] {
            drafts.create(name);
            drafts.edit_profile(|profile| profile.answer("subject", Some("media")));
        }
        let file = drafts.export_all();
        with_drafts(|elsewhere| {
            let other = open(elsewhere);
            let first = other.import(&file).unwrap();
            assert_eq!((first.added.len(), first.known), (2, 1), "both began with the same empty one");
            for draft in drafts.list() {
                assert_eq!(other.find(&draft.id), Some(draft));
            }
            let before = elsewhere.texts.borrow().clone();
            let again = other.import(&file).unwrap();
            assert_eq!((again.added.len(), again.known), (0, 3));
            assert_eq!(*elsewhere.texts.borrow(), before);
        });
    });
}

#[test]
fn a_draft_that_is_here_with_other_content_stays_and_that_of_the_file_opens_beside_it_once() {
    with_drafts(|memory| {
        let drafts = open(memory);
        drafts.import(&text(&[draft("a", "甲")])).unwrap();
        drafts.rename("a", "改过的");
        let file = text(&[draft("a", "甲")]);
        let imported = drafts.import(&file).unwrap();
        assert_eq!(drafts.find("a").unwrap().name, "改过的");
        let beside = drafts.find(&imported.added[0]).unwrap();
        assert_eq!(beside.name, "甲（文件里的版本）");
        let before = memory.texts.borrow().clone();
        assert_eq!(drafts.import(&file).unwrap().added, Vec::<String>::new());
        assert_eq!(*memory.texts.borrow(), before);
        // And back again, as it was saved from here.
        assert_eq!(drafts.import(&drafts.export(&beside.id)).unwrap().known, 1);
    });
}

#[test]
fn what_cannot_be_read_is_not_overwritten_by_a_file() {
    with_drafts(|memory| {
        memory.write("leimu/draft/a", "{").unwrap();
        let drafts = open(memory);
        let imported = drafts.import(&text(&[draft("a", "甲")])).unwrap();
        assert_eq!(imported.added.len(), 1);
        assert_eq!(memory.read("leimu/draft/a").as_deref(), Some("{"));
        assert_eq!(drafts.import(&text(&[draft("a", "甲")])).unwrap().added.len(), 0);
    });
}

#[test]
fn where_one_draft_of_a_file_cannot_be_read_nothing_changes() {
    with_drafts(|memory| {
        let drafts = open(memory);
        drafts.create("甲");
        let before = (drafts.list(), memory.texts.borrow().clone());
        let file = text(&[draft("a", "乙"), draft("b", "丙")]).replacen("\"schema\":2", "\"schema\":9", 1);
        assert_eq!(drafts.import(&file).unwrap_err().len(), 1);
        assert_eq!((drafts.list(), memory.texts.borrow().clone()), before);
    });
}

#[test]
fn a_copy_says_the_same_and_goes_its_own_way() {
    with_drafts(|memory| {
        let drafts = open(memory);
        drafts.edit_profile(|profile| profile.answer("subject", Some("media")));
        let original = drafts.current();
        drafts.duplicate(&original.id, "副本");
        let copy = drafts.current();
        assert_eq!((copy.name.as_str(), &copy.profile), ("副本", &original.profile));
        drafts.edit_profile(|profile| profile.answer("subject", None));
        assert_eq!(open(memory).get(&original.id), Some(original));
    });
}
