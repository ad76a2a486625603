//! Frames in pages of other people's: their height, their looks, what is told and what is not.

use e2e::{Page, Site, visit};
use serde_json::{Value as Json, json};

use super::{looks, visit_host};

const CARD: &str =
    "<leimu-card platform=\"wechat\" category=\"教育服务/驾校培训\"><a href=\"#\">看类目</a></leimu-card>";

/// Who applies, as a card asks it.
const SUBJECT: &str = "小程序是以哪类主体注册认证的？";

const CHECKER: &str = "<leimu-checker catalog=\"tencent-live-2022\"><a href=\"#\">查类目</a></leimu-checker>";

/// Somebody else's page on a host of its own, as strict as it can be and still have a card.
fn host(bundle: &Site, body: &str) -> Site {
    let origin = bundle.beside("");
    let html = format!(
        "<!doctype html><html lang=\"zh-CN\"><head><link rel=\"icon\" href=\"data:,\"><title>host</title>
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:;
            script-src {origin}/embed.js; frame-src {origin}\">
         <script src=\"{origin}/embed.js\" async></script></head><body>{body}</body></html>"
    );
    Site::start("", &[("/host.html", &html), ("/silent/index.html", "<!doctype html><title>silent</title>")])
}

/// How high the frame of the first element is.
fn frame_height(page: &Page) -> Json {
    page.run(
        "return document.querySelector('leimu-card, leimu-checker').shadowRoot.querySelector('iframe').clientHeight",
        Vec::new(),
    )
}

/// How high the content of the frame is, seen from inside.
fn content_height(page: &Page) -> Json {
    page.run("return Math.ceil(document.body.getBoundingClientRect().height)", Vec::new())
}

/// Writes down what comes to the page around the frames from now on.
fn listen(page: &Page) {
    page.run(
        "window.heard = []; window.told = [];
         addEventListener('message', ({ data }) => heard.push(data.type));
         for (const name of ['leimu:ready', 'leimu:verdict'])
             document.addEventListener(name, ({ target, detail }) => told.push([name, target.localName, detail]));",
        Vec::new(),
    );
}

fn told(page: &Page) -> Json {
    page.run("return told", Vec::new())
}

#[test]
fn a_frame_is_as_high_as_its_content_whatever_happens_in_it_and_comes_to_rest() {
    visit(|page| {
        let host = host(&page.site, CARD);
        visit_host(page, &host);
        listen(page);
        page.enter_embed(0);
        page.expect("heading", "驾校培训", Page::heading);
        page.expect("it is drawn as it is meant", json!("grid"), |page| {
            page.run("return getComputedStyle(document.querySelector('main')).display", Vec::new())
        });
        page.expect("address", "#/c/wechat-2026/教育服务/驾校培训", Page::address);
        let at_first = content_height(page);
        page.leave_frame();
        page.expect("as high as its content", at_first.clone(), frame_height);

        page.enter_embed(0);
        page.area(SUBJECT).choice("个人").click();
        page.expect("another height", true, |page| content_height(page) != at_first);
        let now = content_height(page);
        page.leave_frame();
        page.expect("as high as its content is now", now, frame_height);

        page.browser.set_viewport(420, 800);
        page.enter_embed(0);
        let narrow = content_height(page);
        assert_eq!(page.overflow(), Vec::<String>::new());
        page.leave_frame();
        page.expect("and on a narrow page", narrow, frame_height);
        page.let_pass(10);
        let heard = page.run("return heard.length", Vec::new());
        page.let_pass(40);
        assert_eq!(page.run("return heard.length", Vec::new()), heard, "it comes to rest");
        assert_eq!(page.run("return document.documentElement.scrollWidth <= innerWidth", Vec::new()), json!(true));
    });
}

