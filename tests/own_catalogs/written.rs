//! What is written is read again as it was.

use leimu::catalog::{Catalog, Kind};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::json;

use crate::given::bundle;
use crate::{asking, file, loads, random, read};

#[test]
fn a_catalog_that_is_written_reads_as_it_was_and_is_written_so_again() {
    let mut runner = TestRunner::new(Config { cases: 400, failure_persistence: None, ..Config::default() });
    let law = |written: serde_json::Value| {
        let own = read(&written.to_string()).unwrap_or_else(|faults| panic!("{faults:?}"));
        let text = own.catalog.to_json();
        let again = read(&text).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
        prop_assert_eq!(&again.catalog, &own.catalog);
        prop_assert_eq!(again.catalog.to_json(), text);
        Ok(())
    };
    runner.run(&random::catalog(), law).unwrap();
}

#[test]
fn the_bundled_catalogs_are_written_as_they_are() {
    for catalog in &bundle().catalogs {
        let text = catalog.to_json();
        let again = bundle().read_catalog(catalog.id.as_str(), &text).unwrap_or_else(|error| panic!("{error}"));
        assert!(again == *catalog, "{}", catalog.id);
        assert_eq!(again.to_json(), text);
    }
}

#[test]
fn what_is_written_is_made_for_people() {
    let own = loads(&file(json!({ "title": "宠物", "categories": [
        asking(&json!({ "any": [
            { "document": "business-licence", "words": "营业执照（经营范围含宠物）", "covers": ["宠物"] },
            { "all": [{ "fact": "subject", "is": ["personal"] }, { "on_request": "邮件" }] },
        ] })),
    ] })));
    let expected = r#"{
  "id": "small",
  "platform": "wechat",
  "title": "宠物",
  "short": "",
  "publisher": "",
  "date": "2026",
  "date_known": "inferred",
  "date_note": "",
  "copy": "",
  "file": "",
  "warning": { "words": "", "line": 1 },
  "categories": [
    {
      "path": ["it"],
      "line": 1,
      "requirement": {
        "any": [
          { "document": "business-licence", "covers": ["宠物"], "words": "营业执照（经营范围含宠物）" },
          { "all": [{ "fact": "subject", "is": "personal" }, { "on_request": "邮件" }] }
        ]
      }
    }
  ]
}
"#;
    assert_eq!(own.catalog.to_json(), expected);
}

/// An interface that a category has of its own and that is given to it as well stands in it twice,
/// and is written once for each.
#[test]
fn an_interface_that_stands_twice_is_written_twice() {
    let access = json!({ "method": "live-tags", "line": 3 });
    let mut category = asking(&json!("nothing"));
    category["access"] = json!([access, { "method": "live-plugin", "line": 4 }]);
    let own = loads(&file(json!({
        "capabilities": [{ "method": "live-tags", "line": 3, "categories": [["it"]] }], "categories": [category],
    })));
    assert_eq!(own.catalog.categories[0].access.len(), 3);
    let again = loads(&own.catalog.to_json()).catalog;
    assert_eq!(again, own.catalog);
    let unshared = Catalog::read(&own.catalog.to_json()).unwrap();
    assert_eq!(unshared.categories[0].access.len(), 2);
    assert_eq!(again.categories[0].requirement.kind, Kind::Nothing);
}
