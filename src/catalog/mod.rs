//! The rules as data: papers, facts, catalogs and their categories.

mod brought;
mod bundle;
mod category;
pub mod check;
mod fault;
mod fingerprint;
mod json;
mod kept;
pub mod limits;
mod links;
mod log;
mod names;
pub mod own;
pub mod pack;
mod papers;
mod read;
mod registry;
mod requirement;
mod write;

pub use brought::Brought;
pub use bundle::{Bundle, LoadError};
pub use category::{
    Access, Capability, Catalog, Category, DateKnown, Effect, Forbidden, Link, OpeningRule, Repair, Restriction,
    Review, Supplement, Words,
};
pub(crate) use fault::repeated;
pub use fault::{Expected, Fault, Found, MOST_FAULTS, Place, Step, Syntax, Way, Wrong};
pub use fingerprint::fingerprint;
pub use links::{Business, Ended, LinkError, Links, Move, Revision};
pub use names::{
    AccessMethodId, ActivityId, AnswerId, CatalogId, CategoryPath, DocumentId, FactId, PlatformId, SUBJECT,
};
pub use papers::AskedPaper;
pub use registry::{AccessMethod, Activity, Alias, Answer, Document, DocumentKind, Fact, Registry, Translation, bare};
pub use requirement::{Asked, Condition, Coverage, Holder, Kind, Reading, Requirement};
