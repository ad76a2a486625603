//! Why a requirement is not met: the minimal sets of leaves that alone keep it so.
//!
//! A set of leaves blocks if no completion in which all of them fail meets the requirement. Every
//! minimal solution of the requirement, taken with everything liftable lifted, makes some leaves
//! true that are not met now; a set blocks exactly if it hits each of these. So the blockers are
//! the minimal hitting sets, found one solution at a time (Berge). A set that fails every answer
//! of a fact at once describes no applicant and is left out.

use super::diagram::{Diagrams, Function, NEVER};
use super::evaluate::{Situation, View};
use super::family::{Element, Families};
use super::formula::{Asks, Decides, Leaf, Tree, bit};
use super::outcome::{Blocker, Cause, LimitedList, PaperStep, Trouble, Why};
use crate::catalog::Coverage;
use crate::order::{by_rank, pair};
use crate::profile::Standing;

/// How many solutions are looked at, and how many sets are kept.
const LIMIT: usize = 1_024;

/// The leaves of a set, ascending.
type Leaves = Vec<usize>;

/// Every blocker of what is not met.
pub(super) fn blockers(situation: &Situation<'_>, diagrams: &mut Diagrams) -> LimitedList<Blocker> {
    let function = situation.function(diagrams, &situation.formula.tree, View::Lifted);
    let mut families = Families::new(&situation.formula.elements);
    let (solutions, mut cut) = families.minimal_solutions(diagrams, function, LIMIT);
    let to_hit: Vec<Leaves> = solutions.iter().map(|solution| lifted(situation, solution)).collect();
    let to_hit = by_rank(to_hit, |hit| pair(hit.len(), 0));
    let mut sets: Vec<Leaves> = vec![Vec::new()];
    for hit in &to_hit {
        sets = hitting(sets, hit);
        if sets.len() > LIMIT {
            sets = by_rank(sets, |set| pair(set.len(), 0));
            sets.truncate(LIMIT);
            cut = true;
        }
    }
    if cut {
        // Not every solution was looked at, so a set may miss one; and a smaller set may have been
        // dropped on the way. The function itself knows.
        let causes = || (0..situation.formula.leaves.len()).map(|at| (at, cause(situation, at)));
        sets.push(
            causes().filter(|(_, cause)| cause.as_ref().is_some_and(Cause::is_final)).map(|(at, _)| at).collect(),
        );
        sets.push(causes().filter(|(_, cause)| cause.is_some()).map(|(at, _)| at).collect());
        sets.retain(|set| blocks(situation, diagrams, function, set));
        for set in &mut sets {
            thin(situation, diagrams, function, set);
        }
        sets = sets.into_iter().fold(Vec::new(), |mut different, set| {
            if !different.contains(&set) {
                different.push(set);
            }
            different
        });
    }
    let list: Vec<Blocker> = sets
        .into_iter()
        .filter(|set| !set.is_empty() && describes_somebody(situation, set))
        .map(|set| Blocker { causes: set.iter().filter_map(|&leaf| cause(situation, leaf)).collect() })
        .collect();
    LimitedList { list: by_rank(list, |one| pair(usize::from(!one.is_final()), one.causes.len())), cut }
}

/// The leaves that a solution makes true and that are not met now.
fn lifted(situation: &Situation<'_>, solution: &[Element]) -> Leaves {
    let formula = situation.formula;
    let chosen: Vec<_> = solution.iter().filter_map(|&element| formula.element(element)).collect();
    let present = |decides: &Decides| {
        situation.known(decides, View::Lifted) == Some(1) || chosen.iter().any(|(one, _)| *one == decides)
    };
    let holds = |at: usize, leaf: &Leaf| match &leaf.asks {
        Asks::Paper { paper, coverage, count } => {
            let covers = |phrase: &Box<str>| present(&Decides::Covers(*paper, phrase.clone()));
            present(&Decides::Have(*paper))
                && (*count <= 1 || present(&Decides::Count(*paper, *count)))
                && match coverage {
                    Coverage::None => true,
                    Coverage::All(phrases) => phrases.iter().all(covers),
                    Coverage::Any(phrases) => phrases.iter().any(covers),
                }
        }
        Asks::Fact { fact, answers } => chosen.iter().any(|(decides, kind)| {
            matches!(decides, Decides::Fact(of) if of == fact)
                && formula
                    .facts
                    .get(*fact)
                    .and_then(|fact| fact.kinds.get(*kind))
                    .is_some_and(|kind| kind & !answers == 0)
        }),
        Asks::OnRequest(_) | Asks::Unlisted => present(&Decides::Beyond(at)),
    };
    (0..formula.leaves.len())
        .filter(|&at| formula.leaves.get(at).is_some_and(|leaf| holds(at, leaf)) && cause(situation, at).is_some())
        .collect()
}

