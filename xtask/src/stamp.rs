//! Whether the bundle is the one that the present inputs give.
//!
//! Contents are compared, not times: a checkout gives every file a new time.

use crate::error::{Error, Result};
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

/// Everything in the project's root that goes into the bundle. A directory that the page
/// begins to read from has to be named here, or its changes are not noticed.
const INPUTS: [&str; 13] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "data",
    "index.html",
    "public",
    "src",
    "style",
    "xtask/parts",
    "xtask/src/publish",
    "xtask/src/publish.mjs",
];

/// The inputs that are there.
pub(crate) fn inputs(root: &Path) -> impl Iterator<Item = PathBuf> {
    INPUTS.iter().map(move |name| root.join(name)).filter(|path| path.exists())
}

/// A number that changes when an input or the compiler does.
pub(crate) fn of_inputs(root: &Path, compiler: &str) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    hasher.write(compiler.as_bytes());
    for input in inputs(root) {
        add(&input, &mut hasher)?;
    }
    Ok(hasher.finish())
}

/// A number that changes when any file of the directory does.
pub(crate) fn of_directory(directory: &Path) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    add(directory, &mut hasher)?;
    Ok(hasher.finish())
}

fn add(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    if path.is_dir() {
        for entry in entries(path)? {
            add(&entry, hasher)?;
        }
        return Ok(());
    }
    let content = fs::read(path).map_err(Error::file(path))?;
    hasher.write(path.as_os_str().as_encoded_bytes());
    hasher.write_usize(content.len());
    hasher.write(&content);
    Ok(())
}

fn entries(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(directory)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>())
        .map_err(Error::file(directory))?;
    // The order of a directory is the file system's own.
    entries.sort();
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_count_by_name_and_content_and_nothing_else_counts() {
        let root = std::env::temp_dir().join(format!("leimu-stamp-{}", std::process::id()));
        for directory in ["src", "e2e"] {
            fs::create_dir_all(root.join(directory)).unwrap();
        }
        let stamp = |compiler| of_inputs(&root, compiler).unwrap();
        fs::write(root.join("src/main.rs"), "fn main() {}").unwrap();
        let first = stamp("1.95");
        fs::write(root.join("src/main.rs"), "fn main() {}").unwrap();
        fs::write(root.join("e2e/main.rs"), "changed").unwrap();
        fs::write(root.join("serve.log"), "changed").unwrap();
        assert_eq!(stamp("1.95"), first);
        assert_ne!(stamp("1.96"), first);
        fs::write(root.join("src/main.rs"), "fn main() { }").unwrap();
        assert_ne!(stamp("1.95"), first);
        fs::write(root.join("src/main.rs"), "fn main() {}").unwrap();
        fs::write(root.join("src/icon.svg"), "").unwrap();
        assert_ne!(stamp("1.95"), first);
        fs::remove_dir_all(&root).unwrap();
    }
}
