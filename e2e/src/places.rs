//! Places that tests go to by a name.

/// The checker with the live-streaming categories of 2022: few enough to be known by heart, and
/// the same whichever catalog the page opens with. Further filters follow after an `&`.
pub const LIVE_CHECKER: &str = "#/?catalog=tencent-live-2022";
