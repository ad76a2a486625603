//! The bundled data as the page carries it: checked and packed when the project is built, so that
//! the bundle needs no reader of JSON for it and starts without parsing.
//!
//! A text stands once, among texts of its kind: names that programs use, English, Chinese of some sorts. Where
//! it is used first, only the kind is written, for it is the next one of it; after that, its
//! number. A line of a source is written as the distance from the line before. Both make the same
//! things the same bytes, which is what a download is squeezed by. Numbers take seven bits a byte.
//!
//! The reader never panics: where the bytes end too early it reads zeros, and [`unpack`] gives
//! none.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::str::Split;
use std::sync::Arc;

use super::Bundle;
use super::category::{
    Access, Capability, Catalog, Category, DateKnown, Effect, Forbidden, Link, OpeningRule, Repair, Restriction,
    Review, Supplement, Words,
};
use super::links::{Business, Ended, Links, Move, Revision};
use super::names::{AccessMethodId, ActivityId, AnswerId, CatalogId, CategoryPath, DocumentId, FactId, PlatformId};
use super::registry::{AccessMethod, Activity, Alias, Answer, Document, DocumentKind, Fact, Registry};
use super::requirement::{Asked, Condition, Coverage, Holder, Kind, Reading, Requirement};

/// The bundle as bytes.
#[must_use]
pub fn pack(bundle: &Bundle) -> Vec<u8> {
    let registry = &bundle.registry;
    let mut out = Packer { known: Known::of(registry), ..Packer::default() };
    registry.documents.put(&mut out);
    registry.facts.put(&mut out);
    registry.activities.put(&mut out);
    registry.access_methods.put(&mut out);
    let mut catalogs = bundle.catalogs.clone();
    for catalog in &mut catalogs {
        for category in &mut catalog.categories {
            said(category, registry, &|words, name, mark| words.replace(name, mark));
        }
        // What is shared is given to the categories when it is read.
        let own: Vec<_> = catalog.categories.iter().map(|category| catalog.own_access(category)).collect();
        for (category, own) in catalog.categories.iter_mut().zip(own) {
            category.access = own;
        }
    }
    catalogs.put(&mut out);
    bundle.links.revisions.put(&mut out);
    number(&mut out.bytes, bundle.links.businesses.len());
    // Businesses stand in the order of the catalogs: one is near the one before.
    let mut last = vec![0; catalogs.len()];
    for business in &bundle.links.businesses {
        put_business(business, &catalogs, &mut last, &mut out);
    }
    let joined = out.texts.map(|texts| texts.join(SEPARATOR));
    let alphabet: BTreeSet<char> = joined.iter().flat_map(|texts| texts.chars()).collect();
    let alphabet: Vec<char> = alphabet.into_iter().collect();
    let mut bytes = Vec::new();
    number(&mut bytes, alphabet.len());
    let mut before = 0;
    for &letter in &alphabet {
        number(&mut bytes, (letter as u32).saturating_sub(before) as usize);
        before = letter as u32;
    }
    for (kind, texts) in joined.into_iter().enumerate() {
        number(&mut bytes, texts.len());
        if kind < ASCII_KINDS {
            bytes.extend(texts.bytes());
        } else {
            let places = texts.chars().filter_map(|letter| alphabet.binary_search(&letter).ok());
            bytes.extend(places.flat_map(|place| [(place >> 8) as u8, place as u8]));
        }
    }
    bytes.extend(out.bytes);
    bytes
}

/// The bundle of these bytes; none where they are not what [`pack`] wrote.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Option<Bundle> {
    let (texts, bytes) = texts(bytes)?;
    let mut from = Unpacker::of(bytes);
    for (kind, texts) in from.kinds.iter_mut().zip(&texts) {
        *kind = texts.split(SEPARATOR);
    }
    let registry =
        Registry::new(Vec::take(&mut from), Vec::take(&mut from), Vec::take(&mut from), Vec::take(&mut from));
    from.papers = Known::of(&registry);
    let mut catalogs: Vec<Catalog> = Vec::take(&mut from);
    for catalog in &mut catalogs {
        catalog.share_capabilities();
        for category in &mut catalog.categories {
            said(category, &registry, &|words, name, mark| words.replace(mark, name));
        }
    }
    let revisions = Vec::take(&mut from);
    let many = from.number();
    let mut businesses = Vec::new();
    let mut last = vec![0; catalogs.len()];
    while businesses.len() < many && !from.is_short {
        businesses.push(business(&mut from, &catalogs, &mut last));
    }
    let links = Links { revisions, businesses };
    (!from.is_short && from.bytes.is_empty()).then_some(Bundle { registry, catalogs, links })
}

