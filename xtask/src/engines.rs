//! The engines that the browser tests run in, and what is left out in each.

use crate::error::{Error, Result};
use crate::project::Project;
use std::fs;

/// The tests that an engine has no way for, with the reason of each.
const EXCEPTIONS: &str = "e2e/exceptions.txt";

/// An engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Engine {
    /// What the tests choose it by.
    pub(crate) name: &'static str,
}

/// All of them, the one that most visitors have first.
pub(crate) const ENGINES: [Engine; 3] =
    [Engine { name: "chromium" }, Engine { name: "firefox" }, Engine { name: "webkit" }];

impl Engine {
    /// The engine of this name.
    pub(crate) fn of(name: &str) -> Option<Self> {
        ENGINES.into_iter().find(|engine| engine.name == name)
    }

    /// The tests that it has no way for, and why.
    pub(crate) fn exceptions(self, project: &Project) -> Result<Vec<Exception>> {
        let path = project.root().join(EXCEPTIONS);
        let text = fs::read_to_string(&path).map_err(Error::file(&path))?;
        let all = parse(&text).map_err(|expected| Error::Content { path, expected })?;
        Ok(all.into_iter().filter(|exception| exception.engine == self).collect())
    }
}

/// A test that an engine has no way for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Exception {
    engine: Engine,
    /// The test, as its program calls it.
    pub(crate) test: String,
    /// What the engine, or its driver, cannot do.
    pub(crate) reason: String,
}

fn parse(text: &str) -> Result<Vec<Exception>, String> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|(at, line)| {
            let mut words = line.split_whitespace();
            let engine = words.next().and_then(Engine::of);
            let (test, reason) = (words.next(), words.collect::<Vec<_>>().join(" "));
            match (engine, test) {
                (Some(engine), Some(test)) if !reason.is_empty() => {
                    Ok(Exception { engine, test: test.to_owned(), reason })
                }
                _ => Err(format!("an engine, a test and a reason in line {}", at + 1)),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_is_an_engine_a_test_and_a_reason() {
        let text = "# about\n\nwebkit  frames::printed  it has no printer\n";
        let [webkit] = &parse(text).unwrap()[..] else { panic!("one line") };
        assert_eq!((webkit.engine.name, webkit.test.as_str()), ("webkit", "frames::printed"));
        assert_eq!(webkit.reason, "it has no printer");
    }

    #[test]
    fn a_line_without_a_reason_or_of_no_engine_is_named() {
        for text in ["webkit printed\n", "# about\nopera printed no printer\n"] {
            let line = text.lines().count();
            assert_eq!(parse(text).unwrap_err(), format!("an engine, a test and a reason in line {line}"));
        }
    }
}
