//! Where drafts and own catalogs are kept: the browser's storage in the page, a map in the tests.

use std::rc::Rc;

use leptos::prelude::{LocalStorage, StoredValue, WithValue};

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

/// The cabinet, if there is one, from inside of signals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Door(StoredValue<Option<Rc<dyn Cabinet>>, LocalStorage>);

impl Door {
    pub(super) fn to(cabinet: Option<Rc<dyn Cabinet>>) -> Self {
        Self(StoredValue::new_local(cabinet))
    }

    /// Goes to the cabinet; nothing comes back where there is none.
    pub(super) fn with<T>(self, call: impl FnOnce(&dyn Cabinet) -> T) -> Option<T> {
        self.0.with_value(|cabinet| cabinet.as_deref().map(call))
    }

    /// Keeps a text, or says why it is not kept.
    pub(super) fn write(self, key: &str, text: &str) -> Option<StorageError> {
        self.with(|cabinet| cabinet.write(key, text).err()).unwrap_or(Some(StorageError::Denied))
    }
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
