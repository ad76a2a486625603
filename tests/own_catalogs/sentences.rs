//! Every kind of fault as a sentence in both languages, and where it stands.

use std::collections::BTreeSet;

use leimu::catalog::limits::{self, Limit};
use leimu::catalog::{Expected, Fault, Found, LoadError, Registry, Syntax, Wrong};
use leimu::i18n::{EN, ZH};
use leimu::wording::fault_words;
use serde_json::json;

use crate::given::bundle;
use crate::{file, ids, loads};

/// A file in which a case changes something.
const FILE: &str = r#"{
  "id": "mine", "platform": "wechat", "title": "", "short": "", "publisher": "", "date": "2026",
  "date_known": "printed", "date_note": "", "copy": "", "file": "",
  "warning": { "words": "", "line": 1 },
  "capabilities": [{ "method": "live-tags", "line": 1, "categories": [["教育"]] }],
  "documents": [{ "id": "a", "name": "甲", "english": "", "kind": "letter", "aliases": ["乙"] }],
  "facts": [{ "id": "f", "zh": "问", "en": "", "answers": [
    { "id": "yes", "zh": "是", "en": "" }, { "id": "no", "zh": "否", "en": "" }
  ] }],
  "activities": [{ "id": "b", "zh": "做", "en": "" }],
  "categories": [
    { "path": ["教育", "驾校培训"], "line": 214, "requirement": {
      "any": [
        { "document": "a", "covers": ["甲"], "count": 2, "holder": "own" },
        { "fact": "f", "is": "yes" }
      ]
    } }
  ]
}
"#;

