//! What a category opens, and what comes with it.

use crate::catalog::{Access, ActivityId, Category, Registry, SUBJECT};
use crate::i18n::{HandOver, Messages};
use crate::profile::Profile;
use crate::wording::{category_words, remark_words, supplement_words};

/// Title and entries of each group; a group without entries is left out.
pub(super) fn of(
    category: &Category,
    profile: &Profile,
    registry: &Registry,
    say: &Messages,
) -> Vec<(&'static str, Vec<String>)> {
    let words = HandOver::of(say.language);
    let telling = Telling { profile, registry, say };
    let said = |words: &str| remark_words(words, registry, say).into_owned();
    let access = category.access.iter().filter_map(|one| telling.access(one));
    let supplements = category.supplements.iter().map(|one| {
        let when = if one.instead { say.instead_when } else { say.supplement_when };
        let name = supplement_words(one, registry, say).text();
        let mut line = (words.label)(&name, &when(telling.activity(&one.activity)));
        telling.applies(&mut line, Some(&one.activity));
        line
    });
    let restrictions = category.restrictions.iter().map(|one| {
        let mut line = said(&one.words);
        telling.applies(&mut line, one.activity.as_ref());
        line
    });
    let reviews = category.reviews.iter().map(|one| (words.label)(&(say.review_days)(one.days), &said(&one.words)));
    let groups = [
        (say.doubtful, category.doubt.iter().map(|doubt| said(doubt)).collect()),
        (say.access_methods, access.collect()),
        (say.supplements, supplements.collect()),
        (say.restrictions, restrictions.collect()),
        (say.reviews, reviews.collect()),
        (say.notes, category.notes.iter().map(|one| said(&one.words)).collect::<Vec<_>>()),
    ];
    groups.into_iter().filter(|(_, entries)| !entries.is_empty()).collect()
}

struct Telling<'a> {
    profile: &'a Profile,
    registry: &'a Registry,
    say: &'a Messages,
}

impl Telling<'_> {
    fn access(&self, access: &Access) -> Option<String> {
        let say = self.say;
        let method = self.registry.access_method(access.method.as_str())?;
        let mut conditions: Vec<String> = Vec::new();
        if let Some(path) = &access.with {
            conditions.push((say.access_with)(&category_words(path, self.registry, say).text()));
        }
        let subject = self.registry.fact(SUBJECT);
        let subjects = access.subjects.iter().filter_map(|one| subject?.answer(one.as_str()));
        let subjects: Vec<&str> = subjects.map(|answer| say.language.of(&answer.zh, &answer.en)).collect();
        if !subjects.is_empty() {
            conditions.push((say.access_subjects)(&subjects.join(say.list)));
        }
        if let Some(doubt) = &access.doubt {
            conditions.push((HandOver::of(say.language).label)(say.doubtful, &remark_words(doubt, self.registry, say)));
        }
        let mut words = say.language.of(&method.zh, &method.en).to_owned();
        if !conditions.is_empty() {
            words.push_str(&(HandOver::of(say.language).note)(&conditions.join(say.also)));
        }
        Some(words)
    }

    fn activity<'a>(&'a self, activity: &'a ActivityId) -> &'a str {
        let known = self.registry.activity(activity.as_str());
        known.map_or(activity.as_str(), |known| self.say.language.of(&known.zh, &known.en))
    }

    /// Says whom a rule is about, where the applicant does this.
    fn applies(&self, words: &mut String, activity: Option<&ActivityId>) {
        if activity.is_some_and(|activity| self.profile.activities.contains(activity)) {
            words.push_str(&(HandOver::of(self.say.language).note)(self.say.applies));
        }
    }
}
