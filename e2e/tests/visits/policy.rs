//! What the page lets in: its own files, and nothing that stands in a page or comes from elsewhere.

use e2e::{Page, SCREENS, Site, visit};
use serde_json::Value as Json;

/// Keeps every violation of a policy, from before the page's own first script.
const LISTEN: &str = "
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber, originalPolicy }) =>
        violations.push({ what: `${violatedDirective} ${blockedURI} (${sourceFile}:${lineNumber})`, originalPolicy }));
";

fn violations(page: &Page, key: &str) -> Vec<String> {
    let found = page.run("return window.violations.map((one) => one[arguments[0]])", vec![Json::from(key)]);
    found.as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect()
}

#[test]
fn no_screen_breaks_the_policy_in_either_language() {
    visit(|page| {
        page.browser.run_ahead_of_pages(LISTEN);
        page.fill_storage();
        for language in ["zh-CN", "en"] {
            page.run("localStorage.setItem('leimu/language', arguments[0])", vec![Json::from(language)]);
            for (_, place) in SCREENS {
                page.open(place);
                assert_eq!(violations(page, "what"), Vec::<String>::new(), "{place}, {language}");
            }
        }
    });
}

#[test]
fn what_hosts_are_told_to_send_is_what_the_page_says_of_itself() {
    visit(|page| {
        page.open("#/about");
        let meta = "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content";
        let own = page.run(meta, Vec::new()).as_str().unwrap_or_default().to_owned();
        assert_eq!(Site::policy(), format!("{own}; frame-ancestors *"));
    });
}

/// The listener of the first test hears what is broken, and both policies are in force.
#[test]
#[should_panic(expected = "errors in the console")]
fn an_inline_script_is_stopped_by_the_page_and_by_its_host() {
    visit(|page| {
        page.browser.run_ahead_of_pages(LISTEN);
        page.open("#/about");
        let add = "const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script)";
        page.run(add, Vec::new());
        page.expect("two policies", 2, |page| violations(page, "originalPolicy").len());
        assert!(violations(page, "what").iter().all(|what| what.starts_with("script-src-elem inline")));
        assert!(page.run("return window.ran ?? null", Vec::new()).is_null(), "it ran");
        // And the console is not empty, which ends every other visit.
    });
}
