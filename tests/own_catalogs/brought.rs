//! Papers, questions and activities that a catalog brings along.

use leimu::catalog::{CategoryPath, Registry};
use serde_json::{Value, json};

use crate::given::bundle;
use crate::{asking, file, loads, read_beside, refused, told};

fn paper(id: &str, name: &str) -> Value {
    json!({ "id": id, "name": name, "english": "", "kind": "licence" })
}

fn with(mut one: Value, field: &str, value: Value) -> Value {
    one[field] = value;
    one
}

fn fact(id: &str, answers: &[&str]) -> Value {
    let answers: Vec<_> = answers.iter().map(|id| json!({ "id": id, "zh": "是", "en": "" })).collect();
    json!({ "id": id, "zh": "是吗？", "en": "", "answers": answers })
}

#[test]
fn a_category_may_ask_for_what_its_catalog_brings_along() {
    let own = loads(&file(json!({
        "documents": [with(paper("pet-licence", "《宠物许可证》"), "aliases", json!(["宠物证"]))],
        "facts": [fact("has-shop", &["yes", "no"])],
        "activities": [{ "id": "cat-cafe", "zh": "撸猫", "en": "" }],
        "categories": [{
            "path": ["宠物"], "line": 1,
            "requirement": { "all": [{ "fact": "has-shop", "is": "yes" }, { "document": "pet-licence" }, { "document": "business-licence" }] },
            "restrictions": [{ "activity": "cat-cafe", "words": "不可以", "line": 2 }],
        }],
    })));
    let documents = &bundle().registry.documents;
    assert_eq!(own.registry.documents.len(), documents.len() + 1);
    assert_eq!(&own.registry.documents[..documents.len()], documents);
    assert_eq!(own.registry.document_called("宠物证").map(|(found, _)| found.id.as_str()), Some("pet-licence"));
    assert!(own.registry.fact("has-shop").is_some() && own.registry.activity("cat-cafe").is_some());
    assert!(own.catalog.category(&CategoryPath::of(&["宠物"])).is_some());
    // What nobody asks for is no fault.
    loads(&file(json!({ "documents": [paper("pet-licence", "《宠物许可证》")] })));
}

