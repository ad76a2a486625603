//! How long the page takes for what a visitor does, catalog by catalog, beside the budgets.
//!
//! `LEIMU_DIST=<folder of the built page> cargo run -p e2e --bin measure`
//!
//! Timings depend on the machine, so none passes or fails; only a page that does not do what is
//! measured ends this with a panic.

#![allow(clippy::panic, reason = "a page that cannot be measured has no figures")]

use e2e::{Browser, File, Page, Site, large_catalog};
use serde_json::{Value as Json, json};

/// What is run in the page.
const SCRIPT: &str = include_str!("measure.js");

/// Resolves with the time from the start of the navigation until the first list is painted. It
/// stands in the page before anything else, so that nothing is missed.
const FIRST_LIST: &str = r#"
window.firstList = new Promise((resolve) =>
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".groups a.row")) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true }),
);
"#;

/// How often the page is loaded for each catalog.
const LOADS: usize = 5;
/// How many ticks are timed for each catalog, and how many papers are held at most meanwhile.
const TICKS: usize = 40;
const HELD: usize = 20;

/// Milliseconds for evaluating all catalogs once, and for one tick.
const EVALUATION_BUDGET: f64 = 3.0;
const TICK_BUDGET: f64 = 16.0;
/// For a list of so many categories, more than any bundled catalog has.
const TICK_CATEGORIES: usize = 1_100;

/// What was measured with one catalog on screen; all times are in milliseconds.
struct Figures {
    catalog: String,
    categories: usize,
    first_list: Vec<f64>,
    evaluate: Vec<f64>,
    rows: Vec<f64>,
    /// From the click until the list has changed, and until the frame is painted, of those ticks
    /// that change the list.
    changed: Vec<f64>,
    painted: Vec<f64>,
}

fn main() {
    let page = Page::new(Browser::start(), Site::isolated());
    page.browser.run_ahead_of_pages(FIRST_LIST);
    page.open("#/");
    assert_eq!(page.run("return crossOriginIsolated", Vec::new()), json!(true), "the clock is a coarse one");
    let bundled = page.run("return [...document.querySelector('#catalog').options].map(({ value }) => value)", vec![]);
    let bundled = bundled.as_array().into_iter().flatten().filter_map(Json::as_str);
    let figures: Vec<Figures> = bundled.map(|catalog| measure(&page, catalog)).collect();
    print(&figures, &measure_large(&page));
}

/// Loads a catalog of as many categories as the budget is for, and ticks papers.
fn measure_large(page: &Page) -> Figures {
    page.clear_storage();
    page.open("#/catalogs");
    let file = File::of("large.json", large_catalog(TICK_CATEGORIES));
    page.spot("#catalog-file").type_text(&file.path());
    page.expect_text("#outcome", &TICK_CATEGORIES.to_string());
    let kept = page.storage();
    let (_, text) =
        kept.iter().find(|(key, _)| key == "leimu/catalog/large").unwrap_or_else(|| panic!("it is not kept"));
    let keep = "localStorage.clear(); localStorage.setItem('leimu/catalog/large', arguments[0])";
    measure_from(page, "large", &|| drop(page.run(keep, vec![json!(text)])))
}

/// Opens a bundled catalog as a new visitor, and ticks papers.
fn measure(page: &Page, catalog: &str) -> Figures {
    measure_from(page, catalog, &|| page.clear_storage())
}

/// Opens a catalog with what is kept to begin with, and ticks papers.
fn measure_from(page: &Page, catalog: &str, begin: &dyn Fn()) -> Figures {
    let mut first_list = Vec::new();
    for _ in 0..LOADS {
        begin();
        page.open(&format!("#/?catalog={catalog}"));
        first_list.push(number(&page.run("return window.firstList", Vec::new())));
    }
    let categories = page.counts().iter().map(|(_, count)| count).sum();
    let script = format!("{SCRIPT}\nreturn ticks(...arguments);");
    let ticks = page.run(&script, vec![json!(TICKS), json!(HELD)]);
    let ticks = ticks.as_array().map(Vec::as_slice).unwrap_or_default();
    let (evaluate, rows) = (all(ticks, "evaluate"), all(ticks, "rows"));
    for (name, times) in [("evaluate", &evaluate), ("rows", &rows)] {
        assert!(times.iter().all(|time| *time > 0.0), "{catalog}: ticks without a record of leimu:{name}");
    }
    let changing = ticks.iter().filter(|tick| !tick["changed"].is_null());
    let (changed, painted) = (all(changing.clone(), "changed"), all(changing, "painted"));
    Figures { catalog: catalog.to_owned(), categories, first_list, evaluate, rows, changed, painted }
}

fn all<'a>(ticks: impl IntoIterator<Item = &'a Json>, key: &str) -> Vec<f64> {
    ticks.into_iter().map(|tick| number(&tick[key])).collect()
}

fn number(value: &Json) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("the page gave {value} for a number"))
}

fn print(bundled: &[Figures], large: &Figures) {
    println!(
        "Milliseconds; medians of {LOADS} loads and of {TICKS} ticks. The last four columns are of the ticks that"
    );
    println!("change the list: from the click until it has changed, and until that is painted.");
    println!("                                  first                            list     list  slowest   of so");
    println!("catalog              categories    list   evaluate       rows  changed  painted  painted    many");
    for Figures { catalog, categories, first_list, evaluate, rows, changed, painted } in bundled.iter().chain([large]) {
        println!(
            "{catalog:<20} {categories:>10} {:>7.0} {:>10.3} {:>10.3} {:>8.1} {:>8.1} {:>8.1} {:>7}",
            median(first_list),
            median(evaluate),
            median(rows),
            median(changed),
            median(painted),
            slowest(painted),
            painted.len(),
        );
    }
    let evaluation: f64 = bundled.iter().map(|figures| median(&figures.evaluate)).sum();
    let tick = median(&large.changed);
    println!("evaluating all bundled catalogs: {evaluation:.3}, budget {EVALUATION_BUDGET}");
    println!("a tick until the list has changed: {tick:.1}, budget {TICK_BUDGET} at {TICK_CATEGORIES} categories");
}

/// The middle of the times, or 0 where there is none.
fn median(times: &[f64]) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn slowest(times: &[f64]) -> f64 {
    times.iter().copied().fold(0.0, f64::max)
}
