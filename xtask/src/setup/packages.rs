//! Debian packages: all that are missing in one go, so that there is one command to type without root.

use super::step;
use crate::error::{Error, Result};
use crate::process;
use std::process::Command;

/// Packages that are installed for one purpose.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// What they are, for a system whose packages have other names.
    pub(super) what: &'static str,
    /// Their names in Debian, asked for once its lists are up to date.
    pub(super) names: fn() -> Vec<String>,
    /// How long they take.
    pub(super) about: &'static str,
}

/// Installs the groups, or says how a person can.
pub(super) fn install(missing: &[Group]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let what = list(missing, " and ", |group| group.what.to_owned());
    let names = || missing.iter().flat_map(|group| (group.names)());
    if process::output(Command::new("apt-get").arg("--version")).is_none() {
        return Err(Error::Missing {
            what,
            remedy: "install that with this system's package manager, then run the same again".to_owned(),
        });
    }
    if process::output(Command::new("id").arg("-u")).as_deref() != Some("0") {
        return Err(Error::Missing {
            what,
            remedy: format!("without root it cannot be installed here; run\n{}", by_hand(names())),
        });
    }
    let about = list(missing, " + ", |group| group.about.to_owned());
    step(&format!("apt packages for {what}"), &about, || {
        process::run(apt().arg("update"))?;
        process::run(apt().args(["install", "--yes", "--no-install-recommends"]).args(names()))
    })
}

/// Whether dpkg has every one of the packages completely installed.
pub(super) fn are_installed(names: &[&str]) -> bool {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat", "${db:Status-Status}\n"]).args(names);
    process::output(&mut query).is_some_and(|states| states.lines().all(|state| state == "installed"))
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    // A machine that has just started may still be updating itself.
    command.args(["--quiet=2", "--option", "Dpkg::Use-Pty=0", "--option", "DPkg::Lock::Timeout=300"]);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn by_hand(names: impl Iterator<Item = String>) -> String {
    const INSTALL: &str = "sudo apt-get install --yes --no-install-recommends";
    let names = names.collect::<Vec<_>>().join(" ");
    format!("sudo apt-get update && {INSTALL} {names}")
}

fn list(groups: &[Group], between: &str, part: fn(&Group) -> String) -> String {
    groups.iter().map(part).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_for_a_person_is_one_line_with_every_package() {
        let names = ["chromium", "chromium-driver"].map(str::to_owned);
        let line = by_hand(names.into_iter());
        assert!(line.ends_with(" chromium chromium-driver"), "{line}");
        assert_eq!(line.lines().count(), 1);
    }
}
