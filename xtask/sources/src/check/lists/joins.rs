//! How each two leaves go together: what the list says, and what the tree asks for.

use leimu::catalog::{Holder, Kind};

use super::headings::Join;
use super::{List, outline};
use crate::check::leaves::node_at;
use crate::check::row::Mark;

impl List<'_, '_> {
    /// Compares every two leaves.
    pub(super) fn joins(&mut self, headings: &[Option<Join>]) {
        let mut faults = Vec::new();
        for one in 0..self.leaves.len() {
            for other in one + 1..self.leaves.len() {
                let (Some(at), Some(beside)) = (self.found[one], self.found[other]) else { continue };
                let wanted = if at == beside { Some(Join::All) } else { self.wanted(headings, one, other) };
                let found = self.joined(one, other);
                let names = || {
                    let name = |(start, end)| self.row.text(start, end);
                    format!("{} and {}", name(at), name(beside))
                };
                match wanted {
                    None => faults.push(format!("{}: nothing stands between them", names())),
                    Some(wanted) if wanted != found => {
                        let (asks, is) = if wanted == Join::All { ("all", "one") } else { ("one", "all") };
                        faults.push(format!("{}: the row asks for {asks} of them, the catalog for {is}", names()));
                    }
                    Some(_) => {}
                }
            }
        }
        // A group that is read the other way round is wrong for each two of its leaves.
        faults.truncate(3);
        faults.into_iter().for_each(|fault| self.fault(fault));
        self.holders();
        self.how_many();
    }

    /// How the tree joins two leaves.
    fn joined(&self, one: usize, other: usize) -> Join {
        let places = (&self.leaves[one].place, &self.leaves[other].place);
        let shared = places.0.iter().zip(places.1).take_while(|(one, other)| one == other).count();
        match node_at(self.root, &places.0[..shared]).kind {
            Kind::Any(_) | Kind::AtLeast(..) => Join::Any,
            _ => Join::All,
        }
    }

    /// How the list joins two leaves; nothing, where nothing says so.
    fn wanted(&self, headings: &[Option<Join>], one: usize, other: usize) -> Option<Join> {
        let place = |leaf: usize| self.found[leaf].map_or(0, |place| place.0);
        let (one, other) = if place(one) <= place(other) { (one, other) } else { (other, one) };
        let [at, beside] = [one, other].map(|leaf| outline::item_at(&self.items, place(leaf)));
        let way = outline::upwards(&self.items, beside);
        let above = outline::upwards(&self.items, at).into_iter().find(|item| way.contains(item))?;
        if at == beside {
            self.in_line(one, other)
        } else if above == at {
            // What stands above a list goes with everything in it.
            Some(Join::All)
        } else {
            Some(headings[above].unwrap_or_else(|| self.by_applicants(above)))
        }
    }

    /// Items without a heading are all asked for; those for different applicants are alternatives.
    fn by_applicants(&self, item: usize) -> Join {
        let starts = |item: usize| {
            let body = self.items[item].body;
            self.row.owner[body].is_some_and(|claim| self.row.claims[claim].mark == Mark::Fact)
        };
        if self.items[item].below.iter().all(|&item| starts(item)) { Join::Any } else { Join::All }
    }

    /// How two leaves of one line go together, the first of them standing before the second.
    fn in_line(&self, one: usize, other: usize) -> Option<Join> {
        let (Some(at), Some(beside)) = (self.found[one], self.found[other]) else { return None };
        let is_paper = |leaf: usize| self.papers(leaf).is_some();
        let between = self.between(at.1, beside.0);
        // Another applicant in a line of its own is an alternative.
        let is_applicant =
            |at: usize| self.row.owner[at].is_some_and(|claim| self.row.claims[claim].mark == Mark::Fact);
        let mut line_starts = (at.1..=beside.0).filter(|&place| self.row.glyphs[place - 1].c == '\n');
        if line_starts.any(is_applicant) {
            return Some(Join::Any);
        }
        if is_paper(one) && is_paper(other) { loosest(&between) } else { Some(Join::All) }
    }

    /// What nobody has claimed between two places.
    pub(super) fn between(&self, start: usize, end: usize) -> String {
        (start..end).filter(|&at| self.row.owner[at].is_none()).map(|at| self.row.glyphs[at].c).collect()
    }

    /// Whose each paper is: as the words before it say, or those of the alternative before it, or
    /// those above it.
    fn holders(&mut self) {
        let mut last: Option<(usize, Holder)> = None;
        for (at, said) in std::mem::take(&mut self.whose) {
            let (Some(asked), Some(place)) = (self.papers(at), self.found[at]) else { continue };
            let item = outline::item_at(&self.items, place.0);
            let before = last.filter(|(before, _)| {
                self.found[*before].is_some_and(|before| {
                    outline::item_at(&self.items, before.0) == item
                        && matches!(&*self.between(before.1, place.0), "或" | "/")
                })
            });
            let above = self.row.claims.iter().any(|claim| {
                claim.mark == Mark::Title
                    && super::said::PARTNERS_TITLES.contains(&&*self.row.claimed(claim))
                    && outline::upwards(&self.items, item).contains(&outline::item_at(&self.items, claim.start))
            });
            let wanted =
                said.or(before.map(|(_, whose)| whose)).unwrap_or(if above { Holder::Partner } else { Holder::Own });
            last = Some((at, wanted));
            let is_laid = self.leaves[at].laid.iter().any(|&laid| self.laid[laid].says("holder"));
            if asked.holder != wanted && !is_laid {
                let whose = if wanted == Holder::Partner { "a partner's" } else { "one's own" };
                self.fault(format!("`{}`: the row asks for {whose}", asked.document));
            }
        }
    }
}

/// How the words between two papers of a line join them. The loosest word decides: “甲/乙 及 丙” is
/// one of the first two, and the third; “甲及乙或丙” is the first two, or the third.
fn loosest(between: &str) -> Option<Join> {
    let has = |words: &[&str]| words.iter().any(|word| between.contains(word));
    if has(&["\n"]) {
        Some(Join::All)
    } else if has(&["或"]) {
        Some(Join::Any)
    } else if has(&["与", "及", "和", "、"]) {
        Some(Join::All)
    } else {
        has(&["/"]).then_some(Join::Any)
    }
}
