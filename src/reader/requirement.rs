//! A wording that was read, as a requirement of a catalog.

use std::sync::Arc;

use crate::catalog::{Asked, Condition, Coverage, DocumentId, Holder, Kind, Reading, Requirement, bare};

use super::parts::Span;
use super::wording::{Covers, Doubt, Node, NodeKind, Paper, Wording};

/// What a reader of wordings knows beside the names of papers.
pub trait Names {
    /// The paper of a name that the registry does not have.
    fn paper(&mut self, name: &str) -> DocumentId;

    /// The answer that an applicant is, beside the others of the same list, in its order.
    fn applicant(&mut self, who: &str, beside: &[&str]) -> Condition;
}

/// The requirement that a wording states; none, where it asks for nothing that could be read.
#[must_use]
pub fn requirement(wording: &Wording, text: &str, names: &mut dyn Names) -> Option<Requirement> {
    let mut writer = Writer { text, names };
    wording.tree.as_ref().map(|tree| writer.node(tree, &[]))
}

struct Writer<'a, 'n> {
    text: &'a str,
    names: &'n mut dyn Names,
}

impl Writer<'_, '_> {
    fn node(&mut self, node: &Node, beside: &[&str]) -> Requirement {
        let mut written = match &node.kind {
            NodeKind::All(members) => self.group(node, members, Kind::All),
            NodeKind::Any(members) => self.group(node, members, Kind::Any),
            NodeKind::AtLeast(least, members) => {
                let least = *least;
                self.group(node, members, |members| Kind::AtLeast(least, members))
            }
            NodeKind::Paper(paper) => self.paper(node, paper),
            NodeKind::When { applicant, then } => self.branch(node, *applicant, then.as_deref(), beside),
            NodeKind::OnRequest => {
                Requirement::of(Kind::OnRequest(one_line(node.span.of(self.text)).into()))
            }
        };
        if let Some(doubt) = node.doubt {
            let (reading, note) = said(doubt);
            written.reading = reading;
            written.note = Some(note.into());
        }
        written
    }

    fn group(&mut self, node: &Node, members: &[Node], kind: impl FnOnce(Vec<Requirement>) -> Kind) -> Requirement {
        let text = self.text;
        let applicants: Vec<&str> = members.iter().filter_map(applicant).map(|who| who.of(text)).collect();
        let written = members.iter().map(|member| self.node(member, &applicants)).collect();
        let mut group = Requirement::of(kind(written));
        group.words = members.first().and_then(|first| self.words_before(node.span, first.span));
        group
    }

    fn branch(&mut self, node: &Node, who: Span, then: Option<&Node>, beside: &[&str]) -> Requirement {
        let condition = self.names.applicant(who.of(self.text), beside);
        let mut fact = Requirement::of(Kind::Fact(condition));
        fact.words = words(who.of(self.text));
        let Some(then) = then else { return fact };
        let then_written = self.node(then, &[]);
        let members = match then_written {
            // The papers of the branch stand beside its condition.
            Requirement { kind: Kind::All(members), reading: Reading::Literal, note: None, .. } => members,
            one => vec![one],
        };
        let mut branch = Requirement::of(Kind::All(std::iter::once(fact).chain(members).collect()));
        let first = first_leaf(then);
        branch.words = self.words_before(node.span, first).or_else(|| words(node.span.of(self.text)));
        branch
    }

    fn paper(&mut self, node: &Node, paper: &Paper) -> Requirement {
        let name = paper.name.of(self.text);
        let document = paper.document.clone().unwrap_or_else(|| self.names.paper(name));
        let asked = |coverage| {
            Kind::Document(Asked {
                document: document.clone(),
                coverage,
                count: paper.count,
                holder: paper.holder,
                issuer: paper.issuer.map(|issuer| one_line(issuer.of(self.text)).into()),
            })
        };
        let mut written = match coverages(&paper.covers) {
            one if one.len() < 2 => Requirement::of(asked(one.into_iter().next().unwrap_or_default())),
            more => Requirement::of(Kind::All(more.into_iter().map(|one| Requirement::of(asked(one))).collect())),
        };
        let said = self.whole_paper(node, paper);
        written.words = said.filter(|said| bare(said) != bare(name));
        written
    }

