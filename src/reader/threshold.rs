//! How many are needed: （3选1）, ②选①, 同时提供.

use crate::numerals::first_number;

use super::letters::{Look, Piece, bracket};

/// What a heading says of the items below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Threshold {
    /// All of them.
    All,
    /// So many of so many.
    Of(usize, usize),
}

/// Words that say that everything is needed.
const ALL: &str = "需同时提供 须同时提供 需同时满足 须同时满足 同时提供 同时满足 同时符合 同时具备 同时提交 均需提供 \
    均须提供 以下需同时提供";

/// The heading that a piece begins with, in brackets or not, and what follows.
pub(super) fn at_start<'a>(piece: Piece<'a>) -> Option<(Threshold, Piece<'a>, Piece<'a>)> {
    if piece.first()?.c == '（' {
        let (inside, rest) = piece.cut(bracket(piece)?);
        let threshold = whole(inside.cut(1).1)?;
        let rest = rest.cut(1).1;
        return Some((threshold, piece.until(rest), rest));
    }
    let (taken, rest) = piece.after_any(ALL)?;
    let behind = rest.trim();
    (behind.is_empty() || behind.starts_with_any("： ， ；")).then_some((Threshold::All, taken, rest))
}

/// The heading that a piece ends with, and what stands before it.
pub(super) fn at_end<'a>(piece: Piece<'a>) -> Option<(Threshold, Piece<'a>, Piece<'a>)> {
    let piece = piece.trim();
    if piece.last()?.c != '）' {
        let (before, heading) = piece.before_any(ALL)?;
        return Some((Threshold::All, heading, before));
    }
    let ends = |at: &usize| {
        let after = piece.cut(*at).1;
        bracket(after) == after.len().checked_sub(1)
    };
    let (before, heading) = piece.cut((0..piece.len()).rfind(ends)?);
    let [_, inside @ .., _] = heading else { return None };
    Some((whole(inside)?, heading, before))
}

/// The heading that these words are, and nothing else.
pub(super) fn whole(words: Piece<'_>) -> Option<Threshold> {
    let words = words.trim();
    if words.equals_any(ALL) {
        return Some(Threshold::All);
    }
    let (before, after) = words.cut(words.find("选")?);
    let (of, no_more) = number(before.trim())?;
    let (least, nothing_else) = number(after.cut(1).1.trim())?;
    (no_more.is_empty() && nothing_else.is_empty()).then_some(Threshold::Of(of, least))
}

/// The number that a piece begins with, and what follows.
pub(super) fn number(piece: Piece<'_>) -> Option<(usize, Piece<'_>)> {
    let (number, written) = first_number(&piece.text())?;
    Some((number, piece.cut(written.chars().count()).1))
}
