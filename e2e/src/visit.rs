//! One visit from beginning to end: what every test begins with, and what every test ends with.

use std::any::type_name_of_val;
use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, PoisonError};

use crate::browser::Browser;
use crate::page::Page;
use crate::site::Site;

/// A browser takes as much of a machine as a test takes time; more at once make every wait longer.
const AT_ONCE: usize = 2;

/// Visits the page at the root of a site.
///
/// # Panics
/// Where the case does, or where the page broke a promise that holds for every visit.
pub fn visit(case: impl FnOnce(&Page)) {
    Visit::default().run(case);
}

/// A visit that needs more than the page at the root of a site.
#[derive(Debug)]
pub struct Visit {
    prefix: &'static str,
    languages: &'static str,
    pages: Vec<(&'static str, &'static str)>,
    folder: Option<PathBuf>,
}

impl Default for Visit {
    fn default() -> Self {
        Self { prefix: "", languages: "zh-CN", pages: Vec::new(), folder: None }
    }
}

impl Visit {
    /// The visitor reads these languages, the preferred one first (`en-GB,fr`).
    #[must_use]
    pub fn of_reader(mut self, languages: &'static str) -> Self {
        self.languages = languages;
        self
    }

    /// The page stands under this path.
    #[must_use]
    pub fn under(mut self, prefix: &'static str) -> Self {
        self.prefix = prefix;
        self
    }

    /// A further page of the same origin.
    #[must_use]
    pub fn beside(mut self, path: &'static str, html: &'static str) -> Self {
        self.pages.push((path, html));
        self
    }

    /// The page comes from this folder.
    #[must_use]
    pub fn from(mut self, folder: &Path) -> Self {
        self.folder = Some(folder.to_owned());
        self
    }

    /// Runs the case, and then asks what is asked of every visit: no error in the console, and no
    /// request after loading. A case that fails leaves a picture and the console behind.
    ///
    /// # Panics
    /// Where the case does, or where one of the two does not hold.
    pub fn run<F: FnOnce(&Page)>(self, case: F) {
        let name = type_name_of_val(&case).replace("::{{closure}}", "").replacen("visits::", "", 1);
        let _turn = Turn::wait();
        let site = match &self.folder {
            Some(folder) => Site::of_folder(folder, self.prefix, &self.pages),
            None => Site::start(self.prefix, &self.pages),
        };
        let page = Page::new(Browser::lent(self.languages), site);
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            case(&page);
            page.expect_quiet();
        }));
        // Asking for the console empties it, so it is asked for once.
        let console = catch_unwind(AssertUnwindSafe(|| page.browser.console())).unwrap_or_default();
        let outcome = outcome.and_then(|()| {
            catch_unwind(|| {
                let errors: Vec<_> = console.iter().filter(|(level, _)| level == "SEVERE").collect();
                assert!(errors.is_empty(), "errors in the console: {errors:#?}");
            })
        });
        if let Err(failure) = outcome {
            keep_evidence(&format!("{}/{name}", page.browser.engine()), &page, &console);
            resume_unwind(failure);
        }
        page.end();
    }
}

/// Leaves what a person wants to see under `target/e2e/<engine>/<test>/`.
fn keep_evidence(name: &str, page: &Page, console: &[(String, String)]) {
    let Some(folder) = evidence_folder(name) else { return };
    if let Err(error) = fs::create_dir_all(&folder) {
        return eprintln!("{}: {error}", folder.display());
    }
    let lines: String = console.iter().map(|(level, text)| format!("{level} {text}\n")).collect();
    let mut kept = fs::write(folder.join("console.txt"), lines);
    // The browser itself may be what failed.
    if let Ok(picture) = catch_unwind(AssertUnwindSafe(|| page.browser.screenshot())) {
        kept = kept.and_then(|()| fs::write(folder.join("screen.png"), picture));
    }
    match kept {
        Ok(()) => eprintln!("what the browser showed is in {}", folder.display()),
        Err(error) => eprintln!("{}: {error}", folder.display()),
    }
}

/// Programs stand somewhere below `target/<profile>/`, which cargo locks.
fn evidence_folder(name: &str) -> Option<PathBuf> {
    let program = env::current_exe().ok()?;
    let profile = program.ancestors().find(|folder| folder.join(".cargo-lock").is_file())?;
    Some(profile.parent()?.join("e2e").join(name.replace("::", "-")))
}

/// A turn among those that may run at once.
struct Turn;

static RUNNING: Mutex<usize> = Mutex::new(0);
static FREE: Condvar = Condvar::new();

impl Turn {
    fn wait() -> Self {
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |running: &mut usize| *running >= AT_ONCE;
        *FREE.wait_while(running, full).unwrap_or_else(PoisonError::into_inner) += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREE.notify_one();
    }
}
