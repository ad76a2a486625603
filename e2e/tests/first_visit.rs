//! The first look, before anything is answered.

use e2e::{Page, visit};

#[test]
fn every_category_is_there_before_anything_is_answered() {
    visit(|page| {
        page.open("#/");
        page.expect("title", "查类目 · 微信直播 2022 · 类目通", Page::title);
        let groups = page.groups();
        let rows: usize = groups.iter().map(|group| group.rows.len()).sum();
        assert_eq!(rows, 31);
        for group in &groups {
            assert_eq!(group.count, group.rows.len(), "{}", group.id);
            assert_ne!(group.id, "closed", "nothing is closed as long as nothing is known");
        }
        // Eight categories ask for nothing, but one subject would close them.
        assert_eq!(page.heading(), "31 个类目里，0 个现在就能申请");
        assert_eq!(page.counts(), [("ask".to_owned(), 8), ("missing".to_owned(), 23)]);
        let every_row_says_why = groups.iter().flat_map(|group| &group.rows).all(|row| !row.what.is_empty());
        assert!(every_row_says_why, "{groups:#?}");
    });
}

#[test]
fn looking_around_stores_nothing() {
    visit(|page| {
        page.open("#/");
        page.line("教育/驾校培训").click();
        page.expect("heading", "驾校培训", Page::heading);
        page.link("草稿").click();
        page.expect("heading", "草稿", Page::heading);
        page.link("关于").click();
        page.expect("heading", "关于", Page::heading);
        assert_eq!(page.storage(), []);
    });
}

#[test]
fn the_number_in_the_legend_leads_to_its_group() {
    visit(|page| {
        page.open("#/");
        page.button("补齐可申请 23").click();
        page.expect("focus", "missing", |page| page.focus().0);
        assert!(page.is_in_window("#missing"));
    });
}
