//! Each typed thing of a requirement claims the words of the row that it stands for. What finds
//! nothing to claim is invented; what is left unclaimed is for [`super::wordings`] to judge.

mod beyond;
mod paper;

use leimu::catalog::{AnswerId, Kind, Requirement};

use super::Place;
use super::accepted::{At, NAMED, ONLY_WORDS, SHARED, UNSAID, Unsaid};
use super::conditions;
use super::leaves::{Leaf, Leaves};
use super::row::{Mark, Row};
use crate::normal;
use crate::report::Notebook;

/// Lets every leaf claim its words.
pub(super) fn claim(row: &mut Row, leaves: &Leaves<'_>, place: Place<'_>, notebook: &mut Notebook) {
    let mut claims = Claims { row, leaves, place, notebook };
    claims.slip();
    claims.titles();
    for at in 0..leaves.leaves.len() {
        claims.document(at);
    }
    for at in 0..leaves.leaves.len() {
        match &leaves.leaves[at].node.kind {
            Kind::Document(asked) => claims.conditions(at, asked),
            Kind::Fact(condition) => {
                let answers: Vec<&str> = condition.is.iter().map(AnswerId::as_str).collect();
                claims.fact(at, condition.fact.as_str(), &answers);
            }
            _ => claims.fault(at, "nothing in the row takes applications on request only".into()),
        }
        claims.only_words(at);
    }
    claims.shared();
    claims.unsaid();
}

struct Claims<'a, 'b> {
    row: &'b mut Row,
    leaves: &'b Leaves<'a>,
    place: Place<'b>,
    notebook: &'b mut Notebook,
}

