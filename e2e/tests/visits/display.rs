//! Language and theme: the system's, or the visitor's own choice.

use e2e::{Browser, Key, Page, Site, Visit, visit};
use serde_json::json;

/// A frame as careful hosts write it: without an origin of its own, and so without storage.
const HOST: &str = "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>host</title>
    <iframe sandbox=\"allow-scripts\" src=\"/\" width=\"1000\" height=\"800\"></iframe>";

fn language(page: &Page) -> String {
    page.run("return document.documentElement.lang", Vec::new()).as_str().unwrap_or_default().to_owned()
}

/// The scheme in which the page is drawn, as far as its ground tells.
fn is_dark(page: &Page) -> bool {
    let script = "return getComputedStyle(document.body).backgroundColor";
    let ground = page.run(script, Vec::new());
    ground.as_str().unwrap_or_default() == "rgb(22, 21, 19)"
}

fn choose(page: &Page, choice: &str) {
    page.spot(".display-panel").choice(choice).click();
}

#[test]
fn the_page_speaks_the_language_of_the_system() {
    for (languages, spoken, heading) in [
        ("zh-TW,en", "zh-CN", "472 个类目里，0 个现在就能申请"),
        ("fr,en-GB,zh", "en", "0 of 472 categories can be applied for now"),
        ("fr,de", "en", "0 of 472 categories can be applied for now"),
    ] {
        Visit::default().of_reader(languages).run(|page| {
            page.open("#/");
            assert_eq!((language(page).as_str(), page.heading().as_str()), (spoken, heading), "{languages}");
        });
    }
}

#[test]
fn another_language_is_chosen_by_keyboard_and_remembered() {
    visit(|page| {
        page.open("#/c/wechat-2026/教育服务/驾校培训");
        page.tab_to("语言与外观");
        page.press(Key::Enter);
        page.spot(".display-panel").expect();
        page.tab_to("language-system");
        page.press(Key::Down);
        page.expect("the next one", "language-zh-CN".to_owned(), |page| page.focus().0);
        page.press(Key::Down);
        page.expect("language", "en", language);
        page.expect("the focus stays", "language-en".to_owned(), |page| page.focus().0);
        page.press(Key::Escape);
        page.spot(".display-panel").expect_none();
        page.expect("address", "#/c/wechat-2026/教育服务/驾校培训", Page::address);
        assert!(page.title().contains("Leimu"), "{}", page.title());

        page.reload();
        assert_eq!(language(page), "en");
        page.button("Language and theme").click();
        page.spot(".display-panel").area("Language").choice("As the system").click();
        page.expect("language", "zh-CN", language);
        assert_eq!(page.storage(), [], "what follows the system needs not be kept");
    });
}

#[test]
fn a_theme_is_there_before_the_page_is() {
    visit(|page| {
        page.browser.set_colour_scheme("light");
        page.open("#/");
        assert!(!is_dark(page));
        page.button("语言与外观").click();
        choose(page, "深色");
        page.expect("dark", true, is_dark);
        // The first thing that runs in the body sees it: nothing has been painted yet.
        page.browser.run_ahead_of_pages(
            "addEventListener('DOMContentLoaded', () => { window.earlyTheme = document.documentElement.dataset.theme; })",
        );
        page.reload();
        assert_eq!(page.run("return window.earlyTheme", Vec::new()), json!("dark"));
        assert!(is_dark(page));
        page.button("语言与外观").click();
        choose(page, "浅色");
        page.browser.set_colour_scheme("dark");
        page.expect("light all the same", false, is_dark);
    });
}

#[test]
fn a_choice_in_one_tab_shows_in_the_other() {
    visit(|page| {
        page.open("#/");
        let first = page.tab();
        page.open_tab("#/about");
        page.button("语言与外观").click();
        choose(page, "English");
        page.expect("language", "en", language);
        page.switch_to(&first);
        page.expect("language", "en", language);
    });
}

#[test]
fn without_storage_a_choice_holds_until_the_page_is_left() {
    Visit::default().beside("/host.html", HOST).run(|page| {
        page.load(&page.site.beside("/host.html"));
        page.enter_frame();
        page.area("主体类型").choice("企业").click();
        page.button("语言与外观").click();
        choose(page, "English");
        page.expect("language", "en", language);
        let is_chosen = "return document.getElementById('subject-enterprise').checked";
        page.expect("what was answered is still there", json!(true), |page| page.run(is_chosen, Vec::new()));
    });
}

#[test]
fn what_cannot_start_says_so_in_the_language_of_the_system() {
    for (languages, words) in [("zh-CN", "没能打开：浏览器不支持 WebAssembly"), ("en-GB", "The page could not start")]
    {
        let page = Page::new(Browser::of_reader(languages), Site::start("", &[]));
        page.browser.run_ahead_of_pages("delete globalThis.WebAssembly");
        page.load(&page.site.url());
        page.expect_text("main", words);
        page.spot(".starting").expect_none();
    }
}
