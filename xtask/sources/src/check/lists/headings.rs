//! How many of the items below a line are asked for: “（3选1）：”, “同时提供：”.

use super::outline::{Item, circled, written};
use crate::check::row::{Mark, Row};
use crate::report::Notebook;

/// How things go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    /// All of them are asked for.
    All,
    /// One of them is enough.
    Any,
}

/// The words for all of them.
const ALL: [&str; 3] = ["同时提供", "同时满足", "同时符合"];

/// What stands around a heading and belongs to it.
const BEFORE: [&str; 6] = ["以下", "需", "提供", "(", "：", "，"];
const AFTER: [&str; 3] = ["：", ":", ")"];

/// Claims the heading of every item; what it says, where it says something.
pub(super) fn claim(row: &mut Row, items: &[Item], is_repaired: bool, notebook: &mut Notebook) -> Vec<Option<Join>> {
    let mut said = Vec::new();
    for item in items {
        let found = (item.body..item.end).find_map(|at| heading(row, item, at));
        let Some(Heading { start, end, choice }) = found else {
            said.push(None);
            continue;
        };
        let line = row.glyphs[start].line;
        notebook.counts().phrases += 1;
        let (start, end) = wide(row, item, start, end);
        let words = row.text(start, end);
        row.claim(Mark::Heading, (start, end), Vec::new());
        said.push(Some(match choice {
            None => Join::All,
            Some((of, least)) => {
                if least != 1 {
                    notebook.fault(line, format!("“{words}” asks for {least}, which is not understood"));
                }
                if of != item.below.len() && !is_repaired {
                    notebook.fault(line, format!("“{words}” stands above {} items", item.below.len()));
                }
                Join::Any
            }
        }));
    }
    said
}

/// A heading: where it stands, and of how many it asks for how many, where it does not ask for all.
struct Heading {
    start: usize,
    end: usize,
    choice: Option<(usize, usize)>,
}

/// A heading that starts here.
fn heading(row: &Row, item: &Item, at: usize) -> Option<Heading> {
    let free = |end: usize| end <= item.end && row.is_free(at, end);
    for words in ALL {
        let words: Vec<char> = words.chars().collect();
        if row.stands_at(&words, at) && free(at + words.len()) {
            return Some(Heading { start: at, end: at + words.len(), choice: None });
        }
    }
    let number = |at: usize| {
        let c = row.glyphs.get(at)?.c;
        c.to_digit(10).map(|digit| digit as usize).or_else(|| circled(c)).or_else(|| written(c))
    };
    let (of, least) = (number(at)?, number(at + 2)?);
    let is_choice = row.glyphs.get(at + 1).is_some_and(|glyph| glyph.c == '选');
    (is_choice && free(at + 3)).then_some(Heading { start: at, end: at + 3, choice: Some((of, least)) })
}

/// The heading with what stands around it.
fn wide(row: &Row, item: &Item, start: usize, end: usize) -> (usize, usize) {
    let (mut start, mut end) = (start, end);
    let words = |words: &str| words.chars().collect::<Vec<_>>();
    while let Some(before) = BEFORE.iter().map(|one| words(one)).find_map(|one| {
        let before = start.checked_sub(one.len()).filter(|before| *before >= item.body)?;
        (row.stands_at(&one, before) && row.is_free(before, start)).then_some(before)
    }) {
        start = before;
    }
    while let Some(after) = AFTER.iter().map(|one| words(one)).find_map(|one| {
        let after = end + one.len();
        (row.stands_at(&one, end) && row.is_free(end, after)).then_some(after)
    }) {
        end = after;
    }
    (start, end)
}
