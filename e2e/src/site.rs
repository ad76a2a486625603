//! The bundle on a local address, with pages beside it that only tests need.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use xtask::server::{Options, Page, Server};

/// The variable that names the folder of the built page.
const DIST: &str = "LEIMU_DIST";

/// The page as one file.
const ONE_FILE: &str = "leimu.html";

/// What hosts are told to send.
const FOR_HOSTS: &str = "_headers";

/// A page of the same origin that is empty: storage can be filled from it before the first visit.
const BLANK: &str = "/blank.html";

/// The page, served.
#[derive(Debug)]
pub struct Site {
    url: String,
    origin: String,
    /// None once it has been taken away.
    server: RefCell<Option<Server>>,
    /// What was asked for since it was last told, also while the page was loaded.
    journal: RefCell<Vec<String>>,
}

impl Site {
    /// Serves the bundle under `prefix`, with further `pages` (path and HTML) of the same origin, as hosts are told
    /// to: with the headers that lie in the bundle.
    ///
    /// # Panics
    /// Without a bundle: a test that did not see the page has not passed.
    #[must_use]
    #[track_caller]
    pub fn start(prefix: &str, pages: &[(&str, &str)]) -> Self {
        Self::of_folder(&dist(), prefix, pages)
    }

    /// The same for another folder with a bundle.
    ///
    /// # Panics
    /// Where it has none.
    #[must_use]
    #[track_caller]
    pub fn of_folder(folder: &Path, prefix: &str, pages: &[(&str, &str)]) -> Self {
        Self::of(folder, prefix, pages, headers_for_hosts(folder))
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
        Self::of(&dist(), "", &[], owned(&isolation))
    }

    /// Serves the bundle at the root as a host does that lets no other origin read it.
    ///
    /// # Panics
    /// Without a bundle.
    #[must_use]
    #[track_caller]
    pub fn unshared() -> Self {
        Self::of(&dist(), "", &[], Vec::new())
    }

    /// Serves a folder of somebody else's with these headers.
    ///
    /// # Panics
    /// Without that folder.
    #[must_use]
    #[track_caller]
    pub fn foreign(folder: &Path, headers: &[(&str, &str)]) -> Self {
        let options = Options { headers: owned(headers), ..Options::default() };
        Self::at(serve(folder, &options))
    }

    #[track_caller]
    fn of(dist: &Path, prefix: &str, pages: &[(&str, &str)], headers: Vec<(String, String)>) -> Self {
        let blank = [(BLANK, "<!doctype html><link rel=\"icon\" href=\"data:,\">")];
        let options = Options {
            prefix: prefix.to_owned(),
            headers,
            pages: pages.iter().chain(&blank).map(|(path, body)| Page::html(path, body)).collect(),
            ..Options::default()
        };
        Self::at(serve(dist, &options))
    }

    fn at(server: Server) -> Self {
        Self {
            url: server.url(),
            origin: server.origin(),
            server: RefCell::new(Some(server)),
            journal: RefCell::default(),
        }
    }

    /// The policy that hosts are told to send.
    ///
    /// # Panics
    /// Where the bundle does not say it.
    #[must_use]
    #[track_caller]
    pub fn policy() -> String {
        let headers = headers_for_hosts(&dist());
        let policy = headers.into_iter().find(|(name, _)| name == "Content-Security-Policy");
        policy.unwrap_or_else(|| panic!("{FOR_HOSTS} says no policy")).1
    }

    /// The address of the page.
    #[must_use]
    pub fn url(&self) -> String {
        self.url.clone()
    }

    /// The address of a page beside it.
    #[must_use]
    pub fn beside(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The address of the page as one file in a folder.
    ///
    /// # Panics
    /// Where the bundle has no such file.
    #[must_use]
    #[track_caller]
    pub fn saved_copy(&self) -> String {
        let dist = dist();
        match dist.join(ONE_FILE).canonicalize() {
            Ok(file) => format!("file://{}", file.display()),
            Err(error) => panic!("{DIST} is {}, which has no {ONE_FILE}: {error}", dist.display()),
        }
    }

    /// Runs a script in every page to come, before the page's own: for browsers that cannot.
    pub(crate) fn run_ahead(&self, script: &str) {
        if let Some(server) = self.server.borrow().as_ref() {
            server.run_ahead(script);
        }
    }

    /// Takes the server away: from now on nobody answers.
    pub fn stop(&self) {
        drop(self.server.take());
    }

    /// The address of an empty page of the same origin.
    #[must_use]
    pub fn blank(&self) -> String {
        self.beside(BLANK)
    }

    /// What was asked for since the last call, but for the icon, the worker and the manifest: the browser asks for
    /// those when it likes (whether the worker has changed, a second after every visit), and the page has no say in it.
    #[must_use]
    pub fn new_requests(&self) -> Vec<String> {
        let server = self.server.borrow();
        let Some(server) = server.as_ref() else { return Vec::new() };
        let requests = server.requests();
        server.forget_requests();
        let is_browsers =
            |path: &str| ["/icon-", "/favicon.ico", "/worker.js", "/manifest."].iter().any(|own| path.contains(own));
        let requests: Vec<_> = requests.into_iter().filter(|path| !is_browsers(path)).collect();
        self.journal.borrow_mut().extend_from_slice(&requests);
        requests
    }

    /// What was asked for since this was last called, while the page was loaded as well: a worker goes on by itself.
    #[must_use]
    pub fn journal(&self) -> Vec<String> {
        drop(self.new_requests());
        self.journal.take()
    }
}

/// A server at an origin that none had before: a browser that is used once more knows what was there.
#[track_caller]
fn serve(folder: &Path, options: &Options) -> Server {
    static HAD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    loop {
        let server = Server::start(folder, options.clone());
        let server = server.unwrap_or_else(|error| panic!("{} is not served: {error}", folder.display()));
        if HAD.lock().unwrap_or_else(PoisonError::into_inner).insert(server.origin()) {
            return server;
        }
    }
}

/// The folder of the built page.
#[track_caller]
pub(crate) fn dist() -> PathBuf {
    let Some(dist) = env::var_os(DIST).map(PathBuf::from) else {
        panic!("{DIST} is not set: it names the folder of the built page; `cargo xtask test` builds it and sets it");
    };
    assert!(
        dist.join("index.html").is_file(),
        "{DIST} is {}, which has no index.html: `cargo xtask test` builds the page and sets it",
        dist.display()
    );
    dist
}

/// The headers of every file, as the bundle tells them to hosts.
#[track_caller]
fn headers_for_hosts(dist: &Path) -> Vec<(String, String)> {
    let path = dist.join(FOR_HOSTS);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let all = text.split("\n\n").find_map(|part| part.strip_prefix("/*\n")).unwrap_or_default();
    let headers: Vec<_> = all.lines().filter_map(|line| line.trim().split_once(": ")).collect();
    assert!(!headers.is_empty(), "{} has no headers for every file", path.display());
    headers.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn owned(headers: &[(&str, &str)]) -> Vec<(String, String)> {
    headers.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
}
