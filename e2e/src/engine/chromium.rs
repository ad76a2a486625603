//! Chromium: `chromium` and `chromedriver`, which hands on the commands of its developer tools.

use std::collections::HashMap;
use std::env;
use std::process::Command;

use fantoccini::wd::Capabilities;
use serde_json::{Value as Json, json};

use super::{Engine, Extension, Line, Start, Told, Wishes, common, program};
use crate::browser::Browser;

/// The browser; without it the driver looks in the usual places.
const BROWSER: &str = "LEIMU_CHROMIUM";
/// The driver; without it the one on `PATH`.
const DRIVER: &str = "LEIMU_CHROMEDRIVER";

/// See the module.
#[derive(Debug)]
pub(super) struct Chromium;

impl Engine for Chromium {
    fn name(&self) -> &'static str {
        "chromium"
    }

    fn start(&self, _wishes: Wishes<'_>) -> Start {
        let mut command = Command::new(program(DRIVER, "chromedriver"));
        // The language of the browser's own controls, such as a date, comes from here alone.
        command.arg("--port=0").env("LANGUAGE", "zh_CN");
        Start { command, port: None, beside: Vec::new() }
    }

    fn port_in(&self, line: &str) -> Option<u16> {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    }

    fn capabilities(&self, wishes: Wishes<'_>) -> Capabilities {
        let mut options = json!({
            "args": [
                "--headless",
                // Containers run tests as root, where Chromium's sandbox refuses to start.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,960",
                format!("--user-data-dir={}", wishes.profile.display()),
            ],
            "prefs": {
                "intl.accept_languages": wishes.languages,
                "download.default_directory": wishes.downloads,
            },
        });
        if let Some(browser) = env::var_os(BROWSER) {
            options["binary"] = json!(browser.to_string_lossy());
        }
        common(json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL" },
        }))
    }

    fn console(&self, browser: &Browser) -> Vec<Line> {
        let lines = browser.issue(Extension::new("se/log", json!({ "type": "browser" })));
        let word = |line: &Json, key: &str| line[key].as_str().unwrap_or_default().to_owned();
        lines.as_array().into_iter().flatten().map(|line| (word(line, "level"), word(line, "message"))).collect()
    }

    fn set_viewport(&self, browser: &Browser, width: u32, height: u32, scale: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false });
        devtools(browser, "Emulation.setDeviceMetricsOverride", &metrics);
    }

    fn set_media(&self, browser: &Browser, media: &str, features: &[(&str, &str)]) {
        let features: Vec<Json> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        devtools(browser, "Emulation.setEmulatedMedia", &json!({ "media": media, "features": features }));
    }

    fn run_ahead_of_pages(&self, browser: &Browser, script: &str) -> bool {
        devtools(browser, "Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
        true
    }

    fn told(&self, browser: &Browser) -> Vec<Told> {
        let tree = devtools(browser, "Accessibility.getFullAXTree", &json!({}));
        let nodes: Vec<&Json> = tree["nodes"].as_array().into_iter().flatten().collect();
        let by_id: HashMap<&str, &Json> =
            nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, *node))).collect();
        let mut told = Vec::new();
        let mut left: Vec<&Json> = nodes.iter().filter(|node| node["parentId"].is_null()).copied().collect();
        while let Some(node) = left.pop() {
            if node["ignored"] != Json::Bool(true) {
                told.push(of_node(node));
            }
            let below = node["childIds"].as_array().into_iter().flatten().filter_map(|id| by_id.get(id.as_str()?));
            left.extend(below.rev());
        }
        told
    }

    fn installability(&self, browser: &Browser) -> Option<Json> {
        Some(devtools(browser, "Page.getInstallabilityErrors", &json!({}))["installabilityErrors"].take())
    }

    fn allow_clipboard(&self, browser: &Browser) {
        let permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
        devtools(browser, "Browser.grantPermissions", &json!({ "permissions": permissions }));
    }

    /// Sizes, media and scripts are those of a tab. The driver opens one behind the others, where a frame of another
    /// origin gets no focus, and leaves it there.
    fn forget(&self, browser: &Browser) {
        devtools(browser, "Browser.resetPermissions", &json!({}));
        devtools(browser, "Page.bringToFront", &json!({}));
    }
}

#[track_caller]
fn devtools(browser: &Browser, command: &str, params: &Json) -> Json {
    browser.issue(Extension::new("goog/cdp/execute", json!({ "cmd": command, "params": params })))
}

fn of_node(node: &Json) -> Told {
    let word = |key: &str| node[key]["value"].as_str().unwrap_or_default().to_owned();
    let properties = node["properties"].as_array().into_iter().flatten();
    let level = properties.filter(|one| one["name"] == "level").find_map(|one| one["value"]["value"].as_u64());
    Told { role: word("role"), name: word("name"), level: level.unwrap_or_default() }
}
