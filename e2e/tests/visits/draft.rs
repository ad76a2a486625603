//! One draft: its targets, one list of papers for all of them, and what is left to get.

use e2e::{Key, LIVE_CHECKER, Page, visit};

/// Two targets that share no paper, and an applicant who may have both.
fn open_draft(page: &Page) {
    page.open(LIVE_CHECKER);
    page.area("主体类型").choice("企业").click();
    for place in ["#/c/tencent-live-2022/教育/驾校培训", "#/c/tencent-live-2022/电商平台/电商平台"] {
        page.open(place);
        page.button("加入草稿目标").click();
        page.button("移出草稿目标").expect();
    }
    page.link("看这份草稿").click();
    page.expect("heading", "未命名草稿", Page::heading);
}

fn targets(page: &Page) -> Vec<String> {
    page.texts(".answered .path")
}

fn verdicts(page: &Page) -> Vec<String> {
    page.texts(".answered .verdict")
}

fn least(page: &Page) -> String {
    page.text(".least")
}

#[test]
fn a_draft_shows_its_targets_with_verdicts_and_what_is_left_to_get() {
    visit(|page| {
        open_draft(page);
        assert_eq!(targets(page), ["教育 / 驾校培训 微信直播 2022", "电商平台 / 电商平台 微信直播 2022"]);
        assert_eq!(verdicts(page), ["补齐可申请", "补齐可申请"]);
        assert!(page.title().contains("未命名草稿"), "{}", page.title());
        page.expect_text(".about", "主体类型：企业");
        page.expect_text(".answered", "《道路运输经营许可证》");
        page.expect("the fewest papers of both", true, |page| least(page).contains("道路运输经营许可证"));
        page.spot(".answered li:first-child a").click();
        page.expect("heading", "驾校培训", Page::heading);
        page.back();
        page.reload();
        page.expect("reload keeps the place", "未命名草稿", Page::heading);
    });
}

#[test]
fn a_paper_that_is_ready_is_at_hand_and_every_answer_follows() {
    visit(|page| {
        open_draft(page);
        let stage = || page.field("《道路运输经营许可证》的进度");
        assert_eq!(stage().value(), "none");
        stage().select("准备中");
        page.expect("being prepared is not held", "补齐可申请", |page| verdicts(page)[0].clone());
        stage().select("已备齐");
        page.expect("whether it covers that is open", "先确认", |page| verdicts(page)[0].clone());
        page.area("是否含“驾驶员培训”？").choice("含").click();
        page.expect("verdict", "可以申请", |page| verdicts(page)[0].clone());
        page.expect("it is no longer to be got", false, |page| least(page).contains("道路运输经营许可证"));

        stage().select("已提交");
        page.expect_text(".undo", "《道路运输经营许可证》：已提交。");
        page.button("撤销").click();
        page.expect("taken back", "ready", |_| stage().value());
        page.expect("it is still at hand", "可以申请", |page| verdicts(page)[0].clone());

        stage().select("已过审");
        page.reload();
        page.expect("kept", "approved", |_| stage().value());
        page.open(LIVE_CHECKER);
        page.area("《道路运输经营许可证》").expect();
        page.button("移除《道路运输经营许可证》").click();
        page.back();
        page.expect("what is no longer at hand is not approved", "none", |_| stage().value());
    });
}

#[test]
fn last_days_and_notes_are_kept_and_said_in_words() {
    visit(|page| {
        open_draft(page);
        page.field("《道路运输经营许可证》的备注").type_text("找王姐要");
        page.field("《道路运输经营许可证》的进度").select("已备齐");
        page.field("《道路运输经营许可证》的有效期至").enter_date("2020-01-31");
        page.expect_text(".to-get", "已过期，要续期");
        page.expect("an expired paper does not serve", "补齐可申请", |page| verdicts(page)[0].clone());
        page.expect("it is to be renewed", true, |page| least(page).contains("续期《道路运输经营许可证》"));
        page.reload();
        page.expect_text(".to-get", "已过期，要续期");
        assert_eq!(page.field("《道路运输经营许可证》的备注").value(), "找王姐要");
        assert_eq!(page.field("《道路运输经营许可证》的有效期至").value(), "2020-01-31");
    });
}

