//! The lines of a calendar file: what is escaped in them, and where they are folded.

/// How many bytes a line may have, its end not counted.
const LONGEST: usize = 75;

/// Lines, one after the other.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line whose value is no text: dates, names of the format.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        let mut room = LONGEST;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            // A letter of several bytes is never cut in two.
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST.saturating_sub(1);
            }
            room = room.saturating_sub(letter.len_utf8());
            self.0.push(letter);
        }
        self.0.push_str("\r\n");
    }

    /// A line whose value is a text, in which some letters mean something else.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::new();
        for letter in value.chars() {
            match letter {
                '\\' | ';' | ',' => {
                    escaped.push('\\');
                    escaped.push(letter);
                }
                '\n' => escaped.push_str("\\n"),
                // The format has no place for the others.
                letter if letter.is_control() && letter != '\t' => {}
                letter => escaped.push(letter),
            }
        }
        self.plain(name, &escaped);
    }

    pub(super) fn written(self) -> String {
        self.0
    }
}
