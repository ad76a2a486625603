//! Writes a catalog from its source: the reader reads every requirement, and what no reader can
//! know stands beside it in `data/readings/`: scope and everyday words, what activities make
//! necessary, which fact an applicant's name is about, and corrections with their reasons.

mod json;
mod names;
mod rows;
mod write;

use std::fs;
use std::path::Path;

use leimu::catalog::Registry;
use leimu::reader::{Lexicon, Wording, read};

use names::Lookup;
use rows::Row;

use crate::kept::{Kept, data};
use crate::source::Format;

/// The catalogs that are written by the reader: their source, and how its rows are read.
const CATALOGS: [(&str, &str, Format); 2] = [
    ("wechat-2026", "wechat-categories-2026-02.tsv", Format::Wechat),
    ("baidu-2020", "baidu-categories-2020-02-13.md", Format::Baidu),
];

/// What is wanted of the catalogs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Write them.
    Written,
    /// Compare them with what would be written.
    Compared,
    /// Print how every row is read.
    Shown,
}

/// Reads the sources in this folder. Whether everything was read and, where that was asked, is as
/// it stands in the data.
pub(crate) fn run(folder: &Path, wanted: Wanted, only: Option<&str>) -> Result<bool, String> {
    let data = data();
    let text = |path: &Path| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let registry = Registry::read(&text(&data.join("documents.json"))?, &text(&data.join("facts.json"))?)
        .map_err(|error| format!("the registry: {error}"))?;
    let lexicon = Lexicon::of(&registry);
    let mut in_order = true;
    for (id, file, format) in CATALOGS.into_iter().filter(|(id, ..)| only.is_none_or(|only| only == *id)) {
        let kept = Kept::read(id)?;
        let rows = rows::of(file, &text(&folder.join(file))?, format)?;
        let mut lookup = Lookup::new(&kept, &registry);
        let readings = rows.iter().map(|row| one(row, &kept, &lexicon, &mut lookup)).collect::<Result<Vec<_>, _>>()?;
        if wanted == Wanted::Shown {
            readings.iter().for_each(names::show);
        }
        let faults: Vec<String> =
            lookup.faults().into_iter().chain(kept.unused(|line| rows.iter().any(|row| row.line == line))).collect();
        for fault in &faults {
            println!("{id}: {fault}");
        }
        println!("{}", names::summary(id, &readings));
        in_order &= faults.is_empty();
        let written = write::catalog(&kept, &readings, &registry)?;
        let path = data.join(format!("{id}.json"));
        match wanted {
            Wanted::Written => fs::write(&path, written).map_err(|error| format!("{}: {error}", path.display()))?,
            Wanted::Compared if text(&path)? != written => {
                println!(
                    "{id}: data/{id}.json is not what is read from the source; `cargo xtask transcribe` writes it"
                );
                in_order = false;
            }
            Wanted::Compared | Wanted::Shown => {}
        }
    }
    Ok(in_order)
}

/// A row as it was read.
pub(crate) struct Reading<'a> {
    pub(crate) row: &'a Row,
    /// The categories of the row, each with its wording and what it asks for.
    pub(crate) paths: Vec<(Vec<String>, Read)>,
}

/// A wording as it was read.
pub(crate) struct Read {
    pub(crate) text: String,
    pub(crate) wording: Wording,
    /// Remarks of the wording that stand in lines of their own.
    pub(crate) notes: Vec<String>,
    /// The requirement as JSON, with corrections.
    pub(crate) requirement: serde_json::Value,
    /// No correction was needed, and nothing is doubtful.
    pub(crate) is_untouched: bool,
}

fn one<'a>(row: &'a Row, kept: &Kept, lexicon: &Lexicon, lookup: &mut Lookup<'_>) -> Result<Reading<'a>, String> {
    let overrides = kept.of_row(row.line);
    let split = overrides.iter().find(|one| !one.split.is_empty());
    let paths: Vec<(Vec<String>, String)> = match split {
        Some(split) => split.split.iter().map(|part| (part.path.clone(), part.wording.clone())).collect(),
        None => row.paths.iter().map(|path| (path.clone(), row.wording.clone())).collect(),
    };
    let mut read_paths = Vec::new();
    for (path, wording) in paths {
        let text = overrides.iter().find_map(|one| one.wording.clone()).unwrap_or(wording);
        let wording = read(&text, lexicon);
        lookup.at(row.line, &path, &text, &wording);
        let mut requirement = lookup.requirement(&wording, &text);
        if !row.more.is_empty() {
            let more = row.more.iter().map(|cell| lookup.requirement(&read(cell, lexicon), cell));
            requirement = serde_json::json!({ "any": std::iter::once(requirement).chain(more).collect::<Vec<_>>() });
        }
        for one in &overrides {
            if let Some(whole) = &one.requirement {
                requirement = whole.clone();
            }
            let is_for = one.path_end.as_ref().is_none_or(|end| path.last() == Some(end));
            if let Some(node) = one.node.as_ref().filter(|_| is_for) {
                let mut before = one.nth.saturating_sub(1);
                write::mend(&mut requirement, node, one, &mut before)
                    .map_err(|()| format!("line {}: no node says “{node}”", row.line))?;
            }
        }
        if let Some(name) = path.last() {
            write::bind(&mut requirement, &kept.per_category, name);
        }
        let is_untouched = overrides.is_empty() && wording.is_certain();
        let notes = notes(&text, &wording);
        read_paths.push((path, Read { text, wording, notes, requirement, is_untouched }));
    }
    Ok(Reading { row, paths: read_paths })
}

/// The remarks that stand in lines of their own: “注：…”, “如：…”.
fn notes(text: &str, wording: &Wording) -> Vec<String> {
    let starts_line = |start: usize| text[..start].trim_end_matches(' ').chars().next_back().is_none_or(|c| c == '\n');
    let is_remark = |words: &str| ["注", "如", "资质选填"].iter().any(|start| words.starts_with(start));
    let spans = wording.notes().filter(|span| starts_line(span.start) && is_remark(span.of(text)));
    spans.map(|span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}
