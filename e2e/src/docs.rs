//! Documentation sites as other people have them: made by their generators, from Markdown, under a
//! policy as strict as each can live with.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value as Json, json};

use crate::page::Page;
use crate::site::Site;

/// The variable that names the program of VitePress; mdBook is found on `PATH`.
const VITEPRESS: &str = "LEIMU_VITEPRESS";

/// What makes a site of Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generator {
    /// mdBook: pages of plain HTML.
    MdBook,
    /// VitePress: pages that one program takes over once they are there.
    VitePress,
}

/// The sources of a site and what was made of them; both are gone when it is dropped.
#[derive(Debug)]
struct Draft(PathBuf);

impl Drop for Draft {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// A site that is served for as long as this is kept.
#[derive(Debug)]
pub struct Docs {
    /// Where it is.
    pub site: Site,
    _draft: Draft,
}

impl Generator {
    /// Makes a site of chapters (name and Markdown) whose pages run the script at this address, and
    /// serves it. Its policy lets in what the generator needs, and what 类目通 asks for.
    ///
    /// # Panics
    /// Without the generator, or where it refuses the sources.
    #[must_use]
    #[track_caller]
    pub fn make(self, page: &Page, chapters: &[(&str, &str)]) -> Docs {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let draft = Draft(env::temp_dir().join(format!("leimu-docs-{}-{number}", std::process::id())));
        let script = page.site.beside("/embed.js");
        let built = match self {
            Self::MdBook => mdbook(&draft.0, &script, chapters),
            Self::VitePress => vitepress(&draft.0, &script, chapters),
        };
        let inline: Vec<String> = chapters
            .iter()
            .flat_map(|(name, _)| inline_scripts(page, &read(&built.join(format!("{name}.html")))))
            .collect();
        // Firefox counts by this what VitePress fetches ahead of the next page.
        let rest = if self == Self::VitePress { "'self'" } else { "'none'" };
        let policy = format!(
            "default-src {rest}; script-src 'self' {} {script}; frame-src {}; style-src 'self' 'unsafe-inline'; \
             img-src 'self' data:; font-src 'self'; connect-src 'self'",
            inline.join(" "),
            page.site.beside("/"),
        );
        Docs { site: Site::foreign(&built, &[("Content-Security-Policy", &policy)]), _draft: draft }
    }
}

fn mdbook(folder: &Path, script: &str, chapters: &[(&str, &str)]) -> PathBuf {
    let summary: String = chapters.iter().map(|(name, _)| format!("- [{name}](./{name}.md)\n")).collect();
    write(&folder.join("src/SUMMARY.md"), &summary);
    write(&folder.join("book.toml"), "[book]\ntitle = \"文档\"\nlanguage = \"zh-CN\"\n");
    for (name, text) in chapters {
        write(&folder.join(format!("src/{name}.md")), &format!("{text}\n\n<script src=\"{script}\" async></script>\n"));
    }
    run(Command::new("mdbook").arg("build").arg(folder));
    folder.join("book")
}

fn vitepress(folder: &Path, script: &str, chapters: &[(&str, &str)]) -> PathBuf {
    let Some(program) = env::var_os(VITEPRESS) else {
        panic!("{VITEPRESS} is not set: it names the program of VitePress; `cargo xtask test` installs it and sets it")
    };
    // As the README says it.
    let config = json!({
        "title": "文档",
        "lang": "zh-CN",
        "head": [["script", { "src": script, "async": "" }], ["link", { "rel": "icon", "href": "data:," }]],
    });
    let config = format!(
        "export default {{ ...{config}, vue: {{ template: {{ compilerOptions: {{ isCustomElement: (tag) => tag.startsWith(\"leimu-\") }} }} }} }};\n"
    );
    write(&folder.join(".vitepress/config.mjs"), &config);
    for (name, text) in chapters {
        write(&folder.join(format!("{name}.md")), text);
    }
    // As in a project of npm: what the pages are made of is looked for beside them.
    let program = PathBuf::from(program);
    let packages = program.ancestors().nth(3).unwrap_or(&program);
    let linked = std::os::unix::fs::symlink(packages, folder.join("node_modules"));
    linked.unwrap_or_else(|error| panic!("{}: {error}", packages.display()));
    run(Command::new("node").arg(&program).arg("build").arg(folder));
    folder.join(".vitepress/dist")
}

#[track_caller]
fn run(command: &mut Command) {
    let output = command.stdin(Stdio::null()).output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let told = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&told));
}

#[track_caller]
fn write(file: &Path, text: &str) {
    let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(file, text)).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

#[track_caller]
fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// What a policy says to let in the scripts that stand in a page, as its author would work it out.
#[track_caller]
fn inline_scripts(page: &Page, html: &str) -> Vec<String> {
    const DIGESTS: &str = "const [html, done] = arguments;
        const scripts = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('script:not([src])');
        Promise.all([...scripts].map(async (one) => {
            const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(one.textContent));
            return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
        })).then(done);";
    let digests = page.browser.ask(async |client| client.execute_async(DIGESTS, vec![json!(html)]).await);
    digests.as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect()
}