/// A business: its names, and for each catalog how many categories it has there and where.
fn put_business(business: &Business, catalogs: &[Catalog], last: &mut [usize], out: &mut Packer) {
    business.zh.put(out);
    for (catalog, last) in catalogs.iter().zip(last) {
        let paths = business.categories.get(&catalog.id).map(Vec::as_slice).unwrap_or_default();
        number(&mut out.bytes, paths.len());
        for path in paths {
            let place = catalog.categories.iter().position(|category| category.path == *path).unwrap_or_default();
            number(&mut out.bytes, step(*last, place));
            *last = place;
        }
    }
}

fn business(from: &mut Unpacker<'_>, catalogs: &[Catalog], last: &mut [usize]) -> Business {
    let zh = Packed::take(from);
    let mut categories = BTreeMap::new();
    for (catalog, last) in catalogs.iter().zip(last) {
        let many = from.number().min(catalog.categories.len());
        let mut paths = Vec::new();
        for _ in 0..many {
            *last = stepped(*last, from.number());
            paths.extend(catalog.categories.get(*last).map(|category| category.path.clone()));
        }
        if !paths.is_empty() {
            categories.insert(catalog.id.clone(), paths);
        }
    }
    Business { zh, categories }
}

/// The texts of each kind, and the bytes behind them. Texts that are not ASCII have two bytes for
/// each letter: its place among all letters that occur. That is smaller by a tenth, once squeezed,
/// than the three of UTF-8.
fn texts(bytes: &[u8]) -> Option<([String; KINDS], &[u8])> {
    let mut from = Unpacker::of(bytes);
    let mut letter = 0_usize;
    let mut alphabet = Vec::new();
    for _ in 0..from.number().min(bytes.len()) {
        letter = letter.saturating_add(from.number());
        alphabet.push(char::from_u32(u32::try_from(letter).ok()?)?);
    }
    let mut kinds = [const { String::new() }; KINDS];
    for (kind, texts) in kinds.iter_mut().enumerate() {
        let length = from.number();
        while texts.len() < length {
            let (&first, rest) = from.bytes.split_first()?;
            from.bytes = rest;
            let letter = if kind < ASCII_KINDS {
                char::from(first)
            } else {
                let (&second, rest) = from.bytes.split_first()?;
                from.bytes = rest;
                *alphabet.get(usize::from(first) << 8 | usize::from(second))?
            };
            texts.push(letter);
        }
    }
    (!from.is_short).then_some((kinds, from.bytes))
}

/// Stand in the words on a paper for its name and for the phrases that it has to cover.
const MARKS: [&str; 7] = ["\u{1}", "\u{2}", "\u{3}", "\u{4}", "\u{5}", "\u{6}", "\u{7}"];

/// Puts something into words: one thing for another.
type Put<'a> = &'a dyn Fn(&str, &str, &str) -> String;

/// Puts marks for names and phrases into the words on papers, or names and phrases for the marks.
fn said(category: &mut Category, registry: &Registry, put: Put<'_>) {
    let mut names: Vec<&str> = Vec::new();
    category.requirement.walk(&mut |node| {
        let Kind::Document(asked) = &node.kind else { return };
        let name = registry.document(asked.document.as_str()).map(|known| &*known.name);
        names.extend(name.filter(|name| !names.contains(name)));
    });
    if let Some(words) = &mut category.words {
        let said = names.into_iter().zip(MARKS).fold(words.to_string(), |words, (name, mark)| put(&words, name, mark));
        *words = said.into();
    }
    said_by(&mut category.requirement, registry, put);
}

