//! A link: a place and, where somebody asked for it, a profile (`me=…`) in its query.

use super::profile::{self, DELIMITERS, Newer};
use super::{Place, decode, encode_but};
use crate::profile::WrittenProfile;

/// The parameter that holds the profile, in every place.
const KEY: &str = "me";

/// A place to go to, and a profile to take along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The place. It is read without the profile, and never has one of its own.
    pub place: Place,
    /// The profile; none where the link carries none.
    pub carried: Option<Result<Carried, Newer>>,
}

/// A profile as it came with a link.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Carried {
    /// What could be read, with names as they stand there: whether they are known is another
    /// question.
    pub profile: WrittenProfile,
    /// The pieces that could not be read, as they stand there.
    pub unread: Vec<String>,
}

impl Link {
    /// A link to a place, with or without a profile.
    #[must_use]
    pub fn to(place: Place, profile: Option<WrittenProfile>) -> Self {
        let carried = profile.map(|profile| Ok(Carried { profile, unread: Vec::new() }));
        Self { place, carried }
    }

    /// Reads a fragment, with or without its `#`.
    #[must_use]
    pub fn read(fragment: &str) -> Self {
        let Some((path, query)) = fragment.split_once('?') else { return Self::to(Place::read(fragment), None) };
        let (mut others, mut profiles) = (Vec::new(), Vec::new());
        for pair in query.split('&') {
            match pair.split_once('=').filter(|(key, _)| *key == KEY) {
                Some((_, value)) => profiles.push(value),
                None => others.push(pair),
            }
        }
        let Some((first, more)) = profiles.split_first() else { return Self::to(Place::read(fragment), None) };
        let place =
            if others.is_empty() { Place::read(path) } else { Place::read(&[path, &others.join("&")].join("?")) };
        // Bytes that are no text are named as they came.
        let carried = match decode(first) {
            Some(text) => profile::read(&text),
            None => Ok(Carried { profile: WrittenProfile::default(), unread: vec![(*first).to_owned()] }),
        };
        let carried = carried.map(|mut carried| {
            carried.unread.extend(more.iter().map(|&second| decode(second).unwrap_or_else(|| second.to_owned())));
            carried
        });
        Self { place, carried: Some(carried) }
    }

    /// The fragment, with its `#`. What could not be read is not part of it.
    #[must_use]
    pub fn fragment(&self) -> String {
        let mut fragment = self.place.fragment();
        if let Some(Ok(carried)) = &self.carried {
            fragment.push(if fragment.contains('?') { '&' } else { '?' });
            fragment.push_str(KEY);
            fragment.push('=');
            fragment.push_str(&encode_but(&profile::write(&carried.profile), DELIMITERS));
        }
        fragment
    }
}
