//! Two versions of one draft that come from a third: what happens when it is edited in two tabs.
//!
//! Field by field: where only one side changed something, the change stands. Where both changed the
//! same thing in two ways, the draft has what was said later, and a copy beside it the other. Both
//! tabs come to the same end, whichever of them looks first.

use std::collections::BTreeMap;

use super::{Draft, Progress};
use crate::catalog::CatalogId;
use crate::profile::{WrittenHolding, WrittenProfile};

/// What came of two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Both, and the later one where they disagree.
    pub draft: Draft,
    /// Both, and the earlier one where they disagree; none where they nowhere do.
    pub copy: Option<Draft>,
}

impl Draft {
    /// Brings together two versions that come from `base`.
    #[must_use]
    pub fn merge(base: &Self, one: &Self, other: &Self) -> Merged {
        // Which comes first may not depend on who asks.
        let rank = |draft: &Self| (draft.updated, draft.encode().unwrap_or_default());
        let (later, earlier) = if rank(one) >= rank(other) { (one, other) } else { (other, one) };
        let mut merging = Merging { prefers_later: true, disagrees: false };
        let mut draft = merging.draft(base, later, earlier);
        draft.updated = later.updated;
        let copy = merging.disagrees.then(|| {
            let mut copy = Merging { prefers_later: false, ..merging }.draft(base, later, earlier);
            copy.updated = earlier.updated;
            copy
        });
        Merged { draft, copy }
    }
}

/// A merge under way.
#[derive(Clone, Copy)]
struct Merging {
    /// Which version stands where the two disagree.
    prefers_later: bool,
    /// They disagree somewhere.
    disagrees: bool,
}

/// Makes one of an entry that both have, with what it was before where it was there.
type Merge<'a, T> = &'a dyn Fn(&mut Merging, Option<&T>, &T, &T) -> T;

/// How an entry of a list is told from the others, and how two versions of it become one.
struct Entries<'a, T> {
    is_same: &'a dyn Fn(&T, &T) -> bool,
    merge: Merge<'a, T>,
}

impl Merging {
    fn draft(&mut self, base: &Draft, later: &Draft, earlier: &Draft) -> Draft {
        Draft {
            schema: later.schema,
            id: later.id.clone(),
            name: self.value(Some(&base.name), &later.name, &earlier.name),
            created: later.created.min(earlier.created),
            updated: later.updated,
            profile: self.profile(&base.profile, &later.profile, &earlier.profile),
            targets: self.members(&base.targets, &later.targets, &earlier.targets),
            progress: self.progress(&base.progress, &later.progress, &earlier.progress),
            made_with: made_with(base, later, earlier),
        }
    }

    fn profile(&mut self, base: &WrittenProfile, later: &WrittenProfile, earlier: &WrittenProfile) -> WrittenProfile {
        let pairs = |facts: &BTreeMap<Box<str>, Box<str>>| facts.clone().into_iter().collect::<Vec<_>>();
        let facts = self.list(
            (&pairs(&base.facts), &pairs(&later.facts), &pairs(&earlier.facts)),
            &Entries {
                is_same: &|one, other| one.0 == other.0,
                merge: &|merging, base, later, earlier| {
                    (later.0.clone(), merging.value(base.map(|base| &base.1), &later.1, &earlier.1))
                },
            },
        );
        WrittenProfile {
            subject: self.value(Some(&base.subject), &later.subject, &earlier.subject),
            facts: facts.into_iter().collect(),
            activities: self.members(&base.activities, &later.activities, &earlier.activities),
            documents: self.list(
                (&base.documents, &later.documents, &earlier.documents),
                &Entries {
                    is_same: &|one, other| one.document == other.document && one.holder == other.holder,
                    merge: &|merging, base, later, earlier| merging.holding(base, later, earlier),
                },
            ),
        }
    }

