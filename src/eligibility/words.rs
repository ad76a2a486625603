//! Families as lists, each set one machine word.

use super::families::{ALWAYS, Element, Families, Family, Fate, Map, NONE, Set};
use super::formula::FactKinds;
use crate::order::order;

/// Elements past this number do not fit.
pub(super) const WIDTH: usize = 64;

/// A family of more sets is left to diagrams.
const MOST: usize = 256;

/// So is one of more sets that hit others. They come out minimal, none compared with another, so
/// that there may be more of them.
const MOST_HITTING: usize = 4_096;

/// A set of elements, or the elements of one fact.
pub(super) type Word = u64;

/// Hands over sets, looking at the families that there are.
type Handing<'a> = &'a dyn Fn(&Words, &mut dyn FnMut(Word));

/// Works on lists of words, as long as they stay short. A list that was used is used again: most
/// have a handful of sets, and asking for memory would take longer than the work.
#[derive(Debug)]
pub(super) struct Words {
    /// The answers to each fact: a set has at most one of them.
    facts: Vec<Word>,
    /// The families, [`NONE`] and [`ALWAYS`] first; what stands from `free` on is to be used again.
    families: Vec<Vec<Word>>,
    free: usize,
    /// A family grew too long.
    too_many: bool,
}

impl Words {
    pub(super) fn new() -> Self {
        Self { facts: Vec::new(), families: vec![Vec::new(), vec![0]], free: 2, too_many: false }
    }

    /// Forgets every family and starts with this one, whose sets have answers to these facts.
    pub(super) fn start(&mut self, facts: &[FactKinds], family: &[Word]) -> Family {
        self.facts.clear();
        self.facts.extend(facts.iter().map(|fact| fact.elements().fold(0, |set, element| set | bit(element))));
        self.free = 2;
        self.too_many = false;
        self.some(MOST, &|_, add| family.iter().for_each(|&set| add(set)))
    }

    /// The sets of a family.
    pub(super) fn list(&self, family: Family) -> &[Word] {
        self.families.get(family as usize).map_or(&[], |list| list)
    }

    /// The family of those sets that are handed over of which no other is a part, each once.
    fn minimal(&mut self, sets: Handing<'_>) -> Family {
        let mut kept = self.unused();
        sets(self, &mut |set| {
            if kept.len() <= MOST && kept.iter().all(|smaller| smaller & !set != 0) {
                kept.retain(|larger| set & !larger != 0);
                kept.push(set);
            }
        });
        self.keep(kept, MOST)
    }

    /// The family of the sets that are handed over, none of which is a part of another.
    fn some(&mut self, most: usize, sets: Handing<'_>) -> Family {
        let mut kept = self.unused();
        sets(self, &mut |set| {
            if kept.len() <= most {
                kept.push(set);
            }
        });
        self.keep(kept, most)
    }

    fn unused(&mut self) -> Vec<Word> {
        let mut list = self.families.get_mut(self.free).map(std::mem::take).unwrap_or_default();
        list.clear();
        list
    }

    fn keep(&mut self, list: Vec<Word>, most: usize) -> Family {
        let family = match list.first() {
            None => NONE,
            Some(0) => ALWAYS,
            Some(_) if list.len() > most => {
                self.too_many = true;
                NONE
            }
            Some(_) => Family::try_from(self.free).unwrap_or(NONE),
        };
        match self.families.get_mut(self.free) {
            Some(place) => *place = list,
            None => self.families.push(list),
        }
        self.free = self.free.saturating_add(usize::from(family > ALWAYS));
        family
    }

    fn is_possible(&self, set: Word) -> bool {
        self.facts.iter().all(|answers| (set & answers).count_ones() <= 1)
    }

    /// The elements that stand in some set.
    fn all(&self, family: Family) -> Word {
        self.list(family).iter().fold(0, |all, set| all | set)
    }
}

impl Families for Words {
    fn of_sets(&mut self, sets: &[Set]) -> Family {
        self.minimal(&|_, add| {
            for set in sets {
                add(set.iter().fold(0, |word, &element| word | bit(element)));
            }
        })
    }

    fn single(&mut self, element: Element) -> Family {
        self.minimal(&|_, add| add(bit(element)))
    }

    fn either(&mut self, one: Family, other: Family) -> Family {
        match (one, other) {
            (NONE, same) | (same, NONE) => same,
            _ => self.minimal(&|words, add| {
                words.list(one).iter().for_each(|&set| add(set));
                words.list(other).iter().for_each(|&set| add(set));
            }),
        }
    }

    fn both(&mut self, one: Family, other: Family) -> Family {
        match (one, other) {
            (ALWAYS, same) | (same, ALWAYS) => same,
            _ => self.minimal(&|words, add| {
                for one in words.list(one) {
                    let joined = words.list(other).iter().map(|other| one | other);
                    joined.filter(|&set| words.is_possible(set)).for_each(&mut *add);
                }
            }),
        }
    }

