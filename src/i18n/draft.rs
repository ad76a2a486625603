//! The words of the page of one draft.

use super::Language;
use crate::draft::Stage;

/// The words for a draft in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct DraftWords {
    pub title: fn(&str) -> String,
    pub all_drafts: &'static str,
    pub unknown: fn(&str) -> String,
    pub use_it: &'static str,
    pub rename: &'static str,
    pub unread: fn(&str) -> String,
    pub undone: &'static str,

    /// How many targets, and the verdicts with their counts.
    pub counts: fn(usize, &[String]) -> String,
    pub count: fn(&str, usize) -> String,
    pub no_targets: &'static str,
    pub gone_catalog: fn(&str) -> String,
    pub gone_category: fn(&str) -> String,
    pub drop: fn(&str) -> String,
    pub dropped: fn(&str) -> String,
    pub find: &'static str,
    pub find_hint: &'static str,
    pub add: fn(&str) -> String,
    pub added: fn(&str) -> String,
    pub none_found: fn(&str) -> String,
    pub nearest: fn(&str) -> String,

    pub papers: &'static str,
    pub papers_hint: &'static str,
    pub no_papers: &'static str,
    pub idle: fn(usize) -> String,
    pub stage: fn(Stage) -> &'static str,
    pub stage_of: fn(&str) -> String,
    pub until_of: fn(&str) -> String,
    pub note: &'static str,
    pub note_of: fn(&str) -> String,
    pub serves: &'static str,
    pub serves_so_many: fn(usize) -> String,
    pub expired: &'static str,
    pub expires_today: &'static str,
    pub expires_in: fn(u32) -> String,
    /// A paper and the stage that it was brought to.
    pub brought: fn(&str, &str) -> String,

    pub least: &'static str,
    pub nothing_left: &'static str,
    pub nothing_known: &'static str,
    pub uncounted: &'static str,
    /// What a paper covers, told of a draft.
    pub covers: fn(&str) -> String,
    pub lacks: fn(&str) -> String,
    pub closed: fn(&str) -> String,
    pub one_of_them: fn(usize) -> String,
    pub open_draft: &'static str,

    pub compare: &'static str,
    pub compare_one: &'static str,
    pub compare_other: &'static str,
    pub compare_go: &'static str,
    pub compared: fn(&str, &str) -> String,
    pub differences: fn(usize) -> String,
    pub no_difference: &'static str,
    pub equal: fn(usize) -> String,
    pub unsaid: &'static str,
    pub does: &'static str,
    pub no_target: &'static str,
    pub no_verdict: &'static str,
}

impl DraftWords {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &DRAFT_ZH,
            Language::English => &DRAFT_EN,
        }
    }
}

/// 中文.
pub const DRAFT_ZH: DraftWords = DraftWords {
    title: |name| format!("草稿：{name}"),
    all_drafts: "全部草稿",
    unknown: |id| format!("这个浏览器里没有编号为“{id}”的草稿。它可能已删除，或者在别的浏览器里。"),
    use_it: "用它查类目",
    rename: "改名",
    unread: |names| format!("这份草稿里有现在认不出的内容，没有算进去，也没有删：{names}"),
    undone: "已撤销。",

    counts: |n, verdicts| match verdicts {
        [] => format!("{n} 个目标类目"),
        verdicts => format!("{n} 个目标类目：{}", verdicts.join("，")),
    },
    count: |verdict, n| format!("{n} 个{verdict}"),
    no_targets: "还没有目标类目。在下面搜索并添加，或者在类目页面点“加入草稿目标”。",
    gone_catalog: |id| format!("现在没有目录 {id}，不能判断。目标保留着，目录回来后会重新判断。"),
    gone_category: |catalog| format!("{catalog} 里现在没有这个类目，不能判断。目标保留着。"),
    drop: |path| format!("移出{path}"),
    dropped: |path| format!("已移出“{path}”。"),
    find: "添加目标类目",
    find_hint: "添加目标：类目名称、拼音或日常说法",
    add: |path| format!("添加{path}"),
    added: |path| format!("已添加“{path}”。"),
    none_found: |text| format!("没有与“{text}”相符、还不是目标的类目。"),
    nearest: |text| format!("没有类目叫“{text}”，最接近的是："),

    papers: "一份资质清单",
    papers_hint: "每份资质只列一次。标为已备齐、已提交或已过审，就是手上已有，结论马上跟着变；改回未开始或准备中，就是还没有。",
    no_papers: "这些目标没有列出资质。",
    idle: |n| format!("现在不用补的 {n} 份"),
    stage: |stage| match stage {
        Stage::NotBegun => "未开始",
        Stage::Preparing => "准备中",
        Stage::Ready => "已备齐",
        Stage::Submitted => "已提交",
        Stage::Approved => "已过审",
        Stage::Unobtainable => "拿不到",
    },
    stage_of: |paper| format!("{paper}的进度"),
    until_of: |paper| format!("{paper}的有效期至"),
    note: "备注",
    note_of: |paper| format!("{paper}的备注"),
    serves: "用于 ",
    serves_so_many: |n| format!("用于 {n} 个目标类目"),
    expired: "已过期，要续期",
    expires_today: "今天到期",
    expires_in: |days| format!("还有 {days} 天到期"),
    brought: |paper, stage| format!("{paper}：{stage}。"),

    least: "还要办的最少资质",
    nothing_left: "没有要补的资质了。",
    nothing_known: "现在没有一起补齐的方案。",
    covers: |phrase| format!("含“{phrase}”"),
    lacks: |phrase| format!("不含“{phrase}”"),
    uncounted: "目标太多，一起补齐的最少组合没有逐一算出。每个目标各自还差什么，见上面的目标类目；资质清单里的“必须补”仍然准确。",
    closed: |names| format!("这些目标现在申请不了，移出之后其余的才能一起补齐：{names}"),
    one_of_them: |n| format!("共 {n} 种最少的补法，任选一种："),
    open_draft: "看这份草稿",

    compare: "对照两份草稿",
    compare_one: "第一份",
    compare_other: "第二份",
    compare_go: "对照",
    compared: |one, other| format!("对照：{one}和{other}"),
    differences: |n| if n == 0 { "两份草稿说的一样。".to_owned() } else { format!("{n} 处不同。") },
    no_difference: "没有不同。",
    equal: |n| format!("相同的 {n} 项"),
    unsaid: "没说",
    does: "有",
    no_target: "不是目标",
    no_verdict: "现在找不到，不能判断",
};

