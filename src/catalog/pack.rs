//! The bundled data as the page carries it: checked and packed when the project is built, so that
//! the bundle needs no reader of JSON for it and starts without parsing.
//!
//! A text stands once, among texts of its kind: names that programs use, English, Chinese. Where
//! it is used first, only the kind is written, for it is the next one of it; after that, its
//! number. A line of a source is written as the distance from the line before. Both make the same
//! things the same bytes, which is what a download is squeezed by. Numbers take seven bits a byte.
//!
//! The reader never panics: where the bytes end too early it reads zeros, and [`unpack`] gives
//! none.

use std::collections::HashMap;
use std::str::Split;
use std::sync::Arc;

use super::Bundle;
use super::category::{
    Access, Capability, Catalog, Category, DateKnown, Effect, Forbidden, Link, OpeningRule, Repair, Restriction, Review, Supplement, Words,
};
use super::names::{AccessMethodId, ActivityId, AnswerId, CatalogId, CategoryPath, DocumentId, FactId, PlatformId};
use super::registry::{AccessMethod, Activity, Alias, Answer, Document, DocumentKind, Fact, Registry};
use super::requirement::{Asked, Condition, Coverage, Holder, Kind, Reading, Requirement};

/// The bundle as bytes.
#[must_use]
pub fn pack(bundle: &Bundle) -> Vec<u8> {
    let mut out = Packer::default();
    let registry = &bundle.registry;
    registry.documents.put(&mut out);
    registry.facts.put(&mut out);
    registry.activities.put(&mut out);
    registry.access_methods.put(&mut out);
    let mut catalogs = bundle.catalogs.clone();
    for catalog in &mut catalogs {
        // What is shared is given to the categories when it is read.
        let own: Vec<_> = catalog.categories.iter().map(|category| catalog.own_access(category)).collect();
        for (category, own) in catalog.categories.iter_mut().zip(own) {
            category.access = own;
        }
    }
    catalogs.put(&mut out);
    let mut bytes = Vec::new();
    for texts in &out.texts {
        let joined = texts.join(SEPARATOR);
        number(&mut bytes, joined.len());
        bytes.extend(joined.bytes());
    }
    bytes.extend(out.bytes);
    bytes
}

/// The bundle of these bytes; none where they are not what [`pack`] wrote.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Option<Bundle> {
    let mut from = Unpacker { bytes, kinds: ["".split(SEPARATOR), "".split(SEPARATOR), "".split(SEPARATOR)], known: Vec::new(), line: 0, is_short: false };
    for kind in 0..KINDS {
        let length = from.number();
        let (texts, rest) = from.bytes.split_at_checked(length)?;
        if let Some(kind) = from.kinds.get_mut(kind) {
            *kind = std::str::from_utf8(texts).ok()?.split(SEPARATOR);
        }
        from.bytes = rest;
    }
    let registry =
        Registry::new(Vec::take(&mut from), Vec::take(&mut from), Vec::take(&mut from), Vec::take(&mut from));
    let mut catalogs: Vec<Catalog> = Vec::take(&mut from);
    catalogs.iter_mut().for_each(Catalog::share_capabilities);
    (!from.is_short && from.bytes.is_empty()).then_some(Bundle { registry, catalogs })
}

/// How many kinds of text there are; see [`kind`].
const KINDS: usize = 3;

/// Stands between two texts; no text has it.
const SEPARATOR: &str = "\0";

/// What kind of text this is: a name that programs use, English, or Chinese.
fn kind(text: &str) -> usize {
    match (text.is_ascii(), text.contains(' ')) {
        (true, false) => 0,
        (true, true) => 1,
        _ => 2,
    }
}

#[derive(Default)]
struct Packer {
    bytes: Vec<u8>,
    texts: [Vec<Box<str>>; KINDS],
    /// The numbers of the texts, in the order in which they are used first.
    places: HashMap<Box<str>, usize>,
    /// The last line.
    line: u32,
}

struct Unpacker<'a> {
    bytes: &'a [u8],
    /// The texts of each kind that are not used yet.
    kinds: [Split<'a, &'static str>; KINDS],
    /// The texts in the order in which they are used first, and those among them that stand in
    /// several places without being copied.
    known: Vec<(&'a str, Option<Arc<str>>)>,
    /// The last line.
    line: u32,
    is_short: bool,
}

impl<'a> Unpacker<'a> {
    /// The number of the next text, among those that are known by then.
    fn text(&mut self) -> usize {
        let number = self.number();
        match self.kinds.get_mut(number) {
            Some(kind) => {
                self.known.push((kind.next().unwrap_or_default(), None));
                self.known.len().saturating_sub(1)
            }
            None => number.saturating_sub(KINDS),
        }
    }
}

