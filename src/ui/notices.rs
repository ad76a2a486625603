//! What concerns every screen: storage that does not keep, and content that this build does not know.

use super::{Page, p};
use crate::browser::{El, StorageError, el};
use crate::i18n::messages;
use crate::profile::ProfileError;

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
        storage.map(str::to_owned).into_iter().chain(unknown).map(|words| p("notice", &words)).collect()
    };
    el("div").class("notices").attr("role", "status").later(move |notices| notices.live(told))
}
