//! The readers repair what is known to be broken, and stop at anything else.

use super::*;
use crate::fixtures::{ROWS, SECTIONS};

#[track_caller]
fn stops(text: &str, format: Format, wanted: &str) {
    match Source::read("page.txt", text, format) {
        Ok(_) => panic!("nothing stops the reader; “{wanted}” should"),
        Err(error) => assert!(error.to_string().contains(wanted), "{error} is not “{wanted}”"),
    }
}

#[test]
fn a_line_that_is_not_understood_stops_the_reader() {
    for (from, to, fault) in [
        ("\n## 医疗\n", "\n随便一句话。\n## 医疗\n", "page.txt:21: this line is not understood: “随便一句话。”"),
        ("<br>", "<hr>", "page.txt:17: the tag <hr> is not understood here"),
        ("width=", "class=", "page.txt:13: the tag <th class=\"20%\"> is not understood here"),
        ("《甲证》", "《甲证》&nbsp;", "an HTML entity, which is not understood"),
        ("</table>\n### ", "### ", "page.txt:33: words outside of a cell: “### 科普”"),
        ("小程序直播场景", "直播场景", "page.txt:14: a table row is not understood: 直播场景"),
        (
            "具备 **医疗-科普** 类目，可使用",
            "有 **医疗-科普** 类目，可使用",
            "page.txt:35: this line is not understood",
        ),
        ("### 医院", "### 医院 - 公立", "page.txt:22: this line is not understood"),
        ("### 医院", "#### 医院", "page.txt:22: this line is not understood"),
    ] {
        assert!(SECTIONS.contains(from), "nothing to change: {from}");
        stops(&SECTIONS.replacen(from, to, 1), Format::Tencent, fault);
    }
    for (from, to, fault) in [
        ("|	地铁|	|", "|	地铁|	|	备注|", "page.txt:10: a row has two cells between bars"),
        ("|	地铁|	|", "地铁|	|", "page.txt:10: this line is not understood"),
        ("|	地铁|", "|	|", "page.txt:10: a row without a name"),
        ("3名", "<b>3名</b>", "page.txt:11: markup that is not understood, “<b>3名</b>代驾人员的驾照”"),
        ("title:", "author:", "page.txt:2: this line is not understood"),
        ("|	二级类目|	资质|", "|	二级类目|	范围|", "page.txt:8: this line is not understood"),
    ] {
        assert!(ROWS.contains(from), "nothing to change: {from}");
        stops(&ROWS.replacen(from, to, 1), Format::Baidu, fault);
    }
    stops("", Format::Baidu, "the page ends before its first row");
}

#[test]
fn a_lost_heading_is_found_again_and_two_rows_of_one_name_are_one_category() {
    let source = Source::read("page.txt", ROWS, Format::Baidu).unwrap();
    let paths: Vec<String> = source.sections.iter().map(|section| section.paths[0].join("/")).collect();
    let wanted = [
        "交通/地铁",
        "交通/代驾",
        "交通/客运",
        "IT科技/软件",
        "美食/点评与推荐",
        "美食/港股／美股",
        "美食/车展",
        "美食/基金",
    ];
    assert_eq!(paths, wanted);
    assert_eq!(source.sections[5].papers.len(), 2);
    let repairs: Vec<u32> = source.repairs.iter().map(|repair| repair.line).collect();
    assert_eq!(repairs, [17, 18, 20, 21]);
}

#[test]
fn a_name_that_a_break_tears_is_whole_again() {
    let page = ROWS.replace("请上传3名代驾人员的驾照", "期货交易：贵金属交易所（中心）<br>会员证明");
    let source = Source::read("page.txt", &page, Format::Baidu).unwrap();
    let words: String = source.sections[1].papers[0].iter().map(|glyph| glyph.c).collect();
    assert_eq!(words, "期货交易：贵金属交易所（中心）会员证明");
    assert_eq!(source.repairs[0].line, 11);
}

#[test]
fn one_section_may_be_about_two_categories() {
    let page = SECTIONS
        .replace("### 医院", "### 医院 - 公立/私立")
        .replace("具备【医疗-医院】类目", "具备【医疗-医院-公立】或【医疗-医院-私立】类目");
    let source = Source::read("page.txt", &page, Format::Tencent).unwrap();
    assert_eq!(source.sections[1].paths, [["医疗", "医院", "公立"], ["医疗", "医院", "私立"]]);
    assert_eq!(source.repairs[0].line, 22);
}

#[test]
fn the_last_table_may_end_with_an_opening_tag_but_no_other() {
    let end = SECTIONS.rfind("</table>").unwrap();
    let page = format!("{}<table>\n", &SECTIONS[..end]);
    let source = Source::read("page.txt", &page, Format::Tencent).unwrap();
    assert_eq!(source.repairs.len(), 1);
    stops(&SECTIONS.replacen("</table>", "<table>", 1), Format::Tencent, "a table inside a table: “## 医疗”");
}
