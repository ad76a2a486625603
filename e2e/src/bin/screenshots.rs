//! Pictures of the page as maintainers look at it: every screen, narrow to wide, light and dark, in both languages.
//!
//! `LEIMU_DIST=<folder of the built page> cargo run -p e2e --bin screenshots -- <folder> [<part of a name> …]`

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use e2e::{Browser, Page, SCREENS, Site};
use serde_json::json;

const WIDTHS: [u32; 3] = [360, 768, 1280];
const SCHEMES: [&str; 2] = ["light", "dark"];

const LANGUAGES: [(&str, &str); 2] = [("zh", "zh-CN"), ("en", "en")];

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        eprintln!("where to? screenshots <folder> [<part of a name> …]");
        return ExitCode::FAILURE;
    };
    let wanted: Vec<String> = arguments.map(|one| one.to_string_lossy().into_owned()).collect();
    match take_all(&folder, &|name| wanted.is_empty() || wanted.iter().any(|part| name.contains(part.as_str()))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn take_all(folder: &Path, is_wanted: &dyn Fn(&str) -> bool) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let page = Page::new(Browser::start(), Site::start("", &[]));
    let empty = [("checker-empty", "#/")];
    for (name, place) in empty.into_iter().chain(SCREENS) {
        for (short, language) in LANGUAGES {
            if name == "checker-empty" {
                page.clear_storage();
            } else {
                page.fill_storage();
            }
            page.run("localStorage.setItem('leimu/language', arguments[0])", vec![json!(language)]);
            let pictures = SCHEMES.iter().flat_map(|scheme| WIDTHS.map(|width| (*scheme, width)));
            let pictures: Vec<_> =
                pictures.map(|(scheme, width)| (scheme, width, format!("{name}-{short}-{width}-{scheme}"))).collect();
            if !pictures.iter().any(|(_, _, name)| is_wanted(name)) {
                continue;
            }
            page.open(place);
            for (scheme, width, picture) in pictures.into_iter().filter(|(_, _, name)| is_wanted(name)) {
                page.browser.set_colour_scheme(scheme);
                let file = folder.join(format!("{picture}.png"));
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
