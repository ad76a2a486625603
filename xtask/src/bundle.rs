//! The page as it is published: compiled, optimised, with hashed names, in `dist`.

use crate::error::{Error, Result};
use crate::process;
use crate::project::Project;
use crate::publish;
use crate::setup::{Tools, WASM_TARGET};
use crate::stamp;
use std::fs;
use std::process::Command;
use std::time::Instant;

/// Builds the bundle unless it is up to date; whether it had to.
pub(crate) fn build(project: &Project, tools: &Tools) -> Result<bool> {
    let (root, dist) = (project.root(), project.dist());
    let mark = project.wasm_target().join("bundle.stamp");
    let compiler = tools.compiler.version().unwrap_or_default();
    let inputs = stamp::of_inputs(root, &compiler)?;
    let stamped = || Ok(format!("{inputs:x} {:x}", stamp::of_directory(&dist)?));
    if dist.is_dir() && fs::read_to_string(&mark).is_ok_and(|text| stamped().is_ok_and(|now: String| now == text)) {
        return Ok(false);
    }
    println!("building the release bundle (the first time takes 2–6 minutes on two cores) …");
    let begun = Instant::now();
    let for_release = |command| tools.compiler.apply_for_release(command);
    fetch(project, &for_release)?;
    let built = project.built();
    fs::create_dir_all(&built).map_err(Error::file(&built))?;
    process::run(trunk(project, tools, "build", &for_release).arg("--release").arg("--dist").arg(&built))?;
    publish::publish(project, tools, &built)?;
    fs::write(&mark, stamped()?).map_err(Error::file(&mark))?;
    println!("release bundle: built in {:.0} s", begun.elapsed().as_secs_f64());
    Ok(true)
}

/// Serves a development build that follows every change, until it is ended.
pub(crate) fn serve_development(project: &Project, tools: &Tools, port: u16, open: bool) -> Result<()> {
    let apply = |command| tools.compiler.apply(command);
    fetch(project, &apply)?;
    let dist = project.development_dist();
    // Trunk takes the path of its output only where it exists.
    fs::create_dir_all(&dist).map_err(Error::file(&dist))?;
    let mut command = trunk(project, tools, "serve", &apply);
    command.arg("--dist").arg(&dist).arg("--port").arg(port.to_string());
    for path in stamp::inputs(project.root()) {
        command.arg("--watch").arg(path);
    }
    if open {
        command.arg("--open");
    }
    process::run(&mut command)
}

/// Trunk never goes to the network, so what it compiles has to be here before.
fn fetch(project: &Project, with_compiler: &dyn Fn(Command) -> Command) -> Result<()> {
    // The first fetches the project's crates, the second those of a standard library built on the way.
    for target in [&[][..], &["--target", WASM_TARGET]] {
        let mut command = with_compiler(process::cargo());
        command.current_dir(project.root()).args(["fetch", "--quiet"]);
        process::run(command.args(target))?;
    }
    Ok(())
}

fn trunk(project: &Project, tools: &Tools, task: &str, with_compiler: &dyn Fn(Command) -> Command) -> Command {
    let mut command = with_compiler(tools.command("trunk"));
    command
        .current_dir(project.root())
        .env("CARGO_TARGET_DIR", project.wasm_target())
        // Trunk takes only `true` and `false` for this variable, and stops at the usual `1`.
        .env_remove("NO_COLOR")
        .args([task, "--offline"]);
    command
}
