//! The comparison of a source with its catalog. The requirement cell is the strict part: every
//! word of it is claimed by something typed ([`claims`]), stands in a known wording around it
//! ([`wordings`]), or is one of a few connectives that agree with the tree ([`connectives`]). Cells
//! that are numbered lists have a check of their own ([`lists`]), which compares every two papers.
//! What a catalog tells in words of its own is compared letter by letter ([`retold`]). Scopes are not
//! compared where they are our own, nor everyday words; neither stands in a source.
//!
//! Nothing here asks the reader, who wrote two of the catalogs: this is the double entry to it. What
//! both use is what people have laid down in `data/readings`: which applicant and which paper a name
//! means, and corrections, each of which is asked for as well ([`laid`]).

mod accepted;
mod beside;
mod category;
mod claims;
mod conditions;
mod connectives;
mod derived;
mod forbidden;
mod head;
mod interfaces;
mod laid;
mod leaves;
mod listing;
mod lists;
mod notes;
mod references;
mod requirement;
mod retold;
mod row;
mod subjects;
mod wordings;
mod words;

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use leimu::catalog::{Catalog, Category, Registry};

use crate::kept::Kept;
use crate::report::{Findings, Notebook};
use crate::source::{Section, Source};

pub(crate) use head::check as head;
pub(crate) use listing::Listing;

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
    /// What is kept beside the source, where the reader wrote the catalog.
    pub(crate) kept: Option<&'a Kept>,
}

/// Compares a whole catalog.
pub(crate) fn catalog(catalog: &Catalog, source: &Source, kept: Option<&Kept>, registry: &Registry) -> Findings {
    let mut findings = head(catalog, source, kept.is_some(), registry);
    findings.add(Listing::of(catalog, source).check(None));
    for (place, category) in pairs(catalog, source, kept, registry) {
        findings.add(one(place, category, Part::Whole));
    }
    findings.counts.files = 1;
    if let Some(kept) = kept {
        let corrected = |section: &&Section| laid::is_corrected(kept, section.line);
        findings.counts.laid = source.sections.iter().filter(corrected).count();
        let whole = source.sections.iter().filter(|section| laid::requirement(kept, section.line).is_some());
        findings.whole.extend(whole.map(|section| (catalog.id.to_string(), section.line)));
        if source.warning.is_none() {
            findings.cut.push(catalog.id.to_string());
        }
    }
    findings.counts.rows = source.sections.iter().map(|section| section.rows).sum();
    findings
}

/// A part of a category that can be compared by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// What it asks for.
    Requirement,
    /// All of it.
    Whole,
}

/// Compares one category with its section, or the part of it that matters.
pub(crate) fn one(place: Place<'_>, category: &Category, part: Part) -> Findings {
    let mut notebook = Notebook::of(&place.source.file, &place.path.join("/"));
    match (place.section.entity.is_some(), part) {
        (true, _) => tables(place, category, part, &mut notebook),
        (false, Part::Requirement) => requirement::check(place, category, &mut notebook),
        (false, Part::Whole) => category::check(place, category, &mut notebook),
    }
    notebook.findings
}

/// Every section with its category, as far as the catalog has it. Of several rows that name one
/// category only the first is listed.
pub(crate) fn pairs<'a>(
    catalog: &'a Catalog,
    source: &'a Source,
    kept: Option<&'a Kept>,
    registry: &'a Registry,
) -> impl Iterator<Item = (Place<'a>, &'a Category)> {
    let mut categories: HashMap<String, &Category> = HashMap::new();
    for category in &catalog.categories {
        categories.entry(listing::key(category.path.0.iter().map(|name| &**name))).or_insert(category);
    }
    let mut seen = HashSet::new();
    let mut pairs = Vec::new();
    for section in &source.sections {
        for path in &section.paths {
            let key = listing::key(path.iter().map(String::as_str));
            if let Some(&category) = categories.get(&key)
                && seen.insert(key)
            {
                pairs.push((Place { catalog, registry, source, section, path, kept }, category));
            }
        }
    }
    pairs.into_iter()
}

/// Compares a category with the rows of a source that has a table for each kind of applicant.
fn tables(place: Place<'_>, category: &Category, part: Part, notebook: &mut Notebook) {
    for (section, requirement) in subjects::rows(place, category, notebook) {
        lists::check(place, section, category, requirement, notebook);
        if part == Part::Whole {
            beside::check(place, section, category, notebook);
        }
    }
    if part == Part::Whole {
        interfaces::of_category(place.catalog, category, notebook);
        if category.scope.is_none() {
            notebook.fault(category.line, "nothing says what the category is for".into());
        }
    }
}
