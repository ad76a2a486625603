//! The own catalog that pasted categories are kept in.

use crate::catalog::{Brought, Catalog, DateKnown, Words};
use crate::i18n::Messages;
use crate::profile::Date;
use crate::reader::Pasted;

/// The id of the catalog.
pub(super) const ID: &str = "pasted";

/// The catalog with one more category, in the place of the one of the same path, and with the papers
/// and questions that it needs. Nothing, where nothing was read.
pub(super) fn with(known: Option<Catalog>, pasted: &Pasted, today: Date, say: &Messages) -> Option<Catalog> {
    let category = pasted.category.clone()?;
    let mut catalog = known.unwrap_or_else(|| empty(say));
    catalog.date = today.to_string().into();
    catalog.categories.retain(|one| one.path != category.path);
    catalog.categories.push(category);
    for document in &pasted.documents {
        if catalog.brought.documents.iter().all(|known| known.id != document.id) {
            catalog.brought.documents.push(document.clone());
        }
    }
    for fact in &pasted.facts {
        if catalog.brought.facts.iter().all(|known| known.id != fact.id) {
            catalog.brought.facts.push(fact.clone());
        }
    }
    Some(catalog)
}

fn empty(say: &Messages) -> Catalog {
    Catalog {
        id: ID.into(),
        platform: ID.into(),
        title: say.pasted_catalog.into(),
        short: say.pasted_catalog.into(),
        publisher: say.pasted_publisher.into(),
        page: None,
        date: "".into(),
        date_known: DateKnown::Inferred,
        date_note: say.pasted_date.into(),
        copy: say.pasted_words.into(),
        file: "".into(),
        warning: Words { words: say.pasted_warning.into(), line: 1 },
        opening: Vec::new(),
        notes: Vec::new(),
        links: Vec::new(),
        forbidden: Vec::new(),
        capabilities: Vec::new(),
        repairs: Vec::new(),
        brought: Brought::default(),
        categories: Vec::new(),
    }
}
