//! Every category, by verdict.

use super::summary::named;
use crate::browser::{El, Item, el};
use crate::eligibility::Verdict;
use crate::i18n::messages;
use crate::state::Row;
use crate::ui::names::original_name;
use crate::ui::{Page, p, sentence};

pub(super) fn results(page: Page) -> [El; 2] {
    let say = messages();
    let groups = el("div").class("groups").live_list(move || {
        let groups = page.checker.groups();
        groups
            .iter()
            .map(|group| group.verdict)
            .map(|verdict| Item::new(verdict.id(), move || group(page, verdict)))
            .collect()
    });
    let none = el("div")
        .class("sheet none")
        .live_flag("hidden", move || !page.checker.groups().is_empty())
        .add(el("h2").text(say.nothing_found))
        .add(p("", say.nothing_found_hint));
    [groups, none]
}

fn group(page: Page, verdict: Verdict) -> El {
    let say = messages();
    let rows = move || {
        let groups = page.checker.groups();
        groups.iter().find(|group| group.verdict == verdict).map(|group| group.rows.clone()).unwrap_or_default()
    };
    let count = move || {
        let groups = page.checker.groups();
        groups.iter().find(|group| group.verdict == verdict).map_or(0, |group| group.rows.len())
    };
    let heading = named(el("h2"), verdict)
        .id(verdict.id())
        .attr("tabindex", "-1")
        .text(" ")
        .add(el("b").live_text(move || count().to_string()))
        .text(" ")
        .add(el("small").text((say.verdict_hint)(verdict)));
    // A row keeps its element as long as what it says stays the same, so a tick redraws only what
    // it changes.
    let list = el("ul")
        .class("sheet rows")
        .live_list(move || rows().into_iter().map(|row| Item::new(row.number, move || line(&row))).collect());
    if verdict == Verdict::Unlisted {
        // The source says nothing of these; they are there, but apart, unless somebody searches.
        let is_searched = move || !page.navigation.filters().is_open();
        el("details").class("group").live_flag("open", is_searched).add(el("summary").add(heading)).add(list)
    } else {
        el("section").class("group").add(heading).add(list)
    }
}

pub(in crate::ui) fn line(row: &Row) -> El {
    let say = messages();
    let doubt = row.doubtful.then(|| el("span").class("tag doubt").text(say.doubtful));
    let path = el("span").class("path").add(el("small").text(&row.above)).text(" ").add(el("b").text(&row.name));
    let path = row.original.iter().fold(path, |path, original| path.text(" ").add(original_name(original)));
    let tags = row.access.iter().map(|name| el("span").class("tag").text(name));
    el("li").add(
        el("a")
            .class("row")
            .attr("href", &row.address)
            .add(path)
            .text(" ")
            .add(sentence(el("span").class("what"), &row.summary))
            .add(el("span").class("tags").add_some(doubt).adds(tags)),
    )
}
