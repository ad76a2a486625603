//! Changes to a profile as a form makes them. They work on the written form, so that what this
//! build does not know (a paper of newer data) stays in it.

use super::{Paper, WrittenHolding, WrittenProfile};
use crate::catalog::{Holder, SUBJECT};

impl WrittenProfile {
    /// Answers a fact, or takes the answer back.
    pub fn answer(&mut self, fact: &str, answer: Option<&str>) {
        if fact == SUBJECT {
            self.subject = answer.map(Into::into);
        } else if let Some(answer) = answer {
            self.facts.insert(fact.into(), answer.into());
        } else {
            self.facts.remove(fact);
        }
    }

    /// Says whether the mini-program does this.
    pub fn set_activity(&mut self, activity: &str, does: bool) {
        self.activities.retain(|one| **one != *activity);
        if does {
            self.activities.push(activity.into());
        }
    }

    /// Adds a paper; nothing happens where it is there already.
    pub fn hold(&mut self, paper: &Paper) {
        if self.holding(paper).is_none() {
            self.documents.push(WrittenHolding {
                document: paper.document.as_str().into(),
                covers: Vec::new(),
                lacks: Vec::new(),
                count: 1,
                holder: paper.holder,
                valid_until: None,
                unobtainable: false,
            });
        }
    }

    /// Takes a paper out, with everything said of it.
    pub fn retract(&mut self, paper: &Paper) {
        self.documents.retain(|one| !is(one, paper));
    }

    /// What was said of a paper.
    #[must_use]
    pub fn holding(&self, paper: &Paper) -> Option<&WrittenHolding> {
        self.documents.iter().find(|one| is(one, paper))
    }

    /// What was said of a paper, to be changed.
    pub fn holding_mut(&mut self, paper: &Paper) -> Option<&mut WrittenHolding> {
        self.documents.iter_mut().find(|one| is(one, paper))
    }
}

impl WrittenHolding {
    /// Whether the paper covers a phrase; none where nobody said.
    #[must_use]
    pub fn says(&self, phrase: &str) -> Option<bool> {
        let among = |list: &[Box<str>]| list.iter().any(|one| **one == *phrase);
        if among(&self.covers) {
            Some(true)
        } else if among(&self.lacks) {
            Some(false)
        } else {
            None
        }
    }

    /// Says whether the paper covers a phrase, or takes that back.
    pub fn say(&mut self, phrase: &str, covers: Option<bool>) {
        self.covers.retain(|one| **one != *phrase);
        self.lacks.retain(|one| **one != *phrase);
        match covers {
            Some(true) => self.covers.push(phrase.into()),
            Some(false) => self.lacks.push(phrase.into()),
            None => {}
        }
    }
}

fn is(one: &WrittenHolding, paper: &Paper) -> bool {
    let holder: Holder = one.holder;
    *one.document == *paper.document.as_str() && holder == paper.holder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_covered_or_lacking_and_never_both() {
        let paper = Paper { document: "road-transport-licence".into(), holder: Holder::Own };
        let mut profile = WrittenProfile::default();
        profile.hold(&paper);
        profile.hold(&paper);
        assert_eq!(profile.documents.len(), 1);
        for said in [Some(true), Some(false), None] {
            let holding = profile.holding_mut(&paper).unwrap();
            holding.say("驾驶员培训", said);
            assert_eq!(holding.says("驾驶员培训"), said);
            assert_eq!(holding.covers.len() + holding.lacks.len(), usize::from(said.is_some()));
        }
        profile.retract(&paper);
        assert_eq!(profile, WrittenProfile::default());
    }

    #[test]
    fn the_subject_is_a_fact_like_the_others() {
        let mut profile = WrittenProfile::default();
        profile.answer(SUBJECT, Some("enterprise"));
        profile.answer("education-provider", Some("other"));
        profile.set_activity("stock-trading", true);
        profile.set_activity("stock-trading", true);
        assert_eq!(profile.subject.as_deref(), Some("enterprise"));
        assert_eq!(profile.activities.len(), 1);
        profile.answer(SUBJECT, None);
        profile.answer("education-provider", None);
        profile.set_activity("stock-trading", false);
        assert_eq!(profile, WrittenProfile::default());
    }
}
