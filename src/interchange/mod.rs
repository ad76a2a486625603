//! What other programs read: the evaluation of a catalog as JSON, and the catalog in the shape of
//! WeChat's open-platform answer.

mod export;
mod screen;

pub use export::{ExportedCatalog, ExportedCategory, Group, Inner, Listed, Qualify, export};
pub use screen::{ScreenedCatalog, ScreenedCategory, ScreenedCause, ScreenedStep, screen};
