//! How sources number their items: 1、 1. （1） ① （1.1） 2.1 1） 一、 一： 资质1， and 【…】：.

use super::letters::{Look, Piece, bracket};

/// A way to number. Items of one list are numbered in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Style {
    /// 1、 or 1.
    Digits,
    /// 1.1, 2.1: so many numbers.
    Dotted(usize),
    /// （1） or （1.1）: so many numbers.
    Bracketed(usize),
    /// 1）
    HalfBracketed,
    /// ①
    Circled,
    /// 一、 or 一：
    Chinese,
    /// 资质1，
    Named,
    /// 【日本】：
    Titled,
    /// - or ·, so far from the margin.
    Bullet(usize),
}

const CHINESE: &str = "一二三四五六七八九十";

/// The marker that a line begins with, and the rest. The title of a titled item is no marker.
pub(super) fn marker(line: Piece<'_>) -> Option<(Style, Piece<'_>, Piece<'_>)> {
    let margin = line.iter().take_while(|letter| letter.c.is_whitespace()).count();
    let body = line.cut(margin).1;
    let first = body.first()?;
    let taken = |style, rest: Piece<'_>| {
        let many = body.len().saturating_sub(rest.len());
        Some((style, many))
    };
    let found = match first.c {
        '①'..='⑳' => taken(Style::Circled, body.cut(1).1),
        '-' | '·' | '•' | '*' => taken(Style::Bullet(margin), body.cut(1).1),
        '【' => {
            let end = bracket(body)?.saturating_add(1);
            body.cut(end).1.trim().after("：").and_then(|_| taken(Style::Titled, body))
        }
        '（' => {
            let (inside, rest) = body.cut(bracket(body)?);
            let numbers = numbers(inside.cut(1).1.trim())?;
            taken(Style::Bracketed(numbers), rest.cut(1).1)
        }
        c if c.is_ascii_digit() => digits(body).and_then(|(style, rest)| taken(style, rest)),
        c if CHINESE.contains(c) => {
            let after = body.iter().position(|letter| !CHINESE.contains(letter.c))?;
            let rest = body.cut(after).1;
            rest.after_any("、 ：").and_then(|(_, rest)| taken(Style::Chinese, rest))
        }
        _ => {
            let (_, rest) = body.after_any("资质 方案 情形 情况")?;
            let after = rest.iter().position(|letter| !letter.c.is_ascii_digit()).filter(|many| *many > 0)?;
            let rest = rest.cut(after).1;
            rest.after_any("， 、 ：").and_then(|(_, rest)| taken(Style::Named, rest))
        }
    };
    let (style, many) = found?;
    let (marker, rest) = body.cut(many);
    Some((style, marker, rest))
}

/// 1、 1. 1） 1.1, where the line begins with a digit.
fn digits(body: Piece<'_>) -> Option<(Style, Piece<'_>)> {
    let end = body.iter().position(|letter| !(letter.c.is_ascii_digit() || letter.c == '.'))?;
    let (number, rest) = body.cut(end);
    let dots = number.iter().filter(|letter| letter.c == '.').count();
    match rest.first()?.c {
        '、' if dots == 0 => Some((Style::Digits, rest.cut(1).1)),
        '）' if dots == 0 => Some((Style::HalfBracketed, rest.cut(1).1)),
        _ if dots == 1 && number.last()?.c == '.' => Some((Style::Digits, rest)),
        '、' | ' ' if dots > 0 => Some((Style::Dotted(numbers(number)?), rest.cut(1).1)),
        _ if dots > 0 => Some((Style::Dotted(numbers(number)?), rest)),
        _ => None,
    }
}

/// How many numbers stand here, with dots between them.
fn numbers(piece: Piece<'_>) -> Option<usize> {
    let text = piece.text();
    let is_number = |number: &str| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    text.split('.').all(is_number).then(|| text.split('.').count())
}
