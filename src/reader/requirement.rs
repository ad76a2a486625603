//! A wording that was read, as a requirement of a catalog.

use std::sync::Arc;

use crate::catalog::{Asked, Condition, Coverage, DocumentId, Kind, Reading, Requirement, bare};
use crate::i18n::READINGS_ZH;

use super::letters::{Look, Piece, letters};
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
            NodeKind::All(members) | NodeKind::Any(members) | NodeKind::AtLeast(_, members) => {
                self.group(node, members)
            }
            NodeKind::Paper(paper) => self.paper(node, paper),
            NodeKind::When { applicant, then } => self.branch(node, *applicant, then.as_deref(), beside),
            NodeKind::OnRequest => of(Kind::OnRequest(one_line(node.span.of(self.text)).into()), None),
        };
        if let Some(doubt) = node.doubt {
            let (reading, note) = said(doubt);
            written.reading = reading;
            written.note = Some(note.into());
        }
        written
    }

    fn group(&mut self, node: &Node, members: &[Node]) -> Requirement {
        let mut applicants = Vec::new();
        for member in members {
            if let NodeKind::When { applicant, .. } = &member.kind {
                applicants.push(applicant.of(self.text));
            }
        }
        let mut written = Vec::new();
        for member in members {
            written.push(self.node(member, &applicants));
        }
        let words = members.first().and_then(|first| self.words_before(node.span, first.span));
        let kind = match &node.kind {
            NodeKind::Any(_) => match one_paper(&written) {
                Some(asked) => return self.two_names(node, asked),
                None => Kind::Any(written),
            },
            NodeKind::AtLeast(least, _) => Kind::AtLeast(*least, written),
            _ => Kind::All(written),
        };
        of(kind, words)
    }

    /// “《增值电信业务经营许可证》或ICP证”: two names of one paper, the second a special case.
    fn two_names(&self, node: &Node, asked: &Asked) -> Requirement {
        let mut paper = of(Kind::Document(asked.clone()), words(node.span.of(self.text)));
        paper.reading = Reading::Inferred;
        paper.note = Some("“或”的两边是同一种证：写出经营范围的那一种，已经包含在不写的那一种里。".into());
        paper
    }

    fn branch(&mut self, node: &Node, who: Span, then: Option<&Node>, beside: &[&str]) -> Requirement {
        let who = who.of(self.text);
        let fact = of(Kind::Fact(self.names.applicant(who, beside)), words(who));
        let Some(then) = then else { return fact };
        let title = self.words_before(node.span, first_leaf(then));
        let mut members = vec![fact];
        match self.node(then, &[]) {
            // The papers of the branch stand beside its condition.
            Requirement { kind: Kind::All(mut papers), reading: Reading::Literal, note: None, .. } => {
                members.append(&mut papers);
            }
            one => members.push(one),
        }
        // What the branch says is not said again by the group in it.
        for member in &mut members {
            if member.words == title {
                member.words = None;
            }
        }
        of(Kind::All(members), title.or_else(|| words(node.span.of(self.text))))
    }

    fn paper(&mut self, node: &Node, paper: &Paper) -> Requirement {
        let name = paper.name.of(self.text);
        let document = self.names.paper(name, paper.document.as_ref());
        let mut asked = Asked {
            document,
            coverage: Coverage::None,
            count: paper.count,
            holder: paper.holder,
            issuer: paper.issuer.map(|issuer| one_line(issuer.of(self.text)).into()),
        };
        let mut each = Vec::new();
        let mut coverages = coverages(&paper.covers);
        let last = coverages.pop().unwrap_or_default();
        for coverage in coverages {
            each.push(of(Kind::Document(Asked { coverage, ..asked.clone() }), None));
        }
        asked.coverage = last;
        let mut kind = Kind::Document(asked);
        if !each.is_empty() {
            each.push(of(kind, None));
            kind = Kind::All(each);
        }
        of(kind, words(node.span.of(self.text)).filter(|said| bare(said) != bare(name)))
    }

    /// What stands between the start of a group and its first member: its title and heading.
    fn words_before(&self, group: Span, first: Span) -> Option<Arc<str>> {
        words(self.text.get(group.start..first.start)?.trim_start().split('\n').next()?)
    }
}

