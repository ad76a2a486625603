//! The one place that knows which engine is driven: its driver, its flags, and what it can do
//! beyond the standard. Everything else speaks plain WebDriver.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use http::Method;
use serde_json::{Value as Json, json};
use url::{ParseError, Url};

/// The browser; without it the driver looks in the usual places.
const BROWSER: &str = "LEIMU_CHROMIUM";
/// The driver; without it the one on `PATH`.
const DRIVER: &str = "LEIMU_CHROMEDRIVER";

/// How long a driver may take to listen: on a machine that is out of breath, no less than any command.
const PATIENCE: Duration = Duration::from_secs(90);

/// A running driver and the folder of its browser's profile; both are gone when it is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    child: Child,
    profile: PathBuf,
    port: u16,
}

impl Driver {
    /// Starts a driver on a port that it finds for itself.
    pub(crate) fn start() -> Self {
        let program = env::var_os(DRIVER).unwrap_or_else(|| OsString::from("chromedriver"));
        let mut child = Command::new(&program)
            .arg("--port=0")
            // The language of the browser's own controls, such as a date, comes from here alone.
            .env("LANGUAGE", "zh_CN")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}; name a driver in {DRIVER}", program.display()));
        let stdout = child.stdout.take();
        // From here on a panic ends the child, too.
        let mut driver = Self { child, profile: new_profile(), port: 0 };
        driver.port = stdout
            .and_then(listening_on)
            .unwrap_or_else(|| panic!("{} did not say within {PATIENCE:?} where it listens", program.display()));
        driver
    }

    /// Where the driver takes commands.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Where the browser puts the files that a visitor saves.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.profile.join("saved")
    }

    /// A browser without a window, with an empty profile and nothing to talk to, whose console is
    /// kept, and whose visitor reads these languages.
    pub(crate) fn capabilities(&self, languages: &str) -> Capabilities {
        let mut options = json!({
            "args": [
                "--headless",
                // Containers run tests as root, where Chromium's sandbox refuses to start.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,960",
                format!("--user-data-dir={}", self.profile.display()),
            ],
            "prefs": {
                "intl.accept_languages": languages,
                "download.default_directory": self.downloads(),
            },
        });
        if let Some(browser) = env::var_os(BROWSER) {
            options["binary"] = json!(browser.to_string_lossy());
        }
        let mut capabilities = Capabilities::new();
        capabilities.insert("browserName".to_owned(), json!("chrome"));
        capabilities.insert("goog:chromeOptions".to_owned(), options);
        // Looking for barriers on the largest screen takes a busy machine longer than the usual half a minute.
        capabilities.insert("timeouts".to_owned(), json!({ "script": 80_000 }));
        capabilities.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL" }));
        capabilities
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The session has been closed before, and the browser with it.
        self.child.kill().ok();
        self.child.wait().ok();
        fs::remove_dir_all(&self.profile).ok();
    }
}

/// A folder that no browser has used.
fn new_profile() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder: &Path = &env::temp_dir();
    folder.join(format!("leimu-e2e-{}-{number}", std::process::id()))
}

/// Reads the driver's words until it names its port, and goes on reading so that it never waits
/// for a reader.
fn listening_on(stdout: ChildStdout) -> Option<u16> {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            let port = line.split_once("started successfully on port ").map(|(_, rest)| rest);
            if let Some(Ok(port)) = port.map(|port| port.trim_end_matches('.').parse::<u16>()) {
                // Nobody listens any more where the driver was too late.
                send.send(port).ok();
            }
        }
    });
    receive.recv_timeout(PATIENCE).ok()
}

/// A command beyond the standard.
#[derive(Debug)]
pub(crate) struct Extension {
    path: &'static str,
    body: Json,
}

impl Extension {
    /// Takes the console's new lines.
    pub(crate) fn console() -> Self {
        Self { path: "se/log", body: json!({ "type": "browser" }) }
    }

    /// Gives the page a viewport of its own size, in CSS pixels of so many of the screen's each: a window cannot be
    /// as narrow as a phone.
    pub(crate) fn viewport(width: u32, height: u32, scale: u32) -> Self {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        Self::devtools("Emulation.setDeviceMetricsOverride", &metrics)
    }

    /// Shows the page as on `screen` or as in `print`, to a visitor who prefers this: `prefers-color-scheme`,
    /// `forced-colors` and the like.
    pub(crate) fn media(media: &str, features: &[(&str, &str)]) -> Self {
        let features: Vec<Json> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        Self::devtools("Emulation.setEmulatedMedia", &json!({ "media": media, "features": features }))
    }

    /// The tree that assistive technology is given.
    pub(crate) fn accessibility_tree() -> Self {
        Self::devtools("Accessibility.getFullAXTree", &json!({}))
    }

    /// Runs a script in every page to come, before the page's own.
    pub(crate) fn ahead_of_pages(script: &str) -> Self {
        Self::devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }))
    }

    /// What keeps the page in front from being installed.
    pub(crate) fn installability() -> Self {
        Self::devtools("Page.getInstallabilityErrors", &json!({}))
    }

    /// Lets every page use the clipboard, as a visitor does who is asked.
    pub(crate) fn clipboard() -> Self {
        let permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
        Self::devtools("Browser.grantPermissions", &json!({ "permissions": permissions }))
    }

    fn devtools(command: &str, params: &Json) -> Self {
        Self { path: "goog/cdp/execute", body: json!({ "cmd": command, "params": params }) }
    }
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
