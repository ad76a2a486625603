//! What is said of a catalog file that does not load: where, what is wrong, what would be right.
//! It is read by people who edit the file, which is why the names of its fields stand as they are.

use super::Language;
use crate::catalog::limits::Limit;
use crate::catalog::{Expected, Found, Syntax};

/// The words for faults in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "a message is documented by its name and by what it says")]
pub struct Faults {
    pub line: fn(usize) -> String,
    pub category: fn(&str) -> String,
    /// The places, from the widest to the narrowest, and what is to be said.
    pub at: fn(&[String], &str) -> String,

    /// What is wrong, the letter of the line and what stands there.
    pub syntax: fn(&str, usize, Option<char>) -> String,
    pub syntax_kind: fn(Syntax) -> &'static str,
    pub full_width: &'static str,
    pub field_twice: fn(&str) -> String,
    pub missing_field: fn(&str) -> String,
    /// The field as written, and the one that is meant.
    pub unknown_field: fn(&str, Option<&str>) -> String,
    pub wrong_type: fn(&str, &str) -> String,
    pub expected: fn(Expected) -> &'static str,
    pub found: fn(Found) -> &'static str,
    /// The word as written, and those that can stand there.
    pub word: fn(&str, &[&str]) -> String,
    pub number: fn(u32) -> String,
    pub kinds: &'static str,
    pub of_document: &'static str,

    pub unknown_document: fn(&str) -> String,
    pub unknown_fact: fn(&str) -> String,
    pub unknown_answer: fn(&str, &str) -> String,
    pub unknown_activity: fn(&str) -> String,
    pub unknown_access_method: fn(&str) -> String,
    pub unknown_category: fn(&str) -> String,
    pub empty: fn(&str) -> String,
    /// How many are asked and how many there are.
    pub threshold: fn(u32, usize) -> String,
    pub count_zero: fn(&str) -> String,
    pub coverage_empty: fn(&str) -> String,
    pub path: &'static str,
    pub path_twice: &'static str,
    pub id_twice: fn(&str) -> String,
    pub name_twice: fn(&str, &str, &str) -> String,
    pub name_again: fn(&str, &str) -> String,
    /// The fact, how many answers it has and how many it may have.
    pub answers: fn(&str, usize, usize) -> String,

    /// Of what, how much there is, and how much there may be.
    pub too_much: fn(&str, usize, usize) -> String,
    pub limit: fn(Limit) -> &'static str,
    pub id: fn(usize) -> String,
    pub brought_id: fn(usize) -> String,
    pub blank: &'static str,
    pub catalog_taken: fn(&str) -> String,
    pub known_id: fn(&str) -> String,
    /// The id and the other catalog.
    pub differs: fn(&str, &str) -> String,
    /// The name, the other paper, and the catalog that it came with.
    pub known_name: fn(&str, &str, Option<&str>) -> String,
    pub brings: &'static str,
}

impl Faults {
    /// The words of this language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Chinese => &FAULTS_ZH,
            Language::English => &FAULTS_EN,
        }
    }
}

