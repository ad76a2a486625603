//! What a search answers.

use std::ops::Range;

use super::index::Index;
use super::keys::Use;
use super::rank::{Role, points};
use super::ranking::{Best, Ranked};
use super::walk::Walker;

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A category: the position of its catalog among those of the index, and its own there.
    Category(usize, usize),
    /// A paper, by its position in the registry.
    Document(usize),
}

/// How what was found goes with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// As it was typed.
    Exact,
    /// But for one letter.
    OneError,
    /// Only in part: nothing fits, and this is what comes nearest.
    Nearest,
}

/// The answer to a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What was found, the best first.
    pub found: Vec<Found>,
    /// How many there are beside those.
    pub more: usize,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub thing: Thing,
    /// The same category in other revisions of its source, where they were found as well.
    pub revisions: Vec<Thing>,
    /// How it goes with what was typed.
    pub fit: Fit,
    /// How good it is, but for what tells equals apart; less is better.
    pub rank: u32,
    /// Its name, with what was typed marked in it: the path of a category, the name of a paper.
    pub name: Marked,
    /// The other name by which it was found, where it was not by its own.
    pub by: Option<Marked>,
}

/// A text with marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// The characters that are marked, from one to before the other: in order, apart from each other.
    pub marks: Vec<Range<usize>>,
}

impl Answer {
    /// Nothing fits; what was found is only what comes nearest.
    #[must_use]
    pub fn is_nearest(&self) -> bool {
        self.found.first().is_some_and(|first| first.fit == Fit::Nearest)
    }
}

impl Marked {
    /// The text in pieces, each with whether it is marked.
    #[must_use]
    pub fn pieces(&self) -> Vec<(String, bool)> {
        let mut pieces: Vec<(String, bool)> = Vec::new();
        for (at, letter) in self.text.chars().enumerate() {
            let is_marked = self.marks.iter().any(|mark| mark.contains(&at));
            match pieces.last_mut() {
                Some((piece, marked)) if *marked == is_marked => piece.push(letter),
                _ => pieces.push((letter.to_string(), is_marked)),
            }
        }
        pieces
    }

    /// Marks characters, given in any order.
    pub(super) fn mark(&mut self, mut characters: Vec<usize>) {
        characters.sort_unstable();
        for at in characters {
            match self.marks.last_mut() {
                Some(mark) if mark.end == at => mark.end = at.saturating_add(1),
                Some(mark) if mark.end > at => {}
                _ => self.marks.push(at..at.saturating_add(1)),
            }
        }
    }
}

impl Index<'_> {
    /// What is shown of a thing: its name, what it was found by, and the marks in both.
    pub(super) fn found(&self, one: &Ranked, revisions: &[usize], terms: &[Vec<char>], best: &[Best]) -> Found {
        let mut name = Marked { text: self.name(one.thing), marks: Vec::new() };
        let mut by: Option<Use<'_>> = None;
        let (mut marked, mut marked_by) = (Vec::new(), Vec::new());
        for (term, best) in terms.iter().zip(best) {
            let Some(found_by) = best.get(one.thing).and_then(|(_, at)| self.keys.uses.get(*at)) else { continue };
            if matches!(found_by.role, Role::Name | Role::Path) {
                marked.extend(self.marks(&name.text, found_by.key, term, one.fit));
            } else {
                // One other name is shown: that of the first term, with whatever else is found in it.
                let shown = by.get_or_insert(*found_by);
                marked_by.extend(self.marks(shown.text, shown.key, term, one.fit));
            }
        }
        let by = by.map(|by| {
            let mut words = Marked { text: by.text.to_owned(), marks: Vec::new() };
            words.mark(marked_by);
            words
        });
        if one.fit == Fit::Nearest {
            marked = self.shared(&name.text, &terms.concat());
        }
        name.mark(marked);
        let thing = |at: usize| self.things.get(at).copied();
        let revisions = revisions.iter().filter_map(|&at| thing(at)).collect();
        Found {
            thing: thing(one.thing).unwrap_or(Thing::Document(0)),
            revisions,
            fit: one.fit,
            rank: points(one.rank),
            name,
            by,
        }
    }

    /// The path of a category, the name of a paper.
    fn name(&self, thing: usize) -> String {
        match (self.category(thing), self.things.get(thing)) {
            (Some(category), _) => category.path.0.join(" / "),
            (None, Some(Thing::Document(at))) => {
                self.registry.documents.get(*at).map(|document| document.name.to_string()).unwrap_or_default()
            }
            _ => String::new(),
        }
    }

    /// The characters of a text where a term is found in the key that the text ends with.
    fn marks(&self, text: &str, key: usize, term: &[char], found: Fit) -> Vec<usize> {
        let key = self.keys.get(key);
        let mut walker = Walker::new(&self.spelling, term, found == Fit::OneError);
        let Some((_, hit)) = walker.best(key) else { return Vec::new() };
        let characters = text.chars().enumerate().filter(|(_, letter)| self.letters.plain(*letter).is_some());
        let characters: Vec<usize> = characters.map(|(at, _)| at).collect();
        let start = characters.len().saturating_sub(key.len()).saturating_add(hit.start);
        let many = hit.end.saturating_sub(hit.start);
        characters.into_iter().skip(start).take(many).collect()
    }

    /// The characters of a name that the text has as well.
    fn shared(&self, name: &str, text: &[char]) -> Vec<usize> {
        let is_shared = |letter: char| self.letters.plain(letter).is_some_and(|plain| text.contains(&plain));
        name.chars().enumerate().filter(|(_, letter)| is_shared(*letter)).map(|(at, _)| at).collect()
    }
}
