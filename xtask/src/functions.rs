//! `cargo xtask size --functions`: what in the program is large.
//!
//! What is published has no names, but what it is made from has.

use crate::bundle;
use crate::error::Result;
use crate::process;
use crate::project::Project;
use crate::publish;
use crate::setup::{self, Need, WASM_TARGET};
use std::fs;
use std::path::{Path, PathBuf};

/// Prints the largest functions, the modules, and the largest pieces of data.
pub(crate) fn print(project: &Project) -> Result<()> {
    let tools = setup::set_up(project, Need::Bundle)?;
    bundle::build(project, &tools)?;
    let mut report = process::cargo();
    report.args(["run", "--quiet", "--package", "functions", "--"]);
    report.arg(publish::program(&project.built())?).args(packed_data(&project.wasm_target()));
    process::run(report.current_dir(project.root()))
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
