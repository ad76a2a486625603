//! The format of the data, field by field. What a field means is told where its type is.

use super::brought::Brought;
use super::bundle::LoadError;
use super::category::{
    Access, Capability, Catalog, Category, DateKnown, Effect, Forbidden, Link, OpeningRule, Repair, Restriction,
    Review, Supplement, Words,
};
use super::fault::{Expected, Fault, Place, Wrong, repeated};
use super::json::{Fields, File, Need, Value};
use super::log::Log;
use super::names::{ActivityId, AnswerId, CategoryPath, DocumentId, LEVELS};
use super::registry::{AccessMethod, Activity, Alias, Answer, Document, DocumentKind, Fact, Registry, Translation};
use super::requirement::{Asked, Condition, Coverage, Holder, Kind, Reading, Requirement};

/// The words for the enumerations, in the order of their types.
pub(super) const DATE_KNOWN: [&str; 3] = ["printed", "inferred", "commit"];
pub(super) const HOLDERS: [&str; 2] = ["own", "partner"];
pub(super) const READINGS: [&str; 3] = ["literal", "inferred", "ambiguous"];
pub(super) const DOCUMENT_KINDS: [&str; 8] =
    ["licence", "filing", "certificate", "approval", "agreement", "letter", "screenshot", "statement"];

impl Catalog {
    /// A catalog as it is written, without a look at the registry.
    ///
    /// # Errors
    /// Every place at which the text is not of the format.
    pub fn read(text: &str) -> Result<Self, Vec<Fault>> {
        File::parse(text)?.read(Place::File, catalog)
    }
}

impl Registry {
    /// A registry as it is written in `documents.json` and `facts.json`.
    ///
    /// # Errors
    /// Every place at which the first file that is not of the format is not.
    pub fn read(documents: &str, facts: &str) -> Result<Self, LoadError> {
        let documents = registry_file("documents.json", documents, |log, value| {
            log.object(value, |of| of.list("documents", Need::Always, document))
        })?;
        let (facts, activities, access_methods) = registry_file("facts.json", facts, |log, value| {
            log.object(value, |of| {
                let facts = of.list("facts", Need::Always, fact);
                let activities = of.list("activities", Need::Always, activity);
                (facts, activities, of.list("access_methods", Need::Always, access_method))
            })
        })?;
        Ok(Self::new(documents, facts, activities, access_methods))
    }

    /// This registry with the names of `english.json`.
    ///
    /// # Errors
    /// Every place at which the file is not of the format.
    pub fn read_english(self, english: &str) -> Result<Self, LoadError> {
        Ok(self.translated(registry_file("english.json", english, translations)?))
    }
}

fn registry_file<T>(file: &str, text: &str, read: fn(&mut Log, &Value) -> T) -> Result<T, LoadError> {
    let read = File::parse(text).and_then(|written| written.read(Place::Registry, read));
    read.map_err(|faults| LoadError::File { file: file.to_owned(), faults })
}

pub(super) fn catalog(log: &mut Log, value: &Value) -> Catalog {
    // Every fault names the catalog, also one that stands before its name.
    let id = if let Some(Value::Text(id)) = value.get("id") { id } else { "?" };
    log.place = Place::Catalog(repeated(id).as_str().into());
    log.object(value, |of| Catalog {
        id: of.shared("id").into(),
        platform: of.shared("platform").into(),
        title: of.text("title"),
        short: of.text("short"),
        publisher: of.text("publisher"),
        page: of.maybe_text("page"),
        date: of.text("date"),
        date_known: match of.word("date_known", Need::Always, &DATE_KNOWN) {
            Some(1) => DateKnown::Inferred,
            Some(2) => DateKnown::Commit,
            _ => DateKnown::Printed,
        },
        date_note: of.text("date_note"),
        copy: of.text("copy"),
        file: of.text("file"),
        warning: of.maybe("warning", Need::Always, words).unwrap_or_default(),
        opening: of.list("opening", Need::Maybe, opening_rule),
        notes: of.list("notes", Need::Maybe, words),
        links: of.list("links", Need::Maybe, link),
        forbidden: of.list("forbidden", Need::Maybe, forbidden),
        capabilities: of.list("capabilities", Need::Maybe, capability),
        repairs: of.list("repairs", Need::Maybe, repair),
        brought: Brought {
            documents: of.list("documents", Need::Maybe, document),
            facts: of.list("facts", Need::Maybe, fact),
            activities: of.list("activities", Need::Maybe, activity),
            english: of.maybe("english", Need::Maybe, translations).unwrap_or_default(),
        },
        categories: of.list("categories", Need::Always, category),
    })
}

