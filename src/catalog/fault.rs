//! What can be wrong with a file of data, and where. A fault is data: the words for it are
//! elsewhere.

use std::borrow::Cow;
use std::fmt;

use super::check::MOST_ANSWERS;
use super::limits::Limit;
use super::names::{CatalogId, CategoryPath};

/// How many faults of one file are told; whoever has so many has the same one often.
pub const MOST_FAULTS: usize = 100;

/// How much of a name that somebody wrote is repeated to them, in letters.
const REPEATED: usize = 60;

/// A fault and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// In which part of the data it stands.
    pub place: Place,
    /// The way to the value, from the outermost object of the file.
    pub way: Way,
    /// The line of the file, once it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// In which part of the data a fault stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In a file that does not say what it is.
    File,
    /// In the registry of papers, facts and activities.
    Registry,
    /// At the head of a catalog.
    Catalog(CatalogId),
    /// In one category.
    Category(CatalogId, CategoryPath),
}

/// The way to a value in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Way(pub Vec<Step>);

/// One step into an object or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// To a field of an object.
    Field(Cow<'static, str>),
    /// To a member of a list; the first is 0.
    Member(usize),
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// The text is not JSON from here on.
    #[error("not JSON: {syntax}{}", found.map(|letter| format!(", found `{letter}`")).unwrap_or_default())]
    Syntax {
        /// In which way.
        syntax: Syntax,
        /// The letter in the line at which it is noticed; the first is 1.
        column: usize,
        /// What stands there.
        found: Option<char>,
    },
    /// One field twice in an object: either could be meant.
    #[error("the field `{0}` stands twice")]
    FieldTwice(String),
    /// A field that has to be there.
    #[error("missing field `{0}`")]
    MissingField(&'static str),
    /// A field that means nothing here, and the one that may be meant.
    #[error("unknown field `{name}`{}", meant.map(|meant| format!(", perhaps `{meant}`")).unwrap_or_default())]
    UnknownField {
        /// The field as it is written.
        name: String,
        /// A field that would differ by one slip.
        meant: Option<&'static str>,
    },
    /// Something else than can stand here.
    #[error("expected {expected}, found {found}")]
    Type {
        /// What can stand here.
        expected: Expected,
        /// What does.
        found: Found,
    },
    /// A word that is none of those that can stand here.
    #[error("`{word}` is none of {}", .among.join(", "))]
    Word {
        /// The word as it is written.
        word: String,
        /// Those that can.
        among: &'static [&'static str],
    },
    /// A number that is not whole, below zero or too large.
    #[error("expected a whole number from 0 to {}", u32::MAX)]
    Number,
    /// A requirement has to be of one kind.
    #[error(
        "a requirement is exactly one of `all`, `any`, `at_least` with `of`, `document`, `fact` with `is`, `on_request`"
    )]
    Kinds,
    /// What only a paper has.
    #[error("`covers`, `count`, `holder` and `issuer` belong to a `document`")]
    OfDocument,
    /// The registry has no such paper.
    #[error("unknown document `{0}`")]
    UnknownDocument(String),
    /// The registry has no such fact.
    #[error("unknown fact `{0}`")]
    UnknownFact(String),
    /// The fact has no such answer.
    #[error("fact `{0}` has no answer `{1}`")]
    UnknownAnswer(String, String),
    /// The registry has no such activity.
    #[error("unknown activity `{0}`")]
    UnknownActivity(String),
    /// The registry has no such access method.
    #[error("unknown access method `{0}`")]
    UnknownAccessMethod(String),
    /// The catalog has no category at this path.
    #[error("this catalog has no category {0}")]
    UnknownCategory(CategoryPath),
    /// A branch without members can never be met, or always is.
    #[error("`{0}` without members")]
    Empty(&'static str),
    /// N选M with fewer than M members, or with M = 0.
    #[error("at least {least} of {members} can never be asked")]
    Threshold {
        /// How many are asked.
        least: u32,
        /// How many there are.
        members: usize,
    },
    /// None of a paper.
    #[error("document `{0}`: a count of zero asks for nothing")]
    CountZero(String),
    /// A coverage of no words.
    #[error("document `{0}`: a coverage without words")]
    CoverageEmpty(String),
    /// A path has one to three names, none of them empty.
    #[error("a path has one to three names, none of them empty")]
    Path,
    /// Two categories at one path.
    #[error("this path stands twice")]
    PathTwice,
    /// Two entries of the same id.
    #[error("the id `{0}` stands twice")]
    IdTwice(String),
    /// Two papers share a name, so that a person who says the name means either.
    #[error("documents `{0}` and `{1}` share the name {2}")]
    NameTwice(String, String, String),
    /// Too much of something.
    #[error("{found} {limit}; {} is the most", .limit.most())]
    TooMuch {
        /// Of what.
        limit: Limit,
        /// How much there is.
        found: usize,
    },
    /// An id with other letters, none or too many.
    #[error("an id is made of 1 to {most} {}, digits and `-`", if *is_english { "of the letters a to z" } else { "letters" })]
    Id {
        /// How many letters there may be.
        most: usize,
        /// Only those from a to z: it stands in addresses and in names of files.
        is_english: bool,
    },
    /// A name or a question without words.
    #[error("a name without words")]
    Blank,
    /// Another catalog of this id is loaded already.
    #[error("there is a catalog `{0}` already")]
    CatalogTaken(String),
    /// A catalog brings along what the registry has.
    #[error("the registry has `{0}` already")]
    KnownId(String),
    /// Two catalogs bring along the same id and do not mean the same.
    #[error("catalog `{catalog}` brings `{id}` as well, with other words")]
    Differs {
        /// The id.
        id: String,
        /// The other catalog.
        catalog: CatalogId,
    },
    /// A paper that a catalog brings along has a name of another one.
    #[error("document `{document}`{} has the name {name} already", .catalog.as_ref().map(|catalog| format!(" of catalog `{catalog}`")).unwrap_or_default())]
    KnownName {
        /// The name.
        name: String,
        /// The other paper.
        document: String,
        /// The catalog that brought the other paper; none, where it is of the registry.
        catalog: Option<CatalogId>,
    },
    /// A catalog of the program brings along what should stand in the registry.
    #[error("a catalog of the program brings nothing along: put it into the registry")]
    Brings,
    /// A fact needs two answers to be a question, and at most [`MOST_ANSWERS`].
    #[error("fact `{0}` has {1} answers; two to {MOST_ANSWERS} are possible")]
    Answers(String, usize),
}

