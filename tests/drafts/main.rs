//! The format of drafts: read back as written, migrated with every answer, refused with a reason.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod any;
mod file;
mod format;
mod merge;
mod migration;
mod size;
