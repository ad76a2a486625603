//! The example programs, as other programs run them.

use std::process::Command;

/// The example of this name, about to be run. `cargo test` builds the examples beside the tests.
pub(crate) fn example(name: &str) -> Command {
    let test = std::env::current_exe().unwrap();
    let built = test.parent().and_then(|deps| deps.parent()).unwrap();
    let path = built.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(path.is_file(), "{} is not there: build it with `cargo build --examples`", path.display());
    Command::new(path)
}
