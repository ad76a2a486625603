//! The table of 微信: six columns between tabs, for each kind of applicant one row after the other.

use super::{Line, Section, Source, Unread, glyphs};

/// The first line of the file.
const COLUMNS: &str = "entity\tl1\tl2\tl3\tqualification\tscope_and_notes";

/// How the file writes the end of a line inside a cell.
const BREAK: char = '⏎';

/// Reads the table.
pub(super) fn read(file: &str, text: &str) -> Result<Source, Unread> {
    let mut source = Source::of(file);
    let mut lines = (1..).zip(text.lines());
    match lines.next() {
        Some((_, COLUMNS)) => {}
        _ => return Err((1, "the first line does not name the six columns".into())),
    }
    for (line, text) in lines {
        let cells: Vec<&str> = text.split('\t').collect();
        let [entity, first, second, third, papers, beside] = cells[..] else {
            return Err((line, format!("a row has six cells, not {}", cells.len())));
        };
        let path = |name: Option<&str>| {
            [Some(first), Some(second), name].into_iter().flatten().map(|name| name.trim().to_owned()).collect()
        };
        let paths = match third.trim() {
            "" => vec![path(None)],
            names => names.split('；').map(|name| path(Some(name))).collect(),
        };
        let mut section = Section::at(line, paths);
        section.entity = Some(entity.to_owned());
        section.papers.push(glyphs(&whole(papers), line));
        let beside = whole(beside);
        let said = beside.lines().map(str::trim).filter(|words| !words.is_empty());
        section.notes = said.map(|words| Line { line, words: words.to_owned(), links: Vec::new() }).collect();
        source.sections.push(section);
    }
    Ok(source)
}

/// A cell with its breaks.
fn whole(cell: &str) -> String {
    cell.split(BREAK).map(str::trim).collect::<Vec<_>>().join("\n").trim().to_owned()
}
