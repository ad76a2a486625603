//! What concerns every screen: storage that does not keep, drafts that other tabs have changed or
//! cleared, and content that this build does not know.

use super::app::called;
use super::{Page, button, p};
use crate::browser::{El, StorageError, el};
use crate::i18n::{Keeping, messages};
use crate::profile::ProfileError;
use crate::state::News;

pub(super) fn notices(page: Page) -> El {
    let say = messages();
    let told = move || {
        let storage = page.drafts.trouble().or_else(|| page.library.trouble()).map(|trouble| match trouble {
            StorageError::Denied => say.storage_denied,
            StorageError::Full => say.storage_full,
        });
        let answers = page.checker.answers();
        let unknown: Vec<&str> = answers.unknown.iter().map(ProfileError::name).collect();
        let unknown = (!unknown.is_empty()).then(|| (say.unknown_in_draft)(&unknown.join(say.list)));
        let lasting = storage.map(str::to_owned).into_iter().chain(unknown).map(|words| p("notice", &words));
        lasting.chain(withdrawn(page)).chain(news(page)).collect()
    };
    el("div").class("notices").attr("role", "status").later(move |notices| notices.live(told))
}

/// Drafts that only this page has, because another tab has cleared them.
fn withdrawn(page: Page) -> Option<El> {
    let (say, words) = (messages(), Keeping::of(messages().language));
    let drafts = page.drafts.withdrawn();
    let names: Vec<&str> = drafts.iter().map(|draft| called(draft)).collect();
    let again = || button("soft").text(words.keep_again).on_click(move || page.drafts.keep_withdrawn());
    (!names.is_empty()).then(|| p("notice", &(words.withdrawn)(&names.join(say.list))).add(again()))
}

/// What happened to drafts by itself, until it was read.
fn news(page: Page) -> Option<El> {
    let words = Keeping::of(messages().language);
    let name = |id: &str| page.drafts.get(id).map(|draft| called(&draft).to_owned()).unwrap_or_default();
    let told = match page.drafts.news()? {
        News::Split { draft, copy } => (words.split)(&name(&draft), &name(&copy)),
        News::Aside { draft } => (words.aside)(&name(&draft)),
    };
    let close = button("soft").text(words.close).on_click(move || page.drafts.settle_news());
    Some(p("notice", &told).add(close))
}
