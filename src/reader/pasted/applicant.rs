//! Whom a wording speaks to: an answer of the registry that says the same, or a question of its own.

use crate::catalog::{Answer, AnswerId, Condition, Fact, Registry, SUBJECT, bare};
use crate::i18n::{READINGS_EN, READINGS_ZH};

/// The answer to a question of its own.
pub(super) const YES: &str = "yes";

/// What wordings call each subject.
const SUBJECTS: [(&str, &str); 8] = [
    ("personal", "个人 自然人"),
    ("sole-trader", "个体工商户 个体户 个体"),
    ("enterprise", "企业 企业法人 公司"),
    ("government", "政府 政府机构 政府机关 政府部门 政府单位 国家机关 行政机关 机关"),
    ("institution", "事业单位"),
    ("media", "媒体 媒体机构"),
    ("other", "其他组织 其他机构 社会组织 社会团体"),
    ("overseas", "境外 境外企业 境外公司 境外机构 海外"),
];

/// What was found, and why it is a guess, where it is one.
type Known = (Condition, Option<Box<str>>);

/// The subjects that an applicant is: “企业主体”, “政府、事业单位”, “非个人”.
pub(super) fn subject(who: &str, beside: &[&str], registry: &Registry) -> Option<Known> {
    let fact = registry.fact(SUBJECT)?;
    let plain = plain(who);
    let (is_not, names) = plain.strip_prefix('非').map_or((false, &*plain), |others| (true, others));
    let mut named = Vec::new();
    for name in names.split(['、', '/', '或', '和', '及', '与']) {
        let name = name.strip_suffix("主体").unwrap_or(name);
        named.push(SUBJECTS.iter().find(|(_, names)| names.split(' ').any(|one| one == name))?.0);
    }
    // Platforms register a sole trader as a kind of company, unless they speak of both.
    let mut guess = None;
    let is_told_apart = || std::iter::once(&who).chain(beside).any(|who| who.contains("个体"));
    if !is_not && named.contains(&"enterprise") && !is_told_apart() {
        named.push("sole-trader");
        guess = Some("没有另外写个体工商户：个体工商户也按企业处理。".into());
    }
    let answers = fact.answers.iter().map(|answer| &answer.id);
    let is: Vec<AnswerId> = answers.filter(|id| named.contains(&id.as_str()) != is_not).cloned().collect();
    (!is.is_empty()).then(|| (Condition { fact: fact.id.clone(), is }, guess))
}

/// The one answer of the registry that says the same. Where several do, those beside it may tell
/// which question is meant.
pub(super) fn answer(who: &str, beside: &[&str], registry: &Registry) -> Option<Known> {
    let facts = registry.facts.iter().filter(|fact| fact.id.as_str() != SUBJECT);
    let found: Vec<(&Fact, &Answer)> = facts.filter_map(|fact| Some((fact, says(fact, who)?))).collect();
    let (fact, answer) = match found.as_slice() {
        [only] => only,
        several => {
            let mut asked = several.iter().filter(|(fact, _)| beside.iter().all(|who| says(fact, who).is_some()));
            asked.next().filter(|_| asked.next().is_none())?
        }
    };
    let guess = format!("资料库里有同样的回答，按它的问题处理：{}", fact.zh);
    Some((Condition { fact: fact.id.clone(), is: vec![answer.id.clone()] }, Some(guess.into())))
}

/// A question for this applicant alone.
pub(super) fn question(who: &str, registry: &Registry) -> Fact {
    let mut id = super::id(&format!("申请人-{}", bare(who)));
    while registry.fact(&id).is_some() {
        id.push('-');
    }
    let (zh, en) = (&READINGS_ZH, &READINGS_EN);
    let answer = |id: &str, zh: String, en: String| Answer { id: id.into(), zh: zh.into(), en: en.into() };
    Fact {
        id: id.as_str().into(),
        zh: (zh.asks)(who).into(),
        en: (en.asks)(who).into(),
        answers: vec![answer(YES, (zh.is)(who), (en.is)(who)), answer("no", (zh.is_not)(who), (en.is_not)(who))],
    }
}

/// The answer that says this of the applicant; none, if two do.
fn says<'a>(fact: &'a Fact, who: &str) -> Option<&'a Answer> {
    let wanted = plain(who);
    let mut answers = fact.answers.iter().filter(|answer| plain(&answer.zh) == wanted);
    answers.next().filter(|_| answers.next().is_none())
}

/// Words for an applicant, without those that say nothing: “医疗机构主体：” is 医疗机构, “不是金融机构” is
/// 非金融机构.
fn plain(words: &str) -> String {
    let bare = bare(words);
    let mut rest = bare.trim_end_matches(['：', ':']);
    while let Some(before) =
        rest.strip_suffix('的').or_else(|| rest.strip_suffix("主体")).filter(|rest| !rest.is_empty())
    {
        rest = before;
    }
    match rest.strip_prefix("不是") {
        Some(other) => format!("非{other}"),
        None => rest.strip_prefix('是').unwrap_or(rest).to_owned(),
    }
}
