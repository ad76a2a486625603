//! What drafts are called that the page makes by itself.

use crate::catalog::fingerprint;
use crate::draft::Draft;
use crate::i18n::{Keeping, messages};

/// How many letters of an id go on in that of a version beside it.
const OF_ID: usize = 40;

/// A version of a draft as a draft of its own: its id follows from what it says.
pub(super) fn other_version(version: Draft) -> Draft {
    let text = version.encode().unwrap_or_default();
    let begin: String = version.id.chars().take(OF_ID).collect();
    let name = (Keeping::of(messages().language).other_version)(called(&version.name));
    Draft { id: format!("{begin}-{}", fingerprint(&[&text])), name, ..version }
}

/// The name of a draft, where it has one.
fn called(name: &str) -> &str {
    if name.trim().is_empty() { messages().unnamed } else { name }
}
