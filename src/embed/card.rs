//! A card that needs no script: what a category asks for, as plain HTML that stands in a page as it is.

use super::escaped;
use crate::catalog::{Catalog, Category, Reading, Registry, Requirement};
use crate::i18n::{HandOver, Language, Messages};
use crate::wording::{category_words, name_words, node_words, remark_words};

/// The card of a category. Its classes all begin with `leimu-`, so that they meet no other; it has no
/// style of its own. `link` is the address of the category in the page; empty where there is none.
#[must_use]
pub fn card(catalog: &Catalog, category: &Category, registry: &Registry, link: &str, say: &Messages) -> String {
    let writing = Writing { registry, say };
    let mut html = format!("<section class=\"leimu-static\" lang=\"{}\">\n", say.language.tag());
    let name = category_words(&category.path, registry, say);
    html.push_str(&element("h3", "leimu-name", &[name.words.as_str()]));
    if let Some(original) = &name.original {
        html.push_str(&element("p lang=\"zh-CN\"", "leimu-original", &[original]));
    }
    let said = [(say.scope, &category.scope), (say.doubtful, &category.doubt)];
    for (title, words) in said.into_iter().filter_map(|(title, words)| Some((title, words.as_deref()?))) {
        html.push_str(&element("p", "leimu-remark", &[title, say.colon, &remark_words(words, registry, say)]));
    }
    html.push_str(&element("h4", "leimu-title", &[say.requirement]));
    html.push_str("<ul class=\"leimu-requirement\">\n");
    writing.node(&category.requirement, &mut html);
    html.push_str("</ul>\n");
    html.push_str(&writing.source(catalog, category));
    let link = (link, crate::i18n::EmbedWords::of(say.language).open_whole);
    let pages = category.links.iter().chain(&catalog.links).map(|page| (&*page.address, &*page.title));
    let links: Vec<String> = std::iter::once(link)
        .chain(pages)
        .filter(|(address, _)| !address.is_empty())
        .map(|(address, title)| {
            let title = name_words(title, registry, say).words;
            format!("<a href=\"{}\">{}</a>", escaped(address), escaped(&title))
        })
        .collect();
    if !links.is_empty() {
        html.push_str(&format!("<p class=\"leimu-links\">{}</p>\n", links.join(" · ")));
    }
    html.push_str("</section>\n");
    html
}

/// An element with these words one after the other.
fn element(start: &str, class: &str, words: &[&str]) -> String {
    let tag = start.split(' ').next().unwrap_or_default();
    let words: String = words.iter().map(|words| escaped(words)).collect();
    format!("<{start} class=\"{class}\">{words}</{tag}>\n")
}

struct Writing<'a> {
    registry: &'a Registry,
    say: &'a Messages,
}

impl Writing<'_> {
    /// A node as an entry of a list, with its members as a list of their own.
    fn node(&self, node: &Requirement, html: &mut String) {
        html.push_str("<li>");
        html.push_str(&escaped(&node_words(node, self.registry, self.say)));
        let reading = match node.reading {
            Reading::Literal => None,
            Reading::Inferred => Some(self.say.inferred),
            Reading::Ambiguous => Some(self.say.ambiguous),
        };
        if let Some(reading) = reading {
            let note = node.note.as_deref().map(|note| remark_words(note, self.registry, self.say));
            let told = [Some(reading), note.as_ref().map(|_| self.say.colon), note.as_deref()].into_iter().flatten();
            html.push_str(&format!(" <small>{}</small>", told.map(escaped).collect::<String>()));
        }
        if !node.members().is_empty() {
            html.push_str("\n<ul>\n");
            for member in node.members() {
                self.node(member, html);
            }
            html.push_str("</ul>\n");
        }
        html.push_str("</li>\n");
    }

    /// Publisher, title, date and line, and that the platform's own page prevails.
    fn source(&self, catalog: &Catalog, category: &Category) -> String {
        let line = (self.say.line)(category.line);
        let called = |name: &str| match self.say.language {
            Language::Chinese => name.to_owned(),
            Language::English => name_words(name, self.registry, self.say).words,
        };
        let source = HandOver::of(self.say.language).source;
        let told = source(&called(&catalog.publisher), &called(&catalog.title), &[&*catalog.date, line.as_str()]);
        element("p", "leimu-source", &[told.as_str(), " · ", self.say.prevails])
    }
}
