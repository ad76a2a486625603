//! Short excerpts in the markup of the sources, with the catalogs that say what they say.

use leimu::catalog::{Catalog, Registry, Requirement};

use crate::kept::Kept;
use crate::source::{Format, Source, interfaces};

/// A page of sections with HTML tables.
pub(crate) const SECTIONS: &str = r#">! 
>- 个人认证的微信小程序暂不支持直播业务，政府主体认证的小程序可直接使用 [直播标签](https://v.example/tags) 进行接入。
>- 本文仅提供参考，以微信的 [类目说明](https://p.example/) 为准。

**类目即为场景**，可以选择。

## 社交 - 直播
具备 **社交-直播** 类目，可使用 [直播标签](https://v.example/tags) 进行接入。
>! 
>- 如提供时政信息服务，需补充“时政信息类目”。
>1. 首次提交，预计审核时长7天左右。
<table>
	<tr><th width="20%">要求</th><th>说明</th></tr>
	<tr><th>小程序直播场景</th><td>明星直播</td></tr>
	<tr><th>类目适用范围</th><td>适用于在线直播 </td></tr>
	<tr><th>资质要求（3选1）</th><td><a href="https://p.example/zhibo">
	1.《甲证》 <br>
	2. 区、县级教育部门颁发的《乙 证》(经营范围含网络表演）<br>
	3.《丙证》及《丁函》（适用于政府主体）</a></td></tr>
</table>
## 医疗
### 医院
具备【医疗-医院】类目，可直接通过 [直播插件](https://v.example/plugin) 进行接入小程序直播。
- 若同时具备【社交-直播】类目，可直接使用 [直播标签](https://v.example/tags) 进行接入。
>! 不得销售药品。
<table>
	<tr><th>要求</th><th>说明</th></tr>
	<tr><th>小程序直播场景</th><td>问诊</td></tr>
	<tr><th>类目适用范围</th><td>适用于医院</tr>
	<tr><th>资质要求</th><td>需同时提供：<ul>
	<li>合作医院的《甲证》</li>
	<li>两家或以上的《乙证》或《丙证》</li></ul></td></tr>
</table>
### 科普
具备 **医疗-科普** 类目，可使用 [直播插件](https://v.example/plugin) 进行接入。
<table>
	<tr><th>要求</th><th>说明</th></tr>
	<tr><th>小程序直播场景</th><td>讲座</td></tr>
	<tr><th>类目适用范围</th><td>适用于讲座</td></tr>
	<tr><th>资质要求</th><td>
-
	</td></tr>
</table>
"#;

/// What [`SECTIONS`] says.
pub(crate) const SECTIONS_CATALOG: &str = r#"{
  "id": "sections", "platform": "wechat", "title": "t", "short": "s", "publisher": "p", "page": null, "date": "2022",
  "date_known": "inferred", "date_note": "n", "copy": "c", "file": "sections.txt",
  "warning": { "words": "本文仅提供参考，以微信的 类目说明 为准。", "line": 3 },
  "opening": [
    { "subjects": ["personal"], "effect": "closed", "words": "个人认证的微信小程序暂不支持直播业务", "line": 2 },
    { "subjects": ["government"], "effect": { "access": "tags" }, "words": "政府主体认证的小程序可直接使用 直播标签 进行接入。", "line": 2 }
  ],
  "notes": [{ "words": "类目即为场景，可以选择。", "line": 5 }],
  "links": [{ "title": "类目说明", "address": "https://p.example/", "line": 3 }],
  "categories": [
    {
      "path": ["社交", "直播"], "line": 7, "scope": "适用于在线直播", "scene": "明星直播",
      "words": "资质要求（3选1）：1.《甲证》 2. 区、县级教育部门颁发的《乙证》（经营范围含网络表演） 3.《丙证》及《丁函》（适用于政府主体）",
      "requirement": {
        "any": [
          { "document": "a", "line": 17, "words": "1.《甲证》" },
          { "document": "b", "issuer": "区、县级教育部门", "covers": ["网络表演"], "line": 18 },
          {
            "all": [{ "fact": "subject", "is": "government" }, { "document": "c" }, { "document": "d" }],
            "line": 19, "words": "3.《丙证》及《丁函》（适用于政府主体）"
          }
        ],
        "line": 16, "words": "资质要求（3选1）"
      },
      "access": [{ "method": "tags", "line": 8 }],
      "supplements": [
        { "name": "时政信息类目", "activity": "political-news", "words": "如提供时政信息服务，需补充“时政信息类目”。", "line": 10 }
      ],
      "reviews": [{ "days": 7, "words": "首次提交，预计审核时长7天左右。", "line": 11 }],
      "links": [{ "title": "说明", "address": "https://p.example/zhibo", "line": 16 }]
    },
    {
      "path": ["医疗", "医院"], "line": 22, "scope": "适用于医院", "scene": "问诊",
      "words": "资质要求：需同时提供： 合作医院的《甲证》 两家或以上的《乙证》或《丙证》",
      "requirement": {
        "all": [
          { "document": "a", "holder": "partner", "line": 31 },
          { "any": [{ "document": "b", "count": 2 }, { "document": "c" }], "line": 32 }
        ],
        "line": 30, "words": "需同时提供："
      },
      "access": [{ "method": "plugin", "line": 23 }, { "method": "tags", "with": ["社交", "直播"], "line": 24 }],
      "restrictions": [{ "words": "不得销售药品。", "line": 25 }]
    },
    {
      "path": ["医疗", "科普"], "line": 34, "scope": "适用于讲座", "scene": "讲座", "words": "资质要求：-",
      "requirement": "nothing", "access": [{ "method": "plugin", "line": 35 }]
    }
  ]
}"#;

/// A page of Markdown rows, with the faults that the reader repairs.
pub(crate) const ROWS: &str = "---
title: 服务类目
---

以界面为准，本文档仅供参考。

## 一级类目：交通
|	二级类目|	资质|
|--|--|
|	地铁|	|
|	代驾|	请上传3名代驾人员的驾照|
|	客运|	道路运输《甲证》；售票平台请上传《乙证 》。|
## 一级类目： IT科技
|	二级类目|	资质|
|--|--|
|软件	|	请上传《丙证》或丙照。|
|美食	|点评与推荐	|
|	港股／美股|	请上传《甲证》、《乙证》。|
|	港股/美股|	 《丙证》适用类别：投资咨询。 |||
|	车展|
|	基金|	请上传《甲证》且业务范围必须包含 基金 甲证。|
";

/// What [`ROWS`] says.
pub(crate) const ROWS_CATALOG: &str = r#"{
  "id": "rows", "platform": "baidu", "title": "服务类目", "short": "s", "publisher": "p", "page": null, "date": "2019",
  "date_known": "inferred", "date_note": "n", "copy": "c", "file": "rows.txt",
  "warning": { "words": "以界面为准，本文档仅供参考。", "line": 5 },
  "repairs": [
    { "line": 17, "fault": "f", "repair": "r" }, { "line": 18, "fault": "f", "repair": "r" },
    { "line": 20, "fault": "f", "repair": "r" }, { "line": 21, "fault": "f", "repair": "r" }
  ],
  "categories": [
    { "path": ["交通", "地铁"], "line": 10, "requirement": "unlisted" },
    { "path": ["交通", "代驾"], "line": 11, "words": "请上传3名代驾人员的驾照", "requirement": { "document": "driver", "count": 3 } },
    {
      "path": ["交通", "客运"], "line": 12, "words": "道路运输《甲证》；售票平台请上传《乙证》。",
      "requirement": {
        "any": [
          { "all": [{ "fact": "coach-service", "is": "road-transport" }, { "document": "a" }] },
          { "all": [{ "fact": "coach-service", "is": "ticketing" }, { "document": "b" }], "words": "售票平台请上传《乙证》" },
          {
            "all": [{ "fact": "coach-service", "is": "both" }, { "document": "a" }, { "document": "b" }],
            "reading": "inferred"
          }
        ]
      }
    },
    {
      "path": ["IT科技", "软件"], "line": 16, "words": "请上传《丙证》或丙照。",
      "requirement": { "document": "c", "words": "《丙证》或丙照" }
    },
    { "path": ["美食", "点评与推荐"], "line": 17, "requirement": "unlisted" },
    {
      "path": ["美食", "港股/美股"], "line": 18, "words": "请上传《甲证》、《乙证》。 《丙证》适用类别：投资咨询。",
      "requirement": {
        "any": [
          { "all": [{ "document": "a" }, { "document": "b" }], "line": 18 },
          { "all": [{ "fact": "stock-service", "is": "investment-advice" }, { "document": "c" }], "line": 19 }
        ]
      }
    },
    { "path": ["美食", "车展"], "line": 20, "requirement": "unlisted" },
    {
      "path": ["美食", "基金"], "line": 21, "words": "请上传《甲证》且业务范围必须包含 基金 甲证。",
      "requirement": { "document": "a", "covers": ["基金"] }
    }
  ]
}"#;

/// A table with numbered lists in its cells, and rows for two kinds of applicants.
pub(crate) const LISTS: &str = "entity\tl1\tl2\tl3\tqualification\tscope_and_notes
enterprise\t交通\t客运\t\t（2选1）： ⏎ 1、道路运输，同时提供： ⏎ ①《甲证》（经营范围含“客运”或“货运”等内容） ⏎ ② 合作医院的《乙证》或《丙证》（范围含“急诊”）（2家及以上） ⏎ 2、售票平台，提供：《丁函》\t适用于客运。 ⏎ 注： ⏎ 1、如提供时政信息服务，需补充【交通-地铁】类目； ⏎ 2、暂不支持夜间客运。
enterprise\t交通\t地铁\t\t\t适用于地铁。
personal\t交通\t地铁\t\t\t适用于地铁。
personal\t交通\t代驾\t\t暂不支持线上申请，请发邮件【代驾】 ⏎ 申请邮件必须附上以下资料： ⏎ 1、3名代驾人员的驾照 ⏎ 2、由办事处出具的《乙证》及《甲证》/《丙证》 ⏎ 注：驾照须有效。\t适用于代驾。 ⏎ 注：预计审核时长7天左右。
";

/// What stands beside [`LISTS`].
pub(crate) const LISTS_KEPT: &str = r#"{
  "head": {},
  "subjects": { "enterprise": ["government"], "personal": ["personal"] },
  "applicants": [
    { "said": "道路运输", "lines": [2], "fact": "coach-service", "is": ["road-transport"] },
    { "said": "售票平台", "lines": [2], "fact": "coach-service", "is": ["ticketing"] }
  ],
  "overrides": [
    { "line": 2, "why": "w", "node": "b", "set": { "covers": ["急诊"] }, "reading": "inferred", "note": "n" },
    { "line": 2, "why": "w", "node": "a", "reading": "ambiguous", "note": "m" }
  ]
}"#;

/// The page on interfaces that goes with [`LISTS`].
pub(crate) const INTERFACES: &str = "# What a category opens

## Location

- `wx.getLocation`: 交通 (客运, 地铁), 政府主体账号.

## Limits worth showing

WeChat: up to 20 categories, a monthly number of changes, exactly one main category (主营类目), which may change 5 times a year.
WeChat's own 小程序直播 component takes no new activations.
";

/// What [`LISTS`] says.
pub(crate) const LISTS_CATALOG: &str = r#"{
  "id": "lists", "platform": "wechat", "title": "t", "short": "s", "publisher": "p", "page": null, "date": "2026",
  "date_known": "inferred", "date_note": "n", "copy": "c", "file": "lists.tsv",
  "warning": { "words": "w", "line": 1 },
  "opening": [{
    "subjects": ["government"], "effect": { "access": "get-location" }, "line": 5, "file": "capabilities.md",
    "words": "政府主体账号不需要类目就可以使用 wx.getLocation。"
  }],
  "notes": [
    { "words": "一个小程序最多 20 个类目，每月可修改的次数有限；其中恰好一个是主营类目，一年可以改 5 次（见 capabilities.md）。", "line": 1 },
    { "words": "微信自己的“小程序直播”组件不再接受新的开通（见 capabilities.md）。", "line": 1 }
  ],
  "capabilities": [{
    "method": "get-location", "line": 5, "file": "capabilities.md", "subjects": ["government"],
    "categories": [["交通", "客运"], ["交通", "地铁"]]
  }],
  "categories": [
    {
      "path": ["交通", "客运"], "line": 2, "scope": "坐车",
      "requirement": { "all": [{ "fact": "subject", "is": "government" }, {
        "any": [
          {
            "all": [
              { "fact": "coach-service", "is": "road-transport" },
              { "document": "a", "covers": { "any": ["客运", "货运"] }, "reading": "ambiguous", "note": "m" },
              {
                "any": [
                  {
                    "document": "b", "covers": ["急诊"], "count": 2, "holder": "partner", "reading": "inferred", "note": "n"
                  },
                  { "document": "c", "covers": ["急诊"], "count": 2, "holder": "partner" }
                ]
              }
            ],
            "words": "道路运输，同时提供"
          },
          { "all": [{ "fact": "coach-service", "is": "ticketing" }, { "document": "d" }] }
        ]
      }], "line": 2 },
      "supplements": [
        { "name": "交通-地铁", "path": ["交通", "地铁"], "activity": "political-news", "line": 2 }
      ],
      "restrictions": [{ "words": "夜间客运暂不支持。", "line": 2 }],
      "access": [{ "method": "get-location", "line": 5, "file": "capabilities.md", "subjects": ["government"] }]
    },
    {
      "path": ["交通", "地铁"], "line": 3, "scope": "地铁", "requirement": "unlisted",
      "access": [{ "method": "get-location", "line": 5, "file": "capabilities.md", "subjects": ["government"] }]
    },
    {
      "path": ["交通", "代驾"], "line": 5, "scope": "代驾",
      "requirement": { "all": [{ "fact": "subject", "is": "personal" }, {
        "all": [
          { "on_request": "暂不支持线上申请，请发邮件【代驾】" },
          {
            "all": [
              { "document": "driver", "count": 3 },
              { "all": [{ "document": "b", "issuer": "办事处" }, { "any": [{ "document": "a" }, { "document": "c" }] }] }
            ]
          }
        ]
      }], "line": 5 },
      "reviews": [{ "days": 7, "words": "审核时长约7天。", "line": 5 }],
      "notes": [{ "words": "注：驾照须有效。", "line": 5 }]
    }
  ]
}"#;

const DOCUMENTS: &str = r#"{ "documents": [
  { "id": "a", "name": "《甲证》", "english": "a", "kind": "licence" },
  { "id": "b", "name": "《乙证》", "english": "b", "kind": "licence" },
  { "id": "c", "name": "《丙证》", "english": "c", "kind": "licence", "aliases": ["丙照"] },
  { "id": "d", "name": "《丁函》", "english": "d", "kind": "letter" },
  { "id": "driver", "name": "代驾人员的驾照", "english": "e", "kind": "licence" },
  { "id": "office", "name": "办事处的批文", "english": "f", "kind": "approval", "issuer": "办事处" },
  { "id": "financial-institution-licence", "name": "《金融机构许可证》", "english": "g", "kind": "licence" },
  { "id": "insurance-business-licence", "name": "《经营保险业务许可证》", "english": "h", "kind": "licence" },
  { "id": "foreign-exchange-business-licence", "name": "《经营外汇业务许可证》", "english": "i", "kind": "licence" },
  { "id": "personal-currency-exchange-licence", "name": "《个人兑换许可证》", "english": "j", "kind": "licence" }
] }"#;

const FACTS: &str = r#"{
  "facts": [
    { "id": "subject", "zh": "z", "en": "e", "answers": [
      { "id": "personal", "zh": "z", "en": "e" }, { "id": "government", "zh": "z", "en": "e" }] },
    { "id": "coach-service", "zh": "z", "en": "e", "answers": [
      { "id": "road-transport", "zh": "z", "en": "e" }, { "id": "ticketing", "zh": "z", "en": "e" },
      { "id": "both", "zh": "z", "en": "e" }, { "id": "none", "zh": "z", "en": "e" }] },
    { "id": "stock-service", "zh": "z", "en": "e", "answers": [
      { "id": "investment-advice", "zh": "z", "en": "e" }, { "id": "none", "zh": "z", "en": "e" }] },
    { "id": "financial-institution", "zh": "z", "en": "e", "answers": [
      { "id": "yes", "zh": "z", "en": "e" }, { "id": "no", "zh": "z", "en": "e" }] }
  ],
  "activities": [{ "id": "political-news", "zh": "提供时政信息服务", "en": "e" }],
  "access_methods": [
    { "id": "tags", "zh": "直播标签", "en": "e", "page": "https://v.example/tags" },
    { "id": "plugin", "zh": "直播插件", "en": "e", "page": "https://v.example/plugin" },
    { "id": "get-location", "zh": "wx.getLocation（当前位置）", "en": "e" }
  ]
}"#;