/// 中文.
pub const FAULTS_ZH: Faults = Faults {
    line: |line| format!("第 {line} 行"),
    category: |path| format!("类目 {path}"),
    at: |places, what| match places {
        [] => what.to_owned(),
        _ => format!("{}：{what}", places.join("，")),
    },

    syntax: |what, column, found| match found {
        Some(letter) => format!("从第 {column} 个字 {letter} 起读不下去：{what}"),
        None => format!("从第 {column} 个字起读不下去：{what}"),
    },
    syntax_kind: |syntax| match syntax {
        Syntax::End => "文件到这里就断了，前面有引号或括号没有收尾，应补全。",
        Syntax::Comma => "前面少了英文逗号，或少了右括号，应补上。",
        Syntax::LastComma => "最后一项后面多了一个逗号，应删去。",
        Syntax::Colon => "名称和值之间少了英文冒号，应补上。",
        Syntax::Field => "这里应是一项的名称，用英文双引号括起来。",
        Syntax::Value => "这里应是一个值：英文双引号括起来的文字、整数、[ ] 列表或 { } 对象。",
        Syntax::Control => "引号里不能直接换行。应补上右引号；要换行的，写成 \\n。",
        Syntax::Escape => "反斜杠用得不对。要写反斜杠本身，应写两个。",
        Syntax::Number => "数字写得不对，应是整数。",
        Syntax::Rest => "文件的内容在前面已经结束，应删去后面的部分，或改正前面多出的右括号。",
        Syntax::Depth => "括号套得太深，应减少层数。",
    },
    full_width: "这是中文标点，应换成英文标点。",
    field_twice: |field| format!("“{field}”写了两次，应只留一个。"),
    missing_field: |field| format!("少了“{field}”这一项，应补上。"),
    unknown_field: |field, meant| match meant {
        Some(meant) => format!("没有“{field}”这一项，应是“{meant}”。"),
        None => format!("没有“{field}”这一项，应删去，或改成格式里有的名称。"),
    },
    wrong_type: |expected, found| format!("这里写的是{found}，应是{expected}。"),
    expected: |expected| match expected {
        Expected::Text => "文字，用英文双引号括起来",
        Expected::Number => "整数，不加引号",
        Expected::Truth => " true（是）或 false（否），不加引号",
        Expected::List => "列表，用 [ ] 括起来",
        Expected::Object => "对象，用 { } 括起来",
        Expected::Requirement => "一项要求：用 { } 括起来，或写 \"nothing\"（无需资质）、\"unlisted\"（来源未列）",
        Expected::Answers => "一个回答的编号，或几个编号的列表",
        Expected::Coverage => "范围的列表（全部要含），或 { \"any\": [ ] }（含其一即可）",
        Expected::Effect => " \"closed\"（不开放），或 { \"access\": \"接入方式的编号\" }",
        Expected::Alias => "一个别名，或带 name 和 covers 的对象",
    },
    found: |found| match found {
        Found::Null => "空值 null",
        Found::Truth => " true 或 false",
        Found::Number => "数字",
        Found::Text => "文字",
        Found::List => "列表",
        Found::Object => "对象",
    },
    word: |word, among| format!("“{word}”不能写在这里，应是其中之一：{}。", among.join("、")),
    number: |most| format!("这里应是 0 到 {most} 的整数。"),
    kinds: "一项要求应写明一种，也只写一种：all（同时提供）、any（任选其一）、at_least 和 of（N选M）、document（资质）、fact 和 is（情况）、on_request（定向申请）。",
    of_document: "covers、count、holder 和 issuer 说的是资质，应和 document 写在同一项里。",

    unknown_document: |id| format!("没有编号是“{id}”的资质。应改成已有的编号，或在 documents 里写上这种资质。"),
    unknown_fact: |id| format!("没有编号是“{id}”的情况。应改成已有的编号，或在 facts 里写上这个问题。"),
    unknown_answer: |fact, id| format!("情况“{fact}”没有编号是“{id}”的回答。应改成它已有的回答。"),
    unknown_activity: |id| format!("没有编号是“{id}”的业务活动。应改成已有的编号，或在 activities 里写上这项活动。"),
    unknown_access_method: |id| format!("没有编号是“{id}”的接入方式。应改成已有的编号，例如 live-tags。"),
    unknown_category: |path| format!("本目录没有类目“{path}”。应改成本目录列出的路径，或补上这个类目。"),
    empty: |field| format!("“{field}”里一项也没有，应至少写一项。"),
    threshold: |least, members| format!("要求 {least} 项，列出的有 {members} 项。应至少要求 1 项，且不多于列出的。"),
    count_zero: |id| format!("资质“{id}”要求 0 份，应至少 1 份；只要一份的可以不写 count。"),
    coverage_empty: |id| format!("资质“{id}”要求的范围没有写字，应写明范围，或删去 covers。"),
    path: "类目的路径应有一至三级名称，每一级都要有字。",
    path_twice: "这个路径的类目前面已经有了。应改正路径，或合成一个类目。",
    id_twice: |id| format!("编号“{id}”前面已经用过，应换一个。"),
    name_twice: |one, other, name| format!("资质“{one}”和“{other}”都叫“{name}”，应改正其中一个名称。"),
    name_again: |document, name| format!("资质“{document}”的名称“{name}”写了两次，应只留一个。"),
    answers: |fact, found, most| format!("情况“{fact}”有 {found} 个回答，应有 2 至 {most} 个。"),

    too_much: |what, found, most| format!("{what}是 {found}，应减到 {most} 以内。"),
    limit: |limit| match limit {
        Limit::Bytes => "文件的字节数",
        Limit::Categories => "类目的数量",
        Limit::Depth => "这项要求的层数",
        Limit::Leaves => "这个类目要求的资质和条件的数量",
        Limit::Count => "这种资质的份数",
        Limit::Capabilities => "接口能力的数量",
        Limit::Paths => "这个接口能力的路径数量",
        Limit::Documents => "自带资质的数量",
        Limit::Facts => "自带情况的数量",
        Limit::Activities => "自带业务活动的数量",
        Limit::Letters => "这段文字的字数",
        Limit::Name => "这一级名称的字数",
    },
    brought_id: |most| format!("编号应由文字、数字和 - 组成，1 至 {most} 个字。"),
    id: |most| format!("编号应由英文字母、数字和 - 组成，1 至 {most} 个字符。"),
    blank: "这里应写上名称，不能空着。",
    catalog_taken: |id| format!("已经有编号是“{id}”的目录，应换一个编号。"),
    known_id: |id| format!("“{id}”已经登记过，不能由文件另写。应删去这一条直接使用，或换一个编号。"),
    differs: |id, catalog| format!("目录“{catalog}”也带有“{id}”，内容和这里不同。应改成一样，或换一个编号。"),
    known_name: |name, document, catalog| match catalog {
        Some(catalog) => {
            format!("“{name}”已经是目录“{catalog}”所带资质“{document}”的名称。应使用那种资质，或改正名称。")
        }
        None => format!("“{name}”已经是资质“{document}”的名称。应使用那种资质，或改正名称。"),
    },
    brings: "随程序发布的目录不自带资质、情况和业务活动，应写进登记。",
};

