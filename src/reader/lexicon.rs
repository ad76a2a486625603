//! The names of papers that the registry knows, as they stand in a wording.

use rustc_hash::FxHashMap;

use crate::catalog::{Document, DocumentId, Registry};

use super::letters::{Look, Piece, letters};

/// Every name and alias, found by its first letter.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    names: FxHashMap<char, Vec<Name>>,
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
        let mut lexicon = Self::default();
        for document in &registry.documents {
            lexicon.add(document);
        }
        for names in lexicon.names.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.letters.len()));
        }
        lexicon
    }

    fn add(&mut self, document: &Document) {
        let aliases = document.aliases.iter().map(|alias| (&alias.name, alias.covers.clone()));
        for (name, covers) in std::iter::once((&document.name, Vec::new())).chain(aliases) {
            let letters = bare(&letters(name));
            if let Some(&first) = letters.first() {
                let known = Known { document: document.id.clone(), covers };
                self.names.entry(first).or_default().push(Name { letters, known });
            }
        }
    }

    /// The longest name that a piece begins with, whole: its letters, and the paper. A name in 《》
    /// ends where the 》 stands.
    pub(super) fn at_start<'a>(&self, piece: Piece<'a>) -> Option<(Piece<'a>, &Known)> {
        let first = piece.iter().find(|letter| !skipped(letter.c))?;
        let names = self.names.get(&first.c.to_ascii_lowercase())?;
        names.iter().find_map(|name| matched(piece, &name.letters).map(|many| (piece.cut(many).0, &name.known)))
    }

    /// The paper of this very name.
    pub(super) fn named(&self, piece: Piece<'_>) -> Option<&Known> {
        let wanted = bare(piece);
        let names = self.names.get(wanted.first()?)?;
        names.iter().find(|name| name.letters == wanted).map(|name| &name.known)
    }
}

fn skipped(c: char) -> bool {
    matches!(c, '《' | '》') || c.is_whitespace()
}

fn bare(letters: Piece<'_>) -> Vec<char> {
    letters.iter().map(|letter| letter.c.to_ascii_lowercase()).filter(|c| !skipped(*c)).collect()
}

/// How many letters of the piece are this name; none, if it does not begin with it or if the name
/// would end inside of 《》.
fn matched(piece: Piece<'_>, name: &[char]) -> Option<usize> {
    let mut wanted = name.iter().peekable();
    let mut is_open = false;
    let mut many = 0_usize;
    let mut letters = piece.iter().peekable();
    while let Some(letter) = letters.peek() {
        if wanted.peek().is_none() && !(is_open && (letter.c == '》' || letter.c.is_whitespace())) {
            break;
        }
        match letter.c {
            '《' => is_open = true,
            '》' => is_open = false,
            c if c.is_whitespace() => {}
            c if wanted.peek().is_some_and(|next| **next == c.to_ascii_lowercase()) => {
                wanted.next();
            }
            _ => return None,
        }
        letters.next();
        many = many.saturating_add(1);
        if wanted.peek().is_none() && !is_open {
            break;
        }
    }
    (wanted.peek().is_none() && !is_open).then_some(many)
}
