//! localStorage, which may be denied, full, or both.

use gloo_events::EventListener;
use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

/// The storage of the page.
///
/// `gloo_storage` panics where `localStorage` itself throws (a sandboxed frame, third-party
/// storage that is blocked), so nothing here calls it before [`Storage::open`] has looked.
#[derive(Debug, Clone, Copy)]
pub struct Storage(());

/// Why something was not stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser denies the page its storage.
    #[error("the browser denies this page its storage")]
    Denied,
    /// There is no room left.
    #[error("the browser's storage is full")]
    Full,
}

impl Storage {
    /// The storage, if the page may use it.
    ///
    /// # Errors
    /// [`StorageError::Denied`] where reading or writing throws.
    pub fn open() -> Result<Self, StorageError> {
        let storage =
            web_sys::window().and_then(|window| window.local_storage().ok().flatten()).ok_or(StorageError::Denied)?;
        // Some browsers hand out a storage that refuses every access.
        storage.length().map_err(|_| StorageError::Denied)?;
        Ok(Self(()))
    }

    /// The text under a key, as it was written.
    #[must_use]
    pub fn read(self, key: &str) -> Option<String> {
        LocalStorage::raw().get_item(key).ok().flatten()
    }

    /// Writes a text.
    ///
    /// # Errors
    /// [`StorageError::Full`]: a storage that could be opened refuses a write only for lack of
    /// room. What was under the key before is still there.
    pub fn write(self, key: &str, text: &str) -> Result<(), StorageError> {
        LocalStorage::raw().set_item(key, text).map_err(|_| StorageError::Full)
    }

    /// Takes a key out.
    pub fn remove(self, key: &str) {
        LocalStorage::delete(key);
    }

    /// Every key.
    #[must_use]
    pub fn keys(self) -> Vec<String> {
        let storage = LocalStorage::raw();
        let many = storage.length().unwrap_or(0);
        (0..many).filter_map(|at| storage.key(at).ok().flatten()).collect()
    }

    /// Calls back with the key that another tab has changed (none: all were cleared) and the text
    /// that the other tab had found there, for as long as the page lives.
    pub fn on_change_elsewhere(self, call: impl Fn(Option<String>, Option<String>) + 'static) {
        let Some(window) = web_sys::window() else { return };
        EventListener::new(&window, "storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>() {
                call(event.key(), event.old_value());
            }
        })
        .forget();
    }
}
