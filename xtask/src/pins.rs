//! The exact versions the project is built with, read from where each tool itself looks:
//! Trunk and binaryen from `Trunk.toml`, wasm-bindgen from `Cargo.lock`.

use crate::error::{Error, Result};
use crate::project::Project;
use std::fs;

/// One version per tool.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Pins {
    /// Such as `0.21.14`.
    pub(crate) trunk: String,
    /// Such as `132`, which is `132.0.0` in npm.
    pub(crate) binaryen: String,
    /// Such as `0.2.130`: the command-line tool only reads the output of its own version.
    pub(crate) wasm_bindgen: String,
}

impl Pins {
    /// Reads them from the files of the project.
    pub(crate) fn read(project: &Project) -> Result<Self> {
        let read = |name: &str, find: fn(&str) -> Option<String>, expected: &str| {
            let path = project.root().join(name);
            let text = fs::read_to_string(&path).map_err(Error::file(&path))?;
            find(&text).ok_or_else(|| Error::Content { path, expected: expected.to_owned() })
        };
        Ok(Self {
            trunk: read("Trunk.toml", trunk, "a line `trunk-version = \"=x.y.z\"`")?,
            binaryen: read("Trunk.toml", binaryen, "a line `wasm_opt = \"version_n\"`")?,
            wasm_bindgen: read("Cargo.lock", wasm_bindgen, "a package `wasm-bindgen`")?,
        })
    }
}

fn trunk(manifest: &str) -> Option<String> {
    value(manifest, "trunk-version")?.strip_prefix('=').map(str::to_owned)
}

fn binaryen(manifest: &str) -> Option<String> {
    value(manifest, "wasm_opt")?.strip_prefix("version_").map(str::to_owned)
}

fn wasm_bindgen(lockfile: &str) -> Option<String> {
    lockfile
        .split("[[package]]")
        .find(|package| value(package, "name") == Some("wasm-bindgen"))
        .and_then(|package| value(package, "version"))
        .map(str::to_owned)
}

/// The string on the first line `key = "…"`.
fn value<'a>(toml: &'a str, key: &str) -> Option<&'a str> {
    toml.lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        (name.trim() == key).then(|| value.trim().trim_matches('"'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCKFILE: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.129"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = [
 "cfg-if",
]

[[package]]
name = "web-sys"
version = "0.3.107"
"#;

    #[test]
    fn the_lockfile_names_the_version_of_the_very_package() {
        assert_eq!(wasm_bindgen(LOCKFILE).as_deref(), Some("0.2.130"));
        assert_eq!(wasm_bindgen("version = 4\n"), None);
    }

    #[test]
    fn only_exact_versions_are_pins() {
        for (manifest, expected) in [
            ("trunk-version = \"=0.21.14\"\n", Some("0.21.14")),
            ("trunk-version=\"=0.21.14\"", Some("0.21.14")),
            ("trunk-version = \"0.21\"", None),
            ("[tools]\n", None),
        ] {
            assert_eq!(trunk(manifest).as_deref(), expected, "{manifest}");
        }
    }

    #[test]
    fn binaryen_is_numbered_as_trunk_writes_it() {
        let manifest = "[tools]\nwasm_opt = \"version_132\"\n";
        assert_eq!(binaryen(manifest).as_deref(), Some("132"));
        assert_eq!(binaryen("wasm_opt = \"132\""), None);
    }
}
