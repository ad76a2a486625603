//! What a category opens, what comes with it, and where else to look.

use leptos::prelude::Get;

use super::Shown;
use crate::address::{Filters, Place};
use crate::browser::{El, el};
use crate::catalog::{Access, Catalog};
use crate::i18n::messages;
use crate::ui::icon::{Icon, mark};
use crate::ui::{link, link_out, p};

fn card(title: &str) -> El {
    el("section").class("sheet card").add(el("h2").text(title))
}

pub(super) fn access_methods(shown: Shown) -> El {
    let say = messages();
    card(say.access_methods).add(el("ul").class("access").live(move || {
        if shown.category.access.is_empty() {
            return vec![el("li").class("src").text(say.access_none)];
        }
        let open = shown.evaluation.get().map(|one| one.access).unwrap_or_default();
        let methods = shown.category.access.iter().enumerate();
        methods.filter_map(|(at, access)| access_method(shown, access, open.contains(&at))).collect()
    }))
}

fn access_method(shown: Shown, access: &Access, is_open: bool) -> Option<El> {
    let say = messages();
    let method = shown.rules.registry.access_method(access.method.as_str())?;
    let condition = access.with.as_ref().map(|path| {
        let address = Place::Category(shown.rules.catalog.id.to_string(), path.clone()).fragment();
        p("src", "").add(link(&address, &(say.access_with)(&path.0.join(" / "))))
    });
    let name = el("p")
        .add(mark(if is_open { Icon::Tick } else { Icon::Question }))
        .text(&method.zh)
        .text(" ")
        .add_some(method.page.as_deref().map(|page| link_out(page, say.vendor_page)));
    Some(el("li").class(if is_open { "open" } else { "" }).add(name).add_some(condition))
}

/// Supplements, restrictions, reviews and notes, each with the words of the source.
pub(super) fn rules(shown: Shown) -> Vec<El> {
    let say = messages();
    let category = shown.category;
    let words = |words: &str, line: u32| p("", words).text(" ").add(el("span").class("src").text(&(say.line)(line)));
    let supplements = category.supplements.iter().map(|one| {
        let name = match &one.path {
            Some(path) => {
                let catalog = shown.rules.catalog;
                let mut listed = catalog.under(path);
                let place = match (listed.next(), listed.next()) {
                    (Some(only), None) => Place::Category(catalog.id.to_string(), only.path.clone()),
                    // Several categories: those that the name finds.
                    _ => Place::Checker(Filters {
                        catalog: catalog.id.to_string(),
                        level: path.first_level().to_owned(),
                        text: path.last_level().to_owned(),
                        ..Filters::default()
                    }),
                };
                link(&place.fragment(), &one.name)
            }
            None => el("span").text(&one.name),
        };
        let activity = shown.rules.registry.activity(one.activity.as_str());
        el("li")
            .add(el("b").add(name))
            .text(" ")
            .add(applies(shown, one.activity.as_str()))
            .add_some(one.words.as_deref().map(|said| words(said, one.line)))
            .add_some(activity.map(|known| {
                let when = if one.instead { say.instead_when } else { say.supplement_when };
                p("src", &when(&known.zh))
            }))
    });
    let restrictions = category.restrictions.iter().map(|one| {
        let activity = one.activity.as_ref().map(|activity| applies(shown, activity.as_str()));
        el("li").add(words(&one.words, one.line).text(" ").add_some(activity))
    });
    let reviews = category
        .reviews
        .iter()
        .map(|one| el("li").add(el("b").text(&(say.review_days)(one.days))).add(words(&one.words, one.line)));
    let notes = category.notes.iter().map(|one| el("li").add(words(&one.words, one.line)));
    let section = |title: &str, items: Vec<El>| {
        (!items.is_empty()).then(|| el("section").class("rules").add(el("h2").text(title)).add(el("ul").adds(items)))
    };
    [
        section(say.supplements, supplements.collect()),
        section(say.restrictions, restrictions.collect()),
        section(say.reviews, reviews.collect()),
        section(say.notes, notes.collect()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A tag that is there as long as the mini-program does this.
fn applies(shown: Shown, activity: &'static str) -> El {
    el("span")
        .class("tag doubt")
        .text(messages().applies)
        .live_flag("hidden", move || !shown.page.checker.answers().profile.activities.contains(activity))
}

/// The same path in other catalogs of the platform, which are other revisions of its rules.
pub(super) fn other_revisions(shown: Shown) -> Option<El> {
    let own = shown.rules.catalog;
    same_path(shown, messages().other_revisions, |other| other.platform == own.platform && other.id != own.id)
}

/// The same path in the catalogs of other platforms.
pub(super) fn other_platforms(shown: Shown) -> Option<El> {
    let own = shown.rules.catalog;
    same_path(shown, messages().other_platforms, |other| other.platform != own.platform)
}

fn same_path(shown: Shown, title: &str, is_meant: impl Fn(&Catalog) -> bool) -> Option<El> {
    let catalogs = shown.page.checker.data.bundle.catalogs.iter();
    let items: Vec<El> = catalogs
        .filter(|other| is_meant(other) && other.category(&shown.category.path).is_some())
        .map(|other| {
            let address = Place::Category(other.id.to_string(), shown.category.path.clone()).fragment();
            el("li").add(link(&address, &other.short))
        })
        .collect();
    (!items.is_empty()).then(|| card(title).add(el("ul").adds(items)))
}

/// The pages that the source links; on paper their addresses are spelled out.
pub(super) fn official_pages(shown: Shown) -> Option<El> {
    let links = shown.category.links.iter().chain(&shown.rules.catalog.links);
    let items: Vec<El> = links
        .map(|one| el("li").add(link_out(&one.address, &one.title)).add(el("span").class("address").text(&one.address)))
        .collect();
    (!items.is_empty()).then(|| card(messages().official_pages).add(el("ul").adds(items)))
}
