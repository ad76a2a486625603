//! Looks for what a catalog says that cannot be meant, without a browser.
//!
//! `cargo run -q --example lint -- <catalog id, or path of a catalog file> [zh|en]` prints one
//! finding a line, in Chinese unless asked otherwise. The exit code is 0 where there is none, 1
//! where there are some, and 2 where the catalog cannot be read, which standard error explains.

mod catalog_argument;

use std::process::ExitCode;

use leimu::i18n::{EN, Messages, ZH};
use leimu::lint::lint;
use leimu::wording::finding_words;

fn main() -> ExitCode {
    match findings() {
        Ok(findings) if findings.is_empty() => ExitCode::SUCCESS,
        Ok(findings) => {
            println!("{}", findings.join("\n"));
            ExitCode::from(1)
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn findings() -> Result<Vec<String>, String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (wanted, say): (&str, &Messages) = match arguments.as_slice() {
        [wanted] | [wanted, "zh"] => (wanted, &ZH),
        [wanted, "en"] => (wanted, &EN),
        _ => {
            return Err(
                "usage: cargo run -q --example lint -- <catalog id, or path of a catalog file> [zh|en]".to_owned()
            );
        }
    };
    catalog_argument::with_catalog(wanted, |registry, catalog| {
        let findings = lint(catalog, registry);
        Ok(findings.iter().map(|finding| finding_words(finding, registry, say)).collect())
    })
}