#[test]
fn targets_are_searched_added_and_taken_out_with_a_way_back() {
    visit(|page| {
        page.open("#/drafts");
        page.link("未命名草稿").click();
        page.expect_text("main", "还没有目标类目");
        page.field("添加目标类目").type_text("驾校");
        page.expect("found", true, |page| page.text(".adding .offers").contains("驾校培训"));
        let first = page.texts(".adding .offer")[0].clone();
        page.spot(".adding li:first-child .offer").click();
        page.expect("added", vec![first.replace(" · ", " ")], targets);
        assert_eq!(page.focus().0, "find-target", "the next one can be typed at once");
        page.type_text("jxpx");
        page.expect("found by initials", true, |page| !page.texts(".adding .offer").is_empty());
        assert!(!page.texts(".adding .offer").contains(&first), "a target is not offered again");
        page.press(Key::Enter);
        page.expect("Enter adds the first", 2, |page| targets(page).len());

        let before = targets(page);
        page.spot(".answered > li:first-child button").click();
        page.expect("taken out", before[1..].to_vec(), targets);
        page.expect("the way back has the focus", "undo", |page| page.focus().0);
        page.press(Key::Enter);
        page.expect("back at its place", before, targets);
        page.field("添加目标类目").type_text("没有这种类目啊");
        page.expect("it never comes back empty without a word", true, |page| !page.text(".adding .src").is_empty());
    });
}

#[test]
fn what_is_no_longer_there_is_kept_and_named() {
    visit(|page| {
        page.load(&page.site.blank());
        let draft = r#"{"schema":1,"id":"old","name":"旧草稿","created":1,"updated":1,"profile":{},"targets":[
            {"catalog":"gone-2018","path":["教育","驾校培训"]},{"catalog":"baidu-2019","path":["没有","这一类"]}]}"#;
        page.run("localStorage.setItem('leimu/draft/old', arguments[0])", vec![draft.into()]);
        page.open("#/draft/old");
        page.expect("heading", "旧草稿", Page::heading);
        page.expect_text(".answered", "现在没有目录 gone-2018");
        page.expect_text(".answered", "里现在没有这个类目");
        assert_eq!(targets(page).len(), 2);
        page.open("#/draft/nobody");
        page.expect("heading", "没有这个页面", Page::heading);
        page.expect_text("main", "nobody");
        page.link("全部草稿").click();
        page.expect("address", "#/drafts", Page::address);
    });
}

#[test]
fn another_draft_than_the_one_in_use_is_changed_alone() {
    visit(|page| {
        page.open("#/drafts");
        page.spot("#new-draft").type_text("甲公司");
        page.button("新建草稿").click();
        page.area("甲公司").expect();
        page.link("未命名草稿").click();
        page.expect("heading", "未命名草稿", Page::heading);
        page.field("添加目标类目").type_text("驾校");
        page.press(Key::Enter);
        page.area("主体类型").choice("政府").click();
        page.expect_text(".about", "主体类型：政府");
        assert_eq!(page.text(".bar .in-use"), "草稿：甲公司");
        page.button("改名").click();
        page.field("草稿名称").type_text("乙单位");
        page.expect("renamed", "乙单位", Page::heading);
        page.button("用它查类目").click();
        page.expect("in use", "草稿：乙单位", |page| page.text(".bar .in-use"));
        page.link("查类目").click();
        page.expect("its answers", true, |page| page.area("主体类型").choice("政府").is_checked());
    });
}

#[test]
fn what_nothing_has_to_be_done_about_is_folded_and_can_be_noted_all_the_same() {
    visit(|page| {
        open_draft(page);
        page.field("《营业执照》的进度").expect();
        page.field("《增值电信业务经营许可证》的进度").select("已备齐");
        page.area("是否含“互联网信息服务业务”？").choice("含").click();
        page.expect_text(".to-get", "现在不用补");
        page.reload();
        page.field("《营业执照》的进度").expect_none();
        page.spot(".idle > summary").click();
        page.field("《营业执照》的进度").select("准备中");
        page.field("《营业执照》的备注").type_text("也办一份");
        page.expect("it stays where it is", 1, |page| {
            page.texts(".idle .to-get > li").iter().filter(|line| line.contains("《营业执照》")).count()
        });
        page.reload();
        assert_eq!(page.field("《营业执照》的备注").value(), "也办一份");
    });
}

