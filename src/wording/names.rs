//! Names and remarks of the data in the language of the page. What a platform shows is Chinese whatever the
//! reader speaks, so the original goes along with every translation.

use crate::catalog::{AccessMethod, CategoryPath, Document, Registry, Supplement};
use crate::i18n::{Language, Messages};

/// A name as the page writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The name in the language of the page, as far as there is one.
    pub words: String,
    /// The name as the source writes it, where that is another one.
    pub original: Option<String>,
}

impl Named {
    fn of(original: &str, english: Option<String>, say: &Messages) -> Self {
        match english.filter(|english| say.language == Language::English && english != original) {
            Some(words) => Self { words, original: Some(original.to_owned()) },
            None => Self { words: original.to_owned(), original: None },
        }
    }

    /// Both in one text, for where there is room for one only.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.original {
            Some(original) => format!("{} {original}", self.words),
            None => self.words.clone(),
        }
    }
}

/// A name of a category, a catalog, a publisher or an issuer.
#[must_use]
pub fn name_words(name: &str, registry: &Registry, say: &Messages) -> Named {
    Named::of(name, registry.english_name(name).map(str::to_owned), say)
}

/// A path: 教育 / 驾校培训.
#[must_use]
pub fn category_words(path: &CategoryPath, registry: &Registry, say: &Messages) -> Named {
    names_words(&path.0, registry, say)
}

/// Some names of a path, one below the other.
#[must_use]
pub fn names_words(names: &[Box<str>], registry: &Registry, say: &Messages) -> Named {
    let english: Vec<&str> = names.iter().map(|name| registry.english_name(name).unwrap_or(name)).collect();
    Named::of(&names.join(" / "), Some(english.join(" / ")), say)
}

/// A supplement, as the source calls it: by its path, or in words.
#[must_use]
pub fn supplement_words(supplement: &Supplement, registry: &Registry, say: &Messages) -> Named {
    let name = &supplement.name;
    let by_path = supplement.path.as_ref().filter(|path| path.0.join("-") == **name);
    let english = match (registry.english_name(name), by_path) {
        (None, Some(path)) => Some(category_words(path, registry, say).words),
        (known, _) => known.map(str::to_owned),
    };
    Named::of(name, english, say)
}

/// A way to stream live, or an interface. Beside its English stands what the platform shows of it.
#[must_use]
pub fn method_words(method: &AccessMethod, say: &Messages) -> Named {
    let words = say.language.of(&method.zh, &method.en).to_owned();
    let shown = method.tag.as_deref().filter(|tag| !words.contains(*tag));
    Named { words, original: shown.map(str::to_owned) }
}

/// A remark that the data makes on a source, in the language of the page; in Chinese, as it is
/// written, where it has no English.
#[must_use]
pub fn remark_words<'a>(remark: &'a str, registry: &'a Registry, say: &Messages) -> &'a str {
    let english = registry.english_name(remark).filter(|_| say.language == Language::English);
    english.unwrap_or(remark)
}

/// The official name of a paper.
#[must_use]
pub fn document_words(document: &Document, say: &Messages) -> Named {
    let english = Some(&*document.english).filter(|english| !english.is_empty());
    Named::of(&document.name, english.map(str::to_owned), say)
}
