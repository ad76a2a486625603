//! A table as CSV (RFC 4180), as Excel, WPS and LibreOffice open it by a double click.

use super::sheet::one_line;

/// A table with a heading over each column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The headings.
    pub head: Vec<&'static str>,
    /// The rows, each with a cell for every heading.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// UTF-8 with a mark in front, without which Excel takes it for the encoding of the machine.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut out = String::from('\u{feff}');
        row(&mut out, &mut self.head.iter().copied());
        for cells in &self.rows {
            row(&mut out, &mut cells.iter().map(String::as_str));
        }
        out
    }
}

fn row(out: &mut String, cells: &mut dyn Iterator<Item = &str>) {
    for (at, words) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push('"');
        let words = one_line(words);
        if is_formula(&words) {
            out.push('\'');
        }
        out.push_str(&words.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}

/// A spreadsheet would calculate this, whoever wrote it. Full-width signs count where people write
/// them.
fn is_formula(cell: &str) -> bool {
    let seen = cell.trim_start_matches(|c: char| c.is_control() || c == '\u{feff}');
    seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
