//! “N选M” as sources write it: 3选1, （二选一）, ②选①, full-width or not.

use crate::numerals::{first_number, last_number};

/// A heading that says how many of how many are needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// How many there are.
    pub of: usize,
    /// How many of them are needed.
    pub least: usize,
    /// As the source writes it, without brackets.
    pub words: Box<str>,
    /// A paper is named before it.
    pub after_paper: bool,
}

impl Heading {
    /// Every heading in these words, in order.
    pub(super) fn all_in(words: &str) -> Vec<Self> {
        let mut found = Vec::new();
        for (at, choose) in words.match_indices('选') {
            let (before, after) = words.split_at(at);
            let after = after.strip_prefix(choose).unwrap_or(after);
            if let (Some((of, left)), Some((least, right))) = (last_number(before), first_number(after)) {
                let words = format!("{left}选{right}").into();
                found.push(Self { of, least, words, after_paper: before.contains('《') });
            }
        }
        found
    }
}
