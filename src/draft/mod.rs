//! A saved profile and its target categories (草稿): the format.
//!
//! A draft is JSON with a `schema`. One of this build's schema is read; one of a newer build, or
//! something that is no draft at all, is refused with the reason and left as it is.

use serde::{Deserialize, Serialize};

use crate::catalog::{CatalogId, CategoryPath};
use crate::profile::WrittenProfile;

/// The schema that this build writes.
pub const SCHEMA: u32 = 1;

/// A draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The version of the format.
    pub schema: u32,
    /// Its name in keys and addresses: letters, digits and `-`.
    pub id: String,
    /// The name that its owner gave it; may be empty.
    pub name: String,
    /// Milliseconds since 1970, by the clock of the machine that made it.
    pub created: u64,
    /// Milliseconds since 1970, of the last change.
    pub updated: u64,
    /// The applicant.
    pub profile: WrittenProfile,
    /// The categories that the applicant is after.
    pub targets: Vec<Target>,
}

/// A category that the applicant is after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Its catalog.
    pub catalog: CatalogId,
    /// Its place there.
    pub path: CategoryPath,
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
        }
    }

    /// Reads a draft.
    ///
    /// # Errors
    /// A newer schema, or a text that is no draft; the text itself is not touched.
    pub fn decode(text: &str) -> Result<Self, DraftError> {
        #[derive(Deserialize)]
        struct Head {
            schema: u32,
        }
        let Head { schema: found } = serde_json::from_str(text)?;
        if found > SCHEMA {
            return Err(DraftError::Newer { found });
        }
        Ok(serde_json::from_str(text)?)
    }

    /// The draft as JSON.
    ///
    /// # Errors
    /// None in practice: every field of a draft can be written.
    pub fn encode(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// Adds the category to the targets, or takes it out.
    pub fn toggle_target(&mut self, catalog: &CatalogId, path: &CategoryPath) {
        let same = |target: &Target| target.catalog == *catalog && target.path == *path;
        let before = self.targets.len();
        self.targets.retain(|target| !same(target));
        if self.targets.len() == before {
            self.targets.push(Target { catalog: catalog.clone(), path: path.clone() });
        }
    }

    /// The category is a target.
    #[must_use]
    pub fn has_target(&self, catalog: &CatalogId, path: &CategoryPath) -> bool {
        self.targets.iter().any(|target| target.catalog == *catalog && target.path == *path)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_draft_is_read_back_as_it_was_written() {
        let mut draft = Draft::new("a1".into(), "驾校".into(), 7);
        draft.profile.subject = Some("enterprise".into());
        draft.toggle_target(&"baidu-2019".into(), &CategoryPath::of(&["教育", "驾校培训"]));
        let text = draft.encode().unwrap();
        assert_eq!(Draft::decode(&text).unwrap(), draft);
        draft.toggle_target(&"baidu-2019".into(), &CategoryPath::of(&["教育", "驾校培训"]));
        assert!(draft.targets.is_empty());
    }

    #[test]
    fn a_newer_draft_is_refused_and_says_so() {
        let text = r#"{"schema":2,"something":"new"}"#;
        assert!(matches!(Draft::decode(text), Err(DraftError::Newer { found: 2 })));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in ".{0,200}") {
            let _ = Draft::decode(&text);
        }
    }
}
