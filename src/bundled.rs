//! The catalogs that come with the program.

use crate::catalog::{Bundle, LoadError, pack};

/// The version of all that comes with the program: it changes with any letter of it.
pub const DATA_VERSION: &str = env!("LEIMU_DATA");

/// What comes with the program, packed.
pub(crate) const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundle.bin"));

/// Unpacks what comes with the program. It was checked when it was packed.
///
/// # Errors
/// [`LoadError::Damaged`], where the program itself is.
pub fn bundled() -> Result<Bundle, LoadError> {
    pack::unpack(PACKED).ok_or(LoadError::Damaged)
}

/// The version of the data of each bundled catalog: it changes with any letter of it.
const VERSIONS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/versions.rs"));

/// The version of a bundled catalog's data; none where there is no such catalog.
#[must_use]
pub fn data_version(catalog: &str) -> Option<&'static str> {
    VERSIONS.iter().find(|(id, _)| *id == catalog).map(|(_, version)| *version)
}
