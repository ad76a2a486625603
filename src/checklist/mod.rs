//! What is handed over (清单): the answer for one category or for several, with the papers that they
//! ask for, as a sheet that can be pasted into a chat, kept as Markdown, or opened as a table.
//!
//! [`checklist`] gathers everything as words, [`Checklist::sheet`] lays it out, and a [`Sheet`]
//! writes itself in each form. The list of the checker takes the same way through [`Listing`].

mod gather;
mod layout;
mod listing;
mod markdown;
mod rules;
mod sheet;
mod table;
mod text;

pub use gather::{Chosen, applicant, checklist};
pub use listing::{Listed, Listing};
pub use sheet::{Block, Mark, Sheet};
pub use table::Table;

use crate::draft::{Draft, Stage};
use crate::eligibility::{Need, Trouble, Value, Verdict};
use crate::profile::{Date, Paper};

/// The answers for the chosen categories, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    /// What it is about: the path of the category, or the name of the draft.
    pub title: String,
    /// The day on which it was made.
    pub made: Date,
    /// For which applicant: the subject, and the answers that the categories ask for.
    pub applicant: String,
    /// Each category with its answer.
    pub categories: Vec<Answer>,
    /// Every paper that any of them names, once.
    pub papers: Vec<PaperLine>,
    /// All of them can be had together.
    pub is_open: bool,
    /// Ways to complete what is missing for all of them together, fewest steps first.
    pub routes: Vec<String>,
    /// How many more ways there are.
    pub more_routes: usize,
    /// There are more ways than anybody has counted.
    pub is_cut: bool,
    /// What keeps them from being had together.
    pub problems: Vec<String>,
}

/// One category and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its names, the widest first; in another language with the original behind them.
    pub path: String,
    /// The short name of its catalog.
    pub catalog: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Why, in one sentence.
    pub sentence: String,
    /// The requirement, line by line.
    pub requirement: Vec<RequirementLine>,
    /// Access methods, supplements, restrictions, review times and notes: title and entries.
    pub rules: Vec<(&'static str, Vec<String>)>,
    /// Publisher, title, date and line of the source.
    pub source: String,
    /// The version of the data: catalog and fingerprint.
    pub version: String,
    /// The official pages: title and address.
    pub pages: Vec<(String, String)>,
    /// The address of the category in this page; empty where there is none.
    pub link: String,
}

/// A node of the requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementLine {
    /// How many nodes stand above it.
    pub depth: usize,
    /// What it asks for.
    pub words: String,
    /// Whether it is met.
    pub value: Value,
    /// Why not, or how the source is read.
    pub note: String,
}

/// A paper, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperLine {
    /// The paper.
    pub paper: Paper,
    /// Its name, with the number and the coverage that are asked.
    pub words: String,
    /// What is wrong with it; none where it serves as it is.
    pub trouble: Option<Trouble>,
    /// Its last day, where it was said.
    pub valid_until: Option<Date>,
    /// Whether something has to be done about it.
    pub need: Need,
    /// Which of the categories ask for it, by position.
    pub serves: Vec<usize>,
    /// How far it is in the draft that the list is of; none where it is of no draft.
    pub stage: Option<Stage>,
    /// What was noted of it there; may be empty.
    pub note: String,
}

impl Checklist {
    /// The checklist of a draft: it says how far each paper is, and what was noted.
    #[must_use]
    pub fn with_progress(mut self, draft: &Draft) -> Self {
        for line in &mut self.papers {
            line.stage = Some(draft.stage(&line.paper));
            line.note = draft.progress_of(&line.paper).map(|one| one.note.trim().to_owned()).unwrap_or_default();
        }
        self
    }
}

impl PaperLine {
    /// It is at hand and serves as it is.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.trouble.is_none()
    }
}
