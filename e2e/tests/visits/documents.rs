//! Papers: the list of all, the page of one, and the way between them and the categories.

use e2e::{Key, Page, visit};

const EXPRESS: &str = "《快递业务经营许可证》";

/// How many lines of the list are there.
fn listed(page: &Page) -> usize {
    page.texts(".papers-list > li").len()
}

#[test]
fn from_the_list_to_a_paper_to_a_category_and_back() {
    visit(|page| {
        page.open("#/");
        page.link("资质").click();
        page.expect("address", "#/d", Page::address);
        page.expect("heading", "资质", Page::heading);
        page.expect("title", "资质 · 类目通", Page::title);
        page.expect("the focus is on the heading", "place", |page| page.focus().0);
        page.expect("every paper is there", 445, listed);
        page.expect_text("[role=status]", "445 份资质");

        page.spot("#find-document").type_text("道路运输");
        page.expect_text("[role=status]", &format!("{} 份资质", listed(page)));
        page.expect("fewer papers", true, |page| (1..445).contains(&listed(page)));
        page.link("《道路运输经营许可证》").click();
        page.expect("heading", "《道路运输经营许可证》", Page::heading);
        page.expect("address", "#/d/road-transport-licence", Page::address);
        page.expect("title", "《道路运输经营许可证》 · 类目通", Page::title);
        page.expect("the focus is on the heading", "place", |page| page.focus().0);

        page.spot(".asking a[href='#/c/tencent-live-2022/教育/驾校培训']").click();
        page.expect("heading", "驾校培训", Page::heading);
        page.spot(".asked a[href='#/d/road-transport-licence']").click();
        page.expect("heading", "《道路运输经营许可证》", Page::heading);
        page.back();
        page.expect("heading", "驾校培训", Page::heading);
        page.spot(".route a[href='#/d/road-transport-licence']").click();
        page.expect("heading", "《道路运输经营许可证》", Page::heading);
        page.link("全部资质").click();
        page.expect("heading", "资质", Page::heading);
    });
}

#[test]
fn a_paper_says_which_categories_ask_for_it_and_in_which_part() {
    visit(|page| {
        page.open("#/d/road-transport-licence");
        let row = |address: &str| {
            let rows = page.run(
                "return [...document.querySelectorAll('.asking > li')]
                    .filter((row) => row.querySelector('a').hash === arguments[0] || decodeURIComponent(row.querySelector('a').hash) === arguments[0])
                    .map((row) => row.innerText)",
                vec![address.into()],
            );
            rows[0].as_str().unwrap_or_default().to_owned()
        };
        let school = row("#/c/tencent-live-2022/教育/驾校培训");
        assert!(school.contains("所需") && school.contains("含“驾驶员培训”"), "{school}");
        // Branches are for one kind of applicant each.
        page.open("#/d/private-school-licence");
        page.expect_text("h1", "《民办学校办学许可证》");
        let school = row("#/c/tencent-live-2022/教育/学历教育（学校）");
        assert!(school.contains("部分申请人") && school.contains("仅限"), "{school}");
    });
}

#[test]
fn a_paper_is_added_where_it_is_looked_at_and_what_it_does_changes() {
    visit(|page| {
        page.open("#/d/express-delivery-licence");
        page.expect_text(".worth", "百度 2019 单凭它可以申请 1 个：快递业与邮政 / 快递");
        page.button(&format!("我有{EXPRESS}")).click();
        page.expect_text(".worth", "百度 2019 靠它可以申请 1 个：快递业与邮政 / 快递");
        page.field("有效期至").expect();
        page.expect("the focus stays on the button", format!("移除{EXPRESS}"), |page| page.focus().1);

        page.link("资质").click();
        page.expect("marked in the list", ["已有"], |page| page.texts(".papers-list .mine"));
        page.link("查类目").click();
        page.area(EXPRESS).expect();
        page.link(EXPRESS).click();
        page.expect("heading", EXPRESS, Page::heading);

        page.field("有效期至").enter_date("2020-01-01");
        page.expect_text(".worth", "已有。按现在的情况，还没有类目单凭它打开。");
        page.button(&format!("移除{EXPRESS}")).click();
        page.expect_text(".worth", "百度 2019 单凭它可以申请 1 个");
        page.field("有效期至").expect_none();
    });
}

#[test]
fn everything_works_by_keys_alone() {
    visit(|page| {
        page.open("#/d");
        page.tab_to("find-document");
        page.type_text("快递业务经营");
        page.expect("one paper", 1, listed);
        page.tab_to(EXPRESS);
        page.press(Key::Enter);
        page.expect("heading", EXPRESS, Page::heading);
        page.tab_to(&format!("我有{EXPRESS}"));
        page.press(Key::Enter);
        page.expect_text(".worth", "靠它可以申请");
        page.press(Key::Enter);
        page.expect_text(".worth", "单凭它可以申请");
    });
}

#[test]
fn a_paper_is_found_by_another_name_and_nothing_is_found_by_none() {
    visit(|page| {
        page.open("#/d/ICP证");
        page.expect("heading", "《增值电信业务经营许可证》", Page::heading);
        page.open("#/d/no-such-paper");
        page.expect("heading", "没有这个页面", Page::heading);
        page.open("#/d/道路运营经输许可证");
        page.expect("heading", "没有这个页面", Page::heading);
        page.link("《道路运输经营许可证》").expect();
        page.link("全部资质").click();
        page.expect("heading", "资质", Page::heading);
        page.spot("#find-document").type_text("qqqq");
        page.expect_text("[role=status]", "没有名称含“qqqq”的资质");
    });
}

#[test]
fn the_list_knows_sounds_traditional_letters_and_mistakes() {
    const ROAD: &str = "《道路运输经营许可证》";
    visit(|page| {
        page.open("#/d");
        for typed in ["dlysjyxkz", "daoluyunshu", "道路運輸經營", "道路运翰经营许可证"] {
            page.spot("#find-document").retype(typed);
            page.expect(typed, true, |page| page.link(ROAD).count() == 1 && listed(page) < 20);
        }
        page.spot("#find-document").retype("道路运营经输许可证");
        page.expect_text("[role=status]", "最接近的");
        page.link(ROAD).expect();
    });
}

#[test]
fn nothing_sticks_out_on_a_very_narrow_screen() {
    visit(|page| {
        page.browser.set_viewport(320, 640);
        page.fill_storage();
        for place in
            ["#/d", "#/d/business-licence", "#/d/road-transport-licence", "#/d/value-added-telecom-licence", "#/about"]
        {
            page.open(place);
            assert_eq!((page.overflow(), page.small_controls()), (Vec::new(), Vec::new()), "{place}");
        }
    });
}
