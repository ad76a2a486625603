//! Checks the data and packs it for the program. A fault in a data file stops the build with its
//! place.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

// The types of the data and their rules are the program's own.
#[allow(dead_code, unused_imports, missing_docs, unreachable_pub)]
#[path = "src/catalog/mod.rs"]
mod catalog;

// How the program writes and reads the characters of the data.
#[path = "src/search"]
mod search {
    pub(crate) mod making;
    pub(crate) mod sounds;
}

/// The one that a newcomer sees first stands first.
const CATALOGS: [&str; 5] = ["wechat-2026", "baidu-2020", "tencent-live-2022", "tencent-live-2021", "baidu-2019"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/catalog");
    println!("cargo::rerun-if-changed=src/search/making.rs");
    println!("cargo::rerun-if-changed=src/search/sounds.rs");
    let data = Path::new("data");
    let read = |name: &str| {
        let path = data.join(format!("{name}.json"));
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let texts = CATALOGS.iter().map(|name| read(name)).collect::<Result<Vec<_>, _>>()?;
    let files: Vec<String> = CATALOGS.iter().map(|name| format!("{name}.json")).collect();
    let catalogs: Vec<(&str, &str)> = files.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
    let (documents, facts, english, links) = (read("documents")?, read("facts")?, read("english")?, read("links")?);
    let bundle = catalog::Bundle::read(&documents, &facts, &english, &links, &catalogs)?;
    let (readings, variants) = search::making::tables(&bundle)?;
    let out = env::var("OUT_DIR")?;
    let packed = catalog::pack::pack(&bundle);
    for (name, bytes) in [("bundle.bin", packed), ("readings.bin", readings), ("variants.bin", variants)] {
        fs::write(Path::new(&out).join(name), bytes)?;
    }
    // A catalog says what it says with the papers and facts that it points at.
    let versions: Vec<_> =
        CATALOGS.iter().zip(&texts).map(|(id, text)| (id, catalog::fingerprint(&[&documents, &facts, text]))).collect();
    fs::write(Path::new(&out).join("versions.rs"), format!("&{versions:?}"))?;
    let every: Vec<&str> =
        [&documents, &facts, &english, &links].into_iter().chain(&texts).map(String::as_str).collect();
    println!("cargo::rustc-env=LEIMU_DATA={}", catalog::fingerprint(&every));
    Ok(())
}
