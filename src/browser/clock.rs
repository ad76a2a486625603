//! The clock of the visitor's machine.

use crate::profile::Date;

/// Milliseconds since 1970.
#[must_use]
pub fn now() -> u64 {
    // A clock before 1970 is as good as none.
    js_sys::Date::now().max(0.0) as u64
}

/// The visitor's local day; papers expire where the visitor is.
#[must_use]
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok();
    let month = u8::try_from(now.get_month().saturating_add(1)).ok();
    let day = u8::try_from(now.get_date()).ok();
    year.zip(month)
        .zip(day)
        .and_then(|((year, month), day)| Date::of(year, month, day))
        .unwrap_or_else(|| Date::from_days(0))
}
