//! What stands in brackets behind a paper: what it has to cover, how many, for whom, or a remark.

use super::coverage;
use super::letters::{Look, Piece, bracket};
use super::parts::{Role, Span};
use super::roles::Roles;
use super::threshold;
use super::wording::Covers;

/// What a bracket says of the paper before it.
#[derive(Debug)]
pub(super) enum Said {
    /// What it has to cover.
    Covers(Vec<Covers>),
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
const REMARKS: &str = "注 如 示例 例如 点击 pdf excel 图标 原件 英文";

/// Units that papers are counted in.
const UNITS: &str = "家 份 名 张 个 本 位";

/// Verbs of issuing.
pub(super) const ISSUED: &str = "颁发 核发 出具 签发 核准 备案 批准 授权认证 公布 开具";

/// Reads the bracket that a piece begins with, and what follows it.
pub(super) fn read<'a>(piece: Piece<'a>, roles: &mut Roles) -> Option<(Said, Piece<'a>)> {
    let (inside, rest) = piece.cut(bracket(piece)?);
    let (close, rest) = rest.cut(1);
    let (open, inside) = inside.cut(1);
    let words = inside.trim();
    let (role, said) = if words.starts_with_any(REMARKS) {
        (Role::Note, Said::Remark)
    } else if let Some(applicant) = applicant(words) {
        (Role::Applicant, Said::For(applicant.span()?))
    } else if let Some((count, _)) = count(words) {
        (Role::Count, Said::Count(count, words.has_any("均")))
    } else if let Some(covers) = coverage::in_bracket(words, roles) {
        (Role::Coverage, Said::Covers(covers))
    } else if let Some((who, _)) = words.before_any(ISSUED) {
        (Role::Issuer, Said::Issuer(who.trim().span().or(words.span())?))
    } else {
        (Role::Note, Said::Remark)
    };
    for piece in [open, inside, close] {
        roles.claim(piece, role);
    }
    Some((said, rest))
}

/// Whom “适用于…” is about.
fn applicant(words: Piece<'_>) -> Option<Piece<'_>> {
    let (_, who) = words.after_any("适用于 适用 仅适用于")?;
    let who = who.skip_any("类别：");
    (!who.is_empty()).then_some(who)
}

/// “两家或以上”, “2-3家”, “至少3份”, “3名”: the least number, and how many letters say so.
pub(super) fn count(words: Piece<'_>) -> Option<(u32, usize)> {
    let rest = words.skip_any("均需提供 均提供 提供至少 至少需 至少 不少于 需 需提供至少").trim();
    let (number, mut after) = threshold::number(rest)?;
    if let Some((_, range)) = after.after_any("- ～ ~ 至 到") {
        (_, after) = threshold::number(range)?;
    }
    let more = "及以上 或以上 以上 及";
    let (_, after) = after.skip_any(more).after_any(UNITS)?;
    Some((u32::try_from(number).ok()?, words.until(after.skip_any(more)).len()))
}