fn category(log: &mut Log, value: &Value) -> Category {
    let around = log.place.clone();
    if let (Place::Catalog(catalog), Some(path)) = (&around, value.get("path").and_then(said_path)) {
        log.place = Place::Category(catalog.clone(), path);
    }
    let category = log.object(value, |of| Category {
        path: of.maybe("path", Need::Always, path).unwrap_or_default(),
        line: of.number("line"),
        scope: of.maybe_text("scope"),
        also: of.list("also", Need::Maybe, Log::text),
        scene: of.maybe_text("scene"),
        words: of.maybe_text("words"),
        requirement: of.maybe("requirement", Need::Always, requirement).unwrap_or(Requirement::of(Kind::Unlisted)),
        access: of.list("access", Need::Maybe, access),
        supplements: of.list("supplements", Need::Maybe, supplement),
        restrictions: of.list("restrictions", Need::Maybe, restriction),
        reviews: of.list("reviews", Need::Maybe, review),
        notes: of.list("notes", Need::Maybe, words),
        links: of.list("links", Need::Maybe, link),
        doubt: of.maybe_text("doubt"),
    });
    log.place = around;
    category
}

/// A path for the places of faults: what can be read of it.
fn said_path(value: &Value) -> Option<CategoryPath> {
    let Value::List(members) = value else { return None };
    let names = members.iter().filter_map(|name| if let Value::Text(name) = name { Some(&**name) } else { None });
    let names: Vec<Box<str>> = names.take(LEVELS).map(|name| repeated(name).into()).collect();
    (!names.is_empty()).then_some(CategoryPath(names))
}

fn path(log: &mut Log, value: &Value) -> CategoryPath {
    CategoryPath(log.list(value, Log::text))
}

fn answer_id(log: &mut Log, value: &Value) -> AnswerId {
    log.shared(value).into()
}

fn words(log: &mut Log, value: &Value) -> Words {
    log.object(value, |of| Words { words: of.text("words"), line: of.number("line") })
}

fn link(log: &mut Log, value: &Value) -> Link {
    log.object(value, |of| Link { title: of.text("title"), address: of.text("address"), line: of.number("line") })
}

fn forbidden(log: &mut Log, value: &Value) -> Forbidden {
    log.object(value, |of| Forbidden {
        group: of.text("group"),
        trades: of.list("trades", Need::Always, Log::text),
        line: of.number("line"),
    })
}

fn capability(log: &mut Log, value: &Value) -> Capability {
    log.object(value, |of| Capability {
        method: of.shared("method").into(),
        subjects: of.list("subjects", Need::Maybe, answer_id),
        line: of.number("line"),
        file: of.maybe_text("file"),
        doubt: of.maybe_text("doubt"),
        categories: of.list("categories", Need::Always, path),
    })
}

fn repair(log: &mut Log, value: &Value) -> Repair {
    log.object(value, |of| Repair { line: of.number("line"), fault: of.text("fault"), repair: of.text("repair") })
}

fn opening_rule(log: &mut Log, value: &Value) -> OpeningRule {
    log.object(value, |of| OpeningRule {
        subjects: of.list("subjects", Need::Always, answer_id),
        effect: of.maybe("effect", Need::Always, effect).unwrap_or(Effect::Closed),
        words: of.shared("words"),
        line: of.number("line"),
        file: of.maybe_text("file"),
    })
}

