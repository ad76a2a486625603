//! What is said of a catalog that cannot be meant: where, what is wrong, what would be right.

use super::Language;

/// The words for findings in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct Findings {
    /// Category, line, and what is to be said.
    pub at: fn(&str, u32, &str) -> String,
    pub nothing: &'static str,
    pub unlisted: &'static str,
    pub on_request: &'static str,
    /// A node of several members, in words: what is joined, how many are named and how many not.
    pub all: fn(&[String], usize) -> String,
    pub any: fn(&[String], usize) -> String,
    pub at_least: fn(usize, &[String], usize) -> String,
    /// A group inside another one.
    pub inner: fn(&str) -> String,
    /// A paper and how the source calls it there.
    pub as_written: fn(&str, &str) -> String,
    /// How many are needed of how many.
    pub shape: fn(usize, usize) -> String,

    pub never_open: fn(&str) -> String,
    pub never_open_by_rules: &'static str,
    pub never_met: fn(&str) -> String,
    pub never_met_here: fn(&str) -> String,
    /// The spare member and its position, the kept one and its position.
    pub absorbed: fn(&str, usize, &str, usize) -> String,
    pub superfluous: fn(&str, usize, &str, usize) -> String,
    /// What is said twice, the kept position and the spare one.
    pub repeated: fn(&str, usize, usize) -> String,
    /// The paper, the kept member and its position, the spare one and its position.
    pub same_paper: fn(&str, &str, usize, &str, usize) -> String,
    /// The same in N选M; the last is how many of how many.
    pub counted_twice: fn(&str, &str, usize, &str, usize, &str) -> String,
    pub supplement_nowhere: fn(&str) -> String,
    pub supplement_meant: fn(&str, &str) -> String,
    pub supplement_itself: fn(&str) -> String,
    pub supplement_circle: fn(&[String]) -> String,
    pub access_itself: fn(&str) -> String,
    /// The heading, what there is, and what there should be.
    pub heading_differs: fn(&str, &str, &str) -> String,
    pub heading_unmatched: fn(&str, &str) -> String,
    pub heading_impossible: fn(&str) -> String,
}

impl Findings {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &FINDINGS_ZH,
            Language::English => &FINDINGS_EN,
        }
    }
}

/// 中文.
pub const FINDINGS_ZH: Findings = Findings {
    at: |path, line, what| format!("{path}（第 {line} 行）：{what}"),
    nothing: "不需要资质",
    unlisted: "来源未列",
    on_request: "定向申请",
    all: |named, more| match more {
        0 => named.join("，且"),
        _ => format!("{}，且另有 {more} 项", named.join("，且")),
    },
    any: |named, more| match more {
        0 => named.join("，或"),
        _ => format!("{}，或另外 {more} 项之一", named.join("，或")),
    },
    at_least: |least, named, more| match more {
        0 => format!("{}中至少 {least} 项", named.join("、")),
        _ => format!("{}和另外 {more} 项中至少 {least} 项", named.join("、")),
    },
    inner: |group| format!("（{group}）"),
    as_written: |paper, words| format!("{paper}（原文：{words}）"),
    shape: |least, members| match (least, members) {
        (_, 0 | 1) => "单独一项".to_owned(),
        (1, _) => format!("任选其一（共 {members} 项）"),
        _ if least == members => format!("全部提供（共 {members} 项）"),
        _ => format!("至少提供 {least} 项（共 {members} 项）"),
    },

    never_open: |node| {
        format!(
            "没有人能用这个类目：无论怎样回答、带齐什么资质，【{node}】都不可能成立。其中的条件互相排斥，应按原文改成可以成立的条件。"
        )
    },
    never_open_by_rules: "没有人能用这个类目：符合它要求的主体，全被目录的开放规则排除了。应核对开放规则和这里的主体条件，改正其中一处。",
    never_met: |node| {
        format!(
            "【{node}】永远满足不了：一个情况只有一个回答，其中的条件互相排斥。应按原文改成可以成立的条件，例如任选其一。"
        )
    },
    never_met_here: |node| {
        format!(
            "【{node}】在这里永远满足不了：它与上层的条件或目录的开放规则互相排斥。应删去这一项，或按原文改正条件。"
        )
    },
    absorbed: |spare, at, kept, kept_at| {
        format!(
            "任选其一的第 {at} 项多余：凡满足【{spare}】的，都已满足第 {kept_at} 项【{kept}】。应删去第 {at} 项，或按原文补上两项的区别。"
        )
    },
    superfluous: |spare, at, kept, kept_at| {
        format!(
            "全部提供的第 {at} 项多余：凡满足第 {kept_at} 项【{kept}】的，都已满足【{spare}】。应删去第 {at} 项，或按原文补上两项的区别。"
        )
    },
    repeated: |node, kept_at, at| {
        format!("第 {kept_at} 项和第 {at} 项说的是同一回事：【{node}】。应只留一项，或按原文改正其中一项。")
    },
    same_paper: |paper, kept, kept_at, spare, at| {
        format!(
            "同一组里两次要求同一份{paper}：第 {kept_at} 项【{kept}】，第 {at} 项【{spare}】。应只留第 {kept_at} 项，或按原文换成另一种资质。"
        )
    },
    counted_twice: |paper, kept, kept_at, spare, at, shape| {
        format!(
            "同一份{paper}会算作两项：这一组要求{shape}，第 {kept_at} 项是【{kept}】，第 {at} 项是【{spare}】。应合并成一项，或按原文换成另一种资质。"
        )
    },
    supplement_nowhere: |name| {
        format!("补充类目“{name}”没有去处：本目录没有列出这个类目。应补录这个类目；来源本来不列的，请到平台页面核对。")
    },
    supplement_meant: |name, path| format!("补充类目“{name}”没有去处，而本目录列有“{path}”。应指向这个类目。"),
    supplement_itself: |path| format!("补充类目指回了自己：“{path}”。应指向另一个类目，或删去这一条。"),
    supplement_circle: |paths| format!("补充类目绕成一圈：{}。应按原文断开其中一处。", paths.join(" → ")),
    access_itself: |method| {
        format!("接入方式“{method}”要求同时开通的就是这个类目自己。应指向另一个类目，或去掉这个条件。")
    },
    heading_differs: |heading, found, right| format!("标题写“{heading}”，这里却是{found}。应是{right}。"),
    heading_unmatched: |heading, right| format!("原文写“{heading}”，要求里却没有一组是这样。应有一组是{right}。"),
    heading_impossible: |heading| format!("原文写“{heading}”，要选的比列出的还多。应对照来源改正这个标题。"),
};

