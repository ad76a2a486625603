//! What stands before the `#` of a page that somebody has put into a frame: that it is one, and how
//! it is to look there. It stays while the visitor goes from place to place.

use super::{decode, encode};

/// The name by itself says that the page is in a frame.
const EMBED: &str = "embed";
/// How it is to look. The start of index.html reads these two, too.
const THEME: &str = "theme";
const LANGUAGE: &str = "language";
/// By itself, too: nothing is kept.
const APART: &str = "apart";

/// A page in somebody's frame.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Embedding {
    /// The theme, by its name; empty where the visitor's system decides.
    pub theme: String,
    /// The language, by its tag; empty where the visitor's system decides.
    pub language: String,
    /// Nothing of what is kept here is read, and nothing is kept: for frames that could not be without an origin.
    pub apart: bool,
}

impl Embedding {
    /// Reads a query, with or without its `?`; none where it does not speak of a frame. What is not
    /// known in it is somebody else's.
    #[must_use]
    pub fn read(query: &str) -> Option<Self> {
        let pairs = query.strip_prefix('?').unwrap_or(query).split('&');
        let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let mut read = Self::default();
        let mut is_one = false;
        for (key, value) in pairs {
            let value = || decode(value).unwrap_or_default();
            match key {
                EMBED => is_one = true,
                APART => read.apart = true,
                THEME => read.theme = value(),
                LANGUAGE => read.language = value(),
                _ => {}
            }
        }
        is_one.then_some(read)
    }

    /// The query, with its `?`.
    #[must_use]
    pub fn query(&self) -> String {
        let pairs = [(THEME, &self.theme), (LANGUAGE, &self.language)];
        let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let apart = if self.apart { format!("&{APART}") } else { String::new() };
        pairs.fold(format!("?{EMBED}{apart}"), |query, (key, value)| format!("{query}&{key}={}", encode(value)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_what_hosts_write() {
        let embedding = |theme: &str, language: &str| {
            Some(Embedding { theme: theme.to_owned(), language: language.to_owned(), apart: false })
        };
        for (query, expected) in [
            ("", None),
            ("?", None),
            ("?theme=dark", None),
            ("?embedded", None),
            ("?embed", embedding("", "")),
            ("embed=", embedding("", "")),
            ("?utm_source=x&embed=1&theme=dark&language=en", embedding("dark", "en")),
            ("?embed&language=zh-CN&theme=%zz", embedding("", "zh-CN")),
            ("?embed&apart", Some(Embedding { apart: true, ..Embedding::default() })),
            ("?apart", None),
        ] {
            assert_eq!(Embedding::read(query), expected, "{query}");
        }
    }

    proptest! {
        #[test]
        fn it_is_read_back_from_its_query(theme in ".{0,8}", language in ".{0,8}", apart: bool) {
            let embedding = Embedding { theme, language, apart };
            prop_assert_eq!(Embedding::read(&embedding.query()), Some(embedding));
        }
    }
}
