//! The page of 百度: Markdown tables of two columns, broken in the ways that are known. Each repair
//! is kept, because the catalog has to mention it.

use super::{Glyph, Line, Section, Source, Unread, glyphs};
use crate::normal;

/// Rows that carry a lost first-level heading: what stands above them, in their first cell and in
/// their second.
const LOST_HEADINGS: [(&str, &str, &str); 2] = [("IT科技", "美食", "点评与推荐"), ("电商", "商家自营", "百货")];

/// Names of papers that a break tears in two.
const TORN_NAMES: [(&str, &str); 1] = [("贵金属交易所（中心）<br>会员证明", "贵金属交易所（中心）会员证明")];

/// The keys of the page's front matter; all but the title are about the site.
const FRONT_MATTER: [&str; 4] = ["title", "header", "nav", "sidebar"];

/// Reads the page.
pub(super) fn read(file: &str, text: &str) -> Result<Source, Unread> {
    let mut page = Page { source: Source::of(file), first_level: None, before: Before::Nothing };
    for (line, text) in (1..).zip(text.lines()) {
        page.line(line, text.trim())?;
    }
    match page.before {
        Before::Rows | Before::Forbidden => Ok(page.source),
        _ => Err((u32::try_from(text.lines().count()).unwrap_or(0), "the page ends before its first row".into())),
    }
}

/// What stands before the line that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    FrontMatter,
    Words,
    Heading,
    Columns,
    Rows,
    Forbidden,
}

struct Page {
    source: Source,
    /// The heading above the row; a lost one that was found again goes before it.
    first_level: Option<String>,
    before: Before,
}

impl Page {
    fn repaired(&mut self, line: u32, what: &str) {
        self.source.repairs.push(Line { line, words: what.into(), links: Vec::new() });
    }

    fn line(&mut self, line: u32, text: &str) -> Result<(), Unread> {
        let stray = || (line, format!("this line is not understood: “{text}”"));
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        self.before = match self.before {
            before if text.is_empty() => before,
            Before::Nothing if text == "---" => Before::FrontMatter,
            Before::FrontMatter if text == "---" => Before::Words,
            Before::FrontMatter => {
                let (key, value) =
                    text.split_once(": ").filter(|(key, _)| FRONT_MATTER.contains(key)).ok_or_else(stray)?;
                if key == "title" {
                    self.source.title = Some(Line { line, words: value.to_owned(), links: Vec::new() });
                }
                Before::FrontMatter
            }
            Before::Rows if text == "## 禁止行业" => Before::Forbidden,
            Before::Forbidden => {
                let words = text.replace("<br>", "\n").replace("**", "");
                self.source.forbidden.push(Line { line, words, links: Vec::new() });
                Before::Forbidden
            }
            Before::Words | Before::Rows if text.starts_with("## ") => {
                let name = text.strip_prefix("## 一级类目：");
                self.first_level = Some(name.ok_or_else(stray)?.trim().to_owned());
                Before::Heading
            }
            Before::Words if text.contains("仅供参考") && self.source.warning.is_none() => {
                self.source.warning = Some(Line { line, words: text.to_owned(), links: Vec::new() });
                Before::Words
            }
            Before::Heading if bare == "|二级类目|资质|" => Before::Columns,
            Before::Columns if bare == "|--|--|" => Before::Rows,
            Before::Rows if text.starts_with('|') => {
                self.row(line, text)?;
                Before::Rows
            }
            _ => return Err(stray()),
        };
        Ok(())
    }

    fn row(&mut self, line: u32, text: &str) -> Result<(), Unread> {
        let stray = |what: &str| (line, format!("{what}: “{text}”"));
        let columns: Vec<&str> = text.split('|').map(str::trim).collect();
        let (name, cell) = match columns[..] {
            ["", name, ""] => {
                self.repaired(line, "the cell of the papers is missing");
                (name, "")
            }
            ["", name, cell, ref rest @ ..] if !rest.is_empty() && rest.iter().all(|more| more.is_empty()) => {
                (name, cell)
            }
            _ => return Err(stray("a row has two cells between bars")),
        };
        if name.is_empty() {
            return Err(stray("a row without a name"));
        }
        let above = self.first_level.clone().ok_or_else(|| stray("a row before the first heading"))?;
        if LOST_HEADINGS.contains(&(above.as_str(), name, cell)) {
            self.repaired(line, "the heading of a first level is lost");
            self.first_level = Some(name.to_owned());
            self.source.sections.push(Section::at(line, vec![vec![name.to_owned(), cell.to_owned()]]));
            return Ok(());
        }
        let mut cell = cell.to_owned();
        for (torn, whole) in TORN_NAMES {
            if cell.contains(torn) {
                self.repaired(line, "a break tears a name in two");
                cell = cell.replace(torn, whole);
            }
        }
        let cell = cell.replace("<br>", "\n");
        if let Some(at) = cell.find(['<', '&', '[', '*']) {
            return Err(stray(&format!("markup that is not understood, “{}”", &cell[at..])));
        }
        let slip = slip(&cell, line);
        if slip.is_some() {
            self.repaired(line, "the name of the paper is repeated");
        }
        self.keep(line, vec![above, name.to_owned()], glyphs(&cell, line), slip);
        Ok(())
    }

    /// Keeps a row. A second row of the same name is another alternative of the first.
    fn keep(&mut self, line: u32, path: Vec<String>, papers: Vec<Glyph>, slip: Option<Line>) {
        let same = |section: &&mut Section| {
            section.paths[0].iter().map(|name| normal::words(name)).eq(path.iter().map(|name| normal::words(name)))
        };
        if let Some(first) = self.source.sections.iter_mut().find(same) {
            first.papers.push(papers);
            first.rows += 1;
            let first = first.line;
            self.repaired(first, "two rows of one name");
            return;
        }
        let mut section = Section::at(line, vec![path]);
        section.papers.push(papers);
        section.slip = slip;
        self.source.sections.push(section);
    }
}

/// The name of a paper that stands once more at the end of its cell, without 《》.
fn slip(cell: &str, line: u32) -> Option<Line> {
    let end = cell.trim_end_matches('。');
    let (_, after) = cell.split_once('《')?;
    let (name, rest) = after.split_once('》')?;
    let name = name.trim();
    (!rest.contains('《') && !rest.is_empty() && end.ends_with(name)).then(|| Line {
        line,
        words: name.to_owned(),
        links: Vec::new(),
    })
}
