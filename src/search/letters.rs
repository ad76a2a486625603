//! How characters are written and read: traditional ones stand for simplified ones, and each has its
//! pinyin. The tables hold the characters of the bundled data; whatever else an own catalog brings is
//! found as it is written.

use super::sounds::{FINALS, INITIALS};

/// Every reading: how far its character is from the one before, its beginning, its end.
static READINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/readings.bin"));

/// Every traditional character: how far it is from the one before, and the simplified one.
static VARIANTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/variants.bin"));

/// The first character of the tables.
const FIRST: usize = 0x3400;

/// The tables, unpacked.
#[derive(Debug)]
pub(super) struct Letters {
    /// By character: the one that stands for it, where it is another.
    written: Vec<u16>,
    /// Characters in ascending order, one entry for each reading.
    read: Vec<(char, Syllable)>,
}

/// A syllable of pinyin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Syllable {
    /// Its beginning; none has nothing.
    pub(super) initial: &'static str,
    /// Its end.
    pub(super) rest: &'static str,
}

impl Letters {
    /// Unpacks the tables.
    pub(super) fn unpack() -> Self {
        let [steps, places] = columns(VARIANTS);
        let letters = ascending(steps);
        let most = letters.last().map_or(0, |last| last.saturating_sub(FIRST).saturating_add(1));
        let mut written = vec![0; most];
        for (letter, place) in letters.into_iter().zip(places) {
            if let Some(known) = written.get_mut(letter.saturating_sub(FIRST)) {
                *known = place;
            }
        }
        let [steps, initials, finals] = columns(READINGS);
        let syllables = initials.into_iter().zip(finals).map(|(initial, rest)| Syllable {
            initial: INITIALS.get(usize::from(initial)).copied().unwrap_or_default(),
            rest: FINALS.get(usize::from(rest)).copied().unwrap_or_default(),
        });
        let read = ascending(steps).into_iter().map(letter).zip(syllables).collect();
        Self { written, read }
    }

    /// A character as it is compared: simplified, small, of half width; none for what does not count,
    /// such as 《》 and spaces.
    pub(super) fn plain(&self, written: char) -> Option<char> {
        let place = (written as usize).wrapping_sub(FIRST);
        let plain = match self.written.get(place) {
            Some(0) | None => match written {
                // Full-width forms stand in the order of ASCII.
                '\u{ff01}'..='\u{ff5e}' => letter((written as usize).saturating_sub(0xfee0)).to_ascii_lowercase(),
                _ => written.to_ascii_lowercase(),
            },
            Some(&simplified) => letter(usize::from(simplified)),
        };
        plain.is_alphanumeric().then_some(plain)
    }

    /// The characters of a text that count, as they are compared.
    pub(super) fn fold(&self, text: &str) -> String {
        text.chars().filter_map(|written| self.plain(written)).collect()
    }

    /// How a character is read.
    pub(super) fn readings(&self, plain: char) -> impl Iterator<Item = Syllable> {
        let first = self.read.partition_point(|(known, _)| *known < plain);
        let from = self.read.get(first..).unwrap_or_default().iter();
        from.take_while(move |(known, _)| *known == plain).map(|(_, syllable)| *syllable)
    }
}

fn letter(number: usize) -> char {
    u32::try_from(number).ok().and_then(char::from_u32).unwrap_or_default()
}

/// Columns of numbers: of each the low bytes, then the high bytes.
fn columns<const MANY: usize>(bytes: &[u8]) -> [Vec<u16>; MANY] {
    let many = bytes.len().checked_div(MANY.saturating_mul(2)).unwrap_or(0);
    let mut planes = bytes.chunks(many.max(1));
    std::array::from_fn(|_| {
        let low = planes.next().unwrap_or_default();
        let high = planes.next().unwrap_or_default();
        low.iter().zip(high).map(|(low, high)| u16::from_le_bytes([*low, *high])).collect()
    })
}

/// The numbers that are so far from each other.
fn ascending(steps: Vec<u16>) -> Vec<usize> {
    let mut number = FIRST;
    let next = |step: u16| {
        number = number.saturating_add(usize::from(step));
        number
    };
    steps.into_iter().map(next).collect()
}
