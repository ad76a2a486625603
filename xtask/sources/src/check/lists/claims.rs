//! Each leaf claims the words of the list that it stands for, in the order of the list.

use leimu::catalog::{AnswerId, Asked, Kind, Requirement, Words};

use super::{List, said};
use crate::check::Place;
use crate::check::leaves::node_at;
use crate::check::row::{Mark, Row};
use crate::normal;
use crate::report::Notebook;

/// Every name of a paper in a row, the longest first.
pub(super) fn names(place: Place<'_>, line: u32, document: &str) -> Vec<Vec<char>> {
    let mut names = Vec::new();
    if let Some(paper) = place.registry.document(document) {
        names.push(normal::name(&paper.name));
        names.extend(paper.aliases.iter().map(|alias| normal::name(&alias.name)));
    }
    let papers = place.kept.iter().flat_map(|kept| &kept.papers);
    let here = papers.filter(|one| one.document == document && one.lines.contains(&line));
    names.extend(here.map(|one| normal::name(&one.said)));
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

impl<'a> List<'a, '_> {
    /// Lets everything typed claim its words.
    pub(super) fn claim(&mut self) {
        notes(self.place, self.line, &mut self.row, self.notes, self.notebook);
        self.titles(self.root);
        let mut from = 0;
        for at in 0..self.leaves.len() {
            match self.papers(at) {
                Some(_) => self.document(at, &mut from),
                None => self.request(at),
            }
        }
        for at in 0..self.leaves.len() {
            if let Kind::Document(asked) = &self.leaves[at].node.kind {
                self.coverage(at, asked);
            }
        }
        for at in 0..self.leaves.len() {
            if self.papers(at).is_none() {
                self.condition(at);
            }
        }
        for at in 0..self.leaves.len() {
            match &self.leaves[at].node.kind {
                Kind::Document(asked) => self.around(at, asked),
                _ => self.around_whole(at),
            }
        }
    }

    /// What is asked of the paper of a leaf; that of the first, where a leaf is laid down whole.
    pub(super) fn papers(&self, at: usize) -> Option<&'a Asked> {
        first_paper(self.leaves[at].node)
    }

    /// The words of a group that are the title of what stands below.
    fn titles(&mut self, node: &Requirement) {
        if let Some(words) = node.words.as_deref().filter(|_| !node.members().is_empty()) {
            let words = normal::words(words);
            for title in said::TITLES.iter().filter(|title| words.contains(*title)) {
                let title: Vec<char> = title.chars().collect();
                if let Some(found) = self.row.find(&title, self.line, |_| true) {
                    self.row.claim(Mark::Title, found, Vec::new());
                }
            }
        }
        for member in node.members() {
            self.titles(member);
        }
    }

    fn document(&mut self, at: usize, from: &mut usize) {
        let Some(asked) = self.papers(at) else { return };
        let names = names(self.place, self.line, asked.document.as_str());
        if let Some(same) = self.said_once(at, &names) {
            self.row.claims[same].leaves.push(at);
            self.found[at] = Some((self.row.claims[same].start, self.row.claims[same].end));
            return;
        }
        let found = names.iter().filter_map(|name| find(&self.row, name, *from)).min_by_key(|(start, _)| *start);
        if let Some(found) = found {
            self.row.claim(Mark::Document, found, vec![at]);
            self.found[at] = Some(found);
            *from = found.1;
        } else {
            self.fault(format!("`{}` has no name in this row that is not taken", asked.document));
        }
    }

    /// The claim of the leaf before, where the words of a group say a paper once and ask two things
    /// of it.
    fn said_once(&self, at: usize, names: &[Vec<char>]) -> Option<usize> {
        let (one, other) = (self.leaves.get(at.checked_sub(1)?)?, &self.leaves[at]);
        let (Kind::Document(asked), Kind::Document(again)) = (&one.node.kind, &other.node.kind) else { return None };
        let (group, beside) = (one.place.split_last()?.1, other.place.split_last()?.1);
        let words = node_at(self.root, group).words.as_deref().map(normal::name).filter(|_| group == beside)?;
        let group = node_at(self.root, group);
        let is_once = names.iter().any(|name| words.windows(name.len()).filter(|here| here == name).count() == 1);
        let is_one = asked.document == again.document && asked.coverage != again.coverage && is_once;
        let claim =
            || self.row.claims.iter().position(|one| one.mark == Mark::Document && one.leaves.contains(&(at - 1)));
        if is_one && matches!(group.kind, Kind::All(_)) { claim() } else { None }
    }

    /// That applications are taken on request only stands there word for word.
    fn request(&mut self, at: usize) {
        let Kind::OnRequest(channel) = &self.leaves[at].node.kind else { return };
        let words: Vec<char> = normal::words(channel).chars().collect();
        match self.row.find(&words, self.line, |_| true) {
            Some(found) if said::REQUESTS.iter().any(|how| channel.contains(how)) => {
                self.row.claim(Mark::Request, found, vec![at]);
                self.found[at] = Some(found);
            }
            _ => self.fault(format!("the row does not take applications by “{channel}”")),
        }
    }

    /// A condition stands there as the applicant that means it.
    fn condition(&mut self, at: usize) {
        let mut wanted: Vec<(&str, Vec<&str>)> = Vec::new();
        self.leaves[at].node.walk(&mut |node| {
            if let Kind::Fact(condition) = &node.kind {
                wanted.push((condition.fact.as_str(), condition.is.iter().map(AnswerId::as_str).collect()));
            }
        });
        let Some((fact, answers)) = wanted.first() else { return };
        let is_laid = !self.leaves[at].laid.is_empty();
        let applicants = self.place.kept.iter().flat_map(|kept| &kept.applicants);
        let applicants = applicants.filter(|one| one.lines.is_empty() || one.lines.contains(&self.line));
        let mut means = applicants.filter(|one| {
            let is_same = one.fact == *fact && one.is.iter().map(String::as_str).eq(answers.iter().copied());
            is_same || (is_laid && wanted.iter().any(|(fact, _)| one.fact == *fact))
        });
        let places = means.by_ref().filter_map(|one| {
            let words: Vec<char> = normal::words(&one.said).chars().collect();
            // 银行主体 inside 非银行主体 is the opposite.
            let whole = |at: usize| !self.row.is_in_name(at) && (at == 0 || self.row.glyphs[at - 1].c != '非');
            self.row.find(&words, self.line, whole)
        });
        match places.min_by_key(|(start, end)| (*start, std::cmp::Reverse(*end))) {
            Some(found) => {
                let (start, end) = self.wide(found);
                self.row.claim(Mark::Fact, (start, end), vec![at]);
                self.found[at] = Some((start, end));
            }
            None => self.fault(format!("no words for the condition `{fact}` = {}", answers.join(", "))),
        }
    }

    /// An applicant with the words that say that it is one.
    fn wide(&self, (start, end): (usize, usize)) -> (usize, usize) {
        for (before, after) in said::APPLICANTS {
            let [before, after] = [before, after].map(|words| words.chars().collect::<Vec<_>>());
            let Some(wide) = start.checked_sub(before.len()) else { continue };
            let until = end + after.len();
            let stands = (before.is_empty() || self.row.stands_at(&before, wide))
                && (after.is_empty() || self.row.stands_at(&after, end));
            if stands && self.row.is_free(wide, start) && self.row.is_free(end, until) {
                return (wide, until);
            }
        }
        (start, end)
    }

    pub(super) fn fault(&mut self, what: String) {
        self.notebook.fault(self.line, what);
    }
}

