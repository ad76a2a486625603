//! Pictures of the page as maintainers look at it: every screen, narrow to wide, light and dark.
//!
//! `LEIMU_DIST=<folder of the built page> cargo run -p e2e --bin screenshots -- <folder>`

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use e2e::{Browser, Page, Site};

const WIDTHS: [u32; 3] = [360, 768, 1280];
const SCHEMES: [&str; 2] = ["light", "dark"];

/// Name of the picture, place, and whether the visitor has been here before.
const SCREENS: [(&str, &str, bool); 11] = [
    ("checker-empty", "#/", false),
    ("checker-filled", "#/", true),
    ("category-hospital", "#/c/tencent-live-2022/医疗/互联网医院", true),
    ("category-platform", "#/c/tencent-live-2022/电商平台/电商平台", true),
    ("category-live", "#/c/tencent-live-2022/社交/直播", true),
    ("category-branches", "#/c/wechat-2026/旅游服务/住宿服务", true),
    ("category-interfaces", "#/c/wechat-2026/医疗服务/互联网医院", true),
    ("compare", "#/diff/tencent-live-2022/wechat-2026", true),
    ("catalogs", "#/catalogs", true),
    ("drafts", "#/drafts", true),
    ("about", "#/about", true),
];

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("where to? screenshots <folder>");
        return ExitCode::FAILURE;
    };
    match take_all(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn take_all(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let page = Page::new(Browser::start(), Site::start("", &[]));
    for (name, place, has_been_here) in SCREENS {
        if has_been_here {
            page.fill_storage();
        } else {
            page.clear_storage();
        }
        page.open(place);
        for scheme in SCHEMES {
            page.browser.set_colour_scheme(scheme);
            for width in WIDTHS {
                let file = folder.join(format!("{name}-{width}-{scheme}.png"));
                fs::write(&file, whole(&page, width))?;
                println!("{}", file.display());
            }
        }
    }
    Ok(())
}

/// The page from top to bottom, in a window that is as high as the page.
fn whole(page: &Page, width: u32) -> Vec<u8> {
    // The page is never less high than its window, so a low one comes first.
    page.browser.set_viewport(width, 480);
    let height = page.run("return document.documentElement.scrollHeight", Vec::new());
    let height = height.as_u64().and_then(|height| height.try_into().ok()).unwrap_or(480);
    page.browser.set_viewport(width, height);
    page.browser.screenshot()
}
