//! Every string that a person reads and that is not data: one struct, one value for each language.

mod messages;
mod zh;

pub use messages::Messages;
pub use zh::ZH;

/// The messages of the page's language.
#[must_use]
pub fn messages() -> &'static Messages {
    &ZH
}
