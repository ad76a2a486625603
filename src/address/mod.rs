//! The address of every place in the page, kept in the fragment: static hosts, sub-paths, frames
//! and files all leave that part alone.

mod embedding;
mod link;
mod profile;

pub use embedding::Embedding;
pub use link::{Carried, Link};
pub use profile::Newer;

use crate::catalog::CategoryPath;

/// The key of a topic that was passed.
const PASSED: &str = "skip";

/// A place in the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The checker (`#/`), with its filters.
    Checker(Filters),
    /// One question at a time (`#/ask/<topic>`), with the filters of the checker; `#/ask` for
    /// whichever comes next, `#/asked` for what came of it.
    Ask(Asking),
    /// One category (`#/c/<catalog>/<names…>`).
    Category(String, CategoryPath),
    /// Two catalogs side by side (`#/diff/<earlier>/<later>`).
    Compare(String, String),
    /// Every paper (`#/d`).
    Documents,
    /// One paper, by its id or a name of it (`#/d/<id>`).
    Document(String),
    /// The visitor's own catalogs (`#/catalogs`).
    Catalogs,
    /// Every draft (`#/drafts`).
    Drafts,
    /// One draft, by its id (`#/draft/<id>`).
    Draft(String),
    /// Two drafts side by side, by their ids (`#/draft/<one>/<other>`).
    CompareDrafts(String, String),
    /// How to put a category (`#/embed/<catalog>/<names…>`) or a whole catalog (`#/embed/<catalog>`)
    /// into a page of one's own; `#/embed` for whichever was on screen last.
    Embed(String, CategoryPath),
    /// Sources, and what is stored where (`#/about`).
    About,
    /// Nothing that the page knows; the fragment as it came.
    Unknown(String),
}

/// What the checker shows; an empty text means “all”.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    /// The catalog; the first of the bundle where it is empty.
    pub catalog: String,
    /// A first-level name.
    pub level: String,
    /// An access method.
    pub access: String,
    /// A business that several catalogs list, by its Chinese name: it goes along to another catalog.
    pub business: String,
    /// Words that occur in path, scope or papers.
    pub text: String,
}

/// Where the questions have come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// Which categories they are about.
    pub filters: Filters,
    /// What is asked.
    pub step: AskingStep,
    /// The topics that were passed, by their names in addresses.
    pub passed: Vec<String>,
}

/// What a screen of the questions shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskingStep {
    /// Whichever question comes next.
    Next,
    /// The question of this name.
    Topic(String),
    /// What came of it.
    Result,
}

impl Asking {
    /// The same questions at another step.
    #[must_use]
    pub fn at(&self, step: AskingStep) -> Place {
        Place::Ask(Self { step, ..self.clone() })
    }
}

impl Filters {
    /// No more than the choice of the catalog.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.pairs().iter().all(|(key, value)| *key == "catalog" || value.is_empty())
    }

    fn pairs(&self) -> [(&'static str, &str); 5] {
        [
            ("catalog", &self.catalog),
            ("level", &self.level),
            ("access", &self.access),
            ("business", &self.business),
            ("q", &self.text),
        ]
    }
}

impl Place {
    /// The place that a fragment names, with or without its `#`.
    #[must_use]
    pub fn read(fragment: &str) -> Self {
        let bare = fragment.strip_prefix('#').unwrap_or(fragment);
        let unknown = || Self::Unknown(bare.to_owned());
        let (path, query) = bare.split_once('?').unwrap_or((bare, ""));
        let names: Option<Vec<String>> = path.split('/').skip(1).map(decode).collect();
        let Some(names) = names else { return unknown() };
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        match names[..] {
            [] | [""] if path.is_empty() || path == "/" => match read_query(query) {
                Some((filters, passed)) if passed.is_empty() => Self::Checker(filters),
                _ => unknown(),
            },
            ["ask"] => read_asking(query, AskingStep::Next).map_or_else(unknown, Self::Ask),
            ["ask", topic] => read_asking(query, AskingStep::Topic(topic.to_owned())).map_or_else(unknown, Self::Ask),
            ["asked"] => read_asking(query, AskingStep::Result).map_or_else(unknown, Self::Ask),
            ["c", catalog, ref names @ ..] if !names.is_empty() && query.is_empty() => {
                Self::Category(catalog.to_owned(), CategoryPath::of(names))
            }
            ["diff", earlier, later] if query.is_empty() => Self::Compare(earlier.to_owned(), later.to_owned()),
            ["d"] if query.is_empty() => Self::Documents,
            ["d", document] if query.is_empty() => Self::Document(document.to_owned()),
            ["catalogs"] if query.is_empty() => Self::Catalogs,
            ["drafts"] if query.is_empty() => Self::Drafts,
            ["draft", id] if query.is_empty() => Self::Draft(id.to_owned()),
            ["draft", one, other] if query.is_empty() => Self::CompareDrafts(one.to_owned(), other.to_owned()),
            ["embed"] if query.is_empty() => Self::Embed(String::new(), CategoryPath::of(&[])),
            ["embed", catalog, ref names @ ..] if query.is_empty() && !catalog.is_empty() => {
                Self::Embed(catalog.to_owned(), CategoryPath::of(names))
            }
            ["about"] if query.is_empty() => Self::About,
            _ => unknown(),
        }
    }

