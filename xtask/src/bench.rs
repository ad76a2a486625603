//! `cargo xtask bench`: every benchmark figure, native and in the browser.
//!
//! Figures depend on the machine, so none of them passes or fails; only what does not run does.

use crate::bundle;
use crate::error::Result;
use crate::process;
use crate::project::Project;
use crate::setup::{self, Need};

/// Prints all figures.
pub(crate) fn bench(project: &Project) -> Result<()> {
    let tools = setup::set_up(project, Need::Chromium)?;

    println!("\n== native");
    let mut native = process::cargo();
    // Named one by one: `cargo bench` alone would run the unit tests, too.
    native.args(["bench", "--package", "leimu", "--bench", "evaluation", "--bench", "search", "--bench", "memory"]);
    process::run(native.current_dir(project.root()))?;

    println!("\n== in the browser");
    bundle::build(project, &tools)?;
    let mut page = tools.for_browser(process::cargo(), &project.dist());
    page.args(["run", "--quiet", "--package", "e2e", "--bin", "measure"]);
    process::run(page.current_dir(project.root()))
}
