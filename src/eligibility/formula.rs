//! Requirements lowered to what evaluation works on: a tree over numbered leaves, and the
//! variables that decide them.

use crate::catalog::{Asked, Catalog, Category, Coverage, Effect, FactId, Kind, Registry, Requirement, SUBJECT};
use crate::order::by_rank;
use crate::profile::Paper;

use super::diagram::Variable;
use super::family::Element;

/// One or several categories, lowered.
#[derive(Debug, Clone)]
pub(super) struct Formula {
    /// What has to hold.
    pub(super) tree: Tree,
    /// The leaves, each once however often it stands in the tree.
    pub(super) leaves: Vec<Leaf>,
    /// Facts first, then what is known of the papers, in the order of the requirement.
    pub(super) variables: Vec<Decides>,
    /// The first element of each variable, and the end.
    pub(super) elements: Vec<Element>,
    /// The facts that occur.
    pub(super) facts: Vec<FactKinds>,
    /// The papers that occur.
    pub(super) papers: Vec<Paper>,
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
    pub(super) line: Option<u32>,
    pub(super) words: Option<Box<str>>,
    pub(super) by_opening_rule: bool,
}

/// What a leaf asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asks {
    /// A paper.
    Paper {
        /// Its number in the formula.
        paper: usize,
        /// The phrases.
        coverage: Coverage,
        /// How many.
        count: u32,
    },
    /// A fact, by its number in the formula, and the set of answers that serve, by their number
    /// in the registry.
    Fact { fact: usize, answers: u32 },
    /// An application through a channel.
    OnRequest(Box<str>),
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
        let single = some.iter().all(|phrase| *phrase == some[0]);
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
    pub(super) fact: FactId,
    /// The answers of each kind, as a set of their numbers in the registry.
    pub(super) kinds: Vec<u32>,
}

/// What a variable decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Decides {
    /// Which kind of answer the fact of this number has.
    Fact(usize),
    /// The paper of this number is held and valid.
    Have(usize),
    /// There are so many of it; more than one.
    Count(usize, u32),
    /// It covers this phrase.
    Covers(usize, Box<str>),
    /// The source's channel, or its silence, which no step of ours settles: by leaf.
    Beyond(usize),
}

impl Formula {
    /// One category, with the opening rules of its catalog.
    pub(super) fn of(catalog: &Catalog, category: &Category, registry: &Registry) -> Self {
        Self::joint(catalog, &[category], registry)
    }

    /// Several categories of a catalog, all of which have to hold.
    pub(super) fn joint(catalog: &Catalog, categories: &[&Category], registry: &Registry) -> Self {
        Self::across(&categories.iter().map(|category| (catalog, *category)).collect::<Vec<_>>(), registry)
    }

    /// Several categories of any catalogs, all of which have to hold.
    pub(super) fn across(categories: &[(&Catalog, &Category)], registry: &Registry) -> Self {
        let mut lowering = Lowering { registry, leaves: Vec::new(), papers: Vec::new(), facts: Vec::new() };
        let mut roots = Vec::new();
        for (catalog, category) in categories {
            let mut members = lowering.opening(catalog);
            members.push(lowering.node(&category.requirement, category.line));
            roots.push(Tree::All(members));
        }
        let tree = match roots.pop() {
            Some(only) if roots.is_empty() => only,
            Some(last) => {
                roots.push(last);
                Tree::All(roots)
            }
            None => Tree::True,
        };
        lowering.finish(tree)
    }
}

struct Lowering<'a> {
    registry: &'a Registry,
    leaves: Vec<Leaf>,
    papers: Vec<Paper>,
    facts: Vec<FactId>,
}

