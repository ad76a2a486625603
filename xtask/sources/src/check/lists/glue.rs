//! What is left of a list when everything typed is taken out.

use super::{List, said};

impl List<'_, '_> {
    /// Writes down every word that nobody has claimed and that is more than glue.
    pub(super) fn left_over(&mut self) {
        let glue: Vec<Vec<char>> = said::GLUE.iter().map(|words| words.chars().collect()).collect();
        let mut at = 0;
        let mut left: Option<usize> = None;
        while at <= self.row.glyphs.len() {
            let is_free = at < self.row.glyphs.len() && self.row.owner[at].is_none();
            let number = self.items.iter().find(|item| item.start == at && item.body > at).map(|item| item.body);
            let step = if let Some(body) = number {
                body - at
            } else if !is_free || self.row.glyphs[at].c == '\n' {
                1
            } else {
                let fits =
                    glue.iter().filter(|words| self.row.stands_at(words, at) && self.row.is_free(at, at + words.len()));
                match fits.map(Vec::len).max() {
                    Some(len) if left.is_none() => len,
                    _ => {
                        left.get_or_insert(at);
                        at += 1;
                        continue;
                    }
                }
            };
            if let Some(start) = left.take() {
                let words = self.row.text(start, at);
                self.fault(format!("left over: “{words}”"));
            }
            at += step;
        }
    }
}
