//! The HTML tables of the page. Every tag and attribute that is let through stands in a list here;
//! anything else stops the reader.

use super::{Glyph, Link, Unread};

/// A table row: its headings, its cells, and the addresses in the cells.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) line: u32,
    pub(super) headings: Vec<Vec<Glyph>>,
    pub(super) cells: Vec<Vec<Glyph>>,
    pub(super) links: Vec<Link>,
}

/// A table, and whether it ended as it should.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
    /// The line that says `<table>` where `</table>` was meant.
    pub(super) ended_by_opening: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Outside,
    Row,
    Heading,
    Cell,
}

/// Reads a table from its first line on. The lines are taken up to and with its last.
pub(super) fn read<'a>(lines: &mut impl Iterator<Item = (u32, &'a str)>) -> Result<Table, Unread> {
    let mut table = Table::default();
    let mut reader = Reader { table: &mut table, place: Place::Outside, opened: false };
    let mut last = 0;
    for (line, text) in lines {
        last = line;
        if reader.line(line, text)? {
            return Ok(table);
        }
    }
    if table.ended_by_opening.is_some() { Ok(table) } else { Err((last, "the file ends inside a table".into())) }
}

struct Reader<'a> {
    table: &'a mut Table,
    place: Place,
    opened: bool,
}

impl Reader<'_> {
    /// Reads one line; true at the end of the table.
    fn line(&mut self, line: u32, text: &str) -> Result<bool, Unread> {
        if self.table.ended_by_opening.is_some() && !text.trim().is_empty() {
            return Err((line, format!("a table inside a table: “{}”", text.trim())));
        }
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('<') {
            self.text(line, before)?;
            let Some((tag, after)) = after.split_once('>') else {
                return Err((line, format!("a tag is not closed: “<{after}”")));
            };
            if self.tag(line, tag)? {
                return if after.trim().is_empty() {
                    Ok(true)
                } else {
                    Err((line, format!("words after a table: “{}”", after.trim())))
                };
            }
            rest = after;
        }
        self.text(line, rest)?;
        Ok(false)
    }

    fn text(&mut self, line: u32, text: &str) -> Result<(), Unread> {
        if text.trim().is_empty() {
            return Ok(());
        }
        if text.contains('&') {
            return Err((line, format!("an HTML entity, which is not understood: “{}”", text.trim())));
        }
        match self.open() {
            Some(words) => {
                words.extend(super::glyphs(text, line));
                Ok(())
            }
            None => Err((line, format!("words outside of a cell: “{}”", text.trim()))),
        }
    }

    /// The cell or heading that is being read.
    fn open(&mut self) -> Option<&mut Vec<Glyph>> {
        let row = self.table.rows.last_mut()?;
        match self.place {
            Place::Cell => row.cells.last_mut(),
            Place::Heading => row.headings.last_mut(),
            Place::Outside | Place::Row => None,
        }
    }

    /// Reads one tag; true at the end of the table.
    fn tag(&mut self, line: u32, tag: &str) -> Result<bool, Unread> {
        let stray = || (line, format!("the tag <{tag}> is not understood here"));
        let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let address = address(attributes).ok_or_else(stray)?;
        match (name, self.place) {
            ("table", Place::Outside) if !self.opened => self.opened = true,
            ("table", Place::Outside) => self.table.ended_by_opening = Some(line),
            ("/table", Place::Outside) => return Ok(true),
            ("tr", Place::Outside) => {
                self.table.rows.push(Row { line, ..Row::default() });
                self.place = Place::Row;
            }
            // Two cells of the page are never closed; the end of the row closes them.
            ("/tr", Place::Row | Place::Cell) => self.place = Place::Outside,
            ("th", Place::Row) => self.begin(Place::Heading, line),
            ("td", Place::Row) => self.begin(Place::Cell, line),
            ("/th", Place::Heading) | ("/td", Place::Cell) => self.place = Place::Row,
            ("br" | "ul" | "/ul" | "li" | "/li" | "li/", Place::Cell) => {
                if let Some(words) = self.open() {
                    words.push(Glyph { c: '\n', line });
                }
            }
            ("a", Place::Cell) => {
                let address = address.ok_or_else(stray)?;
                if let Some(row) = self.table.rows.last_mut() {
                    row.links.push(Link { line, title: String::new(), address });
                }
            }
            ("/a" | "strong" | "/strong", Place::Cell) => {}
            _ => return Err(stray()),
        }
        Ok(false)
    }

    fn begin(&mut self, place: Place, line: u32) {
        self.place = place;
        if let Some(row) = self.table.rows.last_mut() {
            row.line = line;
            let words = if place == Place::Heading { &mut row.headings } else { &mut row.cells };
            words.push(Vec::new());
        }
    }
}

/// The address among attributes; nothing at all where an attribute is not known.
fn address(attributes: &str) -> Option<Option<String>> {
    let mut found = None;
    for attribute in attributes.split_whitespace() {
        let (key, value) = attribute.split_once('=')?;
        let value = value.strip_prefix('"')?.strip_suffix('"')?;
        match key {
            "href" => found = Some(value.to_owned()),
            "width" | "colspan" | "style" => {}
            _ => return None,
        }
    }
    Some(found)
}
