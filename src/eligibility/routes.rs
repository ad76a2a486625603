//! From minimal solutions to steps that a person can take.

use crate::catalog::{AnswerId, Registry};
use crate::profile::Standing;

use super::evaluate::Situation;
use super::family::Element;
use super::formula::{Decides, FactKinds, bit};
use super::outcome::{Confirm, PaperStep, Route, Step};

/// Reads a solution as steps: all that concerns one paper that is not held is one step.
pub(super) fn route(situation: &Situation<'_>, solution: &[Element]) -> Route {
    let formula = situation.formula;
    let mut steps = Vec::new();
    let decided: Vec<_> = solution.iter().filter_map(|&element| formula.element(element)).collect();
    for (decides, kind) in &decided {
        if let Decides::Fact(fact) = decides
            && let Some(fact) = formula.facts.get(*fact)
        {
            steps.push(Step::Confirm(Confirm {
                fact: fact.fact.clone(),
                answers: fact.answers(fact.kinds.get(*kind).copied().unwrap_or(0), situation.registry),
            }));
        }
    }
    for (number, paper) in formula.papers.iter().enumerate() {
        let mut covers = Vec::new();
        let mut count = 1;
        let mut have = false;
        for (decides, _) in &decided {
            match decides {
                Decides::Have(of) if *of == number => have = true,
                Decides::Covers(of, phrase) if *of == number => covers.push(phrase.clone()),
                Decides::Count(of, asked) if *of == number => count = count.max(*asked),
                _ => {}
            }
        }
        let step = |covers, count| PaperStep { paper: paper.clone(), covers, count };
        match situation.standings.get(number) {
            Some(Standing::Held(_)) => {
                if count > 1 {
                    steps.push(Step::Count(step(Vec::new(), count)));
                }
                if !covers.is_empty() {
                    steps.push(Step::Extend(step(covers, 1)));
                }
            }
            Some(Standing::Expired) if have => steps.push(Step::Renew(step(covers, count))),
            _ if have => steps.push(Step::Obtain(step(covers, count))),
            _ => {}
        }
    }
    Route { steps }
}

impl FactKinds {
    /// The answers of a set, in the order of the registry.
    pub(super) fn answers(&self, set: u32, registry: &Registry) -> Vec<AnswerId> {
        let Some(fact) = registry.fact(self.fact.as_str()) else { return Vec::new() };
        fact.answers
            .iter()
            .enumerate()
            .filter(|(at, _)| set & bit(*at) != 0)
            .map(|(_, answer)| answer.id.clone())
            .collect()
    }
}
