//! rustfmt and clippy, which come with most toolchains.

use super::step;
use crate::error::{Error, Result};
use crate::process;
use std::process::Command;

/// Adds those that are missing.
pub(super) fn install() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if is_there(subcommand) {
            continue;
        }
        step(&format!("the Rust component {component}"), "10 s", || {
            process::run(Command::new("rustup").args(["component", "add", component]))
        })
        .map_err(|_| Error::Missing {
            what: format!("`cargo {subcommand}`"),
            remedy: format!("install {component} for the toolchain that `cargo --version` names"),
        })?;
    }
    Ok(())
}

fn is_there(subcommand: &str) -> bool {
    process::output(process::cargo().args([subcommand, "--version"])).is_some()
}
