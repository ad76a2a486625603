//! What people with disabilities would stumble over, as far as a program can tell.

use std::env;
use std::fs;

use serde_json::{Value as Json, json};

use crate::page::Page;

/// The variable that names axe's script.
const AXE: &str = "LEIMU_AXE";

/// Every rule for WCAG 2.2 AA, and what is good practice beside.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(({ violations }) =>
        done(violations.flatMap(({ id, help, nodes }) =>
            nodes.map(({ html, any, all, none }) =>
                `${id}: ${help}: ${html.slice(0, 160)} (${[...any, ...all, ...none].map((one) => one.message).join('; ')})`))),
        (error) => done([String(error)]));
";

impl Page {
    /// What axe finds on the screen as it is: rule, element, reason.
    ///
    /// # Panics
    /// Without axe: a screen that nobody looked at has not passed.
    #[must_use]
    #[track_caller]
    pub fn barriers(&self) -> Vec<String> {
        if self.run("return typeof axe", Vec::new()) != json!("object") {
            let Some(file) = env::var_os(AXE) else {
                panic!("{AXE} is not set: it names axe's script; `cargo xtask test` installs it and sets it")
            };
            let script = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            self.run(&script, Vec::new());
        }
        let found = self.browser.ask(async |client| client.execute_async(RUN, Vec::new()).await);
        found.as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect()
    }
}
