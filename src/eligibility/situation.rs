//! What is known of one applicant, put to the terms of a formula.

use std::cell::RefCell;
use std::sync::Arc;

use crate::catalog::{AnswerId, Coverage, Fact, Registry};
use crate::profile::{Date, Paper, Profile, Standing};

use super::families::{Element, Fate};
use super::formula::{Asks, Decides, Formula, Leaf, Terms, bit};
use super::outcome::{Cause, PaperStep, Trouble, Why};

/// A profile on one day, put to terms: looked up once, however many formulas there are.
#[derive(Debug)]
pub(super) struct Knowledge<'a> {
    pub(super) terms: &'a Terms,
    /// The facts of the terms, as the registry has them.
    facts: Vec<Option<&'a Fact>>,
    /// The answers that are named together, for each fact of the terms: many categories name the
    /// same ones.
    named: RefCell<Vec<Named>>,
    /// How each paper of the terms stands.
    standings: Vec<Standing<'a>>,
    /// The place in the registry of the answer to each fact of the terms, if it has one.
    answered: Vec<Option<usize>>,
}

/// Sets of answers to one fact, in the order of the registry.
type Named = Vec<(u32, Arc<[AnswerId]>)>;

/// How an element stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// A paper is at hand, covers, or there are enough.
    Held,
    /// A fact is answered so.
    Confirmed,
    /// A fact is answered otherwise.
    Otherwise,
    /// The paper cannot be had.
    Unobtainable,
    /// It can be got.
    Wanted,
    /// Nobody said; it is a question.
    Unsaid,
    /// Only the platform decides, on application.
    OnRequest,
    /// The source does not say.
    Unlisted,
}

/// A formula in the light of what is known.
#[derive(Debug)]
pub(super) struct Situation<'a> {
    pub(super) formula: &'a Formula,
    pub(super) knowledge: &'a Knowledge<'a>,
    /// How each element of the formula stands.
    states: Vec<State>,
}

impl<'a> Knowledge<'a> {
    pub(super) fn of(terms: &'a Terms, registry: &'a Registry, profile: &'a Profile, today: Date) -> Self {
        let standings = terms.papers.iter().map(|paper| profile.standing(paper, today)).collect();
        let answered = |fact: &Fact| {
            let answer = profile.answer(fact.id.as_str())?;
            fact.answers.iter().position(|known| known.id == *answer)
        };
        let facts: Vec<_> = terms.facts.iter().map(|fact| registry.fact(fact.as_str())).collect();
        let answered = facts.iter().map(|fact| fact.and_then(answered)).collect();
        Self { terms, named: RefCell::new(vec![Named::new(); facts.len()]), facts, standings, answered }
    }

    /// The paper of this number.
    pub(super) fn paper(&self, number: usize) -> Option<&'a Paper> {
        self.terms.papers.get(number)
    }

    pub(super) fn standing(&self, paper: usize) -> Standing<'a> {
        self.standings.get(paper).copied().unwrap_or(Standing::NotHeld)
    }

    /// The answers of a set, in the order of the registry.
    pub(super) fn answers(&self, fact: usize, set: u32) -> Arc<[AnswerId]> {
        let mut named = self.named.borrow_mut();
        let Some(named) = named.get_mut(fact) else { return Arc::default() };
        if let Some((_, answers)) = named.iter().find(|(known, _)| *known == set) {
            return answers.clone();
        }
        let every = self.facts.get(fact).copied().flatten().map_or(&[][..], |fact| &fact.answers).iter().enumerate();
        let answers = every.filter(|(at, _)| set & bit(*at) != 0).map(|(_, answer)| answer.id.clone());
        let answers: Arc<[AnswerId]> = answers.collect::<Vec<_>>().into();
        named.push((set, answers.clone()));
        answers
    }

    /// The answer given, as a set.
    fn answered(&self, fact: usize) -> Option<u32> {
        self.answered.get(fact).copied().flatten().map(bit)
    }

    fn state(&self, decides: &Decides, formula: &Formula) -> State {
        let of_paper = |paper: usize, is: &dyn Fn(&crate::profile::Holding) -> State| match self.standing(paper) {
            Standing::Held(holding) => is(holding),
            Standing::Unobtainable => State::Unobtainable,
            Standing::NotHeld | Standing::Expired => State::Wanted,
        };
        match decides {
            Decides::Answer { fact, answers } => match self.answered(*fact) {
                None => State::Unsaid,
                Some(answered) if answers & answered != 0 => State::Confirmed,
                Some(_) => State::Otherwise,
            },
            Decides::Have(paper) => of_paper(*paper, &|_| State::Held),
            Decides::Count(paper, count) => {
                of_paper(*paper, &|holding| if holding.count >= *count { State::Held } else { State::Wanted })
            }
            Decides::Covers(paper, phrase) => of_paper(*paper, &|holding| {
                if holding.covers.contains(&**phrase) {
                    State::Held
                } else if holding.lacks.contains(&**phrase) {
                    State::Wanted
                } else {
                    State::Unsaid
                }
            }),
            Decides::Beyond(leaf) => match formula.leaves.get(*leaf).map(|leaf| &leaf.asks) {
                Some(Asks::OnRequest(_)) => State::OnRequest,
                _ => State::Unlisted,
            },
        }
    }
}

impl State {
    /// What the applicant can still bring about is open.
    pub(super) fn possible(self) -> Fate {
        match self {
            Self::Held | Self::Confirmed => Fate::Holds,
            Self::Wanted | Self::Unsaid => Fate::Open,
            Self::Otherwise | Self::Unobtainable | Self::OnRequest | Self::Unlisted => Fate::Fails,
        }
    }

