//! The words and lines that the nodes carry: each stands in its row, and in the line that it names.

use leimu::catalog::{Category, Requirement};

use super::row::Row;
use crate::normal;
use crate::report::Notebook;
use crate::source::Section;

/// Checks the words of the category and of every node.
pub(super) fn check(category: &Category, section: &Section, row: &Row, is_repeated: bool, notebook: &mut Notebook) {
    let heading = section.heading.as_ref().map(|heading| normal::words(&heading.words));
    let cell = row.words();
    let whole = match &heading {
        Some(heading) => format!("{heading}：{cell}"),
        None => cell,
    };
    let said = category.words.as_deref().map(normal::words).unwrap_or_default();
    // The catalogs that the reader wrote do not repeat their rows.
    if said != whole && is_repeated {
        notebook.fault(section.line, format!("the words of the category are not those of the row, “{whole}”"));
    }
    node(&category.requirement, section, row, &whole, notebook);
}

/// Checks the words of every node of a list, but for those that are laid down.
pub(super) fn of_list(
    root: &Requirement,
    cell: &str,
    line: u32,
    is_laid: &dyn Fn(&[usize]) -> bool,
    notebook: &mut Notebook,
) {
    of_node(root, &mut Vec::new(), &mut |node, place| {
        let words = node.words.as_deref().filter(|words| !normal::stands_in(words, cell) && !is_laid(place));
        if let Some(words) = words {
            notebook.fault(line, format!("the words of a node do not stand in the row: “{words}”"));
        }
    });
}

fn of_node(node: &Requirement, place: &mut Vec<usize>, visit: &mut dyn FnMut(&Requirement, &[usize])) {
    visit(node, place);
    for (at, member) in node.members().iter().enumerate() {
        place.push(at);
        of_node(member, place, visit);
        place.pop();
    }
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
