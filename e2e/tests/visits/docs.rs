//! Cards and a checker in documentation sites, as their generators make them.

use e2e::{Generator, Key, Page, visit};
use serde_json::{Value as Json, json};

const CARDS: &str = "# 上架须知

先看[另一章](./plain.md)。

<leimu-card platform=\"wechat\" category=\"教育服务/驾校培训\"><a href=\"https://example.com/\">驾校培训</a></leimu-card>

中间的话。

<leimu-card catalog=\"tencent-live-2022\" category=\"医疗/互联网医院\" theme=\"light\"><a href=\"https://example.com/\">互联网医院</a></leimu-card>

<leimu-checker catalog=\"tencent-live-2022\"><a href=\"https://example.com/\">查类目</a></leimu-checker>

最后的话。
";

/// The same site without a card.
const PLAIN: &str = "# 上架须知

先看[另一章](./index.md)。

中间的话。
";

const HEADINGS: [&str; 3] = ["驾校培训", "互联网医院", "31 个类目"];

/// A frame of the page, which is in view from now on.
fn enter(page: &Page, at: usize) {
    page.run(
        "document.querySelectorAll('leimu-card, leimu-checker')[arguments[0]]?.scrollIntoView({ behavior: 'instant' })",
        vec![json!(at)],
    );
    page.enter_embed(at);
}

/// The frame is as high as its content, as wide as the text around it, and nothing of the site's
/// styles reaches it.
fn check_box(page: &Page, at: usize) {
    const BOX: &str = "const one = document.querySelectorAll('leimu-card, leimu-checker')[arguments[0]];
        const frame = one.shadowRoot.querySelector('iframe'), { borderTopWidth, width } = getComputedStyle(frame);
        return [frame.clientHeight, borderTopWidth, width === getComputedStyle(one).width]";
    const HEIGHT: &str = "return Math.ceil(document.body.getBoundingClientRect().height)";
    enter(page, at);
    let height = page.run(HEIGHT, Vec::new());
    assert_eq!(page.overflow(), Vec::<String>::new());
    page.leave_frame();
    page.expect("the box", json!([height, "0px", true]), |page| page.run(BOX, vec![json!(at)]));
}

fn theme(page: &Page, at: usize) -> String {
    enter(page, at);
    let theme = page.run("return document.documentElement.dataset.theme ?? ''", Vec::new());
    page.leave_frame();
    theme.as_str().unwrap_or_default().to_owned()
}

/// How the site draws its own words.
fn own_style(page: &Page) -> Json {
    page.run(
        "return ['main h1', 'main p', 'main p a', 'body'].map((one) => {
             const style = getComputedStyle(document.querySelector(one));
             return ['color', 'backgroundColor', 'fontFamily', 'fontSize', 'lineHeight', 'marginTop', 'textDecorationLine',
                 'display', 'boxSizing'].map((name) => style[name]);
         })",
        Vec::new(),
    )
}

fn check(generator: Generator, make_dark: impl Fn(&Page)) {
    visit(|page| {
        page.load(&page.site.blank());
        page.show_whole_frames();
        page.browser.set_colour_scheme("light");
        let docs = generator.make(page, &[("index", CARDS), ("plain", PLAIN)]);
        // Another party than the page in the frames.
        let address = |chapter: &str| docs.site.beside(chapter).replace("127.0.0.1", "localhost");
        page.load(&address("/plain.html"));
        page.expect_text("main", "中间的话");
        let untouched = own_style(page);

        page.load(&address("/index.html"));
        for (at, heading) in HEADINGS.iter().enumerate() {
            enter(page, at);
            page.expect("heading", true, |page| page.heading().starts_with(heading));
            page.leave_frame();
            check_box(page, at);
        }
        assert_eq!(own_style(page), untouched);
        assert_eq!([0, 1, 2].map(|at| theme(page, at)), ["light", "light", "light"]);

        // What grows and shrinks takes its frame along.
        enter(page, 0);
        page.area("小程序是以哪类主体注册认证的？").choice("个人").click();
        page.spot(".banner.closed").expect();
        page.leave_frame();
        check_box(page, 0);
        enter(page, 2);
        page.spot("#find-category").type_text("驾校");
        page.expect("one line", 1, |page| page.spot("a.row").count());
        page.leave_frame();
        check_box(page, 2);

        make_dark(page);
        page.expect("dark, but for the one that says otherwise", ["dark", "light", "dark"], |page| {
            [0, 1, 2].map(|at| theme(page, at))
        });

        // To another chapter and back: in one of them that is no load of a page.
        page.run("document.querySelector('main p a').click()", Vec::new());
        page.expect("the other chapter", 0, |page| page.spot("leimu-card").count());
        page.expect_text("main", "中间的话");
        page.run("document.querySelector('main p a').click()", Vec::new());
        page.expect("and back", 2, |page| page.spot("leimu-card").count());
        enter(page, 0);
        page.expect("heading", HEADINGS[0], Page::heading);
        page.leave_frame();
        check_box(page, 0);
    });
}

#[test]
fn in_a_book_of_mdbook() {
    check(Generator::MdBook, |page| {
        page.spot("#mdbook-theme-toggle").click();
        page.spot("#mdbook-theme-coal").click();
        page.press(Key::Escape);
    });
}

#[test]
fn in_a_site_of_vitepress() {
    check(Generator::VitePress, |page| {
        page.run("document.querySelector('.VPSwitchAppearance').click()", Vec::new());
    });
}