    /// No further paper: only what nobody said is open.
    pub(super) fn as_things_stand(self) -> Fate {
        if self == Self::Wanted { Fate::Fails } else { self.possible() }
    }

    /// Even answers given, papers not to be had and what only the platform decides are open.
    pub(super) fn lifted(self) -> Fate {
        if self == Self::Held { Fate::Holds } else { Fate::Open }
    }
}

impl<'a> Situation<'a> {
    pub(super) fn of(formula: &'a Formula, knowledge: &'a Knowledge<'a>) -> Self {
        let states = formula.elements.iter().map(|decides| knowledge.state(decides, formula)).collect();
        Self { formula, knowledge, states }
    }

    /// As if some elements stood otherwise.
    pub(super) fn supposing(&self, states: &dyn Fn(&Decides) -> Option<State>) -> Self {
        let known = self.states.iter().zip(&self.formula.elements);
        let states = known.map(|(known, decides)| states(decides).unwrap_or(*known)).collect();
        Self { formula: self.formula, knowledge: self.knowledge, states }
    }

    /// How an element stands; one that is not there never holds.
    pub(super) fn state(&self, element: Element) -> State {
        self.states.get(element as usize).copied().unwrap_or(State::Unlisted)
    }

    /// The fate of an element where papers that can be had are taken as had: only answers are open.
    pub(super) fn papers_had(&self, element: Element) -> Fate {
        match (self.state(element).possible(), self.formula.decides(element)) {
            (Fate::Open, Some(Decides::Answer { .. })) => Fate::Open,
            (Fate::Open, _) => Fate::Holds,
            (settled, _) => settled,
        }
    }

    /// Whether anything depends on the platform or on the silence of the source.
    pub(super) fn has_beyond(&self) -> bool {
        matches!(self.states.last(), Some(State::OnRequest | State::Unlisted))
    }

    /// The leaf of this number is met as things stand.
    pub(super) fn is_met(&self, leaf: &Leaf) -> bool {
        match &leaf.asks {
            Asks::OnRequest(_) | Asks::Unlisted => false,
            Asks::Fact { fact, answers } => {
                let is_right = |answered| answers & answered != 0;
                self.knowledge.answered(*fact).is_some_and(is_right)
                    || self
                        .formula
                        .facts
                        .iter()
                        .any(|kinds| kinds.fact == *fact && kinds.kinds.iter().all(|kind| kind & !answers == 0))
            }
            Asks::Paper { paper, coverage, count } => self.trouble(*paper, coverage, *count).is_none(),
        }
    }

    /// Why a leaf is not met; none where it is.
    pub(super) fn cause(&self, leaf: &Leaf) -> Option<Cause> {
        if self.is_met(leaf) {
            return None;
        }
        let why = match &leaf.asks {
            Asks::OnRequest(channel) => Why::OnRequest(channel.clone()),
            Asks::Unlisted => Why::Unlisted,
            Asks::Fact { fact, answers } => Why::Fact {
                fact: self.knowledge.terms.facts.get(*fact)?.clone(),
                is: self.knowledge.answers(*fact, *answers),
                answered: self
                    .knowledge
                    .answered(*fact)
                    .and_then(|set| self.knowledge.answers(*fact, set).first().cloned()),
            },
            Asks::Paper { paper, coverage, count } => Why::Paper {
                trouble: self.trouble(*paper, coverage, *count)?,
                asked: PaperStep {
                    paper: self.knowledge.paper(*paper)?.clone(),
                    covers: coverage.phrases().to_vec(),
                    count: *count,
                },
                any_phrase: matches!(coverage, Coverage::Any(_)),
            },
        };
        Some(Cause { why, line: leaf.line, rule: leaf.rule.clone() })
    }

    /// No paper and no open answer mends a leaf that is not met.
    pub(super) fn is_final(&self, leaf: &Leaf) -> bool {
        match &leaf.asks {
            Asks::Paper { paper, .. } => self.knowledge.standing(*paper) == Standing::Unobtainable,
            Asks::Fact { fact, .. } => self.knowledge.answered(*fact).is_some(),
            Asks::OnRequest(_) | Asks::Unlisted => false,
        }
    }

    /// What is wrong with a paper where so much of it is asked; none where it serves.
    pub(super) fn trouble(&self, paper: usize, coverage: &Coverage, count: u32) -> Option<Trouble> {
        let holding = match self.knowledge.standing(paper) {
            Standing::Unobtainable => return Some(Trouble::Unobtainable),
            Standing::Expired => return Some(Trouble::Expired),
            Standing::NotHeld => return Some(Trouble::NotHeld),
            Standing::Held(holding) => holding,
        };
        if holding.count < count {
            return Some(Trouble::TooFew);
        }
        let covers = |phrase: &Arc<str>| holding.covers.contains(&**phrase);
        let lacks = |phrase: &Arc<str>| holding.lacks.contains(&**phrase);
        let (met, unmet) = match coverage {
            Coverage::None => (true, false),
            Coverage::All(phrases) => (phrases.iter().all(covers), phrases.iter().any(lacks)),
            Coverage::Any(phrases) => (phrases.iter().any(covers), phrases.iter().all(lacks)),
        };
        match (met, unmet) {
            (true, _) => None,
            (false, true) => Some(Trouble::NotCovering),
            (false, false) => Some(Trouble::CoverageUnsaid),
        }
    }
}
