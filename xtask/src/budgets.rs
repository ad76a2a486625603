//! The limits in `xtask/budgets.txt`, and which of them the bundle keeps.

use crate::error::{Error, Result};
use crate::project::Project;
use crate::sizes::Weight;
use std::fs;

/// One line of the table.
#[derive(Debug, PartialEq, Eq)]
struct Budget {
    pattern: String,
    limit: u64,
    /// Whether every first visit downloads these files.
    first: bool,
}

/// The whole table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Budgets {
    budgets: Vec<Budget>,
    /// For everything that a first visit downloads.
    total: u64,
}

/// What one limit came to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// Whether the limit was kept.
    pub(crate) kept: bool,
    /// The figures, in words.
    pub(crate) words: String,
}

impl Budgets {
    /// Reads the table.
    pub(crate) fn read(project: &Project) -> Result<Self> {
        let path = project.root().join("xtask/budgets.txt");
        let text = fs::read_to_string(&path).map_err(Error::file(&path))?;
        parse(&text).map_err(|expected| Error::Content { path, expected })
    }

    /// Holds the weights against every limit.
    pub(crate) fn check(&self, weights: &[Weight]) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut total = 0;
        for (index, budget) in self.budgets.iter().enumerate() {
            let own = weights.iter().filter(|weight| self.line_of(weight) == Some(index));
            let bytes = own.map(|weight| weight.brotli).sum();
            total += if budget.first { bytes } else { 0 };
            findings.push(finding(&budget.pattern, bytes, budget.limit));
        }
        findings.push(finding("a first visit", total, self.total));
        let strays = weights.iter().filter(|weight| self.line_of(weight).is_none());
        findings.extend(strays.map(|weight| Finding {
            kept: false,
            words: format!("{} fits no line of xtask/budgets.txt", weight.name),
        }));
        findings
    }

    fn line_of(&self, weight: &Weight) -> Option<usize> {
        self.budgets.iter().position(|budget| fits(&budget.pattern, &weight.name))
    }
}

fn finding(what: &str, bytes: u64, limit: u64) -> Finding {
    let kept = bytes <= limit;
    let verdict = if kept { "of" } else { "is over" };
    Finding { kept, words: format!("{what}: {bytes} {verdict} {limit} bytes in brotli") }
}

fn parse(text: &str) -> Result<Budgets, String> {
    let mut budgets = Vec::new();
    let mut total = None;
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |word: &str| word.parse().map_err(|_| format!("a number of bytes in `{line}`"));
        match words[..] {
            ["total", bytes] => total = Some(number(bytes)?),
            [pattern, bytes, when @ ("first" | "later")] => {
                budgets.push(Budget { pattern: pattern.to_owned(), limit: number(bytes)?, first: when == "first" });
            }
            _ => {
                return Err(format!("`pattern bytes first|later` or `total bytes`, not `{line}`"));
            }
        }
    }
    let total = total.ok_or("a line `total bytes`")?;
    Ok(Budgets { budgets, total })
}

/// Whether a name is what a pattern with at most one `*` describes.
fn fits(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((before, after)) => {
            name.len() >= before.len() + after.len() && name.starts_with(before) && name.ends_with(after)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# pattern bytes when\nindex.html 10 first\n*.js 20 first\nicons/* 5 later\n\ntotal 25\n";

    fn check(files: &[(&str, u64)]) -> Vec<String> {
        let weights: Vec<_> =
            files.iter().map(|&(name, brotli)| Weight { name: name.to_owned(), raw: 0, gzip: 0, brotli }).collect();
        let findings = parse(TABLE).unwrap().check(&weights);
        let broken = findings.into_iter().filter(|finding| !finding.kept);
        broken.map(|finding| finding.words).collect()
    }

    #[test]
    fn files_of_one_pattern_share_its_limit() {
        assert!(check(&[("index.html", 5), ("a.js", 10), ("b.js", 10)]).is_empty());
        assert_eq!(check(&[("a.js", 11), ("b.js", 10)]), ["*.js: 21 is over 20 bytes in brotli"]);
    }

    #[test]
    fn the_total_is_of_first_visits_only() {
        assert!(check(&[("index.html", 5), ("a.js", 20), ("icons/a.png", 5)]).is_empty());
        assert_eq!(check(&[("index.html", 6), ("a.js", 20)]), ["a first visit: 26 is over 25 bytes in brotli"]);
    }

    #[test]
    fn what_has_no_budget_is_not_shipped() {
        assert_eq!(check(&[("font.woff2", 1)]), ["font.woff2 fits no line of xtask/budgets.txt"]);
    }

    #[test]
    fn a_table_that_cannot_be_read_says_which_line() {
        for (table, expected) in [
            ("*.js many first\ntotal 1\n", "a number of bytes in `*.js many first`"),
            ("*.js 10\n", "`pattern bytes first|later` or `total bytes`, not `*.js 10`"),
            ("*.js 10 first\n", "a line `total bytes`"),
        ] {
            assert_eq!(parse(table), Err(expected.to_owned()));
        }
    }

    #[test]
    fn patterns_are_names_with_a_gap() {
        assert!(fits("*_bg.wasm", "leimu-1f_bg.wasm"));
        assert!(fits("*", "anything/at/all"));
        assert!(!fits("a*a", "a"));
        assert!(!fits("index.html", "sub/index.html"));
    }
}
