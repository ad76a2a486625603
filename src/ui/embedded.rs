//! The page in somebody else's: a screen, and what a visitor has to know of it there.

use leptos::prelude::{Effect, Get, Memo, RwSignal, Set};

use super::{Page, link, p};
use crate::address::Place;
use crate::browser::{self, El, Word, el};
use crate::i18n::{EmbedWords, messages};
use crate::state::Host;

pub(super) fn page(page: Page, host: Host) -> Vec<El> {
    vec![super::notices::notices(page), super::arrival::arrival(page), super::app::screen(page), foot(page, host)]
}

/// The way out of the frame, what is not kept, and what the host may hear.
fn foot(page: Page, host: Host) -> El {
    let words = EmbedWords::of(messages().language);
    // Another category is another question; a filter is not.
    let place = Memo::new(move |_| match page.navigation.place() {
        Place::Checker(_) => Place::Checker(crate::address::Filters::default()),
        place => place,
    });
    let open = link("", words.open_whole)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .live_attr("href", move || Some(browser::address_outside(&page.navigation.place().fragment())));
    el("footer")
        .class("of-frame")
        .add(el("div").live(move || share(page, host, &place.get()).into_iter().collect()))
        .add(
            el("p")
                .class("src")
                .add(el("span").live_text(move || page.drafts.trouble().map_or("", |_| words.not_kept).to_owned()))
                .text(" ")
                .add(open),
        )
}

/// Lets the host know the result, as long as the visitor wants it. It is asked anew at every place.
fn share(page: Page, host: Host, place: &Place) -> Option<El> {
    let words = EmbedWords::of(messages().language);
    let (tell, hint): (Box<dyn Fn()>, _) = match place {
        Place::Category(catalog, path) => {
            let (rules, at, category) = page.data().find(catalog, path)?;
            let verdict = Memo::new(move |_| {
                let one = rules.evaluate_one(at, &page.checker.answers().profile, page.checker.today);
                one.map(|one| one.verdict)
            });
            let tell = move || {
                let names = category.path.0.iter().map(AsRef::as_ref).collect();
                if let Some(verdict) = verdict.get() {
                    browser::tell_host(&Word::Verdict(rules.catalog.id.as_str(), names, verdict.id()));
                }
            };
            (Box::new(tell), words.share_hint)
        }
        Place::Checker(_) => {
            let counts = Memo::new(move |_| super::checker::counts(page));
            let tell = move || {
                let counts = counts.get().into_iter().map(|(verdict, many)| (verdict.id(), many)).collect();
                browser::tell_host(&Word::Counts(page.checker.rules().catalog.id.as_str(), counts));
            };
            (Box::new(tell), words.share_list_hint)
        }
        _ => return None,
    };
    let is_shared = RwSignal::new(false);
    Effect::new(move |_| {
        if is_shared.get() {
            tell();
        }
    });
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("aria-describedby", "share-hint")
        .live_checked(move || is_shared.get())
        .on_check(move |is| is_shared.set(is));
    Some(
        el("div")
            .class("attach")
            .live_flag("hidden", move || !host.is_listening())
            .add(el("label").class("check").add(tick).add(el("span").text(words.share)))
            .add(p("src", hint).id("share-hint")),
    )
}
