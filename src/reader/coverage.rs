//! “含…”: what a paper has to say that it covers.

use super::letters::{Look, Piece};
use super::parts::Role;
use super::roles::Roles;
use super::wording::Covers;

/// What was found, and how many letters say it.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The groups; every one of them has to be covered.
    pub(super) groups: Vec<Covers>,
}

/// Verbs of covering, the longest first where one is part of another.
const VERBS: [&str; 27] = [
    "必须包含：",
    "必须包含",
    "必须含有",
    "明确包含",
    "须同时包含",
    "需同时包含",
    "须包含",
    "需包含",
    "应包含",
    "应包括",
    "需包括",
    "须包括",
    "包含：",
    "包含",
    "须含有",
    "应含有",
    "须含",
    "需含",
    "应含",
    "含有",
    "含",
    "需为",
    "须为",
    "为：",
    "为",
    "须有",
    "需有",
];

/// What may stand before the verb: the kind of statement that a paper makes.
const STATEMENTS: [&str; 23] = [
    "经营范围",
    "业务范围",
    "许可范围",
    "核准服务项目",
    "业务种类",
    "经营项目",
    "经营种类",
    "服务形式",
    "机构类型",
    "算法类型",
    "专业范围",
    "性质",
    "名称",
    "公司名称",
    "协议内容",
    "内容",
    "范围",
    "协议",
    "证明",
    "许可",
    "企业类型",
    "条款内容",
    "其中",
];

/// What may follow the phrases without a meaning of its own.
const TAILS: [&str; 20] = [
    "之一",
    "等内容",
    "等相关内容",
    "等相关业务",
    "等相关",
    "相关内容",
    "相关业务",
    "相关",
    "等类似字样",
    "类似字样",
    "等信息",
    "等",
    "服务范围",
    "项目",
    "内容",
    "业务",
    "等相关信息",
    "字样",
    "特许",
    "的",
];

/// A coverage in brackets, whose clauses stand beside each other. None, if nothing is covered.
pub(super) fn in_bracket(words: Piece<'_>, roles: &mut Roles) -> Option<Found> {
    let clauses = clauses(words);
    if !clauses.iter().any(|clause| verb(clause).is_some()) {
        return None;
    }
    let groups: Vec<Covers> = clauses.iter().filter_map(|clause| group(clause, roles)).collect();
    (!groups.is_empty()).then_some(Found { groups })
}

/// A coverage that follows a paper without brackets: “，且含…”, “经营范围包含：…”. How long it is
/// follows from where the clause ends.
pub(super) fn after_paper<'a>(piece: Piece<'a>, roles: &mut Roles) -> Option<(Found, Piece<'a>)> {
    let lead = piece.trim();
    let lead = lead.after_any(&["，", "、"]).map_or(lead, |(_, rest)| rest.trim());
    let lead = lead.after_any(&["且", "但", "并"]).map_or(lead, |(_, rest)| rest.trim());
    let (before, after) = lead.cut(verb(lead)?.0);
    let is_statement =
        before.is_empty() || STATEMENTS.iter().any(|statement| before.trim().before(statement).is_some());
    if !is_statement || before.len() > 12 {
        return None;
    }
    let end = end_of_clause(after);
    let end = joint(after.cut(end).0).unwrap_or(end);
    let many = piece.len().saturating_sub(after.len().saturating_sub(end));
    let (taken, rest) = piece.cut(many);
    let groups: Vec<Covers> =
        clauses(before_and(lead, taken)).iter().filter_map(|clause| group(clause, roles)).collect();
    roles.claim(taken, Role::Coverage);
    (!groups.is_empty()).then_some((Found { groups }, rest))
}

/// Where a coverage without brackets ends: with the sentence, or before the next paper.
fn end_of_clause(after: Piece<'_>) -> usize {
    let places = super::letters::outside(after);
    let is_end = |at: &&usize| after.get(**at).is_some_and(|letter| matches!(letter.c, '；' | '。' | '\n'));
    let sentence = places.iter().find(is_end).copied().unwrap_or(after.len());
    let mut quoted = false;
    let open = after.cut(sentence).0.iter().position(|letter| {
        quoted ^= letter.c == '"';
        !quoted && matches!(letter.c, '《' | '（')
    });
    let Some(open) = open else { return sentence };
    if after.get(open).is_some_and(|letter| letter.c == '（') {
        return open;
    }
    let joins = ["、", "或", "及", "与", "和", "以及"];
    places.into_iter().filter(|at| *at < open).rfind(|&at| after.cut(at).1.after_any(&joins).is_some()).unwrap_or(open)
}

/// The part of `lead` that lies in `taken`; both end in the same text.
fn before_and<'a>(lead: Piece<'a>, taken: Piece<'a>) -> Piece<'a> {
    let last = taken.last().map_or(0, |letter| letter.at);
    lead.cut(lead.iter().position(|letter| letter.at > last).unwrap_or(lead.len())).0
}

/// Where a quotation is followed by a word that joins the next paper.
fn joint(piece: Piece<'_>) -> Option<usize> {
    super::letters::outside(piece).into_iter().find(|&at| {
        let (before, after) = piece.cut(at);
        let quoted = before.trim().last().is_some_and(|last| last.c == '"');
        quoted && {
            let joined = after.after_any(&["或者", "或", "以及", "及", "与", "和", "、"]);
            joined.is_some_and(|(_, next)| !matches!(next.trim().first(), Some(letter) if letter.c == '"'))
        }
    })
}

