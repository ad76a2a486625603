//! What the page knows, as signals. Each struct here is `Copy`; its methods are the actions, and
//! everything that follows from something else is a memo.

mod arrivals;
mod cabinet;
mod checker;
mod data;
mod draft_answers;
mod drafts;
mod edition;
mod guide;
mod host;
mod kept;
mod library;
mod navigation;
mod pasted;
mod questions;
mod rows;
mod settings;
mod workshop;

pub use arrivals::{Arrival, Arrivals};
pub use cabinet::Cabinet;
pub use checker::{Answers, Checker};
pub use data::{CalledPapers, Data, Loading, Shelf};
pub use draft_answers::{AnsweredTarget, DraftAnswers, FoundTarget};
pub use drafts::{Change, Changes, Drafts, Imported, News, Removed, Unreadable};
pub use edition::Edition;
pub use guide::{Guide, give, given};
pub use host::Host;
pub use kept::Kept;
pub use library::{Library, OwnCatalog, UnreadableCatalog};
pub use navigation::Navigation;
pub use rows::{Group, Row};
pub use settings::{Settings, Theme};
pub use workshop::{Outcome, Workshop};