    /// The fragment of the place, with its `#`.
    #[must_use]
    pub fn fragment(&self) -> String {
        match self {
            Self::Checker(filters) => with_query("#/".to_owned(), filters, &[]),
            Self::Ask(Asking { filters, step, passed }) => {
                let path = match step {
                    AskingStep::Next => "#/ask".to_owned(),
                    AskingStep::Topic(topic) => format!("#/ask/{}", encode(topic)),
                    AskingStep::Result => "#/asked".to_owned(),
                };
                with_query(path, filters, passed)
            }
            Self::Category(catalog, path) => {
                format!("#/c/{}{}", encode(catalog), below(path))
            }
            Self::Embed(catalog, _) if catalog.is_empty() => "#/embed".to_owned(),
            Self::Embed(catalog, path) => format!("#/embed/{}{}", encode(catalog), below(path)),
            Self::Compare(earlier, later) => format!("#/diff/{}/{}", encode(earlier), encode(later)),
            Self::Documents => "#/d".to_owned(),
            Self::Document(document) => format!("#/d/{}", encode(document)),
            Self::Catalogs => "#/catalogs".to_owned(),
            Self::Drafts => "#/drafts".to_owned(),
            Self::Draft(id) => format!("#/draft/{}", encode(id)),
            Self::CompareDrafts(one, other) => format!("#/draft/{}/{}", encode(one), encode(other)),
            Self::About => "#/about".to_owned(),
            Self::Unknown(fragment) => format!("#{fragment}"),
        }
    }
}

/// The names of a category, each behind a slash.
fn below(path: &CategoryPath) -> String {
    path.0.iter().map(|name| format!("/{}", encode(name))).collect()
}

fn with_query(mut fragment: String, filters: &Filters, passed: &[String]) -> String {
    let pairs = filters.pairs().into_iter().filter(|(_, value)| !value.is_empty());
    let passed = passed.iter().map(|topic| (PASSED, topic.as_str()));
    let mut sign = '?';
    for (key, value) in pairs.chain(passed) {
        fragment.push(sign);
        fragment.push_str(key);
        fragment.push('=');
        fragment.push_str(&encode(value));
        sign = '&';
    }
    fragment
}

fn read_asking(query: &str, step: AskingStep) -> Option<Asking> {
    let (filters, passed) = read_query(query)?;
    Some(Asking { filters, step, passed })
}

/// The filters, and the topics that were passed.
fn read_query(query: &str) -> Option<(Filters, Vec<String>)> {
    let (mut filters, mut passed) = (Filters::default(), Vec::new());
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=')?;
        let value = decode(value)?;
        match key {
            "catalog" => filters.catalog = value,
            "level" => filters.level = value,
            "access" => filters.access = value,
            "business" => filters.business = value,
            "q" => filters.text = value,
            PASSED => passed.push(value),
            _ => return None,
        }
    }
    Some((filters, passed))
}

/// Everything but letters and digits of any script, `-`, `_` and `.` as `%XX`. Chinese stays
/// readable in the address bar.
fn encode(text: &str) -> String {
    encode_but(text, "")
}

/// The same, with more characters that stay as they are.
fn encode_but(text: &str, stays: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') || stays.contains(c) {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push('%');
                out.extend(char::from_digit(u32::from(byte >> 4), 16).map(|digit| digit.to_ascii_uppercase()));
                out.extend(char::from_digit(u32::from(byte & 15), 16).map(|digit| digit.to_ascii_uppercase()));
            }
        }
    }
    out
}

