//! How long evaluation takes. `cargo xtask bench` prints it all.
//!
//! Timings depend on the machine; what a budget says of them stands in the budgets of the design,
//! and nothing here passes or fails.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot be set up has nothing to say")]

mod synthetic;

use divan::{Bencher, black_box};
use leimu::bundled;
use leimu::catalog::{AnswerId, Bundle, Catalog, Holder, Kind, Registry, Requirement};
use leimu::eligibility::{CatalogRules, Limits, openers, portfolio};
use leimu::profile::{Date, Holding, Paper, Profile};
use std::cmp::Reverse;

fn main() {
    divan::main();
}

fn today() -> Date {
    Date::of(2026, 6, 15).unwrap()
}

/// Applicants of whom little, much and everything is known.
const APPLICANTS: [&str; 3] = ["newcomer", "enterprise with every fourth paper", "enterprise with every paper"];

fn applicant(who: &str, registry: &Registry) -> Profile {
    let each = match who {
        "newcomer" => return Profile::default(),
        "enterprise with every paper" => 1,
        _ => 4,
    };
    let mut profile = Profile::default();
    profile.facts.insert("subject".into(), AnswerId::from("enterprise"));
    for document in registry.documents.iter().step_by(each) {
        let paper = Paper { document: document.id.clone(), holder: Holder::Own };
        profile.papers.insert(paper, Holding::default());
    }
    profile
}

fn rules(bundle: &Bundle) -> Vec<CatalogRules<'_>> {
    bundle.catalogs.iter().map(|catalog| CatalogRules::new(catalog, &bundle.registry)).collect()
}

/// Preparing: solving every category of every bundled catalog, once when a catalog is first shown.
#[divan::bench]
fn a_solving_all_bundled(bencher: Bencher) {
    let bundle = bundled().unwrap();
    bencher.bench(|| rules(black_box(&bundle)));
}

/// Budget: 1 ms. From scratch, every route of every bundled category; blockers where there is none.
#[divan::bench(args = APPLICANTS)]
fn b_evaluating_all_bundled(bencher: Bencher, who: &str) {
    evaluating_all_bundled(bencher, who, Limits { blockers_beside_routes: false, ..Limits::FULL });
}

/// The same with every blocker of every category.
#[divan::bench(args = APPLICANTS)]
fn b_evaluating_all_bundled_with_every_blocker(bencher: Bencher, who: &str) {
    evaluating_all_bundled(bencher, who, Limits::FULL);
}

/// The same as the list on screen needs it.
#[divan::bench(args = APPLICANTS)]
fn c_evaluating_all_bundled_for_a_list(bencher: Bencher, who: &str) {
    evaluating_all_bundled(bencher, who, Limits::LINE);
}

fn evaluating_all_bundled(bencher: Bencher, who: &str, limits: Limits) {
    let bundle = bundled().unwrap();
    let (rules, profile) = (rules(&bundle), applicant(who, &bundle.registry));
    let evaluate = |rules: &CatalogRules<'_>| rules.evaluate_within(limits, black_box(&profile), today());
    bencher.bench(|| rules.iter().map(evaluate).collect::<Vec<_>>());
}

/// What a tick takes: one paper more, where the answers before it are known.
#[divan::bench(args = APPLICANTS)]
fn c_evaluating_all_bundled_again(bencher: Bencher, who: &str) {
    let bundle = bundled().unwrap();
    let (rules, was) = (rules(&bundle), applicant(who, &bundle.registry));
    let known: Vec<_> = rules.iter().map(|rules| rules.evaluate_within(Limits::LINE, &was, today())).collect();
    let mut profile = was.clone();
    let paper = Paper { document: bundle.registry.documents[1].id.clone(), holder: Holder::Own };
    if profile.papers.remove(&paper).is_none() {
        profile.papers.insert(paper, Holding::default());
    }
    let again = |(rules, known): (&CatalogRules<'_>, _)| {
        rules.evaluate_again(Limits::LINE, (&was, known), black_box(&profile), today())
    };
    bencher.bench(|| rules.iter().zip(&known).map(again).collect::<Vec<_>>());
}

/// One category: the platform for shops, eleven papers in alternatives.
#[divan::bench(args = APPLICANTS)]
fn d_evaluating_one_category(bencher: Bencher, who: &str) {
    let bundle = bundled().unwrap();
    let (rules, profile) = (rules(&bundle), applicant(who, &bundle.registry));
    let shop = |at: &usize| &*rules[0].catalog.categories[*at].path.0[0] == "电商平台";
    let at = (0..rules[0].catalog.categories.len()).find(shop).unwrap();
    bencher.bench(|| rules[0].evaluate_one(at, black_box(&profile), today()));
}

