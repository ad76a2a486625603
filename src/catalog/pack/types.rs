//! Every type of the data, as numbers and texts.

use std::sync::Arc;

use super::super::brought::Brought;
use super::super::category::{
    Access, Capability, Catalog, Category, DateKnown, Effect, Forbidden, Link, OpeningRule, Repair, Restriction,
    Review, Supplement, Words,
};
use super::super::links::{Ended, Move, Revision};
use super::super::names::{
    AccessMethodId, ActivityId, AnswerId, CatalogId, CategoryPath, DocumentId, FactId, PlatformId,
};
use super::super::registry::{AccessMethod, Activity, Alias, Answer, Document, DocumentKind, Fact};
use super::super::requirement::{Asked, Condition, Coverage, Holder, Kind, Reading, Requirement};
use super::bytes::{KINDS, Packed, Packer, Unpacker, kind, number, step, stepped};

/// A line of a source, as the distance from the line before.
impl Packed for u32 {
    fn put(&self, out: &mut Packer) {
        number(&mut out.bytes, step(out.line as usize, *self as usize));
        out.line = *self;
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let line = stepped(from.line as usize, from.number());
        from.line = u32::try_from(line).unwrap_or(u32::MAX);
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
            number(&mut out.bytes, place.saturating_add(KINDS));
            return;
        }
        out.places.insert(self.clone(), known);
        let kind = kind(self);
        number(&mut out.bytes, kind);
        if let Some(texts) = out.texts.get_mut(kind) {
            texts.push(self.clone());
        }
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
    AccessMethod { id, zh, en, tag, page }
    Catalog {
        id, platform, title, short, publisher, page, date, date_known, date_note, copy, file, warning, opening, notes,
        links, forbidden, capabilities, repairs, brought, categories
    }
    Revision { from, to, partial, note, moves, ended }
    Move { from, to, why, unsure }
    Ended { path, why }
    Words { words, line }
    Link { title, address, line }
    Repair { line, fault, repair }
    OpeningRule { subjects, effect, words, line, file }
    Forbidden { group, trades, line }
    Capability { method, subjects, line, file, doubt, categories }
    Access { method, with, subjects, line, file, doubt }
    Restriction { activity, words, line }
}

packed_choice! {
    DocumentKind { Licence, Filing, Certificate, Approval, Agreement, Letter, Screenshot; Statement }
    DateKnown { Printed, Inferred; Commit }
}

/// The catalogs of the program bring nothing.
impl Packed for Brought {
    fn put(&self, _: &mut Packer) {}

    fn take(_: &mut Unpacker<'_>) -> Self {
        Self::default()
    }
}

/// A fact, and each of its answers that is meant as a bit.
impl Packed for Condition {
    fn put(&self, out: &mut Packer) {
        let place = out.known.facts.iter().position(|(fact, _)| *fact == self.fact).unwrap_or_default();
        let answers = out.known.facts.get(place).map(|(_, answers)| answers.as_slice()).unwrap_or_default();
        let meant = |bits: usize, answer: &AnswerId| {
            bits | answers.iter().position(|known| known == answer).map_or(0, |place| 1 << place)
        };
        let bits = self.is.iter().fold(0, meant);
        number(&mut out.bytes, place);
        number(&mut out.bytes, bits);
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let (place, bits) = (from.number(), from.number());
        match from.papers.facts.get(place) {
            Some((fact, answers)) => {
                let is =
                    answers.iter().enumerate().filter(|(at, _)| bits.checked_shr(*at as u32).unwrap_or(0) & 1 == 1);
                Self { fact: fact.clone(), is: is.map(|(_, answer)| answer.clone()).collect() }
            }
            None => Self { fact: "".into(), is: Vec::new() },
        }
    }
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
        let place = out.known.papers.iter().position(|known| *known == self.document).unwrap_or_default();
        let last = std::mem::replace(&mut out.known.last, place);
        number(&mut out.bytes, step(last, place));
        if coverage > 0 {
            self.coverage.phrases().to_vec().put(out);
        }
        self.issuer.iter().for_each(|issuer| issuer.put(out));
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let told = from.number();
        let step = from.number();
        let last = &mut from.papers.last;
        *last = stepped(*last, step);
        let document = from.papers.papers.get(*last).cloned().unwrap_or_else(|| "".into());
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

/// A supplement that the source calls by its path needs no name.
impl Packed for Supplement {
    fn put(&self, out: &mut Packer) {
        let called = self.path.as_ref().map(called);
        let name = Some(self.name.clone()).filter(|name| called.as_ref() != Some(name));
        self.path.put(out);
        name.put(out);
        self.activity.put(out);
        self.instead.put(out);
        self.words.put(out);
        self.line.put(out);
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let path: Option<CategoryPath> = Packed::take(from);
        let name: Option<Box<str>> = Packed::take(from);
        let name = name.or_else(|| path.as_ref().map(called)).unwrap_or_default();
        let (activity, instead) = (Packed::take(from), Packed::take(from));
        Self { name, path, activity, instead, words: Packed::take(from), line: Packed::take(from) }
    }
}

/// A path as sources write it in a sentence: 生活服务-生活缴费.
fn called(path: &CategoryPath) -> Box<str> {
    path.0.join("-").into()
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

/// Most paths share names with the path before: its names are told from where the last one of the
/// same level stands.
impl Packed for CategoryPath {
    fn put(&self, out: &mut Packer) {
        number(&mut out.bytes, self.0.len());
        for (level, name) in self.0.iter().enumerate() {
            let place = out.places.get(name).copied();
            let last = out.levels.get(level).copied().unwrap_or(0);
            match place {
                Some(place) => number(&mut out.bytes, step(last, place).saturating_add(KINDS)),
                None => name.put(out),
            }
            let place = place.unwrap_or(out.places.len().saturating_sub(1));
            if let Some(last) = out.levels.get_mut(level) {
                *last = place;
            }
        }
    }

    fn take(from: &mut Unpacker<'_>) -> Self {
        let many = from.number();
        let mut names = Vec::new();
        while names.len() < many && !from.is_short {
            let last = from.levels.get(names.len()).copied().unwrap_or(0);
            let place = from.text_from(|code| stepped(last, code));
            if let Some(last) = from.levels.get_mut(names.len()) {
                *last = place;
            }
            names.push(from.known.get(place).map(|(text, _)| *text).unwrap_or_default().into());
        }
        Self(names)
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

/// What a category does not have takes no room but a bit in one number.
macro_rules! packed_category {
    ($($field:ident),*) => {
        impl Packed for Category {
            fn put(&self, out: &mut Packer) {
                self.path.put(out);
                self.line.put(out);
                self.requirement.put(out);
                let mut told = 0;
                let mut bit = 1;
                $(
                    let has = self.$field.iter().next().is_some();
                    told |= if has { bit } else { 0 };
                    bit <<= 1;
                )*
                let _ = bit;
                number(&mut out.bytes, told);
                $(
                    if self.$field.iter().next().is_some() {
                        self.$field.put(out);
                    }
                )*
            }

            fn take(from: &mut Unpacker<'_>) -> Self {
                let (path, line, requirement) = (Packed::take(from), Packed::take(from), Packed::take(from));
                let mut told = from.number();
                let mut is_told = || {
                    let is_told = told & 1 == 1;
                    told >>= 1;
                    is_told
                };
                $(let $field = if is_told() { Packed::take(from) } else { Default::default() };)*
                Self { path, line, requirement, $($field),* }
            }
        }
    };
}

packed_category!(scope, also, scene, words, access, supplements, restrictions, reviews, notes, links, doubt);

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
