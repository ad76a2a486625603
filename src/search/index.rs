//! Everything that can be found, and how.

use rustc_hash::FxHashMap;

use super::found::Thing;
use super::keys::Keys;
use super::letters::Letters;
use super::rank::Role;
use super::spelling::Spelling;
use crate::catalog::{Catalog, Category, CategoryPath, Links, Registry};

/// Everything that can be found in these catalogs and among their papers.
#[derive(Debug)]
pub struct Index<'a> {
    pub(super) catalogs: Vec<&'a Catalog>,
    pub(super) registry: &'a Registry,
    pub(super) letters: Letters,
    pub(super) spelling: Spelling,
    pub(super) keys: Keys<'a>,
    /// Every thing, in an order that does not depend on that of the catalogs.
    pub(super) things: Vec<Thing>,
    /// By thing: the one that it has become in the latest revision of its source.
    pub(super) latest: Vec<usize>,
    /// By catalog: there is a later revision.
    pub(super) dated: Vec<bool>,
}

/// The categories by where they stand, as text: the keys have a map of texts already, and every kind
/// of map is compiled anew.
type Places = FxHashMap<String, usize>;

fn address(catalog: usize, path: &CategoryPath) -> String {
    let mut address = catalog.to_string();
    for name in &path.0 {
        address.push('\0');
        address.push_str(name);
    }
    address
}

impl<'a> Index<'a> {
    /// Takes everything in. It is a matter of milliseconds, so it is done when somebody searches.
    #[must_use]
    pub fn new(catalogs: &[&'a Catalog], registry: &'a Registry, links: &'a Links) -> Self {
        let order = by_id(catalogs);
        let mut things = Vec::new();
        let mut places = Places::default();
        for &catalog in &order {
            let Some(known) = catalogs.get(catalog) else { continue };
            for (at, category) in known.categories.iter().enumerate() {
                places.insert(address(catalog, &category.path), things.len());
                things.push(Thing::Category(catalog, at));
            }
        }
        things.extend((0..registry.documents.len()).map(Thing::Document));
        let mut index = Self {
            catalogs: catalogs.to_vec(),
            registry,
            letters: Letters::unpack(),
            spelling: Spelling::default(),
            keys: Keys::default(),
            latest: (0..things.len()).collect(),
            things,
            dated: catalogs.iter().map(|catalog| links.next(&catalog.id).is_some()).collect(),
        };
        index.name_things();
        index.name_by_business(links, &places);
        index.name_by_activity(&order);
        index.follow_revisions(links, &places);
        index
    }

    fn add(&mut self, thing: usize, role: Role, text: &'a str) {
        let folded = self.letters.fold(text);
        self.keys.add(thing, role, text, folded, (&mut self.spelling, &self.letters));
    }

    fn add_own(&mut self, thing: usize, role: Role, text: &str) {
        let folded = self.letters.fold(text);
        self.keys.add(thing, role, "", folded, (&mut self.spelling, &self.letters));
    }

    /// Names, other names, what they are for.
    fn name_things(&mut self) {
        let registry = self.registry;
        for thing in 0..self.things.len() {
            if let Some(category) = self.category(thing) {
                self.add_own(thing, Role::Name, category.path.last_level());
                if category.path.0.len() > 1 {
                    self.add_own(thing, Role::Path, &category.path.to_string());
                }
                if let Some(english) = registry.english_name(category.path.last_level()) {
                    self.add(thing, Role::English, english);
                }
                category.also.iter().for_each(|word| self.add(thing, Role::Also, word));
                if let Some(scope) = &category.scope {
                    self.add(thing, Role::Scope, scope);
                }
            } else if let Some(Thing::Document(at)) = self.things.get(thing)
                && let Some(document) = self.registry.documents.get(*at)
            {
                self.add_own(thing, Role::Name, &document.name);
                document.aliases.iter().for_each(|alias| self.add(thing, Role::Also, &alias.name));
                self.add(thing, Role::English, &document.english);
            }
        }
    }

    /// What people call a business finds it in every catalog.
    fn name_by_business(&mut self, links: &'a Links, places: &Places) {
        for business in &links.businesses {
            let mut of_it: Vec<usize> = Vec::new();
            for (at, catalog) in self.catalogs.iter().enumerate() {
                let paths = business.categories.get(&catalog.id).into_iter().flatten();
                of_it.extend(paths.filter_map(|path| places.get(&address(at, path))));
            }
            for &thing in &of_it {
                self.add(thing, Role::Business, &business.zh);
                let Some(own) = self.category(thing) else { continue };
                let others = of_it.iter().filter_map(|&other| self.category(other));
                let words: Vec<&'a str> = others.flat_map(|other| &other.also).map(AsRef::as_ref).collect();
                for word in words {
                    if own.also.iter().all(|known| **known != *word) {
                        self.add(thing, Role::Elsewhere, word);
                    }
                }
            }
        }
    }

    /// An activity finds the categories that it makes necessary.
    fn name_by_activity(&mut self, order: &[usize]) {
        let registry = self.registry;
        let mut first = 0_usize;
        for &catalog in order {
            let Some(&catalog) = self.catalogs.get(catalog) else { continue };
            let mut needed: Vec<(usize, &'a str)> = Vec::new();
            for supplement in catalog.categories.iter().flat_map(|category| &category.supplements) {
                let Some(path) = &supplement.path else { continue };
                let Some(activity) = registry.activity(supplement.activity.as_str()) else { continue };
                for (at, category) in catalog.categories.iter().enumerate() {
                    let need = (at, &*activity.zh);
                    if category.path.0.starts_with(&path.0) && !needed.contains(&need) {
                        needed.push(need);
                    }
                }
            }
            needed.into_iter().for_each(|(at, words)| self.add(first.saturating_add(at), Role::Activity, words));
            first = first.saturating_add(catalog.categories.len());
        }
    }

    /// A category and what it became are found as one.
    fn follow_revisions(&mut self, links: &Links, places: &Places) {
        for thing in (0..self.things.len()).rev() {
            let mut now = thing;
            // A chain of revisions is short, and a circle would be an error of the data.
            for _ in 0..self.catalogs.len() {
                let Some(Thing::Category(catalog, _)) = self.things.get(now) else { break };
                let (Some(known), Some(category)) = (self.catalogs.get(*catalog), self.category(now)) else { break };
                let Some(revision) = links.next(&known.id) else { break };
                let Some(later) = self.catalogs.iter().position(|one| one.id == revision.to) else { break };
                let next = revision.successors(&category.path);
                let Some(&next) = next.first().and_then(|path| places.get(&address(later, path))) else { break };
                now = next;
            }
            if let Some(latest) = self.latest.get_mut(thing) {
                *latest = now;
            }
        }
    }

    pub(super) fn category(&self, thing: usize) -> Option<&'a Category> {
        match *self.things.get(thing)? {
            Thing::Category(catalog, at) => self.catalogs.get(catalog)?.categories.get(at),
            Thing::Document(_) => None,
        }
    }
}

/// The positions of catalogs in the order of their ids.
fn by_id(catalogs: &[&Catalog]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    for (at, catalog) in catalogs.iter().enumerate() {
        let id = |at: &usize| catalogs.get(*at).map(|known| known.id.as_str());
        let place = order.partition_point(|known| id(known) < Some(catalog.id.as_str()));
        order.insert(place, at);
    }
    order
}
