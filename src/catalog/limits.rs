//! How much a catalog may hold that somebody loads. A person who writes one never meets these
//! limits; without them, a file could keep a phone busy for minutes.

use super::category::{Catalog, Category};
use super::fault::{Place, Wrong};
use super::log::Log;
use super::requirement::{Kind, Requirement};

/// The size of the file, in bytes: 2 MiB.
pub const BYTES: usize = 2 << 20;
/// Categories of one catalog.
pub const CATEGORIES: usize = 2_000;
/// Levels of one requirement; a single paper has one.
pub const DEPTH: usize = 16;
/// Papers, conditions and whatever else has nothing below it, in one requirement.
pub const LEAVES: usize = 200;
/// How many of a paper may be asked for.
pub const COUNT: u32 = 999;
/// Interfaces that categories open (`capabilities`).
pub const CAPABILITIES: usize = 200;
/// Paths of one of them.
pub const PATHS: usize = 200;
/// Papers that a catalog brings along.
pub const DOCUMENTS: usize = 2_000;
/// Questions that a catalog brings along.
pub const FACTS: usize = 500;
/// Activities that a catalog brings along.
pub const ACTIVITIES: usize = 500;
/// Letters of any text.
pub const LETTERS: usize = 4_000;
/// Letters of a name in a path.
pub const NAME: usize = 60;
/// Letters of the id of a catalog, and of what it brings along.
pub const ID: usize = 64;
/// Letters of the id of a platform.
pub const PLATFORM: usize = 32;

/// What there may be too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Limit {
    /// [`BYTES`].
    #[error("bytes in the file")]
    Bytes,
    /// [`CATEGORIES`].
    #[error("categories")]
    Categories,
    /// [`DEPTH`].
    #[error("levels of requirements")]
    Depth,
    /// [`LEAVES`].
    #[error("papers and conditions in one requirement")]
    Leaves,
    /// [`COUNT`].
    #[error("of one paper")]
    Count,
    /// [`CAPABILITIES`].
    #[error("capabilities")]
    Capabilities,
    /// [`PATHS`].
    #[error("paths of one capability")]
    Paths,
    /// [`DOCUMENTS`].
    #[error("documents brought along")]
    Documents,
    /// [`FACTS`].
    #[error("facts brought along")]
    Facts,
    /// [`ACTIVITIES`].
    #[error("activities brought along")]
    Activities,
    /// [`LETTERS`].
    #[error("letters in one text")]
    Letters,
    /// [`NAME`].
    #[error("letters in the name of a path")]
    Name,
}

impl Limit {
    /// How much there may be.
    #[must_use]
    pub fn most(self) -> usize {
        match self {
            Self::Bytes => BYTES,
            Self::Categories => CATEGORIES,
            Self::Depth => DEPTH,
            Self::Leaves => LEAVES,
            Self::Count => COUNT as usize,
            Self::Capabilities => CAPABILITIES,
            Self::Paths => PATHS,
            Self::Documents => DOCUMENTS,
            Self::Facts => FACTS,
            Self::Activities => ACTIVITIES,
            Self::Letters => LETTERS,
            Self::Name => NAME,
        }
    }
}

/// Notes whatever a catalog has too much of, and ids that are none.
pub(super) fn check(log: &mut Log, catalog: &Catalog) {
    let head = log.place.clone();
    id(log, "id", catalog.id.as_str(), ID);
    id(log, "platform", catalog.platform.as_str(), PLATFORM);
    let brought = &catalog.brought;
    many(log, "documents", Limit::Documents, brought.documents.len());
    many(log, "facts", Limit::Facts, brought.facts.len());
    many(log, "activities", Limit::Activities, brought.activities.len());
    many(log, "capabilities", Limit::Capabilities, catalog.capabilities.len());
    log.each("capabilities", &catalog.capabilities, &mut |log, capability| {
        many(log, "categories", Limit::Paths, capability.categories.len());
    });
    many(log, "categories", Limit::Categories, catalog.categories.len());
    log.each("categories", &catalog.categories, &mut |log, category| {
        log.place = Place::Category(catalog.id.clone(), category.path.clone());
        of_category(log, category);
        log.place = head.clone();
    });
}

fn of_category(log: &mut Log, category: &Category) {
    log.each("path", &category.path.0, &mut |log, name| too_much(log, Limit::Name, name.chars().count()));
    let mut leaves = 0_usize;
    log.inside("requirement", &mut |log| of_node(log, &category.requirement, 1, &mut leaves));
    many(log, "requirement", Limit::Leaves, leaves);
}

fn of_node(log: &mut Log, node: &Requirement, depth: usize, leaves: &mut usize) {
    if depth > DEPTH {
        return too_much(log, Limit::Depth, depth);
    }
    if let Kind::Document(asked) = &node.kind {
        many(log, "count", Limit::Count, asked.count as usize);
    }
    if node.members().is_empty() {
        *leaves = leaves.saturating_add(1);
    }
    log.each(node.kind.field(), node.members(), &mut |log, member| {
        of_node(log, member, depth.saturating_add(1), leaves);
    });
}

fn many(log: &mut Log, field: &'static str, limit: Limit, found: usize) {
    log.inside(field, &mut |log| too_much(log, limit, found));
}

/// Notes what is more than its limit.
pub(super) fn too_much(log: &mut Log, limit: Limit, found: usize) {
    if found > limit.most() {
        log.note(Wrong::TooMuch { limit, found });
    }
}

/// Notes an id that could not stand in an address and in the name of a file.
pub(super) fn id(log: &mut Log, field: &'static str, id: &str, most: usize) {
    if !is_id(id, most) || !id.is_ascii() {
        log.note_at(field, Wrong::Id { most, is_english: true });
    }
}

/// Notes an id of something that is brought along, which may be a word of any language.
pub(super) fn brought_id(log: &mut Log, id: &str) {
    if !is_id(id, ID) {
        log.note_at("id", Wrong::Id { most: ID, is_english: false });
    }
}

fn is_id(id: &str, most: usize) -> bool {
    (1..=most).contains(&id.chars().count()) && id.chars().all(|letter| letter == '-' || letter.is_alphanumeric())
}
