//! A sheet: words in blocks for people, and a table for programs that calculate.

use super::{Table, markdown, text};

/// Something to hand over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The name of its files, without an ending.
    pub name: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// The same as a table.
    pub table: Table,
}

/// A piece of a sheet. Words are of one line, whatever they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// What the sheet is about.
    Title(String),
    /// What the next blocks are about.
    Heading(String),
    /// A paragraph.
    Words(String),
    /// An entry of a list.
    Item(usize, Mark, String),
    /// A link: title and address, which is spelled out.
    Page(String, String),
}

/// What stands in front of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A point.
    Point,
    /// A box, and whether it is ticked.
    Box(bool),
    /// A number.
    Number(usize),
}

impl Sheet {
    /// As plain text, for a chat.
    #[must_use]
    pub fn text(&self) -> String {
        text::text(&self.blocks)
    }

    /// As Markdown, with boxes to tick.
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown::markdown(&self.blocks)
    }

    /// As CSV that spreadsheets open right.
    #[must_use]
    pub fn csv(&self) -> String {
        self.table.csv()
    }

    /// The name of the file with this ending: no letter of it means anything to a file system.
    #[must_use]
    pub fn file(&self, ending: &str) -> String {
        let is_safe = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '（' | '）');
        let mut name = String::new();
        for c in self.name.chars() {
            if is_safe(c) {
                name.push(c);
            } else if !name.is_empty() && !name.ends_with('-') {
                name.push('-');
            }
        }
        let name: String = name.trim_end_matches('-').chars().take(LONGEST).collect();
        format!("{name}.{ending}")
    }
}

/// How many letters of a name are kept: file systems count bytes, and end at 255.
const LONGEST: usize = 70;

/// Words in one line.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
