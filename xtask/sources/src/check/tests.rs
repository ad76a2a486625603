//! Small pages with their catalogs: what agrees passes, and whatever is changed on either side is
//! noticed.

use leimu::catalog::Catalog;

use super::*;
use crate::fixtures::{self, LISTS, LISTS_CATALOG, LISTS_KEPT, ROWS, ROWS_CATALOG, SECTIONS, SECTIONS_CATALOG};
use crate::prove::Proof;

fn faults(catalog: &Catalog, source: &Source) -> Vec<String> {
    super::catalog(catalog, source, None, &fixtures::registry()).faults.iter().map(ToString::to_string).collect()
}

fn sections(page: &str, catalog: &str) -> Vec<String> {
    faults(&fixtures::catalog(catalog), &fixtures::sections(page))
}

fn rows(page: &str, catalog: &str) -> Vec<String> {
    faults(&fixtures::catalog(catalog), &fixtures::rows(page))
}

fn lists(page: &str, kept: &str, catalog: &str) -> Vec<String> {
    let (kept, registry) = (fixtures::kept(kept), fixtures::registry());
    let found = super::catalog(&fixtures::catalog(catalog), &fixtures::lists(page), Some(&kept), &registry);
    found.faults.iter().map(ToString::to_string).collect()
}

/// A text with one change, which has to be possible.
#[track_caller]
fn changed(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "nothing to change: {from}");
    text.replacen(from, to, 1)
}

#[track_caller]
fn says(faults: &[String], wanted: &str) {
    assert!(faults.iter().any(|fault| fault.contains(wanted)), "no fault says “{wanted}”: {faults:#?}");
}

#[test]
fn what_agrees_passes() {
    assert_eq!(sections(SECTIONS, SECTIONS_CATALOG), Vec::<String>::new());
    assert_eq!(rows(ROWS, ROWS_CATALOG), Vec::<String>::new());
    assert_eq!(lists(LISTS, LISTS_KEPT, LISTS_CATALOG), Vec::<String>::new());
}

#[test]
fn the_counts_are_those_of_the_pages() {
    let registry = fixtures::registry();
    let found = super::catalog(&fixtures::catalog(SECTIONS_CATALOG), &fixtures::sections(SECTIONS), None, &registry);
    let wanted = "1 files, 3 rows, 7 names in 《》, 6 phrases, 13 notes, 7 links; 0 missing";
    assert_eq!(found.summary(), wanted);
    let found = super::catalog(&fixtures::catalog(ROWS_CATALOG), &fixtures::rows(ROWS), None, &registry);
    assert_eq!(found.summary(), "1 files, 9 rows, 7 names in 《》, 5 phrases, 1 notes, 0 links; 0 missing");
}

#[test]
fn every_deletion_is_noticed() {
    let registry = fixtures::registry();
    let mut proof = Proof::default();
    proof.catalog(&fixtures::catalog(SECTIONS_CATALOG), &fixtures::sections(SECTIONS), None, &registry);
    proof.catalog(&fixtures::catalog(ROWS_CATALOG), &fixtures::rows(ROWS), None, &registry);
    assert_eq!(proof.unnoticed, Vec::<String>::new());
    assert_eq!(proof.summary(), "113 deletions, 113 noticed");
}

#[test]
fn every_deletion_from_lists_is_noticed() {
    let (kept, registry) = (fixtures::kept(LISTS_KEPT), fixtures::registry());
    let mut proof = Proof::default();
    proof.catalog(&fixtures::catalog(LISTS_CATALOG), &fixtures::lists(LISTS), Some(&kept), &registry);
    assert_eq!(proof.unnoticed, Vec::<String>::new());
    assert_eq!(proof.summary(), "71 deletions, 71 noticed");
}

