//! Tables as a program reads them that knows RFC 4180.

use leimu::checklist::Table;
use leimu::i18n::ZH;
use proptest::prelude::*;
use serde_json::json;

/// The rows, the head among them.
#[track_caller]
fn read(text: &str) -> Vec<Vec<String>> {
    // Excel takes a file without the mark for another encoding.
    let bare = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(bare.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// What a spreadsheet calculates, and what it takes for the end of a cell.
const DANGERS: [&str; 14] = [
    "=1+1",
    "+86 10",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    " =HYPERLINK(\"x\")",
    "a,b",
    "say \"yes\"",
    "\u{0}=1",
    "two\r\nlines",
    "\u{feff}=1",
    "",
];

#[test]
fn no_cell_is_calculated_or_ends_early() {
    let table = Table {
        head: vec!["a", "b"],
        rows: DANGERS.iter().map(|cell| vec![(*cell).to_owned(), "x".to_owned()]).collect(),
    };
    let text = table.csv();
    assert!(text.ends_with("\r\n") && text.matches("\r\n").count() == DANGERS.len() + 1, "{text:?}");
    let rows = read(&text);
    assert_eq!(rows[0], ["a", "b"]);
    let cells: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(
        cells,
        [
            "'=1+1",
            "'+86 10",
            "'-1",
            "'@SUM(A1)",
            "'=1",
            "'=1",
            "'＝1",
            "'=HYPERLINK(\"x\")",
            "a,b",
            "say \"yes\"",
            "'\u{0}=1",
            "two lines",
            "'\u{feff}=1",
            "",
        ]
    );
}

#[test]
fn a_category_is_a_table_of_its_papers_with_their_source() {
    let profile = json!({ "subject": "enterprise", "documents": [
        { "document": "road-transport-licence", "covers": ["驾驶员培训"], "valid_until": "2027-01-31" }] });
    let rows = read(&super::of("baidu-2020", &[&["教育", "驾校培训"]], &profile, &ZH).sheet(&ZH).csv());
    assert_eq!(rows[0], ["项目", "类目", "内容", "状态", "说明", "来源与数据版本", "官方页面", "生成日期"]);
    let version = leimu::data_version("baidu-2020").unwrap();
    let source = format!("百度智能小程序《服务类目》，2020-02-13，第 25 行 · 数据版本 baidu-2020 {version}");
    assert_eq!(
        rows[1..],
        [
            ["结论", "教育 / 驾校培训", "要求的资质都已备齐", "可以申请", "主体类型：企业", &source, "", "2026-06-15"],
            [
                "资质",
                "教育 / 驾校培训",
                "《道路运输经营许可证》含“驾驶员培训”",
                "已有",
                "有效期至 2027-01-31",
                &source,
                "",
                "2026-06-15"
            ],
        ]
    );
}

#[test]
fn every_category_becomes_a_table() {
    for list in super::every_category() {
        let sheet = list.sheet(&ZH);
        let rows = read(&sheet.csv());
        assert_eq!(rows.len(), sheet.table.rows.len() + 1, "{}", list.categories[0].path);
        assert!(rows.iter().all(|row| row.len() == sheet.table.head.len()));
    }
}

proptest! {
    #[test]
    fn any_words_stay_in_their_cell(cells in prop::collection::vec("([=+@,\"'\\n\\r\\t -]|.){0,12}", 1..4)) {
        let table = Table { head: vec!["x"; cells.len()], rows: vec![cells.clone()] };
        let rows = read(&table.csv());
        prop_assert_eq!(rows.len(), 2);
        for (cell, read) in cells.iter().zip(&rows[1]) {
            let meant = cell.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert!(*read == meant || *read == format!("'{meant}"), "{cell:?} became {read:?}");
            prop_assert!(!read.starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }
}