/// In which way a text is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Syntax {
    /// It ends inside of something.
    #[error("the text ends too early")]
    End,
    /// Neither a comma nor the end of the list or of the object.
    #[error("expected a comma or a closing bracket")]
    Comma,
    /// A comma with nothing behind it.
    #[error("a comma before a closing bracket")]
    LastComma,
    /// No colon behind the name of a field.
    #[error("expected a colon")]
    Colon,
    /// A field without a name in quotes.
    #[error("expected the name of a field in quotes")]
    Field,
    /// Nothing that is a value.
    #[error("expected a value")]
    Value,
    /// A line break inside of quotes.
    #[error("a line break or another control character in a text")]
    Control,
    /// A backslash before something that it does not stand before.
    #[error("invalid escape in a text")]
    Escape,
    /// Something like a number.
    #[error("invalid number")]
    Number,
    /// Something behind the end.
    #[error("something behind the end")]
    Rest,
    /// Brackets within brackets within brackets.
    #[error("nested too deeply")]
    Depth,
}

/// What can stand somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Expected {
    /// A text.
    #[error("a text")]
    Text,
    /// A number.
    #[error("a whole number")]
    Number,
    /// Yes or no.
    #[error("`true` or `false`")]
    Truth,
    /// A list.
    #[error("a list")]
    List,
    /// An object.
    #[error("an object")]
    Object,
    /// A node of a requirement.
    #[error("a requirement, or the word `nothing` or `unlisted`")]
    Requirement,
    /// One answer or several.
    #[error("an answer or a list of answers")]
    Answers,
    /// Phrases, all of them or one of them.
    #[error("a list of phrases, or one under `any`")]
    Coverage,
    /// What an opening rule says.
    #[error("the word `closed`, or an access method under `access`")]
    Effect,
    /// Another name for a paper.
    #[error("a name, or a `name` with what it `covers`")]
    Alias,
}

/// What stands somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Found {
    /// `null`.
    #[error("null")]
    Null,
    /// `true` or `false`.
    #[error("`true` or `false`")]
    Truth,
    /// A number.
    #[error("a number")]
    Number,
    /// A text.
    #[error("a text")]
    Text,
    /// A list.
    #[error("a list")]
    List,
    /// An object.
    #[error("an object")]
    Object,
}

impl Fault {
    /// The way to the value; inside of a category that has a path, the way from there.
    #[must_use]
    pub fn way_inside(&self) -> String {
        let from = match &self.place {
            Place::Category(_, path) if !path.0.is_empty() => 2,
            _ => 0,
        };
        told(self.way.0.get(from..).unwrap_or_default())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place != Place::File {
            write!(out, "{}: ", self.place)?;
        }
        write!(out, "{}", self.wrong)?;
        let Some(line) = self.line else { return Ok(()) };
        write!(out, " at line {line}")?;
        if let Wrong::Syntax { column, .. } = self.wrong {
            write!(out, " column {column}")?;
        }
        let way = self.way_inside();
        if way.is_empty() { Ok(()) } else { write!(out, " ({way})") }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => out.write_str("file"),
            Self::Registry => out.write_str("registry"),
            Self::Catalog(catalog) => write!(out, "catalog `{catalog}`"),
            Self::Category(catalog, path) => write!(out, "catalog `{catalog}`: category {path}"),
        }
    }
}

/// Written as `categories[12].requirement.any[1].document`.
impl fmt::Display for Way {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&told(&self.0))
    }
}

fn told(steps: &[Step]) -> String {
    let mut told = String::new();
    for step in steps {
        match step {
            Step::Field(name) => {
                if !told.is_empty() {
                    told.push('.');
                }
                told.push_str(&repeated(name));
            }
            Step::Member(at) => told.push_str(&format!("[{at}]")),
        }
    }
    told
}

/// What somebody wrote, cut where it is too long to be repeated.
pub(crate) fn repeated(text: &str) -> String {
    match text.char_indices().nth(REPEATED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
