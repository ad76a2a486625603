//! Several categories at once, against looking at every completion of all of them.

use std::collections::BTreeSet;

use leimu::eligibility::{CatalogRules, Need, Portfolio, Step, Verdict, portfolio};
use leimu::profile::Paper;
use proptest::prelude::*;

use crate::completions::Enumeration;
use crate::random::several_worlds;
use crate::world::{Node, Said, World, paper_named, today};
use crate::{check, route_set, same};

fn together(world: &World) -> Portfolio {
    let (catalog, registry) = (world.catalog(), world.registry());
    let rules = CatalogRules::new(&catalog, &registry);
    let chosen: Vec<_> = catalog.categories.iter().map(|category| (&rules, &category.path)).collect();
    portfolio(&chosen, &registry, &world.profile(), today())
}

/// The requirement of these categories together.
fn whole(world: &World, categories: &BTreeSet<usize>) -> Node {
    Node::All(categories.iter().map(|&at| world.whole(at)).collect())
}

/// Somebody could meet it, by steps that are open to the applicant; none where there is too much
/// to look at.
fn is_possible(world: &World, categories: &BTreeSet<usize>) -> Option<bool> {
    let truth = Enumeration::of(world, &whole(world, categories))?;
    Some(matches!(truth.verdict(&truth.now()), Verdict::Ready | Verdict::Ask | Verdict::Missing))
}

/// The sets for which it is so, of which no part is.
fn minimal<T: Ord + Clone>(
    of: &BTreeSet<T>,
    mut is: impl FnMut(&BTreeSet<T>) -> Option<bool>,
) -> Option<BTreeSet<BTreeSet<T>>> {
    let members: Vec<&T> = of.iter().collect();
    let mut subsets: Vec<BTreeSet<T>> = (0..1_u32 << members.len())
        .map(|set| (0..members.len()).filter(|at| set & 1 << at != 0).map(|at| members[at].clone()).collect())
        .collect();
    subsets.sort_by_key(BTreeSet::len);
    let mut found: BTreeSet<BTreeSet<T>> = BTreeSet::new();
    for set in subsets {
        if found.iter().all(|smaller| !smaller.is_subset(&set)) && is(&set)? {
            found.insert(set);
        }
    }
    Some(found)
}

fn sets<T: Ord + Clone>(lists: &[Vec<T>]) -> BTreeSet<BTreeSet<T>> {
    lists.iter().map(|list| list.iter().cloned().collect()).collect()
}

#[test]
fn a_portfolio_is_the_conjunction_of_its_categories() {
    check(3_000, several_worlds(), |world| {
        let all: BTreeSet<usize> = (0..world.categories.len()).collect();
        let Some(truth) = Enumeration::of(&world, &whole(&world, &all)) else {
            return Err(TestCaseError::reject("too much to look at"));
        };
        let found = together(&world);
        let routes = truth.routes(&truth.now());
        same("routes", &routes, &route_set(&found.routes))?;
        for entry in &found.papers {
            let names = |node: &Node| names(node, &entry.paper);
            let serves: Vec<usize> = all.iter().copied().filter(|&at| names(&world.categories[at])).collect();
            prop_assert_eq!(&entry.serves, &serves, "what {:?} serves", entry.paper);
            prop_assert_eq!(entry.is_shared(), serves.len() > 1);
            let about =
                |route: &BTreeSet<Step>| route.iter().filter_map(Step::paper).any(|step| step.paper == entry.paper);
            let need = match (routes.iter().any(about), routes.iter().all(about)) {
                (false, _) => Need::Never,
                (true, false) => Need::Sometimes,
                (true, true) => Need::Always,
            };
            prop_assert_eq!(entry.need, need, "need of {:?}", entry.paper);
        }
        Ok(())
    });
}

/// The requirement names the paper.
fn names(node: &Node, paper: &Paper) -> bool {
    matches!(node, Node::Paper { paper: number, .. } if paper_named(*number) == *paper)
        || node.members().iter().any(|member| names(member, paper))
}

#[test]
fn where_there_is_no_route_what_cannot_go_together_is_named() {
    check(3_000, several_worlds(), |world| {
        let all: BTreeSet<usize> = (0..world.categories.len()).collect();
        let too_much = || TestCaseError::reject("too much to look at");
        let is_open = is_possible(&world, &all).ok_or_else(too_much)?;
        let found = together(&world);
        prop_assert_eq!(!found.routes.is_empty(), is_open);
        let conflicts = minimal(&all, |set| is_possible(&world, set).map(|is_open| !is_open)).ok_or_else(too_much)?;
        same("conflicts", &conflicts, &sets(&found.conflicts))?;
        let impossible: BTreeSet<usize> = (0..world.papers.len())
            .filter(|&paper| world.papers[paper].as_ref().is_some_and(|said| said.unobtainable))
            .filter(|&paper| world.categories.iter().any(|node| names(node, &paper_named(paper))))
            .collect();
        let unavoidable = minimal(&impossible, |set| {
            // As if these could be had after all.
            let mut papers = world.papers.clone();
            for &paper in set {
                papers[paper] = papers[paper].clone().map(|said| Said { unobtainable: false, count: 0, ..said });
            }
            is_possible(&World { papers, ..world.clone() }, &all)
        })
        .ok_or_else(too_much)?;
        let named = |set: &BTreeSet<usize>| set.iter().map(|&paper| paper_named(paper)).collect::<BTreeSet<_>>();
        let unavoidable: BTreeSet<BTreeSet<Paper>> =
            if is_open { BTreeSet::new() } else { unavoidable.iter().map(named).collect() };
        same("papers that cannot be avoided", &unavoidable, &sets(&found.unavoidable))
    });
}
