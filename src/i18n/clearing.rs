//! What is said of everything that is kept, and of clearing it.

use super::Language;

/// The words for clearing in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct Clearing {
    pub stored: fn(usize, &str) -> String,
    pub nothing: &'static str,
    pub bytes: fn(usize) -> String,
    pub clear: &'static str,
    pub title: &'static str,
    pub what: fn(usize) -> String,
    pub export_first: &'static str,
    pub confirm: &'static str,
    pub cancel: &'static str,
    pub cleared: fn(usize) -> String,
}

impl Clearing {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &CLEARING_ZH,
            Language::English => &CLEARING_EN,
        }
    }
}

/// 中文.
pub const CLEARING_ZH: Clearing = Clearing {
    stored: |n, size| format!("现在存了 {n} 项，共 {size}"),
    nothing: "现在什么都没有存。",
    bytes: |n| if n < 1024 { format!("{n} 字节") } else { format!("{} KB", n.div_ceil(1024)) },
    clear: "清除保存的全部内容",
    title: "清除保存的全部内容？",
    what: |n| {
        format!("这 {n} 项会从这个浏览器里清除：草稿、自带目录、语言和外观。关掉页面之前可以撤销，之后就找不回来了。")
    },
    export_first: "草稿可以先存成文件，以后再读入：",
    confirm: "清除",
    cancel: "不清除",
    cleared: |n| format!("已清除 {n} 项。关掉页面之前可以撤销。"),
};

/// English.
pub const CLEARING_EN: Clearing = Clearing {
    stored: |n, size| format!("Stored now: {n} entries, {size} in all"),
    nothing: "Nothing is stored now.",
    bytes: |n| if n < 1024 { format!("{n} bytes") } else { format!("{} KB", n.div_ceil(1024)) },
    clear: "Clear everything stored",
    title: "Clear everything stored?",
    what: |n| {
        format!(
            "These {n} entries go from this browser: drafts, catalogs of your own, language and theme. It can be undone until you close the page, and not after that."
        )
    },
    export_first: "The drafts can be saved as a file first, and read again later:",
    confirm: "Clear",
    cancel: "Keep everything",
    cleared: |n| format!("{n} entries were cleared. It can be undone until you close the page."),
};