/// English. Names of papers stand beside the original.
pub const FINDINGS_EN: Findings = Findings {
    at: |path, line, what| format!("{path} (line {line}): {what}"),
    nothing: "no papers needed",
    unlisted: "not listed by the source",
    on_request: "by application only",
    all: |named, more| match more {
        0 => named.join(" and "),
        _ => format!("{} and {more} more", named.join(" and ")),
    },
    any: |named, more| match more {
        0 => named.join(" or "),
        _ => format!("{} or one of {more} more", named.join(" or ")),
    },
    at_least: |least, named, more| match more {
        0 => format!("at least {least} of {}", named.join(", ")),
        _ => format!("at least {least} of {} and {more} more", named.join(", ")),
    },
    inner: |group| format!("({group})"),
    as_written: |paper, words| format!("{paper} (in the source: {words})"),
    shape: |least, members| match (least, members) {
        (_, 0 | 1) => "a single item".to_owned(),
        (1, _) => format!("any one of {members}"),
        _ if least == members => format!("all {members}"),
        _ => format!("at least {least} of {members}"),
    },

    never_open: |node| {
        format!(
            "nobody can ever use this category: [{node}] cannot hold, whatever is answered and whatever papers are brought. Its conditions exclude each other; put them as the source has them, so that they can hold."
        )
    },
    never_open_by_rules: "nobody can ever use this category: the opening rules of the catalog exclude every entity that it admits. Check the opening rules and the condition on the kind of entity here, and correct one of them.",
    never_met: |node| {
        format!(
            "[{node}] can never be met: a question has one answer, and these conditions exclude each other. Put them as the source has them, so that they can hold, perhaps as a choice."
        )
    },
    never_met_here: |node| {
        format!(
            "[{node}] can never be met here: a condition above it, or an opening rule of the catalog, excludes it. Remove it, or correct the condition as the source has it."
        )
    },
    absorbed: |spare, at, kept, kept_at| {
        format!(
            "item {at} of this choice adds nothing: whoever meets [{spare}] already meets item {kept_at}, [{kept}]. Remove item {at}, or add what sets the two apart in the source."
        )
    },
    superfluous: |spare, at, kept, kept_at| {
        format!(
            "item {at} of this list adds nothing: whoever meets item {kept_at}, [{kept}], already meets [{spare}]. Remove item {at}, or add what sets the two apart in the source."
        )
    },
    repeated: |node, kept_at, at| {
        format!(
            "items {kept_at} and {at} say the same: [{node}]. Keep one of them, or correct the other as the source has it."
        )
    },
    same_paper: |paper, kept, kept_at, spare, at| {
        format!(
            "the same paper, {paper}, stands twice in one group: item {kept_at} is [{kept}], item {at} is [{spare}]. Keep item {kept_at} only, or put the other paper that the source means."
        )
    },
    counted_twice: |paper, kept, kept_at, spare, at, shape| {
        format!(
            "one paper, {paper}, counts twice towards {shape}: item {kept_at} is [{kept}] and item {at} is [{spare}]. Make them one item, or put the other paper that the source means."
        )
    },
    supplement_nowhere: |name| {
        format!(
            "the supplement “{name}” leads nowhere: this catalog does not list that category. Add the category; where the source does not list it, see the platform’s own page."
        )
    },
    supplement_meant: |name, path| {
        format!("the supplement “{name}” leads nowhere, while this catalog lists {path}. It should lead there.")
    },
    supplement_itself: |path| {
        format!("the supplement leads back to its own category, {path}. It should lead to another one, or go.")
    },
    supplement_circle: |paths| {
        format!("supplements lead in a circle: {}. Break it where the source does.", paths.join(" → "))
    },
    access_itself: |method| {
        format!(
            "the access method “{method}” wants this category itself to be open as well. It should name another category, or none."
        )
    },
    heading_differs: |heading, found, right| {
        format!("the heading says “{heading}”, but this is {found}. It should be {right}.")
    },
    heading_unmatched: |heading, right| {
        format!("the source says “{heading}”, but no group here is like that. One should be {right}.")
    },
    heading_impossible: |heading| {
        format!("the source says “{heading}”, which asks for more than there is. Correct the heading from the source.")
    },
};
