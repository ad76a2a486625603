//! The two examples as other programs see them: what goes in, what comes out, to the letter.

#![allow(clippy::unwrap_used, clippy::panic, reason = "an answer that is not of the format is a failing test")]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Output, Stdio};

use serde_json::{Value, json};

#[path = "../example/mod.rs"]
mod example;

mod catalogs;
mod export;
mod screen;

use example::example;

fn run(name: &str, arguments: &[&str], input: &str) -> Output {
    let mut child = example(name)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // An example that has seen enough does not read its input.
    let _unread = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

#[track_caller]
fn answer(name: &str, arguments: &[&str], input: &str) -> Value {
    let output = run(name, arguments, input);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && told.is_empty(), "{}: {told}", output.status);
    serde_json::from_slice(&output.stdout).unwrap()
}

#[track_caller]
fn screened(catalog: &str, profile: &Value) -> Value {
    answer("screen", &[catalog], &profile.to_string())
}

fn exported(catalog: &str) -> Value {
    answer("export", &[catalog], "")
}

#[track_caller]
fn category<'a>(catalog: &'a Value, path: &[&str]) -> &'a Value {
    let categories = catalog["categories"].as_array().unwrap();
    categories.iter().find(|one| one["path"] == json!(path)).unwrap_or_else(|| panic!("no category {path:?}"))
}

/// The names of the fields of an object.
#[track_caller]
fn fields(object: &Value) -> BTreeSet<&str> {
    object.as_object().unwrap_or_else(|| panic!("no object: {object}")).keys().map(String::as_str).collect()
}

/// Refused: exit code 2, nothing on standard output, and a message that has all of these.
#[track_caller]
fn refused(name: &str, arguments: &[&str], input: &str, message: &[&str]) {
    let output = run(name, arguments, input);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(output.stdout.is_empty(), "{:?}", String::from_utf8_lossy(&output.stdout));
    for part in message {
        assert!(told.contains(part), "`{told}` does not say `{part}`");
    }
}

/// A file of this test alone, which is gone afterwards.
struct File(PathBuf);

impl File {
    fn with(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("leimu-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _gone = std::fs::remove_file(&self.0);
    }
}

fn catalog_file(requirement: &Value) -> String {
    let category = json!({ "path": ["教育", "驾校培训"], "line": 3, "requirement": requirement });
    serde_json::to_string_pretty(&json!({
        "id": "mine", "platform": "wechat", "title": "", "short": "", "publisher": "", "page": null,
        "date": "2026", "date_known": "printed", "date_note": "", "copy": "", "file": "",
        "warning": { "words": "", "line": 1 }, "categories": [category],
    }))
    .unwrap()
}

const LIVE: &str = "tencent-live-2022";
const CATALOGS: [(&str, usize); 3] = [(LIVE, 31), ("tencent-live-2021", 2), ("baidu-2019", 246)];
