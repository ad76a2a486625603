//! The program in two parts. A first visit runs a third of it; that part comes first, and the rest while the visitor
//! reads.
//!
//! `parts split PROGRAM LATER FOLDER` writes `whole.wasm`, `first.wasm` and `rest.wasm`; `parts watch PROGRAM OUT` writes
//! a program that tells which of its functions run, and `parts list PROGRAM RAN …` prints, of a program that ran so, those
//! that never did: what `LATER` has to say.

mod error;
mod later;
mod names;
mod split;
mod watch;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use error::{Error, Result};
use later::Later;

/// What stands above the list.
const ABOUT: &str = "\
# What of the program does not run in a first visit, and comes later: `cargo xtask watch` has seen it and written this.
# A name that ends with `::` stands for all that begin so. What is not named here is in the first part.

";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<()> {
    match arguments {
        ["split", program, later, folder] => {
            let later = Later::parse(&text(later)?);
            let parts = split::split(&read(program)?, &later).map_err(Error::program(program))?;
            for (name, content) in [("whole", parts.whole), ("first", parts.first), ("rest", parts.rest)] {
                let file = Path::new(folder).join(format!("{name}.wasm"));
                fs::write(&file, content).map_err(Error::file(&file))?;
            }
            println!("{} of {} functions come later, {} of them by a door", parts.later, parts.functions, parts.doors);
            Ok(())
        }
        ["watch", program, out] => {
            let watched = watch::watch(&read(program)?).map_err(Error::program(program))?;
            fs::write(out, watched).map_err(Error::file(Path::new(out)))
        }
        ["list", program, ran @ ..] => {
            let all = names::of(&read(program)?).map_err(Error::program(program))?;
            let mut numbers = BTreeSet::new();
            for file in ran {
                for word in text(file)?.split_whitespace() {
                    let wrong = |_| Error::Number { file: (*file).to_owned(), word: word.to_owned() };
                    numbers.insert(word.parse().map_err(wrong)?);
                }
            }
            print!("{ABOUT}{}", Later::of(&all, &numbers));
            Ok(())
        }
        _ => Err(Error::Usage),
    }
}

fn read(path: &str) -> Result<Vec<u8>> {
    fs::read(path).map_err(Error::file(Path::new(path)))
}

fn text(path: &str) -> Result<String> {
    fs::read_to_string(path).map_err(Error::file(Path::new(path)))
}
