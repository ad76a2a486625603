//! From minimal solutions to steps that a person can take.

use crate::profile::Standing;

use super::families::{Element, Families, Family};
use super::formula::Decides;
use super::outcome::{Confirm, LimitedList, PaperStep, Route, Step};
use super::situation::Situation;
use crate::order::{by_rank, pair};

/// How many steps all the routes that are listed may have together.
const STEPS: usize = 1 << 19;

/// The routes that a family of solutions stands for, fewest steps first, then fewest papers.
pub(super) fn routes(
    families: &dyn Families,
    solutions: Family,
    situation: &Situation<'_>,
    limit: usize,
) -> LimitedList<Route> {
    // All that concerns one paper is one step; added coverage and a count of a held one are two.
    let step = |element: Element| match situation.formula.decides(element) {
        Some(Decides::Count(paper, _)) if matches!(situation.knowledge.standing(*paper), Standing::Held(_)) => {
            !situation.formula.group(element)
        }
        Some(decides) if decides.paper().is_some() => situation.formula.group(element),
        _ => element,
    };
    let mut list: Vec<Route> = Vec::new();
    let mut left = STEPS;
    let total = families.smallest(solutions, limit, &step, &mut |solution| {
        let route = route(situation, solution);
        match left.checked_sub(route.steps.len()) {
            Some(fewer) => {
                left = fewer;
                list.push(route);
            }
            // What comes now is no shorter.
            None => left = 0,
        }
    });
    LimitedList { list: by_rank(list, |route| pair(route.steps.len(), route.papers())), total }
}

fn route(situation: &Situation<'_>, solution: &[Element]) -> Route {
    let knowledge = situation.knowledge;
    let mut steps: Vec<Step> = Vec::with_capacity(solution.len());
    for decides in solution.iter().filter_map(|&element| situation.formula.decides(element)) {
        if let Decides::Answer { fact, answers } = decides
            && let Some(name) = knowledge.terms.facts.get(*fact)
        {
            let answers = knowledge.answers(*fact, *answers);
            steps.push(Step::Confirm(Confirm { fact: name.clone(), answers }));
        }
        let Some(number) = decides.paper() else { continue };
        let Some(paper) = knowledge.paper(number) else { continue };
        let step = |covers, count| PaperStep { paper: paper.clone(), covers, count };
        let standing = knowledge.standing(number);
        match (decides, steps.last_mut()) {
            // A phrase or a count of a paper that is to be got, or a further one of a held paper.
            (Decides::Covers(_, phrase), Some(Step::Obtain(last) | Step::Renew(last) | Step::Extend(last)))
                if last.paper == *paper =>
            {
                last.covers.push(phrase.clone());
            }
            (Decides::Count(_, count), Some(Step::Obtain(last) | Step::Renew(last) | Step::Count(last)))
                if last.paper == *paper =>
            {
                last.count = last.count.max(*count);
            }
            (Decides::Have(_), _) if standing == Standing::Expired => steps.push(Step::Renew(step(Vec::new(), 1))),
            (Decides::Have(_), _) => steps.push(Step::Obtain(step(Vec::new(), 1))),
            (Decides::Covers(_, phrase), _) => steps.push(Step::Extend(step(vec![phrase.clone()], 1))),
            (Decides::Count(_, count), _) => steps.push(Step::Count(step(Vec::new(), *count))),
            _ => {}
        }
    }
    Route { steps }
}
