//! Every string that a person reads and that is not data: one struct, one value for each language.

use std::cell::Cell;

mod clearing;
mod colophon;
mod documents;
mod draft;
mod embed;
mod en;
mod faults;
mod findings;
mod guide;
mod hand_over;
mod keeping;
mod messages;
mod reading;
mod search;
mod tree;
mod zh;

pub use clearing::{CLEARING_EN, CLEARING_ZH, Clearing};
pub use colophon::{COLOPHON_EN, COLOPHON_ZH, Colophon};
pub use documents::{DOCUMENTS_EN, DOCUMENTS_ZH, Documents};
pub use draft::{DRAFT_EN, DRAFT_ZH, DraftWords};
pub use embed::{EMBED_EN, EMBED_ZH, EmbedWords};
pub use en::EN;
pub use faults::{FAULTS_EN, FAULTS_ZH, Faults};
pub use findings::{FINDINGS_EN, FINDINGS_ZH, Findings};
pub use guide::{GUIDE_EN, GUIDE_ZH, Guide};
pub use hand_over::{HAND_OVER_EN, HAND_OVER_ZH, HandOver};
pub use keeping::{KEEPING_EN, KEEPING_ZH, Keeping};
pub use messages::{Language, Messages};
pub use reading::{READINGS_EN, READINGS_ZH, Readings};
pub use search::{SEARCHES_EN, SEARCHES_ZH, Searches};
pub use tree::{BRANCHES_EN, BRANCHES_ZH, Branches};
pub use zh::ZH;

thread_local! {
    static SPOKEN: Cell<&'static Messages> = const { Cell::new(&ZH) };
}

/// Speaks this language from now on. What is on screen already stays as it is, so the page is drawn
/// anew behind it.
pub fn speak(language: Language) {
    SPOKEN.set(match language {
        Language::Chinese => &ZH,
        Language::English => &EN,
    });
}

/// The messages of the page's language.
#[must_use]
pub fn messages() -> &'static Messages {
    SPOKEN.get()
}
