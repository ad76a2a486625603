//! A JSON value as it is written.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::super::fault::{Found, Step};

/// A JSON value. Unlike most, it keeps the order of the fields, and a field that stands twice.
#[derive(Debug)]
pub(in crate::catalog) enum Value {
    Null,
    Truth(bool),
    /// A number that the format has a use for: whole, and not below zero.
    Whole(u32),
    /// Any other number.
    Number,
    Text(Box<str>),
    List(Vec<Value>),
    Object(Vec<(Box<str>, Value)>),
}

impl Value {
    pub(super) fn found(&self) -> Found {
        match self {
            Self::Null => Found::Null,
            Self::Truth(_) => Found::Truth,
            Self::Whole(_) | Self::Number => Found::Number,
            Self::Text(_) => Found::Text,
            Self::List(_) => Found::List,
            Self::Object(_) => Found::Object,
        }
    }

    /// The fields of an object; none of anything else.
    pub(super) fn fields(&self) -> &[(Box<str>, Self)] {
        if let Self::Object(fields) = self { fields } else { &[] }
    }

    /// A field of an object. Where it stands twice, it is the last, which is the one at fault.
    pub(super) fn field(&self, name: &str) -> Option<(usize, &Self)> {
        let fields = self.fields();
        let at = fields.iter().rposition(|(known, _)| **known == *name)?;
        fields.get(at).map(|(_, value)| (at, value))
    }

    pub(in crate::catalog) fn get(&self, name: &str) -> Option<&Self> {
        self.field(name).map(|(_, value)| value)
    }

    /// The value one step further, and how many others stand before it.
    pub(super) fn step(&self, step: &Step) -> Option<(usize, &Self)> {
        match (self, step) {
            (Self::List(members), Step::Member(at)) => members.get(*at).map(|member| (*at, member)),
            (_, Step::Field(name)) => self.field(name),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Value;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a value")
            }

            fn visit_unit<E: Error>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }

            fn visit_bool<E: Error>(self, truth: bool) -> Result<Value, E> {
                Ok(Value::Truth(truth))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
                Ok(u32::try_from(number).map_or(Value::Number, Value::Whole))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
                Ok(u32::try_from(number).map_or(Value::Number, Value::Whole))
            }

            fn visit_f64<E: Error>(self, _: f64) -> Result<Value, E> {
                Ok(Value::Number)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
                Ok(Value::Text(text.into()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = from.next_element()? {
                    members.push(member);
                }
                Ok(Value::List(members))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = from.next_entry()? {
                    fields.push(field);
                }
                Ok(Value::Object(fields))
            }
        }
        from.deserialize_any(Any)
    }
}
