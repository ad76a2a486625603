//! Everything that can be found, and how.

use rustc_hash::FxHashMap;

use super::found::{Answer, Fit, Thing};
use super::keys::Keys;
use super::letters::Letters;
use super::nearest::Likeness;
use super::rank::{self, ERROR, Role, points};
use super::spelling::Spelling;
use super::walk::Walker;
use crate::catalog::{Catalog, Category, CategoryPath, Links, Registry};
use crate::order::{by_rank, pair};

/// Where so many things fit as it was typed, nobody looks for errors.
const ENOUGH: usize = 3;

/// So many things come nearest.
const NEAREST: usize = 8;

/// So many terms are looked for at most.
const TERMS: usize = 8;

/// An error is forgiven from so many characters on, or so many letters.
const FORGIVEN: (usize, usize) = (3, 4);

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
    latest: Vec<usize>,
    /// By catalog: there is a later revision.
    dated: Vec<bool>,
}

/// A thing that goes with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ranked {
    pub(super) thing: usize,
    pub(super) rank: u32,
    pub(super) fit: Fit,
}

/// By thing: the rank of the best hit, and by which use of a key.
pub(super) type Best = Vec<(u32, usize)>;

impl<'a> Index<'a> {
    /// Takes everything in. It is a matter of milliseconds, so it is done when somebody searches.
    #[must_use]
    pub fn new(catalogs: &[&'a Catalog], registry: &'a Registry, links: &'a Links) -> Self {
        let order = by_id(catalogs);
        let mut things = Vec::new();
        let mut places: FxHashMap<(usize, &CategoryPath), usize> = FxHashMap::default();
        for &catalog in &order {
            let Some(known) = catalogs.get(catalog) else { continue };
            for (at, category) in known.categories.iter().enumerate() {
                places.entry((catalog, &category.path)).or_insert(things.len());
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
    fn name_by_business(&mut self, links: &'a Links, places: &FxHashMap<(usize, &CategoryPath), usize>) {
        for business in &links.businesses {
            let mut of_it: Vec<usize> = Vec::new();
            for (at, catalog) in self.catalogs.iter().enumerate() {
                let paths = business.categories.get(&catalog.id).into_iter().flatten();
                of_it.extend(paths.filter_map(|path| places.get(&(at, path))));
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
    fn follow_revisions(&mut self, links: &Links, places: &FxHashMap<(usize, &CategoryPath), usize>) {
        for thing in (0..self.things.len()).rev() {
            let mut now = thing;
            // A chain of revisions is short, and a circle would be an error of the data.
            for _ in 0..self.catalogs.len() {
                let Some(Thing::Category(catalog, _)) = self.things.get(now) else { break };
                let (Some(known), Some(category)) = (self.catalogs.get(*catalog), self.category(now)) else { break };
                let Some(revision) = links.next(&known.id) else { break };
                let Some(later) = self.catalogs.iter().position(|one| one.id == revision.to) else { break };
                let next = revision.successors(&category.path);
                let Some(&next) = next.first().and_then(|path| places.get(&(later, path))) else { break };
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

    /// What goes with the text, the best first and no more than `most`: categories of the catalog on
    /// screen before those of other catalogs, and of several revisions one.
    ///
    /// A text in which nothing counts finds nothing; any other finds at least what comes nearest.
    #[must_use]
    pub fn search(&self, text: &str, on_screen: &str, most: usize) -> Answer {
        let terms = self.terms(text);
        let (ranked, best) = self.ranked(&terms, &|_| true);
        let on_screen = self.catalogs.iter().position(|catalog| catalog.id.as_str() == on_screen);
        let order = |one: &Ranked| {
            let preference = usize::from(self.preference(one.thing, on_screen)) << 30;
            let around = (rank::around(one.rank) as usize) << 21;
            pair(points(one.rank) as usize, preference.saturating_add(around).saturating_add(one.thing))
        };
        let mut groups: Vec<(Ranked, Vec<usize>)> = Vec::new();
        let mut places: FxHashMap<usize, usize> = FxHashMap::default();
        for one in by_rank(ranked, order) {
            let latest = self.latest.get(one.thing).copied().unwrap_or(one.thing);
            let place = *places.entry(latest).or_insert(groups.len());
            let Some((shown, revisions)) = groups.get_mut(place) else {
                groups.push((one, Vec::new()));
                continue;
            };
            let is_better = points(one.rank) == points(shown.rank)
                && self.preference(one.thing, on_screen) < self.preference(shown.thing, on_screen);
            revisions.push(if is_better { std::mem::replace(&mut shown.thing, one.thing) } else { one.thing });
        }
        let more = groups.len().saturating_sub(most);
        let shown = groups.into_iter().take(most);
        Answer { found: shown.map(|(one, revisions)| self.found(&one, &revisions, &terms, &best)).collect(), more }
    }

    /// What of these goes with the text, in the order of the index: whatever fits as it was typed; if
    /// there is nothing, what fits but for one letter; if there is nothing, what comes nearest.
    #[must_use]
    pub fn among(&self, text: &str, is_meant: &dyn Fn(Thing) -> bool) -> Vec<(Thing, Fit, u32)> {
        let (ranked, _) = self.ranked(&self.terms(text), is_meant);
        let best = ranked.iter().map(|one| one.fit).min();
        let found = ranked.into_iter().filter(|one| Some(one.fit) == best);
        found.filter_map(|one| Some((*self.things.get(one.thing)?, one.fit, points(one.rank)))).collect()
    }

    /// A text as it is compared: simplified, small, without 《》, spaces and whatever else does not
    /// count.
    #[must_use]
    pub fn fold(&self, text: &str) -> String {
        self.letters.fold(text)
    }

    /// The terms of a text, each as it is compared.
    #[must_use]
    pub fn folded_terms(&self, text: &str) -> Vec<String> {
        self.terms(text).into_iter().map(|term| term.into_iter().collect()).collect()
    }

    /// What is looked for: every term that has letters.
    pub(super) fn terms(&self, text: &str) -> Vec<Vec<char>> {
        let terms = text.split_whitespace().map(|term| self.letters.fold(term).chars().collect::<Vec<char>>());
        terms.filter(|term| !term.is_empty()).take(TERMS).collect()
    }

    /// Of equal hits, a smaller one is shown first.
    fn preference(&self, thing: usize, on_screen: Option<usize>) -> u8 {
        let Some(Thing::Category(catalog, _)) = self.things.get(thing) else { return 1 };
        match self.dated.get(*catalog) {
            _ if on_screen == Some(*catalog) => 0,
            Some(true) => 2,
            _ => 1,
        }
    }

    fn ranked(&self, terms: &[Vec<char>], is_meant: &dyn Fn(Thing) -> bool) -> (Vec<Ranked>, Vec<Best>) {
        if terms.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let meant: Vec<bool> = self.things.iter().map(|&thing| is_meant(thing)).collect();
        let mut best: Vec<Best> = terms.iter().map(|term| self.best(term, false)).collect();
        let mut ranked = all_terms(&best, &meant);
        if ranked.len() < ENOUGH {
            for (term, best) in terms.iter().zip(&mut best) {
                let characters = term.iter().filter(|letter| !letter.is_ascii()).count();
                if characters >= FORGIVEN.0 || term.len() >= FORGIVEN.1 {
                    let forgiven = self.best(term, true);
                    for (known, forgiven) in best.iter_mut().zip(forgiven) {
                        *known = (*known).min(forgiven);
                    }
                }
            }
            ranked = all_terms(&best, &meant);
        }
        if ranked.is_empty() {
            return (self.nearest(&terms.concat(), &meant), Vec::new());
        }
        (ranked, best)
    }

    fn best(&self, term: &[char], forgiving: bool) -> Best {
        let mut walker = Walker::new(&self.spelling, term, forgiving);
        let keys = self.keys.with(walker.letters(), forgiving);
        let hits: Vec<Option<u32>> = keys.map(|key| walker.best(key?).map(|(rank, _)| rank)).collect();
        let mut best = vec![(u32::MAX, 0); self.things.len()];
        for (at, one) in self.keys.uses.iter().enumerate() {
            let Some(Some(rank)) = hits.get(one.key) else { continue };
            let rank = rank.saturating_add(one.role.cost());
            if let Some(known) = best.get_mut(one.thing)
                && rank < known.0
            {
                *known = (rank, at);
            }
        }
        best
    }

    /// What has most of a text; the shorter, the nearer.
    fn nearest(&self, text: &[char], meant: &[bool]) -> Vec<Ranked> {
        let likeness = Likeness::new(text, &self.spelling, &self.letters);
        let alike = |key: &[u32]| rank::likeness(likeness.of(key), key.len());
        let alike: Vec<u32> = self.keys.all().map(alike).collect();
        let mut ranks = vec![u32::MAX; self.things.len()];
        for one in self.keys.uses.iter().filter(|one| one.role.is_name()) {
            if let (Some(known), Some(rank)) = (ranks.get_mut(one.thing), alike.get(one.key)) {
                *known = (*known).min(*rank);
            }
        }
        let things = ranks.into_iter().zip(meant).enumerate().filter(|(_, (_, meant))| **meant);
        let ranked = things.map(|(thing, (rank, _))| Ranked { thing, rank, fit: Fit::Nearest }).collect();
        by_rank(ranked, |one| u64::from(one.rank)).into_iter().take(NEAREST).collect()
    }
}

/// Things for which every term is found.
fn all_terms(best: &[Best], meant: &[bool]) -> Vec<Ranked> {
    let meant = meant.iter().enumerate().filter(|(_, meant)| **meant);
    let ranked = meant.filter_map(|(thing, _)| {
        let mut rank = 0_u32;
        for best in best {
            let (of_term, _) = *best.get(thing)?;
            rank = rank.saturating_add(of_term);
            if of_term == u32::MAX {
                return None;
            }
        }
        Some(Ranked { thing, rank, fit: if rank < ERROR { Fit::Exact } else { Fit::OneError } })
    });
    ranked.collect()
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
