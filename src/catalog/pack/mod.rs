//! The bundled data as the page carries it: checked and packed when the project is built, so that
//! the bundle needs no reader of JSON for it and starts without parsing.
//!
//! A text stands once, among texts of its kind: names that programs use, English, Chinese of some
//! sorts. Where it is used first, only the kind is written, for it is the next one of it; after that, its
//! number. A line of a source is written as the distance from the line before. Both make the same
//! things the same bytes, which is what a download is squeezed by. Numbers take seven bits a byte.
//!
//! The reader never panics: where the bytes end too early it reads zeros, and [`unpack`] gives
//! none.

mod bytes;
mod marks;
mod types;

use std::collections::BTreeMap;

use super::Bundle;
use super::category::Catalog;
use super::links::{Business, Links};
use super::registry::{Document, Registry, Translation};
use bytes::{KINDS, Known, Packed, Packer, SEPARATOR, Unpacker, number, step, stepped, texts};
use marks::{marked, named, said};

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
            said(category, registry, &marked);
        }
        // What is shared is given to the categories when it is read.
        let own: Vec<_> = catalog.categories.iter().map(|category| catalog.own_access(category).to_vec()).collect();
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
    put_english(&registry.english, &mut out);
    out.finish()
}

/// The bundle of these bytes; none where they are not what [`pack`] wrote.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Option<Bundle> {
    let texts = Texts::of(bytes)?;
    let mut unpacking = texts.unpack();
    while unpacking.has_more() {
        unpacking.go_on();
    }
    unpacking.finish()
}

/// The texts of a packed bundle, and behind them what points at them.
#[derive(Debug)]
pub struct Texts<'a> {
    texts: [String; KINDS],
    rest: &'a [u8],
}

impl<'a> Texts<'a> {
    /// Reads the texts; none where the bytes end too early.
    #[must_use]
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        texts(bytes).map(|(texts, rest)| Self { texts, rest })
    }

    /// Begins to read what points at them.
    #[must_use]
    pub fn unpack(&self) -> Unpacking<'_> {
        let mut from = Unpacker::of(self.rest);
        for (kind, texts) in from.kinds.iter_mut().zip(&self.texts) {
            *kind = texts.split(SEPARATOR);
        }
        let (papers, registry, catalogs, links) = Default::default();
        Unpacking { from, stage: Stage::Papers, papers, registry, catalogs, links }
    }
}

/// A bundle that is unpacked in steps, so that whoever waits for it can do something else in between.
pub struct Unpacking<'a> {
    from: Unpacker<'a>,
    stage: Stage,
    /// The papers, before there is a registry for them.
    papers: Vec<Document>,
    registry: Registry,
    catalogs: Vec<Catalog>,
    links: Links,
}

/// How many names in English are read in one step.
const NAMES_AT_ONCE: usize = 200;

/// What comes next.
enum Stage {
    Papers,
    /// What else catalogs point at.
    Registry,
    /// A catalog, or what belongs together across them where none is left.
    Catalog {
        left: usize,
    },
    /// The names in the words of the catalog that was read last, and how many are left behind it.
    Names {
        left: usize,
    },
    /// Names in English: how many are left, and where the last one stands.
    English {
        left: usize,
        last: usize,
    },
}

impl Unpacking<'_> {
    /// There are more steps.
    #[must_use]
    pub fn has_more(&self) -> bool {
        !matches!(self.stage, Stage::English { left: 0, .. }) && !self.from.is_short
    }

    /// Takes the next step.
    pub fn go_on(&mut self) {
        self.stage = match self.stage {
            Stage::Papers => {
                self.papers = Vec::take(&mut self.from);
                Stage::Registry
            }
            Stage::Registry => {
                let (papers, from) = (std::mem::take(&mut self.papers), &mut self.from);
                self.registry = Registry::new(papers, Vec::take(from), Vec::take(from), Vec::take(from));
                from.papers = Known::of(&self.registry);
                Stage::Catalog { left: from.number() }
            }
            Stage::Catalog { left: 0 } => {
                self.links = links(&mut self.from, &self.catalogs);
                Stage::English { left: self.from.number(), last: 0 }
            }
            Stage::Catalog { left } => {
                self.catalogs.push(Catalog::take(&mut self.from));
                Stage::Names { left: left.saturating_sub(1) }
            }
            Stage::Names { left } => {
                if let Some(catalog) = self.catalogs.last_mut() {
                    catalog.share_capabilities();
                    for category in &mut catalog.categories {
                        said(category, &self.registry, &named);
                    }
                }
                Stage::Catalog { left }
            }
            Stage::English { left, mut last } => {
                let many = left.min(NAMES_AT_ONCE);
                self.registry.translate(english(&mut self.from, &mut last, many));
                Stage::English { left: left.saturating_sub(many), last }
            }
        };
    }

    /// The bundle; none where the bytes are not what [`pack`] wrote.
    #[must_use]
    pub fn finish(self) -> Option<Bundle> {
        let Self { from, registry, catalogs, links, .. } = self;
        (!from.is_short && from.bytes.is_empty()).then_some(Bundle { registry, catalogs, links })
    }
}

/// What belongs together across these catalogs.
fn links(from: &mut Unpacker<'_>, catalogs: &[Catalog]) -> Links {
    let revisions = Vec::take(from);
    let many = from.number();
    let mut businesses = Vec::new();
    let mut last = vec![0; catalogs.len()];
    while businesses.len() < many && !from.is_short {
        businesses.push(business(from, catalogs, &mut last));
    }
    Links { revisions, businesses }
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

/// Names in English. A name is a text that stands before, and is told from where the one before it
/// stands; one that stands nowhere is left out.
fn put_english(english: &[Translation], out: &mut Packer) {
    let place = |one: &Translation| out.places.get(&*one.name).copied();
    let mut known: Vec<_> = english.iter().filter_map(|one| Some((place(one)?, one))).collect();
    known.sort_by_key(|(place, _)| *place);
    number(&mut out.bytes, known.len());
    let mut last = 0;
    for (place, one) in known {
        number(&mut out.bytes, place.saturating_sub(last));
        last = place;
        one.english.put(out);
    }
}

/// The next names in English. `last` is where the one before them stands.
fn english(from: &mut Unpacker<'_>, last: &mut usize, many: usize) -> Vec<Translation> {
    let mut english = Vec::new();
    while english.len() < many && !from.is_short {
        *last = last.saturating_add(from.number());
        let name = from.known.get(*last).map(|(text, _)| *text).unwrap_or_default().into();
        english.push(Translation { name, english: Packed::take(from) });
    }
    english
}
