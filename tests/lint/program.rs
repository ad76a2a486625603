//! The example program: what it prints, and how it ends.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::example::example;
use crate::given::small_catalog;

/// Runs the example: its exit code, what it printed, and what it complained about.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = example("lint").args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A file of this test alone, which is gone afterwards.
struct File(PathBuf);

impl File {
    fn with(name: &str, categories: &Value) -> Self {
        let path = std::env::temp_dir().join(format!("leimu-lint-{}-{name}", std::process::id()));
        std::fs::write(&path, small_catalog(&json!([]), categories).to_string()).unwrap();
        Self(path)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _gone = std::fs::remove_file(&self.0);
    }
}

#[test]
fn a_catalog_without_findings_prints_nothing() {
    assert_eq!(run(&["baidu-2019"]), (0, String::new(), String::new()));
}

#[test]
fn each_finding_is_a_line_in_the_language_asked_for() {
    let nowhere = "电商平台/电商平台（第 13 行）：补充类目“医疗相关类目”没有去处";
    for arguments in [&["tencent-live-2021"][..], &["tencent-live-2021", "zh"]] {
        let (code, printed, complaint) = run(arguments);
        assert_eq!((code, complaint.as_str()), (1, ""));
        assert!(printed.starts_with(nowhere), "{printed}");
        assert_eq!(printed.lines().count(), 2, "{printed}");
    }
    let (code, printed, _) = run(&["tencent-live-2021", "en"]);
    assert_eq!(code, 1);
    assert!(
        printed.starts_with("电商平台/电商平台 (line 13): the supplement “医疗相关类目” leads nowhere"),
        "{printed}"
    );

    let words = "要求\n（3选1）：\n营业执照";
    let twice =
        json!({ "any": [{ "document": "business-licence", "words": words }, { "document": "business-licence" }] });
    let file = File::with("mine.json", &json!([{ "path": ["it"], "line": 4, "requirement": twice }]));
    let (code, printed, complaint) = run(&[file.0.to_str().unwrap(), "en"]);
    assert_eq!((code, complaint.as_str()), (1, ""), "{printed}");
    assert_eq!(printed.lines().count(), 2, "{printed}");
    assert!(printed.lines().all(|line| line.starts_with("it (line 4): ")), "{printed}");
}

#[test]
fn what_cannot_be_read_is_said() {
    let unknown =
        File::with("unknown.json", &json!([{ "path": ["it"], "line": 4, "requirement": { "document": "e" } }]));
    for (arguments, message) in [
        (&[][..], "usage"),
        (&["baidu-2019", "fr"], "usage"),
        (&["baidu-2019", "zh", "zh"], "usage"),
        (&["baidu-2091"], "`baidu-2091` is neither a catalog nor a file"),
        (&[unknown.0.to_str().unwrap()], "unknown document `e`"),
    ] {
        let (code, printed, complaint) = run(arguments);
        assert_eq!((code, printed.as_str()), (2, ""), "{arguments:?}");
        assert!(complaint.contains(message), "{complaint}");
    }
}
