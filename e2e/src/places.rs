//! Places that tests go to by a name.

/// The checker with the live-streaming categories of 2022: few enough to be known by heart, and
/// the same whichever catalog the page opens with. Further filters follow after an `&`.
pub const LIVE_CHECKER: &str = "#/?catalog=tencent-live-2022";

/// Every screen, by a name for its picture, with what is hardest to show well.
pub const SCREENS: [(&str, &str); 21] = [
    ("checker", "#/"),
    ("checker-live", LIVE_CHECKER),
    ("category-hospital", "#/c/tencent-live-2022/医疗/互联网医院"),
    ("category-platform", "#/c/tencent-live-2022/电商平台/电商平台"),
    ("category-live", "#/c/tencent-live-2022/社交/直播"),
    ("category-branches", "#/c/wechat-2026/旅游服务/住宿服务"),
    ("category-interfaces", "#/c/wechat-2026/医疗服务/互联网医院"),
    ("category-cases", "#/c/wechat-2026/本地服务/就医服务"),
    ("guide", "#/ask/food-seller?catalog=wechat-2026"),
    ("guide-result", "#/asked?catalog=wechat-2026"),
    ("compare", "#/diff/tencent-live-2022/wechat-2026"),
    ("documents", "#/d"),
    ("document", "#/d/value-added-telecom-licence"),
    ("catalogs", "#/catalogs"),
    ("drafts", "#/drafts"),
    ("draft", "#/draft/sample"),
    ("two-drafts", "#/draft/sample/other"),
    ("embed", "#/embed/wechat-2026/医疗服务/互联网医院"),
    ("embed-checker", "#/embed"),
    ("about", "#/about"),
    ("not-found", "#/nowhere"),
];