fn effect(log: &mut Log, value: &Value) -> Effect {
    match value {
        Value::Text(word) if **word == *"closed" => Effect::Closed,
        Value::Object(_) => log.object(value, |of| Effect::Access(of.shared("access").into())),
        _ => {
            log.expected(Expected::Effect, value);
            Effect::Closed
        }
    }
}

fn access(log: &mut Log, value: &Value) -> Access {
    log.object(value, |of| Access {
        method: of.shared("method").into(),
        with: of.maybe("with", Need::OrNull, path),
        subjects: of.list("subjects", Need::Maybe, answer_id),
        line: of.number("line"),
        file: of.maybe_text("file"),
        doubt: of.maybe_text("doubt"),
    })
}

fn supplement(log: &mut Log, value: &Value) -> Supplement {
    log.object(value, |of| Supplement {
        name: of.text("name"),
        path: of.maybe("path", Need::OrNull, path),
        activity: of.shared("activity").into(),
        instead: of.truth("instead"),
        words: of.maybe_text("words"),
        line: of.number("line"),
    })
}

fn restriction(log: &mut Log, value: &Value) -> Restriction {
    log.object(value, |of| Restriction {
        activity: of.maybe_shared("activity").map(ActivityId::from),
        words: of.text("words"),
        line: of.number("line"),
    })
}

fn review(log: &mut Log, value: &Value) -> Review {
    log.object(value, |of| Review { days: of.number("days"), words: of.text("words"), line: of.number("line") })
}

/// The words `"nothing"` and `"unlisted"` stand for themselves; all else is an object.
fn requirement(log: &mut Log, value: &Value) -> Requirement {
    Requirement::of(match value {
        Value::Object(_) => return log.object(value, node),
        Value::Text(word) if **word == *"nothing" => Kind::Nothing,
        Value::Text(word) if **word == *"unlisted" => Kind::Unlisted,
        _ => {
            log.expected(Expected::Requirement, value);
            Kind::Unlisted
        }
    })
}

/// A node is of exactly one kind, and what only a paper has stands beside a paper.
fn node(of: &mut Fields<'_>) -> Requirement {
    let all = of.maybe("all", Need::OrNull, requirements);
    let any = of.maybe("any", Need::OrNull, requirements);
    let least = (of.maybe_number("at_least"), of.maybe("of", Need::OrNull, requirements));
    let document = of.maybe_shared("document").map(DocumentId::from);
    let coverage = of.maybe("covers", Need::Maybe, coverage).unwrap_or_default();
    let count = of.maybe_number("count");
    let holder = of.word("holder", Need::OrNull, &HOLDERS);
    let issuer = of.maybe_text("issuer");
    let fact = (of.maybe_shared("fact"), of.maybe("is", Need::OrNull, answers));
    let on_request = of.maybe_shared("on_request");
    let words = of.maybe_shared("words");
    let line = of.maybe_number("line");
    let reading = match of.word("reading", Need::Maybe, &READINGS) {
        Some(1) => Reading::Inferred,
        Some(2) => Reading::Ambiguous,
        _ => Reading::Literal,
    };
    let note = of.maybe_text("note");

    let is_asked = !coverage.phrases().is_empty() || count.is_some() || holder.is_some() || issuer.is_some();
    let is_nobodys = is_asked && document.is_none();
    let kind = match (all, any, least, document, fact, on_request) {
        (Some(members), None, (None, None), None, (None, None), None) => Kind::All(members),
        (None, Some(members), (None, None), None, (None, None), None) => Kind::Any(members),
        (None, None, (Some(least), Some(members)), None, (None, None), None) => Kind::AtLeast(least, members),
        (None, None, (None, None), Some(document), (None, None), None) => Kind::Document(Asked {
            document,
            coverage,
            count: count.unwrap_or(1),
            holder: if holder == Some(1) { Holder::Partner } else { Holder::Own },
            issuer,
        }),
        (None, None, (None, None), None, (Some(fact), Some(is)), None) => {
            Kind::Fact(Condition { fact: fact.into(), is })
        }
        (None, None, (None, None), None, (None, None), Some(channel)) => Kind::OnRequest(channel),
        _ => {
            if !is_nobodys {
                of.note(Wrong::Kinds);
            }
            Kind::Unlisted
        }
    };
    if is_nobodys {
        of.note(Wrong::OfDocument);
    }
    Requirement { kind, words, line, reading, note }
}

