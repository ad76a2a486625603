//! Names that the data uses to point at things. Each kind is its own type, so that a document
//! can never stand where a fact is meant. A copy of a name is a pointer: answers carry many.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The name as it stands in the data.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<Arc<str>> for $name {
            fn from(text: Arc<str>) -> Self {
                Self(text)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

name! {
    /// A platform that runs mini-programs: `wechat`, `baidu`.
    PlatformId
}
name! {
    /// One dated revision of one source: `tencent-live-2022`, `baidu-2019`.
    CatalogId
}
name! {
    /// An entry of the document registry: `road-transport-licence`.
    DocumentId
}
name! {
    /// A question about the applicant that no document answers: `education-provider`.
    FactId
}
name! {
    /// One of the fixed answers to a fact: `public-school`.
    AnswerId
}
name! {
    /// Something the mini-program does that triggers rules: `political-news`.
    ActivityId
}
name! {
    /// A way to reach live streaming: `live-tags`, `live-plugin`.
    AccessMethodId
}

/// The fact that every catalog may use to open or close categories.
pub const SUBJECT: &str = "subject";

/// How many names a path has at most.
pub(super) const LEVELS: usize = 3;

/// The place of a category inside its catalog: one to three names, the widest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CategoryPath(pub Vec<Box<str>>);

impl CategoryPath {
    /// A path from its names.
    #[must_use]
    pub fn of(names: &[&str]) -> Self {
        Self(names.iter().map(|&name| name.into()).collect())
    }

    /// The widest name, under which a catalog groups its categories; empty for an empty path.
    #[must_use]
    pub fn first_level(&self) -> &str {
        self.0.first().map_or("", AsRef::as_ref)
    }

    /// The narrowest name, which a person knows the category by.
    #[must_use]
    pub fn last_level(&self) -> &str {
        self.0.last().map_or("", AsRef::as_ref)
    }
}

/// Written as `教育/驾校培训`. A name may itself contain `/` (`酒/盐`), so this is for people, not
/// for parsing.
impl fmt::Display for CategoryPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, name) in self.0.iter().enumerate() {
            if at > 0 {
                out.write_str("/")?;
            }
            out.write_str(name)?;
        }
        Ok(())
    }
}
