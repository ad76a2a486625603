//! A platform stands for its newest catalog, of those that have what is asked for.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use leimu::address::Place;
use leimu::state::Data;

#[test]
fn a_place_with_a_platform_is_one_with_a_catalog() {
    let data = Data::load().unwrap();
    for (written, meant) in [
        ("#/?catalog=wechat&level=教育", "#/?catalog=wechat-2026&level=教育"),
        ("#/ask?catalog=baidu", "#/ask?catalog=baidu-2020"),
        ("#/c/wechat/教育服务/驾校培训", "#/c/wechat-2026/教育服务/驾校培训"),
        ("#/c/wechat/教育/驾校培训", "#/c/tencent-live-2022/教育/驾校培训"),
        ("#/c/baidu/没有这个类目", "#/c/baidu-2020/没有这个类目"),
        ("#/embed/baidu", "#/embed/baidu-2020"),
        ("#/c/tencent-live-2021/教育/驾校培训", "#/c/tencent-live-2021/教育/驾校培训"),
        ("#/c/taobao/x", "#/c/taobao/x"),
        ("#/?level=教育", "#/?level=教育"),
        ("#/embed", "#/embed"),
        ("#/about", "#/about"),
    ] {
        assert_eq!(data.dated(Place::read(written)), Place::read(meant), "{written}");
    }
}
