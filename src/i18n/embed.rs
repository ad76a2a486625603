//! The page in somebody else's: what it says there, and how to put it there.

use super::Language;

/// The words for embedding in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct EmbedWords {
    pub open_whole: &'static str,
    pub not_kept: &'static str,
    pub answered: &'static str,
    pub share: &'static str,
    pub share_hint: &'static str,
    pub share_list_hint: &'static str,

    pub about: &'static str,
    pub to_embed: &'static str,
    pub embed: &'static str,
    pub lead: &'static str,
    pub what: &'static str,
    pub card: &'static str,
    pub checker: &'static str,
    pub category: &'static str,
    pub by_host: &'static str,
    pub preview: &'static str,
    pub snippet: &'static str,
    pub snippet_hint: &'static str,
    pub frame: &'static str,
    pub frame_hint: &'static str,
    pub copy: &'static str,
    pub needs_host: &'static str,
    pub policy: &'static str,
    pub policy_hint: &'static str,
    /// What stands where scripts do not run.
    pub fallback: fn(&str) -> String,
}

impl EmbedWords {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &EMBED_ZH,
            Language::English => &EMBED_EN,
        }
    }
}

/// 中文.
pub const EMBED_ZH: EmbedWords = EmbedWords {
    open_whole: "在类目通中打开",
    not_kept: "这里填写的内容不会保存。",
    answered: "已经回答的",
    share: "把结论告诉这个页面",
    share_hint: "只告诉类目和结论，不含你填写的内容；离开后不再告诉。",
    share_list_hint: "只告诉目录和各种结论的个数，不含你填写的内容；离开后不再告诉。",

    about: "类目的卡片和查询表可以放进任何网页或文档站。",
    to_embed: "取网页代码",
    embed: "嵌入",
    lead: "把一个类目的卡片，或整个查询表，放进你自己的网页或文档站。读者填写的内容留在读者的浏览器里。",
    what: "嵌入什么",
    card: "一个类目的卡片",
    checker: "查询表",
    category: "类目",
    by_host: "跟随网页",
    preview: "预览",
    snippet: "网页代码",
    snippet_hint: "脚本在一个页面里放一次就够了。不运行脚本的地方，显示的是里面的链接。写 platform 的跟着平台最新的目录走；要固定在某一版，写 catalog。",
    frame: "不用脚本的网页代码",
    frame_hint: "高度固定；主题和语言写在地址里，不跟随网页。",
    copy: "复制代码",
    needs_host: "离线版没有网址，别的网页打不开它。请先把类目通放到网站上，再到那里来取代码。",
    policy: "网页有内容安全策略（CSP）时",
    policy_hint: "除了原有的，还要允许：",
    fallback: |name| format!("在类目通查看“{name}”"),
};

/// English.
pub const EMBED_EN: EmbedWords = EmbedWords {
    open_whole: "Open in Leimu",
    not_kept: "What you enter here is not kept.",
    answered: "Answered already",
    share: "Let this page know the result",
    share_hint: "It learns the category and the verdict, nothing of what you entered, and only until you leave.",
    share_list_hint: "It learns the catalog and how many categories came to each verdict, nothing of what you entered, and only until you leave.",

    about: "Cards of categories and the checker go into any page or documentation site.",
    to_embed: "Get the code",
    embed: "Embed",
    lead: "Put the card of a category, or the whole checker, into a page or documentation site of your own. What readers enter stays in their browsers.",
    what: "What to embed",
    card: "The card of a category",
    checker: "The checker",
    category: "Category",
    by_host: "As the page has it",
    preview: "Preview",
    snippet: "HTML",
    snippet_hint: "The script is needed once on a page. Where scripts do not run, the link is shown. With platform it follows the newest catalog of the platform; with catalog it stays with one.",
    frame: "HTML without a script",
    frame_hint: "Its height is fixed; theme and language stand in the address and do not follow the page.",
    copy: "Copy the code",
    needs_host: "The offline copy has no address that other pages could open. Put Leimu on a host first, and fetch the code there.",
    policy: "Where the page has a Content-Security-Policy",
    policy_hint: "Beside what it allows already, it has to allow this:",
    fallback: |name| format!("See {name} in Leimu"),
};
