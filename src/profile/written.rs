//! The profile as JSON: what scripts send and drafts keep. Names stand in it as a person writes
//! them; reading resolves them against the registry.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::{Date, DateError, Holding, Paper, Profile};
use crate::catalog::{Fact, Holder, Registry, SUBJECT};

/// A profile as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WrittenProfile {
    /// The subject, by id or by its Chinese name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Box<str>>,
    /// Fact to answer, by id; an answer also by its Chinese name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", deserialize_with = "once_each")]
    pub facts: BTreeMap<Box<str>, Box<str>>,
    /// Activities, by id or by their Chinese name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<Box<str>>,
    /// Papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<WrittenHolding>,
}

/// A paper as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrittenHolding {
    /// The paper, by registry id, official name or alias.
    pub document: Box<str>,
    /// The phrases that it covers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<Box<str>>,
    /// The phrases that it does not cover.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<Box<str>>,
    /// How many.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub count: u32,
    /// Whose.
    #[serde(default, skip_serializing_if = "is_own")]
    pub holder: Holder,
    /// The last valid day, `2027-01-31`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Box<str>>,
    /// It cannot be had.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unobtainable: bool,
}

/// A fact that stands twice is an error: either answer could be meant.
fn once_each<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<Box<str>, Box<str>>, D::Error> {
    struct Facts;
    impl<'de> Visitor<'de> for Facts {
        type Value = BTreeMap<Box<str>, Box<str>>;

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("facts with their answers")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
            let mut facts = BTreeMap::new();
            while let Some((fact, answer)) = map.next_entry::<Box<str>, Box<str>>()? {
                if facts.contains_key(&fact) {
                    return Err(de::Error::custom(format_args!("facts: `{fact}` stands twice")));
                }
                facts.insert(fact, answer);
            }
            Ok(facts)
        }
    }
    from.deserialize_map(Facts)
}

fn one() -> u32 {
    1
}

// serde hands over references, whatever the size.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_one(count: &u32) -> bool {
    *count == 1
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_own(holder: &Holder) -> bool {
    *holder == Holder::Own
}

/// What is wrong with a written profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProfileError {
    /// No such subject.
    #[error("subject: unknown subject `{0}`; known are {1}")]
    Subject(String, String),
    /// No such fact.
    #[error("facts: unknown fact `{0}`")]
    Fact(String),
    /// The subject stands beside the facts and among them.
    #[error("facts: the subject is said twice, as `subject` and among the facts")]
    SubjectTwice,
    /// The fact has no such answer.
    #[error("facts: `{0}` has no answer `{1}`; known are {2}")]
    Answer(String, String, String),
    /// No such activity.
    #[error("activities: unknown activity `{0}`")]
    Activity(String),
    /// No such paper.
    #[error("documents: unknown document `{0}`")]
    Document(String),
    /// The same paper of the same holder twice.
    #[error("documents: `{0}` stands twice for the same holder")]
    Twice(String),
    /// A phrase that is covered and not covered.
    #[error("documents: `{0}` both covers and lacks “{1}”")]
    Contradiction(String, String),
    /// A last day that is no day.
    #[error("documents: `{0}`: valid_until {1}")]
    ValidUntil(String, DateError),
}

impl ProfileError {
    /// The name that could not be resolved, as it was written.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::SubjectTwice => SUBJECT,
            Self::Subject(name, _)
            | Self::Fact(name)
            | Self::Answer(name, ..)
            | Self::Activity(name)
            | Self::Document(name)
            | Self::Twice(name)
            | Self::Contradiction(name, _)
            | Self::ValidUntil(name, _) => name,
        }
    }
}

