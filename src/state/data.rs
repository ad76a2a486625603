//! The catalogs, loaded once for the life of the page.

use std::sync::OnceLock;

use crate::address::{Asking, Place};
use crate::browser::measured;
use crate::bundled::{PACKED, bundled};
use crate::catalog::pack::{Texts, Unpacking};
use crate::catalog::{ActivityId, AskedPaper, Bundle, Catalog, Category, CategoryPath, Kind, Links, Registry, SUBJECT};
use crate::eligibility::{CatalogRules, Solving};
use crate::order::{by_rank, pair};
use crate::search::{Fit, Index, Thing};

/// A catalog, and what is made of it for evaluation. Each is made when it is first asked for: a
/// visit that looks at one catalog does not wait for the others.
#[derive(Debug)]
pub struct Shelf {
    /// The catalog.
    pub catalog: &'static Catalog,
    registry: &'static Registry,
    rules: OnceLock<CatalogRules<'static>>,
    papers: OnceLock<Vec<AskedPaper>>,
    facts: OnceLock<Vec<&'static str>>,
    activities: OnceLock<Vec<&'static str>>,
    texts: OnceLock<Vec<String>>,
}

/// The bundled catalogs while they are loaded: the page goes on with it between other things.
pub enum Loading {
    /// Nothing is read yet.
    Begun,
    /// There is more to unpack.
    Going(Box<Unpacking<'static>>),
    /// Everything is there; nothing, where it does not hold together.
    Done(Option<&'static Data>),
}

impl Loading {
    /// Takes the next step.
    #[must_use]
    pub fn go_on(self) -> Self {
        match self {
            Self::Begun => {
                // For the life of the page, like what becomes of them.
                let texts = Texts::of(PACKED).map(|texts| &*Box::leak(Box::new(texts)));
                texts.map_or(Self::Done(None), |texts| Self::Going(Box::new(texts.unpack())))
            }
            Self::Going(mut unpacking) if unpacking.has_more() => {
                unpacking.go_on();
                Self::Going(unpacking)
            }
            Self::Going(unpacking) => Self::Done(unpacking.finish().and_then(Data::of)),
            done @ Self::Done(_) => done,
        }
    }
}

/// What a text finds among papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalledPapers {
    /// How well each goes with the text, the smaller the better; none for those that do not.
    ranks: Vec<Option<u32>>,
    /// None is called as was typed; these come nearest.
    pub is_nearest: bool,
}

impl CalledPapers {
    /// How well the paper at this place goes with the text, the smaller the better.
    #[must_use]
    pub fn rank(&self, place: usize) -> Option<u32> {
        self.ranks.get(place).copied().flatten()
    }
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
    /// What is searched; made when somebody searches.
    index: OnceLock<Index<'static>>,
}

impl Data {
    /// The bundled catalogs, loaded for the life of the page; none where they do not hold together.
    #[must_use]
    pub fn load() -> Option<&'static Self> {
        Self::of(bundled().ok()?)
    }

