//! The marks, drawn inline: nothing to load, and they take the colour of the words beside them.

use crate::browser::{El, drawing};
use crate::eligibility::{Value, Verdict};

/// A mark. It says nothing by itself: words always stand beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Icon {
    Tick,
    Question,
    Plus,
    Cross,
    Mail,
    Dash,
    Lens,
    Box,
    Link,
    Print,
    Target,
    Display,
}

impl Icon {
    pub(super) fn of_verdict(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Ready => Self::Tick,
            Verdict::Ask => Self::Question,
            Verdict::Missing => Self::Plus,
            Verdict::Closed => Self::Cross,
            Verdict::OnRequest => Self::Mail,
            Verdict::Unlisted => Self::Dash,
        }
    }

    pub(super) fn of_value(value: Value) -> Self {
        match value {
            Value::Met => Self::Tick,
            Value::Unmet => Self::Box,
            Value::Unknown => Self::Question,
        }
    }

    fn path(self) -> &'static str {
        match self {
            Self::Tick => "M5 12.5l4.5 4.5L19 7.5",
            Self::Question => "M12 3a9 9 0 1 0 .001 0M9.5 9.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.8M12 17v.01",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Mail => "M4 6h16v12H4zM4 7l8 6 8-6",
            Self::Dash => "M6 12h12",
            Self::Lens => "M11 4.5a6.5 6.5 0 1 0 .001 0M16 16l4.5 4.5",
            Self::Box => "M6 5h12a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z",
            Self::Link => {
                "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7L12 17"
            }
            Self::Print => "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z",
            Self::Display => "M12 3a9 9 0 1 0 .001 0M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18",
            Self::Target => "M6 4h12v17l-6-4-6 4z",
        }
    }
}

/// Draws a mark.
pub(super) fn mark(icon: Icon) -> El {
    drawing(icon.path())
}
