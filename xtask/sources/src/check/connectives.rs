//! Whether the tree joins its papers as the row does: 或 and N选1 are one of several, 与, 及 and 、
//! are all of them, and papers for different applicants are alternatives.

use leimu::catalog::{Kind, Requirement};

use super::leaves::{Leaves, node_at};
use super::row::{Mark, Row};
use super::wordings::Token;
use crate::report::Notebook;

/// How two papers go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    All,
    Any,
}

/// Compares what stands between each two papers with the group that holds both.
pub(super) fn check(
    row: &Row,
    tokens: &[(Token, usize)],
    leaves: &Leaves<'_>,
    root: &Requirement,
    is_choice: bool,
    notebook: &mut Notebook,
) {
    let cells = tokens.iter().filter(|(token, _)| *token == Token::CellBreak).count() + 1;
    let papers: Vec<usize> =
        (0..tokens.len()).filter(|&at| matches!(tokens[at].0, Token::Mark(Mark::Document, _))).collect();
    let mut in_brackets = false;
    for pair in papers.windows(2) {
        let gap: Vec<Token> = tokens[pair[0] + 1..pair[1]].iter().map(|(token, _)| *token).collect();
        if gap.contains(&Token::Char(')')) {
            in_brackets = false;
        }
        if gap.contains(&Token::Char('(')) {
            in_brackets = true;
        }
        let (Token::Mark(_, one), Token::Mark(_, other)) = (tokens[pair[0]].0, tokens[pair[1]].0) else { continue };
        let (one, other) = (&row.claims[one], &row.claims[other]);
        let Some(join) = join(&gap, is_choice && cells == 1, in_brackets) else {
            let (one_name, line) = (row.claimed(one), row.glyphs[other.start].line);
            notebook.fault(line, format!("{one_name} and {}: nothing stands between them", row.claimed(other)));
            continue;
        };
        for (&one_leaf, &other_leaf) in one.leaves.iter().zip(&other.leaves) {
            let found = if one_leaf == other_leaf {
                // Two names of one paper: one paper is enough.
                Join::Any
            } else {
                let places = (&leaves.leaves[one_leaf].place, &leaves.leaves[other_leaf].place);
                let shared: Vec<usize> =
                    places.0.iter().zip(places.1).take_while(|(one, other)| one == other).map(|(at, _)| *at).collect();
                match node_at(root, &shared).kind {
                    Kind::Any(_) | Kind::AtLeast(..) => Join::Any,
                    _ => Join::All,
                }
            };
            if found != join {
                let (wanted, is) = match join {
                    Join::All => ("all", "one"),
                    Join::Any => ("one", "all"),
                };
                let (one_name, other_name) = (row.claimed(one), row.claimed(other));
                notebook.fault(
                    row.glyphs[other.start].line,
                    format!("{one_name} and {other_name}: the row asks for {wanted} of them, the catalog for {is}"),
                );
            }
        }
    }
}

/// How the words between two papers join them; nothing, where nothing is between them.
fn join(gap: &[Token], lines_are_choices: bool, in_brackets: bool) -> Option<Join> {
    let has = |c: char| gap.contains(&Token::Char(c));
    let is_condition = |token: &Token| matches!(token, Token::Mark(Mark::Fact, _));
    let is_line = gap.contains(&Token::Break);
    if gap.contains(&Token::CellBreak) || has('或') || in_brackets {
        Some(Join::Any)
    } else if has('与') || has('及') || has('、') {
        Some(Join::All)
    } else if gap.contains(&Token::Number) || gap.iter().any(is_condition) || (is_line && lines_are_choices) {
        Some(Join::Any)
    } else {
        is_line.then_some(Join::All)
    }
}
