//! What in the program is large: its functions with their names, by module, and its data.
//!
//! `functions <program.wasm> [<file> …]`: the program has to have its names; data that is one of the
//! files is called by its name. `cargo xtask size --functions` runs it.

mod data;
mod names;
mod program;
mod table;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use data::Piece;
use program::{Function, Program, ProgramError};

/// How many lines each list has at most.
const FUNCTIONS: usize = 30;
const MODULES: usize = 40;
const PIECES: usize = 15;

fn main() -> ExitCode {
    let mut paths = env::args_os().skip(1).map(PathBuf::from);
    let Some(path) = paths.next() else {
        eprintln!("of which program? functions <program.wasm> [<file> …]");
        return ExitCode::FAILURE;
    };
    match report(&path, &paths.collect::<Vec<_>>()) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", path.display());
            ExitCode::FAILURE
        }
    }
}

fn report(path: &Path, files: &[PathBuf]) -> Result<String, ProgramError> {
    let program = Program::read(&fs::read(path)?)?;
    let mut known = Vec::new();
    for file in files {
        let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
        known.push((name, fs::read(file)?));
    }
    let code = program.functions.iter().map(|function| function.bytes).sum();
    let data = program.segments.iter().map(|segment| segment.content.len()).sum();
    let functions = largest(program.functions.iter().map(line_of).collect());
    let modules = largest(names::by_module(&program.functions));
    let pieces = largest(data::pieces(&program.segments, &known).into_iter().map(Piece::line).collect());
    Ok([
        table::of(&format!("{} functions, the largest", functions.len()), code, &functions, FUNCTIONS),
        table::of("modules of ours, and crates", code, &modules, MODULES),
        table::of(&format!("data in {} segments, the largest pieces", program.segments.len()), data, &pieces, PIECES),
    ]
    .join("\n"))
}

fn line_of(function: &Function) -> (String, usize) {
    (names::readable(&function.name), function.bytes)
}

fn largest(mut lines: Vec<(String, usize)>) -> Vec<(String, usize)> {
    lines.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    lines
}
