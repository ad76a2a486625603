//! “含…”: what a paper has to say that it covers.

use super::letters::{Look, Piece, outside, pieces, place_where};
use super::parts::Role;
use super::roles::Roles;
use super::wording::Covers;

/// Verbs of covering.
const VERBS: &str = "必须包含： 必须包含 必须含有 明确包含 须同时包含 需同时包含 须包含 需包含 应包含 应包括 需包括 须包括 \
    包含： 包含 须含有 应含有 须含 需含 应含 含有 含 需为 须为 为： 为 须有 需有";

/// What may stand before the verb: the kind of statement that a paper makes.
const STATEMENTS: &str = "经营范围 业务范围 许可范围 核准服务项目 业务种类 经营项目 经营种类 服务形式 机构类型 算法类型 \
    专业范围 性质 名称 公司名称 协议内容 内容 范围 协议 证明 许可 企业类型 条款内容 其中";

/// What a paper may state beside what it covers: its phrases say so.
const NAMED: &str = "机构类型 算法类型 公司名称 名称 性质 类型 主体";

/// What may follow the phrases without a meaning of its own.
const TAILS: &str = "之一 相关内容 相关业务 相关 类似字样 服务范围 项目 内容 业务 字样 特许 的";

/// The same, where it also ends a phrase that stands in no quotation marks.
const AND_SO_ON: &str = "等内容 等相关内容 等相关业务 等相关 等类似字样 等信息 等 等相关信息";

/// Words that join a coverage and the next paper.
const JOINS: &str = "、 或 或者 及 与 和 以及";

/// A coverage in brackets, whose clauses stand beside each other: groups, every one of which has to
/// be covered. None, if nothing is covered.
pub(super) fn in_bracket(words: Piece<'_>, roles: &mut Roles) -> Option<Vec<Covers>> {
    let clauses = clauses(words);
    if clauses.iter().all(|clause| clause.place(VERBS).is_none()) {
        return None;
    }
    groups(&clauses, roles)
}

/// A coverage that follows a paper without brackets: “，且含…”, “经营范围包含：…”. How long it is
/// follows from where the clause ends.
pub(super) fn after_paper<'a>(piece: Piece<'a>, roles: &mut Roles) -> Option<(Vec<Covers>, Piece<'a>)> {
    let lead = piece.trim().skip_any("， 、").trim().skip_any("且 但 并").trim();
    let (statement, after) = lead.cut(lead.place(VERBS)?);
    let may_state = statement.is_empty() || statement.trim().ends_with_any(STATEMENTS);
    if !may_state || statement.len() > 12 {
        return None;
    }
    let end = end_of_clause(after);
    let end = joint(after.cut(end).0).unwrap_or(end);
    let rest = after.cut(end).1;
    let groups = groups(&clauses(lead.until(rest)), roles);
    roles.claim(piece.until(rest), Role::Coverage);
    Some((groups?, rest))
}

/// Where a coverage without brackets ends: with the sentence, or before the next paper.
fn end_of_clause(after: Piece<'_>) -> usize {
    let sentence = after.place("； 。").unwrap_or(after.len());
    let mut quoted = false;
    let open = after.cut(sentence).0.iter().position(|letter| {
        quoted ^= letter.c == '"';
        !quoted && matches!(letter.c, '《' | '（')
    });
    let Some(open) = open else { return sentence };
    if after.get(open).is_some_and(|letter| letter.c == '（') {
        return open;
    }
    let mut joins = outside(after).into_iter().filter(|at| *at < open);
    joins.rfind(|&at| after.cut(at).1.starts_with_any(JOINS)).unwrap_or(open)
}

/// Where a quotation is followed by a word that joins the next paper.
fn joint(piece: Piece<'_>) -> Option<usize> {
    place_where(piece, &|before, after| {
        before.trim().ends_with_any("\"")
            && after.after_any(JOINS).is_some_and(|(_, next)| !next.trim().starts_with_any("\""))
    })
}

