//! What can go wrong in the tooling, in words that say what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a task could not be done.
#[derive(Debug)]
pub(crate) enum Error {
    /// A command ended with a failure of its own, which it has explained itself.
    Failed { command: String },
    /// A command could not be started, or was ended by us.
    NotRun { command: String, why: String },
    /// A file or directory could not be read or written.
    File { path: PathBuf, source: io::Error },
    /// A file does not hold what it has to.
    Content { path: PathBuf, expected: String },
    /// Something has to be installed by a person.
    Missing { what: String, remedy: String },
    /// The command line is not one of ours.
    Usage(String),
}

/// The result of a step.
pub(crate) type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An input or output error with the path it happened at.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed { command } => write!(f, "`{command}` failed; its own words are above"),
            Self::NotRun { command, why } => write!(f, "`{command}` could not be run: {why}"),
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Content { path, expected } => {
                write!(f, "{}: expected {expected}", path.display())
            }
            Self::Missing { what, remedy } => write!(f, "{what} is missing: {remedy}"),
            Self::Usage(what) => write!(f, "{what}; `cargo xtask --help` lists what there is"),
        }
    }
}

impl std::error::Error for Error {}
