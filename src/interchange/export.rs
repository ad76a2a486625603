//! A catalog in the shape of WeChat's open-platform answer: `exter_list` is any-of, each
//! `inner_list` all-of.

use std::sync::Arc;

use serde::Serialize;

use crate::catalog::{
    Access, AnswerId, Catalog, Category, Coverage, DocumentId, Effect, FactId, Holder, Kind, Registry, Requirement,
};

/// A tree of alternatives may multiply; past this many groups the export says in the remark that
/// it is cut.
const GROUPS: usize = 2_000;

/// A catalog.
#[derive(Debug, Serialize)]
pub struct ExportedCatalog {
    /// Its id.
    pub catalog: String,
    /// Every category; a path stands once.
    pub categories: Vec<ExportedCategory>,
}

/// A category.
#[derive(Debug, Serialize)]
pub struct ExportedCategory {
    /// Its names.
    pub path: Vec<Box<str>>,
    /// The access methods that it opens by itself, by id.
    pub access: Vec<String>,
    /// What the source lists.
    pub listed: Listed,
    /// The alternatives.
    pub qualify: Qualify,
}

/// What a source lists for a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Listed {
    /// Papers.
    Documents,
    /// “-”: none are asked.
    Nothing,
    /// Nothing at all.
    Unlisted,
    /// Only an application by mail or invitation.
    OnRequest,
}

/// Alternatives and a remark.
#[derive(Debug, Serialize)]
pub struct Qualify {
    /// Any of these.
    pub exter_list: Vec<Group>,
    /// What the groups cannot say.
    pub remark: String,
}

/// One alternative: all of its papers, for applicants of whom all of `when` holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Group {
    /// `fact=answer`.
    pub when: Vec<String>,
    /// All of these.
    pub inner_list: Vec<Inner>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inner {
    /// Its registry id.
    pub document: DocumentId,
    /// Its official name.
    pub name: Box<str>,
    /// The phrases it covers, all of them.
    pub covers: Vec<Arc<str>>,
    /// How many.
    pub count: u32,
    /// Whose.
    pub holder: Holder,
}

/// Writes a catalog down.
#[must_use]
pub fn export(catalog: &Catalog, registry: &Registry) -> ExportedCatalog {
    let categories = catalog.categories.iter().map(|category| of_category(catalog, category, registry)).collect();
    ExportedCatalog { catalog: catalog.id.to_string(), categories }
}

fn of_category(catalog: &Catalog, category: &Category, registry: &Registry) -> ExportedCategory {
    let mut expansion = Expansion { registry, cut: false };
    let alternatives = expansion.of(&category.requirement);
    let mut groups: Vec<Group> = Vec::new();
    for group in alternatives.iter().map(Alternative::group) {
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    let listed = listed(&category.requirement, &groups);
    if listed != Listed::Documents {
        groups.clear();
    }
    let mut access: Vec<String> = Vec::new();
    for Access { method, with, .. } in &category.access {
        if with.is_none() && !access.contains(&method.to_string()) {
            access.push(method.to_string());
        }
    }
    let remark = remark(catalog, category, registry, expansion.cut);
    ExportedCategory { path: category.path.0.clone(), access, listed, qualify: Qualify { exter_list: groups, remark } }
}

fn listed(requirement: &Requirement, groups: &[Group]) -> Listed {
    if groups.contains(&Group::default()) {
        return Listed::Nothing;
    }
    if !groups.is_empty() {
        return Listed::Documents;
    }
    let mut by_mail = false;
    requirement.walk(&mut |node| by_mail |= matches!(node.kind, Kind::OnRequest(_)));
    if by_mail { Listed::OnRequest } else { Listed::Unlisted }
}

fn remark(catalog: &Catalog, category: &Category, registry: &Registry, cut: bool) -> String {
    let closed = catalog.opening.iter().filter(|rule| rule.effect == Effect::Closed);
    let mut parts: Vec<String> = closed.map(|rule| rule.words.to_string()).collect();
    for Access { method, with, .. } in &category.access {
        if let (Some(with), Some(method)) = (with, registry.access_method(method.as_str())) {
            parts.push(format!("同时具备 {with} 类目时，也可用 {}", method.zh));
        }
    }
    category.requirement.walk(&mut |node| {
        if let Kind::OnRequest(channel) = &node.kind {
            parts.push(channel.to_string());
        }
        if let Some(note) = &node.note {
            parts.push(note.to_string());
        }
    });
    parts.extend(category.doubt.iter().map(ToString::to_string));
    if cut {
        parts.push(format!("组合超过 {GROUPS} 组，仅列出前 {GROUPS} 组"));
    }
    parts.join("；")
}

/// An alternative while it is being put together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Alternative {
    when: Vec<(FactId, AnswerId)>,
    papers: Vec<Inner>,
}

