//! What is said of a wording that was read, for a person who handles licences.

use crate::i18n::{Messages, Readings};
use crate::reader::{Diagnostic, Doubt, Role, Trouble};

/// How many letters of a wording are repeated; a list may be a whole page.
const REPEATED: usize = 30;

/// What could not be read for certain, what was made of it and what to do, in one sentence.
#[must_use]
pub fn diagnostic_words(diagnostic: &Diagnostic, text: &str, say: &Messages) -> String {
    let say = Readings::of(say.language);
    let words = repeated(diagnostic.span.of(text));
    match diagnostic.what {
        Trouble::Unread => (say.unread)(&words),
        Trouble::UnknownPaper if words.starts_with('《') => (say.unknown_paper)(&words),
        Trouble::UnknownPaper => (say.unknown_paper)(&format!("“{words}”")),
        Trouble::UnknownApplicant => (say.unknown_applicant)(&words),
        Trouble::Count { said, found } => (say.count)(&words, said, found),
        Trouble::Doubt(doubt) => {
            let sentence = match doubt {
                Doubt::Mixed => say.mixed,
                Doubt::Alternatives => say.alternatives,
                Doubt::ListOfAll => say.list_of_all,
                Doubt::ListOfBranches => say.list_of_branches,
            };
            sentence(&words)
        }
    }
}

/// What a role is called in a legend.
#[must_use]
pub fn role_words(role: Role, say: &Messages) -> &'static str {
    let say = Readings::of(say.language);
    match role {
        Role::Marker => say.marker,
        Role::Heading => say.heading,
        Role::Connective => say.connective,
        Role::Filler => say.filler,
        Role::Name => say.name,
        Role::Coverage => say.coverage,
        Role::Count => say.copies,
        Role::Holder => say.holder,
        Role::Issuer => say.issuer,
        Role::Applicant => say.applicant,
        Role::Channel => say.channel,
        Role::Note => say.note,
        Role::Space => say.space,
        Role::Unread => say.not_read,
    }
}

/// Words of a wording in one line, and no more of them than tells which they are.
fn repeated(words: &str) -> String {
    let mut line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = line.char_indices().nth(REPEATED) {
        line.truncate(end);
        line.push('…');
    }
    line
}
