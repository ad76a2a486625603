//! The wording as letters: each with its place, and with the forms that mean the same made one.

use super::parts::Span;

/// A letter of the wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// What it means: full-width and half-width forms are one, and so are quotation marks.
    pub(super) c: char,
    /// Which letter it is.
    pub(super) at: usize,
    /// Where it stands, in bytes.
    pub(super) span: Span,
}

/// Some letters in a row. An empty piece has no place.
pub(super) type Piece<'a> = &'a [Letter];

/// The letters of a wording.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let mut letters = Vec::new();
    for (start, c) in text.char_indices() {
        let span = Span { start, end: start.saturating_add(c.len_utf8()) };
        letters.push(Letter { c: plain(c), at: letters.len(), span });
    }
    letters
}

fn plain(c: char) -> char {
    match c {
        '(' => '（',
        ')' => '）',
        ':' => '：',
        ';' => '；',
        ',' => '，',
        '／' => '/',
        '“' | '”' | '＂' | '「' | '」' => '"',
        // Every kind of white space but the break.
        '\u{3000}' | '\u{a0}' | '\u{feff}' | '\t' | '\r' => ' ',
        '０'..='９' => {
            char::from_u32(u32::from(c).wrapping_sub(u32::from('０')).wrapping_add(u32::from('0'))).unwrap_or(c)
        }
        other => other,
    }
}

/// A letter or number, and no mark. The tables of Unicode would be more than the rest of this file.
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{c0}'..='\u{1fff}' | '①'..='⑳' | '\u{3041}'..='\u{d7ff}' | '\u{20000}'..)
}

/// Opens a bracket; what closes it.
pub(super) fn closing(c: char) -> Option<char> {
    match c {
        '（' => Some('）'),
        '《' => Some('》'),
        '【' => Some('】'),
        _ => None,
    }
}

/// What such a piece is asked. Several words are one text with a space between them.
pub(super) trait Look<'a> {
    /// Without white space at both ends.
    fn trim(self) -> Piece<'a>;
    /// Without marks of the end of a sentence and white space at the end.
    fn trim_end_marks(self) -> Piece<'a>;
    /// What follows a word that it begins with.
    fn after(self, word: &str) -> Option<Piece<'a>>;
    /// The longest of these words that it begins with, and what follows.
    fn after_any(self, words: &str) -> Option<(Piece<'a>, Piece<'a>)>;
    /// Begins with one of these words.
    fn starts_with_any(self, words: &str) -> bool;
    /// Without the longest of these words that it begins with, if it does.
    fn skip_any(self, words: &str) -> Piece<'a>;
    /// What stands before a word that it ends with.
    fn before(self, word: &str) -> Option<Piece<'a>>;
    /// What stands before the longest of these words that it ends with, and that word.
    fn before_any(self, words: &str) -> Option<(Piece<'a>, Piece<'a>)>;
    /// Ends with one of these words.
    fn ends_with_any(self, words: &str) -> bool;
    /// Is one of these words.
    fn equals_any(self, words: &str) -> bool;
    /// Where a word stands first.
    fn find(self, word: &str) -> Option<usize>;
    /// Has one of these words in it.
    fn has_any(self, words: &str) -> bool;
    /// Where one of these words stands first that is in no bracket and no quotation.
    fn place(self, words: &str) -> Option<usize>;
    /// Before and after so many letters.
    fn cut(self, at: usize) -> (Piece<'a>, Piece<'a>);
    /// What stands before the rest, which it ends with.
    fn until(self, rest: Piece<'_>) -> Piece<'a>;
    /// What it says.
    fn text(self) -> String;
    /// Where it stands; nowhere, if it is empty.
    fn span(self) -> Option<Span>;
}

