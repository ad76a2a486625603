//! The list of what does not run in a first visit, as short as it can be said.
//!
//! It names what comes later, not what comes first: a function that nobody has watched yet is in the first part, where
//! it costs bytes and never a wait.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Beginnings of names, and whole names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Later {
    /// All whose name begins so come later (`leimu::ui::draft::`).
    beginnings: BTreeSet<String>,
    whole: BTreeSet<String>,
}

impl Later {
    /// One name in a line; one that ends with `::` stands for all that begin so, and `#` begins a remark.
    pub(crate) fn parse(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned);
        let (beginnings, whole) = lines.partition(|line| line.ends_with("::"));
        Self { beginnings, whole }
    }

    /// What did not run of all functions (number and name), where these ran. One name may stand for several functions;
    /// they come later where none of them ran.
    pub(crate) fn of(all: &[(usize, String)], ran: &BTreeSet<usize>) -> Self {
        let mut names: BTreeMap<&str, bool> = BTreeMap::new();
        for (number, name) in all {
            *names.entry(name).or_default() |= ran.contains(number);
        }
        let ran: BTreeSet<&str> = names.iter().filter(|(_, ran)| **ran).map(|(name, _)| *name).collect();
        let mut later = Self::default();
        for name in names.keys().filter(|name| !ran.contains(**name) && !name.is_empty()) {
            let is_free =
                |beginning: &&str| ran.range(*beginning..).next().is_none_or(|next| !next.starts_with(*beginning));
            match beginnings(name).find(is_free) {
                Some(beginning) => later.beginnings.insert(beginning.to_owned()),
                None => later.whole.insert((*name).to_owned()),
            };
        }
        later
    }

    /// Whether the function of this name comes later.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.whole.contains(name) || beginnings(name).any(|beginning| self.beginnings.contains(beginning))
    }
}

/// `a::b::c` begins with `a::` and with `a::b::`.
fn beginnings(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices("::").filter_map(|(at, colons)| name.get(..at + colons.len()))
}

impl fmt::Display for Later {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.beginnings.union(&self.whole).try_for_each(|line| writeln!(out, "{line}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<(usize, String)> {
        let names = ["ui::list::draw", "ui::list::sort", "ui::draft::draw", "ui::draft::file::read", "drop", "drop"];
        names.into_iter().enumerate().map(|(number, name)| (number, name.to_owned())).collect()
    }

    #[test]
    fn what_did_not_run_is_said_in_as_few_lines_as_there_are_places() {
        let later = Later::of(&all(), &BTreeSet::from([0]));
        assert_eq!(later.to_string(), "drop\nui::draft::\nui::list::sort\n");
        assert_eq!(Later::parse(&later.to_string()), later);
    }

    #[test]
    fn whatever_ran_comes_first_and_so_does_what_nobody_knows() {
        // Two functions are called `drop`, and one of them ran.
        let later = Later::of(&all(), &BTreeSet::from([0, 3, 5]));
        let has: Vec<bool> = all().iter().map(|(_, name)| later.has(name)).collect();
        assert_eq!(has, [false, true, true, false, false, false]);
        assert!(!later.has("ui::card::draw") && !later.has(""));
        assert!(Later::parse("# why\n\nui::draft::\n").has("ui::draft::file::write"));
    }
}