#[test]
fn two_drafts_are_compared_and_what_is_equal_is_folded() {
    visit(|page| {
        open_draft(page);
        page.link("全部草稿").click();
        page.area("对照两份草稿").expect_none();
        page.area("未命名草稿").button("复制").click();
        page.area("未命名草稿（副本）").expect();
        page.link("未命名草稿（副本）").click();
        page.expect("heading", "未命名草稿（副本）", Page::heading);
        page.area("主体类型").choice("政府").click();
        page.field("《道路运输经营许可证》的进度").select("准备中");
        page.expect_text(".undo", "准备中");
        page.spot(".answered > li:last-child button").click();
        page.expect("taken out", 1, |page| targets(page).len());

        page.link("全部草稿").click();
        page.field("第一份").select("未命名草稿（副本）");
        page.field("第二份").select("未命名草稿");
        page.link("对照").click();
        page.expect("heading", "对照：未命名草稿（副本）和未命名草稿", Page::heading);
        page.expect_text(".lead", "处不同");
        let sections = page.texts(".beside-drafts .card");
        for (section, words) in sections.iter().zip([
            ["主体类型", "未命名草稿（副本）：政府", "未命名草稿：企业"],
            ["《道路运输经营许可证》", "未命名草稿（副本）：准备中", "未命名草稿：未开始"],
            ["电商平台 / 电商平台", "未命名草稿（副本）：不是目标", "未命名草稿：补齐可申请"],
        ]) {
            for words in words {
                assert!(section.contains(words), "{words} in {section}");
            }
        }
        let address = page.address();
        page.open(&format!("{address}x"));
        page.expect("heading", "没有这个页面", Page::heading);
        page.back();
        page.reload();
        page.expect("heading", "对照：未命名草稿（副本）和未命名草稿", Page::heading);
    });
}

#[test]
fn what_newer_data_changed_stands_first_until_it_was_seen() {
    visit(|page| {
        page.load(&page.site.blank());
        let draft = r#"{"schema":2,"id":"old","name":"旧草稿","created":1,"updated":1,"profile":{},
            "targets":[{"catalog":"baidu-2020","categories":[[["教育"],["驾校培训"]]]}],"made_with":{"baidu-2020":"0"}}"#;
        page.run("localStorage.setItem('leimu/draft/old', arguments[0])", vec![draft.into()]);
        page.open("#/draft/old");
        page.expect_text("main > .moved", "百度");
        page.spot(".moved button").click();
        page.expect("it was seen", "", |page| page.text("main > .moved"));
        page.reload();
        page.expect("heading", "旧草稿", Page::heading);
        assert_eq!(page.text("main > .moved"), "");
    });
}

/// More targets than anybody has looked at together.
#[test]
fn two_hundred_targets_are_shown_and_worked_on() {
    visit(|page| {
        page.load(&page.site.blank());
        let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/wechat-2026.json");
        let catalog: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(data).unwrap()).unwrap();
        let paths = catalog["categories"].as_array().unwrap().iter().take(200).map(|one| &one["path"]);
        let targets: Vec<_> = paths.map(|path| serde_json::json!({ "catalog": "wechat-2026", "path": path })).collect();
        let draft = serde_json::json!({ "schema": 1, "id": "many", "name": "很多", "created": 1, "updated": 1,
            "profile": { "subject": "enterprise" }, "targets": targets });
        page.run("localStorage.setItem('leimu/draft/many', arguments[0])", vec![draft.to_string().into()]);
        page.open("#/draft/many");
        page.expect("targets", 200, |page| page.probe("texts", &[".answered > li".into()]).as_array().unwrap().len());
        page.expect_text(".least", "没有逐一算出");
        let ready = |page: &Page| page.text("section[aria-labelledby=targets] > .src");
        let before = ready(page);
        page.field("《道路运输经营许可证》的进度").select("已备齐");
        page.expect("the counts follow", true, |page| ready(page) != before);
        page.button("撤销").click();
        page.expect("and come back", before, ready);
    });
}
