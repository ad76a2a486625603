//! Data moves on under drafts. A draft says which data its targets were looked at with; what that
//! data asked of them is kept, once for all drafts, so that later both can be compared.
//!
//! The data of a catalog is noted with the first target in it, and again when the visitor has seen
//! what changed. Where nothing changed for the targets, the next edit of the draft notes the newer
//! data by itself. A draft that says nothing of its data is one of an older build: it begins to with
//! its next edit.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use leptos::prelude::*;

use super::Drafts;
use crate::catalog::{Catalog, CatalogId, CategoryPath, own};
use crate::draft::{Draft, Target};
use crate::eligibility::{CatalogRules, Moved, Verdict, moved};
use crate::i18n::messages;
use crate::profile::Date;
use crate::state::Library;
use crate::wording::changes;

/// The key of what is kept of a catalog begins with this; its id and the hash of its data follow.
const KEPT: &str = "leimu/kept/";

/// What newer data means for a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The targets that are not what they were, those first that are gone.
    pub targets: Vec<Change>,
    /// Catalogs whose data is newer, but of which nothing was kept to compare it with.
    pub unknown: Vec<CatalogId>,
}

/// A target that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The target.
    pub target: Target,
    /// The verdict on the data before and on that of today; none where the target is gone.
    pub verdicts: Option<(Verdict, Verdict)>,
    /// What changed, as sentences.
    pub reasons: Vec<String>,
}

/// The data before, and what has changed since; the same for every draft of that data.
#[derive(Debug)]
pub(super) struct Compared {
    before: own::OwnCatalog,
    moved: Vec<Moved>,
}

/// Where drafts learn of the data, and what was compared already, by catalog and both hashes.
#[derive(Clone, Copy)]
pub(super) struct Moves {
    library: StoredValue<Option<Library>, LocalStorage>,
    compared: StoredValue<BTreeMap<String, Option<Rc<Compared>>>, LocalStorage>,
}

impl Default for Moves {
    fn default() -> Self {
        Self { library: StoredValue::new_local(None), compared: StoredValue::new_local(BTreeMap::new()) }
    }
}

impl Drafts {
    /// Learns of the catalogs, and forgets what was kept of data that no draft was made with.
    pub fn follow(self, library: Library) {
        self.moves.library.set_value(Some(library));
        let is_needed = |key: &str| {
            self.desk.with_untracked(|desk| {
                // What cannot be read may have been made with anything.
                !desk.unreadable.is_empty()
                    || desk.list.iter().any(|draft| draft.made_with.iter().any(|(id, hash)| key_of(id, hash) == key))
            })
        };
        self.cabinet.with(|cabinet| {
            let kept = cabinet.keys().into_iter().filter(|key| key.starts_with(KEPT));
            kept.filter(|key| !is_needed(key)).for_each(|key| cabinet.remove(&key));
        });
    }

    /// What has changed for the targets of a draft since they were looked at.
    #[must_use]
    pub fn changes(self, id: &str, today: Date) -> Changes {
        let (Some(library), Some(draft)) = (self.moves.library.get_value(), self.find(id)) else {
            return Changes::default();
        };
        library.data().track();
        let mut all = Changes::default();
        let (mut gone, mut others) = (Vec::new(), Vec::new());
        for (catalog, hash) in &draft.made_with {
            if library.version(catalog.as_str()).as_ref() == Some(hash) {
                continue;
            }
            let Some(compared) = self.compared(library, catalog, hash) else {
                all.unknown.push(catalog.clone());
                continue;
            };
            let newer = library.data().get_untracked().catalog(catalog.as_str());
            for one in compared.moved.iter().filter(|one| draft.has_target(catalog, &one.path)) {
                let change = change(&compared.before, newer, one, &draft, today);
                if change.verdicts.is_none() { gone.push(change) } else { others.push(change) }
            }
        }
        gone.extend(others);
        all.targets = gone;
        all
    }

    /// The visitor has seen what changed: from now on the targets stand on the data of today.
    pub fn settle_changes(self, id: &str) {
        let Some(library) = self.moves.library.get_value() else { return };
        self.change(id, |draft| {
            for (catalog, hash) in &mut draft.made_with {
                if let Some(now) = library.version(catalog.as_str()) {
                    *hash = now;
                }
            }
        });
    }

