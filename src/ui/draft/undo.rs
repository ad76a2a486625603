//! What was changed last, and the way back: as long as the screen is there, whatever else was done.

use leptos::prelude::{Get, GetUntracked, Set};

use super::Shown;
use crate::browser::{self, El, el};
use crate::draft::{State, Target};
use crate::i18n::messages;
use crate::profile::{Paper, WrittenHolding};
use crate::ui::{HEADING, button};

/// The id of the button that takes back.
pub(super) const UNDO: &str = "undo";

/// What was changed last.
#[derive(Debug, Clone)]
pub(super) struct Undo {
    /// What was done, in words.
    pub(super) told: String,
    /// What was there before.
    pub(super) before: Before,
}

/// Just what a change has replaced, so that taking it back leaves everything else alone.
#[derive(Debug, Clone)]
pub(super) enum Before {
    /// A target, and its place among the others.
    Target(usize, Target),
    /// No such target.
    NoTarget(Target),
    /// What was said of a paper, and how far it was.
    Paper(Paper, Option<WrittenHolding>, Option<State>),
}

impl Shown {
    /// Remembers what a change has replaced.
    pub(super) fn remember(self, told: String, before: Before) {
        self.undo.set(Some(Undo { told, before }));
        // The way back stands here, so it need not stand at the top of the page as well.
        self.page.drafts.settle_removal();
    }

    fn take_back(self) {
        let Some(Undo { before, .. }) = self.undo.get_untracked() else { return };
        self.edit(|draft| match before {
            Before::Target(at, target) => {
                if !draft.has_target(&target.catalog, &target.path) {
                    draft.targets.insert(at.min(draft.targets.len()), target);
                }
            }
            Before::NoTarget(target) => draft.drop_target(&target.catalog, &target.path),
            Before::Paper(paper, holding, state) => {
                let documents = &mut draft.profile.documents;
                let is_it =
                    |one: &WrittenHolding| *one.document == *paper.document.as_str() && one.holder == paper.holder;
                let at = documents.iter().position(is_it).unwrap_or(documents.len());
                documents.retain(|one| !is_it(one));
                if let Some(holding) = holding {
                    documents.insert(at.min(documents.len()), holding);
                }
                draft.set_state(&paper, state);
            }
        });
        self.undo.set(None);
    }
}

/// Says at the lower edge what was done, and takes it back.
pub(super) fn bar(shown: Shown) -> El {
    el("div").class("undo").attr("role", "status").live(move || {
        let back = |Undo { told, .. }: Undo| {
            let press = button("soft small").id(UNDO).text(messages().undo).on_click(move || {
                shown.take_back();
                browser::focus_soon(HEADING.to_owned());
            });
            el("p").class("notice").add(crate::ui::names::words(el("span"), &told)).add(press)
        };
        shown.undo.get().map(back).into_iter().collect()
    })
}
