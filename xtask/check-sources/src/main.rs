//! Walks every row of the source files against the catalogs and lists what of the source is not
//! found typed in the catalog, and what of the catalog is not found in the source.
//!
//! The sources stay outside of the project, so this is not a test: `cargo run -p check-sources --
//! <sources folder>` is run where they are at hand. With `--prove` it also deletes everything that
//! the catalogs say, one thing at a time, and shows that each deletion is noticed.

mod check;
mod normal;
mod prove;
mod report;
mod source;

#[cfg(test)]
mod fixtures;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use leimu::bundled;
use leimu::catalog::Bundle;

use report::Findings;
use source::{Format, Source};

/// The sources that this program can read, by the catalog that was written from each.
const SOURCES: [(&str, &str, Format); 3] = [
    ("tencent-live-2022", "000_5ae460e311ff0754.txt", Format::Tencent),
    ("tencent-live-2021", "001_4b97bcff6552ab4d.txt", Format::Tencent),
    ("baidu-2019", "004_59f0e2e1815a5db7.txt", Format::Baidu),
];

const USAGE: &str = "usage: check-sources <folder of the source files> [--prove]";

fn main() -> ExitCode {
    let mut folder = None;
    let mut prove = false;
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--prove" => prove = true,
            other if !other.starts_with('-') && folder.is_none() => folder = Some(PathBuf::from(other)),
            other => {
                eprintln!("check-sources: `{other}` is not understood\n{USAGE}");
                return ExitCode::from(2);
            }
        }
    }
    let Some(folder) = folder else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&folder, prove) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("check-sources: {message}");
            ExitCode::from(2)
        }
    }
}

/// Whether nothing is missing; the error is about data or sources that cannot be read at all.
fn run(folder: &Path, prove: bool) -> Result<bool, String> {
    let bundle = bundled().map_err(|error| format!("the bundled data does not load:\n{error}"))?;
    let mut findings = Findings::default();
    let mut sources = Vec::new();
    for (id, file, format) in SOURCES {
        let path = folder.join(file);
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let source = Source::read(file, &text, format).map_err(|error| error.to_string())?;
        let catalog = bundle.catalog(id).ok_or_else(|| format!("the bundled data has no catalog `{id}`"))?;
        findings.add(check::catalog(catalog, &source, &bundle.registry));
        sources.push((catalog, source));
    }
    for fault in &findings.faults {
        println!("{fault}");
    }
    say_unread(&bundle);
    println!("{}", findings.summary());
    if !findings.faults.is_empty() {
        if prove {
            println!("not proved: a deletion is only noticed for certain where nothing is missing before it");
        }
        return Ok(false);
    }
    if !prove {
        return Ok(true);
    }
    let mut proof = prove::Proof::default();
    for (catalog, source) in &sources {
        proof.catalog(catalog, source, &bundle.registry);
    }
    for unnoticed in &proof.unnoticed {
        println!("not noticed: {unnoticed}");
    }
    println!("{}", proof.summary());
    Ok(proof.unnoticed.is_empty())
}

/// Names the catalogs that no reader is known for, so that nobody believes them checked.
fn say_unread(bundle: &Bundle) {
    for catalog in &bundle.catalogs {
        if !SOURCES.iter().any(|(id, _, _)| *id == catalog.id.as_str()) {
            println!("not checked: catalog `{}`, because no reader of its source is known", catalog.id);
        }
    }
}
