//! Drafts as a file: how they go to another browser, to a colleague, or into a safe place.
//!
//! `{"leimu":"drafts","schema":1,"drafts":[…]}`: each draft as it is kept, with a schema of its own,
//! so that a file of any older build is read. A draft alone, as a browser keeps it, is read as well.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{Draft, DraftError};

/// The schema of files that this build writes.
pub const FILE_SCHEMA: u32 = 1;

/// How many bytes a file may have: room for a thousand drafts of two hundred targets.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;

/// What stands under `leimu` in such a file.
const KIND: &str = "drafts";

#[derive(Serialize)]
struct Written<'a> {
    leimu: &'a str,
    schema: u32,
    drafts: &'a [&'a Draft],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read<'a> {
    #[serde(rename = "leimu")]
    _leimu: &'a str,
    #[serde(rename = "schema")]
    _schema: u32,
    #[serde(borrow)]
    drafts: Vec<&'a RawValue>,
}

/// What can be told before a file is read.
#[derive(Deserialize)]
struct Head {
    leimu: Option<String>,
    schema: u32,
}

/// Why a file of drafts was refused.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    /// It is not of the format; the message has line and column.
    #[error("not a file of drafts: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// A newer build wrote it.
    #[error("the file has schema {found}, this build reads up to {FILE_SCHEMA}")]
    Newer {
        /// Its schema.
        found: u32,
    },
    /// One of its drafts is none for this build.
    #[error("draft {number}, line {line}: {error}")]
    Draft {
        /// Which one, counted from 1.
        number: usize,
        /// The line of the file.
        line: usize,
        /// What is wrong with it.
        error: DraftError,
    },
}

/// The text of a file with these drafts.
///
/// # Errors
/// None in practice: every field of a draft can be written.
pub fn write(drafts: &[&Draft]) -> Result<String, serde_json::Error> {
    serde_json::to_string(&Written { leimu: KIND, schema: FILE_SCHEMA, drafts })
}

/// The drafts of a file.
///
/// # Errors
/// Everything that is wrong with it; where one draft cannot be read, none is taken.
pub fn read(text: &str) -> Result<Vec<Draft>, Vec<FileFault>> {
    let one = |fault: FileFault| vec![fault];
    let head: Head = serde_json::from_str(text).map_err(|error| one(error.into()))?;
    if head.leimu.is_none() {
        let draft = Draft::decode(text);
        return draft.map(|draft| vec![draft]).map_err(|error| one(fault(1, 1, error)));
    }
    if head.leimu.as_deref() == Some(KIND) && head.schema > FILE_SCHEMA {
        return Err(one(FileFault::Newer { found: head.schema }));
    }
    if head.leimu.as_deref() != Some(KIND) {
        let message = format_args!("`leimu` is not `{KIND}`");
        return Err(one(<serde_json::Error as serde::de::Error>::custom(message).into()));
    }
    let file: Read<'_> = serde_json::from_str(text).map_err(|error| one(error.into()))?;
    let (mut drafts, mut faults) = (Vec::new(), Vec::new());
    for (at, raw) in file.drafts.iter().enumerate() {
        match Draft::decode(raw.get()) {
            Ok(draft) => drafts.push(draft),
            Err(error) => faults.push(fault(at.saturating_add(1), line_of(text, raw.get()), error)),
        }
    }
    if faults.is_empty() { Ok(drafts) } else { Err(faults) }
}

/// A fault of a draft that begins on a line.
fn fault(number: usize, begins: usize, error: DraftError) -> FileFault {
    let within = if let DraftError::Unreadable(error) = &error { error.line().saturating_sub(1) } else { 0 };
    FileFault::Draft { number, line: begins.saturating_add(within), error }
}

/// The line on which a part of a text begins.
fn line_of(text: &str, part: &str) -> usize {
    let before = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    text.bytes().take(before).filter(|byte| *byte == b'\n').count().saturating_add(1)
}