struct Case {
    /// What stands in the file, and what instead of it.
    change: (&'static str, String),
    chinese: &'static str,
    english: &'static str,
}

fn case(from: &'static str, to: impl Into<String>, chinese: &'static str, english: &'static str) -> Case {
    Case { change: (from, to.into()), chinese, english }
}

/// What another file brought along before.
fn registry() -> Registry {
    let brought = json!({
        "id": "first",
        "documents": [{ "id": "first-paper", "name": "先来的", "english": "", "kind": "letter" }],
    });
    loads(&file(brought)).registry
}

fn faults(case: &Case) -> Vec<Fault> {
    let text = FILE.replacen(case.change.0, &case.change.1, 1);
    assert_ne!(text, FILE, "{}", case.change.0);
    leimu::catalog::own::read(&text, &registry(), &ids()).err().unwrap_or_default()
}

fn brings() -> Fault {
    match bundle().read_catalog("mine.json", FILE) {
        Err(LoadError::File { faults, .. }) => faults.into_iter().find(|fault| fault.wrong == Wrong::Brings).unwrap(),
        other => panic!("{other:?}"),
    }
}

/// So many papers, each with a comma behind it.
fn papers(many: usize) -> String {
    let paper = r#"{ "id": "p", "name": "纸", "english": "", "kind": "letter" }, "#;
    paper.repeat(many)
}

fn cases() -> Vec<Case> {
    vec![
        case(
            "  ]\n}\n",
            "",
            "第 17 行：文件到这里就断了，前面有引号或括号没有收尾，应补全。",
            "line 17: the file breaks off. Close the quotes and brackets that are open.",
        ),
        case(
            "\"line\": 1 },\n",
            "\"line\": 1 }\n",
            r#"第 5 行：从第 3 个字 " 起读不下去：前面少了英文逗号，或少了右括号，应补上。"#,
            r#"line 5: from letter 3 on, ", this cannot be read: a comma or a closing bracket is missing before this."#,
        ),
        case(
            r#"["甲"]"#,
            r#"["甲",]"#,
            "第 14 行：从第 43 个字 ] 起读不下去：最后一项后面多了一个逗号，应删去。",
            "line 14: from letter 43 on, ], this cannot be read: there is a comma behind the last entry. Remove it.",
        ),
        case(
            r#"["甲"], "#,
            r#"["甲"]， "#,
            "第 14 行：从第 43 个字 ， 起读不下去：这是中文标点，应换成英文标点。",
            "line 14: from letter 43 on, ，, this cannot be read: this is a Chinese punctuation mark. Use the one of an English keyboard.",
        ),
        case(
            r#""title": "#,
            r#""title" "#,
            r#"第 2 行：从第 47 个字 " 起读不下去：名称和值之间少了英文冒号，应补上。"#,
            r#"line 2: from letter 47 on, ", this cannot be read: a colon is missing between the name and the value."#,
        ),
        case(
            r#""id": "b""#,
            r#"id: "b""#,
            "第 10 行：从第 20 个字 i 起读不下去：这里应是一项的名称，用英文双引号括起来。",
            "line 10: from letter 20 on, i, this cannot be read: the name of a field should stand here, in double quotes.",
        ),
        case(
            r#""is": "yes""#,
            r#""is": yes"#,
            "第 15 行：从第 30 个字 y 起读不下去：这里应是一个值：英文双引号括起来的文字、整数、[ ] 列表或 { } 对象。",
            "line 15: from letter 30 on, y, this cannot be read: a value should stand here: a text in double quotes, a whole number, a [ ] list or a { } object.",
        ),
        case(
            r#""title": """#,
            r#""title": “题”"#,
            "第 2 行：从第 48 个字 “ 起读不下去：这是中文标点，应换成英文标点。",
            "line 2: from letter 48 on, “, this cannot be read: this is a Chinese punctuation mark. Use the one of an English keyboard.",
        ),
        case(
            r#""title": """#,
            "\"title\": \"\n",
            r#"第 2 行：从第 49 个字起读不下去：引号里不能直接换行。应补上右引号；要换行的，写成 \n。"#,
            r#"line 2: from letter 49 on, this cannot be read: a text cannot run over the end of a line. Close the quotes, or write \n for a line break."#,
        ),
        case(
            r#""copy": """#,
            r#""copy": "C:\data""#,
            "第 3 行：从第 57 个字 d 起读不下去：反斜杠用得不对。要写反斜杠本身，应写两个。",
            "line 3: from letter 57 on, d, this cannot be read: a backslash cannot stand like this. Write two for the backslash itself.",
        ),
        case(
            r#""count": 2"#,
            r#""count": 02"#,
            "第 14 行：从第 55 个字 2 起读不下去：数字写得不对，应是整数。",
            "line 14: from letter 55 on, 2, this cannot be read: this is no whole number.",
        ),
        case(
            "  ]\n}\n",
            "  ]\n}\n}",
            "第 20 行：从第 1 个字 } 起读不下去：文件的内容在前面已经结束，应删去后面的部分，或改正前面多出的右括号。",
            "line 20: from letter 1 on, }, this cannot be read: the contents ended before this. Remove what follows, or a closing bracket too many before it.",
        ),
        case(
            r#""title": """#,
            format!("\"title\": {}", "[".repeat(200)),
            "第 2 行：从第 174 个字 [ 起读不下去：括号套得太深，应减少层数。",
            "line 2: from letter 174 on, [, this cannot be read: too many brackets inside of each other. Use fewer levels.",
        ),
        case(
            r#""title": """#,
            r#""title": "", "title": """#,
            "第 2 行，title：“title”写了两次，应只留一个。",
            "line 2, title: “title” stands here twice. Keep one of them.",
        ),
        case(r#""title": "", "#, "", "第 1 行：少了“title”这一项，应补上。", "line 1: “title” is missing. Add it."),
        case(
            r#""title""#,
            r#""titel""#,
            "第 2 行，titel：没有“titel”这一项，应是“title”。",
            "line 2, titel: there is no field “titel”. It should be “title”.",
        ),
        case(
            r#""copy": """#,
            r#""copy": "", "remark": """#,
            "第 3 行，remark：没有“remark”这一项，应删去，或改成格式里有的名称。",
            "line 3, remark: there is no field “remark”. Remove it, or use a name that the format has.",
        ),
        case(
            r#""title": """#,
            r#""title": null"#,
            "第 2 行，title：这里写的是空值 null，应是文字，用英文双引号括起来。",
            "line 2, title: this is the empty value null. It should be a text, in double quotes.",
        ),
        case(
            r#""count": 2"#,
            r#""count": "2""#,
            "第 14 行，类目 教育/驾校培训，requirement.any[0].count：这里写的是文字，应是整数，不加引号。",
            "line 14, category 教育/驾校培训, requirement.any[0].count: this is a text. It should be a whole number, without quotes.",
        ),
        case(
            "\"yes\" }\n      ]",
            "\"yes\" }\n      ], \"line\": 1.5",
            "第 16 行，类目 教育/驾校培训，requirement.line：这里应是 0 到 4294967295 的整数。",
            "line 16, category 教育/驾校培训, requirement.line: this should be a whole number from 0 to 4294967295.",
        ),
        case(
            r#""line": 214"#,
            r#""line": 214, "supplements": [{ "name": "", "activity": "b", "instead": 1, "line": 1 }]"#,
            "第 12 行，类目 教育/驾校培训，supplements[0].instead：这里写的是数字，应是 true（是）或 false（否），不加引号。",
            "line 12, category 教育/驾校培训, supplements[0].instead: this is a number. It should be true or false, without quotes.",
        ),
        case(
            r#"["教育", "驾校培训"]"#,
            r#""教育/驾校培训""#,
            "第 12 行，categories[0].path：这里写的是文字，应是列表，用 [ ] 括起来。",
            "line 12, categories[0].path: this is a text. It should be a list, in [ ].",
        ),
        case(
            r#"{ "words": "", "line": 1 }"#,
            r#"["", 1]"#,
            "第 4 行，warning：这里写的是列表，应是对象，用 { } 括起来。",
            "line 4, warning: this is a list. It should be an object, in { }.",
        ),
        case(
            r#"{ "fact": "f", "is": "yes" }"#,
            "true",
            r#"第 15 行，类目 教育/驾校培训，requirement.any[1]：这里写的是 true 或 false，应是一项要求：用 { } 括起来，或写 "nothing"（无需资质）、"unlisted"（来源未列）。"#,
            r#"line 15, category 教育/驾校培训, requirement.any[1]: this is true or false. It should be a requirement, in { }, or "nothing" (no papers needed) or "unlisted" (not listed by the source)."#,
        ),
        case(
            r#""is": "yes""#,
            r#""is": {}"#,
            "第 15 行，类目 教育/驾校培训，requirement.any[1].is：这里写的是对象，应是一个回答的编号，或几个编号的列表。",
            "line 15, category 教育/驾校培训, requirement.any[1].is: this is an object. It should be the id of an answer, or a list of several.",
        ),
        case(
            r#""covers": ["甲"]"#,
            r#""covers": "甲""#,
            r#"第 14 行，类目 教育/驾校培训，requirement.any[0].covers：这里写的是文字，应是范围的列表（全部要含），或 { "any": [ ] }（含其一即可）。"#,
            r#"line 14, category 教育/驾校培训, requirement.any[0].covers: this is a text. It should be a list of phrases (all of them), or { "any": [ ] } (one of them)."#,
        ),
        case(
            r#""facts""#,
            "\"opening\": [{ \"subjects\": [\"personal\"], \"effect\": \"open\", \"words\": \"\", \"line\": 2 }],\n  \"facts\"",
            r#"第 7 行，opening[0].effect：这里写的是文字，应是 "closed"（不开放），或 { "access": "接入方式的编号" }。"#,
            r#"line 7, opening[0].effect: this is a text. It should be "closed", or { "access": "the id of an access method" }."#,
        ),
        case(
            r#""aliases": ["乙"]"#,
            r#""aliases": [7]"#,
            "第 6 行，documents[0].aliases[0]：这里写的是数字，应是一个别名，或带 name 和 covers 的对象。",
            "line 6, documents[0].aliases[0]: this is a number. It should be another name, or an object with name and covers.",
        ),
        case(
            r#""printed""#,
            r#""felt""#,
            "第 3 行，date_known：“felt”不能写在这里，应是其中之一：printed、inferred、commit。",
            "line 3, date_known: “felt” cannot stand here. It should be one of printed, inferred, commit.",
        ),
        case(
            r#""count": 2"#,
            r#""count": -1"#,
            "第 14 行，类目 教育/驾校培训，requirement.any[0].count：这里应是 0 到 4294967295 的整数。",
            "line 14, category 教育/驾校培训, requirement.any[0].count: this should be a whole number from 0 to 4294967295.",
        ),
        case(
            r#""is": "yes""#,
            r#""is": "yes", "document": "a""#,
            "第 15 行，类目 教育/驾校培训，requirement.any[1]：一项要求应写明一种，也只写一种：all（同时提供）、any（任选其一）、at_least 和 of（N选M）、document（资质）、fact 和 is（情况）、on_request（定向申请）。",
            "line 15, category 教育/驾校培训, requirement.any[1]: a requirement should say one kind and only one: all, any, at_least with of, document, fact with is, or on_request.",
        ),
        case(
            r#""is": "yes""#,
            r#""is": "yes", "count": 2"#,
            "第 15 行，类目 教育/驾校培训，requirement.any[1]：covers、count、holder 和 issuer 说的是资质，应和 document 写在同一项里。",
            "line 15, category 教育/驾校培训, requirement.any[1]: covers, count, holder and issuer are about a paper. They should stand beside document.",
        ),
        case(
            r#"{ "document": "a""#,
            r#"{ "document": "e""#,
            "第 14 行，类目 教育/驾校培训，requirement.any[0].document：没有编号是“e”的资质。应改成已有的编号，或在 documents 里写上这种资质。",
            "line 14, category 教育/驾校培训, requirement.any[0].document: no paper has the id “e”. Use an id that there is, or add the paper under documents.",
        ),
        case(
            r#"{ "fact": "f""#,
            r#"{ "fact": "colour""#,
            "第 15 行，类目 教育/驾校培训，requirement.any[1].fact：没有编号是“colour”的情况。应改成已有的编号，或在 facts 里写上这个问题。",
            "line 15, category 教育/驾校培训, requirement.any[1].fact: no question has the id “colour”. Use an id that there is, or add the question under facts.",
        ),
        case(
            r#""is": "yes""#,
            r#""is": ["yes", "red"]"#,
            "第 15 行，类目 教育/驾校培训，requirement.any[1].is[1]：情况“f”没有编号是“red”的回答。应改成它已有的回答。",
            "line 15, category 教育/驾校培训, requirement.any[1].is[1]: the question “f” has no answer of the id “red”. Use one that it has.",
        ),
        case(
            r#""line": 214"#,
            r#""line": 214, "restrictions": [{ "activity": "flying", "words": "", "line": 1 }]"#,
            "第 12 行，类目 教育/驾校培训，restrictions[0].activity：没有编号是“flying”的业务活动。应改成已有的编号，或在 activities 里写上这项活动。",
            "line 12, category 教育/驾校培训, restrictions[0].activity: no activity has the id “flying”. Use an id that there is, or add the activity under activities.",
        ),
        case(
            r#""live-tags""#,
            r#""smoke""#,
            "第 5 行，capabilities[0].method：没有编号是“smoke”的接入方式。应改成已有的编号，例如 live-tags。",
            "line 5, capabilities[0].method: no access method has the id “smoke”. Use an id that there is, such as live-tags.",
        ),
        case(
            r#"[["教育"]]"#,
            r#"[["教肓"]]"#,
            "第 5 行，capabilities[0].categories[0]：本目录没有类目“教肓”。应改成本目录列出的路径，或补上这个类目。",
            "line 5, capabilities[0].categories[0]: this catalog has no category 教肓. Use a path that it lists, or add the category.",
        ),
        case(
            r#"{ "fact": "f", "is": "yes" }"#,
            r#"{ "all": [] }"#,
            "第 15 行，类目 教育/驾校培训，requirement.any[1].all：“all”里一项也没有，应至少写一项。",
            "line 15, category 教育/驾校培训, requirement.any[1].all: there is nothing in “all”. It should have at least one entry.",
        ),
        case(
            "\"any\": [\n",
            "\"at_least\": 3, \"of\": [\n",
            "第 13 行，类目 教育/驾校培训，requirement.at_least：要求 3 项，列出的有 2 项。应至少要求 1 项，且不多于列出的。",
            "line 13, category 教育/驾校培训, requirement.at_least: 3 are asked of 2. Ask for at least one, and not for more than there are.",
        ),
        case(
            r#""count": 2"#,
            r#""count": 0"#,
            "第 14 行，类目 教育/驾校培训，requirement.any[0].count：资质“a”要求 0 份，应至少 1 份；只要一份的可以不写 count。",
            "line 14, category 教育/驾校培训, requirement.any[0].count: none of the paper “a” is asked for. Ask for at least one; without count, it is one.",
        ),
        case(
            r#""covers": ["甲"]"#,
            r#""covers": [" "]"#,
            "第 14 行，类目 教育/驾校培训，requirement.any[0].covers：资质“a”要求的范围没有写字，应写明范围，或删去 covers。",
            "line 14, category 教育/驾校培训, requirement.any[0].covers: what the paper “a” should cover has no words. Say it, or remove covers.",
        ),
        case(
            r#"["教育", "驾校培训"]"#,
            r#"["教育", ""]"#,
            "第 12 行，类目 教育/，path：类目的路径应有一至三级名称，每一级都要有字。",
            "line 12, category 教育/, path: the path of a category should have one to three names, none of them empty.",
        ),
        case(
            r#"    { "path""#,
            "    { \"path\": [\"教育\", \"驾校培训\"], \"line\": 1, \"requirement\": \"unlisted\" },\n    { \"path\"",
            "第 13 行，类目 教育/驾校培训，path：这个路径的类目前面已经有了。应改正路径，或合成一个类目。",
            "line 13, category 教育/驾校培训, path: there is a category of this path before. Correct the path, or make the two one category.",
        ),
        case(
            r#"{ "id": "no""#,
            r#"{ "id": "yes""#,
            "第 8 行，facts[0].answers[1].id：编号“f=yes”前面已经用过，应换一个。",
            "line 8, facts[0].answers[1].id: the id “f=yes” was used before. Take another one.",
        ),
        case(
            r#"["乙"]"#,
            r#"["《甲》"]"#,
            "第 6 行，documents[0].aliases[0]：资质“a”的名称“《甲》”写了两次，应只留一个。",
            "line 6, documents[0].aliases[0]: the paper “a” is called “《甲》” twice. Keep one of them.",
        ),
        case(
            r#", { "id": "no", "zh": "否", "en": "" }"#,
            "",
            "第 7 行，facts[0].answers：情况“f”有 1 个回答，应有 2 至 32 个。",
            "line 7, facts[0].answers: the question “f” should have 2 to 32 answers, and has 1.",
        ),
        case(
            "  ]\n}\n",
            format!("  ]\n}}\n{}", " ".repeat(limits::BYTES)),
            "文件的字节数是 2097994，应减到 2097152 以内。",
            "2097994 bytes in the file. There should be at most 2097152.",
        ),
        case(
            r#"    { "path""#,
            format!(
                "{}    {{ \"path\"",
                "    { \"path\": [\"x\"], \"line\": 1, \"requirement\": \"nothing\" },\n".repeat(2_000)
            ),
            "第 11 行，categories：类目的数量是 2001，应减到 2000 以内。",
            "line 11, categories: 2001 categories. There should be at most 2000.",
        ),
        case(
            r#"{ "fact": "f", "is": "yes" }"#,
            format!("{}\"nothing\"{}", "{ \"any\": [".repeat(15), "] }".repeat(15)),
            "第 15 行，类目 教育/驾校培训，requirement.any[1].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0]：这项要求的层数是 17，应减到 16 以内。",
            "line 15, category 教育/驾校培训, requirement.any[1].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0].any[0]: 17 levels in this requirement. There should be at most 16.",
        ),
        case(
            r#"{ "fact": "f", "is": "yes" }"#,
            vec!["\"nothing\""; 200].join(", "),
            "第 12 行，类目 教育/驾校培训，requirement：这个类目要求的资质和条件的数量是 201，应减到 200 以内。",
            "line 12, category 教育/驾校培训, requirement: 201 papers and conditions that this category asks for. There should be at most 200.",
        ),
        case(
            r#""count": 2"#,
            r#""count": 1000"#,
            "第 14 行，类目 教育/驾校培训，requirement.any[0].count：这种资质的份数是 1000，应减到 999 以内。",
            "line 14, category 教育/驾校培训, requirement.any[0].count: 1000 copies of this paper. There should be at most 999.",
        ),
        case(
            r#""capabilities": ["#,
            format!(
                "\"capabilities\": [{}",
                "{ \"method\": \"live-tags\", \"line\": 1, \"categories\": [] }, ".repeat(200)
            ),
            "第 5 行，capabilities：接口能力的数量是 201，应减到 200 以内。",
            "line 5, capabilities: 201 capabilities. There should be at most 200.",
        ),
        case(
            r#"[["教育"]]"#,
            format!("[{}[\"教育\"]]", "[\"教育\"], ".repeat(200)),
            "第 5 行，capabilities[0].categories：这个接口能力的路径数量是 201，应减到 200 以内。",
            "line 5, capabilities[0].categories: 201 paths of this capability. There should be at most 200.",
        ),
        case(
            r#""documents": ["#,
            format!("\"documents\": [{}", papers(2_000)),
            "第 6 行，documents：自带资质的数量是 2001，应减到 2000 以内。",
            "line 6, documents: 2001 papers in this file. There should be at most 2000.",
        ),
        case(
            r#""facts": ["#,
            format!("\"facts\": [{}", "{ \"id\": \"f\", \"zh\": \"问\", \"en\": \"\", \"answers\": [] }, ".repeat(500)),
            "第 7 行，facts：自带情况的数量是 501，应减到 500 以内。",
            "line 7, facts: 501 questions in this file. There should be at most 500.",
        ),
        case(
            r#""activities": ["#,
            format!("\"activities\": [{}", "{ \"id\": \"b\", \"zh\": \"做\", \"en\": \"\" }, ".repeat(500)),
            "第 10 行，activities：自带业务活动的数量是 501，应减到 500 以内。",
            "line 10, activities: 501 activities in this file. There should be at most 500.",
        ),
        case(
            r#""title": """#,
            format!("\"title\": \"{}\"", "题".repeat(4_001)),
            "第 2 行，title：这段文字的字数是 4001，应减到 4000 以内。",
            "line 2, title: 4001 letters in this text. There should be at most 4000.",
        ),
        case(
            r#""驾校培训""#,
            format!("\"{}\"", "校".repeat(61)),
            "第 12 行，类目 教育/校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校…，path[1]：这一级名称的字数是 61，应减到 60 以内。",
            "line 12, category 教育/校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校校…, path[1]: 61 letters in this name. There should be at most 60.",
        ),
        case(
            r#""wechat""#,
            r#""微信""#,
            "第 2 行，platform：编号应由英文字母、数字和 - 组成，1 至 32 个字符。",
            "line 2, platform: an id should be made of 1 to 32 English letters, digits and -.",
        ),
        case(
            r#""zh": "问""#,
            r#""zh": " ""#,
            "第 7 行，facts[0].zh：这里应写上名称，不能空着。",
            "line 7, facts[0].zh: this should have a name; it cannot be empty.",
        ),
        case(
            r#""mine""#,
            r#""baidu-2019""#,
            "第 2 行，id：已经有编号是“baidu-2019”的目录，应换一个编号。",
            "line 2, id: there is a catalog “baidu-2019” already. Take another id.",
        ),
        case(
            r#""documents": ["#,
            r#""documents": [{ "id": "business-licence", "name": "丙", "english": "", "kind": "licence" }, "#,
            "第 6 行，documents[0].id：“business-licence”已经登记过，不能由文件另写。应删去这一条直接使用，或换一个编号。",
            "line 6, documents[0].id: “business-licence” is registered already, and a file cannot say it anew. Remove it here and use it, or take another id.",
        ),
        case(
            r#""documents": ["#,
            r#""documents": [{ "id": "first-paper", "name": "后来的", "english": "", "kind": "letter" }, "#,
            "第 6 行，documents[0].id：目录“first”也带有“first-paper”，内容和这里不同。应改成一样，或换一个编号。",
            "line 6, documents[0].id: the catalog “first” has “first-paper” as well, and not in the same words. Make them alike, or take another id.",
        ),
        case(
            r#""name": "甲""#,
            r#""name": "《先来的》""#,
            "第 6 行，documents[0].name：“《先来的》”已经是目录“first”所带资质“first-paper”的名称。应使用那种资质，或改正名称。",
            "line 6, documents[0].name: “《先来的》” is a name of the paper “first-paper” in the catalog “first” already. Use that paper, or correct the name.",
        ),
        case(
            r#""name": "甲""#,
            r#""name": "营业执照""#,
            "第 6 行，documents[0].name：“营业执照”已经是资质“business-licence”的名称。应使用那种资质，或改正名称。",
            "line 6, documents[0].name: “营业执照” is a name of the paper “business-licence” already. Use that paper, or correct the name.",
        ),
        case(
            r#""activities""#,
            "\"documents_\": [],\n  \"activities\"",
            "第 10 行，documents_：没有“documents_”这一项，应是“documents”。",
            "line 10, documents_: there is no field “documents_”. It should be “documents”.",
        ),
        case(
            r#"    { "path""#,
            "    { \"path\": [], \"line\": 1, \"requirement\": \"nothing\" },\n    { \"path\"".to_owned(),
            "第 12 行，categories[0].path：类目的路径应有一至三级名称，每一级都要有字。",
            "line 12, categories[0].path: the path of a category should have one to three names, none of them empty.",
        ),
        case(
            r#"["乙"]"#,
            r#"["丙", "《丙》"]"#,
            "第 6 行，documents[0].aliases[1]：资质“a”的名称“《丙》”写了两次，应只留一个。",
            "line 6, documents[0].aliases[1]: the paper “a” is called “《丙》” twice. Keep one of them.",
        ),
        case(
            r#""aliases": ["乙"] }"#,
            r#""aliases": ["乙"] }, { "id": "c", "name": "乙", "english": "", "kind": "letter" }"#,
            "第 6 行，documents[1].name：资质“a”和“c”都叫“乙”，应改正其中一个名称。",
            "line 6, documents[1].name: the papers “a” and “c” are both called “乙”. Correct one of the names.",
        ),
    ]
}

#[test]
fn every_kind_of_fault_has_its_sentence() {
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for case in cases() {
        let faults = faults(&case);
        let [fault] = faults.as_slice() else { panic!("{:?}: {faults:?}", case.change.0) };
        seen.extend(kinds(&fault.wrong));
        for (say, expected) in [(&ZH, case.chinese), (&EN, case.english)] {
            let told = fault_words(fault, say);
            if told != expected {
                wrong.push(format!("  is:     {told}\n  not:    {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let brings = brings();
    seen.extend(kinds(&brings.wrong));
    assert_eq!(fault_words(&brings, &ZH), "第 1 行：随程序发布的目录不自带资质、情况和业务活动，应写进登记。");
    assert_eq!(
        fault_words(&brings, &EN),
        "line 1: the catalogs of the program bring no papers, questions or activities along. Put them into the registry."
    );
    let all: BTreeSet<&str> = [WRONG, SYNTAX, EXPECTED, FOUND, LIMITS].concat().into_iter().collect();
    assert_eq!(seen, all);
}

/// The names of all variants, and of one of them; a variant that is left out does not compile.
macro_rules! names {
    ($all:ident, $name:ident, $kind:ident: $($variant:ident),* $(,)?) => {
        const $all: &[&str] = &[$(concat!(stringify!($kind), "::", stringify!($variant))),*];

        fn $name(kind: &$kind) -> &'static str {
            match kind {
                $($kind::$variant { .. } => concat!(stringify!($kind), "::", stringify!($variant)),)*
            }
        }
    };
}

names!(
    WRONG, wrong, Wrong: Syntax, FieldTwice, MissingField, UnknownField, Type, Word, Number, Kinds, OfDocument,
    UnknownDocument, UnknownFact, UnknownAnswer, UnknownActivity, UnknownAccessMethod, UnknownCategory, Empty,
    Threshold, CountZero, CoverageEmpty, Path, PathTwice, IdTwice, NameTwice, Answers, TooMuch, Id, Blank,
    CatalogTaken, KnownId, Differs, KnownName, Brings,
);
names!(
    SYNTAX, syntax, Syntax: End, Comma, LastComma, Colon, Field, Value, Control, Escape, Number, Rest, Depth,
);
names!(
    EXPECTED, expected, Expected: Text, Number, Truth, List, Object, Requirement, Answers, Coverage, Effect, Alias,
);
names!(FOUND, found, Found: Null, Truth, Number, Text, List, Object);
names!(
    LIMITS, limit, Limit: Bytes, Categories, Depth, Leaves, Count, Capabilities, Paths, Documents, Facts, Activities,
    Letters, Name,
);

/// What a sentence says: a kind of fault, and whatever it tells by name.
fn kinds(fault: &Wrong) -> Vec<&'static str> {
    let mut kinds = vec![wrong(fault)];
    match fault {
        Wrong::Syntax { syntax: kind, .. } => kinds.push(syntax(kind)),
        Wrong::Type { expected: one, found: other } => kinds.extend([expected(one), found(other)]),
        Wrong::TooMuch { limit: kind, .. } => kinds.push(limit(kind)),
        _ => {}
    }
    kinds
}

#[test]
fn a_sentence_stays_on_its_line_and_repeats_no_more_than_is_read() {
    let long = "长\n".repeat(1_000);
    let text = FILE.replacen("\"document\": \"a\"", &format!("\"document\": {}", json!(long)), 1);
    let text = text.replacen("\"fact\": \"f\"", &format!("{}: 1, \"fact\": \"f\"", json!(long)), 1);
    for text in [text.clone(), text.replacen(": 1, \"fact\"", ": 1, \"is\": \"\", \"fact\"", 1)] {
        for fault in leimu::catalog::own::read(&text, &registry(), &ids()).unwrap_err() {
            for say in [&ZH, &EN] {
                let told = fault_words(&fault, say);
                assert!(!told.contains('\n') && told.chars().count() < 400, "{told}");
            }
        }
    }
}
