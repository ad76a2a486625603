//! More than one catalog: large ones, and what a source leaves open.

use e2e::{LIVE_CHECKER, Page, visit};

#[test]
fn a_large_catalog_is_all_there_and_the_unlisted_are_folded_but_counted() {
    visit(|page| {
        page.open("#/");
        page.spot("#catalog").select("百度 2019");
        page.expect("address", "#/?catalog=baidu-2019", Page::address);
        page.expect("headline", true, |page| page.heading().starts_with("246 个类目里，"));
        let counts = page.counts();
        assert_eq!(counts.iter().map(|(_, count)| count).sum::<usize>(), 246, "{counts:?}");
        let groups = page.groups();
        let unlisted = groups.iter().find(|group| group.id == "unlisted").expect("there are unlisted ones");
        assert!(unlisted.folded, "the source says nothing of these; they stand apart");
        assert_eq!(unlisted.count, unlisted.rows.len());
        assert!(unlisted.rows.iter().all(|row| row.what.contains("来源没有写资质要求")), "{unlisted:#?}");

        // A first level of the catalog each, and “all”.
        let levels = page.options("#level");
        assert_eq!((levels.len(), levels[0].as_str()), (22, "全部"), "{levels:?}");

        page.spot("#unlisted").click();
        page.expect("unfolded", false, |page| page.groups().iter().any(|group| group.folded));
        let first = unlisted.rows[0].path.clone();
        page.line(&first).click();
        page.expect_text(".banner", "来源未列");
    });
}

#[test]
fn a_search_unfolds_the_unlisted() {
    visit(|page| {
        page.open("#/?catalog=baidu-2019");
        let groups = page.groups();
        let unlisted = groups.iter().find(|group| group.id == "unlisted").expect("there are unlisted ones");
        let name = unlisted.rows[0].path.rsplit('/').next().expect("a path has a name").to_owned();
        page.spot("#find-category").type_text(&name);
        page.expect("folded", false, |page| page.groups().iter().any(|group| group.folded));
        page.line(&unlisted.rows[0].path).expect();
    });
}

#[test]
fn a_catalog_brings_its_own_filters_and_keeps_the_text() {
    visit(|page| {
        page.open(&format!("{LIVE_CHECKER}&level=医疗&q=医院"));
        page.spot("#catalog").select("百度 2019");
        page.expect("address", "#/?catalog=baidu-2019&q=医院", Page::address);
        page.expect("level", "", |page| page.spot("#level").value());
        page.expect("access is not a matter here", 0, |page| page.spot("#access").count());
    });
}

#[test]
fn a_category_leads_to_its_namesake_on_the_other_platform() {
    visit(|page| {
        page.open("#/c/tencent-live-2022/教育/驾校培训");
        page.expect("heading", "驾校培训", Page::heading);
        page.link("百度 2019").click();
        page.expect_text(".crumbs", "百度 2019 / 教育");
        page.expect("heading", "驾校培训", Page::heading);
    });
}

#[test]
fn every_catalog_is_offered_and_the_newest_of_each_platform_are_all_there() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        let catalogs = ["微信 2026", "百度 2020", "微信直播 2022", "微信直播 2021", "百度 2019"];
        assert_eq!(page.options("#catalog"), catalogs);
        for (name, id, categories) in [("百度 2020", "baidu-2020", 246), ("微信 2026", "wechat-2026", 472)] {
            page.spot("#catalog").select(name);
            page.expect("address", format!("#/?catalog={id}"), Page::address);
            page.expect("headline", true, |page| page.heading().starts_with(&format!("{categories} 个类目里，")));
            let counts = page.counts();
            assert_eq!(counts.iter().map(|(_, count)| count).sum::<usize>(), categories, "{counts:?}");
        }
    });
}

#[test]
fn the_access_filter_offers_what_the_capabilities_of_the_catalog_name() {
    const METHOD: &str = "live-player / live-pusher（标准直播组件）";
    visit(|page| {
        page.open("#/?catalog=wechat-2026");
        page.area("主体类型").choice("企业").click();
        page.spot("#access").select(METHOD);
        page.expect("address", "#/?catalog=wechat-2026&access=live-player", Page::address);
        // The lists of the source, put together.
        page.expect("headline", true, |page| page.heading().starts_with("筛出 25 个类目，"));
        let groups = page.groups();
        let rows: Vec<_> = groups.iter().flat_map(|group| &group.rows).collect();
        assert_eq!(rows.len(), 25);
        assert!(rows.iter().all(|row| row.tags.iter().any(|tag| tag == "live-player")), "{rows:#?}");
    });
}

#[test]
fn a_dated_category_says_so_and_leads_to_where_it_is_today() {
    visit(|page| {
        page.open("#/c/tencent-live-2022/金融业/征信业务");
        page.expect_text(".warn", "这是 2022 的旧版");
        // It was split, so there are two places to go to, and two changes.
        assert_eq!(page.texts(".warn a"), ["微信 2026：金融业/企业征信", "微信 2026：金融业/个人征信"]);
        page.spot(".warn a:first-of-type").click();
        page.expect("heading", "企业征信", Page::heading);
        page.expect_text(".changed", "从 微信直播 2022 到 微信 2026");
        page.link("微信直播 2022：金融业/征信业务").expect();
        page.link("百度 2020：金融业/征信业务").expect();

        page.open("#/c/tencent-live-2022/社交/直播");
        page.expect_text(".changed", "现在也可用：《全国网络视听平台信息登记管理系统》备案。");
        page.open("#/c/tencent-live-2022/教育/教育信息服务");
        page.expect_text(".warn", "微信 2026 里已没有这个类目");
        page.open("#/?catalog=baidu-2019");
        page.expect_text(".warn", "请看较新的 百度 2020");
    });
}

#[test]
fn a_business_is_a_filter_that_goes_along_to_another_catalog() {
    visit(|page| {
        page.open("#/");
        page.spot("#business").select("银行");
        page.expect("address", "#/?business=银行", Page::address);
        page.expect("headline", true, |page| page.heading().starts_with("筛出 "));
        page.expect_text(".elsewhere", "百度 2020（");
        page.spot("#catalog").select("百度 2020");
        page.expect("it goes along", "#/?catalog=baidu-2020&business=银行", Page::address);
        page.line("金融业/银行").expect();
        page.expect("one", true, |page| page.heading().starts_with("筛出 1 个类目"));
        page.link("微信直播 2022（1 个类目）").click();
        page.expect("address", "#/?catalog=tencent-live-2022&business=银行", Page::address);
        page.expect("chosen", "银行", |page| page.spot("#business").value());

        // A catalog that has none of it says where it is.
        page.spot("#catalog").select("微信直播 2021");
        page.expect("none here", true, |page| page.heading().starts_with("筛出 0 个类目"));
        page.expect_text(".elsewhere", "百度 2020（1 个类目）");
        page.button("清除筛选").click();
        page.expect("address", "#/?catalog=tencent-live-2021", Page::address);

        page.open("#/c/baidu-2020/金融业/银行");
        page.link("在类目列表里筛出这个业务").click();
        page.expect("address", "#/?catalog=baidu-2020&business=银行", Page::address);
    });
}
