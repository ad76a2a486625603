//! A cabinet of memory, for tests of what is kept.

#![allow(dead_code, reason = "each test program uses its part")]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use leimu::browser::StorageError;
use leimu::state::Cabinet;

/// Keeps texts, until it is told that it is full.
#[derive(Default)]
pub(crate) struct Memory {
    pub(crate) texts: RefCell<BTreeMap<String, String>>,
    pub(crate) is_full: Cell<bool>,
    /// How many bytes a text may have; any number, where nothing is said.
    pub(crate) room: Cell<Option<usize>>,
}

impl Cabinet for Memory {
    fn keys(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }

    fn read(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        if self.is_full.get() || self.room.get().is_some_and(|room| text.len() > room) {
            return Err(StorageError::Full);
        }
        self.texts.borrow_mut().insert(key.into(), text.into());
        Ok(())
    }

    fn remove(&self, key: &str) {
        self.texts.borrow_mut().remove(key);
    }
}