impl<'a> Claims<'a, '_> {
    fn leaf(&self, at: usize) -> &Leaf<'a> {
        &self.leaves.leaves[at]
    }

    fn is_at(&self, (catalog, line): At, leaf: &Leaf<'_>) -> bool {
        catalog == self.place.catalog.id.as_str() && line == leaf.line
    }

    fn fault(&mut self, at: usize, what: String) {
        let line = self.leaf(at).line;
        self.notebook.fault(line, what);
    }

    /// The name that stands once more at the end of its cell is claimed as the slip that it is.
    fn slip(&mut self) {
        let Some(slip) = &self.place.section.slip else { return };
        let words = normal::name(&slip.words);
        let found = self.row.find(&words, slip.line, |at| !self.row.is_in_name(at));
        if let Some(found) = found {
            self.row.claim(Mark::Slip, found, Vec::new());
        }
    }

    /// A group claims a line that is nothing but its title: “…的场景”, “…如下：”. Other words are
    /// no title, so that no paper can hide in the words of a group.
    fn titles(&mut self) {
        for title in &self.leaves.titles {
            let words = normal::words(title.words);
            let is_title = words.ends_with("的场景") || words.ends_with('：');
            if is_title && self.row.line_words(title.line) == words {
                let words: Vec<char> = words.chars().collect();
                if let Some(found) = self.row.find(&words, title.line, |_| true) {
                    self.row.claim(Mark::Title, found, Vec::new());
                }
            }
        }
    }

    /// A paper claims its name, and its other names where its words have several.
    fn document(&mut self, at: usize) {
        let leaf = self.leaf(at);
        let (Kind::Document(asked), line) = (&leaf.node.kind, leaf.line) else { return };
        let mut names: Vec<Vec<char>> = Vec::new();
        if let Some(document) = self.place.registry.document(asked.document.as_str()) {
            names.push(normal::name(&document.name));
            names.extend(document.aliases.iter().map(|alias| normal::name(&alias.name)));
        }
        let by_place =
            NAMED.iter().filter(|named| self.is_at(named.at, leaf) && named.document == asked.document.as_str());
        names.extend(by_place.map(|named| normal::name(named.words)));
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        let several = said(leaf.node, &names);
        let found = if several.len() > 1 {
            several.iter().filter_map(|name| self.claim_name(at, std::slice::from_ref(name), line)).count()
                == several.len()
        } else {
            self.claim_name(at, &names, line).is_some()
        };
        if !found {
            self.fault(at, format!("`{}` has no name in this line that is not taken", asked.document));
        }
    }

    fn claim_name(&mut self, at: usize, names: &[Vec<char>], line: u32) -> Option<()> {
        let free = names.iter().filter_map(|name| self.row.find_name(name, line));
        // The first place, and there the longest name; the names are sorted by length.
        match free.min_by_key(|(start, _)| *start) {
            Some(found) => {
                self.row.claim(Mark::Document, found, vec![at]);
            }
            None => self.share(Mark::Document, names, at)?,
        }
        Some(())
    }

    /// Joins a claim that stands for several nodes.
    fn share(&mut self, mark: Mark, names: &[Vec<char>], at: usize) -> Option<()> {
        let leaf = self.leaf(at).clone();
        let shared = SHARED.iter().find(|shared| self.is_at(shared.at, &leaf))?;
        let is_shared = |name: &Vec<char>| shared.words.iter().any(|words| normal::name(words) == *name);
        let claim = (0..self.row.claims.len()).find(|&claim| {
            let claim = &self.row.claims[claim];
            let name = normal::name(&self.row.claimed(claim));
            claim.mark == mark
                && is_shared(&name)
                && names.contains(&name)
                && claim.leaves.len() < shared.nodes
                && !claim.leaves.contains(&at)
        })?;
        self.row.claims[claim].leaves.push(at);
        Some(())
    }

    fn fact(&mut self, at: usize, fact: &str, answers: &[&str]) {
        let line = self.leaf(at).line;
        let unsaid = UNSAID.iter().any(|(place, unsaid)| {
            self.is_at(*place, self.leaf(at))
                && matches!(unsaid, Unsaid::Condition(of, answer) if *of == fact && [*answer] == *answers)
        });
        if unsaid {
            return;
        }
        let mut found: Vec<(usize, usize)> = Vec::new();
        let applicants = self.place.kept.iter().flat_map(|kept| &kept.applicants);
        let here = applicants.filter(|one| one.lines.is_empty() || one.lines.contains(&line));
        let means = here.filter(|one| one.fact == fact && one.is.iter().eq(answers.iter().copied()));
        let mut wordings: Vec<&str> = conditions::wordings(fact, answers).collect();
        wordings.extend(means.map(|one| &*one.said));
        for wording in wordings {
            let words: Vec<char> = normal::words(wording).chars().collect();
            // 旅行社 inside 非旅行社 is the opposite.
            let whole = |at: usize| !self.row.is_in_name(at) && (at == 0 || self.row.glyphs[at - 1].c != '非');
            found.extend(self.row.find(&words, line, whole));
        }
        match found.into_iter().min_by_key(|(start, end)| (*start, std::cmp::Reverse(*end))) {
            Some(found) => {
                self.row.claim(Mark::Fact, found, vec![at]);
            }
            None => self.fault(at, format!("no words for the condition `{fact}` = {}", answers.join(", "))),
        }
    }

    /// Words without a field of their own count as typed where the words of the leaf repeat them.
    fn only_words(&mut self, at: usize) {
        let leaf = self.leaf(at);
        let line = leaf.line;
        let mut said = leaf.node.words.as_deref().map(normal::words).unwrap_or_default();
        // What a repair is about need not be said once more by the node.
        let repairs = self.place.catalog.repairs.iter().filter(|one| self.place.kept.is_some() && one.line == line);
        said.extend(repairs.map(|one| normal::words(&one.fault)));
        for words in ONLY_WORDS.map(normal::words).iter().filter(|words| said.contains(words.as_str())) {
            let words: Vec<char> = words.chars().collect();
            if let Some(found) = self.row.find(&words, line, |_| true) {
                self.row.claim(Mark::Words, found, vec![at]);
            }
        }
    }

    /// Where the leaf has claimed a name.
    fn place_of(&self, at: usize) -> Option<(usize, usize)> {
        let mut claims = self.row.claims.iter();
        let claim = claims.find(|claim| claim.mark == Mark::Document && claim.leaves.contains(&at))?;
        Some((claim.start, claim.end))
    }

    /// The words, if they stand right before a place and are free.
    fn before(&self, place: usize, words: &str) -> Option<(usize, usize)> {
        let words: Vec<char> = normal::words(words).chars().collect();
        let start = place.checked_sub(words.len())?;
        (self.row.stands_at(&words, start) && self.row.is_free(start, place)).then_some((start, place))
    }
}

/// The names of the paper that the words of a node say, each as often as they say it.
fn said(node: &Requirement, names: &[Vec<char>]) -> Vec<Vec<char>> {
    let mut words = node.words.as_deref().map(normal::words).unwrap_or_default();
    let mut said = Vec::new();
    for name in names {
        let text: String = name.iter().collect();
        while let Some(at) = words.find(&text) {
            said.push(name.clone());
            words.replace_range(at..at + text.len(), "…");
        }
    }
    said
}
