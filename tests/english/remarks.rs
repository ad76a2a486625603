//! What the data says in sentences and phrases: of categories, of sources, of how they were read. Only the words of
//! the sources on papers have no English: they stand beside a requirement to be compared with the platform's.

use std::collections::BTreeSet;

use leimu::catalog::{Catalog, Category, Kind};
use leimu::i18n::{EN, READINGS_ZH, ZH};
use leimu::wording::remark_words;

use crate::given::bundle;
use crate::{is_chinese, is_english};

/// Every remark, with what it is.
pub(crate) fn remarks() -> BTreeSet<(&'static str, &'static str)> {
    let mut remarks: BTreeSet<_> = bundle().catalogs.iter().flat_map(of_catalog).collect();
    for revision in &bundle().links.revisions {
        remarks.insert(("revision", &*revision.note));
        remarks.extend(revision.moves.iter().filter_map(|moved| Some(("move", moved.why.as_deref()?))));
        remarks.extend(revision.ended.iter().map(|ended| ("end", &*ended.why)));
    }
    remarks
}

/// What a category is for, and what it may stream: phrases, not sentences.
const PHRASES: [&str; 2] = ["scope", "scene"];

fn of_catalog(catalog: &'static Catalog) -> BTreeSet<(&'static str, &'static str)> {
    let mut remarks =
        BTreeSet::from([("date", &*catalog.date_note), ("copy", &*catalog.copy), ("warning", &*catalog.warning.words)]);
    for repair in &catalog.repairs {
        remarks.extend([("fault", &*repair.fault), ("repair", &*repair.repair)]);
    }
    remarks.extend(catalog.opening.iter().map(|rule| ("opening", &*rule.words)));
    remarks.extend(catalog.notes.iter().map(|note| ("note", &*note.words)));
    remarks.extend(catalog.categories.iter().flat_map(of_category));
    remarks
}

fn of_category(category: &'static Category) -> BTreeSet<(&'static str, &'static str)> {
    let mut remarks = BTreeSet::new();
    remarks.extend(category.scope.as_deref().map(|scope| ("scope", scope)));
    remarks.extend(category.scene.as_deref().map(|scene| ("scene", scene)));
    remarks.extend(category.supplements.iter().filter_map(|one| Some(("supplement", one.words.as_deref()?))));
    remarks.extend(category.restrictions.iter().map(|one| ("restriction", &*one.words)));
    remarks.extend(category.reviews.iter().map(|one| ("review", &*one.words)));
    remarks.extend(category.notes.iter().map(|one| ("note", &*one.words)));
    let doubts = category.access.iter().filter_map(|access| access.doubt.as_deref());
    remarks.extend(doubts.chain(category.doubt.as_deref()).map(|doubt| ("doubt", doubt)));
    category.requirement.walk(&mut |node| {
        remarks.extend(node.note.as_deref().map(|note| ("reading", note)));
        if let Kind::OnRequest(channel) = &node.kind {
            remarks.insert(("channel", &**channel));
        }
    });
    remarks
}

/// What is left of a remark without the words of the source in it: those stand in marks, and may have marks of
/// their own.
fn without_quoted(words: &str) -> String {
    let (mut left, mut open) = (String::new(), Vec::new());
    for letter in words.chars() {
        match letter {
            '“' => open.push('”'),
            '《' => open.push('》'),
            end if open.last() == Some(&end) => drop(open.pop()),
            other if open.is_empty() => left.push(other),
            _ => {}
        }
    }
    assert!(open.is_empty(), "{words}: a mark is not closed");
    left
}

#[test]
fn every_remark_has_english() {
    let registry = &bundle().registry;
    for (what, remark) in remarks() {
        let english = registry.english_name(remark).unwrap_or_else(|| panic!("{what} has no English: {remark}"));
        assert!(is_english(&without_quoted(english)), "{what} {remark}: {english}");
        assert!(
            english.trim_start_matches("iOS").starts_with(|first: char| !first.is_lowercase()),
            "{what}: {english}"
        );
        assert_eq!(english.trim(), english);
        if PHRASES.contains(&what) {
            assert!(!english.ends_with(['.', ',', ';', ':']), "{what}: {english}");
        } else {
            // What a source says of a list ends where the list begins.
            let end = if remark.ends_with('：') { ':' } else { '.' };
            assert!(english.ends_with(end) && !english.ends_with(".."), "{what}: {english}");
        }
    }
}

/// Every kind is there to be looked at, with as much as the sources have at least.
#[test]
fn no_kind_of_remark_is_left_out() {
    let many = |kind: &str| remarks().iter().filter(|(what, _)| *what == kind).count();
    for (kind, least) in [
        ("scope", 450),
        ("scene", 15),
        ("supplement", 3),
        ("restriction", 115),
        ("review", 4),
        ("note", 80),
        ("opening", 6),
        ("warning", 3),
        ("doubt", 1),
        ("reading", 20),
        ("channel", 8),
    ] {
        assert!(many(kind) >= least, "{} of the kind {kind}", many(kind));
    }
}

/// A number is a condition: each stands in both languages. Only months have names.
#[test]
fn no_number_is_lost() {
    for (what, remark) in remarks() {
        let english = bundle().registry.english_name(remark).unwrap_or_default();
        let lost = |number: &&str| !numbers(english).contains(number) && !remark.contains(&format!("{number} 月"));
        assert_eq!(numbers(remark).into_iter().find(lost), None, "{what} {remark}: {english}");
    }
}

fn numbers(words: &str) -> BTreeSet<&str> {
    words.split(|letter: char| !letter.is_ascii_digit()).filter(|number| !number.is_empty()).collect()
}

#[test]
fn a_remark_is_told_in_the_language_of_the_page() {
    let registry = &bundle().registry;
    let remark = "双方盖章是对这份函的要求，不是经营范围。";
    assert_eq!(remark_words(remark, registry, &ZH), remark);
    assert!(!remark_words(remark, registry, &EN).chars().any(is_chinese));
    // Of an own catalog, perhaps: better in Chinese than not at all.
    assert_eq!(remark_words("鹦鹉学舌。", registry, &EN), "鹦鹉学舌。");
}

/// The reader writes some remarks that no catalog of the program has.
#[test]
fn what_the_reader_remarks_has_english() {
    let registry = &bundle().registry;
    for remark in [READINGS_ZH.read_as_any, READINGS_ZH.read_as_companies] {
        assert_eq!(remark_words(remark, registry, &ZH), remark);
        assert!(is_english(&without_quoted(&remark_words(remark, registry, &EN))), "{remark}");
    }
    let bank = registry.fact("bank").unwrap();
    let told = (READINGS_ZH.read_as_answer)(&bank.zh);
    let english = remark_words(&told, registry, &EN);
    assert!(english.ends_with(&*bank.en) && is_english(&english), "{english}");
    // A question of an own catalog may have no English.
    let own = (READINGS_ZH.read_as_answer)("是鹦鹉吗？");
    assert!(remark_words(&own, registry, &EN).ends_with("是鹦鹉吗？"));
}
