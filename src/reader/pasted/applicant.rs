//! Whom a wording speaks to: an answer of the registry that says the same, or a question of its own.

use crate::catalog::{Answer, Condition, Fact, Registry, SUBJECT, bare};
use crate::i18n::{READINGS_EN, READINGS_ZH};
use crate::reader::joining::JOINS;
use crate::reader::letters::{Look, Piece, letters};
use crate::reader::lexicon::bare as bare_letters;

/// The answers to a question of its own.
const YES: &str = "yes";
const NO: &str = "no";

/// Begins the name of everybody else.
const NOT: &str = "非 不是";

/// What wordings call each subject.
const SUBJECTS: [(&str, &str); 8] = [
    ("personal", "个人 自然人"),
    ("sole-trader", "个体工商户 个体户 个体"),
    ("enterprise", "企业 企业法人 公司"),
    ("government", "政府 政府机构 政府机关 政府部门 政府单位 国家机关 行政机关 机关"),
    ("institution", "事业单位"),
    ("media", "媒体 媒体机构"),
    ("other", "其他组织 社会组织 社会团体"),
    ("overseas", "境外 境外企业 境外公司 境外机构 海外"),
];

/// What was found, and why it is a guess, where it is one.
type Known = (Condition, Option<Box<str>>);

/// The subjects that an applicant is: “企业主体”, “政府、事业单位”, “非个人”.
pub(super) fn subject(who: &str, beside: &[&str], registry: &Registry) -> Option<Known> {
    let fact = registry.fact(SUBJECT)?;
    let letters = letters(who);
    let whole = without_ending(&letters);
    let is_not = whole.starts_with_any(NOT);
    let mut rest = whole.skip_any(NOT);
    let mut named = Vec::new();
    loop {
        let (id, after) = SUBJECTS.iter().find_map(|(id, names)| Some((*id, rest.after_any(names)?.1)))?;
        named.push(id);
        rest = after.skip_any("主体").trim();
        if rest.is_empty() {
            break;
        }
        rest = rest.after_any(JOINS)?.1.trim();
    }
    // Platforms register a sole trader as a kind of company, unless they speak of both.
    let mut guess = None;
    let is_told_apart = who.contains("个体") || beside.iter().any(|who| who.contains("个体"));
    if !is_not && named.contains(&"enterprise") && !is_told_apart {
        named.push("sole-trader");
        guess = Some(READINGS_ZH.read_as_companies.into());
    }
    let mut is = Vec::new();
    for answer in &fact.answers {
        if named.contains(&answer.id.as_str()) != is_not {
            is.push(answer.id.clone());
        }
    }
    (!is.is_empty()).then(|| (Condition { fact: fact.id.clone(), is }, guess))
}

/// The one answer of the registry that says the same. Where several do, those beside it may tell
/// which question is meant.
pub(super) fn answer(who: &str, beside: &[&str], registry: &Registry) -> Option<Known> {
    let mut found = Vec::new();
    for fact in registry.facts.iter().filter(|fact| fact.id.as_str() != SUBJECT) {
        if let Some(answer) = says(fact, who) {
            found.push((fact, answer));
        }
    }
    if found.len() > 1 {
        found.retain(|(fact, _)| beside.iter().all(|who| says(fact, who).is_some()));
    }
    let [(fact, answer)] = found.as_slice() else { return None };
    let guess = (READINGS_ZH.read_as_answer)(&fact.zh);
    Some((Condition { fact: fact.id.clone(), is: vec![answer.id.clone()] }, Some(guess.into())))
}

/// A question for this applicant alone, and what they answer. “非医院” beside “医院” is no other one.
pub(super) fn question(who: &str, beside: &[&str], registry: &Registry) -> (Fact, Condition) {
    let (is_not, said) = plain(who);
    let opposite = beside.iter().find(|other| is_not && plain(other) == (false, said.clone()));
    let fact = is_it(opposite.unwrap_or(&who), registry);
    let answer = if opposite.is_some() { NO } else { YES };
    let condition = Condition { fact: fact.id.clone(), is: vec![answer.into()] };
    (fact, condition)
}

fn is_it(who: &str, registry: &Registry) -> Fact {
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
        answers: vec![answer(YES, (zh.is)(who), (en.is)(who)), answer(NO, (zh.is_not)(who), (en.is_not)(who))],
    }
}

/// The answer that says this of the applicant; none, if two do.
fn says<'a>(fact: &'a Fact, who: &str) -> Option<&'a Answer> {
    let wanted = plain(who);
    let mut answers = fact.answers.iter().filter(|answer| plain(&answer.zh) == wanted);
    answers.next().filter(|_| answers.next().is_none())
}

/// What words for an applicant say: “医疗机构主体：” is 医疗机构, “是金融机构” 金融机构. With it, whether they
/// say that somebody is not.
fn plain(words: &str) -> (bool, Vec<char>) {
    let letters = letters(words);
    let who = without_ending(&letters);
    (who.starts_with_any(NOT), bare_letters(who.skip_any(NOT).skip_any("是")))
}

/// Without what ends the name of an applicant and says nothing.
fn without_ending(who: Piece<'_>) -> Piece<'_> {
    let mut rest = who.trim().trim_end_marks();
    while let Some((before, _)) = rest.before_any("的 主体").filter(|(before, _)| !before.is_empty()) {
        rest = before.trim_end_marks();
    }
    rest
}
