//! Catalogs that people load from files of their own: what loads, what is refused and how it is
//! told.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a file that cannot be read is a failing test")]

#[path = "../given/mod.rs"]
mod given;

mod brought;
mod limits;
mod random;
mod readme;
mod schema;
mod sentences;
mod written;

use leimu::catalog::own::{self, OwnCatalog};
use leimu::catalog::{Fault, Registry};
use serde_json::{Value, json};

use given::bundle;

/// A catalog file with these fields set, or set anew.
fn file(fields: Value) -> String {
    let mut file = given::small_catalog(&json!([]), &json!([]));
    if let Value::Object(fields) = fields {
        for (field, value) in fields {
            file[field] = value;
        }
    }
    file.to_string()
}

/// A category that asks for this.
fn asking(requirement: &Value) -> Value {
    json!({ "path": ["it"], "line": 1, "requirement": requirement })
}

fn ids() -> Vec<&'static str> {
    bundle().catalogs.iter().map(|catalog| catalog.id.as_str()).collect()
}

fn read(text: &str) -> Result<OwnCatalog, Vec<Fault>> {
    read_beside(text, &bundle().registry)
}

fn read_beside(text: &str, registry: &Registry) -> Result<OwnCatalog, Vec<Fault>> {
    own::read(text, registry, &ids())
}

/// What is said of a file, without the lines; those are tried elsewhere.
fn told(read: Result<OwnCatalog, Vec<Fault>>) -> Vec<String> {
    let faults = read.err().unwrap_or_default();
    faults.into_iter().map(|fault| Fault { line: None, ..fault }.to_string()).collect()
}

#[track_caller]
fn refused(text: &str, expected: &[&str]) {
    let told = told(read(text));
    assert_eq!(told, expected, "{}", text.chars().take(2_000).collect::<String>());
}

#[track_caller]
fn loads(text: &str) -> OwnCatalog {
    read(text).unwrap_or_else(|faults| panic!("{faults:?}"))
}
