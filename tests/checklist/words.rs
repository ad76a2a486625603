//! What a checklist says, word for word.

use leimu::catalog::Holder;
use leimu::checklist::{Listed, Listing, PaperLine, Sheet};
use leimu::draft::{Draft, Stage};
use leimu::eligibility::{Need, Trouble, Verdict};
use leimu::i18n::{EN, ZH};
use leimu::profile::Paper;
use serde_json::json;

#[test]
fn a_category_in_a_chat() {
    let list = super::of("tencent-live-2022", &[&["教育", "驾校培训"]], &json!({ "subject": "enterprise" }), &ZH);
    let version = leimu::data_version("tencent-live-2022").unwrap();
    let text = list.sheet(&ZH).text();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[..12],
        [
            "资质清单：教育 / 驾校培训",
            "按此情况判断：主体类型：企业",
            "目录：微信直播 2022",
            "结论：补齐可申请：差 1 项：《道路运输经营许可证》含“驾驶员培训”",
            "",
            "【资质】",
            "☐ 《道路运输经营许可证》含“驾驶员培训”（还没有；必须补）",
            "",
            "【补齐方案】",
            "1. 取得《道路运输经营许可证》含“驾驶员培训”",
            "",
            "【资质要求】",
        ],
        "{text}"
    );
    for words in [
        &format!("· 数据版本 tencent-live-2022 {version}"),
        "在类目通里看 https://example.org/#/c/教育/驾校培训",
        "2026-06-15 由类目通生成，以平台页面为准。",
        "【接入方式】",
        "【来源】",
    ] {
        assert!(lines.contains(&words), "{words} in\n{text}");
    }
    assert_eq!(list.sheet(&ZH).file("csv"), "资质清单-教育-驾校培训-2026-06-15.csv");
}

#[test]
fn a_draft_says_how_far_each_paper_is_and_what_was_noted() {
    let holder = Holder::Own;
    let paper = |id: &str| Paper { document: id.into(), holder };
    let mut draft = Draft::new("a".into(), "甲公司".into(), 7);
    draft.profile.subject = Some("enterprise".into());
    let licence = paper("road-transport-licence");
    let line = |draft: &Draft| {
        let profile = serde_json::to_value(&draft.profile).unwrap();
        let list = super::of("tencent-live-2022", &[&["教育", "驾校培训"]], &profile, &ZH).with_progress(draft);
        let sheet = list.sheet(&ZH);
        let text = sheet.text();
        let line = text.lines().find(|line| line.starts_with(['☐', '☑'])).unwrap().to_owned();
        let noted = draft.progress_of(&licence).is_some_and(|one| !one.note.is_empty());
        assert_eq!(sheet.csv().contains("备注：找王姐要"), noted);
        line
    };
    assert_eq!(line(&draft), "☐ 《道路运输经营许可证》含“驾驶员培训”（还没有；必须补）");
    draft.bring(&licence, Stage::Preparing);
    draft.set_note(&licence, "找王姐要");
    assert_eq!(line(&draft), "☐ 《道路运输经营许可证》含“驾驶员培训”（准备中；必须补；备注：找王姐要）");
    draft.bring(&licence, Stage::Submitted);
    let holding = draft.profile.holding_mut(&licence).unwrap();
    holding.say("驾驶员培训", Some(true));
    holding.valid_until = Some("2027-01-31".into());
    assert_eq!(line(&draft), "☑ 《道路运输经营许可证》含“驾驶员培训”（已提交；有效期至 2027-01-31；备注：找王姐要）");
    draft.profile.holding_mut(&licence).unwrap().valid_until = Some("2020-01-31".into());
    assert!(line(&draft).contains("（已过期；必须补；"), "{}", line(&draft));
}

/// State and need of each paper.
#[track_caller]
fn states(profile: &serde_json::Value) -> Vec<(Option<Trouble>, Need)> {
    let list = super::of("tencent-live-2022", &[&["教育", "驾校培训"]], profile, &ZH);
    list.papers.iter().map(|paper: &PaperLine| (paper.trouble, paper.need)).collect()
}

#[test]
fn a_paper_says_how_it_stands() {
    let with = |more: serde_json::Value| {
        let mut paper = json!({ "document": "road-transport-licence" });
        paper.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "subject": "enterprise", "documents": [paper] })
    };
    for (profile, trouble, need) in [
        (json!({ "subject": "enterprise" }), Some(Trouble::NotHeld), Need::Always),
        (with(json!({ "covers": ["驾驶员培训"] })), None, Need::Never),
        (with(json!({ "lacks": ["驾驶员培训"] })), Some(Trouble::NotCovering), Need::Always),
        (with(json!({})), Some(Trouble::CoverageUnsaid), Need::Always),
        (with(json!({ "covers": ["驾驶员培训"], "valid_until": "2026-06-14" })), Some(Trouble::Expired), Need::Always),
        (with(json!({ "unobtainable": true })), Some(Trouble::Unobtainable), Need::Never),
    ] {
        assert_eq!(states(&profile), [(trouble, need)], "{profile}");
    }
}

