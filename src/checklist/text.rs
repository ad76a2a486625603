//! A sheet as plain text: short lines and no markup, for chats and mails.

use super::sheet::one_line;
use super::{Block, Mark};

pub(super) fn text(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Title(words) => out.push_str(&one_line(words)),
            Block::Heading(words) => {
                out.push_str("\n【");
                out.push_str(&one_line(words));
                out.push('】');
            }
            Block::Words(words) => out.push_str(&one_line(words)),
            Block::Item(depth, mark, words) => {
                out.push_str(&"　".repeat(*depth));
                match mark {
                    Mark::Point => out.push_str("· "),
                    Mark::Box(true) => out.push_str("☑ "),
                    Mark::Box(false) => out.push_str("☐ "),
                    Mark::Number(number) => {
                        out.push_str(&number.to_string());
                        out.push_str(". ");
                    }
                }
                out.push_str(&one_line(words));
            }
            Block::Page(title, address) => {
                out.push_str(&one_line(title));
                // Chats find an address by the space before it.
                out.push(' ');
                out.push_str(&one_line(address));
            }
        }
        out.push('\n');
    }
    out
}
