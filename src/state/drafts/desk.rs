//! All that is known of the drafts, in one place: an edit touches several of these at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{CURRENT, News, PREFIX, Removed, Unreadable, key_of};
use crate::browser::StorageError;
use crate::draft::Draft;
use crate::order::by_rank;
use crate::state::Cabinet;

#[derive(Debug, Clone, Default)]
pub(super) struct Desk {
    /// The oldest first; never empty once it is open.
    pub(super) list: Vec<Arc<Draft>>,
    /// The id of the draft in use.
    pub(super) current: String,
    /// The text of each draft, by id, as it was last seen in the cabinet. One that is not here was
    /// never there, or was taken out by another tab.
    pub(super) seen: BTreeMap<String, Arc<str>>,
    /// Those of which that text was written here, by id.
    pub(super) written: BTreeSet<String>,
    /// The drafts of which the latest version is not in the cabinet, by id.
    pub(super) unkept: BTreeSet<String>,
    /// Those that another tab took out while they were on screen here, by id.
    pub(super) withdrawn: BTreeSet<String>,
    pub(super) unreadable: Vec<Unreadable>,
    /// Why the latest changes are not kept.
    pub(super) trouble: Option<StorageError>,
    /// What was deleted and can be brought back, the latest last.
    pub(super) deleted: Vec<Arc<Draft>>,
    /// What the last change took out of a draft.
    pub(super) removed: Option<Removed>,
    pub(super) news: Option<News>,
}

impl Desk {
    /// What is kept; without a cabinet an empty draft, and a reason why it is not kept.
    pub(super) fn open(cabinet: Option<&dyn Cabinet>, clock: fn() -> u64) -> Self {
        let mut desk = Self { trouble: cabinet.is_none().then_some(StorageError::Denied), ..Self::default() };
        let mut current = None;
        if let Some(cabinet) = cabinet {
            for key in cabinet.keys() {
                let Some((id, text)) = key.strip_prefix(PREFIX).zip(cabinet.read(&key)) else { continue };
                match Draft::decode(&text) {
                    Ok(draft) if draft.id == id => {
                        desk.list.push(Arc::new(draft));
                        desk.note_read(id, text.into());
                    }
                    refused => desk.note_unreadable(Unreadable::of(key, text, refused.err().as_ref())),
                }
            }
            current = cabinet.read(CURRENT);
        }
        desk.list = by_rank(desk.list, |draft: &Arc<Draft>| draft.created);
        if desk.list.is_empty() {
            let now = clock();
            desk.list.push(Arc::new(Draft::new(desk.new_id(now), String::new(), now)));
        }
        let current = current.filter(|id| desk.draft(id).is_some());
        let latest = || desk.latest().map(|draft| draft.id.clone());
        desk.current = current.or_else(latest).unwrap_or_default();
        desk
    }

    pub(super) fn draft(&self, id: &str) -> Option<&Arc<Draft>> {
        self.list.iter().find(|draft| draft.id == id)
    }

    pub(super) fn in_use(&self) -> Draft {
        let draft = self.draft(&self.current).map(|draft| Draft::clone(draft));
        draft.unwrap_or_else(|| Draft::new(self.current.clone(), String::new(), 0))
    }

    /// Puts a draft in the place of the one of its id, or among the others by its age.
    pub(super) fn put(&mut self, draft: Arc<Draft>) {
        match self.list.iter_mut().find(|one| one.id == draft.id) {
            Some(known) => *known = draft,
            None => {
                let at = self.list.partition_point(|one| one.created <= draft.created);
                self.list.insert(at, draft);
            }
        }
    }

    /// The text of a draft was read in the cabinet: another tab, or an earlier visit, has put it there.
    pub(super) fn note_read(&mut self, id: &str, text: Arc<str>) {
        self.seen.insert(id.to_owned(), text);
        self.written.remove(id);
    }

    /// It was written there from here, so that another tab may write over it unseen.
    pub(super) fn note_written(&mut self, id: &str, text: Arc<str>) {
        self.seen.insert(id.to_owned(), text);
        self.written.insert(id.to_owned());
    }

    /// Takes a draft out.
    pub(super) fn take(&mut self, id: &str) {
        self.list.retain(|one| one.id != id);
        self.seen.remove(id);
        self.written.remove(id);
        self.unkept.remove(id);
        self.withdrawn.remove(id);
    }

    pub(super) fn note_unreadable(&mut self, unreadable: Unreadable) {
        self.unreadable.retain(|known| known.key != unreadable.key);
        self.unreadable.push(unreadable);
    }

    /// The draft that was changed last.
    pub(super) fn latest(&self) -> Option<&Arc<Draft>> {
        self.list.iter().max_by_key(|draft| draft.updated)
    }

    /// The time in base 36, and a number behind it where something else has the same.
    pub(super) fn new_id(&self, now: u64) -> String {
        let mut digits = Vec::new();
        let mut rest = now;
        while rest > 0 {
            digits.extend(u32::try_from(rest % 36).ok().and_then(|digit| char::from_digit(digit, 36)));
            rest /= 36;
        }
        let base: String = if digits.is_empty() { "0".to_owned() } else { digits.into_iter().rev().collect() };
        self.free_id(&base)
    }

    /// This id, or the first with a number behind it that nothing else has. What was deleted keeps
    /// its own, to come back under it.
    pub(super) fn free_id(&self, base: &str) -> String {
        let is_taken = |id: &str| {
            let has = |drafts: &[Arc<Draft>]| drafts.iter().any(|draft| draft.id == id);
            has(&self.list) || has(&self.deleted) || self.unreadable.iter().any(|other| other.key == key_of(id))
        };
        let numbered = (2_u32..).map(|number| format!("{base}-{number}"));
        std::iter::once(base.to_owned()).chain(numbered).find(|id| !is_taken(id)).unwrap_or_default()
    }
}