/// Budget: 50 ms. Twenty categories at once, spread over the largest catalog.
#[divan::bench(args = APPLICANTS)]
fn e_portfolio_of_twenty(bencher: Bencher, who: &str) {
    let bundle = bundled().unwrap();
    let (rules, profile) = (rules(&bundle), applicant(who, &bundle.registry));
    let largest = rules.iter().max_by_key(|rules| rules.catalog.categories.len()).unwrap();
    let categories = &largest.catalog.categories;
    let chosen: Vec<_> =
        categories.iter().step_by(categories.len() / 20).take(20).map(|one| (largest, &one.path)).collect();
    bencher.bench(|| portfolio(black_box(&chosen), &bundle.registry, &profile, today()));
}

/// Budget: 50 ms. The twenty categories with the most leaves over all catalogs of WeChat.
#[divan::bench(args = APPLICANTS)]
fn e_portfolio_of_the_twenty_deepest_of_wechat(bencher: Bencher, who: &str) {
    portfolio_of_the_deepest(bencher, "wechat", who);
}

/// Budget: 50 ms. The same for Baidu.
#[divan::bench(args = APPLICANTS)]
fn e_portfolio_of_the_twenty_deepest_of_baidu(bencher: Bencher, who: &str) {
    portfolio_of_the_deepest(bencher, "baidu", who);
}

fn portfolio_of_the_deepest(bencher: Bencher, platform: &str, who: &str) {
    let bundle = bundled().unwrap();
    let (rules, profile) = (rules(&bundle), applicant(who, &bundle.registry));
    let catalogs = rules.iter().filter(|rules| rules.catalog.platform.as_str() == platform);
    let mut categories: Vec<_> =
        catalogs.flat_map(|rules| rules.catalog.categories.iter().map(move |one| (rules, one))).collect();
    categories.sort_by_key(|(_, category)| Reverse(leaves(&category.requirement)));
    let chosen: Vec<_> = categories.iter().take(20).map(|(rules, category)| (*rules, &category.path)).collect();
    assert_eq!(chosen.len(), 20, "{platform} has fewer categories");
    bencher.bench(|| portfolio(black_box(&chosen), &bundle.registry, &profile, today()));
}

/// How many papers and facts a requirement asks for, each as often as it stands there.
fn leaves(requirement: &Requirement) -> usize {
    let mut leaves = 0;
    requirement.walk(&mut |node| leaves += usize::from(matches!(node.kind, Kind::Document(_) | Kind::Fact(_))));
    leaves
}

/// Budget: 5 ms. What every single paper opens and brings nearer, over all bundled catalogs.
#[divan::bench(args = APPLICANTS)]
fn f_ranking_single_papers(bencher: Bencher, who: &str) {
    let bundle = bundled().unwrap();
    let (rules, profile) = (rules(&bundle), applicant(who, &bundle.registry));
    let evaluated: Vec<_> = rules.iter().map(|rules| rules.evaluate(&profile, today())).collect();
    bencher.bench(|| evaluated.iter().map(|one| openers(black_box(one))).collect::<Vec<_>>());
}

/// Budget: 1 ms. What every answer to every open question would settle, over all bundled catalogs.
#[divan::bench(args = APPLICANTS)]
fn f_ranking_questions(bencher: Bencher, who: &str) {
    let bundle = bundled().unwrap();
    let (rules, profile) = (rules(&bundle), applicant(who, &bundle.registry));
    let evaluated: Vec<_> = rules.iter().map(|rules| rules.evaluate(&profile, today())).collect();
    let rank = |(rules, one): (&CatalogRules<'_>, _)| rules.prospects(black_box(one), &profile, today(), &|_| true);
    bencher.bench(|| rules.iter().zip(&evaluated).map(rank).collect::<Vec<_>>());
}

/// Ten, a hundred and a thousand times a hundred made-up categories.
#[divan::bench(args = [100, 1_000, 10_000])]
fn g_by_number_of_categories(bencher: Bencher, categories: usize) {
    let registry = bundled().unwrap().registry;
    let catalog = synthetic::catalog(categories, &registry);
    let (rules, profile) = (CatalogRules::new(&catalog, &registry), applicant(APPLICANTS[1], &registry));
    bencher.bench(|| rules.evaluate(black_box(&profile), today()));
}

/// A catalog of one category with so many leaves under nested N选M.
fn nested(leaves: usize) -> (Catalog, Registry) {
    let registry = synthetic::registry(leaves);
    (synthetic::nested(leaves, &registry), registry)
}

#[divan::bench(args = [5, 10, 20, 40, 60, 120])]
fn h_solving_by_leaves(bencher: Bencher, leaves: usize) {
    let (catalog, registry) = nested(leaves);
    bencher.bench(|| CatalogRules::new(black_box(&catalog), &registry));
}

/// Budget: 1 s for 50,000 minimal sets. From forty leaves on there are more than are
/// listed, 65,536 of them.
#[divan::bench(args = [5, 10, 20, 40, 60, 120], sample_count = 20)]
fn i_evaluating_by_leaves(bencher: Bencher, leaves: usize) {
    let (catalog, registry) = nested(leaves);
    let rules = CatalogRules::new(&catalog, &registry);
    bencher.bench(|| rules.evaluate(black_box(&Profile::default()), today()));
}
