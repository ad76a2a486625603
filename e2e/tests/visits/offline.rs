//! Without a network: what was opened once opens again, and a newer version comes when the visitor wants it.

use e2e::{Deployment, LIVE_CHECKER, Page, Visit, visit};
use serde_json::{Value as Json, json};

const NEWER: &str = "有新版本";

/// Counts how often pages of this tab are loaded.
const COUNT_LOADS: &str = "sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1";

/// Notes every worker that a page asks for.
const NOTE_WORKERS: &str = "
    window.workers = [];
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...given) {
        workers.push(given[0]);
        return register.apply(this, given);
    };
";

/// Somebody else's page on the same host, with the page in a frame.
const HOST: &str = "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>host</title>
    <iframe src=\"/\" width=\"1000\" height=\"800\"></iframe>";

fn loads(page: &Page) -> u64 {
    let many = page.run("return sessionStorage.loads ?? '0'", Vec::new());
    many.as_str().unwrap_or_default().parse().unwrap_or_default()
}

fn workers(page: &Page) -> Json {
    page.run("return window.workers", Vec::new())
}

fn shelves(page: &Page) -> usize {
    page.run("return caches.keys()", Vec::new()).as_array().map_or(0, Vec::len)
}

/// What was asked for since the last time, but for what the browser asks for when it likes, without the hashes in the
/// names.
fn asked(page: &Page) -> Vec<String> {
    let mut asked: Vec<_> = page
        .site
        .journal()
        .into_iter()
        .map(|path| match path.rsplit_once('-') {
            Some((name, hash)) => format!("{name}.{}", hash.rsplit('.').next().unwrap_or_default()),
            None => path,
        })
        .collect();
    asked.sort();
    asked
}

/// What a newer edition brought along while it was taken in: the page alone is another. A browser that keeps no
/// downloads has to fetch the rest once more.
fn expect_only_the_page(page: &Page) {
    let asked = asked(page);
    if page.browser.keeps_downloads() {
        assert_eq!(asked, ["/"]);
    } else {
        assert!(asked.contains(&"/".to_owned()), "{asked:?}");
    }
}

/// Puts a newer edition in its place while the page is open, and waits until it is offered.
fn offer_newer(page: &Page, deployment: &Deployment) {
    drop(asked(page));
    deployment.renew(page);
    page.reload();
    page.expect_text(".notices", NEWER);
}

/// “I hold these papers: which categories are open to me, may I stream live?”
fn work_through_the_papers(page: &Page) {
    page.area("主体类型").choice("企业").click();
    page.expect("headline", "31 个类目里，8 个现在就能申请", Page::heading);
    page.spot("#find-paper").type_text("道路");
    page.button("添加《道路运输经营许可证》").click();
    page.area("《道路运输经营许可证》").choice("含").click();
    page.expect("open", Some("ready".to_owned()), |page| page.verdict("教育/驾校培训"));
    page.line("教育/驾校培训").click();
    page.expect("heading", "驾校培训", Page::heading);
    page.expect_text("main", "小程序·云直播插件");
}

#[test]
fn what_was_opened_once_works_when_the_server_is_gone() {
    visit(|page| {
        page.open(LIVE_CHECKER);
        page.site.stop();
        page.reload();
        work_through_the_papers(page);
        page.reload();
        page.expect("heading", "驾校培训", Page::heading);
        // Its other address is the same page, and so is one with something behind a question mark.
        for address in ["index.html", "?from=chat"] {
            page.load(&format!("{}{address}{LIVE_CHECKER}", page.site.url()));
            page.wait_loaded();
            page.expect("kept", Some("ready".to_owned()), |page| page.verdict("教育/驾校培训"));
        }
    });
}

#[test]
fn it_works_under_a_sub_path_as_well() {
    Visit::default().under("/some/where/").run(|page| {
        page.open(LIVE_CHECKER);
        page.site.stop();
        page.reload();
        work_through_the_papers(page);
    });
}

