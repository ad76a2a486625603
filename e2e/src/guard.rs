//! Programs that end with whoever started them, however that ends: a browser that a test run has left behind goes on
//! using the machine.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

/// Runs the program, and all that comes of it, until nobody holds the other end of its input; then removes a folder.
const UNTIL_LEFT: &str = r#"set -m
folder=$1
shift
command -v -- "$1" > /dev/null || exit
"$@" < /dev/null &
exec > /dev/null
cat
kill -KILL -- -$!
wait
rm -rf -- "$folder"
"#;

/// A running program with all that came of it; both are gone when it is dropped, and so is its folder.
#[derive(Debug)]
pub(crate) struct Guarded(Child);

impl Guarded {
    /// Starts it.
    ///
    /// # Panics
    /// Where nothing can be started.
    #[track_caller]
    pub(crate) fn start(command: &Command, folder: &Path) -> Self {
        let program = command.get_program();
        let mut guard = Command::new("bash");
        guard.args([OsStr::new("-c"), OsStr::new(UNTIL_LEFT), OsStr::new("guard"), folder.as_os_str(), program]);
        guard.args(command.get_args());
        guard.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        guard.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        Self(guard.spawn().unwrap_or_else(|error| panic!("{}: {error}", program.display())))
    }

    /// Whether it has not even begun: there is no such program.
    pub(crate) fn is_over(&mut self) -> bool {
        !matches!(self.0.try_wait(), Ok(None))
    }

    /// What the program says, for the first who asks.
    pub(crate) fn words(&mut self) -> Option<ChildStdout> {
        self.0.stdout.take()
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        self.0.wait().ok();
    }
}
