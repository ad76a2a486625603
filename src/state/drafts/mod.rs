//! The drafts: kept as they change, one key each, never lost and never lying.

mod deletion;
mod desk;
mod files;
mod keep;
mod moves;
mod naming;
mod removal;
mod tabs;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::cabinet::{Cabinet, Door};
use crate::browser::StorageError;
use crate::draft::{Draft, DraftError};
use crate::profile::WrittenProfile;
use desk::Desk;
pub use files::Imported;
pub use moves::{Change, Changes};
pub use removal::Removed;

/// The key of a draft begins with this; its id follows.
const PREFIX: &str = "leimu/draft/";
/// The key of the id of the draft in use.
const CURRENT: &str = "leimu/current";

/// The drafts of this browser.
#[derive(Clone, Copy)]
pub struct Drafts {
    desk: RwSignal<Desk>,
    cabinet: Door,
    clock: fn() -> u64,
    moves: moves::Moves,
}

/// A stored text that this build cannot read; it is kept as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Its key.
    pub key: String,
    /// The text.
    pub text: String,
    /// The schema of the newer build that wrote it; none where it is no draft.
    pub newer: Option<u32>,
}

impl Unreadable {
    fn of(key: String, text: String, why: Option<&DraftError>) -> Self {
        let newer = if let Some(DraftError::Newer { found }) = why { Some(*found) } else { None };
        Self { key, text, newer }
    }
}

/// Something that happened to drafts without the visitor's doing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Two tabs said different things in the same place: one version is the draft, the other stands
    /// beside it.
    Split {
        /// The id of the draft.
        draft: String,
        /// The id of the other version.
        copy: String,
    },
    /// A newer build has taken over the draft in another tab: what was on screen goes on as another.
    Aside {
        /// The id that it has now.
        draft: String,
    },
}

impl Drafts {
    /// Opens what is kept. Without a cabinet everything works from memory, and
    /// [`Self::trouble`] says so. Nothing is written before something is changed.
    #[must_use]
    pub fn open(cabinet: Option<Rc<dyn Cabinet>>, clock: fn() -> u64) -> Self {
        let desk = Desk::open(cabinet.as_deref(), clock);
        Self { desk: RwSignal::new(desk), cabinet: Door::to(cabinet), clock, moves: moves::Moves::default() }
    }

    /// Forgets everything that is not kept, and opens what is kept anew.
    pub fn reopen(self) {
        let clock = self.clock;
        let desk = self.cabinet.with(|cabinet| Desk::open(Some(cabinet), clock));
        self.desk.set(desk.unwrap_or_else(|| Desk::open(None, clock)));
    }

    /// Puts drafts back that are not there any more, and keeps them.
    pub fn put_back(self, drafts: &[Arc<Draft>]) {
        for draft in drafts {
            if self.desk.with_untracked(|desk| desk.draft(&draft.id).is_none()) {
                self.desk.update(|desk| desk.put(draft.clone()));
                self.keep(&draft.id);
            }
        }
    }

    /// Every draft, the oldest first.
    #[must_use]
    pub fn list(self) -> Vec<Arc<Draft>> {
        self.desk.with(|desk| desk.list.clone())
    }

    /// The draft of this id.
    #[must_use]
    pub fn get(self, id: &str) -> Option<Draft> {
        self.find(id).map(|draft| Draft::clone(&draft))
    }

    /// The draft of this id, without a copy of it: for what looks at many.
    #[must_use]
    pub fn find(self, id: &str) -> Option<Arc<Draft>> {
        self.desk.with(|desk| desk.draft(id).cloned())
    }

    /// The id of the draft in use.
    #[must_use]
    pub fn current_id(self) -> String {
        self.desk.with(|desk| desk.current.clone())
    }

    /// The draft in use. There always is one.
    #[must_use]
    pub fn current(self) -> Draft {
        self.desk.with(Desk::in_use)
    }

    /// What could not be read.
    #[must_use]
    pub fn unreadable(self) -> Vec<Unreadable> {
        self.desk.with(|desk| desk.unreadable.clone())
    }

    /// Why the latest changes are not kept.
    #[must_use]
    pub fn trouble(self) -> Option<StorageError> {
        self.desk.with(|desk| desk.trouble)
    }

    /// Changes the profile of the draft in use.
    pub fn edit_profile(self, change: impl FnOnce(&mut WrittenProfile)) {
        self.edit(|draft| change(&mut draft.profile));
    }

    /// Changes the draft in use and keeps it.
    pub fn edit(self, change: impl FnOnce(&mut Draft)) {
        let id = self.desk.with_untracked(|desk| desk.current.clone());
        self.change(&id, change);
    }

    /// Gives a draft a name.
    pub fn rename(self, id: &str, name: &str) {
        self.change(id, |draft| name.clone_into(&mut draft.name));
    }

    /// Makes an empty draft and uses it.
    pub fn create(self, name: &str) {
        self.create_with(name, WrittenProfile::default());
    }

    /// Makes a draft of a profile and uses it.
    pub fn create_with(self, name: &str, profile: WrittenProfile) {
        let now = (self.clock)();
        let id = self.desk.with_untracked(|desk| desk.new_id(now));
        let draft = Draft { profile, ..Draft::new(id.clone(), name.trim().to_owned(), now) };
        self.desk.update(|desk| desk.put(Arc::new(draft)));
        self.keep(&id);
        self.switch(&id);
    }

    /// Makes a draft that says the same under another name, and uses it.
    pub fn duplicate(self, id: &str, name: &str) {
        let Some(draft) = self.desk.with_untracked(|desk| desk.draft(id).cloned()) else { return };
        let now = (self.clock)();
        let own = self.desk.with_untracked(|desk| desk.new_id(now));
        let (id, name) = (own.clone(), name.to_owned());
        let copy = Draft { id, name, created: now, updated: now, ..Draft::clone(&draft) };
        self.desk.update(|desk| desk.put(Arc::new(copy)));
        self.keep(&own);
        self.switch(&own);
    }

    /// Uses another draft; nothing happens where there is none of this id.
    pub fn switch(self, id: &str) {
        if self.desk.with_untracked(|desk| desk.draft(id).is_some()) {
            self.desk.update(|desk| id.clone_into(&mut desk.current));
            self.keep_current(id);
        }
    }

    /// Changes a draft and keeps it; nothing happens where there is none of this id.
    pub fn change(self, id: &str, change: impl FnOnce(&mut Draft)) {
        let now = (self.clock)();
        let Some(before) = self.desk.with_untracked(|desk| desk.draft(id).cloned()) else { return };
        let mut draft = Draft::clone(&before);
        change(&mut draft);
        if draft == *before {
            return;
        }
        self.note_data(&mut draft);
        // Of two versions the later change counts, even where the clock was set back between them.
        draft.updated = before.updated.saturating_add(1).max(now);
        let after = Arc::new(draft);
        self.desk.update(|desk| {
            desk.removed = Removed::by(before.clone(), after.clone());
            desk.put(after.clone());
        });
        self.keep(id);
        if after.targets != before.targets || after.made_with != before.made_with {
            self.keep_data(&after);
        }
        if self.desk.with_untracked(|desk| desk.current == id) {
            self.keep_current(id);
        }
    }
}

fn key_of(id: &str) -> String {
    format!("{PREFIX}{id}")
}
