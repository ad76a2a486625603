//! A second look at what was written, without the reader: every name in 《》, every quoted phrase and
//! every number of papers of a row stands somewhere in its category, and every category in 【】 is
//! one of its supplements.

use std::collections::HashMap;

use leimu::catalog::Registry;
use serde_json::Value;

use super::Reading;
use crate::normal;

/// How much was looked at, and what was not found.
#[derive(Debug, Default)]
pub(crate) struct Walk {
    /// What is missing, with its line.
    pub(crate) missing: Vec<String>,
    names: usize,
    phrases: usize,
    counts: usize,
    references: usize,
}

impl Walk {
    /// Walks over the rows of a source and the catalog that was written from it.
    pub(crate) fn over(readings: &[Reading<'_>], catalog: &Value, registry: &Registry) -> Self {
        let mut walk = Self::default();
        let categories = catalog["categories"].as_array().map(Vec::as_slice).unwrap_or_default();
        let by_path: HashMap<String, &Value> = categories.iter().map(|one| (one["path"].to_string(), one)).collect();
        for reading in readings {
            let row = reading.row;
            let found: Vec<&Value> = reading
                .paths
                .iter()
                .filter_map(|(path, _)| by_path.get(&serde_json::json!(path).to_string()).copied())
                .collect();
            let said: String = found.iter().map(|category| words_of(category, registry)).collect();
            let said = normal::words(&said).replace(['《', '》', '"'], "");
            let has = |words: &str| said.contains(&normal::words(words).replace(['《', '》', '"'], ""));
            let cells = std::iter::once(&row.wording).chain(&row.more);
            for cell in cells {
                for name in between(cell, '《', '》') {
                    walk.names += 1;
                    walk.look(row.line, has(name), &format!("《{name}》"));
                }
                for phrase in between(&cell.replace('“', "\u{1}").replace('”', "\u{2}"), '\u{1}', '\u{2}') {
                    walk.phrases += 1;
                    let parts = phrase.split('或').all(|part| has(part.trim().trim_start_matches('含')));
                    walk.look(row.line, has(phrase) || parts, &format!("“{phrase}”"));
                }
                for number in numbers(cell) {
                    walk.counts += 1;
                    walk.look(row.line, has(&number), &number);
                }
            }
            let supplements = found.iter().flat_map(|one| one["supplements"].as_array().into_iter().flatten());
            let supplements: Vec<String> = supplements.map(|one| normal::words(&one["name"].to_string())).collect();
            for name in between(&row.beside, '【', '】').into_iter().filter(|name| name.contains('-')) {
                walk.references += 1;
                // “A-甲或乙”: one reference to several.
                let ends: Vec<&str> =
                    name.split(['-', '或', '“', '”']).map(str::trim).filter(|end| !end.is_empty()).collect();
                let is_own = reading.paths.iter().any(|(path, _)| path.join("-") == *name);
                let is_there = ends.iter().skip(1).all(|end| {
                    supplements.iter().any(|one| one.contains(&normal::words(end.trim_matches(['（', '）']))))
                });
                walk.look(row.line, is_own || is_there, &format!("【{name}】"));
            }
        }
        walk
    }

    /// How much was looked at, in one line.
    pub(crate) fn summary(&self) -> String {
        let Self { names, phrases, counts, references, missing } = self;
        let missing = missing.len();
        format!(
            "{names} names in 《》, {phrases} phrases, {counts} numbers, {references} references; {missing} missing"
        )
    }

    fn look(&mut self, line: u32, is_there: bool, words: &str) {
        if !is_there {
            self.missing.push(format!("line {line}: {words} is nowhere in the category"));
        }
    }
}

/// Every word that a category says about papers, with every name of each.
fn words_of(value: &Value, registry: &Registry) -> String {
    match value {
        Value::String(text) => format!("{text}\n"),
        Value::Number(number) => format!("{number}\n"),
        Value::Array(values) => values.iter().map(|value| words_of(value, registry)).collect(),
        Value::Object(fields) => {
            let paper = fields.get("document").and_then(Value::as_str).and_then(|id| registry.document(id));
            let names: String = paper
                .into_iter()
                .flat_map(|paper| std::iter::once(&*paper.name).chain(paper.aliases.iter().map(|alias| &*alias.name)))
                .map(|name| format!("{name}\n"))
                .collect();
            names + &fields.values().map(|value| words_of(value, registry)).collect::<String>()
        }
        _ => String::new(),
    }
}

/// What stands between these marks.
fn between(text: &str, open: char, close: char) -> Vec<&str> {
    let parts = text.split(open).skip(1);
    parts
        .filter_map(|part| part.split_once(close))
        .map(|(inside, _)| inside.trim())
        .filter(|one| !one.is_empty())
        .collect()
}

/// “2家及以上”, “至少3份”: a number of at least two with its unit.
fn numbers(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let pairs = letters.windows(2).enumerate();
    let found = pairs.filter(|(_, pair)| ('2'..='9').contains(&pair[0]) && ['家', '份', '张', '名'].contains(&pair[1]));
    found
        .filter(|(at, _)| at.checked_sub(1).is_none_or(|before| !"-0123456789.".contains(letters[before])))
        .map(|(_, pair)| pair.iter().collect())
        .collect()
}
