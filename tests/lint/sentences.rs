//! One of each in both languages, to the letter.

use leimu::i18n::{EN, ZH};
use leimu::wording::finding_words;
use serde_json::{Value, json};

use crate::given::bundle;
use crate::{fact, found, over, paper};

/// The only finding of a catalog over the real papers, in both languages: of the category
/// 教育/培训, which starts on line 8 and has this beside its path. 教育/驾校 follows on line 30.
#[track_caller]
fn says(opening: &Value, category: &Value, chinese: &str, english: &str) {
    let mut category = category.clone();
    category["path"] = json!(["教育", "培训"]);
    category["line"] = json!(8);
    let leads_back =
        json!({ "name": "教育-培训", "path": ["教育", "培训"], "activity": "political-news", "words": "", "line": 33 });
    let other = json!({ "path": ["教育", "驾校"], "line": 30, "requirement": "nothing", "supplements": [leads_back] });
    let given = over(bundle().registry.clone(), opening, &json!([category, other]));
    let told = |say| -> Vec<String> {
        found(&given).iter().map(|finding| finding_words(finding, &given.registry, say)).collect()
    };
    assert_eq!(told(&ZH), [chinese]);
    assert_eq!(told(&EN), [english]);
}

#[track_caller]
fn requirement_says(requirement: &Value, chinese: &str, english: &str) {
    says(&json!([]), &json!({ "requirement": requirement }), chinese, english);
}

fn school(is: &str) -> Value {
    fact("education-provider", is)
}

#[test]
fn what_can_never_be_met() {
    let never = json!({ "all": [school("public-school"), school("private-school")], "line": 12 });
    requirement_says(
        &never,
        "教育/培训（第 12 行）：没有人能用这个类目：无论怎样回答、带齐什么资质，【公立学校，且私立学校】都不可能成立。其中的条件互相排斥，应按原文改成可以成立的条件。",
        "教育/培训 (line 12): nobody can ever use this category: [a public school and a private school] cannot hold, whatever is answered and whatever papers are brought. Its conditions exclude each other; put them as the source has them, so that they can hold.",
    );
    requirement_says(
        &json!({ "any": [paper("audiovisual-licence"), never] }),
        "教育/培训（第 12 行）：【公立学校，且私立学校】永远满足不了：一个情况只有一个回答，其中的条件互相排斥。应按原文改成可以成立的条件，例如任选其一。",
        "教育/培训 (line 12): [a public school and a private school] can never be met: a question has one answer, and these conditions exclude each other. Put them as the source has them, so that they can hold, perhaps as a choice.",
    );
    let branch = json!({ "all": [school("private-school"), paper("private-school-licence")] });
    requirement_says(
        &json!({ "all": [school("public-school"), { "any": [branch, paper("audiovisual-licence")] }], "line": 12 }),
        "教育/培训（第 12 行）：【私立学校，且《民办学校办学许可证》】在这里永远满足不了：它与上层的条件或目录的开放规则互相排斥。应删去这一项，或按原文改正条件。",
        "教育/培训 (line 12): [a private school and Licence to run a private school 《民办学校办学许可证》] can never be met here: a condition above it, or an opening rule of the catalog, excludes it. Remove it, or correct the condition as the source has it.",
    );
    says(
        &json!([{ "subjects": ["personal"], "effect": "closed", "words": "", "line": 2 }]),
        &json!({ "requirement": { "all": [fact("subject", "personal"), paper("business-licence")] } }),
        "教育/培训（第 8 行）：没有人能用这个类目：符合它要求的主体，全被目录的开放规则排除了。应核对开放规则和这里的主体条件，改正其中一处。",
        "教育/培训 (line 8): nobody can ever use this category: the opening rules of the catalog exclude every entity that it admits. Check the opening rules and the condition on the kind of entity here, and correct one of them.",
    );
}

