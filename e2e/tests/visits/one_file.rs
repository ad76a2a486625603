//! The whole page as one file, from a folder.

use std::fs;

use e2e::{LIVE_CHECKER, Page, visit};

fn requests(page: &Page) -> usize {
    let many = page.run("return performance.getEntriesByType('resource').length", Vec::new());
    usize::try_from(many.as_u64().unwrap_or(u64::MAX)).unwrap_or(usize::MAX)
}

#[test]
fn a_saved_copy_answers_keeps_drafts_and_asks_nobody() {
    visit(|page| {
        page.load(&format!("{}{LIVE_CHECKER}", page.site.saved_copy()));
        page.wait_loaded();
        page.area("主体类型").choice("企业").click();
        page.expect("headline", "31 个类目里，8 个现在就能申请", Page::heading);
        page.spot("#find-paper").type_text("道路");
        page.button("添加《道路运输经营许可证》").click();
        page.area("《道路运输经营许可证》").choice("含").click();
        page.expect("answered", Some("ready".to_owned()), |page| page.verdict("教育/驾校培训"));
        page.reload();
        page.expect("kept", Some("ready".to_owned()), |page| page.verdict("教育/驾校培训"));
        page.line("教育/驾校培训").click();
        page.expect("heading", "驾校培训", Page::heading);
        page.link("关于").click();
        page.expect_text("main", "这就是离线版");
        assert_eq!(requests(page), 0, "it asks nobody");
        assert_eq!(page.site.new_requests(), Vec::<String>::new());
    });
}

#[test]
fn about_hands_out_the_very_file() {
    visit(|page| {
        page.open("#/about");
        page.link("保存离线版").click();
        let file = page.site.saved_copy().replace("file://", "");
        let whole = fs::read_to_string(file).ok();
        page.expect("the file", true, |page| page.browser.saved("leimu.html") == whole);
        // The visitor asked for it; the page did not.
        assert_eq!(page.site.new_requests(), ["/leimu.html"]);
    });
}