/// English.
pub const DRAFT_EN: DraftWords = DraftWords {
    title: |name| format!("Draft: {name}"),
    all_drafts: "All drafts",
    unknown: |id| {
        format!("There is no draft “{id}” in this browser. It may have been deleted, or be in another browser.")
    },
    use_it: "Use it in the checker",
    rename: "Rename",
    unread: |names| format!("Some of this draft is not known here. It does not count, and it was not deleted: {names}"),
    undone: "Undone.",

    counts: |n, verdicts| {
        let targets = if n == 1 { "1 target".to_owned() } else { format!("{n} targets") };
        match verdicts {
            [] => targets,
            verdicts => format!("{targets}: {}", verdicts.join(", ")),
        }
    },
    count: |verdict, n| format!("{n} × {verdict}"),
    no_targets: "No target yet. Search below and add one, or press “Add to draft” on the page of a category.",
    gone_catalog: |id| {
        format!("There is no catalog {id} now, so there is no verdict. The target is kept until the catalog is back.")
    },
    gone_category: |catalog| {
        format!("{catalog} does not have this category now, so there is no verdict. The target is kept.")
    },
    drop: |path| format!("Take out {path}"),
    dropped: |path| format!("“{path}” was taken out."),
    find: "Add a target",
    find_hint: "Add a target: name, pinyin or everyday words",
    add: |path| format!("Add {path}"),
    added: |path| format!("“{path}” was added."),
    none_found: |text| format!("No category that is not a target yet goes with “{text}”."),
    nearest: |text| format!("No category is called “{text}”; these come nearest:"),

    papers: "One list of papers",
    papers_hint: "Each paper stands here once. Ready, submitted or approved means that it is at hand, and the verdicts follow at once; not begun or being prepared means that it is not.",
    no_papers: "These targets list no paper.",
    idle: |n| format!("{n} not needed now"),
    stage: |stage| match stage {
        Stage::NotBegun => "Not begun",
        Stage::Preparing => "Being prepared",
        Stage::Ready => "Ready",
        Stage::Submitted => "Submitted",
        Stage::Approved => "Approved",
        Stage::Unobtainable => "Cannot be had",
    },
    stage_of: |paper| format!("Progress of {paper}"),
    until_of: |paper| format!("Last day of {paper}"),
    note: "Note",
    note_of: |paper| format!("Note on {paper}"),
    serves: "for ",
    serves_so_many: |n| format!("for {n} targets"),
    expired: "expired, to be renewed",
    expires_today: "expires today",
    expires_in: |days| if days == 1 { "expires tomorrow".to_owned() } else { format!("expires in {days} days") },
    brought: |paper, stage| format!("{paper}: {stage}."),

    least: "Fewest papers still to get",
    nothing_left: "No paper is missing any more.",
    nothing_known: "There is no way now to complete all of them.",
    covers: |phrase| format!("covers “{phrase}”"),
    lacks: |phrase| format!("does not cover “{phrase}”"),
    uncounted: "There are too many targets to work out the fewest papers for all of them together. What each one lacks by itself stands with the targets above; “needed” in the list of papers still holds.",
    closed: |names| format!("These targets cannot be had now; without them the others can be completed: {names}"),
    one_of_them: |n| format!("{n} ways take the fewest; any one will do:"),
    open_draft: "See this draft",

    compare: "Compare two drafts",
    compare_one: "First",
    compare_other: "Second",
    compare_go: "Compare",
    compared: |one, other| format!("{one} and {other}, compared"),
    differences: |n| match n {
        0 => "Both drafts say the same.".to_owned(),
        1 => "1 difference.".to_owned(),
        n => format!("{n} differences."),
    },
    no_difference: "No difference.",
    equal: |n| format!("{n} the same"),
    unsaid: "not said",
    does: "yes",
    no_target: "no target",
    no_verdict: "not found now, so there is no verdict",
};
