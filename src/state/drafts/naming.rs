//! What drafts are called that the page makes by itself.

use crate::catalog::fingerprint;
use crate::draft::Draft;
use crate::i18n::{Keeping, messages};

/// How many letters of an id go on in that of a version beside it.
const OF_ID: usize = 40;

/// The version of another tab as a draft of its own.
pub(super) fn other_version(version: Draft) -> Draft {
    let name = (Keeping::of(messages().language).other_version)(called(&version.name));
    Draft { id: id_of(&version), name, ..version }
}

/// The version of a file as a draft of its own.
pub(super) fn version_of_file(version: Draft) -> Draft {
    let name = (Keeping::of(messages().language).version_of_file)(called(&version.name));
    Draft { id: id_of(&version), name, ..version }
}

/// An id that follows from what a version says: the same version has the same wherever it is made.
pub(super) fn id_of(version: &Draft) -> String {
    let text = version.encode().unwrap_or_default();
    let begin: String = version.id.chars().take(OF_ID).collect();
    format!("{begin}-{}", fingerprint(&[&text]))
}

/// The name of a draft, where it has one.
fn called(name: &str) -> &str {
    if name.trim().is_empty() { messages().unnamed } else { name }
}
