//! A catalog and a profile in numbers, and as the data and the profile that they stand for.

use std::collections::BTreeSet;
use std::fmt;

use leimu::catalog::{AnswerId, Catalog, DocumentId, FactId, Holder, Registry};
use leimu::profile::{Date, Holding, Paper, Profile};
use serde_json::{Value, json};

/// The names of facts; the first one is the fact that opening rules speak of.
pub(crate) const FACTS: [&str; 3] = ["subject", "f1", "f2"];
pub(crate) const DOCUMENTS: [&str; 4] = ["d0", "d1", "d2", "d3"];
pub(crate) const PHRASES: [&str; 3] = ["x", "y", "z"];

/// A requirement. Numbers stand for names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Node {
    Nothing,
    Unlisted,
    OnRequest(String),
    Fact { fact: usize, is: BTreeSet<usize>, by_opening_rule: bool },
    Paper { paper: usize, phrases: Vec<&'static str>, any: bool, count: u32 },
    All(Vec<Node>),
    Any(Vec<Node>),
    AtLeast(u32, Vec<Node>),
}

/// What the applicant said of one paper.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) covers: BTreeSet<&'static str>,
    pub(crate) lacks: BTreeSet<&'static str>,
    pub(crate) count: u32,
    /// Days from today to the last valid day.
    pub(crate) valid_for: Option<i8>,
    pub(crate) unobtainable: bool,
}

/// A catalog and a profile.
#[derive(Clone)]
pub(crate) struct World {
    /// How many answers each fact has.
    pub(crate) answers: Vec<usize>,
    /// The subjects to which the catalog is closed, rule by rule.
    pub(crate) closed: Vec<BTreeSet<usize>>,
    pub(crate) categories: Vec<Node>,
    pub(crate) facts: Vec<Option<usize>>,
    /// By number of the paper: twice the document, and one more for a partner's.
    pub(crate) papers: Vec<Option<Said>>,
}

/// The day on which everything is evaluated.
pub(crate) fn today() -> Date {
    Date::of(2026, 6, 15).unwrap()
}

fn day_from_today(days: i8) -> Date {
    Date::of(2026, 6, 15_u8.checked_add_signed(days).unwrap()).unwrap()
}

pub(crate) fn answer_id(answer: usize) -> AnswerId {
    AnswerId::from(format!("a{answer}").as_str())
}

pub(crate) fn fact_id(fact: usize) -> FactId {
    FactId::from(FACTS[fact])
}

pub(crate) fn paper_named(paper: usize) -> Paper {
    let holder = if paper.is_multiple_of(2) { Holder::Own } else { Holder::Partner };
    Paper { document: DocumentId::from(DOCUMENTS[paper / 2]), holder }
}

pub(crate) fn number_of(paper: &Paper) -> usize {
    let document = DOCUMENTS.iter().position(|name| *name == paper.document.as_str()).unwrap();
    document * 2 + usize::from(paper.holder == Holder::Partner)
}

pub(crate) fn fact_number(fact: &FactId) -> usize {
    FACTS.iter().position(|name| *name == fact.as_str()).unwrap()
}

impl Node {
    fn json(&self) -> Value {
        let list = |members: &[Node]| members.iter().map(Node::json).collect::<Vec<_>>();
        match self {
            Node::Nothing => json!("nothing"),
            Node::Unlisted => json!("unlisted"),
            Node::OnRequest(channel) => json!({ "on_request": channel }),
            Node::Fact { fact, is, .. } => {
                json!({ "fact": FACTS[*fact], "is": is.iter().map(|at| format!("a{at}")).collect::<Vec<_>>() })
            }
            Node::Paper { paper, phrases, any, count } => {
                let covers = if *any { json!({ "any": phrases }) } else { json!(phrases) };
                let Paper { document, holder } = paper_named(*paper);
                let mut node = json!({ "document": document, "count": count, "holder": holder });
                if !phrases.is_empty() {
                    node["covers"] = covers;
                }
                node
            }
            Node::All(members) => json!({ "all": list(members) }),
            Node::Any(members) => json!({ "any": list(members) }),
            Node::AtLeast(least, members) => json!({ "at_least": least, "of": list(members) }),
        }
    }

    /// The same requirement with members, phrases and answers in another order.
    pub(crate) fn turned(&self, seed: &mut u64) -> Node {
        let mut turn = |members: &[Node]| {
            let mut members: Vec<Node> = members.iter().map(|member| member.turned(seed)).collect();
            shuffle(&mut members, seed);
            members
        };
        match self {
            Node::All(members) => Node::All(turn(members)),
            Node::Any(members) => Node::Any(turn(members)),
            Node::AtLeast(least, members) => Node::AtLeast(*least, turn(members)),
            Node::Paper { paper, phrases, any, count } => {
                let mut phrases = phrases.clone();
                shuffle(&mut phrases, seed);
                Node::Paper { paper: *paper, phrases, any: *any, count: *count }
            }
            leaf => leaf.clone(),
        }
    }

