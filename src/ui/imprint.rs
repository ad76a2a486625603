//! What a printed page says of itself: when, from which data, where it is. On screen it is not there.

use super::hand_over::version;
use super::names::{live_words, words as words_of};
use super::{Page, p};
use crate::address::Place;
use crate::browser::{self, El, el};
use crate::catalog::Catalog;
use crate::i18n::{HandOver, messages};
use crate::wording::name_words;

/// The foot of a page that is printed. The address is that of the place alone, without a profile,
/// and in Chinese where the place is: somebody will type it.
pub(super) fn imprint(page: Page, catalog: &'static Catalog, place: impl Fn() -> Place + 'static) -> El {
    let words = HandOver::of(messages().language);
    let called = |name: &str| name_words(name, page.data().registry, messages()).words;
    let source = (words.source)(&called(&catalog.publisher), &called(&catalog.title), &[&catalog.date]);
    let version = (words.version)(&[catalog.id.as_str(), &version(page, catalog)].join(" "));
    let published = catalog.page.as_deref().map(|address| p("", &(words.label)(words.page, address)));
    // The whole address of nothing is that of the page.
    let here = move || (words.label)(words.see_online, &(browser::whole_address("") + &place().fragment()));
    el("footer")
        .class("imprint")
        .add(p("", &(words.printed)(&page.checker.today.to_string())))
        .add(words_of(p("", ""), &[source.as_str(), version.as_str()].join(" · ")))
        .add_some(published)
        .add(live_words(el("p"), here))
}
