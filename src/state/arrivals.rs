//! Profiles that come with links. They never touch the draft in use: they open beside it.

use leptos::prelude::*;

use super::drafts::Drafts;
use crate::address::{Carried, Newer};

/// What became of the profile that came last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// It became a draft of its own, which is in use now.
    Made(Beside),
    /// Another draft says the same, and is in use now.
    Found(Beside),
    /// The draft that was in use says the same.
    InUse,
    /// The draft that it became was deleted again.
    Deleted,
    /// Only a newer build reads it.
    Newer,
    /// Nothing in it could be read: the pieces.
    Unread(Vec<String>),
}

/// The draft of a link and the one that was in use before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// The id of the draft of the link.
    pub draft: String,
    /// The id of the draft that was in use.
    pub before: String,
    /// The pieces that could not be read.
    pub unread: Vec<String>,
}

/// The profiles that came with links.
#[derive(Debug, Clone, Copy)]
pub struct Arrivals {
    last: RwSignal<Option<Arrival>>,
}

impl Arrivals {
    /// Nothing has come yet.
    #[must_use]
    pub fn new() -> Self {
        Self { last: RwSignal::new(None) }
    }

    /// What became of the profile that came last; none where it was none, or is settled.
    #[must_use]
    pub fn last(self) -> Option<Arrival> {
        self.last.get()
    }

    /// Takes a profile up: as a new draft of this name, unless there is one that says the same.
    /// The same link opened twice is one draft.
    pub fn receive(self, drafts: Drafts, carried: Result<Carried, Newer>, name: &str) {
        let Ok(Carried { profile, unread }) = carried else { return self.last.set(Some(Arrival::Newer)) };
        if profile.is_empty() {
            return self.last.set((!unread.is_empty()).then_some(Arrival::Unread(unread)));
        }
        let (before, list) = untrack(|| (drafts.current(), drafts.list()));
        if before.profile.says_the_same(&profile) {
            return self.last.set(Some(if unread.is_empty() { Arrival::InUse } else { Arrival::Unread(unread) }));
        }
        let known = list.iter().find(|draft| draft.profile.says_the_same(&profile));
        let beside = |draft: String| Beside { draft, before: before.id, unread };
        self.last.set(Some(match known {
            Some(known) => {
                drafts.switch(&known.id);
                Arrival::Found(beside(known.id.clone()))
            }
            None => {
                let is_free = |name: &String| list.iter().all(|draft| draft.name != *name);
                let more = (2_u32..).map(|number| [name, &number.to_string()].join(" "));
                let name = std::iter::once(name.to_owned()).chain(more).find(is_free).unwrap_or_default();
                drafts.create_with(&name, profile);
                Arrival::Made(beside(untrack(|| drafts.current_id())))
            }
        }));
    }

    /// Uses the draft again that was in use before. That of the link stays.
    pub fn go_back(self, drafts: Drafts) {
        if let Some(Arrival::Made(beside) | Arrival::Found(beside)) = self.last.get_untracked() {
            drafts.switch(&beside.before);
        }
        self.last.set(None);
    }

    /// Deletes the draft that was made, and uses the one again that was in use before.
    pub fn delete(self, drafts: Drafts) {
        let Some(Arrival::Made(beside)) = self.last.get_untracked() else { return };
        drafts.switch(&beside.before);
        drafts.delete(&beside.draft);
        self.last.set(Some(Arrival::Deleted));
    }

    /// Brings back what was deleted.
    pub fn undo(self, drafts: Drafts) {
        drafts.undo_delete();
        self.last.set(None);
    }

    /// Settles it: everything stays as it is.
    pub fn settle(self) {
        self.last.set(None);
    }
}

impl Default for Arrivals {
    fn default() -> Self {
        Self::new()
    }
}
