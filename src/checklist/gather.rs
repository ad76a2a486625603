//! From evaluations to words.

use crate::catalog::{Kind, Reading, Registry, Requirement, SUBJECT};
use crate::eligibility::{CatalogRules, Cause, Explained, Portfolio, PortfolioPaper, Route, Trouble, Why, portfolio};
use crate::i18n::{DraftWords, HandOver, Messages};
use crate::profile::{Date, Profile};
use crate::wording::{
    asked_of, category_words, name_words, node_words, paper_name, remark_words, step_words, summary, trouble_words,
};

use super::{Answer, Checklist, PaperLine, RequirementLine, rules};

/// How many ways are written out.
const ROUTES: usize = 6;

/// A category to be handed over.
#[derive(Debug, Clone, Copy)]
pub struct Chosen<'a> {
    /// Its catalog.
    pub rules: &'a CatalogRules<'a>,
    /// Its position there.
    pub at: usize,
    /// The version of the catalog's data.
    pub version: &'a str,
    /// The address of the category in this page; empty where there is none.
    pub link: &'a str,
}

/// Gathers the answers for these categories.
#[must_use]
pub fn checklist(
    title: &str,
    chosen: &[Chosen<'_>],
    registry: &Registry,
    profile: &Profile,
    today: Date,
    say: &Messages,
) -> Checklist {
    let gathering = Gathering { registry, profile, today, say };
    let found = |one: &Chosen<'_>| one.rules.catalog.categories.get(one.at).is_some();
    let chosen: Vec<Chosen<'_>> = chosen.iter().copied().filter(found).collect();
    let explained: Vec<Option<Explained<'_>>> =
        chosen.iter().map(|one| one.rules.explain(one.at, profile, today)).collect();
    let paths: Vec<_> =
        chosen.iter().filter_map(|one| Some((one.rules, &one.rules.catalog.categories.get(one.at)?.path))).collect();
    let together = portfolio(&paths, registry, profile, today);
    let answers = chosen.iter().zip(&explained);
    let categories: Vec<Answer> =
        answers.filter_map(|(one, explained)| gathering.answer(*one, explained.as_ref())).collect();
    let routes = together.routes.iter().take(ROUTES).map(|route| gathering.route(route));
    Checklist {
        title: title.to_owned(),
        made: today,
        applicant: gathering.applicant(&chosen),
        papers: gathering.papers(&together, &chosen),
        is_open: together.is_open(),
        routes: routes.filter(|words| !words.is_empty()).collect(),
        more_routes: together.routes.len().saturating_sub(ROUTES),
        is_cut: together.routes.is_cut(),
        problems: gathering.problems(&together, &categories),
        categories,
    }
}

struct Gathering<'a> {
    registry: &'a Registry,
    profile: &'a Profile,
    today: Date,
    say: &'a Messages,
}

