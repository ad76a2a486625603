//! What concerns every screen: storage that does not keep, drafts that other tabs have changed or
//! cleared, content that this build does not know, and newer builds.

use super::app::called;
use super::drafts::file_name;
use super::hand_over::{Told, give_file, told};
use super::{Page, button, p};
use leptos::prelude::With;

use crate::browser::{El, StorageError, el};
use crate::i18n::{Keeping, messages};
use crate::profile::ProfileError;
use crate::state::News;
use crate::wording::{category_words, document_words};

pub(super) fn notices(page: Page) -> El {
    let say = messages();
    let handed = Told::new("notice");
    let lasting_and_passing = move || {
        let storage = page.drafts.trouble().or_else(|| page.library.trouble()).map(|trouble| match trouble {
            StorageError::Denied => say.storage_denied,
            StorageError::Full => say.storage_full,
        });
        // In somebody else's page a quiet line at the end says so.
        let storage = storage.filter(|_| page.host.is_none());
        let storage = storage.map(|words| p("notice", words).add(as_file(page, handed)));
        let answers = page.checker.answers();
        let unknown: Vec<&str> = answers.unknown.iter().map(ProfileError::name).collect();
        let unknown = (!unknown.is_empty()).then(|| (say.unknown_in_draft)(&unknown.join(say.list)));
        let unknown = unknown.map(|words| p("notice", &words));
        let passing = withdrawn(page).into_iter().chain(news(page)).chain(removed(page)).chain(newer(page));
        storage.into_iter().chain(unknown).chain(passing).collect()
    };
    let notices = el("div").class("notices").attr("role", "status");
    let notices = notices.later(move |notices| notices.live(lasting_and_passing));
    el("div").add(notices).add(el("div").class("handed").adds(told(handed)))
}

/// What the browser does not keep, as a file.
fn as_file(page: Page, handed: Told) -> El {
    let words = Keeping::of(messages().language);
    button("soft small").text(words.export_all).on_click(move || {
        let file = file_name(words.file_of_drafts);
        give_file(&file, "application/json", page.drafts.export_all(), handed);
    })
}

/// What the last change took out of a draft, until the next one.
fn removed(page: Page) -> Option<El> {
    let (say, registry) = (messages(), page.data().registry);
    let removed = page.drafts.removed()?;
    let papers = removed.papers.iter().map(|paper| {
        let known = registry.document_called(&paper.document);
        known.map_or_else(|| paper.document.to_string(), |(document, _)| document_words(document, say).text())
    });
    let targets = removed.targets.iter().map(|target| category_words(&target.path, registry, say).text());
    let names: Vec<String> = papers.chain(targets).collect();
    let words = Keeping::of(say.language);
    let undo = button("soft small").text(say.undo).on_click(move || page.drafts.undo_removal());
    let close = button("soft small").text(words.close).on_click(move || page.drafts.settle_removal());
    Some(p("notice", &(words.removed)(&names.join(say.list))).add(undo).add(close))
}

/// Drafts that only this page has, because another tab has cleared them.
fn withdrawn(page: Page) -> Option<El> {
    let (say, words) = (messages(), Keeping::of(messages().language));
    let drafts = page.drafts.withdrawn();
    let names: Vec<&str> = drafts.iter().map(|draft| called(draft)).collect();
    let again = || button("soft small").text(words.keep_again).on_click(move || page.drafts.keep_withdrawn());
    (!names.is_empty()).then(|| p("notice", &(words.withdrawn)(&names.join(say.list))).add(again()))
}

/// What happened to drafts by itself, until it was read.
fn news(page: Page) -> Option<El> {
    let words = Keeping::of(messages().language);
    let name = |id: &str| page.drafts.get(id).map(|draft| called(&draft).to_owned()).unwrap_or_default();
    let told_of = match page.drafts.news()? {
        News::Split { draft, copy } => (words.split)(&name(&draft), &name(&copy)),
        News::Aside { draft } => (words.aside)(&name(&draft)),
    };
    let close = button("soft small").text(words.close).on_click(move || page.drafts.settle_news());
    Some(p("notice", &told_of).add(close))
}

/// A newer version of the page that waits for a word. Not while something stands on this page alone,
/// because it would be lost.
fn newer(page: Page) -> Option<El> {
    let words = Keeping::of(messages().language);
    let is_all_kept = page.drafts.trouble().is_none()
        && page.library.trouble().is_none()
        && page.drafts.withdrawn().is_empty()
        && page.kept.cleared().is_none()
        && page.workshop.wording.with(String::is_empty);
    let renew = || button("soft small").text(words.renew).on_click(move || page.edition.renew());
    (page.edition.is_older() && is_all_kept).then(|| p("notice", words.newer_page).add(renew()))
}
