//! From a request to its answer: a page, a file of the directory, a redirect, or “not found”.

use super::request::Request;
use super::{Options, mime};
use std::fs;
use std::path::{Component, Path, PathBuf};

/// How long a browser keeps what may change under its name.
const ASKED_FOR_AGAIN: &str = "no-cache";
/// And how long what is named after its content.
const KEPT_FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// The codings of packed files that may stand beside a file, and the ends of their names; the smaller one first.
const PACKED: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// What is sent back.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: &'static str,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    pub(super) fn new(status: &'static str, mime: &str, body: Vec<u8>) -> Self {
        let headers = vec![
            ("Content-Type".to_owned(), mime.to_owned()),
            // A bundle that was built again must show at the next reload.
            ("Cache-Control".to_owned(), ASKED_FOR_AGAIN.to_owned()),
        ];
        Self { status, headers, body }
    }

    fn with(mut self, headers: &[(String, String)]) -> Self {
        self.headers.extend_from_slice(headers);
        self
    }

    fn text(status: &'static str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", status.into())
    }

    fn moved(to: &str) -> Self {
        Self::text("301 Moved Permanently").with(&[("Location".to_owned(), to.to_owned())])
    }
}

/// Answers a request for something under `root`, which is canonical.
pub(super) fn route(root: &Path, options: &Options, request: &Request) -> Answer {
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return Answer::text("405 Method Not Allowed").with(&[("Allow".to_owned(), "GET, HEAD".to_owned())]);
    }
    let path = request.target.split(['?', '#']).next().unwrap_or_default();
    if let Some(page) = options.pages.iter().find(|page| page.path == path) {
        return Answer::new("200 OK", &page.mime, page.body.clone().into_bytes());
    }
    let Some(below) = path.strip_prefix(&options.prefix) else {
        // Without the slash at its end, every relative address of the page would be wrong.
        if options.prefix.strip_suffix('/') == Some(path) {
            return Answer::moved(&options.prefix);
        }
        return Answer::text("404 Not Found");
    };
    let Some(file) = resolve(root, below) else {
        return Answer::text("404 Not Found");
    };
    if !file.is_dir() {
        return send(&file, options, &request.takes);
    }
    if !path.ends_with('/') {
        return Answer::moved(&format!("{path}/"));
    }
    send(&file.join("index.html"), options, &request.takes)
}

/// A file; packed, where a packed one stands beside it that the browser takes.
fn send(file: &Path, options: &Options, takes: &[String]) -> Answer {
    let packed =
        PACKED.iter().filter(|(coding, _)| takes.iter().any(|known| known == coding)).find_map(|(coding, end)| {
            let mut name = file.as_os_str().to_owned();
            name.push(end);
            fs::read(name).ok().map(|body| (body, Some(*coding)))
        });
    let Some((body, coding)) = packed.or_else(|| fs::read(file).ok().map(|body| (body, None))) else {
        return Answer::text("404 Not Found");
    };
    let mut answer = Answer::new("200 OK", mime::of(file), body);
    if is_named_after_its_content(file) {
        answer.headers.retain(|(name, _)| name != "Cache-Control");
        answer.headers.push(("Cache-Control".to_owned(), KEPT_FOR_GOOD.to_owned()));
    }
    if let Some(coding) = coding {
        answer.headers.push(("Content-Encoding".to_owned(), coding.to_owned()));
        answer.headers.push(("Vary".to_owned(), "Accept-Encoding".to_owned()));
    }
    answer.with(&options.headers)
}

/// Whether a name ends in the sixteen digits that the bundle puts there: `style-0123456789abcdef.css`.
fn is_named_after_its_content(file: &Path) -> bool {
    let hash = file.file_stem().and_then(|stem| stem.to_str()?.rsplit_once('-')).map(|(_, hash)| hash);
    hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// The file that a path below the prefix stands for, if it is there and inside `root`.
fn resolve(root: &Path, below: &str) -> Option<PathBuf> {
    let decoded = decode(below)?;
    let inside = Path::new(&decoded).components().all(|component| matches!(component, Component::Normal(_)));
    if !inside {
        return None;
    }
    // A link inside the directory may still lead out of it.
    let file = root.join(decoded).canonicalize().ok()?;
    file.starts_with(root).then_some(file)
}

/// Undoes percent-encoding; nothing where an escape is broken or the result is not UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut decoded = Vec::with_capacity(path.len());
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            decoded.push(byte);
            continue;
        }
        let high = char::from(bytes.next()?).to_digit(16)?;
        let low = char::from(bytes.next()?).to_digit(16)?;
        decoded.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(decoded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_encoding_is_undone() {
        for (path, expected) in [
            ("a.js", Some("a.js")),
            ("%E7%B1%BB%E7%9B%AE.json", Some("类目.json")),
            ("a%2Fb", Some("a/b")),
            ("100%", None),
            ("%zz", None),
            ("%FF", None),
        ] {
            assert_eq!(decode(path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn only_names_with_a_whole_hash_are_kept_for_good() {
        for (name, kept) in [
            ("style-0123456789abcdef.css", true),
            ("index.html", false),
            ("leimu-2026.html", false),
            ("a-category-is-no-hash.css", false),
        ] {
            assert_eq!(is_named_after_its_content(Path::new(name)), kept, "{name}");
        }
    }

    #[test]
    fn nothing_outside_the_directory_is_found() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let root = root.canonicalize().unwrap();
        assert!(resolve(&root, "lib.rs").is_some());
        assert!(resolve(&root, "server/mime.rs").is_some());
        assert!(resolve(&root, "").is_some());
        for path in [
            "../Cargo.toml",
            "%2e%2e/Cargo.toml",
            "..%2fCargo.toml",
            "server/../../Cargo.toml",
            "/etc/passwd",
            "%2Fetc%2Fpasswd",
            "lib.rs%00",
        ] {
            assert_eq!(resolve(&root, path), None, "{path}");
        }
    }
}
