//! What becomes of a wording that somebody pastes: a category, and what the registry does not have.

use leimu::catalog::{Category, CategoryPath, DocumentKind, Kind, Reading, Requirement, check};
use leimu::eligibility::{CatalogRules, Limits};
use leimu::profile::Profile;
use leimu::reader::{Pasted, Trouble, pasted};
use proptest::prelude::*;
use serde_json::json;

use crate::given::{bundle, read_catalog, small_catalog, today};
use crate::promises::texts;
use crate::{lexicon, line, registry};

/// A wording, what it asks for, and what the registry does not have.
struct Case {
    text: &'static str,
    asks: &'static str,
    papers: &'static [(&'static str, DocumentKind)],
    questions: &'static [&'static str],
}

const CASES: [Case; 26] = [
    Case { text: "《营业执照》", asks: "营业执照", papers: &[], questions: &[] },
    Case {
        text: "《宠物美容师资格证书》",
        asks: "宠物美容师资格证书",
        papers: &[("《宠物美容师资格证书》", DocumentKind::Certificate)],
        questions: &[],
    },
    Case {
        text: "需同时提供：\n1、《营业执照》（经营范围含“宠物寄养”）\n2、《宠物寄养场所备案证明》\n3、服务质量承诺函（原件）",
        asks: "all(营业执照 含宠物寄养, 宠物寄养场所备案证明, 服务质量承诺函)",
        papers: &[("《宠物寄养场所备案证明》", DocumentKind::Filing), ("服务质量承诺函", DocumentKind::Letter)],
        questions: &[],
    },
    // One name is one paper, however it is written.
    Case {
        text: "（2选1）：\n1、《无人出租车运营许可证》\n2、同时提供：\n①无人出租车运营许可证\n②《无人出租车 运营许可证》复印件\n③与车厂的合作协议\n④官网截图",
        asks: "any(无人出租车运营许可证, all(无人出租车运营许可证, 无人出租车运营许可证, 与车厂的合作协议, 官网截图))",
        papers: &[
            ("《无人出租车运营许可证》", DocumentKind::Licence),
            ("与车厂的合作协议", DocumentKind::Agreement),
            ("官网截图", DocumentKind::Screenshot),
        ],
        questions: &[],
    },
    Case {
        text: "主管部门的立项批复、平台审核规则",
        asks: "all(主管部门的立项批复, 平台审核规则)",
        papers: &[("主管部门的立项批复", DocumentKind::Approval), ("平台审核规则", DocumentKind::Statement)],
        questions: &[],
    },
    Case {
        text: "企业主体：《营业执照》；个人主体：《身份证》",
        asks: "any(all(for subject=sole-trader+enterprise~, 营业执照), all(for subject=personal, 身份证))~",
        papers: &[("《身份证》", DocumentKind::Certificate)],
        questions: &[],
    },
    Case {
        text: "（2选1）：\n1、企业主体，提供：《营业执照》\n2、个体工商户，提供：《营业执照》、《健康合格证》",
        asks: "any(all(for subject=enterprise, 营业执照), all(for subject=sole-trader, 营业执照, 健康合格证))",
        papers: &[],
        questions: &[],
    },
    Case {
        text: "《事业单位法人证书》（适用于政府机构、事业单位）",
        asks: "all(for subject=government+institution, 事业单位法人证书)",
        papers: &[],
        questions: &[],
    },
    Case {
        text: "非个人主体：《营业执照》",
        asks: "all(for subject=sole-trader+enterprise+government+institution+media+other+overseas, 营业执照)",
        papers: &[],
        questions: &[],
    },
    Case {
        text: "（3选1）：\n1、公立学校：《事业单位法人证书》\n2、私立学校：《民办学校办学许可证》\n3、火星学校：《火星办学许可证》",
        asks: "any(all(for education-provider=public-school~, 事业单位法人证书), all(for education-provider=private-school~, 民办学校办学许可证), all(for 申请人-火星学校=yes, 火星办学许可证))",
        papers: &[("《火星办学许可证》", DocumentKind::Licence)],
        questions: &["申请人是否属于：火星学校？"],
    },
    Case {
        text: "银行主体：《金融许可证》；非银行主体：《金融许可证》及《营业执照》",
        asks: "any(all(for bank=yes~, 金融许可证), all(for bank=no~, 金融许可证, 营业执照))~",
        papers: &[],
        questions: &[],
    },
    // Several questions have 自营 for an answer: those beside it tell which is meant, or nothing does.
    Case {
        text: "自营：《农作物种子生产经营许可证》；代理商：《营业执照》",
        asks: "any(all(for seed-role=self-run~, 农作物种子生产经营许可证), all(for seed-role=agent~, 营业执照))~",
        papers: &[],
        questions: &[],
    },
    Case {
        text: "自营：《营业执照》",
        asks: "all(for 申请人-自营=yes, 营业执照)",
        papers: &[],
        questions: &["申请人是否属于：自营？"],
    },
    // One applicant is one question, and no other paper or question has its id.
    Case {
        text: "主播：《营业执照》；平台方：《金融许可证》；主 播：《食品经营许可证》",
        asks: "any(all(for 申请人-主播=yes, 营业执照), all(for 申请人-平台方=yes, 金融许可证), all(for 申请人-主播=yes, 食品经营许可证))~",
        papers: &[],
        questions: &["申请人是否属于：主播？", "申请人是否属于：平台方？"],
    },
    Case {
        text: "宠物医院合作方：《营业执照》；非宠物医院合作方：《金融许可证》",
        asks: "any(all(for 申请人-宠物医院合作方=yes, 营业执照), all(for 申请人-宠物医院合作方=no, 金融许可证))~",
        papers: &[],
        questions: &["申请人是否属于：宠物医院合作方？"],
    },
    // 非 may as well begin a name.
    Case {
        text: "非遗传承人：《营业执照》",
        asks: "all(for 申请人-非遗传承人=yes, 营业执照)",
        papers: &[],
        questions: &["申请人是否属于：非遗传承人？"],
    },
    Case {
        text: "subject：business-licence 证",
        asks: "all(for 申请人-subject=yes, business-licence证)",
        papers: &[("business-licence 证", DocumentKind::Certificate)],
        questions: &["申请人是否属于：subject？"],
    },
    Case {
        text: "《营业执照》及《网络文化经营许可证》或《演出经纪资格证书》",
        asks: "any(all(营业执照, 网络文化经营许可证), 演出经纪资格证书)?",
        papers: &[("《演出经纪资格证书》", DocumentKind::Certificate)],
        questions: &[],
    },
    Case {
        text: "《营业执照》、《网络文化经营许可证》或《演出经纪资格证书》",
        asks: "any(营业执照, 网络文化经营许可证, 演出经纪资格证书)?",
        papers: &[("《演出经纪资格证书》", DocumentKind::Certificate)],
        questions: &[],
    },
    Case {
        text: "（3选1）：\n1、《营业执照》\n2、《金融许可证》",
        asks: "any(营业执照, 金融许可证)",
        papers: &[],
        questions: &[],
    },
    Case {
        text: "至少2家合作医院的《医疗机构执业许可证》，合作医院的《远程会诊协议》",
        asks: "all(医疗机构执业许可证 ×2 合作方的, 远程会诊协议 合作方的)",
        papers: &[("《远程会诊协议》", DocumentKind::Agreement)],
        questions: &[],
    },
    Case {
        text: "该类目暂不支持线上申请，请发送至邮箱“a@b.example”",
        asks: "mail[该类目暂不支持线上申请，请发送至邮箱“a@b.example”]",
        papers: &[],
        questions: &[],
    },
    Case { text: " - ", asks: "nothing", papers: &[], questions: &[] },
    // What is not asked for is not read, and neither are words that nothing can be made of.
    Case {
        text: "个人：《营业执照》\n企业：无需资质",
        asks: "all(for subject=personal, 营业执照)",
        papers: &[],
        questions: &[],
    },
    Case {
        text: "以下无需提供：\n1、《营业执照》\n2、《从未见过的证》", asks: "(none)", papers: &[], questions: &[]
    },
    Case { text: "具体以界面为准", asks: "(none)", papers: &[], questions: &[] },
];

