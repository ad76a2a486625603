//! The lines that are copied.

use leimu::address::{Embedding, Place};
use leimu::catalog::CategoryPath;
use leimu::embed::{Snippet, Source, escaped};
use proptest::prelude::*;

fn snippet(source: Source, path: &[&str], theme: &str, language: &str) -> Snippet {
    let looks = Embedding { theme: theme.to_owned(), language: language.to_owned(), apart: false };
    Snippet { source, path: CategoryPath::of(path), looks }
}

#[test]
fn a_card_has_its_link_inside() {
    let card = snippet(Source::Platform("wechat".into()), &["教育服务", "驾校培训"], "", "");
    assert_eq!(
        card.element("https://example.com/leimu/", "https://example.com/leimu/#/x", "看“驾校”<培训> & 其他"),
        "<script src=\"https://example.com/leimu/embed.js\" async></script>
<leimu-card platform=\"wechat\" category=\"教育服务/驾校培训\">
  <a href=\"https://example.com/leimu/#/x\">看“驾校”&lt;培训&gt; &amp; 其他</a>
</leimu-card>
"
    );
}

#[test]
fn a_frame_says_in_its_address_what_it_shows_and_how() {
    let checker = snippet(Source::Catalog("baidu-2019".into()), &[], "dark", "zh-CN");
    assert_eq!(checker.tag(), "leimu-checker");
    assert_eq!(
        checker.frame("https://example.com/", "百度 \"2019\""),
        "<iframe src=\"https://example.com/index.html?embed&amp;apart&amp;theme=dark&amp;language=zh-CN#/?catalog=baidu-2019\" \
         title=\"百度 &quot;2019&quot;\" width=\"100%\" height=\"640\" loading=\"lazy\"\n  \
         sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads\"></iframe>\n"
    );
}

proptest! {
    /// The script makes a place of the attributes by putting slashes between them.
    #[test]
    fn the_attributes_name_the_place(names in prop::collection::vec(".{1,8}", 1..4), catalog in "[a-z0-9-]{1,12}") {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let card = snippet(Source::Catalog(catalog.clone()), &names, "", "");
        let attributes = card.attributes();
        let category = attributes.iter().find(|(name, _)| *name == "category").map(|(_, value)| value.as_str());
        let fragment = format!("#/c/{catalog}/{}", category.unwrap_or_default());
        prop_assert_eq!(Place::read(&fragment), card.place());
    }

    #[test]
    fn nothing_that_is_escaped_is_markup(text in ".{0,40}") {
        let escaped = escaped(&text);
        prop_assert!(!escaped.contains(['<', '>', '"', '\'']));
        let back = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
        prop_assert_eq!(back.replace("&amp;", "&"), text);
    }
}
