//! What any engine can be asked by WebDriver alone, in many small steps.

use serde_json::Value as Json;

use super::{Extension, Line, Told};
use crate::browser::Browser;
use crate::spot::ELEMENT;

/// Run ahead of a page, it keeps what goes wrong in it and what it writes to its console as an error.
pub(super) const HEAR_ERRORS: &str = "
    window.errorsHeard ??= (() => {
        const heard = [];
        const keep = (what) => heard.push(String(what));
        const { error } = console;
        console.error = (...words) => { keep(words.join(' ')); error.apply(console, words); };
        addEventListener('error', ({ message, filename, lineno, target }) =>
            keep(message ? `${message} (${filename}:${lineno})` : `not loaded: ${target.src ?? target.href}`), true);
        addEventListener('unhandledrejection', ({ reason }) => keep(reason));
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
            keep(`against the policy: ${violatedDirective} ${blockedURI}`));
        return heard;
    })();
";

const TAKE_ERRORS: &str = "return window.errorsHeard?.splice(0) ?? []";

/// What is told of a page, but for its text, in reading order, with how far down a heading is.
const WHAT_IS_TOLD: &str = "
    const kinds = 'header, nav, main, footer, search, section, aside, form, h1, h2, h3, h4, h5, h6, [role], ' +
        'a[href], button, input:not([type=hidden]), select, textarea, summary';
    const isTold = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('[aria-hidden=true], [inert]');
    return [...document.querySelectorAll(kinds)].filter(isTold).map((one) => [one, Number(/^H([1-6])$/.exec(one.tagName)?.[1] ?? 0)]);
";

/// What the engine has worked out of each element: its role and its name.
#[track_caller]
pub(super) fn told(browser: &Browser) -> Vec<Told> {
    let elements = browser.ask(async |client| client.execute(WHAT_IS_TOLD, Vec::new()).await);
    let elements = elements.as_array().into_iter().flatten();
    let told = elements.filter_map(|pair| Some((pair[0][ELEMENT].as_str()?, pair[1].as_u64()?))).map(|(id, level)| {
        let ask = |what: &str| {
            let answer = browser.issue(Extension::asking(format!("element/{id}/{what}")));
            answer.as_str().unwrap_or_default().to_owned()
        };
        Told { role: ask("computedrole"), name: ask("computedlabel"), level }
    });
    told.collect()
}

/// What the page in front has kept since the last call.
#[track_caller]
pub(super) fn errors_heard(browser: &Browser) -> Vec<Line> {
    let heard = browser.ask(async |client| client.execute(TAKE_ERRORS, Vec::new()).await);
    let heard = heard.as_array().into_iter().flatten().filter_map(Json::as_str);
    heard.map(|text| ("SEVERE".to_owned(), text.to_owned())).collect()
}