fn paste(text: &str) -> Pasted {
    pasted(text, CategoryPath::of(&["我的", "类目"]), registry(), lexicon())
}

#[test]
fn a_wording_becomes_a_category_with_all_that_it_names() {
    for Case { text, asks, papers, questions } in &CASES {
        let pasted = paste(text);
        let asked = pasted.category.as_ref().map_or_else(|| "(none)".to_owned(), |one| line(&one.requirement));
        assert_eq!(asked, *asks, "{text}");
        let found: Vec<_> = pasted.documents.iter().map(|paper| (&*paper.name, paper.kind)).collect();
        assert_eq!(found, *papers, "{text}");
        assert!(pasted.documents.iter().all(|paper| paper.english.is_empty()), "nobody translated {text}");
        let found: Vec<_> = pasted.facts.iter().map(|fact| &*fact.zh).collect();
        assert_eq!(found, *questions, "{text}");
        holds(text);
    }
}

#[test]
fn a_category_has_its_words_and_remarks_with_their_lines() {
    let text = "《营业执照》（原件）\n\n注：不支持个人主体申请。\n  备注：如有疑问请咨询";
    let category = paste(text).category.unwrap();
    assert_eq!((category.path, category.line), (CategoryPath::of(&["我的", "类目"]), 1));
    assert_eq!(category.words.as_deref(), Some(text));
    let notes: Vec<_> = category.notes.iter().map(|note| (&*note.words, note.line)).collect();
    assert_eq!(notes, [("注：不支持个人主体申请。", 3), ("备注：如有疑问请咨询", 4)]);
}

