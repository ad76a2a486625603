//! Everything without a mouse.

use e2e::{Key, LIVE_CHECKER, Page, visit};

fn focused(page: &Page) -> String {
    let (id, name) = page.focus();
    if id.is_empty() { name } else { format!("#{id}") }
}

#[test]
fn from_the_skip_link_to_an_open_category_by_keys_alone() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.press(Key::Tab);
        page.expect("first of all", "跳到内容", focused);
        page.press(Key::Enter);
        page.expect("the content", "#place", focused);
        assert_eq!(page.address(), LIVE_CHECKER);

        page.reload();
        page.tab_to("个人");
        page.press(Key::Down);
        page.press(Key::Down);
        page.expect("chosen by arrows", true, |page| page.area("主体类型").choice("企业").is_checked());
        page.expect("the focus stays", "#subject-enterprise", focused);
        page.expect("headline", "31 个类目里，8 个现在就能申请", Page::heading);

        page.tab_to("find-paper");
        page.type_text("道路运输");
        page.button("添加《道路运输经营许可证》").expect();
        page.press(Key::Enter);
        page.area("《道路运输经营许可证》").expect();
        page.expect("the focus stays", "#find-paper", focused);

        // Nothing is said yet, so “没说” is chosen, the last of three. Not every engine goes from the last to the first.
        page.tab_to("没说");
        page.press(Key::Up);
        page.expect("the one before", "不含", focused);
        page.press(Key::Up);
        page.expect("coverage", Some("ready".to_owned()), |page| page.verdict("教育/驾校培训"));
        page.expect("the focus stays", "含", focused);

        page.tab_to("教育/驾校培训");
        page.press(Key::Enter);
        page.expect("heading", "驾校培训", Page::heading);
        page.expect("the focus is on the heading", "#place", focused);
        page.expect_text(".banner", "可以申请");
    });
}

/// A line clips what stands outside of it, so its ring has to stand inside to be seen.
#[test]
fn the_ring_of_the_focus_is_whole_on_a_line() {
    const IS_WHOLE: &str =
        "const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(document.activeElement);
        return outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3
            && parseFloat(outlineWidth) + parseFloat(outlineOffset) <= 0";
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.tab_to("教育/驾校培训");
        assert_eq!(page.run(IS_WHOLE, Vec::new()).as_bool(), Some(true), "the ring of the focus is cut off");
    });
}

#[test]
fn the_space_key_chooses_and_takes_back() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.tab_to("个人");
        page.type_text(" ");
        page.expect("counts", [("closed".to_owned(), 31)], Page::counts);
        page.tab_to("清除回答");
        page.type_text(" ");
        page.expect("counts", [("ask".to_owned(), 8), ("missing".to_owned(), 23)], Page::counts);
        assert!(!page.area("主体类型").choice("个人").is_checked());
    });
}

#[test]
fn the_focus_follows_to_the_heading_of_every_place() {
    visit(|page| {
        page.open("#/");
        for (link, heading) in [("草稿", "草稿"), ("关于", "关于"), ("查类目", "472 个类目里，0 个现在就能申请")]
        {
            page.tab_to(link);
            page.press(Key::Enter);
            page.expect("heading", heading, Page::heading);
            page.expect("the focus is on the heading", "#place", focused);
            // From the heading the menu is not ahead any more.
            page.reload();
        }
    });
}

/// Browsers take the focus from what is hidden when they draw next, not at once.
const AFTER_DRAWING: &str = "return new Promise((resolve) => requestAnimationFrame(() =>
    requestAnimationFrame(() => resolve(document.activeElement === document.body))));";

#[test]
fn a_control_that_goes_away_leaves_the_focus_somewhere_useful() {
    // Controls that go away, or are drawn again, when they are used: whoever works by keys or by
    // ear is thrown back to the top of the page if the focus goes away with them.
    let vanishing: [(&str, &str); 7] = [
        (LIVE_CHECKER, "清除回答"),
        (&format!("{LIVE_CHECKER}&level=教育"), "清除筛选"),
        (LIVE_CHECKER, "移除《道路运输经营许可证》"),
        ("#/c/tencent-live-2022/社交/直播", "我有《信息网络传播视听节目许可证》"),
        ("#/c/tencent-live-2022/教育/驾校培训", "没说"),
        ("#/drafts", "删除"),
        ("#/drafts", "打开"),
    ];
    visit(|page| {
        let mut lost = Vec::new();
        for (place, control) in vanishing {
            page.clear_storage();
            page.open(LIVE_CHECKER);
            page.area("主体类型").choice("企业").click();
            page.spot("#find-paper").type_text("道路运输");
            page.press(Key::Enter);
            page.area("《道路运输经营许可证》").expect();
            page.link("草稿").click();
            page.spot("#new-draft").type_text("乙单位");
            page.button("新建草稿").click();
            page.area("未命名草稿").button("打开").click();
            page.area("未命名草稿").button("打开").expect_none();
            page.open(place);
            page.reload();
            page.tab_to(control);
            // A choice is changed by an arrow, anything else is pressed.
            page.press(if control == "没说" { Key::Down } else { Key::Enter });
            let is_lost = page.run(AFTER_DRAWING, Vec::new());
            if is_lost == true {
                lost.push(format!("{control} at {place}"));
            }
        }
        assert!(lost.is_empty(), "the focus is lost after {lost:#?}");
    });
}
