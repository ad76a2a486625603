//! Which two drafts to compare.

use leptos::prelude::{Get, RwSignal, Set};

use crate::address::Place;
use crate::browser::{El, el};
use crate::i18n::{DraftWords, messages};
use crate::ui::app::called;
use crate::ui::{Page, link};

/// Two lists and a link; not there for one draft alone.
pub(super) fn comparing(page: Page) -> El {
    let words = DraftWords::of(messages().language);
    // As long as nothing is chosen, the first two.
    let chosen = [RwSignal::new(None::<String>), RwSignal::new(None::<String>)];
    let id = move |which: usize| {
        let drafts = page.drafts.list();
        let wanted = chosen.get(which).and_then(|chosen| chosen.get());
        let wanted = wanted.filter(|id| drafts.iter().any(|draft| draft.id == *id));
        wanted.or_else(|| drafts.get(which).map(|draft| draft.id.clone())).unwrap_or_default()
    };
    let choice = |which: usize, field: &'static str, name: &str| {
        let options = move || {
            let option = |id: &str, name: &str, is_chosen: bool| {
                let option = el("option").attr("value", id).text(name);
                if is_chosen { option.attr("selected", "") } else { option }
            };
            let now = id(which);
            page.drafts.list().iter().map(|draft| option(&draft.id, called(draft), draft.id == now)).collect()
        };
        let select = el("select").id(field).live(options).on_change(move |id| {
            if let Some(chosen) = chosen.get(which) {
                chosen.set(Some(id));
            }
        });
        el("span").class("of-two").add(el("label").attr("for", field).text(name)).add(select)
    };
    let go = link("", words.compare_go)
        .class("soft")
        .live_attr("href", move || Some(Place::CompareDrafts(id(0), id(1)).fragment()));
    el("section")
        .class("sheet source")
        .attr("aria-labelledby", "compare-drafts")
        .live_flag("hidden", move || page.drafts.list().len() < 2)
        .add(el("h2").id("compare-drafts").text(words.compare))
        .add(
            el("div")
                .class("actions")
                .add(choice(0, "compare-one", words.compare_one))
                .add(choice(1, "compare-other", words.compare_other))
                .add(go),
        )
}