#[test]
fn blank_text_is_nothing_at_all() {
    for text in ["", " ", "\n\n", "　\t\r\n"] {
        let Pasted { wording, category, documents, facts } = paste(text);
        assert!(category.is_none() && documents.is_empty() && facts.is_empty() && wording.is_certain(), "{text:?}");
    }
}

#[test]
fn an_applicant_who_is_asked_for_is_told_and_one_who_was_guessed_is_noted() {
    let pasted = paste("公立学校：《营业执照》；火星学校：《金融许可证》");
    let text = "火星学校";
    let told: Vec<_> = pasted.wording.diagnostics.iter().filter(|one| one.what == Trouble::UnknownApplicant).collect();
    let words = pasted.category.as_ref().unwrap().words.as_deref().unwrap();
    assert_eq!(told.iter().map(|one| one.span.of(words)).collect::<Vec<_>>(), [text]);
    let mut guessed = Vec::new();
    pasted.category.as_ref().unwrap().requirement.walk(&mut |node| {
        if matches!(node.kind, Kind::Fact(_)) {
            guessed.push((node.reading, node.note.as_deref()));
        }
    });
    let note = "资料库里有同样的回答，按它的问题处理：你们以哪类办学主体的身份申请？";
    assert_eq!(guessed, [(Reading::Inferred, Some(note)), (Reading::Literal, None)]);
}

/// A category of its own catalog holds together with what the registry lacked, and answers.
#[track_caller]
fn holds(text: &str) {
    let pasted = paste(text);
    let whole = pasted.registry(registry());
    assert_eq!(check::registry(&whole), [], "{text}");
    let mut catalog = read_catalog(&small_catalog(&json!([]), &json!([])));
    catalog.categories.extend(pasted.category.clone());
    assert_eq!(check::catalog(&catalog, &whole), [], "{text}");

    let mut named = Vec::new();
    pasted.category.iter().for_each(|category| category.requirement.walk(&mut |node| named.push(name(node))));
    for id in pasted.documents.iter().map(|paper| paper.id.as_str()) {
        assert!(registry().document(id).is_none() && named.contains(&Some(id)), "{id} in {text}");
    }
    for id in pasted.facts.iter().map(|fact| fact.id.as_str()) {
        assert!(registry().fact(id).is_none() && named.contains(&Some(id)), "{id} in {text}");
    }
    let told = pasted.wording.diagnostics.iter().map(|one| one.span);
    assert!(told.is_sorted(), "{text}");

    let rules = CatalogRules::new(&catalog, &whole);
    let answers = rules.evaluate_within(Limits::LINE, &Profile::default(), today()).categories;
    assert_eq!(answers.len(), usize::from(pasted.category.is_some()), "{text}");
}

fn name(node: &Requirement) -> Option<&str> {
    match &node.kind {
        Kind::Document(asked) => Some(asked.document.as_str()),
        Kind::Fact(condition) => Some(condition.fact.as_str()),
        _ => None,
    }
}

#[test]
fn every_wording_of_the_data_holds_together() {
    let categories = bundle().catalogs.iter().flat_map(|catalog| &catalog.categories);
    let mut wordings: Vec<&str> = categories.filter_map(|category: &Category| category.words.as_deref()).collect();
    wordings.sort_unstable();
    wordings.dedup();
    assert!(wordings.len() > 90, "there are {} wordings", wordings.len());
    wordings.into_iter().for_each(holds);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_text_holds_together(text in texts()) {
        holds(&text);
    }
}
