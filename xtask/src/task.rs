//! The command line.

use crate::engines::Engine;
use crate::error::{Error, Result};
use crate::serve::{DEVELOPMENT_PORT, PORT, Serving};

/// What `cargo xtask` prints when it is asked nothing.
pub(crate) const USAGE: &str = "\
cargo xtask serve [--open] [--dev] [--port N]
                          sets up what is missing, builds the page and serves it at 127.0.0.1
                          (port 8080 or the next free one); --dev reloads at every change (8090)
cargo xtask test [--engine chromium|firefox|webkit]
                          formatting, lints, native tests, bundle, size budgets, browser tests;
                          --engine runs the browser tests alone, in that engine
cargo xtask check-sources DIR [--prove]
                          compares the catalogs in data/ with the sources in DIR
cargo xtask transcribe DIR [--compare | --show [CATALOG]]
                          writes the catalogs that the reader reads from the sources in DIR
cargo xtask card CATALOG/NAMES [--lang zh|en] [--page ADDRESS]
                          prints the card of a category as HTML that needs no script
cargo xtask bundle        what is hosted, in dist/
cargo xtask bench         every benchmark figure, native and in the browser
cargo xtask audit         what Lighthouse says of the page on a phone
cargo xtask size [--functions]
                          what each file of the bundle weighs: raw, gzip, brotli; --functions lists
                          the largest functions, modules and pieces of data of the program
cargo xtask watch         sees in every engine what of the program a first visit runs, and writes down what
                          may come later (xtask/parts/later.txt)
cargo xtask setup         only installs what the others would install first
";

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Print the usage.
    Help,
    /// Build and serve.
    Serve(Serving),
    /// Run every check.
    Test,
    /// Run the browser tests in one engine.
    TestIn(Engine),
    /// Pass the arguments on to the crate `sources`.
    Sources(Vec<String>),
    /// Pass the arguments on to the example `card`.
    Card(Vec<String>),
    /// Write down what a first visit does not run.
    Watch,
    /// Install what is missing.
    SetUp,
    /// Write what is hosted.
    Bundle,
    /// Measure how long everything takes.
    Bench,
    /// Have the page rated.
    Audit,
    /// Weigh the bundle.
    Size,
    /// Weigh what is in the program.
    Functions,
}

impl Task {
    fn sources(command: &str, rest: &[String]) -> Self {
        Self::Sources(std::iter::once(command.to_owned()).chain(rest.iter().cloned()).collect())
    }

    /// Reads the arguments after the program's name.
    pub(crate) fn parse(arguments: &[String]) -> Result<Self> {
        let Some((name, rest)) = arguments.split_first() else {
            return Ok(Self::Help);
        };
        let task = match name.as_str() {
            "serve" => return serving(rest).map(Self::Serve),
            "check-sources" => return Ok(Self::sources("check", rest)),
            "transcribe" => return Ok(Self::sources("transcribe", rest)),
            "card" => return Ok(Self::Card(rest.to_vec())),
            "test" => return testing(rest),
            "setup" => Self::SetUp,
            "bundle" | "build" => Self::Bundle,
            "bench" => Self::Bench,
            "audit" => Self::Audit,
            "watch" => Self::Watch,
            "size" if rest == ["--functions"] => return Ok(Self::Functions),
            "size" => Self::Size,
            "help" | "--help" | "-h" => return Ok(Self::Help),
            _ => return Err(Error::Usage(format!("`{name}` is no task"))),
        };
        match rest.first() {
            None => Ok(task),
            Some(word) => Err(Error::Usage(format!("`{name}` takes no `{word}`"))),
        }
    }
}

fn testing(arguments: &[String]) -> Result<Task> {
    match arguments {
        [] => Ok(Task::Test),
        [option, name] if option == "--engine" => match Engine::of(name) {
            Some(engine) => Ok(Task::TestIn(engine)),
            None => Err(Error::Usage(format!("`--engine` takes chromium, firefox or webkit, not `{name}`"))),
        },
        [word, ..] => Err(Error::Usage(format!("`test` takes no `{word}` like this"))),
    }
}

fn serving(arguments: &[String]) -> Result<Serving> {
    let mut serving = Serving { open: false, develop: false, port: PORT };
    if arguments.iter().any(|word| word == "--dev") {
        serving.port = DEVELOPMENT_PORT;
    }
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--open" => serving.open = true,
            "--dev" => serving.develop = true,
            "--port" => {
                serving.port = words
                    .next()
                    .and_then(|number| number.parse().ok())
                    .ok_or_else(|| Error::Usage("`--port` takes a number up to 65535".to_owned()))?;
            }
            _ => return Err(Error::Usage(format!("`serve` takes no `{word}`"))),
        }
    }
    Ok(serving)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Task> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Task::parse(&words)
    }

    #[test]
    fn every_task_of_the_usage_is_one() {
        let tasks = USAGE.lines().filter_map(|line| line.strip_prefix("cargo xtask "));
        let names: Vec<&str> = tasks.filter_map(|line| line.split_whitespace().next()).collect();
        assert_eq!(names.len(), 11);
        for name in names {
            assert!(parse(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn bundling_answers_to_its_older_name() {
        assert_eq!(parse("build").unwrap(), Task::Bundle);
    }

    #[test]
    fn sizes_are_of_files_or_of_functions() {
        assert_eq!(parse("size").unwrap(), Task::Size);
        assert_eq!(parse("size --functions").unwrap(), Task::Functions);
    }

    #[test]
    fn tests_are_all_or_those_of_one_engine() {
        assert_eq!(parse("test").unwrap(), Task::Test);
        let engine = Engine::of("webkit").unwrap();
        assert_eq!(parse("test --engine webkit").unwrap(), Task::TestIn(engine));
    }

    #[test]
    fn serving_has_its_options_in_any_order() {
        let expected = Serving { open: true, develop: true, port: 9000 };
        let task = parse("serve --port 9000 --dev --open").unwrap();
        assert_eq!(task, Task::Serve(expected));
    }

    #[test]
    fn a_page_in_development_is_not_where_browsers_keep_a_published_one() {
        let port = |line| match parse(line).unwrap() {
            Task::Serve(serving) => serving.port,
            other => panic!("{other:?}"),
        };
        assert_eq!(port("serve"), 8080);
        assert_eq!(port("serve --dev"), 8090);
        assert_eq!(port("serve --port 9000 --dev"), 9000);
    }

    #[test]
    fn what_follows_check_sources_is_passed_on() {
        let expected = vec!["check".to_owned(), "../shared/sources".to_owned(), "--prove".to_owned()];
        let task = parse("check-sources ../shared/sources --prove").unwrap();
        assert_eq!(task, Task::Sources(expected));
    }

    #[test]
    fn what_follows_card_is_passed_on() {
        let expected = vec!["wechat/教育服务/驾校培训".to_owned(), "--lang".to_owned(), "en".to_owned()];
        assert_eq!(parse("card wechat/教育服务/驾校培训 --lang en").unwrap(), Task::Card(expected));
    }

    #[test]
    fn a_word_that_is_not_understood_is_named() {
        for (line, word) in [
            ("deploy", "`deploy`"),
            ("serve --fast", "`--fast`"),
            ("serve --port high", "`--port`"),
            ("test --quick", "`--quick`"),
            ("test --engine", "`--engine`"),
            ("test --engine opera", "`opera`"),
            ("bench --quick", "`--quick`"),
        ] {
            let error = parse(line).unwrap_err().to_string();
            assert!(error.contains(word), "{line}: {error}");
        }
    }
}
