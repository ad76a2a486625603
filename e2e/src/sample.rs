//! Somebody in the middle of the work.

use serde_json::json;

use crate::page::Page;

/// Papers of every state, a target, and a name that is long.
const DRAFT: &str = r#"{"schema":2,"id":"sample","name":"一家名字特别特别长的有限责任公司的小程序项目","created":1735689600000,"updated":1735689600000,
    "profile":{"subject":"enterprise","documents":[
    {"document":"online-culture-licence","covers":["网络表演"]},
    {"document":"road-transport-licence"},
    {"document":"value-added-telecom-licence","covers":["在线数据处理与交易处理业务"]},
    {"document":"audiovisual-licence","valid_until":"2020-01-31"},
    {"document":"training-institution-agreement"}]},
    "targets":[{"catalog":"tencent-live-2022","categories":[[["教育"],["驾校培训"]],[["电商平台"],["电商平台"]]]},
    {"catalog":"gone-2018","categories":[[["教育","培训机构"],["职业培训"]]]}],
    "progress":[{"document":"road-transport-licence","state":"submitted","note":"原件在王姐那里，周五前取回"},
    {"document":"ecommerce-platform-agreement","state":"preparing"}]}"#;

/// Another applicant, for comparison.
const OTHER: &str = r#"{"schema":2,"id":"other","name":"","created":1735689600001,"updated":1735689600001,
    "profile":{"subject":"government","documents":[{"document":"road-transport-licence"}]},
    "targets":[{"catalog":"tencent-live-2022","categories":[[["教育"],["驾校培训"]]]}]}"#;

/// A catalog of the visitor's own.
const CATALOG: &str = r#"{"id":"pets","platform":"wechat","title":"宠物类目（内部整理）","short":"宠物","publisher":"我们自己",
    "date":"2026-06","date_known":"printed","date_note":"","copy":"","file":"pets.xlsx",
    "warning":{"words":"以平台页面为准。","line":1},
    "categories":[{"path":["宠物","宠物繁育"],"line":2,"requirement":{"document":"business-licence"}}]}"#;

impl Page {
    /// Lets the visitor have been here before, with a draft and a catalog that show all there is.
    #[track_caller]
    pub fn fill_storage(&self) {
        self.load(&self.site.blank());
        let kept = [
            ("leimu/draft/sample", DRAFT),
            ("leimu/draft/other", OTHER),
            ("leimu/current", "sample"),
            ("leimu/catalog/pets", CATALOG),
        ];
        for (key, text) in kept {
            self.run("localStorage.setItem(arguments[0], arguments[1])", vec![json!(key), json!(text)]);
        }
    }

    /// Lets the visitor be a new one: nothing is kept, not even the page itself.
    #[track_caller]
    pub fn clear_storage(&self) {
        const FORGET: &str = "
            localStorage.clear();
            const workers = await navigator.serviceWorker.getRegistrations();
            await Promise.all(workers.map((one) => one.unregister()));
            await Promise.all((await caches.keys()).map((name) => caches.delete(name)));";
        self.load(&self.site.blank());
        self.run(&format!("return (async () => {{ {FORGET} }})().then(() => null)"), Vec::new());
    }
}
