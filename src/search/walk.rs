//! One term against one key: does a stretch of the key spell the term, letter by letter or but for
//! one error?

use super::rank::fit;
use super::spelling::{Form, Manner, Spelling, bit};

/// Where a term was found in a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// The first character.
    pub(super) start: usize,
    /// The character behind the last one.
    pub(super) end: usize,
    /// How it was typed.
    pub(super) manner: Manner,
    /// One letter is wrong.
    pub(super) has_error: bool,
}

/// What is known on the way: so many letters of the term are spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    at: usize,
    manner: Manner,
    slip: Slip,
}

/// What went wrong so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slip {
    None,
    /// One letter was wrong.
    Spent,
    /// The last letter of the character before comes after the first one of this character.
    Swapped,
}

/// A term made ready for one index.
pub(super) struct Walker<'a> {
    spelling: &'a Spelling,
    term: &'a [char],
    forgiving: bool,
    /// The term has letters of ASCII.
    has_ascii: bool,
    /// The term has other letters.
    has_others: bool,
    /// By character: how a match may begin here; none as long as nobody asked.
    beginnings: Vec<Option<Beginning>>,
    states: Vec<State>,
    next: Vec<State>,
}

/// How a match may begin with a character.
#[derive(Debug, Default)]
struct Beginning {
    /// The states to which the character leads.
    states: Vec<State>,
    /// The match may go on with any character.
    is_sure: bool,
    /// Else the next one begins with one of these letters.
    next: u64,
}

impl<'a> Walker<'a> {
    pub(super) fn new(spelling: &'a Spelling, term: &'a [char], forgiving: bool) -> Self {
        Self {
            spelling,
            term,
            forgiving,
            has_ascii: term.iter().any(char::is_ascii),
            has_others: !term.iter().all(char::is_ascii),
            beginnings: std::iter::repeat_with(|| None).take(spelling.many()).collect(),
            states: Vec::new(),
            next: Vec::new(),
        }
    }

    /// The letters of the term, as bits.
    pub(super) fn letters(&self) -> u64 {
        self.term.iter().fold(0, |letters, &letter| letters | bit(letter))
    }

    /// How a match may begin with this character; the answer is the same wherever it stands.
    fn begin(&mut self, number: usize) {
        if self.beginnings.get(number).is_none_or(Option::is_some) {
            return;
        }
        self.next.clear();
        self.step(State { at: 0, manner: Manner::Written, slip: Slip::None }, number);
        // Who leaves out the whole of the first character begins with the second one.
        self.next.retain(|state| state.at > 0 || state.slip == Slip::Swapped);
        let is_sure = |state: &State| state.slip == Slip::None || state.at.saturating_add(1) >= self.term.len();
        let next = self.next.iter().filter_map(|state| self.term.get(state.at));
        let beginning = Beginning {
            is_sure: self.next.iter().any(is_sure),
            next: next.fold(0, |letters, &letter| letters | bit(letter)),
            states: self.next.clone(),
        };
        if let Some(known) = self.beginnings.get_mut(number) {
            *known = Some(beginning);
        }
    }

    /// The best hit in a key, with its rank.
    pub(super) fn best(&mut self, key: &[u32]) -> Option<(u32, Hit)> {
        let mut best: Option<(u32, Hit)> = None;
        for (start, &first) in key.iter().enumerate() {
            self.begin(first as usize);
            let Some(Some(beginning)) = self.beginnings.get(first as usize) else { continue };
            let next = key.get(start.saturating_add(1)).map_or(0, |&next| self.spelling.heads(next as usize));
            if !beginning.is_sure && beginning.next & next == 0 {
                continue;
            }
            self.next.clone_from(&beginning.states);
            for (at, &number) in key.iter().enumerate().skip(start) {
                if at > start {
                    self.next.clear();
                    for from in 0..self.states.len() {
                        if let Some(&state) = self.states.get(from) {
                            self.step(state, number as usize);
                        }
                    }
                }
                for state in &self.next {
                    let left = self.term.len().saturating_sub(state.at);
                    // A letter too many at the end is an error as well.
                    let has_error = match (left, state.slip) {
                        (0, Slip::None) => false,
                        (0, Slip::Spent) => true,
                        (1, Slip::None) if self.forgiving => true,
                        _ => continue,
                    };
                    let hit = Hit { start, end: at.saturating_add(1), manner: state.manner, has_error };
                    let rank = fit(&hit, key.len());
                    if best.is_none_or(|(known, _)| rank < known) {
                        best = Some((rank, hit));
                    }
                }
                std::mem::swap(&mut self.states, &mut self.next);
                let term = self.term.len();
                self.states.retain(|state| state.at < term);
                if self.states.is_empty() {
                    break;
                }
            }
        }
        best
    }

