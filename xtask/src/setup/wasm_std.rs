//! A compiler with a standard library for WebAssembly: rustup's, or Debian's where rustup has none to give.
//!
//! The bundle gets a standard library of its own, built on the way: made for size, without the
//! texts of panics that the program does not have. That takes a twelfth off what everybody
//! downloads. It needs the library's sources and two switches that are not stable yet.

use super::packages::{self, Group};
use crate::error::Error;
use crate::process;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The target that browsers run.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's compiler of the web, with the standard library built on the way.
pub(super) const GROUP: Group = Group {
    what: "a Rust compiler for WebAssembly (the rustup target wasm32-unknown-unknown)",
    names: || {
        let packages = DEBIAN_PACKAGES.iter().map(|&name| name.to_owned());
        packages.chain([linker()]).collect()
    },
    about: "1 minute",
};

const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy"];
/// A link to the linker of one LLVM, which no package depends on.
const DEBIAN_LINKER: &str = "/usr/bin/rust-lld";

const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CLIPPY: &str = "/usr/bin/cargo-clippy";

/// What rustup adds beside the target: the sources of the standard library.
const SOURCES: &str = "rust-src";

/// Nothing panics, so a panic may end the program without a word.
const SMALL: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// A refusal comes at once; a network that swallows the request would never answer.
const PATIENCE: Duration = Duration::from_secs(120);

/// The compiler for WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Compiler {
    /// The ordinary one, which has the target's standard library and its sources.
    Rustup,
    /// Debian's, with the standard library built on the way.
    Debian,
}

impl Compiler {
    /// The one that is installed, rustup's first.
    pub(super) fn find() -> Option<Self> {
        if rustup_has_target() && rustup_has_sources() {
            return Some(Self::Rustup);
        }
        let debian = Path::new(DEBIAN_LINKER).exists() && packages::are_installed(&DEBIAN_PACKAGES);
        debian.then_some(Self::Debian)
    }

    /// Its version and switches, because another compiler makes another bundle.
    pub(crate) fn version(self) -> Option<String> {
        let mut rustc = match self {
            Self::Rustup => process::rustc(),
            Self::Debian => with_debian(Command::new(DEBIAN_RUSTC)),
        };
        process::output(rustc.arg("--version")).map(|version| format!("{version} {SMALL}"))
    }

    /// Makes cargo, or what calls it, use this compiler.
    pub(crate) fn apply(self, command: Command) -> Command {
        match self {
            Self::Rustup => command,
            Self::Debian => with_debian(command),
        }
    }

    /// Makes cargo, or what calls it, build the bundle that is published.
    pub(crate) fn apply_for_release(self, command: Command) -> Command {
        let mut command = with_own_library(self.apply(command));
        command.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", SMALL);
        command
    }

    /// `cargo clippy` of this compiler; plain `cargo clippy` always finds rustup's.
    pub(crate) fn clippy(self) -> Command {
        let mut command = match self {
            Self::Rustup => process::cargo(),
            Self::Debian => with_debian(Command::new(DEBIAN_CLIPPY)),
        };
        command.arg("clippy");
        command
    }
}

/// Asks rustup for the target and the sources; whether they are there afterwards.
pub(super) fn ask_rustup() -> bool {
    if process::output(Command::new("rustup").arg("--version")).is_none() {
        return false;
    }
    let what = format!("the Rust target {TARGET} and the component {SOURCES}, from rustup");
    let added = super::step(&what, "20 s", || {
        process::run_within(Command::new("rustup").args(["target", "add", TARGET]), PATIENCE)?;
        process::run_within(Command::new("rustup").args(["component", "add", SOURCES]), PATIENCE)
    });
    match added {
        Ok(()) => rustup_has_target() && rustup_has_sources(),
        Err(refusal) => {
            println!("set-up: {refusal}; trying the system's packages instead");
            false
        }
    }
}

/// What to say when neither way led to a compiler.
pub(super) fn missing() -> Error {
    Error::Missing {
        what: GROUP.what.to_owned(),
        remedy: format!(
            "run `rustup target add {TARGET}` and `rustup component add {SOURCES}`, or install a Rust that has them"
        ),
    }
}

/// The package of the linker: it has the number of the LLVM that the compiler depends on.
fn linker() -> String {
    let mut query = Command::new("apt-cache");
    query.args(["depends", "rust-web-llvm"]);
    let number = process::output(&mut query).and_then(|answer| llvm(&answer));
    format!("lld-{}", number.as_deref().unwrap_or("22"))
}

fn llvm(dependencies: &str) -> Option<String> {
    let mut words = dependencies.split_whitespace();
    words.find_map(|word| word.strip_prefix("llvm-").map(str::to_owned))
}

fn rustup_has_target() -> bool {
    let mut rustc = process::rustc();
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    // Cargo passes the place of its own libraries on, and the compiler names a place even where nothing is.
    process::output(&mut rustc).is_some_and(|directory| holds_core(Path::new(&directory)))
}

fn rustup_has_sources() -> bool {
    let sysroot = process::output(process::rustc().args(["--print", "sysroot"]));
    sysroot.is_some_and(|sysroot| Path::new(&sysroot).join("lib/rustlib/src/rust/library/std").is_dir())
}

fn holds_core(directory: &Path) -> bool {
    fs::read_dir(directory).is_ok_and(|mut files| {
        files.any(|file| file.is_ok_and(|file| file.file_name().to_string_lossy().starts_with("libcore-")))
    })
}

fn with_debian(command: Command) -> Command {
    let mut command = with_own_library(command);
    // Cargo points the second at the libraries of its own toolchain.
    command.env("RUSTC", DEBIAN_RUSTC).env_remove("LD_LIBRARY_PATH");
    command
}

/// Builds the standard library on the way, which is not stable yet.
fn with_own_library(mut command: Command) -> Command {
    command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_linker_has_the_number_of_the_llvm_that_is_depended_on() {
        let answer = "rust-web-llvm\n  Depends: libc6\n  Depends: llvm-23\n  Conflicts: <rust-llvm>\n";
        assert_eq!(llvm(answer).as_deref(), Some("23"));
        assert_eq!(llvm(""), None);
    }
}
