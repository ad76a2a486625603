//! JSON as catalog files need it: the fields in their order, every fault with its place and its
//! line, and all of them at once.
//!
//! A text becomes a [`Value`], a value is read by functions over [`Fields`], which note what is
//! wrong in a [`Log`](super::log::Log) and go on. [`File`] brings the two together and finds the lines.

mod fields;
mod file;
mod line;
mod print;
mod value;

pub(super) use fields::{Fields, Need};
pub(super) use file::File;
pub(super) use value::Value;
