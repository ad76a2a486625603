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
    /// What stands beside it: the scope and its remarks.
    pub(crate) beside: String,
    /// Further cells of the same category that are alternatives to the first, with their lines.
    pub(crate) more: Vec<String>,
}

/// Reads the rows of a file: its name and its text.
pub(crate) type ReadRows = fn(&str, &str) -> Result<Vec<Row>, String>;

/// WeChat's table: entity, three levels (the third may list several), requirement, scope.
pub(crate) fn wechat(file: &str, text: &str) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for (line, text) in (1_u32..).zip(text.lines()).skip(1) {
        let cells: Vec<&str> = text.split('\t').collect();
        let [entity, first, second, third, wording, beside] = cells[..] else {
            return Err(format!("{file}:{line}: a row has six cells"));
        };
        let path = |name: Option<&str>| [Some(first), Some(second), name].into_iter().flatten().map(printed).collect();
        let paths = match third.trim() {
            "" => vec![path(None)],
            names => names.split('；').map(|name| path(Some(name))).collect(),
        };
        rows.push(Row {
            line,
            entity: Some(entity.to_owned()),
            paths,
            wording: wording.replace(" ⏎ ", "\n"),
            beside: beside.to_owned(),
            more: Vec::new(),
        });
    }
    Ok(rows)
}

/// Baidu's page, as it is read for the comparison.
pub(crate) fn baidu(file: &str, text: &str) -> Result<Vec<Row>, String> {
    let source = Source::read(file, text, Format::Baidu).map_err(|error| error.to_string())?;
    let rows = source.sections.into_iter().map(|section| {
        let mut cells = section.papers.iter().map(|cell| cell.iter().map(|glyph| glyph.c).collect::<String>());
        Row {
            line: section.line,
            entity: None,
            paths: section.paths.iter().map(|path| path.iter().map(|name| printed(name)).collect()).collect(),
            wording: cells.next().unwrap_or_default(),
            beside: String::new(),
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