#[test]
fn what_adds_nothing() {
    let both = json!({ "all": [paper("business-licence"), paper("audiovisual-licence")] });
    let many = json!({ "at_least": 2, "of": [
        paper("audiovisual-licence"), paper("online-culture-licence"), both,
        { "any": [paper("private-school-licence"), school("public-school")] },
    ] });
    requirement_says(
        &json!({ "any": [paper("business-licence"), both], "line": 12 }),
        "教育/培训（第 12 行）：任选其一的第 2 项多余：凡满足【《营业执照》，且《信息网络传播视听节目许可证》】的，都已满足第 1 项【《营业执照》】。应删去第 2 项，或按原文补上两项的区别。",
        "教育/培训 (line 12): item 2 of this choice adds nothing: whoever meets [Business licence 《营业执照》 and Licence to transmit audiovisual programmes over information networks 《信息网络传播视听节目许可证》] already meets item 1, [Business licence 《营业执照》]. Remove item 2, or add what sets the two apart in the source.",
    );
    requirement_says(
        &json!({ "all": [{ "any": [paper("fund-custody-licence"), many] }, paper("fund-custody-licence")] }),
        "教育/培训（第 8 行）：全部提供的第 1 项多余：凡满足第 2 项【《基金托管业务许可证》】的，都已满足【《基金托管业务许可证》，或（《信息网络传播视听节目许可证》、《网络文化经营许可证》、（《营业执照》，且《信息网络传播视听节目许可证》）和另外 1 项中至少 2 项）】。应删去第 1 项，或按原文补上两项的区别。",
        "教育/培训 (line 8): item 1 of this list adds nothing: whoever meets item 2, [Fund custody licence 《基金托管业务许可证》], already meets [Fund custody licence 《基金托管业务许可证》 or (at least 2 of Licence to transmit audiovisual programmes over information networks 《信息网络传播视听节目许可证》, Online culture business licence 《网络文化经营许可证》, (Business licence 《营业执照》 and Licence to transmit audiovisual programmes over information networks 《信息网络传播视听节目许可证》) and 1 more)]. Remove item 1, or add what sets the two apart in the source.",
    );
    requirement_says(
        &json!({ "all": [school("public-school"), paper("business-licence"), school("public-school")] }),
        "教育/培训（第 8 行）：第 1 项和第 3 项说的是同一回事：【公立学校】。应只留一项，或按原文改正其中一项。",
        "教育/培训 (line 8): items 1 and 3 say the same: [a public school]. Keep one of them, or correct the other as the source has it.",
    );
}

#[test]
fn the_same_paper_twice() {
    let telecom = |covers: Value| json!({ "document": "value-added-telecom-licence", "covers": covers });
    let called = |words: &str| json!({ "document": "value-added-telecom-licence", "words": words });
    requirement_says(
        &json!({ "any": [called("ICP证"), telecom(json!({ "any": ["在线数据处理与交易处理业务", "互联网信息服务业务"] }))] }),
        "教育/培训（第 8 行）：同一组里两次要求同一份《增值电信业务经营许可证》：第 1 项【《增值电信业务经营许可证》（原文：ICP证）】，第 2 项【《增值电信业务经营许可证》含“在线数据处理与交易处理业务”或“互联网信息服务业务”】。应只留第 1 项，或按原文换成另一种资质。",
        "教育/培训 (line 8): the same paper, Value-added telecommunications business licence 《增值电信业务经营许可证》, stands twice in one group: item 1 is [Value-added telecommunications business licence 《增值电信业务经营许可证》 (in the source: ICP证)], item 2 is [Value-added telecommunications business licence 《增值电信业务经营许可证》 covering “在线数据处理与交易处理业务” or “互联网信息服务业务”]. Keep item 1 only, or put the other paper that the source means.",
    );
    requirement_says(
        &json!({ "at_least": 2, "of": [called("《增值电信业务经营许可证》"), paper("business-licence"), called("电信业务许可")] }),
        "教育/培训（第 8 行）：同一份《增值电信业务经营许可证》会算作两项：这一组要求至少提供 2 项（共 3 项），第 1 项是【《增值电信业务经营许可证》】，第 3 项是【《增值电信业务经营许可证》（原文：电信业务许可）】。应合并成一项，或按原文换成另一种资质。",
        "教育/培训 (line 8): one paper, Value-added telecommunications business licence 《增值电信业务经营许可证》, counts twice towards at least 2 of 3: item 1 is [Value-added telecommunications business licence 《增值电信业务经营许可证》] and item 3 is [Value-added telecommunications business licence 《增值电信业务经营许可证》 (in the source: 电信业务许可)]. Make them one item, or put the other paper that the source means.",
    );
    let partners =
        |count: u32| json!({ "document": "medical-institution-licence", "holder": "partner", "count": count });
    requirement_says(
        &json!({ "all": [partners(1), partners(2)] }),
        "教育/培训（第 8 行）：同一组里两次要求同一份合作方的《医疗机构执业许可证》：第 2 项【合作方的《医疗机构执业许可证》至少 2 份】，第 1 项【合作方的《医疗机构执业许可证》】。应只留第 2 项，或按原文换成另一种资质。",
        "教育/培训 (line 8): the same paper, a partner’s Practice licence of a medical institution 《医疗机构执业许可证》, stands twice in one group: item 2 is [a partner’s Practice licence of a medical institution 《医疗机构执业许可证》, at least 2 of them], item 1 is [a partner’s Practice licence of a medical institution 《医疗机构执业许可证》]. Keep item 2 only, or put the other paper that the source means.",
    );
}

