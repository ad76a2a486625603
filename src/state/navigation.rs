//! Where the visitor is. The address says so; nothing else does.

use leptos::prelude::*;

use crate::address::{Asking, Carried, Filters, Link, Newer, Place};
use crate::browser;

/// The place that the address names.
#[derive(Clone, Copy)]
pub struct Navigation {
    place: RwSignal<Place>,
    catalog: Memo<String>,
}

impl Navigation {
    /// Follows the address from now on, with every place as `dated` makes it. A profile that comes
    /// with it is handed to `receive` and leaves the address, which says no more than the place from
    /// then on; one that cannot be read stays there.
    #[must_use]
    pub fn follow(
        dated: impl Fn(Place) -> Place + 'static,
        receive: impl Fn(Result<Carried, Newer>) + 'static,
    ) -> Self {
        let arrive = move |fragment: &str| {
            let Link { place: written, carried } = Link::read(fragment);
            let place = dated(written.clone());
            if carried.as_ref().is_none_or(Result::is_ok) && (carried.is_some() || place != written) {
                browser::replace_fragment(&place.fragment());
            }
            if let Some(carried) = carried {
                receive(carried);
            }
            place
        };
        let place = RwSignal::new(arrive(&browser::fragment()));
        browser::on_fragment_change(move |fragment| {
            let read = arrive(&fragment);
            if place.with_untracked(|known| *known != read) {
                place.set(read);
            }
        });
        let catalog = Memo::new(move |before: Option<&String>| match place.get() {
            Place::Checker(filters) | Place::Ask(Asking { filters, .. }) => filters.catalog,
            Place::Category(catalog, _) => catalog,
            Place::Embed(catalog, _) if !catalog.is_empty() => catalog,
            _ => before.cloned().unwrap_or_default(),
        });
        Self { place, catalog }
    }

    /// The catalog that is on screen or was last; empty for the first one.
    #[must_use]
    pub fn catalog(self) -> String {
        self.catalog.get()
    }

    /// The place, tracked.
    #[must_use]
    pub fn place(self) -> Place {
        self.place.get()
    }

    /// The place as it is now.
    #[must_use]
    pub fn place_untracked(self) -> Place {
        self.place.get_untracked()
    }

    /// The filters of the checker and of the questions; none set in other places.
    #[must_use]
    pub fn filters(self) -> Filters {
        self.place.with(|place| match place {
            Place::Checker(filters) | Place::Ask(Asking { filters, .. }) => filters.clone(),
            _ => Filters::default(),
        })
    }

    /// Where the questions have come to, if that is the place.
    #[must_use]
    pub fn asking(self) -> Option<Asking> {
        self.place.with(|place| match place {
            Place::Ask(asking) => Some(asking.clone()),
            _ => None,
        })
    }

    /// Goes to a place: one step that “back” takes back.
    pub fn go(self, place: Place) {
        browser::set_fragment(&place.fragment());
        self.place.set(place);
    }

    /// Puts a place in place of this one.
    pub fn replace(self, place: Place) {
        browser::replace_fragment(&place.fragment());
        self.place.set(place);
    }

    /// Changes a filter. What is chosen becomes a step that “back” takes back; what is typed does
    /// not, or every letter would be one.
    pub fn filter(self, typed: bool, change: impl FnOnce(&mut Filters)) {
        let Place::Checker(mut filters) = self.place.get_untracked() else { return };
        change(&mut filters);
        let place = Place::Checker(filters);
        if typed {
            browser::replace_fragment(&place.fragment());
        } else {
            browser::set_fragment(&place.fragment());
        }
        self.place.set(place);
    }
}
