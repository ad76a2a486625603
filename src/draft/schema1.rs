//! Drafts as the first builds wrote them: targets one by one, no progress, no word of the data.

use serde::Deserialize;

use super::{Draft, SCHEMA, Target};
use crate::catalog::{CatalogId, CategoryPath};
use crate::profile::WrittenProfile;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "schema")]
    _schema: u32,
    id: String,
    name: String,
    created: u64,
    updated: u64,
    profile: WrittenProfile,
    targets: Vec<WrittenTarget>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTarget {
    catalog: CatalogId,
    path: CategoryPath,
}

/// The draft as this build has it.
pub(super) fn read(text: &str) -> Result<Draft, serde_json::Error> {
    let Written { id, name, created, updated, profile, targets, .. } = serde_json::from_str(text)?;
    let mut draft = Draft { schema: SCHEMA, updated, profile, ..Draft::new(id, name, created) };
    draft.targets = targets.into_iter().map(|WrittenTarget { catalog, path }| Target { catalog, path }).collect();
    Ok(draft)
}
