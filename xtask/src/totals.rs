//! Counting what passed and what failed, from the lines that cargo test prints.

use std::fmt;
use std::ops::AddAssign;

/// How many passed and how many failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    /// How many were there and were not to be run.
    pub(crate) left_out: u32,
}

impl Totals {
    /// One check that either passed or failed.
    pub(crate) fn one(passed: bool) -> Self {
        Self { passed: u32::from(passed), failed: u32::from(!passed), left_out: 0 }
    }

    /// The counts of one `test result:` line; nothing for any other line.
    pub(crate) fn of_line(line: &str) -> Option<Self> {
        let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
        let count = |unit: &str| {
            let mut parts = counts.split("; ");
            parts.find_map(|part| part.strip_suffix(unit)?.trim().parse().ok())
        };
        let left_out = count("ignored")? + counts.split("; ").find_map(filtered).unwrap_or_default();
        Some(Self { passed: count("passed")?, failed: count("failed")?, left_out })
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.left_out += other.left_out;
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.left_out > 0 {
            write!(f, ", {} left out", self.left_out)?;
        }
        Ok(())
    }
}

/// `2 filtered out` or `2 filtered out; finished in 0.01s`.
fn filtered(part: &str) -> Option<u32> {
    part.strip_suffix(" filtered out")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_of_a_result_line_are_read() {
        for (line, expected) in [
            (
                "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
                Some(Totals { passed: 12, failed: 0, left_out: 1 }),
            ),
            (
                "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 4 filtered out; finished in 1.20s",
                Some(Totals { passed: 3, failed: 2, left_out: 4 }),
            ),
            ("test evaluate ... ok", None),
            ("test result: ok.", None),
            ("running 12 tests", None),
        ] {
            assert_eq!(Totals::of_line(line), expected, "{line}");
        }
    }

    #[test]
    fn totals_add_up_and_read_as_one_line() {
        let mut totals = Totals { passed: 186, ..Totals::default() };
        totals += Totals::one(true);
        assert_eq!(totals.to_string(), "187 passed, 0 failed");
        totals += Totals::one(false);
        assert_eq!(totals.to_string(), "187 passed, 1 failed");
        totals += Totals { left_out: 2, ..Totals::default() };
        assert_eq!(totals.to_string(), "187 passed, 1 failed, 2 left out");
    }
}
