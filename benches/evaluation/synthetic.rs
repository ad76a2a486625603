//! Catalogs that nobody published, the same at every run.

use leimu::catalog::{Catalog, Registry};
use serde_json::{Value, json};

/// A sequence of numbers from a seed (Knuth's linear congruence).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

fn catalog_of(categories: &[Value]) -> Catalog {
    let written = json!({
        "id": "synthetic", "platform": "wechat", "title": "", "short": "", "publisher": "", "page": null,
        "date": "2026", "date_known": "inferred", "date_note": "", "copy": "", "file": "",
        "warning": { "words": "", "line": 1 }, "categories": categories,
    });
    Catalog::read(&written.to_string()).unwrap()
}

/// So many categories over the papers and facts of a registry, shaped as the published ones are:
/// mostly one or two papers or alternatives, a few deep ones, some for some applicants only.
pub(crate) fn catalog(categories: usize, registry: &Registry) -> Catalog {
    let mut numbers = Numbers(2_026);
    let categories: Vec<Value> = (0..categories)
        .map(|at| json!({ "path": [format!("{at}")], "line": at + 1, "requirement": requirement(&mut numbers, registry) }))
        .collect();
    catalog_of(&categories)
}

fn requirement(numbers: &mut Numbers, registry: &Registry) -> Value {
    match numbers.below(10) {
        0 => json!("nothing"),
        1 | 2 => paper(numbers, registry),
        3..=5 => json!({ "any": papers(numbers, registry, 3) }),
        6 | 7 => json!({ "all": papers(numbers, registry, 2) }),
        8 => {
            let fact = &registry.facts[1 + numbers.below(registry.facts.len() - 1)];
            let branch = |answer: usize, papers: Vec<Value>| json!({ "all": [{ "fact": fact.id, "is": fact.answers[answer].id }, { "any": papers }] });
            json!({ "any": [branch(0, papers(numbers, registry, 2)), branch(1, papers(numbers, registry, 3))] })
        }
        _ => json!({ "at_least": 2, "of": [
            paper(numbers, registry),
            { "any": papers(numbers, registry, 3) },
            { "all": papers(numbers, registry, 2) },
            { "at_least": 2, "of": papers(numbers, registry, 4) },
        ] }),
    }
}

fn papers(numbers: &mut Numbers, registry: &Registry, many: usize) -> Vec<Value> {
    (0..many).map(|_| paper(numbers, registry)).collect()
}

fn paper(numbers: &mut Numbers, registry: &Registry) -> Value {
    let document = &registry.documents[numbers.below(registry.documents.len())].id;
    match numbers.below(8) {
        0 => json!({ "document": document, "covers": { "any": ["甲", "乙"] } }),
        1 => json!({ "document": document, "count": 2 }),
        2 => json!({ "document": document, "holder": "partner" }),
        _ => json!({ "document": document }),
    }
}

/// So many papers and no fact but the subject.
pub(crate) fn registry(papers: usize) -> Registry {
    let document = |at| json!({ "id": format!("d{at}"), "name": format!("d{at}"), "english": "", "kind": "licence" });
    let documents = json!({ "documents": (0..papers).map(document).collect::<Vec<_>>() });
    let answers = json!([{ "id": "a", "zh": "", "en": "" }, { "id": "b", "zh": "", "en": "" }]);
    let facts = json!([{ "id": "subject", "zh": "", "en": "", "answers": answers }]);
    let facts = json!({ "facts": facts, "activities": [], "access_methods": [] });
    Registry::read(&documents.to_string(), &facts.to_string()).unwrap()
}

/// One category that asks each paper once: two of so many groups, of which each asks two of its
/// groups, of which each asks two of five papers.
pub(crate) fn nested(papers: usize, registry: &Registry) -> Catalog {
    let leaves: Vec<Value> = registry.documents.iter().take(papers).map(|one| json!({ "document": one.id })).collect();
    let grouped = |members: &[Value], by: usize| -> Vec<Value> {
        members.chunks(by).map(|group| json!({ "at_least": group.len().min(2), "of": group })).collect()
    };
    let inner = grouped(&leaves, 5);
    let outer = grouped(&inner, 4);
    let requirement = json!({ "at_least": outer.len().min(2), "of": outer });
    catalog_of(&[json!({ "path": ["it"], "line": 1, "requirement": requirement })])
}