    /// Every state to which a character leads.
    fn step(&mut self, from: State, number: usize) {
        let term = self.term.get(from.at..).unwrap_or_default();
        let end = self.term.len();
        // Without an error to come, or with one that began before, the next letter has to be here.
        let head = term.first().map_or(0, |&letter| bit(letter));
        if (!self.forgiving || from.slip != Slip::None) && self.spelling.heads(number) & head == 0 {
            return;
        }
        for form in self.spelling.forms(number) {
            let letters = form.letters();
            // Pinyin is no part of a Chinese term, nor is it the other way round.
            let is_ascii = letters.first().is_some_and(char::is_ascii);
            if !(if is_ascii { self.has_ascii } else { self.has_others }) {
                continue;
            }
            self.spelled(from, form, letters, term, None);
            // At the end of a term, a syllable may be cut short.
            if form.manner == Manner::Read && term.len() <= letters.len().saturating_add(1) {
                for many in form.shortest..letters.len() {
                    self.spelled(from, form, letters.get(..many).unwrap_or_default(), term, Some(end));
                }
            }
        }
    }

    /// The states to which these letters of a form lead; only that at `end`, where it is given.
    fn spelled(&mut self, from: State, form: &Form, letters: &[char], term: &[char], end: Option<usize>) {
        let manner = from.manner.max(form.manner);
        let mut reach = |many: usize, slip: Slip| {
            let state = State { at: from.at.saturating_add(many), manner, slip };
            if end.is_some_and(|end| end != state.at) {
                return;
            }
            match self.next.iter_mut().find(|known| known.at == state.at && known.slip == slip) {
                Some(known) => known.manner = known.manner.min(manner),
                None => self.next.push(state),
            }
        };
        if from.slip == Slip::Swapped {
            if let (Some((first, rest)), Some((head, _))) = (letters.split_first(), term.split_first())
                && first == head
                && term.get(2..).is_some_and(|term| term.starts_with(rest))
            {
                reach(rest.len().saturating_add(2), Slip::Spent);
            }
            return;
        }
        let same = letters.iter().zip(term).take_while(|(one, other)| one == other).count();
        if same == letters.len() {
            reach(same, from.slip);
        }
        if !self.forgiving || from.slip == Slip::Spent {
            return;
        }
        let many = letters.len();
        let left = |skip: usize| letters.get(same.saturating_add(skip)..);
        let typed = |skip: usize| term.get(same.saturating_add(skip)..);
        let goes_on = |skipped: usize, typed_skipped: usize| match (left(skipped), typed(typed_skipped)) {
            (Some(left), Some(typed)) => typed.starts_with(left),
            _ => false,
        };
        if same < many {
            // Another letter, one left out, one too many, two the wrong way round.
            if goes_on(1, 1) {
                reach(many, Slip::Spent);
            }
            if goes_on(1, 0) {
                reach(many.saturating_sub(1), Slip::Spent);
            }
            if goes_on(0, 1) {
                reach(many.saturating_add(1), Slip::Spent);
            }
            if let (Some([one, other, ..]), Some([first, second, ..])) = (left(0), typed(0))
                && (one, other) == (second, first)
                && goes_on(2, 2)
            {
                reach(many, Slip::Spent);
            }
        }
        // Two the wrong way round, the second of which belongs to the next character.
        let last = many.saturating_sub(1);
        if same >= last && term.get(many) == letters.last() && term.get(last) != letters.last() {
            reach(last, Slip::Swapped);
        }
    }
}
