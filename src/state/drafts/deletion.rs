//! Deleting drafts, and bringing them back.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Drafts, key_of};
use crate::draft::Draft;

impl Drafts {
    /// The draft that was deleted last and can be brought back.
    #[must_use]
    pub fn deleted(self) -> Option<Arc<Draft>> {
        self.desk.with(|desk| desk.deleted.last().cloned())
    }

    /// Deletes a draft, so that [`Self::undo_delete`] can bring it back. After the last one there
    /// is a new, empty one.
    pub fn delete(self, id: &str) {
        // What another tab has made of it comes back as well.
        let aside = self.take_in(id);
        let id = aside.as_deref().unwrap_or(id);
        let Some(draft) = self.desk.with_untracked(|desk| desk.draft(id).cloned()) else { return };
        self.cabinet.with(|cabinet| cabinet.remove(&key_of(id)));
        self.desk.update(|desk| {
            desk.take(id);
            desk.deleted.push(draft);
        });
        if self.desk.with_untracked(|desk| desk.list.is_empty()) {
            self.create("");
        }
        if self.desk.with_untracked(|desk| desk.current == id) {
            let latest = self.desk.with_untracked(|desk| desk.latest().map(|one| one.id.clone()));
            self.switch(&latest.unwrap_or_default());
        }
        self.keep_waiting();
    }

    /// Brings back what was deleted last, and uses it. Called again, it brings back what was deleted
    /// before that.
    pub fn undo_delete(self) {
        let Some(draft) = self.desk.with_untracked(|desk| desk.deleted.last().cloned()) else { return };
        self.desk.update(|desk| drop(desk.deleted.pop()));
        // Its id may be in use again: it came with a file, or from another tab.
        let id = self.desk.with_untracked(|desk| desk.free_id(&draft.id));
        let draft = if id == draft.id { draft } else { Arc::new(Draft { id: id.clone(), ..Draft::clone(&draft) }) };
        self.desk.update(|desk| desk.put(draft));
        self.keep(&id);
        self.keep_data_of(&id);
        self.switch(&id);
    }
}
