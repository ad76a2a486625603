//! The bundle in a folder of a host, where a newer one takes its place while somebody has the page open.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;

use crate::page::Page;
use crate::site::dist;

/// What changes from one edition to the next.
const PAGE: &str = "index.html";
const WORKER: &str = "worker.js";

/// What a newer edition has in its head.
const MARK: &str = "<meta name=\"edition\" content=\"newer\" />";

/// A copy of the bundle, which is gone afterwards.
#[derive(Debug)]
pub struct Deployment {
    folder: PathBuf,
}

impl Deployment {
    /// Puts the bundle there.
    ///
    /// # Panics
    /// Without a bundle, or without room for a copy.
    #[must_use]
    #[track_caller]
    pub fn new() -> Self {
        static MANY: AtomicUsize = AtomicUsize::new(0);
        let number = MANY.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("leimu-deployment-{}-{number}", process::id()));
        copy(&dist(), &folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        Self { folder }
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Puts a newer edition in its place, as another build would be: with another page, and with a worker that keeps
    /// that one.
    ///
    /// # Panics
    /// Where the bundle is not as it should be.
    #[track_caller]
    pub fn renew(&self, page: &Page) {
        self.renew_worker(page);
        self.renew_page();
    }

    /// The first half of this: the newer worker, beside the page of before.
    ///
    /// # Panics
    /// Where the bundle is not as it should be.
    #[track_caller]
    pub fn renew_worker(&self, page: &Page) {
        let (before, worker) = (self.read(PAGE), self.read(WORKER));
        let (hash, new_hash) = (integrity(page, &before), integrity(page, &newer(&before)));
        assert!(worker.contains(&hash), "the worker does not know the page by {hash}");
        let version = version(&worker);
        let new_version: String = version.chars().rev().collect();
        self.write(WORKER, &worker.replace(&hash, &new_hash).replace(version, &new_version));
    }

    /// The second half: the page.
    ///
    /// # Panics
    /// Where the bundle is not as it should be.
    #[track_caller]
    pub fn renew_page(&self) {
        self.write(PAGE, &newer(&self.read(PAGE)));
    }

    /// The bundle without the part of the program that the list of categories does not wait for.
    ///
    /// # Panics
    /// Where it is not there.
    #[must_use]
    #[track_caller]
    pub fn without_the_rest() -> Self {
        let deployment = Self::new();
        deployment.rename("rest-", "held-rest-");
        deployment
    }

    /// Puts it back.
    ///
    /// # Panics
    /// Where it was not held back.
    #[track_caller]
    pub fn bring_the_rest(&self) {
        self.rename("held-rest-", "rest-");
    }

    /// Gives all files whose names begin with `old` names that begin with `new`.
    #[track_caller]
    fn rename(&self, old: &str, new: &str) {
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let names: Vec<_> = files.filter_map(|file| file.file_name().into_string().ok()).collect();
        let wanted: Vec<_> = names.iter().filter(|name| name.starts_with(old)).collect();
        assert!(!wanted.is_empty(), "there is no {old}*");
        for name in wanted {
            let to = self.folder.join(name.replacen(old, new, 1));
            fs::rename(self.folder.join(name), to).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }

    /// Whether the page on screen is of a newer edition.
    #[must_use]
    #[track_caller]
    pub fn is_new(page: &Page) -> bool {
        page.run("return !!document.querySelector('meta[name=edition]')", Vec::new()) == json!(true)
    }

    #[track_caller]
    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    #[track_caller]
    fn write(&self, name: &str, content: &str) {
        fs::write(self.folder.join(name), content).unwrap_or_else(|error| panic!("{name}: {error}"));
        for packed in [".br", ".gz"] {
            // What is too small to be packed has none.
            fs::remove_file(self.folder.join(format!("{name}{packed}"))).ok();
        }
    }
}

impl Default for Deployment {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Deployment {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.folder).ok();
    }
}

fn newer(page: &str) -> String {
    page.replacen("</head>", &format!("{MARK}</head>"), 1)
}

/// The hash of a text, as pages and workers write it.
#[track_caller]
fn integrity(page: &Page, text: &str) -> String {
    const DIGEST: &str = "
        const bytes = new TextEncoder().encode(arguments[0]);
        return crypto.subtle.digest('SHA-384', bytes).then((hash) => btoa(String.fromCharCode(...new Uint8Array(hash))));";
    let hash = page.run(DIGEST, vec![json!(text)]);
    format!("sha384-{}", hash.as_str().unwrap_or_default())
}

/// The name of a worker's edition: the only text of sixteen digits in it.
#[track_caller]
fn version(worker: &str) -> &str {
    let is_version = |text: &&str| text.len() == 16 && text.bytes().all(|digit| digit.is_ascii_hexdigit());
    let found: Vec<_> = worker.split('"').filter(is_version).collect();
    match found[..] {
        [version] => version,
        _ => panic!("{} versions in the worker", found.len()),
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()))?;
        } else {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
