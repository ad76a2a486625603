//! Changes to a profile as a form makes them. They work on the written form, so that what this
//! build does not know (a paper of newer data) stays in it.

use super::{Paper, WrittenHolding, WrittenProfile};
use crate::catalog::{Holder, SUBJECT};

impl WrittenProfile {
    /// Nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.subject.is_none() && self.facts.is_empty() && self.activities.is_empty() && self.documents.is_empty()
    }

    /// The same is said, in whatever order.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let same_paper = |one: &WrittenHolding, other: &WrittenHolding| {
            let bare =
                |holding: &WrittenHolding| WrittenHolding { covers: Vec::new(), lacks: Vec::new(), ..holding.clone() };
            are_equal(&one.covers, &other.covers, &PartialEq::eq)
                && are_equal(&one.lacks, &other.lacks, &PartialEq::eq)
                && bare(one) == bare(other)
        };
        self.subject == other.subject
            && self.facts == other.facts
            && are_equal(&self.activities, &other.activities, &PartialEq::eq)
            && are_equal(&self.documents, &other.documents, &same_paper)
    }

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
            self.documents.push(WrittenHolding::of(paper.document.as_str(), paper.holder));
        }
    }

    /// Takes a paper out, with everything said of it.
    pub fn retract(&mut self, paper: &Paper) {
        self.documents.retain(|one| !is(one, paper));
    }

    /// Says that a paper is not at hand. What else was said of it is kept for when it is.
    pub fn part_with(&mut self, paper: &Paper) {
        let Some(holding) = self.holding_mut(paper) else { return };
        (holding.count, holding.unobtainable) = (0, false);
        if holding.covers.is_empty() && holding.lacks.is_empty() && holding.valid_until.is_none() {
            self.retract(paper);
        }
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
    /// One of a paper, of which nothing else is said.
    #[must_use]
    pub fn of(document: &str, holder: Holder) -> Self {
        Self {
            document: document.into(),
            covers: Vec::new(),
            lacks: Vec::new(),
            count: 1,
            holder,
            valid_until: None,
            unobtainable: false,
        }
    }

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

/// The same members, in whatever order.
fn are_equal<T>(one: &[T], other: &[T], is_same: &dyn Fn(&T, &T) -> bool) -> bool {
    let has_all = |these: &[T], those: &[T]| these.iter().all(|this| those.iter().any(|that| is_same(this, that)));
    one.len() == other.len() && has_all(one, other) && has_all(other, one)
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
    fn the_order_in_which_things_were_said_does_not_matter() {
        let read = |text: &str| serde_json::from_str::<WrittenProfile>(text).unwrap();
        let one = read(
            r#"{"subject":"enterprise","activities":["a","b"],"documents":[{"document":"x","covers":["p","q"]},{"document":"y"}]}"#,
        );
        for (other, is_same) in [
            (
                r#"{"subject":"enterprise","activities":["b","a"],"documents":[{"document":"y"},{"document":"x","covers":["q","p"]}]}"#,
                true,
            ),
            (
                r#"{"subject":"enterprise","activities":["b","b"],"documents":[{"document":"y"},{"document":"x","covers":["q","p"]}]}"#,
                false,
            ),
            (
                r#"{"subject":"enterprise","activities":["b","a"],"documents":[{"document":"y"},{"document":"x","lacks":["q","p"]}]}"#,
                false,
            ),
            (
                r#"{"subject":"enterprise","activities":["b","a"],"documents":[{"document":"y","count":2},{"document":"x","covers":["q","p"]}]}"#,
                false,
            ),
            (
                r#"{"subject":"media","activities":["b","a"],"documents":[{"document":"y"},{"document":"x","covers":["q","p"]}]}"#,
                false,
            ),
            ("{}", false),
        ] {
            assert_eq!(one.says_the_same(&read(other)), is_same, "{other}");
            assert_eq!(read(other).says_the_same(&one), is_same, "{other}");
            assert_eq!(read(other).is_empty(), other == "{}");
        }
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