#[test]
fn theme_and_language_follow_the_page_unless_the_element_says_otherwise() {
    visit(|page| {
        let host = host(&page.site, CARD);
        visit_host(page, &host);
        page.enter_embed(0);
        page.expect("as the page", json!(["light", "zh-CN"]), looks);
        page.leave_frame();
        // Sites turn dark in one of these ways: they say so, or they just paint the ground.
        page.run("document.documentElement.style.colorScheme = 'dark'", Vec::new());
        page.enter_embed(0);
        page.expect("dark", json!(["dark", "zh-CN"]), looks);
        page.leave_frame();
        page.run(
            "document.documentElement.style.colorScheme = ''; document.body.style.background = '#eee'",
            Vec::new(),
        );
        page.enter_embed(0);
        page.expect("light", json!(["light", "zh-CN"]), looks);
        page.leave_frame();
        page.run(
            "document.body.style.background = 'rgb(20, 22, 30)'; document.documentElement.lang = 'en-GB'",
            Vec::new(),
        );
        page.enter_embed(0);
        page.expect("painted dark", json!(["dark", "en"]), looks);
        page.expect_text("h1", "Driving");
        page.leave_frame();
        page.run(
            "const card = document.querySelector('leimu-card'); card.setAttribute('theme', 'light'); card.lang = 'zh'",
            Vec::new(),
        );
        page.enter_embed(0);
        page.expect("its own", json!(["light", "zh-CN"]), looks);
        page.leave_frame();
        page.run("document.querySelector('leimu-card').setAttribute('category', '医疗服务/互联网医院')", Vec::new());
        page.enter_embed(0);
        page.expect("heading", "互联网医院", Page::heading);
    });
}

