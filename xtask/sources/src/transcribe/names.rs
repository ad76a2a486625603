//! Applicants and papers that a wording names, looked up; what is missing is told with its line.

use std::collections::BTreeMap;

use leimu::catalog::{Condition, DocumentId, Registry, bare};
use leimu::reader::{self, Names, Trouble, Wording};
use serde_json::Value;

use super::{Reading, write};
use crate::kept::Kept;

/// Looks up what the wordings of one catalog name.
pub(crate) struct Lookup<'a> {
    kept: &'a Kept,
    registry: &'a Registry,
    line: u32,
    papers: BTreeMap<String, Vec<u32>>,
    applicants: BTreeMap<String, Vec<u32>>,
    faults: Vec<String>,
}

impl<'a> Lookup<'a> {
    pub(crate) fn new(kept: &'a Kept, registry: &'a Registry) -> Self {
        let (papers, applicants) = (BTreeMap::new(), BTreeMap::new());
        Self { kept, registry, line: 0, papers, applicants, faults: Vec::new() }
    }

    /// What follows stands in this line.
    pub(crate) fn at(&mut self, line: u32, path: &[String], text: &str, wording: &Wording) {
        self.line = line;
        let is_kept = self.kept.of_row(line).iter().any(|one| one.requirement.is_some());
        for diagnostic in wording.diagnostics.iter().filter(|_| !is_kept) {
            let words = diagnostic.span.of(text);
            match diagnostic.what {
                Trouble::Unread => self.faults.push(format!("line {line}, {}: not read: “{words}”", path.join("/"))),
                Trouble::Count { said, found } => {
                    self.faults
                        .push(format!("line {line}, {}: “{words}” says {said}, there are {found}", path.join("/")));
                }
                Trouble::Doubt(_) | Trouble::UnknownPaper | Trouble::UnknownApplicant => {}
            }
        }
    }

    /// What a wording asks for, as JSON.
    pub(crate) fn requirement(&mut self, wording: &Wording, text: &str) -> Value {
        if text.trim().is_empty() {
            return Value::String("unlisted".into());
        }
        match reader::requirement(wording, text, self) {
            Some(requirement) => write::requirement(&requirement, self.registry),
            None => {
                self.faults.push(format!("line {}: nothing could be read", self.line));
                Value::String("unlisted".into())
            }
        }
    }

    /// Everything that is missing.
    pub(crate) fn faults(self) -> Vec<String> {
        let missing = |kind: &str, names: BTreeMap<String, Vec<u32>>| {
            let lines = |lines: &[u32]| lines.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
            names.iter().map(|(name, at)| format!("unknown {kind} “{name}” (line {})", lines(at))).collect::<Vec<_>>()
        };
        let mut faults = self.faults;
        faults.extend(missing("paper", self.papers));
        faults.extend(missing("applicant", self.applicants));
        faults
    }
}

impl Names for Lookup<'_> {
    fn paper(&mut self, name: &str, in_registry: Option<&DocumentId>) -> DocumentId {
        let known = self.kept.papers.iter().find(|one| bare(&one.said) == bare(name) && one.lines.contains(&self.line));
        if let Some(known) = known {
            return known.document.as_str().into();
        }
        if let Some(document) = in_registry {
            return document.clone();
        }
        let is_kept = self.kept.of_row(self.line).iter().any(|one| one.requirement.is_some());
        if !is_kept {
            self.papers.entry(name.to_owned()).or_default().push(self.line);
        }
        "unknown".into()
    }

    fn applicant(&mut self, who: &str, beside: &[&str]) -> Condition {
        let known = self
            .kept
            .applicants
            .iter()
            .find(|one| one.said == who && (one.lines.is_empty() || one.lines.contains(&self.line)));
        match known {
            Some(known) => Condition {
                fact: known.fact.as_str().into(),
                is: known.is.iter().map(|answer| answer.as_str().into()).collect(),
            },
            None => {
                let is_kept = self.kept.of_row(self.line).iter().any(|one| one.requirement.is_some());
                if !is_kept {
                    let beside = beside.join(" | ");
                    self.applicants.entry(format!("{who}” beside “{beside}")).or_default().push(self.line);
                }
                Condition { fact: "unknown".into(), is: vec!["unknown".into()] }
            }
        }
    }
}

/// Prints how a row is read.
pub(crate) fn show(reading: &Reading<'_>) {
    for (path, read) in &reading.paths {
        println!(
            "#{} {} {}",
            reading.row.line,
            path.join("/"),
            if read.is_untouched { "" } else { "(doubtful or corrected)" }
        );
        for diagnostic in &read.wording.diagnostics {
            println!("   ! {:?}: “{}”", diagnostic.what, diagnostic.span.of(&read.text));
        }
        for note in read.wording.notes() {
            println!("   note: {}", note.of(&read.text).replace('\n', "⏎"));
        }
        tree(&read.requirement, 1);
    }
}

fn tree(node: &Value, depth: usize) {
    let indent = "   ".repeat(depth);
    let Some(fields) = node.as_object() else {
        println!("{indent}{node}");
        return;
    };
    let text = |key: &str| fields.get(key).map(|value| format!(" {key}={value}")).unwrap_or_default();
    let rest: String =
        ["covers", "count", "holder", "issuer", "is", "reading", "words"].into_iter().map(text).collect();
    for key in ["document", "fact", "on_request"] {
        if let Some(value) = fields.get(key) {
            println!("{indent}{key} {value}{rest}");
        }
    }
    for key in ["all", "any", "of"] {
        if let Some(members) = fields.get(key).and_then(Value::as_array) {
            println!("{indent}{key}{}{rest}", text("at_least"));
            members.iter().for_each(|member| tree(member, depth + 1));
        }
    }
}

/// How many rows were read, and how many without a correction.
pub(crate) fn summary(id: &str, readings: &[Reading<'_>]) -> String {
    let asking: Vec<_> = readings.iter().filter(|reading| !reading.row.wording.trim().is_empty()).collect();
    let untouched = asking.iter().filter(|reading| reading.paths.iter().all(|(_, read)| read.is_untouched)).count();
    format!(
        "{id}: {} rows, {} with a wording; {untouched} read without a correction and without doubt",
        readings.len(),
        asking.len()
    )
}
