//! The names of papers that the registry knows, as they stand in a wording.

use crate::catalog::{DocumentId, Registry};
use crate::order::{by_rank, pair};

use super::letters::{Look, Piece, letters};

/// Every name and alias: by its first letter, and of those with the same the longest first.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    names: Vec<Name>,
}

#[derive(Debug, Clone)]
struct Name {
    letters: Vec<char>,
    known: Known,
}

/// A paper that a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    /// The paper.
    pub(super) document: DocumentId,
    /// What the name says that it covers.
    pub(super) covers: Vec<Box<str>>,
}

impl Lexicon {
    /// The names of a registry.
    #[must_use]
    pub fn of(registry: &Registry) -> Self {
        let mut names = Vec::new();
        let mut add = |name: &str, document: &DocumentId, covers: &[Box<str>]| {
            let known = Known { document: document.clone(), covers: covers.to_vec() };
            names.push(Name { letters: bare(&letters(name)), known });
        };
        for document in &registry.documents {
            add(&document.name, &document.id, &[]);
            document.aliases.iter().for_each(|alias| add(&alias.name, &document.id, &alias.covers));
        }
        let names =
            by_rank(names, |name| pair(first(&name.letters), usize::from(u16::MAX).saturating_sub(name.letters.len())));
        Self { names }
    }

    /// The longest name that a piece begins with, whole: its letters, and the paper. A name in 《》
    /// ends where the 》 stands.
    pub(super) fn at_start<'a>(&self, piece: Piece<'a>) -> Option<(Piece<'a>, &Known)> {
        let first = piece.iter().find(|letter| !skipped(letter.c))?;
        let mut names = self.beginning_with(first.c.to_ascii_lowercase());
        names.find_map(|name| matched(piece, &name.letters).map(|many| (piece.cut(many).0, &name.known)))
    }

    /// The paper of this very name.
    pub(super) fn named(&self, piece: Piece<'_>) -> Option<&Known> {
        let wanted = bare(piece);
        self.beginning_with(*wanted.first()?).find(|name| name.letters == wanted).map(|name| &name.known)
    }

    fn beginning_with(&self, letter: char) -> impl Iterator<Item = &Name> {
        let from = self.names.partition_point(|name| first(&name.letters) < letter as usize);
        self.names.iter().skip(from).take_while(move |name| name.letters.first() == Some(&letter))
    }
}

fn skipped(c: char) -> bool {
    matches!(c, '《' | '》') || c.is_whitespace()
}

/// What counts of a name.
pub(super) fn bare(letters: Piece<'_>) -> Vec<char> {
    letters.iter().map(|letter| letter.c.to_ascii_lowercase()).filter(|c| !skipped(*c)).collect()
}

/// The first letter as a number to sort by.
fn first(letters: &[char]) -> usize {
    letters.first().map_or(0, |&letter| letter as usize)
}

/// How many letters of the piece are this name; none, if it does not begin with it or if the name
/// would end inside of 《》.
fn matched(piece: Piece<'_>, name: &[char]) -> Option<usize> {
    let mut wanted = name;
    let mut is_open = false;
    let mut rest = piece;
    while is_open || !wanted.is_empty() {
        let (letter, next) = rest.split_first()?;
        rest = next;
        match (letter.c, wanted) {
            ('《', [_, ..]) => is_open = true,
            ('》', _) => is_open = false,
            (c, _) if c.is_whitespace() => {}
            (c, [first, others @ ..]) if *first == c.to_ascii_lowercase() => wanted = others,
            _ => return None,
        }
    }
    Some(piece.until(rest).len())
}
