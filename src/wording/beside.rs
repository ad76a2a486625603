//! Two requirements side by side, line by line, with what is not in the other one stressed.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::catalog::{Asked, Coverage, Kind, Registry, Requirement};
use crate::eligibility::{Confirm, PaperStep};
use crate::i18n::Messages;
use crate::profile::Paper;

use super::Sentence;
use super::paper::{asked_name, channel_words, confirm_words};

/// A node of a requirement in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How many nodes stand above it.
    pub depth: usize,
    /// What it says; stressed is what the other requirement does not say.
    pub words: Sentence,
}

/// A requirement as lines, beside another one. Of a paper that both ask for, only the phrases that
/// the other does not have are stressed; a heading, only where everything below it is in the other
/// as well, so that the heading itself is the change.
#[must_use]
pub fn beside(node: &Requirement, other: &Requirement, registry: &Registry, say: &Messages) -> Vec<Line> {
    let mut theirs = Theirs { says: Vec::new(), asked: Vec::new() };
    let teller = Teller { registry, say };
    theirs.take(other, &teller);
    let mut lines = Vec::new();
    teller.lines(node, 0, &theirs, &mut lines);
    lines
}

/// A node of a requirement without what is below it.
#[must_use]
pub fn node_words(node: &Requirement, registry: &Registry, say: &Messages) -> String {
    Teller { registry, say }.own(node)
}

struct Teller<'a> {
    registry: &'a Registry,
    say: &'a Messages,
}

/// What the other requirement says.
struct Theirs<'a> {
    /// Each of its nodes, with everything below.
    says: Vec<u64>,
    /// Each paper of it.
    asked: Vec<&'a Asked>,
}

impl<'a> Theirs<'a> {
    fn take(&mut self, node: &'a Requirement, teller: &Teller<'_>) {
        node.walk(&mut |node| {
            self.says.push(teller.whole(node));
            if let Kind::Document(asked) = &node.kind {
                self.asked.push(asked);
            }
        });
    }

    fn has(&self, whole: u64) -> bool {
        self.says.contains(&whole)
    }
}

impl Teller<'_> {
    /// A node without what is below it.
    fn own(&self, node: &Requirement) -> String {
        let say = self.say;
        match &node.kind {
            Kind::Nothing => say.nothing_asked.to_owned(),
            Kind::Unlisted => say.unlisted.to_owned(),
            Kind::OnRequest(channel) => channel_words(channel, self.registry, say),
            Kind::All(_) => say.all_of.to_owned(),
            Kind::Any(members) => (say.any_of)(members.len()),
            Kind::AtLeast(least, members) => (say.at_least)(*least, members.len()),
            Kind::Fact(one) => {
                confirm_words(&Confirm { fact: one.fact.clone(), answers: one.is.clone().into() }, self.registry, say)
            }
            Kind::Document(asked) => {
                let step = PaperStep {
                    paper: Paper { document: asked.document.clone(), holder: asked.holder },
                    covers: asked.coverage.phrases().to_vec(),
                    count: asked.count,
                };
                asked_name(&step, matches!(asked.coverage, Coverage::Any(_)), self.registry, say)
            }
        }
    }

    /// A number for a node with everything below it. Nodes that say the same have the same; the
    /// order of members means nothing.
    fn whole(&self, node: &Requirement) -> u64 {
        let members = node.members().iter().map(|member| self.whole(member));
        let mut hasher = FxHasher::default();
        self.own(node).hash(&mut hasher);
        members.fold(0, u64::wrapping_add).hash(&mut hasher);
        hasher.finish()
    }

    fn lines(&self, node: &Requirement, depth: usize, theirs: &Theirs<'_>, lines: &mut Vec<Line>) {
        let words = self.own(node);
        let is_new = !theirs.has(self.whole(node));
        let has_new_below = node.members().iter().any(|member| !theirs.has(self.whole(member)));
        let words = match &node.kind {
            Kind::Document(asked) if is_new => phrases_marked(words, asked, theirs),
            _ if is_new && !has_new_below => Sentence::default().stressed(words),
            _ => Sentence::default().plain(words),
        };
        lines.push(Line { depth, words });
        for member in node.members() {
            self.lines(member, depth.saturating_add(1), theirs, lines);
        }
    }
}

/// The words of a paper; of one that the other asks for as well, only its new phrases are stressed.
/// Where none of them is new, the change is in what stands around them, and all of it is.
fn phrases_marked(words: String, asked: &Asked, theirs: &Theirs<'_>) -> Sentence {
    let same = |other: &&&Asked| other.document == asked.document && other.holder == asked.holder;
    let theirs: Vec<&Asked> = theirs.asked.iter().filter(same).copied().collect();
    let is_known =
        |phrase: &str| theirs.iter().any(|other| other.coverage.phrases().iter().any(|one| &**one == phrase));
    let phrases = asked.coverage.phrases().iter();
    let new: Vec<&str> = phrases.map(|phrase| &**phrase).filter(|phrase| !is_known(phrase)).collect();
    let same_count = theirs.iter().any(|other| other.count == asked.count);
    if theirs.is_empty() || new.is_empty() || !same_count {
        return Sentence::default().stressed(words);
    }
    let mut marked = Sentence::default();
    let mut rest = words.as_str();
    for phrase in new {
        let Some((before, after)) = rest.split_once(phrase) else { continue };
        marked = marked.plain(before).stressed(phrase);
        rest = after;
    }
    marked.plain(rest)
}
