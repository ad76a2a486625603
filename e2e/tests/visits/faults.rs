//! What can go wrong while somebody works: after each, what was typed is there, or a file of it is
//! offered, and the page says what happened. What storage does by itself stands in `storage.rs`.

use e2e::{LIVE_CHECKER, Page, Site, Visit, visit};
use serde_json::json;

/// A frame as careful hosts write it: without an origin of its own, and so without storage.
const CONFINED: &str = "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>host</title>
    <iframe sandbox=\"allow-scripts\" src=\"/\" width=\"1000\" height=\"800\"></iframe>";

/// Somebody else's page, with the page whose address follows the `#` in a frame.
const OTHERS: &str = "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>host</title>
    <iframe width=\"1000\" height=\"800\"></iframe>
    <script>document.querySelector('iframe').src = location.hash.slice(1)</script>";

/// Drafts of every schema there was.
const OLDER: [(&str, &str); 2] = [
    ("leimu/draft/mhw3k0a1", include_str!("../../../tests/drafts/schema-1/empty.json")),
    ("leimu/draft/mhw3k0a1-2", include_str!("../../../tests/drafts/schema-1/full.json")),
];

fn stored(page: &Page, key: &str) -> Option<String> {
    page.storage().into_iter().find(|(known, _)| key == known).map(|(_, text)| text)
}

fn is_kept(page: &Page, words: &str) -> bool {
    page.storage().iter().any(|(_, text)| text.contains(words))
}

fn in_use(page: &Page) -> String {
    page.text(".bar .in-use")
}

#[test]
fn where_storage_is_denied_the_file_of_what_was_typed_stands_by() {
    Visit::default().beside("/host.html", CONFINED).run(|page| {
        page.load(&page.site.beside("/host.html"));
        page.enter_frame();
        page.spot("#catalog").select("微信直播 2022");
        page.area("主体类型").choice("企业").click();
        page.button("全部存成文件").click();
        page.expect("the file", true, |page| {
            page.spot("#notice-by-hand").value().contains(r#""subject":"enterprise""#)
        });
        page.expect_text(".handed", "没有存下的话，请复制下面的内容");
    });
}

#[test]
fn a_tab_that_is_killed_in_a_burst_of_edits_loses_the_last_one_at_most() {
    // Each edit is announced to the first tab just before it is made. Each has a task of its own, as those of a person
    // have: what one task has written, Firefox keeps as a whole or not at all.
    const BURST: &str = "
        const field = document.querySelector('.rename input'), elsewhere = new BroadcastChannel('burst');
        window.typed = 0;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
            window.typed += 1;
            elsewhere.postMessage(window.typed);
            field.value = 'n' + window.typed;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            port2.postMessage(null);
        };
        port2.postMessage(null);
    ";
    const LISTEN: &str = "
        window.heard = 0;
        new BroadcastChannel('burst').onmessage = message => { window.heard = message.data; };
    ";
    visit(|page| {
        page.open("#/drafts");
        page.spot("#new-draft").type_text("甲公司");
        page.button("新建草稿").click();
        page.area("甲公司").expect();
        page.run(LISTEN, Vec::new());
        let first = page.tab();
        page.open_tab("#/drafts");
        page.area("甲公司").button("改名").click();
        page.area("甲公司").field("草稿名称").expect();
        page.run(BURST, Vec::new());
        page.expect("it types", true, |page| page.run("return window.typed", Vec::new()).as_u64() > Some(200));
        page.close_for(&first);
        let heard = page.run("return window.heard", Vec::new()).as_u64().unwrap_or_default();
        assert!(heard > 200, "{heard}");
        page.reload();
        let names = page.texts("li.draft h2");
        let kept = names.iter().find_map(|name| name.strip_prefix('n')?.parse::<u64>().ok());
        assert!(kept.is_some_and(|kept| kept + 1 >= heard), "{names:?}, and {heard} were announced");
        let copies = names.iter().filter(|name| name.contains("另一标签页的版本")).count();
        assert_eq!(copies, 0, "nobody else has changed it: {names:?}");
    });
}

#[test]
fn drafts_of_every_older_version_open_and_are_rewritten_only_when_they_are_changed() {
    visit(|page| {
        page.load(&page.site.blank());
        for (key, text) in OLDER {
            page.run("localStorage.setItem(...arguments)", vec![json!(key), json!(text)]);
        }
        page.open("#/drafts");
        page.expect("both", 2, |page| page.spot("li.draft").count());
        for (key, text) in OLDER {
            assert_eq!(stored(page, key).as_deref(), Some(text), "only opened");
        }
        page.link("教育 / 驾校培训 · 微信直播 2022").click();
        page.expect("heading", "驾校培训", Page::heading);
        page.button("移出草稿目标").click();
        page.expect("written anew", true, |page| is_kept(page, r#""schema":2"#));
        let (key, old) = OLDER[1];
        let migrated = stored(page, key).unwrap_or_default();
        for said in ["已经没有的问题", "stock-trading", "moon-licence", "2027-01-31", "货运", "学历教育", "驾校培训"]
        {
            assert!(old.contains(said) && migrated.contains(said), "{said} in {migrated}");
        }
        assert_eq!(stored(page, OLDER[0].0).as_deref(), Some(OLDER[0].1), "the other one was not touched");
    });
}

#[test]
fn what_another_tab_clears_stays_on_screen_and_is_kept_again_when_it_is_wanted() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.area("主体类型").choice("企业").click();
        page.expect("kept", true, |page| is_kept(page, "enterprise"));
        let first = page.tab();
        let second = page.open_tab("#/about");
        page.run("localStorage.clear()", Vec::new());
        page.switch_to(&first);
        page.expect_text(".notices", "另一标签页清除了保存的草稿");
        assert!(page.area("主体类型").choice("企业").is_checked(), "it is on screen");
        assert!(!is_kept(page, "enterprise"), "nothing is written back unasked");
        page.button("现在重新保存").click();
        page.expect("kept again", true, |page| is_kept(page, "enterprise"));
        page.spot(".notices .notice").expect_none();

        page.switch_to(&second);
        page.run("localStorage.clear()", Vec::new());
        page.switch_to(&first);
        page.expect_text(".notices", "另一标签页清除了保存的草稿");
        page.area("主体类型").choice("政府").click();
        page.expect("kept with the change", true, |page| is_kept(page, "government"));
        page.spot(".notices .notice").expect_none();
    });
}

