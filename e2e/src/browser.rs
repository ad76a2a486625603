//! One browser session, one command at a time: tests read like the steps they are.

use std::fs;
use std::future::Future;
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::wd::PrintConfiguration;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value as Json;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use crate::driver::{Driver, Extension};

/// No command takes longer, not even loading the page on a busy machine.
const LONGEST_COMMAND: Duration = Duration::from_secs(90);

/// How long a browser may take to go away.
const FAREWELL: Duration = Duration::from_secs(10);

/// A browser with an empty profile; it is closed when it is dropped.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    runtime: Runtime,
    // Dropped last: the session is closed through it.
    driver: Driver,
}

impl Browser {
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
        let driver = Driver::start();
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap_or_else(|error| panic!("no runtime for the driver's answers: {error}"));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(driver.capabilities(languages));
        let address = driver.address();
        let client = runtime
            .block_on(async {
                timeout(LONGEST_COMMAND, async { builder.connect(&address).await.map_err(Box::new) }).await
            })
            .unwrap_or_else(|_| panic!("the browser did not start within {LONGEST_COMMAND:?}"))
            .unwrap_or_else(|error| panic!("the browser did not start: {error}"));
        Self { client, runtime, driver }
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

    /// The lines that came to the console since the last call: level and text.
    #[track_caller]
    pub fn console(&self) -> Vec<(String, String)> {
        let lines = self.ask(async |client| client.issue_cmd(Extension::console()).await);
        let word = |line: &Json, key: &str| line[key].as_str().unwrap_or_default().to_owned();
        lines.as_array().into_iter().flatten().map(|line| (word(line, "level"), word(line, "message"))).collect()
    }

    /// Sets the size of the page's viewport in CSS pixels.
    #[track_caller]
    pub fn set_viewport(&self, width: u32, height: u32) {
        self.set_viewport_at(width, height, 1);
    }

    /// Sets the size of the page's viewport in CSS pixels, each of which takes so many of the screen's: what zoom does.
    #[track_caller]
    pub fn set_viewport_at(&self, width: u32, height: u32, scale: u32) {
        self.ask(async |client| client.issue_cmd(Extension::viewport(width, height, scale)).await);
    }

    /// Makes the visitor one who prefers all of this, and nothing else: (`forced-colors`, `active`).
    #[track_caller]
    pub fn set_preferences(&self, features: &[(&str, &str)]) {
        self.ask(async |client| client.issue_cmd(Extension::media("", features)).await);
    }

    /// The tree that assistive technology is given, as the engine hands it out.
    #[must_use]
    #[track_caller]
    pub fn accessibility_tree(&self) -> Json {
        self.ask(async |client| client.issue_cmd(Extension::accessibility_tree()).await)
    }

    /// Makes the visitor one who prefers `light` or `dark`.
    #[track_caller]
    pub fn set_colour_scheme(&self, scheme: &str) {
        self.set_preferences(&[("prefers-color-scheme", scheme)]);
    }

    /// Runs a script in every page to come, before the page's own.
    #[track_caller]
    pub fn run_ahead_of_pages(&self, script: &str) {
        self.ask(async |client| client.issue_cmd(Extension::ahead_of_pages(script)).await);
    }

    /// The text of a file that the visitor has saved, once it is there.
    #[must_use]
    pub fn saved(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.driver.downloads().join(name)).ok()
    }

    /// Shows pages as on `screen` or as in `print`.
    #[track_caller]
    pub fn set_media(&self, media: &str) {
        self.ask(async |client| client.issue_cmd(Extension::media(media, &[])).await);
    }

    /// What keeps the page in front from being installed, in the words of the engine.
    #[must_use]
    #[track_caller]
    pub fn installability(&self) -> Json {
        self.ask(async |client| client.issue_cmd(Extension::installability()).await)
    }

    /// Lets every page use the clipboard.
    #[track_caller]
    pub fn allow_clipboard(&self) {
        self.ask(async |client| client.issue_cmd(Extension::clipboard()).await);
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
