//! Trunk, the command-line tool of wasm-bindgen and, for the tests, mdBook and geckodriver, compiled from crates.

use super::{Need, step};
use crate::error::{Error, Result};
use crate::pins::Pins;
use crate::process;
use crate::project::Project;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, IsTerminal};
use std::process::Command;

/// A program that comes from a crate.
struct Tool<'a> {
    name: &'a str,
    package: &'a str,
    version: &'a str,
    arguments: &'a [&'a str],
    /// How far it is worth compiling: at level 3 both take ten minutes.
    optimisation: &'a str,
    about: &'a str,
}

/// The mdBook that the browser tests make a book with. It builds nothing of ours, so nothing else names it.
const MDBOOK: &str = "0.5.4";

/// The driver of Firefox.
const GECKODRIVER: &str = "0.37.1";

/// Installs them unless they are there in the pinned versions.
pub(super) fn install(project: &Project, pins: &Pins, need: Need, path: &OsStr) -> Result<()> {
    let mut tools = vec![
        Tool {
            name: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: &pins.wasm_bindgen,
            arguments: &[],
            // It reads tens of megabytes at every reload of a development build.
            optimisation: "1",
            about: "2 ½ minutes",
        },
        Tool {
            name: "trunk",
            package: "trunk",
            version: &pins.trunk,
            // Without its features it can download nothing.
            arguments: &["--no-default-features"],
            optimisation: "0",
            about: "4 minutes",
        },
    ];
    if need == Need::Tests {
        tools.push(Tool {
            name: "mdbook",
            package: "mdbook",
            version: MDBOOK,
            // Without its features it neither serves nor watches nor searches.
            arguments: &["--no-default-features"],
            optimisation: "0",
            about: "1 minute",
        });
        tools.push(Tool {
            name: "geckodriver",
            package: "geckodriver",
            version: GECKODRIVER,
            arguments: &[],
            optimisation: "0",
            about: "1 minute",
        });
    }
    let missing: Vec<&Tool> = tools.iter().filter(|tool| !tool.is_there(path)).collect();
    for tool in &missing {
        let what = format!("{} {}, compiled from its crate", tool.name, tool.version);
        step(&what, tool.about, || tool.compile(project))?;
        if !tool.is_there(path) {
            return Err(Error::Missing {
                what: format!("{} {}", tool.name, tool.version),
                remedy: format!("delete {} and run the same again", project.tools().display()),
            });
        }
    }
    if !missing.is_empty() {
        // Kept until here so that an interrupted set-up goes on where it was; it is a gigabyte.
        fs::remove_dir_all(project.tools().join("build")).ok();
    }
    Ok(())
}

impl Tool<'_> {
    fn is_there(&self, path: &OsStr) -> bool {
        process::find(self.name, path)
            .and_then(|program| process::output(Command::new(program).arg("--version")))
            .is_some_and(|answer| number(&answer) == Some(self.version))
    }

    fn compile(&self, project: &Project) -> Result<()> {
        // A locked dependency may not be in the registry yet, which shows within a second.
        process::run(self.cargo_install(project).arg("--locked")).or_else(|_| {
            println!("set-up: not with the versions {} was released with; trying the newest that fit", self.package);
            process::run(&mut self.cargo_install(project))
        })
    }

    fn cargo_install(&self, project: &Project) -> Command {
        let mut command = process::cargo();
        command
            .args(["install", self.package, "--version", self.version, "--force"])
            .args(self.arguments)
            .arg("--root")
            .arg(project.tools())
            .arg("--target-dir")
            .arg(project.tools().join("build"))
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.optimisation)
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        // A person wants to see that it goes on; a log needs no three hundred lines of it.
        if !io::stderr().is_terminal() {
            command.arg("--quiet");
        }
        command
    }
}

/// `trunk 0.21.14` is version 0.21.14; what follows it, such as a commit, does not matter.
fn number(answer: &str) -> Option<&str> {
    answer.split_whitespace().nth(1).map(|number| number.trim_start_matches('v'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_second_word() {
        assert_eq!(number("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(number("mdbook v0.5.4"), Some("0.5.4"));
        assert_eq!(number("wasm-bindgen 0.2.130 (1a2b3c4)"), Some("0.2.130"));
        assert_eq!(number(""), None);
    }
}