impl Gathering<'_> {
    fn answer(&self, chosen: Chosen<'_>, explained: Option<&Explained<'_>>) -> Option<Answer> {
        let Self { registry, profile, say, .. } = self;
        let rules = chosen.rules;
        let catalog = rules.catalog;
        let category = catalog.categories.get(chosen.at)?;
        let evaluation = rules.evaluate_one(chosen.at, profile, self.today)?;
        let mut requirement = Vec::new();
        if let Some(root) = explained {
            self.lines(root, 0, &mut requirement);
        }
        let words = HandOver::of(say.language);
        let line = (say.line)(category.line);
        let called = |name: &str| name_words(name, registry, say);
        let (publisher, title) = (called(&catalog.publisher).words, called(&catalog.title).words);
        let source = (words.source)(&publisher, &title, &[&*catalog.date, line.as_str()]);
        let own = category.links.iter().chain(&catalog.links);
        let mut pages: Vec<(String, String)> = Vec::new();
        let published = catalog.page.as_deref().map(|page| (&*catalog.title, page));
        for (title, address) in own.map(|link| (&*link.title, &*link.address)).chain(published) {
            if !pages.iter().any(|(_, known)| known == address) {
                pages.push((called(title).text(), address.to_owned()));
            }
        }
        Some(Answer {
            path: category_words(&category.path, registry, say).text(),
            catalog: called(&catalog.short).text(),
            verdict: evaluation.verdict,
            sentence: summary(&evaluation, category, profile, registry, say).text(),
            requirement,
            rules: rules::of(category, profile, registry, say),
            source,
            version: format!("{} {}", catalog.id, chosen.version),
            pages,
            link: chosen.link.to_owned(),
        })
    }

    fn lines(&self, one: &Explained<'_>, depth: usize, lines: &mut Vec<RequirementLine>) {
        let mut note = one.cause.as_ref().and_then(|cause| self.trouble(cause)).unwrap_or_default();
        if let Some(reading) = reading(one.node, self.registry, self.say) {
            note.push_str(if note.is_empty() { "" } else { self.say.also });
            note.push_str(&reading);
        }
        let words = node_words(one.node, self.registry, self.say);
        lines.push(RequirementLine { depth, words, value: one.value, note });
        for member in &one.members {
            self.lines(member, depth.saturating_add(1), lines);
        }
    }

    /// What is to be got; then, under which conditions.
    fn route(&self, route: Route<'_>) -> String {
        let say = self.say;
        let (mut steps, mut conditions) = (Vec::new(), Vec::new());
        for step in route.steps() {
            let list = if step.paper().is_some() { &mut steps } else { &mut conditions };
            list.push(step_words(step, self.profile, self.registry, say));
        }
        let conditions = conditions.join(say.list);
        let mut words = steps.join(say.together);
        if words.is_empty() && !conditions.is_empty() {
            words.push_str(say.to_confirm);
            words.push_str(&conditions);
        } else if !conditions.is_empty() {
            words.push_str(&(say.under_condition)(&conditions));
        }
        words
    }

    /// What is wrong with a leaf, in a few words.
    fn trouble(&self, cause: &Cause) -> Option<String> {
        let say = self.say;
        match &cause.why {
            Why::Paper { trouble, .. } => Some(trouble_said(*trouble, say).to_owned()),
            Why::Fact { answered: None, .. } => Some(say.fact_open.to_owned()),
            Why::Fact { fact, answered: Some(answer), .. } => {
                let known = self.registry.fact(fact.as_str())?.answer(answer.as_str())?;
                Some((say.fact_otherwise)(say.language.of(&known.zh, &known.en)))
            }
            Why::OnRequest(_) | Why::Unlisted => None,
        }
    }

    /// The subject, and the answers that the categories ask for.
    fn applicant(&self, chosen: &[Chosen<'_>]) -> String {
        let mut asked: Vec<&str> = vec![SUBJECT];
        for category in chosen.iter().filter_map(|one| one.rules.catalog.categories.get(one.at)) {
            category.requirement.walk(&mut |node| match &node.kind {
                Kind::Fact(condition) if !asked.contains(&condition.fact.as_str()) => {
                    asked.push(condition.fact.as_str());
                }
                _ => {}
            });
        }
        applicant(&asked, self.profile, self.registry, self.say)
    }

    fn papers(&self, together: &Portfolio, chosen: &[Chosen<'_>]) -> Vec<PaperLine> {
        let line = |one: &PortfolioPaper| {
            let serves = one.serves.iter().filter_map(|&at| chosen.get(at));
            let serves = serves.filter_map(|one| one.rules.catalog.categories.get(one.at));
            let holding = self.profile.papers.get(&one.paper);
            PaperLine {
                paper: one.paper.clone(),
                words: asked_of(&one.paper, serves.map(|category| &category.requirement), self.registry, self.say),
                trouble: one.trouble,
                valid_until: holding.and_then(|holding| holding.valid_until),
                need: one.need,
                serves: one.serves.clone(),
                stage: None,
                note: String::new(),
            }
        };
        together.papers.iter().map(line).collect()
    }

    fn problems(&self, together: &Portfolio, categories: &[Answer]) -> Vec<String> {
        let (say, words) = (self.say, HandOver::of(self.say.language));
        // Of one category, the sentence of its verdict says it.
        if categories.len() < 2 {
            return Vec::new();
        }
        let names = |set: &Vec<usize>| {
            let names = set.iter().filter_map(|&at| categories.get(at));
            names.map(|one| one.path.as_str()).collect::<Vec<_>>().join(say.list)
        };
        let uncounted = (!together.is_counted).then(|| DraftWords::of(say.language).uncounted.to_owned());
        let conflicts = together.conflicts.iter().map(|set| (words.not_together)(&names(set)));
        let unavoidable = together.unavoidable.iter().map(|papers| {
            let names: Vec<String> = papers.iter().map(|paper| paper_name(paper, self.registry, say)).collect();
            (words.one_must_be_had)(&names.join(say.list))
        });
        uncounted.into_iter().chain(conflicts).chain(unavoidable).collect()
    }
}

/// What an applicant answered to these questions; the subject is named even where it was not said.
#[must_use]
pub fn applicant(facts: &[&str], profile: &Profile, registry: &Registry, say: &Messages) -> String {
    let words = HandOver::of(say.language);
    let mut said = Vec::new();
    for fact in facts {
        let Some(known) = registry.fact(fact) else { continue };
        let is_subject = *fact == SUBJECT;
        let question = if is_subject { say.subject } else { say.language.of(&known.zh, &known.en) };
        match profile.answer(fact).and_then(|answer| known.answer(answer.as_str())) {
            Some(answer) => {
                let question = question.trim_end_matches(['？', '?']);
                said.push((words.label)(question, say.language.of(&answer.zh, &answer.en)));
            }
            None if is_subject => said.push(words.applicant_unsaid.to_owned()),
            None => {}
        }
    }
    said.join(say.also)
}

/// What is wrong with a paper, as one tells it to somebody else.
pub(super) fn trouble_said(trouble: Trouble, say: &Messages) -> &'static str {
    match trouble {
        Trouble::Unobtainable => HandOver::of(say.language).cannot_be_had,
        other => trouble_words(other, say),
    }
}

/// How a node was read, where the source does not simply say it.
fn reading(node: &Requirement, registry: &Registry, say: &Messages) -> Option<String> {
    let mut words = match node.reading {
        Reading::Literal => return None,
        Reading::Inferred => say.inferred,
        Reading::Ambiguous => say.ambiguous,
    }
    .to_owned();
    if let Some(note) = &node.note {
        words.push_str(say.colon);
        words.push_str(remark_words(note, registry, say).trim_end_matches(['。', '.']));
    }
    Some(words)
}