/// A name is the same word wherever it stands: whoever said first what it is in English is heard.
#[test]
fn a_catalog_brings_its_names_in_english() {
    let of = |english: Value| file(json!({ "english": english, "categories": [asking(&json!("nothing"))] }));
    let own = loads(&of(json!({ "宠物": "Pets", "教育": "Schooling" })));
    assert_eq!(own.registry.english_name("宠物"), Some("Pets"));
    assert_eq!(own.registry.english_name("教育"), Some("Education"));
    let second = read_beside(&of(json!({ "宠物": "Animals", "鹦鹉": "Parrots" })), &own.registry).unwrap().registry;
    assert_eq!(second.english_name("宠物"), Some("Pets"));
    assert_eq!(second.english_name("鹦鹉"), Some("Parrots"));
    assert_eq!(bundle().registry.english_name("宠物"), None);
    refused(&of(json!({ " ": "Pets" })), &["catalog `small`: a name without words"]);
    refused(&of(json!({ "宠物": "" })), &["catalog `small`: a name without words"]);
    refused(&of(json!({ "宠物": 1 })), &["catalog `small`: expected a text, found a number"]);
    let twice = of(json!({ "宠物": "Pets" })).replace(r#""宠物":"#, r#""宠物":"Animals","宠物":"#);
    refused(&twice, &["catalog `small`: the field `宠物` stands twice"]);
}

#[test]
fn what_the_registry_has_or_what_stands_twice_is_refused() {
    let many: Vec<String> = (0..33).map(|at| at.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let activity = |id: &str| json!({ "id": id, "zh": "一", "en": "" });
    for (field, entries, expected) in [
        ("documents", json!([paper("business-licence", "甲")]), "the registry has `business-licence` already"),
        ("documents", json!([paper("a", "营业执照")]), "document `business-licence` has the name 营业执照 already"),
        (
            "documents",
            json!([with(paper("a", "甲"), "aliases", json!(["乙", { "name": "《营 业执照》", "covers": [] }]))]),
            "document `business-licence` has the name 《营 业执照》 already",
        ),
        ("documents", json!([paper("a", "甲"), paper("a", "乙")]), "the id `a` stands twice"),
        ("documents", json!([paper("a", "甲"), paper("b", "《甲》")]), "documents `a` and `b` share the name 《甲》"),
        ("documents", json!([paper("a b", "甲")]), "an id is made of 1 to 64 letters, digits and `-`"),
        ("documents", json!([paper("", "甲")]), "an id is made of 1 to 64 letters, digits and `-`"),
        ("documents", json!([paper("a", "《》")]), "a name without words"),
        ("documents", json!([with(paper("a", "甲"), "aliases", json!([" "]))]), "a name without words"),
        ("facts", json!([fact("subject", &["a", "b"])]), "the registry has `subject` already"),
        ("facts", json!([fact("f", &["a", "b"]), fact("f", &["a", "b"])]), "the id `f` stands twice"),
        ("facts", json!([fact("f", &["a", "a"])]), "the id `f=a` stands twice"),
        ("facts", json!([fact("f", &["a"])]), "fact `f` has 1 answers; two to 32 are possible"),
        ("facts", json!([fact("f", &many)]), "fact `f` has 33 answers; two to 32 are possible"),
        ("facts", json!([fact("f", &["a", "="])]), "an id is made of 1 to 64 letters, digits and `-`"),
        ("facts", json!([with(fact("f", &["a", "b"]), "zh", json!(""))]), "a name without words"),
        ("activities", json!([activity("political-news")]), "the registry has `political-news` already"),
        ("activities", json!([activity("a"), activity("a")]), "the id `a` stands twice"),
    ] {
        refused(&file(json!({ field: entries })), &[&format!("catalog `small`: {expected}")]);
    }
}

#[test]
fn a_paper_of_a_fault_is_told_with_everything_else() {
    let text = file(json!({
        "documents": [paper("business-licence", "甲")],
        "categories": [asking(&json!({ "all": [{ "document": "business-licence" }, { "document": "e" }] }))],
    }));
    refused(
        &text,
        &[
            "catalog `small`: the registry has `business-licence` already",
            "catalog `small`: category it: unknown document `e`",
        ],
    );
}

/// The registry after a catalog `first` brought this along.
fn after(fields: &Value) -> Registry {
    let mut fields = fields.clone();
    fields["id"] = json!("first");
    loads(&file(fields)).registry
}

#[test]
fn two_catalogs_share_what_they_bring_in_the_same_words() {
    let brought = json!({
        "documents": [paper("a", "甲")],
        "facts": [fact("f", &["yes", "no"])],
        "activities": [{ "id": "b", "zh": "一", "en": "" }],
    });
    let first = after(&brought);
    let second = read_beside(&file(brought), &first).unwrap().registry;
    assert_eq!(second.documents, first.documents);
    assert_eq!(second.facts, first.facts);
    assert_eq!(second.activities, first.activities);
}

#[test]
fn what_two_catalogs_bring_in_different_words_names_both() {
    let first = after(&json!({
        "documents": [paper("a", "甲")],
        "facts": [fact("f", &["yes", "no"])],
        "activities": [{ "id": "b", "zh": "一", "en": "" }],
    }));
    for (field, entry, expected) in [
        ("documents", paper("a", "乙"), "catalog `first` brings `a` as well, with other words"),
        ("documents", paper("c", "《甲》"), "document `a` of catalog `first` has the name 《甲》 already"),
        ("facts", fact("f", &["yes", "maybe"]), "catalog `first` brings `f` as well, with other words"),
        (
            "activities",
            json!({ "id": "b", "zh": "二", "en": "" }),
            "catalog `first` brings `b` as well, with other words",
        ),
    ] {
        let told = told(read_beside(&file(json!({ field: [entry] })), &first));
        assert_eq!(told, [format!("catalog `small`: {expected}")]);
    }
    // The same id may be a paper here and a question there.
    assert!(read_beside(&file(json!({ "facts": [fact("a", &["yes", "no"])] })), &first).is_ok());
}

#[test]
fn a_registry_takes_what_a_catalog_brings_or_says_why_not() {
    let own = loads(&file(json!({ "documents": [paper("a", "甲")] })));
    let registry = bundle().registry.with(&own.catalog).unwrap();
    assert_eq!(registry.documents, own.registry.documents);
    let mut other = own.catalog;
    other.id = "other".into();
    other.brought.documents[0].english = "A".into();
    let faults = registry.with(&other).unwrap_err();
    assert_eq!(faults[0].to_string(), "catalog `other`: catalog `small` brings `a` as well, with other words");
}

#[test]
fn a_catalog_of_the_program_brings_nothing() {
    let error = bundle().read_catalog("mine.json", &file(json!({ "documents": [paper("a", "甲")] }))).unwrap_err();
    assert!(error.to_string().contains("a catalog of the program brings nothing along"), "{error}");
}
