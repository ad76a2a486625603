//! What a catalog tells in words of its own: nothing that the source says is lost in it, and
//! nothing stands in it that the source does not say. Both are compared letter by letter: every
//! letter of the one stands in the other beside a letter that it stands beside here, or belongs to
//! a few words that say nothing by themselves.

mod words;

use std::collections::HashSet;

use crate::normal;

use words::{EMPTY, RETOLD, SAME, TURNS};

/// The letters of a text as they are compared; `\n` where something stops.
fn letters(text: &str) -> Vec<char> {
    let mut words = normal::words(text);
    for (said, same) in SAME {
        words = words.replace(said, same);
    }
    words.chars().map(|c| if c.is_alphanumeric() { c } else { '\n' }).collect()
}

/// What stands in texts, each letter with the next one.
#[derive(Debug, Default)]
pub(super) struct Told {
    pairs: HashSet<(char, char)>,
    letters: HashSet<char>,
    whole: String,
}

impl Told {
    /// Adds what a text tells.
    pub(super) fn add(&mut self, text: &str) {
        let letters = letters(text);
        self.pairs.extend(letters.windows(2).map(|pair| (pair[0], pair[1])));
        self.letters.extend(&letters);
        self.whole.extend(letters.iter().filter(|c| **c != '\n'));
        self.whole.push('\n');
    }

    /// The words of a text that are not told.
    pub(super) fn missing(&self, text: &str) -> Vec<String> {
        let letters = letters(text);
        let mut told: Vec<bool> = letters.iter().map(|c| *c == '\n').collect();
        for at in 1..letters.len() {
            if letters[at] != '\n' && self.pairs.contains(&(letters[at - 1], letters[at])) {
                told[at - 1] = true;
                told[at] = true;
            }
        }
        let mut missing = Vec::new();
        let mut at = 0;
        while at < letters.len() {
            let end = (at..letters.len()).find(|&end| told[end]).unwrap_or(letters.len());
            let words: String = letters[at..end].iter().collect();
            if !self.is_retold(&words) && !self.is_empty(&words, true) {
                missing.push(words);
            }
            at = end + 1;
        }
        missing
    }

    /// Whether anything of a text is told: two letters, or the last one, which is what it ends in.
    pub(super) fn shares(&self, text: &str) -> bool {
        let letters = letters(text);
        let pair = |pair: &[char]| !pair.contains(&'\n') && self.pairs.contains(&(pair[0], pair[1]));
        letters.windows(2).any(pair) || letters.last().is_some_and(|last| self.letters.contains(last))
    }

    /// Whether the other side says something else for these words.
    fn is_retold(&self, words: &str) -> bool {
        let stands = |other: &str| self.whole.contains(other);
        RETOLD.iter().any(|(said, told)| (*said == words && stands(told)) || (*told == words && stands(said)))
    }

    /// Whether words are made of empty ones, and of at most one letter that the other side has too.
    fn is_empty(&self, words: &str, may_stand_apart: bool) -> bool {
        let Some(first) = words.chars().next() else { return true };
        let is_apart = may_stand_apart && self.letters.contains(&first) && !TURNS.contains(&first);
        EMPTY.iter().any(|empty| words.strip_prefix(empty).is_some_and(|rest| self.is_empty(rest, may_stand_apart)))
            || (is_apart && self.is_empty(&words[first.len_utf8()..], false))
    }
}
