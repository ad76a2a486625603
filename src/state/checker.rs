//! The main job: the profile in use against the catalog on screen.

use std::sync::Arc;

use leptos::prelude::*;
use rustc_hash::FxHashMap;

use super::data::{Data, Shelf};
use super::drafts::Drafts;
use super::navigation::Navigation;
use super::questions::Questions;
use super::rows::{Group, Row, grouped};
use crate::browser::measured;
use crate::catalog::{Access, AskedPaper, Category};
use crate::eligibility::{CatalogEvaluation, CatalogRules, Evaluation, Limits, Opener, Prospect, Question, openers};
use crate::i18n::messages;
use crate::profile::{Date, Paper, Profile, ProfileError};
use crate::search::Fit;

/// What the checker shows, all of it derived.
#[derive(Clone, Copy)]
pub struct Checker {
    /// The visitor's day.
    pub today: Date,
    /// Everything for the catalog on screen.
    answers: Memo<Arc<Answers>>,
    /// What the filters leave of it.
    lines: Memo<Arc<Lines>>,
    /// What is asked, in the order of the form.
    questions: Memo<Arc<Questions>>,
}

/// The lines of the list.
#[derive(Debug, Default)]
struct Lines {
    /// Their catalog; none before there are any.
    shelf: Option<&'static Shelf>,
    /// Those that were made, by category, and from what: they are made again only from another.
    made: Vec<Option<(Arc<Evaluation>, Arc<Row>)>>,
    groups: Arc<Vec<Group>>,
    /// Nothing goes with the text of the filter; these come nearest.
    is_nearest: bool,
    /// How many lines have been made.
    many: u64,
}

/// The profile in use and the answers for the catalog on screen.
#[derive(Debug, Clone)]
pub struct Answers {
    /// The profile in use.
    pub profile: Profile,
    /// What in the draft this build does not know.
    pub unknown: Vec<ProfileError>,
    /// The catalog on screen.
    pub shelf: &'static Shelf,
    /// The answers for all of its categories, whatever the filters.
    pub evaluation: CatalogEvaluation,
    /// Everything that is asked, once, and in how many categories.
    pub asked: Vec<(Question, usize)>,
    /// Papers that open categories by themselves, those first that open most.
    pub openers: Vec<Opener>,
}

impl Answers {
    /// The answers for the draft in use and the catalog that the address names. They are the same in
    /// every language.
    #[must_use]
    pub fn follow(data: Signal<&'static Data>, drafts: Drafts, navigation: Navigation, today: Date) -> Memo<Arc<Self>> {
        let answer = move |before: Option<&Arc<Self>>| {
            let data = data.get();
            let (profile, unknown) = drafts.current().profile.salvage(data.registry);
            let shelf = data.shelf(&navigation.filters().catalog);
            let rules = shelf.rules();
            let before = before.filter(|before| std::ptr::eq(before.shelf, shelf));
            let evaluation = measured("leimu:evaluate", || match before {
                Some(before) => {
                    let known = (&before.profile, &before.evaluation);
                    rules.evaluate_again(Limits::LINE, known, &profile, today)
                }
                None => rules.evaluate_within(Limits::LINE, &profile, today),
            });
            let (asked, openers) = (asked(&evaluation), openers(&evaluation));
            Arc::new(Self { profile, unknown, shelf, evaluation, asked, openers })
        };
        // It runs when something changed, and looking for what did not would take as long again.
        Memo::new_with_compare(answer, |_, _| true)
    }
}

impl Checker {
    /// Derives everything from the answers and from the address.
    #[must_use]
    pub fn new(answers: Memo<Arc<Answers>>, data: Signal<&'static Data>, navigation: Navigation, today: Date) -> Self {
        let draw = move |before: Option<&Arc<Lines>>| {
            let answers = answers.get();
            let filters = navigation.filters();
            let shelf = answers.shelf;
            let rules = shelf.rules();
            let business = data.get_untracked().links.business_called(&filters.business);
            let of_business = business.and_then(|business| business.categories.get(&rules.catalog.id));
            let is_shown = |one: &&Arc<Evaluation>| {
                let Some(category) = rules.catalog.categories.get(one.category) else { return false };
                (filters.level.is_empty() || category.path.first_level() == filters.level)
                    && (filters.access.is_empty() || opens(category, &filters.access, &answers.profile))
                    && (filters.business.is_empty() || of_business.is_some_and(|paths| paths.contains(&category.path)))
            };
            let found = (!filters.text.is_empty()).then(|| {
                let mut meant = vec![false; rules.catalog.categories.len()];
                for one in answers.evaluation.categories.iter().filter(is_shown) {
                    if let Some(meant) = meant.get_mut(one.category) {
                        *meant = true;
                    }
                }
                let is_meant = |at: usize| meant.get(at).copied().unwrap_or(false);
                data.get_untracked().going_with(&filters.text, shelf, &is_meant)
            });
            let is_found = |one: &&Arc<Evaluation>| match &found {
                Some((found, _)) => found.contains(&one.category),
                None => is_shown(one),
            };
            let known = before.filter(|before| before.shelf.is_some_and(|before| std::ptr::eq(before, shelf)));
            let known = known.map(|before| &before.made);
            let mut lines =
                Lines { shelf: Some(shelf), many: before.map_or(0, |before| before.many), ..Lines::default() };
            Arc::new(measured("leimu:rows", || {
                lines.made.resize(answers.evaluation.categories.len(), None);
                let mut rows = Vec::new();
                lines.is_nearest = found.as_ref().is_some_and(|(_, fit)| *fit == Fit::Nearest);
                for one in answers.evaluation.categories.iter().filter(is_found) {
                    let before = known.and_then(|known| known.get(one.category)?.as_ref());
                    let row = match before {
                        Some((made_from, row)) if Arc::ptr_eq(made_from, one) => Some(row.clone()),
                        _ => {
                            lines.many = lines.many.saturating_add(1);
                            let before = before.map(|(_, row)| row);
                            Row::of(before, lines.many, rules, one, &answers.profile, messages())
                        }
                    };
                    let Some(row) = row else { continue };
                    if let Some(made) = lines.made.get_mut(one.category) {
                        *made = Some((one.clone(), row.clone()));
                    }
                    rows.push(row);
                }
                lines.groups = Arc::new(grouped(rows));
                lines
            }))
        };
        let differ = |before: Option<&Arc<Lines>>, after: Option<&Arc<Lines>>| {
            let shown = |lines: Option<&Arc<Lines>>| lines.map(|lines| (lines.groups.clone(), lines.is_nearest));
            shown(before) != shown(after)
        };
        let ask = move |before: Option<&Arc<Questions>>| {
            Arc::new(Questions::of(before.map(AsRef::as_ref), &answers.get(), today))
        };
        let questions = Memo::new_with_compare(ask, |_, _| true);
        Self { today, answers, lines: Memo::new_with_compare(draw, differ), questions }
    }

