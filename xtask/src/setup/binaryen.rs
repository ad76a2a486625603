//! wasm-opt, from the npm package binaryen.

use super::npm;
use super::packages::Group;
use super::step;
use crate::error::{Error, Result};
use crate::process;
use crate::project::Project;
use std::ffi::OsStr;
use std::fs;
use std::process::Command;

/// Node runs wasm-opt, and measures what the bundle weighs in brotli.
pub(super) const GROUP: Group =
    Group { what: "Node.js with npm", names: || vec!["nodejs".to_owned(), "npm".to_owned()], about: "1 minute" };

/// Installs wasm-opt of that version unless it is there.
pub(super) fn install(project: &Project, version: &str, path: &OsStr) -> Result<()> {
    let tools = project.tools();
    // Starting wasm-opt takes half a second, so its answer is kept; an interrupted install has none.
    let seen = tools.join("binaryen.version");
    let own = process::find("wasm-opt", tools.join("node_modules/.bin").as_os_str());
    if own.is_some() && fs::read_to_string(&seen).is_ok_and(|text| text == version) {
        return Ok(());
    }
    if own.is_none() && reported(path).as_deref() == Some(version) {
        return Ok(());
    }
    let package = format!("binaryen@{version}.0.0");
    step(&format!("wasm-opt, from the npm package {package}"), "5 s", || {
        fs::create_dir_all(&tools).map_err(Error::file(&tools))?;
        // npm takes the remains of an interrupted install for the whole; without any there is nothing to remove.
        fs::remove_dir_all(tools.join("node_modules")).ok();
        process::run(&mut npm::install(&tools, &package))?;
        if reported(path).as_deref() != Some(version) {
            return Err(Error::Missing {
                what: format!("wasm-opt {version}"),
                remedy: format!("delete {} and run the same again", tools.display()),
            });
        }
        fs::write(&seen, version).map_err(Error::file(&seen))
    })
}

/// The version of the wasm-opt that `path` leads to.
fn reported(path: &OsStr) -> Option<String> {
    let program = process::find("wasm-opt", path)?;
    number(&process::output(Command::new(program).env("PATH", path).arg("--version"))?)
}

/// `wasm-opt version 132 (version_132)` is version 132.
fn number(answer: &str) -> Option<String> {
    answer.split_whitespace().nth(2).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_in_which_wasm_opt_names_itself_are_read() {
        assert_eq!(number("wasm-opt version 132 (version_132)").as_deref(), Some("132"));
        assert_eq!(number("wasm-opt version 108").as_deref(), Some("108"));
        assert_eq!(number("not found"), None);
    }
}
