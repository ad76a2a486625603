//! The last days of a draft's papers as a calendar file.

use leptos::prelude::{GetUntracked, RwSignal, Set, untrack};

use super::app::called;
use super::hand_over::{Told, give_file, told};
use super::{Page, button, on_demand, p};
use crate::browser::{self, El, el};
use crate::calendar::{DAYS_BEFORE, calendar, expiries};
use crate::draft::Target;
use crate::i18n::{Keeping, messages};

/// How many days before, until somebody chooses.
const USUAL: u32 = 30;

/// Folded away, and not there for a draft without a paper that says how long it is valid.
pub(super) fn reminders(page: Page, id: String) -> El {
    let words = Keeping::of(messages().language);
    let has_any = {
        let id = id.clone();
        move || {
            let has_day =
                |draft: &crate::draft::Draft| draft.profile.documents.iter().any(|one| one.valid_until.is_some());
            page.drafts.find(&id).is_some_and(|draft| has_day(&draft))
        }
    };
    on_demand(words.reminders, "card", move || untrack(|| choose(page, &id)))
        .class("take-along")
        .live_flag("hidden", move || !has_any())
}

fn choose(page: Page, id: &str) -> Vec<El> {
    let words = Keeping::of(messages().language);
    let (days, outcome) = (RwSignal::new(USUAL), Told::new(&format!("reminders-{id}")));
    let field = format!("days-{id}");
    let option = |many: u32| {
        let option = el("option").attr("value", &many.to_string()).text(&(words.days)(many));
        if many == USUAL { option.attr("selected", "") } else { option }
    };
    let select = el("select")
        .id(&field)
        .adds(DAYS_BEFORE.into_iter().map(option))
        .on_change(move |value| days.set(value.parse().unwrap_or(USUAL)));
    let id = id.to_owned();
    let save = button("soft").text(words.save_calendar).on_click(move || {
        let Some(draft) = untrack(|| page.drafts.find(&id)) else { return };
        let data = page.data();
        let find = |target: &Target| data.find(target.catalog.as_str(), &target.path).map(|(_, _, category)| category);
        let expiries = expiries(&draft, data.registry, &find, messages());
        let name = (words.calendar)(called(&draft));
        let text = calendar(&name, &expiries, days.get_untracked(), browser::now());
        give_file(&format!("leimu-{}.ics", draft.id), "text/calendar", text, outcome);
    });
    let label = el("label").attr("for", &field).text(words.days_before).text(" ");
    let mut parts = vec![p("src", words.reminders_hint), el("p").class("actions").add(label).add(select).add(save)];
    parts.extend(told(outcome));
    parts
}