    /// The words of a paper with what is said of it behind: brackets and coverage.
    fn whole_paper(&self, node: &Node, paper: &Paper) -> Option<Arc<str>> {
        let mut end = node.span.end.max(paper.name.end);
        let says_more = !paper.covers.is_empty() || paper.count > 1 || paper.holder == Holder::Partner;
        let rest = self.text.get(end..).unwrap_or_default();
        if says_more || rest.trim_start().starts_with(['（', '(']) {
            let stop = rest.find(['\n', '；', '。']).unwrap_or(rest.len());
            let line = rest.get(..stop).unwrap_or_default();
            let next = line.find("《").and_then(|at| line.get(..at)).map_or(line, |before| {
                before.trim_end_matches(|c: char| "或及与和且、/以者 ".contains(c))
            });
            end = end.saturating_add(next.len());
        }
        words(self.text.get(node.span.start..end)?)
    }

    /// What stands between the start of a group and its first member: its title and heading.
    fn words_before(&self, group: Span, first: Span) -> Option<Arc<str>> {
        words(self.text.get(group.start..first.start)?)
    }
}

fn applicant(node: &Node) -> Option<Span> {
    match &node.kind {
        NodeKind::When { applicant, .. } => Some(*applicant),
        _ => None,
    }
}

/// Where the first thing that is asked for stands.
fn first_leaf(node: &Node) -> Span {
    match &node.kind {
        NodeKind::All(members) | NodeKind::Any(members) | NodeKind::AtLeast(_, members) => {
            members.first().map_or(node.span, first_leaf)
        }
        _ => node.span,
    }
}

/// Words without the number of their item and without marks at their end; none, where nothing is
/// left.
fn words(text: &str) -> Option<Arc<str>> {
    let text = text.trim();
    let unnumbered = text.trim_start_matches(|c: char| matches!(c, '①'..='⑳'));
    let digits = unnumbered.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let unnumbered = match digits.strip_prefix(['、', '）', ')']) {
        Some(rest) => rest,
        None if digits.len() < unnumbered.len() && unnumbered.contains('.') => digits,
        None => unnumbered,
    };
    let line = one_line(unnumbered.trim_end_matches(|c: char| matches!(c, '：' | ':' | '；' | '，' | '、' | '。') || c.is_whitespace()));
    (!line.is_empty()).then(|| line.into())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Groups of phrases as coverages that a paper can be asked for. Groups of which everything is
/// asked are one.
fn coverages(groups: &[Covers]) -> Vec<Coverage> {
    let mut all: Vec<Arc<str>> = Vec::new();
    let mut one_of = Vec::new();
    for group in groups {
        let phrases = group.phrases.iter().map(|phrase| Arc::from(&**phrase));
        if group.any && group.phrases.len() > 1 {
            one_of.push(Coverage::Any(phrases.collect()));
        } else {
            all.extend(phrases);
        }
    }
    let all = (!all.is_empty()).then_some(Coverage::All(all));
    all.into_iter().chain(one_of).collect()
}

/// How sure a doubtful reading is, and why.
fn said(doubt: Doubt) -> (Reading, &'static str) {
    match doubt {
        Doubt::Mixed => (
            Reading::Ambiguous,
            "“或”与“及/与/、”写在一起，没有说明先后。这里按“及”先结合、“或”后选择处理；也可以读作先选择、再同时提供。",
        ),
        Doubt::ListOfAll => {
            (Reading::Ambiguous, "分项列出，没有写明任选还是同时提供。这里按同时提供处理；也可以读作任选其一。")
        }
        Doubt::ListOfBranches => {
            (Reading::Inferred, "分项列出，每一项写给不同的申请人，没有写明选几项：按适用的那一项处理。")
        }
    }
}