    fn holding(
        &mut self,
        base: Option<&WrittenHolding>,
        later: &WrittenHolding,
        earlier: &WrittenHolding,
    ) -> WrittenHolding {
        let blank = WrittenHolding::of(&later.document, later.holder);
        let base = base.unwrap_or(&blank);
        // A phrase is covered or lacking: the two lists are one field for each phrase.
        let said = |holding: &WrittenHolding| -> Vec<(Box<str>, bool)> {
            let covers = holding.covers.iter().map(|phrase| (phrase.clone(), true));
            covers.chain(holding.lacks.iter().map(|phrase| (phrase.clone(), false))).collect()
        };
        let phrases = self.list(
            (&said(base), &said(later), &said(earlier)),
            &Entries {
                is_same: &|one, other| one.0 == other.0,
                merge: &|merging, base, later, earlier| {
                    (later.0.clone(), merging.value(base.map(|base| &base.1), &later.1, &earlier.1))
                },
            },
        );
        let of = |wanted: bool| {
            let of = phrases.iter().filter(|(_, covers)| *covers == wanted);
            of.map(|(phrase, _)| phrase.clone()).collect()
        };
        WrittenHolding {
            document: later.document.clone(),
            covers: of(true),
            lacks: of(false),
            count: self.value(Some(&base.count), &later.count, &earlier.count),
            holder: later.holder,
            valid_until: self.value(Some(&base.valid_until), &later.valid_until, &earlier.valid_until),
            unobtainable: self.value(Some(&base.unobtainable), &later.unobtainable, &earlier.unobtainable),
        }
    }

    fn progress(&mut self, base: &[Progress], later: &[Progress], earlier: &[Progress]) -> Vec<Progress> {
        self.list(
            (base, later, earlier),
            &Entries {
                is_same: &|one, other| one.document == other.document && one.holder == other.holder,
                merge: &|merging, base, later, earlier| Progress {
                    state: merging.value(Some(&base.and_then(|base| base.state)), &later.state, &earlier.state),
                    note: merging.value(
                        Some(base.map_or(&String::new(), |base| &base.note)),
                        &later.note,
                        &earlier.note,
                    ),
                    ..later.clone()
                },
            },
        )
    }

    /// A list of which only matters what is in it.
    fn members<T: Clone + PartialEq>(&mut self, base: &[T], later: &[T], earlier: &[T]) -> Vec<T> {
        let entries =
            Entries { is_same: &|one: &T, other: &T| one == other, merge: &|_, _, later: &T, _| later.clone() };
        self.list((base, later, earlier), &entries)
    }

    /// One thing that both sides say.
    fn value<T: Clone + PartialEq>(&mut self, base: Option<&T>, later: &T, earlier: &T) -> T {
        let keeps_later = if later == earlier || base == Some(earlier) {
            true
        } else if base == Some(later) {
            false
        } else {
            self.disagree()
        };
        if keeps_later { later.clone() } else { earlier.clone() }
    }

    /// Entries in the order of the later version, those of the earlier one alone behind them. An
    /// entry that one side took out and the other changed is something that they disagree on.
    fn list<T: Clone + PartialEq>(
        &mut self,
        (base, later, earlier): (&[T], &[T], &[T]),
        entries: &Entries<'_, T>,
    ) -> Vec<T> {
        let mut merged = Vec::new();
        for (at, entry) in later.iter().enumerate() {
            let (was, other) = (counterpart(base, later, at, entries), counterpart(earlier, later, at, entries));
            match (was, other) {
                (was, Some(other)) => merged.push((entries.merge)(self, was, entry, other)),
                (None, None) => merged.push(entry.clone()),
                (Some(was), None) if was != entry && self.disagree() => merged.push(entry.clone()),
                (Some(_), None) => {}
            }
        }
        for (at, entry) in earlier.iter().enumerate() {
            if counterpart(later, earlier, at, entries).is_some() {
                continue;
            }
            match counterpart(base, earlier, at, entries) {
                None => merged.push(entry.clone()),
                Some(was) if was != entry && !self.disagree() => merged.push(entry.clone()),
                Some(_) => {}
            }
        }
        merged
    }

    /// Notes that the sides disagree. The later one stands.
    fn disagree(&mut self) -> bool {
        self.disagrees = true;
        self.prefers_later
    }
}

/// The entry of another list that stands for the one at this place: the second of two that are
/// called the same is the second there.
fn counterpart<'a, T>(there: &'a [T], here: &[T], at: usize, entries: &Entries<'_, T>) -> Option<&'a T> {
    let entry = here.get(at)?;
    let before = here.iter().take(at).filter(|one| (entries.is_same)(one, entry)).count();
    there.iter().filter(|one| (entries.is_same)(one, entry)).nth(before)
}

/// What the data was is nothing that a person typed: the later version stands, and there is nothing
/// to disagree on. It is known of catalogs that have targets on some side.
fn made_with(base: &Draft, later: &Draft, earlier: &Draft) -> BTreeMap<CatalogId, String> {
    let mut known = later.made_with.clone();
    for (catalog, hash) in &earlier.made_with {
        let was = base.made_with.get(catalog);
        let is = later.made_with.get(catalog);
        if is == was && was != Some(hash) {
            known.insert(catalog.clone(), hash.clone());
        }
    }
    known
}
