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
    when: When,
}

/// When a visit downloads a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// Every first visit does, and waits for it.
    First,
    /// Every first visit does, while its visitor reads.
    Soon,
    /// Only some visits do.
    Later,
}

/// The whole table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Budgets {
    budgets: Vec<Budget>,
    /// For everything that a first visit waits for.
    first: u64,
    /// For that and what it downloads while its visitor reads.
    soon: u64,
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
        let (mut first, mut soon) = (0, 0);
        for (index, budget) in self.budgets.iter().enumerate() {
            let own = weights.iter().filter(|weight| self.line_of(weight) == Some(index));
            let bytes = own.map(|weight| weight.brotli).sum();
            first += if budget.when == When::First { bytes } else { 0 };
            soon += if budget.when == When::Later { 0 } else { bytes };
            findings.push(finding(&budget.pattern, bytes, budget.limit));
        }
        findings.push(finding("what a first visit waits for", first, self.first));
        findings.push(finding("a first visit", soon, self.soon));
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
    let (mut first, mut soon) = (None, None);
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |word: &str| word.parse().map_err(|_| format!("a number of bytes in `{line}`"));
        match words[..] {
            ["total", bytes, "first"] => first = Some(number(bytes)?),
            ["total", bytes, "soon"] => soon = Some(number(bytes)?),
            [pattern, bytes, when] => {
                let when = When::of(when).ok_or_else(|| expected(line))?;
                budgets.push(Budget { pattern: pattern.to_owned(), limit: number(bytes)?, when });
            }
            _ => return Err(expected(line)),
        }
    }
    let first = first.ok_or("a line `total bytes first`")?;
    let soon = soon.ok_or("a line `total bytes soon`")?;
    Ok(Budgets { budgets, first, soon })
}

fn expected(line: &str) -> String {
    format!("`pattern bytes first|soon|later` or `total bytes first|soon`, not `{line}`")
}

impl When {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "first" => Self::First,
            "soon" => Self::Soon,
            "later" => Self::Later,
            _ => return None,
        })
    }
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

    const TABLE: &str = "# pattern bytes when\nindex.html 10 first\n*.js 20 first\nrest.wasm 9 soon\nicons/* 5 later\n\n\
        total 25 first\ntotal 30 soon\n";

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
    fn the_totals_are_of_first_visits_only() {
        assert!(check(&[("index.html", 5), ("a.js", 20), ("rest.wasm", 5), ("icons/a.png", 5)]).is_empty());
        let waited = ["what a first visit waits for: 26 is over 25 bytes in brotli"];
        assert_eq!(check(&[("index.html", 6), ("a.js", 20)]), waited);
        let whole = ["a first visit: 31 is over 30 bytes in brotli"];
        assert_eq!(check(&[("index.html", 5), ("a.js", 20), ("rest.wasm", 6)]), whole);
    }

    #[test]
    fn what_has_no_budget_is_not_shipped() {
        assert_eq!(check(&[("font.woff2", 1)]), ["font.woff2 fits no line of xtask/budgets.txt"]);
    }

    #[test]
    fn a_table_that_cannot_be_read_says_which_line() {
        for (table, expected) in [
            ("*.js many first\ntotal 1 first\n", "a number of bytes in `*.js many first`"),
            ("*.js 10\n", "`pattern bytes first|soon|later` or `total bytes first|soon`, not `*.js 10`"),
            ("*.js 10 first\n", "a line `total bytes first`"),
            ("*.js 10 first\ntotal 1 first\n", "a line `total bytes soon`"),
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
