//! What is done with the source tables, which stay outside of the project.
//!
//! `check` walks every row of the sources against the catalogs and lists what of the source is not
//! found typed in the catalog, and what of the catalog is not found in the source. With `--prove`
//! it also deletes everything that the catalogs say, one thing at a time, and shows that each
//! deletion is noticed. `transcribe` writes the catalogs that are read by the reader.

mod check;
mod double_entry;
mod kept;
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

use kept::Kept;
use report::Findings;
use source::{Format, Source, interfaces};
use transcribe::Wanted;

/// The sources that this program can read, by the catalog that was written from each; and whether
/// the reader wrote it, with what is kept in `data/readings`.
const SOURCES: [(&str, &str, Format, bool); 5] = [
    ("tencent-live-2022", "000_5ae460e311ff0754.txt", Format::Tencent, false),
    ("tencent-live-2021", "001_4b97bcff6552ab4d.txt", Format::Tencent, false),
    ("baidu-2019", "004_59f0e2e1815a5db7.txt", Format::Baidu, false),
    ("baidu-2020", "baidu-categories-2020-02-13.md", Format::Baidu, true),
    ("wechat-2026", "wechat-categories-2026-02.tsv", Format::Wechat, true),
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
    let page = read(folder, interfaces::FILE)?;
    for (id, file, format, is_read) in SOURCES {
        let text = read(folder, file)?;
        let mut source = Source::read(file, &text, format).map_err(|error| error.to_string())?;
        let kept = if is_read { Some(Kept::read(id)?) } else { None };
        if is_read {
            source.interfaces = interfaces::Page::read(&page).map_err(|error| error.to_string())?;
        }
        let catalog = bundle.catalog(id).ok_or_else(|| format!("the bundled data has no catalog `{id}`"))?;
        sources.push((catalog, source, kept));
    }
    for (catalog, source, kept) in &sources {
        findings.add(check::catalog(catalog, source, kept.as_ref(), &bundle.registry));
    }
    let by_hand = sources.iter().filter(|(_, _, kept)| kept.is_none()).map(|(catalog, source, _)| (*catalog, source));
    let again = double_entry::check(by_hand, &bundle.registry)?;
    for fault in &again.faults {
        println!("{fault}");
    }
    println!("{}", again.summary());
    for fault in &findings.faults {
        println!("{fault}");
    }
    say_unread(&bundle);
    for limit in findings.limits() {
        println!("{limit}");
    }
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
    for (catalog, source, kept) in &sources {
        proof.catalog(catalog, source, kept.as_ref(), &bundle.registry);
    }
    for unnoticed in &proof.unnoticed {
        println!("not noticed: {unnoticed}");
    }
    println!("{}", proof.summary());
    Ok(proof.unnoticed.is_empty())
}

fn read(folder: &Path, file: &str) -> Result<String, String> {
    let path = folder.join(file);
    std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Names the catalogs that are not compared here, so that nobody believes them checked.
fn say_unread(bundle: &Bundle) {
    for catalog in &bundle.catalogs {
        if !SOURCES.iter().any(|(id, ..)| *id == catalog.id.as_str()) {
            println!("not compared here: catalog `{}`", catalog.id);
        }
    }
}
