//! Every category and every paper is found by its name, its pinyin, its initials and each other name.

use std::collections::{BTreeMap, BTreeSet};

use leimu::catalog::bare;

use leimu::search::Thing;
use pinyin::ToPinyin;

use super::{bundle, search, told};

/// A way to type a text.
type Typed = fn(&str) -> String;

const WAYS: [(&str, Typed); 3] = [("as it is", str::to_owned), ("pinyin", pinyin), ("initials", initials)];

/// Words in which a character is not read as the dictionary reads it first.
const READ_OTHERWISE: [(&str, &str, &str); 14] = [
    ("银行", "行", "hang"),
    ("行业", "行", "hang"),
    ("行情", "行", "hang"),
    ("拍卖行", "行", "hang"),
    ("会计", "会", "kuai"),
    ("音乐", "乐", "yue"),
    ("乐器", "乐", "yue"),
    ("长途", "长", "chang"),
    ("佛", "佛", "fo"),
    ("瑜伽", "伽", "jia"),
    ("畜牧", "畜", "xu"),
    ("还款", "还", "huan"),
    ("还卡", "还", "huan"),
    ("便宜", "便", "pian"),
];

fn readings(text: &str, in_words: bool, read: impl Fn(&str) -> String) -> String {
    let mut typed = String::new();
    for (at, letter) in text.char_indices().filter(|(_, letter)| letter.is_alphanumeric() || *letter == ' ') {
        let otherwise = READ_OTHERWISE.iter().filter(|_| in_words).find(|(word, character, _)| {
            let before = word.find(character).unwrap();
            character.starts_with(letter)
                && at >= before
                && text.get(at - before..).is_some_and(|rest| rest.starts_with(word))
        });
        match (otherwise, letter.to_pinyin()) {
            (Some((_, _, reading)), _) => typed.push_str(&read(reading)),
            (None, Some(reading)) => typed.push_str(&read(&reading.plain().replace('ü', "v"))),
            (None, None) => typed.push(letter),
        }
    }
    typed
}

fn pinyin(text: &str) -> String {
    readings(text, true, str::to_owned)
}

fn first(reading: &str) -> String {
    reading.chars().take(1).collect()
}

fn initials(text: &str) -> String {
    readings(text, true, first)
}

/// Character by character: 银行 is also found by what 行 is read elsewhere.
fn careless_initials(text: &str) -> String {
    readings(text, false, first)
}

/// Every thing with its names, its own first.
fn named() -> Vec<(Thing, Vec<String>)> {
    let mut named = Vec::new();
    for (at, catalog) in bundle().catalogs.iter().enumerate() {
        for (place, category) in catalog.categories.iter().enumerate() {
            let names = std::iter::once(category.path.last_level()).chain(category.also.iter().map(AsRef::as_ref));
            named.push((Thing::Category(at, place), names.map(str::to_owned).collect()));
        }
    }
    for (at, document) in bundle().registry.documents.iter().enumerate() {
        let aliases = document.aliases.iter().map(|alias| alias.name.to_string());
        named.push((Thing::Document(at), std::iter::once(document.name.to_string()).chain(aliases).collect()));
    }
    named
}

/// Whether a thing is among the first five, by itself or as a revision of one of them.
fn is_found(thing: Thing, text: &str) -> bool {
    search(text, 5).found.iter().any(|one| one.thing == thing || one.revisions.contains(&thing))
}

/// The rule: a text that is a name of no more than five things has each of them in the first five.
/// Where more things share a name, typed in this way, the first five are of them and no others, and
/// one word more tells which is meant: the first level beside a category's own name, its own name
/// beside an everyday word, the whole name beside the alias of a paper.
#[test]
fn everything_is_found_by_every_name_in_the_first_five() {
    let named = named();
    let mut missed = Vec::new();
    for (way, typed) in WAYS {
        let key = |name: &str| bare(&typed(name)).replace(|letter: char| !letter.is_alphanumeric(), "");
        let mut owners: BTreeMap<String, BTreeSet<Thing>> = BTreeMap::new();
        for (thing, name) in named.iter().flat_map(|(thing, names)| names.iter().map(move |name| (thing, name))) {
            owners.entry(key(name)).or_default().insert(*thing);
            if way == "initials" {
                owners.entry(careless_initials(name)).or_default().insert(*thing);
            }
        }
        for (thing, names) in &named {
            for (at, name) in names.iter().enumerate() {
                let text = typed(name);
                let owners = &owners[&key(name)];
                let first_level = match thing {
                    Thing::Category(catalog, at) => bundle().catalogs[*catalog].categories[*at].path.first_level(),
                    Thing::Document(_) => "",
                };
                let told_apart = format!("{text} {}", typed(if at == 0 { first_level } else { &names[0] }));
                // Where they are more than five, nothing else may crowd them out.
                let is_shared = || {
                    let first = search(&text, 5).found;
                    owners.len() > 5 && first.iter().all(|one| owners.contains(&one.thing))
                };
                let is_right = is_found(*thing, &text) || is_shared() && is_found(*thing, &told_apart);
                if !is_right {
                    let first: Vec<_> = search(&text, 5).found.iter().map(|one| told(one.thing)).collect();
                    missed.push(format!("{} by “{text}” ({name}, {way}; {}): {first:?}", told(*thing), owners.len()));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{} are missed:\n{}", missed.len(), missed.join("\n"));
}
