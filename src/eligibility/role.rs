//! What part a paper plays for a category, whoever applies.
//!
//! A minimal solution has a paper because it cannot do without: under its answers, and with nothing
//! else at hand, the paper decides. So a paper plays a part under an answer exactly if it stands in
//! some solution that is left once this is the answer, and nobody can do without it if no solution
//! is left once it cannot be had.

use crate::catalog::Registry;
use crate::profile::Paper;

use super::evaluate::CatalogRules;
use super::families::{Element, Families, Family, Fate, NONE, once_answered};
use super::formula::{Decides, FactKinds, Formula, Terms, bit};
use super::outcome::Confirm;

/// What part a paper plays for a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Whoever it is for needs it; otherwise something else does as well.
    pub is_required: bool,
    /// Whom it is for, fact by fact: with any other answer the category may be open, but the paper
    /// changes nothing. Empty where no single answer rules it out.
    pub only_if: Vec<Confirm>,
}

impl CatalogRules<'_> {
    /// What part a paper plays for the category at this position, with any coverage and in any
    /// number; none where it plays none, although its name may be there.
    #[must_use]
    pub fn role(&self, at: usize, paper: &Paper) -> Option<Role> {
        let number = self.terms.papers.iter().position(|known| known == paper)?;
        let solved = self.solved(at)?;
        let have = solved.formula.elements.iter().position(|decides| *decides == Decides::Have(number))?;
        let have = Element::try_from(have).ok()?;
        solved.look(&mut |families, solutions| {
            let solved = Solved { formula: &solved.formula, terms: &self.terms, registry: self.registry };
            solved.role(families, solutions, have)
        })
    }
}

struct Solved<'a> {
    formula: &'a Formula,
    terms: &'a Terms,
    registry: &'a Registry,
}

impl Solved<'_> {
    fn role(&self, families: &mut dyn Families, solutions: Family, have: Element) -> Option<Role> {
        if !mentions(families, solutions, have) {
            return None;
        }
        let (mut only_if, mut left) = (Vec::new(), solutions);
        for fact in &self.formula.facts {
            let (mut is_for, mut others) = (0, Vec::new());
            for (answer, kind) in fact.elements().zip(&fact.kinds) {
                let under = families.given(solutions, &|element| once_answered(fact, answer, element));
                if mentions(families, under, have) {
                    is_for |= kind;
                } else if under != NONE {
                    others.push(answer);
                }
            }
            if !others.is_empty() {
                left = families.given(left, &|one| if others.contains(&one) { Fate::Fails } else { Fate::Open });
                only_if.extend(self.confirm(fact, is_for));
            }
        }
        let without = families.given(left, &|one| if one == have { Fate::Fails } else { Fate::Open });
        Some(Role { is_required: without == NONE, only_if })
    }

    fn confirm(&self, fact: &FactKinds, answers: u32) -> Option<Confirm> {
        let id = self.terms.facts.get(fact.fact)?;
        let known = self.registry.fact(id.as_str())?.answers.iter().enumerate();
        let meant = known.filter(|(at, _)| answers & bit(*at) != 0).map(|(_, answer)| answer.id.clone());
        Some(Confirm { fact: id.clone(), answers: meant.collect() })
    }
}

fn mentions(families: &dyn Families, family: Family, element: Element) -> bool {
    families.mentions(family).contains(&element)
}
