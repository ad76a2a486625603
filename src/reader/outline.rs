//! The lines of a wording as items, each below the one that it belongs to.

use super::letters::{Letter, Look, Piece, pieces};
use super::numbering::{Style, marker};
use super::parts::{Role, Span};
use super::roles::Roles;

/// How deep lists may stand in each other; what is deeper is read as if it stood there.
const DEEPEST: usize = 16;

/// How long a line may be. Words are looked up in what follows them, so a line costs the cube of
/// its length; no source has one of half of this.
const LONGEST_LINE: usize = 500;

/// How many letters are read. No source has a cell of a fifth of this.
const MOST_LETTERS: usize = 20_000;

/// What a line begins with that asks for nothing.
const REMARKS: &str = "注： 注意： 如： 资质选填 备注：";

/// What a remark inside of a line begins with.
const REMARKS_INSIDE: &str = "注： 注意： 备注：";

/// An item of a list, or the wording as a whole.
#[derive(Debug, Default)]
pub(super) struct Item<'a> {
    /// Its number.
    pub(super) marker: Option<Span>,
    /// Its own lines.
    pub(super) lines: Vec<Piece<'a>>,
    /// The items below it.
    pub(super) items: Vec<Item<'a>>,
}

impl Item<'_> {
    /// From its first letter to its last.
    pub(super) fn span(&self) -> Option<Span> {
        let mut span = self.marker;
        let mut add = |part: Option<Span>| span = span.map_or(part, |all| Some(part.map_or(all, |part| all.and(part))));
        for line in &self.lines {
            add(line.trim_end_marks().span());
        }
        for item in &self.items {
            add(item.span());
        }
        span
    }
}

/// The items of a wording. Remarks are claimed here: they belong to no paper.
pub(super) fn outline<'a>(letters: &'a [Letter], roles: &mut Roles) -> Item<'a> {
    let mut open: Vec<(Option<Style>, Item<'a>)> = vec![(None, Item::default())];
    // What is longer than anybody would write is not read, and told like whatever is not read.
    let read = letters.get(..MOST_LETTERS).unwrap_or(letters);
    let lines = read.split(|letter| letter.c == '\n').filter(|line| line.len() <= LONGEST_LINE);
    for line in lines.flat_map(items_of) {
        let body = line.trim();
        if body.is_empty() {
            continue;
        }
        if body.starts_with_any(REMARKS) {
            roles.claim(body, Role::Note);
            continue;
        }
        let Some((style, mark, rest)) = marker(line) else {
            if let Some((_, item)) = open.last_mut() {
                item.lines.push(body);
            }
            continue;
        };
        let level = open.iter().rposition(|(known, _)| known.as_ref() == Some(&style)).unwrap_or(open.len());
        close(&mut open, level.min(DEEPEST));
        roles.claim(mark, Role::Marker);
        let lines = if rest.trim().is_empty() { Vec::new() } else { vec![rest.trim()] };
        open.push((Some(style), Item { marker: mark.span(), lines, items: Vec::new() }));
    }
    close(&mut open, 1);
    open.pop().map(|(_, root)| root).unwrap_or_default()
}

/// Closes what is open from this level on: each goes below the one before it.
fn close(open: &mut Vec<(Option<Style>, Item<'_>)>, level: usize) {
    while open.len() > level.max(1) {
        if let (Some((_, done)), Some((_, above))) = (open.pop(), open.last_mut()) {
            above.items.push(done);
        }
    }
}

/// The items that stand in one line: a further number, ① or 2、, begins a further one, and so does a
/// remark behind the end of a sentence.
fn items_of(line: Piece<'_>) -> Vec<Piece<'_>> {
    pieces(line, &mut |_, at| {
        let (before, after) = line.cut(at);
        if before.trim().is_empty() || after.first().is_none_or(|first| first.c.is_whitespace()) {
            return false;
        }
        if after.starts_with_any(REMARKS_INSIDE) {
            return before.trim().last().is_some_and(|last| "。；）".contains(last.c));
        }
        // A ① is never part of a name; a 2、 may well stand in a sentence.
        match marker(after) {
            Some((Style::Circled, ..)) => true,
            Some((Style::Digits, ..)) => before.last().is_some_and(|last| " ；：。）".contains(last.c)),
            _ => false,
        }
    })
}