    fn of(bundle: Bundle) -> Option<&'static Self> {
        let bundle: &'static Bundle = Box::leak(Box::new(bundle));
        let registry = &bundle.registry;
        let shelves: Vec<_> = bundle.catalogs.iter().map(|catalog| Shelf::of(catalog, registry)).collect();
        let first = shelves.first().copied()?;
        Some(Box::leak(Box::new(Self { registry, links: &bundle.links, shelves, first, index: OnceLock::new() })))
    }

    /// These, and catalogs of the visitor's own behind them, with what all of them point at. It is
    /// there for the life of the page: own catalogs come and go by hand, a few times.
    #[must_use]
    pub fn and(&self, own: Vec<Catalog>, registry: Registry) -> &'static Self {
        let registry: &'static Registry = Box::leak(Box::new(registry));
        let own = own.into_iter().map(|catalog| Shelf::of(Box::leak(Box::new(catalog)), registry));
        let shelves = self.shelves.iter().copied().chain(own).collect();
        Box::leak(Box::new(Self { registry, links: self.links, shelves, first: self.first, index: OnceLock::new() }))
    }

    /// Every catalog.
    pub fn catalogs(&self) -> impl Iterator<Item = &'static Catalog> + Clone {
        self.shelves.iter().map(|shelf| shelf.catalog)
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
        let found = self.shelves.iter().find(|shelf| shelf.catalog.id.as_str() == catalog);
        found.copied().unwrap_or(self.first)
    }

    /// The same place with a catalog for each platform: a platform stands for its newest catalog, of
    /// those that have the category where the place is one.
    #[must_use]
    pub fn dated(&self, mut place: Place) -> Place {
        let newest = |platform: &str, path: Option<&CategoryPath>| {
            let has = |catalog: &&Catalog| path.is_none_or(|path| catalog.category(path).is_some());
            let mut of_platform = self.catalogs().filter(|catalog| catalog.platform.as_str() == platform);
            of_platform.clone().find(has).or_else(|| of_platform.next())
        };
        let (catalog, path) = match &mut place {
            Place::Checker(filters) | Place::Ask(Asking { filters, .. }) => (&mut filters.catalog, None),
            Place::Category(catalog, path) => (catalog, Some(&*path)),
            Place::Embed(catalog, path) => (catalog, Some(&*path).filter(|path| !path.0.is_empty())),
            _ => return place,
        };
        if !self.knows(catalog)
            && let Some(newest) = newest(catalog, path)
        {
            *catalog = newest.id.to_string();
        }
        place
    }

    /// What is searched.
    #[must_use]
    pub fn index(&self) -> &Index<'static> {
        self.index.get_or_init(|| {
            let catalogs: Vec<&'static Catalog> = self.catalogs().collect();
            measured("leimu:index", || Index::new(&catalogs, self.registry, self.links))
        })
    }

    /// The categories of a catalog that go with the text, among those that are meant, and how: those
    /// that are called so, that are for it, or whose papers or words of the source have it. Where
    /// there is none, those that come nearest.
    #[must_use]
    pub fn going_with(&self, text: &str, shelf: &Shelf, is_meant: &dyn Fn(usize) -> bool) -> (Vec<usize>, Fit) {
        let index = self.index();
        let here = self.shelves.iter().position(|known| std::ptr::eq(*known, shelf));
        let of_here = |thing: Thing| match thing {
            Thing::Category(catalog, at) if Some(catalog) == here => Some(at),
            _ => None,
        };
        let called = index.among(text, &|thing| of_here(thing).is_some_and(is_meant));
        let fit = called.first().map_or(Fit::Nearest, |(_, fit, _)| *fit);
        let called: Vec<usize> = called.into_iter().filter_map(|(thing, ..)| of_here(thing)).collect();
        let terms = index.folded_terms(text);
        let texts = shelf.texts(index);
        let mentions = |known: &String| terms.iter().all(|term| known.contains(term));
        // Without a term, everything is mentioned.
        let mentioned = texts.iter().enumerate().filter(|(at, known)| is_meant(*at) && mentions(known));
        let mentioned: Vec<usize> = mentioned.map(|(at, _)| at).collect();
        match fit {
            Fit::Exact => (called.into_iter().chain(mentioned).collect(), Fit::Exact),
            _ if mentioned.is_empty() => (called, fit),
            _ => (mentioned, Fit::Exact),
        }
    }

    /// The papers that are called so, among those that are meant, or else those that come nearest;
    /// none where the text asks for nothing. A paper is told by its place in the registry.
    #[must_use]
    pub fn papers_called(&self, text: &str, is_meant: &dyn Fn(usize) -> bool) -> Option<CalledPapers> {
        // Nobody searches yet: what is searched need not be there.
        if text.trim().is_empty() || self.index().fold(text).is_empty() {
            return None;
        }
        let paper = |thing: Thing| if let Thing::Document(place) = thing { Some(place) } else { None };
        let found = self.index().among(text, &|thing| paper(thing).is_some_and(is_meant));
        let is_nearest = found.first().is_some_and(|(_, fit, _)| *fit == Fit::Nearest);
        let mut ranks = vec![None; self.registry.documents.len()];
        for (thing, _, rank) in found {
            if let Some(known) = paper(thing).and_then(|place| ranks.get_mut(place)) {
                *known = Some(rank);
            }
        }
        Some(CalledPapers { ranks, is_nearest })
    }

    /// The rules of the catalog of this id, and the position and entry of the category there.
    #[must_use]
    pub fn find(
        &self,
        catalog: &str,
        path: &CategoryPath,
    ) -> Option<(&'static CatalogRules<'static>, usize, &'static Category)> {
        let shelf = self.shelves.iter().copied().find(|shelf| shelf.catalog.id.as_str() == catalog)?;
        let at = shelf.catalog.categories.iter().position(|category| category.path == *path)?;
        Some((shelf.rules(), at, shelf.catalog.categories.get(at)?))
    }
}

