//! The catalogs, loaded once for the life of the page.

use crate::bundled;
use crate::catalog::{
    ActivityId, AskedPaper, Bundle, Catalog, Category, CategoryPath, Kind, Links, Registry, SUBJECT, bare,
};
use crate::eligibility::CatalogRules;
use crate::order::{by_rank, pair};

/// A catalog, ready for evaluation.
#[derive(Debug)]
pub struct Shelf {
    /// The catalog and its rules.
    pub rules: CatalogRules<'static>,
    /// Its papers.
    pub papers: Vec<AskedPaper>,
    /// Its facts but the subject, those first that most categories depend on.
    pub facts: Vec<&'static str>,
    /// Its activities, those first that most categories speak of.
    pub activities: Vec<&'static str>,
    /// What the text filter looks through, by category.
    texts: Vec<String>,
}

/// Every catalog that there is, for as long as none is added or taken out.
#[derive(Debug)]
pub struct Data {
    /// What the catalogs point at.
    pub registry: &'static Registry,
    /// What belongs together across catalogs.
    pub links: &'static Links,
    /// Each catalog, the bundled ones first.
    pub shelves: Vec<&'static Shelf>,
    /// The one that a newcomer sees.
    first: &'static Shelf,
}

impl Data {
    /// The bundled catalogs, loaded for the life of the page; none where they do not hold together.
    #[must_use]
    pub fn load() -> Option<&'static Self> {
        let bundle: &'static Bundle = Box::leak(Box::new(bundled().ok()?));
        let registry = &bundle.registry;
        let shelves: Vec<_> = bundle.catalogs.iter().map(|catalog| Shelf::of(catalog, registry)).collect();
        let first = shelves.first().copied()?;
        Some(Box::leak(Box::new(Self { registry, links: &bundle.links, shelves, first })))
    }

    /// These, and catalogs of the visitor's own behind them, with what all of them point at. It is
    /// there for the life of the page: own catalogs come and go by hand, a few times.
    #[must_use]
    pub fn and(&self, own: Vec<Catalog>, registry: Registry) -> &'static Self {
        let registry: &'static Registry = Box::leak(Box::new(registry));
        let own = own.into_iter().map(|catalog| Shelf::of(Box::leak(Box::new(catalog)), registry));
        let shelves = self.shelves.iter().copied().chain(own).collect();
        Box::leak(Box::new(Self { registry, links: self.links, shelves, first: self.first }))
    }

    /// Every catalog.
    pub fn catalogs(&self) -> impl Iterator<Item = &'static Catalog> {
        self.shelves.iter().map(|shelf| shelf.rules.catalog)
    }

    /// The catalog of this id.
    #[must_use]
    pub fn catalog(&self, id: &str) -> Option<&'static Catalog> {
        self.catalogs().find(|catalog| catalog.id.as_str() == id)
    }

    /// There is a catalog of this id; no id at all means the first one.
    #[must_use]
    pub fn knows(&self, catalog: &str) -> bool {
        catalog.is_empty() || self.catalog(catalog).is_some()
    }

    /// The catalog of this id; the first one where there is none.
    #[must_use]
    pub fn shelf(&self, catalog: &str) -> &'static Shelf {
        let found = self.shelves.iter().find(|shelf| shelf.rules.catalog.id.as_str() == catalog);
        found.copied().unwrap_or(self.first)
    }

    /// The rules of the catalog of this id, and the position and entry of the category there.
    #[must_use]
    pub fn find(
        &self,
        catalog: &str,
        path: &CategoryPath,
    ) -> Option<(&'static CatalogRules<'static>, usize, &'static Category)> {
        let rules = &self.shelves.iter().find(|shelf| shelf.rules.catalog.id.as_str() == catalog)?.rules;
        let at = rules.catalog.categories.iter().position(|category| category.path == *path)?;
        Some((rules, at, rules.catalog.categories.get(at)?))
    }
}

impl Shelf {
    /// Makes a catalog ready, for the life of the page.
    fn of(catalog: &'static Catalog, registry: &'static Registry) -> &'static Self {
        Box::leak(Box::new(Self {
            rules: CatalogRules::new(catalog, registry),
            papers: catalog.asked_papers(),
            facts: facts(catalog),
            activities: activities(catalog),
            texts: texts(catalog, registry),
        }))
    }

    /// Whether the text occurs in a category's path, use or papers; capitals, spaces, 《》 and
    /// the width of brackets do not matter.
    #[must_use]
    pub fn mentions(&self, category: usize, text: &str) -> bool {
        self.texts.get(category).is_some_and(|known| known.contains(&bare(text)))
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

fn texts(catalog: &Catalog, registry: &Registry) -> Vec<String> {
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
                let Some(document) = registry.document(asked.document.as_str()) else { return };
                for name in std::iter::once(&document.name).chain(document.aliases.iter().map(|alias| &alias.name)) {
                    text.push('\n');
                    text.push_str(&bare(name));
                }
            });
            text
        })
        .collect()
}
