//! The words and lines that the nodes carry: each stands in its row, and in the line that it names.

use leimu::catalog::{Category, Requirement};

use super::row::Row;
use crate::normal;
use crate::report::Notebook;
use crate::source::Section;

/// Checks the words of the category and of every node.
pub(super) fn check(category: &Category, section: &Section, row: &Row, notebook: &mut Notebook) {
    let heading = section.heading.as_ref().map(|heading| normal::words(&heading.words));
    let cell = row.words();
    let whole = match &heading {
        Some(heading) => format!("{heading}：{cell}"),
        None => cell,
    };
    let said = category.words.as_deref().map(normal::words).unwrap_or_default();
    if said != whole {
        notebook.fault(section.line, format!("the words of the category are not those of the row, “{whole}”"));
    }
    node(&category.requirement, section, row, &whole, notebook);
}

fn node(at: &Requirement, section: &Section, row: &Row, whole: &str, notebook: &mut Notebook) {
    if let Some(words) = &at.words {
        let line = at.line.unwrap_or(section.line);
        if !normal::stands_in(words, whole) {
            notebook.fault(line, format!("the words of a node do not stand in the row: “{words}”"));
        } else if let Some(line) = at.line {
            let heading = section.heading.as_ref().filter(|heading| heading.line == line);
            let heading = heading.map(|heading| heading.words.as_str()).unwrap_or_default();
            let here = format!("{heading}{}", row.line_words(line));
            let first = words.split('…').next().unwrap_or_default();
            if !normal::stands_in(first, &here) {
                notebook.fault(line, format!("the words of a node do not stand in their line: “{words}”"));
            }
        }
    }
    for member in at.members() {
        node(member, section, row, whole, notebook);
    }
}
