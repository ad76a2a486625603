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
    let (style, rest) = match first.c {
        '①'..='⑳' => (Style::Circled, body.cut(1).1),
        '-' | '·' | '•' | '*' => (Style::Bullet(margin), body.cut(1).1),
        '【' => {
            let (_, behind) = body.cut(bracket(body)?.saturating_add(1));
            behind.trim().after("：")?;
            (Style::Titled, body)
        }
        '（' => {
            let (inside, rest) = body.cut(bracket(body)?);
            (Style::Bracketed(numbers(inside.cut(1).1.trim())?), rest.cut(1).1)
        }
        c if c.is_ascii_digit() => digits(body)?,
        c if CHINESE.contains(c) => {
            let end = body.iter().position(|letter| !CHINESE.contains(letter.c))?;
            (Style::Chinese, body.cut(end).1.after_any("、 ：")?.1)
        }
        _ => {
            let (_, rest) = body.after_any("资质 方案 情形 情况")?;
            let end = rest.iter().position(|letter| !letter.c.is_ascii_digit()).filter(|many| *many > 0)?;
            (Style::Named, rest.cut(end).1.after_any("， 、 ：")?.1)
        }
    };
    Some((style, body.until(rest), rest))
}

/// 1、 1. 1） 1.1, where the line begins with a digit.
fn digits(body: Piece<'_>) -> Option<(Style, Piece<'_>)> {
    let end = body.iter().position(|letter| !(letter.c.is_ascii_digit() || letter.c == '.'))?;
    let (number, rest) = body.cut(end);
    let dots = number.iter().filter(|letter| letter.c == '.').count();
    let after = rest.cut(1).1;
    match rest.first()?.c {
        '、' if dots == 0 => Some((Style::Digits, after)),
        '）' if dots == 0 => Some((Style::HalfBracketed, after)),
        _ if dots == 1 && number.last()?.c == '.' => Some((Style::Digits, rest)),
        c if dots > 0 => {
            let is_mark = matches!(c, '、' | ' ');
            Some((Style::Dotted(numbers(number)?), if is_mark { after } else { rest }))
        }
        _ => None,
    }
}

/// How many numbers stand here, with dots between them.
fn numbers(piece: Piece<'_>) -> Option<usize> {
    let mut parts = piece.split(|letter| letter.c == '.');
    let many = parts.clone().count();
    parts.all(|part| !part.is_empty() && part.iter().all(|letter| letter.c.is_ascii_digit())).then_some(many)
}
