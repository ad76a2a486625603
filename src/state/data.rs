//! The catalogs, loaded once for the life of the page.

use crate::bundled;
use crate::catalog::{AskedPaper, Bundle, Catalog, Category, CategoryPath, bare};
use crate::eligibility::CatalogRules;

/// The bundled data, ready for evaluation.
#[derive(Debug)]
pub struct Data {
    /// What is bundled.
    pub bundle: &'static Bundle,
    /// Each catalog's rules, in the order of the bundle.
    pub rules: Vec<CatalogRules<'static>>,
    /// Each catalog's papers.
    pub papers: Vec<Vec<AskedPaper>>,
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
        let texts = bundle.catalogs.iter().map(|catalog| texts(catalog, bundle)).collect();
        Some(Box::leak(Box::new(Self { bundle, rules, papers, texts })))
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
                let crate::catalog::Kind::Document(asked) = &node.kind else { return };
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
