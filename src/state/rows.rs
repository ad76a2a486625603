//! The lines of the result list.

use std::sync::Arc;

use crate::address::Place;
use crate::eligibility::{CatalogRules, Evaluation, Verdict};
use crate::i18n::{Language, Messages};
use crate::order::{by_rank, pair};
use crate::profile::Profile;
use crate::wording::{Sentence, category_words, name_words, names_words, summary, supplement_words};

/// The categories of one verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The verdict.
    pub verdict: Verdict,
    /// Its categories, those nearest to Ready first.
    pub rows: Vec<Arc<Row>>,
}

/// One category in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// No other line ever made has the same number, unless it says the same of the same category.
    pub number: u64,
    /// Its position in the catalog.
    pub category: usize,
    /// The verdict.
    pub verdict: Verdict,
    /// The names above.
    pub above: String,
    /// Its own name.
    pub name: String,
    /// The whole path as the source writes it, where the names are translated.
    pub original: Option<String>,
    /// Its address.
    pub address: String,
    /// What is missing, or why.
    pub summary: Sentence,
    /// The access methods that it opens now.
    pub access: Vec<&'static str>,
    /// Another source contradicts the row.
    pub doubtful: bool,
    /// How far it is from Ready.
    distance: usize,
}

/// The order in which verdicts are shown: what can be acted on comes first.
const ORDER: [Verdict; 6] =
    [Verdict::Ready, Verdict::Ask, Verdict::Missing, Verdict::OnRequest, Verdict::Closed, Verdict::Unlisted];

impl Row {
    /// The line for one evaluation, in the place of an earlier one of the same category; none where
    /// the catalog has no such category.
    pub(super) fn of(
        before: Option<&Arc<Self>>,
        number: u64,
        rules: &CatalogRules<'static>,
        evaluation: &Evaluation,
        profile: &Profile,
        say: &Messages,
    ) -> Option<Arc<Self>> {
        let category = rules.catalog.categories.get(evaluation.category)?;
        let names = &category.path.0;
        let above = names.get(..names.len().saturating_sub(1)).unwrap_or_default();
        let mut text = summary(evaluation, category, profile, rules.registry, say);
        for supplement in evaluation.supplements.iter().filter_map(|&at| category.supplements.get(at)) {
            text = text
                .plain(" · ")
                .stressed((say.needs_supplement)(&supplement_words(supplement, rules.registry, say).words));
        }
        let mut access: Vec<&'static str> = Vec::new();
        for opened in evaluation.access.iter().filter_map(|&at| category.access.get(at)) {
            let name = rules.registry.access_method(opened.method.as_str()).and_then(|method| method.tag.as_deref());
            let name = name.map(|name| match say.language {
                Language::Chinese => name,
                Language::English => rules.registry.english_name(name).unwrap_or(name),
            });
            access.extend(name.filter(|name| !access.contains(name)));
        }
        let row = Self {
            number: before.map_or(number, |before| before.number),
            category: evaluation.category,
            verdict: evaluation.verdict,
            above: names_words(above, rules.registry, say).words,
            name: name_words(category.path.last_level(), rules.registry, say).words,
            original: category_words(&category.path, rules.registry, say).original,
            address: Place::Category(rules.catalog.id.to_string(), category.path.clone()).fragment(),
            summary: text,
            access,
            doubtful: category.doubt.is_some(),
            distance: match evaluation.verdict {
                Verdict::Ask => evaluation.questions.len(),
                _ => evaluation.fewest_papers().unwrap_or(0),
            },
        };
        Some(match before {
            Some(before) if **before == row => before.clone(),
            _ => Arc::new(Self { number, ..row }),
        })
    }
}

/// Rows by verdict; a verdict without rows is left out.
pub(super) fn grouped(rows: Vec<Arc<Row>>) -> Vec<Group> {
    let mut groups = ORDER.map(|verdict| Group { verdict, rows: Vec::new() });
    for row in by_rank(rows, |row| pair(row.distance, row.category)) {
        if let Some(group) = groups.iter_mut().find(|group| group.verdict == row.verdict) {
            group.rows.push(row);
        }
    }
    groups.into_iter().filter(|group| !group.rows.is_empty()).collect()
}
