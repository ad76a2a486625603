//! Files that a visitor hands to the page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value as Json, json};

/// A file on the visitor's machine, which is gone afterwards.
#[derive(Debug)]
pub struct File(PathBuf);

impl File {
    /// A file of this name; other files of the same name stand elsewhere.
    ///
    /// # Panics
    /// Where there is no room for it.
    #[must_use]
    #[track_caller]
    pub fn of(name: &str, content: impl AsRef<[u8]>) -> Self {
        static MANY: AtomicUsize = AtomicUsize::new(0);
        let number = MANY.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("leimu-file-{}-{number}", process::id()));
        let path = folder.join(name);
        let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&path, content));
        if let Err(error) = written {
            panic!("{}: {error}", path.display());
        }
        Self(path)
    }

    /// Where it stands.
    #[must_use]
    pub fn path(&self) -> String {
        self.0.display().to_string()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        if let Some(folder) = self.0.parent() {
            let _gone = fs::remove_dir_all(folder);
        }
    }
}

/// A catalog file of so many categories: those of all bundled catalogs one after the other, as often
/// as it takes. What points at other categories is left out.
///
/// # Panics
/// Where the data of the project is not there.
#[must_use]
#[track_caller]
pub fn large_catalog(categories: usize) -> String {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let read = |id: &str| -> Json {
        let path = data.join(format!("{id}.json"));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let ids = ["wechat-2026", "baidu-2020", "baidu-2019", "tencent-live-2022", "tencent-live-2021"];
    let mut all = Vec::new();
    for (round, id) in ids.iter().cycle().enumerate() {
        if all.len() >= categories {
            break;
        }
        for category in read(id)["categories"].as_array().into_iter().flatten() {
            let mut category = category.clone();
            for key in ["supplements", "access", "links", "notes"] {
                let _left_out = category.as_object_mut().and_then(|fields| fields.remove(key));
            }
            let first = category["path"][0].as_str().unwrap_or_default().to_owned();
            category["path"][0] = json!(format!("{first} {}", round + 1));
            all.push(category);
        }
    }
    all.truncate(categories);
    json!({
        "id": "large", "platform": "large", "title": "所有目录", "short": "所有目录", "publisher": "所有平台",
        "page": null, "date": "2026", "date_known": "inferred", "date_note": "", "copy": "", "file": "",
        "warning": { "words": "", "line": 1 }, "categories": all,
    })
    .to_string()
}
