//! The driver of the chosen engine, as a process.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use fantoccini::wd::Capabilities;

use crate::engine::{self, Engine, Wishes};
use crate::guard::Guarded;

/// How long a driver may take to listen: on a machine that is out of breath, no less than any command.
const PATIENCE: Duration = Duration::from_secs(90);

/// How often one is started until it listens.
const ATTEMPTS: u32 = 3;

/// A running driver and the folder of its browser's profile; both are gone when it is dropped, or when this program
/// ends.
#[derive(Debug)]
pub(crate) struct Driver {
    /// What is driven.
    pub(crate) engine: &'static dyn Engine,
    languages: String,
    profile: PathBuf,
    downloads: PathBuf,
    /// The driver itself first, then what it cannot do without.
    programs: Vec<Guarded>,
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
            programs: Vec::new(),
            port: 0,
        };
        // It takes a free port, and somebody else may have taken the same in the other family of addresses.
        let port = (0..ATTEMPTS).find_map(|_| driver.try_port());
        driver.port = port.unwrap_or_else(|| panic!("no driver of {} listens", driver.engine.name()));
        driver
    }

    /// Starts it, and waits until it listens.
    #[track_caller]
    fn try_port(&mut self) -> Option<u16> {
        self.programs.clear();
        let start = self.engine.start(self.wishes());
        let mut guarded = Guarded::start(&start.command, &self.profile);
        let named = guarded.words().map(|words| self.listen_to(words));
        let port = match start.port {
            Some(port) => wait_for(port, &mut guarded),
            None => named.and_then(|named| named.recv_timeout(PATIENCE).ok()),
        };
        self.programs.push(guarded);
        self.programs.extend(start.beside);
        port
    }

    /// Where the driver takes commands.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Where the browser puts the files that a visitor saves.
    pub(crate) fn downloads(&self) -> &Path {
        &self.downloads
    }

    /// What the visitor reads.
    pub(crate) fn languages(&self) -> &str {
        &self.languages
    }

    /// Removes what a visitor has saved.
    pub(crate) fn forget_downloads(&self) {
        for file in fs::read_dir(&self.downloads).into_iter().flatten().flatten() {
            fs::remove_file(file.path()).ok();
        }
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

/// A folder that no browser has used.
fn new_profile() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!("leimu-e2e-{}-{number}", std::process::id()))
}

/// The port, once somebody listens there.
fn wait_for(port: u16, driver: &mut Guarded) -> Option<u16> {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE && !driver.is_over() {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Some(port);
        }
        thread::sleep(Duration::from_millis(20));
    }
    None
}
