//! What a page says for all its categories: the opening rules, the warning, remarks, links and the
//! repairs that the catalog has to mention.

use leimu::catalog::{AnswerId, Catalog, Effect, OpeningRule, Registry, Words};

use super::{category, forbidden, interfaces, notes};
use crate::normal;
use crate::report::{Findings, Notebook};
use crate::source::{Line, Link, Source};

/// What a clause calls the applicants, and the answers to the subject that it means.
const SUBJECTS: [(&str, &str); 2] = [("个人认证的", "personal"), ("政府主体认证的", "government")];

/// Checks the head of a catalog.
pub(crate) fn check(catalog: &Catalog, source: &Source, is_read: bool, registry: &Registry) -> Findings {
    let mut notebook = Notebook::of(&source.file, "(page)");
    if *catalog.file != *source.file {
        notebook.fault(1, format!("the catalog names the file {}", catalog.file));
    }
    if let Some(title) = &source.title
        && !normal::same(&title.words, &catalog.title)
    {
        notebook.fault(title.line, format!("the title “{}”", title.words));
    }
    match &source.warning {
        Some(warning) if notes::stands(warning, &catalog.warning.words, catalog.warning.line) => {
            notebook.counts().notes += 1;
        }
        Some(warning) => notebook.fault(warning.line, format!("the warning “{}”", warning.words)),
        // The copy that was read has cut the warning and the address of its page off.
        None if is_read => {}
        None => notebook.fault(catalog.warning.line, "the source has no warning".into()),
    }
    let told = |note: &&Words| {
        is_read
            && (interfaces::is_limit(catalog, &note.words) || source.forbidden.iter().any(|one| one.line == note.line))
    };
    let notes: Vec<Words> = catalog.notes.iter().filter(|note| !told(note)).cloned().collect();
    notes::remarks(&source.remarks, &notes, &mut notebook);
    if is_read {
        interfaces::check(catalog, source, registry, &mut notebook);
        forbidden::check(catalog, source, &mut notebook);
    }
    opening(catalog, source, registry, &mut notebook);
    let heads = source.remarks.iter().chain(&source.warning);
    let wanted: Vec<Link> = heads.flat_map(|line| line.links.iter().cloned()).collect();
    let is_cut = is_read && source.warning.is_none();
    let links = catalog.links.iter().filter(|_| !is_cut);
    let found: Vec<(&str, u32)> = links.map(|link| (&*link.address, link.line)).collect();
    category::links(&wanted, &found, &mut notebook);
    for repair in &source.repairs {
        if !catalog.repairs.iter().any(|one| one.line == repair.line) {
            notebook.fault(repair.line, format!("no repair says that {}", repair.words));
        }
    }
    notebook.findings
}

fn opening(catalog: &Catalog, source: &Source, registry: &Registry, notebook: &mut Notebook) {
    for clause in &source.opening {
        notebook.counts().notes += 1;
        notebook.counts().links += clause.links.len();
        if !catalog.opening.iter().any(|rule| says(rule, clause, registry)) {
            notebook.fault(clause.line, format!("no opening rule says “{}”", clause.words));
        }
    }
    for (at, rule) in catalog.opening.iter().enumerate().filter(|(_, rule)| rule.file.is_none()) {
        let twice = catalog.opening[..at].contains(rule);
        if twice || !source.opening.iter().any(|clause| says(rule, clause, registry)) {
            notebook.fault(rule.line, format!("the source has no such opening rule: “{}”", rule.words));
        }
    }
}

/// Whether a rule says what the clause says, of the same applicants.
fn says(rule: &OpeningRule, clause: &Line, registry: &Registry) -> bool {
    let subject = SUBJECTS.iter().find(|(words, _)| clause.words.starts_with(words)).map(|(_, subject)| *subject);
    let effect = match (&rule.effect, &clause.links[..]) {
        (Effect::Closed, []) => clause.words.contains("不支持"),
        (Effect::Access(method), [link]) => registry.access_method(method.as_str()).is_some_and(|method| {
            normal::same(&method.zh, &link.title) && method.page.as_deref() == Some(&link.address)
        }),
        _ => false,
    };
    notes::stands(clause, &rule.words, rule.line)
        && effect
        && subject.is_some_and(|subject| rule.subjects.iter().map(AnswerId::as_str).eq([subject]))
}
