//! What is cut keeps the smallest and says how much there is; and which single papers open most.

use std::collections::BTreeSet;
use std::sync::Arc;

use leimu::eligibility::{CatalogRules, Evaluation, Limits, Route, Verdict, openers};
use leimu::profile::{Holding, Paper, Profile, Standing};
use proptest::prelude::*;

use crate::check;
use crate::random::worlds;
use crate::world::{PHRASES, paper_named, today};

#[test]
fn what_is_cut_keeps_the_smallest_and_counts_the_rest() {
    check(2_000, (worlds(), 0..6_usize), |(world, most)| {
        let (catalog, registry) = (world.catalog(), world.registry());
        let limits = Limits { routes: most, blockers: most, blockers_beside_routes: true };
        for rules in [CatalogRules::new(&catalog, &registry), CatalogRules::by_diagrams(&catalog, &registry)] {
            let whole = rules.evaluate(&world.profile(), today()).categories;
            let cut = rules.evaluate_within(limits, &world.profile(), today()).categories;
            for (whole, cut) in whole.iter().zip(&cut) {
                prop_assert_eq!(whole.verdict, cut.verdict);
                prop_assert_eq!(
                    (whole.routes.total(), whole.blockers.total()),
                    (cut.routes.total(), cut.blockers.total())
                );
                let steps = |one: &Evaluation| one.routes.iter().map(Route::len).collect::<Vec<_>>();
                // Ready has its one route, whatever the limit.
                let listed = if whole.verdict == Verdict::Ready { 1 } else { most.min(steps(whole).len()) };
                prop_assert_eq!(&steps(whole)[..listed], &steps(cut)[..]);
                prop_assert!(cut.routes.iter().all(|route| whole.routes.iter().any(|one| one == route)));
                let causes = |one: &Evaluation| {
                    let blockers = one.blockers.iter();
                    blockers.map(|blocker| (!blocker.is_final(), blocker.len())).collect::<Vec<_>>()
                };
                prop_assert_eq!(&causes(whole)[..most.min(causes(whole).len())], &causes(cut)[..]);
                prop_assert!(cut.blockers.iter().all(|blocker| whole.blockers.iter().any(|one| one == blocker)));
            }
        }
        Ok(())
    });
}

fn ready(categories: &[Arc<Evaluation>]) -> BTreeSet<usize> {
    categories.iter().filter(|one| one.verdict == Verdict::Ready).map(|one| one.category).collect()
}

#[test]
fn a_paper_opens_and_brings_nearer_what_it_says() {
    check(2_000, worlds(), |world| {
        let (catalog, registry) = (world.catalog(), world.registry());
        let rules = CatalogRules::new(&catalog, &registry);
        let evaluate = |profile: &Profile| rules.evaluate(profile, today());
        let known = world.profile();
        let before = evaluate(&known);
        let found = openers(&before);
        let distance = |one: &Evaluation| one.fewest_papers();
        for paper in (0..8).map(paper_named) {
            let opener = found.iter().find(|opener| opener.paper == paper);
            if matches!(known.standing(&paper, today()), Standing::Held(_) | Standing::Unobtainable) {
                prop_assert!(opener.is_none());
                continue;
            }
            let with = |holding: Holding| {
                let mut profile = known.clone();
                profile.papers.insert(paper.clone(), holding);
                evaluate(&profile).categories
            };
            // The best that this paper can be.
            let covers = PHRASES.iter().map(|&phrase| phrase.into()).collect();
            let after = with(Holding { covers, count: 3, ..Holding::default() });
            let opens = &ready(&after) - &ready(&before.categories);
            let nearer: BTreeSet<usize> = before
                .categories
                .iter()
                .filter(|one| distance(one) > Some(1) && distance(&after[one.category]) < distance(one))
                .map(|one| one.category)
                .collect();
            let told = |list: fn(&leimu::eligibility::Opener) -> &Vec<usize>| {
                opener.map(list).into_iter().flatten().copied().collect::<BTreeSet<usize>>()
            };
            prop_assert_eq!(told(|one| &one.opens), opens.clone(), "opened by {:?}", paper);
            prop_assert_eq!(told(|one| &one.nearer), nearer, "brought nearer by {:?}", paper);
            if let Some(opener) = opener {
                let covers = opener.covers.iter().cloned().collect();
                let as_said = with(Holding { covers, count: opener.count, ..Holding::default() });
                prop_assert_eq!(&ready(&as_said) - &ready(&before.categories), opens);
            }
        }
        Ok(())
    });
}

#[test]
fn nothing_is_listed_that_does_nothing() {
    check(2_000, worlds(), |world| {
        let (catalog, registry) = (world.catalog(), world.registry());
        let found = openers(&CatalogRules::new(&catalog, &registry).evaluate(&world.profile(), today()));
        let papers: BTreeSet<&Paper> = found.iter().map(|one| &one.paper).collect();
        prop_assert_eq!(papers.len(), found.len(), "a paper stands twice");
        for one in &found {
            prop_assert!(!(one.opens.is_empty() && one.opens_if_confirmed.is_empty() && one.nearer.is_empty()));
            prop_assert!(one.opens.iter().all(|at| !one.opens_if_confirmed.contains(at)));
        }
        Ok(())
    });
}
