//! How long the page takes with five hundred drafts of two hundred targets each, and what they take
//! of the storage.
//!
//! `LEIMU_DIST=<folder of the built page> cargo run -p e2e --bin measure_drafts`
//!
//! Timings depend on the machine, so none passes or fails.

#![allow(clippy::panic, reason = "a page that cannot be measured has no figures")]

use std::fs;
use std::path::Path;

use e2e::{Browser, Page, Site};
use serde_json::{Value as Json, json};

const DRAFTS: u32 = 500;
const TARGETS: usize = 200;
/// Milliseconds for the list, and for opening one: for use, and on its own page.
const BUDGET: f64 = 50.0;
/// How often each is measured.
const TIMES: usize = 5;

/// Writes the drafts, each a little other than the one before.
const WRITE: &str = r#"
localStorage.clear();
const [many, categories, papers] = arguments;
let characters = 0;
for (let at = 0; at < many; at += 1) {
  const id = "d" + at;
  const text = JSON.stringify({
    schema: 2, id, name: "客户 " + at, created: 1700000000000 + at, updated: 1700000000000 + at,
    profile: { subject: "enterprise", documents: papers },
    targets: [{ catalog: "wechat-2026", categories }],
  });
  characters += text.length;
  localStorage.setItem("leimu/draft/" + id, text);
}
return characters / many;
"#;

/// Clicks the link or button, and resolves with the time until the page shows what is waited for,
/// and until that is painted.
const CLICK: &str = r#"
const [click, shown, words] = arguments;
const found = [...document.querySelectorAll(click)].find(one => !words || one.textContent === words);
return new Promise(resolve => {
  const begun = performance.now();
  const done = () => {
    const changed = performance.now() - begun;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve([changed, performance.now() - begun]);
      port2.postMessage(null);
    });
  };
  const isThere = () => document.querySelector(shown);
  new MutationObserver((_, observer) => {
    if (isThere()) { observer.disconnect(); done(); }
  }).observe(document, { childList: true, subtree: true, attributes: true });
  found.click();
});
"#;

fn main() {
    let page = Page::new(Browser::start(), Site::isolated());
    page.load(&page.site.blank());
    let papers: Vec<Json> = (0..20)
        .map(|at| json!({"document": format!("paper-{at}"), "covers": ["驾驶员培训"], "valid_until": "2027-01-31"}))
        .collect();
    let written = page.run(WRITE, vec![json!(DRAFTS), branches(), json!(papers)]);
    println!("{written} characters a draft, {DRAFTS} drafts of {TARGETS} targets");
    let (mut start, mut list, mut open, mut own) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TIMES {
        page.load(&page.site.blank());
        page.open("#/about");
        let taken = "return performance.getEntriesByName('leimu:drafts', 'measure')[0].duration";
        start.push(page.run(taken, Vec::new()).as_f64().unwrap_or_default());
        list.push(clicked(&page, "header a[href='#/drafts']", "li.draft h2", ""));
        open.push(clicked(&page, "li.draft:not(.current) button", "li.draft.current .verdict.ready", "打开"));
        own.push(clicked(&page, "li.draft:not(.current) h2 a", ".answered li .verdict", ""));
    }
    start.sort_by(f64::total_cmp);
    println!("reading all of them at the start: {:.1} ms", start.get(TIMES / 2).copied().unwrap_or_default());
    for (what, times) in [("the list", list), ("opening one", open), ("its own page", own)] {
        let middle = |pick: fn(&(f64, f64)) -> f64| {
            let mut times: Vec<f64> = times.iter().map(pick).collect();
            times.sort_by(f64::total_cmp);
            times.get(TIMES / 2).copied().unwrap_or_default()
        };
        println!("{what}: {:.1} ms, painted after {:.1}; budget {BUDGET}", middle(|one| one.0), middle(|one| one.1));
    }
}

/// The first categories of a catalog, as drafts write them.
fn branches() -> Json {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/wechat-2026.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let catalog: Json = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut branches: Vec<(Vec<Json>, Vec<Json>)> = Vec::new();
    for category in catalog["categories"].as_array().into_iter().flatten().take(TARGETS) {
        let path = category["path"].as_array().cloned().unwrap_or_default();
        let Some((name, before)) = path.split_last() else { continue };
        match branches.last_mut() {
            Some((known, names)) if known == before => names.push(name.clone()),
            _ => branches.push((before.to_vec(), vec![name.clone()])),
        }
    }
    json!(branches)
}

fn clicked(page: &Page, click: &str, shown: &str, words: &str) -> (f64, f64) {
    let times = page.run(CLICK, vec![json!(click), json!(shown), json!(words)]);
    (times[0].as_f64().unwrap_or_default(), times[1].as_f64().unwrap_or_default())
}