/// The worker's list is what the page has just loaded: a browser does not download it twice.
#[test]
fn what_is_kept_is_not_downloaded_again() {
    visit(|page| {
        page.load(&page.site.url());
        page.expect("the page", true, |page| !page.texts("h1").is_empty());
        page.expect("kept", json!(true), |page| page.probe("isReady", &[]));
        assert_eq!(asked(page), ["/", "/", "/early.js", "/first.wasm", "/rest.wasm", "/start.js", "/style.css"]);
    });
}

#[test]
fn a_newer_version_waits_for_the_visitor_and_drafts_outlast_it() {
    let deployment = Deployment::new();
    Visit::default().from(deployment.folder()).run(|page| {
        page.open(LIVE_CHECKER);
        page.area("主体类型").choice("企业").click();
        page.expect("headline", "31 个类目里，8 个现在就能申请", Page::heading);
        offer_newer(page, &deployment);
        assert!(!Deployment::is_new(page), "nothing changes by itself");
        expect_only_the_page(page);
        assert_eq!(shelves(page), 2, "both versions are kept whole");
        page.reload();
        page.expect_text(".notices", NEWER);
        assert!(!Deployment::is_new(page), "nor when it is loaded again");

        page.spot("#find-paper").type_text("道路");
        page.button("添加《道路运输经营许可证》").click();
        page.area("《道路运输经营许可证》").choice("含").click();
        page.expect("answered", Some("ready".to_owned()), |page| page.verdict("教育/驾校培训"));
        page.load_by(|page| page.spot(".notices").button("更新").click(), Deployment::is_new);
        page.expect("the answer is there", Some("ready".to_owned()), |page| page.verdict("教育/驾校培训"));
        assert!(page.area("主体类型").choice("企业").is_checked());
        page.spot(".notices .notice").expect_none();
        page.expect("the older one is gone", 1, shelves);

        page.site.stop();
        page.reload();
        assert!(Deployment::is_new(page));
        page.expect("and kept", Some("ready".to_owned()), |page| page.verdict("教育/驾校培训"));
    });
}

#[test]
fn a_newer_version_is_loaded_once() {
    let deployment = Deployment::new();
    Visit::default().from(deployment.folder()).run(|page| {
        page.browser.run_ahead_of_pages(COUNT_LOADS);
        page.open(LIVE_CHECKER);
        offer_newer(page, &deployment);
        expect_only_the_page(page);
        let before = loads(page);
        assert!(before > 0);
        page.load_by(|page| page.spot(".notices").button("更新").click(), Deployment::is_new);
        page.expect("the older one is gone", 1, shelves);
        assert_eq!(loads(page), before + 1);
    });
}

/// A host is asked while its files are being changed: the worker is of the newer version, the page is not yet.
#[test]
fn half_of_a_newer_version_is_not_kept() {
    const HAS_GIVEN_UP: &str = "
        return navigator.serviceWorker.getRegistration().then(({ installing, waiting }) => !installing && !waiting)";
    let deployment = Deployment::new();
    Visit::default().from(deployment.folder()).run(|page| {
        page.open(LIVE_CHECKER);
        drop(asked(page));
        deployment.renew_worker(page);
        page.reload();
        page.expect("it is tried", true, |page| asked(page).contains(&"/".to_owned()));
        page.expect("and given up", json!(true), |page| page.run(HAS_GIVEN_UP, Vec::new()));
        page.spot(".notices .notice").expect_none();
        assert!(!Deployment::is_new(page));

        drop(asked(page));
        deployment.renew_page();
        page.reload();
        page.expect_text(".notices", NEWER);
        expect_only_the_page(page);
        page.load_by(|page| page.spot(".notices").button("更新").click(), Deployment::is_new);
    });
}

