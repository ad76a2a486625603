//! Drafts of every kind, for laws.

use leimu::catalog::{CatalogId, CategoryPath, Holder};
use leimu::draft::{Draft, Progress, State, Target};
use leimu::profile::{Paper, WrittenHolding, WrittenProfile};
use proptest::prelude::*;

/// A name as people and files have them, quotes, line ends and nothing at all included.
pub(crate) fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-z-]{1,6}",
        "[教育驾校培训/、“”]{1,4}",
        any::<String>().prop_map(|text| text.chars().take(6).collect()),
    ]
}

fn boxed() -> impl Strategy<Value = Box<str>> {
    word().prop_map(Into::into)
}

pub(crate) fn holder() -> impl Strategy<Value = Holder> {
    prop_oneof![Just(Holder::Own), Just(Holder::Partner)]
}

pub(crate) fn path() -> impl Strategy<Value = CategoryPath> {
    prop::collection::vec(boxed(), 0..4).prop_map(CategoryPath)
}

pub(crate) fn catalog() -> impl Strategy<Value = CatalogId> {
    prop_oneof![Just("a".into()), Just("b".into()), word().prop_map(|name| name.as_str().into())]
}

pub(crate) fn holding() -> impl Strategy<Value = WrittenHolding> {
    let words = || prop::collection::vec(boxed(), 0..3);
    (boxed(), words(), words(), any::<u32>(), holder(), prop::option::of(boxed()), any::<bool>()).prop_map(
        |(document, covers, lacks, count, holder, valid_until, unobtainable)| WrittenHolding {
            document,
            covers,
            lacks,
            count,
            holder,
            valid_until,
            unobtainable,
        },
    )
}

pub(crate) fn profile() -> impl Strategy<Value = WrittenProfile> {
    (
        prop::option::of(boxed()),
        prop::collection::btree_map(boxed(), boxed(), 0..4),
        prop::collection::vec(boxed(), 0..3),
        prop::collection::vec(holding(), 0..4),
    )
        .prop_map(|(subject, facts, activities, documents)| WrittenProfile {
            subject,
            facts,
            activities,
            documents,
        })
}

pub(crate) fn progress() -> impl Strategy<Value = Progress> {
    let state = prop::option::of(prop::sample::select(&State::EACH[..]));
    (word(), holder(), state, word()).prop_map(|(document, holder, state, note)| Progress {
        document,
        holder,
        state,
        note,
    })
}

pub(crate) fn target() -> impl Strategy<Value = Target> {
    (catalog(), path()).prop_map(|(catalog, path)| Target { catalog, path })
}

/// Any draft that can be written, not only those that the page makes.
pub(crate) fn draft() -> impl Strategy<Value = Draft> {
    (
        ("[a-zA-Z0-9-]{1,64}", word(), any::<u64>(), any::<u64>(), profile()),
        prop::collection::vec(target(), 0..8),
        prop::collection::vec(progress(), 0..4),
        prop::collection::btree_map(catalog(), word(), 0..3),
    )
        .prop_map(|((id, name, created, updated, profile), targets, progress, made_with)| Draft {
            updated,
            profile,
            targets,
            progress,
            made_with,
            ..Draft::new(id, name, created)
        })
}

/// A paper of the registry's kind.
pub(crate) fn paper() -> impl Strategy<Value = Paper> {
    ("[a-c]", holder()).prop_map(|(document, holder)| Paper { document: document.as_str().into(), holder })
}
