//! Catalogs that visitors bring along.

use e2e::{File, Key, Page, Visit, visit};
use serde_json::{Value as Json, json};

/// A frame as careful hosts write it: without an origin of its own, and so without storage.
const HOST: &str = "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>host</title>
    <iframe sandbox=\"allow-scripts\" src=\"/#/catalogs\" width=\"1000\" height=\"800\"></iframe>";

const KEY: &str = "leimu/catalog/our-table";

/// A table of somebody's own, with a paper that the registry does not know.
fn our_table() -> Json {
    json!({
        "id": "our-table", "platform": "alipay", "title": "小程序类目表", "short": "我们的表",
        "publisher": "某平台", "page": null, "date": "2026-11", "date_known": "printed", "date_note": "印在首页。",
        "copy": "自己整理。", "file": "table.txt", "warning": { "words": "以平台页面为准。", "line": 1 },
        "documents": [
            { "id": "pet-shop-card", "name": "《宠物店星级牌照》", "english": "pet shop star card", "kind": "licence" }
        ],
        "categories": [
            {
                "path": ["生活", "宠物店"], "line": 2,
                "requirement": { "all": [{ "document": "business-licence" }, { "document": "pet-shop-card" }] }
            },
            { "path": ["生活", "遛狗"], "line": 3, "requirement": "nothing" }
        ]
    })
}

/// The file has to stay until the page has said what became of it.
#[must_use]
fn hand_in(page: &Page, name: &str, content: impl AsRef<[u8]>) -> File {
    let file = File::of(name, content);
    page.spot("#catalog-file").type_text(&file.path());
    file
}

fn titles(page: &Page) -> Vec<String> {
    page.texts("li.own h3")
}

#[test]
fn a_file_becomes_a_catalog_like_any_other_and_stays() {
    visit(|page| {
        let text = our_table().to_string();
        page.open("#/");
        page.link("自带目录").click();
        page.expect("heading", "自带目录", Page::heading);
        page.expect_text("main", "还没有。");
        let _file = hand_in(page, "table.json", &text);
        page.expect_text("#outcome", "已读入“我们的表”，2 个类目。");
        page.expect("focus", "outcome".to_owned(), |page| page.focus().0);
        page.expect("it is listed", ["我们的表"].map(str::to_owned).to_vec(), titles);

        // It is evaluated, with the paper that came with it.
        page.link("我们的表").click();
        page.expect("address", "#/?catalog=our-table", Page::address);
        page.expect("headline", true, |page| page.heading().starts_with("2 个类目里，1 个"));
        page.expect("verdict", Some("missing".to_owned()), |page| page.verdict("生活/宠物店"));
        page.spot("#find-paper").type_text("宠物店星级");
        page.button("添加《宠物店星级牌照》").click();
        page.expect_text(".held", "《宠物店星级牌照》");
        page.line("生活/宠物店").click();
        page.expect("heading", "宠物店", Page::heading);
        page.expect_text(".tree", "《宠物店星级牌照》");

        // The menu leads back to this catalog, and it is there after the next visit.
        page.link("查类目").click();
        page.expect("address", "#/?catalog=our-table", Page::address);
        page.reload();
        page.expect("still there", "我们的表", |page| page.options("#catalog").last().cloned().unwrap_or_default());
        page.expect_text(".held", "《宠物店星级牌照》");

        // The very file is handed out again.
        page.link("自带目录").click();
        page.button("存成文件").click();
        page.expect("saved", Some(text.clone()), |page| page.browser.saved("our-table.json"));

        page.button("移除").click();
        page.expect_text("#outcome", "已删除“我们的表”。");
        page.expect("it is gone", Vec::<String>::new(), titles);
        assert!(page.storage().iter().all(|(key, _)| key != KEY));
        page.button("撤销").click();
        page.expect("it is back", ["我们的表"].map(str::to_owned).to_vec(), titles);
        assert!(page.storage().iter().any(|(key, kept)| key == KEY && *kept == text));
    });
}

