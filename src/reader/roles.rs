//! Who has claimed which letter. A letter has one role; what nobody claims was not read.

use super::letters::{Letter, Piece};
use super::parts::{Part, Role, Span};

/// A role for every letter that has been read.
#[derive(Debug)]
pub(super) struct Roles(Vec<Option<Role>>);

impl Roles {
    /// No letter is read yet.
    pub(super) fn none(letters: &[Letter]) -> Self {
        Self(vec![None; letters.len()])
    }

    /// These letters are for this, unless they are for something already.
    pub(super) fn claim(&mut self, piece: Piece<'_>, role: Role) {
        for letter in piece {
            if let Some(open @ None) = self.0.get_mut(letter.at) {
                *open = Some(role);
            }
        }
    }

    /// Every letter with its role, in runs. Together they are the whole wording.
    pub(super) fn parts(&self, letters: &[Letter]) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for (letter, role) in letters.iter().zip(&self.0) {
            let role = match role {
                Some(role) => *role,
                None if letter.c.is_whitespace() => Role::Space,
                None => Role::Unread,
            };
            match parts.last_mut() {
                Some(part) if part.role == role => part.span.end = letter.span.end,
                _ => parts.push(Part { span: Span { ..letter.span }, role }),
            }
        }
        parts
    }
}
