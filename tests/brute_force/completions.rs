//! Every completion of one requirement in one world; nothing is clever.
//!
//! A completion says of every leaf whether it holds; that is one word of bits. `met` has the
//! value of the requirement for every such word, so the rest is walking through completions.

use std::collections::BTreeSet;

use crate::world::{Node, World};

/// Which leaves hold.
pub(crate) type Leaves = u32;

/// How one paper is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct State {
    pub(crate) have: bool,
    pub(crate) count: u32,
    /// By the numbers of the phrases that the requirement asks of this paper.
    pub(crate) covers: u32,
    /// The leaves that hold by it.
    pub(crate) leaves: Leaves,
}

const ABSENT: State = State { have: false, count: 0, covers: 0, leaves: 0 };

/// A paper that occurs, and all that is asked of it.
pub(crate) struct Occurs {
    pub(crate) paper: usize,
    pub(crate) phrases: Vec<&'static str>,
    pub(crate) counts: Vec<u32>,
}

/// How a paper is today.
#[derive(Clone)]
pub(crate) struct Today {
    pub(crate) state: State,
    /// The phrases of a held paper of which nobody said anything.
    pub(crate) unsaid: u32,
    pub(crate) obtainable: bool,
    pub(crate) expired: bool,
}

/// A paper as somebody has it.
pub(crate) struct Brought {
    pub(crate) paper: usize,
    pub(crate) count: u32,
    pub(crate) covers: Vec<&'static str>,
}

/// What is known today.
#[derive(Clone)]
pub(crate) struct Now {
    pub(crate) facts: Vec<Option<usize>>,
    pub(crate) papers: Vec<Today>,
}

/// A requirement over numbered leaves: so many members of these.
pub(crate) enum Counted {
    True,
    Leaf(usize),
    AtLeast(usize, Vec<Counted>),
}

/// One requirement in one world.
pub(crate) struct Enumeration<'w> {
    pub(crate) world: &'w World,
    pub(crate) leaves: Vec<Node>,
    pub(crate) papers: Vec<Occurs>,
    /// One answer to each fact, in every way.
    pub(crate) answerings: Vec<Vec<usize>>,
    /// The leaves that hold under each of `answerings`.
    pub(crate) by_answers: Vec<Leaves>,
    pub(crate) met: Vec<bool>,
}

/// Every way to choose one of each.
pub(crate) fn every<T: Clone>(choices: &[Vec<T>]) -> Vec<Vec<T>> {
    choices.iter().fold(vec![Vec::new()], |so_far, choice| {
        so_far
            .iter()
            .flat_map(|begun| choice.iter().map(move |one| [begun.as_slice(), std::slice::from_ref(one)].concat()))
            .collect()
    })
}

pub(crate) fn leaves_of(states: &[State]) -> Leaves {
    states.iter().fold(0, |leaves, state| leaves | state.leaves)
}

fn collect(node: &Node, leaves: &mut Vec<Node>) {
    let leaf = node.leaf();
    if node.members().is_empty() && *node != Node::Nothing && !leaves.contains(&leaf) {
        leaves.push(leaf);
    }
    node.members().iter().for_each(|member| collect(member, leaves));
}

impl<'w> Enumeration<'w> {
    /// None where there is too much to look at.
    pub(crate) fn of(world: &'w World, tree: &Node) -> Option<Self> {
        let mut leaves = Vec::new();
        collect(tree, &mut leaves);
        if leaves.len() > 12 {
            return None;
        }
        let mut papers: Vec<Occurs> = Vec::new();
        for leaf in &leaves {
            let Node::Paper { paper, phrases, count, .. } = leaf else { continue };
            if papers.iter().all(|known| known.paper != *paper) {
                papers.push(Occurs { paper: *paper, phrases: Vec::new(), counts: Vec::new() });
            }
            let known = papers.iter_mut().find(|known| known.paper == *paper)?;
            known
                .phrases
                .extend(phrases.iter().filter(|phrase| !known.phrases.contains(*phrase)).copied().collect::<Vec<_>>());
            known.counts.push(*count);
        }
        let answerings = every(&world.answers.iter().map(|&answers| (0..answers).collect()).collect::<Vec<_>>());
        let mut this = Self { world, leaves, papers, answerings, by_answers: Vec::new(), met: Vec::new() };
        this.by_answers = this
            .answerings
            .iter()
            .map(|answers| {
                this.those(|leaf| matches!(leaf, Node::Fact { fact, is, .. } if is.contains(&answers[*fact])))
            })
            .collect();
        let counted = this.counted(tree);
        this.met = (0..1 << this.leaves.len()).map(|holds| counted.value(holds)).collect();
        let now = this.now();
        let states: usize = this.reachable(&now, true).iter().map(Vec::len).product();
        let unsaid: u32 = now.papers.iter().map(|paper| paper.unsaid.count_ones()).sum();
        let confirms: usize = world.answers.iter().map(|answers| answers + 1).product();
        (states <= 3_000 && states * confirms <= 40_000 && states * (this.answerings.len() << unsaid) <= 40_000)
            .then_some(this)
    }

    pub(crate) fn those(&self, holds: impl Fn(&Node) -> bool) -> Leaves {
        self.leaves.iter().enumerate().filter(|(_, leaf)| holds(leaf)).fold(0, |set, (at, _)| set | 1 << at)
    }

    pub(crate) fn counted(&self, node: &Node) -> Counted {
        let members: Vec<Counted> = node.members().iter().map(|member| self.counted(member)).collect();
        match node {
            Node::Nothing => Counted::True,
            Node::All(_) => Counted::AtLeast(members.len(), members),
            Node::Any(_) => Counted::AtLeast(1, members),
            Node::AtLeast(least, _) => Counted::AtLeast(*least as usize, members),
            leaf => Counted::Leaf(self.leaves.iter().position(|one| *one == leaf.leaf()).unwrap()),
        }
    }

