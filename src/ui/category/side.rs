//! What a category opens, what comes with it, and where else to look.

use leptos::prelude::Get;

use super::Shown;
use crate::address::{Filters, Place};
use crate::browser::{El, el};
use crate::catalog::{Access, Catalog, CategoryPath, SUBJECT};
use crate::eligibility::difference;
use crate::i18n::{Language, messages};
use crate::ui::icon::{Icon, mark};
use crate::ui::names::{named, named_link, remark, words};
use crate::ui::{link, link_out, p};
use crate::wording::{category_words, changes, name_words, remark_words, supplement_words};

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
        let name = category_words(path, shown.rules.registry, say).text();
        p("src", "").add(words(link(&address, ""), &(say.access_with)(&name)))
    });
    let name = el("p")
        .add(mark(if is_open { Icon::Tick } else { Icon::Question }))
        .text(say.language.of(&method.zh, &method.en))
        .text(" ")
        .add_some(method.page.as_deref().map(|page| link_out(page, say.vendor_page)));
    let subject = shown.rules.registry.fact(SUBJECT);
    let subjects = access
        .subjects
        .iter()
        .filter_map(|one| subject?.answer(one.as_str()).map(|answer| say.language.of(&answer.zh, &answer.en)));
    let subjects: Vec<&str> = subjects.collect();
    let subjects = (!subjects.is_empty()).then(|| p("src", &(say.access_subjects)(&subjects.join(say.list))));
    let doubt = access
        .doubt
        .as_deref()
        .map(|doubt| p("src", say.doubtful).text(say.colon).add(remark(el("span"), doubt, shown.rules.registry)));
    Some(
        el("li")
            .class(if is_open { "open" } else { "" })
            .add(name)
            .add_some(condition)
            .add_some(subjects)
            .add_some(doubt),
    )
}

/// Supplements, restrictions, reviews and notes, each with its line in the source.
pub(super) fn rules(shown: Shown) -> Vec<El> {
    let say = messages();
    let category = shown.category;
    let said = |words: &str, line: u32| {
        let words = remark(el("span"), words, shown.rules.registry);
        el("p").add(words).text(" ").add(el("span").class("src").text(&(say.line)(line)))
    };
    let supplements = category.supplements.iter().map(|one| {
        let called = supplement_words(one, shown.rules.registry, say);
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
                named_link(&place.fragment(), &called)
            }
            None => named(el("span"), &called),
        };
        let activity = shown.rules.registry.activity(one.activity.as_str());
        el("li")
            .add(el("b").add(name))
            .text(" ")
            .add(applies(shown, one.activity.as_str()))
            .add_some(one.words.as_deref().map(|words| said(words, one.line)))
            .add_some(activity.map(|known| {
                let when = if one.instead { say.instead_when } else { say.supplement_when };
                p("src", &when(say.language.of(&known.zh, &known.en)))
            }))
    });
    let restrictions = category.restrictions.iter().map(|one| {
        let activity = one.activity.as_ref().map(|activity| applies(shown, activity.as_str()));
        el("li").add(said(&one.words, one.line).text(" ").add_some(activity))
    });
    let reviews = category
        .reviews
        .iter()
        .map(|one| el("li").add(el("b").text(&(say.review_days)(one.days))).add(said(&one.words, one.line)));
    let notes = category.notes.iter().map(|one| el("li").add(said(&one.words, one.line)));
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

/// The same category in other revisions of its source, earlier and later.
pub(super) fn other_revisions(shown: Shown) -> Option<El> {
    let data = shown.page.data();
    let (own, path) = (shown.rules.catalog, &shown.category.path);
    let mut items = Vec::new();
    let (mut at, mut paths) = (own, vec![path.clone()]);
    while let Some(later) = data.links.next(&at.id) {
        let Some(catalog) = data.catalog(later.to.as_str()) else { break };
        paths = paths.iter().flat_map(|path| later.successors(path)).collect();
        items.extend(paths.iter().filter_map(|to| elsewhere(shown, catalog, to, path)));
        at = catalog;
    }
    let (mut at, mut paths) = (own, vec![path.clone()]);
    while let Some(earlier) = data.links.last(&at.id) {
        let Some(catalog) = data.catalog(earlier.from.as_str()) else { break };
        paths = paths.iter().flat_map(|path| earlier.predecessors(path, catalog)).collect();
        items.extend(paths.iter().filter_map(|from| elsewhere(shown, catalog, from, path)));
        at = catalog;
    }
    (!items.is_empty()).then(|| card(messages().other_revisions).add(el("ul").adds(items)))
}

