//! The drafts: kept as they change, one key each, never lost and never lying.

use std::rc::Rc;

use leptos::prelude::*;

use super::cabinet::{Cabinet, Door};
use crate::browser::StorageError;
use crate::draft::{Draft, DraftError};
use crate::order::by_rank;
use crate::profile::WrittenProfile;

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
}

/// All that is known of the drafts: one signal, because an edit touches several at once.
#[derive(Debug, Clone)]
struct Desk {
    /// The oldest first; never empty.
    list: Vec<Draft>,
    current: String,
    unreadable: Vec<Unreadable>,
    trouble: Option<StorageError>,
    deleted: Option<Draft>,
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

impl Drafts {
    /// Opens what is kept. Without a cabinet everything works from memory, and
    /// [`Self::trouble`] says so. Nothing is written before something is changed.
    #[must_use]
    pub fn open(cabinet: Option<Rc<dyn Cabinet>>, clock: fn() -> u64) -> Self {
        let mut list = Vec::new();
        let mut unreadable = Vec::new();
        let mut current = None;
        if let Some(cabinet) = &cabinet {
            for key in cabinet.keys().into_iter().filter(|key| key.starts_with(PREFIX)) {
                let Some(text) = cabinet.read(&key) else { continue };
                match Draft::decode(&text) {
                    Ok(draft) if key == key_of(&draft.id) => list.push(draft),
                    Err(DraftError::Newer { found }) => unreadable.push(Unreadable { key, text, newer: Some(found) }),
                    Ok(_) | Err(_) => unreadable.push(Unreadable { key, text, newer: None }),
                }
            }
            current = cabinet.read(CURRENT);
        }
        list = by_rank(list, |draft: &Draft| draft.created);
        if list.is_empty() {
            let now = clock();
            list.push(Draft::new(new_id(&list, &unreadable, now), String::new(), now));
        }
        let current = current
            .filter(|id| list.iter().any(|draft| draft.id == *id))
            .or_else(|| list.iter().max_by_key(|draft| draft.updated).map(|draft| draft.id.clone()))
            .unwrap_or_default();
        let desk = Desk {
            list,
            current,
            unreadable,
            trouble: cabinet.is_none().then_some(StorageError::Denied),
            deleted: None,
        };
        Self { desk: RwSignal::new(desk), cabinet: Door::to(cabinet), clock }
    }

    /// Every draft, the oldest first.
    #[must_use]
    pub fn list(self) -> Vec<Draft> {
        self.desk.with(|desk| desk.list.clone())
    }

