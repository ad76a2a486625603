//! Trades that a platform does not take: each is told of the group that it stands in, and none is
//! lost.

use leimu::catalog::Catalog;

use super::retold::Told;
use crate::report::Notebook;
use crate::source::Source;

/// What the page says around the groups that is no rule: the heading once more, that it is not
/// binding, as the warning says, and where news is announced.
const ASIDE: [&str; 3] = ["以下行业准入限制", "以上仅供参考，", "，请及时关注审核结果、站内信、公告、社区论坛等"];

/// A group of the page: its name, and what it says.
struct Group {
    name: String,
    line: u32,
    words: String,
}

/// Compares the trades; what the page says around them is told by notes of the head.
pub(super) fn check(catalog: &Catalog, source: &Source, notebook: &mut Notebook) {
    let (around, groups) = groups(source);
    for group in &groups {
        let mut told = Told::default();
        let mut said = Told::default();
        said.add(&group.name);
        said.add(&group.words);
        for one in catalog.forbidden.iter().filter(|one| group.name.starts_with(&*one.group)) {
            for trade in &one.trades {
                told.add(trade);
                for more in said.missing(trade) {
                    notebook.fault(one.line, format!("the source does not say “{more}”: “{trade}”"));
                }
            }
        }
        for words in told.missing(&group.words) {
            notebook.fault(group.line, format!("no trade of {} tells “{words}”", group.name));
        }
        notebook.counts().notes += 1;
    }
    for one in &catalog.forbidden {
        if !groups.iter().any(|group| group.name.starts_with(&*one.group)) {
            notebook.fault(one.line, format!("the source has no group {}", one.group));
        }
    }
    let mut told = Told::default();
    let lines: Vec<u32> = source.forbidden.iter().map(|line| line.line).collect();
    let notes = || catalog.notes.iter().filter(|note| lines.contains(&note.line));
    notes().for_each(|note| told.add(&note.words));
    for words in around.iter().flat_map(|words| told.missing(words)) {
        notebook.fault(lines.first().copied().unwrap_or(1), format!("no note tells “{words}”"));
    }
    let mut said = Told::default();
    said.add("禁止行业所列各项");
    around.iter().for_each(|words| said.add(words));
    for (note, more) in notes().flat_map(|note| said.missing(&note.words).into_iter().map(move |more| (note, more))) {
        notebook.fault(note.line, format!("the source does not say “{more}”: “{}”", note.words));
    }
}

/// The groups of the page, and what stands around them.
fn groups(source: &Source) -> (Vec<String>, Vec<Group>) {
    let mut around = Vec::new();
    let mut groups: Vec<Group> = Vec::new();
    for line in &source.forbidden {
        for words in line.words.lines().map(str::trim).filter(|words| !words.is_empty()) {
            match (words.split_once('：'), groups.last_mut()) {
                (Some((name, words)), _) => {
                    let name = name.replace('它', "他");
                    groups.push(Group { name, line: line.line, words: words.to_owned() });
                }
                (None, Some(group)) if !words.starts_with("以上") => group.words.push_str(words),
                (None, _) => around.push(ASIDE.iter().fold(words.to_owned(), |words, aside| words.replace(aside, ""))),
            }
        }
    }
    (around, groups)
}
