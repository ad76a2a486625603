//! Reading one HTTP request: its first line, and what its sender can unpack.

use std::io::{self, BufRead, BufReader, Read};
use std::time::Duration;

/// More than a browser ever sends, and little enough to hold for every connection.
const LONGEST_HEAD: u64 = 64 * 1024;

/// A browser may open a connection and not use it for long.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a request says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: String,
    /// Path and query, as they were sent.
    pub(super) target: String,
    /// The codings that the sender unpacks: `gzip`, `br`.
    pub(super) takes: Vec<String>,
    /// Whether the answer is to be shown as a page, in a tab or in a frame.
    pub(super) opens_page: bool,
}

/// Reads a request up to the empty line that ends its head.
pub(super) fn read(stream: &std::net::TcpStream) -> io::Result<Request> {
    stream.set_read_timeout(Some(PATIENCE))?;
    head(stream)
}

fn head(stream: impl Read) -> io::Result<Request> {
    let mut lines = BufReader::new(stream.take(LONGEST_HEAD));
    let mut first = String::new();
    lines.read_line(&mut first)?;
    let mut words = first.split_ascii_whitespace();
    let (Some(method), Some(target), Some(_version)) = (words.next(), words.next(), words.next()) else {
        return Err(io::Error::new(io::ErrorKind::InvalidData, format!("not a request line: {first:?}")));
    };
    let mut request =
        Request { method: method.to_owned(), target: target.to_owned(), takes: Vec::new(), opens_page: false };
    // The other headers are read as well: closing a connection with unread bytes resets it.
    let mut header = String::new();
    while lines.read_line(&mut header)? > 0 && !header.trim_end().is_empty() {
        let (name, value) = header.split_once(':').unwrap_or_default();
        if name.eq_ignore_ascii_case("accept-encoding") {
            let codings = value.split(',').map(|coding| coding.split(';').next().unwrap_or_default().trim().to_owned());
            request.takes.extend(codings);
        } else if name.eq_ignore_ascii_case("sec-fetch-mode") {
            request.opens_page = value.trim() == "navigate";
        }
        header.clear();
    }
    Ok(request)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_is_taken_apart() {
        let request = head(&b"GET /a/b.js?v=1 HTTP/1.1\r\nHost: x\r\n\r\n"[..]).unwrap();
        assert_eq!(request.method, "GET");
        assert_eq!(request.target, "/a/b.js?v=1");
    }

    #[test]
    fn what_the_sender_unpacks_is_known() {
        for (headers, takes) in [
            ("Accept-Encoding: gzip, deflate, br", &["gzip", "deflate", "br"][..]),
            ("accept-encoding: br;q=0.9", &["br"]),
            ("Accept: br", &[]),
        ] {
            let request = head(format!("GET / HTTP/1.1\r\n{headers}\r\n\r\n").as_bytes()).unwrap();
            assert_eq!(request.takes, takes, "{headers}");
        }
    }

    #[test]
    fn a_page_that_is_opened_is_told_from_one_that_is_read() {
        for (headers, opens_page) in [
            ("Sec-Fetch-Dest: iframe\r\nSec-Fetch-Mode: navigate", true),
            ("sec-fetch-mode: same-origin", false),
            ("Accept: text/html", false),
        ] {
            let request = head(format!("GET / HTTP/1.1\r\n{headers}\r\n\r\n").as_bytes()).unwrap();
            assert_eq!(request.opens_page, opens_page, "{headers}");
        }
    }

    #[test]
    fn what_is_no_request_is_an_error() {
        for bytes in [&b""[..], b"\r\n", b"GET /\r\n\r\n"] {
            assert!(head(bytes).is_err(), "{bytes:?}");
        }
    }
}
