//! Answers as sentences: what is missing, why it is closed, what to confirm. Pure text with
//! stress; how stress looks is for the page.

mod alternatives;
mod beside;
mod change;
mod fault;
mod file;
mod finding;
mod names;
mod paper;
mod parts;
mod reading;
mod summary;

pub use beside::{Line, beside, node_words};
pub use change::changes;
pub use fault::fault_words;
pub use file::file_fault_words;
pub use finding::finding_words;
pub use names::{
    Named, category_words, document_words, method_words, name_words, names_words, remark_words, supplement_words,
};
pub use paper::{
    asked_name, asked_of, cause_words, channel_words, condition_words, confirm_words, paper_name, step_words,
    trouble_words,
};
pub use parts::in_parts;
pub use reading::{diagnostic_words, role_words};
pub use summary::summary;

/// A sentence in parts, some of them stressed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Sentence {
    /// The parts, and whether each is stressed.
    pub parts: Vec<(String, bool)>,
}

impl Sentence {
    /// Adds plain words.
    #[must_use]
    pub fn plain(mut self, words: impl Into<String>) -> Self {
        self.parts.push((words.into(), false));
        self
    }

    /// Adds stressed words.
    #[must_use]
    pub fn stressed(mut self, words: impl Into<String>) -> Self {
        self.parts.push((words.into(), true));
        self
    }

    /// The sentence without stress.
    #[must_use]
    pub fn text(&self) -> String {
        self.parts.iter().map(|(words, _)| words.as_str()).collect()
    }
}
