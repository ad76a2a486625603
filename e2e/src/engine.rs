//! The engines: how the driver of each is started, and how each does what WebDriver has no word for.
//! Everything else speaks plain WebDriver.

mod chromium;
mod firefox;
mod standard;
mod webkit;

use std::env;
use std::ffi::OsString;
use std::fmt::Debug;
use std::path::Path;
use std::process::Command;

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use http::Method;
use serde_json::{Value as Json, json};
use url::{ParseError, Url};

use crate::browser::Browser;
use crate::guard::Guarded;

/// The variable that chooses the engine: `chromium`, which is the one without it, `firefox` or `webkit`.
const CHOICE: &str = "LEIMU_ENGINE";

/// Every engine.
const ENGINES: [&dyn Engine; 3] = [&chromium::Chromium, &firefox::Firefox, &webkit::WebKit];

/// The engine that was chosen.
#[track_caller]
pub(crate) fn chosen() -> &'static dyn Engine {
    let Some(choice) = env::var_os(CHOICE) else { return &chromium::Chromium };
    let fits = |engine: &&&dyn Engine| choice == engine.name();
    let names = || ENGINES.map(Engine::name).join(", ");
    *ENGINES.iter().find(fits).unwrap_or_else(|| panic!("{CHOICE} is {}, not {}", choice.display(), names()))
}

/// A driver that is about to be started.
#[derive(Debug)]
pub(crate) struct Start {
    /// The driver.
    pub(crate) command: Command,
    /// The port it was given; without one it says itself where it listens.
    pub(crate) port: Option<u16>,
    /// What it cannot do without, such as a screen.
    pub(crate) beside: Vec<Guarded>,
}

/// What a browser is started with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wishes<'a> {
    /// A folder of its own that no browser has used.
    pub(crate) profile: &'a Path,
    /// Where it puts the files that a visitor saves.
    pub(crate) downloads: &'a Path,
    /// What its visitor reads, the preferred language first (`en-GB,fr`).
    pub(crate) languages: &'a str,
}

/// A thing as assistive technology is told of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    /// What it is, in the words of the engine.
    pub(crate) role: String,
    /// What it is called.
    pub(crate) name: String,
    /// Of a heading: how far down.
    pub(crate) level: u64,
}

/// A line of the console: level and text. `SEVERE` is an error.
pub(crate) type Line = (String, String);

/// One engine.
pub(crate) trait Engine: Debug + Sync {
    /// What it is chosen by.
    fn name(&self) -> &'static str;

    /// Its driver, with what that needs.
    fn start(&self, wishes: Wishes<'_>) -> Start;

    /// The port in a line of the driver's words, where it names one.
    fn port_in(&self, _line: &str) -> Option<u16> {
        None
    }

    /// A browser without a window, with nothing to talk to.
    fn capabilities(&self, wishes: Wishes<'_>) -> Capabilities;

    /// Takes the console's new lines.
    fn console(&self, browser: &Browser) -> Vec<Line>;

    /// Gives the page a viewport of its own size, in CSS pixels of so many of the screen's each: what zoom does.
    fn set_viewport(&self, browser: &Browser, width: u32, height: u32, scale: u32);

    /// Shows pages as on `screen` or as in `print`, to a visitor who prefers this and nothing else.
    fn set_media(&self, browser: &Browser, media: &str, features: &[(&str, &str)]);

    /// Runs a script in every page to come, before the page's own; whether the driver can. Where it cannot, the site
    /// has to.
    fn run_ahead_of_pages(&self, browser: &Browser, script: &str) -> bool;

    /// What runs ahead of every page, where the site has to do that.
    fn ahead_of_every_page(&self) -> Option<&'static str> {
        None
    }

    /// What assistive technology is told, in reading order.
    fn told(&self, browser: &Browser) -> Vec<Told> {
        standard::told(browser)
    }

    /// What keeps the page in front from being installed, in the words of the engine; none where it does not judge.
    fn installability(&self, _browser: &Browser) -> Option<Json> {
        None
    }

    /// Whether nothing on the page can move between looking where a thing is and clicking there.
    fn clicks_at_once(&self) -> bool {
        true
    }

    /// Whether the page of before may still be in front when the driver says that another is there.
    fn arrives_late(&self) -> bool {
        false
    }

    /// Whether the driver's way to load a page again is that of a visitor.
    fn reloads_as_visitors_do(&self) -> bool {
        true
    }

    /// Whether it keeps what it has downloaded for the next time, as it does for visitors.
    fn keeps_downloads(&self) -> bool {
        true
    }

    /// Whether a page is drawn in a tab that the driver has opened.
    fn shows_new_tabs(&self) -> bool {
        true
    }

    /// Lets every page use the clipboard, as a visitor does who is asked.
    fn allow_clipboard(&self, browser: &Browser);

    /// Takes back what was said of the whole browser, not of one tab alone.
    fn forget(&self, browser: &Browser);
}

/// The program that a variable names, or this one.
fn program(variable: &str, usual: &str) -> OsString {
    env::var_os(variable).unwrap_or_else(|| OsString::from(usual))
}

/// What every engine is asked for.
fn common(own: Json) -> Capabilities {
    let mut capabilities: Capabilities = match own {
        Json::Object(own) => own,
        _ => Capabilities::new(),
    };
    // Looking for barriers on the largest screen takes a busy machine longer than the usual half a minute.
    capabilities.insert("timeouts".to_owned(), json!({ "script": 80_000 }));
    capabilities
}

/// A command that the client has no word for.
#[derive(Debug)]
pub(crate) struct Extension {
    path: String,
    /// Without one it only asks.
    body: Option<Json>,
}

impl Extension {
    fn new(path: &str, body: Json) -> Self {
        Self { path: path.to_owned(), body: Some(body) }
    }

    fn asking(path: String) -> Self {
        Self { path, body: None }
    }
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let method = if self.body.is_some() { Method::POST } else { Method::GET };
        (method, self.body.as_ref().map(Json::to_string))
    }
}
