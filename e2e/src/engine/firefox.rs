//! Firefox: `firefox-esr` and `geckodriver`, whose scripts may run in the browser's own window, too.

use std::env;
use std::fs;
use std::process::Command;

use fantoccini::wd::Capabilities;
use serde_json::{Value as Json, json};

use super::{Engine, Extension, Line, Start, Wishes, common, program, standard};
use crate::browser::Browser;

/// The browser; without it the driver looks in the usual places.
const BROWSER: &str = "LEIMU_FIREFOX";
/// The driver; without it the one on `PATH`.
const DRIVER: &str = "LEIMU_GECKODRIVER";

/// A window is never narrower than 500 pixels; what shows the page inside it may be.
const SET_VIEWPORT: &str = "
    const [width, height, scale] = arguments;
    const view = gBrowser.selectedBrowser;
    const sizes = `width: ${width}px; max-width: ${width}px; height: ${height}px; max-height: ${height}px;`;
    view.style.cssText = `${sizes} min-width: 0; min-height: 0; flex: none`;
    view.browsingContext.overrideDPPX = scale;
";

/// The medium is that of the page in front; what the visitor prefers holds for every page to come, in whatever process.
const SET_MEDIA: &str = "
    const [media, features] = arguments;
    for (const [name, pref, values] of [
        ['prefers-color-scheme', 'layout.css.prefers-color-scheme.content-override', { dark: 0, light: 1 }],
        ['prefers-reduced-motion', 'ui.prefersReducedMotion', { reduce: 1 }],
        ['forced-colors', 'browser.display.document_color_use', { active: 2 }],
    ]) {
        if (name in features) Services.prefs.setIntPref(pref, values[features[name]]);
        else Services.prefs.clearUserPref(pref);
    }
    gBrowser.selectedBrowser.browsingContext.mediumOverride = media;
";

/// Errors of pages, of their policies and of their programs; not those of the browser itself, and not what a page
/// writes of its own accord.
const TAKE_ERRORS: &str = "
    const errors = Services.console.getMessageArray().flatMap((message) => {
        if (!(message instanceof Ci.nsIScriptError)) return [];
        const isPages = /^(http|file)/.test(message.sourceName) || message.category.startsWith('CSP');
        // Looking for barriers says so in every frame; ours would go without an answer, and be noticed.
        const isLost = message.errorMessage.includes('does not match the recipient window');
        const isError = !isLost && !(message.flags & Ci.nsIScriptError.warningFlag);
        return isPages && isError ? [`${message.sourceName} ${message.lineNumber} ${message.errorMessage}`] : [];
    });
    Services.console.reset();
    return errors;
";

const ALLOW_CLIPBOARD: &str = "Services.prefs.setBoolPref('dom.events.testing.asyncClipboard', true)";

/// Sizes and media are those of a tab.
const FORGET: &str = "Services.prefs.clearUserPref('dom.events.testing.asyncClipboard'); Services.console.reset();";

/// See the module.
#[derive(Debug)]
pub(super) struct Firefox;

impl Engine for Firefox {
    fn name(&self) -> &'static str {
        "firefox"
    }

    fn start(&self, wishes: Wishes<'_>) -> Start {
        let mut command = Command::new(program(DRIVER, "geckodriver"));
        // Its profile is made in there.
        fs::create_dir_all(wishes.profile).unwrap_or_else(|error| panic!("{}: {error}", wishes.profile.display()));
        command.env("MOZ_HEADLESS_WIDTH", "1280").env("MOZ_HEADLESS_HEIGHT", "1045");
        command.args(["--port", "0", "--allow-system-access", "--profile-root"]).arg(wishes.profile);
        Start { command, port: None, beside: Vec::new() }
    }

    fn port_in(&self, line: &str) -> Option<u16> {
        let (_, port) = line.split_once("Listening on 127.0.0.1:")?;
        port.trim().parse().ok()
    }

    fn capabilities(&self, wishes: Wishes<'_>) -> Capabilities {
        let mut options = json!({
            "args": ["-headless"],
            "prefs": {
                "intl.accept_languages": wishes.languages,
                "browser.download.folderList": 2,
                "browser.download.dir": wishes.downloads,
                "browser.download.always_ask_before_handling_new_types": false,
                // Nothing to talk to.
                "app.normandy.enabled": false,
                "browser.safebrowsing.downloads.enabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
            },
        });
        if let Some(browser) = env::var_os(BROWSER) {
            options["binary"] = json!(browser.to_string_lossy());
        }
        common(json!({ "moz:firefoxOptions": options }))
    }

    fn console(&self, browser: &Browser) -> Vec<Line> {
        let errors = in_its_own_window(browser, TAKE_ERRORS, Vec::new());
        let errors = errors.as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned);
        errors.map(|text| ("SEVERE".to_owned(), text)).chain(standard::errors_heard(browser)).collect()
    }

    fn set_viewport(&self, browser: &Browser, width: u32, height: u32, scale: u32) {
        in_its_own_window(browser, SET_VIEWPORT, vec![json!(width), json!(height), json!(scale)]);
    }

    fn set_media(&self, browser: &Browser, media: &str, features: &[(&str, &str)]) {
        let features: Json = features.iter().map(|&(name, value)| (name.to_owned(), json!(value))).collect();
        in_its_own_window(browser, SET_MEDIA, vec![json!(media), features]);
    }

    /// It has a way, but only in processes that are not yet there.
    fn run_ahead_of_pages(&self, _browser: &Browser, _script: &str) -> bool {
        false
    }

    fn ahead_of_every_page(&self) -> Option<&'static str> {
        Some(standard::HEAR_ERRORS)
    }

    /// A page that comes out of a worker is made in another process.
    fn arrives_late(&self) -> bool {
        true
    }

    /// Its driver asks the network, and passes the worker by.
    fn reloads_as_visitors_do(&self) -> bool {
        false
    }

    fn allow_clipboard(&self, browser: &Browser) {
        in_its_own_window(browser, ALLOW_CLIPBOARD, Vec::new());
    }

    fn forget(&self, browser: &Browser) {
        in_its_own_window(browser, FORGET, Vec::new());
        self.set_media(browser, "", &[]);
    }
}

/// Runs a script where the browser's own controls stand.
#[track_caller]
fn in_its_own_window(browser: &Browser, script: &str, arguments: Vec<Json>) -> Json {
    let go = |context: &str| browser.issue(Extension::new("moz/context", json!({ "context": context })));
    go("chrome");
    let answer = browser.try_ask(async |client| client.execute(script, arguments).await);
    go("content");
    answer.unwrap_or_else(|error| panic!("Firefox refused: {error}\n{script}"))
}
