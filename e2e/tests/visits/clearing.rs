//! Everything that is stored can be seen, cleared after a word of warning, and brought back.

use std::collections::BTreeMap;

use e2e::{Page, visit};

fn stored(page: &Page) -> BTreeMap<String, String> {
    page.storage().into_iter().collect()
}

#[test]
fn what_is_stored_is_listed_cleared_and_brought_back() {
    visit(|page| {
        page.fill_storage();
        page.run("localStorage.setItem('leimu/theme', 'dark'); localStorage.setItem('others', 'own')", Vec::new());
        page.open("#/about");
        page.button("清除保存的全部内容").click();
        page.expect_text("dialog.confirm", "草稿、自带目录、语言和外观");
        page.button("全部存成文件").expect();
        page.button("不清除").click();
        page.button("清除").expect_none();
        let before = stored(page);
        assert!(before.len() >= 4, "{before:?}");

        page.button("清除保存的全部内容").click();
        page.button("清除").click();
        page.expect_text("#cleared", "关掉页面之前可以撤销");
        let left = stored(page);
        assert_eq!(left.into_keys().collect::<Vec<_>>(), ["others"], "what is not the page's own stays");
        page.expect_text("main", "现在什么都没有存。");
        page.expect("the theme follows the system", true, |page| {
            page.run("return document.documentElement.dataset.theme === undefined", Vec::new()) == true
        });
        page.link("草稿").click();
        page.expect("an empty draft", ["未命名草稿".to_owned()], |page| page.texts("li.draft h2"));
        page.link("自带目录").click();
        page.expect("no own catalog", false, |page| page.text("main").contains("宠物类目"));

        page.link("关于").click();
        page.button("撤销").click();
        page.expect("all of it", before.clone(), stored);
        page.link("草稿").click();
        page.expect("the draft", true, |page| page.texts("li.draft h2").concat().contains("一家名字特别特别长的"));
        page.link("自带目录").click();
        page.expect_text("main", "宠物类目");
        page.reload();
        assert_eq!(stored(page), before);
    });
}
