//! The crate `parts`, and `cargo xtask watch`: what of the program a first visit runs.
//!
//! A program that tells what of it runs is opened in every engine, by somebody who comes for the first time and does
//! whatever can be done on the first screen. What did not run is written down, and comes later from then on.

use crate::bundle;
use crate::engines::ENGINES;
use crate::error::{Error, Result};
use crate::process;
use crate::project::Project;
use crate::publish::{self, LATER};
use crate::setup::{self, Need};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

/// Runs the crate `parts`.
pub(crate) fn run(project: &Project, arguments: &[&OsStr]) -> Result<()> {
    process::run(command(project).args(arguments))
}

fn command(project: &Project) -> Command {
    let mut parts = process::cargo();
    parts.args(["run", "--quiet", "--package", "parts", "--"]).current_dir(project.root());
    parts
}

/// Writes down anew what comes later.
pub(crate) fn watch(project: &Project) -> Result<()> {
    let tools = setup::set_up(project, Need::Tests)?;
    bundle::build(project, &tools)?;
    let program = publish::program(&project.built())?;
    let folder = project.watched();
    fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
    run(project, &["watch".as_ref(), program.as_ref(), folder.join("watched.wasm").as_ref()])?;
    let dist = folder.join("dist");
    publish::publish_parts(project, &tools, &folder, &dist)?;

    let mut ran = Vec::new();
    for engine in ENGINES {
        let mut visit = tools.for_browser(process::cargo(), &dist);
        visit.env("LEIMU_ENGINE", engine.name).current_dir(project.root());
        visit.args(["run", "--quiet", "--package", "e2e", "--bin", "first_visit"]);
        let numbers = folder.join(format!("ran-{}.txt", engine.name));
        into_file(&mut visit, &numbers)?;
        ran.push(numbers);
    }

    let mut list = command(project);
    list.arg("list").arg(&program).args(&ran);
    into_file(&mut list, &project.root().join(LATER))?;
    println!("{LATER} is written");
    Ok(())
}

/// Writes what a command prints into a file, once it has come to a good end.
fn into_file(command: &mut Command, file: &Path) -> Result<()> {
    let new = file.with_extension("new");
    command.stdout(File::create(&new).map_err(Error::file(&new))?);
    process::run(command)?;
    fs::rename(&new, file).map_err(Error::file(file))
}
