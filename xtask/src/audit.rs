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

/// How often each is rated: what else the machine does counts as slowness of the page, so one run says little.
const RUNS: u32 = 5;

/// Reads the reports of a screen: every score of the performance, and of the run in the middle the scores, what they are
/// made of, and what is amiss.
const READ: &str = r"
const reports = process.argv.slice(1).map((file) => JSON.parse(require('node:fs').readFileSync(file, 'utf8')));
for (const { runtimeError } of reports) {
  if (runtimeError) { console.error(runtimeError.message); process.exit(1); }
}
const performance = (report) => Math.round(report.categories.performance.score * 100);
const blocked = (report) => report.audits['total-blocking-time'].numericValue;
reports.sort((one, other) => performance(one) - performance(other) || blocked(other) - blocked(one));
console.log(`  Performance of ${reports.length} runs: ${reports.map(performance).join(', ')}; the one in the middle:`);
const report = reports[reports.length >> 1];
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
        println!("\n{name} ({place})");
        let mut read = Command::new("node");
        read.args(["-e", READ]);
        for run in 1..=RUNS {
            let report = folder.join(format!("{}-{run}.json", name.to_lowercase()));
            let mut rate = tools.command("node");
            rate.arg(&lighthouse).arg(format!("{}{place}", server.url()));
            rate.args(["--quiet", "--form-factor=mobile", "--throttling-method=simulate", "--output=json"]);
            rate.arg(format!("--output-path={}", report.display()));
            rate.arg(format!("--chrome-flags={}", flags(&folder)));
            if let Some(chromium) = tools.browsers.chromium() {
                rate.env("CHROME_PATH", chromium);
            }
            process::run(&mut rate)?;
            read.arg(report);
        }
        process::run(&mut read)?;
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
