//! What is said while questions are asked one at a time, and why each of them is asked.

use super::Language;

/// The words for the questions in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct Guide {
    pub step_by_step: &'static str,
    pub lead: &'static str,
    pub go_on: &'static str,
    pub skip: &'static str,
    pub back: &'static str,
    pub to_list: &'static str,
    pub choose_first: &'static str,
    pub questions_left: fn(usize) -> String,
    /// Where there are too many to be counted down.
    pub questions_many: &'static str,
    pub papers_left: fn(usize) -> String,
    pub none_left: &'static str,
    pub settled: fn(usize, usize) -> String,
    pub all_settled: fn(usize) -> String,

    pub has_paper: fn(&str) -> String,
    pub have: &'static str,
    pub have_not: &'static str,
    pub cannot: &'static str,
    pub covers: fn(&str, &str) -> String,

    pub why: &'static str,
    /// How many categories, and some of their names.
    pub touches_some: fn(usize, &str) -> String,
    /// The fewest and the most categories that an answer settles.
    pub settles: fn(usize, usize) -> String,
    pub by_subject: &'static str,
    /// How many categories the paper opens, and some of their names.
    pub opens: fn(usize, &str) -> String,
    pub nearer: fn(usize, &str) -> String,
    pub touches_nothing: &'static str,
    pub more_categories: fn(usize) -> String,

    pub now: &'static str,
    pub your_answers: &'static str,
    pub change: &'static str,
    pub change_answer: fn(&str) -> String,

    pub result: &'static str,
    pub open_now: &'static str,
    pub nearest: &'static str,
    pub none_open: &'static str,
    pub passed: fn(usize) -> String,
    pub still_open: fn(usize) -> String,
    pub all_categories: fn(usize) -> String,
    pub more_rows: fn(usize) -> String,
}

impl Guide {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &GUIDE_ZH,
            Language::English => &GUIDE_EN,
        }
    }
}

/// 中文.
pub const GUIDE_ZH: Guide = Guide {
    step_by_step: "一步一步来",
    lead: "一次一个问题，最能定下结论的先问。回答和查类目的表单是同一份，可以随时离开，回来接着答。",
    go_on: "继续",
    skip: "不确定，先跳过",
    back: "上一步",
    to_list: "回到类目列表",
    choose_first: "请选一个回答。不确定的，可以先跳过。",
    questions_left: |n| format!("还有最多 {n} 个问题"),
    questions_many: "答几个算几个，随时可以停",
    papers_left: |n| format!("问题问完了，再问最多 {n} 份最有用的资质"),
    none_left: "没有要问的了",
    settled: |settled, total| format!("已能确定 {settled}/{total} 个类目"),
    all_settled: |total| format!("{total} 个类目都能确定了"),

    has_paper: |paper| format!("有没有{paper}？"),
    have: "有",
    have_not: "没有，可以办",
    cannot: "办不到",
    covers: |paper, phrase| format!("{paper}是否含“{phrase}”？"),

    why: "为什么问",
    touches_some: |n, some| format!("影响 {n} 个类目，如{some}。"),
    settles: |least, most| match (least, most) {
        (_, 0) => "要和别的问题一起，才能定下其中的类目。".to_owned(),
        (0, most) => format!("有的回答能定下 {most} 个类目。"),
        (least, most) if least == most => format!("无论怎么回答，都能定下 {most} 个类目。"),
        (least, most) => format!("无论怎么回答，都能定下至少 {least} 个类目，最多 {most} 个。"),
    },
    by_subject: "有些接口和直播接入方式只对一部分主体开放。",
    opens: |n, some| format!("有了它，能多开 {n} 个类目，如{some}。"),
    nearer: |n, some| format!("有 {n} 个类目用得上它，如{some}，但还要别的资质。"),
    touches_nothing: "它现在不影响任何类目。",
    more_categories: |n| format!("另外 {n} 个类目"),

    now: "现在的结论",
    your_answers: "你的回答",
    change: "改",
    change_answer: |question| format!("改：{question}"),

    result: "问完了",
    open_now: "现在就能申请",
    nearest: "差得最少",
    none_open: "现在还没有能直接申请的类目。",
    passed: |n| format!("回答跳过的 {n} 个问题"),
    still_open: |n| format!("接着回答（最多 {n} 个问题）"),
    all_categories: |n| format!("看全部 {n} 个类目"),
    more_rows: |n| format!("另外 {n} 个"),
};

/// English.
pub const GUIDE_EN: Guide = Guide {
    step_by_step: "Step by step",
    lead: "One question at a time, the one that settles most first. The answers are those of the checker's form: leave whenever you like, and go on from here.",
    go_on: "Continue",
    skip: "Not sure, skip it",
    back: "Back",
    to_list: "Back to the list",
    choose_first: "Choose an answer, or skip the question if you are not sure.",
    questions_left: |n| match n {
        1 => "At most one question left".to_owned(),
        n => format!("At most {n} questions left"),
    },
    questions_many: "Answer as many as you like: each counts at once",
    papers_left: |n| match n {
        1 => "No questions left; one paper is worth asking about".to_owned(),
        n => format!("No questions left; at most {n} papers are worth asking about"),
    },
    none_left: "Nothing left to ask",
    settled: |settled, total| format!("{settled} of {total} categories are settled"),
    all_settled: |total| format!("All {total} categories are settled"),

    has_paper: |paper| format!("Do you have this paper: {paper}?"),
    have: "Yes",
    have_not: "No, but we can get it",
    cannot: "No, and we cannot get it",
    covers: |paper, phrase| format!("{paper}: does it cover “{phrase}”?"),

    why: "Why we ask",
    touches_some: |n, some| match n {
        1 => format!("It affects one category: {some}."),
        n => format!("It affects {n} categories, such as {some}."),
    },
    settles: |least, most| match (least, most) {
        (_, 0) => "It takes answers to other questions as well to settle them.".to_owned(),
        (0, most) => format!("Some answer settles {most} of them."),
        (least, most) if least == most => format!("Any answer settles {most} of them."),
        (least, most) => format!("Any answer settles at least {least} of them, and at most {most}."),
    },
    by_subject: "Some interfaces and ways to stream live are only for some kinds of applicant.",
    opens: |n, some| match n {
        1 => format!("With it, one more category is open: {some}."),
        n => format!("With it, {n} more categories are open, such as {some}."),
    },
    nearer: |n, some| match n {
        1 => format!("One category has a use for it, {some}, together with other papers."),
        n => format!("{n} categories have a use for it, such as {some}, together with other papers."),
    },
    touches_nothing: "It affects no category at the moment.",
    more_categories: |n| format!("{n} more categories"),

    now: "As things stand",
    your_answers: "Your answers",
    change: "Change",
    change_answer: |question| format!("Change: {question}"),

    result: "No more questions",
    open_now: "Open to you now",
    nearest: "Nearest",
    none_open: "No category is open to you as things stand.",
    passed: |n| match n {
        1 => "Answer the question that you skipped".to_owned(),
        n => format!("Answer the {n} questions that you skipped"),
    },
    still_open: |n| match n {
        1 => "Go on (at most one question)".to_owned(),
        n => format!("Go on (at most {n} questions)"),
    },
    all_categories: |n| format!("See all {n} categories"),
    more_rows: |n| format!("{n} more"),
};