/// The clauses between ； and ，.
fn clauses(words: Piece<'_>) -> Vec<Piece<'_>> {
    let mut clauses = pieces(words, &mut |_, at| words.cut(at).1.starts_with_any("， ；"));
    clauses.iter_mut().for_each(|clause| *clause = clause.skip_any("， ；").trim());
    clauses.retain(|clause| !clause.is_empty());
    clauses
}

fn groups(clauses: &[Piece<'_>], roles: &mut Roles) -> Option<Vec<Covers>> {
    let groups: Vec<Covers> = clauses.iter().filter_map(|clause| group(clause, roles)).collect();
    (!groups.is_empty()).then_some(groups)
}

/// What one clause asks to be covered.
fn group(clause: Piece<'_>, roles: &mut Roles) -> Option<Covers> {
    let clause = clause.skip_any("且");
    if clause.starts_with_any("如") {
        return None;
    }
    let (mut statement, mut verb, mut right) = (clause.cut(0).0, clause.cut(0).0, clause);
    if let Some(at) = clause.place(VERBS)
        && let (before, after) = clause.cut(at)
        && may_be_statement(before.trim())
    {
        statement = before.trim();
        (verb, right) = after.after_any(VERBS)?;
        right = right.trim();
    }
    let right = right.skip_any("：").trim();
    let is_named = statement.equals_any(NAMED);
    let (mut phrases, any) = match quoted(right) {
        Some(found) => found,
        None => {
            let phrase = right.trim_end_marks();
            let phrase = phrase.before_any(AND_SO_ON).map_or(phrase, |(before, _)| before).trim();
            if phrase.is_empty() {
                return None;
            }
            roles.claim(clause, Role::Coverage);
            // What an agreement or a proof has to contain is a list of things, all of them; a scope
            // of business in such words is one, or alternatives.
            let is_scope = is_named || statement.has_any("范围 项目 种类");
            let parts = split(phrase, if is_scope { "或" } else { "、" });
            (parts.into_iter().map(said).filter(|phrase| !phrase.is_empty()).collect(), is_scope)
        }
    };
    if is_named {
        let means = if verb.has_any("含 包括") { "含" } else { "为" };
        for phrase in &mut phrases {
            *phrase = format!("{}{means}‘{phrase}’", statement.text()).into();
        }
    }
    Some(Covers { any: any && phrases.len() > 1, phrases })
}

fn may_be_statement(words: Piece<'_>) -> bool {
    words.before("均").unwrap_or(words).trim().len() <= 14
}

/// Phrases in quotation marks, where there is nothing else but what joins them.
fn quoted(right: Piece<'_>) -> Option<(Vec<Box<str>>, bool)> {
    let mut phrases: Vec<Box<str>> = Vec::new();
    let mut any = right.has_any("之一");
    let mut is_name = false;
    let mut rest = right.trim();
    while let Some(first) = rest.first() {
        if first.c == '"' || first.c == '【' {
            let close = if first.c == '【' { '】' } else { '"' };
            let inside = rest.cut(1).1;
            let end = inside.iter().position(|letter| letter.c == close).unwrap_or(inside.len());
            let (phrase, after) = inside.cut(end);
            let parts = split(phrase, "或");
            any |= parts.len() > 1;
            for part in parts {
                let said = said(part.after("含").filter(|rest| rest.len() > 2).unwrap_or(part));
                if !said.is_empty() {
                    phrases.push(if is_name { format!("名称含‘{said}’").into() } else { said });
                }
            }
            rest = after.cut(1).1;
        } else if let Some((word, after)) = rest.after_any("或者 或 、 ， 和 及 与 /") {
            any |= word.starts_with_any("或 /");
            // “或名称含”: another statement about the same paper.
            let after = after.skip_any("范围含");
            rest = after.skip_any("名称含 名称包含");
            is_name = rest.len() < after.len();
        } else {
            rest = rest.after_any(TAILS).or_else(|| rest.after_any(AND_SO_ON))?.1;
        }
        rest = rest.trim();
    }
    (!phrases.is_empty()).then_some((phrases, any))
}

/// The pieces between a word. “汽油 或 柴油” in one quotation is two phrases.
fn split<'a>(phrase: Piece<'a>, word: &str) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = phrase;
    while let Some(at) = rest.find(word) {
        let (before, after) = rest.cut(at);
        pieces.push(before.trim());
        rest = after.skip_any(word);
    }
    pieces.push(rest.trim());
    pieces
}

/// The words of a phrase, without white space at its ends and with quotation marks as they are
/// written inside of others.
fn said(phrase: Piece<'_>) -> Box<str> {
    let mut is_open = false;
    let mark = |c| match c {
        '"' => {
            is_open = !is_open;
            if is_open { '‘' } else { '’' }
        }
        other => other,
    };
    phrase.trim().iter().map(|letter| letter.c).map(mark).collect::<String>().into()
}
