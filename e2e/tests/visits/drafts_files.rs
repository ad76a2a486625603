//! Drafts that leave the browser and come back: as files, as copies, as a calendar.

use e2e::{File, Page, visit};
use serde_json::json;

/// As the first builds wrote them.
const OLD: &str = include_str!("../../../tests/drafts/schema-1/full.json");

fn put(page: &Page, key: &str, text: &str) {
    page.load(&page.site.blank());
    page.run("localStorage.setItem(...arguments)", vec![json!(key), json!(text)]);
}

fn names(page: &Page) -> Vec<String> {
    page.texts("li.draft h2")
}

/// The file has to stay until the page has said what became of it.
fn hand_in(page: &Page, name: &str, content: &str) -> File {
    let file = File::of(name, content);
    page.spot("#drafts-file").type_text(&file.path());
    file
}

/// The file that the page has saved, whatever day it is.
fn saved(page: &Page) -> String {
    page.expect("a file is saved", true, |page| page.text("main [role=status]").contains("已存成"));
    let told = page.texts("main [role=status]").concat();
    let name = told.split('“').nth(1).and_then(|rest| rest.split('”').next()).unwrap_or_default().to_owned();
    page.expect("the file is there", true, |page| page.browser.saved(&name).is_some());
    page.browser.saved(&name).unwrap_or_default()
}

#[test]
fn what_is_saved_is_read_back_and_the_second_time_changes_nothing() {
    visit(|page| {
        put(page, "leimu/draft/mhw3k0a1-2", OLD);
        page.open("#/drafts");
        page.button("全部存成文件").click();
        let text = saved(page);
        page.area("驾校").button("删除").click();
        page.expect("a new one", ["未命名草稿".to_owned()], names);

        let _file = hand_in(page, "drafts.json", &text);
        page.expect_text("#read-drafts", "已从“drafts.json”读入：驾校“甲” / 2026。");
        page.area("驾校").expect();
        let kept = page.storage();
        let _again = hand_in(page, "again.json", &text);
        page.expect_text("#read-drafts", "1 份与已有的草稿相同，没有变化。");
        assert_eq!(page.storage(), kept);

        page.area("驾校").button("打开").click();
        page.area("驾校").button("改名").click();
        page.area("驾校").field("草稿名称").type_text("改过");
        let _changed = hand_in(page, "third.json", &text);
        page.expect("both", 3, |page| names(page).len());
        assert!(names(page).contains(&"驾校“甲” / 2026改过".to_owned()), "{:?}", names(page));
        assert!(names(page).contains(&"驾校“甲” / 2026（文件里的版本）".to_owned()), "{:?}", names(page));
        page.button("撤销读入").click();
        page.expect("without that of the file", 2, |page| names(page).len());
    });
}

#[test]
fn a_file_that_cannot_be_read_changes_nothing_and_says_where_it_is_wrong() {
    visit(|page| {
        put(page, "leimu/draft/mhw3k0a1-2", OLD);
        page.open("#/drafts");
        let kept = page.storage();
        let good = OLD.replace("mhw3k0a1-2", "other");
        for (content, told) in [
            (
                format!("{{\"leimu\":\"drafts\",\"schema\":1,\"drafts\":[\n{good},\n{{\"schema\":9}}]}}"),
                "第 2 份草稿（第 3 行）：由更新的版本写成（格式 9）。刷新页面后再试",
            ),
            ("不是 JSON".to_owned(), "内容不是草稿："),
            (r#"{"leimu":"drafts","schema":9,"drafts":[]}"#.to_owned(), "由更新的版本写成（格式 9）"),
        ] {
            let _file = hand_in(page, "bad.json", &content);
            page.expect_text("#read-drafts", told);
            page.expect_text("#read-drafts", "没有读入“bad.json”");
            assert_eq!(page.storage(), kept, "{told}");
        }
    });
}

#[test]
fn a_file_can_be_dropped() {
    visit(|page| {
        page.open("#/drafts");
        let drop = "const data = new DataTransfer(); data.items.add(new File([arguments[0]], 'dropped.json'));\
                    document.querySelector('.drop').dispatchEvent(\
                    new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
        page.run(drop, vec![json!(OLD)]);
        page.area("驾校").expect();
        for width in [320, 768, 1280] {
            page.browser.set_viewport(width, 800);
            assert_eq!(page.overflow(), Vec::<String>::new(), "{width}");
            assert_eq!(page.small_controls(), Vec::<String>::new(), "{width}");
        }
    });
}

#[test]
fn a_draft_is_copied_and_the_copy_goes_its_own_way() {
    visit(|page| {
        put(page, "leimu/draft/mhw3k0a1-2", OLD);
        page.open("#/drafts");
        page.area("驾校").button("复制").click();
        page.expect("the copy is in use", "草稿：驾校“甲” / 2026（副本）", |page| {
            page.text(".bar .in-use")
        });
        page.link("查类目").click();
        page.area("主体类型").choice("政府").click();
        page.expect("kept", true, |page| page.storage().iter().any(|(_, text)| text.contains("government")));
        let kept = page.storage();
        let original = kept.iter().find(|(key, _)| key == "leimu/draft/mhw3k0a1-2");
        assert_eq!(original.map(|(_, text)| text.as_str()), Some(OLD), "it is as it was, to the letter");
    });
}

#[test]
fn the_last_days_of_papers_are_saved_as_a_calendar() {
    visit(|page| {
        put(page, "leimu/draft/mhw3k0a1-2", OLD);
        page.open("#/drafts");
        page.area("驾校").button("到期提醒").click();
        page.area("驾校").field("提前").select("60 天");
        page.area("驾校").button("存成日历文件").click();
        page.expect("the file", true, |page| page.browser.saved("leimu-mhw3k0a1-2.ics").is_some());
        let text = page.browser.saved("leimu-mhw3k0a1-2.ics").unwrap_or_default().replace("\r\n ", "");
        for line in [
            "UID:mhw3k0a1-2-road-transport-licence@leimu",
            "DTSTART;VALUE=DATE:20270131",
            "SUMMARY:《道路运输经营许可证》到期",
            "DESCRIPTION:用于：教育 / 驾校培训",
            "TRIGGER:-P60D",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
    });
}

#[test]
fn a_paper_with_what_was_said_of_it_comes_back_and_what_was_said_since_stays() {
    visit(|page| {
        put(page, "leimu/draft/mhw3k0a1-2", OLD);
        page.open("#/?catalog=tencent-live-2022");
        page.button("移除《道路运输经营许可证》").click();
        page.expect_text(".notices", "已移除：《道路运输经营许可证》。");
        page.spot(".notices").button("撤销").click();
        page.expect("it is back", true, |page| {
            page.storage().iter().any(|(_, text)| text.contains("货运") && text.contains("2027-01-31"))
        });
    });
}