impl Shelf {
    /// A catalog, for the life of the page.
    fn of(catalog: &'static Catalog, registry: &'static Registry) -> &'static Self {
        Box::leak(Box::new(Self {
            catalog,
            registry,
            rules: OnceLock::new(),
            papers: OnceLock::new(),
            facts: OnceLock::new(),
            activities: OnceLock::new(),
            texts: OnceLock::new(),
        }))
    }

    /// Its rules.
    #[must_use]
    pub fn rules(&self) -> &CatalogRules<'static> {
        self.rules.get_or_init(|| CatalogRules::new(self.catalog, self.registry))
    }

    /// Its rules on the way to being there, for whoever goes on with them bit by bit and brings them
    /// back; none where they are there.
    #[must_use]
    pub fn solving(&self) -> Option<Solving<'static>> {
        self.rules.get().is_none().then(|| CatalogRules::begin(self.catalog, self.registry))
    }

    /// These are its rules.
    pub fn solved(&self, solving: Solving<'static>) {
        // Who could not wait may have made them meanwhile: they are the same.
        self.rules.get_or_init(|| solving.finish());
    }

    /// Its papers.
    #[must_use]
    pub fn papers(&self) -> &[AskedPaper] {
        self.papers.get_or_init(|| self.catalog.asked_papers())
    }

    /// Its facts but the subject, those first that most categories depend on.
    #[must_use]
    pub fn facts(&self) -> &[&'static str] {
        self.facts.get_or_init(|| facts(self.catalog))
    }

    /// Its activities, those first that most categories speak of.
    #[must_use]
    pub fn activities(&self) -> &[&'static str] {
        self.activities.get_or_init(|| activities(self.catalog))
    }

    /// All that is said of each category, its papers too, as a filter compares it.
    fn texts(&self, index: &Index<'_>) -> &[String] {
        self.texts.get_or_init(|| texts(self.catalog, self.registry, index))
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

fn texts(catalog: &Catalog, registry: &Registry, index: &Index<'_>) -> Vec<String> {
    let of = |category: &Category| {
        let mut text = String::new();
        let mut add = |words: &str| {
            text.push_str(&index.fold(words));
            text.push('\n');
        };
        add(&category.path.to_string());
        category.also.iter().for_each(|word| add(word));
        [&category.scope, &category.scene, &category.words].into_iter().flatten().for_each(|words| add(words));
        category.requirement.walk(&mut |node| {
            let Kind::Document(asked) = &node.kind else { return };
            let Some(document) = registry.document(asked.document.as_str()) else { return };
            add(&document.name);
            document.aliases.iter().for_each(|alias| add(&alias.name));
        });
        text
    };
    catalog.categories.iter().map(of).collect()
}
