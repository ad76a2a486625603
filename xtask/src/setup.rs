//! Whatever the machine is missing, from package registries alone.
//!
//! Every step first looks whether its work is done, so a second run only looks. What can be
//! project-local goes to `target/tools`; only compilers, node and the browsers come by apt.

mod binaryen;
mod browser;
mod cargo_tools;
mod components;
mod npm;
mod packages;
mod wasm_std;

pub(crate) use browser::Browsers;
pub(crate) use npm::{ESBUILD, LIGHTHOUSE, RESVG};
pub(crate) use wasm_std::{Compiler, TARGET as WASM_TARGET};

use crate::error::Result;
use crate::pins::Pins;
use crate::process;
use crate::project::Project;
use packages::Group;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// The variable that names axe's script for the browser tests.
const AXE: &str = "LEIMU_AXE";

/// The variable that names the program of VitePress for them.
const VITEPRESS: &str = "LEIMU_VITEPRESS";

/// What a task needs on the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Building and serving the bundle.
    Bundle,
    /// That, and looking at it in Chromium.
    Chromium,
    /// That, and everything the tests run, the other engines among it.
    Tests,
}

/// A machine that has what was needed.
#[derive(Debug)]
pub(crate) struct Tools {
    path: OsString,
    /// How Rust is compiled to WebAssembly here.
    pub(crate) compiler: Compiler,
    /// What the page is looked at with.
    pub(crate) browsers: Browsers,
    /// What looks for barriers in the page; for the tests alone.
    axe: Option<PathBuf>,
    /// What makes a documentation site; for them alone, too.
    vitepress: Option<PathBuf>,
}

impl Tools {
    /// A program that finds the project's tools before the user's.
    pub(crate) fn command(&self, program: &str) -> Command {
        self.with_path(Command::new(program))
    }

    /// The same for a command that is already begun.
    pub(crate) fn with_path(&self, mut command: Command) -> Command {
        command.env("PATH", &self.path);
        command
    }

    /// A command that looks at the page in `dist` with the browser found here.
    pub(crate) fn for_browser(&self, command: Command, dist: &Path) -> Command {
        let mut command = self.with_path(command);
        command.env("LEIMU_DIST", dist);
        for (variable, program) in self.browsers.variables() {
            command.env(variable, program);
        }
        if let Some(axe) = &self.axe {
            command.env(AXE, axe);
        }
        if let Some(vitepress) = &self.vitepress {
            command.env(VITEPRESS, vitepress);
        }
        command
    }
}

/// Sets up whatever is missing for `need`, and says how long each step took.
pub(crate) fn set_up(project: &Project, need: Need) -> Result<Tools> {
    let pins = Pins::read(project)?;
    let path = search_path(project);

    let mut missing: Vec<Group> = Vec::new();
    if Compiler::find().is_none() && !wasm_std::ask_rustup() {
        missing.push(wasm_std::GROUP);
    }
    if ["node", "npm"].iter().any(|name| process::find(name, &path).is_none()) {
        missing.push(binaryen::GROUP);
    }
    missing.extend(browser::missing(need, &path));
    packages::install(&missing)?;

    if need == Need::Tests {
        components::install()?;
    }
    binaryen::install(project, &pins.binaryen, &path)?;
    cargo_tools::install(project, &pins, need, &path)?;

    let for_tests = |package: &npm::Package| (need == Need::Tests).then(|| package.install(project)).transpose();
    Ok(Tools {
        compiler: Compiler::find().ok_or_else(wasm_std::missing)?,
        browsers: Browsers::find(need, &path)?,
        axe: for_tests(&npm::AXE)?,
        vitepress: for_tests(&npm::VITEPRESS)?,
        path,
    })
}

/// PATH with the project's own tools in front.
fn search_path(project: &Project) -> OsString {
    let tools = project.tools();
    let own = [tools.join("bin"), tools.join("node_modules/.bin")];
    let users = env::var_os("PATH").unwrap_or_default();
    // Joining fails only for a directory with a colon in its name, which then cannot be on any PATH.
    env::join_paths(own.into_iter().chain(env::split_paths(&users))).unwrap_or(users)
}

/// Does one step and prints it before and after: first-time steps take minutes.
fn step(what: &str, about: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("set-up: {what} (about {about} on two cores) …");
    let begun = Instant::now();
    work()?;
    println!("set-up: {what}: done in {:.0} s", begun.elapsed().as_secs_f64());
    Ok(())
}
