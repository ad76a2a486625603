//! Somebody in the middle of the work.

use serde_json::json;

use crate::page::Page;

/// Papers of every state, a target, and a name that is long.
const DRAFT: &str = r#"{"schema":1,"id":"sample","name":"一家名字特别特别长的有限责任公司的小程序项目","created":1735689600000,"updated":1735689600000,
    "profile":{"subject":"enterprise","documents":[
    {"document":"online-culture-licence","covers":["网络表演"]},
    {"document":"road-transport-licence"},
    {"document":"value-added-telecom-licence","covers":["在线数据处理与交易处理业务"]},
    {"document":"audiovisual-licence","valid_until":"2020-01-31"},
    {"document":"training-institution-agreement"}]},
    "targets":[{"catalog":"tencent-live-2022","path":["教育","驾校培训"]},
    {"catalog":"tencent-live-2022","path":["电商平台","电商平台"]}]}"#;

impl Page {
    /// Lets the visitor have been here before, with a draft that shows all there is.
    #[track_caller]
    pub fn fill_storage(&self) {
        self.load(&self.site.blank());
        self.run("localStorage.setItem('leimu/draft/sample', arguments[0])", vec![json!(DRAFT)]);
    }

    /// Lets the visitor be a new one.
    #[track_caller]
    pub fn clear_storage(&self) {
        self.load(&self.site.blank());
        self.run("localStorage.clear()", Vec::new());
    }
}
