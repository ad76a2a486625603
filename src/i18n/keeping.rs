//! What is said of keeping drafts: where they are, what happened to them, how they come and go.

use super::Language;

/// The words for keeping drafts in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct Keeping {
    pub other_version: fn(&str) -> String,
    pub version_of_file: fn(&str) -> String,
    pub copy_of: fn(&str) -> String,
    pub removed: fn(&str) -> String,
    /// The draft, and the other version of it.
    pub split: fn(&str, &str) -> String,
    pub aside: fn(&str) -> String,
    pub withdrawn: fn(&str) -> String,
    pub keep_again: &'static str,
    pub close: &'static str,
    pub newer_page: &'static str,
    pub renew: &'static str,

    pub copy: &'static str,
    pub export_all: &'static str,
    pub import: &'static str,
    pub import_hint: &'static str,
    pub import_file: &'static str,
    pub import_again: &'static str,
    /// How many there were already.
    pub imported_known: fn(usize) -> String,
    /// The file, and the names of what it added.
    pub imported: fn(&str, &str) -> String,
    /// The file, and how many faults it has.
    pub refused: fn(&str, usize) -> String,
    /// The file, and why.
    pub not_read: fn(&str, &str) -> String,
    /// Which draft of the file, on which line, and what is wrong with it.
    pub fault: fn(usize, usize, &str) -> String,
    pub newer: fn(u32) -> String,
    pub no_drafts: fn(&str) -> String,
    pub bad_id: fn(&str) -> String,
    pub more_targets: fn(usize) -> String,
    pub file_of_drafts: &'static str,
    pub find_draft: &'static str,
    pub more_drafts: fn(usize) -> String,

    pub moved: fn(usize) -> String,
    pub moved_gone: &'static str,
    pub moved_unknown: fn(&str) -> String,
    pub settle_moved: &'static str,

    pub reminders: &'static str,
    pub reminders_hint: &'static str,
    pub days_before: &'static str,
    pub days: fn(u32) -> String,
    pub save_calendar: &'static str,
    pub calendar: fn(&str) -> String,
    pub ends: fn(&str) -> String,
    pub ends_for: fn(&str) -> String,
    pub ends_for_none: &'static str,
}

impl Keeping {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &KEEPING_ZH,
            Language::English => &KEEPING_EN,
        }
    }
}

/// 中文.
pub const KEEPING_ZH: Keeping = Keeping {
    version_of_file: |name| format!("{name}（文件里的版本）"),
    copy_of: |name| format!("{name}（副本）"),
    other_version: |name| format!("{name}（另一标签页的版本）"),
    split: |draft, copy| format!("“{draft}”在两个标签页里改成了不同的内容。后改的留在草稿里，另一版存成了“{copy}”。"),
    aside: |draft| format!("另一标签页用更新的版本改写了这份草稿，它原样保留。这里的内容已另存为“{draft}”。"),
    withdrawn: |names| {
        format!("另一标签页清除了保存的草稿。这里还开着的没有丢，但只在本页里：{names}。再改动时会重新保存。")
    },
    keep_again: "现在重新保存",
    close: "知道了",
    newer_page: "有新版本。更新会重新打开本页，草稿都还在。",
    renew: "更新",

    removed: |names| format!("已移除：{names}。"),
    copy: "复制",
    export_all: "全部存成文件",
    import: "读入草稿文件",
    import_hint: "选一个从这里存出的 JSON 文件，或把它拖进来。已有的草稿不会被改动：内容不同的，会另存在旁边。",
    import_file: "草稿文件",
    import_again: "撤销读入",
    imported_known: |many| format!("{many} 份与已有的草稿相同，没有变化。"),
    imported: |file, names| format!("已从“{file}”读入：{names}。"),
    refused: |file, faults| format!("没有读入“{file}”：{faults} 处有问题。已有的草稿都没有变。"),
    not_read: |file, why| format!("没有读入“{file}”：{why}。已有的草稿都没有变。"),
    fault: |number, line, what| format!("第 {number} 份草稿（第 {line} 行）：{what}"),
    newer: |schema| format!("由更新的版本写成（格式 {schema}）。刷新页面后再试"),
    no_drafts: |detail| format!("内容不是草稿：{detail}"),
    bad_id: |id| format!("编号“{id}”不能用：只能是字母、数字和 -"),
    more_targets: |many| format!("还有 {many} 个"),
    file_of_drafts: "草稿",
    find_draft: "按名称找草稿",
    more_drafts: |left| format!("再显示一些（还有 {left} 份）"),

    moved: |many| format!("数据更新了，{many} 个目标和上次看到的不一样："),
    moved_gone: "新数据里没有这个类目了，目标仍然保留",
    moved_unknown: |catalogs| format!("{catalogs}的数据更新了，但没有留下原来的数据，无法比较。"),
    settle_moved: "看过了，按新数据算",

    reminders: "到期提醒",
    reminders_hint: "存成日历文件，导入手机或电脑的日历：每份填了有效期的资质是一个全天日程，到期前提醒。再次导入会更新原来的日程。",
    days_before: "提前",
    days: |days| format!("{days} 天"),
    save_calendar: "存成日历文件",
    calendar: |draft| format!("资质到期：{draft}"),
    ends: |paper| format!("{paper}到期"),
    ends_for: |targets| format!("用于：{targets}"),
    ends_for_none: "目标类目里没有要求这份资质的。",
};

