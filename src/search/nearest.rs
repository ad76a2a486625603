//! What comes nearest to a text that nothing fits: what has most of its letters or syllables.

use super::letters::{Letters, Syllable};
use super::spelling::{Form, Manner, Spelling, bit};

/// The letters of a text, with how each is read.
pub(super) struct Likeness {
    /// By character of the index: where it stands in the text, written and read.
    places: Vec<(u64, u64)>,
}

impl Likeness {
    /// Looks at every character once. Only the first letters of a long text count.
    pub(super) fn new(text: &[char], spelling: &Spelling, letters: &Letters) -> Self {
        let text = text.get(..32).unwrap_or(text);
        let read: Vec<(u64, Vec<Syllable>)> = text
            .iter()
            .map(|&letter| {
                let read: Vec<Syllable> = letters.readings(letter).collect();
                let heads =
                    read.iter().filter_map(|syllable| syllable.initial.chars().chain(syllable.rest.chars()).next());
                (heads.fold(bit(letter), |heads, head| heads | bit(head)), read)
            })
            .collect();
        let places = |number: usize| {
            let forms = spelling.forms(number);
            let heads = spelling.heads(number);
            let (mut written, mut alike) = (0_u64, 0_u64);
            let text_at = text.iter().zip(&read).enumerate().filter(|(_, (_, (known, _)))| known & heads != 0);
            for (at, (letter, (_, read))) in text_at {
                let here = 1_u64.wrapping_shl(u32::try_from(at).unwrap_or(0));
                for form in forms {
                    match form.manner {
                        Manner::Written if form.letters() == [*letter] => written |= here,
                        Manner::Read if read.iter().any(|syllable| sounds(*syllable, form)) => alike |= here,
                        // A syllable of one letter is in every text.
                        Manner::Read if form.letters().len() > 1 && is_at(text, at, form) => {
                            written |= stretch(here, form.letters().len());
                        }
                        _ => {}
                    }
                }
            }
            (written, alike & !written)
        };
        Self { places: (0..spelling.many()).map(places).collect() }
    }

    /// How much of the text a key has: what is written twice as much as what sounds alike, and a
    /// little more for what stands side by side in both.
    pub(super) fn of(&self, key: &[u32]) -> u32 {
        let (mut written, mut alike, mut beside, mut before) = (0_u64, 0_u64, 0_u32, 0_u64);
        for &number in key {
            let (here, sound) = self.places.get(number as usize).copied().unwrap_or_default();
            beside = beside.saturating_add(u32::from((before << 1) & (here | sound) != 0));
            before = here | sound;
            written |= here;
            alike |= sound;
        }
        let whole = written.count_ones().saturating_mul(2);
        whole.saturating_add((alike & !written).count_ones()).saturating_add(beside)
    }
}

fn sounds(syllable: Syllable, form: &Form) -> bool {
    form.letters().iter().copied().eq(syllable.initial.chars().chain(syllable.rest.chars()))
}

fn is_at(text: &[char], at: usize, form: &Form) -> bool {
    text.get(at..).is_some_and(|text| text.starts_with(form.letters()))
}

/// So many places from the first one on.
fn stretch(first: u64, many: usize) -> u64 {
    (0..many).fold(0, |places, step| places | first.wrapping_shl(u32::try_from(step).unwrap_or(0)))
}