#[test]
fn what_a_list_says_beyond_its_catalog_is_quoted() {
    for (from, to, fault) in [
        ("（2选1）", "（3选1）", "“(3选1)：” stands above 2 items"),
        ("（2选1）", "（2选2）", "asks for 2, which is not understood"),
        (
            "（2选1）：",
            "同时提供：",
            "《甲证》 and 售票平台，提供：: the row asks for all of them, the catalog for one",
        ),
        ("，同时提供：", "（2选1）：", "《甲证》 and 《乙证》: the row asks for one of them, the catalog for all"),
        ("《乙证》或《丙证》", "《乙证》及《丙证》", "《乙证》 and 《丙证》: the row asks for all of them"),
        ("《乙证》或《丙证》", "《乙证》《丙证》", "《乙证》 and 《丙证》: nothing stands between them"),
        (
            "《甲证》/《丙证》",
            "《甲证》或《丙证》",
            "《乙证》 and 《丙证》: the row asks for one of them, the catalog for all",
        ),
        ("①《甲证》", "①有效的《甲证》", "left over: “有效的”"),
        ("①《甲证》", "①《甲证》、《戊证》", "left over: “《戊证》”"),
        ("合作医院的", "小程序主体的", "`b`: the row asks for one's own"),
        ("（2家及以上）", "（3家及以上）", "`b`: the row asks for 3 of it, the catalog for 2"),
        ("3名", "", "`driver`: the row asks for 1 of it, the catalog for 3"),
        ("由办事处出具的", "", "`b`: no words say who issues it"),
        ("“客运”或“货运”", "“客运”、“货运”", "is not what the coverage of `a` says"),
        ("“客运”或“货运”", "“客运”或“货运”或“船运”", "left over: “\"船运\"等内容)”"),
        ("售票平台，", "其他平台，", "no words for the condition `coach-service` = ticketing"),
        ("注：驾照须有效。", "注：驾照须有效，且无违章。", "no note says “注：驾照须有效，且无违章。”"),
        ("线上申请", "网上申请", "the row does not take applications by"),
        ("暂不支持夜间客运", "暂不支持夜间、清晨客运", "not told: “清晨” of “暂不支持夜间、清晨客运。”"),
        ("需补充【交通-地铁】", "需选择【交通-地铁】", "no supplement sends to 地铁 交通/地铁"),
        ("需补充【交通-地铁】", "需补充【交通-代驾】", "no supplement sends to 代驾 交通/代驾"),
        ("7天", "9天", "no review takes 9 days"),
        ("personal\t交通\t地铁", "personal\t交通\t轻轨", "the category is not in the catalog"),
        ("personal\t交通\t代驾", "enterprise\t交通\t代驾", "the category asks nothing of the applicants of this row"),
    ] {
        says(&lists(&changed(LISTS, from, to), LISTS_KEPT, LISTS_CATALOG), fault);
    }
}

