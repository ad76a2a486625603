//! Running other programs.

use crate::error::{Error, Result};
use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The cargo that runs us, which may not be the first one on PATH.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The compiler that plain `cargo build` uses.
pub(crate) fn rustc() -> Command {
    Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

/// Runs a command to its end, with its output on the screen.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().map_err(|error| not_run(command, &error.to_string()))?;
    if status.success() {
        return Ok(());
    }
    Err(Error::Failed { command: shown(command) })
}

/// As [`run`], but ends the command when it takes longer than `limit`.
pub(crate) fn run_within(command: &mut Command, limit: Duration) -> Result<()> {
    let begun = Instant::now();
    let mut child = command.stdin(Stdio::null()).spawn().map_err(|error| not_run(command, &error.to_string()))?;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(_)) => {
                return Err(Error::Failed { command: shown(command) });
            }
            Ok(None) if begun.elapsed() < limit => thread::sleep(Duration::from_millis(50)),
            Ok(None) => {
                // Both fail only when the child has just ended by itself.
                child.kill().and_then(|()| child.wait()).ok();
                return Err(not_run(command, &format!("no end after {} s", limit.as_secs())));
            }
            Err(error) => return Err(not_run(command, &error.to_string())),
        }
    }
}

/// What a command prints, or nothing when it fails or is not there.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first program of that name in the directories of `path`.
pub(crate) fn find(name: &str, path: &OsStr) -> Option<PathBuf> {
    env::split_paths(path)
        .map(|directory| directory.join(name).with_extension(env::consts::EXE_EXTENSION))
        .find(|program| program.is_file())
}

/// The command as a person would type it.
pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// The error for a command that did not come to an end of its own.
pub(crate) fn not_run(command: &Command, why: &str) -> Error {
    Error::NotRun { command: shown(command), why: why.to_owned() }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_hangs_is_ended() {
        let begun = Instant::now();
        let result = run_within(Command::new("sleep").arg("20"), Duration::from_millis(100));
        assert!(matches!(result, Err(Error::NotRun { .. })), "{result:?}");
        assert!(begun.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn a_failure_and_an_absence_are_told_apart() {
        let failed = run(&mut Command::new("false"));
        assert!(matches!(failed, Err(Error::Failed { .. })), "{failed:?}");
        let absent = run(&mut Command::new("no-such-program"));
        assert!(matches!(absent, Err(Error::NotRun { .. })), "{absent:?}");
    }

    #[test]
    fn only_what_succeeds_has_output() {
        assert_eq!(output(Command::new("echo").arg("1.2")).as_deref(), Some("1.2"));
        assert_eq!(output(&mut Command::new("false")), None);
        assert_eq!(output(&mut Command::new("no-such-program")), None);
    }

    #[test]
    fn programs_are_found_in_the_order_of_the_path() {
        assert!(find("sh", OsStr::new("/nowhere:/bin:/usr/bin")).is_some());
        assert_eq!(find("sh", OsStr::new("/nowhere")), None);
    }
}