fn of(kind: Kind, words: Option<Arc<str>>) -> Requirement {
    Requirement { words, ..Requirement::of(kind) }
}

/// The wider of two names for one paper.
fn one_paper(members: &[Requirement]) -> Option<&Asked> {
    let [Requirement { kind: Kind::Document(one), .. }, Requirement { kind: Kind::Document(other), .. }] = members
    else {
        return None;
    };
    let is_same = one.document == other.document && one.holder == other.holder;
    [one, other].into_iter().find(|asked| is_same && asked.coverage == Coverage::None)
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
    let letters = letters(&line);
    // “一：(1)”: the number of the item, and that of the first below it.
    let mut rest = unnumbered(unnumbered(&letters));
    while let Some((_, next)) = rest.after_any(FILLERS) {
        rest = next.trim();
    }
    rest = without_marks(rest);
    // A title may end with the number of the first item below it.
    let mut title = rest;
    while let [before @ .., last] = title
        && (last.c.is_ascii_digit() || matches!(last.c, '.' | '（' | '）'))
    {
        title = before;
    }
    let title = title.trim();
    let number = rest.get(title.len()..)?;
    let stands_apart = number.first().is_some_and(|first| first.c.is_whitespace()) && !rest.ends_with_any("（ ）");
    if stands_apart || (!number.is_empty() && title.ends_with_any("：")) {
        rest = without_marks(title);
    }
    let said = rest.span()?.of(&line);
    (!rest.equals_any("提供 提交 需 须")).then(|| said.into())
}

/// What follows the number of an item.
fn unnumbered(line: Piece<'_>) -> Piece<'_> {
    match marker(line) {
        Some((Style::Titled | Style::Bullet(_), ..)) | None => line.trim(),
        Some((_, _, rest)) => rest.trim(),
    }
}

/// Without marks at the end, and without the number of a first item below.
fn without_marks(words: Piece<'_>) -> Piece<'_> {
    let mut rest = words.trim_end_marks();
    while let Some(before) = rest.before("①") {
        rest = before.trim_end_marks();
    }
    rest
}

fn one_line(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Groups of phrases as coverages that a paper can be asked for. Groups of which everything is
/// asked are one.
fn coverages(groups: &[Covers]) -> Vec<Coverage> {
    let mut all: Vec<Arc<str>> = Vec::new();
    let mut coverages = Vec::new();
    for group in groups {
        let mut phrases = Vec::new();
        for phrase in &group.phrases {
            phrases.push(Arc::from(&**phrase));
        }
        if group.any && phrases.len() > 1 {
            coverages.push(Coverage::Any(phrases));
        } else {
            all.append(&mut phrases);
        }
    }
    if !all.is_empty() {
        coverages.insert(0, Coverage::All(all));
    }
    coverages
}

/// How sure a doubtful reading is, and why.
fn said(doubt: Doubt) -> (Reading, &'static str) {
    match doubt {
        Doubt::Mixed => (
            Reading::Ambiguous,
            "“或”与“及/与/、”写在一起，没有说明先后。这里按“及”先结合、“或”后选择处理；也可以读作先选择、再同时提供。",
        ),
        Doubt::Alternatives => (Reading::Ambiguous, READINGS_ZH.read_as_any),
        Doubt::ListOfAll => (Reading::Inferred, "分项列出，没有写明任选还是同时提供：按同时提供处理。"),
        Doubt::ListOfBranches => {
            (Reading::Inferred, "分项列出，每一项写给不同的申请人，没有写明选几项：按适用的那一项处理。")
        }
    }
}
