//! The server as a browser meets it.

use super::*;
use std::fs;
use std::io::Read;

/// A directory of its own for one test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("leimu-{name}-{}", std::process::id()));
        fs::create_dir_all(path.join("icons")).unwrap();
        fs::write(path.join("index.html"), "front").unwrap();
        fs::write(path.join("leimu_bg.wasm"), b"\0asm").unwrap();
        fs::write(path.join("icons/index.html"), "icons").unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn ask(address: SocketAddr, method: &str, path: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    stream.write_all(format!("{method} {path} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

#[track_caller]
fn check(server: &Server, path: &str, status: &str, contains: &str) {
    let answer = ask(server.address, "GET", path).unwrap();
    assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{path}: {answer}");
    assert!(answer.contains(contains), "{path}: {answer}");
}

#[test]
fn files_come_with_their_type_and_unknown_paths_are_not_found() {
    let folder = Folder::new("files");
    let server = Server::start(&folder.0, Options::default()).unwrap();
    check(&server, "/", "200", "text/html; charset=utf-8");
    check(&server, "/?lang=en", "200", "\r\n\r\nfront");
    check(&server, "/leimu_bg.wasm", "200", "Content-Type: application/wasm\r\n");
    check(&server, "/icons", "301", "Location: /icons/\r\n");
    check(&server, "/icons/", "200", "\r\n\r\nicons");
    check(&server, "/nothing.js", "404", "Not Found");
    check(&server, "/../Cargo.toml", "404", "Not Found");
}

#[test]
fn under_a_prefix_nothing_is_found_above_it() {
    let folder = Folder::new("prefix");
    for prefix in ["/sub/path/", "sub/path", "/sub/path"] {
        let options = Options { prefix: prefix.to_owned(), ..Options::default() };
        let server = Server::start(&folder.0, options).unwrap();
        assert_eq!(server.url(), format!("{}/sub/path/", server.origin()));
        check(&server, "/sub/path/", "200", "front");
        check(&server, "/sub/path/index.html", "200", "front");
        check(&server, "/sub/path", "301", "Location: /sub/path/\r\n");
        check(&server, "/", "404", "Not Found");
        check(&server, "/index.html", "404", "Not Found");
    }
}

#[test]
fn headers_go_with_files_and_not_with_pages() {
    let folder = Folder::new("headers");
    let options = Options {
        headers: vec![("X-Frame-Options".to_owned(), "DENY".to_owned())],
        pages: vec![Page::html("/host", "<iframe></iframe>")],
        ..Options::default()
    };
    let server = Server::start(&folder.0, options).unwrap();
    check(&server, "/index.html", "200", "X-Frame-Options: DENY\r\n");
    check(&server, "/host", "200", "<iframe></iframe>");
    let page = ask(server.address, "GET", "/host?x").unwrap();
    assert!(!page.contains("X-Frame-Options"), "{page}");
}

#[test]
fn a_packed_file_is_sent_to_those_who_can_unpack_it() {
    let folder = Folder::new("packed");
    for (name, content) in [("index.html.br", "small"), ("index.html.gz", "smaller"), ("leimu_bg.wasm.gz", "tiny")] {
        fs::write(folder.0.join(name), content).unwrap();
    }
    let server = Server::start(&folder.0, Options::default()).unwrap();
    for (path, takes, coding, body) in [
        ("/", "gzip, br", "Content-Encoding: br\r\n", "small"),
        ("/", "gzip", "Content-Encoding: gzip\r\n", "smaller"),
        ("/leimu_bg.wasm", "gzip, br", "Content-Encoding: gzip\r\n", "tiny"),
        ("/", "deflate", "", "front"),
    ] {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(format!("GET {path} HTTP/1.1\r\nAccept-Encoding: {takes}\r\n\r\n").as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert_eq!(answer.contains("Content-Encoding"), !coding.is_empty(), "{takes}: {answer}");
        assert!(answer.contains(coding) && answer.ends_with(&format!("\r\n\r\n{body}")), "{takes}: {answer}");
        // The type is that of what is unpacked.
        assert!(!answer.contains("octet-stream"), "{answer}");
    }
}

#[test]
fn only_what_is_named_after_its_content_is_kept_for_good() {
    let folder = Folder::new("kept");
    fs::write(folder.0.join("style-0123456789abcdef.css"), "").unwrap();
    let server = Server::start(&folder.0, Options::default()).unwrap();
    check(&server, "/style-0123456789abcdef.css", "200", "Cache-Control: public, max-age=31536000, immutable\r\n");
    check(&server, "/", "200", "Cache-Control: no-cache\r\n");
}

#[test]
fn every_request_is_on_record_in_order() {
    let folder = Folder::new("record");
    let server = Server::start(&folder.0, Options::default()).unwrap();
    for path in ["/", "/missing?a=1", "/leimu_bg.wasm"] {
        ask(server.address, "GET", path).unwrap();
    }
    assert_eq!(server.requests(), ["/", "/missing?a=1", "/leimu_bg.wasm"]);
    server.forget_requests();
    assert!(server.requests().is_empty());
}

#[test]
fn other_methods_get_no_body() {
    let folder = Folder::new("methods");
    let server = Server::start(&folder.0, Options::default()).unwrap();
    let head = ask(server.address, "HEAD", "/").unwrap();
    assert!(head.contains("Content-Length: 5\r\n") && head.ends_with("\r\n\r\n"), "{head}");
    let post = ask(server.address, "POST", "/").unwrap();
    assert!(post.starts_with("HTTP/1.1 405"), "{post}");
}

#[test]
fn a_dropped_server_answers_nobody_not_even_on_connections_opened_before() {
    let folder = Folder::new("dropped");
    let server = Server::start(&folder.0, Options::default()).unwrap();
    let address = server.address;
    let mut early = TcpStream::connect(address).unwrap();
    drop(server);
    let mut answer = String::new();
    let sent = early.write_all(b"GET / HTTP/1.1\r\n\r\n");
    let read = early.read_to_string(&mut answer);
    assert_eq!(answer, "", "{sent:?} {read:?}");
    assert!(ask(address, "GET", "/").is_err());
}

#[test]
fn a_port_that_is_taken_is_said_to_be() {
    let folder = Folder::new("taken");
    let first = Server::start(&folder.0, Options::default()).unwrap();
    let options = Options { port: first.port(), ..Options::default() };
    let second = Server::start(&folder.0, options).unwrap_err();
    assert_eq!(second.kind(), io::ErrorKind::AddrInUse);
}

#[test]
fn a_script_runs_ahead_of_pages_that_are_opened_and_leaves_the_rest_alone() {
    let folder = Folder::new("ahead");
    fs::write(folder.0.join("page.html"), "<!doctype html><head><script>own</script>").unwrap();
    fs::write(folder.0.join("page.html.br"), "packed").unwrap();
    let server = Server::start(&folder.0, Options::default()).unwrap();
    let open = |path: &str| {
        let head = format!("{path} HTTP/1.1\r\nSec-Fetch-Mode: navigate\r\nAccept-Encoding: br\r\nX: ");
        ask(server.address, "GET", &head).unwrap()
    };
    assert!(open("/page.html").ends_with("packed"));
    server.run_ahead("first()");
    server.forget_requests();
    let named = "<!doctype html><head><script src=\"/ahead-of-pages.js\"></script><script>own</script>";
    assert!(open("/page.html").ends_with(named), "{}", open("/page.html"));
    assert!(open("/").ends_with("front"), "it has no place for a script");
    let closed = "<!doctype html><meta content=\"script-src 'sha256-0';\">";
    fs::write(folder.0.join("closed.html"), closed).unwrap();
    assert!(open("/closed.html").ends_with(closed), "it would not run it");
    check(&server, "/page.html", "200", "<head><script>own");
    check(&server, "/ahead-of-pages.js", "200", "first()");
    assert!(!server.requests().contains(&"/ahead-of-pages.js".to_owned()));
}
