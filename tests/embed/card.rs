//! Cards that need no script.

use leimu::bundled;
use leimu::catalog::{Bundle, own};
use leimu::embed::{card, escaped};
use leimu::i18n::{EN, ZH};

fn of(bundle: &Bundle, catalog: &str, path: &str, english: bool) -> String {
    let catalog = bundle.catalog(catalog).unwrap();
    let category = catalog.categories.iter().find(|one| one.path.to_string() == path).unwrap();
    card(catalog, category, &bundle.registry, "", if english { &EN } else { &ZH })
}

#[test]
fn a_card_tells_the_requirement_its_source_and_its_date() {
    let html = of(&bundled().unwrap(), "tencent-live-2022", "教育/驾校培训", false);
    assert!(html.starts_with("<section class=\"leimu-static\" lang=\"zh-CN\">\n"), "{html}");
    for said in ["<h3 class=\"leimu-name\">教育 / 驾校培训</h3>", "《道路运输经营许可证》", "2022", "以平台页面为准"]
    {
        assert!(html.contains(said), "{said} in {html}");
    }
    let english = of(&bundled().unwrap(), "tencent-live-2022", "教育/驾校培训", true);
    for said in
        ["lang=\"en\"", "<p lang=\"zh-CN\" class=\"leimu-original\">教育 / 驾校培训</p>", "2022", "own page prevails"]
    {
        assert!(english.contains(said), "{said} in {english}");
    }
}

/// Elements are closed in the order in which they were opened, no script and no style is among them,
/// and every class is ours.
fn check_shape(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1).map(|rest| rest.split_once('>').unwrap().0) {
        let name = tag.split(' ').next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None => open.push(name),
        }
        let known = ["section", "h3", "h4", "p", "ul", "li", "small", "a"];
        assert!(known.contains(&name.trim_start_matches('/')), "{name} in {html}");
        assert!(!tag.contains("style=") && !tag.contains(" on"), "{tag}");
        assert!(!tag.contains("class=") || tag.contains("class=\"leimu-"), "{tag}");
    }
    assert!(open.is_empty(), "{html}");
}

#[test]
fn every_card_is_whole_and_only_text() {
    let bundle = bundled().unwrap();
    for catalog in &bundle.catalogs {
        for category in &catalog.categories {
            for say in [&ZH, &EN] {
                let html = card(catalog, category, &bundle.registry, "https://example.com/#/x?a=b&c=\"d\"", say);
                check_shape(&html);
                assert!(html.contains("href=\"https://example.com/#/x?a=b&amp;c=&quot;d&quot;\""), "{html}");
            }
        }
    }
}

#[test]
fn what_a_catalog_says_is_no_markup() {
    let bundle = bundled().unwrap();
    let text = r#"{
      "id": "rude", "platform": "wechat", "title": "<b>", "short": "s", "publisher": "\"&'", "date": "2026-06",
      "date_known": "printed", "date_note": "", "copy": "", "file": "f",
      "warning": { "words": "w", "line": 1 },
      "categories": [{ "path": ["<script>alert(1)</script>", "a&b"], "line": 2, "scope": "</section><img src=x onerror=y>",
        "requirement": { "document": "business-licence" } }] }"#;
    let read = own::read(text, &bundle.registry, &[]).unwrap_or_else(|faults| panic!("{faults:?}"));
    let html = card(&read.catalog, &read.catalog.categories[0], &read.registry, "", &ZH);
    check_shape(&html);
    for said in ["<script>alert(1)</script>", "a&b", "</section><img src=x onerror=y>", "<b>"] {
        assert!(html.contains(&escaped(said)), "{said} in {html}");
    }
}
