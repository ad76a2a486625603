//! The reader of official wordings: what it makes of every form that the sources use, and what it
//! promises for any text at all.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

#[path = "../given/mod.rs"]
mod given;

mod cases;
mod pasted;
mod promises;
mod words;

use std::sync::OnceLock;

use given::bundle;
use leimu::catalog::{AnswerId, Condition, Coverage, DocumentId, Holder, Kind, Reading, Registry, Requirement};
use leimu::reader::{Lexicon, Names, Trouble, Wording, read, requirement};

/// The papers that the program knows.
fn registry() -> &'static Registry {
    &bundle().registry
}

/// The names of the papers that the program knows.
fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::of(registry()))
}

/// A wording, read.
fn reading(text: &str) -> Wording {
    read(text, lexicon())
}

/// Papers by their name, applicants by what they are called.
struct AsWritten;

impl Names for AsWritten {
    fn paper(&mut self, name: &str, known: Option<&DocumentId>) -> DocumentId {
        known.cloned().unwrap_or_else(|| format!("?{name}").as_str().into())
    }

    fn applicant(&mut self, who: &str, _: &[&str]) -> Condition {
        Condition { fact: "who".into(), is: vec![who.into()] }
    }
}

/// What a wording asks for, as one line: names as in the registry, without their 《》.
fn said(text: &str) -> String {
    let wording = reading(text);
    requirement(&wording, text, &mut AsWritten).map_or_else(|| "nothing".to_owned(), |tree| line(&tree))
}

/// A requirement as one line.
fn line(node: &Requirement) -> String {
    let list = |members: &[Requirement]| members.iter().map(line).collect::<Vec<_>>().join(", ");
    let said = match &node.kind {
        Kind::Nothing => "nothing".into(),
        Kind::Unlisted => "unlisted".into(),
        Kind::All(members) => format!("all({})", list(members)),
        Kind::Any(members) => format!("any({})", list(members)),
        Kind::AtLeast(least, members) => format!("{least} of({})", list(members)),
        Kind::Fact(Condition { fact, is }) if fact.as_str() == "who" => format!("for {}", is[0]),
        Kind::Fact(Condition { fact, is }) => {
            let is: Vec<_> = is.iter().map(AnswerId::as_str).collect();
            format!("for {fact}={}", is.join("+"))
        }
        Kind::OnRequest(channel) => format!("mail[{channel}]"),
        Kind::Document(asked) => {
            let name = registry().document(asked.document.as_str()).map(|known| known.name.replace(['《', '》'], ""));
            let mut said = name.unwrap_or_else(|| asked.document.to_string());
            match &asked.coverage {
                Coverage::None => {}
                Coverage::All(phrases) => said.push_str(&format!(" 含{}", phrases.join("与"))),
                Coverage::Any(phrases) => said.push_str(&format!(" 含{}", phrases.join("或"))),
            }
            if asked.count > 1 {
                said.push_str(&format!(" ×{}", asked.count));
            }
            if asked.holder == Holder::Partner {
                said.push_str(" 合作方的");
            }
            if let Some(issuer) = &asked.issuer {
                said.push_str(&format!(" 由{issuer}"));
            }
            said
        }
    };
    match node.reading {
        Reading::Literal => said,
        Reading::Inferred => format!("{said}~"),
        Reading::Ambiguous => format!("{said}?"),
    }
}

/// What the reader had to say about a wording.
fn troubles(text: &str) -> Vec<(String, Trouble)> {
    reading(text).diagnostics.into_iter().map(|one| (one.span.of(text).to_owned(), one.what)).collect()
}
