//! What is left of a row when everything typed is taken out. It has to be one of the wordings that
//! tie a condition to its paper, or a connective; both are short lists. Anything else is a part of
//! the source that the catalog does not say.

use super::row::{CELL_BREAK, Mark, Row};
use crate::report::Notebook;

/// The wordings around what is typed. D a paper, C a phrase that it covers, I its issuer, P the
/// partner that holds it, N how many, F a condition, W words that the node repeats. Everything else
/// stands for itself, in the form in which words are compared. Each wording is more than the marks
/// that stay when it is taken out, so that the search for them ends.
const WORDINGS: [&str; 36] = [
    // What a paper covers.
    "(核准服务项目包含\"C\"或\"C\")",
    "(经营范围含C)",
    "(经营范围需包含CW)",
    "(含C)",
    "，且其中须有\"C\"项目",
    "，且含\"C\"",
    "且经营范围包含：C",
    "且业务范围必须包含\"C\"",
    "且业务范围必须包含C",
    "且核准服务项目包含C",
    "，但许可范围应包括C范围",
    "，经营范围需包括C",
    "WC(截图上应C)",
    "WC的D",
    "CD",
    // Who issues it.
    "由I出具的D",
    "I颁发的D",
    "经I备案的D",
    "I的D",
    "ID",
    // Whose it is, how many, and what only the words of the node say.
    "PD",
    "ND",
    "WD",
    "DW",
    // For whom it is.
    "(适用于F)",
    "(适用F)",
    "适用类别：F",
    "F：",
    "F需提供",
    "F需提交",
    "F提供",
    "F请上传",
    "F须提供相应的",
    "F须提供相对应的",
    // A slip of the pen.
    "S。",
    "S",
];

/// The connectives that may stand between papers. They say how the papers go together, which
/// [`super::connectives`] compares with the tree, or nothing.
const CONNECTIVES: [&str; 15] = [
    "请上传",
    "需同时提供：",
    "需提供",
    "或提供",
    "其中：",
    "以及",
    "(或",
    "或",
    "及",
    "与",
    "、",
    "，",
    "；",
    "。",
    ")",
];

/// A piece of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// A character that nobody has claimed.
    Char(char),
    /// A claim.
    Mark(Mark, usize),
    /// The number of a list item.
    Number,
    /// The end of a list item or line.
    Break,
    /// The end of a cell.
    CellBreak,
}

/// The row as papers, conditions and what stands between them, with the place of each token. What
/// is neither is written down as missing.
pub(super) fn reduce(row: &Row, notebook: &mut Notebook) -> Vec<(Token, usize)> {
    let mut tokens = tokens(row);
    while WORDINGS.iter().any(|wording| take_out(wording, &mut tokens)) {}
    let mut rest = tokens.as_slice();
    while !rest.is_empty() {
        let gap = rest.iter().position(|(token, _)| is_kept(*token)).unwrap_or(rest.len());
        judge(row, &rest[..gap], notebook);
        rest = rest.get(gap + 1..).unwrap_or_default();
    }
    tokens
}

/// Papers, conditions and titles stay; they are what the connectives connect.
fn is_kept(token: Token) -> bool {
    matches!(token, Token::Mark(Mark::Document | Mark::Fact | Mark::Title, _) | Token::CellBreak)
}

fn tokens(row: &Row) -> Vec<(Token, usize)> {
    let mut tokens: Vec<(Token, usize)> = Vec::new();
    let mut at = 0;
    while at < row.glyphs.len() {
        let starts_line = tokens.last().is_none_or(|(token, _)| matches!(token, Token::Break | Token::CellBreak));
        match (row.glyphs[at].c, row.owner[at]) {
            (_, Some(claim)) => {
                tokens.push((Token::Mark(row.claims[claim].mark, claim), at));
                at = row.claims[claim].end;
                continue;
            }
            ('\n', None) => tokens.push((Token::Break, at)),
            (CELL_BREAK, None) => tokens.push((Token::CellBreak, at)),
            (c, None) => match numbering(row, at).filter(|_| starts_line) {
                Some(end) => {
                    tokens.push((Token::Number, at));
                    at = end;
                    continue;
                }
                None => tokens.push((Token::Char(c), at)),
            },
        }
        at += 1;
    }
    tokens
}

/// The end of “1.” or “一、” at this place.
fn numbering(row: &Row, start: usize) -> Option<usize> {
    let at = |at: usize| row.glyphs.get(at).map_or(' ', |glyph| glyph.c);
    let end = |number: &dyn Fn(char) -> bool, stop: char| {
        let end = (start..).find(|&place| !number(at(place)))?;
        (end > start && at(end) == stop).then_some(end + 1)
    };
    end(&|c| c.is_ascii_digit(), '.').or_else(|| end(&|c| "一二三四五六七八九十".contains(c), '、'))
}

/// Takes the first place of a wording out; papers, conditions and titles of it stay.
fn take_out(wording: &str, tokens: &mut Vec<(Token, usize)>) -> bool {
    let wanted: Vec<char> = wording.chars().collect();
    let found = tokens
        .windows(wanted.len())
        .position(|here| here.iter().zip(&wanted).all(|((token, _), wanted)| fits(*token, *wanted)));
    let Some(start) = found else { return false };
    let kept: Vec<_> =
        tokens[start..start + wanted.len()].iter().copied().filter(|(token, _)| is_kept(*token)).collect();
    tokens.splice(start..start + wanted.len(), kept);
    true
}

fn fits(token: Token, wanted: char) -> bool {
    match token {
        Token::Mark(mark, _) => match mark {
            Mark::Document => wanted == 'D',
            Mark::Coverage => wanted == 'C',
            Mark::Issuer => wanted == 'I',
            Mark::Partner => wanted == 'P',
            Mark::Count => wanted == 'N',
            Mark::Fact => wanted == 'F',
            Mark::Words => wanted == 'W',
            Mark::Slip => wanted == 'S',
            Mark::Title | Mark::Request | Mark::Heading | Mark::Note => false,
        },
        // The words of a row are in small letters, so that they are never taken for a mark.
        Token::Char(c) => c == wanted,
        Token::Number | Token::Break | Token::CellBreak => false,
    }
}

/// Writes down what is no connective in the words between two papers.
fn judge(row: &Row, gap: &[(Token, usize)], notebook: &mut Notebook) {
    let mut left = false;
    let mut rest = gap;
    while let Some(((token, _), after)) = rest.split_first() {
        rest = match token {
            Token::Number | Token::Break | Token::CellBreak => after,
            _ => match CONNECTIVES.iter().find(|connective| begins(rest, connective)) {
                Some(connective) => &rest[connective.chars().count()..],
                None => {
                    left = true;
                    after
                }
            },
        };
    }
    let (Some((_, first)), true) = (gap.first(), left) else { return };
    let words: String = gap
        .iter()
        .map(|(token, at)| match token {
            Token::Char(c) => c.to_string(),
            Token::Mark(_, claim) => row.claimed(&row.claims[*claim]),
            Token::Number => row.glyphs[*at].c.to_string(),
            Token::Break | Token::CellBreak => " ".to_owned(),
        })
        .collect();
    notebook.fault(row.glyphs[*first].line, format!("left over: “{}”", words.trim()));
}

fn begins(tokens: &[(Token, usize)], words: &str) -> bool {
    let mut tokens = tokens.iter();
    words.chars().all(|c| tokens.next().is_some_and(|(token, _)| *token == Token::Char(c)))
}
