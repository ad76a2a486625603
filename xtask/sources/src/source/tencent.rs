//! The page of 腾讯云: opening lines, then headings with sentences, notes and one table each.

use super::markdown::sentence;
use super::table::{self, Row};
use super::{AccessSentence, Glyph, Line, Section, Source, Unread};
use crate::normal;

/// Reads the page.
pub(super) fn read(file: &str, text: &str) -> Result<Source, Unread> {
    let mut page = Page { source: Source::of(file), group: None };
    let mut lines = (1..).zip(text.lines()).peekable();
    while let Some(&(line, text)) = lines.peek() {
        if text.starts_with("<table") {
            let table = table::read(&mut lines)?;
            if let Some(line) = table.ended_by_opening {
                page.repaired(line, "the last table ends with <table>");
            }
            page.table(line, table.rows)?;
        } else {
            page.line(line, text)?;
            lines.next();
        }
    }
    page.close()?;
    page.close_group()?;
    page.mark_first_levels();
    Ok(page.source)
}

struct Page {
    source: Source,
    /// The `##` heading that `###` headings stand under, and its line.
    group: Option<(u32, String)>,
}

impl Page {
    fn repaired(&mut self, line: u32, what: &str) {
        self.source.repairs.push(Line { line, words: what.into(), links: Vec::new() });
    }

    fn line(&mut self, line: u32, text: &str) -> Result<(), Unread> {
        let text = text.trim_end();
        let stray = || (line, format!("this line is not understood: “{text}”"));
        if text.is_empty() || text == ">" || text == ">!" {
            Ok(())
        } else if let Some(heading) = text.strip_prefix("### ") {
            let (_, group) = self.group.clone().ok_or_else(stray)?;
            self.close()?;
            let names: Vec<&str> = heading.split(" - ").map(str::trim).collect();
            let paths = match names[..] {
                [name] => vec![vec![group, name.to_owned()]],
                [above, both] if both.contains('/') => {
                    self.repaired(line, "one section for two categories");
                    both.split('/').map(|name| vec![group.clone(), above.to_owned(), name.to_owned()]).collect()
                }
                _ => return Err(stray()),
            };
            self.source.sections.push(Section::at(line, paths));
            Ok(())
        } else if let Some(heading) = text.strip_prefix("## ") {
            self.close()?;
            self.close_group()?;
            self.group = None;
            match heading.split(" - ").map(|name| name.trim().to_owned()).collect::<Vec<_>>() {
                names if names.len() == 1 => self.group = Some((line, heading.trim().to_owned())),
                names if names.len() == 2 => self.source.sections.push(Section::at(line, vec![names])),
                _ => return Err(stray()),
            }
            Ok(())
        } else if let Some(note) = text.strip_prefix(">!").or_else(|| item(text)) {
            let note = sentence(note, line)?;
            match self.source.sections.last_mut() {
                Some(section) => section.notes.push(note),
                None if note.words.contains("为准") => self.source.warning = Some(note),
                None => self.source.opening.extend(clauses(&note)),
            }
            Ok(())
        } else if let Some(section) = self.source.sections.last_mut() {
            let before = section.access.last().map(|sentence| sentence.categories.clone());
            section.access.push(access(text, line, before).ok_or_else(stray)?);
            Ok(())
        } else if text.starts_with("**") {
            self.source.remarks.push(sentence(text, line)?);
            Ok(())
        } else {
            Err(stray())
        }
    }

    fn table(&mut self, line: u32, rows: Vec<Row>) -> Result<(), Unread> {
        let Some(section) = self.source.sections.last_mut().filter(|section| section.heading.is_none()) else {
            return Err((line, "a table without a heading".into()));
        };
        let mut choice_left_out = None;
        for (at, row) in rows.into_iter().enumerate() {
            let stray = |what: &str| (row.line, format!("a table row is not understood: {what}"));
            let labels: Vec<String> = row.headings.iter().map(|words| read_words(words)).collect();
            match (at, &labels[..]) {
                (0, [one, two]) if one == "要求" && two == "说明" && row.cells.is_empty() => continue,
                (0, _) => return Err(stray("the first row is not 要求, 说明")),
                (_, [label]) if label == "小程序直播场景" && row.cells.len() == 1 && section.scene.is_none() => {
                    section.scene = Some(plain(&row.cells[0], row.line));
                }
                (_, [label]) if label == "类目适用范围" && row.cells.len() == 1 && section.scope.is_none() => {
                    section.scope = Some(plain(&row.cells[0], row.line));
                }
                (_, [label]) if label.starts_with("资质要求") && !row.cells.is_empty() && section.heading.is_none() =>
                {
                    section.heading = Some(plain(&row.headings[0], row.line));
                    if row.cells.len() > 1 && !label.contains("选") {
                        choice_left_out = section.heading.as_ref().map(|heading| heading.line);
                    }
                    section.papers = row.cells;
                    section.links = row.links;
                }
                _ => return Err(stray(&labels.join("、"))),
            }
        }
        if section.scene.is_none() || section.scope.is_none() || section.heading.is_none() {
            return Err((line, "a table without 小程序直播场景, 类目适用范围 or 资质要求".into()));
        }
        if let Some(line) = choice_left_out {
            self.repaired(line, "two cells side by side without （2选1） in the heading");
        }
        Ok(())
    }

