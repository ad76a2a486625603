//! Double entry: the catalogs that were written by hand, read once more by the reader. Where the
//! two disagree one of them is wrong, or the disagreement is listed with its reason.

use std::collections::BTreeSet;

use leimu::catalog::{AnswerId, Catalog, Condition, Coverage, DocumentId, Holder, Kind, Registry, Requirement};
use leimu::reader::{Lexicon, Names, read, requirement};
use serde::Deserialize;

use crate::source::{Section, Source};

/// What is known beside the registry, and what may differ.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    /// Which answer an applicant is.
    applicants: Vec<Applicant>,
    /// Which paper a name is that means another one elsewhere.
    papers: Vec<Paper>,
    /// Categories that are read in another way than they were written, and why.
    exceptions: Vec<Exception>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Applicant {
    said: String,
    fact: String,
    is: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Paper {
    said: String,
    document: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    catalog: String,
    path: Vec<String>,
    why: String,
}

/// What came out for some catalogs.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// Disagreements that are not listed, and listed ones that are none.
    pub(crate) faults: Vec<String>,
    read: usize,
    excepted: usize,
}

impl Outcome {
    /// How much was read, in one line.
    pub(crate) fn summary(&self) -> String {
        format!("double entry: {} wordings read again, {} differ for a listed reason", self.read, self.excepted)
    }
}

/// Reads the source of every catalog again.
pub(crate) fn check<'a>(
    catalogs: impl Iterator<Item = (&'a Catalog, &'a Source)>,
    registry: &Registry,
) -> Result<Outcome, String> {
    let known: Known = serde_json::from_str(include_str!("../double-entry.json"))
        .map_err(|error| format!("double-entry.json: {error}"))?;
    let lexicon = Lexicon::of(registry);
    let mut outcome = Outcome::default();
    for (catalog, source) in catalogs {
        for section in &source.sections {
            for path in &section.paths {
                let written = catalog.categories.iter().find(|one| one.path.0.iter().map(|name| &**name).eq(path));
                let Some(written) = written.filter(|_| section.papers.iter().any(|cell| !cell.is_empty())) else {
                    continue;
                };
                outcome.read += 1;
                let again = again(section, &lexicon, &known);
                let (written, again) =
                    (plain(&written.requirement), again.map_or_else(|| "nothing".into(), |one| plain(&one)));
                let exception =
                    known.exceptions.iter().find(|one| catalog.id.as_str() == one.catalog && one.path == *path);
                let place = format!("{}:{} {}", source.file, section.line, path.join("/"));
                match (written == again, exception) {
                    (true, None) => {}
                    (false, Some(exception)) if !exception.why.is_empty() => outcome.excepted += 1,
                    (true, Some(_)) => {
                        outcome.faults.push(format!("{place}: listed as read in another way, but it is not"));
                    }
                    (false, _) => outcome.faults.push(format!("{place}: written {written}\n    but read {again}")),
                }
            }
        }
    }
    Ok(outcome)
}

/// The requirement of a section, as it is read.
fn again(section: &Section, lexicon: &Lexicon, known: &Known) -> Option<Requirement> {
    let heading = section.heading.as_ref().map(|heading| heading.words.clone()).filter(|words| words.contains('选'));
    let heading = heading.filter(|_| section.papers.len() == 1);
    let read_one = |cell: &str| {
        let text = format!("{}\n{cell}", heading.as_deref().unwrap_or_default());
        requirement(&read(&text, lexicon), &text, &mut Looked { known })
    };
    // A name that is repeated by a slip is no second paper.
    let slip = section.slip.as_ref().map(|slip| slip.words.as_str()).unwrap_or_default();
    let cells = section.papers.iter().map(|cell| cell.iter().map(|glyph| glyph.c).collect::<String>());
    let cells = cells.map(|cell| match cell.trim_end().trim_end_matches('。').strip_suffix(slip) {
        Some(whole) => whole.to_owned(),
        None => cell,
    });
    let mut read: Vec<Requirement> = cells.filter_map(|cell| read_one(&cell)).collect();
    match read.len() {
        0 | 1 => read.pop(),
        _ => Some(Requirement::of(Kind::Any(read))),
    }
}

struct Looked<'a> {
    known: &'a Known,
}

impl Names for Looked<'_> {
    fn paper(&mut self, name: &str, in_registry: Option<&DocumentId>) -> DocumentId {
        if let Some(document) = in_registry {
            return document.clone();
        }
        let known = self.known.papers.iter().find(|one| one.said == name);
        known.map_or_else(|| format!("?{name}").as_str().into(), |one| one.document.as_str().into())
    }

    fn applicant(&mut self, who: &str, _: &[&str]) -> Condition {
        let found = self.known.applicants.iter().find(|one| one.said == who);
        match found {
            Some(one) => {
                Condition { fact: one.fact.as_str().into(), is: one.is.iter().map(|is| is.as_str().into()).collect() }
            }
            None => Condition { fact: format!("?{who}").as_str().into(), is: Vec::new() },
        }
    }
}

/// A requirement so that two that ask for the same are the same text: groups of one kind are one,
/// in any order, and whoever issues a paper is left out.
fn plain(node: &Requirement) -> String {
    match &node.kind {
        Kind::Nothing => "nothing".into(),
        Kind::Unlisted => "unlisted".into(),
        Kind::All(members) => group("all", members, |kind| matches!(kind, Kind::All(_))),
        Kind::Any(members) => group("any", members, |kind| matches!(kind, Kind::Any(_))),
        Kind::AtLeast(least, members) => group(&format!("at least {least}"), members, |_| false),
        Kind::Document(asked) => {
            let mut phrases: Vec<&str> = asked.coverage.phrases().iter().map(|phrase| &**phrase).collect();
            phrases.sort_unstable();
            let covers = match &asked.coverage {
                Coverage::None => String::new(),
                Coverage::Any(_) if phrases.len() > 1 => format!(" covers any {phrases:?}"),
                _ => format!(" covers {phrases:?}"),
            };
            let count = if asked.count > 1 { format!(" ×{}", asked.count) } else { String::new() };
            let holder = if asked.holder == Holder::Partner { " of a partner" } else { "" };
            format!("{}{covers}{count}{holder}", asked.document)
        }
        Kind::Fact(condition) => {
            let is: Vec<&str> = condition.is.iter().map(AnswerId::as_str).collect();
            format!("{}={}", condition.fact, is.join("|"))
        }
        Kind::OnRequest(_) => "on request".into(),
    }
}

fn group(name: &str, members: &[Requirement], is_same: fn(&Kind) -> bool) -> String {
    let mut texts = BTreeSet::new();
    let mut rest: Vec<&Requirement> = members.iter().collect();
    while let Some(member) = rest.pop() {
        if is_same(&member.kind) {
            rest.extend(member.members());
        } else {
            texts.insert(plain(member));
        }
    }
    // A paper, or the same one with some coverage: the paper.
    let is_wider = |text: &String| {
        texts.iter().any(|other| text.strip_prefix(other.as_str()).is_some_and(|more| more.starts_with(" covers")))
    };
    let texts: Vec<String> = texts.iter().filter(|text| name != "any" || !is_wider(text)).cloned().collect();
    match texts.len() {
        1 => texts.into_iter().next().unwrap_or_default(),
        _ => format!("{name}({})", texts.join(", ")),
    }
}
