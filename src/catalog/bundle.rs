//! Catalogs and the registry that they point at.

use super::category::Catalog;
use super::check;
use super::fault::{Fault, Place, Way, Wrong};
use super::json::File;
use super::links::{LinkError, Links};
use super::read;
use super::registry::Registry;

/// The registry and the catalogs, checked.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// What the catalogs point at.
    pub registry: Registry,
    /// Every catalog; the one a newcomer sees first stands first.
    pub catalogs: Vec<Catalog>,
    /// What belongs together across catalogs.
    pub links: Links,
}

/// Why data could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file is not of the format, or what it says does not hold together.
    #[error("{}", .faults.iter().map(|fault| format!("{file}: {fault}")).collect::<Vec<_>>().join("\n"))]
    File {
        /// The file.
        file: String,
        /// What is wrong with it.
        faults: Vec<Fault>,
    },
    /// `links.json` is not of the format.
    #[error("links.json: {0}")]
    Format(serde_json::Error),
    /// Links between catalogs that do not hold.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Links(Vec<LinkError>),
    /// The packed data of this build is cut off.
    #[error("the bundled data is damaged")]
    Damaged,
}

impl Bundle {
    /// Reads and checks a registry with its names in English, its catalogs, each given as its file
    /// name and its text, and the links between them.
    ///
    /// # Errors
    /// The first file that is not of the format, or everything that does not hold together.
    pub fn read(
        documents: &str,
        facts: &str,
        english: &str,
        links: &str,
        catalogs: &[(&str, &str)],
    ) -> Result<Self, LoadError> {
        let registry = Registry::read(documents, facts)?.read_english(english)?;
        let faults = check::registry(&registry);
        if !faults.is_empty() {
            return Err(LoadError::File { file: "documents.json, facts.json".to_owned(), faults });
        }
        let links: Links = serde_json::from_str(links).map_err(LoadError::Format)?;
        let mut bundle = Self { registry, catalogs: Vec::new(), links };
        for (file, text) in catalogs {
            let catalog = bundle.read_catalog(file, text)?;
            bundle.catalogs.push(catalog);
        }
        let faults = bundle.links.check(&bundle.catalogs);
        if faults.is_empty() { Ok(bundle) } else { Err(LoadError::Links(faults)) }
    }

    /// The catalog of this id.
    #[must_use]
    pub fn catalog(&self, id: &str) -> Option<&Catalog> {
        self.catalogs.iter().find(|catalog| catalog.id.as_str() == id)
    }

    /// Reads one more catalog, against the registry of this bundle.
    ///
    /// # Errors
    /// What is wrong with it and where; nothing is half loaded.
    pub fn read_catalog(&self, file: &str, text: &str) -> Result<Catalog, LoadError> {
        let of_file = |faults| LoadError::File { file: file.to_owned(), faults };
        let written = File::parse(text).map_err(of_file)?;
        let mut catalog = written.read(Place::File, read::catalog).map_err(of_file)?;
        let mut faults = check::catalog(&catalog, &self.registry);
        if !catalog.brought.is_empty() {
            let place = Place::Catalog(catalog.id.clone());
            faults.push(Fault { place, way: Way::default(), line: None, wrong: Wrong::Brings });
        }
        if !faults.is_empty() {
            return Err(of_file(written.found(faults)));
        }
        catalog.share_capabilities();
        Ok(catalog)
    }
}
