//! The part of the project's tooling that other crates use: a static file server
//! for `cargo xtask serve` and for the browser tests.

pub mod server;
