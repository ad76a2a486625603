//! Names of the data.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use leimu::catalog::{CategoryPath, Kind, Supplement};
use leimu::i18n::{EN, ZH};
use leimu::wording::{category_words, name_words, supplement_words};

use crate::given::bundle;
use crate::remarks::remarks;
use crate::{is_chinese, is_english};

/// Every name that is shown as a label and has no English of its own beside it, with what it is.
fn labels() -> BTreeSet<(&'static str, &'static str)> {
    let mut labels = BTreeSet::new();
    for catalog in &bundle().catalogs {
        labels.extend([("catalog", &*catalog.short), ("title", &*catalog.title), ("publisher", &*catalog.publisher)]);
        labels.extend(catalog.links.iter().map(|link| ("link", &*link.title)));
        labels.extend(catalog.forbidden.iter().map(|one| ("group", &*one.group)));
        labels.extend(catalog.forbidden.iter().flat_map(|one| &one.trades).map(|trade| ("trade", &**trade)));
        for category in &catalog.categories {
            labels.extend(category.path.0.iter().map(|name| ("category", &**name)));
            labels.extend(category.links.iter().map(|link| ("link", &*link.title)));
            labels
                .extend(category.supplements.iter().filter(|one| !is_path(one)).map(|one| ("supplement", &*one.name)));
            category.requirement.walk(&mut |node| {
                if let Kind::Document(asked) = &node.kind {
                    labels.extend(asked.issuer.as_deref().map(|issuer| ("issuer", issuer)));
                }
            });
        }
    }
    labels.extend(bundle().links.businesses.iter().map(|business| ("business", &*business.zh)));
    let registry = &bundle().registry;
    labels.extend(registry.documents.iter().filter_map(|document| Some(("issuer", document.issuer.as_deref()?))));
    labels.extend(registry.access_methods.iter().filter_map(|method| Some(("tag", method.tag.as_deref()?))));
    labels
}

fn is_path(supplement: &Supplement) -> bool {
    supplement.path.as_ref().is_some_and(|path| path.0.join("-") == *supplement.name)
}

#[test]
fn every_name_has_english() {
    let registry = &bundle().registry;
    for (what, name) in labels() {
        if name.chars().any(is_chinese) {
            let english = registry.english_name(name).unwrap_or_else(|| panic!("{what} {name} has no English"));
            assert!(is_english(english), "{what} {name}: {english}");
        }
    }
}

#[test]
fn every_english_name_is_needed() {
    let labels: BTreeSet<&str> = labels().into_iter().map(|(_, name)| name).collect();
    let ours: BTreeSet<&str> = remarks().into_iter().map(|(_, remark)| remark).collect();
    for (name, english) in bundle().registry.english_names().filter(|(name, _)| !ours.contains(name)) {
        assert!(labels.contains(name), "nothing is called {name} ({english})");
        assert_eq!(english.trim(), english, "{name}");
        assert!(english.starts_with(|first: char| first.is_uppercase()), "{name}: {english}");
        assert!(!english.ends_with('.'), "{name}: {english}");
    }
}

#[test]
fn everything_else_of_the_data_has_english_beside_it() {
    let registry = &bundle().registry;
    let mut said: Vec<(&str, &str)> = Vec::new();
    said.extend(registry.documents.iter().map(|one| (one.id.as_str(), &*one.english)));
    for fact in &registry.facts {
        said.push((fact.id.as_str(), &fact.en));
        said.extend(fact.answers.iter().map(|answer| (answer.id.as_str(), &*answer.en)));
    }
    said.extend(registry.activities.iter().map(|one| (one.id.as_str(), &*one.en)));
    said.extend(registry.access_methods.iter().map(|one| (one.id.as_str(), &*one.en)));
    for (id, english) in said {
        assert!(is_english(english), "{id}: {english}");
    }
}

/// Whoever looks a name up finds it, and two of the same name show.
#[test]
fn the_file_of_names_is_in_order() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/english.json");
    let text = fs::read_to_string(file).unwrap();
    let names: Vec<&str> = text.lines().filter_map(|line| line.split('"').nth(1)).collect();
    assert_eq!(names.len(), bundle().registry.english_names().count());
    assert!(names.is_sorted_by(|one, next| one < next));
}

#[test]
fn a_path_is_told_in_the_language_of_the_page() {
    let registry = &bundle().registry;
    let path = CategoryPath::of(&["教育", "驾校培训"]);
    let chinese = category_words(&path, registry, &ZH);
    assert_eq!((chinese.words.as_str(), chinese.original), ("教育 / 驾校培训", None));
    let english = category_words(&path, registry, &EN);
    assert_eq!(english.text(), "Education / Driving school training 教育 / 驾校培训");
    assert_eq!(english.original.as_deref(), Some("教育 / 驾校培训"));
    // What is only half known stays, so that nothing is lost.
    let half = category_words(&CategoryPath::of(&["教育", "鹦鹉学舌"]), registry, &EN);
    assert_eq!(half.text(), "Education / 鹦鹉学舌 教育 / 鹦鹉学舌");
    let unknown = category_words(&CategoryPath::of(&["鹦鹉学舌"]), registry, &EN);
    assert_eq!((unknown.words.as_str(), unknown.original), ("鹦鹉学舌", None));
    assert_eq!(name_words("微信 2026", registry, &EN).text(), "WeChat 2026 微信 2026");
}

#[test]
fn a_supplement_is_told_by_its_path_or_as_the_source_calls_it() {
    let supplement = |name: &str, path: &[&str]| Supplement {
        name: name.into(),
        path: Some(CategoryPath::of(path)),
        activity: "political-news".into(),
        instead: false,
        words: None,
        line: 1,
    };
    let told = |one: &Supplement| supplement_words(one, &bundle().registry, &EN).words;
    assert_eq!(told(&supplement("文娱-网络小说", &["文娱", "网络小说"])), "Culture & entertainment / Online novels");
    assert_eq!(told(&supplement("食品相关类目", &["商家自营", "食品饮料"])), "A food category");
}
