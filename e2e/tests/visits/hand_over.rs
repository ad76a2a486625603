//! What is handed over: links with and without a profile, texts, tables, paper.

use e2e::{LIVE_CHECKER, Page, Visit, visit};
use serde_json::json;

const DRIVING: &str = "#/c/tencent-live-2022/教育/驾校培训";
const ROAD: &str = "《道路运输经营许可证》";

/// A frame as careful hosts write it: it may use neither the clipboard nor files.
const HOST: &str = "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>host</title>
    <iframe sandbox=\"allow-scripts\" src=\"/#/c/tencent-live-2022/教育/驾校培训\" width=\"1000\" height=\"800\"></iframe>";

const OWN: &str =
    r#"{"schema":1,"id":"own","name":"我的公司","created":1,"updated":1,"profile":{"subject":"media"},"targets":[]}"#;

/// Somebody with a draft of their own.
fn settle(page: &Page) {
    page.clear_storage();
    page.run("localStorage.setItem('leimu/draft/own', arguments[0])", vec![json!(OWN)]);
    page.run("localStorage.setItem('leimu/current', 'own')", Vec::new());
}

/// What was copied last.
fn copied(page: &Page) -> String {
    page.run("return navigator.clipboard.readText()", Vec::new()).as_str().unwrap_or_default().to_owned()
}

/// What is behind the `#` of a copied link, as a person reads it.
fn fragment(page: &Page) -> String {
    let decoded = page.run("return decodeURIComponent(new URL(arguments[0]).hash)", vec![json!(copied(page))]);
    decoded.as_str().unwrap_or_default().to_owned()
}

fn in_use(page: &Page) -> String {
    page.text(".bar .in-use")
}

fn own_draft(page: &Page) -> Option<String> {
    page.storage().into_iter().find(|(key, _)| key == "leimu/draft/own").map(|(_, text)| text)
}

/// A company with a licence, in front of a category.
fn fill_in(page: &Page) {
    page.open(LIVE_CHECKER);
    page.area("主体类型").choice("企业").click();
    page.spot("#find-paper").type_text("道路");
    page.button(&format!("添加{ROAD}")).click();
    page.area(ROAD).choice("含").click();
    page.line("教育/驾校培训").click();
    page.expect_text(".banner", "可以申请");
}

#[test]
fn a_link_holds_the_place_and_the_profile_only_where_it_was_asked_for() {
    visit(|page| {
        page.browser.allow_clipboard();
        fill_in(page);
        page.button("复制链接").click();
        page.expect_text("[role=status]", "链接已复制，里面没有你的情况。");
        assert_eq!(fragment(page), DRIVING);

        page.area("带走").choice("链接附上我的情况").click();
        page.button("复制链接").click();
        page.expect_text("[role=status]", "链接已复制，里面有你的情况。");
        let link = copied(page);
        assert!(link.is_ascii(), "a chat ends an address at the first letter that is not: {link}");
        assert_eq!(fragment(page), format!("{DRIVING}?me=enterprise~+road-transport-licence:驾驶员培训"));

        // Somebody else opens it, who has a draft in use.
        settle(page);
        page.load(&link);
        page.wait_loaded();
        page.expect_text(".banner", "可以申请");
        page.expect("address", DRIVING.to_owned(), Page::address);
        page.expect("in use", "草稿：来自链接的情况".to_owned(), in_use);
        page.expect_text(".notices", "原来的草稿“我的公司”没有动");
        assert_eq!(own_draft(page).as_deref(), Some(OWN));

        // Loading again makes no second one, nor does opening it again.
        page.reload();
        page.expect("in use", "草稿：来自链接的情况".to_owned(), in_use);
        page.open("#/about");
        page.run("location.hash = arguments[0]", vec![json!(link.split_once('#').map(|(_, hash)| hash))]);
        page.expect("heading", "驾校培训", Page::heading);
        page.expect_text(".notices", "和正在使用的草稿一样");
        page.expect("address", DRIVING.to_owned(), Page::address);
        page.link("草稿").click();
        page.expect("drafts", 2, |page| page.spot("li.draft").count());
    });
}