/// The text of a part of the fragment; none where `%` stands for nothing. Browsers hand over
/// Chinese both as it is and as `%XX`.
fn decode(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || rest.next().and_then(|byte| char::from(byte).to_digit(16));
            let value = digit()? << 4 | digit()?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_every_form_that_a_browser_or_a_person_writes() {
        let checker = Place::Checker(Filters::default());
        let category = Place::Category("baidu-2019".into(), CategoryPath::of(&["商家自营", "酒/盐"]));
        for (fragment, place) in [
            ("", checker.clone()),
            ("#", checker.clone()),
            ("#/", checker),
            (
                "#/?level=教育&q=%E9%A9%BE",
                Place::Checker(Filters { level: "教育".into(), text: "驾".into(), ..Filters::default() }),
            ),
            ("#/c/baidu-2019/商家自营/酒%2F盐", category.clone()),
            ("#/c/baidu-2019/%E5%95%86%E5%AE%B6%E8%87%AA%E8%90%A5/%e9%85%92%2f%E7%9B%90", category),
            ("#/diff/baidu-2019/baidu-2020", Place::Compare("baidu-2019".into(), "baidu-2020".into())),
            ("#/diff/baidu-2019", Place::Unknown("/diff/baidu-2019".into())),
            ("#/d", Place::Documents),
            ("#/d/business-licence", Place::Document("business-licence".into())),
            ("#/d/ICP证", Place::Document("ICP证".into())),
            ("#/d/a/b", Place::Unknown("/d/a/b".into())),
            ("#/catalogs", Place::Catalogs),
            ("#/drafts", Place::Drafts),
            ("#/draft/lq3x-2", Place::Draft("lq3x-2".into())),
            ("#/draft/lq3x/lq3x-2", Place::CompareDrafts("lq3x".into(), "lq3x-2".into())),
            ("#/draft", Place::Unknown("/draft".into())),
            ("#/draft/a/b/c", Place::Unknown("/draft/a/b/c".into())),
            ("#/draft/a?q=b", Place::Unknown("/draft/a?q=b".into())),
            ("#/embed", Place::Embed(String::new(), CategoryPath::of(&[]))),
            ("#/embed/", Place::Unknown("/embed/".into())),
            ("#/embed/baidu-2019", Place::Embed("baidu-2019".into(), CategoryPath::of(&[]))),
            (
                "#/embed/baidu-2019/商家自营/酒%2F盐",
                Place::Embed("baidu-2019".into(), CategoryPath::of(&["商家自营", "酒/盐"])),
            ),
            ("#/embed?q=x", Place::Unknown("/embed?q=x".into())),
            ("#/about", Place::About),
            ("#/c/baidu-2019", Place::Unknown("/c/baidu-2019".into())),
            ("#/ask", asking(AskingStep::Next, &[])),
            ("#/ask/subject?level=教育&skip=car-business", asking_in_education(&["car-business"])),
            ("#/ask/own.d.a%2Fb", asking(AskingStep::Topic("own.d.a/b".into()), &[])),
            ("#/asked?skip=a&skip=b", asking(AskingStep::Result, &["a", "b"])),
            ("#/asked?colour=red", Place::Unknown("/asked?colour=red".into())),
            ("#/?skip=a", Place::Unknown("/?skip=a".into())),
            ("#/nowhere", Place::Unknown("/nowhere".into())),
            ("#/?colour=red", Place::Unknown("/?colour=red".into())),
            ("#/c/x/%E5%95", Place::Unknown("/c/x/%E5%95".into())),
            ("#/c/x/%zz", Place::Unknown("/c/x/%zz".into())),
        ] {
            assert_eq!(Place::read(fragment), place, "{fragment}");
        }
    }

    fn asking(step: AskingStep, passed: &[&str]) -> Place {
        let passed = passed.iter().map(ToString::to_string).collect();
        Place::Ask(Asking { filters: Filters::default(), step, passed })
    }

    fn asking_in_education(passed: &[&str]) -> Place {
        let Place::Ask(asking) = asking(AskingStep::Topic("subject".into()), passed) else { panic!("it asks") };
        Place::Ask(Asking { filters: Filters { level: "教育".into(), ..Filters::default() }, ..asking })
    }

    proptest! {
        #[test]
        fn a_place_is_read_back_from_its_fragment(catalog in "[a-z0-9-]{1,12}", names in prop::collection::vec(".{1,8}", 1..4), text in ".{0,12}", level in ".{0,6}") {
            let path = CategoryPath(names.iter().map(|name| name.as_str().into()).collect());
            let embed = Place::Embed(catalog.clone(), path.clone());
            prop_assert_eq!(Place::read(&embed.fragment()), embed);
            let category = Place::Category(catalog.clone(), path);
            prop_assert_eq!(Place::read(&category.fragment()), category);
            let document = Place::Document(text.clone());
            prop_assert_eq!(Place::read(&document.fragment()), document);
            let compare = Place::Compare(catalog.clone(), level.clone());
            prop_assert_eq!(Place::read(&compare.fragment()), compare);
            let draft = Place::Draft(text.clone());
            prop_assert_eq!(Place::read(&draft.fragment()), draft);
            let drafts = Place::CompareDrafts(text.clone(), level.clone());
            prop_assert_eq!(Place::read(&drafts.fragment()), drafts);
            let filters = Filters { catalog, business: level.clone(), level: level.clone(), text: text.clone(), access: String::new() };
            let checker = Place::Checker(filters.clone());
            prop_assert_eq!(Place::read(&checker.fragment()), checker);
            let asking = Asking { filters, step: AskingStep::Topic(text), passed: vec![level; 2] };
            for step in [AskingStep::Next, AskingStep::Result, asking.step.clone()] {
                let place = asking.at(step);
                prop_assert_eq!(Place::read(&place.fragment()), place);
            }
        }

        #[test]
        fn any_fragment_is_some_place(fragment in ".{0,40}") {
            let place = Place::read(&fragment);
            prop_assert_eq!(Place::read(&place.fragment()), place);
        }
    }
}
