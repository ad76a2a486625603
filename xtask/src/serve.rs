//! `cargo xtask serve`: the bundle on a local address.

use crate::bundle;
use crate::error::{Error, Result};
use crate::process;
use crate::project::Project;
use crate::setup::{self, Need};
use std::io;
use std::path::Path;
use std::process::Command;
use std::thread;
use xtask::server::{Options, Server};

/// The port that is tried first.
pub(crate) const PORT: u16 = 8080;

/// And for a page that follows every change: browsers keep the published page under its port, and would go on to show it.
pub(crate) const DEVELOPMENT_PORT: u16 = 8090;

/// How many ports after the first are tried; so many are never taken by chance.
const ATTEMPTS: u16 = 50;

/// How the page is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Serving {
    /// Open the address in the default browser.
    pub(crate) open: bool,
    /// Build without optimisation and reload at every change.
    pub(crate) develop: bool,
    /// The port that is tried first.
    pub(crate) port: u16,
}

/// Serves until the process is ended.
pub(crate) fn serve(project: &Project, serving: Serving) -> Result<()> {
    let tools = setup::set_up(project, Need::Bundle)?;
    if serving.develop {
        let port = free_port(project.root(), serving.port)?;
        return bundle::serve_development(project, &tools, port, serving.open);
    }
    bundle::build(project, &tools)?;
    let server = start(&project.dist(), serving.port).map_err(Error::file(&project.dist()))?;
    println!("{} (Ctrl-C ends it)", server.url());
    if serving.open {
        open(&server.url())?;
    }
    loop {
        thread::park();
    }
}

/// A port that nobody listens on, `first` or one of the next.
fn free_port(root: &Path, first: u16) -> Result<u16> {
    // Ours stops at once and leaves the port to the caller.
    start(root, first).map(|server| server.port()).map_err(Error::file(root))
}

/// Serves `root` on `first`, or on the next port that is not taken.
fn start(root: &Path, first: u16) -> io::Result<Server> {
    let mut port = first;
    loop {
        let options = Options { port, ..Options::default() };
        match Server::start(root, options) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && port < first.saturating_add(ATTEMPTS) => {
                port += 1;
            }
            other => return other,
        }
    }
}

fn open(address: &str) -> Result<()> {
    let mut command = match std::env::consts::OS {
        "macos" => Command::new("open"),
        "windows" => Command::new("explorer"),
        _ => Command::new("xdg-open"),
    };
    process::run(command.arg(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_stepped_over() {
        let root = std::env::temp_dir();
        let first = Server::start(&root, Options::default()).unwrap();
        let second = start(&root, first.port()).unwrap();
        assert!(second.port() > first.port());
        assert!(second.port() <= first.port() + ATTEMPTS);
    }
}