/// What changed between this category and its successors or, in the newest catalog, between those
/// it came from and itself: computed from the requirements.
pub(super) fn changed(shown: Shown) -> Option<El> {
    let say = messages();
    let data = shown.page.data();
    let (own, category) = (shown.rules.catalog, shown.category);
    let (older, newer, pairs) = if let Some(later) = data.links.next(&own.id) {
        let newer = data.catalog(later.to.as_str())?;
        let successors = later.successors(&category.path);
        let pairs: Vec<_> = successors.iter().filter_map(|to| Some((category, newer.category(to)?))).collect();
        (own, newer, pairs)
    } else {
        let earlier = data.links.last(&own.id)?;
        let older = data.catalog(earlier.from.as_str())?;
        let predecessors = earlier.predecessors(&category.path, older);
        let pairs = predecessors.iter().filter_map(|from| Some((older.category(from)?, category))).collect();
        (older, own, pairs)
    };
    let items = pairs.iter().flat_map(|(before, after)| {
        let change = difference((older, before), (newer, after), data.registry);
        let which = (pairs.len() > 1).then(|| {
            let [from, to] = [before, after].map(|one| category_words(&one.path, data.registry, say).text());
            words(p("src", ""), &format!("{from} → {to}"))
        });
        let told = changes(&change, data.registry, say);
        let items = told.iter().map(|told| words(el("p"), told));
        which.into_iter().chain(items).map(|item| el("li").add(item)).collect::<Vec<_>>()
    });
    let items: Vec<El> = items.collect();
    let [from, to] = [older, newer].map(|one| name_words(&one.short, data.registry, say).words);
    let title = (say.changed)(&from, &to);
    let compare = Place::Compare(older.id.to_string(), newer.id.to_string());
    let compare = p("src", "").add(link(&compare.fragment(), say.compare));
    (!items.is_empty()).then(|| card(&title).class("sheet card changed").add(el("ul").adds(items)).add(compare))
}

/// The same business in the catalogs of other platforms.
pub(super) fn same_business(shown: Shown) -> Option<El> {
    let data = shown.page.data();
    let (own, path) = (shown.rules.catalog, &shown.category.path);
    let business = data.links.business(&own.id, path)?;
    let others = business.all().filter_map(|(catalog, to)| {
        let catalog = data.catalog(catalog.as_str()).filter(|other| other.platform != own.platform)?;
        elsewhere(shown, catalog, to, path)
    });
    let items: Vec<El> = others.collect();
    let filters = Filters { catalog: own.id.to_string(), business: business.zh.to_string(), ..Filters::default() };
    let all = p("src", "").add(link(&Place::Checker(filters).fragment(), messages().see_business));
    (!items.is_empty()).then(|| {
        card(&(messages().same_business)(&name_words(&business.zh, data.registry, messages()).words))
            .add(el("ul").adds(items))
            .add(all)
    })
}

/// A link to a category in another catalog; its path, where it is not the one that is on screen.
fn elsewhere(shown: Shown, catalog: &Catalog, to: &CategoryPath, here: &CategoryPath) -> Option<El> {
    catalog.category(to)?;
    let address = Place::Category(catalog.id.to_string(), to.clone()).fragment();
    Some(el("li").add(words(link(&address, ""), &there(shown, catalog, (to != here).then_some(to)))))
}

/// A catalog by its short name, and a category of it.
fn there(shown: Shown, catalog: &Catalog, path: Option<&CategoryPath>) -> String {
    let (say, registry) = (messages(), shown.page.data().registry);
    let mut there = name_words(&catalog.short, registry, say).words;
    if let Some(path) = path {
        there.push_str(say.colon);
        there.push_str(&match say.language {
            Language::Chinese => path.to_string(),
            Language::English => category_words(path, registry, say).text(),
        });
    }
    there
}

/// A dated category says so, and where it is today.
pub(super) fn dated(shown: Shown) -> Option<El> {
    let say = messages();
    let data = shown.page.data();
    let own = shown.rules.catalog;
    let revision = data.links.next(&own.id)?;
    let newer = data.catalog(revision.to.as_str())?;
    let path = &shown.category.path;
    if let Some(ended) = revision.ended.iter().find(|ended| ended.path == *path) {
        let told = (say.ended)(
            &there(shown, newer, None),
            remark_words(&ended.why, data.registry, say).trim_end_matches(['。', '.']),
        );
        return Some(el("p").class("warn").add(mark(Icon::Question)).add(words(el("span"), &told)));
    }
    let moved = revision.moves.iter().find(|moved| moved.from == *path);
    let doubt = moved.filter(|moved| moved.unsure).map(|_| el("span").class("tag doubt").text(say.unsure));
    let links = revision.successors(path).into_iter().map(|to| {
        let address = Place::Category(newer.id.to_string(), to.clone()).fragment();
        let told = if to == *path { (say.newer)(&there(shown, newer, None)) } else { there(shown, newer, Some(&to)) };
        words(link(&address, ""), &told)
    });
    let mut told = el("p").text(&(say.dated)(&own.date, &there(shown, newer, None)));
    for link in links {
        told = told.text(" ").add(link);
    }
    let why = moved.and_then(|moved| moved.why.as_deref()).map(|why| remark(p("src", ""), why, data.registry));
    let told = el("div").add(told.add_some(doubt)).add_some(why);
    Some(el("div").class("warn").add(mark(Icon::Question)).add(told))
}

/// The pages that the source links; on paper their addresses are spelled out.
pub(super) fn official_pages(shown: Shown) -> Option<El> {
    let links = shown.category.links.iter().chain(&shown.rules.catalog.links);
    let items: Vec<El> = links
        .map(|one| {
            el("li")
                .add(words(
                    link_out(&one.address, ""),
                    &name_words(&one.title, shown.page.data().registry, messages()).text(),
                ))
                .add(el("span").class("address").text(&one.address))
        })
        .collect();
    (!items.is_empty()).then(|| card(messages().official_pages).add(el("ul").adds(items)))
}