/// The minimal sets that hit what `sets` hit and `hit` as well.
fn hitting(sets: Vec<Leaves>, hit: &[usize]) -> Vec<Leaves> {
    let (mut done, open): (Vec<Leaves>, Vec<Leaves>) =
        sets.into_iter().partition(|set| set.iter().any(|leaf| hit.contains(leaf)));
    let already = done.len();
    for set in open {
        for &leaf in hit {
            let mut wider = set.clone();
            let at = wider.partition_point(|&other| other < leaf);
            wider.insert(at, leaf);
            // Only a set that hit before can be smaller: two widened ones never contain each other
            // unless the sets they come from did.
            if !done.iter().take(already).any(|smaller| contains(&wider, smaller)) {
                done.push(wider);
            }
        }
    }
    done
}

fn contains(wider: &[usize], smaller: &[usize]) -> bool {
    smaller.iter().all(|leaf| wider.binary_search(leaf).is_ok())
}

/// No completion in which all of these fail meets the requirement: it needs one of them.
fn blocks(situation: &Situation<'_>, diagrams: &mut Diagrams, function: Function, set: &[usize]) -> bool {
    let one = set.iter().fold(NEVER, |one, &leaf| {
        let leaf = situation.function(diagrams, &Tree::Leaf(leaf), View::Lifted);
        diagrams.or(one, leaf)
    });
    diagrams.or(function, one) == one
}

/// Takes out what the others block without.
fn thin(situation: &Situation<'_>, diagrams: &mut Diagrams, function: Function, set: &mut Leaves) {
    let mut at = 0;
    while at < set.len() {
        let without: Leaves = set.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, &leaf)| leaf).collect();
        if blocks(situation, diagrams, function, &without) {
            *set = without;
        } else {
            at += 1;
        }
    }
}

/// Each fact keeps at least one answer.
fn describes_somebody(situation: &Situation<'_>, set: &[usize]) -> bool {
    situation.formula.facts.iter().enumerate().all(|(number, fact)| {
        let failed =
            set.iter().fold(0, |failed, &leaf| match situation.formula.leaves.get(leaf).map(|leaf| &leaf.asks) {
                Some(Asks::Fact { fact, answers }) if *fact == number => failed | answers,
                _ => failed,
            });
        fact.kinds.iter().any(|kind| kind & failed == 0)
    })
}

/// Why the leaf of this number is not met; none where it is.
pub(super) fn cause(situation: &Situation<'_>, at: usize) -> Option<Cause> {
    let formula = situation.formula;
    let leaf = formula.leaves.get(at)?;
    let why = match &leaf.asks {
        Asks::OnRequest(channel) => Why::OnRequest(channel.clone()),
        Asks::Unlisted => Why::Unlisted,
        Asks::Fact { fact, answers } => {
            let kinds = formula.facts.get(*fact)?;
            let answered = situation.profile.answer(kinds.fact.as_str());
            let known = situation.registry.fact(kinds.fact.as_str());
            let place = known.and_then(|known| known.answers.iter().position(|answer| Some(&answer.id) == answered));
            if place.is_some_and(|place| answers & bit(place) != 0)
                || kinds.kinds.iter().all(|kind| kind & !answers == 0)
            {
                return None;
            }
            Why::Fact {
                fact: kinds.fact.clone(),
                is: kinds.answers(*answers, situation.registry),
                answered: place.and(answered.cloned()),
            }
        }
        Asks::Paper { paper, coverage, count } => Why::Paper {
            trouble: trouble(situation, *paper, coverage, *count)?,
            asked: PaperStep {
                paper: formula.papers.get(*paper)?.clone(),
                covers: coverage.phrases().to_vec(),
                count: *count,
            },
            any_phrase: matches!(coverage, Coverage::Any(_)),
        },
    };
    Some(Cause { why, line: leaf.line, words: leaf.words.clone(), by_opening_rule: leaf.by_opening_rule })
}

fn trouble(situation: &Situation<'_>, paper: usize, coverage: &Coverage, count: u32) -> Option<Trouble> {
    let holding = match situation.standings.get(paper)? {
        Standing::Unobtainable => return Some(Trouble::Unobtainable),
        Standing::Expired => return Some(Trouble::Expired),
        Standing::NotHeld => return Some(Trouble::NotHeld),
        Standing::Held(holding) => holding,
    };
    if holding.count < count {
        return Some(Trouble::TooFew);
    }
    let covers = |phrase: &&Box<str>| holding.covers.contains(*phrase);
    let lacks = |phrase: &Box<str>| holding.lacks.contains(phrase);
    let (met, unmet) = match coverage {
        Coverage::None => (true, false),
        Coverage::All(phrases) => (phrases.iter().all(|phrase| covers(&phrase)), phrases.iter().any(lacks)),
        Coverage::Any(phrases) => (phrases.iter().any(|phrase| covers(&phrase)), phrases.iter().all(lacks)),
    };
    match (met, unmet) {
        (true, _) => None,
        (false, true) => Some(Trouble::NotCovering),
        (false, false) => Some(Trouble::CoverageUnsaid),
    }
}
