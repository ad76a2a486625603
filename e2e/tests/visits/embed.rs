//! Cards and checkers in somebody else's page, and the screen that makes the lines for them.

use e2e::{Page, Site};
use serde_json::Value as Json;

mod frames;
mod screen;

/// Another address of this machine is another party to a browser.
fn visit_host(page: &Page, host: &Site) {
    page.load(&host.beside("/host.html").replace("127.0.0.1", "localhost"));
}

/// The theme and the language of the page in the frame.
fn looks(page: &Page) -> Json {
    page.run("const { dataset, lang } = document.documentElement; return [dataset.theme ?? '', lang]", Vec::new())
}
