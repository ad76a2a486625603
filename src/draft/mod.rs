//! A saved profile, its target categories and what has become of their papers (草稿): the format.
//!
//! A draft is JSON with a `schema`. One of this build's schema is read; one of an older build is
//! migrated, and keeps every answer that it had; one of a newer build, or something that is no draft
//! at all, is refused with the reason and left as it is.

pub mod file;
mod merge;
mod progress;
mod schema1;
mod stage;
mod targets;

pub use merge::Merged;
pub use progress::{Progress, State};
pub use stage::Stage;
pub use targets::Target;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::catalog::CatalogId;
use crate::profile::WrittenProfile;

/// The schema that this build writes.
pub const SCHEMA: u32 = 2;

/// How many letters an id has at most.
const LONGEST_ID: usize = 64;

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The version of the format.
    pub schema: u32,
    /// Its name in keys and addresses: 1 to 64 letters, digits and `-`.
    pub id: String,
    /// The name that its owner gave it; may be empty.
    pub name: String,
    /// Milliseconds since 1970, by the clock of the machine that made it.
    pub created: u64,
    /// Milliseconds since 1970, of the last change.
    pub updated: u64,
    /// The applicant.
    pub profile: WrittenProfile,
    /// The categories that the applicant is after, each once; those of a catalog stand together.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "targets::by_catalog")]
    pub targets: Vec<Target>,
    /// What has become of papers, each at most once; where nothing was said, there is no entry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub progress: Vec<Progress>,
    /// The content hash of each catalog that has targets, as it was when they were last looked at.
    /// A draft of an older build does not say.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub made_with: BTreeMap<CatalogId, String>,
}

/// Why a text is not a draft of this build.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// A newer build wrote it.
    #[error("the draft has schema {found}, this build reads up to {SCHEMA}")]
    Newer {
        /// Its schema.
        found: u32,
    },
    /// It is not of the format; the message has line and column.
    #[error("not a draft: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// Its id could not stand in a key or an address.
    #[error("not a draft: id `{0}` is not 1 to {LONGEST_ID} letters, digits and -")]
    Id(String),
}

impl Draft {
    /// An empty draft.
    #[must_use]
    pub fn new(id: String, name: String, now: u64) -> Self {
        Self {
            schema: SCHEMA,
            id,
            name,
            created: now,
            updated: now,
            profile: WrittenProfile::default(),
            targets: Vec::new(),
            progress: Vec::new(),
            made_with: BTreeMap::new(),
        }
    }

    /// Reads a draft of this schema or of an older one. What comes back is of this schema.
    ///
    /// # Errors
    /// A newer schema, or a text that is no draft; the text itself is not touched.
    pub fn decode(text: &str) -> Result<Self, DraftError> {
        #[derive(Deserialize)]
        struct Head {
            schema: u32,
        }
        // Hundreds may be read when the page starts, nearly all of this schema: only of the others is
        // the head read apart.
        let draft = match serde_json::from_str::<Self>(text) {
            Ok(draft) if draft.schema == SCHEMA => draft,
            read => match serde_json::from_str::<Head>(text)?.schema {
                ..=1 => schema1::read(text)?,
                SCHEMA => read?,
                found => return Err(DraftError::Newer { found }),
            },
        };
        if is_id(&draft.id) { Ok(draft) } else { Err(DraftError::Id(draft.id)) }
    }

    /// The draft as JSON.
    ///
    /// # Errors
    /// None in practice: every field of a draft can be written.
    pub fn encode(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

/// The text can stand in a key and in an address as it is.
fn is_id(text: &str) -> bool {
    (1..=LONGEST_ID).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
