//! A sheet as Markdown (CommonMark, with the task lists that GitHub, GitLab and most editors know).

use super::sheet::one_line;
use super::{Block, Mark};

pub(super) fn markdown(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut is_list = false;
    for block in blocks {
        let is_item = matches!(block, Block::Item(..) | Block::Page(..));
        let goes_on = is_list && is_item;
        if !out.is_empty() && !goes_on {
            out.push('\n');
        }
        is_list = is_item;
        match block {
            Block::Title(words) => {
                out.push_str("# ");
                out.push_str(&escaped(words));
            }
            Block::Heading(words) => {
                out.push_str("## ");
                out.push_str(&escaped(words));
            }
            Block::Words(words) => out.push_str(&escaped(words)),
            Block::Item(depth, mark, words) => {
                // As far as the words above: entries of a list of numbers have none below them.
                out.push_str(&"  ".repeat(*depth));
                match mark {
                    Mark::Point => out.push_str("- "),
                    Mark::Box(true) => out.push_str("- [x] "),
                    Mark::Box(false) => out.push_str("- [ ] "),
                    Mark::Number(number) => {
                        out.push_str(&number.to_string());
                        out.push_str(". ");
                    }
                }
                out.push_str(&escaped(words));
            }
            Block::Page(title, address) => {
                out.push_str("- ");
                out.push_str(&escaped(title));
                out.push_str(" <");
                out.push_str(&one_line(address).replace(' ', "%20").replace('<', "%3C").replace('>', "%3E"));
                out.push('>');
            }
        }
        out.push('\n');
    }
    out
}

/// Words that mean themselves and nothing else.
fn escaped(words: &str) -> String {
    let words = one_line(words);
    let mut out = String::with_capacity(words.len());
    let mut is_number = true;
    for (at, c) in words.char_indices() {
        let begins = at == 0 && matches!(c, '-' | '+' | '=');
        let ends_number = is_number && at > 0 && matches!(c, '.' | ')');
        let is_mark =
            matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '!' | '{' | '}');
        if begins || ends_number || is_mark {
            out.push('\\');
        }
        out.push(c);
        is_number &= c.is_ascii_digit();
    }
    out
}
