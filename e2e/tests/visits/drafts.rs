//! Several applicants side by side, in one browser.

use e2e::{Key, LIVE_CHECKER, Page, visit};

fn in_use(page: &Page) -> String {
    page.text(".bar .in-use")
}

fn subject(page: &Page) -> Option<&'static str> {
    ["个人", "企业", "政府"].into_iter().find(|subject| page.area("主体类型").choice(subject).is_checked())
}

fn create(page: &Page, name: &str) {
    page.spot("#new-draft").type_text(name);
    page.button("新建草稿").click();
    page.area(name).expect();
}

#[test]
fn drafts_are_switched_renamed_deleted_and_brought_back() {
    visit(|page| {
        page.open("#/");
        page.area("主体类型").choice("企业").click();
        page.link("草稿").click();
        create(page, "乙单位");
        page.expect("the new one is in use", "草稿：乙单位", in_use);
        page.link("查类目").click();
        page.expect("it is empty", None, subject);
        page.area("主体类型").choice("政府").click();

        page.link("草稿").click();
        page.area("未命名草稿").button("打开").click();
        page.area("未命名草稿").button("改名").click();
        let name = || page.area("未命名草稿").field("草稿名称");
        name().expect();
        name().type_text("甲公司");
        page.expect("renamed as it is typed", "草稿：甲公司", in_use);
        page.press(Key::Enter);
        page.area("甲公司").field("草稿名称").expect_none();
        page.link("查类目").click();
        page.expect("the first one", Some("企业"), subject);

        page.link("草稿").click();
        page.area("乙单位").button("删除").click();
        page.area("乙单位").expect_none();
        page.expect_text("[role=status]", "已删除“乙单位”。");
        page.button("撤销").click();
        page.area("乙单位").expect();
        page.expect("what came back is in use", "草稿：乙单位", in_use);

        page.reload();
        page.expect("both", ["甲公司", "乙单位"].map(str::to_owned), |page| page.texts("li.draft h2"));
        assert_eq!(in_use(page), "草稿：乙单位");
        page.link("查类目").click();
        page.expect("the second one", Some("政府"), subject);
        page.link("草稿").click();
        page.area("甲公司").button("打开").click();
        page.link("查类目").click();
        page.expect("the first one", Some("企业"), subject);
    });
}

#[test]
fn a_deleted_draft_stays_deleted_and_there_always_is_one() {
    visit(|page| {
        page.open("#/drafts");
        create(page, "甲公司");
        page.area("未命名草稿").button("删除").click();
        page.area("甲公司").button("删除").click();
        page.expect("an empty one", ["未命名草稿".to_owned()], |page| page.texts("li.draft h2"));
        page.reload();
        page.expect("an empty one", ["未命名草稿".to_owned()], |page| page.texts("li.draft h2"));
    });
}

#[test]
fn a_second_tab_sees_what_the_first_one_changes() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.area("主体类型").choice("企业").click();
        page.expect("first tab", Some("企业"), subject);
        let first = page.tab();

        let second = page.open_tab(LIVE_CHECKER);
        page.expect("second tab", Some("企业"), subject);
        page.area("主体类型").choice("政府").click();
        page.expect("second tab", Some("政府"), subject);
        page.link("草稿").click();
        create(page, "乙单位");

        page.switch_to(&first);
        page.expect("the change has arrived", Some("政府"), subject);
        page.expect("the answers follow", true, |page| page.text(".sum").contains("政府主体认证"));
        page.link("草稿").click();
        page.area("乙单位").expect();
        assert_eq!(in_use(page), "草稿：未命名草稿", "what is on screen here is not changed from there");
        page.area("乙单位").button("删除").click();

        page.switch_to(&second);
        assert_eq!(in_use(page), "草稿：乙单位", "what is on screen is not taken away");
    });
}

#[test]
fn a_target_is_added_to_the_draft_and_taken_out() {
    visit(|page| {
        page.open("#/c/tencent-live-2022/教育/驾校培训");
        page.button("加入草稿目标").click();
        page.button("移出草稿目标").expect();
        page.link("草稿").click();
        page.expect("target", "教育 / 驾校培训 · 微信直播 2022", |page| page.text(".targets"));
        page.reload();
        page.link("教育 / 驾校培训 · 微信直播 2022").click();
        page.button("移出草稿目标").click();
        page.link("草稿").click();
        page.expect("no target", "", |page| page.text(".targets"));
    });
}
