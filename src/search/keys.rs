//! Every text by which something is found, once, as numbers of characters.

use rustc_hash::FxHashMap;

use super::letters::Letters;
use super::rank::Role;
use super::spelling::Spelling;

/// The texts of an index.
#[derive(Debug, Default)]
pub(super) struct Keys<'a> {
    /// The characters of one key after the other.
    characters: Vec<u32>,
    /// Where each key ends.
    ends: Vec<usize>,
    /// Whether an error in it is forgiven.
    forgives: Vec<bool>,
    /// The letters that can be typed for each key, as bits.
    letters: Vec<u64>,
    numbers: FxHashMap<String, usize>,
    /// What each key stands for.
    pub(super) uses: Vec<Use<'a>>,
}

/// A key, and what is found by it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use<'a> {
    /// The number of the key.
    pub(super) key: usize,
    /// The number of the thing.
    pub(super) thing: usize,
    /// What the text is to the thing.
    pub(super) role: Role,
    /// The text as it is written; nothing for the thing's own name.
    pub(super) text: &'a str,
}

impl<'a> Keys<'a> {
    /// Adds a text to find a thing by; one in which no character counts finds nothing.
    pub(super) fn add(
        &mut self,
        thing: usize,
        role: Role,
        text: &'a str,
        folded: String,
        (spelling, letters): (&mut Spelling, &Letters),
    ) {
        if folded.is_empty() {
            return;
        }
        let key = match self.numbers.get(&folded) {
            Some(&key) => key,
            None => {
                let mut typed = 0;
                for plain in folded.chars() {
                    let number = spelling.number(plain, letters);
                    typed |= spelling.letters(number);
                    self.characters.push(number);
                }
                self.letters.push(typed);
                self.ends.push(self.characters.len());
                self.forgives.push(false);
                let key = self.ends.len().saturating_sub(1);
                self.numbers.insert(folded, key);
                key
            }
        };
        if let Some(forgives) = self.forgives.get_mut(key) {
            *forgives |= role.forgives();
        }
        self.uses.push(Use { key, thing, role, text });
    }

    /// Every key.
    pub(super) fn all(&self) -> impl Iterator<Item = &[u32]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let key = self.characters.get(start..end).unwrap_or_default();
            start = end;
            key
        })
    }

    /// Whether each key is to be looked at: it finds something that is meant, and all of these letters
    /// can be typed for it, or all but one, if an error is forgiven.
    pub(super) fn with(&self, letters: u64, meant: &[bool], forgiving: bool) -> Vec<bool> {
        let mut looked_at = vec![false; self.ends.len()];
        for one in &self.uses {
            if let (Some(true), Some(looked_at)) = (meant.get(one.thing), looked_at.get_mut(one.key)) {
                *looked_at = true;
            }
        }
        for ((looked_at, known), forgives) in looked_at.iter_mut().zip(&self.letters).zip(&self.forgives) {
            let strange = letters & !known;
            *looked_at &=
                strange == 0 && !forgiving || forgiving && *forgives && strange & strange.wrapping_sub(1) == 0;
        }
        looked_at
    }

    /// The key of this number.
    pub(super) fn get(&self, key: usize) -> &[u32] {
        let start = key.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(key).copied().unwrap_or(start);
        self.characters.get(start..end).unwrap_or_default()
    }
}
