//! One category against its section: scope, scene, access, links, and the parts with a file of
//! their own.

use leimu::catalog::{Access, Category};

use super::{Place, interfaces, notes, requirement};
use crate::normal;
use crate::report::Notebook;
use crate::source::{AccessSentence, Line, Link};

/// Checks the category.
pub(super) fn check(place: Place<'_>, category: &Category, notebook: &mut Notebook) {
    let line = place.section.line;
    cell("类目适用范围", place.section.scope.as_ref(), category.scope.as_deref(), line, notebook);
    cell("小程序直播场景", place.section.scene.as_ref(), category.scene.as_deref(), line, notebook);
    notes::check(place, category, notebook);
    access(place, category, notebook);
    let found: Vec<(&str, u32)> = category.links.iter().map(|link| (&*link.address, link.line)).collect();
    links(&place.section.links, &found, notebook);
    requirement::check(place, category, notebook);
}

fn cell(name: &str, wanted: Option<&Line>, found: Option<&str>, line: u32, notebook: &mut Notebook) {
    match (wanted, found) {
        (Some(wanted), Some(found)) if normal::same(&wanted.words, found) => notebook.counts().notes += 1,
        (Some(wanted), _) => notebook.fault(wanted.line, format!("{name}: “{}”", wanted.words)),
        (None, Some(found)) => notebook.fault(line, format!("the source has no {name}: “{found}”")),
        (None, None) => {}
    }
}

/// Checks that the addresses are those of the source, each at its line.
pub(super) fn links(wanted: &[Link], found: &[(&str, u32)], notebook: &mut Notebook) {
    for link in wanted {
        notebook.counts().links += 1;
        if !found.contains(&(link.address.as_str(), link.line)) {
            notebook.fault(link.line, format!("no link to {}", link.address));
        }
    }
    for (address, line) in found {
        if !wanted.iter().any(|link| link.address == *address && link.line == *line) {
            notebook.fault(*line, format!("the source has no link to {address}"));
        }
    }
}

fn access(place: Place<'_>, category: &Category, notebook: &mut Notebook) {
    if place.kept.is_some() {
        return interfaces::of_category(place.catalog, category, notebook);
    }
    for sentence in &place.section.access {
        notebook.counts().links += 1;
        if !sentence.categories.iter().any(|name| is_named(name, place.path)) {
            let named = sentence.categories.join("、");
            notebook.fault(sentence.line, format!("the sentence is about {named}, the section is not"));
        }
        if !category.access.iter().any(|access| is_access(place, access, sentence)) {
            let also = sentence.with.as_ref().map(|other| format!(" with {other}")).unwrap_or_default();
            notebook.fault(
                sentence.line,
                format!("no access by {}{also} ({})", sentence.link.title, sentence.link.address),
            );
        }
    }
    for access in &category.access {
        if !place.section.access.iter().any(|sentence| is_access(place, access, sentence)) {
            notebook.fault(access.line, format!("the source has no access by `{}` here", access.method));
        }
    }
    if category.access.len() > place.section.access.len() {
        notebook.fault(place.section.line, "the catalog has one access several times".into());
    }
}

fn is_access(place: Place<'_>, access: &Access, sentence: &AccessSentence) -> bool {
    let method = place.registry.access_method(access.method.as_str());
    let with: Option<Vec<String>> = access.with.as_ref().map(|path| path.0.iter().map(ToString::to_string).collect());
    access.line == sentence.line
        && method.is_some_and(|method| {
            normal::same(&method.zh, &sentence.link.title) && method.page.as_deref() == Some(&sentence.link.address)
        })
        && match (&with, &sentence.with) {
            (None, None) => true,
            (Some(path), Some(name)) => is_named(name, path),
            _ => false,
        }
}

/// Whether a sentence means this category: 教育-驾校培训, or 电商平台 where both levels are called
/// so. The sentences under 金融业 say 金融; that is a repair, which the catalog has to mention.
fn is_named(name: &str, path: &[String]) -> bool {
    let name = normal::words(name);
    let whole = normal::words(&path.join("-"));
    let is_both = path.len() == 2 && path[0] == path[1] && name == normal::words(&path[0]);
    name == whole || is_both || name.strip_prefix("金融-").is_some_and(|rest| whole == format!("金融业-{rest}"))
}
