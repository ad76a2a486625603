//! What a visitor is working on among the own catalogs. It outlives the screen, which is drawn anew
//! when a catalog comes or goes.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::FileError;
use crate::catalog::{CategoryPath, Fault};

/// What a visitor is working on.
#[derive(Debug, Clone, Copy)]
pub struct Workshop {
    /// The name of a category to be pasted, as it is typed.
    pub name: RwSignal<String>,
    /// The wording of a category to be pasted.
    pub wording: RwSignal<String>,
    /// What became of the last thing that was tried.
    pub outcome: RwSignal<Option<Outcome>>,
}

/// What became of something that was tried.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// A catalog was added: its short name, and how many categories it has.
    Added(String, usize),
    /// A pasted category was added: the address of its screen, and its path.
    Pasted(String, CategoryPath),
    /// A catalog was taken out.
    Removed(String),
    /// What was taken out or replaced is back.
    Restored,
    /// A file was refused for these faults.
    Refused(String, Arc<[Fault]>),
    /// A file could not be taken as text.
    NotRead(String, FileError),
}

impl Workshop {
    /// Nothing begun.
    #[must_use]
    pub fn new() -> Self {
        Self { name: RwSignal::new(String::new()), wording: RwSignal::new(String::new()), outcome: RwSignal::new(None) }
    }

    /// The path that the typed name stands for: levels are set apart by ` / ` or `>`, because a name
    /// may itself contain a stroke.
    #[must_use]
    pub fn path(self) -> CategoryPath {
        let name = self.name.get().replace(['>', '＞'], " / ");
        CategoryPath(name.split(" / ").map(str::trim).filter(|level| !level.is_empty()).map(Into::into).collect())
    }
}

impl Default for Workshop {
    fn default() -> Self {
        Self::new()
    }
}
