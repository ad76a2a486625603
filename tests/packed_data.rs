//! The packed data is the data of the files, and damage to it is noticed.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use leimu::bundled;
use leimu::catalog::{Bundle, Registry, pack};

fn from_files() -> Bundle {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let read = |name: &str| fs::read_to_string(data.join(name)).unwrap();
    let names = bundled().unwrap().catalogs.iter().map(|catalog| format!("{}.json", catalog.id)).collect::<Vec<_>>();
    let texts: Vec<String> = names.iter().map(|name| read(name)).collect();
    let catalogs: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
    let (documents, facts, english) = (read("documents.json"), read("facts.json"), read("english.json"));
    Bundle::read(&documents, &facts, &english, &read("links.json"), &catalogs).unwrap()
}

/// The names and remarks in English, in the order of the names.
fn names(bundle: &Bundle) -> BTreeMap<&str, &str> {
    bundle.registry.english_names().collect()
}

#[test]
fn the_program_carries_just_what_the_files_say() {
    let (carried, written) = (bundled().unwrap(), from_files());
    assert_eq!(carried.catalogs.len(), 5);
    assert_eq!(format!("{:?}", carried.links), format!("{:?}", written.links));
    // Debug shows every field of every entry.
    assert_eq!(format!("{:?}", carried.registry.documents), format!("{:?}", written.registry.documents));
    assert_eq!(format!("{:?}", carried.registry.facts), format!("{:?}", written.registry.facts));
    assert_eq!(format!("{:?}", carried.registry.activities), format!("{:?}", written.registry.activities));
    assert_eq!(format!("{:?}", carried.registry.access_methods), format!("{:?}", written.registry.access_methods));
    assert_eq!(names(&carried), names(&written));
    for (carried, written) in carried.catalogs.iter().zip(&written.catalogs) {
        let id = &written.id;
        for (carried, written) in carried.categories.iter().zip(&written.categories) {
            assert_eq!(format!("{carried:?}"), format!("{written:?}"), "{id}: {}", written.path);
        }
        assert!(format!("{carried:?}") == format!("{written:?}"), "{id}: its head differs");
    }
}

#[test]
fn no_file_of_the_folder_is_left_out() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let files = fs::read_dir(data).unwrap().filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        let name = name.to_string_lossy();
        name.ends_with(".json")
            && name != "documents.json"
            && !["facts.json", "links.json", "english.json"].contains(&&*name)
    });
    assert_eq!(files.count(), bundled().unwrap().catalogs.len());
}

#[test]
fn bytes_that_are_cut_off_or_too_long_give_nothing() {
    let bytes = pack::pack(&from_files());
    assert!(pack::unpack(&bytes).is_some());
    for length in (0..bytes.len()).step_by(997).chain([bytes.len() - 1]) {
        assert!(pack::unpack(&bytes[..length]).is_none(), "{length} of {} bytes", bytes.len());
    }
    let longer: Vec<u8> = bytes.iter().copied().chain([0]).collect();
    assert!(pack::unpack(&longer).is_none());
}

/// All data together is downloaded with every first visit: the rules may be 60 KB (of 1,024 bytes),
/// what their names are in English 6 KB more. The remarks on the sources take 5 KB on top of those, and
/// what the sources say of the categories, some 700 phrases and sentences, 13 KB: whoever reads no Chinese
/// has no other way to learn what a category is for and what it forbids.
#[test]
fn the_data_is_small() {
    const MOST: usize = 60 * 1024;
    const MOST_ENGLISH: usize = (6 + 5 + 13) * 1024;
    let squeezed = |bundle: &Bundle| {
        let bytes = pack::pack(bundle);
        let mut squeezed = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut squeezed, &parameters).unwrap();
        (bytes.len(), squeezed.len())
    };
    let whole = from_files();
    let Registry { documents, facts, activities, access_methods, .. } = whole.registry.clone();
    let registry = Registry::new(documents, facts, activities, access_methods);
    let ((bytes, rules), (_, whole)) = (squeezed(&Bundle { registry, ..whole.clone() }), squeezed(&whole));
    let english = whole.saturating_sub(rules);
    println!("{bytes} bytes, {rules} in brotli; the English {english} more");
    assert!(rules <= MOST, "{rules} bytes in brotli, {MOST} are allowed");
    assert!(english <= MOST_ENGLISH, "{english} bytes of English in brotli, {MOST_ENGLISH} are allowed");
}