fn requirements(log: &mut Log, value: &Value) -> Vec<Requirement> {
    log.list(value, requirement)
}

/// One answer, or several in a list.
fn answers(log: &mut Log, value: &Value) -> Vec<AnswerId> {
    match value {
        Value::Text(_) => vec![answer_id(log, value)],
        Value::List(_) => log.list(value, answer_id),
        _ => {
            log.expected(Expected::Answers, value);
            Vec::new()
        }
    }
}

/// A list (every phrase), or `{"any": […]}`.
fn coverage(log: &mut Log, value: &Value) -> Coverage {
    match value {
        Value::List(phrases) if phrases.is_empty() => Coverage::None,
        Value::List(_) => Coverage::All(log.list(value, Log::shared)),
        Value::Object(_) => log.object(value, |of| Coverage::Any(of.list("any", Need::Always, Log::shared))),
        _ => {
            log.expected(Expected::Coverage, value);
            Coverage::None
        }
    }
}

fn document(log: &mut Log, value: &Value) -> Document {
    log.object(value, |of| Document {
        id: of.shared("id").into(),
        name: of.text("name"),
        english: of.text("english"),
        kind: match of.word("kind", Need::Always, &DOCUMENT_KINDS) {
            Some(1) => DocumentKind::Filing,
            Some(2) => DocumentKind::Certificate,
            Some(3) => DocumentKind::Approval,
            Some(4) => DocumentKind::Agreement,
            Some(5) => DocumentKind::Letter,
            Some(6) => DocumentKind::Screenshot,
            Some(7) => DocumentKind::Statement,
            _ => DocumentKind::Licence,
        },
        issuer: of.maybe_text("issuer"),
        aliases: of.list("aliases", Need::Maybe, alias),
    })
}

/// A name, or a name with what it covers.
fn alias(log: &mut Log, value: &Value) -> Alias {
    match value {
        Value::Object(_) => {
            log.object(value, |of| Alias { name: of.text("name"), covers: of.list("covers", Need::Always, Log::text) })
        }
        Value::Text(name) => Alias { name: name.clone(), covers: Vec::new() },
        _ => {
            log.expected(Expected::Alias, value);
            Alias { name: "".into(), covers: Vec::new() }
        }
    }
}

fn fact(log: &mut Log, value: &Value) -> Fact {
    log.object(value, |of| Fact {
        id: of.shared("id").into(),
        zh: of.text("zh"),
        en: of.text("en"),
        answers: of.list("answers", Need::Always, |log, value| {
            log.object(value, |of| Answer { id: of.shared("id").into(), zh: of.text("zh"), en: of.text("en") })
        }),
    })
}

fn activity(log: &mut Log, value: &Value) -> Activity {
    log.object(value, |of| Activity { id: of.shared("id").into(), zh: of.text("zh"), en: of.text("en") })
}

/// An object: each name with what it is in English.
fn translations(log: &mut Log, value: &Value) -> Vec<Translation> {
    let texts = log.texts(value).into_iter();
    texts.map(|(name, english)| Translation { name: name.into(), english }).collect()
}

fn access_method(log: &mut Log, value: &Value) -> AccessMethod {
    log.object(value, |of| AccessMethod {
        id: of.shared("id").into(),
        zh: of.text("zh"),
        en: of.text("en"),
        tag: of.maybe_text("tag"),
        page: of.maybe_text("page"),
    })
}
