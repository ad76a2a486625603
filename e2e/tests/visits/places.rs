//! Every place has an address that survives reload, back and forward, and any host.

use e2e::{LIVE_CHECKER, Page, Visit, visit};

#[test]
fn reload_keeps_answers_and_filters() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.area("主体类型").choice("企业").click();
        page.spot("#level").select("教育");
        page.spot("#access").select("标准直播+直播标签");
        page.spot("#find-category").type_text("视频");
        page.expect("address", format!("{LIVE_CHECKER}&level=教育&access=live-tags&q=视频"), Page::address);
        let before = page.groups();
        page.reload();
        page.expect("groups", before, Page::groups);
        assert_eq!(page.spot("#level").value(), "教育");
        assert_eq!(page.spot("#access").value(), "live-tags");
        assert_eq!(page.spot("#find-category").value(), "视频");
        assert!(page.area("主体类型").choice("企业").is_checked());
    });
}

#[test]
fn back_and_forward_follow_what_was_chosen() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.spot("#level").select("医疗");
        page.expect("rows", 2, |page| page.counts().iter().map(|(_, count)| count).sum::<usize>());
        page.spot("#access").select("标准直播+直播标签");
        page.line("医疗/互联网医院").click();
        page.expect("heading", "互联网医院", Page::heading);
        page.reload();
        page.expect("reload keeps the place", "互联网医院", Page::heading);

        for (filters, level, access) in
            [("&level=医疗&access=live-tags", "医疗", "live-tags"), ("&level=医疗", "医疗", ""), ("", "", "")]
        {
            page.back();
            page.expect("address", format!("{LIVE_CHECKER}{filters}"), Page::address);
            page.expect("level", level, |page| page.spot("#level").value());
            page.expect("access", access, |page| page.spot("#access").value());
        }
        page.forward();
        page.expect("level", "医疗", |page| page.spot("#level").value());
    });
}

#[test]
fn an_address_that_names_nothing_says_so_and_leads_back() {
    visit(|page| {
        for place in ["#/nowhere", "#/c/baidu-2019/没有/这一类", "#/c/nobody-1999/教育/驾校培训", "#/?colour=red"]
        {
            page.open(place);
            page.expect("heading", "没有这个页面", Page::heading);
            page.expect("title", true, |page| !page.title().is_empty() && page.title().ends_with("类目通"));
            let words = page.text("main");
            let named = place.trim_start_matches('#');
            assert!(words.contains(named), "{named} is not named as a person reads it: {words}");
            page.link("回到查类目").click();
            page.expect("heading", "472 个类目里，0 个现在就能申请", Page::heading);
            page.expect("address", "#/", Page::address);
        }
    });
}

#[test]
fn a_filter_that_fits_nothing_can_be_cleared() {
    visit(|page| {
        page.open("#/?level=没有这一级");
        page.expect_text(".none", "没有符合筛选的类目");
        page.button("清除筛选").click();
        page.expect("heading", "472 个类目里，0 个现在就能申请", Page::heading);
    });
}

#[test]
fn the_page_works_under_a_sub_path() {
    Visit::default().under("/some/where/").run(|page| {
        page.open(LIVE_CHECKER);
        page.area("主体类型").choice("企业").click();
        page.line("教育/驾校培训").click();
        page.expect("heading", "驾校培训", Page::heading);
        let address = page.run("return location.pathname", Vec::new());
        assert_eq!(address, "/some/where/");
        page.reload();
        page.expect("heading", "驾校培训", Page::heading);
        page.link("教育").click();
        page.expect("address", format!("{LIVE_CHECKER}&level=教育"), Page::address);
        assert!(page.area("主体类型").choice("企业").is_checked());
    });
}
