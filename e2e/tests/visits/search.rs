//! An idea: “we want to take bookings for a driving school — which category, which papers?”

use e2e::{Key, LIVE_CHECKER, Page, visit};

/// The field of the search.
const FIELD: &str = "search-text";

/// What the search shows, line by line.
fn found(page: &Page) -> Vec<String> {
    page.texts("#search .hit .name")
}

/// The line that Enter opens, as assistive technology is told.
fn chosen(page: &Page) -> String {
    let chosen = "const field = document.getElementById('search-text');
        const line = document.getElementById(field.getAttribute('aria-activedescendant'));
        return line?.getAttribute('aria-selected') === 'true' ? line.querySelector('.name').textContent : '';";
    page.run(chosen, Vec::new()).as_str().unwrap_or_default().to_owned()
}

fn is_open(page: &Page) -> bool {
    page.spot("dialog[open]").count() == 1
}

/// Presses a key together with Ctrl, wherever the focus is.
fn press_with_ctrl(page: &Page, key: &str) {
    let press = "const event = new KeyboardEvent('keydown',
            { key: arguments[0], ctrlKey: true, bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(event);
        return event.defaultPrevented;";
    let used = page.run(press, vec![key.into()]);
    assert_eq!(used, true, "the browser would do something of its own with Ctrl and {key}");
}

#[test]
fn from_an_idea_to_an_open_category_in_one_search() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.type_text("/");
        page.expect("the stroke leads to the search", FIELD, |page| page.focus().0);
        page.type_text("驾校");
        page.expect("chosen", "教育 / 驾校培训", chosen);
        page.press(Key::Enter);
        page.expect("address", "#/c/tencent-live-2022/教育/驾校培训", Page::address);
        page.expect("the search is closed", false, is_open);

        page.expect("heading", "驾校培训", Page::heading);
        page.expect("title", "教育 / 驾校培训 · 类目通", Page::title);
        page.expect_text(".tree", "《道路运输经营许可证》含“驾驶员培训”");
        page.expect_text(".routes", "取得《道路运输经营许可证》含“驾驶员培训”");

        page.spot(".tree").button("我有《道路运输经营许可证》").click();
        page.expect_text(".banner", "先确认");
        page.area("还要确认").area("是否含“驾驶员培训”？").choice("含").click();
        page.area("还要确认").area("小程序是以哪类主体注册认证的？").choice("企业").click();
        page.expect_text(".banner", "可以申请。要求的资质都已备齐");
        page.area("还要确认").expect_none();

        page.back();
        page.expect("address", LIVE_CHECKER, Page::address);
        page.spot("#find-category").type_text("jxpx");
        page.expect("address", format!("{LIVE_CHECKER}&q=jxpx"), Page::address);
        page.expect("the answers count here, too", [("ready".to_owned(), 1)], Page::counts);
        page.line("教育/驾校培训").click();
        page.expect("heading", "驾校培训", Page::heading);
        page.back();
        page.expect("the text is kept", "jxpx", |page| page.spot("#find-category").value());
    });
}

#[test]
fn the_search_opens_from_anywhere_and_works_by_keys_alone() {
    visit(|page| {
        page.open("#/about");
        press_with_ctrl(page, "k");
        page.expect("the field has the focus", FIELD, |page| page.focus().0);
        page.type_text("jxpx");
        page.expect("chosen", "教育服务 / 驾校培训", chosen);
        assert_eq!(page.texts("#search .hit mark")[0], "驾校培训");
        assert_eq!(page.texts("#search h2"), ["类目", "资质"]);
        // The arrows go round.
        let lines = found(page);
        page.press(Key::Up);
        page.expect("the last one", lines[lines.len() - 1].clone(), chosen);
        page.press(Key::Down);
        page.press(Key::Down);
        page.expect("the second one", lines[1].clone(), chosen);
        page.press(Key::Up);
        page.press(Key::Enter);
        page.expect("heading", "驾校培训", Page::heading);
        page.expect("title", "教育服务 / 驾校培训 · 类目通", Page::title);
        page.expect("the focus is on the heading", "place", |page| page.focus().0);
        page.expect("the search is closed", false, is_open);

        // Opened again it is empty; closed by Escape, the focus is where it was.
        page.tab_to("复制链接");
        page.type_text("/");
        page.expect("the field has the focus", FIELD, |page| page.focus().0);
        assert_eq!(page.spot("#search-text").value(), "");
        page.press(Key::Escape);
        page.expect("the search is closed", false, is_open);
        page.expect("the focus is back", "复制链接", |page| page.focus().1);
    });
}

#[test]
fn a_stroke_in_a_field_is_text_and_ctrl_k_opens_the_search_from_there() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.spot("#find-paper").type_text("a/b");
        assert_eq!(page.spot("#find-paper").value(), "a/b");
        assert!(!is_open(page));
        press_with_ctrl(page, "k");
        page.expect("the search is open", true, is_open);
        // While a character is being composed, keys belong to the input method.
        let composing = "const field = document.getElementById('search-text');
            const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
            field.dispatchEvent(event);
            return event.defaultPrevented;";
        page.type_text("驾校");
        page.expect("chosen", "教育 / 驾校培训", chosen);
        assert_eq!(page.run(composing, Vec::new()), false);
        assert!(is_open(page));
        page.press(Key::Escape);
        page.expect("the focus is back", "find-paper", |page| page.focus().0);
    });
}

