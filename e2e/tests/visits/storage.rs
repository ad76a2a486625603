//! Storage that is denied, full, or holds what this build cannot read. Nothing typed is lost.

use e2e::{LIVE_CHECKER, Page, Visit, visit};
use serde_json::json;

const FULL: &str = "浏览器的存储空间满了";

/// A frame as careful hosts write it: without an origin of its own, and so without storage.
const HOST: &str = "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>host</title>
    <iframe sandbox=\"allow-scripts\" src=\"/\" width=\"1000\" height=\"800\"></iframe>";

#[test]
fn a_frame_without_storage_works_and_says_that_nothing_is_kept() {
    Visit::default().beside("/host.html", HOST).run(|page| {
        page.load(&page.site.beside("/host.html"));
        page.enter_frame();
        page.expect_text(".notices", "这个浏览器不允许本页保存数据");
        page.spot("#catalog").select("微信直播 2022");
        page.area("主体类型").choice("企业").click();
        page.expect("headline", "31 个类目里，8 个现在就能申请", Page::heading);
        page.spot("#find-category").type_text("驾校");
        page.expect("address", format!("{LIVE_CHECKER}&q=驾校"), Page::address);
        page.line("教育/驾校培训").click();
        page.expect("heading", "驾校培训", Page::heading);
        page.expect_text(".notices", "这个浏览器不允许本页保存数据");
    });
}

#[test]
fn drafts_can_be_made_in_a_frame_that_may_not_submit_forms() {
    Visit::default().beside("/host.html", HOST).run(|page| {
        page.load(&page.site.beside("/host.html"));
        page.enter_frame();
        page.link("草稿").click();
        page.spot("#new-draft").type_text("乙单位");
        page.button("新建草稿").click();
        page.area("乙单位").expect();
    });
}

#[test]
fn full_storage_is_said_and_what_was_typed_stays_until_there_is_room() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.area("主体类型").choice("企业").click();
        page.expect("kept", true, |page| page.storage().iter().any(|(_, text)| text.contains("enterprise")));
        page.use_up_storage();
        let kept: Vec<_> = page.storage().into_iter().filter(|(key, _)| key != "filler").collect();

        page.spot("#find-paper").type_text("信息网络传播视听");
        page.button("添加《信息网络传播视听节目许可证》").click();
        page.expect_text(".notices", FULL);
        page.expect("it counts all the same", Some("ready".to_owned()), |page| page.verdict("社交/直播"));
        page.spot("#find-paper").type_text("道路");
        page.button("添加《道路运输经营许可证》").click();
        page.expect("both on screen", 2, |page| page.spot("article.paper").count());
        let now: Vec<_> = page.storage().into_iter().filter(|(key, _)| key != "filler").collect();
        assert_eq!(now, kept, "what was kept before is still there");
        page.button("全部存成文件").click();
        page.expect_text(".handed", "已存成“");
        let told = page.text(".handed");
        let file = told.split(['“', '”']).nth(1).unwrap_or_default().to_owned();
        page.expect("a file of what is not kept", true, |page| {
            page.browser.saved(&file).is_some_and(|text| text.contains("audiovisual-licence"))
        });

        page.run("localStorage.removeItem('filler')", Vec::new());
        page.area("《道路运输经营许可证》").choice("含").click();
        page.spot(".notices .notice").expect_none();
        page.reload();
        page.expect("both are kept", 2, |page| page.spot("article.paper").count());
        page.expect("coverage is kept", Some("ready".to_owned()), |page| page.verdict("教育/驾校培训"));
        assert!(page.area("主体类型").choice("企业").is_checked());
    });
}

#[test]
fn deleting_a_draft_makes_room_for_the_one_on_screen() {
    visit(|page| {
        page.open("#/drafts");
        page.spot("#new-draft").type_text(&"旧".repeat(60));
        page.button("新建草稿").click();
        page.spot("#new-draft").type_text("甲公司");
        page.button("新建草稿").click();
        page.area("甲公司").expect();
        page.use_up_storage();
        page.link("查类目").click();
        page.area("主体类型").choice("企业").click();
        page.expect_text(".notices", FULL);
        page.link("草稿").click();
        page.area("旧旧").button("删除").click();
        page.spot(".notices .notice").expect_none();
        page.reload();
        page.link("查类目").click();
        page.expect("kept", true, |page| page.area("主体类型").choice("企业").is_checked());
    });
}

#[test]
fn what_cannot_be_read_is_kept_to_the_letter_and_offered_as_a_file() {
    let foreign = [
        ("leimu/draft/broken", "{这不是\n草稿 #100%"),
        ("leimu/draft/newer", r#"{ "schema": 9, "id":"newer", "future": [1,  2] }"#),
    ];
    visit(|page| {
        page.load(&page.site.blank());
        for (key, text) in foreign {
            page.run("localStorage.setItem(...arguments)", vec![json!(key), json!(text)]);
        }
        page.run("localStorage.setItem('leimu/current', 'newer')", Vec::new());

        page.open(LIVE_CHECKER);
        page.area("主体类型").choice("企业").click();
        page.expect("headline", "31 个类目里，8 个现在就能申请", Page::heading);
        page.link("草稿").click();
        page.expect_text("main", "读不出的草稿");
        page.expect_text("main", "由更新的版本写成（格式 9），原样保留。");
        page.expect_text("main", "内容不是草稿，原样保留。");
        for (key, text) in foreign {
            page.area(key).button("存成文件").click();
            let file = format!("{}.json", key.replace('/', "-"));
            page.expect("the file", Some(text.to_owned()), |page| page.browser.saved(&file));
        }
        page.reload();
        let stored = page.storage();
        for (key, text) in foreign {
            assert!(stored.contains(&(key.to_owned(), text.to_owned())), "{stored:?}");
        }
    });
}

#[test]
fn a_paper_that_this_build_does_not_know_is_kept_and_named() {
    const DRAFT: &str = r#"{"schema":1,"id":"a1","name":"","created":1,"updated":1,
        "profile":{"subject":"enterprise","documents":[{"document":"moon-licence"}]},"targets":[]}"#;
    visit(|page| {
        page.load(&page.site.blank());
        page.run("localStorage.setItem('leimu/draft/a1', arguments[0])", vec![json!(DRAFT)]);
        page.open("#/");
        page.expect_text(".notices", "moon-licence");
        page.area("主体类型").choice("政府").click();
        page.expect("kept", true, |page| {
            page.storage().iter().any(|(_, text)| text.contains("moon-licence") && text.contains("government"))
        });
    });
}
