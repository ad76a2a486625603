//! Which catalogs the examples take.

use serde_json::json;

use crate::{File, LIVE, catalog_file, exported, refused, screened};

#[test]
fn a_catalog_that_is_not_there_is_named_and_the_others_are_listed() {
    for example in ["screen", "export"] {
        refused(example, &["tencent-live-1999"], "{}", &["tencent-live-1999", LIVE, "tencent-live-2021", "baidu-2019"]);
        refused(example, &[], "{}", &["usage", example]);
        refused(example, &[LIVE, "baidu-2019"], "{}", &["usage"]);
    }
}

#[test]
fn a_catalog_is_read_from_a_file() {
    let file = File::with(
        "good.json",
        &catalog_file(&json!({ "document": "road-transport-licence", "covers": ["驾驶员培训"] })),
    );
    let found = screened(
        file.path(),
        &json!({ "documents": [{ "document": "道路运输经营许可证", "covers": ["驾驶员培训"] }] }),
    );
    assert_eq!((&found["catalog"], &found["categories"][0]["verdict"]), (&json!("mine"), &json!("ready")));
    assert_eq!(exported(file.path())["categories"][0]["listed"], "documents");
}

#[test]
fn a_catalog_file_may_bring_papers_of_its_own() {
    let text = catalog_file(&json!({ "document": "pet-licence" })).replacen(
        '{',
        r#"{ "documents": [{ "id": "pet-licence", "name": "《宠物许可证》", "english": "Pet licence", "kind": "licence" }],"#,
        1,
    );
    let file = File::with("brought.json", &text);
    let found = screened(file.path(), &json!({ "documents": [{ "document": "宠物许可证" }] }));
    assert_eq!(found["categories"][0]["verdict"], "ready");
    let exported = exported(file.path());
    assert_eq!(exported["categories"][0]["qualify"]["exter_list"][0]["inner_list"][0]["name"], "《宠物许可证》");
}

#[test]
fn every_fault_of_a_catalog_file_is_told_with_its_line() {
    let text = catalog_file(&json!({ "all": [{ "document": "e" }, { "fact": "colour", "is": "red" }] }));
    let file = File::with("faults.json", &text.replace("\"wechat\"", "\"we chat\""));
    for example in ["screen", "export"] {
        let at = |field: &str| 1 + text.lines().position(|line| line.contains(&format!("\"{field}\":"))).unwrap();
        refused(
            example,
            &[file.path()],
            "{}",
            &[
                &format!("digits and `-` at line {} (platform)", at("platform")),
                &format!("unknown document `e` at line {} (requirement.all[0].document)", at("document")),
                &format!("unknown fact `colour` at line {} (requirement.all[1].fact)", at("fact")),
            ],
        );
    }
}

#[test]
fn a_bad_catalog_file_is_refused_with_the_place() {
    let unknown = File::with("unknown.json", &catalog_file(&json!({ "any": [{ "document": "road-transport" }] })));
    let threshold = File::with("threshold.json", &catalog_file(&json!({ "at_least": 2, "of": ["nothing"] })));
    let kind = File::with("kind.json", &catalog_file(&json!({ "some": [] })));
    let text = File::with("text.json", "catalog");
    for example in ["screen", "export"] {
        refused(example, &[unknown.path()], "{}", &["`mine`", "教育/驾校培训", "`road-transport`"]);
        refused(example, &[threshold.path()], "{}", &["`mine`", "教育/驾校培训", "2 of 1"]);
        refused(example, &[kind.path()], "{}", &[kind.path(), "`some`", "line"]);
        refused(example, &[text.path()], "{}", &[text.path(), "line 1"]);
    }
}
