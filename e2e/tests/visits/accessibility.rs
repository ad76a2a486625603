//! For everybody: every screen, in both languages and themes, by axe and by eye, in forced colours, without motion,
//! at 320 pixels.

use e2e::{Page, SCREENS, visit};
use serde_json::{Value as Json, json};

/// Every screen of somebody who has been here before, in this language and theme.
fn each_screen(page: &Page, language: &str, theme: &str, look: impl Fn(&Page) -> Vec<String>) {
    page.fill_storage();
    for (key, value) in [("leimu/language", language), ("leimu/theme", theme)] {
        page.run("localStorage.setItem(arguments[0], arguments[1])", vec![json!(key), json!(value)]);
    }
    let mut faults = Vec::new();
    for (_, place) in SCREENS {
        page.open(place);
        faults.extend(look(page).into_iter().map(|fault| format!("{place}: {fault}")));
    }
    assert!(faults.is_empty(), "{language}, {theme}: {}\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn axe_finds_nothing_in_chinese_on_a_light_page() {
    visit(|page| each_screen(page, "zh-CN", "light", Page::barriers));
}

#[test]
fn axe_finds_nothing_in_chinese_on_a_dark_page() {
    visit(|page| each_screen(page, "zh-CN", "dark", Page::barriers));
}

#[test]
fn axe_finds_nothing_in_english_on_a_light_page() {
    visit(|page| each_screen(page, "en", "light", Page::barriers));
}

#[test]
fn axe_finds_nothing_in_english_on_a_dark_page() {
    visit(|page| each_screen(page, "en", "dark", Page::barriers));
}

/// A window of 1,280 pixels at 400 % is 320 pixels wide.
#[test]
fn nothing_sticks_out_at_320_pixels_and_at_four_hundred_percent() {
    for language in ["zh-CN", "en"] {
        visit(|page| {
            page.browser.set_viewport_at(320, 256, 4);
            each_screen(page, language, "light", |page| {
                let mut faults = page.overflow();
                faults.extend(page.small_controls());
                faults
            });
        });
    }
}

/// What is chosen, and what a verdict is, must not rest on a ground that forced colours take away.
#[test]
fn forced_colours_leave_every_mark_and_every_choice() {
    visit(|page| {
        page.browser.set_preferences(&[("forced-colors", "active"), ("prefers-color-scheme", "dark")]);
        each_screen(page, "zh-CN", "dark", |page| {
            let found = page.probe("unseenInForcedColours", &[]);
            found.as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect()
        });
    });
}

#[test]
fn nothing_moves_for_those_who_want_no_motion() {
    visit(|page| {
        page.browser.set_preferences(&[("prefers-reduced-motion", "reduce")]);
        each_screen(page, "zh-CN", "light", |page| {
            let moving = "return [...document.querySelectorAll('*')].filter((one) => {
                const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
                return transitionDuration.split(',').some((time) => parseFloat(time) > 0)
                    || animationName !== 'none' || scrollBehavior === 'smooth';
            }).map((one) => one.outerHTML.slice(0, 100))";
            let found = page.run(moving, Vec::new());
            found.as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect()
        });
    });
}

/// A screen reader meets the page in this order: landmarks and headings, each with its name.
#[test]
fn the_accessibility_tree_tells_the_page_in_order() {
    visit(|page| {
        page.open("#/c/wechat-2026/教育服务/驾校培训");
        let outline = page.outline();
        let told: Vec<&str> = outline.iter().map(String::as_str).collect();
        assert_eq!(told.first(), Some(&"banner"), "{outline:#?}");
        let place = |wanted: &str| {
            outline.iter().position(|one| one == wanted).unwrap_or_else(|| panic!("no {wanted} in {outline:#?}"))
        };
        assert!(place("navigation 主菜单") < place("main"), "{outline:#?}");
        assert!(place("main") < place("heading 1 驾校培训"), "{outline:#?}");

        page.open("#/");
        let outline = page.outline();
        let headings: Vec<usize> =
            outline.iter().filter_map(|one| one.strip_prefix("heading ")?.split(' ').next()?.parse().ok()).collect();
        assert!(headings.windows(2).all(|pair| pair[1] <= pair[0] + 1), "a level is left out: {outline:#?}");
        assert_eq!(headings.iter().filter(|level| **level == 1).count(), 1, "{outline:#?}");
    });
}

/// What is Chinese on an English page is read aloud as Chinese. What the visitor wrote is nobody's to judge.
#[test]
fn every_chinese_word_of_an_english_page_says_so() {
    const WRITTEN: &str = "一家名字特别特别长的有限责任公司的小程序项目";
    visit(|page| {
        each_screen(page, "en", "light", |page| {
            let found = page.probe("unmarkedChinese", &[]);
            let found = found.as_array().into_iter().flatten().filter_map(Json::as_str);
            found.filter(|words| !words.contains(WRITTEN)).map(str::to_owned).collect()
        });
    });
}

/// Whatever can be acted on has a name, also where it is only a mark.
#[test]
fn every_control_has_a_name_in_the_accessibility_tree() {
    visit(|page| each_screen(page, "en", "light", Page::nameless));
}
