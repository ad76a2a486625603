//! What is kept beside a source, in `data/readings/<catalog>.json`.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Map, Value};

/// Everything that is kept for one catalog.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Kept {
    /// The fields of the catalog itself.
    pub(crate) head: Map<String, Value>,
    /// For each kind of applicant that the source has a table for, the answers to `subject`.
    #[serde(default)]
    pub(crate) subjects: Map<String, Value>,
    /// The interfaces that categories open, as they stand in the catalog.
    pub(crate) capabilities: Option<Value>,
    /// Which answer an applicant is whom the wording names.
    #[serde(default)]
    pub(crate) applicants: Vec<Applicant>,
    /// Which paper a name is that stands for different papers in different rows.
    #[serde(default)]
    pub(crate) papers: Vec<PaperOfLine>,
    /// Papers that are made out for one category: what is held for another says nothing.
    #[serde(default)]
    pub(crate) per_category: Vec<String>,
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

/// A name that stands for different papers in different rows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PaperOfLine {
    /// As the wording says it.
    pub(crate) said: String,
    /// The lines that this is about.
    pub(crate) lines: Vec<u32>,
    /// The paper.
    pub(crate) document: String,
}

/// A correction.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Override {
    /// The lines of the rows.
    #[serde(alias = "lines", deserialize_with = "one_or_more")]
    pub(crate) line: Vec<u32>,
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
    /// Which of the nodes that it fits; the first, unless it says so.
    #[serde(default)]
    pub(crate) nth: usize,
    /// The narrowest name of the category that it is for, where a row has several.
    pub(crate) path_end: Option<String>,
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

fn one_or_more<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<u32>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        One(u32),
        More(Vec<u32>),
    }
    Ok(match Written::deserialize(from)? {
        Written::One(line) => vec![line],
        Written::More(lines) => lines,
    })
}

/// The folder of the data.
pub(crate) fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

impl Kept {
    /// Reads what is kept for a catalog.
    ///
    /// # Errors
    /// The file and what is wrong with it.
    pub(crate) fn read(id: &str) -> Result<Self, String> {
        let text = fs::read_to_string(data().join("readings").join(format!("{id}.json")));
        let read = text.map_err(|error| error.to_string());
        let read = read.and_then(|text| serde_json::from_str(&text).map_err(|error| error.to_string()));
        read.map_err(|error| format!("data/readings/{id}.json: {error}"))
    }

    /// The corrections of a row.
    pub(crate) fn of_row(&self, line: u32) -> Vec<&Override> {
        self.overrides.iter().filter(|one| one.line.contains(&line)).collect()
    }

    /// Everything kept for a line that has no row.
    pub(crate) fn unused(&self, has_row: impl Fn(u32) -> bool) -> Vec<String> {
        let overrides = self.overrides.iter().flat_map(|one| one.line.iter().copied());
        let lines = overrides.chain(self.rows.iter().map(|row| row.line)).filter(|line| !has_row(*line));
        lines.map(|line| format!("something is kept for line {line}, where no row is")).collect()
    }
}
