//! What can never be met, and what adds nothing.

use crate::catalog::{Category, Kind};
use crate::eligibility::Part;

use super::finding::{Finding, Joined, Member, Place, What};

/// The findings about the nodes of one requirement, from the top down.
pub(super) fn findings(at: usize, category: &Category, root: &Part<'_>) -> Vec<Finding> {
    let mut looking = Looking { at, category, found: Vec::new() };
    let mut way = Vec::new();
    if !root.can_be_met_here {
        looking.never_open(root);
    } else {
        looking.never_met(root, &mut way);
    }
    looking.spare(root, &mut way);
    looking.found
}

struct Looking<'a> {
    at: usize,
    category: &'a Category,
    found: Vec<Finding>,
}

impl Looking<'_> {
    fn report(&mut self, way: &[usize], part: &Part<'_>, what: What) {
        self.found.push(Finding { place: Place::at(self.at, self.category, way, part), what });
    }

    fn never_open(&mut self, root: &Part<'_>) {
        let mut lowest = Vec::new();
        lowest_conflicts(root, &mut Vec::new(), &mut lowest);
        match lowest.first() {
            Some((way, part)) if !root.can_be_met => {
                self.report(way, part, What::NeverOpen { conflict: Some(part.node.clone()) });
            }
            _ => {
                let place = Place::of(self.at, self.category);
                self.found.push(Finding { place, what: What::NeverOpen { conflict: None } });
            }
        }
    }

    /// The lowest nodes that nobody meets below one that somebody does.
    fn never_met(&mut self, part: &Part<'_>, way: &mut Vec<usize>) {
        for (position, member) in part.members.iter().enumerate() {
            way.push(position);
            if member.can_be_met_here {
                self.never_met(member, way);
            } else {
                let mut lowest = Vec::new();
                lowest_conflicts(member, way, &mut lowest);
                for (way, part) in lowest {
                    self.report(&way, part, What::NeverMet { node: part.node.clone(), alone: !part.can_be_met });
                }
            }
            way.pop();
        }
    }

    /// Members that may go, each told once.
    fn spare(&mut self, part: &Part<'_>, way: &mut Vec<usize>) {
        let group = Group::of(part);
        for position in 0..part.members.len() {
            if let Some(what) = group.spare(position) {
                self.report(way, part, what);
            }
        }
        for (position, member) in part.members.iter().enumerate() {
            way.push(position);
            self.spare(member, way);
            way.pop();
        }
    }
}

/// The lowest nodes that contradict themselves; where there are none, this node contradicts what
/// stands above it.
fn lowest_conflicts<'p, 'a>(part: &'p Part<'a>, way: &mut Vec<usize>, found: &mut Vec<(Vec<usize>, &'p Part<'a>)>) {
    let before = found.len();
    for (position, member) in part.members.iter().enumerate().filter(|(_, member)| !member.can_be_met) {
        way.push(position);
        lowest_conflicts(member, way, found);
        way.pop();
    }
    if found.len() == before {
        found.push((way.clone(), part));
    }
}

struct Group<'p, 'a> {
    part: &'p Part<'a>,
    joined: Joined,
}

impl<'p, 'a> Group<'p, 'a> {
    fn of(part: &'p Part<'a>) -> Self {
        let joined = match part.least() {
            1 => Joined::Any,
            least if least >= part.members.len() => Joined::All,
            least => Joined::AtLeast { least, members: part.members.len() },
        };
        Self { part, joined }
    }

    /// Why this member may go, if it may. Of two that say the same the later one may.
    fn spare(&self, position: usize) -> Option<What> {
        let others = (0..self.part.members.len()).filter(|&other| self.is_spare_beside(position, other));
        // The same paper says most; a member that stays says more than one that goes as well.
        let other = others.min_by_key(|&other| (!self.same_paper(position, other), self.is_spare(other)))?;
        let (spare, kept) = (self.member(position)?, self.member(other)?);
        Some(match self.joined {
            joined if self.same_paper(position, other) => What::SamePaper { spare, kept, joined },
            _ if self.adds_nothing_to(other, position) => What::Repeated { spare, kept },
            Joined::All => What::Superfluous { spare, kept },
            Joined::Any | Joined::AtLeast { .. } => What::Absorbed { spare, kept },
        })
    }

    fn is_spare(&self, position: usize) -> bool {
        (0..self.part.members.len()).any(|other| self.is_spare_beside(position, other))
    }

    fn is_spare_beside(&self, position: usize, other: usize) -> bool {
        let is_told_already =
            self.part.can_be_met_here && self.part.members.get(position).is_some_and(|member| !member.can_be_met_here);
        // With one of several missing, a member counts even where another one implies it, unless
        // both are the same paper.
        let may_go = !matches!(self.joined, Joined::AtLeast { .. }) || self.same_paper(position, other);
        may_go
            && !is_told_already
            && self.adds_nothing_to(position, other)
            && (other < position || !self.adds_nothing_to(other, position))
    }

    fn adds_nothing_to(&self, position: usize, other: usize) -> bool {
        let implied = match self.joined {
            Joined::All => (other, position),
            Joined::Any | Joined::AtLeast { .. } => (position, other),
        };
        self.part.implied.contains(&implied)
    }

    fn same_paper(&self, one: usize, other: usize) -> bool {
        let asked = |position: usize| match &self.part.members.get(position)?.node.kind {
            Kind::Document(asked) => Some((&asked.document, asked.holder)),
            _ => None,
        };
        asked(one).is_some_and(|paper| asked(other) == Some(paper))
    }

    fn member(&self, position: usize) -> Option<Member> {
        Some(Member { position, node: self.part.members.get(position)?.node.clone() })
    }
}
