//! The catalogs that come with the program.

use crate::catalog::{Bundle, LoadError, pack};

/// Names the data: other data has another name.
pub const DATA_VERSION: &str = env!("LEIMU_DATA");

/// Unpacks what comes with the program. It was checked when it was packed.
///
/// # Errors
/// [`LoadError::Damaged`], where the program itself is.
pub fn bundled() -> Result<Bundle, LoadError> {
    pack::unpack(include_bytes!(concat!(env!("OUT_DIR"), "/bundle.bin"))).ok_or(LoadError::Damaged)
}
