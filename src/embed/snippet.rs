//! The lines of HTML that somebody copies into a page.

use super::escaped;
use crate::address::{Embedding, Filters, Place};
use crate::catalog::CategoryPath;

/// What a frame may do where it stands alone: run, and lead out into tabs and files. Without its origin WebKit would
/// not load it (see `public/embed.js`, which asks who runs it); so it is told to keep apart.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

/// Where the categories are from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The newest catalog of a platform, whichever that is by then.
    Platform(String),
    /// This catalog.
    Catalog(String),
}

impl Source {
    fn id(&self) -> &str {
        let (Self::Platform(id) | Self::Catalog(id)) = self;
        id
    }
}

/// What is put into a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// Where the categories are from.
    pub source: Source,
    /// The category; the whole catalog where there are no names.
    pub path: CategoryPath,
    /// How it is to look; what is empty follows the page.
    pub looks: Embedding,
}

impl Snippet {
    /// The name of the element.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        if self.path.0.is_empty() { "leimu-checker" } else { "leimu-card" }
    }

    /// The attributes of the element, without those that follow the page.
    #[must_use]
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let source = match &self.source {
            Source::Platform(id) => ("platform", id.clone()),
            Source::Catalog(id) => ("catalog", id.clone()),
        };
        // As it stands in the address: a name may have a slash of its own.
        let category = Place::Category(String::new(), self.path.clone()).fragment();
        let category = category.strip_prefix("#/c//").unwrap_or_default().to_owned();
        let rest = [("category", category), ("theme", self.looks.theme.clone()), ("lang", self.looks.language.clone())];
        std::iter::once(source).chain(rest.into_iter().filter(|(_, value)| !value.is_empty())).collect()
    }

    /// The place that it shows.
    #[must_use]
    pub fn place(&self) -> Place {
        let catalog = self.source.id().to_owned();
        if self.path.0.is_empty() {
            Place::Checker(Filters { catalog, ..Filters::default() })
        } else {
            Place::Category(catalog, self.path.clone())
        }
    }

    /// The script and the element, with the page in this folder, and with a link of these words in it.
    #[must_use]
    pub fn element(&self, folder: &str, link: &str, words: &str) -> String {
        let tag = self.tag();
        let attributes = self.attributes();
        let attributes: String =
            attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escaped(value))).collect();
        let (folder, link, words) = (escaped(folder), escaped(link), escaped(words));
        format!(
            "<script src=\"{folder}embed.js\" async></script>\n<{tag}{attributes}>\n  <a href=\"{link}\">{words}</a>\n</{tag}>\n"
        )
    }

    /// A frame that needs no script around it, and has this name.
    #[must_use]
    pub fn frame(&self, folder: &str, title: &str) -> String {
        let looks = Embedding { apart: true, ..self.looks.clone() };
        let address = format!("{folder}index.html{}{}", looks.query(), self.place().fragment());
        let (address, title) = (escaped(&address), escaped(title));
        format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"640\" loading=\"lazy\"\n  sandbox=\"{SANDBOX}\"></iframe>\n"
        )
    }
}
