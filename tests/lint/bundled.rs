//! The catalogs that come with the program.

use leimu::lint::What;

use crate::{found, given, short};

/// Findings that are to be there: catalog, category, line, finding, and why.
const EXPECTED: [(&str, &str, u32, &str, &str); 14] = [
    ("wechat-2026", "教育服务/校园缴费", 17, "circle: 教育服务/校园缴费 > 生活服务/生活缴费", EACH_OTHER),
    ("wechat-2026", "金融业/实物黄金买卖", 125, "circle: 金融业/实物黄金买卖 > 商家自营/珠宝玉石", EACH_OTHER),
    (
        "wechat-2026",
        "商家自营/电话卡销售（中国联通）",
        254,
        "circle: 商家自营/电话卡销售（中国联通） > 商家自营/电话卡销售（中国电信）",
        EACH_OTHER,
    ),
    (
        "wechat-2026",
        "商家自营/电话卡销售（中国联通）",
        254,
        "circle: 商家自营/电话卡销售（中国联通） > 商家自营/电话卡销售（中国移动）",
        EACH_OTHER,
    ),
    (
        "wechat-2026",
        "商家自营/电话卡销售（中国联通）",
        254,
        "circle: 商家自营/电话卡销售（中国联通） > 商家自营/电话卡销售（中国广电）",
        EACH_OTHER,
    ),
    (
        "wechat-2026",
        "商家自营/电话卡销售（中国电信）",
        255,
        "circle: 商家自营/电话卡销售（中国电信） > 商家自营/电话卡销售（中国移动）",
        EACH_OTHER,
    ),
    (
        "wechat-2026",
        "商家自营/电话卡销售（中国电信）",
        255,
        "circle: 商家自营/电话卡销售（中国电信） > 商家自营/电话卡销售（中国广电）",
        EACH_OTHER,
    ),
    (
        "wechat-2026",
        "商家自营/电话卡销售（中国移动）",
        256,
        "circle: 商家自营/电话卡销售（中国移动） > 商家自营/电话卡销售（中国广电）",
        EACH_OTHER,
    ),
    ("wechat-2026", "内测/数字藏品（展示）", 348, "nowhere: 对应类目", UNNAMED),
    ("baidu-2020", "金融业/股票信息服务平台（港股/美股）", 112, "absorbed in it: 0 beside 1", TWO_ROWS),
    ("tencent-live-2022", "电商平台/电商平台", 13, "nowhere: 医疗相关类目", ONLY_LIVE),
    ("tencent-live-2022", "社交/直播", 66, "nowhere: 时政信息类目", ONLY_LIVE),
    ("tencent-live-2021", "电商平台/电商平台", 13, "nowhere: 医疗相关类目", ONLY_LIVE),
    ("tencent-live-2021", "社交/直播", 65, "nowhere: 时政信息类目", ONLY_LIVE),
];

const EACH_OTHER: &str = "each sends the other's business to it, as the source says";
const UNNAMED: &str = "the source names no category, only “the corresponding ones”";
const TWO_ROWS: &str = "the source has two rows of this name and does not say whom each is for; its node says so";
const ONLY_LIVE: &str = "the page lists only categories that stream live, and this one does not";

#[test]
fn the_bundled_catalogs_mean_what_they_say() {
    let mut all = Vec::new();
    for catalog in &given::bundle().catalogs {
        let given = given::Given::bundled(catalog.id.as_str());
        for finding in found(&given) {
            let place = &finding.place;
            all.push((catalog.id.to_string(), place.path.to_string(), place.line, short(&finding)));
        }
    }
    let expected =
        EXPECTED.map(|(catalog, path, line, what, _why)| (catalog.to_owned(), path.to_owned(), line, what.to_owned()));
    assert_eq!(all, expected);
}

/// The headings of the sources are read at all: with another group below them they are told.
#[test]
fn a_heading_of_a_bundled_catalog_is_held_against_its_group() {
    use leimu::catalog::Kind;
    let mut told = 0;
    for id in ["tencent-live-2022", "tencent-live-2021"] {
        let mut given = given::Given::bundled(id);
        for category in &mut given.catalog.categories {
            let headed = category.requirement.words.as_ref().is_some_and(|words| words.contains("选1"));
            if let (true, Kind::Any(members)) = (headed, &mut category.requirement.kind) {
                // One alternative too many.
                members.push(members[0].clone());
            }
        }
        told += found(&given).iter().filter(|one| matches!(one.what, What::HeadingDiffers { .. })).count();
    }
    assert_eq!(told, 14);
}