    /// A leaf such that two leaves that ask for the same are equal.
    pub(crate) fn leaf(&self) -> Node {
        match self {
            Node::Paper { paper, phrases, any, count } => {
                let phrases: Vec<_> = phrases.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
                let any = *any && phrases.len() > 1;
                Node::Paper { paper: *paper, phrases, any, count: *count }
            }
            other => other.clone(),
        }
    }

    pub(crate) fn members(&self) -> &[Node] {
        match self {
            Node::All(members) | Node::Any(members) | Node::AtLeast(_, members) => members,
            _ => &[],
        }
    }
}

fn shuffle<T>(list: &mut [T], seed: &mut u64) {
    for at in (1..list.len()).rev() {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        list.swap(at, (*seed >> 33) as usize % (at + 1));
    }
}

impl World {
    pub(crate) fn registry(&self) -> Registry {
        let documents = DOCUMENTS.map(|id| json!({ "id": id, "name": id, "english": id, "kind": "licence" }));
        let facts = self.answers.iter().enumerate().map(|(fact, &answers)| {
            let answers = (0..answers).map(|at| json!({ "id": answer_id(at), "zh": answer_id(at), "en": "" }));
            json!({ "id": FACTS[fact], "zh": "", "en": "", "answers": answers.collect::<Vec<_>>() })
        });
        let facts = json!({ "facts": facts.collect::<Vec<_>>(), "activities": [], "access_methods": [] });
        Registry::read(&json!({ "documents": documents }).to_string(), &facts.to_string()).unwrap()
    }

    pub(crate) fn catalog(&self) -> Catalog {
        let opening = self.closed.iter().map(|subjects| {
            let subjects: Vec<_> = subjects.iter().map(|&at| answer_id(at)).collect();
            json!({ "subjects": subjects, "effect": "closed", "words": "", "line": 1 })
        });
        let categories = self
            .categories
            .iter()
            .enumerate()
            .map(|(at, node)| json!({ "path": [format!("c{at}")], "line": 2, "requirement": node.json() }));
        let written = json!({
            "id": "random", "platform": "wechat", "title": "", "short": "", "publisher": "", "page": null,
            "date": "2026", "date_known": "inferred", "date_note": "", "copy": "", "file": "",
            "warning": { "words": "", "line": 1 },
            "opening": opening.collect::<Vec<_>>(), "categories": categories.collect::<Vec<_>>(),
        });
        Catalog::read(&written.to_string()).unwrap()
    }

    pub(crate) fn profile(&self) -> Profile {
        let mut profile = Profile::default();
        for (fact, answer) in self.facts.iter().enumerate() {
            if let Some(answer) = answer {
                profile.facts.insert(fact_id(fact), answer_id(*answer));
            }
        }
        for (paper, said) in self.papers.iter().enumerate() {
            if let Some(said) = said {
                profile.papers.insert(paper_named(paper), said.holding());
            }
        }
        profile
    }

    /// The requirement of a category with the opening rules: not to be one of the subjects that
    /// they close the catalog to.
    pub(crate) fn whole(&self, category: usize) -> Node {
        let rules = self.closed.iter().map(|closed| Node::Fact {
            fact: 0,
            is: (0..self.answers[0]).filter(|answer| !closed.contains(answer)).collect(),
            by_opening_rule: true,
        });
        Node::All(rules.chain([self.categories[category].clone()]).collect())
    }
}

impl Said {
    pub(crate) fn holding(&self) -> Holding {
        let boxed = |phrases: &BTreeSet<&str>| phrases.iter().map(|&phrase| phrase.into()).collect();
        Holding {
            covers: boxed(&self.covers),
            lacks: boxed(&self.lacks),
            count: self.count,
            valid_until: self.valid_for.map(day_from_today),
            unobtainable: self.unobtainable,
        }
    }
}

/// A failing case is read by people: the data as it would be written, one line each.
impl fmt::Debug for World {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "\nnumbers of answers {:?}, closed to {:?}", self.answers, self.closed)?;
        for node in &self.categories {
            writeln!(out, "requirement {}", node.json())?;
        }
        writeln!(out, "facts {:?}", self.facts)?;
        for (paper, said) in self.papers.iter().enumerate().filter_map(|(paper, said)| Some((paper, said.as_ref()?))) {
            writeln!(out, "{} {:?}: {said:?}", paper_named(paper).document, paper_named(paper).holder)?;
        }
        Ok(())
    }
}
