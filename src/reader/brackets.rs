//! What stands in brackets behind a paper: what it has to cover, how many, for whom, or a remark.

use crate::numerals::first_number;

use super::coverage::{self, Found};
use super::letters::{Look, Piece, bracket};
use super::parts::{Role, Span};
use super::roles::Roles;

/// What a bracket says of the paper before it.
#[derive(Debug)]
pub(super) enum Said {
    /// What it has to cover.
    Covers(Found),
    /// How many of it; of every paper before it, where “均” says so.
    Count(u32, bool),
    /// For whom this alternative is.
    For(Span),
    /// Who issues it.
    Issuer(Span),
    /// Nothing that is asked.
    Remark,
}

/// Words that are a remark wherever they begin a bracket.
const REMARKS: [&str; 12] =
    ["注：", "注", "如：", "如", "示例", "例如", "点击", "pdf", "excel", "图标", "原件", "英文"];

/// Units that papers are counted in.
const UNITS: [&str; 7] = ["家", "份", "名", "张", "个", "本", "位"];

/// Verbs of issuing.
pub(super) const ISSUED: [&str; 10] =
    ["颁发", "核发", "出具", "签发", "核准", "备案", "批准", "授权认证", "公布", "开具"];

/// Reads the bracket that a piece begins with, and what follows it.
pub(super) fn read<'a>(piece: Piece<'a>, roles: &mut Roles) -> Option<(Said, Piece<'a>)> {
    let (inside, rest) = piece.cut(bracket(piece)?);
    let (close, rest) = rest.cut(1);
    let (open, inside) = inside.cut(1);
    let whole = |role, roles: &mut Roles| {
        roles.claim(open, role);
        roles.claim(inside, role);
        roles.claim(close, role);
    };
    let words = inside.trim();
    if words.after_any(&REMARKS).is_some() {
        whole(Role::Note, roles);
        return Some((Said::Remark, rest));
    }
    if let Some(applicant) = applicant(words) {
        whole(Role::Applicant, roles);
        return Some((Said::For(applicant.span()?), rest));
    }
    if let Some((count, _)) = count(words) {
        let all = words.has_any(&["均"]);
        whole(Role::Count, roles);
        return Some((Said::Count(count, all), rest));
    }
    if let Some(found) = coverage::in_bracket(words, roles) {
        whole(Role::Coverage, roles);
        return Some((Said::Covers(found), rest));
    }
    if words.ends_with_any(&ISSUED)
        && let Some(span) = words.span()
    {
        whole(Role::Issuer, roles);
        let who = ISSUED.iter().find_map(|verb| words.before(verb)).and_then(|who| who.trim().span());
        return Some((Said::Issuer(who.unwrap_or(span)), rest));
    }
    whole(Role::Note, roles);
    Some((Said::Remark, rest))
}

/// Whom “适用于…” is about.
pub(super) fn applicant<'a>(words: Piece<'a>) -> Option<Piece<'a>> {
    let (_, who) = words.after_any(&["适用于", "适用", "仅适用于"])?;
    let who = who.after("类别：").unwrap_or(who);
    (!who.is_empty()).then_some(who)
}

/// “两家或以上”, “2-3家”, “至少3份”, “3名”: the least number, and how many letters say so.
pub(super) fn count(words: Piece<'_>) -> Option<(u32, usize)> {
    let (_, rest) = words
        .after_any(&["均需提供", "均提供", "提供至少", "至少需", "至少", "不少于", "需", "需提供至少"])
        .unwrap_or(words.cut(0));
    let rest = rest.trim();
    let (number, written) = first_number(&rest.text())?;
    let mut after = rest.cut(written.chars().count()).1;
    if let Some(range) = after.after_any(&["-", "～", "~", "至", "到"]) {
        let (_, upper) = first_number(&range.1.text())?;
        after = range.1.cut(upper.chars().count()).1;
    }
    let more = ["及以上", "或以上", "以上", "及"];
    let after = after.after_any(&more).map_or(after, |(_, rest)| rest);
    let (_, after) = after.after_any(&UNITS)?;
    let after = after.after_any(&more).map_or(after, |(_, rest)| rest);
    let many = words.len().saturating_sub(after.len());
    Some((u32::try_from(number).ok()?, many))
}
