//! Evaluates a profile against every category of a catalog, without a browser.
//!
//! `cargo run -q --example screen -- <catalog id, or path of a catalog file>` reads a profile as
//! JSON on standard input and writes the evaluation as JSON to standard output. What is wrong
//! with the input goes to standard error, with exit code 2 and nothing on standard output.

mod catalog_argument;

use std::io::Read;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use leimu::eligibility::CatalogRules;
use leimu::interchange::screen;
use leimu::profile::{Date, WrittenProfile};

fn main() -> ExitCode {
    catalog_argument::answer("screen", |registry, catalog| {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(|error| format!("standard input: {error}"))?;
        let written =
            WrittenProfile::parse(&text).map_err(|error| format!("the profile on standard input: {error}"))?;
        let profile = written.read(registry).map_err(|errors| {
            errors.iter().map(|error| format!("the profile on standard input: {error}")).collect::<Vec<_>>().join("\n")
        })?;
        let rules = CatalogRules::new(catalog, registry);
        serde_json::to_string(&screen(&rules, &profile, today())).map_err(|error| error.to_string())
    })
}

/// The day in UTC.
fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date::from_days(u32::try_from(seconds / 86_400).unwrap_or(0))
}
