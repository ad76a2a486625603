//! A source with a table for each kind of applicant: what a category asks of each of them is what
//! their row says, and nobody else is let in.

use leimu::catalog::{AnswerId, Category, Kind, Requirement, SUBJECT};

use super::Place;
use crate::report::Notebook;
use crate::source::Section;

/// What is asked of some applicants.
struct Alternative<'a, 's> {
    subjects: Vec<&'s str>,
    requirement: &'a Requirement,
    line: Option<u32>,
}

/// Each row of the category with the requirement that is for its applicants.
pub(super) fn rows<'a, 's>(
    place: Place<'s>,
    category: &'a Category,
    notebook: &mut Notebook,
) -> Vec<(&'s Section, &'a Requirement)> {
    let all: Vec<&str> = place
        .registry
        .fact(SUBJECT)
        .map(|fact| fact.answers.iter().map(|one| one.id.as_str()).collect())
        .unwrap_or_default();
    let alternatives = alternatives(&category.requirement, &all);
    let sections: Vec<&Section> =
        place.source.sections.iter().filter(|section| section.paths.iter().any(|path| *path == place.path)).collect();
    let mut rows = Vec::new();
    let mut wanted: Vec<Vec<&str>> = alternatives.iter().map(|_| Vec::new()).collect();
    let mut lines: Vec<Vec<u32>> = alternatives.iter().map(|_| Vec::new()).collect();
    for section in sections {
        let subjects = subjects(place, section);
        if subjects.is_empty() {
            notebook.fault(section.line, "nobody says which subjects the row is for".into());
        }
        let fits = |one: &Alternative<'_, '_>| subjects.iter().all(|subject| one.subjects.contains(subject));
        match alternatives.iter().position(fits) {
            None => notebook.fault(section.line, "the category asks nothing of the applicants of this row".into()),
            Some(at) => {
                wanted[at].extend(&subjects);
                lines[at].push(section.line);
                rows.push((section, alternatives[at].requirement));
            }
        }
    }
    for (at, alternative) in alternatives.iter().enumerate() {
        let mut said = alternative.subjects.clone();
        said.sort_unstable();
        wanted[at].sort_unstable();
        if said != wanted[at] {
            let line = alternative.line.unwrap_or(category.line);
            notebook.fault(
                line,
                format!("the subjects are {}, the rows are for {}", said.join(", "), wanted[at].join(", ")),
            );
        }
        if alternative.line.is_some_and(|line| !lines[at].contains(&line)) {
            notebook.fault(category.line, "an alternative names the line of another row".into());
        }
    }
    rows
}

/// The subjects that a row is for.
fn subjects<'a>(place: Place<'a>, section: &Section) -> Vec<&'a str> {
    let entity = section.entity.as_deref().unwrap_or_default();
    let subjects = place.kept.and_then(|kept| kept.subjects.get(entity)).and_then(|subjects| subjects.as_array());
    subjects.into_iter().flatten().filter_map(|one| one.as_str()).collect()
}

/// What a category asks of whom. One that says nothing of subjects is for all of them.
fn alternatives<'a, 's>(root: &'a Requirement, all: &[&'s str]) -> Vec<Alternative<'a, 's>>
where
    'a: 's,
{
    let each: Option<Vec<_>> = match &root.kind {
        Kind::Any(members) if members.len() > 1 => members.iter().map(alternative).collect(),
        _ => alternative(root).map(|one| vec![one]),
    };
    each.unwrap_or_else(|| vec![Alternative { subjects: all.to_vec(), requirement: root, line: None }])
}

fn alternative(node: &Requirement) -> Option<Alternative<'_, '_>> {
    let Kind::All(members) = &node.kind else { return None };
    let [subject, requirement] = &members[..] else { return None };
    let Kind::Fact(condition) = &subject.kind else { return None };
    let is_of_row = condition.fact.as_str() == SUBJECT && node.words.is_none();
    let subjects = condition.is.iter().map(AnswerId::as_str).collect();
    is_of_row.then_some(Alternative { subjects, requirement, line: node.line })
}