fn said_by(node: &mut Requirement, registry: &Registry, put: Put<'_>) {
    if let (Kind::Document(asked), Some(words)) = (&node.kind, &node.words) {
        let name = registry.document(asked.document.as_str()).map(|known| &*known.name);
        let names = name.into_iter().chain(asked.coverage.phrases().iter().map(|phrase| &**phrase));
        let said = names.zip(MARKS).fold(words.to_string(), |words, (name, mark)| put(&words, name, mark));
        node.words = Some(said.into());
    }
    if let Kind::All(members) | Kind::Any(members) | Kind::AtLeast(_, members) = &mut node.kind {
        members.iter_mut().for_each(|member| said_by(member, registry, put));
    }
}

/// How many kinds of text there are; see [`kind`].
const KINDS: usize = 5;

/// The first of them are ASCII.
const ASCII_KINDS: usize = 2;

/// Stands between two texts; no text has it.
const SEPARATOR: &str = "\0";

/// What kind of text this is: a name that programs use, English, or Chinese.
fn kind(text: &str) -> usize {
    match (text.is_ascii(), text.contains(' ')) {
        (true, false) => 0,
        (true, true) => 1,
        _ if text.ends_with(['。', '？', '）']) || text.contains('\u{1}') => 2,
        _ if text.starts_with('《') => 3,
        _ => 4,
    }
}

/// The papers and facts that requirements point at, by their place in the registry.
#[derive(Default)]
struct Known {
    papers: Vec<DocumentId>,
    facts: Vec<(FactId, Vec<AnswerId>)>,
    /// The last paper that was pointed at; the next is often near it.
    last: usize,
}

impl Known {
    fn of(registry: &Registry) -> Self {
        let answers = |fact: &Fact| fact.answers.iter().map(|answer| answer.id.clone()).collect();
        Self {
            papers: registry.documents.iter().map(|document| document.id.clone()).collect(),
            facts: registry.facts.iter().map(|fact| (fact.id.clone(), answers(fact))).collect(),
            last: 0,
        }
    }
}

#[derive(Default)]
struct Packer {
    known: Known,
    bytes: Vec<u8>,
    texts: [Vec<Box<str>>; KINDS],
    /// The numbers of the texts, in the order in which they are used first.
    places: HashMap<Box<str>, usize>,
    /// The last line.
    line: u32,
    /// The last name of each level of a path.
    levels: [usize; 3],
}

struct Unpacker<'a> {
    bytes: &'a [u8],
    /// The texts of each kind that are not used yet.
    kinds: [Split<'a, &'static str>; KINDS],
    /// The texts in the order in which they are used first, and those among them that stand in
    /// several places without being copied.
    known: Vec<(&'a str, Option<Arc<str>>)>,
    papers: Known,
    /// The last line.
    line: u32,
    /// The last name of each level of a path.
    levels: [usize; 3],
    is_short: bool,
}

impl<'a> Unpacker<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        let kinds = std::array::from_fn(|_| "".split(SEPARATOR));
        Self { bytes, kinds, known: Vec::new(), papers: Known::default(), line: 0, levels: [0; 3], is_short: false }
    }

    /// The number of the next text, among those that are known by then.
    fn text(&mut self) -> usize {
        self.text_from(|number| number)
    }

    /// The same, where a known text is told in this way.
    fn text_from(&mut self, read: impl FnOnce(usize) -> usize) -> usize {
        let number = self.number();
        match self.kinds.get_mut(number) {
            Some(kind) => {
                self.known.push((kind.next().unwrap_or_default(), None));
                self.known.len().saturating_sub(1)
            }
            None => read(number.saturating_sub(KINDS)),
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

/// From one place to another: the distance twice, and odd for the way back.
fn step(from: usize, to: usize) -> usize {
    from.abs_diff(to) << 1 | usize::from(to < from)
}

/// Where a step leads.
fn stepped(from: usize, step: usize) -> usize {
    if step & 1 == 1 { from.saturating_sub(step >> 1) } else { from.saturating_add(step >> 1) }
}

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
        links, forbidden, capabilities, repairs, categories
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
