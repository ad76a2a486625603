//! A catalog and its categories, as the data files have them.

use std::sync::Arc;

use serde::Serialize;

use super::brought::Brought;
use super::names::{AccessMethodId, ActivityId, AnswerId, CatalogId, CategoryPath, PlatformId};
use super::requirement::Requirement;

/// One dated revision of one source (类目目录).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalog {
    /// Its name in addresses and drafts.
    pub id: CatalogId,
    /// The platform whose categories it lists.
    pub platform: PlatformId,
    /// What the source calls itself.
    pub title: Box<str>,
    /// A short name for lists: 微信直播 2022.
    pub short: Box<str>,
    /// Who published it.
    pub publisher: Box<str>,
    /// The address of the published page, where it is known.
    pub page: Option<Box<str>>,
    /// The day, the year or the span of years of this revision, as precisely as it is known.
    pub date: Box<str>,
    /// How the date is known.
    pub date_known: DateKnown,
    /// From what the date is known.
    pub date_note: Box<str>,
    /// Where the copy came from.
    pub copy: Box<str>,
    /// The file in the source folder that was transcribed.
    pub file: Box<str>,
    /// The publisher's own warning that the platform's page prevails.
    pub warning: Words,
    /// Rules for the whole catalog: who may apply at all, and what somebody gets without a category.
    pub opening: Vec<OpeningRule>,
    /// What the page says beside its tables.
    pub notes: Vec<Words>,
    /// Official pages that the source names for all categories.
    pub links: Vec<Link>,
    /// Trades that the platform does not take at all (禁止行业).
    pub forbidden: Vec<Forbidden>,
    /// Interfaces that categories open, where a source lists them for many at once. Loading a
    /// catalog gives each to its categories.
    pub capabilities: Vec<Capability>,
    /// Faults of the source, and how each was repaired.
    pub repairs: Vec<Repair>,
    /// What it needs that the registry does not have. The catalogs of the program bring nothing:
    /// the registry has whatever they need.
    pub brought: Brought,
    /// Every category, in the order of the source.
    pub categories: Vec<Category>,
}

/// How the date of a catalog is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateKnown {
    /// The page prints it.
    Printed,
    /// It follows from what the page says; see the note.
    Inferred,
    /// The history of the page's own repository has it.
    Commit,
}

/// Words of a source and their place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// The words, without the markup of the page.
    pub words: Box<str>,
    /// The line of the source file.
    pub line: u32,
}

/// A link that a source gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What the link is about, in a few words.
    pub title: Box<str>,
    /// The address.
    pub address: Box<str>,
    /// The line of the source file.
    pub line: u32,
}

/// Trades that a platform does not take, whatever papers there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forbidden {
    /// What they have in common: 金融.
    pub group: Box<str>,
    /// Each trade.
    pub trades: Vec<Box<str>>,
    /// The line of the source file.
    pub line: u32,
}

/// An interface, and the categories that open it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capability {
    /// The interface.
    pub method: AccessMethodId,
    /// The subjects that it is for; all of them, if none is named.
    pub subjects: Vec<AnswerId>,
    /// The line of the source file.
    pub line: u32,
    /// The source file, where it is not that of the catalog.
    pub file: Option<Box<str>>,
    /// Why it is not certain.
    pub doubt: Option<Box<str>>,
    /// The beginnings of the categories' paths: a first level stands for every category in it.
    pub categories: Vec<CategoryPath>,
}

impl Capability {
    fn access(&self) -> Access {
        let Self { method, subjects, line, file, doubt, .. } = self.clone();
        Access { method, with: None, subjects, line, file, doubt }
    }
}

/// A fault of the source that the transcription repaired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The line of the source file.
    pub line: u32,
    /// What was wrong.
    pub fault: Box<str>,
    /// What stands there now, and why.
    pub repair: Box<str>,
}

/// A rule for the whole catalog, for applicants of some subjects (主体类型).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningRule {
    /// The subjects it is about.
    pub subjects: Vec<AnswerId>,
    /// What it says.
    pub effect: Effect,
    /// The words of the source.
    pub words: Arc<str>,
    /// The line of the source file.
    pub line: u32,
    /// The source file, where it is not that of the catalog.
    pub file: Option<Box<str>>,
}

