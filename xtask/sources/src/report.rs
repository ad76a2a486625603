//! What was found, one line for each fault and one line of counts.

use std::fmt;
use std::ops::AddAssign;

/// Something of the source that is not in the catalog, or the other way round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The source file.
    pub(crate) file: String,
    /// The line of the source file.
    pub(crate) line: u32,
    /// The category, or the part of the page.
    pub(crate) category: String,
    /// What is not found, with the words of the source.
    pub(crate) what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}: {}", self.file, self.line, self.category, self.what)
    }
}

/// How much was looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Source files.
    pub(crate) files: usize,
    /// Rows or sections of the source.
    pub(crate) rows: usize,
    /// 《…》 in requirement cells.
    pub(crate) names: usize,
    /// Conditions in requirement cells: coverage, counts, holders, issuers, facts, N选M.
    pub(crate) phrases: usize,
    /// Sentences beside the tables, scopes and scenes.
    pub(crate) notes: usize,
    /// Addresses.
    pub(crate) links: usize,
    /// Rows about which `data/readings` lays something down that their words do not say like that.
    pub(crate) laid: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, more: Self) {
        self.files += more.files;
        self.rows += more.rows;
        self.names += more.names;
        self.phrases += more.phrases;
        self.notes += more.notes;
        self.links += more.links;
        self.laid += more.laid;
    }
}

/// Faults and counts of a part or of the whole.
#[derive(Debug, Clone, Default)]
pub(crate) struct Findings {
    /// What is wrong.
    pub(crate) faults: Vec<Fault>,
    /// How much was looked at.
    pub(crate) counts: Counts,
    /// Rows whose requirement is laid down whole: the catalog and the line.
    pub(crate) whole: Vec<(String, u32)>,
    /// Catalogs whose copy has cut off title, warning and address of the page.
    pub(crate) cut: Vec<String>,
}

impl Findings {
    /// Adds the findings of another part.
    pub(crate) fn add(&mut self, more: Self) {
        self.faults.extend(more.faults);
        self.counts += more.counts;
        self.whole.extend(more.whole);
        self.cut.extend(more.cut);
    }

    /// What could not be compared as strictly as the rest, one line for each kind.
    pub(crate) fn limits(&self) -> Vec<String> {
        let mut limits = Vec::new();
        if !self.whole.is_empty() {
            let rows: Vec<String> = self.whole.iter().map(|(catalog, line)| format!("{catalog}:{line}")).collect();
            limits.push(format!(
                "{} rows have to be just what data/readings lays down, and only the names of their papers are those of the row: {}",
                rows.len(),
                rows.join(", ")
            ));
        }
        if !self.cut.is_empty() {
            limits.push(format!(
                "{} catalogs without title, warning and address of the page in the copy, where these are not compared: {}",
                self.cut.len(),
                self.cut.join(", ")
            ));
        }
        limits
    }

    /// The last line of the report.
    pub(crate) fn summary(&self) -> String {
        let Counts { files, rows, names, phrases, notes, links, laid } = self.counts;
        let laid = if laid > 0 { format!(", {laid} rows with a correction in data/readings") } else { String::new() };
        format!(
            "{files} files, {rows} rows, {names} names in 《》, {phrases} phrases, {notes} notes, {links} links{laid}; {} missing",
            self.faults.len()
        )
    }
}

/// Collects the findings about one place of the source.
#[derive(Debug)]
pub(crate) struct Notebook {
    file: String,
    category: String,
    /// What was written down so far.
    pub(crate) findings: Findings,
}

impl Notebook {
    /// An empty one for a category, or for a part of the page.
    pub(crate) fn of(file: &str, category: &str) -> Self {
        Self { file: file.to_owned(), category: category.to_owned(), findings: Findings::default() }
    }

    /// Writes a fault down.
    pub(crate) fn fault(&mut self, line: u32, what: String) {
        self.findings.faults.push(Fault { file: self.file.clone(), line, category: self.category.clone(), what });
    }

    /// How much was looked at.
    pub(crate) fn counts(&mut self) -> &mut Counts {
        &mut self.findings.counts
    }
}
