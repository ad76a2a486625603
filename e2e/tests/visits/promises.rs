//! The questions at the end of every visit are worth something only if they can be answered “no”.

use e2e::visit;

#[test]
#[should_panic(expected = "requests after loading")]
fn a_request_after_loading_fails_the_visit() {
    visit(|page| {
        page.open("#/");
        page.run("return fetch('elsewhere').then(() => null)", Vec::new());
    });
}

#[test]
#[should_panic(expected = "errors in the console")]
fn an_error_in_the_console_fails_the_visit() {
    visit(|page| {
        page.open("#/");
        page.run("console.error('a panic, say')", Vec::new());
    });
}
