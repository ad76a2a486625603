//! What the examples do alike: find the catalog, print the answer, or say what is wrong.

#![allow(dead_code, reason = "every example uses its part")]

use std::path::Path;
use std::process::ExitCode;

use leimu::bundled;
use leimu::catalog::{Catalog, Registry, own};

/// Prints what `work` makes of the catalog that the only argument names.
pub(crate) fn answer(name: &str, work: impl FnOnce(&Registry, &Catalog) -> Result<String, String>) -> ExitCode {
    match run(name, work) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run(name: &str, work: impl FnOnce(&Registry, &Catalog) -> Result<String, String>) -> Result<String, String> {
    let mut arguments = std::env::args().skip(1);
    let (Some(wanted), None) = (arguments.next(), arguments.next()) else {
        return Err(format!("usage: cargo run -q --example {name} -- <catalog id, or path of a catalog file>"));
    };
    with_catalog(&wanted, work)
}

/// What `work` makes of the catalog of this id, or in the file at this path.
pub(crate) fn with_catalog<T>(
    wanted: &str,
    work: impl FnOnce(&Registry, &Catalog) -> Result<T, String>,
) -> Result<T, String> {
    let bundle = bundled().map_err(|error| error.to_string())?;
    if let Some(catalog) = bundle.catalog(wanted) {
        return work(&bundle.registry, catalog);
    }
    let known: Vec<_> = bundle.catalogs.iter().map(|catalog| catalog.id.as_str()).collect();
    if !Path::new(wanted).is_file() {
        return Err(format!("`{wanted}` is neither a catalog nor a file; the catalogs are {}", known.join(", ")));
    }
    let text = std::fs::read_to_string(wanted).map_err(|error| format!("{wanted}: {error}"))?;
    let own = own::read(&text, &bundle.registry, &known).map_err(|faults| {
        let told: Vec<_> = faults.iter().map(|fault| format!("{wanted}: {fault}")).collect();
        told.join("\n")
    })?;
    work(&own.registry, &own.catalog)
}
