//! Search over everything that is bundled: every category and every paper by each of its names, and
//! laws that hold for whatever is typed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a world that cannot be built is a failing test")]

#[path = "../given/mod.rs"]
mod given;

mod cases;
mod everything;
mod laws;

use std::sync::OnceLock;

use given::bundle;
use leimu::catalog::Catalog;
use leimu::search::{Answer, Index, Thing};

/// The index of what is bundled.
fn index() -> &'static Index<'static> {
    static INDEX: OnceLock<Index<'static>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let catalogs: Vec<&Catalog> = bundle().catalogs.iter().collect();
        Index::new(&catalogs, &bundle().registry, &bundle().links)
    })
}

/// What a newcomer finds.
fn search(text: &str, most: usize) -> Answer {
    index().search(text, &bundle().catalogs[0].id.to_string(), most)
}

/// A thing as a person would tell it.
fn told(thing: Thing) -> String {
    match thing {
        Thing::Category(catalog, at) => {
            let catalog = &bundle().catalogs[catalog];
            format!("{}:{}", catalog.id, catalog.categories[at].path)
        }
        Thing::Document(at) => bundle().registry.documents[at].name.to_string(),
    }
}