/// A line that is a note is claimed where the category has the note, once for each.
pub(super) fn notes(place: Place<'_>, line: u32, row: &mut Row, notes: &[Words], notebook: &mut Notebook) {
    let mut left: Vec<&Words> = notes.iter().filter(|note| note.line == line).collect();
    let mut start = 0;
    while start < row.glyphs.len() {
        let end = (start..row.glyphs.len()).find(|&at| row.glyphs[at].c == '\n').unwrap_or(row.glyphs.len());
        let words = row.text(start, end);
        if said::NOTES.iter().any(|note| words.starts_with(note)) {
            notebook.counts().notes += 1;
            match left.iter().position(|note| normal::same(&note.words, &words)) {
                Some(at) => {
                    left.remove(at);
                    row.claim(Mark::Note, (start, end), Vec::new());
                }
                None => notebook.fault(line, format!("no note says “{words}”")),
            }
            let is_told = place.catalog.repairs.iter().any(|one| one.line == line);
            if words.starts_with(said::OPTIONAL) && !is_told {
                notebook.fault(line, format!("no repair says how “{words}” is read"));
            }
        }
        start = end + 1;
    }
}

/// The paper of a leaf.
fn first_paper(node: &Requirement) -> Option<&Asked> {
    match &node.kind {
        Kind::Document(asked) => Some(asked),
        _ => node.members().iter().find_map(first_paper),
    }
}

/// The first free place where a paper of this name stands, with its 《》. A name may have others
/// inside of it, but it never begins or ends inside of another.
fn find(row: &Row, name: &[char], from: usize) -> Option<(usize, usize)> {
    let is_quote = |at: usize| matches!(row.glyphs[at].c, '《' | '》');
    (from..row.glyphs.len()).filter(|&start| !is_quote(start)).find_map(|start| {
        let mut end = start;
        for &c in name {
            while end < row.glyphs.len() && is_quote(end) {
                end += 1;
            }
            if row.glyphs.get(end).is_none_or(|glyph| glyph.c != c) {
                return None;
            }
            end += 1;
        }
        let (mut start, mut end) = (start, end);
        if let Some((open, _)) = row.quote(start) {
            if start != open + 1 {
                return None;
            }
            start = open;
        }
        if let Some((_, close)) = row.quote(end - 1) {
            if end + 1 != close {
                return None;
            }
            end = close;
        }
        row.is_free(start, end).then_some((start, end))
    })
}
