//! Tools that are programs of Node: each in a folder of its own, so that none disturbs another.

use super::step;
use crate::error::{Error, Result};
use crate::process;
use crate::project::Project;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A package of npm.
#[derive(Debug)]
pub(crate) struct Package {
    name: &'static str,
    version: &'static str,
    /// The file that is wanted, below the folder where packages are installed.
    file: &'static str,
    about: &'static str,
}

/// Looks for what people with disabilities stumble over; the browser tests run it in the page.
pub(crate) const AXE: Package =
    Package { name: "axe-core", version: "4.14.1", file: "axe-core/axe.min.js", about: "2 s" };

/// Rates how the page loads; `cargo xtask audit` runs it.
pub(crate) const LIGHTHOUSE: Package =
    Package { name: "lighthouse", version: "13.5.0", file: "lighthouse/cli/index.js", about: "30 s" };

/// Joins and shrinks scripts and styles; every bundle is made with it.
pub(crate) const ESBUILD: Package =
    Package { name: "esbuild", version: "0.28.2", file: "esbuild/lib/main.js", about: "3 s" };

/// Draws the icons of the page from its mark. As WebAssembly it is one file for every system, which is less than any
/// other that draws a path with round ends.
pub(crate) const RESVG: Package =
    Package { name: "@resvg/resvg-wasm", version: "2.6.2", file: "@resvg/resvg-wasm/index.mjs", about: "3 s" };

/// Makes sites of Markdown; the browser tests put cards into one.
pub(crate) const VITEPRESS: Package =
    Package { name: "vitepress", version: "1.6.4", file: "vitepress/bin/vitepress.js", about: "20 s" };

impl Package {
    /// Installs it unless it is there. The answer is the wanted file.
    pub(crate) fn install(&self, project: &Project) -> Result<PathBuf> {
        let Self { name, version, .. } = self;
        let folder = project.tools().join("npm").join(format!("{name}-{version}"));
        let file = folder.join("node_modules").join(self.file);
        // npm takes the remains of an interrupted install for the whole; only a finished one is marked.
        let finished = folder.join("finished");
        if finished.is_file() && file.is_file() {
            return Ok(file);
        }
        step(&format!("{name} {version}, from npm"), self.about, || {
            fs::remove_dir_all(&folder).ok();
            fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
            process::run(&mut install(&folder, &format!("{name}@{version}")))?;
            if !file.is_file() {
                return Err(Error::Missing {
                    what: file.display().to_string(),
                    remedy: format!("the package {name} {version} does not have it"),
                });
            }
            fs::write(&finished, version).map_err(Error::file(&finished))
        })?;
        Ok(file)
    }
}

/// The command that installs packages below a folder.
pub(super) fn install(folder: &Path, package: &str) -> Command {
    let mut npm = Command::new("npm");
    npm.arg("install").arg("--prefix").arg(folder);
    npm.args(["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]);
    npm.arg(package);
    npm
}
