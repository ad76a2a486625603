//! The screen that makes the lines to copy.

use e2e::{Page, Site, visit};
use serde_json::json;

use super::{looks, visit_host};

#[test]
fn the_screen_makes_the_lines_and_shows_them_as_they_will_be() {
    let code = |page: &Page| page.text("#embed-code");
    visit(|page| {
        page.open("#/c/wechat-2026/教育服务/驾校培训");
        page.link("嵌入").click();
        page.expect("address", "#/embed/wechat-2026/教育服务/驾校培训", Page::address);
        page.expect_text("#embed-code", "<leimu-card platform=\"wechat\" category=\"教育服务/驾校培训\">");
        page.wait_loaded();
        page.enter_embed(0);
        page.expect("heading", "驾校培训", Page::heading);
        page.leave_frame();

        page.spot("#embed-category").select("医疗服务 / 互联网医院");
        page.area("外观").choice("深色").click();
        page.area("语言").choice("English").click();
        page.expect_text("#embed-code", "category=\"医疗服务/互联网医院\" theme=\"dark\" lang=\"en\">");
        page.enter_embed(0);
        page.expect("as it was chosen", json!(["dark", "en"]), looks);
        page.expect_text("h1", "互联网医院");
        page.leave_frame();
        let (copied, card) = (code(page), page.address());

        page.area("嵌入什么").choice("查询表").click();
        page.spot("#embed-catalog").select("百度 2019");
        page.expect_text("#embed-code", "<leimu-checker catalog=\"baidu-2019\" theme=\"dark\" lang=\"en\">");
        page.enter_embed(0);
        page.expect("address", "#/?catalog=baidu-2019", Page::address);
        page.leave_frame();
        page.expect("its own looks stay as they are", json!(["", "zh-CN"]), looks);

        page.browser.allow_clipboard();
        page.spot(".snippet").button("复制代码").click();
        page.expect_text(".snippet", "已复制");
        assert_eq!(card, "#/embed/wechat-2026/医疗服务/互联网医院");
        page.back();
        page.expect("one step for all choices", "#/c/wechat-2026/教育服务/驾校培训", Page::address);

        // In a page of somebody's, the lines do what they did.
        let html =
            format!("<!doctype html><html lang=\"zh\"><link rel=\"icon\" href=\"data:,\"><title>host</title>{copied}");
        let host = Site::start("", &[("/host.html", &html)]);
        page.load(&page.site.blank());
        visit_host(page, &host);
        page.enter_embed(0);
        page.expect("as it was chosen", json!(["dark", "en"]), looks);
    });
}

/// A file has no address that another page could open.
#[test]
fn the_copy_for_offline_use_says_that_it_cannot_be_embedded() {
    visit(|page| {
        page.load(&format!("{}#/embed", page.site.saved_copy()));
        page.expect_text("main", "离线版没有网址");
        page.spot("leimu-checker").expect_none();
    });
}
