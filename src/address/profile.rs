//! A profile in one line, for links. A person can read it, and mend it:
//!
//! ```text
//! enterprise~education-provider.other~!stock-trading~+road-transport-licence:驾驶员培训/2027-01-31~-icp
//! ```
//!
//! Items stand between `~`. One without a sign is the subject, one with `.` a fact and its answer,
//! `!` an activity, `+` a paper that is at hand, `-` one that cannot be had. Behind a paper: `:`
//! what it covers, `;` what it does not, `*` how many, `@` whose, `/` its last day. `$` makes the
//! next character an ordinary one, and `$_` is nothing. A number in front is the version of another syntax; this one,
//! the first, has none.
//!
//! The whole is escaped for the address and unescaped again before it is read, so links survive
//! programs that escape more than they have to.

use super::Carried;
use crate::catalog::Holder;
use crate::profile::{WrittenHolding, WrittenProfile};

/// What stays as it is in an address.
pub(super) const DELIMITERS: &str = "~!+:;*@/$";

/// What has to be marked where it is part of a name.
const MARKED: &str = "~!+:;*@/$.";

/// A name of nothing is a name as well.
const NOTHING: &str = "$_";

const PARTNER: &str = "partner";

/// The profile was written in a syntax that only a newer build reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the profile in the link is of a newer syntax")]
pub struct Newer;

pub(super) fn write(profile: &WrittenProfile) -> String {
    let mut items: Vec<String> = Vec::new();
    items.extend(profile.subject.as_deref().map(|subject| named("", subject)));
    items.extend(profile.facts.iter().map(|(fact, answer)| named("", fact) + &named(".", answer)));
    items.extend(profile.activities.iter().map(|activity| named("!", activity)));
    items.extend(profile.documents.iter().map(holding));
    items.join("~")
}

fn holding(holding: &WrittenHolding) -> String {
    let mut item = named(if holding.unobtainable { "-" } else { "+" }, &holding.document);
    for phrase in &holding.covers {
        item.push_str(&named(":", phrase));
    }
    for phrase in &holding.lacks {
        item.push_str(&named(";", phrase));
    }
    if holding.count != 1 {
        item.push('*');
        item.push_str(&holding.count.to_string());
    }
    if holding.holder == Holder::Partner {
        item.push('@');
        item.push_str(PARTNER);
    }
    if let Some(day) = &holding.valid_until {
        item.push_str(&named("/", day));
    }
    item
}

/// A sign and a name, in which nothing is taken for a sign.
fn named(sign: &str, name: &str) -> String {
    let mut out = String::from(sign);
    for (at, c) in name.char_indices() {
        let begins = at == 0 && (matches!(c, '-' | ' ') || c.is_ascii_digit());
        if MARKED.contains(c) || (begins && sign.is_empty()) {
            out.push('$');
        }
        out.push(c);
    }
    if name.is_empty() && sign.is_empty() {
        out.push_str(NOTHING);
    }
    out
}

pub(super) fn read(text: &str) -> Result<Carried, Newer> {
    let items = split(text, "~");
    let mut carried = Carried::default();
    for (at, item) in items.iter().enumerate() {
        let item = item.as_str();
        if at == 0 && item.starts_with(|c: char| c.is_ascii_digit()) {
            return Err(Newer);
        }
        if !item.is_empty() && read_item(item, &mut carried.profile).is_none() {
            carried.unread.push(item.to_owned());
        }
    }
    Ok(carried)
}

/// Takes an item up; none where it is not one.
fn read_item(item: &str, profile: &mut WrittenProfile) -> Option<()> {
    let mut signs = item.chars();
    match signs.next()? {
        '!' => profile.activities.push(whole(signs.as_str())?),
        // Some programs take a plus in an address for a space.
        '+' | ' ' => profile.documents.push(read_holding(signs.as_str(), false)?),
        '-' => profile.documents.push(read_holding(signs.as_str(), true)?),
        _ => match split(item, ".").as_slice() {
            [subject] if profile.subject.is_none() => profile.subject = Some(whole(subject)?),
            [fact, answer] => {
                let (fact, answer) = (whole(fact)?, whole(answer)?);
                if profile.facts.contains_key(&fact) {
                    return None;
                }
                profile.facts.insert(fact, answer);
            }
            _ => return None,
        },
    }
    Some(())
}