/// English.
pub const KEEPING_EN: Keeping = Keeping {
    version_of_file: |name| format!("{name} (version of the file)"),
    copy_of: |name| format!("{name} (copy)"),
    other_version: |name| format!("{name} (version of another tab)"),
    split: |draft, copy| {
        format!(
            "“{draft}” was changed in two tabs, to different things. The later change is in the draft; the other version was saved as “{copy}”."
        )
    },
    aside: |draft| {
        format!(
            "A newer version of this page has rewritten the draft in another tab, where it stays as it is. What you have here goes on as “{draft}”."
        )
    },
    withdrawn: |names| {
        format!(
            "Another tab has cleared the stored drafts. Those open here are not lost, but only this page has them: {names}. Changing one stores it again."
        )
    },
    keep_again: "Store them again now",
    close: "Close",
    newer_page: "New version. Updating opens this page anew; your drafts stay.",
    renew: "Update",

    removed: |names| format!("Removed: {names}."),
    copy: "Copy",
    export_all: "Save all as a file",
    import: "Read a file of drafts",
    import_hint: "Choose a JSON file that was saved here, or drop it. Your drafts are not touched: one with other content opens beside yours.",
    import_file: "File of drafts",
    import_again: "Undo",
    imported_known: |many| {
        if many == 1 {
            "One is the same as a draft of yours.".to_owned()
        } else {
            format!("{many} are the same as drafts of yours.")
        }
    },
    imported: |file, names| format!("Read from “{file}”: {names}."),
    refused: |file, faults| {
        let many = if faults == 1 { "one fault".to_owned() } else { format!("{faults} faults") };
        format!("“{file}” was not read: {many}. Your drafts have not changed.")
    },
    not_read: |file, why| format!("“{file}” was not read: {why}. Your drafts have not changed."),
    fault: |number, line, what| format!("Draft {number} (line {line}): {what}"),
    newer: |schema| format!("written by a newer version (format {schema}). Reload the page and try again"),
    no_drafts: |detail| format!("not a draft: {detail}"),
    bad_id: |id| format!("the id “{id}” cannot be used: only letters, digits and -"),
    more_targets: |many| format!("{many} more"),
    file_of_drafts: "drafts",
    find_draft: "Find a draft by its name",
    more_drafts: |left| format!("Show more ({left} left)"),

    moved: |many| {
        if many == 1 {
            "The data is newer, and one target is not what it was:".to_owned()
        } else {
            format!("The data is newer, and {many} targets are not what they were:")
        }
    },
    moved_gone: "not in the newer data; the target stays in the draft",
    moved_unknown: |catalogs| {
        format!("The data of {catalogs} is newer. That from before was not kept, so they cannot be compared.")
    },
    settle_moved: "Seen; go on with the newer data",

    reminders: "Remind me of last days",
    reminders_hint: "Save a calendar file and open it with the calendar of your phone or computer: a whole-day event for each paper with a last day, with an alarm before it. Opening a later file updates the events.",
    days_before: "Before the last day",
    days: |days| format!("{days} days"),
    save_calendar: "Save a calendar file",
    calendar: |draft| format!("Last days of papers: {draft}"),
    ends: |paper| format!("Last day: {paper}"),
    ends_for: |targets| format!("For {targets}"),
    ends_for_none: "None of the target categories asks for it.",
};
