//! What Trunk built, as it is published; [`SCRIPT`] says how.

use crate::error::Result;
use crate::process;
use crate::project::Project;
use crate::setup::{ESBUILD, Tools};
use std::path::Path;

/// It runs in Node, because what joins and shrinks scripts and styles is a program of Node.
const SCRIPT: &str = "xtask/src/publish.mjs";

/// Makes the bundle in `dist` from what Trunk left in `built`.
pub(crate) fn publish(project: &Project, tools: &Tools, built: &Path) -> Result<()> {
    let esbuild = ESBUILD.install(project)?;
    let mut node = tools.command("node");
    node.arg(project.root().join(SCRIPT)).args([&esbuild, project.root(), built, &project.dist()]);
    process::run(&mut node)
}
