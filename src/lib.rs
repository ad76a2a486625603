//! 类目通: which service categories (服务类目) a mini-program may use, which papers (资质) each one
//! asks for, what is missing, and the shortest way to close the gap.
//!
//! The layers go one way. [`catalog`] holds the rules, [`profile`] the applicant, [`eligibility`]
//! brings them together, [`wording`] says the answer in [`i18n`]'s words, [`checklist`] makes it a
//! sheet that is handed over, [`calendar`] the last days of papers, [`interchange`] writes it for other programs, [`draft`] and [`address`]
//! are the formats of what is kept and linked.
//! All of these are pure. The page stands on them, behind the feature `page`: `browser` is its
//! only door to the outside, `state` its signals, `ui` its screens.

#![forbid(unsafe_code)]
// Whatever is asked, there is an answer: nothing here panics or overflows. Tests may.
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable
    )
)]

pub mod address;
mod bundled;
pub mod calendar;
pub mod catalog;
pub mod checklist;
pub mod draft;
pub mod eligibility;
pub mod embed;
pub mod i18n;
pub mod interchange;
pub mod lint;
mod numerals;
pub mod order;
pub mod profile;
pub mod reader;
pub mod search;
pub mod wording;

pub use bundled::{DATA_VERSION, bundled, data_version};

#[cfg(feature = "page")]
pub mod browser;
#[cfg(feature = "page")]
pub mod state;
#[cfg(feature = "page")]
pub mod ui;
