//! Chromium and its driver for the browser tests, with a font that has Chinese characters.

use super::packages::{self, Group};
use crate::error::{Error, Result};
use crate::process;
use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;

/// The variable that names the browser, for the tests and for a person who has their own.
pub(crate) const CHROMIUM: &str = "LEIMU_CHROMIUM";
/// The same for its driver.
pub(crate) const DRIVER: &str = "LEIMU_CHROMEDRIVER";

const GROUP: Group = Group {
    what: "Chromium and chromedriver",
    names: || vec!["chromium".to_owned(), "chromium-driver".to_owned()],
    about: "30 s",
};

const FONT_PACKAGE: &str = "fonts-noto-cjk";

/// Without it, screenshots of the page show boxes.
const FONT: Group =
    Group { what: "a font with Chinese characters", names: || vec![FONT_PACKAGE.to_owned()], about: "10 s" };

/// The programs the browser tests drive.
#[derive(Clone, Debug)]
pub(crate) struct Browser {
    /// Chromium itself.
    pub(crate) chromium: PathBuf,
    /// Its WebDriver.
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// The one that is installed.
    pub(super) fn find(path: &OsStr) -> Result<Self> {
        chromium(path).zip(driver(path)).map(|(chromium, driver)| Self { chromium, driver }).ok_or_else(|| {
            Error::Missing {
                what: GROUP.what.to_owned(),
                remedy: format!("install them, or name them in {CHROMIUM} and {DRIVER}"),
            }
        })
    }
}

/// What the browser tests need and the machine does not have.
pub(super) fn missing(path: &OsStr) -> Vec<Group> {
    let mut missing = Vec::new();
    if Browser::find(path).is_err() {
        missing.push(GROUP);
    }
    let debian = process::find("dpkg-query", path).is_some();
    if debian && !packages::are_installed(&[FONT_PACKAGE]) {
        missing.push(FONT);
    }
    missing
}

fn chromium(path: &OsStr) -> Option<PathBuf> {
    named_in(CHROMIUM)
        .or_else(|| ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| process::find(name, path)))
}

fn driver(path: &OsStr) -> Option<PathBuf> {
    named_in(DRIVER).or_else(|| process::find("chromedriver", path))
}

fn named_in(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|program| program.is_file())
}
