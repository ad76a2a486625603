//! What goes with a text, and in which order.

use super::found::{Answer, Fit, Thing};
use super::index::Index;
use super::nearest::Likeness;
use super::rank::{self, ERROR, points};
use super::walk::Walker;
use crate::order::{by_rank, pair};

/// Where so many things fit as it was typed, nobody looks for errors.
const ENOUGH: usize = 3;

/// So many things come nearest.
const NEAREST: usize = 8;

/// So many terms are looked for at most.
const TERMS: usize = 8;

/// An error is forgiven from so many characters on, or so many letters.
const FORGIVEN: (usize, usize) = (3, 4);

/// A thing that goes with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ranked {
    pub(super) thing: usize,
    pub(super) rank: u32,
    pub(super) fit: Fit,
}

/// By thing: the rank of the best hit, and by which use of a key.
pub(super) type Best = Vec<(u32, usize)>;

impl Index<'_> {
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
        let mut places = vec![usize::MAX; self.things.len()];
        for one in by_rank(ranked, order) {
            let latest = self.latest.get(one.thing).copied().unwrap_or(one.thing);
            let Some(place) = places.get_mut(latest) else { continue };
            let Some((shown, revisions)) = groups.get_mut(*place) else {
                *place = groups.len();
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
        let mut best: Vec<Best> = terms.iter().map(|term| self.best(term, &meant, false)).collect();
        let mut ranked = all_terms(&best, &meant);
        if ranked.len() < ENOUGH {
            // What one term leaves out, the next ones need not look at.
            let mut left = meant.clone();
            for (term, best) in terms.iter().zip(&mut best) {
                let characters = term.iter().filter(|letter| !letter.is_ascii()).count();
                if characters >= FORGIVEN.0 || term.len() >= FORGIVEN.1 {
                    let forgiven = self.best(term, &left, true);
                    for (known, forgiven) in best.iter_mut().zip(forgiven) {
                        *known = (*known).min(forgiven);
                    }
                }
                for (left, (rank, _)) in left.iter_mut().zip(best) {
                    *left &= *rank != u32::MAX;
                }
            }
            ranked = all_terms(&best, &meant);
        }
        if ranked.is_empty() {
            return (self.nearest(&terms.concat(), &meant), Vec::new());
        }
        (ranked, best)
    }

    fn best(&self, term: &[char], meant: &[bool], forgiving: bool) -> Best {
        let mut walker = Walker::new(&self.spelling, term, forgiving);
        let looked_at = self.keys.with(walker.letters(), meant, forgiving);
        let keys = self.keys.all().zip(looked_at);
        let hits: Vec<Option<u32>> = keys.map(|(key, is)| if is { Some(walker.best(key)?.0) } else { None }).collect();
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
