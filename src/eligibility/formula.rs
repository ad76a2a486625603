//! Requirements lowered to what evaluation works on: a tree over numbered leaves, and the
//! elements that decide them.

use std::sync::Arc;

use crate::catalog::{
    AnswerId, Asked, Catalog, Category, Condition, Coverage, Effect, FactId, Kind, Registry, Requirement, SUBJECT,
};
use crate::order::{by_rank, order};
use crate::profile::Paper;

use super::families::Element;

/// The papers and facts that formulas speak of, numbered once for all of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Terms {
    /// The papers.
    pub(super) papers: Vec<Paper>,
    /// The facts.
    pub(super) facts: Vec<FactId>,
}

/// One or several categories, lowered.
#[derive(Debug, Clone)]
pub(super) struct Formula {
    /// What has to hold.
    pub(super) tree: Tree,
    /// The leaves, each once however often it stands in the tree.
    pub(super) leaves: Vec<Leaf>,
    /// What can be brought about or answered: first the answers to facts, fact by fact; then what
    /// can be had of papers, paper by paper; last what no step of ours settles. What belongs
    /// together stands together, which keeps diagrams small.
    pub(super) elements: Vec<Decides>,
    /// The facts that occur.
    pub(super) facts: Vec<FactKinds>,
    /// The first element that is about the same fact or paper, for each element.
    groups: Vec<Element>,
    /// The leaves in the order of the elements that decide them.
    by_group: Vec<usize>,
    /// The place of each leaf in that order.
    pub(super) places: Vec<Element>,
}

/// The shape of a requirement. It mirrors the requirement node for node, so that an explanation
/// can walk both at once.
#[derive(Debug, Clone)]
pub(super) enum Tree {
    /// Nothing is asked.
    True,
    /// The leaf of this number.
    Leaf(usize),
    /// Every member.
    All(Vec<Tree>),
    /// One member.
    Any(Vec<Tree>),
    /// So many members.
    AtLeast(usize, Vec<Tree>),
}

/// Something that is met, unmet or unknown by itself.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    pub(super) asks: Asks,
    /// It holds where all of these elements do …
    pub(super) needs: Vec<Element>,
    /// … and, where there is such a choice, one of these.
    pub(super) one_of: Option<Vec<Element>>,
    /// The first element about its fact or paper; none for a fact of which no answer serves.
    pub(super) group: Option<Element>,
    pub(super) line: Option<u32>,
    pub(super) words: Option<Arc<str>>,
    pub(super) by_opening_rule: bool,
}

/// What a leaf asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asks {
    /// A paper.
    Paper {
        /// Its number in the terms.
        paper: usize,
        /// The phrases.
        coverage: Coverage,
        /// How many.
        count: u32,
    },
    /// A fact, by its number in the terms, and the answers that serve, as a set of their places in
    /// the registry.
    Fact { fact: usize, answers: u32 },
    /// An application through a channel.
    OnRequest(Arc<str>),
    /// The source says nothing.
    Unlisted,
}

impl Asks {
    /// They ask for the same, in whatever order the phrases stand.
    fn same(&self, other: &Self) -> bool {
        let (
            Self::Paper { paper, coverage, count },
            Self::Paper { paper: as_paper, coverage: as_coverage, count: as_count },
        ) = (self, other)
        else {
            return self == other;
        };
        let (some, others) = (coverage.phrases(), as_coverage.phrases());
        let single = some.iter().all(|phrase| Some(phrase) == some.first());
        paper == as_paper
            && count == as_count
            && some.iter().all(|phrase| others.contains(phrase))
            && others.iter().all(|phrase| some.contains(phrase))
            && (single || matches!(coverage, Coverage::Any(_)) == matches!(as_coverage, Coverage::Any(_)))
    }
}

/// A fact as one formula sees it: answers that no leaf tells apart are one kind.
#[derive(Debug, Clone)]
pub(super) struct FactKinds {
    /// Its number in the terms.
    pub(super) fact: usize,
    /// The answers of each kind, as a set of their places in the registry.
    pub(super) kinds: Vec<u32>,
    /// The element of the first kind; the others follow.
    pub(super) first: Element,
}

