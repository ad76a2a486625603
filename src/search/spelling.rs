//! Every character of the index, and what can be typed for it.

use super::letters::Letters;

/// The most letters that a syllable has: zhuang.
const LONGEST: usize = 6;

/// Something that can be typed for a character.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    letters: [char; LONGEST],
    many: u8,
    /// Cut shorter than this, it is an initial.
    pub(super) shortest: usize,
    /// How it stands for the character.
    pub(super) manner: Manner,
}

/// How what was typed stands for a character; the plainer, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Manner {
    /// It is the character.
    #[default]
    Written,
    /// It is how the character is read.
    Read,
    /// It is the beginning of how the character is read.
    Initial,
}

/// The characters of an index by number, each with its forms.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    /// Every character with its number, in ascending order.
    numbers: Vec<(char, u32)>,
    forms: Vec<Form>,
    /// Where the forms of a character begin; those of the next one begin where they end.
    starts: Vec<usize>,
    /// The beginnings of the forms of a character, as [`bit`]s.
    heads: Vec<u64>,
    /// All letters of the forms of a character.
    letters: Vec<u64>,
}

impl Form {
    fn of(letters: impl Iterator<Item = char>, manner: Manner) -> Self {
        let mut form = Self { letters: ['\0'; LONGEST], many: 0, shortest: LONGEST, manner };
        for (place, letter) in form.letters.iter_mut().zip(letters) {
            *place = letter;
            form.many = form.many.saturating_add(1);
        }
        form
    }

    /// The letters.
    pub(super) fn letters(&self) -> &[char] {
        self.letters.get(..usize::from(self.many)).unwrap_or_default()
    }
}

impl Spelling {
    /// The number of a character as it is compared.
    pub(super) fn number(&mut self, plain: char, letters: &Letters) -> u32 {
        let place = self.numbers.partition_point(|(known, _)| *known < plain);
        if let Some((known, number)) = self.numbers.get(place)
            && *known == plain
        {
            return *number;
        }
        let number = u32::try_from(self.starts.len()).unwrap_or(u32::MAX);
        let first = self.forms.len();
        self.starts.push(first);
        self.forms.push(Form::of(std::iter::once(plain), Manner::Written));
        for syllable in letters.readings(plain) {
            let whole = syllable.initial.chars().chain(syllable.rest.chars());
            let shortest = syllable.initial.len().max(1).saturating_add(1);
            self.add(first, Form { shortest, ..Form::of(whole.clone(), Manner::Read) });
            // The beginning is typed as one letter; zh, ch and sh also as two.
            self.add(first, Form::of(whole.take(1), Manner::Initial));
            self.add(first, Form::of(syllable.initial.chars(), Manner::Initial));
        }
        let forms = self.forms.get(first..).unwrap_or_default();
        self.heads.push(forms.iter().filter_map(|form| form.letters().first()).fold(0, with));
        self.letters.push(forms.iter().flat_map(Form::letters).fold(0, with));
        self.numbers.insert(place, (plain, number));
        number
    }

    fn add(&mut self, first: usize, form: Form) {
        let known = self.forms.get(first..).unwrap_or_default();
        if !form.letters().is_empty() && known.iter().all(|one| one.letters() != form.letters()) {
            self.forms.push(form);
        }
    }

    /// How many characters there are.
    pub(super) fn many(&self) -> usize {
        self.starts.len()
    }

    /// What can be typed for the character of this number.
    pub(super) fn forms(&self, number: usize) -> &[Form] {
        let start = self.starts.get(number).copied().unwrap_or(self.forms.len());
        let end = self.starts.get(number.saturating_add(1)).copied().unwrap_or(self.forms.len());
        self.forms.get(start..end).unwrap_or_default()
    }

    /// The letters with which the forms of a character begin, as [`bit`]s.
    pub(super) fn heads(&self, number: usize) -> u64 {
        self.heads.get(number).copied().unwrap_or(0)
    }

    /// All letters of the forms of a character, as [`bit`]s.
    pub(super) fn letters(&self, number: u32) -> u64 {
        self.letters.get(number as usize).copied().unwrap_or(0)
    }
}

fn with(letters: u64, letter: &char) -> u64 {
    letters | bit(*letter)
}

/// A letter as one of 64 bits; several characters share one.
pub(super) fn bit(letter: char) -> u64 {
    1_u64.wrapping_shl(match letter {
        'a'..='z' => letter as u32 & 31,
        _ => 27_u32.saturating_add(letter as u32 % 37),
    })
}