    /// The profile in use and the answers for the catalog on screen.
    #[must_use]
    pub fn answers(self) -> Arc<Answers> {
        self.answers.get()
    }

    /// The rules of the catalog on screen.
    #[must_use]
    pub fn rules(self) -> &'static CatalogRules<'static> {
        self.shelf().rules()
    }

    /// The catalog on screen.
    #[must_use]
    pub fn shelf(self) -> &'static Shelf {
        self.answers.with(|answers| answers.shelf)
    }

    /// The categories that the filters leave, by verdict.
    #[must_use]
    pub fn groups(self) -> Arc<Vec<Group>> {
        self.lines.with(|lines| lines.groups.clone())
    }

    /// Nothing goes with the text of the filter: the categories that are shown come nearest.
    #[must_use]
    pub fn is_nearest(self) -> bool {
        self.lines.with(|lines| lines.is_nearest)
    }

    /// The facts that still matter and those that are answered. What settles most comes first, and
    /// an answer moves nothing above it. The subject is not among them: it is always shown.
    #[must_use]
    pub fn facts(self) -> Vec<&'static str> {
        self.questions.with(|questions| questions.facts.clone())
    }

    /// What answering a fact would do, as long as it is open and matters.
    #[must_use]
    pub fn prospect(self, fact: &str) -> Option<Prospect> {
        let is_it = |one: &&Prospect| matches!(&one.question, Question::Fact(asked) if asked.as_str() == fact);
        self.questions.with(|questions| questions.prospects.iter().find(is_it).cloned())
    }

    /// The phrases of a paper that still matter or are answered.
    #[must_use]
    pub fn phrases(self, paper: &Paper) -> Vec<Arc<str>> {
        let answers = self.answers.get();
        let holding = answers.profile.papers.get(paper);
        let matters = |phrase: &Arc<str>| {
            let question = Question::Coverage(paper.clone(), phrase.clone());
            answers.asked.iter().any(|(asked, _)| *asked == question)
        };
        let is_said = |phrase: &Arc<str>| {
            holding.is_some_and(|holding| holding.covers.contains(&**phrase) || holding.lacks.contains(&**phrase))
        };
        let asked = self.asked(paper).into_iter().flat_map(|asked| &asked.phrases);
        asked.filter(|phrase| is_said(phrase) || matters(phrase)).cloned().collect()
    }

    /// The most of a paper that the catalog on screen asks for.
    #[must_use]
    pub fn most_asked(self, paper: &Paper) -> u32 {
        self.asked(paper).map_or(1, |asked| asked.count)
    }

    fn asked(self, paper: &Paper) -> Option<&'static AskedPaper> {
        self.shelf().papers().iter().find(|one| one.document == paper.document && one.holder == paper.holder)
    }
}

/// Whether a category opens this interface or way to stream live, to this subject as far as it is
/// known.
fn opens(category: &Category, method: &str, profile: &Profile) -> bool {
    let is_for = |access: &Access| {
        access.subjects.is_empty() || profile.subject().is_none_or(|subject| access.subjects.contains(subject))
    };
    category.access.iter().any(|access| access.method.as_str() == method && is_for(access))
}

fn asked(evaluation: &CatalogEvaluation) -> Vec<(Question, usize)> {
    let mut asked: Vec<(Question, usize)> = Vec::new();
    let mut places: FxHashMap<&Question, usize> = FxHashMap::default();
    for question in evaluation.categories.iter().flat_map(|one| &*one.questions) {
        let place = *places.entry(question).or_insert(asked.len());
        match asked.get_mut(place) {
            Some((_, categories)) => *categories = categories.saturating_add(1),
            None => asked.push((question.clone(), 1)),
        }
    }
    asked
}
