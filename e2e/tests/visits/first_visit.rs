//! The first look, before anything is answered.

use e2e::{Deployment, Page, Visit, visit};
use serde_json::json;

#[test]
fn every_category_is_there_before_anything_is_answered() {
    visit(|page| {
        page.open("#/");
        page.expect("title", "查类目 · 微信 2026 · 类目通", Page::title);
        assert_eq!(
            page.spot("#catalog").value(),
            "wechat-2026",
            "who comes for the first time sees the rules of today"
        );
        let groups = page.groups();
        let rows: usize = groups.iter().map(|group| group.rows.len()).sum();
        assert_eq!(rows, 472);
        for group in &groups {
            assert_eq!(group.count, group.rows.len(), "{}", group.id);
            assert_ne!(group.id, "closed", "nothing is closed as long as nothing is known");
        }
        // One category opens by answers alone; nothing opens before they are given.
        assert_eq!(page.heading(), "472 个类目里，0 个现在就能申请");
        let counts = [("ask", 1), ("missing", 303), ("on-request", 8), ("unlisted", 160)];
        assert_eq!(page.counts(), counts.map(|(verdict, count)| (verdict.to_owned(), count)));
        let every_row_says_why = groups.iter().flat_map(|group| &group.rows).all(|row| !row.what.is_empty());
        assert!(every_row_says_why, "{groups:#?}");
    });
}

#[test]
fn looking_around_stores_nothing() {
    visit(|page| {
        page.open("#/");
        page.line("教育服务/驾校培训").click();
        page.expect("heading", "驾校培训", Page::heading);
        page.link("草稿").click();
        page.expect("heading", "草稿", Page::heading);
        page.link("关于").click();
        page.expect("heading", "关于", Page::heading);
        assert_eq!(page.storage(), []);
    });
}

#[test]
fn the_number_in_the_legend_leads_to_its_group() {
    visit(|page| {
        page.open("#/");
        page.button("补齐可申请 303").click();
        page.expect("focus", "missing", |page| page.focus().0);
        assert!(page.is_in_window("#missing"));
    });
}

/// Opens the list of categories while the rest of the program does not come.
fn open_without_the_rest(page: &Page) {
    page.load(&page.site.url());
    page.expect_loaded("the list", "472 个类目里，0 个现在就能申请".to_owned(), |page| page.text("h1"));
}

/// What is missing is told to the console.
fn forget_what_is_missing(page: &Page) {
    drop(page.browser.console());
}

#[test]
fn the_first_questions_need_the_first_part_of_the_program_alone() {
    let deployment = Deployment::without_the_rest();
    Visit::default().from(deployment.folder()).run(|page| {
        open_without_the_rest(page);
        page.area("主体类型").choice("企业").click();
        let counts = [("ask", 1), ("missing", 263), ("on-request", 4), ("closed", 93), ("unlisted", 111)];
        page.expect("counts", counts.map(|(verdict, count)| (verdict.to_owned(), count)), Page::counts);
        forget_what_is_missing(page);
    });
}

#[test]
fn who_is_faster_than_the_network_gets_there_all_the_same() {
    let deployment = Deployment::without_the_rest();
    Visit::default().from(deployment.folder()).run(|page| {
        open_without_the_rest(page);
        page.area("主体类型").choice("企业").click();
        deployment.bring_the_rest();
        page.line("教育服务/驾校培训").click();
        page.expect("the category", "驾校培训", Page::heading);
        page.expect_text(".banner", "补齐可申请");
        page.back();
        page.expect("the answer", true, |page| page.area("主体类型").choice("企业").is_checked());
        forget_what_is_missing(page);
    });
}

#[test]
fn where_the_rest_never_comes_nothing_is_lost() {
    let deployment = Deployment::without_the_rest();
    Visit::default().from(deployment.folder()).run(|page| {
        open_without_the_rest(page);
        page.area("主体类型").choice("企业").click();
        page.run("window.isBefore = true", Vec::new());
        page.line("教育服务/驾校培训").click();
        page.expect_loaded("it tries once more from the beginning", json!(null), |page| {
            page.run("return document.querySelector('main h1') ? window.isBefore ?? null : false", Vec::new())
        });
        deployment.bring_the_rest();
        page.reload();
        page.link("查类目").click();
        page.expect("the answer", true, |page| page.area("主体类型").choice("企业").is_checked());
        page.line("教育服务/驾校培训").click();
        page.expect("the category", "驾校培训", Page::heading);
        forget_what_is_missing(page);
    });
}
