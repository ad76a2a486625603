//! A script that runs in every page before the page's own, for browsers whose driver has no way to do that.

use super::mime;
use super::route::Answer;
use std::path::Path;

/// Where the script stands. A page's policy lets in what comes from its own origin.
pub(super) const PATH: &str = "/ahead-of-pages.js";

/// After what the script is named: nothing of a page runs before its head, or its doctype where it has none.
const BEGINNINGS: [&str; 2] = ["<head>", "<!doctype html>"];

/// The script itself.
pub(super) fn answer(script: &str) -> Answer {
    Answer::new("200 OK", mime::of(Path::new(PATH)), script.as_bytes().to_vec())
}

/// Lets a page run the script first; what is no page stays as it is, and so does one that lets in no file.
pub(super) fn name_in(mut answer: Answer) -> Answer {
    if let Ok(text) = String::from_utf8(answer.body.clone())
        && lets_files_in(&text)
        && let Some(end) = BEGINNINGS.iter().find_map(|one| text.find(one).map(|at| at + one.len()))
    {
        let (before, after) = text.split_at(end);
        answer.body = format!("{before}<script src=\"{PATH}\"></script>{after}").into_bytes();
    }
    answer
}

/// Whether a page says nothing of its scripts, or takes those of its own origin.
fn lets_files_in(page: &str) -> bool {
    let scripts = page.split_once("script-src ").and_then(|(_, rest)| rest.split([';', '"']).next());
    scripts.is_none_or(|sources| sources.contains("'self'"))
}
