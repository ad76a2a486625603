//! A profile has come with a link: what became of it, and the ways back.

use super::app::called;
use super::{Page, button, p};
use crate::browser::{self, El, el};
use crate::i18n::{HandOver, messages};
use crate::state::{Arrival, Arrivals, Drafts};

/// A press of one of the buttons takes the buttons away; the focus goes to the heading of the place.
pub(super) fn arrival(page: Page) -> El {
    el("div")
        .class("notices")
        .attr("role", "status")
        .live(move || page.arrivals.last().map_or_else(Vec::new, |last| vec![told(page, &last)]))
}

fn told(page: Page, arrival: &Arrival) -> El {
    let words = HandOver::of(messages().language);
    let (arrivals, drafts) = (page.arrivals, page.drafts);
    let press = |title: &str, act: fn(Arrivals, Drafts)| {
        button("soft small").text(title).on_click(move || {
            act(arrivals, drafts);
            browser::focus(super::HEADING);
        })
    };
    let settle = |title: &str| press(title, |arrivals, _| arrivals.settle());
    let name = |id: &str| {
        leptos::prelude::untrack(|| drafts.get(id)).map(|draft| called(&draft).to_owned()).unwrap_or_default()
    };
    match arrival {
        Arrival::Made(beside) => {
            let told = (words.arrived)(&name(&beside.draft), &name(&beside.before));
            p("notice", &unread(told, &beside.unread))
                .add(press(&(words.back_to)(&name(&beside.before)), Arrivals::go_back))
                .add(press(words.delete_arrived, Arrivals::delete))
                .add(settle(words.keep_arrived))
        }
        Arrival::Found(beside) => {
            let told = (words.arrived_before)(&name(&beside.draft));
            p("notice", &unread(told, &beside.unread))
                .add(press(&(words.back_to)(&name(&beside.before)), Arrivals::go_back))
                .add(settle(words.keep_arrived))
        }
        Arrival::InUse => p("notice", words.arrived_in_use).add(settle(words.close)),
        Arrival::Deleted => {
            p("notice", words.arrived_deleted).add(press(messages().undo, Arrivals::undo)).add(settle(words.close))
        }
        Arrival::Newer => p("notice", words.arrived_newer).add(settle(words.close)),
        Arrival::Unread(pieces) => p("notice", &unread(String::new(), pieces)).add(settle(words.close)),
    }
}

fn unread(told: String, pieces: &[String]) -> String {
    match pieces {
        [] => told,
        pieces => told + &(HandOver::of(messages().language).unread)(&pieces.join("、")),
    }
}
