//! What is said of a wording that was read: what could not be read, and what each part is for.

use super::Language;

/// The words for readings in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct Readings {
    pub unread: fn(&str) -> String,
    pub unknown_paper: fn(&str) -> String,
    pub unknown_applicant: fn(&str) -> String,
    /// The heading, how many it says, how many there are.
    pub count: fn(&str, usize, usize) -> String,
    pub mixed: fn(&str) -> String,
    pub alternatives: fn(&str) -> String,
    pub list_of_all: fn(&str) -> String,
    pub list_of_branches: fn(&str) -> String,

    /// What a requirement says of how it was read, where no catalog of the program says the same.
    pub read_as_any: &'static str,
    pub read_as_companies: &'static str,
    /// Ends with the question.
    pub read_as_answer: fn(&str) -> String,

    /// A question for an applicant whom no other question is about, and its two answers.
    pub asks: fn(&str) -> String,
    pub is: fn(&str) -> String,
    pub is_not: fn(&str) -> String,

    pub marker: &'static str,
    pub heading: &'static str,
    pub connective: &'static str,
    pub filler: &'static str,
    pub name: &'static str,
    pub coverage: &'static str,
    pub copies: &'static str,
    pub holder: &'static str,
    pub issuer: &'static str,
    pub applicant: &'static str,
    pub channel: &'static str,
    pub note: &'static str,
    pub space: &'static str,
    pub not_read: &'static str,
}

impl Readings {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &READINGS_ZH,
            Language::English => &READINGS_EN,
        }
    }
}

/// 中文.
pub const READINGS_ZH: Readings = Readings {
    unread: |words| format!("没有读懂“{words}”：它没有算进要求里，请改写，或手工补上。"),
    unknown_paper: |name| {
        format!("资料库里没有{name}：按一份单独的资质处理。如果它是某份资质的别名，请换成资料库里的名称。")
    },
    unknown_applicant: |who| format!("资料库里没有关于“{who}”的问题：按一个单独的问题处理，请回答申请人是不是。"),
    count: |heading, said, found| {
        format!(
            "标题“{heading}”说有 {said} 项，下面却有 {found} 项：按列出的 {found} 项处理，请对照原文，看有没有漏贴或多贴。"
        )
    },
    mixed: |words| {
        format!("“{words}”里“或”与“及”“、”混写，没有说明先后：按先“及”后“或”处理。原意不同的，请分项写明几选几。")
    },
    alternatives: |words| {
        format!("“{words}”用“、”隔开，最后一项之前写“或”：按任选其一处理。前面几项要同时提供的，请分项写明。")
    },
    list_of_all: |words| {
        format!("“{words}”分项列出，没有写明选几项：按全部提供处理。只要其中几项的，请在前面写上“几选几”。")
    },
    list_of_branches: |words| {
        format!(
            "“{words}”每一项写给不同的申请人，没有写明选几项：按适用的那一项处理。都要提供的，请在前面写上“同时提供”。"
        )
    },

    read_as_any: "用“、”隔开，最后一项之前写“或”。这里按任选其一处理；也可以读作前面几项同时提供。",
    read_as_companies: "没有另外写个体工商户：个体工商户也按企业处理。",
    read_as_answer: |question| format!("资料库里有同样的回答，按它的问题处理：{question}"),

    asks: |who| format!("申请人是否属于：{who}？"),
    is: |who| format!("是{who}"),
    is_not: |who| format!("不是{who}"),

    marker: "序号",
    heading: "几选几",
    connective: "连接词",
    filler: "辅助词",
    name: "资质名称",
    coverage: "经营范围",
    copies: "份数",
    holder: "谁的资质",
    issuer: "发证机关",
    applicant: "适用对象",
    channel: "申请渠道",
    note: "备注",
    space: "空白",
    not_read: "没有读懂",
};

/// English. Words of the wording stay as they are.
pub const READINGS_EN: Readings = Readings {
    unread: |words| {
        format!(
            "“{words}” was not understood and is not part of the requirement. Put it in other words, or add it by hand."
        )
    },
    unknown_paper: |name| {
        format!(
            "{name} is not in the registry and is taken for a paper of its own. If it is another name of a paper, use the name that the registry has."
        )
    },
    unknown_applicant: |who| {
        format!(
            "No question of the registry is about “{who}”, so it is a question of its own: say whether the applicant is."
        )
    },
    count: |heading, said, found| {
        format!(
            "The heading “{heading}” speaks of {said} items, but {found} follow and are what is asked. Compare with the source: one may be missing, or one too many."
        )
    },
    mixed: |words| {
        format!(
            "“{words}” has both 或 (or) and 及 or 、 (and), and nothing says which comes first; read as “and” first, then “or”. If that is not meant, write it as a list that says how many are needed."
        )
    },
    alternatives: |words| {
        format!(
            "“{words}” is a list with 或 (or) before its last item, read as any one of them. If the first ones are needed together, write that as a list of its own."
        )
    },
    list_of_all: |words| {
        format!(
            "“{words}” is a list that does not say how many are needed; read as all of them. If some are enough, say in a heading how many."
        )
    },
    list_of_branches: |words| {
        format!(
            "“{words}” is a list with each item for other applicants that does not say how many are needed; read as the item that applies. If all are needed, say so in a heading: 同时提供."
        )
    },

    read_as_any: "A list with “、” between its items and “或” (or) before the last: read as any one of them; it can also be read as the first ones together.",
    read_as_companies: "Sole traders are not named separately: they count as companies here.",
    read_as_answer: |question| {
        format!("The registry has this very answer, so it is read as one to its question: {question}")
    },

    asks: |who| format!("Is the applicant one of these: {who}?"),
    is: |who| format!("Yes: {who}"),
    is_not: |who| format!("No, not: {who}"),

    marker: "number of the item",
    heading: "how many are needed",
    connective: "joining word",
    filler: "auxiliary word",
    name: "name of a paper",
    coverage: "what it covers",
    copies: "number of copies",
    holder: "whose paper",
    issuer: "issuer",
    applicant: "applicant",
    channel: "channel",
    note: "remark",
    space: "white space",
    not_read: "not understood",
};