impl Unpacker<'_> {
    fn number(&mut self) -> usize {
        let mut number = 0_usize;
        for shift in [0, 7, 14, 21, 28] {
            let Some((&byte, rest)) = self.bytes.split_first() else {
                self.is_short = true;
                return 0;
            };
            self.bytes = rest;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
    }
}

fn number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Something that can be written and read back.
trait Packed {
    fn put(&self, out: &mut Packer);
    fn take(from: &mut Unpacker<'_>) -> Self;
}

/// A line of a source, as the distance from the line before: twice as much, and odd for the way
/// back.
impl Packed for u32 {
    fn put(&self, out: &mut Packer) {
        let distance = self.abs_diff(out.line) as usize;
        number(&mut out.bytes, distance << 1 | usize::from(*self < out.line));
        out.line = *self;
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let number = from.number();
        let distance = u32::try_from(number >> 1).unwrap_or(u32::MAX);
        let is_back = number & 1 == 1;
        from.line = if is_back { from.line.saturating_sub(distance) } else { from.line.saturating_add(distance) };
        from.line
    }
}

/// A number that is no line.
struct Plain(u32);

impl Packed for Plain {
    fn put(&self, out: &mut Packer) {
        number(&mut out.bytes, self.0 as usize);
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        Self(u32::try_from(from.number()).unwrap_or(u32::MAX))
    }
}

impl Packed for bool {
    fn put(&self, out: &mut Packer) {
        number(&mut out.bytes, usize::from(*self));
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        from.number() == 1
    }
}

impl Packed for Box<str> {
    fn put(&self, out: &mut Packer) {
        let known = out.places.len();
        if let Some(place) = out.places.get(self) {
            number(&mut out.bytes, place + KINDS);
            return;
        }
        out.places.insert(self.clone(), known);
        let kind = kind(self);
        number(&mut out.bytes, kind);
        out.texts[kind].push(self.clone());
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let place = from.text();
        from.known.get(place).map(|(text, _)| *text).unwrap_or_default().into()
    }
}

impl Packed for Arc<str> {
    fn put(&self, out: &mut Packer) {
        Box::<str>::from(&**self).put(out);
    }