#[test]
fn what_came_with_a_link_can_be_put_away_and_brought_back() {
    visit(|page| {
        settle(page);
        page.open("#/?catalog=tencent-live-2022&me=enterprise~a.b.c");
        page.expect("address", LIVE_CHECKER.to_owned(), Page::address);
        page.expect_text(".notices", "链接里有读不出的内容，没有算进去：a.b.c");
        page.button("删除这份").click();
        page.expect("in use", "草稿：我的公司".to_owned(), in_use);
        page.expect("focus", "place".to_owned(), |page| page.focus().0);
        page.button("撤销").click();
        page.expect("in use", "草稿：来自链接的情况".to_owned(), in_use);
        page.spot(".notices .notice").expect_none();

        page.link("草稿").click();
        page.area("我的公司").button("打开").click();
        page.run("location.hash = '#/?me=enterprise'", Vec::new());
        page.expect_text(".notices", "和已有的草稿“来自链接的情况”一样");
        page.button("回到“我的公司”").click();
        page.expect("in use", "草稿：我的公司".to_owned(), in_use);
        page.expect("the subject", true, |page| page.area("主体类型").choice("媒体").is_checked());
        assert_eq!(own_draft(page).map(|text| text.contains("\"media\"")), Some(true));

        // What this build does not know is kept and named.
        page.run("location.hash = '#/?me=enterprise~+moon-licence'", Vec::new());
        page.expect_text(".notices", "moon-licence");
        page.run("location.hash = '#/?me=7~enterprise'", Vec::new());
        page.expect_text(".notices", "由更新的版本写成");
    });
}

/// The text of the file that was just saved.
fn saved(page: &Page) -> String {
    page.expect_text("[role=status]", "已存成“");
    let said = page.text("[role=status]");
    let name = said.split_once('“').and_then(|(_, rest)| rest.split_once('”')).map(|(name, _)| name.to_owned());
    let name = name.unwrap_or_default();
    page.expect("the file", true, |page| page.browser.saved(&name).is_some_and(|text| text.ends_with("\r\n")));
    page.browser.saved(&name).unwrap_or_default()
}

#[test]
fn a_category_goes_out_as_text_markdown_and_table() {
    visit(|page| {
        page.browser.allow_clipboard();
        fill_in(page);
        page.button("复制为文字").click();
        page.expect_text("[role=status]", "已复制。");
        let text = copied(page);
        for words in [
            "资质清单：教育 / 驾校培训",
            "结论：可以申请",
            "☑ 《道路运输经营许可证》含“驾驶员培训”（已有）",
            "数据版本 tencent-live-2022 ",
        ] {
            assert!(text.contains(words), "{words} in\n{text}");
        }
        page.button("复制 Markdown").click();
        page.expect("markdown", true, |page| {
            copied(page).contains("- [x] 《道路运输经营许可证》含“驾驶员培训”（已有）")
        });
        page.button("存成 CSV").click();
        let table = saved(page);
        assert!(table.starts_with("\u{feff}\"项目\",\"类目\""), "{table}");
        assert!(
            table.contains("\"资质\",\"教育 / 驾校培训\",\"《道路运输经营许可证》含“驾驶员培训”\",\"已有\""),
            "{table}"
        );
    });
}

#[test]
fn the_filtered_list_goes_out_with_its_filters() {
    visit(|page| {
        page.browser.allow_clipboard();
        page.open(&format!("{LIVE_CHECKER}&level=医疗"));
        page.area("主体类型").choice("企业").click();
        page.button("带走这份列表").click();
        page.button("复制链接").click();
        page.expect_text("[role=status]", "链接已复制");
        assert_eq!(fragment(page), format!("{LIVE_CHECKER}&level=医疗"));
        page.button("复制为文字").click();
        page.expect("text", true, |page| copied(page).contains("· 医疗 / 互联网医院：差 "));
        assert!(!copied(page).contains("驾校"), "{}", copied(page));
        page.button("存成 CSV").click();
        let table = saved(page);
        assert_eq!(table.lines().count(), 3, "{table}");
    });
}

