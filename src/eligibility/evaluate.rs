//! One profile against the categories of a catalog.

use crate::catalog::{Catalog, CategoryPath, Coverage, OpeningRule, Registry};
use crate::order::{by_rank, pair};
use crate::profile::{Date, Profile, Standing};

use super::blockers::blockers;
use super::diagram::{ALWAYS, Diagrams, Function, NEVER, Variable};
use super::family::Families;
use super::formula::{Asks, Decides, Formula, Tree};
use super::outcome::{AccessOpened, Evaluation, LimitedList, Question, Route, Verdict};
use super::routes::route;

/// How many routes are listed; the rest is cut, and the answer says so.
const ROUTES: usize = 4_096;

/// A catalog made ready for evaluation.
#[derive(Debug, Clone)]
pub struct CatalogRules<'a> {
    /// The catalog.
    pub catalog: &'a Catalog,
    /// What it points at.
    pub registry: &'a Registry,
    pub(super) formulas: Vec<Formula>,
}

/// The answers for a whole catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogEvaluation {
    /// The opening rules that concern this subject: said once, not on every category.
    pub opening: Vec<OpeningRule>,
    /// One for every category, in the order of the catalog.
    pub categories: Vec<Evaluation>,
}

impl<'a> CatalogRules<'a> {
    /// Lowers every category once; evaluation then starts from there.
    #[must_use]
    pub fn new(catalog: &'a Catalog, registry: &'a Registry) -> Self {
        let formulas = catalog.categories.iter().map(|category| Formula::of(catalog, category, registry)).collect();
        Self { catalog, registry, formulas }
    }

    /// Evaluates every category. `today` decides which papers have expired.
    #[must_use]
    pub fn evaluate(&self, profile: &Profile, today: Date) -> CatalogEvaluation {
        let mut categories: Vec<Evaluation> =
            (0..self.formulas.len()).filter_map(|at| self.by_itself(at, profile, today)).collect();
        let ready: Vec<usize> =
            categories.iter().filter(|one| one.verdict == Verdict::Ready).map(|one| one.category).collect();
        let is_ready = |path: &CategoryPath| {
            let at = self.catalog.categories.iter().position(|category| category.path == *path);
            at.is_some_and(|at| ready.contains(&at))
        };
        for evaluation in &mut categories {
            evaluation.access = self.access(evaluation.category, is_ready);
        }
        let subject = profile.subject();
        let concerns = |rule: &&OpeningRule| subject.is_some_and(|subject| rule.subjects.contains(subject));
        CatalogEvaluation { opening: self.catalog.opening.iter().filter(concerns).cloned().collect(), categories }
    }

    /// Evaluates the category at this position, and those that its access methods depend on; none
    /// where there is no such position.
    #[must_use]
    pub fn evaluate_one(&self, at: usize, profile: &Profile, today: Date) -> Option<Evaluation> {
        let mut evaluation = self.by_itself(at, profile, today)?;
        evaluation.access = self.access(at, |path| {
            let other = self.catalog.categories.iter().position(|category| category.path == *path);
            let other = other.and_then(|other| self.by_itself(other, profile, today));
            other.is_some_and(|other| other.verdict == Verdict::Ready)
        });
        Some(evaluation)
    }

    fn access(&self, at: usize, is_ready: impl Fn(&CategoryPath) -> bool) -> Vec<AccessOpened> {
        let Some(category) = self.catalog.categories.get(at) else { return Vec::new() };
        category
            .access
            .iter()
            .map(|access| AccessOpened {
                method: access.method.clone(),
                with: access.with.clone(),
                open: access.with.as_ref().is_none_or(&is_ready),
                line: access.line,
            })
            .collect()
    }

    /// Everything but the access methods, which depend on other categories.
    fn by_itself(&self, at: usize, profile: &Profile, today: Date) -> Option<Evaluation> {
        let category = self.catalog.categories.get(at)?;
        let situation = Situation::new(self.formulas.get(at)?, self.registry, profile, today);
        let judged = situation.judge();
        let stated = |activity| profile.activities.contains(activity);
        Some(Evaluation {
            category: at,
            verdict: judged.verdict,
            routes: judged.routes,
            blockers: judged.blockers,
            questions: judged.questions,
            access: Vec::new(),
            supplements: category.supplements.iter().filter(|one| stated(&one.activity)).cloned().collect(),
            restrictions: category
                .restrictions
                .iter()
                .filter(|one| one.activity.as_ref().is_none_or(stated))
                .cloned()
                .collect(),
            reviews: category.reviews.clone(),
        })
    }
}

/// A formula in the light of a profile.
#[derive(Debug)]
pub(super) struct Situation<'a> {
    pub(super) formula: &'a Formula,
    pub(super) registry: &'a Registry,
    pub(super) profile: &'a Profile,
    /// How each paper of the formula stands.
    pub(super) standings: Vec<Standing<'a>>,
}