    #[inline(never)]
    fn take(from: &mut Unpacker<'_>) -> Self {
        let place = from.text();
        match from.known.get_mut(place) {
            Some((text, shared)) => Self::clone(shared.get_or_insert_with(|| (*text).into())),
            None => "".into(),
        }
    }
}

impl<T: Packed> Packed for Option<T> {
    fn put(&self, out: &mut Packer) {
        number(&mut out.bytes, usize::from(self.is_some()));
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        (from.number() == 1).then(|| T::take(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn put(&self, out: &mut Packer) {
        number(&mut out.bytes, self.len());
        for one in self {
            one.put(out);
        }
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let many = from.number();
        let mut list = Vec::new();
        while list.len() < many && !from.is_short {
            list.push(T::take(from));
        }
        list
    }
}

/// Names are texts.
macro_rules! packed_name {
    ($($name:ident),*) => {$(
        impl Packed for $name {
            fn put(&self, out: &mut Packer) {
                Box::<str>::from(self.as_str()).put(out);
            }

            fn take(from: &mut Unpacker<'_>) -> Self {
                Self::from(Arc::take(from))
            }
        }
    )*};
}

/// A structure is its fields, one after the other.
macro_rules! packed {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Packed for $name {
            fn put(&self, out: &mut Packer) {
                $(self.$field.put(out);)*
            }

            fn take(from: &mut Unpacker<'_>) -> Self {
                $(let $field = Packed::take(from);)*
                Self { $($field),* }
            }
        }
    )*};
}

/// A choice without content is its number; the last one stands for every number past it.
macro_rules! packed_choice {
    ($($name:ident { $($choice:ident),* ; $last:ident })*) => {$(
        impl Packed for $name {
            fn put(&self, out: &mut Packer) {
                number(&mut out.bytes, *self as usize);
            }

            fn take(from: &mut Unpacker<'_>) -> Self {
                match from.number() {
                    $(number if number == Self::$choice as usize => Self::$choice,)*
                    _ => Self::$last,
                }
            }
        }
    )*};
}

packed_name!(PlatformId, CatalogId, DocumentId, FactId, AnswerId, ActivityId, AccessMethodId);

packed! {
    Document { id, name, english, kind, issuer, aliases }
    Alias { name, covers }
    Fact { id, zh, en, answers }
    Answer { id, zh, en }
    Activity { id, zh, en }
    AccessMethod { id, zh, en, page }
    Catalog {
        id, platform, title, short, publisher, page, date, date_known, date_note, copy, file, warning, opening, notes,
        links, forbidden, capabilities, repairs, categories
    }
    Words { words, line }
    Link { title, address, line }
    Repair { line, fault, repair }
    OpeningRule { subjects, effect, words, line, file }
    Forbidden { group, trades, line }
    Capability { method, subjects, line, file, doubt, categories }
    Category {
        path, line, scope, also, scene, words, requirement, access, supplements, restrictions, reviews, notes, links, doubt
    }
    Access { method, with, subjects, line, file, doubt }
    Supplement { name, path, activity, instead, words, line }
    Restriction { activity, words, line }
    Condition { fact, is }
}

packed_choice! {
    DocumentKind { Licence, Filing, Certificate, Approval, Agreement, Letter, Screenshot; Statement }
    DateKnown { Printed, Inferred; Commit }
}

impl Packed for Asked {
    fn put(&self, out: &mut Packer) {
        let coverage = match self.coverage {
            Coverage::None => 0,
            Coverage::All(_) => 1,
            Coverage::Any(_) => 2,
        };
        let is_partners = usize::from(self.holder == Holder::Partner) << 2;
        let issuer = usize::from(self.issuer.is_some()) << 3;
        number(&mut out.bytes, coverage | is_partners | issuer | (self.count as usize) << 4);
        self.document.put(out);
        if coverage > 0 {
            self.coverage.phrases().to_vec().put(out);
        }
        self.issuer.iter().for_each(|issuer| issuer.put(out));
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let told = from.number();
        let document = Packed::take(from);
        let coverage = match told & 3 {
            0 => Coverage::None,
            1 => Coverage::All(Packed::take(from)),
            _ => Coverage::Any(Packed::take(from)),
        };
        let holder = if told >> 2 & 1 == 1 { Holder::Partner } else { Holder::Own };
        let issuer = (told >> 3 & 1 == 1).then(|| Packed::take(from));
        Self { document, coverage, count: u32::try_from(told >> 4).unwrap_or(u32::MAX), holder, issuer }
    }
}

impl Packed for Review {
    fn put(&self, out: &mut Packer) {
        Plain(self.days).put(out);
        self.words.put(out);
        self.line.put(out);
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let Plain(days) = Packed::take(from);
        Self { days, words: Packed::take(from), line: Packed::take(from) }
    }
}

impl Packed for CategoryPath {
    fn put(&self, out: &mut Packer) {
        self.0.put(out);
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        Self(Packed::take(from))
    }
}

impl Packed for Effect {
    fn put(&self, out: &mut Packer) {
        match self {
            Self::Closed => None,
            Self::Access(method) => Some(method.clone()),
        }
        .put(out);
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let method: Option<AccessMethodId> = Packed::take(from);
        method.map_or(Self::Closed, Self::Access)
    }
}

/// One number says which kind of node it is and what is known beside it; most nodes are told by it
/// alone.
impl Packed for Requirement {
    fn put(&self, out: &mut Packer) {
        let kind = match &self.kind {
            Kind::Nothing => 0,
            Kind::Unlisted => 1,
            Kind::All(_) => 2,
            Kind::Any(_) => 3,
            Kind::AtLeast(..) => 4,
            Kind::Document(_) => 5,
            Kind::Fact(_) => 6,
            Kind::OnRequest(_) => 7,
        };
        let reading = (self.reading as usize) << 5;
        let beside = usize::from(self.words.is_some()) << 3 | usize::from(self.line.is_some()) << 4;
        number(&mut out.bytes, kind | beside | reading | usize::from(self.note.is_some()) << 7);
        match &self.kind {
            Kind::Nothing | Kind::Unlisted => {}
            Kind::All(members) | Kind::Any(members) => members.put(out),
            Kind::AtLeast(least, members) => {
                Plain(*least).put(out);
                members.put(out);
            }
            Kind::Document(asked) => asked.put(out),
            Kind::Fact(condition) => condition.put(out),
            Kind::OnRequest(channel) => channel.put(out),
        }
        self.words.iter().for_each(|words| words.put(out));
        self.line.iter().for_each(|line| line.put(out));
        self.note.iter().for_each(|note| note.put(out));
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let told = from.number();
        let kind = match told & 7 {
            0 => Kind::Nothing,
            2 => Kind::All(Packed::take(from)),
            3 => Kind::Any(Packed::take(from)),
            4 => {
                let Plain(least) = Packed::take(from);
                Kind::AtLeast(least, Packed::take(from))
            }
            5 => Kind::Document(Packed::take(from)),
            6 => Kind::Fact(Packed::take(from)),
            7 => Kind::OnRequest(Packed::take(from)),
            _ => Kind::Unlisted,
        };
        let words = (told >> 3 & 1 == 1).then(|| Packed::take(from));
        let line = (told >> 4 & 1 == 1).then(|| Packed::take(from));
        let reading = match told >> 5 & 3 {
            0 => Reading::Literal,
            1 => Reading::Inferred,
            _ => Reading::Ambiguous,
        };
        let note = (told >> 7 & 1 == 1).then(|| Packed::take(from));
        Self { kind, words, line, reading, note }
    }
}