#[test]
fn a_file_with_faults_is_not_loaded_at_all_and_every_fault_is_told() {
    visit(|page| {
        page.open("#/catalogs");
        let _file = hand_in(page, "good.json", our_table().to_string());
        page.expect_text("#outcome", "已读入");

        let mut broken = our_table();
        broken["short"] = json!("坏表");
        broken["categories"][0]["requirement"] = json!({ "any": [] });
        broken["categories"][1]["pathh"] = json!(1);
        broken["date_known"] = json!("guessed");
        let broken = serde_json::to_string_pretty(&broken).unwrap_or_default();
        let line = broken.lines().position(|line| line.contains("pathh")).map_or(0, |at| at + 1);
        let _file = hand_in(page, "bad.json", &broken);
        page.expect_text("#outcome", "没有读入“bad.json”：有 ");
        let faults = page.texts("#outcome .faults li");
        assert!(faults.len() >= 2, "{faults:#?}");
        assert!(faults.iter().any(|fault| fault.contains("pathh") && fault.contains(&line.to_string())), "{faults:#?}");
        page.expect("what was there is there", ["我们的表"].map(str::to_owned).to_vec(), titles);

        for (name, content, words) in [
            ("not.json", b"{ \"id\": ".to_vec(), "没有读入“not.json”：有 1 处要改"),
            ("gbk.json", vec![b'"', 0xd6, 0xd0, b'"'], "它不是 UTF-8 文本"),
            ("large.json", vec![b' '; (2 << 20) + 1], "它太大了"),
        ] {
            let _file = hand_in(page, name, content);
            page.expect_text("#outcome", words);
        }
        // Names that are taken.
        let mut taken = our_table();
        taken["id"] = json!("wechat-2026");
        let _file = hand_in(page, "taken.json", taken.to_string());
        page.expect_text("#outcome", "wechat-2026");
        assert_eq!(page.storage().iter().filter(|(key, _)| key.starts_with("leimu/catalog/")).count(), 1);
    });
}

#[test]
fn a_catalog_of_the_same_name_is_replaced_and_can_be_taken_back() {
    visit(|page| {
        page.open("#/catalogs");
        let _file = hand_in(page, "one.json", our_table().to_string());
        page.expect_text("#outcome", "2 个类目");
        let mut next = our_table();
        next["categories"].as_array_mut().map(Vec::pop);
        let _file = hand_in(page, "two.json", next.to_string());
        page.expect_text("#outcome", "1 个类目");
        page.expect_text("li.own", "1 个类目");
        page.button("撤销").click();
        page.expect_text("li.own", "2 个类目");
    });
}

#[test]
fn without_storage_it_works_and_says_so_and_what_cannot_be_read_is_kept() {
    visit(|page| {
        page.open("#/catalogs");
        page.run("localStorage.setItem('leimu/catalog/odd', 'not a catalog')", Vec::new());
        page.reload();
        page.expect_text("main", "读不出的目录");
        page.button("存成文件").click();
        page.expect("saved", Some("not a catalog".to_owned()), |page| page.browser.saved("odd.json"));
        assert!(page.storage().iter().any(|(key, text)| key == "leimu/catalog/odd" && text == "not a catalog"));
    });
    Visit::default().beside("/host.html", HOST).run(|page| {
        page.load(&page.site.beside("/host.html"));
        page.enter_frame();
        page.expect("heading", "自带目录", Page::heading);
        let _file = hand_in(page, "table.json", our_table().to_string());
        page.expect_text("#outcome", "已读入“我们的表”");
        page.expect_text(".notices", "不允许本页保存数据");
        page.link("我们的表").click();
        page.expect("headline", true, |page| page.heading().starts_with("2 个类目里，"));
    });
}

