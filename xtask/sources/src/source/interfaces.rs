//! The page on what categories open today: live streaming and the location interfaces. One page
//! for the platforms whose catalogs the reader wrote.

use super::{Line, ReadError, Unread};

/// The name of the page's file.
pub(crate) const FILE: &str = "capabilities.md";

/// The page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// What is said of each interface, in each line of its own.
    pub(crate) opened: Vec<Opened>,
    /// What else is said of a platform.
    pub(crate) limits: Vec<Line>,
}

/// Categories that open an interface.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The line of the page.
    pub(crate) line: u32,
    /// The platform, as catalogs name it.
    pub(crate) platform: &'static str,
    /// The interface, as catalogs name it.
    pub(crate) method: &'static str,
    /// The categories.
    pub(crate) names: Vec<Named>,
    /// A government account opens it without any category.
    pub(crate) by_government: bool,
}

/// A first level, and the categories of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) first: String,
    /// The second level; all of it, where none is named.
    pub(crate) names: Vec<String>,
    /// How many there are, where the page says so in place of names.
    pub(crate) count: Option<usize>,
}

/// The sections of the page.
const SECTIONS: [(&str, &str, &str); 5] = [
    ("## live-player / live-pusher (标准直播)", "wechat", "live-player"),
    ("## Live plugin (小程序·云直播插件, no live-player needed)", "wechat", "live-plugin"),
    ("## Location", "wechat", ""),
    ("## Baidu live-player", "baidu", "live-player"),
    ("## Limits worth showing", "", ""),
];

/// The interfaces that stand in the lines of a section.
const LOCATION: [(&str, &str); 3] = [
    ("- `wx.getLocation`: ", "get-location"),
    ("- `wx.startLocationUpdate`: ", "start-location-update"),
    ("- `wx.startLocationUpdateBackground`: ", "start-location-update-background"),
];

/// Lines that open nothing: the title, whom all of it is for, and what changed since a list that
/// has a catalog of its own.
const BESIDE: [&str; 5] = [
    "# What a category opens",
    "Subjects: domestic, not personal.",
    "Against the list of 2022:",
    "| first level |",
    "| --- |",
];

/// The account that opens interfaces by itself.
const GOVERNMENT: &str = "政府主体账号";

impl Page {
    /// Reads the page.
    ///
    /// # Errors
    /// The first line that is not understood.
    pub(crate) fn read(text: &str) -> Result<Self, ReadError> {
        let mut page = Self::default();
        let mut section = ("", "");
        for (line, text) in (1..).zip(text.lines()) {
            page.line(line, text.trim(), &mut section).map_err(|(line, fault)| ReadError {
                file: FILE.into(),
                line,
                fault,
            })?;
        }
        Ok(page)
    }

    fn line(&mut self, line: u32, text: &str, section: &mut (&'static str, &'static str)) -> Result<(), Unread> {
        let stray = || (line, format!("this line is not understood: “{text}”"));
        if text.is_empty() || BESIDE.iter().any(|beside| text.starts_with(beside)) {
            return Ok(());
        }
        if let Some((_, platform, method)) = SECTIONS.iter().find(|(heading, ..)| *heading == text) {
            *section = (platform, method);
            return Ok(());
        }
        let (platform, mut method) = *section;
        let names = if let Some(cells) = text.strip_prefix("| ") {
            let cells: Vec<&str> = cells.split(" | ").collect();
            match cells[..] {
                ["—", names, _] => each(names).into_iter().map(|name| named(&name)).collect(),
                [first, names, _] => vec![Named { first: first.into(), names: each(names), count: None }],
                _ => return Err(stray()),
            }
        } else if let Some((start, of)) = LOCATION.iter().find(|(start, _)| text.starts_with(start)) {
            method = of;
            let names = text.trim_start_matches(start).trim_end_matches('.');
            each(names).iter().map(|name| named(name)).collect()
        } else if method == "live-plugin" && text.starts_with("电商平台-") {
            let (names, _) = text.split_once(". ").ok_or_else(stray)?;
            names.split("; ").map(named).collect()
        } else if platform == "baidu" {
            let names = text.strip_suffix(" only.").ok_or_else(stray)?;
            each(names).iter().map(|name| named(name)).collect()
        } else {
            let said = Line { line, words: text.to_owned(), links: Vec::new() };
            self.limits.push(said);
            return if platform.is_empty() || text.starts_with("WeChat's own ") { Ok(()) } else { Err(stray()) };
        };
        let names: Vec<Named> = names;
        let by_government = names.iter().any(|name| name.first == GOVERNMENT);
        let names = names.into_iter().filter(|name| name.first != GOVERNMENT).collect();
        self.opened.push(Opened { line, platform, method, names, by_government });
        Ok(())
    }
}

/// The parts of a list; a comma inside of brackets is no end.
fn each(list: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_u32;
    for c in list.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match (c, parts.last_mut()) {
            (',', _) if depth == 0 => parts.push(String::new()),
            (c, Some(last)) => last.push(c),
            _ => {}
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

/// 甲-乙, 甲: 乙, 丙 or 甲 (乙, 丙) or 甲 (12).
fn named(text: &str) -> Named {
    let text = text.trim();
    let (first, rest) = match (text.split_once(" ("), text.split_once(": "), text.split_once('-')) {
        (Some((first, rest)), ..) => (first, rest.trim_end_matches(')')),
        (_, Some((first, rest)), _) | (_, _, Some((first, rest))) => (first, rest),
        _ => (text, ""),
    };
    let count = rest.trim_end_matches(" 行").trim_end_matches(" rows").parse().ok();
    let names = if rest.is_empty() || count.is_some() { Vec::new() } else { each(rest) };
    Named { first: first.to_owned(), names, count }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_for_a_level_or_for_some_of_it() {
        let is = |text: &str, first: &str, names: &[&str], count: Option<usize>| {
            let names = names.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(named(text), Named { first: first.into(), names, count }, "{text}");
        };
        is("电商平台", "电商平台", &[], None);
        is("娱乐-直播", "娱乐", &["直播"], None);
        is("教育: 驾校平台, 驾校培训", "教育", &["驾校平台", "驾校培训"], None);
        is("物流服务 (收件/派件, 查件)", "物流服务", &["收件/派件", "查件"], None);
        is("医疗服务 (12 行)", "医疗服务", &[], Some(12));
        is("物流服务 (6)", "物流服务", &[], Some(6));
    }

    #[test]
    fn a_line_that_nobody_understands_stops_the_reader() {
        let page = "# What a category opens\n## Location\n- `wx.other`: 工具\n";
        assert_eq!(
            Page::read(page).unwrap_err().to_string(),
            "capabilities.md:3: this line is not understood: “- `wx.other`: 工具”"
        );
    }
}
