//! What can go wrong.

use std::fmt::Display;
use std::io;
use std::path::{Path, PathBuf};

/// The result of everything here.
pub(crate) type Result<T> = std::result::Result<T, Error>;

/// What went wrong, and where.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    /// A file that cannot be read or written.
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: io::Error },
    /// A program that is none, or is not as linkers make them.
    #[error("{path}: {reason}")]
    Program { path: String, reason: String },
    /// A word where the number of a function should be.
    #[error("{file}: `{word}` is not the number of a function")]
    Number { file: String, word: String },
    /// A command line that says nothing known.
    #[error("parts split PROGRAM LATER FOLDER | watch PROGRAM OUT | list PROGRAM RAN …")]
    Usage,
}

impl Error {
    /// The error of a file.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }

    /// The error of a program, with all its reasons.
    pub(crate) fn program<E: Display>(path: &str) -> impl FnOnce(E) -> Self + use<E> {
        let path = path.to_owned();
        move |error| Self::Program { path, reason: format!("{error:#}") }
    }
}