    /// The draft of this id.
    #[must_use]
    pub fn get(self, id: &str) -> Option<Draft> {
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

    /// The draft that was deleted last and can be brought back.
    #[must_use]
    pub fn deleted(self) -> Option<Draft> {
        self.desk.with(|desk| desk.deleted.clone())
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
        let id = self.desk.with_untracked(|desk| new_id(&desk.list, &desk.unreadable, now));
        let draft = Draft { profile, ..Draft::new(id.clone(), name.trim().to_owned(), now) };
        self.keep(&draft);
        self.desk.update(|desk| desk.list.push(draft));
        self.switch(&id);
    }

    /// Uses another draft; nothing happens where there is none of this id.
    pub fn switch(self, id: &str) {
        if self.desk.with_untracked(|desk| desk.draft(id).is_some()) {
            self.desk.update(|desk| id.clone_into(&mut desk.current));
            self.write(CURRENT, id);
        }
    }

    /// Deletes a draft, so that [`Self::undo_delete`] can bring it back. After the last one there
    /// is a new, empty one.
    pub fn delete(self, id: &str) {
        let Some(draft) = self.desk.with_untracked(|desk| desk.draft(id).cloned()) else { return };
        self.cabinet.with(|cabinet| cabinet.remove(&key_of(id)));
        if self.desk.with_untracked(|desk| desk.list.len() == 1) {
            self.create("");
        }
        self.desk.update(|desk| {
            desk.list.retain(|one| one.id != id);
            desk.deleted = Some(draft);
        });
        if self.desk.with_untracked(|desk| desk.current == id) {
            let latest = self
                .desk
                .with_untracked(|desk| desk.list.iter().max_by_key(|one| one.updated).map(|one| one.id.clone()));
            self.switch(&latest.unwrap_or_default());
        }
        self.retry();
    }

    /// Brings back what was deleted last, and uses it.
    pub fn undo_delete(self) {
        let Some(draft) = self.desk.with_untracked(|desk| desk.deleted.clone()) else { return };
        self.keep(&draft);
        let id = draft.id.clone();
        self.desk.update(|desk| {
            let at = desk.list.partition_point(|one| one.created <= draft.created);
            desk.list.insert(at, draft);
            desk.deleted = None;
        });
        self.switch(&id);
    }

    /// Reads a key again that another tab has changed. A draft that was deleted there stays here
    /// as long as it is in use: what is on screen is not taken away.
    pub fn reload(self, key: &str) {
        let Some(id) = key.strip_prefix(PREFIX) else { return };
        let text = self.cabinet.with(|cabinet| cabinet.read(key)).flatten();
        match text.map(|text| Draft::decode(&text)) {
            Some(Ok(draft)) if draft.id == id => {
                self.desk.update(|desk| match desk.list.iter_mut().find(|one| one.id == id) {
                    Some(known) => *known = draft,
                    None => desk.list.push(draft),
                });
            }
            None => self.desk.update(|desk| {
                let in_use = desk.current.clone();
                desk.list.retain(|one| one.id != id || one.id == in_use);
            }),
            Some(_) => {}
        }
    }

    fn change(self, id: &str, change: impl FnOnce(&mut Draft)) {
        let now = (self.clock)();
        let mut changed = None;
        self.desk.update(|desk| {
            if let Some(draft) = desk.list.iter_mut().find(|draft| draft.id == id) {
                change(draft);
                // A clock that was set back does not make the change older than the last one.
                draft.updated = draft.updated.max(now);
                changed = Some(draft.clone());
            }
        });
        if let Some(draft) = changed {
            self.keep(&draft);
            if self.desk.with_untracked(|desk| desk.current == id) {
                self.write(CURRENT, id);
            }
        }
    }

    fn keep(self, draft: &Draft) {
        if let Ok(text) = draft.encode() {
            self.write(&key_of(&draft.id), &text);
        }
    }

    fn write(self, key: &str, text: &str) {
        let trouble = self.cabinet.write(key, text);
        // The id of the draft in use is small and may fit where the draft did not.
        let known = self.desk.with_untracked(|desk| desk.trouble);
        if trouble != known && (trouble.is_some() || key != CURRENT) {
            self.desk.update(|desk| desk.trouble = trouble);
        }
    }

    /// There may be room now for what did not fit before.
    fn retry(self) {
        if self.desk.with_untracked(|desk| desk.trouble) == Some(StorageError::Full) {
            self.keep(&self.desk.with_untracked(Desk::in_use));
        }
    }
}

impl Desk {
    fn draft(&self, id: &str) -> Option<&Draft> {
        self.list.iter().find(|draft| draft.id == id)
    }

    fn in_use(&self) -> Draft {
        let draft = self.draft(&self.current).cloned();
        draft.unwrap_or_else(|| Draft::new(self.current.clone(), String::new(), 0))
    }
}

fn key_of(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// The time in base 36, and a number behind it where another draft has the same.
fn new_id(list: &[Draft], unreadable: &[Unreadable], now: u64) -> String {
    let mut digits = Vec::new();
    let mut rest = now;
    while rest > 0 {
        digits.extend(u32::try_from(rest % 36).ok().and_then(|digit| char::from_digit(digit, 36)));
        rest /= 36;
    }
    let base: String = if digits.is_empty() { "0".to_owned() } else { digits.into_iter().rev().collect() };
    let taken =
        |id: &str| list.iter().any(|draft| draft.id == id) || unreadable.iter().any(|other| other.key == key_of(id));
    std::iter::once(base.clone()).chain((2_u32..).map(|n| format!("{base}-{n}"))).find(|id| !taken(id)).unwrap_or(base)
}
