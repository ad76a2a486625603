//! What the page says of itself: where its data is from, which version it is, which keys it knows.

use super::Language;

/// The words of the colophon in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct Colophon {
    /// Publisher, title, date, line.
    pub source: fn(&str, &str, &str, u32) -> String,
    pub full_stop: &'static str,
    pub chinese_only: &'static str,

    pub version: &'static str,
    /// The version of the program, that of its data, and how many categories and papers that has.
    pub version_text: fn(&str, &str, usize, usize) -> String,
    pub page: &'static str,
    pub copied_from: &'static str,
    pub not_given: &'static str,
    pub offline: &'static str,
    pub offline_text: &'static str,
    pub save_offline: &'static str,
    pub is_offline: &'static str,
    pub shortcuts: &'static str,
    /// Keys, and what they do.
    pub keys: &'static [(&'static str, &'static str)],
}

impl Colophon {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &COLOPHON_ZH,
            Language::English => &COLOPHON_EN,
        }
    }
}

/// 中文.
pub const COLOPHON_ZH: Colophon = Colophon {
    source: |publisher, title, date, line| format!("来源：{publisher}《{title}》，{date}，第 {line} 行"),
    full_stop: "。",
    chinese_only: "",

    version: "版本",
    version_text: |program, data, categories, papers| {
        format!("程序 {program}，数据 {data}：{categories} 个类目，{papers} 份资质。")
    },
    page: "来源页面",
    copied_from: "副本",
    not_given: "副本没有写明页面地址。",
    offline: "离线使用",
    offline_text: "打开过的页面，断网时也能再打开。整个页面还可以存成一个文件，双击就能打开，不用联网，也不发出任何请求。里面的数据就是现在的这一版。",
    save_offline: "保存离线版",
    is_offline: "这就是离线版：不用联网，也不发出任何请求。草稿由浏览器为这个文件保存；换一个浏览器或换一个位置打开，看到的是那里的草稿。",
    shortcuts: "快捷键",
    keys: &[("/", "到查类目页的筛选框"), ("Ctrl K", "搜索类目和资质"), ("Esc", "关闭搜索")],
};

/// English.
pub const COLOPHON_EN: Colophon = Colophon {
    source: |publisher, title, date, line| format!("Source: {publisher}, “{title}”, {date}, line {line}"),
    full_stop: ". ",
    chinese_only: "The sources' own words on papers stay in Chinese; everything else that they say, and the remarks on them, is translated.",

    version: "Version",
    version_text: |program, data, categories, papers| {
        format!("Program {program}, data {data}: {categories} categories, {papers} papers.")
    },
    page: "Page of the source",
    copied_from: "Copy",
    not_given: "The copy does not give the address of the page.",
    offline: "Offline",
    offline_text: "What you have opened once opens without a connection as well. The whole page also fits into one file that opens with a double click: no connection is needed and no request is made. It has the data of today.",
    save_offline: "Save for offline use",
    is_offline: "This is the offline copy: no connection is needed and no request is made. The browser keeps drafts for this file; another browser, or another place of the file, has drafts of its own.",
    shortcuts: "Keyboard shortcuts",
    keys: &[
        ("/", "to the filter of the category list"),
        ("Ctrl K", "search categories and papers"),
        ("Esc", "close the search"),
    ],
};
