//! How far a paper of a draft is, in one word.
//!
//! Two things are said of a paper: the profile says whether it is at hand, and every answer follows
//! from that; its progress says how far it has come beyond. The screen shows one [`Stage`] made from
//! both, and choosing one changes both, so that they cannot tell two stories. Where they could – a
//! paper that was handed in is taken out of the profile in the checker – the profile prevails.

use super::{Draft, State};
use crate::profile::Paper;

/// How far a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nothing was said of it, or that there is none (未开始).
    NotBegun,
    /// It is not at hand, and its owner sees to it (准备中).
    Preparing,
    /// It is at hand (已备齐).
    Ready,
    /// It is at hand and was handed in to the platform (已提交).
    Submitted,
    /// It is at hand, and the platform has accepted it (已过审).
    Approved,
    /// The applicant cannot have it (拿不到).
    Unobtainable,
}

impl Stage {
    /// Every stage, in the order in which a paper goes through them.
    pub const ALL: [Self; 6] =
        [Self::NotBegun, Self::Preparing, Self::Ready, Self::Submitted, Self::Approved, Self::Unobtainable];

    /// Its name in forms.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::NotBegun => "none",
            Self::Unobtainable => "unobtainable",
            Self::Preparing => State::Preparing.id(),
            Self::Ready => State::Ready.id(),
            Self::Submitted => State::Submitted.id(),
            Self::Approved => State::Approved.id(),
        }
    }

    /// The paper is at hand.
    #[must_use]
    pub fn is_held(self) -> bool {
        matches!(self, Self::Ready | Self::Submitted | Self::Approved)
    }

    /// How far it is, of what the profile does not say.
    fn state(self) -> Option<State> {
        match self {
            Self::NotBegun | Self::Unobtainable => None,
            Self::Preparing => Some(State::Preparing),
            Self::Ready => Some(State::Ready),
            Self::Submitted => Some(State::Submitted),
            Self::Approved => Some(State::Approved),
        }
    }
}

impl Draft {
    /// How far a paper is. One whose last day has passed is at hand all the same; that it no longer
    /// serves is for the answers to say.
    #[must_use]
    pub fn stage(&self, paper: &Paper) -> Stage {
        let state = self.progress_of(paper).and_then(|progress| progress.state);
        match (self.profile.holding(paper), state) {
            (Some(holding), _) if holding.unobtainable => Stage::Unobtainable,
            (Some(holding), Some(State::Submitted)) if holding.count > 0 => Stage::Submitted,
            (Some(holding), Some(State::Approved)) if holding.count > 0 => Stage::Approved,
            (Some(holding), _) if holding.count > 0 => Stage::Ready,
            (_, Some(State::Preparing)) => Stage::Preparing,
            _ => Stage::NotBegun,
        }
    }

    /// Brings a paper to a stage, in the profile as well: from “ready” on it is held, before that it
    /// is not, and everything else that was said of it stays.
    pub fn bring(&mut self, paper: &Paper, stage: Stage) {
        self.set_state(paper, stage.state());
        match stage {
            Stage::NotBegun | Stage::Preparing => self.profile.part_with(paper),
            Stage::Unobtainable => {
                self.profile.hold(paper);
                if let Some(holding) = self.profile.holding_mut(paper) {
                    holding.unobtainable = true;
                }
            }
            Stage::Ready | Stage::Submitted | Stage::Approved => {
                self.profile.hold(paper);
                if let Some(holding) = self.profile.holding_mut(paper) {
                    holding.unobtainable = false;
                    holding.count = holding.count.max(1);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Holder;

    fn paper() -> Paper {
        Paper { document: "road-transport-licence".into(), holder: Holder::Own }
    }

    #[test]
    fn a_stage_is_what_was_chosen_and_the_profile_says_the_same() {
        for from in Stage::ALL {
            for to in Stage::ALL {
                let mut draft = Draft::new("a".into(), String::new(), 7);
                draft.bring(&paper(), from);
                draft.bring(&paper(), to);
                assert_eq!(draft.stage(&paper()), to, "from {from:?}");
                let holding = draft.profile.holding(&paper());
                assert_eq!(holding.is_some_and(|one| one.count > 0 && !one.unobtainable), to.is_held(), "{to:?}");
            }
        }
    }

    #[test]
    fn what_was_said_of_a_paper_comes_back_with_it() {
        let mut draft = Draft::new("a".into(), String::new(), 7);
        draft.bring(&paper(), Stage::Submitted);
        let holding = draft.profile.holding_mut(&paper()).unwrap();
        holding.say("驾驶员培训", Some(true));
        holding.valid_until = Some("2027-01-31".into());
        for away in [Stage::NotBegun, Stage::Preparing, Stage::Unobtainable] {
            draft.bring(&paper(), away);
            draft.bring(&paper(), Stage::Approved);
            let holding = draft.profile.holding(&paper()).unwrap();
            assert_eq!(holding.says("驾驶员培训"), Some(true), "{away:?}");
            assert_eq!(holding.valid_until.as_deref(), Some("2027-01-31"), "{away:?}");
        }
    }

    #[test]
    fn what_the_checker_takes_out_is_no_longer_at_hand() {
        let mut draft = Draft::new("a".into(), String::new(), 7);
        draft.bring(&paper(), Stage::Approved);
        draft.profile.retract(&paper());
        assert_eq!(draft.stage(&paper()), Stage::NotBegun);
        draft.profile.hold(&paper());
        assert_eq!(draft.stage(&paper()), Stage::Approved, "it was only taken out by mistake");
    }

    #[test]
    fn a_paper_of_which_nothing_is_said_leaves_no_trace() {
        let mut draft = Draft::new("a".into(), String::new(), 7);
        draft.bring(&paper(), Stage::Ready);
        draft.bring(&paper(), Stage::NotBegun);
        assert_eq!(draft, Draft::new("a".into(), String::new(), 7));
    }
}
