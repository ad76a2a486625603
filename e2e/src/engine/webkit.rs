//! WebKit: the `MiniBrowser` of WebKitGTK and `WebKitWebDriver`, on a screen that nobody sees.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use fantoccini::wd::Capabilities;
use serde_json::json;

use super::{Engine, Line, Start, Wishes, common, program, standard};
use crate::browser::Browser;
use crate::guard::Guarded;

/// The browser; without it the one of Debian.
const BROWSER: &str = "LEIMU_MINIBROWSER";
/// The driver; without it the one on `PATH`.
const DRIVER: &str = "LEIMU_WEBKITDRIVER";

/// The screen; without it the one on `PATH`.
const SCREEN: &str = "LEIMU_XVFB";

/// Its toolbar would keep the window from being as narrow as a phone.
const SMALL_TOOLBAR: &str = "* {
    min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-transform: scale(0.1);
}";

/// See the module.
#[derive(Debug)]
pub(super) struct WebKit;

impl Engine for WebKit {
    fn name(&self) -> &'static str {
        "webkit"
    }

    fn start(&self, wishes: Wishes<'_>) -> Start {
        let settings = wishes.profile.join("config");
        write(&settings.join("gtk-3.0/gtk.css"), SMALL_TOOLBAR);
        write(&settings.join("user-dirs.dirs"), &format!("XDG_DOWNLOAD_DIR=\"{}\"\n", wishes.downloads.display()));
        fs::create_dir_all(wishes.downloads).unwrap_or_else(|error| panic!("{}: {error}", wishes.downloads.display()));
        let (screen, display) = screen(&wishes.profile.join("screen"));
        let locale = locale(wishes);
        // It cannot look for a port itself, nor say where it listens.
        let port = free_port();
        let mut command = Command::new(program(DRIVER, "WebKitWebDriver"));
        command
            .arg(format!("--port={port}"))
            .env("DISPLAY", display)
            .env("LC_ALL", &locale)
            .env("LANGUAGE", wishes.languages.replace('-', "_").replace(',', ":"))
            .env("LOCPATH", locales())
            .env("XDG_CONFIG_HOME", settings)
            .env("XDG_DATA_HOME", wishes.profile.join("data"))
            .env("XDG_CACHE_HOME", wishes.profile.join("cache"))
            // There is nobody to talk to.
            .env("NO_AT_BRIDGE", "1")
            .env("GIO_USE_VFS", "local")
            .env("GSETTINGS_BACKEND", "memory");
        Start { command, port: Some(port), beside: vec![screen] }
    }

    fn capabilities(&self, _wishes: Wishes<'_>) -> Capabilities {
        let browser = env::var_os(BROWSER).map_or_else(usual_browser, PathBuf::from);
        let options = json!({ "binary": browser, "args": ["--automation", "--javascript-can-access-clipboard=true"] });
        common(json!({ "webkitgtk:browserOptions": options }))
    }

    /// That of an automated browser is told to nobody.
    fn console(&self, browser: &Browser) -> Vec<Line> {
        standard::errors_heard(browser)
    }

    /// Its pixels are those of the screen: zoom is a narrower window here, which is the same to the layout.
    fn set_viewport(&self, browser: &Browser, width: u32, height: u32, _scale: u32) {
        const INNER: &str = "return [innerWidth, innerHeight]";
        browser.ask(async |client| client.set_window_size(width, height).await);
        let inner = browser.ask(async |client| client.execute(INNER, Vec::new()).await);
        let toolbar = height.saturating_sub(u32::try_from(inner[1].as_u64().unwrap_or_default()).unwrap_or_default());
        browser.ask(async |client| client.set_window_size(width, height + toolbar).await);
    }

    /// What it is shown as cannot be changed: on a screen, light.
    #[track_caller]
    fn set_media(&self, _browser: &Browser, media: &str, features: &[(&str, &str)]) {
        let is_as_always = media.is_empty() && features.iter().all(|one| *one == ("prefers-color-scheme", "light"));
        assert!(is_as_always, "WebKit cannot be shown as another medium ({media} {features:?}); see `exceptions.txt`");
    }

    fn run_ahead_of_pages(&self, _browser: &Browser, _script: &str) -> bool {
        false
    }

    fn ahead_of_every_page(&self) -> Option<&'static str> {
        Some(standard::HEAR_ERRORS)
    }

    fn clicks_at_once(&self) -> bool {
        false
    }

    /// An automated one forgets everything but what the page still holds.
    fn keeps_downloads(&self) -> bool {
        false
    }

    fn shows_new_tabs(&self) -> bool {
        false
    }

    /// It was started so.
    fn allow_clipboard(&self, _browser: &Browser) {}

    /// What a test can say is said of a window, and each has its own.
    fn forget(&self, _browser: &Browser) {}
}

/// Where Debian puts it: in a folder that is named after the machine.
fn usual_browser() -> PathBuf {
    let folders = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let mut found = folders.map(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser"));
    let is_there = |path: &PathBuf| path.is_file();
    found.find(is_there).unwrap_or_else(|| panic!("there is no MiniBrowser; name one in {BROWSER}"))
}

/// A screen in memory, and its name.
fn screen(folder: &Path) -> (Guarded, String) {
    let mut command = Command::new(program(SCREEN, "Xvfb"));
    command.args(["-displayfd", "1", "-screen", "0", "2000x4400x24", "-nolisten", "tcp"]);
    let mut screen = Guarded::start(&command, folder);
    let mut number = String::new();
    if let Some(words) = screen.words() {
        // It says nothing before it is ready, and nothing after that.
        BufReader::new(words).read_line(&mut number).ok();
    }
    assert!(!number.trim().is_empty(), "Xvfb is not there, or has no screen");
    (screen, format!(":{}", number.trim()))
}

/// The system's name of the preferred language; made here, because a small machine has none but C.
fn locale(wishes: Wishes<'_>) -> String {
    let preferred = wishes.languages.split(',').next().unwrap_or_default().replace('-', "_");
    let name = if preferred == "fr" { "fr_FR" } else { &preferred };
    let locale = format!("{name}.UTF-8");
    let folder = locales().join(&locale);
    if !folder.is_dir() {
        let made = wishes.profile.join("locale");
        let mut command = Command::new("localedef");
        command.args(["--no-archive", "--inputfile", name, "--charmap", "UTF-8"]).arg(&made);
        let output = command.output().unwrap_or_else(|error| panic!("localedef: {error}"));
        assert!(made.is_dir(), "localedef: {}", String::from_utf8_lossy(&output.stderr));
        fs::create_dir_all(locales()).unwrap_or_else(|error| panic!("{}: {error}", locales().display()));
        // Another test may have been faster.
        fs::rename(&made, &folder).or_else(|_| fs::remove_dir_all(&made)).ok();
    }
    locale
}

/// Made once for all visits.
fn locales() -> PathBuf {
    env::temp_dir().join("leimu-locales")
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    listener.unwrap_or_else(|error| panic!("no free port: {error}")).port()
}

fn write(file: &Path, text: &str) {
    let written = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(file, text));
    written.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
