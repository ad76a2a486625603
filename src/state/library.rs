//! The catalogs of the page.

use leptos::prelude::*;

use super::data::Data;

/// Every catalog, as it stands at the moment.
#[derive(Clone, Copy)]
pub struct Library {
    data: RwSignal<&'static Data>,
}

impl Library {
    /// The bundled catalogs.
    #[must_use]
    pub fn open(bundled: &'static Data) -> Self {
        Self { data: RwSignal::new(bundled) }
    }

    /// The catalogs.
    #[must_use]
    pub fn data(self) -> Signal<&'static Data> {
        self.data.into()
    }
}