/// English. The names of fields and the words that stand in a file are those of the format.
pub const FAULTS_EN: Faults = Faults {
    line: |line| format!("line {line}"),
    category: |path| format!("category {path}"),
    at: |places, what| match places {
        [] => what.to_owned(),
        _ => format!("{}: {what}", places.join(", ")),
    },

    syntax: |what, column, found| match found {
        Some(letter) => format!("from letter {column} on, {letter}, this cannot be read: {what}"),
        None => format!("from letter {column} on, this cannot be read: {what}"),
    },
    syntax_kind: |syntax| match syntax {
        Syntax::End => "the file breaks off. Close the quotes and brackets that are open.",
        Syntax::Comma => "a comma or a closing bracket is missing before this.",
        Syntax::LastComma => "there is a comma behind the last entry. Remove it.",
        Syntax::Colon => "a colon is missing between the name and the value.",
        Syntax::Field => "the name of a field should stand here, in double quotes.",
        Syntax::Value => {
            "a value should stand here: a text in double quotes, a whole number, a [ ] list or a { } object."
        }
        Syntax::Control => "a text cannot run over the end of a line. Close the quotes, or write \\n for a line break.",
        Syntax::Escape => "a backslash cannot stand like this. Write two for the backslash itself.",
        Syntax::Number => "this is no whole number.",
        Syntax::Rest => "the contents ended before this. Remove what follows, or a closing bracket too many before it.",
        Syntax::Depth => "too many brackets inside of each other. Use fewer levels.",
    },
    full_width: "this is a Chinese punctuation mark. Use the one of an English keyboard.",
    field_twice: |field| format!("“{field}” stands here twice. Keep one of them."),
    missing_field: |field| format!("“{field}” is missing. Add it."),
    unknown_field: |field, meant| match meant {
        Some(meant) => format!("there is no field “{field}”. It should be “{meant}”."),
        None => format!("there is no field “{field}”. Remove it, or use a name that the format has."),
    },
    wrong_type: |expected, found| format!("this is {found}. It should be {expected}."),
    expected: |expected| match expected {
        Expected::Text => "a text, in double quotes",
        Expected::Number => "a whole number, without quotes",
        Expected::Truth => "true or false, without quotes",
        Expected::List => "a list, in [ ]",
        Expected::Object => "an object, in { }",
        Expected::Requirement => {
            "a requirement, in { }, or \"nothing\" (no papers needed) or \"unlisted\" (not listed by the source)"
        }
        Expected::Answers => "the id of an answer, or a list of several",
        Expected::Coverage => "a list of phrases (all of them), or { \"any\": [ ] } (one of them)",
        Expected::Effect => "\"closed\", or { \"access\": \"the id of an access method\" }",
        Expected::Alias => "another name, or an object with name and covers",
    },
    found: |found| match found {
        Found::Null => "the empty value null",
        Found::Truth => "true or false",
        Found::Number => "a number",
        Found::Text => "a text",
        Found::List => "a list",
        Found::Object => "an object",
    },
    word: |word, among| format!("“{word}” cannot stand here. It should be one of {}.", among.join(", ")),
    number: |most| format!("this should be a whole number from 0 to {most}."),
    kinds: "a requirement should say one kind and only one: all, any, at_least with of, document, fact with is, or on_request.",
    of_document: "covers, count, holder and issuer are about a paper. They should stand beside document.",

    unknown_document: |id| {
        format!("no paper has the id “{id}”. Use an id that there is, or add the paper under documents.")
    },
    unknown_fact: |id| {
        format!("no question has the id “{id}”. Use an id that there is, or add the question under facts.")
    },
    unknown_answer: |fact, id| format!("the question “{fact}” has no answer of the id “{id}”. Use one that it has."),
    unknown_activity: |id| {
        format!("no activity has the id “{id}”. Use an id that there is, or add the activity under activities.")
    },
    unknown_access_method: |id| {
        format!("no access method has the id “{id}”. Use an id that there is, such as live-tags.")
    },
    unknown_category: |path| {
        format!("this catalog has no category {path}. Use a path that it lists, or add the category.")
    },
    empty: |field| format!("there is nothing in “{field}”. It should have at least one entry."),
    threshold: |least, members| {
        format!("{least} are asked of {members}. Ask for at least one, and not for more than there are.")
    },
    count_zero: |id| format!("none of the paper “{id}” is asked for. Ask for at least one; without count, it is one."),
    coverage_empty: |id| format!("what the paper “{id}” should cover has no words. Say it, or remove covers."),
    path: "the path of a category should have one to three names, none of them empty.",
    path_twice: "there is a category of this path before. Correct the path, or make the two one category.",
    id_twice: |id| format!("the id “{id}” was used before. Take another one."),
    name_twice: |one, other, name| {
        format!("the papers “{one}” and “{other}” are both called “{name}”. Correct one of the names.")
    },
    name_again: |document, name| format!("the paper “{document}” is called “{name}” twice. Keep one of them."),
    answers: |fact, found, most| format!("the question “{fact}” should have 2 to {most} answers, and has {found}."),

    too_much: |what, found, most| format!("{found} {what}. There should be at most {most}."),
    limit: |limit| match limit {
        Limit::Bytes => "bytes in the file",
        Limit::Categories => "categories",
        Limit::Depth => "levels in this requirement",
        Limit::Leaves => "papers and conditions that this category asks for",
        Limit::Count => "copies of this paper",
        Limit::Capabilities => "capabilities",
        Limit::Paths => "paths of this capability",
        Limit::Documents => "papers in this file",
        Limit::Facts => "questions in this file",
        Limit::Activities => "activities in this file",
        Limit::Letters => "letters in this text",
        Limit::Name => "letters in this name",
    },
    brought_id: |most| format!("an id should be made of 1 to {most} letters of any language, digits and -."),
    id: |most| format!("an id should be made of 1 to {most} English letters, digits and -."),
    blank: "this should have a name; it cannot be empty.",
    catalog_taken: |id| format!("there is a catalog “{id}” already. Take another id."),
    known_id: |id| {
        format!(
            "“{id}” is registered already, and a file cannot say it anew. Remove it here and use it, or take another id."
        )
    },
    differs: |id, catalog| {
        format!(
            "the catalog “{catalog}” has “{id}” as well, and not in the same words. Make them alike, or take another id."
        )
    },
    known_name: |name, document, catalog| match catalog {
        Some(catalog) => format!(
            "“{name}” is a name of the paper “{document}” in the catalog “{catalog}” already. Use that paper, or correct the name."
        ),
        None => {
            format!("“{name}” is a name of the paper “{document}” already. Use that paper, or correct the name.")
        }
    },
    brings: "the catalogs of the program bring no papers, questions or activities along. Put them into the registry.",
};
