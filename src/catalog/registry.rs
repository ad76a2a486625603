//! What all catalogs share: the papers, the facts with their answers, the activities and the ways
//! to reach live streaming.

use std::collections::HashMap;
use std::sync::Arc;

use super::brought::Origin;
use super::names::{AccessMethodId, ActivityId, AnswerId, DocumentId, FactId};

/// One paper (资质).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its name in requirements and profiles.
    pub id: DocumentId,
    /// The official name; in 《》 where the sources write it so.
    pub name: Box<str>,
    /// A translation for readers of English.
    pub english: Box<str>,
    /// What kind of paper it is.
    pub kind: DocumentKind,
    /// Who issues it, where a source says so.
    pub issuer: Option<Box<str>>,
    /// Other names for the same paper.
    pub aliases: Vec<Alias>,
}

/// Another name for a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The name.
    pub name: Box<str>,
    /// What a paper of this name covers by that alone: an ICP证 is a licence for 互联网信息服务业务.
    pub covers: Vec<Box<str>>,
}

/// The kinds of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// 许可证, 批准书: an authority permits something.
    Licence,
    /// 备案: an authority has taken note.
    Filing,
    /// 资格证书, 登记证书: an authority certifies what somebody is.
    Certificate,
    /// 批准文件, 通知书, 许可: a single decision of an authority.
    Approval,
    /// 协议, 授权, 合同: two parties agreed.
    Agreement,
    /// 函, 承诺: a letter of the applicant or of somebody else.
    Letter,
    /// 截图, 名录: a picture of a public page.
    Screenshot,
    /// 制度, 规范, 规则, 计划, 表: written by the applicant.
    Statement,
}

/// A question about the applicant (情况); exactly one of its answers holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its name in requirements and profiles.
    pub id: FactId,
    /// The question in Chinese.
    pub zh: Box<str>,
    /// The question in English.
    pub en: Box<str>,
    /// The answers: all that there are.
    pub answers: Vec<Answer>,
}

/// One answer to a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its name in requirements and profiles.
    pub id: AnswerId,
    /// The answer in Chinese.
    pub zh: Box<str>,
    /// The answer in English.
    pub en: Box<str>,
}

/// Something a mini-program may do (业务活动).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Its name in catalogs and profiles.
    pub id: ActivityId,
    /// What it is, in Chinese.
    pub zh: Box<str>,
    /// What it is, in English.
    pub en: Box<str>,
}

/// A way to reach live streaming (接入方式), or an interface that only some categories open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessMethod {
    /// Its name in catalogs.
    pub id: AccessMethodId,
    /// Its name in Chinese.
    pub zh: Box<str>,
    /// Its name in English.
    pub en: Box<str>,
    /// Its name where there is little room; none, if it is not worth a mark on every line.
    pub tag: Option<Box<str>>,
    /// The vendor's page, where a source names it.
    pub page: Option<Box<str>>,
}

/// What a name that is written in Chinese is in English: of a category, a catalog, a publisher, an
/// issuer; or what is said of a category or of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The name.
    pub name: Arc<str>,
    /// What it is in English.
    pub english: Box<str>,
}

/// Everything that catalogs and profiles point at.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    /// Every paper, in the order of the data.
    pub documents: Vec<Document>,
    /// Every question; the subject is one of them.
    pub facts: Vec<Fact>,
    /// Every activity.
    pub activities: Vec<Activity>,
    /// Every access method.
    pub access_methods: Vec<AccessMethod>,
    /// Names and remarks in English. Each name is there once.
    pub(super) english: Vec<Translation>,
    by_name: HashMap<Arc<str>, usize>,
    by_document: HashMap<DocumentId, usize>,
    by_fact: HashMap<FactId, usize>,
    /// The entries that catalogs brought along.
    pub(super) origins: Vec<Origin>,
}

