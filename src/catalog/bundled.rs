//! The catalogs that come with the program.

use super::category::Catalog;
use super::check::{self, DataError};
use super::registry::Registry;

/// The registry and the catalogs, checked.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// What the catalogs point at.
    pub registry: Registry,
    /// Every catalog; the one a newcomer sees first stands first.
    pub catalogs: Vec<Catalog>,
}

/// Why data could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file is not of the format; the message has line and column.
    #[error("{file}: {error}")]
    Format {
        /// The file.
        file: String,
        /// What is wrong with it.
        error: serde_json::Error,
    },
    /// The files read well, but what they say does not hold together.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Data(Vec<DataError>),
}

const DOCUMENTS: &str = include_str!("../../data/documents.json");
const FACTS: &str = include_str!("../../data/facts.json");
const CATALOGS: [(&str, &str); 3] = [
    ("tencent-live-2022.json", include_str!("../../data/tencent-live-2022.json")),
    ("baidu-2019.json", include_str!("../../data/baidu-2019.json")),
    ("tencent-live-2021.json", include_str!("../../data/tencent-live-2021.json")),
];

/// Reads and checks what comes with the program.
///
/// # Errors
/// The first file that is not of the format, or everything that does not hold together. The
/// native tests load the same bytes, so a released page never sees either.
pub fn bundled() -> Result<Bundle, LoadError> {
    let format = |file: &str| {
        let file = file.to_owned();
        move |error| LoadError::Format { file, error }
    };
    let registry = Registry::read(DOCUMENTS, FACTS).map_err(format("documents.json, facts.json"))?;
    let catalogs = CATALOGS
        .iter()
        .map(|(file, text)| serde_json::from_str(text).map_err(format(file)))
        .collect::<Result<Vec<Catalog>, _>>()?;
    let mut faults = check::registry(&registry);
    for catalog in &catalogs {
        faults.extend(check::catalog(catalog, &registry));
    }
    if faults.is_empty() { Ok(Bundle { registry, catalogs }) } else { Err(LoadError::Data(faults)) }
}

impl Bundle {
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
        let catalog: Catalog =
            serde_json::from_str(text).map_err(|error| LoadError::Format { file: file.to_owned(), error })?;
        let faults = check::catalog(&catalog, &self.registry);
        if faults.is_empty() { Ok(catalog) } else { Err(LoadError::Data(faults)) }
    }
}
