//! Catalogs that people load from files of their own.

use super::category::Catalog;
use super::check;
use super::fault::{Fault, Place, Way, Wrong};
use super::json::File;
use super::limits::{self, BYTES, Limit};
use super::log::Log;
use super::read::catalog;
use super::registry::Registry;

/// A catalog from somebody's file, checked.
#[derive(Debug, Clone)]
pub struct OwnCatalog {
    /// The catalog.
    pub catalog: Catalog,
    /// What it points at: the registry that it was read against, and behind that what it brings
    /// along.
    pub registry: Registry,
}

/// Reads a file against a registry: the program's own, and what other such files brought. The id
/// of the catalog is none of those that are `taken`.
///
/// # Errors
/// Everything that is wrong with it, as far as that can be told, at most
/// [`MOST_FAULTS`](super::MOST_FAULTS); nothing is half loaded.
pub fn read(text: &str, registry: &Registry, taken: &[&str]) -> Result<OwnCatalog, Vec<Fault>> {
    if text.len() > BYTES {
        let wrong = Wrong::TooMuch { limit: Limit::Bytes, found: text.len() };
        return Err(vec![Fault { place: Place::File, way: Way::default(), line: None, wrong }]);
    }
    let file = File::parse(text)?;
    let mut catalog = file.read(Place::File, catalog)?;
    let mut log = Log::of(Place::Catalog(catalog.id.clone()));
    if taken.contains(&catalog.id.as_str()) {
        log.note_at("id", Wrong::CatalogTaken(catalog.id.to_string()));
    }
    limits::check(&mut log, &catalog);
    // Where there is too much of something, it is not looked at one by one.
    if !log.faults.iter().any(|fault| matches!(fault.wrong, Wrong::TooMuch { .. })) {
        let registry = registry.joined(&mut log, &catalog);
        check::rules(&mut log, &catalog, &registry);
        if log.faults.is_empty() {
            catalog.share_capabilities();
            return Ok(OwnCatalog { catalog, registry });
        }
    }
    Err(file.found(log.faults))
}

/// Reads what was [kept](Catalog::kept) of a catalog, against the registry of today. Papers and
/// questions that it does not have any more are those that were kept.
///
/// # Errors
/// Everything that is wrong with it: an answer that it asks for may not be there any more.
pub fn read_kept(text: &str, registry: &Registry) -> Result<OwnCatalog, Vec<Fault>> {
    let file = File::parse(text)?;
    let mut catalog = file.read(Place::File, catalog)?;
    let brought = &mut catalog.brought;
    brought.documents.retain(|one| registry.document(one.id.as_str()).is_none());
    brought.facts.retain(|one| registry.fact(one.id.as_str()).is_none());
    for document in &mut brought.documents {
        // Its name may have gone over to another entry.
        if registry.document_called(&document.name).is_some() {
            document.name = format!("{}（{}）", document.name, document.id).into();
        }
    }
    let mut log = Log::of(Place::Catalog(catalog.id.clone()));
    let registry = registry.joined(&mut log, &catalog);
    check::rules(&mut log, &catalog, &registry);
    if log.faults.is_empty() { Ok(OwnCatalog { catalog, registry }) } else { Err(file.found(log.faults)) }
}