/// What is taken as settled when a function is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// What the applicant can still bring about is open: routes and verdict.
    Possible,
    /// The same, with every application by mail or invitation granted.
    Granted,
    /// The same, with everything that the source does not say granted as well.
    Assumed,
    /// Even answers given and papers not to be had are open: blockers.
    Lifted,
}

/// What [`Situation::judge`] finds.
pub(super) struct Judged {
    pub(super) verdict: Verdict,
    pub(super) routes: LimitedList<Route>,
    pub(super) blockers: LimitedList<super::outcome::Blocker>,
    pub(super) questions: Vec<Question>,
}

impl<'a> Situation<'a> {
    pub(super) fn new(formula: &'a Formula, registry: &'a Registry, profile: &'a Profile, today: Date) -> Self {
        let standings = formula.papers.iter().map(|paper| profile.standing(paper, today)).collect();
        Self { formula, registry, profile, standings }
    }

    /// Verdict, routes, blockers and questions.
    pub(super) fn judge(&self) -> Judged {
        let mut diagrams = Diagrams::default();
        let possible = self.function(&mut diagrams, &self.formula.tree, View::Possible);
        if possible == ALWAYS {
            let routes = LimitedList { list: vec![Route::default()], cut: false };
            return Judged { verdict: Verdict::Ready, routes, blockers: LimitedList::default(), questions: Vec::new() };
        }
        let granted = self.beyond(&mut diagrams, View::Granted);
        let assumed = self.beyond(&mut diagrams, View::Assumed);
        let verdict = if self.as_things_stand(&mut diagrams, possible) != NEVER {
            Verdict::Ask
        } else if possible != NEVER {
            Verdict::Missing
        } else if granted != NEVER {
            Verdict::OnRequest
        } else if assumed != NEVER {
            Verdict::Unlisted
        } else {
            Verdict::Closed
        };
        let routes = self.routes(&mut diagrams, possible);
        let questions = self.questions(&diagrams, &[possible, granted, assumed]);
        Judged { verdict, routes, blockers: blockers(self, &mut diagrams), questions }
    }

    pub(super) fn routes(&self, diagrams: &mut Diagrams, function: Function) -> LimitedList<Route> {
        let mut families = Families::new(&self.formula.elements);
        let (solutions, cut) = families.minimal_solutions(diagrams, function, ROUTES);
        let list: Vec<Route> = solutions.iter().map(|solution| route(self, solution)).collect();
        LimitedList { list: by_rank(list, |route| pair(route.steps.len(), route.papers())), cut }
    }

    /// Whether the category could be had beyond our steps: papers that can be had are taken as
    /// had, so that only what decides between verdicts remains.
    fn beyond(&self, diagrams: &mut Diagrams, view: View) -> Function {
        if !self.formula.variables.iter().any(|decides| matches!(decides, Decides::Beyond(_))) {
            return NEVER;
        }
        let function = self.function(diagrams, &self.formula.tree, view);
        diagrams.restrict(function, &|variable| match self.decides(variable) {
            Some(Decides::Fact(_)) | None => None,
            Some(_) => Some(1),
        })
    }

    /// The function with no further paper: only facts and unsaid coverages stay open.
    pub(super) fn as_things_stand(&self, diagrams: &mut Diagrams, function: Function) -> Function {
        diagrams.restrict(function, &|variable| match self.decides(variable) {
            Some(decides @ (Decides::Fact(_) | Decides::Covers(..))) if self.is_question(decides) => None,
            _ => Some(0),
        })
    }

    fn questions(&self, diagrams: &Diagrams, functions: &[Function]) -> Vec<Question> {
        let supports: Vec<Vec<Variable>> = functions.iter().map(|&function| diagrams.support(function)).collect();
        let matters = |variable: &Variable| supports.iter().any(|support| support.contains(variable));
        let variables = (0..).zip(&self.formula.variables).filter(|(variable, _)| matters(variable));
        variables
            .map(|(_, decides)| decides)
            .filter(|decides| self.is_question(decides))
            .filter_map(|decides| match decides {
                Decides::Fact(fact) => self.formula.facts.get(*fact).map(|fact| Question::Fact(fact.fact.clone())),
                Decides::Covers(paper, phrase) => {
                    self.formula.papers.get(*paper).map(|paper| Question::Coverage(paper.clone(), phrase.clone()))
                }
                _ => None,
            })
            .collect()
    }

    /// An open fact, or a coverage of a held paper of which nobody said anything.
    fn is_question(&self, decides: &Decides) -> bool {
        match decides {
            Decides::Fact(_) => self.known(decides, View::Possible).is_none(),
            Decides::Covers(paper, phrase) => match self.standings.get(*paper) {
                Some(Standing::Held(holding)) => !holding.covers.contains(phrase) && !holding.lacks.contains(phrase),
                _ => false,
            },
            _ => false,
        }
    }

