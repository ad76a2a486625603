//! Remarks of the data: what we say of a source, beside the words of the source itself.

use std::collections::BTreeSet;

use leimu::catalog::Catalog;
use leimu::i18n::{EN, READINGS_ZH, ZH};
use leimu::wording::remark_words;

use crate::given::bundle;
use crate::{is_chinese, is_english};

/// A source that is in English: what the data says of it in Chinese is a remark of ours.
const ENGLISH_SOURCE: &str = "capabilities.md";

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

fn of_catalog(catalog: &'static Catalog) -> BTreeSet<(&'static str, &'static str)> {
    let mut remarks = BTreeSet::from([("date", &*catalog.date_note), ("copy", &*catalog.copy)]);
    // The table of WeChat carries no warning of its own.
    remarks.extend((catalog.id.as_str() == "wechat-2026").then_some(("warning", &*catalog.warning.words)));
    for repair in &catalog.repairs {
        remarks.extend([("fault", &*repair.fault), ("repair", &*repair.repair)]);
    }
    let rules = catalog.opening.iter().filter(|rule| rule.file.as_deref() == Some(ENGLISH_SOURCE));
    remarks.extend(rules.map(|rule| ("opening", &*rule.words)));
    let notes =
        catalog.notes.iter().filter(|note| catalog.platform.as_str() == "baidu" || note.words.contains(ENGLISH_SOURCE));
    remarks.extend(notes.map(|note| ("note", &*note.words)));
    for category in &catalog.categories {
        let doubts = category.access.iter().filter_map(|access| access.doubt.as_deref());
        remarks.extend(doubts.chain(category.doubt.as_deref()).map(|doubt| ("doubt", doubt)));
        category.requirement.walk(&mut |node| remarks.extend(node.note.as_deref().map(|note| ("reading", note))));
    }
    remarks
}

/// What is left of a remark without the words of the source in it: those stand in marks.
fn without_quoted(words: &str) -> String {
    let mut left = String::new();
    let mut rest = words;
    while let Some(start) = rest.find(['“', '《']) {
        let (before, quoted) = rest.split_at(start);
        let end = if quoted.starts_with('“') { '”' } else { '》' };
        left.push_str(before);
        rest = quoted.split_once(end).unwrap_or_else(|| panic!("{words}: {end} is missing")).1;
    }
    left + rest
}

#[test]
fn every_remark_has_english() {
    let registry = &bundle().registry;
    for (what, remark) in remarks() {
        let english = registry.english_name(remark).unwrap_or_else(|| panic!("{what} has no English: {remark}"));
        assert!(is_english(&without_quoted(english)), "{what} {remark}: {english}");
        assert!(english.ends_with('.') && !english.ends_with(".."), "{what}: {english}");
        assert_eq!(english.trim(), english);
    }
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
