//! Words on papers mostly repeat the paper's name and what it has to cover: marks stand for those.

use super::super::category::Category;
use super::super::registry::Registry;
use super::super::requirement::{Kind, Requirement};

/// Stand in the words on a paper for its name and for the phrases that it has to cover.
pub(super) const MARKS: [&str; 7] = ["\u{1}", "\u{2}", "\u{3}", "\u{4}", "\u{5}", "\u{6}", "\u{7}"];

/// Puts something into words: one thing for another.
pub(super) type Put<'a> = &'a dyn Fn(&str, &str, &str) -> String;

/// Puts marks for names and phrases into the words on papers, or names and phrases for the marks.
pub(super) fn said(category: &mut Category, registry: &Registry, put: Put<'_>) {
    let mut names: Vec<&str> = Vec::new();
    category.requirement.walk(&mut |node| {
        let Kind::Document(asked) = &node.kind else { return };
        let name = registry.document(asked.document.as_str()).map(|known| &*known.name);
        names.extend(name.filter(|name| !names.contains(name)));
    });
    if let Some(words) = &mut category.words {
        let said = names.into_iter().zip(MARKS).fold(words.to_string(), |words, (name, mark)| put(&words, name, mark));
        *words = said.into();
    }
    said_by(&mut category.requirement, registry, put);
}

pub(super) fn said_by(node: &mut Requirement, registry: &Registry, put: Put<'_>) {
    if let (Kind::Document(asked), Some(words)) = (&node.kind, &node.words) {
        let name = registry.document(asked.document.as_str()).map(|known| &*known.name);
        let names = name.into_iter().chain(asked.coverage.phrases().iter().map(|phrase| &**phrase));
        let said = names.zip(MARKS).fold(words.to_string(), |words, (name, mark)| put(&words, name, mark));
        node.words = Some(said.into());
    }
    if let Kind::All(members) | Kind::Any(members) | Kind::AtLeast(_, members) = &mut node.kind {
        members.iter_mut().for_each(|member| said_by(member, registry, put));
    }
}
