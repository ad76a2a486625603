//! A cell as the numbered list that it is: which line stands under which.

use crate::check::row::Row;

/// A numbered line with the lines that continue it, or what stands before the first number.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// The item above; the first item is its own.
    pub(super) parent: usize,
    /// Where its number starts.
    pub(super) start: usize,
    /// Where its words start.
    pub(super) body: usize,
    /// Where its own words end: before the first item below it.
    pub(super) end: usize,
    /// The items directly below.
    pub(super) below: Vec<usize>,
}

/// How a line is numbered. Lines that are numbered alike stand side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    /// 1、 or 1.
    Plain,
    /// 1）
    Closed,
    /// （1）
    Bracketed,
    /// 2.1
    Point,
    /// （1.1）
    BracketedPoint,
    /// ①
    Circled,
    /// 一、 or 一：
    Written,
    /// 资质1，
    Named,
    /// 【法国】, a country in place of a number
    Country,
}

/// The items of a cell; the first one is the cell itself.
pub(super) fn items(row: &Row) -> Vec<Item> {
    let mut items = vec![Item::default()];
    let mut open: Vec<(Number, usize)> = Vec::new();
    let mut start = 0;
    while start < row.glyphs.len() {
        let end = (start..row.glyphs.len()).find(|&at| row.glyphs[at].c == '\n').unwrap_or(row.glyphs.len());
        if let Some((number, body)) = number(row, start) {
            while open.iter().any(|(one, _)| *one == number) && open.pop().is_some_and(|(one, _)| one != number) {}
            let parent = open.last().map_or(0, |(_, item)| *item);
            let item = items.len();
            items[parent].below.push(item);
            items.push(Item { parent, start, body, end, below: Vec::new() });
            open.push((number, item));
        } else if let Some(last) = items.last_mut() {
            last.end = end;
        }
        start = end + 1;
    }
    items
}

/// The item that a place belongs to.
pub(super) fn item_at(items: &[Item], at: usize) -> usize {
    items.iter().rposition(|item| item.start <= at).unwrap_or(0)
}

/// The items from this one up to the cell.
pub(super) fn upwards(items: &[Item], item: usize) -> Vec<usize> {
    let mut way = vec![item];
    let mut item = item;
    while item != 0 {
        item = items[item].parent;
        way.push(item);
    }
    way
}

/// The number that a line starts with, and where its words start.
fn number(row: &Row, start: usize) -> Option<(Number, usize)> {
    let at = |at: usize| row.glyphs.get(at).map_or('\n', |glyph| glyph.c);
    let digits = |from: usize| (from..).find(|&place| !at(place).is_ascii_digit()).unwrap_or(from);
    let point = |from: usize| {
        let dot = digits(from);
        let end = digits(dot + 1);
        (dot > from && at(dot) == '.' && end > dot + 1).then_some(end)
    };
    match at(start) {
        '【' => Some((Number::Country, start)),
        c if circled(c).is_some() => Some((Number::Circled, start + 1)),
        '资' if at(start + 1) == '质' && digits(start + 2) > start + 2 => Some((Number::Named, digits(start + 2))),
        c if written(c).is_some() && matches!(at(start + 1), '、' | '：') => Some((Number::Written, start + 2)),
        '(' => match (point(start + 1), digits(start + 1)) {
            (Some(end), _) if at(end) == ')' => Some((Number::BracketedPoint, end + 1)),
            (_, end) if end > start + 1 && at(end) == ')' => Some((Number::Bracketed, end + 1)),
            _ => None,
        },
        _ => match (point(start), digits(start)) {
            (Some(end), _) => Some((Number::Point, end)),
            (_, end) if end == start => None,
            (_, end) => match at(end) {
                '、' | '.' => Some((Number::Plain, end + 1)),
                ')' => Some((Number::Closed, end + 1)),
                _ => None,
            },
        },
    }
}

/// The value of ①.
pub(super) fn circled(c: char) -> Option<usize> {
    ('①'..='⑳').position(|one| one == c).map(|at| at + 1)
}

/// The value of 一.
pub(super) fn written(c: char) -> Option<usize> {
    "一二三四五六七八九十".chars().position(|one| one == c).map(|at| at + 1)
}
