//! The words of a requirement cell, and who has claimed which of them.

use crate::normal;
use crate::source::{Glyph, Section};

/// Between two cells that stand side by side.
pub(super) const CELL_BREAK: char = '\u{c}';

/// What a claim stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// The name of a paper.
    Document,
    /// A phrase that the paper must cover.
    Coverage,
    /// Who issues it.
    Issuer,
    /// A partner whose paper it is.
    Partner,
    /// How many.
    Count,
    /// A condition.
    Fact,
    /// Words that the words of the node repeat.
    Words,
    /// The title of a group.
    Title,
    /// A slip of the pen.
    Slip,
    /// That applications are taken on request only.
    Request,
    /// How many of the items below a line are asked for.
    Heading,
    /// A line that is a note.
    Note,
}

/// A stretch of the row that stands for something typed.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub(super) mark: Mark,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The leaves that it stands for.
    pub(super) leaves: Vec<usize>,
}

/// The row: its characters as they are compared, and the claims.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) glyphs: Vec<Glyph>,
    /// For each character the name in 《》 that it stands inside of, as start and end.
    quotes: Vec<Option<(usize, usize)>>,
    pub(super) owner: Vec<Option<usize>>,
    pub(super) claims: Vec<Claim>,
}

impl Row {
    /// The row of a section.
    pub(super) fn of(section: &Section) -> Self {
        Self::of_cells(&section.papers)
    }

    /// Cells one after the other.
    pub(super) fn of_cells(cells: &[Vec<Glyph>]) -> Self {
        let mut glyphs: Vec<Glyph> = Vec::new();
        for (at, cell) in cells.iter().enumerate() {
            if let Some(last) = glyphs.last().filter(|_| at > 0) {
                glyphs.push(Glyph { c: CELL_BREAK, line: last.line });
            }
            glyphs.extend(cell.iter().filter_map(|glyph| match glyph.c {
                '\n' => Some(*glyph),
                c => normal::character(c).map(|c| Glyph { c, line: glyph.line }),
            }));
        }
        let owner = vec![None; glyphs.len()];
        let mut quotes = vec![None; glyphs.len()];
        let mut open = None;
        for (at, glyph) in glyphs.iter().enumerate() {
            match (glyph.c, open) {
                ('《', _) => open = Some(at),
                ('》', Some(start)) => {
                    quotes[start..=at].fill(Some((start, at + 1)));
                    open = None;
                }
                _ => {}
            }
        }
        Self { glyphs, quotes, owner, claims: Vec::new() }
    }

    /// How many names stand in 《》.
    pub(super) fn names(&self) -> usize {
        self.glyphs.iter().filter(|glyph| glyph.c == '《').count()
    }

    /// The words of a stretch.
    pub(super) fn text(&self, start: usize, end: usize) -> String {
        self.glyphs[start..end].iter().map(|glyph| glyph.c).collect()
    }

    /// The words of the whole row, without breaks.
    pub(super) fn words(&self) -> String {
        normal::words(&self.text(0, self.glyphs.len()))
    }

    /// The words of a line.
    pub(super) fn line_words(&self, line: u32) -> String {
        let words: String = self.glyphs.iter().filter(|glyph| glyph.line == line).map(|glyph| glyph.c).collect();
        normal::words(&words)
    }

    /// Whether the words stand at this place.
    pub(super) fn stands_at(&self, words: &[char], start: usize) -> bool {
        !words.is_empty()
            && self
                .glyphs
                .get(start..start + words.len())
                .is_some_and(|here| here.iter().zip(words).all(|(g, c)| g.c == *c))
    }

    /// Whether nobody has claimed any of it.
    pub(super) fn is_free(&self, start: usize, end: usize) -> bool {
        self.owner.get(start..end).is_some_and(|owners| owners.iter().all(Option::is_none))
    }

    /// The first free place in this line where the words stand and `fits`.
    pub(super) fn find(&self, words: &[char], line: u32, fits: impl Fn(usize) -> bool) -> Option<(usize, usize)> {
        (0..self.glyphs.len())
            .find(|&at| {
                self.glyphs[at].line == line
                    && self.stands_at(words, at)
                    && self.is_free(at, at + words.len())
                    && fits(at)
            })
            .map(|at| (at, at + words.len()))
    }

    /// The first free place in this line where a paper of this name stands, with its 《》. A name
    /// in 《》 counts as a whole only.
    pub(super) fn find_name(&self, name: &[char], line: u32) -> Option<(usize, usize)> {
        let whole = |at: usize| match self.quotes[at] {
            Some((start, end)) => start + 1 == at && end == at + name.len() + 1,
            None => true,
        };
        let (start, end) = self.find(name, line, whole)?;
        Some(self.quotes[start].unwrap_or((start, end)))
    }

    /// The name in 《》 that a place is inside of.
    pub(super) fn quote(&self, at: usize) -> Option<(usize, usize)> {
        self.quotes[at]
    }

    /// Whether a place is inside of a name in 《》.
    pub(super) fn is_in_name(&self, at: usize) -> bool {
        self.quotes[at].is_some()
    }

    /// Claims a stretch.
    pub(super) fn claim(&mut self, mark: Mark, (start, end): (usize, usize), leaves: Vec<usize>) -> usize {
        let claim = self.claims.len();
        self.owner[start..end].fill(Some(claim));
        self.claims.push(Claim { mark, start, end, leaves });
        claim
    }

    /// The words of a claim.
    pub(super) fn claimed(&self, claim: &Claim) -> String {
        self.text(claim.start, claim.end)
    }
}
