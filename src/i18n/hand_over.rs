//! What is handed over: copied, saved, printed, linked.

use super::Language;

/// The words for handing over in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct HandOver {
    pub take_along: &'static str,
    pub take_list_along: &'static str,
    pub copy_text: &'static str,
    pub copy_markdown: &'static str,
    pub save_csv: &'static str,
    pub with_profile: &'static str,
    pub with_profile_hint: &'static str,
    pub no_profile_yet: &'static str,
    pub copied: &'static str,
    pub copied_link: &'static str,
    pub copied_link_with_profile: &'static str,
    pub copy_denied: &'static str,
    pub by_hand: &'static str,
    pub saved: fn(&str) -> String,
    pub saved_perhaps: fn(&str) -> String,

    pub checklist: fn(&str) -> String,
    pub situation: fn(&str) -> String,
    pub applicant_unsaid: &'static str,
    pub verdict: &'static str,
    pub papers: &'static str,
    pub no_papers: &'static str,
    pub held: &'static str,
    pub cannot_be_had: &'static str,
    pub held_until: fn(&str) -> String,
    pub needed_always: &'static str,
    pub needed_sometimes: &'static str,
    pub not_needed: &'static str,
    pub serves: fn(&str) -> String,
    pub routes_together: &'static str,
    pub not_together: fn(&str) -> String,
    pub one_must_be_had: fn(&str) -> String,
    /// Publisher, title, and what follows: date and line.
    pub source: fn(&str, &str, &[&str]) -> String,
    pub label: fn(&str, &str) -> String,
    pub see_online: &'static str,
    pub version: fn(&str) -> String,
    pub made: fn(&str) -> String,
    pub printed: fn(&str) -> String,
    pub note: fn(&str) -> String,

    pub from_link: &'static str,
    /// The draft of the link, and the one that was in use.
    pub arrived: fn(&str, &str) -> String,
    pub arrived_before: fn(&str) -> String,
    pub arrived_in_use: &'static str,
    pub arrived_deleted: &'static str,
    pub arrived_newer: &'static str,
    pub unread: fn(&str) -> String,
    pub back_to: fn(&str) -> String,
    pub delete_arrived: &'static str,
    pub keep_arrived: &'static str,
    pub close: &'static str,

    pub kind: &'static str,
    pub category: &'static str,
    pub content: &'static str,
    pub state: &'static str,
    pub remark: &'static str,
    pub page: &'static str,
    pub data: &'static str,
    pub day: &'static str,
    pub paper: &'static str,
    pub route: &'static str,
}

impl HandOver {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &HAND_OVER_ZH,
            Language::English => &HAND_OVER_EN,
        }
    }
}

/// 中文.
pub const HAND_OVER_ZH: HandOver = HandOver {
    take_along: "带走",
    take_list_along: "带走这份列表",
    copy_text: "复制为文字",
    copy_markdown: "复制 Markdown",
    save_csv: "存成 CSV",
    with_profile: "链接附上我的情况",
    with_profile_hint: "主体、回答、业务活动，以及资质的覆盖内容、数量和有效期会写进链接，拿到链接的人都看得到。",
    no_profile_yet: "链接已复制。还没有填写情况，所以没有附上。",
    copied: "已复制。",
    copied_link: "链接已复制，里面没有你的情况。",
    copied_link_with_profile: "链接已复制，里面有你的情况。",
    copy_denied: "浏览器不让复制。内容已经选中，请按 Ctrl+C，或长按后复制。",
    by_hand: "要复制的内容",
    saved: |file| format!("已存成“{file}”。"),
    saved_perhaps: |file| format!("“{file}”已交给浏览器。嵌入的页面可能不许存文件：没有存下的话，请复制下面的内容。"),

    checklist: |what| format!("资质清单：{what}"),
    situation: |facts| format!("按此情况判断：{facts}"),
    applicant_unsaid: "主体类型未填",
    verdict: "结论",
    papers: "资质",
    no_papers: "没有列出资质。",
    held: "已有",
    cannot_be_had: "拿不到",
    held_until: |day| format!("有效期至 {day}"),
    needed_always: "必须补",
    needed_sometimes: "部分方案要补",
    not_needed: "现在不用补",
    serves: |categories| format!("用于 {categories}"),
    routes_together: "一起补齐的方案",
    not_together: |categories| format!("这几个类目不能同时申请：{categories}"),
    one_must_be_had: |papers| format!("说了拿不到，但至少要有其中一项：{papers}"),
    source: |publisher, title, more| format!("{publisher}《{title}》，{}", more.join("，")),
    label: |what, words| format!("{what}：{words}"),
    see_online: "在类目通里看",
    version: |version| format!("数据版本 {version}"),
    made: |day| format!("{day} 由类目通生成，以平台页面为准。"),
    printed: |day| format!("{day} 打印，以平台页面为准。"),
    note: |words| format!("（{words}）"),

    from_link: "来自链接的情况",
    arrived: |made, before| format!("链接带来了一份情况，已另存为草稿“{made}”并用上。原来的草稿“{before}”没有动。"),
    arrived_before: |known| format!("链接带来的情况和已有的草稿“{known}”一样，已用上那份草稿，没有再建。"),
    arrived_in_use: "链接带来的情况和正在使用的草稿一样，没有变化。",
    arrived_deleted: "链接带来的草稿已删除，已回到原来的草稿。",
    arrived_newer: "链接里的情况由更新的版本写成，没有读入。请刷新页面再打开链接。",
    unread: |pieces| format!("链接里有读不出的内容，没有算进去：{pieces}"),
    back_to: |draft| format!("回到“{draft}”"),
    delete_arrived: "删除这份",
    keep_arrived: "继续用",
    close: "知道了",

    kind: "项目",
    category: "类目",
    content: "内容",
    state: "状态",
    remark: "说明",
    page: "官方页面",
    data: "来源与数据版本",
    day: "生成日期",
    paper: "资质",
    route: "补齐方案",
};

