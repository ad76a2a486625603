//! `cargo xtask size --functions`: what in the program is large.
//!
//! What is published has no names. The same program is optimised once more, from where it still has them and as
//! `index.html` says, but with its names: names change nothing else, so every function weighs what it does in the
//! bundle.

use crate::bundle;
use crate::error::{Error, Result};
use crate::process;
use crate::project::Project;
use crate::setup::{self, Need, WASM_TARGET};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Prints the largest functions, the modules, and the largest pieces of data.
pub(crate) fn print(project: &Project) -> Result<()> {
    let tools = setup::set_up(project, Need::Bundle)?;
    bundle::build(project, &tools)?;
    let target = project.wasm_target();
    let built = target.join("wasm-bindgen/release/leimu_bg.wasm");
    let named = target.join("named.wasm");
    let Some(built_at) = changed(&built) else {
        return Err(Error::Missing {
            what: built.display().to_string(),
            remedy: "remove dist/ and run this again: the bundle was built elsewhere".to_owned(),
        });
    };
    if changed(&named).is_none_or(|named_at| named_at < built_at) {
        println!("optimising the program with its names (about 1 minute) …");
        let page = project.root().join("index.html");
        let text = fs::read_to_string(&page).map_err(Error::file(&page))?;
        let flags = flags(&text).ok_or_else(|| Error::Content {
            path: page,
            expected: "`data-wasm-opt` and `data-wasm-opt-params`".to_owned(),
        })?;
        let mut optimise = tools.command("wasm-opt");
        process::run(optimise.args(flags).arg("--debuginfo").arg(&built).arg("--output").arg(&named))?;
    }
    let mut report = process::cargo();
    report.args(["run", "--quiet", "--package", "functions", "--"]).arg(&named).args(packed_data(&target));
    process::run(report.current_dir(project.root()))
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|known| known.modified()).ok()
}

/// What wasm-opt is told for the bundle, but for what takes names out.
fn flags(page: &str) -> Option<Vec<String>> {
    let value = |name: &str| page.split_once(&format!("{name}=\""))?.1.split('"').next();
    let level = format!("-O{}", value("data-wasm-opt")?);
    let others = value("data-wasm-opt-params")?.split_whitespace().filter(|flag| !flag.starts_with("--strip"));
    Some(std::iter::once(level).chain(others.map(str::to_owned)).collect())
}

/// The files that the build script packs into the program; of those of older builds, none is found in it.
fn packed_data(target: &Path) -> Vec<PathBuf> {
    let inside = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let scripts = inside(&target.join(WASM_TARGET).join("release/build"));
    let mut files: Vec<_> = scripts
        .flat_map(|script| inside(&script.join("out")).collect::<Vec<_>>())
        .filter(|file| file.extension().is_some_and(|extension| extension == "bin"))
        .collect();
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_optimised_as_the_page_says_with_its_names() {
        let page = include_str!("../../index.html");
        let flags = flags(page).unwrap();
        assert_eq!(flags[0], "-Oz");
        assert!(flags.contains(&"--converge".to_owned()), "{flags:?}");
        assert!(page.contains("--strip-debug") && !flags.iter().any(|flag| flag.contains("strip")), "{flags:?}");
        assert_eq!(super::flags("<html>"), None);
    }
}