#[test]
fn a_draft_goes_out_with_one_list_of_papers_for_all_its_targets() {
    visit(|page| {
        page.browser.allow_clipboard();
        page.fill_storage();
        page.open("#/drafts");
        page.area("一家名字").button("带走").click();
        page.area("一家名字").button("复制为文字").click();
        page.expect_text("li.draft [role=status]", "已复制。");
        let text = copied(page);
        for words in ["教育 / 驾校培训 · 微信直播 2022：", "用于 电商平台 / 电商平台", "【一起补齐的方案】"]
        {
            assert!(text.contains(words), "{words} in\n{text}");
        }
        page.area("一家名字").button("存成 CSV").click();
        assert!(saved(page).contains("\"资质\",\"教育 / 驾校培训\""));
    });
}

#[test]
fn where_the_clipboard_is_denied_the_text_is_there_to_be_copied_by_hand() {
    Visit::default().beside("/host.html", HOST).run(|page| {
        page.load(&page.site.beside("/host.html"));
        page.enter_frame();
        page.expect("heading", "驾校培训", Page::heading);
        let chosen = "return getSelection().toString() || document.activeElement.value";
        page.button("复制为文字").click();
        page.expect_text("[role=status]", "浏览器不让复制。内容已经选中");
        page.expect("focus", "category-by-hand".to_owned(), |page| page.focus().0);
        page.expect("selected", true, |page| {
            page.run(chosen, Vec::new()).as_str().is_some_and(|text| text.starts_with("资质清单：教育 / 驾校培训"))
        });
        page.button("复制链接").click();
        page.expect("the link", true, |page| page.spot(".by-hand").value().contains("#/c/tencent-live-2022/"));
        page.button("存成 CSV").click();
        page.expect_text("[role=status]", "没有存下的话，请复制下面的内容");
        page.expect("the table", true, |page| page.spot(".by-hand").value().contains("\"结论\""));
    });
}

/// How many pages a PDF has: Chromium writes each as an object that can be read.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.matches("/Type /Page\n").count()
}

#[test]
fn a_category_or_a_short_list_is_printed_on_two_pages_at_most() {
    visit(|page| {
        page.browser.set_colour_scheme("dark");
        for (place, most) in [
            ("#/c/baidu-2020/教育/驾校培训", 1),
            (DRIVING, 2),
            ("#/c/wechat-2026/医疗服务/互联网医院", 2),
            ("#/c/wechat-2026/旅游服务/住宿服务", 2),
        ] {
            page.open(place);
            let many = pages(&page.browser.print());
            assert!((1..=most).contains(&many), "{place} takes {many} pages");
        }
        page.fill_storage();
        page.open(LIVE_CHECKER);
        let many = pages(&page.browser.print());
        assert!((1..=2).contains(&many), "the list takes {many} pages");
    });
}

#[test]
fn paper_says_when_from_what_and_where_and_has_no_controls() {
    visit(|page| {
        page.open("#/c/wechat-2026/医疗服务/互联网医院");
        page.spot(".imprint").expect_none();
        page.browser.set_media("print");
        page.expect_text(".imprint", "打印，以平台页面为准。");
        page.expect_text(".imprint", "数据版本 wechat-2026 ");
        page.expect_text(".imprint", "https://developers.weixin.qq.com/miniprogram/product/material/");
        page.expect("no controls", 0, |page| page.spot("button, input, select, textarea").count());
        let ink = page.run("return getComputedStyle(document.body).color", Vec::new());
        assert_eq!(ink, json!("rgb(0, 0, 0)"));
        page.fill_storage();
        page.open(LIVE_CHECKER);
        // A page that was loaded anew may be in another process, of which nothing was said.
        page.browser.set_media("print");
        page.expect_text(".imprint", "数据版本 tencent-live-2022 ");
        page.expect("no controls", 0, |page| page.spot("button, select, textarea").count());
        page.expect_text(".me", "企业");
        let me = page.text(".me");
        for words in ["政府", "小程序会做的事"] {
            assert!(!me.contains(words), "what was not said is not printed: {me}");
        }
    });
}
