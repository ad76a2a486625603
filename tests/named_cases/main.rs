//! Cases with a name: small trees that once were read wrongly somewhere, and the categories of the
//! sources that have something special.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what is given is right, or the test is wrong")]

#[path = "../given/mod.rs"]
mod given;

mod access;
mod limits;
mod logic;
mod openers;
mod opening;
mod portfolio;
mod roles;
mod sources;
mod worth;
