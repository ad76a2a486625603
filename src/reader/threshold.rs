//! How many are needed: （3选1）, ②选①, 同时提供.

use crate::numerals::{first_number, last_number};

use super::letters::{Look, Piece, bracket};

/// What a heading says of the items below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Threshold {
    /// All of them.
    All,
    /// So many of so many.
    Of(usize, usize),
}

/// Words that say that everything is needed, the longest first where one begins another.
const ALL: [&str; 12] = [
    "需同时提供",
    "须同时提供",
    "需同时满足",
    "须同时满足",
    "同时提供",
    "同时满足",
    "同时符合",
    "同时具备",
    "同时提交",
    "均需提供",
    "均须提供",
    "以下需同时提供",
];

/// The heading that a piece begins with, in brackets or not, and what follows.
pub(super) fn at_start<'a>(piece: Piece<'a>) -> Option<(Threshold, Piece<'a>, Piece<'a>)> {
    if piece.first()?.c == '（' {
        let (inside, rest) = piece.cut(bracket(piece)?);
        let threshold = whole(inside.cut(1).1.trim())?;
        let (taken, rest) = piece.cut(piece.len().saturating_sub(rest.cut(1).1.len()));
        return Some((threshold, taken, rest));
    }
    let (taken, rest) = piece.after_any(&ALL)?;
    let ends = rest.trim().first().is_none_or(|next| matches!(next.c, '：' | '，' | '；'));
    ends.then_some((Threshold::All, taken, rest))
}

/// The heading that a piece ends with, and what stands before it.
pub(super) fn at_end<'a>(piece: Piece<'a>) -> Option<(Threshold, Piece<'a>, Piece<'a>)> {
    let piece = piece.trim();
    let split = |many: usize| piece.cut(piece.len().saturating_sub(many));
    if piece.last()?.c == '）' {
        let open = (0..piece.len()).rev().find(|&at| {
            let after = piece.cut(at).1;
            bracket(after) == after.len().checked_sub(1)
        })?;
        let (before, heading) = piece.cut(open);
        let inside = heading.cut(1).1.cut(heading.len().saturating_sub(2)).0;
        return Some((whole(inside.trim())?, heading, before));
    }
    let words = ALL.iter().filter(|word| piece.before(word).is_some()).max_by_key(|word| word.chars().count())?;
    let (before, heading) = split(words.chars().count());
    Some((Threshold::All, heading, before))
}

/// The heading that these words are, and nothing else.
pub(super) fn whole(words: Piece<'_>) -> Option<Threshold> {
    if ALL.iter().any(|all| words.after(all).is_some_and(<[_]>::is_empty)) {
        return Some(Threshold::All);
    }
    let (before, after) = words.cut(words.find("选")?);
    let (before, after) = (before.text(), after.cut(1).1.text());
    let (of, of_words) = last_number(&before)?;
    let (least, least_words) = first_number(&after)?;
    let is_all = before.trim().chars().count() == of_words.chars().count()
        && after.trim().chars().count() == least_words.chars().count();
    is_all.then_some(Threshold::Of(of, least))
}
