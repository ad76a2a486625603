//! What stands in other people's pages: the element or the frame that shows a category or a catalog
//! there.

mod html;
mod snippet;

pub use html::escaped;
pub use snippet::{Snippet, Source};
