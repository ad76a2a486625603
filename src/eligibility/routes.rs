//! From minimal solutions to steps that a person can take.

use crate::profile::Standing;

use super::families::{Element, Families, Family};
use super::formula::{Decides, size};
use super::outcome::{Confirm, PaperStep, Step};
use super::sets::{Lists, MinimalSets};
use super::situation::Situation;
use crate::order::pair;

/// How many elements all the routes that are listed may bring about together.
const ELEMENTS: usize = 1 << 19;

/// The routes that a family of solutions stands for, fewest steps first, then fewest papers.
pub(super) fn routes(
    families: &dyn Families,
    solutions: Family,
    situation: &Situation<'_>,
    limit: usize,
) -> MinimalSets<Step> {
    // All that concerns one paper is one step; added coverage and a count of a held one are two.
    let step = |element: Element| match situation.formula.decides(element) {
        Some(Decides::Count(paper, _)) if matches!(situation.knowledge.standing(*paper), Standing::Held(_)) => {
            !situation.formula.group(element)
        }
        Some(decides) if decides.paper().is_some() => situation.formula.group(element),
        _ => element,
    };
    let mut made = Made::new(situation.formula.elements.len());
    let mut lists = Lists::default();
    let mut left = ELEMENTS;
    let total = families.smallest(solutions, limit, &step, &mut |solution| {
        match left.checked_sub(solution.len()) {
            Some(fewer) => {
                left = fewer;
                let at_one_go = solution.chunk_by(|&one, &next| step(one) == step(next));
                lists.add(&mut at_one_go.filter_map(|elements| made.place(elements, situation)));
            }
            // What comes now takes no fewer steps.
            None => left = 0,
        }
    });
    let is_paper = |at: &&u32| made.steps.get(**at as usize).is_some_and(|step| step.paper().is_some());
    let lists = lists.by_rank(&|route| pair(route.len(), route.iter().filter(is_paper).count()));
    MinimalSets::of(made.steps, lists, total)
}

/// The steps that were made so far, each once however many routes it stands in.
struct Made {
    steps: Vec<Step>,
    /// Which elements they bring about: trees, in which the elements of a step lead to it. The
    /// place of a first element is its number.
    known: Vec<Known>,
}

/// A place in a tree.
#[derive(Clone, Default)]
struct Known {
    /// The last of the elements.
    element: Element,
    /// The step that brings just these about.
    step: Option<u32>,
    /// A place with one element more; none at 0, where a tree starts.
    below: u32,
    /// The next place with another last element.
    beside: u32,
}

impl Made {
    /// None yet, of so many elements.
    fn new(elements: usize) -> Self {
        Self { steps: Vec::new(), known: vec![Known::default(); elements] }
    }

    /// Which step brings these elements about.
    fn place(&mut self, elements: &[Element], situation: &Situation<'_>) -> Option<u32> {
        let (first, further) = elements.split_first()?;
        let at = further.iter().fold(*first, |at, &element| self.below(at, element));
        let known = self.known.get_mut(at as usize)?;
        if known.step.is_none() {
            let step = step(situation, elements)?;
            known.step = Some(size(self.steps.len()));
            self.steps.push(step);
        }
        known.step
    }

    fn below(&mut self, above: u32, element: Element) -> u32 {
        let first = self.known.get(above as usize).map_or(0, |known| known.below);
        let mut at = first;
        while let Some(known) = self.known.get(at as usize).filter(|_| at > 0) {
            if known.element == element {
                return at;
            }
            at = known.beside;
        }
        let new = size(self.known.len());
        self.known.push(Known { element, step: None, below: 0, beside: first });
        if let Some(above) = self.known.get_mut(above as usize) {
            above.below = new;
        }
        new
    }
}

/// What brings these elements about, which concern one fact or one paper.
fn step(situation: &Situation<'_>, elements: &[Element]) -> Option<Step> {
    let knowledge = situation.knowledge;
    let first = situation.formula.decides(*elements.first()?)?;
    if let Decides::Answer { fact, answers } = first {
        let answers = knowledge.answers(*fact, *answers);
        return Some(Step::Confirm(Confirm { fact: knowledge.terms.facts.get(*fact)?.clone(), answers }));
    }
    let number = first.paper()?;
    let mut step = PaperStep { paper: knowledge.paper(number)?.clone(), covers: Vec::new(), count: 1 };
    for decides in elements.iter().filter_map(|&element| situation.formula.decides(element)) {
        match decides {
            Decides::Covers(_, phrase) => step.covers.push(phrase.clone()),
            // Whoever has three has two as well.
            Decides::Count(_, count) => step.count = step.count.max(*count),
            _ => {}
        }
    }
    Some(match first {
        Decides::Have(_) if knowledge.standing(number) == Standing::Expired => Step::Renew(step),
        Decides::Have(_) => Step::Obtain(step),
        // Of a held paper, only a count or a coverage is missing.
        Decides::Count(..) => Step::Count(step),
        _ => Step::Extend(step),
    })
}
