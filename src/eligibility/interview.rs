//! One question at a time: the subject, then whatever settles most, then the papers that open most.

use crate::catalog::{Category, Effect, Holder, SUBJECT};
use crate::profile::{Date, Paper, Profile};

use super::evaluate::{CatalogEvaluation, CatalogRules};
use super::formula::Decides;
use super::openers::Opener;
use super::outcome::Question;
use super::prospects::Prospect;

/// Who has spoken of so many papers has told what there is, and is asked for no more.
const PAPERS: usize = 8;

/// Something that is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Topic {
    /// A fact, or what a paper at hand covers.
    Question(Question),
    /// Is this paper at hand, can it be had?
    Paper(Paper),
}

/// How far the questions have come, in the categories that are looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interview {
    /// Every open question, the one that settles most first.
    pub prospects: Vec<Prospect>,
    /// What is asked next; none at the end.
    pub next: Option<Topic>,
    /// The most questions that can still be asked, but for those that further papers bring up.
    pub questions: usize,
    /// The most papers that can still be asked for.
    pub papers: usize,
    /// How many categories no answer changes any more.
    pub settled: usize,
    /// How many categories are looked at.
    pub total: usize,
}

impl Topic {
    /// The question about a fact.
    #[must_use]
    pub fn fact(id: &str) -> Self {
        Self::Question(Question::Fact(id.into()))
    }

    /// Its name in addresses: a fact by its id, a paper as `own.<document>` or
    /// `partner.<document>`, a coverage with its phrase behind that. No id has a dot.
    #[must_use]
    pub fn id(&self) -> String {
        let of_paper = |paper: &Paper| {
            let holder = if paper.holder == Holder::Own { "own." } else { "partner." };
            [holder, paper.document.as_str()].concat()
        };
        match self {
            Self::Question(Question::Fact(fact)) => fact.to_string(),
            Self::Question(Question::Coverage(paper, phrase)) => [&*of_paper(paper), ".", phrase].concat(),
            Self::Paper(paper) => of_paper(paper),
        }
    }

    /// What is called so, whether or not anybody asks about it.
    #[must_use]
    pub fn read(id: &str) -> Self {
        let Some((holder, rest)) = id.split_once('.') else { return Self::fact(id) };
        let holder = if holder == "partner" { Holder::Partner } else { Holder::Own };
        let (document, phrase) = rest.split_once('.').unwrap_or((rest, ""));
        let paper = Paper { document: document.into(), holder };
        match phrase {
            "" => Self::Paper(paper),
            phrase => Self::Question(Question::Coverage(paper, phrase.into())),
        }
    }

    /// Somebody said something about it.
    #[must_use]
    pub fn is_answered(&self, profile: &Profile) -> bool {
        match self {
            Self::Question(Question::Fact(fact)) => profile.answer(fact.as_str()).is_some(),
            Self::Question(Question::Coverage(paper, phrase)) => profile
                .papers
                .get(paper)
                .is_some_and(|known| known.covers.contains(phrase) || known.lacks.contains(phrase)),
            Self::Paper(paper) => profile.papers.contains_key(paper),
        }
    }
}

impl CatalogRules<'_> {
    /// What to ask next about these categories, by what is known; what was passed is not asked.
    ///
    /// The subject comes first, as long as anything depends on it. Then comes the question that
    /// settles most, and where there is none left, the paper that opens most.
    #[must_use]
    pub fn interview(
        &self,
        known: (&CatalogEvaluation, &[Opener]),
        profile: &Profile,
        today: Date,
        is_meant: &dyn Fn(usize) -> bool,
        passed: &[Topic],
    ) -> Interview {
        let (evaluation, openers) = known;
        let prospects = self.prospects(evaluation, profile, today, is_meant);
        let is_asked = |topic: &Topic| !passed.contains(topic);
        let subject = Topic::fact(SUBJECT);
        let matters = prospects.iter().any(|one| Topic::Question(one.question.clone()) == subject)
            || self.has_access_by_subject(is_meant);
        let subject = Some(subject).filter(|topic| matters && profile.subject().is_none() && is_asked(topic));
        let mut questions: Vec<Topic> = subject.into_iter().collect();
        for prospect in &prospects {
            let topic = Topic::Question(prospect.question.clone());
            if is_asked(&topic) && !questions.contains(&topic) {
                questions.push(topic);
            }
        }
        let is_new = |paper: &Paper| !profile.papers.contains_key(paper);
        let passed_papers = passed.iter().filter(|topic| matches!(topic, Topic::Paper(paper) if is_new(paper)));
        let room = PAPERS.saturating_sub(profile.papers.len()).saturating_sub(passed_papers.count());
        let is_open = |paper: &Paper| is_new(paper) && !passed.contains(&Topic::Paper(paper.clone()));
        let best = best(openers, is_meant, &is_open).filter(|_| room > 0);
        let papers = if best.is_none() { 0 } else { self.papers_named(is_meant, &is_open).min(room) };
        let mut meant = evaluation.categories.iter().filter(|one| is_meant(one.category));
        let total = meant.clone().count();
        Interview {
            questions: questions.len(),
            next: questions.into_iter().next().or_else(|| best.map(|paper| Topic::Paper(paper.clone()))),
            papers,
            settled: meant.by_ref().filter(|one| one.questions.is_empty()).count(),
            total,
            prospects,
        }
    }

    /// How many such papers these categories name.
    fn papers_named(&self, is_meant: &dyn Fn(usize) -> bool, is_such: &dyn Fn(&Paper) -> bool) -> usize {
        let mut named = vec![false; self.terms.papers.len()];
        let meant = (0..self.catalog.categories.len()).filter(|at| is_meant(*at)).filter_map(|at| self.solved(at));
        for paper in meant.flat_map(|solved| &solved.formula.elements).filter_map(Decides::paper) {
            if let Some(named) = named.get_mut(paper) {
                *named = true;
            }
        }
        self.terms.papers.iter().zip(named).filter(|(paper, is_named)| *is_named && is_such(paper)).count()
    }

    /// Something beside the requirements depends on the subject: an access method of one of these
    /// categories, or what the catalog gives to a subject without any category.
    fn has_access_by_subject(&self, is_meant: &dyn Fn(usize) -> bool) -> bool {
        let by_subject = |category: &Category| category.access.iter().any(|access| !access.subjects.is_empty());
        let mut meant = self.catalog.categories.iter().enumerate().filter(|(at, _)| is_meant(*at));
        meant.any(|(_, category)| by_subject(category))
            || self.catalog.opening.iter().any(|rule| matches!(rule.effect, Effect::Access(_)))
    }
}

/// The paper that opens most of these categories, or else brings most of them nearer.
fn best<'a>(
    openers: &'a [Opener],
    is_meant: &dyn Fn(usize) -> bool,
    is_open: &dyn Fn(&Paper) -> bool,
) -> Option<&'a Paper> {
    let many = |list: &[usize]| list.iter().filter(|at| is_meant(**at)).count();
    let mut best: Option<([usize; 3], &Paper)> = None;
    for opener in openers.iter().filter(|opener| is_open(&opener.paper)) {
        let rank = [&opener.opens, &opener.opens_if_confirmed, &opener.nearer].map(|list| many(list));
        // Among equals the name decides, so that the order of categories does not.
        let is_better =
            |(most, known): &([usize; 3], &Paper)| rank > *most || (rank == *most && opener.paper < **known);
        if rank != [0; 3] && best.as_ref().is_none_or(is_better) {
            best = Some((rank, &opener.paper));
        }
    }
    best.map(|(_, paper)| paper)
}
