//! A catalog and its categories, as the data files have them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::names::{AccessMethodId, ActivityId, CatalogId, CategoryPath, PlatformId};
use super::requirement::Requirement;

/// One dated revision of one source (类目目录).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
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
    #[serde(default)]
    pub opening: Vec<OpeningRule>,
    /// What the page says beside its tables.
    #[serde(default)]
    pub notes: Vec<Words>,
    /// Official pages that the source names for all categories.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Faults of the source, and how each was repaired.
    #[serde(default)]
    pub repairs: Vec<Repair>,
    /// Every category, in the order of the source.
    pub categories: Vec<Category>,
}

/// How the date of a catalog is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateKnown {
    /// The page prints it.
    Printed,
    /// It follows from what the page says; see the note.
    Inferred,
    /// The history of the page's own repository has it.
    Commit,
}

/// Words of a source and their place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The words, without the markup of the page.
    pub words: Box<str>,
    /// The line of the source file.
    pub line: u32,
}

/// A link that a source gives.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What the link is about, in a few words.
    pub title: Box<str>,
    /// The address.
    pub address: Box<str>,
    /// The line of the source file.
    pub line: u32,
}

/// A fault of the source that the transcription repaired.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repair {
    /// The line of the source file.
    pub line: u32,
    /// What was wrong.
    pub fault: Box<str>,
    /// What stands there now, and why.
    pub repair: Box<str>,
}

/// A rule for the whole catalog, for applicants of some subjects (主体类型).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningRule {
    /// The subjects it is about.
    pub subjects: Vec<super::names::AnswerId>,
    /// What it says.
    pub effect: Effect,
    /// The words of the source.
    pub words: Arc<str>,
    /// The line of the source file.
    pub line: u32,
}

/// What an opening rule says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// No category of the catalog is open to these subjects.
    Closed,
    /// These subjects have this access method without any category.
    Access(AccessMethodId),
}

/// A service category (类目).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Its place in the catalog.
    pub path: CategoryPath,
    /// The line where the source starts to speak of it.
    pub line: u32,
    /// 类目适用范围: what it is for.
    pub scope: Option<Box<str>>,
    /// 直播场景: what may be streamed.
    pub scene: Option<Box<str>>,
    /// The source's words on the papers, whole, without markup.
    pub words: Option<Box<str>>,
    /// What it asks for.
    pub requirement: Requirement,
    /// The ways to stream live that it opens.
    #[serde(default)]
    pub access: Vec<Access>,
    /// Other categories that an activity makes necessary.
    #[serde(default)]
    pub supplements: Vec<Supplement>,
    /// What the category does not allow.
    #[serde(default)]
    pub restrictions: Vec<Restriction>,
    /// How long a review takes.
    #[serde(default)]
    pub reviews: Vec<Review>,
    /// Whatever else the source remarks.
    #[serde(default)]
    pub notes: Vec<Words>,
    /// Official pages for this category.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Why the row is not to be trusted: another source contradicts it.
    pub doubt: Option<Box<str>>,
}

/// A way to stream live that a category opens.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// The way.
    pub method: AccessMethodId,
    /// Another category of the same catalog that must be open as well.
    pub with: Option<CategoryPath>,
    /// The line of the source file.
    pub line: u32,
}

/// Another category that an activity makes necessary (补充类目).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supplement {
    /// The category as the source names it.
    pub name: Box<str>,
    /// The same category, where this catalog lists it.
    pub path: Option<CategoryPath>,
    /// The activity that makes it necessary.
    pub activity: ActivityId,
    /// The words of the source.
    pub words: Box<str>,
    /// The line of the source file.
    pub line: u32,
}

/// Something that a category does not allow (限制).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Restriction {
    /// The activity that runs into it; without one it is for everybody.
    pub activity: Option<ActivityId>,
    /// The words of the source.
    pub words: Box<str>,
    /// The line of the source file.
    pub line: u32,
}

/// How long a review takes (审核时长).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// About so many days.
    pub days: u32,
    /// The words of the source.
    pub words: Box<str>,
    /// The line of the source file.
    pub line: u32,
}

impl Catalog {
    /// The category at this path.
    #[must_use]
    pub fn category(&self, path: &CategoryPath) -> Option<&Category> {
        self.categories.iter().find(|category| category.path == *path)
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
