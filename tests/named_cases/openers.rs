//! Which single paper opens most: against evaluating again with the paper added.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leimu::catalog::{Coverage, Kind};
use leimu::eligibility::{CatalogRules, Evaluation, Opener, Route, Verdict, openers};
use leimu::profile::{Holding, Paper, Profile, Standing};
use serde_json::json;

use crate::given::{Given, today, told_route};

/// Every paper that a catalog names, with every phrase that it asks of it.
fn papers(given: &Given) -> BTreeMap<Paper, BTreeSet<Arc<str>>> {
    let mut papers: BTreeMap<Paper, BTreeSet<Arc<str>>> = BTreeMap::new();
    for category in &given.catalog.categories {
        category.requirement.walk(&mut |node| {
            if let Kind::Document(asked) = &node.kind {
                let paper = Paper { document: asked.document.clone(), holder: asked.holder };
                let phrases = papers.entry(paper).or_default();
                if let Coverage::All(more) | Coverage::Any(more) = &asked.coverage {
                    phrases.extend(more.iter().cloned());
                }
            }
        });
    }
    papers
}

/// The evaluation with a paper added.
fn with(
    rules: &CatalogRules<'_>,
    profile: &Profile,
    paper: &Paper,
    covers: BTreeSet<Arc<str>>,
    count: u32,
) -> Vec<Arc<Evaluation>> {
    let mut profile = profile.clone();
    profile.papers.insert(paper.clone(), Holding { covers, count, ..Holding::default() });
    rules.evaluate(&profile, today()).categories
}

fn ready(categories: &[Arc<Evaluation>]) -> BTreeSet<usize> {
    categories.iter().filter(|one| one.verdict == Verdict::Ready).map(|one| one.category).collect()
}

/// The routes that only confirm something.
fn by_confirming(evaluation: &Evaluation) -> BTreeSet<String> {
    let only_confirms = |route: &Route<'_>| !route.is_empty() && route.papers() == 0;
    evaluation.routes.iter().filter(only_confirms).map(told_route).collect()
}

#[test]
fn a_paper_opens_what_becomes_ready_with_it() {
    let held = json!([
        { "document": "营业执照" }, { "document": "《事业单位法人证书》" }, { "document": "vehicle-manufacturer-admission" },
        { "document": "icp-filing", "valid_until": "2020-01-01" }, { "document": "audiovisual-licence", "unobtainable": true },
    ]);
    for catalog in ["tencent-live-2022", "tencent-live-2021", "baidu-2019"] {
        let given = Given::bundled(catalog);
        let rules = given.rules();
        for profile in [
            json!({}),
            json!({ "subject": "enterprise", "documents": held }),
            json!({ "subject": "institution", "facts": { "education-provider": "public-school" } }),
            json!({ "subject": "enterprise", "facts": { "car-business": "manufacturer", "stock-service": "display-only" }, "documents": held }),
        ] {
            let known = given.profile(&profile);
            let evaluation = rules.evaluate(&known, today());
            let found = openers(&evaluation);
            let before = &evaluation.categories;
            let entry = |paper: &Paper| found.iter().find(|opener| opener.paper == *paper);
            let numbers = |list: Option<&Vec<usize>>| list.into_iter().flatten().copied().collect::<BTreeSet<usize>>();
            for (paper, phrases) in papers(&given) {
                if matches!(known.standing(&paper, today()), Standing::Held(_) | Standing::Unobtainable) {
                    assert_eq!(entry(&paper), None, "{catalog}: {paper:?} for {profile}");
                    continue;
                }
                let after = with(&rules, &known, &paper, phrases, 99);
                let opens = &ready(&after) - &ready(before);
                let confirmed: BTreeSet<usize> = (0..before.len())
                    .filter(|&at| !by_confirming(&after[at]).is_subset(&by_confirming(&before[at])))
                    .collect();
                let opener = entry(&paper);
                assert_eq!(numbers(opener.map(|one| &one.opens)), opens, "{catalog}: {paper:?} for {profile}");
                assert_eq!(
                    numbers(opener.map(|one| &one.opens_if_confirmed)),
                    confirmed,
                    "{catalog}: {paper:?} for {profile}"
                );
                let nearer: BTreeSet<usize> = before
                    .iter()
                    .filter(|one| one.fewest_papers() > Some(1))
                    .filter(|one| after[one.category].fewest_papers() < one.fewest_papers())
                    .map(|one| one.category)
                    .collect();
                assert_eq!(numbers(opener.map(|one| &one.nearer)), nearer, "{catalog}: {paper:?} for {profile}");
                if let Some(opener) = opener {
                    let named = with(&rules, &known, &paper, opener.covers.iter().cloned().collect(), opener.count);
                    let told = "what is said of it is enough";
                    assert_eq!(&ready(&named) - &ready(before), opens, "{catalog}: {paper:?}: {told}");
                    assert!(
                        nearer.iter().all(|&at| named[at].fewest_papers() < before[at].fewest_papers()),
                        "{catalog}: {paper:?}: {told}"
                    );
                }
            }
            let rank = |one: &Opener| [&one.opens, &one.opens_if_confirmed, &one.nearer].map(Vec::len);
            assert!(found.is_sorted_by_key(|one| std::cmp::Reverse(rank(one))), "{catalog}: {profile}");
            assert!(found.iter().all(|one| rank(one) != [0; 3]), "{catalog}: {profile}");
        }
    }
}

#[test]
fn the_paper_that_opens_most_comes_first() {
    for (catalog, profile, first, opens) in [
        ("tencent-live-2022", json!({ "subject": "enterprise" }), "securities-futures-licence", 3),
        ("baidu-2019", json!({}), "value-added-telecom-licence", 12),
    ] {
        let found = openers(&Given::bundled(catalog).evaluate(&profile));
        assert_eq!((found[0].paper.document.as_str(), found[0].opens.len()), (first, opens), "{catalog}");
    }
}
