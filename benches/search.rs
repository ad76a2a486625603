//! How long a search takes, over everything that is bundled. `cargo xtask bench` prints it.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot be set up has nothing to say")]

use divan::{Bencher, black_box};
use leimu::bundled;
use leimu::catalog::{Bundle, Catalog};
use leimu::search::Index;

fn main() {
    divan::main();
}

/// What is typed: names, pinyin, initials, two terms, an error, what nothing fits, a whole name.
const TYPED: [&str; 13] = [
    "j",
    "jx",
    "jxpx",
    "jiaxiaopeixun",
    "驾",
    "驾校培训",
    "jiaxiao pei",
    "jiaxioa",
    "jiaxioa piexun",
    "营业职照",
    "火星旅行",
    "qwertyuiop",
    "zengzhidianxinyewujingyingxukezheng",
];

fn index(bundle: &Bundle) -> Index<'_> {
    let catalogs: Vec<&Catalog> = bundle.catalogs.iter().collect();
    Index::new(&catalogs, &bundle.registry, &bundle.links)
}

/// Once, when somebody searches for the first time.
#[divan::bench]
fn a_making_the_index(bencher: Bencher) {
    let bundle = bundled().unwrap();
    bencher.bench(|| index(black_box(&bundle)));
}

/// Budget: 1 ms for each keystroke.
#[divan::bench(args = TYPED)]
fn b_searching_everything(bencher: Bencher, typed: &str) {
    let bundle = bundled().unwrap();
    let index = index(&bundle);
    bencher.bench(|| index.search(black_box(typed), "wechat-2026", 24));
}
