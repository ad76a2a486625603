//! The browsers and their drivers, with a font that has Chinese characters.

use super::Need;
use super::packages::{self, Group};
use crate::error::{Error, Result};
use crate::process;
use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;

/// A program of a browser.
#[derive(Debug)]
struct Program {
    /// The variable that names it, for the tests and for a person who has their own.
    variable: &'static str,
    /// What it is called, the likeliest first.
    names: &'static [&'static str],
}

/// The browser that is also looked at for measuring.
const CHROMIUM: [Program; 2] = [
    Program { variable: "LEIMU_CHROMIUM", names: &["chromium", "chromium-browser", "google-chrome"] },
    Program { variable: "LEIMU_CHROMEDRIVER", names: &["chromedriver"] },
];

/// The driver of Firefox is compiled from its crate.
const FIREFOX: [Program; 1] = [Program { variable: "LEIMU_FIREFOX", names: &["firefox-esr", "firefox"] }];

/// WebKit has no window of its own that could be left out, so it is given a screen, and languages to choose from.
const WEBKIT: [Program; 2] = [
    Program { variable: "LEIMU_WEBKITDRIVER", names: &["WebKitWebDriver"] },
    Program { variable: "LEIMU_XVFB", names: &["Xvfb"] },
];

const CHROMIUM_GROUP: Group = Group {
    what: "Chromium and chromedriver",
    names: || vec!["chromium".to_owned(), "chromium-driver".to_owned()],
    about: "30 s",
};

const FIREFOX_GROUP: Group = Group { what: "Firefox", names: || vec!["firefox-esr".to_owned()], about: "20 s" };

const WEBKIT_GROUP: Group = Group {
    what: "WebKit, WebKitWebDriver and a screen for it",
    names: || vec!["webkit2gtk-driver".to_owned(), "xvfb".to_owned()],
    about: "30 s",
};

/// Without it, screenshots of the page show boxes.
const FONT: Group =
    Group { what: "a font with Chinese characters", names: || vec![FONT_PACKAGE.to_owned()], about: "10 s" };
const FONT_PACKAGE: &str = "fonts-noto-cjk";

/// A browser of WebKit takes its language from the system, which may know none.
const LOCALES: Group =
    Group { what: "languages of the system", names: || vec![LOCALES_PACKAGE.to_owned()], about: "5 s" };
const LOCALES_PACKAGE: &str = "locales";

/// The programs that browser tests drive, each with the variable that names it.
#[derive(Clone, Debug)]
pub(crate) struct Browsers {
    found: Vec<(&'static str, PathBuf)>,
}

impl Browsers {
    /// Those that are installed.
    pub(super) fn find(need: Need, path: &OsStr) -> Result<Self> {
        let found = |program: &Program| {
            let own = program.find(path).ok_or_else(|| Error::Missing {
                what: program.names.first().copied().unwrap_or_default().to_owned(),
                remedy: format!("install it, or name it in {}", program.variable),
            });
            own.map(|file| (program.variable, file))
        };
        Ok(Self { found: programs(need).iter().flat_map(|(all, _)| *all).map(found).collect::<Result<_>>()? })
    }

    /// The variables that tell the tests where they are.
    pub(crate) fn variables(&self) -> &[(&'static str, PathBuf)] {
        &self.found
    }

    /// Chromium itself.
    pub(crate) fn chromium(&self) -> Option<&PathBuf> {
        let [chromium, _] = &CHROMIUM;
        self.found.iter().find(|(variable, _)| *variable == chromium.variable).map(|(_, file)| file)
    }
}

/// What looking at the page needs and the machine does not have.
pub(super) fn missing(need: Need, path: &OsStr) -> Vec<Group> {
    let is_missing = |all: &[Program]| all.iter().any(|program| program.find(path).is_none());
    let mut missing: Vec<Group> =
        programs(need).iter().filter(|(all, _)| is_missing(all)).map(|(_, group)| *group).collect();
    let debian = process::find("dpkg-query", path).is_some();
    let lacks = |package| debian && !packages::are_installed(&[package]);
    if need != Need::Bundle && lacks(FONT_PACKAGE) {
        missing.push(FONT);
    }
    if need == Need::Tests && lacks(LOCALES_PACKAGE) {
        missing.push(LOCALES);
    }
    missing
}

/// What is looked for, and what brings it.
fn programs(need: Need) -> &'static [(&'static [Program], Group)] {
    const ALL: [(&[Program], Group); 3] =
        [(&CHROMIUM, CHROMIUM_GROUP), (&FIREFOX, FIREFOX_GROUP), (&WEBKIT, WEBKIT_GROUP)];
    match need {
        Need::Bundle => &[],
        Need::Chromium => &ALL[..1],
        Need::Tests => &ALL,
    }
}

impl Program {
    fn find(&self, path: &OsStr) -> Option<PathBuf> {
        let named = env::var_os(self.variable).map(PathBuf::from).filter(|program| program.is_file());
        named.or_else(|| self.names.iter().find_map(|name| process::find(name, path)))
    }
}
