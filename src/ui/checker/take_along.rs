//! The list, to be sent to somebody or kept.

use crate::address::Place;
use crate::browser::{self, El, el};
use crate::catalog::SUBJECT;
use crate::checklist::{Listed, Listing, Sheet, applicant};
use crate::i18n::{HandOver, messages};
use crate::state::Row;
use crate::ui::Page;
use crate::ui::hand_over::{Handed, hand_over, version};
use crate::wording::name_words;

/// Folded away: it is wanted once, at the end.
pub(super) fn take_along(page: Page) -> El {
    let title = HandOver::of(messages().language).take_list_along;
    let place = move || Place::Checker(page.navigation.filters());
    let handed = Handed { place: Some(Box::new(place)), sheet: Box::new(move || sheet(page)) };
    el("details")
        .class("take-along")
        .live_flag("hidden", move || page.checker.groups().is_empty())
        .add(el("summary").text(title))
        .add(el("div").class("sheet card").adds(hand_over(page, "list", handed)))
}

fn sheet(page: Page) -> Sheet {
    let say = messages();
    let words = HandOver::of(say.language);
    let (catalog, answers, groups) = (page.checker.rules().catalog, page.checker.answers(), page.checker.groups());
    let called = |name: &str| name_words(name, page.data().registry, say).words;
    let mut asked = vec![SUBJECT];
    asked.extend(answers.shelf.facts().iter().copied());
    let groups = groups.iter().map(|group| (group.verdict, group.rows.iter().map(|row| listed(row)).collect()));
    Listing {
        title: super::summary::headline(page),
        catalog: name_words(&catalog.short, page.data().registry, say).text(),
        made: page.checker.today,
        applicant: applicant(&asked, &answers.profile, page.data().registry, say),
        source: (words.source)(&called(&catalog.publisher), &called(&catalog.title), &[&catalog.date]),
        version: format!("{} {}", catalog.id, version(page, catalog)),
        page: catalog.page.as_deref().unwrap_or_default().to_owned(),
        link: browser::whole_address(&Place::Checker(page.navigation.filters()).fragment()),
        groups: groups.collect(),
    }
    .sheet(say)
}

fn listed(row: &Row) -> Listed {
    let say = messages();
    let mut path = row.above.clone();
    path.push_str(if path.is_empty() { "" } else { " / " });
    path.push_str(&row.name);
    // Platforms show the original.
    path.extend(row.original.iter().flat_map(|original| [" ", original]));
    let doubt = row.doubtful.then_some(say.doubtful);
    let tags: Vec<&str> = row.access.iter().copied().chain(doubt).collect();
    Listed { path, sentence: row.summary.text(), tags: tags.join(say.list) }
}