/// The clauses between ； and ，.
fn clauses<'a>(words: Piece<'a>) -> Vec<Piece<'a>> {
    let mut cuts = vec![0];
    for at in super::letters::outside(words) {
        if words.get(at).is_some_and(|letter| matches!(letter.c, '，' | '；')) {
            cuts.push(at);
        }
    }
    let ends = cuts.iter().copied().skip(1).chain([words.len()]);
    let pieces = cuts.iter().copied().zip(ends);
    let clean = |piece: Piece<'a>| piece.after_any(&["，", "；"]).map_or(piece, |(_, rest)| rest).trim();
    pieces.filter_map(|(start, end)| words.get(start..end)).map(clean).filter(|piece| !piece.is_empty()).collect()
}

/// The first verb of covering: where it begins and where it ends.
fn verb(clause: Piece<'_>) -> Option<(usize, usize)> {
    super::letters::outside(clause).into_iter().find_map(|at| {
        let (taken, _) = clause.cut(at).1.after_any(&VERBS)?;
        Some((at, at.saturating_add(taken.len())))
    })
}

/// What a paper may state beside what it covers: its phrases say so.
const NAMED: [&str; 7] = ["机构类型", "算法类型", "公司名称", "名称", "性质", "类型", "主体"];

/// What one clause asks to be covered.
fn group(clause: Piece<'_>, roles: &mut Roles) -> Option<Covers> {
    let clause = clause.after("且").unwrap_or(clause);
    if clause.after_any(&["如：", "如"]).is_some() {
        return None;
    }
    let (statement, verb, right) = match verb(clause) {
        Some((start, end)) if is_statement(clause.cut(start).0) => {
            let (statement, rest) = clause.cut(start);
            (statement.trim(), rest.cut(end.saturating_sub(start)).0, clause.cut(end).1.trim())
        }
        _ => (clause.cut(0).0, clause.cut(0).0, clause),
    };
    let right = right.after("：").unwrap_or(right).trim();
    let named = NAMED.iter().find(|named| statement.after(named).is_some_and(<[_]>::is_empty));
    let states = |phrase: Box<str>| match named {
        Some(named) if verb.has_any(&["含", "包括"]) => format!("{named}含‘{phrase}’").into(),
        Some(named) => format!("{named}为‘{phrase}’").into(),
        None => phrase,
    };
    if let Some((phrases, any)) = quoted(right) {
        return Some(Covers { any: any && phrases.len() > 1, phrases: phrases.into_iter().map(states).collect() });
    }
    let phrase = without_tail(right.trim_end_marks());
    if phrase.is_empty() {
        return None;
    }
    roles.claim(clause, Role::Coverage);
    // What an agreement or a proof has to contain is a list of things, all of them; a scope of
    // business in such words is one, or alternatives.
    let is_scope = statement.has_any(&["范围", "项目", "种类"]) || named.is_some();
    let phrases = if is_scope { split(phrase, "或") } else { split(phrase, "、") };
    let any = is_scope && phrases.len() > 1;
    let phrases = phrases.into_iter().map(|phrase| states(said(phrase))).filter(|phrase| !phrase.is_empty());
    Some(Covers { any, phrases: phrases.collect() })
}

/// A phrase without “等相关内容” at its end.
fn without_tail<'a>(phrase: Piece<'a>) -> Piece<'a> {
    let longest = TAILS.iter().filter(|tail| tail.starts_with('等')).filter_map(|tail| phrase.before(tail));
    longest.min_by_key(|phrase| phrase.len()).unwrap_or(phrase).trim()
}

fn is_statement(before: Piece<'_>) -> bool {
    let before = before.trim();
    let before = before.before("均").unwrap_or(before).trim();
    before.is_empty() || before.len() <= 14
}

/// Phrases in quotation marks, where there is nothing else but what joins them.
fn quoted(right: Piece<'_>) -> Option<(Vec<Box<str>>, bool)> {
    let mut phrases = Vec::new();
    let mut any = right.has_any(&["之一"]);
    let mut is_name = false;
    let mut rest = right;
    loop {
        rest = rest.trim();
        let Some(first) = rest.first() else { break };
        if first.c == '"' || first.c == '【' {
            let close = if first.c == '【' { '】' } else { '"' };
            let inside = rest.cut(1).1;
            let end = inside.iter().position(|letter| letter.c == close).unwrap_or(inside.len());
            let (phrase, after) = inside.cut(end);
            for (at, part) in split(phrase, "或").into_iter().enumerate() {
                any |= at > 0;
                let part = part.trim();
                let part = part.after("含").filter(|rest| rest.len() > 2).unwrap_or(part);
                if !part.is_empty() {
                    let said = said(part);
                    phrases.push(if is_name { format!("名称含‘{said}’").into() } else { said });
                }
            }
            rest = after.cut(1).1;
        } else if let Some((word, after)) = rest.after_any(&["或者", "或", "、", "，", "和", "及", "与", "/"]) {
            any |= matches!(word.first(), Some(letter) if matches!(letter.c, '或' | '/'));
            // “或名称含”: another statement about the same paper.
            rest = after.after_any(&["范围含"]).map_or(after, |(_, rest)| rest);
            is_name = rest.after_any(&["名称含", "名称包含"]).is_some();
            rest = rest.after_any(&["名称含", "名称包含"]).map_or(rest, |(_, rest)| rest);
        } else if let Some((_, after)) = rest.after_any(&TAILS) {
            rest = after;
        } else {
            return None;
        }
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
        rest = after.cut(word.chars().count()).1;
    }
    pieces.push(rest.trim());
    pieces
}

/// The words of a phrase, without white space at its ends and with quotation marks as they are
/// written inside of others.
fn said(phrase: Piece<'_>) -> Box<str> {
    let mut opened = false;
    let text: String = phrase
        .trim()
        .iter()
        .map(|letter| match letter.c {
            '"' => {
                opened = !opened;
                if opened { '‘' } else { '’' }
            }
            other => other,
        })
        .collect();
    text.into()
}
