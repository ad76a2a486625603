//! Verdict, routes, blockers, questions and explanation, as they are defined.

use std::collections::BTreeSet;
use std::sync::Arc;

use leimu::eligibility::{Confirm, PaperStep, Question, Step, Value, Verdict};

use crate::completions::{Enumeration, Leaves, Now, State, Today, every, leaves_of};
use crate::world::{Node, answer_id, fact_id, paper_named};

/// What somebody who takes a route has said of the facts.
struct Confirmed {
    facts: Vec<Option<usize>>,
    /// The answerings that agree with it.
    agreeing: Vec<usize>,
    /// The same, each time with one confirmation less.
    fewer: Vec<Vec<usize>>,
}

impl Enumeration<'_> {
    pub(crate) fn verdict(&self, now: &Now) -> Verdict {
        let today = self.as_things_stand(now);
        if today.iter().all(|&leaves| self.met[leaves as usize]) {
            return Verdict::Ready;
        }
        if today.iter().any(|&leaves| self.met[leaves as usize]) {
            return Verdict::Ask;
        }
        let reachable: BTreeSet<Leaves> =
            every(&self.reachable(now, false)).iter().map(|states| leaves_of(states)).collect();
        let answers = self.agreeing(&now.facts);
        let could_be_met = |granted: Leaves| {
            reachable
                .iter()
                .any(|papers| answers.iter().any(|&at| self.met[(papers | self.by_answers[at] | granted) as usize]))
        };
        let on_request = self.those(|leaf| matches!(leaf, Node::OnRequest(_)));
        let unlisted = self.those(|leaf| *leaf == Node::Unlisted);
        if could_be_met(0) {
            Verdict::Missing
        } else if could_be_met(on_request) {
            Verdict::OnRequest
        } else if could_be_met(on_request | unlisted) {
            Verdict::Unlisted
        } else {
            Verdict::Closed
        }
    }

    /// Every route, with one route for each answer that serves alike.
    pub(crate) fn routes(&self, now: &Now) -> BTreeSet<BTreeSet<Step>> {
        // What somebody who takes the route says of each fact: nothing new, or an answer.
        let confirms: Vec<Vec<Option<usize>>> = now
            .facts
            .iter()
            .zip(&self.world.answers)
            .map(|(said, &most)| match said {
                Some(answer) => vec![Some(*answer)],
                None => std::iter::once(None).chain((0..most).map(Some)).collect(),
            })
            .collect();
        let confirms: Vec<Confirmed> = every(&confirms)
            .into_iter()
            .map(|facts| {
                let fewer = (0..facts.len()).filter(|&fact| facts[fact] != now.facts[fact]).map(|fact| {
                    let mut fewer = facts.clone();
                    fewer[fact] = None;
                    self.agreeing(&fewer)
                });
                Confirmed { agreeing: self.agreeing(&facts), fewer: fewer.collect(), facts }
            })
            .collect();
        // An unsaid coverage may be false, and the requirement never likes it better so.
        let serves = |papers: Leaves, agreeing: &[usize]| {
            agreeing.iter().all(|&at| self.met[(papers | self.by_answers[at]) as usize])
        };
        let reachable = self.reachable(now, false);
        let mut routes = BTreeSet::new();
        for states in every(&reachable) {
            let papers = leaves_of(&states);
            let confirmed: Vec<&Confirmed> = confirms.iter().filter(|one| serves(papers, &one.agreeing)).collect();
            if confirmed.is_empty() {
                continue;
            }
            // Minimal: nothing of it can be left out.
            let mut fewer_papers: BTreeSet<Leaves> = BTreeSet::new();
            for (at, &state) in states.iter().enumerate() {
                let others = leaves_of(&states[..at]) | leaves_of(&states[at + 1..]);
                let less = reachable[at].iter().filter(|less| **less != state && less.is_part_of(state));
                fewer_papers.extend(less.map(|less| others | less.leaves));
            }
            for one in confirmed {
                let too_much = one.fewer.iter().any(|fewer| serves(papers, fewer))
                    || fewer_papers.iter().any(|&fewer| serves(fewer, &one.agreeing));
                if !too_much {
                    routes.insert(self.steps(now, &states, &one.facts));
                }
            }
        }
        routes
    }

    fn steps(&self, now: &Now, states: &[State], facts: &[Option<usize>]) -> BTreeSet<Step> {
        let mut steps = BTreeSet::new();
        for (fact, answer) in facts.iter().enumerate() {
            if let (None, Some(answer)) = (now.facts[fact], answer) {
                steps.insert(Step::Confirm(Confirm { fact: fact_id(fact), answers: [answer_id(*answer)].into() }));
            }
        }
        for ((occurs, today), state) in self.papers.iter().zip(&now.papers).zip(states) {
            let added = state.covers & !today.state.covers;
            let mut covers: Vec<Arc<str>> = (0..occurs.phrases.len())
                .filter(|at| added & 1 << at != 0)
                .map(|at| occurs.phrases[at].into())
                .collect();
            covers.sort();
            let paper = paper_named(occurs.paper);
            if !today.state.have {
                let step = PaperStep { paper, covers, count: state.count };
                if state.have {
                    steps.insert(if today.expired { Step::Renew(step) } else { Step::Obtain(step) });
                }
                continue;
            }
            if !covers.is_empty() {
                steps.insert(Step::Extend(PaperStep { paper: paper.clone(), covers, count: 1 }));
            }
            if state.count > today.state.count {
                steps.insert(Step::Count(PaperStep { paper, covers: Vec::new(), count: state.count }));
            }
        }
        steps
    }

    /// The answers that no leaf tells from this one.
    pub(crate) fn alike(&self, fact: usize, answer: usize) -> BTreeSet<usize> {
        let alike = |other: &usize| {
            self.leaves.iter().all(|leaf| match leaf {
                Node::Fact { fact: of, is, .. } if *of == fact => is.contains(&answer) == is.contains(other),
                _ => true,
            })
        };
        (0..self.world.answers[fact]).filter(alike).collect()
    }

    /// Every minimal set of leaves that alone keeps the requirement unmet; the empty set where
    /// nobody at all could meet it.
    pub(crate) fn blockers(&self, now: &Now) -> BTreeSet<BTreeSet<Node>> {
        let today = self.as_things_stand(now);
        let unmet_now = today.iter().fold(0, |set, leaves| set | !leaves) & ((1 << self.leaves.len()) - 1);
        let papers: BTreeSet<Leaves> =
            every(&self.reachable(now, true)).iter().map(|states| leaves_of(states)).collect();
        let beyond = self.those(|leaf| matches!(leaf, Node::OnRequest(_) | Node::Unlisted));
        let beyond: Vec<Leaves> = (0..=beyond).filter(|some| some & !beyond == 0).collect();
        // What holds of the leaves that do not hold now, in every completion that meets it.
        let mut to_fail: BTreeSet<Leaves> = BTreeSet::new();
        for papers in papers {
            for answers in &self.by_answers {
                for beyond in &beyond {
                    let leaves = papers | answers | beyond;
                    if self.met[leaves as usize] {
                        to_fail.insert(leaves & unmet_now);
                    }
                }
            }
        }
        let somebody = |set: Leaves| {
            (0..self.world.answers.len()).all(|fact| {
                (0..self.world.answers[fact]).any(|answer| {
                    self.leaves.iter().enumerate().all(|(at, leaf)| {
                        set & 1 << at == 0
                            || !matches!(leaf, Node::Fact { fact: of, is, .. } if *of == fact && is.contains(&answer))
                    })
                })
            })
        };
        let mut blocking: Vec<Leaves> = (0..=unmet_now)
            .filter(|set| set & !unmet_now == 0 && to_fail.iter().all(|leaves| leaves & set != 0) && somebody(*set))
            .collect();
        blocking.sort_by_key(|set| set.count_ones());
        let mut minimal: Vec<Leaves> = Vec::new();
        for set in blocking {
            if minimal.iter().all(|smaller| smaller & !set != 0) {
                minimal.push(set);
            }
        }
        let named = |set: &Leaves| {
            (0..self.leaves.len()).filter(|at| set & 1 << at != 0).map(|at| self.leaves[at].clone()).collect()
        };
        minimal.iter().map(named).collect()
    }

    /// The open facts and unsaid coverages of which two answers lead to different verdicts or
    /// routes, while everything else is answered in some way.
    pub(crate) fn questions(&self, now: &Now) -> BTreeSet<Question> {
        let open: Vec<Vec<usize>> = now
            .facts
            .iter()
            .zip(&self.world.answers)
            .map(|(said, &most)| said.map_or_else(|| (0..most).collect(), |answer| vec![answer]))
            .collect();
        let unsaid: Vec<(usize, u32)> = now
            .papers
            .iter()
            .enumerate()
            .flat_map(|(at, paper)| (0..u32::BITS).filter(|bit| paper.unsaid & 1 << bit != 0).map(move |bit| (at, bit)))
            .collect();
        let mut choices = open.clone();
        choices.extend(unsaid.iter().map(|_| vec![0, 1]));
        let answered: Vec<(Vec<usize>, _)> = every(&choices)
            .into_iter()
            .map(|answers| {
                let mut then = now.clone();
                then.facts = answers[..open.len()].iter().map(|&answer| Some(answer)).collect();
                for (&(at, bit), &yes) in unsaid.iter().zip(&answers[open.len()..]) {
                    then.papers[at].unsaid &= !(1 << bit);
                    let State { count, covers, .. } = then.papers[at].state;
                    then.papers[at].state = self.having(&self.papers[at], count, covers | (yes as u32) << bit);
                }
                let routes = self.routes(&then);
                // Once everything is answered, routes say which verdict it is; only without any there are several.
                let verdict = routes.is_empty().then(|| self.verdict(&then));
                let outcome = (verdict, routes);
                (answers, outcome)
            })
            .collect();
        let mut questions = BTreeSet::new();
        for number in 0..choices.len() {
            let matters = answered.iter().any(|(answers, outcome)| {
                choices[number].iter().any(|&other| {
                    let mut changed = answers.clone();
                    changed[number] = other;
                    // `every` counts up with the last choice running fastest.
                    let at = changed.iter().zip(&choices).fold(0, |at, (answer, choice)| {
                        at * choice.len() + choice.iter().position(|one| one == answer).unwrap()
                    });
                    answered[at].1 != *outcome
                })
            });
            if !matters {
                continue;
            }
            questions.insert(match number.checked_sub(open.len()) {
                None => Question::Fact(fact_id(number)),
                Some(coverage) => {
                    let (at, bit) = unsaid[coverage];
                    let occurs = &self.papers[at];
                    Question::Coverage(paper_named(occurs.paper), occurs.phrases[bit as usize].into())
                }
            });
        }
        questions
    }

    /// The value of a node as things stand.
    pub(crate) fn explain(&self, node: &Node, now: &Now) -> Value {
        let counted = self.counted(node);
        let values: BTreeSet<bool> = self.as_things_stand(now).iter().map(|&leaves| counted.value(leaves)).collect();
        match (values.contains(&true), values.contains(&false)) {
            (true, false) => Value::Met,
            (false, _) => Value::Unmet,
            (true, true) => Value::Unknown,
        }
    }

    /// The fewest papers that somebody still has to get for a node, if anybody can meet it. What was
    /// not said of a paper at hand may be so.
    pub(crate) fn fewest(&self, node: &Node, now: &Now) -> Option<usize> {
        let counted = self.counted(node);
        let answers = self.agreeing(&now.facts);
        let costs = |state: &State, today: &Today| {
            let further = state.covers & !today.state.covers & !today.unsaid;
            usize::from((state.have, state.count) != (today.state.have, today.state.count) || further != 0)
        };
        let ways = every(&self.reachable(now, false)).into_iter().filter(|states| {
            let papers = leaves_of(states);
            answers.iter().any(|&at| counted.value(papers | self.by_answers[at]))
        });
        ways.map(|states| states.iter().zip(&now.papers).map(|(state, today)| costs(state, today)).sum()).min()
    }
}