/// The papers, facts and access methods of the excerpts.
pub(crate) fn registry() -> Registry {
    Registry::read(DOCUMENTS, FACTS).unwrap()
}

/// A catalog from its text.
pub(crate) fn catalog(text: &str) -> Catalog {
    Catalog::read(text).unwrap()
}

/// What a category asks for, from its text.
pub(crate) fn requirement(text: &str) -> Requirement {
    let it = catalog(&format!(
        r#"{{ "id": "it", "platform": "baidu", "title": "", "short": "", "publisher": "", "date": "2019",
             "date_known": "inferred", "date_note": "", "copy": "", "file": "", "warning": {{ "words": "", "line": 1 }},
             "categories": [{{ "path": ["it"], "line": 1, "requirement": {text} }}] }}"#
    ));
    it.categories[0].requirement.clone()
}

/// A page of sections.
pub(crate) fn sections(text: &str) -> Source {
    Source::read("sections.txt", text, Format::Tencent).unwrap()
}

/// A page of rows.
pub(crate) fn rows(text: &str) -> Source {
    Source::read("rows.txt", text, Format::Baidu).unwrap()
}

/// A table of lists, with the page on interfaces.
pub(crate) fn lists(text: &str) -> Source {
    let mut source = Source::read("lists.tsv", text, Format::Wechat).unwrap();
    source.interfaces = interfaces::Page::read(INTERFACES).unwrap();
    source
}

/// What stands beside the table of lists.
pub(crate) fn kept(text: &str) -> Kept {
    serde_json::from_str(text).unwrap()
}