    /// Ends a group: it has to have a section by now.
    fn close_group(&self) -> Result<(), Unread> {
        match &self.group {
            Some((line, group)) if self.source.sections.last().is_none_or(|section| section.line < *line) => {
                Err((*line, format!("no section under “{group}”")))
            }
            _ => Ok(()),
        }
    }

    /// Ends a section: it has to have its table and its sentence by now.
    fn close(&self) -> Result<(), Unread> {
        match self.source.sections.last() {
            Some(section) if section.heading.is_none() => Err((section.line, "a section without a table".into())),
            Some(section) if section.access.is_empty() => {
                Err((section.line, "a section without “具备 … 类目，可使用 …”".into()))
            }
            _ => Ok(()),
        }
    }

    /// The sentences under 金融业 say 金融; the catalog has to mention it once, at the first.
    fn mark_first_levels(&mut self) {
        let first = self.source.sections.iter().find_map(|section| {
            let path = section.paths.first()?;
            let sentence = section.access.first()?;
            (path[0] == "金融业" && sentence.categories.iter().any(|name| name.starts_with("金融-")))
                .then_some(sentence.line)
        });
        if let Some(line) = first {
            self.repaired(line, "金融 and 金融业 for one first level");
        }
    }
}

/// The words of a list item inside a note: `>- …`, `>1. …`.
fn item(text: &str) -> Option<&str> {
    let item = text.strip_prefix('>')?;
    item.strip_prefix("- ").or_else(|| item.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix(". "))
}

/// The clauses of an opening line. A comma inside a linked title would split it, and then the link
/// could not be found again; the check would say so.
fn clauses(note: &Line) -> Vec<Line> {
    note.words
        .split('，')
        .map(|words| Line {
            line: note.line,
            words: words.to_owned(),
            links: note.links.iter().filter(|link| words.contains(&link.title)).cloned().collect(),
        })
        .collect()
}

/// “具备 **教育-驾校培训** 类目，可使用 […](…) 进行接入。”
fn access(text: &str, line: u32, before: Option<Vec<String>>) -> Option<AccessSentence> {
    let text = text.strip_prefix("- ").unwrap_or(text);
    let (with, rest) = match text.strip_prefix("若同时") {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (names, way) = rest.strip_prefix("具备")?.split_once("类目，可")?;
    let way = way.strip_prefix("直接").unwrap_or(way);
    let way = way.strip_prefix("使用").or_else(|| way.strip_prefix("通过"))?;
    let way = way.strip_suffix("进行接入。").or_else(|| way.strip_suffix("进行接入小程序直播。"))?;
    let way = sentence(way, line).ok()?;
    let [link] = &way.links[..] else { return None };
    if link.title != way.words {
        return None;
    }
    let names = names.split('或').map(named).collect::<Option<Vec<_>>>()?;
    let (categories, with) = match (with, before, &names[..]) {
        (false, None, _) => (names, None),
        (true, Some(before), [other]) => (before, Some(other.clone())),
        _ => return None,
    };
    Some(AccessSentence { line, categories, with, link: link.clone() })
}

/// A category inside a sentence: `**教育-驾校培训**` or `【教育-驾校培训】`.
fn named(name: &str) -> Option<String> {
    let name = name.trim();
    let bold = name.strip_prefix("**").and_then(|name| name.strip_suffix("**"));
    bold.or_else(|| name.strip_prefix('【')?.strip_suffix('】')).map(str::to_owned)
}

/// A label, in the form in which words are compared.
fn read_words(words: &[Glyph]) -> String {
    normal::words(&words.iter().map(|glyph| glyph.c).collect::<String>())
}

/// A cell of plain words. A break in it would be lost, but scopes and scenes have none inside.
fn plain(words: &[Glyph], line: u32) -> Line {
    let text: String = words.iter().map(|glyph| glyph.c).collect();
    let line = words.iter().find(|glyph| !glyph.c.is_whitespace()).map_or(line, |glyph| glyph.line);
    Line { line, words: text.trim().to_owned(), links: Vec::new() }
}
