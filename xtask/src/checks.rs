//! `cargo xtask test`: everything that has to hold before a change lands.
//!
//! A step that fails does not hide the ones after it; only what cannot run without it is left out.

use crate::budgets::Budgets;
use crate::bundle;
use crate::engines::{ENGINES, Engine};
use crate::error::{Error, Result};
use crate::process;
use crate::project::Project;
use crate::setup::{self, Need, Tools};
use crate::sizes;
use crate::totals::Totals;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const WARNINGS_ARE_ERRORS: [&str; 3] = ["--", "-D", "warnings"];

/// What one step came to.
struct Outcome {
    name: String,
    totals: Totals,
    took: Duration,
}

/// Runs every step and prints the totals; whether all of them passed.
pub(crate) fn test(project: &Project) -> Result<bool> {
    let tools = setup::set_up(project, Need::Tests)?;
    let mut outcomes = Vec::new();
    let mut step = |name: &str, work: &dyn Fn() -> Result<Totals>| {
        println!("\n== {name}");
        let begun = Instant::now();
        let totals = work().unwrap_or_else(|error| {
            println!("{error}");
            Totals::one(false)
        });
        outcomes.push(Outcome { name: name.to_owned(), totals, took: begun.elapsed() });
        totals.failed == 0
    };

    step("formatting", &|| check(process::cargo().args(["fmt", "--all", "--", "--check"]), project));
    step("clippy, native", &|| {
        let mut clippy = process::cargo();
        clippy.args(["clippy", "--workspace", "--all-targets", "--all-features"]);
        check(clippy.args(WARNINGS_ARE_ERRORS), project)
    });
    step("clippy, WebAssembly", &|| check(&mut wasm_clippy(project, &tools), project));
    step("native tests", &|| {
        let mut tests = process::cargo();
        tests.args(["test", "--workspace", "--exclude", "e2e", "--all-features", "--no-fail-fast"]);
        run_tests(&mut tests, project)
    });
    let built = step("release bundle", &|| bundle::build(project, &tools).map(|_| Totals::one(true)));
    let needs_bundle = |what: &str, work: &dyn Fn() -> Result<Totals>| {
        if built { work() } else { Err(not_without_bundle(what)) }
    };
    step("size budgets", &|| needs_bundle("the size budgets", &|| check_sizes(project)));
    for engine in ENGINES {
        let tests = || browser_tests(project, &tools, engine);
        step(&format!("browser tests in {}", engine.name), &|| needs_bundle("the browser tests", &tests));
    }
    Ok(report(&outcomes))
}

/// Runs the browser tests in one engine; whether all of them passed.
pub(crate) fn test_in(project: &Project, engine: Engine) -> Result<bool> {
    let tools = setup::set_up(project, Need::Tests)?;
    bundle::build(project, &tools)?;
    let totals = browser_tests(project, &tools, engine)?;
    println!("\nbrowser tests in {}: {totals}", engine.name);
    Ok(totals.failed == 0)
}

fn check(command: &mut Command, project: &Project) -> Result<Totals> {
    process::run(command.current_dir(project.root())).map(|()| Totals::one(true))
}

fn wasm_clippy(project: &Project, tools: &Tools) -> Command {
    let mut clippy = tools.compiler.clippy();
    clippy
        .args(["--package", "leimu", "--features", "page", "--target", setup::WASM_TARGET])
        .args(WARNINGS_ARE_ERRORS)
        .env("CARGO_TARGET_DIR", project.wasm_target());
    clippy
}

/// Runs them in an engine, but for those that it has no way for.
fn browser_tests(project: &Project, tools: &Tools, engine: Engine) -> Result<Totals> {
    let exceptions = engine.exceptions(project)?;
    let mut tests = tools.for_browser(process::cargo(), &project.dist());
    tests.env("LEIMU_ENGINE", engine.name);
    tests.args(["test", "--package", "e2e", "--no-fail-fast", "--", "--exact"]);
    for exception in &exceptions {
        println!("without {}: {}", exception.test, exception.reason);
        tests.args(["--skip", &exception.test]);
    }
    let mut totals = run_tests(&mut tests, project)?;
    if usize::try_from(totals.left_out).is_ok_and(|left_out| left_out != exceptions.len()) {
        println!("{} exceptions, but {} tests are left out: one of them is no test", exceptions.len(), totals.left_out);
        totals += Totals::one(false);
    }
    Ok(totals)
}

/// Runs a `cargo test`, shows what it prints, and adds up its result lines.
fn run_tests(command: &mut Command, project: &Project) -> Result<Totals> {
    command.current_dir(project.root()).stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|error| process::not_run(command, &error.to_string()))?;
    let mut totals = Totals::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(std::result::Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            if let Some(counts) = Totals::of_line(&line) {
                totals += counts;
            }
        }
    }
    let status = child.wait().map_err(|error| process::not_run(command, &error.to_string()))?;
    if !status.success() && totals.failed == 0 {
        // It did not compile, or it ended before it could count.
        totals += Totals::one(false);
    }
    Ok(totals)
}

fn check_sizes(project: &Project) -> Result<Totals> {
    let weights = sizes::weigh(&project.dist())?;
    print!("{}", sizes::table(&weights));
    let mut totals = Totals::default();
    for finding in Budgets::read(project)?.check(&weights) {
        println!("{} {}", if finding.kept { "ok    " } else { "FAILED" }, finding.words);
        totals += Totals::one(finding.kept);
    }
    Ok(totals)
}

fn not_without_bundle(what: &str) -> Error {
    Error::Missing { what: format!("a bundle for {what}"), remedy: "it did not build; its errors are above".to_owned() }
}

/// Prints a line for each step and the sum of them; whether nothing failed.
fn report(outcomes: &[Outcome]) -> bool {
    let mut sum = Totals::default();
    println!();
    for Outcome { name, totals, took } in outcomes {
        let verdict = if totals.failed == 0 { "ok    " } else { "FAILED" };
        println!("{verdict} {name}: {totals} ({:.1} s)", took.as_secs_f64());
        sum += *totals;
    }
    println!("total: {sum}");
    sum.failed == 0
}
