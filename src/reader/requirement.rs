//! A wording that was read, as a requirement of a catalog.

use std::sync::Arc;

use crate::catalog::{Asked, Condition, Coverage, DocumentId, Kind, Reading, Requirement, bare};

use super::letters::letters;
use super::numbering::{Style, marker};
use super::paper::FILLERS;
use super::parts::Span;
use super::wording::{Covers, Doubt, Node, NodeKind, Paper, Wording};

/// What a reader of wordings knows beside the names of papers.
pub trait Names {
    /// The paper that a name stands for, which the registry may have under it.
    fn paper(&mut self, name: &str, known: Option<&DocumentId>) -> DocumentId;

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
            NodeKind::OnRequest => Requirement::of(Kind::OnRequest(one_line(node.span.of(self.text)).into())),
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
        match &mut group.kind {
            Kind::Any(members) => self.one_paper(node, members).unwrap_or(group),
            _ => group,
        }
    }

    /// “《增值电信业务经营许可证》或ICP证”: two names of one paper, the second a special case.
    fn one_paper(&self, node: &Node, members: &mut [Requirement]) -> Option<Requirement> {
        let (Kind::Document(one), Kind::Document(other)) = (&members.first()?.kind, &members.get(1)?.kind) else {
            return None;
        };
        let is_same = members.len() == 2 && one.document == other.document && one.holder == other.holder;
        let wider = [one, other].into_iter().find(|asked| asked.coverage == Coverage::None).filter(|_| is_same)?;
        let mut paper = Requirement::of(Kind::Document(wider.clone()));
        paper.words = words(node.span.of(self.text));
        paper.reading = Reading::Inferred;
        paper.note = Some("“或”的两边是同一种证：写出经营范围的那一种，已经包含在不写的那一种里。".into());
        Some(paper)
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
        let title = self.words_before(node.span, first_leaf(then));
        let mut members: Vec<Requirement> = std::iter::once(fact).chain(members).collect();
        // What the branch says is not said again by the group in it.
        members
            .iter_mut()
            .filter(|member| title.is_some() && member.words == title)
            .for_each(|member| member.words = None);
        let mut branch = Requirement::of(Kind::All(members));
        branch.words = title.or_else(|| words(node.span.of(self.text)));
        branch
    }

    fn paper(&mut self, node: &Node, paper: &Paper) -> Requirement {
        let name = paper.name.of(self.text);
        let document = self.names.paper(name, paper.document.as_ref());
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
        written.words = words(node.span.of(self.text)).filter(|said| bare(said) != bare(name));
        written
    }

    /// What stands between the start of a group and its first member: its title and heading.
    fn words_before(&self, group: Span, first: Span) -> Option<Arc<str>> {
        words(self.text.get(group.start..first.start)?.trim_start().lines().next()?)
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

/// Words without the number of their item, without what only asks for a paper, and without marks at
/// their end; none, where nothing is left.
fn words(text: &str) -> Option<Arc<str>> {
    let line = one_line(text);
    // “一：(1)”: the number of the item, and that of the first below it.
    let mut rest = unnumbered(unnumbered(&line));
    while let Some(next) =
        FILLERS.split(' ').filter_map(|filler| rest.strip_prefix(filler)).min_by_key(|next| next.len())
    {
        rest = next.trim_start();
    }
    // A title may end with the number of the first item below it.
    let is_end = |c: char| matches!(c, '：' | ':' | '；' | ';' | '，' | ',' | '、' | '。' | '①') || c.is_whitespace();
    let rest = rest.trim_end_matches(is_end);
    let number =
        rest.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '（' | '）' | '(' | ')')).trim_end();
    let is_number = number.len() < rest.len()
        && (number.ends_with(['：', ':'])
            || rest.ends_with(|c: char| c.is_ascii_digit() || c == '.')
                && rest.get(number.len()..).is_some_and(|end| end.starts_with(' ')));
    let rest = if is_number { number.trim_end_matches(is_end) } else { rest };
    let asks = ["提供", "提交", "需", "须"];
    let is_empty = rest.is_empty() || asks.contains(&rest);
    (!is_empty).then(|| rest.into())
}

/// The line behind its number.
fn unnumbered(line: &str) -> &str {
    let letters = letters(line);
    match marker(&letters) {
        Some((Style::Titled | Style::Bullet(_), ..)) | None => line.trim(),
        Some((_, _, rest)) => rest.first().and_then(|first| line.get(first.span.start..)).unwrap_or_default().trim(),
    }
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
        Doubt::Alternatives => {
            (Reading::Ambiguous, "用“、”隔开，最后一项之前写“或”。这里按任选其一处理；也可以读作前面几项同时提供。")
        }
        Doubt::ListOfAll => (Reading::Inferred, "分项列出，没有写明任选还是同时提供：按同时提供处理。"),
        Doubt::ListOfBranches => {
            (Reading::Inferred, "分项列出，每一项写给不同的申请人，没有写明选几项：按适用的那一项处理。")
        }
    }
}
