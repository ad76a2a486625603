//! Numbers and texts as bytes, both ways.

use std::collections::{BTreeSet, HashMap};
use std::str::Split;
use std::sync::Arc;

use super::super::names::{AnswerId, DocumentId, FactId};
use super::super::registry::{Fact, Registry};

/// How many kinds of text there are; see [`kind`].
pub(super) const KINDS: usize = 5;

/// The first of them are ASCII.
pub(super) const ASCII_KINDS: usize = 2;

/// Stands between two texts; no text has it.
pub(super) const SEPARATOR: char = '\0';

/// What kind of text this is: a name that programs use, English, or Chinese.
pub(super) fn kind(text: &str) -> usize {
    match (text.is_ascii(), text.contains(' ')) {
        (true, false) => 0,
        (true, true) => 1,
        _ if text.ends_with(['。', '？', '）']) || text.contains('\u{1}') => 2,
        _ if text.starts_with('《') => 3,
        _ => 4,
    }
}

/// The papers and facts that requirements point at, by their place in the registry.
#[derive(Default)]
pub(super) struct Known {
    pub(super) papers: Vec<DocumentId>,
    pub(super) facts: Vec<(FactId, Vec<AnswerId>)>,
    /// The last paper that was pointed at; the next is often near it.
    pub(super) last: usize,
}

impl Known {
    pub(super) fn of(registry: &Registry) -> Self {
        let answers = |fact: &Fact| fact.answers.iter().map(|answer| answer.id.clone()).collect();
        Self {
            papers: registry.documents.iter().map(|document| document.id.clone()).collect(),
            facts: registry.facts.iter().map(|fact| (fact.id.clone(), answers(fact))).collect(),
            last: 0,
        }
    }
}

#[derive(Default)]
pub(super) struct Packer {
    pub(super) known: Known,
    pub(super) bytes: Vec<u8>,
    pub(super) texts: [Vec<Box<str>>; KINDS],
    /// The numbers of the texts, in the order in which they are used first.
    pub(super) places: HashMap<Box<str>, usize>,
    /// The last line.
    pub(super) line: u32,
    /// The last name of each level of a path.
    pub(super) levels: [usize; 3],
}

pub(super) struct Unpacker<'a> {
    pub(super) bytes: &'a [u8],
    /// The texts of each kind that are not used yet.
    pub(super) kinds: [Split<'a, char>; KINDS],
    /// The texts in the order in which they are used first, and those among them that stand in
    /// several places without being copied.
    pub(super) known: Vec<(&'a str, Option<Arc<str>>)>,
    pub(super) papers: Known,
    /// The last line.
    pub(super) line: u32,
    /// The last name of each level of a path.
    pub(super) levels: [usize; 3],
    pub(super) is_short: bool,
}

impl<'a> Unpacker<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        let kinds = std::array::from_fn(|_| "".split(SEPARATOR));
        Self { bytes, kinds, known: Vec::new(), papers: Known::default(), line: 0, levels: [0; 3], is_short: false }
    }

    /// The number of the next text, among those that are known by then.
    pub(super) fn text(&mut self) -> usize {
        self.text_from(|number| number)
    }

    /// The same, where a known text is told in this way.
    pub(super) fn text_from(&mut self, read: impl FnOnce(usize) -> usize) -> usize {
        let number = self.number();
        match self.kinds.get_mut(number) {
            Some(kind) => {
                self.known.push((kind.next().unwrap_or_default(), None));
                self.known.len().saturating_sub(1)
            }
            None => read(number.saturating_sub(KINDS)),
        }
    }
}

impl Unpacker<'_> {
    pub(super) fn number(&mut self) -> usize {
        let mut number = 0_usize;
        for shift in [0, 7, 14, 21, 28] {
            let Some((&byte, rest)) = self.bytes.split_first() else {
                self.is_short = true;
                return 0;
            };
            self.bytes = rest;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
    }
}

pub(super) fn number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Something that can be written and read back.
pub(super) trait Packed {
    fn put(&self, out: &mut Packer);
    fn take(from: &mut Unpacker<'_>) -> Self;
}

/// From one place to another: the distance twice, and odd for the way back.
pub(super) fn step(from: usize, to: usize) -> usize {
    from.abs_diff(to) << 1 | usize::from(to < from)
}

/// Where a step leads.
pub(super) fn stepped(from: usize, step: usize) -> usize {
    if step & 1 == 1 { from.saturating_sub(step >> 1) } else { from.saturating_add(step >> 1) }
}

impl Packer {
    /// The texts, and behind them what points at them.
    pub(super) fn finish(self) -> Vec<u8> {
        let joined = self.texts.map(|texts| texts.join(SEPARATOR.encode_utf8(&mut [0; 4])));
        let alphabet: BTreeSet<char> = joined.iter().flat_map(|texts| texts.chars()).collect();
        let alphabet: Vec<char> = alphabet.into_iter().collect();
        let mut bytes = Vec::new();
        number(&mut bytes, alphabet.len());
        let mut before = 0;
        for &letter in &alphabet {
            number(&mut bytes, (letter as u32).saturating_sub(before) as usize);
            before = letter as u32;
        }
        for (kind, texts) in joined.into_iter().enumerate() {
            number(&mut bytes, texts.len());
            if kind < ASCII_KINDS {
                bytes.extend(texts.bytes());
            } else {
                let places = texts.chars().filter_map(|letter| alphabet.binary_search(&letter).ok());
                bytes.extend(places.flat_map(|place| [(place >> 8) as u8, place as u8]));
            }
        }
        bytes.extend(self.bytes);
        bytes
    }
}

/// The texts of each kind, and the bytes behind them. Texts that are not ASCII have two bytes for
/// each letter: its place among all letters that occur. That is smaller by a tenth, once squeezed,
/// than the three of UTF-8.
pub(super) fn texts(bytes: &[u8]) -> Option<([String; KINDS], &[u8])> {
    let mut from = Unpacker::of(bytes);
    let mut letter = 0_usize;
    let mut alphabet = Vec::new();
    for _ in 0..from.number().min(bytes.len()) {
        letter = letter.saturating_add(from.number());
        alphabet.push(char::from_u32(u32::try_from(letter).ok()?)?);
    }
    let mut kinds = [const { String::new() }; KINDS];
    for (kind, texts) in kinds.iter_mut().enumerate() {
        let length = from.number();
        texts.reserve(length.min(bytes.len().saturating_mul(2)));
        while texts.len() < length {
            let (&first, rest) = from.bytes.split_first()?;
            from.bytes = rest;
            let letter = if kind < ASCII_KINDS {
                char::from(first)
            } else {
                let (&second, rest) = from.bytes.split_first()?;
                from.bytes = rest;
                *alphabet.get(usize::from(first) << 8 | usize::from(second))?
            };
            texts.push(letter);
        }
    }
    (!from.is_short).then_some((kinds, from.bytes))
}
