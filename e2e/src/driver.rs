//! The driver of the chosen engine, as a process.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use fantoccini::wd::Capabilities;

use crate::engine::{self, Engine, Wishes};

/// How long a driver may take to listen: on a machine that is out of breath, no less than any command.
const PATIENCE: Duration = Duration::from_secs(90);

/// A running driver and the folder of its browser's profile; both are gone when it is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    /// What is driven.
    pub(crate) engine: &'static dyn Engine,
    languages: String,
    profile: PathBuf,
    downloads: PathBuf,
    /// The driver itself first, then what it cannot do without.
    children: Vec<Child>,
    port: u16,
}

impl Driver {
    /// Starts the driver of the chosen engine, for a browser whose visitor reads these languages.
    #[track_caller]
    pub(crate) fn start(languages: &str) -> Self {
        let profile = new_profile();
        let mut driver = Self {
            engine: engine::chosen(),
            languages: languages.to_owned(),
            downloads: profile.join("saved"),
            profile,
            children: Vec::new(),
            port: 0,
        };
        let mut start = driver.engine.start(driver.wishes());
        driver.children.append(&mut start.beside);
        let program = start.command.get_program().to_owned();
        let mut child = start
            .command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        let stdout = child.stdout.take();
        // From here on a panic ends the child, too.
        driver.children.insert(0, child);
        let named = stdout.map(|stdout| driver.listen_to(stdout));
        let port = match start.port {
            Some(port) => wait_for(port),
            None => named.and_then(|named| named.recv_timeout(PATIENCE).ok()),
        };
        driver.port = port.unwrap_or_else(|| panic!("{} does not listen within {PATIENCE:?}", program.display()));
        driver
    }

    /// Where the driver takes commands.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Where the browser puts the files that a visitor saves.
    pub(crate) fn downloads(&self) -> &Path {
        &self.downloads
    }

    /// What the browser is asked for.
    pub(crate) fn capabilities(&self) -> Capabilities {
        self.engine.capabilities(self.wishes())
    }

    fn wishes(&self) -> Wishes<'_> {
        Wishes { profile: &self.profile, downloads: &self.downloads, languages: &self.languages }
    }

    /// Reads the driver's words for as long as it lives, so that it never waits for a reader, and hands on the port
    /// that they name.
    fn listen_to(&self, stdout: impl Read + Send + 'static) -> mpsc::Receiver<u16> {
        let (send, receive) = mpsc::channel();
        let engine = self.engine;
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if let Some(port) = engine.port_in(&line) {
                    // Nobody listens any more where the driver was too late.
                    send.send(port).ok();
                }
            }
        });
        receive
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The session has been closed before, and the browser with it.
        for child in &mut self.children {
            child.kill().ok();
            child.wait().ok();
        }
        fs::remove_dir_all(&self.profile).ok();
    }
}

/// A folder that no browser has used.
fn new_profile() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!("leimu-e2e-{}-{number}", std::process::id()))
}

/// The port, once somebody listens there.
fn wait_for(port: u16) -> Option<u16> {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Some(port);
        }
        thread::sleep(Duration::from_millis(20));
    }
    None
}
