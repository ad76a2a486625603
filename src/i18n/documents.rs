//! The words of the list of papers and of the page of one.

use super::Language;
use crate::catalog::DocumentKind;

/// The words for papers in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct Documents {
    pub title: &'static str,
    pub lead: &'static str,
    pub find: &'static str,
    pub find_hint: &'static str,
    pub found: fn(usize) -> String,
    pub none: fn(&str) -> String,
    pub nearest: fn(&str, usize) -> String,
    pub nearest_title: &'static str,
    pub kind: fn(DocumentKind) -> &'static str,
    /// A catalog, how many of its categories ask for it, how many of all catalogs do.
    pub asked: fn(&str, usize, usize) -> String,
    pub held: &'static str,

    pub all: &'static str,
    pub kind_name: &'static str,
    pub issuer: &'static str,
    pub english: &'static str,
    pub aliases: &'static str,
    pub alias_covers: fn(&str, &[&str]) -> String,
    pub have_it: &'static str,
    pub worth: &'static str,
    pub opens: fn(usize) -> String,
    pub opens_if_confirmed: fn(usize) -> String,
    pub nearer: fn(usize) -> String,
    pub keeps: fn(usize) -> String,
    pub worth_nothing: &'static str,
    pub keeps_nothing: &'static str,
    pub asked_by: &'static str,
    pub asked_by_none: &'static str,
    pub categories: fn(usize) -> String,
    pub required: &'static str,
    pub alternative: &'static str,
    pub idle: &'static str,
    pub some_applicants: &'static str,
    /// Between two conditions.
    pub and: &'static str,
    /// Whom it is for, and its part for them.
    pub only_if: fn(&str, &str) -> String,
}

impl Documents {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &DOCUMENTS_ZH,
            Language::English => &DOCUMENTS_EN,
        }
    }
}

/// 中文.
pub const DOCUMENTS_ZH: Documents = Documents {
    title: "资质",
    lead: "各目录要求过的全部资质。点开一份，看哪些类目要它、起什么作用，有了它能多申请几个类目。",
    find: "筛选资质",
    find_hint: "名称、简称或英文名",
    found: |n| format!("{n} 份资质"),
    none: |text| format!("没有名称含“{text}”的资质。"),
    nearest: |text, n| format!("没有名称含“{text}”的资质，最接近的 {n} 份"),
    nearest_title: "最接近的资质",
    kind: |kind| match kind {
        DocumentKind::Licence => "许可证",
        DocumentKind::Filing => "备案",
        DocumentKind::Certificate => "证书",
        DocumentKind::Approval => "批准文件",
        DocumentKind::Agreement => "协议与授权",
        DocumentKind::Letter => "函与承诺",
        DocumentKind::Screenshot => "截图与名录",
        DocumentKind::Statement => "自拟材料",
    },
    asked: |catalog, here, all| format!("{catalog}：{here} 个类目 · 全部目录：{all} 个"),
    held: "已有",

    all: "全部资质",
    kind_name: "种类",
    issuer: "发证机关",
    english: "英文名",
    aliases: "别的名称",
    alias_covers: |name, phrases| format!("{name}（这个名称已说明含“{}”）", phrases.join("”“")),
    have_it: "我有没有",
    worth: "对我有什么用",
    opens: |n| format!("单凭它可以申请 {n} 个"),
    opens_if_confirmed: |n| format!("回答几个问题后可以申请 {n} 个"),
    nearer: |n| format!("离 {n} 个更近一步"),
    keeps: |n| format!("靠它可以申请 {n} 个"),
    worth_nothing: "按现在的情况，单有它不会多开一个类目。",
    keeps_nothing: "已有。按现在的情况，还没有类目单凭它打开。",
    asked_by: "哪些类目要求它",
    asked_by_none: "现有的目录都不要求它。",
    categories: |n| format!("{n} 个类目"),
    required: "所需",
    alternative: "备选之一",
    idle: "写到了，有没有都一样",
    some_applicants: "部分申请人",
    and: "，且",
    only_if: |who, part| format!("仅限{who}：{part}"),
};

/// English.
pub const DOCUMENTS_EN: Documents = Documents {
    title: "Papers",
    lead: "Every paper that a catalog asks for. Open one to see which categories want it and in which part, and how many more you could apply for with it.",
    find: "Filter the papers",
    find_hint: "Name, short name or English name",
    found: |n| if n == 1 { "1 paper".to_owned() } else { format!("{n} papers") },
    none: |text| format!("No paper has “{text}” in its name."),
    nearest: |text, n| match n {
        1 => format!("No paper has “{text}” in its name; this one comes nearest"),
        n => format!("No paper has “{text}” in its name; the {n} that come nearest"),
    },
    nearest_title: "The papers that come nearest",
    kind: |kind| match kind {
        DocumentKind::Licence => "Licences",
        DocumentKind::Filing => "Filings",
        DocumentKind::Certificate => "Certificates",
        DocumentKind::Approval => "Approvals",
        DocumentKind::Agreement => "Agreements and authorisations",
        DocumentKind::Letter => "Letters and undertakings",
        DocumentKind::Screenshot => "Screenshots and public lists",
        DocumentKind::Statement => "Statements of your own",
    },
    asked: |catalog, here, all| format!("{catalog}: {here} · all catalogs: {all}"),
    held: "At hand",

    all: "All papers",
    kind_name: "Kind",
    issuer: "Issuer",
    english: "In English",
    aliases: "Other names",
    alias_covers: |name, phrases| format!("{name} (by this name, covers “{}”)", phrases.join("” and “")),
    have_it: "Do I have it",
    worth: "What it does for me",
    opens: |n| format!("with it alone, {n} can be applied for"),
    opens_if_confirmed: |n| format!("{n} after a few answers"),
    nearer: |n| format!("one step nearer to {n}"),
    keeps: |n| format!("thanks to it, {n} can be applied for"),
    worth_nothing: "As things stand, this paper alone opens no further category.",
    keeps_nothing: "At hand. As things stand, no category is open because of it.",
    asked_by: "Which categories ask for it",
    asked_by_none: "No catalog asks for it now.",
    categories: |n| if n == 1 { "1 category".to_owned() } else { format!("{n} categories") },
    required: "required",
    alternative: "one of several",
    idle: "written down, but makes no difference",
    some_applicants: "Some applicants",
    and: " and ",
    only_if: |who, part| format!("Only for {who}: {part}"),
};