impl Lowering<'_> {
    /// A rule that closes a catalog to some subjects is a requirement to be one of the others.
    fn opening(&mut self, catalog: &Catalog) -> Vec<Tree> {
        let mut members = Vec::new();
        for rule in catalog.opening.iter().filter(|rule| rule.effect == Effect::Closed) {
            let closed = self.answers(SUBJECT, rule.subjects.iter().map(crate::catalog::AnswerId::as_str));
            let answers = self.every_answer(SUBJECT) & !closed;
            let fact = number(&mut self.facts, FactId::from(SUBJECT));
            members.push(Tree::Leaf(self.leaf(Leaf {
                asks: Asks::Fact { fact, answers },
                line: Some(rule.line),
                words: Some(rule.words.clone()),
                by_opening_rule: true,
            })));
        }
        members
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
            Kind::Fact(condition) => Asks::Fact {
                fact: number(&mut self.facts, condition.fact.clone()),
                answers: self
                    .answers(condition.fact.as_str(), condition.is.iter().map(crate::catalog::AnswerId::as_str)),
            },
            Kind::OnRequest(channel) => Asks::OnRequest(channel.clone()),
            Kind::Unlisted => Asks::Unlisted,
        };
        let leaf = Leaf { asks, line: Some(line), words: node.words.clone(), by_opening_rule: false };
        Tree::Leaf(self.leaf(leaf))
    }

    fn paper(&mut self, asked: &Asked) -> Asks {
        let paper = Paper { document: asked.document.clone(), holder: asked.holder };
        Asks::Paper {
            paper: number(&mut self.papers, paper),
            coverage: asked.coverage.clone(),
            count: asked.count.max(1),
        }
    }

    fn leaf(&mut self, leaf: Leaf) -> usize {
        let same = |known: &Leaf| known.asks.same(&leaf.asks) && known.by_opening_rule == leaf.by_opening_rule;
        if let Some(at) = self.leaves.iter().position(same) {
            return at;
        }
        self.leaves.push(leaf);
        self.leaves.len() - 1
    }

    fn answers<'n>(&self, fact: &str, names: impl Iterator<Item = &'n str>) -> u32 {
        let Some(fact) = self.registry.fact(fact) else { return 0 };
        names
            .filter_map(|name| fact.answers.iter().position(|answer| answer.id.as_str() == name))
            .fold(0, |set, at| set | bit(at))
    }

    fn every_answer(&self, fact: &str) -> u32 {
        self.registry.fact(fact).map_or(0, |fact| (0..fact.answers.len()).fold(0, |set, at| set | bit(at)))
    }

    /// Numbers the variables, once it is known which leaves there are.
    fn finish(self, tree: Tree) -> Formula {
        let facts: Vec<FactKinds> = (0..self.facts.len()).map(|fact| self.kinds(fact)).collect();
        let mut variables: Vec<Decides> = (0..facts.len()).map(Decides::Fact).collect();
        // A paper's variables stand together, which keeps the diagrams small.
        for paper in 0..self.papers.len() {
            variables.push(Decides::Have(paper));
            for leaf in &self.leaves {
                let Asks::Paper { paper: asked, coverage, count } = &leaf.asks else { continue };
                if *asked != paper {
                    continue;
                }
                let mut decides: Vec<Decides> =
                    coverage.phrases().iter().map(|phrase| Decides::Covers(paper, phrase.clone())).collect();
                if *count > 1 {
                    decides.push(Decides::Count(paper, *count));
                }
                for one in decides {
                    number(&mut variables, one);
                }
            }
        }
        for (at, leaf) in self.leaves.iter().enumerate() {
            if matches!(leaf.asks, Asks::OnRequest(_) | Asks::Unlisted) {
                variables.push(Decides::Beyond(at));
            }
        }
        let mut elements = Vec::with_capacity(variables.len() + 1);
        let mut next: Element = 0;
        for variable in &variables {
            elements.push(next);
            next += match variable {
                Decides::Fact(fact) => facts.get(*fact).map_or(1, |fact| fact.kinds.len() as Element),
                _ => 1,
            };
        }
        elements.push(next);
        Formula { tree, leaves: self.leaves, variables, elements, facts, papers: self.papers }
    }

    fn kinds(&self, fact: usize) -> FactKinds {
        let name = self.facts[fact].clone();
        let mut kinds = vec![self.every_answer(name.as_str())];
        for leaf in &self.leaves {
            if let Asks::Fact { fact: asked, answers } = leaf.asks
                && asked == fact
            {
                kinds =
                    kinds.into_iter().flat_map(|kind| [kind & answers, kind & !answers]).filter(|&k| k != 0).collect();
            }
        }
        FactKinds { fact: name, kinds: by_rank(kinds, |kind| u64::from(kind.trailing_zeros())) }
    }
}

impl Formula {
    /// The variable that decides this.
    pub(super) fn variable(&self, decides: &Decides) -> Option<Variable> {
        self.variables.iter().position(|one| one == decides).and_then(|at| Variable::try_from(at).ok())
    }

    /// What an element of a solution stands for: its variable, and the kind of answer of a fact.
    pub(super) fn element(&self, element: Element) -> Option<(&Decides, usize)> {
        let at = self.elements.partition_point(|&first| first <= element).checked_sub(1)?;
        let kind = element - self.elements.get(at)?;
        Some((self.variables.get(at)?, kind as usize))
    }
}

/// The position of an entry, which is added where it is new.
fn number<T: PartialEq>(list: &mut Vec<T>, entry: T) -> usize {
    if let Some(at) = list.iter().position(|one| *one == entry) {
        return at;
    }
    list.push(entry);
    list.len() - 1
}

/// The set of the answer of this number alone; empty past the number that data may have.
pub(super) fn bit(at: usize) -> u32 {
    u32::try_from(at).ok().and_then(|at| 1u32.checked_shl(at)).unwrap_or(0)
}
