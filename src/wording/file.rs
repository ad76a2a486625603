//! What is wrong with a file of drafts, as sentences.

use crate::draft::DraftError;
use crate::draft::file::FileFault;
use crate::i18n::{Keeping, Messages};

/// What is wrong, with its place in the file.
#[must_use]
pub fn file_fault_words(fault: &FileFault, say: &Messages) -> String {
    let words = Keeping::of(say.language);
    match fault {
        FileFault::Unreadable(error) => (words.no_drafts)(&error.to_string()),
        FileFault::Newer { found } => (words.newer)(*found),
        FileFault::Draft { number, line, error } => {
            let what = match error {
                DraftError::Newer { found } => (words.newer)(*found),
                DraftError::Id(id) => (words.bad_id)(id),
                // The line within the draft would only confuse: that of the file is told.
                DraftError::Unreadable(error) => {
                    let told = error.to_string();
                    (words.no_drafts)(told.split_once(" at line ").map_or(&*told, |(what, _)| what))
                }
            };
            (words.fault)(*number, *line, &what)
        }
    }
}
