//! The page in a browser, as a visitor has it.
//!
//! A test is a [`Visit`]: a server, a browser that knows nothing of it, and a [`Page`] to look at and
//! to act on. Tests find things by what a person sees or hears (texts, labels, headings) and wait
//! for conditions, never for a time. Every visit ends with the same questions: no error in the
//! console, and not one request after the page was there.

#![allow(clippy::panic, reason = "a failed expectation ends its test; every function here says what it saw instead")]

mod barriers;
mod browser;
mod deployment;
mod docs;
mod driver;
mod engine;
mod files;
mod guard;
mod outline;
mod page;
mod places;
mod reading;
mod sample;
mod site;
mod spot;
mod visit;

pub use browser::Browser;
pub use deployment::Deployment;
pub use docs::{Docs, Generator};
pub use fantoccini::key::Key;
pub use files::{File, large_catalog};
pub use page::{Page, Tab};
pub use places::{LIVE_CHECKER, SCREENS};
pub use reading::{Group, Row};
pub use site::Site;
pub use spot::Spot;
pub use visit::{Visit, visit};
