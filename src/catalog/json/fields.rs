//! Reading values without stopping at the first fault. Whatever is wrong is noted with its place
//! and something harmless stands in for it, so that a type is read by one expression that names
//! its fields; what comes out is only used where nothing was noted.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use super::super::fault::{Expected, Step, Wrong, repeated};
use super::super::limits::{Limit, too_much};
use super::super::log::Log;
use super::Value;

/// Whether a field has to be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::catalog) enum Need {
    /// It has to.
    Always,
    /// It may be left out.
    Maybe,
    /// It may be left out, or be `null`.
    OrNull,
}

/// An object whose fields are asked for one by one; what nobody asks for is unknown.
pub(in crate::catalog) struct Fields<'a> {
    value: &'a Value,
    asked: Vec<&'static str>,
    missing: Vec<&'static str>,
    log: &'a mut Log,
}

impl Log {
    pub(in crate::catalog) fn expected(&mut self, expected: Expected, value: &Value) {
        self.note(Wrong::Type { expected, found: value.found() });
    }

    pub(in crate::catalog) fn object<T>(&mut self, value: &Value, read: fn(&mut Fields<'_>) -> T) -> T {
        let mut fields = self.fields(value);
        let it = read(&mut fields);
        fields.close();
        it
    }

    fn fields<'a>(&'a mut self, value: &'a Value) -> Fields<'a> {
        if !matches!(value, Value::Object(_)) {
            self.expected(Expected::Object, value);
        }
        Fields { value, asked: Vec::new(), missing: Vec::new(), log: self }
    }

    pub(in crate::catalog) fn list<T>(&mut self, value: &Value, read: fn(&mut Self, &Value) -> T) -> Vec<T> {
        let mut list = Vec::new();
        for (at, member) in self.members(value).iter().enumerate() {
            self.enter(Step::Member(at));
            list.push(read(self, member));
            self.leave();
        }
        list
    }

    fn members<'a>(&mut self, value: &'a Value) -> &'a [Value] {
        if let Value::List(members) = value {
            return members;
        }
        self.expected(Expected::List, value);
        &[]
    }

    /// An object in which people name the fields, and each is a text. Neither may be blank, and no
    /// name may stand twice.
    pub(in crate::catalog) fn texts(&mut self, value: &Value) -> Vec<(Box<str>, Box<str>)> {
        if !matches!(value, Value::Object(_)) {
            self.expected(Expected::Object, value);
        }
        let (mut texts, mut names) = (Vec::new(), HashSet::new());
        for (name, value) in value.fields() {
            self.enter(Step::Field(Cow::Owned(name.to_string())));
            let text = self.text(value);
            if !names.insert(&**name) {
                self.note(Wrong::FieldTwice(repeated(name)));
            } else if name.trim().is_empty() || (text.trim().is_empty() && matches!(value, Value::Text(_))) {
                self.note(Wrong::Blank);
            }
            texts.push((name.clone(), text));
            self.leave();
        }
        texts
    }

    fn letters<'a>(&mut self, value: &'a Value) -> &'a str {
        let Value::Text(text) = value else {
            self.expected(Expected::Text, value);
            return "";
        };
        too_much(self, Limit::Letters, text.chars().count());
        text
    }

    pub(in crate::catalog) fn text(&mut self, value: &Value) -> Box<str> {
        self.letters(value).into()
    }

    pub(in crate::catalog) fn shared(&mut self, value: &Value) -> Arc<str> {
        self.letters(value).into()
    }

    fn truth(&mut self, value: &Value) -> bool {
        if let Value::Truth(truth) = value {
            return *truth;
        }
        self.expected(Expected::Truth, value);
        false
    }

    fn number(&mut self, value: &Value) -> u32 {
        match value {
            Value::Whole(number) => return *number,
            Value::Number => self.note(Wrong::Number),
            _ => self.expected(Expected::Number, value),
        }
        0
    }

    /// Which of these words it is.
    fn word(&mut self, value: &Value, among: &'static [&'static str]) -> usize {
        let Value::Text(word) = value else {
            self.expected(Expected::Text, value);
            return 0;
        };
        among.iter().position(|known| **known == **word).unwrap_or_else(|| {
            self.note(Wrong::Word { word: repeated(word), among });
            0
        })
    }
}

impl<'a> Fields<'a> {
    /// A field that is read like this, if it is there.
    pub(in crate::catalog) fn maybe<T>(
        &mut self,
        name: &'static str,
        need: Need,
        read: fn(&mut Log, &Value) -> T,
    ) -> Option<T> {
        let value = self.enter(name, need)?;
        let it = read(self.log, value);
        self.leave();
        Some(it)
    }