#[test]
fn a_catalog_that_one_tab_loads_is_there_in_the_other() {
    visit(|page| {
        page.open("#/catalogs");
        let first = page.tab();
        let second = page.open_tab("#/");
        page.expect("five", 5, |page| page.options("#catalog").len());
        page.switch_to(&first);
        let _file = hand_in(page, "table.json", our_table().to_string());
        page.expect_text("#outcome", "已读入");
        page.switch_to(&second);
        page.expect("six", 6, |page| page.options("#catalog").len());
        page.switch_to(&first);
        page.button("移除").click();
        page.expect_text("#outcome", "已删除");
        page.switch_to(&second);
        page.expect("five again", 5, |page| page.options("#catalog").len());
    });
}

#[test]
fn a_file_can_be_dropped() {
    visit(|page| {
        page.open("#/catalogs");
        let drop = "const data = new DataTransfer(); data.items.add(new File([arguments[0]], 'dropped.json'));\
                    document.querySelector('.drop').dispatchEvent(\
                    new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
        page.run(drop, vec![json!(our_table().to_string())]);
        page.expect_text("#outcome", "已读入“我们的表”，2 个类目。");
        for width in [320, 768, 1280] {
            page.browser.set_viewport(width, 800);
            assert_eq!(page.overflow(), Vec::<String>::new(), "{width}");
            assert_eq!(page.small_controls(), Vec::<String>::new(), "{width}");
        }
    });
}

#[test]
fn wording_is_pasted_and_taken_out_again_by_keyboard_alone() {
    visit(|page| {
        page.open("#/catalogs");
        page.tab_to("paste-name");
        page.type_text("宠物店");
        page.tab_to("paste-words");
        page.type_text("《宠物店星级牌照》");
        page.spot(".paste .lines li").expect();
        page.tab_to("加入自带目录");
        page.press(Key::Enter);
        page.expect_text("#outcome", "已加入自带目录");
        page.expect("the focus is where it is said", "outcome".to_owned(), |page| page.focus().0);
        page.tab_to("检查有没有写错的地方");
        page.press(Key::Enter);
        page.expect_text("li.own", "没有发现写错的地方。");
        page.tab_to("移除");
        page.press(Key::Enter);
        page.expect_text("#outcome", "已删除“粘贴的类目”。");
        page.tab_to("撤销");
        page.press(Key::Enter);
        page.expect_text("#outcome", "已恢复。");
        page.expect("it is back", ["粘贴的类目"].map(str::to_owned).to_vec(), titles);
    });
}

#[test]
fn pasted_wording_becomes_a_category_that_is_evaluated() {
    visit(|page| {
        page.open("#/catalogs");
        page.spot("#paste-words").type_text(
            "（2选1）：1、《宠物店星级牌照》；2、《道路运输经营许可证》（经营范围含“驾驶员培训”）。另请自行留意",
        );
        page.expect(
            "read as",
            ["任选其一 · 2 选 1", "《宠物店星级牌照》", "《道路运输经营许可证》含“驾驶员培训”"]
                .map(str::to_owned)
                .to_vec(),
            |page| page.texts(".paste .lines li"),
        );
        page.expect_text(".paste .roles .of-unread", "另请自行留意");
        page.expect_text(".paste .preview", "资料库里没有《宠物店星级牌照》");
        page.expect_text(".paste", "还要给类目一个名称");
        page.spot("#paste-name").type_text("生活 / 宠物店");
        page.button("加入自带目录").click();
        page.expect_text("#outcome", "已加入自带目录： 生活 / 宠物店");
        page.expect("the field is free again", String::new(), |page| page.spot("#paste-words").value());
        page.link("生活 / 宠物店").click();
        page.expect("heading", "宠物店", Page::heading);
        page.expect_text(".banner", "补一项即可");

        // A second one stands beside it, and one that is not certain says why.
        page.link("自带目录").click();
        page.spot("#paste-name").type_text("生活 / 遛狗");
        page.spot("#paste-words").type_text("《养犬登记证》、《营业执照》或《宠物店星级牌照》");
        page.spot(".paste .preview .warn").expect();
        page.button("加入自带目录").click();
        page.expect_text("li.own", "2 个类目");
        page.reload();
        page.expect_text("li.own", "2 个类目");
    });
}
