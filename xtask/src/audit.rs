//! `cargo xtask audit`: what Lighthouse says of the page on a phone.
//!
//! The bundle is served as a static host does, packed. Lighthouse loads it in Chromium and works out how long a
//! mid-range phone on a slow connection would have taken (its “simulated” throttling), so that the figures depend
//! little on this machine.

use crate::bundle;
use crate::error::{Error, Result};
use crate::process;
use crate::project::Project;
use crate::setup::{self, LIGHTHOUSE, Need};
use std::fs;
use std::path::Path;
use std::process::Command;
use xtask::server::{Options, Server};

/// The screens that are rated, and their addresses.
const SCREENS: [(&str, &str); 2] = [("Checker", "#/"), ("Category", "#/c/wechat-2026/教育服务/驾校培训")];

/// Reads a report: the scores, what they are made of, and what is amiss.
const READ: &str = r"
const report = JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8'));
if (report.runtimeError) { console.error(report.runtimeError.message); process.exit(1); }
const scores = Object.values(report.categories).map((one) => `${one.title} ${Math.round(one.score * 100)}`);
console.log('  ' + scores.join(' · '));
const metrics = ['first-contentful-paint', 'largest-contentful-paint', 'speed-index', 'total-blocking-time', 'cumulative-layout-shift'];
console.log('  ' + metrics.map((id) => `${report.audits[id].title} ${report.audits[id].displayValue}`).join(' · '));
for (const category of Object.values(report.categories)) {
  for (const { id, weight } of category.auditRefs) {
    const audit = report.audits[id];
    if (weight > 0 && audit.score !== null && audit.score < 1) {
      console.log(`  ${category.title}: ${audit.title} ${audit.displayValue ?? ''}`);
      for (const item of (audit.details?.items ?? []).slice(0, 8)) {
        console.log('    ' + (item.node?.snippet ?? item.url ?? item.description ?? JSON.stringify(item)).slice(0, 160));
      }
    }
  }
}
";

/// Prints what Lighthouse says of each screen.
pub(crate) fn audit(project: &Project) -> Result<()> {
    let tools = setup::set_up(project, Need::Chromium)?;
    let lighthouse = LIGHTHOUSE.install(project)?;
    bundle::build(project, &tools)?;

    let folder = project.audits();
    fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
    let dist = project.dist();
    let server = Server::start(&dist, Options::default()).map_err(Error::file(&dist))?;
    for (name, place) in SCREENS {
        let report = folder.join(format!("{}.json", name.to_lowercase()));
        let mut run = tools.command("node");
        run.arg(&lighthouse).arg(format!("{}{place}", server.url()));
        run.args(["--quiet", "--form-factor=mobile", "--throttling-method=simulate", "--output=json"]);
        run.arg(format!("--output-path={}", report.display()));
        run.arg(format!("--chrome-flags={}", flags(&folder)));
        if let Some(chromium) = tools.browsers.chromium() {
            run.env("CHROME_PATH", chromium);
        }
        process::run(&mut run)?;
        println!("\n{name} ({place})");
        process::run(Command::new("node").args(["-e", READ]).arg(&report))?;
    }
    Ok(())
}

/// As in the browser tests; containers run as root, where Chromium's sandbox refuses to start.
fn flags(folder: &Path) -> String {
    let profile = folder.join("profile");
    format!(
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
         --disable-component-update --disable-sync --user-data-dir={}",
        profile.display()
    )
}