    pub(crate) fn now(&self) -> Now {
        let papers = self.papers.iter().map(|occurs| {
            let said = self.world.papers[occurs.paper].as_ref();
            let nothing = Today { state: ABSENT, unsaid: 0, obtainable: true, expired: false };
            let Some(said) = said else { return nothing };
            if said.unobtainable {
                return Today { obtainable: false, ..nothing };
            }
            if said.count == 0 {
                return nothing;
            }
            if said.valid_for.is_some_and(|days| days < 0) {
                return Today { expired: true, ..nothing };
            }
            let those = |wanted: &dyn Fn(&str) -> bool| {
                occurs
                    .phrases
                    .iter()
                    .enumerate()
                    .filter(|(_, phrase)| wanted(phrase))
                    .fold(0, |set, (at, _)| set | 1 << at)
            };
            Today {
                state: self.having(occurs, said.count, those(&|phrase| said.covers.contains(phrase))),
                unsaid: those(&|phrase| !said.covers.contains(phrase) && !said.lacks.contains(phrase)),
                ..nothing
            }
        });
        Now { facts: self.world.facts.clone(), papers: papers.collect() }
    }

    /// The states of a paper that are at least as good as today's and can be brought about;
    /// `lifted`: even where the paper cannot be had.
    pub(crate) fn states(&self, at: usize, today: &Today, lifted: bool) -> Vec<State> {
        let occurs = &self.papers[at];
        let mut states = vec![today.state];
        if !today.obtainable && !lifted {
            return states;
        }
        let mut counts: BTreeSet<u32> =
            occurs.counts.iter().copied().filter(|count| *count > today.state.count).collect();
        counts.insert(today.state.count.max(1));
        for count in counts {
            for covers in 0..1 << occurs.phrases.len() {
                let state = (count, covers);
                if today.state.covers & !covers == 0 && state != (today.state.count, today.state.covers) {
                    states.push(self.having(occurs, count, covers));
                }
            }
        }
        states
    }

    pub(crate) fn having(&self, occurs: &Occurs, held: u32, covers: u32) -> State {
        let covered = |phrase: &&str| {
            let number = occurs.phrases.iter().position(|one| one == phrase).unwrap();
            covers & 1 << number != 0
        };
        let leaves = self.those(|leaf| {
            let Node::Paper { paper, phrases, any, count } = leaf else { return false };
            *paper == occurs.paper
                && held >= *count
                && if *any { phrases.iter().any(&covered) } else { phrases.iter().all(&covered) }
        });
        State { have: true, count: held, covers, leaves }
    }

    /// The numbers of the answerings that agree with what is answered.
    pub(crate) fn agreeing(&self, facts: &[Option<usize>]) -> Vec<usize> {
        let agrees =
            |answers: &Vec<usize>| facts.iter().zip(answers).all(|(said, one)| said.is_none_or(|said| said == *one));
        (0..self.answerings.len()).filter(|&at| agrees(&self.answerings[at])).collect()
    }

    /// As things stand: papers as they are, every open fact and unsaid coverage in every way.
    pub(crate) fn as_things_stand(&self, now: &Now) -> BTreeSet<Leaves> {
        let papers: Vec<Vec<State>> = now
            .papers
            .iter()
            .zip(&self.papers)
            .map(|(paper, occurs)| {
                let covers = (1..=paper.unsaid).filter(|more| more & !paper.unsaid == 0);
                let answered = covers.map(|more| self.having(occurs, paper.state.count, paper.state.covers | more));
                std::iter::once(paper.state).chain(answered).collect()
            })
            .collect();
        let papers: Vec<Leaves> = every(&papers).iter().map(|states| leaves_of(states)).collect();
        let answers = self.agreeing(&now.facts);
        papers.iter().flat_map(|papers| answers.iter().map(move |&at| papers | self.by_answers[at])).collect()
    }

    /// Papers in every state that can be brought about.
    pub(crate) fn reachable(&self, now: &Now, lifted: bool) -> Vec<Vec<State>> {
        now.papers.iter().enumerate().map(|(at, today)| self.states(at, today, lifted)).collect()
    }

    /// Whether it is met, for every answering and every set of papers that can be brought together.
    pub(crate) fn everywhere(&self, now: &Now, mut visit: impl FnMut(&[usize], &[Brought], bool)) {
        for states in every(&self.reachable(now, false)) {
            let brought: Vec<Brought> = states
                .iter()
                .zip(&self.papers)
                .filter(|(state, _)| state.have)
                .map(|(state, occurs)| Brought {
                    paper: occurs.paper,
                    count: state.count,
                    covers: (0..occurs.phrases.len())
                        .filter(|at| state.covers & 1 << at != 0)
                        .map(|at| occurs.phrases[at])
                        .collect(),
                })
                .collect();
            for (answers, leaves) in self.answerings.iter().zip(&self.by_answers) {
                visit(answers, &brought, self.met[(leaves | leaves_of(&states)) as usize]);
            }
        }
    }
}

impl Counted {
    pub(crate) fn value(&self, holds: Leaves) -> bool {
        match self {
            Counted::True => true,
            Counted::Leaf(at) => holds & 1 << at != 0,
            Counted::AtLeast(least, members) => members.iter().filter(|member| member.value(holds)).count() >= *least,
        }
    }
}

impl State {
    pub(crate) fn is_part_of(self, more: State) -> bool {
        (more.have || !self.have) && self.count <= more.count && self.covers & !more.covers == 0
    }
}
