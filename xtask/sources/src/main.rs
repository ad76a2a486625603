//! What is done with the source tables, which stay outside of the project.
//!
//! `check` walks every row of the sources against the catalogs and lists what of the source is not
//! found typed in the catalog, and what of the catalog is not found in the source. With `--prove`
//! it also deletes everything that the catalogs say, one thing at a time, and shows that each
//! deletion is noticed. `transcribe` writes the catalogs that are read by the reader.

mod check;
mod double_entry;
mod normal;
mod prove;
mod report;
mod source;
mod transcribe;

#[cfg(test)]
mod fixtures;

use std::path::Path;
use std::process::ExitCode;

use leimu::bundled;
use leimu::catalog::Bundle;

use report::Findings;
use source::{Format, Source};
use transcribe::Wanted;

/// The sources that this program can read, by the catalog that was written from each.
const SOURCES: [(&str, &str, Format); 3] = [
    ("tencent-live-2022", "000_5ae460e311ff0754.txt", Format::Tencent),
    ("tencent-live-2021", "001_4b97bcff6552ab4d.txt", Format::Tencent),
    ("baidu-2019", "004_59f0e2e1815a5db7.txt", Format::Baidu),
];

const USAGE: &str = "\
usage: sources check <folder of the source files> [--prove]
       sources transcribe <folder of the source files> [--compare | --show] [catalog]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["check", folder] => run(Path::new(folder), false),
        ["check", folder, "--prove"] | ["check", "--prove", folder] => run(Path::new(folder), true),
        ["transcribe", folder] => transcribe::run(Path::new(folder), Wanted::Written, None),
        ["transcribe", folder, "--compare"] => transcribe::run(Path::new(folder), Wanted::Compared, None),
        ["transcribe", folder, "--show"] => transcribe::run(Path::new(folder), Wanted::Shown, None),
        ["transcribe", folder, "--show", id] => transcribe::run(Path::new(folder), Wanted::Shown, Some(id)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("sources: {message}");
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
    let again = double_entry::check(&sources, &bundle.registry)?;
    for fault in &again.faults {
        println!("{fault}");
    }
    println!("{}", again.summary());
    for fault in &findings.faults {
        println!("{fault}");
    }
    say_unread(&bundle);
    println!("{}", findings.summary());
    if !findings.faults.is_empty() || !again.faults.is_empty() {
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

/// Names the catalogs that are not compared here, so that nobody believes them checked.
fn say_unread(bundle: &Bundle) {
    for catalog in &bundle.catalogs {
        if !SOURCES.iter().any(|(id, _, _)| *id == catalog.id.as_str()) {
            println!(
                "not compared here: catalog `{}`; `transcribe --compare` is for those that the reader wrote",
                catalog.id
            );
        }
    }
}
