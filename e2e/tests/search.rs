//! An idea: “we want to take bookings for a driving school — which category, which papers?”

use e2e::{LIVE_CHECKER, Page, visit};

#[test]
fn from_an_idea_to_an_open_category_in_one_search() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.type_text("/");
        page.expect("the stroke leads to the search", "find-category", |page| page.focus().0);
        page.type_text("驾校");
        page.expect("address", format!("{LIVE_CHECKER}&q=驾校"), Page::address);
        page.expect("counts", [("missing".to_owned(), 1)], Page::counts);
        page.line("教育/驾校培训").click();

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
        page.expect("address", format!("{LIVE_CHECKER}&q=驾校"), Page::address);
        page.expect("the text is kept", "驾校", |page| page.spot("#find-category").value());
        page.expect("the answers count here, too", [("ready".to_owned(), 1)], Page::counts);
    });
}

#[test]
fn a_text_that_is_nowhere_says_what_to_do() {
    visit(|page| {
        page.open("#/");
        page.spot("#find-category").type_text("火星旅行");
        page.expect_text(".none", "没有符合筛选的类目");
        page.expect("headline", "筛出 0 个类目，0 个现在就能申请", Page::heading);
        page.button("清除筛选").click();
        page.expect("headline", "472 个类目里，0 个现在就能申请", Page::heading);
        assert_eq!(page.spot("#find-category").value(), "");
    });
}

#[test]
fn a_paper_is_found_by_its_name_with_brackets_or_without_and_by_an_alias() {
    visit(|page| {
        page.open("#/");
        for typed in ["《增值电信业务经营许可证》", "增值电信业务", "icp证"] {
            page.spot("#find-paper").retype(typed);
            page.button("添加《增值电信业务经营许可证》").expect();
        }
        page.spot("#find-paper").retype("不存在的证");
        page.expect_text(".papers [role=status]", "没有名称含“不存在的证”的资质");
    });
}
