//! Calendar files, read back by a reader of calendars that is not ours.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

#[path = "../drafts/any.rs"]
#[allow(dead_code, reason = "of the drafts of every kind only some are needed here")]
mod any;

use icalendar::parser::{Component, read_calendar, unfold};
use leimu::calendar::{DAYS_BEFORE, Expiry, calendar, expiries};
use leimu::catalog::{CategoryPath, Holder};
use leimu::draft::Draft;
use leimu::i18n::{EN, ZH};
use leimu::profile::{Date, Paper};
use proptest::prelude::*;

/// 2026-11-22T11:30:56Z.
const NOW: u64 = 1_795_347_056_000;

/// The text of a property, as the other reader has it.
fn value(of: &Component<'_>, name: &str) -> String {
    let found: Vec<_> = of.properties.iter().filter(|property| property.name == name).collect();
    assert_eq!(found.len(), 1, "{name} in {of:?}");
    found[0].val.clone().unescape_text().as_str().to_owned()
}

/// What the format asks of every line, whatever it says.
fn check_lines(text: &str) {
    assert!(text.ends_with("\r\n"));
    for line in text.strip_suffix("\r\n").unwrap().split("\r\n") {
        assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
}

fn read_back(text: &str, expiries: &[Expiry], days: u32) {
    check_lines(text);
    let unfolded = unfold(text);
    let read = read_calendar(&unfolded).unwrap();
    assert_eq!(read.components.len(), expiries.len());
    for (event, expiry) in read.components.iter().zip(expiries) {
        assert_eq!(event.name, "VEVENT");
        assert_eq!(value(event, "UID"), expiry.uid);
        assert_eq!(value(event, "SUMMARY"), expiry.summary);
        assert_eq!(value(event, "DESCRIPTION"), expiry.description);
        assert_eq!(value(event, "DTSTAMP"), "20261122T113056Z");
        assert_eq!(value(event, "DTSTART"), expiry.day.to_string().replace('-', ""));
        let start = event.properties.iter().find(|property| property.name == "DTSTART").unwrap();
        assert!(
            start
                .params
                .iter()
                .any(|one| one.key == "VALUE" && one.val.as_ref().is_some_and(|value| value.as_str() == "DATE"))
        );
        let [alarm] = event.components.as_slice() else { panic!("{:?}", event.components) };
        assert_eq!(alarm.name, "VALARM");
        assert_eq!(value(alarm, "ACTION"), "DISPLAY");
        assert_eq!(value(alarm, "TRIGGER"), format!("-P{days}D"));
        assert_eq!(value(alarm, "DESCRIPTION"), expiry.summary);
    }
}

/// Text that a calendar can hold: any letters, of which controls are left out on the way. The other
/// reader takes `\\` and what follows it in two steps, which makes something else of `\\;`: a
/// backslash is looked at by itself.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z;,:\"\n《道路运输经营许可证》😀]{1,60}",
        any::<String>().prop_map(|text| text
            .chars()
            .filter(|letter| !letter.is_control() && *letter != '\\')
            .collect::<String>()
            + "."),
    ]
}

proptest! {
    #[test]
    fn whatever_papers_are_called_another_reader_finds_it(
        said in prop::collection::vec((words(), words(), words(), 0_u32..100_000), 0..4),
        days in prop::sample::select(&DAYS_BEFORE[..]),
    ) {
        let expiries: Vec<Expiry> = said.into_iter().map(|(uid, summary, description, day)| Expiry {
            uid, summary, description, day: Date::from_days(day),
        }).collect();
        read_back(&calendar("资质", &expiries, days, NOW), &expiries, days);
    }

    #[test]
    fn no_text_breaks_a_line(name in any::<String>()) {
        check_lines(&calendar(&name, &[], 7, NOW));
    }
}

#[test]
fn what_means_something_in_a_calendar_is_escaped() {
    let expiry = Expiry {
        uid: "a".into(),
        day: Date::from_days(0),
        summary: "\\ ; , \\; \n \r \u{7}|".into(),
        description: String::new(),
    };
    let text = calendar("x", &[expiry], 7, 0);
    assert!(text.contains("SUMMARY:\\\\ \\; \\, \\\\\\; \\n  |\r\n"), "{text}");
}

#[test]
fn every_paper_with_a_last_day_has_an_event_that_names_what_it_is_for() {
    let bundle = leimu::bundled().unwrap();
    let mut draft = Draft::new("a1".into(), "甲公司".into(), 7);
    let paper = |document: &str, holder| Paper { document: document.into(), holder };
    let days = [
        (paper("road-transport-licence", Holder::Own), Some("2027-01-31")),
        (paper("road-transport-licence", Holder::Partner), Some("2028-02-29")),
        (paper("moon-licence", Holder::Own), Some("2027-03-01")),
        (paper("business-licence", Holder::Own), None),
        (paper("icp-licence", Holder::Own), Some("not a day")),
    ];
    for (paper, day) in &days {
        draft.profile.hold(paper);
        draft.profile.holding_mut(paper).unwrap().valid_until = day.map(Into::into);
    }
    draft.add_target(&"tencent-live-2022".into(), &CategoryPath::of(&["教育", "驾校培训"]));
    draft.add_target(&"gone".into(), &CategoryPath::of(&["教育", "驾校培训"]));
    let find = |target: &leimu::draft::Target| {
        bundle.catalogs.iter().find(|catalog| catalog.id == target.catalog)?.category(&target.path)
    };
    let told = |say| {
        let expiries = expiries(&draft, &bundle.registry, &find, say);
        read_back(&calendar("x", &expiries, 30, NOW), &expiries, 30);
        let told =
            expiries.into_iter().map(|one| format!("{} {} {}: {}", one.uid, one.day, one.summary, one.description));
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        told(&ZH),
        [
            "a1-road-transport-licence@leimu 2027-01-31 《道路运输经营许可证》到期: 用于：教育 / 驾校培训",
            "a1-road-transport-licence-partner@leimu 2028-02-29 合作方的《道路运输经营许可证》到期: 目标类目里没有要求这份资质的。",
            "a1-moon-licence@leimu 2027-03-01 moon-licence到期: 目标类目里没有要求这份资质的。",
        ]
    );
    assert!(told(&EN)[0].contains("Last day: "), "{:?}", told(&EN));
}
