//! Everything that the page keeps in this browser: to be seen, cleared, and brought back as long as
//! the page is open.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::cabinet::{Cabinet, Door};
use super::{Drafts, Library, Settings};
use crate::draft::Draft;

/// What belongs to the page begins with this; others of the same origin are not its own to clear.
const PREFIX: &str = "leimu/";

/// What is kept, and what was cleared last.
#[derive(Clone, Copy)]
pub struct Kept {
    cabinet: Door,
    drafts: Drafts,
    library: Library,
    settings: Settings,
    cleared: RwSignal<Option<Cleared>>,
}

/// What was cleared.
#[derive(Debug, Clone)]
struct Cleared {
    /// Every key with its text, whether this build could read it or not.
    texts: Vec<(String, String)>,
    /// The drafts, also those for which there was no room.
    drafts: Vec<Arc<Draft>>,
    /// The id of the one in use.
    current: String,
}

impl Kept {
    /// What is in this cabinet, of which these know their parts.
    #[must_use]
    pub fn of(cabinet: Option<Rc<dyn Cabinet>>, drafts: Drafts, library: Library, settings: Settings) -> Self {
        Self { cabinet: Door::to(cabinet), drafts, library, settings, cleared: RwSignal::new(None) }
    }

    /// Every key with the size of its text in bytes, in the order of the keys. It follows what is
    /// cleared and brought back, and the list of drafts.
    #[must_use]
    pub fn entries(self) -> Vec<(String, usize)> {
        self.cleared.track();
        drop((self.drafts.list(), self.library.own(), self.settings.theme()));
        self.texts().into_iter().map(|(key, text)| (key, text.len())).collect()
    }

    /// How much was cleared and can be brought back; none where nothing was.
    #[must_use]
    pub fn cleared(self) -> Option<usize> {
        self.cleared.with(|cleared| cleared.as_ref().map(|cleared| cleared.texts.len()))
    }

    /// Clears everything: the page is as it is for somebody who comes for the first time.
    pub fn clear(self) {
        let cleared = Cleared {
            texts: self.texts(),
            drafts: untrack(|| self.drafts.list()),
            current: untrack(|| self.drafts.current_id()),
        };
        for (key, _) in &cleared.texts {
            self.cabinet.with(|cabinet| cabinet.remove(key));
        }
        self.drafts.reopen();
        self.follow(&cleared);
        self.cleared.set(Some(cleared));
    }

    /// Brings back what was cleared. What was written since stays.
    pub fn undo(self) {
        let Some(cleared) = self.cleared.get_untracked() else { return };
        for (key, text) in &cleared.texts {
            let is_free = self.cabinet.with(|cabinet| cabinet.read(key).is_none()) == Some(true);
            if is_free {
                self.cabinet.write(key, text);
            }
        }
        self.drafts.reopen();
        self.drafts.put_back(&cleared.drafts);
        self.drafts.switch(&cleared.current);
        self.follow(&cleared);
        self.cleared.set(None);
    }

    /// Own catalogs and settings read their keys again.
    fn follow(self, cleared: &Cleared) {
        for (key, _) in &cleared.texts {
            self.library.reload(key);
            self.settings.reload(key);
        }
    }

    fn texts(self) -> Vec<(String, String)> {
        let mut texts: Vec<(String, String)> = Vec::new();
        self.cabinet.with(|cabinet| {
            for key in cabinet.keys().into_iter().filter(|key| key.starts_with(PREFIX)) {
                let Some(text) = cabinet.read(&key) else { continue };
                let at = texts.partition_point(|(known, _)| *known < key);
                texts.insert(at, (key, text));
            }
        });
        texts
    }
}
