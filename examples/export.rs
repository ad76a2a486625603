//! Prints a catalog in the shape of WeChat's open-platform answer, without a browser.
//!
//! `cargo run -q --example export -- <catalog id, or path of a catalog file>`; what is wrong goes
//! to standard error, with exit code 2 and nothing on standard output.

mod catalog_argument;

use std::process::ExitCode;

use leimu::interchange::export;

fn main() -> ExitCode {
    catalog_argument::answer("export", |registry, catalog| {
        serde_json::to_string(&export(catalog, registry)).map_err(|error| error.to_string())
    })
}
