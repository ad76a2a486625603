//! Words in elements, with what is Chinese marked as such where the page speaks another language.

use super::link;
use crate::address::Place;
use crate::browser::{El, el};
use crate::catalog::Registry;
use crate::i18n::{Language, messages};
use crate::profile::Paper;
use crate::wording::{Named, in_parts, remark_words};

/// The language of the data.
pub(super) const CHINESE: &str = "zh-CN";

/// Chinese on a page in another language, all of it or from its beginning: it takes the mark as a
/// whole, where no part of it can.
pub(super) fn is_foreign(words: &str) -> bool {
    messages().language != Language::Chinese && in_parts(words).first().is_some_and(|(_, is_chinese)| *is_chinese)
}

/// Words in which there may be names of the data.
pub(super) fn words(around: El, words: &str) -> El {
    match messages().language {
        Language::Chinese => around.text(words),
        Language::English => in_parts(words).into_iter().fold(around, |around, (part, is_chinese)| match is_chinese {
            true => around.add(el("span").attr("lang", CHINESE).text(part)),
            false => around.text(part),
        }),
    }
}

/// Words that follow signals, in which there may be names of the data.
pub(super) fn live_words(around: El, said: impl Fn() -> String + 'static) -> El {
    match messages().language {
        Language::Chinese => around.live_text(said),
        Language::English => around.live(move || {
            let part = |(part, is_chinese): (&str, bool)| {
                let part = el("span").text(part);
                if is_chinese { part.attr("lang", CHINESE) } else { part }
            };
            in_parts(&said()).into_iter().map(part).collect()
        }),
    }
}

/// Words of a source: Chinese, whatever the language of the page.
pub(super) fn quoted(around: El, words: &str) -> El {
    let around = around.text(words);
    if messages().language == Language::Chinese { around } else { around.attr("lang", CHINESE) }
}

/// What the data says in Chinese of a category or of a source: English stands alone, for no platform
/// shows these words. What has none stays.
pub(super) fn remark(around: El, remark: &str, registry: &Registry) -> El {
    match remark_words(remark, registry, messages()) {
        said if said == remark => quoted(around, remark),
        english => words(around, &english),
    }
}

/// A name, and the original beside it: that is what the platform shows.
pub(super) fn named(around: El, name: &Named) -> El {
    let around = words(around, &name.words);
    let Some(original) = &name.original else { return around };
    around.text(" ").add(original_name(original))
}

/// A name as the source writes it, beside its translation.
pub(super) fn original_name(original: &str) -> El {
    el("span").class("original").attr("lang", CHINESE).text(original)
}

/// A link with a name.
pub(super) fn named_link(address: &str, name: &Named) -> El {
    named(el("a").attr("href", address), name)
}

/// A link to the page of a paper.
pub(super) fn paper_link(paper: &Paper, name: &str) -> El {
    words(link(&Place::Document(paper.document.to_string()).fragment(), ""), name)
}
