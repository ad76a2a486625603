//! English is whole: every name and remark of the data and every message has it, and none of it is Chinese by
//! mistake.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot set itself up has failed")]

#[path = "../given/mod.rs"]
mod given;
mod messages;
mod names;
mod remarks;

/// Chinese letters and marks.
fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

/// Something in English: words, and nothing of Chinese in them.
fn is_english(words: &str) -> bool {
    words.chars().any(|letter| letter.is_ascii_alphabetic()) && !words.chars().any(is_chinese)
}
