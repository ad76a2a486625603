//! What is said of keeping drafts: where they are, what happened to them, how they come and go.

use super::Language;

/// The words for keeping drafts in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct Keeping {
    pub other_version: fn(&str) -> String,
    pub version_of_file: fn(&str) -> String,
    pub copy_of: fn(&str) -> String,
    /// The draft, and the other version of it.
    pub split: fn(&str, &str) -> String,
    pub aside: fn(&str) -> String,
    pub withdrawn: fn(&str) -> String,
    pub keep_again: &'static str,
    pub close: &'static str,
}

impl Keeping {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &KEEPING_ZH,
            Language::English => &KEEPING_EN,
        }
    }
}

/// 中文.
pub const KEEPING_ZH: Keeping = Keeping {
    version_of_file: |name| format!("{name}（文件里的版本）"),
    copy_of: |name| format!("{name}（副本）"),
    other_version: |name| format!("{name}（另一标签页的版本）"),
    split: |draft, copy| format!("“{draft}”在两个标签页里改成了不同的内容。后改的留在草稿里，另一版存成了“{copy}”。"),
    aside: |draft| format!("另一标签页用更新的版本改写了这份草稿，它原样保留。这里的内容已另存为“{draft}”。"),
    withdrawn: |names| {
        format!("另一标签页清除了保存的草稿。这里还开着的没有丢，但只在本页里：{names}。再改动时会重新保存。")
    },
    keep_again: "现在重新保存",
    close: "知道了",
};

/// English.
pub const KEEPING_EN: Keeping = Keeping {
    version_of_file: |name| format!("{name} (version of the file)"),
    copy_of: |name| format!("{name} (copy)"),
    other_version: |name| format!("{name} (version of another tab)"),
    split: |draft, copy| {
        format!(
            "“{draft}” was changed in two tabs, to different things. The later change is in the draft; the other version was saved as “{copy}”."
        )
    },
    aside: |draft| {
        format!(
            "A newer version of this page has rewritten the draft in another tab, where it stays as it is. What you have here goes on as “{draft}”."
        )
    },
    withdrawn: |names| {
        format!(
            "Another tab has cleared the stored drafts. Those open here are not lost, but only this page has them: {names}. Changing one stores it again."
        )
    },
    keep_again: "Store them again now",
    close: "Close",
};
