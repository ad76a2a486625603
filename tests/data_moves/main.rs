//! Data moves on: what is kept of a catalog says later what has changed, and only that.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use leimu::bundled;
use leimu::catalog::{Catalog, CategoryPath, Kind, Registry, own};
use leimu::eligibility::{CatalogRules, Moved, difference, moved};
use leimu::profile::{Date, WrittenProfile};

fn every(catalog: &Catalog) -> BTreeSet<&CategoryPath> {
    catalog.categories.iter().map(|category| &category.path).collect()
}

/// What is kept, read back against this registry.
fn kept(catalog: &Catalog, from: &Registry, against: &Registry) -> own::OwnCatalog {
    let text = catalog.kept(&every(catalog), from).to_compact_json();
    own::read_kept(&text, against).unwrap_or_else(|faults| panic!("{}: {faults:?}", catalog.id))
}

#[test]
fn what_is_kept_of_every_catalog_means_the_same() {
    let bundle = bundled().unwrap();
    for catalog in &bundle.catalogs {
        let kept = kept(catalog, &bundle.registry, &bundle.registry);
        assert!(kept.catalog.brought.is_empty(), "the registry has it all");
        assert_eq!(moved(&kept.catalog, catalog, &kept.registry), [], "{}", catalog.id);
        assert_eq!(moved(catalog, &kept.catalog, &kept.registry), [], "{}", catalog.id);
    }
}

#[test]
fn what_is_kept_is_small() {
    let bundle = bundled().unwrap();
    for catalog in &bundle.catalogs {
        let text = catalog.kept(&every(catalog), &bundle.registry).to_compact_json();
        let all = text.encode_utf16().count();
        let each = all / catalog.categories.len();
        println!("{}: {all} characters, {each} a category", catalog.id);
        assert!(all < 280_000, "{}: {all}", catalog.id);
    }
}

#[test]
fn whatever_has_not_moved_has_the_same_verdict_for_everybody() {
    let bundle = bundled().unwrap();
    let newer = bundle.catalogs.iter().find(|one| one.id.as_str() == "baidu-2019").unwrap();
    let mut older = newer.clone();
    // Every third category asked for what its neighbour asks for.
    for at in (0..older.categories.len() - 1).step_by(3) {
        older.categories[at].requirement = newer.categories[at + 1].requirement.clone();
    }
    let moved = moved(&older, newer, &bundle.registry);
    assert!(!moved.is_empty());
    let today = Date::of(2026, 6, 1).unwrap();
    let (was, is) = (CatalogRules::new(&older, &bundle.registry), CatalogRules::new(newer, &bundle.registry));
    for subject in ["enterprise", "government", "personal"] {
        let profile = WrittenProfile { subject: Some(subject.into()), ..WrittenProfile::default() };
        let profile = profile.salvage(&bundle.registry).0;
        for (at, category) in newer.categories.iter().enumerate() {
            let verdicts = [&was, &is].map(|rules| rules.evaluate_one(at, &profile, today).unwrap().verdict);
            let is_moved = moved.iter().any(|one| one.path == category.path);
            assert!(is_moved || verdicts[0] == verdicts[1], "{}: {verdicts:?}", category.path);
        }
    }
}

#[test]
fn what_changed_and_what_is_gone_is_told_and_papers_that_are_gone_are_named() {
    let bundle = bundled().unwrap();
    let older = bundle.catalogs.iter().find(|one| one.id.as_str() == "tencent-live-2022").unwrap();
    let text = older.kept(&every(older), &bundle.registry).to_json();
    let path = CategoryPath::of(&["教育", "驾校培训"]);

    // Newer data: a paper has another id, a category asks for nothing, another one is gone.
    let mut registry = bundle.registry.clone();
    let licence = registry.documents.iter().position(|one| one.id.as_str() == "road-transport-licence").unwrap();
    registry.documents[licence].id = "transport-licence".into();
    let Registry { documents, facts, activities, access_methods, .. } = registry;
    let registry = Registry::new(documents, facts, activities, access_methods);
    let mut newer = older.clone();
    newer.categories.retain(|category| category.path.to_string() != "社交/直播");
    let at = newer.categories.iter().position(|category| category.path == path).unwrap();
    newer.categories[at].requirement.kind = Kind::Nothing;
    for category in &mut newer.categories {
        let mut asks = false;
        category.requirement.walk(&mut |node| {
            asks |= matches!(&node.kind, Kind::Document(asked) if asked.document.as_str() == "road-transport-licence");
        });
        if asks {
            category.requirement.kind = Kind::Unlisted;
        }
    }

    let read = own::read_kept(&text, &registry).unwrap();
    let gone = read.registry.document("road-transport-licence").unwrap();
    assert_eq!(&*gone.name, "《道路运输经营许可证》（road-transport-licence）", "its name is that of another now");
    let found = moved(&read.catalog, &newer, &read.registry);
    let paths: Vec<String> = found.iter().map(|one| one.path.to_string()).collect();
    assert_eq!(paths[0], "社交/直播", "what is gone comes first");
    assert_eq!(found[0].difference, None);
    let Some(Moved { difference: Some(changed), .. }) = found.iter().find(|one| one.path == path) else { panic!() };
    let (was, is) = (read.catalog.category(&path).unwrap(), newer.category(&path).unwrap());
    assert_eq!(*changed, difference((&read.catalog, was), (&newer, is), &read.registry));
    let say = &leimu::i18n::ZH;
    let told = leimu::wording::changes(changed, &read.registry, say).concat();
    assert!(told.contains("（road-transport-licence）"), "{told}");
}
