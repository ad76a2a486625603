//! The catalogs of the page: those that are bundled, and the visitor's own, which are kept apart.
//!
//! An own catalog is kept as the text of its file, one key each. What cannot be read stays as it is
//! and is offered back as a file.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::cabinet::{Cabinet, Door};
use super::data::Data;
use super::pasted;
use crate::browser::StorageError;
use crate::catalog::{Catalog, Fault, fingerprint, own};
use crate::data_version;
use crate::i18n::Messages;
use crate::profile::Date;
use crate::reader::Pasted;

/// The key of an own catalog begins with this; its id follows.
const PREFIX: &str = "leimu/catalog/";

/// Every catalog, as it stands at the moment.
#[derive(Clone, Copy)]
pub struct Library {
    bundled: &'static Data,
    data: RwSignal<&'static Data>,
    desk: RwSignal<Desk>,
    cabinet: Door,
}

/// What is known of the visitor's own catalogs.
#[derive(Debug, Clone, Default)]
struct Desk {
    own: Vec<OwnCatalog>,
    unreadable: Vec<UnreadableCatalog>,
    trouble: Option<StorageError>,
    /// What was taken out or replaced last: its id and its text.
    before: Option<(String, Arc<str>)>,
}

/// A catalog of the visitor's own.
#[derive(Debug, Clone)]
pub struct OwnCatalog {
    /// The catalog.
    pub catalog: &'static Catalog,
    /// The text of its file.
    pub text: Arc<str>,
}

/// A kept text that is no catalog for this build.
#[derive(Debug, Clone)]
pub struct UnreadableCatalog {
    /// The id that it was kept under.
    pub id: String,
    /// The text.
    pub text: Arc<str>,
    /// What is wrong with it.
    pub faults: Arc<[Fault]>,
}

/// The texts of own catalogs as catalogs.
struct Opened {
    own: Vec<OwnCatalog>,
    unreadable: Vec<UnreadableCatalog>,
    data: &'static Data,
}

impl Library {
    /// The bundled catalogs, and the own ones that are kept. Without a cabinet everything works
    /// from memory.
    #[must_use]
    pub fn open(bundled: &'static Data, cabinet: Option<Rc<dyn Cabinet>>) -> Self {
        let library = Self {
            bundled,
            data: RwSignal::new(bundled),
            desk: RwSignal::new(Desk::default()),
            cabinet: Door::to(cabinet),
        };
        let kept = library.kept();
        if !kept.is_empty() {
            library.show(opened(bundled, kept));
        }
        library
    }

