//! Branches that no words of a row stand for: somebody who does both kinds of business needs the
//! papers of both. They are not looked for in the row; they are worked out from the branches
//! beside them.

use leimu::catalog::{AnswerId, Asked, Kind, Reading, Requirement};

/// The places of the derived branches of a tree.
pub(super) fn places(root: &Requirement) -> Vec<Vec<usize>> {
    let Kind::Any(members) = &root.kind else { return Vec::new() };
    members
        .iter()
        .enumerate()
        .filter(|(_, member)| member.words.is_none() && member.reading == Reading::Inferred)
        .filter(|(_, member)| condition(member).is_some_and(|(_, answers)| answers == ["both"]))
        .map(|(at, _)| vec![at])
        .collect()
}

/// What is wrong with the derived branch at this member of the root.
pub(super) fn fault(root: &Requirement, at: usize) -> Option<String> {
    let branch = root.members().get(at)?;
    let (fact, _) = condition(branch)?;
    let mut wanted: Vec<&Asked> = Vec::new();
    for (other, beside) in root.members().iter().enumerate() {
        let answers = condition(beside).filter(|(of, _)| *of == fact).map(|(_, answers)| answers);
        if other != at && answers.is_some_and(|answers| answers != ["none"]) {
            wanted.extend(papers(beside));
        }
    }
    let mut found = papers(branch);
    if branch.members().len() != found.len() + 1 {
        return Some(format!("the branch for both answers to `{fact}` is more than its condition and papers"));
    }
    for asked in wanted {
        match found.iter().position(|other| *other == asked) {
            Some(at) => {
                found.remove(at);
            }
            None => return Some(format!("the branch for both answers to `{fact}` lacks `{}`", asked.document)),
        }
    }
    let more = found.first()?;
    Some(format!("the branch for both answers to `{fact}` has `{}`, which neither of the two asks for", more.document))
}

/// The condition of a branch, if it is one.
fn condition(branch: &Requirement) -> Option<(&str, Vec<&str>)> {
    let Kind::All(members) = &branch.kind else { return None };
    members.iter().find_map(|member| match &member.kind {
        Kind::Fact(condition) => Some((condition.fact.as_str(), condition.is.iter().map(AnswerId::as_str).collect())),
        _ => None,
    })
}

fn papers(branch: &Requirement) -> Vec<&Asked> {
    let mut papers = Vec::new();
    branch.walk(&mut |node| {
        if let Kind::Document(asked) = &node.kind {
            papers.push(asked);
        }
    });
    papers
}
