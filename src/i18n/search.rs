//! What the search says.

use super::Language;

/// The words of the search in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct Searches {
    pub search: &'static str,
    pub field: &'static str,
    pub hint: &'static str,
    pub close: &'static str,
    pub try_these: &'static str,
    pub examples: [&'static str; 5],
    pub categories: &'static str,
    pub papers: &'static str,
    pub found: fn(usize) -> String,
    pub more: fn(usize) -> String,
    pub nearest: fn(&str) -> String,
    pub keys: &'static str,
    /// The headline over categories that only come near to the text of the filter.
    pub nearest_categories: fn(&str, usize) -> String,
    pub nearest_papers: fn(&str) -> String,
}

impl Searches {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &SEARCHES_ZH,
            Language::English => &SEARCHES_EN,
        }
    }
}

/// 中文.
pub const SEARCHES_ZH: Searches = Searches {
    search: "搜索",
    field: "搜索类目和资质",
    hint: "名称、拼音、首字母或日常说法",
    close: "关闭",
    try_these: "试试这些：",
    examples: ["驾校", "jxpx", "网课", "卖酒", "营业执照"],
    categories: "类目",
    papers: "资质",
    found: |many| format!("找到 {many} 个"),
    more: |many| format!("还有 {many} 个，多输几个字就能缩小范围。"),
    nearest: |text| format!("没有对得上“{text}”的，最接近的是："),
    keys: "↑↓ 选择 · Enter 打开 · Esc 关闭",
    nearest_categories: |text, many| format!("没有对得上“{text}”的类目，最接近的 {many} 个"),
    nearest_papers: |text| format!("没有名称含“{text}”的资质，上面是最接近的。来源里没有出现的资质，不影响结论。"),
};

/// English.
pub const SEARCHES_EN: Searches = Searches {
    search: "Search",
    field: "Search categories and papers",
    hint: "Name, pinyin, initials or everyday words",
    close: "Close",
    try_these: "For example:",
    examples: ["driving school", "food delivery", "alcoholic drinks", "banks", "business licence"],
    categories: "Categories",
    papers: "Papers",
    found: |many| format!("{many} found"),
    more: |many| format!("{many} more; a longer text narrows it down."),
    nearest: |text| format!("Nothing matches “{text}”. What comes nearest:"),
    keys: "↑↓ choose · Enter open · Esc close",
    nearest_categories: |text, many| format!("No category matches “{text}”; the {many} that come nearest"),
    nearest_papers: |text| {
        format!("No paper has “{text}” in its name; these come nearest. Papers that no source mentions change nothing.")
    },
};
