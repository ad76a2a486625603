//! Two revisions side by side.

use e2e::{Key, LIVE_CHECKER, Page, visit};

#[test]
fn a_dated_catalog_leads_to_what_changed_and_drafts_come_first() {
    visit(|page| {
        page.open("#/c/tencent-live-2022/教育/驾校培训");
        page.button("加入草稿目标").click();
        page.button("移出草稿目标").expect();
        page.open(LIVE_CHECKER);
        page.link("逐类目对照").click();
        page.expect("address", "#/diff/tencent-live-2022/wechat-2026", Page::address);
        page.expect("heading", "从 微信直播 2022 到 微信 2026", Page::heading);
        page.expect("focus", "从 微信直播 2022 到 微信 2026".to_owned(), |page| page.focus().1);
        page.expect_text(".lead", "要求有变 23 个，只有开放的主体有变 7 个");
        let sections = page.texts("main details.diff:not([hidden]) > summary h2");
        assert_eq!(sections, ["影响我的草稿 1", "要求有变 23", "只有开放的主体有变 7", "取消 1", "旧版没有收录 441"]);
        let first = "main div > details.diff li";
        page.expect_text(first, "教育 / 驾校培训");
        page.expect_text(first, "→ 教育服务 / 驾校培训");
        page.expect_text(first, "现在都要：《机动车驾驶员培训备案》。");
        page.expect_text(first, "草稿：未命名草稿");

        // Line by line: what went, and what came.
        assert_eq!(page.spot("del, ins").count(), 0, "nothing is made before it is asked for");
        page.spot("main div > details.diff li details summary").click();
        page.expect("what went", vec!["《道路运输经营许可证》含“驾驶员培训”".to_owned()], |page| {
            page.texts(".beside del")
        });
        page.expect("what came", true, |page| {
            page.texts(".beside ins").contains(&"《机动车驾驶员培训备案》".to_owned())
        });

        page.spot("main div > details.diff .to a").click();
        page.expect_text(".crumbs", "微信 2026 / 教育服务");
        page.back();
        page.expect("heading", "从 微信直播 2022 到 微信 2026", Page::heading);
    });
}

#[test]
fn what_cannot_be_compared_says_so_and_nothing_runs_over_at_any_width() {
    visit(|page| {
        page.open("#/diff/baidu-2020/wechat-2026");
        page.expect_text(".notice", "不是同一平台的两个版本");
        page.open("#/diff/baidu-2020/baidu-2019");
        page.expect_text(".warn", "只按相同的路径对照");
        page.tab_to("先旧后新来看");
        page.press(Key::Enter);
        page.expect("address", "#/diff/baidu-2019/baidu-2020", Page::address);
        page.expect_text(".lead", "要求有变 29 个");
        page.tab_to("逐项对照");
        page.press(Key::Enter);
        page.spot(".beside h4").expect();
        for width in [320, 768, 1280] {
            page.browser.set_viewport(width, 800);
            assert_eq!(page.overflow(), Vec::<String>::new(), "{width}");
        }
        page.open("#/diff/baidu-2019/nowhere");
        page.expect_text("main", "#/diff/baidu-2019/nowhere");
    });
}
