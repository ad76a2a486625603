//! Makes the tables of `letters.rs` when the project is built: how the characters of the data
//! are read, and which traditional ones stand for them. The big tables stay behind.

use std::collections::BTreeSet;

use pinyin::{Pinyin, ToPinyin, ToPinyinMulti};

use super::sounds::{FINALS, INITIALS};
use crate::catalog::Bundle;

/// Readings that trades and papers have beside the first one of the dictionary. It lists many more,
/// which nobody types: each would only find what was not meant.
const ALSO_READ: &[(&str, &str)] = &[
    ("bo", "薄泊剥"),
    ("cang", "藏"),
    ("chang", "长"),
    ("chong", "重"),
    ("chu", "畜"),
    ("dan", "弹"),
    ("diao", "调"),
    ("fo", "佛"),
    ("ga", "咖"),
    ("hang", "行"),
    ("huan", "还"),
    ("jia", "伽"),
    ("jiang", "降"),
    ("jue", "角觉"),
    ("kuai", "会"),
    ("le", "乐"),
    ("liao", "了"),
    ("lou", "露"),
    ("mu", "模"),
    ("pian", "便"),
    ("she", "折"),
    ("ta", "拓"),
    ("tan", "弹"),
    ("tiao", "调"),
    ("xiang", "降"),
    ("xie", "血"),
    ("xing", "行"),
    ("xu", "畜"),
    ("yue", "乐"),
    ("zang", "藏"),
    ("zhe", "折"),
    ("zi", "仔"),
];

/// Every character by which something is found.
fn characters(bundle: &Bundle) -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    let mut see = |text: &str| found.extend(text.chars().filter(|letter| *letter as u32 >= 0x3400));
    for document in &bundle.registry.documents {
        see(&document.name);
        document.aliases.iter().for_each(|alias| see(&alias.name));
    }
    bundle.registry.activities.iter().for_each(|activity| see(&activity.zh));
    bundle.links.businesses.iter().for_each(|business| see(&business.zh));
    for category in bundle.catalogs.iter().flat_map(|catalog| &catalog.categories) {
        category.path.0.iter().chain(&category.also).chain(&category.scope).for_each(|text| see(text));
    }
    found
}

/// How a character is read, without tones; `ü` as it is typed, `v` or `u`.
fn readings(letter: char) -> Vec<String> {
    let first = letter.to_pinyin().map(|reading| reading.plain().to_owned());
    let known: Vec<&str> = letter.to_pinyin_multi().into_iter().flatten().map(Pinyin::plain).collect();
    let also = ALSO_READ.iter().filter(|(reading, letters)| letters.contains(letter) && known.contains(reading));
    let mut readings: Vec<String> = Vec::new();
    for reading in first.into_iter().chain(also.map(|(reading, _)| (*reading).to_owned())) {
        for typed in [reading.replace('ü', "v"), reading.replace('ü', "u")] {
            if !readings.contains(&typed) {
                readings.push(typed);
            }
        }
    }
    readings
}

/// A reading as the places of its beginning and its end in the lists of the program.
fn parts(reading: &str) -> Result<(usize, usize), String> {
    let fits = |initial: &str| reading.strip_prefix(initial).is_some_and(|end| FINALS.contains(&end));
    let initial = INITIALS.iter().copied().filter(|initial| fits(initial)).max_by_key(|initial| initial.len());
    let split = initial.and_then(|initial| {
        let end = reading.strip_prefix(initial)?;
        let at = |list: &[&str], one: &str| list.iter().position(|known| *known == one);
        Some((at(&INITIALS, initial)?, at(&FINALS, end)?))
    });
    split.ok_or_else(|| format!("no beginning and end for the reading {reading}"))
}

/// The tables as bytes: readings, and traditional characters.
pub(crate) fn tables(bundle: &Bundle) -> Result<(Vec<u8>, Vec<u8>), String> {
    let characters: Vec<char> = characters(bundle).into_iter().collect();
    let mut read = Vec::new();
    for &letter in &characters {
        for reading in readings(letter) {
            let (begin, end) = parts(&reading)?;
            read.push((letter as usize, begin, end));
        }
    }
    let mut written: Vec<(usize, usize)> = Vec::new();
    for traditional in ('\u{3400}'..='\u{9fff}').filter(|letter| !characters.contains(letter)) {
        let simplified = fast2s::convert(&traditional.to_string());
        let mut letters = simplified.chars();
        if let (Some(simplified), None) = (letters.next(), letters.next())
            && let Ok(place) = characters.binary_search(&simplified)
        {
            written.push((traditional as usize, characters[place] as usize));
        }
    }
    let readings = planes(&[
        steps(read.iter().map(|one| one.0)),
        read.iter().map(|one| one.1).collect(),
        read.iter().map(|one| one.2).collect(),
    ]);
    let variants = planes(&[steps(written.iter().map(|one| one.0)), written.iter().map(|one| one.1).collect()]);
    Ok((readings, variants))
}

/// How far each number is from the one before.
fn steps(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut before = 0x3400;
    numbers.map(|number| number - std::mem::replace(&mut before, number)).collect()
}

/// Columns, each as its low bytes and then its high bytes: like stands beside like, which is what a
/// download is squeezed by.
fn planes(columns: &[Vec<usize>]) -> Vec<u8> {
    let bytes = |column: &Vec<usize>, shift: u32| -> Vec<u8> {
        column.iter().map(|number| u8::try_from(number >> shift & 0xff).unwrap_or_default()).collect()
    };
    columns.iter().flat_map(|column| [bytes(column, 0), bytes(column, 8)].concat()).collect()
}