    pub(in crate::catalog) fn list<T>(
        &mut self,
        name: &'static str,
        need: Need,
        read: fn(&mut Log, &Value) -> T,
    ) -> Vec<T> {
        let Some(value) = self.enter(name, need) else { return Vec::new() };
        let list = self.log.list(value, read);
        self.leave();
        list
    }

    pub(in crate::catalog) fn text(&mut self, name: &'static str) -> Box<str> {
        self.maybe(name, Need::Always, Log::text).unwrap_or_default()
    }

    pub(in crate::catalog) fn maybe_text(&mut self, name: &'static str) -> Option<Box<str>> {
        self.maybe(name, Need::OrNull, Log::text)
    }

    /// A text that stands in several places without being copied: a name, the words of a node.
    pub(in crate::catalog) fn shared(&mut self, name: &'static str) -> Arc<str> {
        self.maybe(name, Need::Always, Log::shared).unwrap_or_default()
    }

    pub(in crate::catalog) fn maybe_shared(&mut self, name: &'static str) -> Option<Arc<str>> {
        self.maybe(name, Need::OrNull, Log::shared)
    }

    pub(in crate::catalog) fn number(&mut self, name: &'static str) -> u32 {
        self.maybe(name, Need::Always, Log::number).unwrap_or_default()
    }

    pub(in crate::catalog) fn maybe_number(&mut self, name: &'static str) -> Option<u32> {
        self.maybe(name, Need::OrNull, Log::number)
    }

    /// False, where it is left out.
    pub(in crate::catalog) fn truth(&mut self, name: &'static str) -> bool {
        self.maybe(name, Need::Maybe, Log::truth).unwrap_or_default()
    }

    /// Which of these words stands there.
    pub(in crate::catalog) fn word(
        &mut self,
        name: &'static str,
        need: Need,
        among: &'static [&'static str],
    ) -> Option<usize> {
        let value = self.enter(name, need)?;
        let word = self.log.word(value, among);
        self.leave();
        Some(word)
    }

    /// Notes what is wrong with the object as a whole; not where a field of it is unknown, for then
    /// that is what is wrong.
    pub(in crate::catalog) fn note(&mut self, wrong: Wrong) {
        if self.strangers().is_empty() {
            self.log.note(wrong);
        }
    }

    fn enter(&mut self, name: &'static str, need: Need) -> Option<&'a Value> {
        self.asked.push(name);
        match self.value.field(name) {
            Some((_, Value::Null)) if need == Need::OrNull => None,
            Some((_, value)) => {
                self.log.enter(Step::Field(name.into()));
                Some(value)
            }
            None => {
                if need == Need::Always {
                    self.missing.push(name);
                }
                None
            }
        }
    }

    fn leave(&mut self) {
        self.log.leave();
    }

    /// The fields that nobody asked for.
    fn strangers(&self) -> Vec<&'a str> {
        self.value.fields().iter().map(|(name, _)| &**name).filter(|name| !self.asked.contains(name)).collect()
    }

    /// Notes what is wrong with the names of the fields. A slip in a name is told once, not also as
    /// a field that is missing.
    fn close(mut self) {
        if !matches!(self.value, Value::Object(_)) {
            return;
        }
        let mut names = HashSet::new();
        for (name, _) in self.value.fields() {
            if !names.insert(&**name) {
                self.note_at(name, Wrong::FieldTwice(repeated(name)));
            }
        }
        for name in self.strangers() {
            let meant = self.asked.iter().copied().find(|known| is_slip(name, known));
            self.missing.retain(|missing| meant != Some(*missing));
            self.note_at(name, Wrong::UnknownField { name: repeated(name), meant });
        }
        for name in std::mem::take(&mut self.missing) {
            self.log.note(Wrong::MissingField(name));
        }
    }

    fn note_at(&mut self, name: &str, wrong: Wrong) {
        self.log.enter(Step::Field(Cow::Owned(name.to_owned())));
        self.log.note(wrong);
        self.log.leave();
    }
}

/// Whether one letter too many, too few or wrong, or two that changed places, make the one name
/// from the other.
fn is_slip(name: &str, known: &str) -> bool {
    let (mut one, mut other) = (name.as_bytes(), known.as_bytes());
    while let (Some((a, one_rest)), Some((b, other_rest))) = (one.split_first(), other.split_first())
        && a.eq_ignore_ascii_case(b)
    {
        (one, other) = (one_rest, other_rest);
    }
    while let (Some((a, one_rest)), Some((b, other_rest))) = (one.split_last(), other.split_last())
        && a.eq_ignore_ascii_case(b)
    {
        (one, other) = (one_rest, other_rest);
    }
    match (one, other) {
        ([] | [_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}
