//! Drafts that were made with other data than that of today.

use e2e::{Page, visit};
use serde_json::{Value as Json, json};

const CATALOG: &str = include_str!("../../../data/tencent-live-2022.json");

/// The catalog as it might have been: one target asked for nothing, another is not there any more.
fn before() -> String {
    let mut catalog: Json = serde_json::from_str(CATALOG).unwrap_or_default();
    catalog["capabilities"] = json!([]);
    catalog["categories"] = json!([
        { "path": ["教育", "驾校培训"], "line": 1, "requirement": "nothing" },
        { "path": ["教育", "私塾"], "line": 2, "requirement": "nothing" },
    ]);
    catalog.to_string()
}

fn put(page: &Page, key: &str, text: &str) {
    page.run("localStorage.setItem(...arguments)", vec![json!(key), json!(text)]);
}

#[test]
fn what_changed_for_the_targets_is_told_with_the_reason_until_it_was_seen() {
    let draft = json!({
        "schema": 2, "id": "a1", "name": "甲公司", "created": 1, "updated": 1, "profile": { "subject": "enterprise" },
        "targets": [{ "catalog": "tencent-live-2022", "categories": [[["教育"], ["驾校培训", "私塾"]]] }],
        "made_with": { "tencent-live-2022": "00000000" },
    });
    visit(|page| {
        page.load(&page.site.blank());
        put(page, "leimu/draft/a1", &draft.to_string());
        put(page, "leimu/kept/tencent-live-2022/00000000", &before());
        put(page, "leimu/kept/tencent-live-2021/00000000", "{}");
        page.open("#/drafts");
        page.expect_text(".moved", "数据更新了，2 个目标和上次看到的不一样：");
        let told = page.text(".moved");
        for words in ["新数据里没有这个类目了，目标仍然保留", "可以申请 → 补齐可申请", "《道路运输经营许可证》"]
        {
            assert!(told.contains(words), "{words} in {told}");
        }
        let keys: Vec<String> = page.storage().into_iter().map(|(key, _)| key).collect();
        assert!(!keys.contains(&"leimu/kept/tencent-live-2021/00000000".to_owned()), "no draft needs it: {keys:?}");
        page.button("看过了，按新数据算").click();
        page.expect("it is settled", "", |page| page.text(".moved"));
        page.reload();
        page.area("甲公司").expect();
        assert_eq!(page.text(".moved"), "");
        assert!(page.text(".targets").contains("私塾"), "what is gone is kept");
    });
}
