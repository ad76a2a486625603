//! The bundled data as the page carries it: checked and packed when the project is built, so that
//! the bundle needs no reader of JSON for it and starts without parsing.
//!
//! A text stands once and is pointed at by its number; numbers take seven bits a byte. The
//! reader never panics: where the bytes end too early it reads zeros, and [`unpack`] gives none.

use std::collections::HashMap;
use std::sync::Arc;

use super::Bundle;
use super::category::{
    Access, Catalog, Category, DateKnown, Effect, Link, OpeningRule, Repair, Restriction, Review, Supplement, Words,
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
    bundle.catalogs.put(&mut out);
    let mut bytes = Vec::new();
    number(&mut bytes, out.texts.len());
    for text in &out.texts {
        number(&mut bytes, text.len());
    }
    bytes.extend(out.texts.iter().flat_map(|text| text.bytes()));
    bytes.extend(out.bytes);
    bytes
}

/// The bundle of these bytes; none where they are not what [`pack`] wrote.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Option<Bundle> {
    let mut from = Unpacker { bytes, texts: Vec::new(), shared: Vec::new(), is_short: false };
    let many = from.number();
    let lengths: Vec<usize> = (0..many).map_while(|_| (!from.is_short).then(|| from.number())).collect();
    for length in lengths {
        let (text, rest) = from.bytes.split_at_checked(length)?;
        from.texts.push(std::str::from_utf8(text).ok()?);
        from.bytes = rest;
    }
    from.shared.resize(from.texts.len(), None);
    let registry =
        Registry::new(Vec::take(&mut from), Vec::take(&mut from), Vec::take(&mut from), Vec::take(&mut from));
    let catalogs = Vec::take(&mut from);
    (!from.is_short && from.bytes.is_empty()).then_some(Bundle { registry, catalogs })
}

#[derive(Default)]
struct Packer {
    bytes: Vec<u8>,
    texts: Vec<Box<str>>,
    places: HashMap<Box<str>, usize>,
}

struct Unpacker<'a> {
    bytes: &'a [u8],
    texts: Vec<&'a str>,
    /// Those that stand in several places without being copied, once they are asked for.
    shared: Vec<Option<Arc<str>>>,
    is_short: bool,
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

impl Packed for u32 {
    fn put(&self, out: &mut Packer) {
        number(&mut out.bytes, *self as usize);
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        u32::try_from(from.number()).unwrap_or(u32::MAX)
    }
}

impl Packed for Box<str> {
    fn put(&self, out: &mut Packer) {
        let next = out.texts.len();
        let place = *out.places.entry(self.clone()).or_insert_with(|| {
            out.texts.push(self.clone());
            next
        });
        number(&mut out.bytes, place);
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let place = from.number();
        from.texts.get(place).copied().unwrap_or_default().into()
    }
}

impl Packed for Arc<str> {
    fn put(&self, out: &mut Packer) {
        Box::<str>::from(&**self).put(out);
    }

    #[inline(never)]
    fn take(from: &mut Unpacker<'_>) -> Self {
        let place = from.number();
        let text = from.texts.get(place).copied().unwrap_or_default();
        match from.shared.get_mut(place) {
            Some(shared) => Self::clone(shared.get_or_insert_with(|| text.into())),
            None => text.into(),
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
        links, repairs, categories
    }
    Words { words, line }
    Link { title, address, line }
    Repair { line, fault, repair }
    OpeningRule { subjects, effect, words, line }
    Category {
        path, line, scope, scene, words, requirement, access, supplements, restrictions, reviews, notes, links, doubt
    }
    Access { method, with, line }
    Supplement { name, path, activity, words, line }
    Restriction { activity, words, line }
    Review { days, words, line }
    Requirement { kind, words, line, reading, note }
    Asked { document, coverage, count, holder, issuer }
    Condition { fact, is }
}

packed_choice! {
    DocumentKind { Licence, Filing, Certificate, Approval, Agreement, Letter, Screenshot; Statement }
    DateKnown { Printed, Inferred; Commit }
    Holder { Own; Partner }
    Reading { Literal, Inferred; Ambiguous }
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

impl Packed for Coverage {
    fn put(&self, out: &mut Packer) {
        number(&mut out.bytes, usize::from(matches!(self, Self::Any(_))));
        self.phrases().to_vec().put(out);
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let is_any = from.number() == 1;
        let phrases = Vec::take(from);
        match (phrases.is_empty(), is_any) {
            (true, _) => Self::None,
            (false, true) => Self::Any(phrases),
            (false, false) => Self::All(phrases),
        }
    }
}

impl Packed for Kind {
    fn put(&self, out: &mut Packer) {
        let mut tag = |tag| number(&mut out.bytes, tag);
        match self {
            Self::Nothing => tag(0),
            Self::Unlisted => tag(1),
            Self::All(members) => {
                tag(2);
                members.put(out);
            }
            Self::Any(members) => {
                tag(3);
                members.put(out);
            }
            Self::AtLeast(least, members) => {
                tag(4);
                least.put(out);
                members.put(out);
            }
            Self::Document(asked) => {
                tag(5);
                asked.put(out);
            }
            Self::Fact(condition) => {
                tag(6);
                condition.put(out);
            }
            Self::OnRequest(channel) => {
                tag(7);
                channel.put(out);
            }
        }
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        match from.number() {
            0 => Self::Nothing,
            2 => Self::All(Packed::take(from)),
            3 => Self::Any(Packed::take(from)),
            4 => Self::AtLeast(Packed::take(from), Packed::take(from)),
            5 => Self::Document(Packed::take(from)),
            6 => Self::Fact(Packed::take(from)),
            7 => Self::OnRequest(Packed::take(from)),
            _ => Self::Unlisted,
        }
    }
}