    fn decides(&self, variable: Variable) -> Option<&'a Decides> {
        self.formula.variables.get(variable as usize)
    }

    /// The branch that is settled for a variable in this view.
    pub(super) fn known(&self, decides: &Decides, view: View) -> Option<usize> {
        let lifted = view == View::Lifted;
        let of_paper = |paper: usize, is: &dyn Fn(&crate::profile::Holding) -> bool| match self.standings.get(paper) {
            Some(Standing::Held(holding)) if is(holding) => Some(1),
            Some(Standing::Unobtainable) if !lifted => Some(0),
            _ => None,
        };
        match decides {
            Decides::Fact(_) if lifted => None,
            Decides::Fact(fact) => {
                let kinds = self.formula.facts.get(*fact)?;
                let answered = self.profile.answer(kinds.fact.as_str())?;
                let known = self.registry.fact(kinds.fact.as_str())?;
                let place = known.answers.iter().position(|answer| answer.id == *answered)?;
                kinds.kinds.iter().position(|kind| kind & super::formula::bit(place) != 0)
            }
            Decides::Have(paper) => of_paper(*paper, &|_| true),
            Decides::Count(paper, count) => of_paper(*paper, &|holding| holding.count >= *count),
            Decides::Covers(paper, phrase) => of_paper(*paper, &|holding| holding.covers.contains(phrase)),
            Decides::Beyond(leaf) => match (view, self.formula.leaves.get(*leaf).map(|leaf| &leaf.asks)) {
                (View::Lifted, _) => None,
                (View::Granted | View::Assumed, Some(Asks::OnRequest(_))) | (View::Assumed, Some(Asks::Unlisted)) => {
                    Some(1)
                }
                _ => Some(0),
            },
        }
    }

    /// The function of a tree, with what is settled in this view put in.
    pub(super) fn function(&self, diagrams: &mut Diagrams, tree: &Tree, view: View) -> Function {
        match tree {
            Tree::True => ALWAYS,
            Tree::Leaf(at) => self.leaf(diagrams, *at, view),
            Tree::All(members) => members.iter().fold(ALWAYS, |all, member| {
                let member = self.function(diagrams, member, view);
                diagrams.and(all, member)
            }),
            Tree::Any(members) => members.iter().fold(NEVER, |any, member| {
                let member = self.function(diagrams, member, view);
                diagrams.or(any, member)
            }),
            Tree::AtLeast(least, members) => {
                let members: Vec<_> = members.iter().map(|member| self.function(diagrams, member, view)).collect();
                diagrams.at_least(*least, &members)
            }
        }
    }

    fn leaf(&self, diagrams: &mut Diagrams, at: usize, view: View) -> Function {
        let Some(leaf) = self.formula.leaves.get(at) else { return NEVER };
        match &leaf.asks {
            Asks::OnRequest(_) | Asks::Unlisted => self.variable(diagrams, &Decides::Beyond(at), view),
            Asks::Fact { fact, answers } => {
                let Some(kinds) = self.formula.facts.get(*fact) else { return NEVER };
                let met = |kind: &u32| if kind & !answers == 0 && *kind != 0 { ALWAYS } else { NEVER };
                let decides = Decides::Fact(*fact);
                match (self.known(&decides, view), self.formula.variable(&decides)) {
                    (Some(kind), _) => kinds.kinds.get(kind).map_or(NEVER, met),
                    (None, Some(variable)) => diagrams.choice(variable, kinds.kinds.iter().map(met).collect()),
                    (None, None) => NEVER,
                }
            }
            Asks::Paper { paper, coverage, count } => {
                let mut all = self.variable(diagrams, &Decides::Have(*paper), view);
                // Whoever has three has two as well.
                for decides in &self.formula.variables {
                    if matches!(decides, Decides::Count(of, least) if of == paper && least <= count) {
                        let count = self.variable(diagrams, decides, view);
                        all = diagrams.and(all, count);
                    }
                }
                let any = matches!(coverage, Coverage::Any(_));
                let mut covered = if any { NEVER } else { ALWAYS };
                for phrase in coverage.phrases() {
                    let one = self.variable(diagrams, &Decides::Covers(*paper, phrase.clone()), view);
                    covered = if any { diagrams.or(covered, one) } else { diagrams.and(covered, one) };
                }
                diagrams.and(all, covered)
            }
        }
    }

    fn variable(&self, diagrams: &mut Diagrams, decides: &Decides, view: View) -> Function {
        match (self.known(decides, view), self.formula.variable(decides)) {
            (Some(0), _) | (None, None) => NEVER,
            (Some(_), _) => ALWAYS,
            (None, Some(variable)) => diagrams.variable(variable),
        }
    }
}