#[test]
fn a_paper_that_something_else_replaces_is_not_asked_for() {
    let path: [&[&str]; 1] = [&["社交", "直播"]];
    let said = |profile: serde_json::Value| super::of("tencent-live-2022", &path, &profile, &ZH).sheet(&ZH).text();
    let culture =
        |text: &str| text.lines().find(|line| line.starts_with("☐ 《网络文化经营许可证》")).unwrap().to_owned();
    let neither = said(json!({ "subject": "enterprise" }));
    assert!(culture(&neither).ends_with("（还没有；部分方案要补）"), "{neither}");
    let other = json!({ "subject": "enterprise", "documents": [{ "document": "audiovisual-licence" }] });
    let other = said(other);
    assert!(culture(&other).ends_with("（还没有；现在不用补）"), "{other}");
    let closed = said(json!({ "subject": "personal" }));
    assert!(culture(&closed).ends_with("（还没有）"), "{closed}");
}

#[test]
fn several_categories_share_one_list_of_papers() {
    let paths: [&[&str]; 2] = [&["电商平台", "电商平台"], &["社交", "直播"]];
    let list = super::of("tencent-live-2022", &paths, &json!({ "subject": "enterprise" }), &ZH);
    assert_eq!(list.categories.len(), 2);
    let mut names: Vec<&str> = list.papers.iter().map(|paper| paper.words.as_str()).collect();
    let many = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), many, "a paper stands once: {names:?}");
    let served: std::collections::BTreeSet<usize> = list.papers.iter().flat_map(|paper| paper.serves.clone()).collect();
    assert_eq!(served.into_iter().collect::<Vec<_>>(), [0, 1]);
    let text = list.sheet(&ZH).text();
    for words in ["【一起补齐的方案】", "用于 电商平台 / 电商平台", "【社交 / 直播：资质要求】"]
    {
        assert!(text.contains(words), "{words} in\n{text}");
    }
}

#[test]
fn english_says_the_same() {
    let list = super::of("tencent-live-2022", &[&["教育", "驾校培训"]], &json!({ "subject": "enterprise" }), &EN);
    let text = list.sheet(&EN).text();
    for words in ["Checklist of papers: 教育 / 驾校培训", "Judged for: ", "【Papers】", "☐ "] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
}

/// What a category forbids and what else its source says reaches whoever reads no Chinese.
#[test]
fn english_says_what_comes_with_a_category() {
    let list = super::of("wechat-2026", &[&["文娱", "微短剧"]], &json!({ "subject": "enterprise" }), &EN);
    assert_eq!(list.categories[0].path, "Culture & entertainment / Micro-dramas 文娱 / 微短剧");
    assert_eq!(list.categories[0].catalog, "WeChat 2026 微信 2026");
    for (title, entries) in &list.categories[0].rules {
        for entry in entries {
            let is_english = entry.starts_with(|first: char| first.is_ascii_alphabetic());
            assert!(is_english, "{title}: {entry}");
        }
    }
    let text = list.sheet(&EN).text();
    for words in [
        "Restrictions",
        "Only links that passed the official review can be played",
        "about 15 days: The category is reviewed",
        "Notes of the source",
        "Once the category is approved, playback control takes effect at the same time.",
        "Political information 时政信息: needed as well",
        "WeChat (Tencent), “Service categories open to WeChat mini-programs”",
        "Service category guide (official) 服务类目说明",
    ] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
}

#[test]
fn the_list_of_the_checker_goes_by_verdict() {
    let listed = |path: &str, sentence: &str, tags: &str| Listed {
        path: path.to_owned(),
        sentence: sentence.to_owned(),
        tags: tags.to_owned(),
    };
    let listing = Listing {
        title: "3 个类目里，1 个现在就能申请".to_owned(),
        catalog: "微信 2026".to_owned(),
        made: super::today(),
        applicant: "主体类型：企业".to_owned(),
        source: "微信《类目》，2026-02".to_owned(),
        version: "wechat-2026 00000000".to_owned(),
        page: "https://example.org/official".to_owned(),
        link: "https://example.org/#/".to_owned(),
        groups: vec![
            (Verdict::Ready, vec![listed("甲 / 乙", "要求的资质都已备齐", "直播")]),
            (Verdict::Missing, vec![listed("丙", "差 1 项：=1", ""), listed("丁", "差 2 项", "存疑")]),
        ],
    };
    let sheet: Sheet = listing.sheet(&ZH);
    assert_eq!(
        sheet.text().lines().collect::<Vec<_>>()[..9],
        [
            "微信 2026：3 个类目里，1 个现在就能申请",
            "按此情况判断：主体类型：企业",
            "",
            "【可以申请 1】",
            "· 甲 / 乙：要求的资质都已备齐（直播）",
            "",
            "【补齐可申请 2】",
            "· 丙：差 1 项：=1",
            "· 丁：差 2 项（存疑）",
        ]
    );
    assert_eq!(sheet.table.rows.len(), 3);
    assert_eq!(sheet.table.rows[0][..4], ["可以申请", "甲 / 乙", "要求的资质都已备齐", "直播"]);
}
