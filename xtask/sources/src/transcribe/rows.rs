//! The rows of a source: for whom, which categories, and the wording of the requirement.

use crate::source::{Format, Source};

/// A row of a source.
#[derive(Debug)]
pub(crate) struct Row {
    /// The line of the file.
    pub(crate) line: u32,
    /// The kind of applicant that the row is for, where the source has tables for several.
    pub(crate) entity: Option<String>,
    /// The categories that the row is about.
    pub(crate) paths: Vec<Vec<String>>,
    /// The wording of the requirement.
    pub(crate) wording: String,
    /// Further cells of the same category that are alternatives to the first, with their lines.
    pub(crate) more: Vec<String>,
}

/// The rows of a file: its name, its text, and how it is written.
pub(crate) fn of(file: &str, text: &str, format: Format) -> Result<Vec<Row>, String> {
    let source = Source::read(file, text, format).map_err(|error| error.to_string())?;
    let rows = source.sections.into_iter().map(|section| {
        let mut cells = section.papers.iter().map(|cell| cell.iter().map(|glyph| glyph.c).collect::<String>());
        Row {
            line: section.line,
            entity: section.entity.clone(),
            paths: section.paths.iter().map(|path| path.iter().map(|name| printed(name)).collect()).collect(),
            wording: cells.next().unwrap_or_default(),
            more: cells.collect(),
        }
    });
    Ok(rows.collect())
}

/// A name as a careful editor prints it: `/` narrow, brackets wide, no spaces at the ends.
fn printed(name: &str) -> String {
    name.trim()
        .chars()
        .map(|c| match c {
            '／' => '/',
            '(' => '（',
            ')' => '）',
            other => other,
        })
        .collect()
}
