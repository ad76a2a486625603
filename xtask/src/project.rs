//! Where things are in the project.

use crate::error::{Error, Result};
use std::env;
use std::path::{Path, PathBuf};

/// The root of the project, from which every other place is reached.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the project from what cargo says about this crate.
    pub(crate) fn find() -> Result<Self> {
        // Asked at run time: a target directory that was copied along still names its first home.
        env::var_os("CARGO_MANIFEST_DIR")
            .and_then(|here| Path::new(&here).parent().map(Path::to_owned))
            .map(|root| Self { root })
            .ok_or_else(|| Error::Missing {
                what: "the project's directory".to_owned(),
                remedy: "run this as `cargo xtask` inside the project".to_owned(),
            })
    }

    /// The directory that holds `Cargo.lock`.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The bundle that is published.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What Trunk makes of the page, before it is published.
    pub(crate) fn built(&self) -> PathBuf {
        self.target().join("built")
    }

    /// What the live-reload server builds; the published bundle stays as it is meanwhile.
    pub(crate) fn development_dist(&self) -> PathBuf {
        self.target().join("development")
    }

    /// The program in parts, before it is published.
    pub(crate) fn parts(&self) -> PathBuf {
        self.target().join("parts")
    }

    /// A program that tells what of it runs, and a bundle with it.
    pub(crate) fn watched(&self) -> PathBuf {
        self.target().join("watched")
    }

    /// Tools of this project alone; nothing of the user's own is replaced.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target().join("tools")
    }

    /// The wasm build may use another compiler, whose output must not push out the native one.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.target().join("wasm")
    }

    /// Reports on the page.
    pub(crate) fn audits(&self) -> PathBuf {
        self.target().join("audit")
    }

    fn target(&self) -> PathBuf {
        self.root.join("target")
    }
}
