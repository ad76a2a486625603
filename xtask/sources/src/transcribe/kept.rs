//! What is kept beside a source, in `data/readings/<catalog>.json`.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Reading;

/// Everything that is kept for one catalog.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Kept {
    /// The fields of the catalog itself.
    pub(crate) head: Map<String, Value>,
    /// For each kind of applicant that the source has a table for, the answers to `subject`.
    #[serde(default)]
    pub(crate) subjects: Map<String, Value>,
    /// Which answer an applicant is whom the wording names.
    #[serde(default)]
    pub(crate) applicants: Vec<Applicant>,
    /// Corrections of what the reader reads.
    #[serde(default)]
    pub(crate) overrides: Vec<Override>,
    /// What is said of the categories of a row beside its requirement.
    #[serde(default)]
    pub(crate) rows: Vec<About>,
}

/// An applicant whom the wording names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Applicant {
    /// As the wording says it.
    pub(crate) said: String,
    /// The lines that this is about; every line, if there are none.
    #[serde(default)]
    pub(crate) lines: Vec<u32>,
    /// The fact.
    pub(crate) fact: String,
    /// The answers.
    pub(crate) is: Vec<String>,
}

/// A correction.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Override {
    /// The line of the row.
    pub(crate) line: u32,
    /// Why it is needed.
    pub(crate) why: String,
    /// The wording that is read instead: the source's own, mended.
    pub(crate) wording: Option<String>,
    /// Two categories in one row, each with its part of the wording.
    #[serde(default)]
    pub(crate) split: Vec<Part>,
    /// The requirement, instead of what was read.
    pub(crate) requirement: Option<Value>,
    /// The words or the paper of a node to which the next fields belong.
    pub(crate) node: Option<String>,
    /// How sure its reading is.
    pub(crate) reading: Option<String>,
    /// Both readings, or from what it is inferred.
    pub(crate) note: Option<String>,
    /// Fields of the node that are set, or taken out with `null`.
    #[serde(default)]
    pub(crate) set: Map<String, Value>,
}

/// A category of a row with several.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Part {
    pub(crate) path: Vec<String>,
    pub(crate) wording: String,
}

/// What is said of the categories of a row beside its requirement.
#[derive(Debug, Deserialize)]
pub(crate) struct About {
    /// The line of the row.
    pub(crate) line: u32,
    /// Fields of the category, as they stand in the catalog.
    #[serde(flatten)]
    pub(crate) fields: Map<String, Value>,
}

impl Kept {
    /// The corrections of a row.
    pub(crate) fn of_row(&self, line: u32) -> Vec<&Override> {
        self.overrides.iter().filter(|one| one.line == line).collect()
    }

    /// Everything kept for a line that has no row.
    pub(crate) fn unused(&self, readings: &[Reading<'_>]) -> Vec<String> {
        let lines = self.overrides.iter().map(|one| one.line).chain(self.rows.iter().map(|row| row.line));
        lines
            .filter(|line| !readings.iter().any(|reading| reading.row.line == *line))
            .map(|line| format!("something is kept for line {line}, where no row is"))
            .collect()
    }
}
