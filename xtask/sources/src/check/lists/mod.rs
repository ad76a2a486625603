//! A cell that is a numbered list against the tree that was made of it. The list itself says which
//! papers go together: any two of them stand in one line or under one heading, and what is said
//! there has to be what the tree asks for. A tree is known by how each two of its leaves go
//! together, so nothing of its shape is left open.

mod claims;
mod counts;
mod glue;
mod headings;
mod joins;
mod outline;
mod paper;
mod said;

use leimu::catalog::{Category, Holder, Kind, Requirement, Words};

use super::laid::{self, Laid};
use super::row::{Mark, Row};
use super::{Place, words};
use crate::report::Notebook;
use crate::source::{Glyph, Section};

use outline::Item;

/// A paper, a condition or a channel, or a group that is laid down as one thing.
#[derive(Debug)]
struct Leaf<'a> {
    node: &'a Requirement,
    place: Vec<usize>,
    /// The words of the leaf and of the groups above it.
    words: Vec<&'a str>,
    /// What is laid down about it.
    laid: Vec<usize>,
}

/// What a list is compared with.
struct List<'a, 'b> {
    place: Place<'b>,
    line: u32,
    row: Row,
    items: Vec<Item>,
    root: &'a Requirement,
    notes: &'b [Words],
    leaves: Vec<Leaf<'a>>,
    laid: &'b [Laid<'b>],
    /// Where each leaf stands in the row.
    found: Vec<Option<(usize, usize)>>,
    /// Whose each paper is, as far as the words right before it say.
    whose: Vec<(usize, Option<Holder>)>,
    /// How many of each paper the words beside it ask for.
    counts: Vec<(usize, Vec<u32>)>,
    notebook: &'b mut Notebook,
}

/// Checks the requirement that a row asks for.
pub(super) fn check(
    place: Place<'_>,
    section: &Section,
    category: &Category,
    root: &Requirement,
    notebook: &mut Notebook,
) {
    let Some(kept) = place.kept else { return };
    let line = section.line;
    let cells = cells(place, section, notebook);
    let mut row = Row::of_cells(&cells);
    let cell = row.words();
    if cell.is_empty() || matches!(root.kind, Kind::Nothing | Kind::Unlisted) {
        if !(cell.is_empty() && root.kind == Kind::Unlisted) {
            notebook.fault(line, "an empty cell is `unlisted`, and only an empty cell is".into());
        }
        return;
    }
    notebook.counts().names += row.names();
    if let Some(wanted) = laid::requirement(kept, line) {
        if !laid::is(root, wanted) {
            notebook.fault(line, "the requirement is not the one that data/readings lays down".into());
        }
        claims::notes(place, line, &mut row, &category.notes, notebook);
        names_stand(place, &row, root, line, notebook);
        return;
    }
    let laid = laid::nodes(kept, line, place.path, root, notebook);
    words::of_list(
        root,
        &cell,
        line,
        &|place| laid.iter().any(|one| one.is_whole && place.starts_with(&one.place)),
        notebook,
    );
    let items = outline::items(&row);
    let mut leaves = Vec::new();
    lay_out(root, &laid, &mut Vec::new(), &mut Vec::new(), &mut leaves);
    let found = vec![None; leaves.len()];
    let (whose, counts) = (Vec::new(), Vec::new());
    let mut list = List {
        place,
        line,
        row,
        items,
        root,
        notes: &category.notes,
        leaves,
        laid: &laid,
        found,
        whose,
        counts,
        notebook,
    };
    list.claim();
    let is_repaired = place.catalog.repairs.iter().any(|one| one.line == line);
    let headings = headings::claim(&mut list.row, &list.items, is_repaired, list.notebook);
    list.left_over();
    list.joins(&headings);
    let phrases =
        list.row.claims.iter().filter(|claim| !matches!(claim.mark, Mark::Document | Mark::Title | Mark::Note));
    list.notebook.counts().phrases += phrases.count();
}

/// The cells as they are read: the words of the source, or those that data/readings mends.
fn cells(place: Place<'_>, section: &Section, notebook: &mut Notebook) -> Vec<Vec<Glyph>> {
    let mended = place.kept.and_then(|kept| laid::wording(kept, section.line, place.path));
    let Some(mended) = mended else { return section.papers.clone() };
    let whole = Row::of(section).words();
    let mut out = 0;
    for words in mended.lines() {
        if !crate::normal::stands_in(words, &whole) {
            notebook.fault(section.line, format!("the mended wording is not the row's own: “{words}”"));
        }
        out += 1;
    }
    let lines = section.papers.iter().flatten().filter(|glyph| glyph.c == '\n').count() + 1;
    let is_told = place.catalog.repairs.iter().any(|one| one.line == section.line);
    if lines > out + 1 && !is_told {
        notebook.fault(section.line, "no repair says that the wording is mended".into());
    }
    vec![mended.chars().map(|c| Glyph { c, line: section.line }).collect()]
}

/// Every name of the row is a paper of the tree, or stands in a note.
pub(super) fn names_stand(place: Place<'_>, row: &Row, root: &Requirement, line: u32, notebook: &mut Notebook) {
    let mut said = Vec::new();
    root.walk(&mut |node| {
        if let Kind::Document(asked) = &node.kind {
            said.extend(claims::names(place, line, asked.document.as_str()));
        }
        said.extend(node.words.iter().map(|words| crate::normal::name(words)));
    });
    let mut at = 0;
    while let Some(start) = (at..row.glyphs.len()).find(|&at| row.glyphs[at].c == '《') {
        let is_note = row.owner[start].is_some();
        let (_, end) = row.quote(start).unwrap_or((start, start + 1));
        let name = crate::normal::name(&row.text(start, end));
        let stands = |words: &Vec<char>| words.windows(name.len().max(1)).any(|here| here == name);
        if !is_note && !said.iter().any(stands) {
            notebook.fault(row.glyphs[start].line, format!("{} is no paper of the category", row.text(start, end)));
        }
        at = end;
    }
}

/// Lists the leaves of a tree in its order.
fn lay_out<'a>(
    node: &'a Requirement,
    laid: &[Laid<'_>],
    place: &mut Vec<usize>,
    words: &mut Vec<&'a str>,
    leaves: &mut Vec<Leaf<'a>>,
) {
    let here = |one: &Laid<'_>| one.place == *place;
    words.extend(node.words.as_deref());
    let is_whole = laid.iter().any(|one| here(one) && one.is_whole);
    if node.members().is_empty() || is_whole {
        let laid = (0..laid.len()).filter(|&at| here(&laid[at])).collect();
        leaves.push(Leaf { node, place: place.clone(), words: words.clone(), laid });
    } else {
        for (at, member) in node.members().iter().enumerate() {
            place.push(at);
            lay_out(member, laid, place, words, leaves);
            place.pop();
        }
    }
    if node.words.is_some() {
        words.pop();
    }
}
