//! Drafts that come from files, and go to them.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Drafts, key_of, naming};
use crate::draft::Draft;
use crate::draft::file::{self, FileFault};

/// What came of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// The ids of the drafts that it added.
    pub added: Vec<String>,
    /// How many were there already, to the letter.
    pub known: usize,
}

impl Drafts {
    /// Takes in the drafts of a file. One that is here with other content stays as it is, and that
    /// of the file opens beside it; the same file again changes nothing.
    ///
    /// # Errors
    /// Everything that is wrong with the file; nothing has changed then.
    pub fn import(self, text: &str) -> Result<Imported, Vec<FileFault>> {
        let mut imported = Imported::default();
        for draft in file::read(text)? {
            match self.desk.with_untracked(|desk| desk.place_for(draft)) {
                None => imported.known = imported.known.saturating_add(1),
                Some(draft) => {
                    imported.added.push(draft.id.clone());
                    self.desk.update(|desk| desk.put(Arc::new(draft)));
                }
            }
        }
        for id in &imported.added {
            self.keep(id);
            self.keep_data_of(id);
        }
        Ok(imported)
    }

    /// The text of a file with the draft of this id.
    #[must_use]
    pub fn export(self, id: &str) -> String {
        self.desk.with_untracked(|desk| desk.draft(id).and_then(|draft| file::write(&[draft]).ok())).unwrap_or_default()
    }

    /// The text of a file with every draft.
    #[must_use]
    pub fn export_all(self) -> String {
        self.desk.with_untracked(|desk| {
            let all: Vec<&Draft> = desk.list.iter().map(|draft| &**draft).collect();
            file::write(&all).unwrap_or_default()
        })
    }
}

impl super::Desk {
    /// The draft of a file as it can be added; none where it is here already.
    fn place_for(&self, draft: Draft) -> Option<Draft> {
        let is_unread = |id: &str| self.unreadable.iter().any(|other| other.key == key_of(id));
        match self.draft(&draft.id) {
            Some(known) if **known == draft => None,
            None if !is_unread(&draft.id) => Some(draft),
            _ => {
                let beside = naming::id_of(&draft);
                let is_there = self.draft(&beside).is_some() || is_unread(&beside);
                (!is_there).then(|| naming::version_of_file(draft))
            }
        }
    }
}