/// English.
pub const HAND_OVER_EN: HandOver = HandOver {
    take_along: "Take it along",
    take_list_along: "Take this list along",
    copy_text: "Copy as text",
    copy_markdown: "Copy Markdown",
    save_csv: "Save CSV",
    with_profile: "Add my situation to the link",
    with_profile_hint: "Subject, answers, activities, and papers with coverage, number and last day go into the link. Whoever has the link can read them.",
    no_profile_yet: "Link copied. Nothing is filled in yet, so nothing was added.",
    copied: "Copied.",
    copied_link: "Link copied, without your situation.",
    copied_link_with_profile: "Link copied, with your situation.",
    copy_denied: "The browser does not allow copying. The text is selected: press Ctrl+C, or touch and hold.",
    by_hand: "Text to copy",
    saved: |file| format!("Saved as “{file}”."),
    saved_perhaps: |file| {
        format!(
            "“{file}” was handed to the browser. A page in a frame may not save files: if it did not, copy the text below."
        )
    },

    checklist: |what| format!("Checklist of papers: {what}"),
    situation: |facts| format!("Judged for: {facts}"),
    applicant_unsaid: "subject not said",
    verdict: "Verdict",
    papers: "Papers",
    no_papers: "No paper is listed.",
    held: "at hand",
    cannot_be_had: "cannot be had",
    held_until: |day| format!("valid until {day}"),
    needed_always: "needed",
    needed_sometimes: "needed in some ways",
    not_needed: "not needed now",
    serves: |categories| format!("for {categories}"),
    routes_together: "Ways to complete all of them",
    not_together: |categories| format!("These categories cannot be had together: {categories}"),
    one_must_be_had: |papers| format!("Said not to be had, but at least one is needed: {papers}"),
    source: |publisher, title, more| format!("{publisher}, “{title}”, {}", more.join(", ")),
    label: |what, words| format!("{what}: {words}"),
    see_online: "See it in Leimu",
    version: |version| format!("data version {version}"),
    made: |day| format!("Made with Leimu on {day}. The platform's page prevails."),
    printed: |day| format!("Printed on {day}. The platform's page prevails."),
    note: |words| format!(" ({words})"),

    from_link: "From a link",
    arrived: |made, before| {
        format!(
            "The link brought a situation. It is in use now as a draft of its own, “{made}”. Your draft “{before}” was not touched."
        )
    },
    arrived_before: |known| {
        format!("The link says the same as your draft “{known}”, which is in use now. No other was made.")
    },
    arrived_in_use: "The link says the same as the draft in use. Nothing has changed.",
    arrived_deleted: "The draft from the link was deleted. Your own draft is in use again.",
    arrived_newer: "The situation in the link was written by a newer version and was not read. Reload the page and open the link again.",
    unread: |pieces| format!("Some of the link could not be read and does not count: {pieces}"),
    back_to: |draft| format!("Back to “{draft}”"),
    delete_arrived: "Delete this one",
    keep_arrived: "Go on with it",
    close: "Close",

    kind: "Item",
    category: "Category",
    content: "Content",
    state: "State",
    remark: "Remark",
    page: "Official page",
    data: "Source and data version",
    day: "Made on",
    paper: "Paper",
    route: "Way to complete",
};
