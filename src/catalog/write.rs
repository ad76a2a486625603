//! A catalog in the format that it is read from. What the format takes for granted is left out.

use super::category::{
    Access, Capability, Catalog, Category, Effect, Forbidden, Link, OpeningRule, Repair, Restriction, Review,
    Supplement, Words,
};
use super::json::Value;
use super::names::{ActivityId, AnswerId, CategoryPath};
use super::read::{DATE_KNOWN, DOCUMENT_KINDS, HOLDERS, READINGS};
use super::registry::{Activity, Alias, Answer, Document, Fact, Translation};
use super::requirement::{Coverage, Holder, Kind, Reading, Requirement};

impl Catalog {
    /// The text of a file that reads as this catalog, once it was loaded.
    #[must_use]
    pub fn to_json(&self) -> String {
        catalog(self).text()
    }

    /// The same text without line ends and indents, for where room is short.
    #[must_use]
    pub fn to_compact_json(&self) -> String {
        // Inside of a text there are no line ends: JSON writes them as `\n`.
        self.to_json().lines().map(str::trim_start).collect()
    }
}

/// An object without the fields that say nothing.
fn object(fields: Vec<(&str, Value)>) -> Value {
    let said = fields.into_iter().filter(|(_, value)| !matches!(value, Value::Null));
    Value::Object(said.map(|(name, value)| (name.into(), value)).collect())
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn maybe(text: Option<&str>) -> Value {
    text.map_or(Value::Null, self::text)
}

fn number(number: u32) -> Value {
    Value::Whole(number)
}

fn list<T>(members: &[T], write: fn(&T) -> Value) -> Value {
    Value::List(members.iter().map(write).collect())
}

/// A list that may be left out.
fn some<T>(members: &[T], write: fn(&T) -> Value) -> Value {
    if members.is_empty() { Value::Null } else { list(members, write) }
}

fn word(words: &[&str], at: usize) -> Value {
    maybe(words.get(at).copied())
}

fn catalog(catalog: &Catalog) -> Value {
    let categories = catalog.categories.iter().map(|one| category(one, catalog.own_access(one)));
    object(vec![
        ("id", text(catalog.id.as_str())),
        ("platform", text(catalog.platform.as_str())),
        ("title", text(&catalog.title)),
        ("short", text(&catalog.short)),
        ("publisher", text(&catalog.publisher)),
        ("page", maybe(catalog.page.as_deref())),
        ("date", text(&catalog.date)),
        ("date_known", word(&DATE_KNOWN, catalog.date_known as usize)),
        ("date_note", text(&catalog.date_note)),
        ("copy", text(&catalog.copy)),
        ("file", text(&catalog.file)),
        ("warning", words(&catalog.warning)),
        ("opening", some(&catalog.opening, opening_rule)),
        ("notes", some(&catalog.notes, words)),
        ("links", some(&catalog.links, link)),
        ("forbidden", some(&catalog.forbidden, forbidden)),
        ("capabilities", some(&catalog.capabilities, capability)),
        ("repairs", some(&catalog.repairs, repair)),
        ("documents", some(&catalog.brought.documents, document)),
        ("facts", some(&catalog.brought.facts, fact)),
        ("activities", some(&catalog.brought.activities, activity)),
        ("english", translations(&catalog.brought.english)),
        ("categories", Value::List(categories.collect())),
    ])
}

/// Each name with what it is in English.
fn translations(english: &[Translation]) -> Value {
    let fields = english.iter().map(|one| (Box::from(&*one.name), text(&one.english)));
    if english.is_empty() { Value::Null } else { Value::Object(fields.collect()) }
}

fn category(category: &Category, own_access: &[Access]) -> Value {
    object(vec![
        ("path", path(&category.path)),
        ("line", number(category.line)),
        ("scope", maybe(category.scope.as_deref())),
        ("also", some(&category.also, name)),
        ("scene", maybe(category.scene.as_deref())),
        ("words", maybe(category.words.as_deref())),
        ("requirement", requirement(&category.requirement)),
        ("access", some(own_access, access)),
        ("supplements", some(&category.supplements, supplement)),
        ("restrictions", some(&category.restrictions, restriction)),
        ("reviews", some(&category.reviews, review)),
        ("notes", some(&category.notes, words)),
        ("links", some(&category.links, link)),
        ("doubt", maybe(category.doubt.as_deref())),
    ])
}

fn name(name: &Box<str>) -> Value {
    text(name)
}

fn answer_id(id: &AnswerId) -> Value {
    text(id.as_str())
}

fn path(path: &CategoryPath) -> Value {
    list(&path.0, name)
}

fn words(words: &Words) -> Value {
    object(vec![("words", text(&words.words)), ("line", number(words.line))])
}

fn link(link: &Link) -> Value {
    object(vec![("title", text(&link.title)), ("address", text(&link.address)), ("line", number(link.line))])
}

fn forbidden(one: &Forbidden) -> Value {
    object(vec![("group", text(&one.group)), ("trades", list(&one.trades, name)), ("line", number(one.line))])
}

fn capability(one: &Capability) -> Value {
    object(vec![
        ("method", text(one.method.as_str())),
        ("subjects", some(&one.subjects, answer_id)),
        ("line", number(one.line)),
        ("file", maybe(one.file.as_deref())),
        ("doubt", maybe(one.doubt.as_deref())),
        ("categories", list(&one.categories, path)),
    ])
}

fn repair(one: &Repair) -> Value {
    object(vec![("line", number(one.line)), ("fault", text(&one.fault)), ("repair", text(&one.repair))])
}

fn opening_rule(rule: &OpeningRule) -> Value {
    object(vec![
        ("subjects", list(&rule.subjects, answer_id)),
        (
            "effect",
            match &rule.effect {
                Effect::Closed => text("closed"),
                Effect::Access(method) => object(vec![("access", text(method.as_str()))]),
            },
        ),
        ("words", text(&rule.words)),
        ("line", number(rule.line)),
        ("file", maybe(rule.file.as_deref())),
    ])
}

fn access(one: &Access) -> Value {
    object(vec![
        ("method", text(one.method.as_str())),
        ("with", one.with.as_ref().map_or(Value::Null, path)),
        ("subjects", some(&one.subjects, answer_id)),
        ("line", number(one.line)),
        ("file", maybe(one.file.as_deref())),
        ("doubt", maybe(one.doubt.as_deref())),
    ])
}

fn supplement(one: &Supplement) -> Value {
    object(vec![
        ("name", text(&one.name)),
        ("path", one.path.as_ref().map_or(Value::Null, path)),
        ("activity", text(one.activity.as_str())),
        ("instead", if one.instead { Value::Truth(true) } else { Value::Null }),
        ("words", maybe(one.words.as_deref())),
        ("line", number(one.line)),
    ])
}

fn restriction(one: &Restriction) -> Value {
    object(vec![
        ("activity", maybe(one.activity.as_ref().map(ActivityId::as_str))),
        ("words", text(&one.words)),
        ("line", number(one.line)),
    ])
}

fn review(one: &Review) -> Value {
    object(vec![("days", number(one.days)), ("words", text(&one.words)), ("line", number(one.line))])
}

fn requirement(node: &Requirement) -> Value {
    let mut fields = match &node.kind {
        Kind::Nothing => return text("nothing"),
        Kind::Unlisted => return text("unlisted"),
        Kind::All(members) => vec![("all", list(members, requirement))],
        Kind::Any(members) => vec![("any", list(members, requirement))],
        Kind::AtLeast(least, members) => vec![("at_least", number(*least)), ("of", list(members, requirement))],
        Kind::Document(asked) => vec![
            ("document", text(asked.document.as_str())),
            (
                "covers",
                match &asked.coverage {
                    Coverage::None => Value::Null,
                    Coverage::All(phrases) => list(phrases, |phrase| text(phrase)),
                    Coverage::Any(phrases) => object(vec![("any", list(phrases, |phrase| text(phrase)))]),
                },
            ),
            ("count", if asked.count == 1 { Value::Null } else { number(asked.count) }),
            ("holder", if asked.holder == Holder::Own { Value::Null } else { word(&HOLDERS, asked.holder as usize) }),
            ("issuer", maybe(asked.issuer.as_deref())),
        ],
        Kind::Fact(condition) => vec![
            ("fact", text(condition.fact.as_str())),
            (
                "is",
                match condition.is.as_slice() {
                    [only] => answer_id(only),
                    several => list(several, answer_id),
                },
            ),
        ],
        Kind::OnRequest(channel) => vec![("on_request", text(channel))],
    };
    fields.extend([
        ("words", maybe(node.words.as_deref())),
        ("line", node.line.map_or(Value::Null, number)),
        (
            "reading",
            if node.reading == Reading::Literal { Value::Null } else { word(&READINGS, node.reading as usize) },
        ),
        ("note", maybe(node.note.as_deref())),
    ]);
    object(fields)
}

fn document(one: &Document) -> Value {
    object(vec![
        ("id", text(one.id.as_str())),
        ("name", text(&one.name)),
        ("english", text(&one.english)),
        ("kind", word(&DOCUMENT_KINDS, one.kind as usize)),
        ("issuer", maybe(one.issuer.as_deref())),
        ("aliases", some(&one.aliases, alias)),
    ])
}

fn alias(alias: &Alias) -> Value {
    match alias.covers.as_slice() {
        [] => text(&alias.name),
        covers => object(vec![("name", text(&alias.name)), ("covers", list(covers, name))]),
    }
}

fn fact(one: &Fact) -> Value {
    object(vec![
        ("id", text(one.id.as_str())),
        ("zh", text(&one.zh)),
        ("en", text(&one.en)),
        ("answers", list(&one.answers, answer)),
    ])
}

fn answer(one: &Answer) -> Value {
    object(vec![("id", text(one.id.as_str())), ("zh", text(&one.zh)), ("en", text(&one.en))])
}

fn activity(one: &Activity) -> Value {
    object(vec![("id", text(one.id.as_str())), ("zh", text(&one.zh)), ("en", text(&one.en))])
}
