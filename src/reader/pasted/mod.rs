//! A wording that somebody pasted, as a category to evaluate, with everything that the registry
//! does not have.

mod applicant;
mod document;

use crate::catalog::{
    Category, CategoryPath, Condition, Document, DocumentId, Fact, Kind, Reading, Registry, Requirement, Words, bare,
};

use super::lexicon::Lexicon;
use super::parts::Span;
use super::requirement::{Names, requirement};
use super::wording::{Diagnostic, Node, NodeKind, Trouble, Wording};

/// What became of a pasted wording.
#[derive(Debug, Clone)]
pub struct Pasted {
    /// How it was read.
    pub wording: Wording,
    /// What it asks for, as a category; none, where nothing could be read. Lines are those of the
    /// pasted text.
    pub category: Option<Category>,
    /// The papers that it asks for and the registry does not have.
    pub documents: Vec<Document>,
    /// A question for each applicant whom no question of the registry is about.
    pub facts: Vec<Fact>,
}

impl Pasted {
    /// The registry together with the papers and questions that it does not have.
    #[must_use]
    pub fn registry(&self, registry: &Registry) -> Registry {
        let Registry { mut documents, mut facts, activities, access_methods, .. } = registry.clone();
        documents.extend_from_slice(&self.documents);
        facts.extend_from_slice(&self.facts);
        Registry::new(documents, facts, activities, access_methods)
    }
}

/// Reads a pasted wording as the category of this path. The lexicon is the registry's.
#[must_use]
pub fn pasted(text: &str, path: CategoryPath, registry: &Registry, lexicon: &Lexicon) -> Pasted {
    let mut wording = super::read(text, lexicon);
    let mut found =
        Found { registry, documents: Vec::new(), facts: Vec::new(), is_new: Vec::new(), guesses: Vec::new() };
    let asked = match text.trim() {
        // As sources write it that no paper is asked.
        "-" => Some(Requirement::of(Kind::Nothing)),
        _ => requirement(&wording, text, &mut found),
    };
    if let Some(tree) = &wording.tree {
        let mut applicants = Vec::new();
        collect_applicants(tree, &mut applicants);
        for (span, _) in applicants.into_iter().zip(&found.is_new).filter(|(_, is_new)| **is_new) {
            Diagnostic { span, what: Trouble::UnknownApplicant }.add_to(&mut wording.diagnostics);
        }
    }
    let Found { documents, facts, guesses, .. } = found;
    let category = asked.map(|mut requirement| {
        note_guesses(&mut requirement, &guesses);
        Category {
            path,
            line: 1,
            scope: None,
            also: Vec::new(),
            scene: None,
            words: Some(text.into()),
            requirement,
            access: Vec::new(),
            supplements: Vec::new(),
            restrictions: Vec::new(),
            reviews: Vec::new(),
            notes: remarks(text, &wording),
            links: Vec::new(),
            doubt: None,
        }
    });
    Pasted { wording, category, documents, facts }
}

/// Looks names up, and keeps those that the registry does not have.
struct Found<'a> {
    registry: &'a Registry,
    documents: Vec<Document>,
    facts: Vec<Fact>,
    /// For each applicant, in the order of the wording: there is a question of their own.
    is_new: Vec<bool>,
    /// Answers that were taken for applicants, with what is to be said of it.
    guesses: Vec<(Condition, Box<str>)>,
}

impl Names for Found<'_> {
    fn paper(&mut self, name: &str, known: Option<&DocumentId>) -> DocumentId {
        let id = bare(name);
        let known = known.and_then(|known| self.registry.document(known.as_str()));
        if let Some(known) = known.or_else(|| Some(self.registry.document_called(&id)?.0)) {
            return known.id.clone();
        }
        let document = document::of(name, &id);
        let id = document.id.clone();
        if self.documents.iter().all(|other| other.id != id) {
            self.documents.push(document);
        }
        id
    }

    fn applicant(&mut self, who: &str, beside: &[&str]) -> Condition {
        let known = applicant::subject(who, beside, self.registry);
        let known = known.or_else(|| applicant::answer(who, beside, self.registry));
        self.is_new.push(known.is_none());
        if let Some((condition, guess)) = known {
            self.guesses.extend(guess.map(|guess| (condition.clone(), guess)));
            return condition;
        }
        let (fact, condition) = applicant::question(who, beside, self.registry);
        if self.facts.iter().all(|other| other.id != fact.id) {
            self.facts.push(fact);
        }
        condition
    }
}

/// Says of every node for an applicant who was taken for an answer that this is a guess.
fn note_guesses(node: &mut Requirement, guesses: &[(Condition, Box<str>)]) {
    match &mut node.kind {
        Kind::All(members) | Kind::Any(members) | Kind::AtLeast(_, members) => {
            members.iter_mut().for_each(|member| note_guesses(member, guesses));
        }
        Kind::Fact(condition) => {
            if let Some((_, guess)) = guesses.iter().find(|(known, _)| known == condition) {
                node.reading = Reading::Inferred;
                node.note = Some(guess.clone());
            }
        }
        _ => {}
    }
}

/// Every applicant, each before those that stand below, as [`requirement`] asks for them.
fn collect_applicants(node: &Node, found: &mut Vec<Span>) {
    match &node.kind {
        NodeKind::All(members) | NodeKind::Any(members) | NodeKind::AtLeast(_, members) => {
            members.iter().for_each(|member| collect_applicants(member, found));
        }
        NodeKind::When { applicant, then } => {
            found.push(*applicant);
            then.iter().for_each(|then| collect_applicants(then, found));
        }
        NodeKind::Paper(_) | NodeKind::OnRequest => {}
    }
}

/// The remarks that have a line of their own; what stands beside papers is in their words.
fn remarks(text: &str, wording: &Wording) -> Vec<Words> {
    let mut remarks = Vec::new();
    let (mut start, mut number) = (0_usize, 1_u32);
    for line in text.split('\n') {
        let words = line.trim();
        let margin = line.len().saturating_sub(line.trim_start().len());
        if wording.notes().any(|note| note.start == start.saturating_add(margin) && note.of(text) == words) {
            remarks.push(Words { words: words.into(), line: number });
        }
        start = start.saturating_add(line.len()).saturating_add(1);
        number = number.saturating_add(1);
    }
    remarks
}

/// How many letters of a name its id has, where it does not have all.
const LETTERS: usize = 40;

/// An id for something of this name: the name itself where it may be one, and otherwise its letters
/// and a number that tells it from other names with the same letters.
fn id(name: &str) -> String {
    let is_kept = |letter: &char| letter.is_alphanumeric() || *letter == '-';
    let letters: String = name.chars().filter(is_kept).take(LETTERS).collect();
    if letters == name {
        return letters;
    }
    // FNV-1a: the number is kept in files, so it has to be the same on every machine.
    let number = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |number, byte| (number ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{letters}-{number:x}")
}
