//! Reads the official wording of a requirement into a tree: “（3选1）：1、…”, “同时提供：① …”,
//! “公立学校：《…》或《…》”, “《…》（经营范围含“…”）”.
//!
//! # How a wording is built
//!
//! A wording is a list of items, each with a number ([`numbering`]) and perhaps a list below it
//! ([`outline`]). An item may begin with an applicant and with a heading that says how many of the
//! list are needed ([`items`], [`threshold`]); what is left are papers in a row ([`papers`]), each
//! with the words that stand around it: whose it is, who issues it, how many, what it covers
//! ([`brackets`], [`coverage`]).
//!
//! # What is promised
//!
//! Any text can be read, in a time that its length bounds: lines and texts that are longer than any
//! wording are left unread. Every letter of it gets a [`Role`]; those that nothing was made of are
//! [`Role::Unread`], and each run of them has a [`Diagnostic`]. Nothing is guessed in silence:
//! where the words can be read in two ways, the node says so ([`Doubt`]).
//!
//! The names of papers that the registry knows are found first, whole, because they contain the
//! words that otherwise join papers: “电商平台对入驻经营者的审核要求或规范文件” is one paper.
//!
//! It is written by hand: the grammar is one of words in running text, with bounds that depend on
//! what is known about the words on both sides, which grammars of parser libraries do not have.

mod brackets;
mod coverage;
mod items;
mod letters;
mod lexicon;
mod numbering;
mod outline;
mod papers;
mod parts;
mod requirement;
mod roles;
mod threshold;
mod wording;

pub use lexicon::Lexicon;
pub use parts::{Part, Role, Span};
pub use requirement::{Names, requirement};
pub use wording::{Covers, Diagnostic, Doubt, Node, NodeKind, Paper, Trouble, Wording};

use items::Reader;
use roles::Roles;

/// Reads a wording. Breaks of lines count: items begin there.
#[must_use]
pub fn read(text: &str, lexicon: &Lexicon) -> Wording {
    let letters = letters::letters(text);
    let mut roles = Roles::none(&letters);
    let mut diagnostics = Vec::new();
    let outline = outline::outline(&letters, &mut roles);
    let tree = Reader { lexicon, roles: &mut roles, diagnostics: &mut diagnostics }.item(&outline);
    let parts = roles.parts(&letters);
    let unread = parts.iter().filter(|part| part.role == Role::Unread);
    diagnostics.extend(unread.map(|part| Diagnostic { span: part.span, what: Trouble::Unread }));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    Wording { tree, parts, diagnostics }
}
