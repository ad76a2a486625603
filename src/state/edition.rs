//! Which version of the page is here: the one on screen, and a newer one that waits for a word.

use leptos::prelude::*;

use crate::browser::NewerVersion;

/// The newer version of the page, once there is one.
#[derive(Debug, Clone, Copy)]
pub struct Edition {
    newer: RwSignal<Option<NewerVersion>, LocalStorage>,
}

impl Edition {
    /// Nothing newer is known.
    #[must_use]
    pub fn new() -> Self {
        Self { newer: RwSignal::new_local(None) }
    }

    /// A newer version has been fetched.
    pub fn receive(self, newer: NewerVersion) {
        self.newer.set(Some(newer));
    }

    /// A newer version is there to be opened.
    #[must_use]
    pub fn is_older(self) -> bool {
        self.newer.with(Option::is_some)
    }

    /// Opens the newer version in place of the one on screen.
    pub fn renew(self) {
        self.newer.with_untracked(|newer| {
            if let Some(newer) = newer {
                newer.open();
            }
        });
    }
}

impl Default for Edition {
    fn default() -> Self {
        Self::new()
    }
}