fn read_holding(item: &str, unobtainable: bool) -> Option<WrittenHolding> {
    let mut parts = split_before(item, ":;*@/").into_iter();
    let mut holding = WrittenHolding {
        document: whole(&parts.next()?)?,
        covers: Vec::new(),
        lacks: Vec::new(),
        count: 1,
        holder: Holder::Own,
        valid_until: None,
        unobtainable,
    };
    let (mut is_counted, mut is_owned) = (false, false);
    for part in parts {
        let mut signs = part.chars();
        let sign = signs.next()?;
        let name = whole(signs.as_str())?;
        match sign {
            ':' => holding.covers.push(name),
            ';' => holding.lacks.push(name),
            '*' if !is_counted && name.bytes().all(|byte| byte.is_ascii_digit()) => {
                is_counted = true;
                holding.count = name.parse().ok()?;
            }
            '@' if !is_owned && *name == *PARTNER => {
                is_owned = true;
                holding.holder = Holder::Partner;
            }
            '/' if holding.valid_until.is_none() => holding.valid_until = Some(name),
            _ => return None,
        }
    }
    Some(holding)
}

/// The name that is written like this; none where a sign stands in it that means something.
fn whole(written: &str) -> Option<Box<str>> {
    let mut name = String::with_capacity(written.len());
    let mut letters = written.chars();
    while let Some(c) = letters.next() {
        match c {
            '$' => name.extend(letters.next().filter(|c| *c != '_')),
            _ if MARKED.contains(c) => return None,
            _ => name.push(c),
        }
    }
    Some(name.into())
}

/// Splits at signs that are not marked; they are left out.
fn split(text: &str, signs: &str) -> Vec<String> {
    let mut parts = split_before(text, signs);
    for part in parts.iter_mut().skip(1) {
        part.remove(0);
    }
    parts
}

