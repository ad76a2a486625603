//! An address that names nothing.

use super::{heading, link, p};
use crate::address::{Filters, Place};
use crate::browser::{El, el};
use crate::i18n::messages;

pub(super) fn screen(fragment: &str) -> Vec<El> {
    let say = messages();
    let back = link(&Place::Checker(Filters::default()).fragment(), say.back_to_checker).class("go");
    vec![heading(say.not_found), p("", &(say.not_found_text)(fragment)), el("p").add(back)]
}
