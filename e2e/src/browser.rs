//! One browser session, one command at a time: tests read like the steps they are.

use std::cell::RefCell;
use std::fs;
use std::future::Future;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::wd::PrintConfiguration;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value as Json;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use crate::driver::Driver;
use crate::engine::{Extension, Line, Told};
use crate::page::insist;

/// No command takes longer, not even loading the page on a busy machine.
const LONGEST_COMMAND: Duration = Duration::from_secs(90);

/// How long a browser may take to go away.
const FAREWELL: Duration = Duration::from_secs(10);

/// A browser with a profile of its own; it is closed when it is dropped, or lent to the next visit.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    /// What runs ahead of every page, where only the site can do that; it grows.
    ahead: RefCell<Option<String>>,
    runtime: Runtime,
    // Dropped last: the session is closed through it.
    driver: Driver,
}

/// Browsers that nobody uses: starting one takes longer than many a test.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// So many wait for the next test; as many run at once.
const MOST_IDLE: usize = 2;

impl Browser {
    /// A browser whose visitor reads these languages, one that waits or a new one: no test can tell which.
    ///
    /// # Panics
    /// Where none starts.
    #[must_use]
    #[track_caller]
    pub fn lent(languages: &str) -> Self {
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = idle.iter().position(|browser| browser.driver.languages() == languages);
        let waiting = waiting.map(|at| idle.swap_remove(at));
        drop(idle);
        waiting.unwrap_or_else(|| Self::of_reader(languages))
    }

    /// Hands it back after a visit that went well. What it still knows lies at an origin that nobody visits again.
    pub fn give_back(mut self) {
        if self.forget().is_err() {
            return;
        }
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() >= MOST_IDLE {
            drop(idle.remove(0));
        }
        idle.push(self);
    }

    /// Leaves one tab that has seen nothing, preferences as they were, and no files.
    fn forget(&mut self) -> Result<(), Box<CmdError>> {
        let as_tab = self.shows_new_tabs();
        let fresh = self.try_ask(async |client| client.new_window(as_tab).await)?.handle;
        for old in self.try_ask(async |client| client.windows().await)? {
            if old != fresh {
                self.try_ask(async |client| client.switch_to_window(old).await)?;
                self.try_ask(async |client| client.close_window().await)?;
            }
        }
        self.try_ask(async |client| client.switch_to_window(fresh).await)?;
        self.driver.engine.forget(self);
        self.ahead = RefCell::new(self.driver.engine.ahead_of_every_page().map(str::to_owned));
        self.driver.forget_downloads();
        Ok(())
    }

    /// Starts a driver and a browser whose visitor reads Chinese.
    ///
    /// # Panics
    /// Where one of them is not there or does not start.
    #[must_use]
    #[track_caller]
    pub fn start() -> Self {
        Self::of_reader("zh-CN")
    }

    /// Starts a driver and a browser whose visitor reads these languages (`en-GB,fr`).
    ///
    /// # Panics
    /// Where one of them is not there or does not start.
    #[must_use]
    #[track_caller]
    pub fn of_reader(languages: &str) -> Self {
        let driver = Driver::start(languages);
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap_or_else(|error| panic!("no runtime for the driver's answers: {error}"));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(driver.capabilities());
        let address = driver.address();
        let client = runtime
            .block_on(async {
                timeout(LONGEST_COMMAND, async { builder.connect(&address).await.map_err(Box::new) }).await
            })
            .unwrap_or_else(|_| panic!("the browser did not start within {LONGEST_COMMAND:?}"))
            .unwrap_or_else(|error| panic!("the browser did not start: {error}"));
        let ahead = RefCell::new(driver.engine.ahead_of_every_page().map(str::to_owned));
        Self { client, ahead, runtime, driver }
    }

    /// Sends what needs an answer, and waits for it.
    ///
    /// # Errors
    /// What the driver refuses.
    ///
    /// # Panics
    /// Where no answer comes.
    #[track_caller]
    pub fn try_ask<F, T>(&self, command: impl FnOnce(Client) -> F) -> Result<T, Box<CmdError>>
    where
        F: Future<Output = Result<T, CmdError>>,
    {
        let client = self.client.clone();
        self.runtime
            .block_on(async { timeout(LONGEST_COMMAND, async { command(client).await.map_err(Box::new) }).await })
            .unwrap_or_else(|_| panic!("the browser did not answer within {LONGEST_COMMAND:?}"))
    }

    /// Sends what cannot be refused.
    ///
    /// # Panics
    /// Where it is.
    #[track_caller]
    pub fn ask<F, T>(&self, command: impl FnOnce(Client) -> F) -> T
    where
        F: Future<Output = Result<T, CmdError>>,
    {
        self.try_ask(command).unwrap_or_else(|error| panic!("the browser refused: {error}"))
    }

    /// Sends what the client has no word for.
    #[track_caller]
    pub(crate) fn issue(&self, command: Extension) -> Json {
        self.ask(async |client| client.issue_cmd(command).await)
    }

