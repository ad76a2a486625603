//! Whether every row has its category, in the same order and with its line, and no category is
//! without a row.

use std::collections::HashMap;

use leimu::catalog::Catalog;

use crate::normal;
use crate::report::{Findings, Notebook};
use crate::source::Source;

/// A path as it is compared, as it is printed, and its line.
#[derive(Debug)]
struct Entry {
    key: String,
    name: String,
    line: u32,
}

/// The categories of a catalog beside those of its source.
#[derive(Debug)]
pub(crate) struct Listing {
    file: String,
    categories: Vec<Entry>,
    rows: Vec<Entry>,
}

impl Listing {
    /// Lists both. Of several rows that name one category the first is meant.
    pub(crate) fn of(catalog: &Catalog, source: &Source) -> Self {
        let categories = catalog.categories.iter();
        let categories = categories.map(|one| entry(one.path.0.iter().map(|name| &**name), one.line)).collect();
        let mut rows: Vec<Entry> = Vec::new();
        let mut seen = HashMap::new();
        for section in &source.sections {
            for path in &section.paths {
                let row = entry(path.iter().map(String::as_str), section.line);
                if seen.insert(row.key.clone(), section.line).is_none() {
                    rows.push(row);
                }
            }
        }
        Self { file: source.file.clone(), categories, rows }
    }

    /// Compares the two, as if the catalog did not have one of its categories.
    pub(crate) fn check(&self, without: Option<usize>) -> Findings {
        let mut findings = Findings::default();
        let mut fault = |entry: &Entry, what: String| {
            let mut notebook = Notebook::of(&self.file, &entry.name);
            notebook.fault(entry.line, what);
            findings.add(notebook.findings);
        };
        let categories = || self.categories.iter().enumerate().filter(|(at, _)| Some(*at) != without);
        let mut at: HashMap<&str, usize> = HashMap::new();
        for (place, category) in categories() {
            at.entry(&category.key).or_insert(place);
        }
        let mut last = 0;
        for row in &self.rows {
            let Some(&at) = at.get(row.key.as_str()) else {
                fault(row, "the category is not in the catalog".into());
                continue;
            };
            let line = self.categories[at].line;
            if line != row.line {
                fault(row, format!("the catalog says line {line}"));
            }
            if at < last {
                fault(row, "the category stands earlier in the catalog than in the source".into());
            }
            last = at;
        }
        let rows: HashMap<&str, u32> = self.rows.iter().map(|row| (row.key.as_str(), row.line)).collect();
        for (_, category) in categories().filter(|(_, category)| !rows.contains_key(category.key.as_str())) {
            fault(category, "the source has no such category".into());
        }
        findings
    }

    /// The name of each category.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.categories.iter().map(|category| category.name.as_str())
    }
}

fn entry<'a>(path: impl Iterator<Item = &'a str> + Clone, line: u32) -> Entry {
    let name: Vec<&str> = path.clone().collect();
    Entry { key: key(path), name: name.join("/"), line }
}

/// The form in which paths are compared.
pub(super) fn key<'a>(path: impl Iterator<Item = &'a str>) -> String {
    path.map(|name| normal::words(name) + "\n").collect()
}