#[test]
fn what_a_catalog_says_beyond_its_list_is_quoted() {
    for (from, to, fault) in [
        (r#"[{ "document": "a" }, { "document": "c" }]"#, r#"[{ "document": "c" }]"#, "left over: “《甲证》/”"),
        (r#"{ "document": "c" }]"#, r#"{ "document": "c" }, { "document": "d" }]"#, "`d` has no name in this row"),
        (r#"["客运", "货运"]"#, r#"["客运", "船运"]"#, "`a`: no words ask that it covers “船运”"),
        (r#""requirement": "unlisted""#, r#""requirement": "nothing""#, "an empty cell is `unlisted`"),
        (
            r#"{ "fact": "subject", "is": "personal" }"#,
            r#"{ "fact": "subject", "is": ["personal", "government"] }"#,
            "the subjects are government, personal",
        ),
        (
            r#""words": "道路运输，同时提供""#,
            r#""words": "道路运输，提供""#,
            "the words of a node do not stand in the row",
        ),
        ("夜间客运暂不支持。", "夜间、清晨客运暂不支持。", "the source does not say “清晨”"),
        (
            r#""words": "审核时长约7天。""#,
            r#""words": "审核时长约7天，周末除外。""#,
            "the source does not say “周末除外”",
        ),
        (
            r#"["交通", "客运"], ["交通", "地铁"]]"#,
            r#"["交通", "客运"], ["交通", "代驾"]]"#,
            "the page does not say that 交通/代驾 opens",
        ),
        (r#""scope": "地铁", "#, "", "nothing says what the category is for"),
    ] {
        says(&lists(LISTS, LISTS_KEPT, &changed(LISTS_CATALOG, from, to)), fault);
    }
}

/// A correction is accepted, and asked for.
#[test]
fn what_is_laid_down_is_asked_for() {
    let kept = changed(LISTS_KEPT, r#"{ "covers": ["急诊"] }"#, r#"{ "covers": ["门诊"] }"#);
    says(&lists(LISTS, &kept, LISTS_CATALOG), "“b” is not as data/readings lays it down");
    let catalog = changed(LISTS_CATALOG, r#""covers": ["急诊"], "count""#, r#""covers": ["门诊"], "count""#);
    says(&lists(LISTS, &kept, &catalog), "`b`: no later paper of the row covers the same");
    let kept = changed(LISTS_KEPT, r#""reading": "ambiguous""#, r#""reading": "inferred""#);
    says(&lists(LISTS, &kept, LISTS_CATALOG), "“a” is not as data/readings lays it down");
    let whole = r#"{ "line": 5, "why": "w", "requirement": { "document": "driver" } }, { "line": 2, "#;
    let kept = changed(LISTS_KEPT, r#"{ "line": 2, "#, whole);
    says(&lists(LISTS, &kept, LISTS_CATALOG), "the requirement is not the one that data/readings lays down");
    let catalog = LISTS_CATALOG.to_owned();
    let start = catalog
        .find(
            r#"{
        "all": [
          { "on_request""#,
        )
        .unwrap();
    let end = catalog[start..].find("}], \"line\": 5").unwrap() + start;
    let catalog = format!("{}{{ \"document\": \"driver\" }}{}", &catalog[..start], &catalog[end + 1..]);
    says(&lists(LISTS, &kept, &catalog), "《乙证》 is no paper of the category");
}

#[test]
fn what_a_page_says_beyond_its_catalog_is_quoted() {
    for (from, to, fault) in [
        ("<li>合作医院的《甲证》</li>", "<li>合作医院的《甲证》（三年以上）</li>", "left over: “(三年以上)”"),
        ("1.《甲证》", "1.有效的《甲证》", "left over: “1有效的”"),
        ("《丙证》及", "《丙证》、《戊证》及", "left over: “、《戊证》及”"),
        ("《丙证》及", "《丙证》复印件及", "left over: “复印件及”"),
        ("《丙证》及", "《丙证副本》及", "`c` has no name in this line"),
        ("颁发的《乙", "审核的《乙", "the issuer “区、县级教育部门” does not stand before the paper"),
        ("范围含网络表演", "范围不含网络表演", "left over: “(经营范围不含网络表演)"),
        ("（适用于政府主体）", "（不适用于政府主体）", "left over: “(不适用于"),
        ("两家或以上", "三家或以上", "no count of 2"),
        ("《丙证》及《丁函》", "《丙证》或《丁函》", "the row asks for one of them, the catalog for all"),
        ("《丙证》及《丁函》", "《丙证》《丁函》", "nothing stands between them"),
        ("《乙证》或《丙证》", "《乙证》及《丙证》", "the row asks for all of them, the catalog for one"),
        ("（3选1）", "（3选2）", "“(3选2)” is not what the root of the tree asks for"),
        ("（3选1）", "（任选）", "left over: “(任选)”"),
        ("明星直播", "明星直播等", "小程序直播场景: “明星直播等”"),
        ("\n-\n", "\n\n", "the cell is empty, which is `unlisted`"),
        ("7天", "9天", "no review says"),
        ("不得销售药品", "不得销售药品，食品", "no restriction says"),
        ("如提供时政信息服务", "如提供其他信息服务", "no supplement says"),
        ("医疗-科普** 类目，可使用", "医疗-医院** 类目，可使用", "the sentence is about 医疗-医院, the section is not"),
        ("https://v.example/plugin", "https://v.example/other", "no access by 直播插件"),
        ("https://p.example/zhibo", "https://p.example/other", "no link to https://p.example/other"),
        ("暂不支持直播业务", "可以直播", "no opening rule says “个人认证的微信小程序可以直播”"),
        ("可以选择。", "可以选择类目。", "no note says “类目即为场景，可以选择类目。”"),
        ("### 科普", "### 讲座", "the category is not in the catalog"),
    ] {
        says(&sections(&changed(SECTIONS, from, to), SECTIONS_CATALOG), fault);
    }
    for (from, to, fault) in [
        ("|	地铁|	|", "|	地铁|	-|", "the cell says “-”, which is `nothing`"),
        ("|	地铁|	|", "|	地铁|	请上传《甲证》。|", "left over: “请上传《甲证》。”"),
        ("3名", "三名以上", "left over: “请上传三名以上”"),
        ("售票平台请", "其他平台请", "no words for the condition `coach-service` = ticketing"),
        ("或丙照", "、丙照", "《丙证》 and 丙照: the row asks for all of them"),
        ("适用类别：投资咨询", "适用类别：投资咨询、顾问", "left over: “、顾问。”"),
        ("以界面为准", "以审核为准", "the warning “以审核为准，本文档仅供参考。”"),
    ] {
        says(&rows(&changed(ROWS, from, to), ROWS_CATALOG), fault);
    }
}

#[test]
fn what_a_catalog_says_beyond_its_page_is_quoted() {
    for (from, to, fault) in [
        (r#"{ "document": "d" }]"#, r#"{ "document": "d" }, { "document": "a" }]"#, "`a` has no name in this line"),
        (r#""covers": ["网络表演"]"#, r#""covers": ["网络表演", "音乐"]"#, "the coverage “音乐” does not stand"),
        (r#""covers": ["网络表演"]"#, r#""covers": ["网络"]"#, "left over"),
        (r#""issuer": "区、县级教育部门""#, r#""issuer": "省级教育部门""#, "the issuer “省级教育部门” does not stand"),
        (r#""issuer": "区、县级教育部门""#, r#""issuer": "县级教育部门""#, "left over: “2区、”"),
        (r#""is": "government" }, "#, r#""is": "personal" }, "#, "no words for the condition `subject` = personal"),
        (r#""holder": "partner""#, r#""count": 2"#, "no count of 2"),
        (
            r#"{ "document": "c" }], "line": 32"#,
            r#"{ "document": "c", "holder": "partner" }], "line": 32"#,
            "no partner is named",
        ),
        (r#""line": 18 }"#, r#""line": 17 }"#, "`b` has no name in this line"),
        (r#""words": "1.《甲证》""#, r#""words": "1.《甲证》原件""#, "the words of a node do not stand in the row"),
        (
            r#""path": ["医疗", "科普"], "line": 34"#,
            r#""path": ["医疗", "科普"], "line": 35"#,
            "the catalog says line 35",
        ),
        (r#""days": 7"#, r#""days": 17"#, "no review says"),
        (
            r#""words": "不得销售药品。""#,
            r#""activity": "political-news", "words": "不得销售药品。""#,
            "no restriction says",
        ),
        (r#""subjects": ["personal"]"#, r#""subjects": ["personal", "government"]"#, "no such opening rule"),
    ] {
        says(&sections(SECTIONS, &changed(SECTIONS_CATALOG, from, to)), fault);
    }
}

/// The words of a group are no place to hide a paper in: only a title may be nothing but words.
#[test]
fn the_words_of_a_group_type_nothing() {
    let hidden = changed(SECTIONS_CATALOG, r#"{ "document": "a", "line": 17, "words": "1.《甲证》" }"#, {
        r#"{ "all": [{ "document": "a", "line": 18 }], "line": 17, "words": "1.《甲证》" }"#
    });
    says(&sections(SECTIONS, &hidden), "left over: “1《甲证》 2”");
}

/// The papers are the same, and so is the way they are joined; only their places are swapped.
#[test]
fn a_paper_in_the_wrong_branch_is_noticed() {
    let page = ROWS.replace(
        "道路运输《甲证》；售票平台请上传《乙证 》。",
        "道路运输《甲证》、《乙证》；售票平台请上传《丙证》、《丁函》。",
    );
    let catalog = |first: &str, second: &str| {
        let words = "道路运输《甲证》、《乙证》；售票平台请上传《丙证》、《丁函》。";
        let mut catalog = fixtures::catalog(ROWS_CATALOG);
        let tree = format!(
            r#"{{ "any": [
              {{ "all": [{{ "fact": "coach-service", "is": "road-transport" }}, {first}] }},
              {{ "all": [{{ "fact": "coach-service", "is": "ticketing" }}, {second}] }}
            ] }}"#
        );
        catalog.categories[2].requirement = fixtures::requirement(&tree);
        catalog.categories[2].words = Some(words.into());
        catalog
    };
    let source = fixtures::rows(&page);
    let right = catalog(r#"{ "document": "a" }, { "document": "b" }"#, r#"{ "document": "c" }, { "document": "d" }"#);
    assert_eq!(faults(&right, &source), Vec::<String>::new());
    let wrong = catalog(r#"{ "document": "a" }, { "document": "d" }"#, r#"{ "document": "c" }, { "document": "b" }"#);
    says(&faults(&wrong, &source), "papers of one alternative stand on both sides of another");
}

#[test]
fn an_issuer_inside_a_name_is_typed() {
    let page = ROWS.replace("3名代驾人员的驾照", "办事处的批文");
    let typed = changed(
        ROWS_CATALOG,
        r#"{ "document": "driver", "count": 3 }"#,
        r#"{ "document": "office", "issuer": "办事处" }"#,
    )
    .replace("3名代驾人员的驾照", "办事处的批文");
    assert_eq!(rows(&page, &typed), Vec::<String>::new());
    let untyped = changed(&typed, r#", "issuer": "办事处""#, "");
    says(&rows(&page, &untyped), "“办事处的批文”: the issuer “办事处” is not typed");
}

/// One row says two licences and a scope once, and means them twice. Each of the six nodes counts.
#[test]
fn what_a_row_says_once_for_two_nodes_is_counted() {
    let words = "一、《金融机构许可证》或《经营保险业务许可证》，但许可范围应包括本、外币业务范围或提供在有效期内的《经营外汇业务许可证》<br>适用类别：金融机构<br>二、《个人兑换许可证》<br>适用类别：非金融机构";
    let page = format!(
        "---\ntitle: 服务类目\n---\n以界面为准，本文档仅供参考。\n## 一级类目：金融\n|二级类目|资质|\n|--|--|\n{}|外汇兑换|{words}|\n",
        "\n".repeat(103)
    );
    let words = words.replace("<br>", " ");
    let catalog = format!(
        r#"{{
      "id": "baidu-2019", "platform": "baidu", "title": "服务类目", "short": "s", "publisher": "p", "page": null,
      "date": "2019", "date_known": "inferred", "date_note": "n", "copy": "c", "file": "rows.txt",
      "warning": {{ "words": "以界面为准，本文档仅供参考。", "line": 4 }},
      "categories": [{{ "path": ["金融", "外汇兑换"], "line": 111, "words": "{words}", "requirement": {{ "any": [
        {{ "all": [
          {{ "fact": "financial-institution", "is": "yes" }},
          {{ "any": [
            {{ "document": "financial-institution-licence", "covers": ["本、外币业务"] }},
            {{ "document": "insurance-business-licence", "covers": ["本、外币业务"] }},
            {{ "all": [
              {{ "any": [{{ "document": "financial-institution-licence" }}, {{ "document": "insurance-business-licence" }}] }},
              {{ "document": "foreign-exchange-business-licence", "words": "在有效期内的《经营外汇业务许可证》" }}
            ] }}
          ] }}
        ] }},
        {{ "all": [
          {{ "fact": "financial-institution", "is": "no" }},
          {{ "document": "personal-currency-exchange-licence" }}
        ] }}
      ] }} }}]
    }}"#
    );
    assert_eq!(rows(&page, &catalog), Vec::<String>::new());
    let mut proof = Proof::default();
    proof.catalog(&fixtures::catalog(&catalog), &fixtures::rows(&page), None, &fixtures::registry());
    assert_eq!(proof.unnoticed, Vec::<String>::new());
}
