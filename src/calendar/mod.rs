//! The last days of papers as a calendar file (RFC 5545), which reminds before they pass.
//!
//! An event keeps its UID, so that a file saved again changes the events that a calendar has of the
//! one before.

mod expiries;
mod lines;

pub use expiries::{Expiry, expiries};

use crate::profile::Date;
use lines::Lines;

/// How many days before the last one a calendar may remind, as they are offered.
pub const DAYS_BEFORE: [u32; 4] = [7, 30, 60, 90];

const MILLISECONDS_OF_A_DAY: u64 = 86_400_000;

/// The text of the file: a whole-day event for each paper, with an alarm so many days before. `now`
/// is when it was made, in milliseconds since 1970.
#[must_use]
pub fn calendar(name: &str, expiries: &[Expiry], days_before: u32, now: u64) -> String {
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//Leimu//Drafts//EN");
    lines.plain("CALSCALE", "GREGORIAN");
    lines.text("X-WR-CALNAME", name);
    let stamp = stamp(now);
    for expiry in expiries {
        lines.plain("BEGIN", "VEVENT");
        lines.text("UID", &expiry.uid);
        lines.plain("DTSTAMP", &stamp);
        lines.plain("DTSTART;VALUE=DATE", &day(expiry.day));
        lines.text("SUMMARY", &expiry.summary);
        lines.text("DESCRIPTION", &expiry.description);
        // A paper that ends takes nobody's time.
        lines.plain("TRANSP", "TRANSPARENT");
        lines.plain("BEGIN", "VALARM");
        lines.plain("ACTION", "DISPLAY");
        lines.text("DESCRIPTION", &expiry.summary);
        lines.plain("TRIGGER", &format!("-P{days_before}D"));
        lines.plain("END", "VALARM");
        lines.plain("END", "VEVENT");
    }
    lines.plain("END", "VCALENDAR");
    lines.written()
}

/// A day as calendars write it.
fn day(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// A moment as calendars write it, in UTC.
fn stamp(now: u64) -> String {
    let date = Date::from_days(u32::try_from(now / MILLISECONDS_OF_A_DAY).unwrap_or(0));
    let seconds = now % MILLISECONDS_OF_A_DAY / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{}T{hours:02}{minutes:02}{seconds:02}Z", day(date))
}
