//! What Trunk built, as it is published; [`SCRIPT`] says how.

use crate::error::{Error, Result};
use crate::process;
use crate::project::Project;
use crate::setup::{ESBUILD, RESVG, Tools};
use std::fs;
use std::path::{Path, PathBuf};

/// It runs in Node, because what joins and shrinks scripts and styles is a program of Node.
const SCRIPT: &str = "xtask/src/publish.mjs";

/// What does not run in a first visit, as `cargo xtask watch` has seen it.
pub(crate) const LATER: &str = "xtask/parts/later.txt";

/// Makes the bundle in `dist` from what Trunk left in `built`.
pub(crate) fn publish(project: &Project, tools: &Tools, built: &Path) -> Result<()> {
    let parts = project.parts();
    fs::create_dir_all(&parts).map_err(Error::file(&parts))?;
    let later = project.root().join(LATER);
    crate::parts::run(project, &["split".as_ref(), program(built)?.as_ref(), later.as_ref(), parts.as_ref()])?;
    publish_parts(project, tools, &parts, &project.dist())
}

/// The same of a program that is in parts, or watched, already.
pub(crate) fn publish_parts(project: &Project, tools: &Tools, parts: &Path, dist: &Path) -> Result<()> {
    let esbuild = ESBUILD.install(project)?;
    let resvg = RESVG.install(project)?;
    let mut node = tools.command("node");
    node.arg(project.root().join(SCRIPT));
    node.args([&esbuild, &resvg, project.root(), &project.built(), parts, dist]);
    process::run(&mut node)
}

/// The program that Trunk built, with its names.
pub(crate) fn program(built: &Path) -> Result<PathBuf> {
    let files = fs::read_dir(built).map_err(Error::file(built))?.flatten().map(|file| file.path());
    let is_program = |path: &PathBuf| path.to_string_lossy().ends_with("_bg.wasm");
    files.into_iter().find(is_program).ok_or_else(|| Error::Missing {
        what: format!("the program in {}", built.display()),
        remedy: "remove dist/ and run this again: the bundle was built elsewhere".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    fn read(name: &str) -> String {
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
    }

    /// What is sent with every file: names and values.
    fn headers() -> Vec<(String, String)> {
        let template = read("src/publish/_headers");
        let lines = template.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": "));
        lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// The lines of a block of the README, by the language that it is marked with.
    fn block(language: &str) -> Vec<String> {
        let readme = read("../README.md");
        let (_, rest) = readme.split_once(&format!("```{language}\n")).unwrap();
        let (block, _) = rest.split_once("```").unwrap();
        block.lines().map(|line| line.trim().to_owned()).collect()
    }

    #[test]
    fn the_readme_tells_hosts_the_very_headers_that_are_published() {
        let headers = headers();
        assert_eq!(headers.len(), 4, "{headers:?}");
        let (nginx, caddy) = (block("nginx"), block("caddy"));
        for (name, value) in &headers {
            let line = format!("add_header {name} \"{value}\" always;");
            assert!(nginx.contains(&line), "nginx: {line}");
            let line = format!("{name} \"{value}\"");
            assert!(caddy.contains(&line), "Caddy: {line}");
        }
        let said = |lines: &[String], start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
        // And nothing beside them but how long files are kept.
        assert_eq!(said(&nginx, "add_header "), headers.len() + 1);
    }

    #[test]
    fn the_policy_lets_nothing_inline_and_nothing_evaluated_in() {
        let headers = headers();
        let (_, policy) = headers.iter().find(|(name, _)| name == "Content-Security-Policy").unwrap();
        let rule = |name: &str| policy.split("; ").find_map(|rule| rule.strip_prefix(name)).map(str::trim);
        assert_eq!(rule("default-src"), Some("'none'"));
        assert_eq!(rule("script-src"), Some("'self' 'wasm-unsafe-eval'"));
        assert_eq!(rule("style-src"), Some("'self'"));
        for word in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "data:", "sha256"] {
            assert!(!policy.contains(word), "{word}");
        }
    }
}
