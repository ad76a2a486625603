//! What stands in other people's pages: snippets, cards without a script, and the command for them.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

#[path = "../example/mod.rs"]
mod example;

mod card;
mod program;
mod snippet;