/// What an opening rule says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// No category of the catalog is open to these subjects.
    Closed,
    /// These subjects have this access method without any category.
    Access(AccessMethodId),
}

/// A service category (类目).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its place in the catalog.
    pub path: CategoryPath,
    /// The line where the source starts to speak of it.
    pub line: u32,
    /// 类目适用范围: what it is for.
    pub scope: Option<Box<str>>,
    /// What people call it who do not know its name: 网课, 外卖.
    pub also: Vec<Box<str>>,
    /// 直播场景: what may be streamed.
    pub scene: Option<Box<str>>,
    /// The source's words on the papers, whole, without markup.
    pub words: Option<Box<str>>,
    /// What it asks for.
    pub requirement: Requirement,
    /// The ways to stream live that it opens.
    pub access: Vec<Access>,
    /// Other categories that an activity makes necessary.
    pub supplements: Vec<Supplement>,
    /// What the category does not allow.
    pub restrictions: Vec<Restriction>,
    /// How long a review takes.
    pub reviews: Vec<Review>,
    /// Whatever else the source remarks.
    pub notes: Vec<Words>,
    /// Official pages for this category.
    pub links: Vec<Link>,
    /// Why the row is not to be trusted: another source contradicts it.
    pub doubt: Option<Box<str>>,
}

/// An interface or a way to stream live that a category opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// The way.
    pub method: AccessMethodId,
    /// Another category of the same catalog that must be open as well.
    pub with: Option<CategoryPath>,
    /// The subjects that it is for; all of them, if none is named.
    pub subjects: Vec<AnswerId>,
    /// The line of the source file.
    pub line: u32,
    /// The source file, where it is not that of the catalog.
    pub file: Option<Box<str>>,
    /// Why it is not certain.
    pub doubt: Option<Box<str>>,
}

/// Another category that an activity makes necessary (补充类目).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supplement {
    /// The category as the source names it.
    pub name: Box<str>,
    /// The same category, where this catalog lists it, or the beginning of the paths of several.
    pub path: Option<CategoryPath>,
    /// The activity that makes it necessary.
    pub activity: ActivityId,
    /// The activity belongs there instead: this category is not for it.
    pub instead: bool,
    /// The words of the source, where they are kept.
    pub words: Option<Box<str>>,
    /// The line of the source file.
    pub line: u32,
}

/// Something that a category does not allow (限制).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    /// The activity that runs into it; without one it is for everybody.
    pub activity: Option<ActivityId>,
    /// The words of the source.
    pub words: Box<str>,
    /// The line of the source file.
    pub line: u32,
}

/// How long a review takes (审核时长).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Review {
    /// About so many days.
    pub days: u32,
    /// The words of the source.
    pub words: Box<str>,
    /// The line of the source file.
    pub line: u32,
}

/// What interfaces a path opens.
fn opened(capabilities: &[Capability], path: &CategoryPath) -> Vec<Access> {
    let opens = |one: &&Capability| one.categories.iter().any(|start| path.0.starts_with(&start.0));
    capabilities.iter().filter(opens).map(Capability::access).collect()
}

impl Catalog {
    /// Gives each interface to the categories that open it.
    pub(super) fn share_capabilities(&mut self) {
        for category in &mut self.categories {
            category.access.extend(opened(&self.capabilities, &category.path));
        }
    }

    /// The access methods that a category has of its own, without those that it was given.
    pub(super) fn own_access<'a>(&self, category: &'a Category) -> &'a [Access] {
        let opened = opened(&self.capabilities, &category.path);
        category.access.strip_suffix(opened.as_slice()).unwrap_or(&category.access)
    }

    /// The category at this path.
    #[must_use]
    pub fn category(&self, path: &CategoryPath) -> Option<&Category> {
        self.categories.iter().find(|category| category.path == *path)
    }

    /// The categories whose paths begin with these names: one, or all of a level.
    pub fn under<'a>(&'a self, start: &'a CategoryPath) -> impl Iterator<Item = &'a Category> {
        self.categories.iter().filter(|category| category.path.0.starts_with(&start.0))
    }

    /// The first-level names, each once, in the order of the source.
    #[must_use]
    pub fn first_levels(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for category in &self.categories {
            let name = category.path.first_level();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}