impl WrittenProfile {
    /// Reads JSON that somebody wrote by hand or by script.
    ///
    /// # Errors
    /// What is not of the format. Lists in the place of objects, which serde would take for their
    /// fields in order, are refused: a reader would see names, and the writer meant none.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        let value: serde_json::Value = serde_json::from_str(text)?;
        let entries = value.get("documents").and_then(serde_json::Value::as_array);
        let is_object = value.is_object() && entries.into_iter().flatten().all(serde_json::Value::is_object);
        if !is_object {
            return Err(de::Error::custom("a profile and each of its documents is an object, written with { }"));
        }
        serde_json::from_str(text)
    }

    /// Resolves every name.
    ///
    /// # Errors
    /// All that could not be resolved, each with its place; nothing is half read.
    pub fn read(&self, registry: &Registry) -> Result<Profile, Vec<ProfileError>> {
        let (profile, errors) = self.salvage(registry);
        if errors.is_empty() { Ok(profile) } else { Err(errors) }
    }

    /// Resolves what can be resolved and names the rest.
    #[must_use]
    pub fn salvage(&self, registry: &Registry) -> (Profile, Vec<ProfileError>) {
        let mut profile = Profile::default();
        let mut errors = Vec::new();
        if let Some(subject) = &self.subject {
            match registry.fact(SUBJECT).map(|fact| (fact, chosen(fact, subject))) {
                Some((fact, Some(answer))) => {
                    profile.facts.insert(fact.id.clone(), answer);
                }
                Some((fact, None)) => errors.push(ProfileError::Subject(subject.to_string(), answers(fact))),
                None => errors.push(ProfileError::Fact(SUBJECT.to_owned())),
            }
        }
        for (id, answer) in &self.facts {
            if **id == *SUBJECT && self.subject.is_some() {
                errors.push(ProfileError::SubjectTwice);
                continue;
            }
            let Some(fact) = registry.fact(id) else {
                errors.push(ProfileError::Fact(id.to_string()));
                continue;
            };
            match chosen(fact, answer) {
                Some(answer) => {
                    profile.facts.insert(fact.id.clone(), answer);
                }
                None => errors.push(ProfileError::Answer(id.to_string(), answer.to_string(), answers(fact))),
            }
        }
        for name in &self.activities {
            match registry.activities.iter().find(|one| one.id.as_str() == &**name || one.zh == *name) {
                Some(activity) => {
                    profile.activities.insert(activity.id.clone());
                }
                None => errors.push(ProfileError::Activity(name.to_string())),
            }
        }
        for written in &self.documents {
            written.read_into(&mut profile, registry, &mut errors);
        }
        (profile, errors)
    }
}

impl WrittenHolding {
    fn read_into(&self, profile: &mut Profile, registry: &Registry, errors: &mut Vec<ProfileError>) {
        let Some((document, implied)) = registry.document_called(&self.document) else {
            errors.push(ProfileError::Document(self.document.to_string()));
            return;
        };
        let mut holding = Holding {
            covers: set(self.covers.iter().chain(implied)),
            lacks: set(self.lacks.iter()),
            count: self.count,
            valid_until: None,
            unobtainable: self.unobtainable,
        };
        if let Some(phrase) = holding.covers.intersection(&holding.lacks).next() {
            errors.push(ProfileError::Contradiction(self.document.to_string(), phrase.to_string()));
        }
        match self.valid_until.as_deref().map(str::parse::<Date>) {
            Some(Ok(date)) => holding.valid_until = Some(date),
            Some(Err(error)) => errors.push(ProfileError::ValidUntil(self.document.to_string(), error)),
            None => {}
        }
        let paper = Paper { document: document.id.clone(), holder: self.holder };
        if profile.papers.insert(paper, holding).is_some() {
            errors.push(ProfileError::Twice(self.document.to_string()));
        }
    }
}

impl From<&Profile> for WrittenProfile {
    fn from(profile: &Profile) -> Self {
        Self {
            subject: profile.subject().map(|subject| subject.as_str().into()),
            facts: profile
                .facts
                .iter()
                .filter(|(fact, _)| fact.as_str() != SUBJECT)
                .map(|(fact, answer)| (fact.as_str().into(), answer.as_str().into()))
                .collect(),
            activities: profile.activities.iter().map(|activity| activity.as_str().into()).collect(),
            documents: profile
                .papers
                .iter()
                .map(|(paper, holding)| WrittenHolding {
                    document: paper.document.as_str().into(),
                    covers: holding.covers.iter().map(|phrase| Box::from(&**phrase)).collect(),
                    lacks: holding.lacks.iter().map(|phrase| Box::from(&**phrase)).collect(),
                    count: holding.count,
                    holder: paper.holder,
                    valid_until: holding.valid_until.map(|date| date.to_string().into()),
                    unobtainable: holding.unobtainable,
                })
                .collect(),
        }
    }
}

/// Inserts one after the other: collecting sorts, and every sort of a type is compiled anew.
fn set<'a>(phrases: impl Iterator<Item = &'a Box<str>>) -> BTreeSet<Arc<str>> {
    let mut set = BTreeSet::new();
    for phrase in phrases {
        set.insert(Arc::from(&**phrase));
    }
    set
}

fn chosen(fact: &Fact, answer: &str) -> Option<crate::catalog::AnswerId> {
    fact.answers.iter().find(|one| one.id.as_str() == answer || &*one.zh == answer).map(|one| one.id.clone())
}

fn answers(fact: &Fact) -> String {
    fact.answers.iter().map(|answer| answer.id.as_str()).collect::<Vec<_>>().join(", ")
}
