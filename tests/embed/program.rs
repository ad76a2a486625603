//! The example program behind `cargo xtask card`: what it prints, and how it ends.

use crate::example::example;

/// Runs the example: its exit code, what it printed, and what it complained about.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = example("card").args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn it_prints_a_card_in_either_language_with_a_link_where_it_knows_the_page() {
    let (code, card, complaint) = run(&["tencent-live-2022/教育/驾校培训"]);
    assert_eq!((code, complaint.as_str()), (0, ""));
    assert!(card.starts_with("<section class=\"leimu-static\" lang=\"zh-CN\">"), "{card}");
    let (_, card, _) =
        run(&["tencent-live-2022/教育/驾校培训", "--lang", "en", "--page", "https://example.com/leimu/"]);
    assert!(card.contains("lang=\"en\""), "{card}");
    assert!(card.contains("<a href=\"https://example.com/leimu/#/c/tencent-live-2022/教育/驾校培训\">"), "{card}");
}

#[test]
fn a_platform_stands_for_its_newest_catalog_and_a_slash_may_be_part_of_a_name() {
    let (code, card, complaint) = run(&["wechat/教育服务/驾校培训", "--page", "p"]);
    assert_eq!((code, complaint.as_str()), (0, ""));
    assert!(card.contains("p#/c/wechat-2026/"), "{card}");
    let (code, card, complaint) = run(&["baidu-2019/交通/加油/充电桩", "--page", "p"]);
    assert_eq!((code, complaint.as_str()), (0, ""));
    assert!(card.contains("p#/c/baidu-2019/交通/加油%2F充电桩"), "{card}");
}

#[test]
fn what_is_wrong_is_named_with_what_comes_nearest() {
    for (arguments, expected) in [
        (&[][..], "usage: cargo xtask card"),
        (&["a/b", "--lang", "fr"], "`--lang` takes zh or en"),
        (&["a/b", "--page"], "`--page` takes an address"),
        (&["a/b", "c"], "`c` is not understood"),
        (&["taobao/x"], "there is no catalog `taobao`; the catalogs are wechat-2026, "),
        (
            &["wechat-2026/教育/驾校"],
            "`wechat-2026` has no category `教育/驾校`; nearest: wechat-2026/教育服务/驾校培训",
        ),
    ] {
        let (code, printed, complaint) = run(arguments);
        assert_eq!((code, printed.as_str()), (2, ""), "{arguments:?}");
        assert!(complaint.starts_with(expected), "{arguments:?}: {complaint}");
    }
}
