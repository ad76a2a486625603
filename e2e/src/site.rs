//! The bundle on a local address, with pages beside it that only tests need.

use std::env;
use std::path::PathBuf;

use xtask::server::{Options, Page, Server};

/// The variable that names the folder of the built page.
const DIST: &str = "LEIMU_DIST";

/// The page as one file.
const ONE_FILE: &str = "leimu.html";

/// A page of the same origin that is empty: storage can be filled from it before the first visit.
const BLANK: &str = "/blank.html";

/// The page, served.
#[derive(Debug)]
pub struct Site {
    server: Server,
}

impl Site {
    /// Serves the bundle under `prefix`, with further `pages` (path and HTML) of the same origin.
    ///
    /// # Panics
    /// Without a bundle: a test that did not see the page has not passed.
    #[must_use]
    #[track_caller]
    pub fn start(prefix: &str, pages: &[(&str, &str)]) -> Self {
        // A frame without an origin of its own may load modules only where everybody may.
        Self::with_headers(prefix, pages, &[("Access-Control-Allow-Origin", "*")])
    }

    /// Serves the bundle at the root, isolated from every other origin: only then does a browser
    /// give the page a clock that is fine enough to measure with.
    ///
    /// # Panics
    /// Without a bundle.
    #[must_use]
    #[track_caller]
    pub fn isolated() -> Self {
        let isolation =
            [("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Embedder-Policy", "require-corp")];
        Self::with_headers("", &[], &isolation)
    }

    #[track_caller]
    fn with_headers(prefix: &str, pages: &[(&str, &str)], headers: &[(&str, &str)]) -> Self {
        let Some(dist) = env::var_os(DIST).map(PathBuf::from) else {
            panic!(
                "{DIST} is not set: it names the folder of the built page; `cargo xtask test` builds it and sets it"
            );
        };
        assert!(
            dist.join("index.html").is_file(),
            "{DIST} is {}, which has no index.html: `cargo xtask test` builds the page and sets it",
            dist.display()
        );
        let blank = [(BLANK, "<!doctype html><link rel=\"icon\" href=\"data:,\">")];
        let options = Options {
            prefix: prefix.to_owned(),
            headers: headers.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect(),
            pages: pages.iter().chain(&blank).map(|(path, body)| Page::html(path, body)).collect(),
            ..Options::default()
        };
        let server = Server::start(&dist, options).unwrap_or_else(|error| panic!("no server: {error}"));
        Self { server }
    }

    /// The address of the page.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// The address of a page beside it.
    #[must_use]
    pub fn beside(&self, path: &str) -> String {
        format!("{}{path}", self.server.origin())
    }

    /// The address of the page as one file in a folder.
    ///
    /// # Panics
    /// Where the bundle has no such file.
    #[must_use]
    #[track_caller]
    pub fn saved_copy(&self) -> String {
        let dist = env::var_os(DIST).map(PathBuf::from).unwrap_or_default();
        match dist.join(ONE_FILE).canonicalize() {
            Ok(file) => format!("file://{}", file.display()),
            Err(error) => panic!("{DIST} is {}, which has no {ONE_FILE}: {error}", dist.display()),
        }
    }

    /// The address of an empty page of the same origin.
    #[must_use]
    pub fn blank(&self) -> String {
        self.beside(BLANK)
    }

    /// What was asked for since the last call, but for the icon: the browser asks for that one
    /// when it likes, and the page has no say in it.
    #[must_use]
    pub fn new_requests(&self) -> Vec<String> {
        let requests = self.server.requests();
        self.server.forget_requests();
        requests.into_iter().filter(|path| !path.contains("/icon-") && !path.contains("/favicon.ico")).collect()
    }
}