/// Splits before signs that are not marked.
fn split_before(text: &str, signs: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut is_marked = false;
    for c in text.chars() {
        if !is_marked && signs.contains(c) {
            parts.push(std::mem::take(&mut part));
        }
        is_marked = !is_marked && c == '$';
        part.push(c);
    }
    parts.push(part);
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::address::{Filters, Link, Place};
    use crate::catalog::CategoryPath;

    fn read_me(text: &str) -> WrittenProfile {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_profile_is_written_as_a_person_reads_it() {
        for (written, json) in [
            ("", r#"{}"#),
            ("enterprise", r#"{"subject":"enterprise"}"#),
            ("education-provider.other~school.public", r#"{"facts":{"education-provider":"other","school":"public"}}"#),
            ("enterprise~!stock-trading~!live", r#"{"subject":"enterprise","activities":["stock-trading","live"]}"#),
            (
                "+business-licence~-icp",
                r#"{"documents":[{"document":"business-licence"},{"document":"icp","unobtainable":true}]}"#,
            ),
            (
                "+road:驾驶员培训:A$.B;客运*3@partner/2027-01-31",
                r#"{"documents":[{"document":"road","covers":["驾驶员培训","A.B"],"lacks":["客运"],"count":3,"holder":"partner","valid_until":"2027-01-31"}]}"#,
            ),
            ("+road*0", r#"{"documents":[{"document":"road","count":0}]}"#),
            ("$2", r#"{"subject":"2"}"#),
            ("$_~a.", r#"{"subject":"","facts":{"a":""}}"#),
            ("$-x$~y", r#"{"subject":"-x~y"}"#),
        ] {
            let profile = read_me(json);
            assert_eq!(write(&profile), written);
            assert_eq!(read(written), Ok(Carried { profile, unread: Vec::new() }), "{written}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_named_and_the_rest_is_read() {
        for (written, kept, unread) in [
            ("enterprise~government", "enterprise", vec!["government"]),
            ("a.b.c~enterprise", "enterprise", vec!["a.b.c"]),
            ("a.b~a.c", "a.b", vec!["a.c"]),
            ("+road*many~+icp", "+icp", vec!["+road*many"]),
            ("+road*99999999999", "", vec!["+road*99999999999"]),
            ("+road*1*2", "", vec!["+road*1*2"]),
            ("+road@friend", "", vec!["+road@friend"]),
            ("+road/2027-01-31/2028-01-31", "", vec!["+road/2027-01-31/2028-01-31"]),
            ("!a!b~!c", "!c", vec!["!a!b"]),
            ("~~enterprise~", "enterprise", vec![]),
            (" road:驾驶员培训", "+road:驾驶员培训", vec![]),
        ] {
            let carried = read(written).unwrap();
            assert_eq!(write(&carried.profile), kept, "{written}");
            assert_eq!(carried.unread, unread, "{written}");
        }
        assert_eq!(read("2~enterprise"), Err(Newer));
    }

    #[test]
    fn every_place_takes_a_profile_and_programs_may_escape_it_once_more() {
        let profile = read_me(r#"{"subject":"enterprise","documents":[{"document":"road","covers":["驾驶员培训"]}]}"#);
        for (place, fragment) in [
            (Place::Checker(Filters::default()), "#/?me=enterprise~+road:驾驶员培训"),
            (
                Place::Checker(Filters { text: "酒".into(), ..Filters::default() }),
                "#/?q=酒&me=enterprise~+road:驾驶员培训",
            ),
            (
                Place::Category("x".into(), CategoryPath::of(&["教育", "驾校"])),
                "#/c/x/教育/驾校?me=enterprise~+road:驾驶员培训",
            ),
            (Place::Drafts, "#/drafts?me=enterprise~+road:驾驶员培训"),
        ] {
            let link = Link::to(place, Some(profile.clone()));
            assert_eq!(link.fragment(), fragment);
            assert_eq!(Link::read(fragment), link);
            let escaped = fragment
                .replace('~', "%7E")
                .replace('+', "%2B")
                .replace("me=enterprise%7E%2Broad:", "me=enterprise%7E%2Broad%3A");
            assert_eq!(Link::read(&escaped), link, "{escaped}");
        }
        let first = Link::read("#/?me=enterprise&q=酒");
        assert_eq!(first.place, Place::Checker(Filters { text: "酒".into(), ..Filters::default() }));
        assert_eq!(
            Link::read("#/?me=a&me=b").carried,
            Some(Ok(Carried { profile: read_me(r#"{"subject":"a"}"#), unread: vec!["b".into()] }))
        );
        assert_eq!(
            Link::read("#/?me=%E5").carried,
            Some(Ok(Carried { profile: WrittenProfile::default(), unread: vec!["%E5".into()] }))
        );
        assert_eq!(Link::read("#/?me=2~x").carried, Some(Err(Newer)));
        assert_eq!(Link::read("#/?colour=red&me=a").place, Place::Unknown("/?colour=red".into()));
        assert_eq!(Link::read("#/about").carried, None);
    }

    fn holdings() -> impl Strategy<Value = WrittenHolding> {
        let phrases = || prop::collection::vec(name(), 0..3);
        let day = prop::option::of(prop_oneof![Just("2027-01-31".into()), name()]);
        (name(), phrases(), phrases(), any::<u32>(), any::<[bool; 2]>(), day).prop_map(
            |(document, covers, lacks, count, [unobtainable, is_own], valid_until)| WrittenHolding {
                document,
                covers,
                lacks,
                count,
                holder: if is_own { Holder::Own } else { Holder::Partner },
                valid_until,
                unobtainable,
            },
        )
    }

    fn name() -> impl Strategy<Value = Box<str>> {
        prop_oneof!["[a-z][a-z0-9-]{0,8}", "[~!+:;*@/$. %&=?#0-9-]{0,6}", ".{0,6}"].prop_map(String::into)
    }

    proptest! {
        #[test]
        fn any_profile_is_read_back_from_its_link(
            subject in prop::option::of(name()),
            facts in prop::collection::btree_map(name(), name(), 0..3),
            activities in prop::collection::vec(name(), 0..3),
            documents in prop::collection::vec(holdings(), 0..3),
            level in ".{0,6}",
        ) {
            let profile = WrittenProfile { subject, facts, activities, documents };
            for place in [
                Place::Checker(Filters { level: level.clone(), ..Filters::default() }),
                Place::Category("x".into(), CategoryPath::of(&["a", &level])),
                Place::Unknown("nowhere?".into()),
            ] {
                let link = Link::to(place, Some(profile.clone()));
                prop_assert_eq!(Link::read(&link.fragment()), link);
            }
        }

        #[test]
        fn any_text_is_read_and_what_was_read_is_read_again(text in "([~!+:;*@/$. a-c0-3-]|.){0,30}") {
            if let Ok(carried) = read(&text) {
                let again = read(&write(&carried.profile)).unwrap();
                prop_assert_eq!(again.profile, carried.profile);
                prop_assert!(again.unread.is_empty());
            }
            let _ = Link::read(&text);
        }
    }
}
