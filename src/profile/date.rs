//! A day of the calendar. The pure layers never ask a clock: “today” is an argument.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A day, written `2027-01-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Box<str>", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Why a text is not a day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day; write it like 2027-01-31")]
pub struct DateError(String);

impl Date {
    /// The day of this year, month (1 to 12) and day of the month, if there is one.
    #[must_use]
    pub fn of(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Self { year, month, day })
    }

    /// The day that lies so many days after 1970-01-01; the first day where that is past the year 9999.
    #[must_use]
    #[allow(clippy::arithmetic_side_effects, reason = "32 bits of days, counted in 64, stay far from every end")]
    pub fn from_days(days: u32) -> Self {
        // Counted in years that begin in March, so that the leap day is the last of its year.
        let shifted = u64::from(days) + 719_468;
        let (era, of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        let year = era * 400 + year_of_era + u64::from(month <= 2);
        u16::try_from(year)
            .ok()
            .filter(|year| *year <= 9_999)
            .zip(u8::try_from(month).ok().zip(u8::try_from(day).ok()))
            .and_then(|(year, (month, day))| Self::of(year, month, day))
            .unwrap_or(Self { year: 1970, month: 1, day: 1 })
    }

    /// How many days after 1970-01-01 it lies; none for a day before.
    #[must_use]
    #[allow(clippy::arithmetic_side_effects, reason = "16 bits of years, counted in 64, stay far from every end")]
    pub fn days(self) -> Option<u32> {
        let (month, day) = (u64::from(self.month), u64::from(self.day));
        // As above: a year begins in March.
        let year = u64::from(self.year) + 400 - u64::from(month <= 2);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let days = year * 365 + year / 4 - year / 100 + year / 400 + of_year;
        u32::try_from(days.checked_sub(719_468 + 146_097)?).ok()
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let fault = || DateError(text.to_owned());
        let digits = |part: &str, long: usize| {
            (part.len() == long && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        let mut parts = text.split('-');
        let mut next = |long| parts.next().and_then(|part| digits(part, long)).ok_or_else(fault);
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        if parts.next().is_some() {
            return Err(fault());
        }
        u8::try_from(month)
            .ok()
            .zip(u8::try_from(day).ok())
            .and_then(|(month, day)| Self::of(year, month, day))
            .ok_or_else(fault)
    }
}

impl TryFrom<Box<str>> for Date {
    type Error = DateError;

    fn try_from(text: Box<str>) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_nothing_else() {
        for (text, is_day) in [
            ("2027-01-31", true),
            ("2024-02-29", true),
            ("2000-02-29", true),
            ("1900-02-29", false),
            ("2027-02-29", false),
            ("2027-04-31", false),
            ("2027-00-10", false),
            ("2027-13-10", false),
            ("2027-1-31", false),
            ("2027-01-31-", false),
            ("+027-01-31", false),
            ("", false),
        ] {
            let read = text.parse::<Date>();
            assert_eq!(read.is_ok(), is_day, "{text}");
            if let Ok(date) = read {
                assert_eq!(date.to_string(), text);
            }
        }
    }

    #[test]
    fn every_day_of_two_centuries_follows_the_day_before() {
        let mut before = Date::from_days(0);
        assert_eq!(before.to_string(), "1970-01-01");
        for days in 1..73_050 {
            let day = Date::from_days(days);
            assert!(before < day, "{before} then {day}");
            assert_eq!(day.days(), Some(days), "{day}");
            let next_in_month = Date::of(before.year, before.month, before.day + 1);
            assert_eq!(next_in_month.unwrap_or(day), day);
            before = day;
        }
        assert_eq!(before.to_string(), "2170-01-01");
        assert_eq!("1969-12-31".parse::<Date>().unwrap().days(), None);
        assert_eq!("0000-01-01".parse::<Date>().unwrap().days(), None);
    }
}
