//! The one sentence of a verdict, in both languages, for every shape that a requirement and a
//! profile can bring about. The sentences are what people read: a change here is a change to them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what is given is right, or the test is wrong")]

#[path = "../given/mod.rs"]
mod given;

mod shapes;

use given::{Given, bundle, read_catalog, small_catalog, today};
use leimu::catalog::Registry;
use leimu::eligibility::{CatalogRules, Verdict};
use leimu::i18n::{EN, Messages, ZH};
use leimu::wording::summary;
use serde_json::{Value, json};

/// One shape and its sentences.
struct Shape {
    name: &'static str,
    requirement: Value,
    profile: Value,
    chinese: &'static str,
    english: &'static str,
}

fn registry() -> Registry {
    let names =
        [("甲", "Licence A"), ("乙", "Licence B"), ("丙", "Licence C"), ("丁", "Licence D"), ("戊", "Licence E")];
    let documents = names.map(
        |(name, english)| json!({ "id": name, "name": format!("《{name}证》"), "english": english, "kind": "licence" }),
    );
    let answer = |id: &str, zh: &str, en: &str| json!({ "id": id, "zh": zh, "en": en });
    let facts = json!([
        { "id": "subject", "zh": "主体是什么？", "en": "What is it registered to?", "answers": [
            answer("personal", "个人", "An individual"), answer("enterprise", "企业", "A company"),
            answer("government", "政府", "A government body"),
        ] },
        { "id": "school", "zh": "是哪类学校？", "en": "What kind of school is it?", "answers": [
            answer("public", "公立", "A public school"), answer("private", "私立", "A private school"),
            answer("none", "都不是", "Neither"),
        ] },
        { "id": "chain", "zh": "是连锁吗？", "en": "Is it a chain?", "answers": [
            answer("yes", "是连锁", "A chain"), answer("no", "不是连锁", "Not a chain"),
        ] },
    ]);
    let facts = json!({ "facts": facts, "activities": [], "access_methods": [] });
    Registry::read(&json!({ "documents": documents }).to_string(), &facts.to_string()).unwrap()
}

fn sentence(shape: &Shape, say: &Messages) -> String {
    let categories = json!([{ "path": ["it"], "line": 7, "requirement": shape.requirement }]);
    let opening = json!([{ "subjects": ["personal"], "effect": "closed", "words": "个人暂不支持", "line": 2 }]);
    let catalog = read_catalog(&small_catalog(&opening, &categories));
    let given = Given { catalog, registry: registry() };
    let profile = given.profile(&shape.profile);
    let evaluation = &given.rules().evaluate(&profile, today()).categories[0];
    summary(evaluation, &given.catalog.categories[0], &profile, &given.registry, say).text()
}

#[test]
fn every_shape_has_its_sentence() {
    let mut wrong = Vec::new();
    for shape in shapes::all() {
        for (say, expected) in [(&ZH, shape.chinese), (&EN, shape.english)] {
            let found = sentence(&shape, say);
            if found != expected {
                wrong.push(format!("{}\n  is:     {found}\n  not:    {expected}", shape.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_bundled_category_has_a_sentence_that_names_what_it_says() {
    let profiles = [
        json!({}),
        json!({ "subject": "personal" }),
        json!({ "subject": "enterprise" }),
        json!({ "subject": "enterprise", "facts": { "education-provider": "training-institution", "financial-institution": "no" },
                "documents": [{ "document": "icp-filing" }, { "document": "ICP证", "unobtainable": true },
                              { "document": "网络文化经营许可证" }] }),
    ];
    for catalog in &bundle().catalogs {
        let given = Given::bundled(catalog.id.as_str());
        let rules = CatalogRules::new(&given.catalog, &given.registry);
        for written in &profiles {
            let profile = given.profile(written);
            for one in rules.evaluate(&profile, today()).categories {
                let category = &given.catalog.categories[one.category];
                for say in [&ZH, &EN] {
                    let sentence = summary(&one, category, &profile, &given.registry, say);
                    let place = format!("{} {}: {}", catalog.id, category.path, sentence.text());
                    let stressed = sentence.parts.iter().filter(|(words, stressed)| *stressed && !words.is_empty());
                    let names = matches!(one.verdict, Verdict::Ask | Verdict::Missing);
                    assert!(!names || stressed.count() > 0, "nothing is named: {place}");
                    assert!(!sentence.text().trim().is_empty(), "{place}");
                }
            }
        }
    }
}

#[test]
fn a_rule_of_a_source_is_told_in_the_language_of_the_page() {
    let given = Given::bundled("tencent-live-2022");
    let profile = given.profile(&json!({ "subject": "personal" }));
    let evaluation = &given.rules().evaluate(&profile, today()).categories[0];
    let said = |say| summary(evaluation, &given.catalog.categories[0], &profile, &given.registry, say).text();
    assert_eq!(said(&ZH), "你的回答是个人。来源规定：个人认证的微信小程序暂不支持直播业务");
    let english = said(&EN);
    assert!(english.contains("verified as an individual do not support live streaming for now ("), "{english}");
}
