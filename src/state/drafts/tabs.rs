//! What other tabs do to the drafts that are on screen here.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Drafts, News, PREFIX};
use crate::draft::Draft;

impl Drafts {
    /// Takes in what another tab has done to a key. `before` is what that tab had found there: where
    /// both tabs wrote at once, it is what both versions come from. Where this tab has only read, both come from what
    /// it read last: that may be later than what a message tells of.
    ///
    /// A draft that was deleted there stays here as long as it is in use: what is on screen is not
    /// taken away.
    pub fn reload(self, key: &str, before: Option<&str>) {
        let Some(id) = key.strip_prefix(PREFIX) else { return };
        let (seen, has_written) =
            self.desk.with_untracked(|desk| (desk.seen.get(id).cloned(), desk.written.contains(id)));
        let base = if has_written { before.or(seen.as_deref()) } else { seen.as_deref().or(before) };
        let stored = self.cabinet.with(|cabinet| cabinet.read(key)).flatten();
        match stored {
            Some(text) if seen.as_deref() == Some(&*text) => {}
            Some(text) => match self.meet(id, text, base) {
                Ok(()) => self.keep_waiting(),
                // A newer build, most likely. What is on screen steps aside when it is changed.
                Err(unreadable) => self.desk.update(|desk| desk.note_unreadable(unreadable)),
            },
            None if seen.is_none() => {}
            None => {
                let in_use = self.desk.with_untracked(|desk| desk.current == id);
                self.desk.update(|desk| {
                    if in_use {
                        desk.seen.remove(id);
                        desk.withdrawn.insert(id.to_owned());
                    } else {
                        desk.take(id);
                    }
                });
            }
        }
    }

    /// Another tab, or the browser, has cleared everything. The drafts stay here, in memory: who
    /// cleared it wanted it gone, so nothing is written back unasked, and who goes on working here
    /// writes what they change.
    pub fn cleared(self) {
        self.desk.update(|desk| {
            let seen = std::mem::take(&mut desk.seen);
            desk.withdrawn.extend(seen.into_keys());
        });
    }

    /// The drafts that are on screen here alone, because another tab has taken them out.
    #[must_use]
    pub fn withdrawn(self) -> Vec<Arc<Draft>> {
        self.desk.with(|desk| desk.list.iter().filter(|draft| desk.withdrawn.contains(&draft.id)).cloned().collect())
    }

    /// Keeps again what another tab has taken out.
    pub fn keep_withdrawn(self) {
        let withdrawn = self.desk.with_untracked(|desk| desk.withdrawn.clone());
        for id in withdrawn {
            self.keep(&id);
        }
    }

    /// Something that the visitor has to know of.
    #[must_use]
    pub fn news(self) -> Option<News> {
        self.desk.with(|desk| desk.news.clone())
    }

    /// It was read.
    pub fn settle_news(self) {
        self.desk.update(|desk| desk.news = None);
    }
}
