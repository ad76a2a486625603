//! A text that somebody wrote, from its first byte to the lines of its faults.

use super::super::fault::{Fault, Place, Syntax, Way, Wrong};
use super::super::log::Log;
use super::Value;
use super::line::line;

/// A text that is JSON.
pub(in crate::catalog) struct File<'a> {
    text: &'a str,
    value: Value,
}

impl<'a> File<'a> {
    /// A text as JSON.
    ///
    /// # Errors
    /// The place from which on it is not.
    pub(in crate::catalog) fn parse(text: &'a str) -> Result<Self, Vec<Fault>> {
        // Some editors put a mark there that says which way the bytes go.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match serde_json::from_str(text) {
            Ok(value) => Ok(Self { text, value }),
            Err(error) => Err(vec![unreadable(text, &error)]),
        }
    }

    /// What the file says, read by one function.
    ///
    /// # Errors
    /// Every place at which it is not what the function reads.
    pub(in crate::catalog) fn read<T>(&self, place: Place, read: fn(&mut Log, &Value) -> T) -> Result<T, Vec<Fault>> {
        let mut log = Log::of(place);
        let it = read(&mut log, &self.value);
        if log.faults.is_empty() { Ok(it) } else { Err(self.found(log.faults)) }
    }

    /// The faults with the lines at which they stand.
    pub(in crate::catalog) fn found(&self, mut faults: Vec<Fault>) -> Vec<Fault> {
        for fault in &mut faults {
            fault.line = Some(self.line(&fault.way));
        }
        faults
    }

    fn line(&self, way: &Way) -> usize {
        let mut value = &self.value;
        // What is missing is told where it should stand.
        let steps = way.0.iter().map_while(|step| {
            let (before, next) = value.step(step)?;
            value = next;
            Some(before)
        });
        let steps: Vec<usize> = steps.collect();
        line(self.text, &steps)
    }
}

/// What `serde_json` says, as data. It counts bytes; people count letters.
fn unreadable(text: &str, error: &serde_json::Error) -> Fault {
    let told = error.to_string();
    let syntax = SYNTAX.iter().find(|(words, _)| told.starts_with(words)).map_or(Syntax::Value, |(_, syntax)| *syntax);
    let mut line = error.line();
    let lines = || text.split('\n');
    // A line break that should not be there is told as the start of the next line.
    let byte = match error.column() {
        0 if line > 1 => {
            line = line.saturating_sub(1);
            usize::MAX
        }
        column => column.saturating_sub(1),
    };
    let words = lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let before = words.char_indices().take_while(|(at, letter)| at.saturating_add(letter.len_utf8()) <= byte).count();
    let found = words.chars().nth(before).filter(|_| syntax != Syntax::End);
    let wrong = Wrong::Syntax { syntax, column: before.saturating_add(1), found };
    Fault { place: Place::File, way: Way::default(), line: Some(line), wrong }
}

/// How the messages of `serde_json` begin. What is not among them is a value that is none.
const SYNTAX: [(&str, Syntax); 15] = [
    ("EOF", Syntax::End),
    ("unexpected end of hex escape", Syntax::Escape),
    ("expected `,`", Syntax::Comma),
    ("trailing comma", Syntax::LastComma),
    ("expected `:`", Syntax::Colon),
    ("key must be a string", Syntax::Field),
    ("control character", Syntax::Control),
    ("invalid escape", Syntax::Escape),
    ("lone leading", Syntax::Escape),
    ("invalid unicode", Syntax::Escape),
    ("invalid number", Syntax::Number),
    ("number out of range", Syntax::Number),
    ("trailing characters", Syntax::Rest),
    ("recursion limit", Syntax::Depth),
    ("expected", Syntax::Value),
];
