//! Reads the official wording of a requirement into a tree: “（3选1）：1、…”, “同时提供：① …”,
//! “公立学校：《…》或《…》”, “《…》（经营范围含“…”）”.
//!
//! # How a wording is built
//!
//! A wording is a list of items, each with a number ([`numbering`]) and perhaps a list below it
//! ([`outline`]). An item may begin with an applicant and with a heading that says how many of the
//! list are needed ([`items`], [`threshold`]); what is left are papers in a row ([`papers`]), which
//! words join to one expression ([`joining`]). Each has a name and words around it: whose it is, who
//! issues it, how many, what it covers ([`paper`], [`brackets`], [`coverage`]).
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
//!
//! # What becomes of it
//!
//! [`requirement`] makes a requirement of a wording, with whatever knows the papers and applicants
//! ([`Names`]); [`pasted`] makes a category of any text, with papers and questions of its own where
//! the registry has none.

mod brackets;
mod coverage;
mod items;
mod joining;
mod letters;
mod lexicon;
mod numbering;
mod outline;
mod paper;
mod papers;
mod parts;
mod pasted;
mod requirement;
mod roles;
mod threshold;
mod wording;

pub use lexicon::Lexicon;
pub use parts::{Part, Role, Span};
pub use pasted::{Pasted, pasted};
pub use requirement::{Names, requirement};
pub use wording::{Covers, Diagnostic, Doubt, Node, NodeKind, Paper, Trouble, Wording};

use roles::Roles;

/// Reads a wording. Breaks of lines count: items begin there.
#[must_use]
pub fn read(text: &str, lexicon: &Lexicon) -> Wording {
    let letters = letters::letters(text);
    let mut reader = Reader { lexicon, roles: Roles::none(&letters), diagnostics: Vec::new() };
    let outline = outline::outline(&letters, &mut reader.roles);
    let tree = reader.item(&outline);
    let parts = reader.roles.parts(&letters);
    for unread in parts.iter().filter(|part| part.role == Role::Unread) {
        reader.tell(unread.span, Trouble::Unread);
    }
    Wording { tree, parts, diagnostics: reader.diagnostics }
}

/// Reads items and papers, and keeps what it made of each letter.
struct Reader<'l> {
    /// The names that are known.
    lexicon: &'l Lexicon,
    /// What is read.
    roles: Roles,
    /// What is wrong, in the order of the words.
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn tell(&mut self, span: Span, what: Trouble) {
        Diagnostic { span, what }.add_to(&mut self.diagnostics);
    }
}
