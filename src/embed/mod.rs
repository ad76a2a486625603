//! What stands in other people's pages: the element or the frame that shows a category or a catalog
//! there, and a card that needs no script.

mod card;
mod html;
mod snippet;

pub use card::card;
pub use html::escaped;
pub use snippet::{Snippet, Source};
