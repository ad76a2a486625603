//! Requirements and opening rules, lowered to a tree over numbered leaves.

use std::sync::Arc;

use crate::catalog::{
    AnswerId, Asked, Catalog, Category, Condition, Effect, FactId, Kind, Registry, Requirement, SUBJECT,
};
use crate::profile::Paper;

use super::formula::{Asks, Formula, Leaf, Terms, Tree, bit};
use super::numbering::{every_answer, numbered};

/// A requirement that is lowered and not numbered yet. Categories that ask for the same are equal here.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Lowered {
    pub(super) tree: Tree,
    pub(super) leaves: Vec<Leaf>,
}

impl Lowered {
    /// Lowers categories of any catalogs, all of which have to hold: the tree has one member for
    /// each, and each of these ends with the requirement, behind the opening rules.
    pub(super) fn of(categories: &[(&Catalog, &Category)], terms: &mut Terms, registry: &Registry) -> Self {
        let mut lowering = Lowering { registry, terms, leaves: Vec::new(), line: 0 };
        let mut members = Vec::new();
        for (catalog, category) in categories {
            let mut rules = lowering.opening(catalog);
            lowering.line = category.line;
            rules.push(lowering.node(&category.requirement, None));
            members.push(Tree::All(rules));
        }
        Self { tree: Tree::All(members), leaves: lowering.leaves }
    }
}

impl Formula {
    /// The formula of categories of any catalogs, all of which have to hold.
    pub(super) fn of(categories: &[(&Catalog, &Category)], terms: &mut Terms, registry: &Registry) -> Self {
        numbered(Lowered::of(categories, terms, registry), registry, terms)
    }
}

struct Lowering<'a> {
    registry: &'a Registry,
    terms: &'a mut Terms,
    leaves: Vec<Leaf>,
    /// The line of the category.
    line: u32,
}

impl Lowering<'_> {
    /// A rule that closes a catalog to some subjects is a requirement to be one of the others.
    fn opening(&mut self, catalog: &Catalog) -> Vec<Tree> {
        let rules = catalog.opening.iter().filter(|rule| rule.effect == Effect::Closed);
        rules
            .map(|rule| {
                let answers = every_answer(self.registry, SUBJECT) & !self.answers(SUBJECT, &rule.subjects);
                let fact = number(&mut self.terms.facts, &FactId::from(SUBJECT));
                self.leaf(Asks::Fact { fact, answers }, Some(rule.line), Some(&rule.words))
            })
            .collect()
    }

    fn node(&mut self, node: &Requirement, line_above: Option<u32>) -> Tree {
        let line = node.line.or(line_above).filter(|line| *line != self.line);
        let mut members =
            |members: &[Requirement]| -> Vec<Tree> { members.iter().map(|member| self.node(member, line)).collect() };
        let asks = match &node.kind {
            Kind::Nothing => return Tree::True,
            Kind::All(list) => return Tree::All(members(list)),
            Kind::Any(list) => return Tree::Any(members(list)),
            Kind::AtLeast(least, list) => return Tree::AtLeast(*least as usize, members(list)),
            Kind::Document(asked) => self.paper(asked),
            Kind::Fact(Condition { fact, is }) => {
                Asks::Fact { fact: number(&mut self.terms.facts, fact), answers: self.answers(fact.as_str(), is) }
            }
            Kind::OnRequest(channel) => Asks::OnRequest(channel.clone()),
            Kind::Unlisted => Asks::Unlisted,
        };
        self.leaf(asks, line, None)
    }

    fn paper(&mut self, asked: &Asked) -> Asks {
        let known =
            self.terms.papers.iter().position(|known| known.document == asked.document && known.holder == asked.holder);
        let paper = known.unwrap_or_else(|| {
            self.terms.papers.push(Paper { document: asked.document.clone(), holder: asked.holder });
            self.terms.papers.len().saturating_sub(1)
        });
        Asks::Paper { paper, coverage: asked.coverage.clone(), count: asked.count.max(1) }
    }

    fn leaf(&mut self, asks: Asks, line: Option<u32>, rule: Option<&Arc<str>>) -> Tree {
        let same = |known: &Leaf| known.asks.same(&asks) && known.rule.is_some() == rule.is_some();
        Tree::Leaf(self.leaves.iter().position(same).unwrap_or_else(|| {
            self.leaves.push(Leaf { asks, needs: Vec::new(), one_of: None, group: None, line, rule: rule.cloned() });
            self.leaves.len().saturating_sub(1)
        }))
    }

    fn answers(&self, fact: &str, names: &[AnswerId]) -> u32 {
        let Some(fact) = self.registry.fact(fact) else { return 0 };
        let places = names.iter().filter_map(|name| fact.answers.iter().position(|answer| answer.id == *name));
        places.fold(0, |set, at| set | bit(at))
    }
}

/// The position of an entry, which is added where it is new.
fn number<T: PartialEq + Clone>(list: &mut Vec<T>, entry: &T) -> usize {
    list.iter().position(|one| one == entry).unwrap_or_else(|| {
        list.push(entry.clone());
        list.len().saturating_sub(1)
    })
}