impl Registry {
    /// A registry from its parts. Where an id stands twice, the first entry is found by it;
    /// [`super::check`] reports the second.
    #[must_use]
    pub fn new(
        documents: Vec<Document>,
        facts: Vec<Fact>,
        activities: Vec<Activity>,
        access_methods: Vec<AccessMethod>,
    ) -> Self {
        let mut by_document = HashMap::new();
        for (at, document) in documents.iter().enumerate() {
            by_document.entry(document.id.clone()).or_insert(at);
        }
        let mut by_fact = HashMap::new();
        for (at, fact) in facts.iter().enumerate() {
            by_fact.entry(fact.id.clone()).or_insert(at);
        }
        let (english, by_name, origins) = Default::default();
        Self { documents, facts, activities, access_methods, english, by_name, by_document, by_fact, origins }
    }

    /// Adds names in English. One that is there already stays as it is: a name is the same word
    /// wherever it stands.
    pub(super) fn translate(&mut self, english: impl IntoIterator<Item = Translation>) {
        for one in english {
            if !self.by_name.contains_key(&one.name) {
                self.by_name.insert(one.name.clone(), self.english.len());
                self.english.push(one);
            }
        }
    }

    /// This registry with these names in English.
    pub(super) fn translated(mut self, english: impl IntoIterator<Item = Translation>) -> Self {
        self.translate(english);
        self
    }

    /// This registry with more entries behind its own.
    pub(super) fn and(
        &self,
        documents: Vec<Document>,
        facts: Vec<Fact>,
        activities: Vec<Activity>,
        origins: Vec<Origin>,
    ) -> Self {
        let more = Self::new(
            self.documents.iter().cloned().chain(documents).collect(),
            self.facts.iter().cloned().chain(facts).collect(),
            self.activities.iter().cloned().chain(activities).collect(),
            self.access_methods.clone(),
        );
        let origins = self.origins.iter().cloned().chain(origins).collect();
        Self { origins, ..more.translated(self.english.iter().cloned()) }
    }

    /// The paper of this id.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.place(id).and_then(|at| self.documents.get(at))
    }

    /// Where the paper of this id stands.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.by_document.get(id).copied()
    }

    /// The fact of this id.
    #[must_use]
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.by_fact.get(id).and_then(|&at| self.facts.get(at))
    }

    /// The activity of this id.
    #[must_use]
    pub fn activity(&self, id: &str) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.id.as_str() == id)
    }

    /// The access method of this id.
    #[must_use]
    pub fn access_method(&self, id: &str) -> Option<&AccessMethod> {
        self.access_methods.iter().find(|method| method.id.as_str() == id)
    }

    /// What a name of the data is in English: of a category, a catalog, a publisher, an issuer. So is
    /// what the data says of its categories (what they are for, what they forbid) and of its sources.
    #[must_use]
    pub fn english_name(&self, name: &str) -> Option<&str> {
        self.by_name.get(name).and_then(|&at| self.english.get(at)).map(|known| &*known.english)
    }

    /// Every name that there is English for, with it.
    pub fn english_names(&self) -> impl Iterator<Item = (&str, &str)> {
        self.english.iter().map(|one| (&*one.name, &*one.english))
    }

    /// The paper that a person means by an id, an official name or an alias, with or without 《》,
    /// and what that name says it covers.
    #[must_use]
    pub fn document_called(&self, name: &str) -> Option<(&Document, &[Box<str>])> {
        if let Some(document) = self.document(name) {
            return Some((document, &[]));
        }
        let wanted = bare(name);
        self.documents.iter().find_map(|document| {
            if bare(&document.name) == wanted {
                return Some((document, [].as_slice()));
            }
            let alias = document.aliases.iter().find(|alias| bare(&alias.name) == wanted)?;
            Some((document, alias.covers.as_slice()))
        })
    }
}

impl Document {
    /// The official name and every other one.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.name).chain(self.aliases.iter().map(|alias| &*alias.name))
    }
}

impl Fact {
    /// The answer of this id.
    #[must_use]
    pub fn answer(&self, id: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.id.as_str() == id)
    }
}

/// A name without 《》, spaces and the difference between full-width and half-width brackets.
#[must_use]
pub fn bare(name: &str) -> String {
    name.chars()
        .filter(|c| !matches!(c, '《' | '》') && !c.is_whitespace())
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            '／' => '/',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}