impl<'a> Look<'a> for Piece<'a> {
    fn trim(self) -> Piece<'a> {
        let mut piece = self;
        while let [first, rest @ ..] = piece
            && first.c.is_whitespace()
        {
            piece = rest;
        }
        while let [rest @ .., last] = piece
            && last.c.is_whitespace()
        {
            piece = rest;
        }
        piece
    }

    fn trim_end_marks(self) -> Piece<'a> {
        let mut piece = self;
        while let [rest @ .., last] = piece
            && (last.c.is_whitespace() || matches!(last.c, '；' | '。' | '，' | '、' | '：'))
        {
            piece = rest;
        }
        piece
    }

    fn after(self, word: &str) -> Option<Piece<'a>> {
        let mut piece = self;
        for c in word.chars() {
            match piece {
                [first, rest @ ..] if first.c == c => piece = rest,
                _ => return None,
            }
        }
        Some(piece)
    }

    fn after_any(self, words: &str) -> Option<(Piece<'a>, Piece<'a>)> {
        let mut longest = None;
        let mut rest = Some(self);
        // Asked at every letter of every line, so one pass over the words has to do.
        for c in words.chars().chain([' ']) {
            if c == ' ' {
                longest = rest.filter(|rest| rest.len() < longest.unwrap_or(self).len()).or(longest);
                rest = Some(self);
            } else {
                let next = rest.and_then(|rest| rest.split_first()).filter(|(first, _)| first.c == c);
                rest = next.map(|(_, others)| others);
            }
        }
        Some((self.until(longest?), longest?))
    }

    fn starts_with_any(self, words: &str) -> bool {
        self.after_any(words).is_some()
    }

    fn skip_any(self, words: &str) -> Piece<'a> {
        self.after_any(words).map_or(self, |(_, rest)| rest)
    }

    fn before(self, word: &str) -> Option<Piece<'a>> {
        let (before, end) = self.cut(self.len().checked_sub(word.chars().count())?);
        end.after(word).map(|_| before)
    }

    fn before_any(self, words: &str) -> Option<(Piece<'a>, Piece<'a>)> {
        let before = words.split(' ').filter_map(|word| self.before(word)).min_by_key(|before| before.len())?;
        Some(self.cut(before.len()))
    }

    fn ends_with_any(self, words: &str) -> bool {
        self.before_any(words).is_some()
    }

    fn equals_any(self, words: &str) -> bool {
        self.after_any(words).is_some_and(|(_, rest)| rest.is_empty())
    }

    fn find(self, word: &str) -> Option<usize> {
        (0..self.len()).find(|&at| self.cut(at).1.after(word).is_some())
    }

    fn has_any(self, words: &str) -> bool {
        words.split(' ').any(|word| self.find(word).is_some())
    }

    fn place(self, words: &str) -> Option<usize> {
        place_where(self, &|_, after| after.starts_with_any(words))
    }

    fn cut(self, at: usize) -> (Piece<'a>, Piece<'a>) {
        self.split_at_checked(at).unwrap_or((self, &[]))
    }

    fn until(self, rest: Piece<'_>) -> Piece<'a> {
        self.cut(self.len().saturating_sub(rest.len())).0
    }

    fn text(self) -> String {
        self.iter().map(|letter| letter.c).collect()
    }

    fn span(self) -> Option<Span> {
        Some(Span { start: self.first()?.span.start, end: self.last()?.span.end })
    }
}

/// The place of the letter that closes the bracket which a piece begins with. A bracket of the
/// same kind may stand inside; a name in 《》 ends at the first 》.
pub(super) fn bracket(piece: Piece<'_>) -> Option<usize> {
    let open = piece.first()?.c;
    let close = closing(open)?;
    let mut depth = 0_usize;
    for (at, letter) in piece.iter().enumerate() {
        if letter.c == open && (open != '《' || at == 0) {
            depth = depth.saturating_add(1);
        } else if letter.c == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// The places of the letters that stand in no bracket and no quotation.
pub(super) fn outside(piece: Piece<'_>) -> Vec<usize> {
    let mut open = Vec::new();
    let mut rest = piece;
    let mut at = 0_usize;
    while let [first, after @ ..] = rest {
        let end = match first.c {
            '"' => after.iter().position(|letter| letter.c == '"').map(|end| end.saturating_add(1)),
            _ => bracket(rest),
        };
        match end {
            Some(end) => {
                let step = end.saturating_add(1);
                at = at.saturating_add(step);
                rest = rest.cut(step).1;
            }
            None => {
                open.push(at);
                at = at.saturating_add(1);
                rest = after;
            }
        }
    }
    open
}

/// The first place outside of brackets and quotations where this is said of what stands before it
/// and after it.
pub(super) fn place_where<'a>(whole: Piece<'a>, is_there: &dyn Fn(Piece<'a>, Piece<'a>) -> bool) -> Option<usize> {
    outside(whole).into_iter().find(|&at| {
        let (before, after) = whole.cut(at);
        is_there(before, after)
    })
}

/// The pieces that begin at the start and wherever else this is said of a place outside of brackets
/// and quotations; it is told where the last piece begins, and the place.
pub(super) fn pieces<'a>(whole: Piece<'a>, begins: &mut dyn FnMut(usize, usize) -> bool) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for at in outside(whole) {
        if begins(from, at) {
            pieces.extend(whole.get(from..at));
            from = at;
        }
    }
    pieces.extend(whole.get(from..));
    pieces
}