impl Alternative {
    fn group(&self) -> Group {
        Group {
            when: self.when.iter().map(|(fact, answer)| format!("{fact}={answer}")).collect(),
            inner_list: self.papers.clone(),
        }
    }

    /// Both at once; none where they ask two answers of one fact.
    fn and(&self, other: &Self) -> Option<Self> {
        let mut both = self.clone();
        for (fact, answer) in &other.when {
            match both.when.iter().find(|(known, _)| known == fact) {
                Some((_, known)) if known != answer => return None,
                Some(_) => {}
                None => both.when.push((fact.clone(), answer.clone())),
            }
        }
        for paper in &other.papers {
            let same = |one: &&mut Inner| one.document == paper.document && one.holder == paper.holder;
            match both.papers.iter_mut().find(same) {
                Some(known) => {
                    known.count = known.count.max(paper.count);
                    let new: Vec<_> = paper.covers.iter().filter(|one| !known.covers.contains(one)).cloned().collect();
                    known.covers.extend(new);
                }
                None => both.papers.push(paper.clone()),
            }
        }
        Some(both)
    }
}

struct Expansion<'a> {
    registry: &'a Registry,
    cut: bool,
}

impl Expansion<'_> {
    fn of(&mut self, node: &Requirement) -> Vec<Alternative> {
        match &node.kind {
            Kind::Nothing => vec![Alternative::default()],
            Kind::Unlisted | Kind::OnRequest(_) => Vec::new(),
            Kind::All(members) => self.all(members),
            Kind::Any(members) => {
                let alternatives: Vec<Alternative> = members.iter().flat_map(|member| self.of(member)).collect();
                self.limited(alternatives)
            }
            Kind::AtLeast(least, members) => self.at_least(*least as usize, members),
            Kind::Fact(condition) => condition
                .is
                .iter()
                .map(|answer| Alternative { when: vec![(condition.fact.clone(), answer.clone())], papers: Vec::new() })
                .collect(),
            Kind::Document(asked) => {
                let name = self.registry.document(asked.document.as_str()).map(|known| known.name.clone());
                let covering = |covers: Vec<Arc<str>>| Alternative {
                    when: Vec::new(),
                    papers: vec![Inner {
                        document: asked.document.clone(),
                        name: name.clone().unwrap_or_else(|| asked.document.as_str().into()),
                        covers,
                        count: asked.count,
                        holder: asked.holder,
                    }],
                };
                match &asked.coverage {
                    Coverage::None => vec![covering(Vec::new())],
                    Coverage::All(phrases) => vec![covering(phrases.clone())],
                    Coverage::Any(phrases) => phrases.iter().map(|phrase| covering(vec![phrase.clone()])).collect(),
                }
            }
        }
    }

    fn all(&mut self, members: &[Requirement]) -> Vec<Alternative> {
        members.iter().fold(vec![Alternative::default()], |so_far, member| {
            let member = self.of(member);
            self.limited(so_far.iter().flat_map(|one| member.iter().filter_map(|other| one.and(other))))
        })
    }

    /// All ways to take exactly so many members.
    fn at_least(&mut self, least: usize, members: &[Requirement]) -> Vec<Alternative> {
        let Some((first, rest)) = members.split_first() else {
            return if least == 0 { vec![Alternative::default()] } else { Vec::new() };
        };
        if least == 0 {
            return vec![Alternative::default()];
        }
        if least > members.len() || self.cut {
            return Vec::new();
        }
        let first = self.of(first);
        let with = self.at_least(least.saturating_sub(1), rest);
        let rest_alone = self.at_least(least, rest);
        let ways = first.iter().flat_map(|one| with.iter().filter_map(|other| one.and(other)));
        self.limited(ways.chain(rest_alone))
    }

    /// The different ones, as many as may be.
    fn limited(&mut self, alternatives: impl IntoIterator<Item = Alternative>) -> Vec<Alternative> {
        let mut different: Vec<Alternative> = Vec::new();
        for alternative in alternatives {
            if different.contains(&alternative) {
                continue;
            }
            if different.len() == GROUPS {
                self.cut = true;
                break;
            }
            different.push(alternative);
        }
        different
    }
}