#[test]
fn the_page_around_learns_the_verdict_when_the_visitor_lets_it_and_only_then() {
    const SHARE: &str = "把结论告诉这个页面";
    visit(|page| {
        page.show_whole_frames();
        let host = host(&page.site, &[CARD, CHECKER].concat());
        visit_host(page, &host);
        listen(page);
        page.enter_embed(0);
        page.area(SUBJECT).choice("个人").click();
        page.expect("closed", true, |page| page.spot(".banner.closed").count() == 1);
        assert!(!page.spot("footer").choice(SHARE).is_checked());
        page.leave_frame();
        page.expect("ready", 1, |page| {
            told(page).as_array().map_or(0, |told| told.iter().filter(|one| one[1] == "leimu-card").count())
        });
        assert!(!told(page).to_string().contains("verdict"), "{}", told(page));

        page.enter_embed(0);
        page.spot("footer").choice(SHARE).click();
        page.leave_frame();
        let closed = json!(["leimu:verdict", "leimu-card",
            { "catalog": "wechat-2026", "path": ["教育服务", "驾校培训"], "verdict": "closed" }]);
        page.expect("the verdict", true, |page| told(page).as_array().is_some_and(|told| told.contains(&closed)));
        page.enter_embed(0);
        page.button("已经回答的").click();
        page.area(SUBJECT).choice("企业").click();
        page.leave_frame();
        page.expect("and the next", true, |page| told(page).to_string().contains(r#""verdict":"missing""#));
        page.enter_embed(0);
        page.spot("footer").choice(SHARE).click();
        page.area(SUBJECT).choice("个人").click();
        page.expect("closed", true, |page| page.spot(".banner.closed").count() == 1);
        page.leave_frame();
        page.let_pass(5);
        let many = told(page).to_string().matches("leimu:verdict").count();
        assert_eq!(many, 2, "{}", told(page));
        let heard = told(page).to_string();
        assert!(!heard.contains("personal") && !heard.contains("enterprise"), "{heard}");

        page.enter_embed(1);
        page.spot("footer").choice(SHARE).click();
        page.leave_frame();
        page.expect("counts", true, |page| {
            told(page).to_string().contains(r#""catalog":"tencent-live-2022","counts":{"#)
        });
    });
}

#[test]
fn the_checker_stays_in_its_frame_and_leads_out_of_it_where_it_says_so() {
    visit(|page| {
        page.show_whole_frames();
        let host = host(&page.site, CHECKER);
        visit_host(page, &host);
        let first = page.tab();
        page.enter_embed(0);
        page.area("主体类型").choice("企业").click();
        page.expect("headline", "31 个类目里，8 个现在就能申请", Page::heading);
        page.line("教育/驾校培训").click();
        page.expect("heading", "驾校培训", Page::heading);
        page.link("微信直播 2022").click();
        page.expect("headline", "31 个类目里，8 个现在就能申请", Page::heading);
        page.expect_text("footer.of-frame", "这里填写的内容不会保存");
        page.link("在类目通中打开").click();
        page.leave_frame();
        page.switch_to_opened(&first);
        page.wait_loaded();
        page.expect("the whole page", e2e::LIVE_CHECKER.to_owned(), Page::address);
        page.link("草稿").expect();
        assert_eq!(page.run("return [location.search, localStorage.length, opener]", Vec::new()), json!(["", 0, null]));
    });
}

#[test]
fn back_is_one_step_within_the_frame_and_nothing_is_lost() {
    visit(|page| {
        page.show_whole_frames();
        let host = host(&page.site, CHECKER);
        visit_host(page, &host);
        page.enter_embed(0);
        page.area("主体类型").choice("企业").click();
        page.expect("headline", "31 个类目里，8 个现在就能申请", Page::heading);
        page.line("教育/驾校培训").click();
        page.expect("heading", "驾校培训", Page::heading);
        page.back();
        page.leave_frame();
        page.enter_embed(0);
        page.expect("headline", "31 个类目里，8 个现在就能申请", Page::heading);
    });
}

#[test]
fn where_no_frame_answers_the_link_stays() {
    visit(|page| {
        let silent = "<leimu-card page=\"/silent/\" catalog=\"wechat-2026\" category=\"x\"><a href=\"#\">看类目</a></leimu-card>";
        // Nothing but a file beside it, so the policy lets it in from there.
        let html = format!(
            "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>host</title>{silent}
             <script src=\"{}\" async></script>",
            page.site.beside("/embed.js")
        );
        let bare = ["<!doctype html><link rel=\"icon\" href=\"data:,\">", silent].concat();
        let pages =
            [("/host.html", html.as_str()), ("/bare.html", bare.as_str()), ("/silent/index.html", "<!doctype html>")];
        let host = Site::start("", &pages);
        page.load(&host.beside("/host.html"));
        page.expect("it has a frame", true, |page| {
            page.run("return !!document.querySelector('leimu-card').shadowRoot", Vec::new()) == json!(true)
        });
        page.link("看类目").expect();
        // As it is where no script runs.
        page.load(&host.beside("/bare.html"));
        page.link("看类目").expect();
    });
}

/// Browsers do not paint frames of other parties that are out of sight.
#[test]
fn a_frame_out_of_sight_is_there_and_has_its_height_before_it_is_seen() {
    visit(|page| {
        let eager = CARD.replace("<leimu-card", "<leimu-card loading=\"eager\"");
        let host = host(&page.site, &format!("{}{eager}", "<p>很长的文章</p>".repeat(400)));
        visit_host(page, &host);
        page.expect_loaded("it has its height", true, |page| frame_height(page).as_u64() > Some(200));
        page.enter_embed(0);
        let height = content_height(page);
        page.leave_frame();
        page.expect("as high as its content", height, frame_height);
        assert_eq!(page.run("return scrollY", Vec::new()), json!(0), "nobody has seen it");
    });
}

#[test]
fn nobody_else_is_listened_to() {
    visit(|page| {
        let host = host(&page.site, CARD);
        visit_host(page, &host);
        page.enter_embed(0);
        let height = content_height(page);
        // As another frame of the same page would.
        page.run(
            "postMessage({ source: 'leimu', version: 1, type: 'settings', theme: 'dark', language: 'en', place: '#/about' }, '*')",
            Vec::new(),
        );
        page.leave_frame();
        page.expect("height", height.clone(), frame_height);
        page.run(
            "for (const type of ['height', 'ready', 'verdict'])
                 postMessage({ source: 'leimu', version: 1, type, height: 7, path: [], verdict: 'ready' }, '*')",
            Vec::new(),
        );
        page.let_pass(5);
        assert_eq!(frame_height(page), height);
        page.enter_embed(0);
        assert_eq!(looks(page), json!(["light", "zh-CN"]));
        assert_eq!(page.heading(), "驾校培训");
    });
}

#[test]
fn a_frame_below_is_not_fetched_before_it_is_near() {
    visit(|page| {
        let host = host(&page.site, &format!("{}{CARD}", "<p>很长的文章</p>".repeat(400)));
        visit_host(page, &host);
        page.expect("the element is there", true, |page| {
            page.run("return !!document.querySelector('leimu-card').shadowRoot", Vec::new()) == json!(true)
        });
        page.let_pass(10);
        let asked = page.site.new_requests();
        assert_eq!(asked, ["/embed.js"], "only the script");
        page.run("document.querySelector('leimu-card').scrollIntoView()", Vec::new());
        page.enter_embed(0);
        page.expect("heading", "驾校培训", Page::heading);
    });
}

#[test]
fn where_clipboard_and_files_are_denied_the_text_stands_by() {
    visit(|page| {
        page.show_whole_frames();
        let host = host(&page.site, CHECKER);
        visit_host(page, &host);
        page.enter_embed(0);
        page.button("带走这份列表").click();
        page.button("复制为文字").click();
        page.expect_text(".take-along", "浏览器不让复制");
        page.expect("the text", true, |page| page.spot("#list-by-hand").value().contains("31 个类目"));
    });
}

#[test]
fn axe_finds_nothing_in_a_frame() {
    visit(|page| {
        let host = host(
            &page.site,
            &[CARD, &CHECKER.replace("<leimu-checker", "<leimu-checker theme=\"dark\" lang=\"en\"")].concat(),
        );
        visit_host(page, &host);
        for at in [0, 1] {
            page.enter_embed(at);
            assert_eq!(page.barriers(), Vec::<String>::new());
            assert_eq!(page.small_controls(), Vec::<String>::new());
            page.leave_frame();
        }
    });
}

/// A host that lets nobody read its files can still be embedded: the frame has an origin then.
#[test]
fn with_an_origin_of_its_own_a_frame_needs_no_leave_and_keeps_what_is_typed() {
    visit(|page| {
        let bundle = Site::unshared();
        let host = host(&bundle, &CARD.replace("<leimu-card", "<leimu-card same-origin"));
        visit_host(page, &host);
        page.enter_embed(0);
        page.area(SUBJECT).choice("个人").click();
        page.expect("kept", true, |page| page.storage().iter().any(|(_, text)| text.contains("personal")));
        assert!(!page.text("footer.of-frame").contains("不会保存"));
        page.load(&page.site.blank());
        visit_host(page, &host);
        page.enter_embed(0);
        page.expect("it is there again", true, |page| page.spot(".banner.closed").count() == 1);
    });
}

#[test]
fn what_a_host_asks_for_is_not_kept_and_a_plain_frame_works_as_well() {
    visit(|page| {
        let address = page.site.url() + "?embed&theme=dark&language=en#/c/wechat/教育服务/驾校培训";
        let html = format!(
            "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>host</title><iframe src=\"{address}\" width=\"600\" height=\"500\"></iframe>"
        );
        let bundle = Site::start("", &[("/host.html", html.as_str())]);
        page.open("#/about");
        page.load(&bundle.beside("/host.html"));
        page.enter_frame();
        page.expect("as asked", json!(["dark", "en"]), looks);
        page.expect_text("h1", "Driving");
        assert!(!page.text("footer.of-frame").contains("Let this page know"), "nobody listens");
        page.expect("it scrolls", true, |page| page.run("return document.documentElement.scrollHeight > innerHeight && getComputedStyle(document.documentElement).overflowY !== 'clip'", Vec::new()) == json!(true));
        page.area("What kind of entity is the mini-program registered to?").choice("An individual").click();
        page.expect("kept", true, |page| page.storage().iter().any(|(_, text)| text.contains("personal")));
        let keys: Vec<String> = page.storage().into_iter().map(|(key, _)| key).collect();
        assert!(!keys.iter().any(|key| key == "leimu/theme" || key == "leimu/language"), "{keys:?}");
        page.load(&page.site.blank());
        page.open("?embed&theme=dark&language=en#/about");
        page.expect("by itself it is the whole page", json!(["", "zh-CN"]), looks);
        assert_eq!(page.run("return location.search", Vec::new()), json!(""));
    });
}