#[test]
fn the_mouse_opens_the_search_and_what_it_found() {
    visit(|page| {
        page.open("#/drafts");
        page.button("搜索").click();
        page.button("卖酒").click();
        page.expect("chosen", "商家自营 / 酒类", chosen);
        page.expect("the focus is in the field", FIELD, |page| page.focus().0);
        page.spot("#search-found-1").click();
        page.expect("address", "#/c/wechat-2026/本地服务/酒", Page::address);
        page.expect("the focus is on the heading", "place", |page| page.focus().0);

        // The place where one is already: nothing changes, and the focus is not lost.
        page.button("搜索").click();
        page.spot("#search-text").type_text("卖酒");
        page.spot("#search-found-0").click();
        page.expect("address", "#/c/wechat-2026/商家自营/酒类", Page::address);
        page.button("搜索").click();
        page.spot("#search-text").type_text("卖酒");
        page.spot("#search-found-0").click();
        page.expect("the search is closed", false, is_open);
        page.expect("the focus is on the heading", "place", |page| page.focus().0);
    });
}

#[test]
fn where_nothing_fits_the_search_says_so_and_shows_what_comes_nearest() {
    visit(|page| {
        page.open("#/");
        page.button("搜索").click();
        page.spot("#search-text").type_text("火星旅行");
        page.expect_text("#search [role=status]", "没有对得上“火星旅行”的，最接近的是：");
        page.expect("chosen", "旅游服务 / 旅行社", chosen);
        page.spot("#search-text").retype("營業职照");
        page.expect("one wrong letter is forgiven", "《营业执照》", chosen);
        page.expect_text("#search [role=status]", "找到");
        page.press(Key::Enter);
        page.expect("address", "#/d/business-licence", Page::address);
    });
}

#[test]
fn the_search_fits_a_narrow_phone() {
    visit(|page| {
        page.browser.set_viewport(320, 560);
        page.open("#/");
        page.button("搜索").click();
        for text in ["", "jx", "营业执照", "zzzzzz", "火星旅行"] {
            page.spot("#search-text").retype(text);
            page.expect("lines", !text.is_empty(), |page| !found(page).is_empty());
            assert_eq!(page.overflow(), Vec::<String>::new(), "“{text}”");
            assert_eq!(page.small_controls(), Vec::<String>::new(), "“{text}”");
            assert!(page.is_in_window("#search"), "“{text}”");
            let sideways = "const list = document.getElementById('search'); return list.scrollWidth > list.clientWidth";
            assert_eq!(page.run(sideways, Vec::new()), false, "“{text}”");
        }
        // What is chosen stays in view.
        page.spot("#search-text").retype("jx");
        page.press(Key::Up);
        let last = format!("#search-found-{}", found(page).len() - 1);
        page.expect("the last one is in view", true, |page| page.is_in_window(&last));
    });
}

#[test]
fn a_text_that_is_nowhere_shows_the_nearest_categories_and_what_to_do() {
    visit(|page| {
        page.open("#/");
        page.spot("#find-category").type_text("火星旅行");
        page.expect("headline", "没有对得上“火星旅行”的类目，最接近的 8 个", Page::heading);
        page.expect("they are shown", 8, |page| page.counts().iter().map(|(_, count)| count).sum::<usize>());
        page.line("旅游服务/旅行社").expect();
        page.button("清除筛选").click();
        page.expect("headline", "472 个类目里，0 个现在就能申请", Page::heading);
        assert_eq!(page.spot("#find-category").value(), "");
        // The nearest of those that the other filters leave.
        page.spot("#level").select("医疗服务");
        page.spot("#find-category").type_text("火星旅行");
        page.expect("headline", "没有对得上“火星旅行”的类目，最接近的 8 个", Page::heading);
        let elsewhere = |page: &Page| {
            page.groups().into_iter().flat_map(|group| group.rows).find(|row| !row.path.starts_with("医疗服务"))
        };
        page.expect("none of another level", None, elsewhere);
    });
}

#[test]
fn a_paper_is_found_by_its_name_with_brackets_or_without_and_by_an_alias() {
    visit(|page| {
        page.open("#/");
        for typed in ["《增值电信业务经营许可证》", "增值电信业务", "icp证", "zzdxywjyxkz", "增值電信", "增值电讯业务"]
        {
            page.spot("#find-paper").retype(typed);
            page.button("添加《增值电信业务经营许可证》").expect();
        }
        page.spot("#find-paper").retype("不存在的证");
        page.expect_text(".papers [role=status]", "没有名称含“不存在的证”的资质");
        page.expect("the nearest are offered", false, |page| page.texts(".offers button").is_empty());
    });
}
