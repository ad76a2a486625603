//! The sources as they are read, before anything is compared: sections with cells, each word with
//! its line. A reader stops at the first line that it does not understand, so that nothing of a
//! source is passed over in silence.

mod baidu;
pub(crate) mod interfaces;
mod markdown;
mod table;
mod tencent;
mod wechat;

/// How a source is written.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Format {
    /// Headings, notes and HTML tables of 腾讯云.
    Tencent,
    /// The Markdown tables of 百度.
    Baidu,
    /// The table of 微信: numbered lists in cells.
    Wechat,
}

/// A line that a reader does not understand.
#[derive(Debug, thiserror::Error)]
#[error("{file}:{line}: {fault}")]
pub(crate) struct ReadError {
    /// The source file.
    file: String,
    /// The line.
    line: u32,
    /// What is wrong with it.
    fault: String,
}

/// One source, read.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// The name of the file.
    pub(crate) file: String,
    /// What the source calls itself, where it does.
    pub(crate) title: Option<Line>,
    /// The rules for the whole page, one clause each.
    pub(crate) opening: Vec<Line>,
    /// The publisher's warning that the platform's page prevails.
    pub(crate) warning: Option<Line>,
    /// What the page says beside its tables.
    pub(crate) remarks: Vec<Line>,
    /// Trades that the platform does not take at all.
    pub(crate) forbidden: Vec<Line>,
    /// What another page says of the interfaces that categories open.
    pub(crate) interfaces: interfaces::Page,
    /// Every section or row.
    pub(crate) sections: Vec<Section>,
    /// What had to be repaired to read it; the catalog has to say so.
    pub(crate) repairs: Vec<Line>,
}

/// Words at a line, with the addresses among them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    /// The line of the file.
    pub(crate) line: u32,
    /// The words without markup.
    pub(crate) words: String,
    /// The addresses that the words link to, each with its title.
    pub(crate) links: Vec<Link>,
}

/// An address in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// The line of the file.
    pub(crate) line: u32,
    /// The words that are linked, where they are the title of the page.
    pub(crate) title: String,
    /// The address.
    pub(crate) address: String,
}

/// What the source says of one category; two categories where one section covers both.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    /// The line where it starts.
    pub(crate) line: u32,
    /// How many rows of the source it is made of.
    pub(crate) rows: usize,
    /// The categories.
    pub(crate) paths: Vec<Vec<String>>,
    /// The kind of applicant that the row is for, where the source has tables for several.
    pub(crate) entity: Option<String>,
    /// 小程序直播场景.
    pub(crate) scene: Option<Line>,
    /// 类目适用范围.
    pub(crate) scope: Option<Line>,
    /// The heading of the requirement, where the page has one.
    pub(crate) heading: Option<Line>,
    /// The cells of the requirement; more than one are alternatives.
    pub(crate) papers: Vec<Vec<Glyph>>,
    /// The sentences on how to connect.
    pub(crate) access: Vec<AccessSentence>,
    /// The notes; where scope and notes share a cell, every line of it.
    pub(crate) notes: Vec<Line>,
    /// The addresses in the requirement.
    pub(crate) links: Vec<Link>,
    /// Words that the cell repeats by a slip of the pen, with the line.
    pub(crate) slip: Option<Line>,
}

impl Section {
    /// A section of which only the place is known.
    fn at(line: u32, paths: Vec<Vec<String>>) -> Self {
        Self {
            line,
            rows: 1,
            paths,
            entity: None,
            scene: None,
            scope: None,
            heading: None,
            papers: Vec::new(),
            access: Vec::new(),
            notes: Vec::new(),
            links: Vec::new(),
            slip: None,
        }
    }
}

/// “具备 … 类目，可使用 […] 进行接入。”
#[derive(Debug, Clone)]
pub(crate) struct AccessSentence {
    /// The line of the file.
    pub(crate) line: u32,
    /// The categories as the sentence names them: 教育-驾校培训.
    pub(crate) categories: Vec<String>,
    /// The other category that must be open as well.
    pub(crate) with: Option<String>,
    /// The name of the way and the vendor's page.
    pub(crate) link: Link,
}

/// A character and the line it stands in; `\n` is a break that the markup makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// The character.
    pub(crate) c: char,
    /// The line of the file.
    pub(crate) line: u32,
}

/// The characters of a text, all in one line.
fn glyphs(text: &str, line: u32) -> Vec<Glyph> {
    text.chars().map(|c| Glyph { c, line }).collect()
}

impl Source {
    /// A source of which nothing is read yet.
    fn of(file: &str) -> Self {
        Self { file: file.to_owned(), ..Self::default() }
    }

    /// Reads a source.
    ///
    /// # Errors
    /// The first line that is not understood.
    pub(crate) fn read(file: &str, text: &str, format: Format) -> Result<Self, ReadError> {
        let read = match format {
            Format::Tencent => tencent::read(file, text),
            Format::Baidu => baidu::read(file, text),
            Format::Wechat => wechat::read(file, text),
        };
        read.map_err(|(line, fault)| ReadError { file: file.to_owned(), line, fault })
    }
}

/// A fault of reading: the line and what is wrong with it.
type Unread = (u32, String);

#[cfg(test)]
mod tests;
