//! Writing drafts. Every change is written at once, in one piece: whatever happens to the tab, the
//! change is there or the version before it is.

use std::sync::Arc;

use leptos::prelude::*;

use super::{CURRENT, Drafts, News, Unreadable, key_of};
use crate::draft::Draft;

impl Drafts {
    /// Writes the draft of this id as it is on screen, and tries again with those that did not fit
    /// before.
    pub(super) fn keep(self, id: &str) {
        self.keep_one(id);
        self.keep_waiting();
    }

    /// Writes what is not kept yet: there may be room now.
    pub(super) fn keep_waiting(self) {
        let waiting = self.desk.with_untracked(|desk| desk.unkept.clone());
        waiting.iter().for_each(|id| self.keep_one(id));
    }

    fn keep_one(self, id: &str) {
        let aside = self.take_in(id);
        let id = aside.as_deref().unwrap_or(id);
        let Some(text) = self.desk.with_untracked(|desk| desk.draft(id)?.encode().ok()) else {
            return self.desk.update(|desk| {
                desk.unkept.remove(id);
            });
        };
        let trouble = self.cabinet.write(&key_of(id), &text);
        self.desk.update(|desk| {
            if trouble.is_some() {
                desk.unkept.insert(id.to_owned());
                desk.trouble = trouble;
                return;
            }
            desk.note_written(id, text.into());
            desk.unkept.remove(id);
            desk.withdrawn.remove(id);
            // A draft that fits says nothing of a larger one that did not.
            if desk.unkept.is_empty() {
                desk.trouble = None;
            }
        });
    }

    /// Remembers which draft is in use. It is no loss where there is no room for that.
    pub(super) fn keep_current(self, id: &str) {
        self.cabinet.write(CURRENT, id);
    }

    /// Before a draft is written or deleted: what stands under its key is what was last seen there,
    /// or another tab has written it since, whose message has not come yet. That version is taken in
    /// first. Where this build cannot read it, the draft goes on under the id that is handed back.
    pub(super) fn take_in(self, id: &str) -> Option<String> {
        let stored = self.cabinet.with(|cabinet| cabinet.read(&key_of(id))).flatten()?;
        let seen = self.desk.with_untracked(|desk| desk.seen.get(id).cloned());
        if seen.as_deref() == Some(&*stored) {
            return None;
        }
        self.meet(id, stored, seen.as_deref()).err().and_then(|unreadable| self.step_aside(id, unreadable))
    }

    /// Brings the draft on screen together with a text that another tab has put under its key.
    /// `base` is what both come from.
    ///
    /// # Errors
    /// A text that this build cannot read; nothing has changed then.
    pub(super) fn meet(self, id: &str, stored: String, base: Option<&str>) -> Result<(), Unreadable> {
        let theirs = match Draft::decode(&stored) {
            Ok(theirs) if theirs.id == id => theirs,
            refused => return Err(Unreadable::of(key_of(id), stored, refused.err().as_ref())),
        };
        let Some(mine) = self.desk.with_untracked(|desk| desk.draft(id).cloned()) else {
            self.desk.update(|desk| {
                desk.note_read(id, stored.into());
                desk.put(Arc::new(theirs));
            });
            return Ok(());
        };
        let base = base.and_then(|text| Draft::decode(text).ok());
        // Two tabs that both made it began with an empty one.
        let base = base.unwrap_or_else(|| Draft::new(id.to_owned(), String::new(), mine.created));
        let merged = Draft::merge(&base, &mine, &theirs);
        let is_settled = merged.draft == theirs;
        self.desk.update(|desk| {
            desk.note_read(id, stored.into());
            desk.withdrawn.remove(id);
            desk.put(Arc::new(merged.draft));
            if !is_settled {
                desk.unkept.insert(id.to_owned());
            }
        });
        if let Some(copy) = merged.copy {
            self.put_beside(id, copy);
        }
        Ok(())
    }

    /// Keeps the other version of a draft as a draft of its own. The other tab may do the same:
    /// the same version gets the same id, so that it is there once.
    fn put_beside(self, id: &str, version: Draft) {
        let copy = super::naming::other_version(version);
        let of_copy = copy.id.clone();
        self.desk.update(|desk| {
            desk.put(Arc::new(copy));
            desk.news = Some(News::Split { draft: id.to_owned(), copy: of_copy.clone() });
        });
        self.keep_one(&of_copy);
    }

    /// Another build has written something under the key of a draft that this one cannot read. It
    /// stays there; what is on screen here goes on under another id, which is handed back.
    fn step_aside(self, id: &str, unreadable: Unreadable) -> Option<String> {
        let mine = self.desk.with_untracked(|desk| desk.draft(id).cloned())?;
        self.desk.update(|desk| desk.note_unreadable(unreadable));
        let own = self.desk.with_untracked(|desk| desk.free_id(id));
        self.desk.update(|desk| {
            desk.take(id);
            desk.put(Arc::new(Draft { id: own.clone(), ..Draft::clone(&mine) }));
            if desk.current == id {
                desk.current.clone_from(&own);
            }
            desk.news = Some(News::Aside { draft: own.clone() });
        });
        Some(own)
    }
}
