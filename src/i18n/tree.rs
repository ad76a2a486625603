//! What is said inside of a requirement: how far each part of it is met.

use super::Language;

/// The words of a requirement in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct Branches {
    pub both: &'static str,
    /// How many members there are.
    pub all_of: fn(usize) -> String,
    /// How many members are met, and how many papers are missing.
    pub so_far: fn(usize, usize) -> String,
    pub left: fn(usize) -> String,
    pub confirm: &'static str,
    pub impossible: &'static str,
    pub nearest: &'static str,
    pub applies: &'static str,
    pub applies_not: &'static str,
    pub applies_perhaps: &'static str,
}

impl Branches {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &BRANCHES_ZH,
            Language::English => &BRANCHES_EN,
        }
    }
}

/// 中文.
pub const BRANCHES_ZH: Branches = Branches {
    both: "且",
    all_of: |n| format!("全部提供 · 共 {n} 项"),
    so_far: |met, left| format!("已有 {met} 项，还差 {left} 份资质"),
    left: |n| format!("还差 {n} 份资质"),
    confirm: "确认即可",
    impossible: "达不到",
    nearest: "最近",
    applies: "适用",
    applies_not: "不适用",
    applies_perhaps: "还没回答",
};

/// English.
pub const BRANCHES_EN: Branches = Branches {
    both: "and",
    all_of: |n| format!("All of these · {n}"),
    so_far: |met, left| match left {
        1 => format!("{met} met, one paper to get"),
        left => format!("{met} met, {left} papers to get"),
    },
    left: |n| match n {
        1 => "one paper to get".to_owned(),
        n => format!("{n} papers to get"),
    },
    confirm: "to be confirmed",
    impossible: "not possible",
    nearest: "Nearest",
    applies: "applies",
    applies_not: "does not apply",
    applies_perhaps: "not answered yet",
};