#[test]
fn where_supplements_and_access_methods_lead() {
    let supplement = |name: &str, path: Value| {
        let one = json!({ "name": name, "path": path, "activity": "political-news", "words": "", "line": 14 });
        json!({ "requirement": "nothing", "supplements": [one] })
    };
    says(
        &json!([]),
        &supplement("时政信息类目", json!(null)),
        "教育/培训（第 14 行）：补充类目“时政信息类目”没有去处：本目录没有列出这个类目。应补录这个类目；来源本来不列的，请到平台页面核对。",
        "教育/培训 (line 14): the supplement “时政信息类目” leads nowhere: this catalog does not list that category. Add the category; where the source does not list it, see the platform’s own page.",
    );
    says(
        &json!([]),
        &supplement("教育-驾校类目", json!(null)),
        "教育/培训（第 14 行）：补充类目“教育-驾校类目”没有去处，而本目录列有“教育/驾校”。应指向这个类目。",
        "教育/培训 (line 14): the supplement “教育-驾校类目” leads nowhere, while this catalog lists 教育/驾校. It should lead there.",
    );
    says(
        &json!([]),
        &supplement("教育-驾校类目", json!(["教育", "驾校"])),
        "教育/培训（第 14 行）：补充类目绕成一圈：教育/培训 → 教育/驾校 → 教育/培训。应按原文断开其中一处。",
        "教育/培训 (line 14): supplements lead in a circle: 教育/培训 → 教育/驾校 → 教育/培训. Break it where the source does.",
    );
    says(
        &json!([]),
        &supplement("教育-培训类目", json!(["教育", "培训"])),
        "教育/培训（第 14 行）：补充类目指回了自己：“教育/培训”。应指向另一个类目，或删去这一条。",
        "教育/培训 (line 14): the supplement leads back to its own category, 教育/培训. It should lead to another one, or go.",
    );
    let access = json!([{ "method": "live-tags", "with": ["教育", "培训"], "line": 9 }]);
    says(
        &json!([]),
        &json!({ "requirement": "nothing", "access": access }),
        "教育/培训（第 9 行）：接入方式“标准直播+直播标签”要求同时开通的就是这个类目自己。应指向另一个类目，或去掉这个条件。",
        "教育/培训 (line 9): the access method “Standard live streaming with live tags” wants this category itself to be open as well. It should name another category, or none.",
    );
}

#[test]
fn headings() {
    let two = |words: &str| json!({ "any": [paper("business-licence"), paper("audiovisual-licence")], "words": words, "line": 12 });
    requirement_says(
        &two("资质要求（三选一）："),
        "教育/培训（第 12 行）：标题写“三选一”，这里却是任选其一（共 2 项）。应是任选其一（共 3 项）。",
        "教育/培训 (line 12): the heading says “三选一”, but this is any one of 2. It should be any one of 3.",
    );
    requirement_says(
        &two("2选2"),
        "教育/培训（第 12 行）：标题写“2选2”，这里却是任选其一（共 2 项）。应是全部提供（共 2 项）。",
        "教育/培训 (line 12): the heading says “2选2”, but this is any one of 2. It should be all 2.",
    );
    requirement_says(
        &two("1选2"),
        "教育/培训（第 12 行）：原文写“1选2”，要选的比列出的还多。应对照来源改正这个标题。",
        "教育/培训 (line 12): the source says “1选2”, which asks for more than there is. Correct the heading from the source.",
    );
    says(
        &json!([]),
        &json!({ "words": "资质要求（5选2）", "requirement": paper("business-licence") }),
        "教育/培训（第 8 行）：原文写“5选2”，要求里却没有一组是这样。应有一组是至少提供 2 项（共 5 项）。",
        "教育/培训 (line 8): the source says “5选2”, but no group here is like that. One should be at least 2 of 5.",
    );
}
