//! Words on papers mostly repeat the paper's name and what it has to cover: marks stand for those.

use super::super::category::Category;
use super::super::registry::Registry;
use super::super::requirement::{Kind, Requirement};

/// Stand in the words on a paper for its name and for the phrases that it has to cover.
pub(super) const MARKS: [&str; 7] = ["\u{1}", "\u{2}", "\u{3}", "\u{4}", "\u{5}", "\u{6}", "\u{7}"];

/// Words in which the names have given way to marks, or the marks to names; none where that changes
/// nothing.
pub(super) type Put<'a> = &'a dyn Fn(&str, &[&str]) -> Option<String>;

/// Puts a mark for each of the names, the first mark for the first of them.
pub(super) fn marked(words: &str, names: &[&str]) -> Option<String> {
    Some(names.iter().zip(MARKS).fold(words.to_owned(), |words, (name, mark)| words.replace(name, mark)))
}

/// Puts the names where their marks stand. Most words have none.
pub(super) fn named(words: &str, names: &[&str]) -> Option<String> {
    let mark = |letter: u8| usize::from(letter).checked_sub(1).filter(|&at| at < MARKS.len());
    words.bytes().find_map(mark)?;
    let mut named = String::with_capacity(words.len().saturating_mul(2));
    // Marks are ASCII, so between them stand whole letters.
    for part in words.split_inclusive(|letter: char| u8::try_from(letter).is_ok_and(|letter| mark(letter).is_some())) {
        let name = part.bytes().last().and_then(mark).and_then(|at| names.get(at));
        match name {
            Some(name) => {
                named.push_str(part.get(..part.len().saturating_sub(1)).unwrap_or_default());
                named.push_str(name);
            }
            None => named.push_str(part),
        }
    }
    Some(named)
}

/// Puts marks for names and phrases into the words on papers, or names and phrases for the marks.
pub(super) fn said(category: &mut Category, registry: &Registry, put: Put<'_>) {
    let mut names: Vec<&str> = Vec::new();
    category.requirement.walk(&mut |node| {
        let Kind::Document(asked) = &node.kind else { return };
        let name = registry.document(asked.document.as_str()).map(|known| &*known.name);
        names.extend(name.filter(|name| !names.contains(name)));
    });
    if let Some(said) = category.words.as_ref().and_then(|words| put(words, &names)) {
        category.words = Some(said.into());
    }
    said_by(&mut category.requirement, registry, put);
}

pub(super) fn said_by(node: &mut Requirement, registry: &Registry, put: Put<'_>) {
    if let (Kind::Document(asked), Some(words)) = (&node.kind, &node.words) {
        let name = registry.document(asked.document.as_str()).map(|known| &*known.name);
        let names = name.into_iter().chain(asked.coverage.phrases().iter().map(|phrase| &**phrase));
        let names: Vec<&str> = names.collect();
        if let Some(said) = put(words, &names) {
            node.words = Some(said.into());
        }
    }
    if let Kind::All(members) | Kind::Any(members) | Kind::AtLeast(_, members) = &mut node.kind {
        members.iter_mut().for_each(|member| said_by(member, registry, put));
    }
}
