//! How much memory evaluation takes at one time: the column `max alloc`. `cargo xtask bench`
//! prints it; `tests/memory.rs` holds it to its limit.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot be set up has nothing to say")]

#[path = "evaluation/synthetic.rs"]
#[allow(dead_code, reason = "only the deep tree is evaluated here")]
mod synthetic;

use divan::{AllocProfiler, Bencher, black_box};
use leimu::eligibility::CatalogRules;
use leimu::profile::{Date, Profile};

/// Counting slows every allocation down, so the timings are in `benches/evaluation`.
#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// Budget: 64 MB at one time. One category with so many leaves under nested N选M.
#[divan::bench(args = [20, 40, 60, 120], sample_count = 5, sample_size = 1)]
fn evaluating_by_leaves(bencher: Bencher, leaves: usize) {
    let registry = synthetic::registry(leaves);
    let catalog = synthetic::nested(leaves, &registry);
    let rules = CatalogRules::new(&catalog, &registry);
    let today = Date::of(2026, 6, 15).unwrap();
    bencher.bench(|| rules.evaluate(black_box(&Profile::default()), today));
}