#[test]
fn a_clock_that_is_set_back_loses_nothing_and_keeps_the_order() {
    visit(|page| {
        page.open("#/drafts");
        page.spot("#new-draft").type_text("甲公司");
        page.button("新建草稿").click();
        page.area("甲公司").expect();
        page.run("Date.now = () => 1000", Vec::new());
        page.area("甲公司").button("改名").click();
        page.area("甲公司").field("草稿名称").type_text("二");
        page.spot("#new-draft").type_text("乙公司");
        page.button("新建草稿").click();
        page.expect("in use", "草稿：乙公司", in_use);
        page.expect_text("main", "甲公司二");
        page.reload();
        page.area("甲公司二").expect();
        assert_eq!(in_use(page), "草稿：乙公司", "the one that was in use is in use");
    });
}

#[test]
fn two_tabs_that_change_the_same_draft_keep_what_both_said() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.area("主体类型").choice("企业").click();
        page.expect("kept", true, |page| is_kept(page, "enterprise"));
        // As if another tab had written it, and its message were still on the way.
        page.run(
            "const key = Object.keys(localStorage).find(key => key.startsWith('leimu/draft/'));
             const draft = JSON.parse(localStorage[key]);
             draft.profile.activities = ['stock-trading'];
             draft.name = '那边的名字';
             localStorage[key] = JSON.stringify(draft);",
            Vec::new(),
        );
        page.spot("#find-paper").type_text("道路");
        page.button("添加《道路运输经营许可证》").click();
        page.expect("both", true, |page| is_kept(page, "stock-trading") && is_kept(page, "road-transport-licence"));
        page.expect("and on screen", "草稿：那边的名字", in_use);
        page.spot(".notices .notice").expect_none();

        page.run(
            "const key = Object.keys(localStorage).find(key => key.startsWith('leimu/draft/'));
             const draft = JSON.parse(localStorage[key]);
             draft.profile.subject = 'personal';
             localStorage[key] = JSON.stringify(draft);",
            Vec::new(),
        );
        page.area("主体类型").choice("政府").click();
        page.expect_text(".notices", "另一版存成了“那边的名字（另一标签页的版本）”");
        page.expect("both are kept", true, |page| is_kept(page, "government") && is_kept(page, "personal"));
        assert!(page.area("主体类型").choice("政府").is_checked(), "what was chosen here last is on screen");
        page.button("知道了").click();
        page.spot(".notices .notice").expect_none();
        page.link("草稿").click();
        page.area("那边的名字（另一标签页的版本）").expect();
    });
}

#[test]
fn two_tabs_that_change_different_drafts_do_not_meddle() {
    visit(|page| {
        page.open("#/drafts");
        page.spot("#new-draft").type_text("甲公司");
        page.button("新建草稿").click();
        page.area("甲公司").expect();
        let first = page.tab();
        let second = page.open_tab("#/drafts");
        page.spot("#new-draft").type_text("乙公司");
        page.button("新建草稿").click();
        page.link("查类目").click();
        page.area("主体类型").choice("政府").click();
        page.switch_to(&first);
        page.link("查类目").click();
        page.area("主体类型").choice("企业").click();
        page.expect("here", "草稿：甲公司", in_use);
        page.expect("both", true, |page| is_kept(page, "government") && is_kept(page, "enterprise"));
        page.switch_to(&second);
        assert_eq!(in_use(page), "草稿：乙公司");
        assert!(page.area("主体类型").choice("政府").is_checked());
    });
}

/// What belongs to two addresses of this machine belongs to two parties: the frame has a storage of
/// its own there.
#[test]
fn in_a_frame_of_another_party_what_is_typed_is_kept_and_drafts_elsewhere_are_not_touched() {
    visit(|page| {
        page.open("#/drafts");
        page.spot("#new-draft").type_text("自己的");
        page.button("新建草稿").click();
        page.area("自己的").expect();

        let host = Site::start("", &[("/host.html", OTHERS)]);
        let address = format!("{}#{}", host.beside("/host.html").replace("127.0.0.1", "localhost"), page.site.url());
        page.load(&address);
        page.enter_frame();
        page.expect("its own", "草稿：未命名草稿", in_use);
        page.spot("#catalog").select("微信直播 2022");
        page.area("主体类型").choice("政府").click();
        page.expect("kept", true, |page| is_kept(page, "government"));
        page.load(&page.site.blank());
        page.load(&address);
        page.enter_frame();
        page.expect("it is there again", true, |page| is_kept(page, "government"));

        page.open("#/drafts");
        page.area("自己的").expect();
        assert!(!is_kept(page, "government"), "and not here");
    });
}