#[test]
fn another_tab_goes_on_until_its_own_visitor_wants_the_newer_version() {
    let deployment = Deployment::new();
    Visit::default().from(deployment.folder()).run(|page| {
        page.open(LIVE_CHECKER);
        let first = page.tab();
        drop(asked(page));
        deployment.renew(page);
        page.open_tab(LIVE_CHECKER);
        page.expect_text(".notices", NEWER);
        expect_only_the_page(page);
        page.load_by(|page| page.spot(".notices").button("更新").click(), Deployment::is_new);
        page.switch_to(&first);
        assert!(!Deployment::is_new(page));
        page.area("主体类型").choice("企业").click();
        page.expect("headline", "31 个类目里，8 个现在就能申请", Page::heading);
        page.load_by(|page| page.spot(".notices").button("更新").click(), Deployment::is_new);
        page.expect("headline", "31 个类目里，8 个现在就能申请", Page::heading);
    });
}

/// What only stands on the page would be lost.
#[test]
fn no_newer_version_is_offered_while_something_could_not_be_kept() {
    let deployment = Deployment::new();
    Visit::default().from(deployment.folder()).run(|page| {
        page.open(LIVE_CHECKER);
        offer_newer(page, &deployment);
        expect_only_the_page(page);
        page.use_up_storage();
        page.area("主体类型").choice("企业").click();
        page.expect_text(".notices", "浏览器的存储空间满了");
        assert!(!page.text(".notices").contains(NEWER));
        page.run("localStorage.removeItem('filler')", Vec::new());
        page.area("主体类型").choice("政府").click();
        page.expect_text(".notices", NEWER);
    });
}

#[test]
fn only_the_page_in_a_tab_of_its_own_has_a_worker() {
    Visit::default().beside("/host.html", HOST).run(|page| {
        page.browser.run_ahead_of_pages(NOTE_WORKERS);
        page.load(&page.site.beside("/host.html"));
        page.enter_frame();
        assert_eq!(workers(page), json!([]), "in a frame");
        page.open("#/");
        assert_eq!(workers(page), json!(["./worker.js"]));
    });
}

#[test]
fn a_saved_copy_has_no_worker() {
    visit(|page| {
        page.browser.run_ahead_of_pages(NOTE_WORKERS);
        page.load(&page.site.saved_copy());
        page.wait_loaded();
        assert_eq!(workers(page), json!([]));
    });
}

#[test]
fn it_can_be_installed() {
    const READ: &str = "
        const manifest = await (await fetch(address)).json();
        const icons = await Promise.all(manifest.icons.map(async ({ src, type, sizes, purpose }) => {
            const answer = await fetch(new URL(src, address));
            const picture = type === 'image/png' && await createImageBitmap(await answer.blob());
            const drawn = picture ? `${picture.width}x${picture.height}` : 'any';
            return [purpose, sizes, drawn === sizes && answer.headers.get('Content-Type') === type];
        }));
        return { ...manifest, icons };
    ";
    Visit::default().under("/some/where/").run(|page| {
        page.open("#/");
        if let Some(faults) = page.browser.installability() {
            assert_eq!(faults, json!([]), "what the browser itself says");
        }
        let address = page.run("return document.querySelector('link[rel=manifest]').href", Vec::new());
        page.load(&page.site.blank());
        let manifest = page.run(&format!("return (async (address) => {{ {READ} }})(arguments[0])"), vec![address]);
        let icons = [("any", "192x192"), ("any", "512x512"), ("maskable", "512x512"), ("any", "any")];
        assert_eq!(manifest["icons"], json!(icons.map(|(purpose, sizes)| (purpose, sizes, true))));
        for (key, value) in [
            ("short_name", "类目通"),
            ("lang", "zh-CN"),
            ("start_url", "./"),
            ("scope", "./"),
            ("display", "standalone"),
            ("theme_color", "#fffefb"),
        ] {
            assert_eq!(manifest[key], Json::from(value), "{key}");
        }
    });
}
