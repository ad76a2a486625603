//! Requirements and opening rules, lowered to a tree over numbered leaves.

use std::sync::Arc;

use crate::catalog::{
    AnswerId, Asked, Catalog, Category, Condition, Effect, FactId, Kind, Registry, Requirement, SUBJECT,
};
use crate::profile::Paper;

use super::formula::{Asks, Formula, Leaf, Terms, Tree, bit};
use super::numbering::{every_answer, numbered};

impl Formula {
    /// Lowers categories of any catalogs, all of which have to hold: the tree has one member for
    /// each, and each of these ends with the requirement, behind the opening rules.
    pub(super) fn of(categories: &[(&Catalog, &Category)], terms: &mut Terms, registry: &Registry) -> Self {
        let mut lowering = Lowering { registry, terms, leaves: Vec::new() };
        let mut members = Vec::new();
        for (catalog, category) in categories {
            let mut rules = lowering.opening(catalog);
            rules.push(lowering.node(&category.requirement, category.line));
            members.push(Tree::All(rules));
        }
        numbered(Tree::All(members), lowering.leaves, lowering.registry, lowering.terms)
    }
}

struct Lowering<'a> {
    registry: &'a Registry,
    terms: &'a mut Terms,
    leaves: Vec<Leaf>,
}

impl Lowering<'_> {
    /// A rule that closes a catalog to some subjects is a requirement to be one of the others.
    fn opening(&mut self, catalog: &Catalog) -> Vec<Tree> {
        let rules = catalog.opening.iter().filter(|rule| rule.effect == Effect::Closed);
        rules
            .map(|rule| {
                let answers = every_answer(self.registry, SUBJECT) & !self.answers(SUBJECT, &rule.subjects);
                let fact = number(&mut self.terms.facts, &FactId::from(SUBJECT));
                self.leaf(Asks::Fact { fact, answers }, Some(rule.line), Some(&rule.words), true)
            })
            .collect()
    }

    fn node(&mut self, node: &Requirement, line_above: u32) -> Tree {
        let line = node.line.unwrap_or(line_above);
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
        self.leaf(asks, Some(line), node.words.as_ref(), false)
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

    fn leaf(&mut self, asks: Asks, line: Option<u32>, words: Option<&Arc<str>>, by_opening_rule: bool) -> Tree {
        let same = |known: &Leaf| known.asks.same(&asks) && known.by_opening_rule == by_opening_rule;
        Tree::Leaf(self.leaves.iter().position(same).unwrap_or_else(|| {
            self.leaves.push(Leaf {
                asks,
                needs: Vec::new(),
                one_of: None,
                group: None,
                line,
                words: words.cloned(),
                by_opening_rule,
            });
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
