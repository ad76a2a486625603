//! The little Markdown that the pages use inside a sentence: bold words and links.

use super::{Line, Link, Unread};

/// A sentence without its markup, and its links.
pub(super) fn sentence(text: &str, line: u32) -> Result<Line, Unread> {
    let text = text.replace("**", "");
    let mut words = String::new();
    let mut links = Vec::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('[') {
        let parts = after.split_once("](").and_then(|(title, after)| Some((title, after.split_once(')')?)));
        let Some((title, (address, after))) = parts else {
            return Err((line, format!("a link is not closed: “{rest}”")));
        };
        words.push_str(before);
        words.push_str(title);
        links.push(Link { line, title: title.trim().to_owned(), address: address.trim().to_owned() });
        rest = after;
    }
    words.push_str(rest);
    Ok(Line { line, words: words.trim().to_owned(), links })
}
