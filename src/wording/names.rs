//! Names and remarks of the data in the language of the page. What a platform shows is Chinese whatever the
//! reader speaks, so the original goes along with every translation.

use std::borrow::Cow;

use crate::catalog::{AccessMethod, CategoryPath, Document, Registry, Supplement};
use crate::i18n::{Language, Messages, READINGS_ZH, Readings};

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

/// What the data says of a category, of a source or of how it was read, in the language of the
/// page; in Chinese, as it is written, where it has no English.
#[must_use]
pub fn remark_words<'a>(remark: &'a str, registry: &'a Registry, say: &Messages) -> Cow<'a, str> {
    if say.language == Language::Chinese {
        return remark.into();
    }
    match registry.english_name(remark) {
        Some(english) => english.into(),
        None => reader_words(remark, registry, say).map_or(remark.into(), Cow::Owned),
    }
}

/// What the reader of wordings remarks of its own accord: it writes Chinese, as the data does.
fn reader_words(remark: &str, registry: &Registry, say: &Messages) -> Option<String> {
    let (written, said) = (&READINGS_ZH, Readings::of(say.language));
    if let Some((_, said)) =
        [(written.read_as_any, said.read_as_any), (written.read_as_companies, said.read_as_companies)]
            .into_iter()
            .find(|(written, _)| *written == remark)
    {
        return Some(said.to_owned());
    }
    let question = remark.strip_prefix(&*(written.read_as_answer)(""))?;
    let known = registry.facts.iter().find(|fact| *fact.zh == *question);
    Some((said.read_as_answer)(known.map_or(question, |fact| say.language.of(&fact.zh, &fact.en))))
}

/// The official name of a paper.
#[must_use]
pub fn document_words(document: &Document, say: &Messages) -> Named {
    let english = Some(&*document.english).filter(|english| !english.is_empty());
    Named::of(&document.name, english.map(str::to_owned), say)
}
