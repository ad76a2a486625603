//! The messages, as they are written: what the compiler cannot see of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::{is_chinese, is_english};

/// Chinese in an English message that is meant: words of sources and of the platforms.
const MEANT_CHINESE: [&str; 14] =
    ["类目通", "ICP证", "教育 / 驾校培训", "《", "》", "或", "及", "、", "几选几", "同时提供", "（", "）", "，", "："];

/// Words that are the same in every language.
const SAME: [&str; 9] = ["KB", "类目通", "leimu", "JSON", "ICP", "Esc", "Ctrl K", "WeChat", "MIT"];

/// The texts of each message of each constant: `EN`, `READINGS_ZH` and so on.
type Messages = BTreeMap<String, Constant>;
type Constant = BTreeMap<String, Vec<String>>;

/// Reads the constants of a source file. A message starts at a name and `:`, one step inside the
/// braces of a constant; its texts are what stands in quotes up to the next.
fn read(source: &str, found: &mut Messages) {
    let (mut constant, mut field) = (None::<String>, String::new());
    for line in source.lines() {
        if let Some(rest) = line.strip_prefix("pub const ").filter(|rest| rest.contains(" = ") && rest.ends_with('{')) {
            constant = rest.split(':').next().map(str::to_owned);
            continue;
        }
        if line == "};" {
            constant = None;
        }
        let Some(constant) = &constant else { continue };
        if let Some((name, _)) = line.strip_prefix("    ").and_then(|rest| rest.split_once(": "))
            && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')
        {
            name.clone_into(&mut field);
        }
        let texts = line.split('"').skip(1).step_by(2).filter(|text| !text.is_empty()).map(str::to_owned);
        found.entry(constant.clone()).or_default().entry(field.clone()).or_default().extend(texts);
    }
}

fn messages() -> Messages {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n");
    let mut found = Messages::new();
    for entry in fs::read_dir(folder).unwrap() {
        read(&fs::read_to_string(entry.unwrap().path()).unwrap(), &mut found);
    }
    found
}

/// Each Chinese constant with the English one.
fn pairs(messages: &Messages) -> Vec<(&str, &Constant, &Constant)> {
    let mut pairs = Vec::new();
    for (name, chinese) in messages {
        if let Some(stem) = name.strip_suffix("ZH") {
            let english = messages.get(&format!("{stem}EN")).unwrap_or_else(|| panic!("{name} has no English"));
            pairs.push((name.as_str(), chinese, english));
        } else {
            let stem = name.strip_suffix("EN").unwrap_or_else(|| panic!("{name} is of no language"));
            assert!(messages.contains_key(&format!("{stem}ZH")), "{name} has no Chinese");
        }
    }
    pairs
}

/// What is left of a text once that is taken out which may stand in it, and what is put into it.
fn left(text: &str, meant: &[&str]) -> String {
    let mut left = text.to_owned();
    while let Some((before, after)) =
        left.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?.1)))
    {
        left = format!("{before} {after}");
    }
    meant.iter().fold(left, |left, meant| left.replace(meant, " "))
}

#[test]
fn every_message_is_there_in_both_languages() {
    let messages = messages();
    let pairs = pairs(&messages);
    assert!(pairs.len() >= 4 && pairs.iter().map(|(_, chinese, _)| chinese.len()).sum::<usize>() > 300, "too little");
    for (name, chinese, english) in pairs {
        let names = |of: &Constant| of.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(chinese), names(english), "{name}");
    }
}

#[test]
fn no_english_message_is_chinese() {
    let messages = messages();
    for (name, _, english) in pairs(&messages) {
        for (field, texts) in english {
            for text in texts {
                let left = left(text, &MEANT_CHINESE);
                assert!(!left.chars().any(is_chinese), "{name}, in English, {field}: {text}");
            }
        }
    }
}

#[test]
fn no_chinese_message_is_english() {
    let messages = messages();
    for (name, chinese, english) in pairs(&messages) {
        for (field, texts) in chinese {
            let same = texts.iter().filter(|text| english.get(field).is_some_and(|english| english.contains(text)));
            for text in same {
                assert!(!is_english(&left(text, &SAME)), "{name} {field}: {text}");
            }
        }
    }
}