    fn given(&mut self, family: Family, fate: &dyn Fn(Element) -> Fate) -> Family {
        let (mut holds, mut fails) = (0, 0);
        for element in elements(self.all(family)) {
            match fate(element) {
                Fate::Holds => holds |= bit(element),
                Fate::Fails => fails |= bit(element),
                Fate::Open => {}
            }
        }
        if holds | fails == 0 {
            return family;
        }
        let left: Handing<'_> = &|words, add| {
            let left = words.list(family).iter().filter(|&set| set & fails == 0);
            left.for_each(|set| add(set & !holds));
        };
        // Only what loses an element can become a part of another.
        if holds == 0 { self.some(usize::MAX, left) } else { self.minimal(left) }
    }

    fn without(&mut self, family: Family, smaller: Family) -> Family {
        if smaller == NONE {
            return family;
        }
        self.some(usize::MAX, &|words, add| {
            let contains_none = |&&set: &&Word| words.list(smaller).iter().all(|smaller| smaller & !set != 0);
            words.list(family).iter().filter(contains_none).for_each(|&set| add(set));
        })
    }

    fn hitting(&mut self, family: Family) -> Family {
        self.some(MOST_HITTING, &|words, add| {
            let mut room = MOST_HITTING;
            hit(words.list(family), 0, Word::MAX, &mut |set| {
                add(set);
                // One more than there is room for tells that there are too many.
                let goes_on = room > 0;
                room = room.saturating_sub(1);
                goes_on
            });
        })
    }

    fn mapped(&mut self, family: Family, map: &Map<'_>) -> Family {
        self.minimal(&|words, add| {
            let mut room = ROOM;
            for &set in words.list(family) {
                let mut image = 0;
                for group in spread(set, &mut room).chunk_by(|&one, &next| (map.group)(one) == (map.group)(next)) {
                    (map.image)(group, &mut |element| image |= bit(element));
                }
                add(image);
            }
        })
    }

    fn is_spent(&self) -> bool {
        self.too_many
    }

    fn each_mentioned(&self, family: Family, visit: &mut dyn FnMut(Element)) {
        elements(self.all(family)).for_each(visit);
    }

    fn has_only(&self, family: Family, is: &dyn Fn(Element) -> bool) -> bool {
        let mut others = 0;
        elements(self.all(family)).for_each(|element| others |= if is(element) { 0 } else { bit(element) });
        self.list(family).iter().any(|set| set & others == 0)
    }

    fn smallest(
        &self,
        family: Family,
        limit: usize,
        step: &dyn Fn(Element) -> Element,
        visit: &mut dyn FnMut(&[Element]),
    ) -> u64 {
        let family = self.list(family);
        let mut room = ROOM;
        if family.len() <= limit {
            family.iter().for_each(|&set| visit(spread(set, &mut room)));
        } else {
            let count = |list: &[Element]| list.chunk_by(|&one, &next| step(one) == step(next)).count() as u64;
            let order = order(family.iter().map(|&set| count(spread(set, &mut room))));
            let smallest = order.into_iter().take(limit).filter_map(|at| family.get(at));
            smallest.for_each(|&set| visit(spread(set, &mut room)));
        }
        family.len() as u64
    }
}

/// Visits the minimal sets that hit all of these, as long as more are wanted: those that contain
/// `chosen` and beside it only `candidates`. This is MMCS (Murakami and Uno): a set grows by an
/// element of some set that it misses, as long as each of its elements is the only one that hits
/// some set. What was tried before is a candidate only where it was left out, so no set comes twice.
fn hit(all: &[Word], chosen: Word, mut candidates: Word, visit: &mut dyn FnMut(Word) -> bool) -> bool {
    let (mut needed, mut missed) = (0, None::<Word>);
    for set in all {
        let hit = set & chosen;
        if hit == 0 {
            let ways = set & candidates;
            missed = Some(missed.filter(|fewest| fewest.count_ones() <= ways.count_ones()).unwrap_or(ways));
        } else if hit.is_power_of_two() {
            needed |= hit;
        }
    }
    if needed != chosen {
        return true;
    }
    let Some(mut ways) = missed else { return visit(chosen) };
    candidates &= !ways;
    while ways != 0 {
        let way = bit(ways.trailing_zeros());
        if !hit(all, chosen | way, candidates, visit) {
            return false;
        }
        ways &= !way;
        candidates |= way;
    }
    true
}

/// The set of this element alone.
pub(super) fn bit(element: Element) -> Word {
    1_u64.checked_shl(element).unwrap_or(0)
}

/// Room for the elements of one set.
const ROOM: [Element; WIDTH] = [0; WIDTH];

/// The elements of a set, ascending.
fn spread(set: Word, room: &mut [Element; WIDTH]) -> &[Element] {
    room.iter_mut().zip(elements(set)).for_each(|(place, element)| *place = element);
    room.get(..set.count_ones() as usize).unwrap_or_default()
}

/// The elements of a set, ascending.
pub(super) fn elements(mut set: Word) -> impl Iterator<Item = Element> {
    std::iter::from_fn(move || {
        let element = set.trailing_zeros();
        set &= !bit(element);
        (element < Word::BITS).then_some(element)
    })
}