impl FactKinds {
    /// The elements of the kinds, in order.
    pub(super) fn elements(&self) -> impl Iterator<Item = Element> + Clone + use<> {
        self.first..self.first.saturating_add(size(self.kinds.len()))
    }
}

/// What an element decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decides {
    /// The fact of this number in the terms has one of these answers.
    Answer { fact: usize, answers: u32 },
    /// The paper of this number is held and valid.
    Have(usize),
    /// It covers this phrase.
    Covers(usize, Arc<str>),
    /// There are so many of it; more than one.
    Count(usize, u32),
    /// The channel or the silence of the source, of the leaf of this number.
    Beyond(usize),
}

impl Decides {
    /// The paper it is about.
    pub(super) fn paper(&self) -> Option<usize> {
        match self {
            Self::Have(paper) | Self::Covers(paper, _) | Self::Count(paper, _) => Some(*paper),
            Self::Answer { .. } | Self::Beyond(_) => None,
        }
    }
}

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
        lowering.finish(Tree::All(members))
    }

    /// The first element that is about the same fact or paper.
    pub(super) fn group(&self, element: Element) -> Element {
        self.groups.get(element as usize).copied().unwrap_or(element)
    }

    /// The leaves in the order of the elements that decide them.
    pub(super) fn leaves_by_group(&self) -> impl Iterator<Item = &Leaf> {
        self.by_group.iter().filter_map(|&leaf| self.leaves.get(leaf))
    }

    /// The leaf at a place in that order.
    pub(super) fn leaf_at(&self, place: Element) -> Option<&Leaf> {
        self.leaves.get(*self.by_group.get(place as usize)?)
    }

    /// What an element decides.
    pub(super) fn decides(&self, element: Element) -> Option<&Decides> {
        self.elements.get(element as usize)
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
                let answers = self.every_answer(SUBJECT) & !self.answers(SUBJECT, &rule.subjects);
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

    fn every_answer(&self, fact: &str) -> u32 {
        self.registry.fact(fact).map_or(0, |fact| (0..fact.answers.len()).fold(0, |set, at| set | bit(at)))
    }

    /// Numbers the elements, once it is known which leaves there are.
    fn finish(mut self, tree: Tree) -> Formula {
        let mut elements: Vec<Decides> = Vec::new();
        let mut facts: Vec<FactKinds> = Vec::new();
        for leaf in &self.leaves {
            let Asks::Fact { fact, .. } = leaf.asks else { continue };
            if facts.iter().all(|known| known.fact != fact) {
                let kinds = self.kinds(fact);
                let first = size(elements.len());
                elements.extend(kinds.iter().map(|&answers| Decides::Answer { fact, answers }));
                facts.push(FactKinds { fact, kinds, first });
            }
        }
        for leaf in &self.leaves {
            let Asks::Paper { paper, .. } = leaf.asks else { continue };
            if !elements.contains(&Decides::Have(paper)) {
                elements.push(Decides::Have(paper));
                self.of_paper(paper, &mut elements);
            }
        }
        for (at, leaf) in self.leaves.iter().enumerate() {
            if matches!(leaf.asks, Asks::OnRequest(_) | Asks::Unlisted) {
                elements.push(Decides::Beyond(at));
            }
        }
        for (at, leaf) in self.leaves.iter_mut().enumerate() {
            let those = |wanted: &dyn Fn(&Decides) -> bool| -> Vec<Element> {
                (0..).zip(&elements).filter(|(_, decides)| wanted(decides)).map(|(element, _)| element).collect()
            };
            (leaf.needs, leaf.one_of) = match &leaf.asks {
                Asks::Fact { fact: of, answers: serve } => {
                    let serves = |decides: &Decides| matches!(decides, Decides::Answer { fact, answers } if fact == of && answers & !serve == 0);
                    (Vec::new(), Some(those(&serves)))
                }
                Asks::Paper { paper: of, coverage, count: most } => {
                    let covers = |decides: &Decides| matches!(decides, Decides::Covers(paper, phrase) if paper == of && coverage.phrases().contains(phrase));
                    // Whoever has three has two as well.
                    let counts = |decides: &Decides| match decides {
                        Decides::Have(paper) => paper == of,
                        Decides::Count(paper, count) => paper == of && count <= most,
                        _ => false,
                    };
                    match coverage {
                        Coverage::Any(_) => (those(&counts), Some(those(&covers))),
                        _ => (those(&|decides| counts(decides) || covers(decides)), None),
                    }
                }
                Asks::OnRequest(_) | Asks::Unlisted => (those(&|decides| *decides == Decides::Beyond(at)), None),
            };
        }
        let group = |decides: &Decides| {
            let same = |other: &Decides| match (decides, other) {
                (Decides::Answer { fact, .. }, Decides::Answer { fact: other, .. }) => fact == other,
                _ => decides == other || (decides.paper().is_some() && decides.paper() == other.paper()),
            };
            elements.iter().position(same).map_or(0, size)
        };
        let groups: Vec<Element> = elements.iter().map(group).collect();
        for leaf in &mut self.leaves {
            let first = leaf.needs.first().or(leaf.one_of.as_ref().and_then(|choice| choice.first()));
            leaf.group = first.and_then(|&first| groups.get(first as usize)).copied();
        }
        let of_leaf = |leaf: &Leaf| leaf.group.map_or(u64::MAX, u64::from);
        let by_group = order(self.leaves.iter().map(of_leaf));
        let place = |leaf| by_group.iter().position(|&one| one == leaf).map_or(0, size);
        let places = (0..by_group.len()).map(place).collect();
        Formula { tree, leaves: self.leaves, elements, facts, groups, by_group, places }
    }

    /// What else is asked of one paper: counts first, the smaller before the larger, then phrases.
    fn of_paper(&self, of: usize, elements: &mut Vec<Decides>) {
        let mut counts: Vec<u32> = Vec::new();
        let mut phrases: Vec<Decides> = Vec::new();
        for leaf in &self.leaves {
            let Asks::Paper { paper, coverage, count } = &leaf.asks else { continue };
            if *paper != of {
                continue;
            }
            for phrase in coverage.phrases() {
                let covers = Decides::Covers(of, phrase.clone());
                if !phrases.contains(&covers) {
                    phrases.push(covers);
                }
            }
            if *count > 1 && !counts.contains(count) {
                counts.push(*count);
            }
        }
        elements.extend(by_rank(counts, |&count| count.into()).into_iter().map(|count| Decides::Count(of, count)));
        elements.extend(phrases);
    }

    /// Answers that no leaf tells apart.
    fn kinds(&self, of: usize) -> Vec<u32> {
        let every = self.terms.facts.get(of).map_or(0, |fact| self.every_answer(fact.as_str()));
        let mut kinds = vec![every];
        for leaf in &self.leaves {
            if let Asks::Fact { fact, answers } = leaf.asks
                && fact == of
            {
                let split = kinds.into_iter().flat_map(|kind| [kind & answers, kind & !answers]);
                kinds = split.filter(|&kind| kind != 0).collect();
            }
        }
        by_rank(kinds, |kind| u64::from(kind.trailing_zeros()))
    }
}

/// The position of an entry, which is added where it is new.
fn number<T: PartialEq + Clone>(list: &mut Vec<T>, entry: &T) -> usize {
    list.iter().position(|one| one == entry).unwrap_or_else(|| {
        list.push(entry.clone());
        list.len().saturating_sub(1)
    })
}

/// The set of the answer of this place alone; empty past the number that data may have.
pub(super) fn bit(at: usize) -> u32 {
    u32::try_from(at).ok().and_then(|at| 1u32.checked_shl(at)).unwrap_or(0)
}

fn size(many: usize) -> Element {
    Element::try_from(many).unwrap_or(Element::MAX)
}
