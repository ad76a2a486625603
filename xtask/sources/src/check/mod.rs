//! The comparison of a source with its catalog. The requirement cell is the strict part: every
//! word of it is claimed by something typed ([`claims`]), stands in a known wording around it
//! ([`wordings`]), or is one of a few connectives that agree with the tree ([`connectives`]).

mod accepted;
mod category;
mod claims;
mod conditions;
mod connectives;
mod derived;
mod head;
mod leaves;
mod notes;
mod requirement;
mod row;
mod wordings;
mod words;

#[cfg(test)]
mod tests;

use leimu::catalog::{Catalog, Category, CategoryPath, Registry};

use crate::normal;
use crate::report::{Findings, Notebook};
use crate::source::{Section, Source};

pub(crate) use head::check as head;

/// What one category is compared with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The catalog that the category is in.
    pub(crate) catalog: &'a Catalog,
    /// The papers, facts and access methods.
    pub(crate) registry: &'a Registry,
    /// The source.
    pub(crate) source: &'a Source,
    /// The section or row.
    pub(crate) section: &'a Section,
    /// The category as the section names it.
    pub(crate) path: &'a [String],
}

/// Compares a whole catalog.
pub(crate) fn catalog(catalog: &Catalog, source: &Source, registry: &Registry) -> Findings {
    let mut findings = head(catalog, source, registry);
    findings.add(paths(catalog, source));
    for (place, category) in pairs(catalog, source, registry) {
        findings.add(one(place, category));
    }
    findings.counts.files = 1;
    findings.counts.rows = source.sections.iter().map(|section| section.rows).sum();
    findings
}

/// Compares one category with its section.
pub(crate) fn one(place: Place<'_>, category: &Category) -> Findings {
    category::check(place, category)
}

/// Every section with its category, as far as the catalog has it.
pub(crate) fn pairs<'a>(
    catalog: &'a Catalog,
    source: &'a Source,
    registry: &'a Registry,
) -> impl Iterator<Item = (Place<'a>, &'a Category)> {
    source.sections.iter().flat_map(move |section| {
        section.paths.iter().filter_map(move |path| {
            let category = catalog.categories.iter().find(|category| is_at(&category.path, path))?;
            Some((Place { catalog, registry, source, section, path }, category))
        })
    })
}

/// Whether every section has its category, in the same order and with its line, and no category is
/// without a section.
pub(crate) fn paths(catalog: &Catalog, source: &Source) -> Findings {
    let mut findings = Findings::default();
    let mut last = 0;
    for section in &source.sections {
        for path in &section.paths {
            let mut notebook = Notebook::of(&source.file, &path.join("/"));
            match catalog.categories.iter().position(|category| is_at(&category.path, path)) {
                None => notebook.fault(section.line, "the category is not in the catalog".into()),
                Some(at) => {
                    let line = catalog.categories[at].line;
                    if line != section.line {
                        notebook.fault(section.line, format!("the catalog says line {line}"));
                    }
                    if at < last {
                        notebook.fault(
                            section.line,
                            "the category stands earlier in the catalog than in the source".into(),
                        );
                    }
                    last = at;
                }
            }
            findings.add(notebook.findings);
        }
    }
    let all = || source.sections.iter().flat_map(|section| &section.paths);
    for category in &catalog.categories {
        if !all().any(|path| is_at(&category.path, path)) {
            let mut notebook = Notebook::of(&source.file, &category.path.to_string());
            notebook.fault(category.line, "the source has no such category".into());
            findings.add(notebook.findings);
        }
    }
    findings
}

/// Whether a category is the one that the source names.
fn is_at(path: &CategoryPath, names: &[String]) -> bool {
    path.0.len() == names.len() && path.0.iter().zip(names).all(|(one, other)| normal::same(one, other))
}
