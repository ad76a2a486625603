//! One draft: its applicant, its targets, one list of papers for all of them, and what is left to
//! get.

mod adding;
mod beside;
mod head;
mod least;
mod paper;
mod papers;
mod questions;
mod targets;
mod undo;

pub(super) use self::beside::screen as beside;

use std::sync::Arc;

use leptos::prelude::{Get, GetValue, Memo, RwSignal, StoredValue, With, WithValue, untrack};

use self::undo::Undo;
use super::app::{called, marked_button};
use super::draft_along::sheet;
use super::drafts::{file_name, moved};
use super::hand_over::{Handed, Told, give_file, hand_over, told};
use super::icon::Icon;
use super::reminders::reminders;
use super::{Page, button, heading, link, p};
use crate::address::Place;
use crate::browser::{self, El, el};
use crate::checklist::Sheet;
use crate::draft::Draft;
use crate::i18n::{DraftWords, HandOver, messages};
use crate::state::DraftAnswers;

/// The draft on screen, which need not be the one in use.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) page: Page,
    id: StoredValue<String>,
    /// The draft; none where it was deleted.
    draft: Memo<Option<Arc<Draft>>>,
    /// All that follows from it. It changes with the applicant and the targets, not with a note.
    pub(super) answers: Memo<Arc<DraftAnswers>>,
    /// What was changed last and can be taken back.
    undo: RwSignal<Option<Undo>>,
}

/// A draft with more targets is drawn bit by bit.
const LONG: usize = 20;

fn words() -> &'static DraftWords {
    DraftWords::of(messages().language)
}

impl Shown {
    fn of(page: Page, id: &str) -> Self {
        let id = StoredValue::new(id.to_owned());
        let draft = Memo::new(move |_| id.with_value(|id| page.drafts.find(id)));
        let asked = Memo::new(move |_| {
            draft.with(|draft| draft.as_ref().map(|one| (one.profile.clone(), one.targets.clone()))).unwrap_or_default()
        });
        let answer = move |before: Option<&Arc<DraftAnswers>>| {
            let (profile, targets) = asked.get();
            let before = before.map(AsRef::as_ref);
            Arc::new(DraftAnswers::of(page.data(), &profile, &targets, before, page.checker.today))
        };
        // It runs when something changed, and looking for what did not would take as long again.
        let answers = Memo::new_with_compare(answer, |_, _| true);
        Self { page, id, draft, answers, undo: RwSignal::new(None) }
    }

    fn id(self) -> String {
        self.id.get_value()
    }

    /// Changes the draft and keeps it.
    pub(super) fn edit(self, change: impl FnOnce(&mut Draft)) {
        self.page.drafts.change(&self.id(), change);
    }

    /// Looks at the draft, tracked; there is nothing to see in one that was deleted.
    fn look<T: Default>(self, look: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(|draft| draft.as_ref().map(|draft| look(draft))).unwrap_or_default()
    }
}

pub(super) fn screen(page: Page, id: &str) -> Vec<El> {
    let shown = Shown::of(page, id);
    // It may be deleted in another tab, or come back.
    let is_there = Memo::new(move |_| shown.draft.with(Option::is_some));
    if !is_there.get() {
        let back = link(&Place::Drafts.fragment(), words().all_drafts).class("go");
        return vec![heading(messages().not_found), p("", &(words().unknown)(id)), el("p").add(back)];
    }
    // What hundreds of targets ask for together takes longer than anybody should wait for the rest.
    let is_long = untrack(|| shown.look(|draft| draft.targets.len() > LONG));
    let part = |make: fn(Shown) -> El| match is_long {
        true => browser::in_next_slice(move || make(shown)),
        false => make(shown),
    };
    vec![
        head::head(shown),
        moved(page, id.to_owned()),
        targets::targets(shown),
        part(questions::questions),
        part(least::least),
        part(papers::papers),
        part(take_along),
        undo::bar(shown),
        p("imprint", &(HandOver::of(messages().language).printed)(&page.checker.today.to_string())),
    ]
}

/// Everything, to be sent to somebody, kept, or printed.
fn take_along(shown: Shown) -> El {
    let (say, page) = (messages(), shown.page);
    let draft = move || untrack(|| shown.draft.get());
    let sheet = move || draft().map_or_else(Sheet::default, |draft| sheet(page, &draft));
    let outcome = Told::new("draft-file");
    let print = marked_button("soft", Icon::Print, say.print).on_click(browser::print);
    let save = button("soft").text(say.save_file).on_click(move || {
        if let Some(draft) = draft() {
            give_file(&file_name(called(&draft)), "application/json", page.drafts.export(&shown.id()), outcome);
        }
    });
    let sheets = el("div")
        .class("sheets")
        .live_flag("hidden", move || shown.answers.with(|answers| answers.targets.is_empty()))
        .adds(hand_over(page, "draft", Handed { place: None, sheet: Box::new(sheet) }));
    el("section")
        .class("sheet card")
        .attr("aria-labelledby", "take-along")
        .add(el("h2").id("take-along").text(HandOver::of(say.language).take_along))
        .add(sheets)
        .add(el("p").class("actions").add(save).add(print))
        .adds(told(outcome))
        .add(reminders(page, shown.id()))
}
