//! What is handed over, read back as other programs read it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot set itself up has failed")]

#[path = "../given/mod.rs"]
mod given;

mod csv;
mod markdown;
mod words;

use given::{Given, bundle, today};
use leimu::catalog::CategoryPath;
use leimu::checklist::{Checklist, Chosen, checklist};
use leimu::data_version;
use leimu::i18n::{Messages, ZH};
use serde_json::Value;

/// The checklist for these categories of a bundled catalog.
#[track_caller]
fn of(catalog: &str, paths: &[&[&str]], profile: &Value, say: &Messages) -> Checklist {
    let given = Given::bundled(catalog);
    let rules = given.rules();
    let links: Vec<String> = paths.iter().map(|path| format!("https://example.org/#/c/{}", path.join("/"))).collect();
    let chosen = paths.iter().zip(&links).map(|(path, link)| {
        let path = CategoryPath::of(path);
        let at = given.catalog.categories.iter().position(|category| category.path == path).unwrap();
        Chosen { rules: &rules, at, version: data_version(catalog).unwrap(), link }
    });
    let chosen: Vec<Chosen<'_>> = chosen.collect();
    let title = if let [path] = paths { path.join(" / ") } else { "甲公司".to_owned() };
    checklist(&title, &chosen, &given.registry, &given.profile(profile), today(), say)
}

/// Every category of every bundled catalog, for nobody in particular.
fn every_category() -> impl Iterator<Item = Checklist> {
    bundle().catalogs.iter().flat_map(|catalog| {
        let rules: &'static _ = Box::leak(Box::new(leimu::eligibility::CatalogRules::new(catalog, &bundle().registry)));
        (0..catalog.categories.len()).map(move |at| {
            let chosen = Chosen { rules, at, version: data_version(catalog.id.as_str()).unwrap(), link: "" };
            checklist("类目", &[chosen], &bundle().registry, &leimu::profile::Profile::default(), today(), &ZH)
        })
    })
}
