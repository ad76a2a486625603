//! The catalogs, loaded once for the life of the page.

use crate::bundled;
use crate::catalog::{ActivityId, AskedPaper, Bundle, Catalog, Category, CategoryPath, Kind, SUBJECT, bare};
use crate::eligibility::CatalogRules;
use crate::order::{by_rank, pair};

/// The bundled data, ready for evaluation.
#[derive(Debug)]
pub struct Data {
    /// What is bundled.
    pub bundle: &'static Bundle,
    /// Each catalog's rules, in the order of the bundle.
    pub rules: Vec<CatalogRules<'static>>,
    /// Each catalog's papers.
    pub papers: Vec<Vec<AskedPaper>>,
    /// Each catalog's facts but the subject, those first that most categories depend on.
    pub facts: Vec<Vec<&'static str>>,
    /// Each catalog's activities, those first that most categories speak of.
    pub activities: Vec<Vec<&'static str>>,
    /// What the text filter looks through, by catalog and category.
    texts: Vec<Vec<String>>,
}

impl Data {
    /// Loads the data for the life of the page; none where it does not hold together.
    #[must_use]
    pub fn load() -> Option<&'static Self> {
        let bundle: &'static Bundle = Box::leak(Box::new(bundled().ok()?));
        let rules = bundle.catalogs.iter().map(|catalog| CatalogRules::new(catalog, &bundle.registry)).collect();
        let papers = bundle.catalogs.iter().map(Catalog::asked_papers).collect();
        let facts = bundle.catalogs.iter().map(facts).collect();
        let activities = bundle.catalogs.iter().map(activities).collect();
        let texts = bundle.catalogs.iter().map(|catalog| texts(catalog, bundle)).collect();
        Some(Box::leak(Box::new(Self { bundle, rules, papers, facts, activities, texts })))
    }

    /// There is a catalog of this id; no id at all means the first one.
    #[must_use]
    pub fn knows(&self, catalog: &str) -> bool {
        catalog.is_empty() || self.bundle.catalog(catalog).is_some()
    }

    /// The position of a catalog; the first one where there is none of this id.
    #[must_use]
    pub fn position(&self, catalog: &str) -> usize {
        self.bundle.catalogs.iter().position(|one| one.id.as_str() == catalog).unwrap_or(0)
    }

    /// The rules of the catalog of this id, and the position and entry of the category there.
    #[must_use]
    pub fn find(
        &'static self,
        catalog: &str,
        path: &CategoryPath,
    ) -> Option<(&'static CatalogRules<'static>, usize, &'static Category)> {
        let rules = self.rules.iter().find(|rules| rules.catalog.id.as_str() == catalog)?;
        let at = rules.catalog.categories.iter().position(|category| category.path == *path)?;
        Some((rules, at, rules.catalog.categories.get(at)?))
    }

    /// Whether the text occurs in a category's path, use or papers; capitals, spaces, 《》 and
    /// the width of brackets do not matter.
    #[must_use]
    pub fn mentions(&self, catalog: usize, category: usize, text: &str) -> bool {
        let text =
            self.texts.get(catalog).and_then(|texts| texts.get(category)).map(|known| known.contains(&bare(text)));
        text.unwrap_or(false)
    }
}

fn facts(catalog: &'static Catalog) -> Vec<&'static str> {
    most_named(catalog.categories.iter().map(|category| {
        let mut named = Vec::new();
        category.requirement.walk(&mut |node| match &node.kind {
            Kind::Fact(condition) if condition.fact.as_str() != SUBJECT => named.push(condition.fact.as_str()),
            _ => {}
        });
        named
    }))
}

fn activities(catalog: &'static Catalog) -> Vec<&'static str> {
    most_named(catalog.categories.iter().map(|category| {
        let supplements = category.supplements.iter().map(|one| &one.activity);
        let restrictions = category.restrictions.iter().filter_map(|one| one.activity.as_ref());
        supplements.chain(restrictions).map(ActivityId::as_str).collect()
    }))
}

/// Every name, those first that most categories have; among equals, those that stand first.
fn most_named(categories: impl Iterator<Item = Vec<&'static str>>) -> Vec<&'static str> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for names in categories {
        for (at, &name) in names.iter().enumerate() {
            if names.iter().take(at).any(|before| *before == name) {
                continue;
            }
            match counts.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count = count.saturating_add(1),
                None => counts.push((name, 1)),
            }
        }
    }
    let most_first = |(_, count): &(&str, usize)| u64::MAX.saturating_sub(pair(0, *count));
    by_rank(counts, most_first).into_iter().map(|(name, _)| name).collect()
}

fn texts(catalog: &Catalog, bundle: &Bundle) -> Vec<String> {
    catalog
        .categories
        .iter()
        .map(|category| {
            let mut text = bare(&category.path.to_string());
            for part in [&category.scope, &category.scene, &category.words].into_iter().flatten() {
                text.push('\n');
                text.push_str(&bare(part));
            }
            for word in &category.also {
                text.push('\n');
                text.push_str(&bare(word));
            }
            category.requirement.walk(&mut |node| {
                let Kind::Document(asked) = &node.kind else { return };
                let Some(document) = bundle.registry.document(asked.document.as_str()) else { return };
                for name in std::iter::once(&document.name).chain(document.aliases.iter().map(|alias| &alias.name)) {
                    text.push('\n');
                    text.push_str(&bare(name));
                }
            });
            text
        })
        .collect()
}
