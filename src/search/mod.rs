//! Search over categories and papers: by name, pinyin, initials, traditional characters, other names
//! and everyday words, with one error forgiven, and never without what comes nearest.
//!
//! [`Index`] has every text by which something is found once, as numbers of characters
//! (`spelling`). A term is walked along each of them (`walk`); how well it fits and what the text is
//! to the thing (`rank`) put the things in order (`ranking`). Where nothing fits, `nearest` finds what has most
//! of it.

mod found;
mod index;
mod keys;
mod letters;
mod nearest;
mod rank;
mod ranking;
mod sounds;
mod spelling;
mod walk;

pub use found::{Answer, Fit, Found, Marked, Thing};
pub use index::Index;