    /// Notes the data of the catalogs in which a draft has targets.
    pub(super) fn note_data(self, draft: &mut Draft) {
        let Some(library) = self.moves.library.get_value() else { return };
        let catalogs: BTreeSet<CatalogId> = draft.targets.iter().map(|target| target.catalog.clone()).collect();
        for catalog in catalogs {
            let Some(now) = library.version(catalog.as_str()) else { continue };
            let is_settled = draft.made_with.get(&catalog).is_none_or(|hash| {
                let compared = if *hash == now { None } else { self.compared(library, &catalog, hash) };
                let is_moved = |one: &Moved| draft.has_target(&catalog, &one.path);
                compared.is_some_and(|compared| !compared.moved.iter().any(is_moved))
            });
            if is_settled {
                draft.made_with.insert(catalog, now);
            }
        }
    }

    /// Keeps what the data of today asks of the targets that were looked at with it. Where there is
    /// no room, it will be said that it cannot be compared.
    pub(super) fn keep_data(self, draft: &Draft) {
        let Some(library) = self.moves.library.get_value() else { return };
        let data = library.data().get_untracked();
        for (id, hash) in &draft.made_with {
            let Some(catalog) =
                data.catalog(id.as_str()).filter(|_| library.version(id.as_str()).as_ref() == Some(hash))
            else {
                continue;
            };
            let text = self.desk.with_untracked(|desk| {
                let same = desk.list.iter().filter(|other| other.made_with.get(id) == Some(hash));
                let targets = same.flat_map(|other| &other.targets).filter(|target| target.catalog == *id);
                let paths: BTreeSet<&CategoryPath> = targets.map(|target| &target.path).collect();
                catalog.kept(&paths, data.registry).to_compact_json()
            });
            self.cabinet.with(|cabinet| {
                let key = key_of(id, hash);
                if cabinet.read(&key).as_ref() != Some(&text) {
                    let _ = cabinet.write(&key, &text);
                }
            });
        }
    }

    /// The same for a draft that comes back, or from elsewhere.
    pub(super) fn keep_data_of(self, id: &str) {
        if let Some(draft) = self.desk.with_untracked(|desk| desk.draft(id).cloned()) {
            self.keep_data(&draft);
        }
    }

    /// What changed in a catalog since the data of this hash; none where that was not kept.
    fn compared(self, library: Library, catalog: &CatalogId, hash: &str) -> Option<Rc<Compared>> {
        let now = library.version(catalog.as_str()).unwrap_or_default();
        let name = format!("{catalog}/{hash}/{now}");
        if let Some(known) = self.moves.compared.with_value(|compared| compared.get(&name).cloned()) {
            return known;
        }
        let data = library.data().get_untracked();
        let text = self.cabinet.with(|cabinet| cabinet.read(&key_of(catalog, hash))).flatten();
        let before = text.and_then(|text| own::read_kept(&text, data.registry).ok());
        let compared = before.map(|before| {
            let moved = match data.catalog(catalog.as_str()) {
                Some(newer) => moved(&before.catalog, newer, &before.registry),
                // The catalog is gone, and with it every category.
                None => {
                    let gone = before.catalog.categories.iter();
                    gone.map(|one| Moved { path: one.path.clone(), difference: None }).collect()
                }
            };
            Rc::new(Compared { before, moved })
        });
        self.moves.compared.update_value(|all| drop(all.insert(name, compared.clone())));
        compared
    }
}

/// What a move means for a draft.
fn change(before: &own::OwnCatalog, newer: Option<&Catalog>, moved: &Moved, draft: &Draft, today: Date) -> Change {
    let target = Target { catalog: before.catalog.id.clone(), path: moved.path.clone() };
    let verdict = |catalog: &Catalog| {
        let category = catalog.category(&moved.path)?.clone();
        let alone = Catalog { categories: vec![category], ..catalog.clone() };
        let profile = draft.profile.salvage(&before.registry).0;
        let rules = CatalogRules::new(&alone, &before.registry);
        rules.evaluate_one(0, &profile, today).map(|evaluation| evaluation.verdict)
    };
    let reasons = moved.difference.as_ref().map(|difference| changes(difference, &before.registry, messages()));
    let verdicts = moved.difference.as_ref().and_then(|_| verdict(&before.catalog).zip(verdict(newer?)));
    Change { target, verdicts, reasons: reasons.unwrap_or_default() }
}

fn key_of(catalog: &CatalogId, hash: &str) -> String {
    format!("{KEPT}{catalog}/{hash}")
}
