//! Where drafts are kept: the browser's storage in the page, a map in the tests.

use crate::browser::{Storage, StorageError};

/// A place that keeps texts under keys.
pub trait Cabinet {
    /// Every key.
    fn keys(&self) -> Vec<String>;
    /// The text under a key.
    fn read(&self, key: &str) -> Option<String>;
    /// Keeps a text.
    ///
    /// # Errors
    /// Where there is no room; what was there before is still there.
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError>;
    /// Forgets a key.
    fn remove(&self, key: &str);
}

impl Cabinet for Storage {
    fn keys(&self) -> Vec<String> {
        Self::keys(*self)
    }

    fn read(&self, key: &str) -> Option<String> {
        Self::read(*self, key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        Self::write(*self, key, text)
    }

    fn remove(&self, key: &str) {
        Self::remove(*self, key);
    }
}