    /// The engine: `chromium`, `firefox`, `webkit`.
    pub(crate) fn engine(&self) -> &'static str {
        self.driver.engine.name()
    }

    /// The lines that came to the console since the last call: level and text.
    #[track_caller]
    pub fn console(&self) -> Vec<Line> {
        self.driver.engine.console(self)
    }

    /// Sets the size of the page's viewport in CSS pixels.
    #[track_caller]
    pub fn set_viewport(&self, width: u32, height: u32) {
        self.set_viewport_at(width, height, 1);
    }

    /// Sets the size of the page's viewport in CSS pixels, each of which takes so many of the screen's: what zoom does.
    #[track_caller]
    pub fn set_viewport_at(&self, width: u32, height: u32, scale: u32) {
        self.driver.engine.set_viewport(self, width, height, scale);
    }

    /// Makes the visitor one who prefers all of this, and nothing else: (`forced-colors`, `active`).
    #[track_caller]
    pub fn set_preferences(&self, features: &[(&str, &str)]) {
        self.driver.engine.set_media(self, "", features);
    }

    /// Makes the visitor one who prefers `light` or `dark`.
    #[track_caller]
    pub fn set_colour_scheme(&self, scheme: &str) {
        self.set_preferences(&[("prefers-color-scheme", scheme)]);
    }

    /// Shows pages as on `screen` or as in `print`.
    #[track_caller]
    pub fn set_media(&self, media: &str) {
        self.driver.engine.set_media(self, media, &[]);
    }

    /// What assistive technology is told, in reading order.
    #[track_caller]
    pub(crate) fn told(&self) -> Vec<Told> {
        self.driver.engine.told(self)
    }

    /// Whether nothing on the page can move between looking where a thing is and clicking there.
    pub(crate) fn clicks_at_once(&self) -> bool {
        self.driver.engine.clicks_at_once()
    }

    /// Goes to an address by the address bar.
    #[track_caller]
    pub(crate) fn go_to(&self, address: &str) {
        self.ask(async |client| client.goto(address).await);
        if self.driver.engine.arrives_late() {
            let page = |address: &str| address.split('#').next().unwrap_or_default().to_owned();
            insist(|| match self.try_ask(async |client| client.current_url().await) {
                Ok(there) if page(there.as_str()) == page(address) => Ok(()),
                there => Err(format!("{there:?} is in front, not {address}")),
            });
        }
    }

    /// Loads the page in front again.
    #[track_caller]
    pub(crate) fn reload(&self) {
        const LEAVE: &str = "window.isLeft = true; location.reload()";
        const IS_LEFT: &str = "return window.isLeft === true";
        if self.driver.engine.reloads_as_visitors_do() {
            return self.ask(async |client| client.refresh().await);
        }
        self.ask(async |client| client.execute(LEAVE, Vec::new()).await);
        // In between there is no page to ask.
        insist(|| match self.try_ask(async |client| client.execute(IS_LEFT, Vec::new()).await) {
            Ok(Json::Bool(false)) => Ok(()),
            answer => Err(format!("the page is not loaded again: {answer:?}")),
        });
    }

    /// Whether it keeps what it has downloaded for the next time.
    #[must_use]
    pub fn keeps_downloads(&self) -> bool {
        self.driver.engine.keeps_downloads()
    }

    /// Whether a page is drawn in a tab that a test has opened; where it is not, the test opens a window.
    pub(crate) fn shows_new_tabs(&self) -> bool {
        self.driver.engine.shows_new_tabs()
    }

    /// Runs a script in every page to come, before the page's own.
    #[track_caller]
    pub fn run_ahead_of_pages(&self, script: &str) {
        if !self.driver.engine.run_ahead_of_pages(self, script) {
            let before = self.ahead.take().unwrap_or_default();
            self.ahead.replace(Some(format!("{before}\n{script};")));
        }
    }

    /// What a site has to run ahead of every page, because the driver cannot.
    pub(crate) fn left_to_site(&self) -> Option<String> {
        self.ahead.borrow().clone()
    }

    /// The text of a file that the visitor has saved, once it is there.
    #[must_use]
    pub fn saved(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.driver.downloads().join(name)).ok()
    }

    /// What keeps the page in front from being installed, in the words of the engine; none where it does not judge.
    #[must_use]
    #[track_caller]
    pub fn installability(&self) -> Option<Json> {
        self.driver.engine.installability(self)
    }

    /// Lets every page use the clipboard.
    #[track_caller]
    pub fn allow_clipboard(&self) {
        self.driver.engine.allow_clipboard(self);
    }

    /// The page as it is printed on A4, as PDF.
    #[track_caller]
    pub fn print(&self) -> Vec<u8> {
        self.ask(async |client| client.print(PrintConfiguration::default()).await)
    }

    /// What is in the viewport, as PNG.
    #[track_caller]
    pub fn screenshot(&self) -> Vec<u8> {
        self.ask(async |client| client.screenshot().await)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let client = self.client.clone();
        // A browser that does not answer any more goes with its driver.
        self.runtime.block_on(async { timeout(FAREWELL, client.close()).await.ok() });
    }
}
