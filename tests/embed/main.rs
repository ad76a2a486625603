//! What stands in other people's pages: the lines that are copied.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod snippet;
