//! A static file server on the loopback address.
//!
//! It is written on `std` alone because a test must be able to take the server away:
//! every answer closes its connection, so nothing is served once the [`Server`] is dropped.

mod ahead;
mod mime;
mod request;
mod route;

use std::io::{self, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

/// How a directory is served. The default is the whole of it, at `/`, on any free port.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The port to listen on; 0 takes any free one.
    pub port: u16,
    /// The path the directory appears under, such as `/sub/path/`; empty means `/`.
    pub prefix: String,
    /// Headers sent with every file of the directory, such as a policy. Pages do not carry them.
    pub headers: Vec<(String, String)>,
    /// Pages that exist only here, such as a host page with a frame; they win over files.
    pub pages: Vec<Page>,
}

/// A page that is served without being a file.
#[derive(Clone, Debug)]
pub struct Page {
    /// The whole path, with its leading slash; the prefix is not added.
    pub path: String,
    /// The value of the `Content-Type` header.
    pub mime: String,
    /// What is sent.
    pub body: String,
}

impl Page {
    /// An HTML page at `path`.
    #[must_use]
    pub fn html(path: &str, body: &str) -> Self {
        Self { path: path.to_owned(), mime: mime::HTML.to_owned(), body: body.to_owned() }
    }
}

/// A running server; it stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    site: Arc<Site>,
    accepting: Option<JoinHandle<()>>,
}

/// What the connections share.
#[derive(Debug)]
struct Site {
    root: PathBuf,
    options: Options,
    requests: Mutex<Vec<String>>,
    ahead: Mutex<Option<String>>,
    stopping: AtomicBool,
}

impl Server {
    /// Serves the directory `root` until the returned server is dropped.
    ///
    /// # Errors
    ///
    /// When `root` is not there, or the port is taken ([`io::ErrorKind::AddrInUse`]).
    pub fn start(root: &Path, options: Options) -> io::Result<Self> {
        let root = root
            .canonicalize()
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", root.display())))?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))?;
        let address = listener.local_addr()?;
        let prefix = format!("/{}/", options.prefix.trim_matches('/')).replace("//", "/");
        let site = Arc::new(Site {
            root,
            options: Options { prefix, ..options },
            requests: Mutex::default(),
            ahead: Mutex::default(),
            stopping: AtomicBool::new(false),
        });
        let shared = Arc::clone(&site);
        let accepting = thread::spawn(move || accept(&listener, &shared));
        Ok(Self { address, site, accepting: Some(accepting) })
    }

    /// The address of the directory, prefix included: `http://127.0.0.1:40123/sub/path/`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}{}", self.origin(), self.site.options.prefix)
    }

    /// The address without any path: `http://127.0.0.1:40123`.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The port that is listened on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// What was asked for so far, in order, prefix and query included, found or not.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.site.log().clone()
    }

    /// From now on a script runs in every page that is opened, before its own. The page names it as a file of the same
    /// origin, so that a policy lets it in; asking for it is not kept as a request.
    pub fn run_ahead(&self, script: &str) {
        *self.site.ahead.lock().unwrap_or_else(PoisonError::into_inner) = Some(script.to_owned());
    }

    /// Forgets what was asked for so far.
    pub fn forget_requests(&self) {
        self.site.log().clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.site.stopping.store(true, Ordering::SeqCst);
        // The thread waits for a connection, so one is made to wake it.
        drop(TcpStream::connect(self.address));
        if let Some(accepting) = self.accepting.take() {
            // A thread that panicked has stopped as well, which is all that is wanted here.
            accepting.join().ok();
        }
    }
}

impl Site {
    fn log(&self) -> MutexGuard<'_, Vec<String>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }
}

fn accept(listener: &TcpListener, site: &Arc<Site>) {
    for stream in listener.incoming() {
        if site.is_stopping() {
            return;
        }
        let Ok(stream) = stream else { continue };
        let site = Arc::clone(site);
        // A browser that goes away in the middle of an answer is no error of the server.
        thread::spawn(move || answer(&stream, &site).ok());
    }
}

fn answer(mut stream: &TcpStream, site: &Site) -> io::Result<()> {
    let mut request = request::read(stream)?;
    // A browser may have opened this connection ahead of time, before the server was stopped.
    if site.is_stopping() {
        return stream.shutdown(Shutdown::Both);
    }
    let ahead = site.ahead.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let answer = match &ahead {
        Some(script) if request.target == ahead::PATH => ahead::answer(script),
        _ => {
            site.log().push(request.target.clone());
            let names_it = ahead.is_some() && request.opens_page;
            if names_it {
                // A packed page cannot be written into.
                request.takes.clear();
            }
            let answer = route::route(&site.root, &site.options, &request);
            if names_it { ahead::name_in(answer) } else { answer }
        }
    };
    let mut head =
        format!("HTTP/1.1 {}\r\nContent-Length: {}\r\nConnection: close\r\n", answer.status, answer.body.len());
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    if request.method != "HEAD" {
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

#[cfg(test)]
mod tests;