    /// The bundled catalogs alone.
    #[must_use]
    pub fn bundled(self) -> &'static Data {
        self.bundled
    }

    /// The catalogs.
    #[must_use]
    pub fn data(self) -> Signal<&'static Data> {
        self.data.into()
    }

    /// The version of a catalog's data: of an own one, that of its file. None where there is no
    /// such catalog.
    #[must_use]
    pub fn version(self, id: &str) -> Option<String> {
        let of_own = || {
            self.desk.with_untracked(|desk| {
                let own = desk.own.iter().find(|own| own.catalog.id.as_str() == id)?;
                Some(fingerprint(&[&own.text]))
            })
        };
        data_version(id).map(str::to_owned).or_else(of_own)
    }

    /// The visitor's own catalogs.
    #[must_use]
    pub fn own(self) -> Vec<OwnCatalog> {
        self.desk.with(|desk| desk.own.clone())
    }

    /// What could not be read.
    #[must_use]
    pub fn unreadable(self) -> Vec<UnreadableCatalog> {
        self.desk.with(|desk| desk.unreadable.clone())
    }

    /// Why the latest own catalog is not kept.
    #[must_use]
    pub fn trouble(self) -> Option<StorageError> {
        self.desk.with(|desk| desk.trouble)
    }

    /// The id of what was taken out or replaced last and can be brought back.
    #[must_use]
    pub fn before(self) -> Option<String> {
        self.desk.with(|desk| desk.before.as_ref().map(|(id, _)| id.clone()))
    }

    /// Adds a catalog from the text of its file, or puts it in the place of the own one of the same
    /// id. The answer is the catalog.
    ///
    /// # Errors
    /// Everything that is wrong with it; nothing has changed then.
    pub fn load(self, text: &str) -> Result<&'static Catalog, Arc<[Fault]>> {
        // By itself first: it may not lean on what another own catalog brings, which may be taken out.
        let id = read_alone(self.bundled, text)?.id.to_string();
        let mut texts = self.texts();
        let replaced = texts.iter().position(|(known, _)| *known == id).map(|at| texts.remove(at));
        texts.push((id.clone(), text.into()));
        let opened = opened(self.bundled, texts);
        if let Some(refused) = opened.unreadable.iter().find(|one| one.id == id) {
            return Err(refused.faults.clone());
        }
        let added = opened.own.last().map(|own| own.catalog).ok_or_else(Arc::default)?;
        self.show(opened);
        self.desk.update(|desk| desk.before = replaced);
        let trouble = self.cabinet.write(&key_of(&id), text);
        self.desk.update(|desk| desk.trouble = trouble);
        Ok(added)
    }

    /// Adds what was pasted to the own catalog for pasted categories, in the place of the one of
    /// the same path. The answer is that catalog.
    ///
    /// # Errors
    /// What is wrong with the catalog that would come of it; nothing has changed then.
    pub fn paste(self, pasted: &Pasted, today: Date, say: &Messages) -> Result<&'static Catalog, Arc<[Fault]>> {
        let known = self.texts().into_iter().find(|(id, _)| id == pasted::ID);
        let known = known.and_then(|(_, text)| read_alone(self.bundled, &text).ok());
        let catalog = pasted::with(known, pasted, today, say).ok_or_else(Arc::default)?;
        self.load(&catalog.to_json())
    }

    /// Takes an own catalog out, so that [`Self::undo`] can bring it back.
    pub fn remove(self, id: &str) {
        let mut texts = self.texts();
        let Some(at) = texts.iter().position(|(known, _)| known == id) else { return };
        let removed = texts.remove(at);
        self.cabinet.with(|cabinet| cabinet.remove(&key_of(id)));
        self.show(opened(self.bundled, texts));
        self.desk.update(|desk| desk.before = Some(removed));
    }

    /// Brings back what was taken out or replaced last. The answer is its id.
    ///
    /// # Errors
    /// The id, and why it does not go with what came since. It stays to be brought back.
    pub fn undo(self) -> Result<String, (String, Arc<[Fault]>)> {
        let Some((id, text)) = self.desk.with_untracked(|desk| desk.before.clone()) else {
            return Err((String::new(), Arc::default()));
        };
        match self.load(&text) {
            Ok(_) => Ok(id),
            Err(faults) => Err((id, faults)),
        }
    }

    /// Reads a key again that another tab has changed.
    pub fn reload(self, key: &str) {
        let Some(changed) = key.strip_prefix(PREFIX) else { return };
        let mut texts = self.texts();
        texts.retain(|(id, _)| id != changed);
        texts.extend(self.kept().into_iter().filter(|(id, _)| id == changed));
        self.show(opened(self.bundled, texts));
    }

    /// The own catalogs in memory, and what could not be read.
    fn texts(self) -> Vec<(String, Arc<str>)> {
        self.desk.with_untracked(|desk| {
            let own = desk.own.iter().map(|own| (own.catalog.id.to_string(), own.text.clone()));
            let unreadable = desk.unreadable.iter().map(|one| (one.id.clone(), one.text.clone()));
            own.chain(unreadable).collect()
        })
    }

    /// What the cabinet keeps.
    fn kept(self) -> Vec<(String, Arc<str>)> {
        let mut kept = Vec::new();
        self.cabinet.with(|cabinet| {
            for key in cabinet.keys() {
                if let (Some(id), Some(text)) = (key.strip_prefix(PREFIX), cabinet.read(&key)) {
                    // A browser hands its keys out in any order, and the menu of catalogs has one.
                    let at = kept.partition_point(|(known, _): &(String, Arc<str>)| known.as_str() < id);
                    kept.insert(at, (id.to_owned(), Arc::from(text)));
                }
            }
        });
        kept
    }

    fn show(self, opened: Opened) {
        let Opened { own, unreadable, data } = opened;
        self.desk.update(|desk| {
            desk.own = own;
            desk.unreadable = unreadable;
        });
        self.data.set(data);
    }
}

/// What texts are as catalogs. Each is read against the program's own registry and what those before
/// it brought, so that of two that do not go together the earlier one stays.
fn opened(bundled: &'static Data, texts: Vec<(String, Arc<str>)>) -> Opened {
    let taken: Vec<&str> = bundled.catalogs().map(|catalog| catalog.id.as_str()).collect();
    let mut registry = bundled.registry.clone();
    let (mut catalogs, mut kept, mut unreadable) = (Vec::new(), Vec::new(), Vec::new());
    for (id, text) in texts {
        match own::read(&text, &registry, &taken) {
            Ok(read) if read.catalog.id.as_str() == id => {
                registry = read.registry;
                catalogs.push(read.catalog);
                kept.push(text);
            }
            Ok(_) => unreadable.push(UnreadableCatalog { id, text, faults: Arc::default() }),
            Err(faults) => unreadable.push(UnreadableCatalog { id, text, faults: faults.into() }),
        }
    }
    let many = bundled.shelves.len();
    let data = if catalogs.is_empty() { bundled } else { bundled.and(catalogs, registry) };
    let catalogs = data.catalogs().skip(many);
    let own = catalogs.zip(kept).map(|(catalog, text)| OwnCatalog { catalog, text }).collect();
    Opened { own, unreadable, data }
}

/// A text by itself, without what other own catalogs bring.
fn read_alone(bundled: &Data, text: &str) -> Result<Catalog, Arc<[Fault]>> {
    let taken: Vec<&str> = bundled.catalogs().map(|catalog| catalog.id.as_str()).collect();
    own::read(text, bundled.registry, &taken).map(|read| read.catalog).map_err(Arc::from)
}

fn key_of(id: &str) -> String {
    format!("{PREFIX}{id}")
}
