//! The only door to the browser. Everything here returns `Result` or `Option` and never panics:
//! a page in a sandboxed frame, or one whose visitor blocks storage, must still work.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "this is where the browser is touched")]

mod clock;
mod element;
mod files;
mod hand_over;
mod host;
mod live;
mod location;
mod offline;
mod page;
mod slices;
mod storage;
mod timing;

pub use clock::{now, today};
pub use element::{El, drawing, el, mount};
pub use files::{FileError, ReadFile};
pub use hand_over::{address_outside, copy, is_confined, is_file, page_folder, save_file, select_soon, whole_address};
pub use host::{Wishes, Word, fit, follow_height, has_focus, is_framed, lead_out, on_wishes, run_script, tell_host};
pub use live::Item;
pub use location::{back, forget_query, fragment, on_fragment_change, query, replace_fragment, set_fragment};
pub use offline::{NewerVersion, keep_offline};
pub use page::{
    Stroke, arrive, close_dialog, focus, focus_soon, languages, on_key, open_dialog, open_soon, print, reveal,
    scroll_to, set_language, set_theme, set_title,
};
pub use slices::{in_next_slice, later, once_painted, once_started, start_in_slices};
pub use storage::{Storage, StorageError};
pub use timing::measured;
