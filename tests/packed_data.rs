//! The packed data is the data of the files, and damage to it is noticed.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::fs;
use std::path::Path;

use leimu::bundled;
use leimu::catalog::{Bundle, pack};

fn from_files() -> Bundle {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let read = |name: &str| fs::read_to_string(data.join(name)).unwrap();
    let names = bundled().unwrap().catalogs.iter().map(|catalog| format!("{}.json", catalog.id)).collect::<Vec<_>>();
    let texts: Vec<String> = names.iter().map(|name| read(name)).collect();
    let catalogs: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
    Bundle::read(&read("documents.json"), &read("facts.json"), &read("links.json"), &catalogs).unwrap()
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
        name.ends_with(".json") && name != "documents.json" && name != "facts.json" && name != "links.json"
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

/// All data together is downloaded with every first visit: 60 KB (of 1,024 bytes) is what it may be.
#[test]
fn the_data_is_small() {
    const MOST: usize = 60 * 1024;
    let bytes = pack::pack(&from_files());
    let mut squeezed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut squeezed, &parameters).unwrap();
    println!("{} bytes, {} in brotli", bytes.len(), squeezed.len());
    assert!(squeezed.len() <= MOST, "{} bytes in brotli, {} are allowed", squeezed.len(), MOST);
}
