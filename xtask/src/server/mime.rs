//! The `Content-Type` of a file, by its extension.

use std::path::Path;

/// The type of an HTML page.
pub(super) const HTML: &str = "text/html; charset=utf-8";

/// The type of a file; what is not known is sent as bytes, so that no browser guesses.
pub(super) fn of(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => HTML,
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        // Browsers compile while they download only when the type is exactly this.
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_types_a_browser_insists_on() {
        for (name, expected) in [
            ("leimu_bg.wasm", "application/wasm"),
            ("leimu-1f2e.js", "text/javascript; charset=utf-8"),
            ("index.html", "text/html; charset=utf-8"),
            ("style-0a.css", "text/css; charset=utf-8"),
            ("icon.svg", "image/svg+xml"),
            ("wechat.json", "application/json"),
            ("site.webmanifest", "application/manifest+json"),
            ("icon.png", "image/png"),
            ("favicon.ico", "image/x-icon"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(of(Path::new(name)), expected, "{name}");
        }
    }
}
