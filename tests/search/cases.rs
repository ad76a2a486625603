//! What people type, and what they mean.

use leimu::search::{Fit, Thing};

use super::{bundle, index, search, told};

/// What is found first, as a person would tell it, with its marks.
fn first(text: &str, on_screen: &str) -> (String, String, Fit) {
    let answer = index().search(text, on_screen, 10);
    let found = answer.found.first().unwrap_or_else(|| panic!("nothing is found by {text}"));
    let shown = found.by.as_ref().unwrap_or(&found.name).pieces();
    let shown = shown.into_iter().map(|(words, is_marked)| if is_marked { format!("[{words}]") } else { words });
    (told(found.thing), shown.collect(), found.fit)
}

#[test]
fn what_is_typed_finds_what_is_meant() {
    let school = "wechat-2026:教育服务/驾校培训";
    let licence = "《营业执照》";
    for (typed, thing, shown) in [
        ("驾校培训", school, "教育服务 / [驾校培训]"),
        ("jxpx", school, "教育服务 / [驾校培训]"),
        ("JXPX", school, "教育服务 / [驾校培训]"),
        ("jiaxiaopeixun", school, "教育服务 / [驾校培训]"),
        ("jiaxiao pei", school, "教育服务 / [驾校培]训"),
        ("pei jiaxiao", school, "教育服务 / [驾校培]训"),
        ("jia校", school, "教育服务 / [驾校]培训"),
        ("驾xiao", school, "教育服务 / [驾校]培训"),
        ("ｊｘｐｘ", school, "教育服务 / [驾校培训]"),
        ("駕校培訓", school, "教育服务 / [驾校培训]"),
        ("《驾校》培训", school, "教育服务 / [驾校培训]"),
        ("教育服务/驾校培训", school, "[教育服务] / [驾校培训]"),
        ("驾校　教育", school, "[教育]服务 / [驾校]培训"),
        ("学车", school, "[学车]"),
        ("yinhang", "wechat-2026:金融业/银行", "金融业 / [银行]"),
        ("营业执照", licence, "《[营业执照]》"),
        ("《营业执照》", licence, "《[营业执照]》"),
        ("營業執照", licence, "《[营业执照]》"),
        ("yyzz", licence, "《[营业执照]》"),
        ("business licence", licence, "[Business] [licence]"),
        ("driving school", school, "[Driving] [school] training"),
        ("school driving", school, "[Driving] [school] training"),
        ("icp证", "《增值电信业务经营许可证》", "[ICP证]"),
        ("卖酒", "wechat-2026:商家自营/酒类", "网上[卖酒]并配送"),
        ("网课", "wechat-2026:教育服务/在线教育", "[网课]"),
        ("外卖", "wechat-2026:餐饮服务/外卖平台", "餐饮服务 / [外卖]平台"),
        ("买药", "wechat-2026:医疗服务/药品（非处方药）销售", "[买药]"),
        ("用户发帖", "wechat-2026:社交/社区/论坛", "供[用户发帖]交流的社群"),
    ] {
        assert_eq!(first(typed, "wechat-2026"), (thing.into(), shown.into(), Fit::Exact), "{typed}");
    }
}

#[test]
fn one_wrong_letter_is_forgiven() {
    for (typed, thing) in [
        ("驾效培训", "wechat-2026:教育服务/驾校培训"),
        ("驾培训", "wechat-2026:教育服务/驾校培训"),
        ("驾校的培训", "wechat-2026:教育服务/驾校培训"),
        ("驾培校训", "wechat-2026:教育服务/驾校培训"),
        ("jiaxioapeixun", "wechat-2026:教育服务/驾校培训"),
        ("jixaiaopeixun", "wechat-2026:教育服务/驾校培训"),
        ("jiaxiaopexun", "wechat-2026:教育服务/驾校培训"),
        ("营业职照", "《营业执照》"),
        ("用户能发帖", "wechat-2026:社交/社区/论坛"),
    ] {
        let (found, _, fit) = first(typed, "wechat-2026");
        assert_eq!((found.as_str(), fit), (thing, Fit::OneError), "{typed}");
    }
}

#[test]
fn where_nothing_fits_the_nearest_is_found_and_said_to_be_that() {
    for (typed, thing) in [
        ("火星旅行", "wechat-2026:旅游服务/旅行社"),
        // It only sounds like it.
        ("加效", "wechat-2026:教育服务/驾校平台"),
        ("驾校飞船培训", "wechat-2026:教育服务/驾校培训"),
    ] {
        let answer = search(typed, 10);
        assert!(answer.is_nearest(), "{typed}");
        assert_eq!(told(answer.found[0].thing), thing, "{typed}");
    }
    assert!(!search("驾校", 10).is_nearest());
    // What has no letter is nothing to look for.
    for nothing in ["", " ", "《》", "/、。"] {
        assert_eq!(search(nothing, 10).found, [], "{nothing}");
    }
}

#[test]
fn the_catalog_on_screen_comes_first_and_its_other_revisions_with_it() {
    let revisions = |on_screen: &str| {
        let found = index().search("jxpx", on_screen, 10).found.remove(0);
        let others: Vec<_> = found.revisions.into_iter().map(told).collect();
        (told(found.thing), others)
    };
    let (wechat, live) = ("wechat-2026:教育服务/驾校培训", "tencent-live-2022:教育/驾校培训");
    assert_eq!(revisions("wechat-2026"), (wechat.into(), vec![live.into()]));
    assert_eq!(revisions("tencent-live-2022"), (live.into(), vec![wechat.into()]));
    let (now, before) = ("baidu-2020:教育/驾校培训", "baidu-2019:教育/驾校培训");
    assert_eq!(revisions("baidu-2020"), (now.into(), vec![before.into()]));
    assert_eq!(revisions("baidu-2019"), (before.into(), vec![now.into()]));
}

#[test]
fn what_people_call_a_category_finds_the_same_business_elsewhere() {
    let found = index().search("学车", "baidu-2020", 10).found;
    let found: Vec<_> = found.into_iter().map(|one| told(one.thing)).collect();
    assert_eq!(found[..2], ["wechat-2026:教育服务/驾校培训", "baidu-2020:教育/驾校培训"]);
}

#[test]
fn only_what_is_meant_is_found_among_some() {
    let papers = |text: &str| index().among(text, &|thing| matches!(thing, Thing::Document(_)));
    assert!(papers("驾校").iter().all(|(thing, ..)| matches!(thing, Thing::Document(_))));
    let alone = bundle().registry.documents.iter().position(|document| &*document.name == "《营业执照》").unwrap();
    // Whatever is typed, the only one that is meant comes nearest.
    let found = index().among("驾校", &|thing| thing == Thing::Document(alone));
    assert_eq!(
        found.iter().map(|(thing, fit, _)| (*thing, *fit)).collect::<Vec<_>>(),
        [(Thing::Document(alone), Fit::Nearest)]
    );
    assert_eq!(index().among("驾校", &|_| false), []);
}
