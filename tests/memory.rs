//! Evaluation stays within its memory, whatever tree it is asked about.

#![allow(clippy::unwrap_used, reason = "tests may")]

#[path = "../benches/evaluation/synthetic.rs"]
#[allow(dead_code, reason = "only the deep tree is evaluated here")]
mod synthetic;

use leimu::eligibility::CatalogRules;
use leimu::profile::{Date, Profile};
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// The most bytes that one evaluation may take at one time, beyond what was there before it.
const LIMIT: usize = 64_000_000;

// The allocator counts for all threads, so this file has one test: nothing runs beside it.
#[test]
fn trees_with_more_minimal_sets_than_are_listed_take_64_mb_at_most() {
    for leaves in [60, 120] {
        let registry = synthetic::registry(leaves);
        let catalog = synthetic::nested(leaves, &registry);
        let rules = CatalogRules::new(&catalog, &registry);
        let before = ALLOCATOR.current_usage();
        ALLOCATOR.reset_peak_usage();
        let evaluation = rules.evaluate(&Profile::default(), Date::of(2026, 6, 15).unwrap());
        let took = ALLOCATOR.peak_usage().saturating_sub(before);
        assert_eq!(evaluation.categories.len(), 1);
        assert!(took <= LIMIT, "{leaves} leaves: {took} bytes at one time, {LIMIT} are allowed");
    }
}
