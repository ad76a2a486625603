//! What stands beside the papers in a table: other categories that are needed, what is not allowed,
//! how long reviews take, and remarks. The catalog tells it in words of its own.

use leimu::catalog::{ActivityId, Category};

use super::retold::Told;
use super::{Place, references};
use crate::report::Notebook;
use crate::source::Section;

/// Words that make a sentence more than a scope.
const LIMITS: [&str; 12] =
    ["仅", "不支持", "不得", "不可", "不含", "不包", "不涉及", "不适用", "不用作", "不直接", "暂", "禁止"];

/// What the catalog tells of a scope, or once more in other words: nothing of the row asks for just
/// this, and it must not be lost.
const DEMANDED: [(u32, &str); 10] = [
    (168, "国外雇主指国外的企业或者机构"),
    (208, "小说、动漫、学术期刊不在内"),
    (214, "不支持申请其他类目"),
    (349, "面向海南博鳌乐城国际医疗旅游先行区内的医疗机构主体"),
    (350, "面向海南博鳌乐城国际医疗旅游先行区内的医疗机构主体"),
    (392, "面向新加坡、日本主体"),
    (403, "境外主体：缴水费、电费、电视费、煤气等生活费用"),
    (435, "面向香港律所公司主体"),
    (436, "面向香港律所公司主体"),
    (444, "境外主体：销售境外使用的电话卡"),
];

/// How a line starts that is a scope.
const SCOPES: [&str; 3] = ["适用于", "用于", "提供"];

/// Checks what stands beside the papers of a row.
pub(super) fn check(place: Place<'_>, section: &Section, category: &Category, notebook: &mut Notebook) {
    let line = section.line;
    let (mut said, scope) = sentences(section);
    said.retain(|sentence| !references::is_own(sentence, place.path));
    references::check(place, line, &said, category, notebook);
    reviews(line, &said, category, notebook);
    activities(line, category, notebook);
    let zh = |activity: &ActivityId| {
        place.registry.activity(activity.as_str()).map(|one| one.zh.to_string()).unwrap_or_default()
    };
    let restrictions: Vec<_> = category.restrictions.iter().filter(|one| one.line == line).collect();
    let mut own: Vec<&str> = restrictions.iter().map(|one| &*one.words).collect();
    own.extend(category.reviews.iter().filter(|one| one.line == line).map(|one| &*one.words));
    own.extend(category.notes.iter().filter(|one| one.line == line).map(|one| &*one.words));
    let (mut by_all, mut by_own) = (Told::default(), Told::default());
    for words in &own {
        by_all.add(words);
        by_own.add(words);
    }
    for one in category.supplements.iter().filter(|one| one.line == line) {
        by_all.add(&one.name);
        by_all.add(&zh(&one.activity));
    }
    restrictions.iter().filter_map(|one| one.activity.as_ref()).for_each(|activity| by_all.add(&zh(activity)));
    for sentence in &said {
        notebook.counts().notes += 1;
        missing(&by_all, sentence, line, notebook);
        for part in limits(sentence).filter(|part| !["如", "若"].iter().any(|case| part.starts_with(case))) {
            missing(&by_own, part, line, notebook);
        }
    }
    // What limits a paper is a restriction, whatever else it is.
    let mut by_restrictions = Told::default();
    restrictions.iter().for_each(|one| by_restrictions.add(&one.words));
    let cell: String = section.papers.iter().flatten().map(|glyph| glyph.c).collect();
    for part in cell.split(['(', ')', '（', '）', '\n']).filter(|part| part.contains("仅支持")) {
        missing(&by_restrictions, part, line, notebook);
    }
    if let Some(scope) = &category.scope {
        by_own.add(scope);
    }
    section.paths.iter().flatten().for_each(|name| by_own.add(name));
    for part in &scope {
        missing(&by_own, part, line, notebook);
    }
    for (_, words) in DEMANDED.iter().filter(|(at, _)| *at == line) {
        if !own.iter().any(|one| one.contains(words)) {
            notebook.fault(line, format!("nothing says “{words}”"));
        }
    }
    let mut source = Told::default();
    source.add(match section.entity.as_deref() {
        Some("personal") => "个人主体",
        Some("overseas") => "境外主体",
        _ => "",
    });
    section.notes.iter().for_each(|one| source.add(&one.words));
    section.papers.iter().for_each(|cell| source.add(&cell.iter().map(|glyph| glyph.c).collect::<String>()));
    for words in own {
        for more in source.missing(words) {
            notebook.fault(line, format!("the source does not say “{more}”: “{words}”"));
        }
    }
}

fn missing(told: &Told, sentence: &str, line: u32, notebook: &mut Notebook) {
    for words in told.missing(sentence) {
        notebook.fault(line, format!("not told: “{words}” of “{sentence}”"));
    }
}

/// The parts of a sentence that limit something.
fn limits(sentence: &str) -> impl Iterator<Item = &str> {
    let parts = sentence.trim_start_matches("注：").split(['，', '。', '；']);
    parts.map(str::trim).filter(|part| LIMITS.iter().any(|limit| part.contains(limit)))
}

/// The sentences beside the papers of a row, and the parts of its scope that limit it.
fn sentences(section: &Section) -> (Vec<String>, Vec<String>) {
    let mut sentences = Vec::new();
    let mut scope = Vec::new();
    let mut is_noted = false;
    for (at, line) in section.notes.iter().enumerate() {
        let words = bare(&line.words);
        is_noted |= line.words.starts_with('注');
        let is_note = is_noted || (at > 0 && !SCOPES.iter().any(|start| words.starts_with(start)));
        for sentence in words.split_inclusive(['。', '；']) {
            if is_note {
                sentences.push(bare(sentence).to_owned());
            } else {
                let parts = sentence.split(['，', '。', '；', '（', '）']);
                scope.extend(parts.filter(|part| LIMITS.iter().any(|limit| part.contains(limit))).map(str::to_owned));
            }
        }
    }
    (sentences, scope)
}

/// A line without its number.
fn bare(words: &str) -> &str {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = rest.len() < words.len();
    rest.strip_prefix(['、', '.', '）']).filter(|_| is_numbered).unwrap_or(words).trim()
}

/// Every time that a review is said to take is a review of the catalog, and no other is.
fn reviews(line: u32, said: &[String], category: &Category, notebook: &mut Notebook) {
    let times = |words: &str| {
        let number = |rest: &str| {
            let digits: String = rest.chars().rev().take_while(char::is_ascii_digit).collect();
            digits.chars().rev().collect::<String>().parse::<u32>().ok()
        };
        ["天", "个工作日"].iter().filter_map(|unit| number(words.split_once(unit)?.0)).collect::<Vec<_>>()
    };
    let mut wanted: Vec<u32> =
        said.iter().filter(|words| words.contains("审核")).flat_map(|words| times(words)).collect();
    for review in category.reviews.iter().filter(|one| one.line == line) {
        match wanted.iter().position(|days| *days == review.days) {
            Some(at) => drop(wanted.remove(at)),
            None => notebook.fault(line, format!("nothing says that a review takes {} days", review.days)),
        }
    }
    for days in wanted {
        notebook.fault(line, format!("no review takes {days} days"));
    }
}

/// What a restriction speaks of, and the activity that it means.
const ACTIVITIES: [(&str, &str); 23] = [
    ("跨境预约挂号", "cross-border-medical"),
    ("跨境医疗", "cross-border-medical"),
    ("在线问诊", "online-consultation"),
    ("临床试验", "clinical-trials"),
    ("处方药", "prescription-drugs"),
    ("按摩", "door-to-door-massage"),
    ("私募产品公开募集", "private-fund-public-offering"),
    ("顺风车、网约车", "ride-hailing"),
    ("其他网约车", "other-ride-hailing"),
    ("房产在线交易", "property-trading"),
    ("医疗美容", "medical-aesthetics"),
    ("推拿", "massage-bath"),
    ("社交婚恋", "matchmaking"),
    ("充值", "overseas-top-up"),
    ("线上点餐", "ordering-or-takeaway"),
    ("购买虚拟商品", "ios-virtual-goods"),
    ("用户原创内容", "ugc-sharing"),
    ("整车销售", "whole-car-sales"),
    ("药品类商品", "medicine-sales"),
    ("药品暂不支持", "medicine-sales"),
    ("跨境销售不支持", "cross-border-sales"),
    ("酒类暂不支持", "alcohol-sales"),
    ("医疗器械", "medical-device-sales"),
];

/// A restriction is for everybody, unless it speaks of an activity; one that belongs elsewhere is
/// already a supplement.
fn activities(line: u32, category: &Category, notebook: &mut Notebook) {
    for one in category.restrictions.iter().filter(|one| one.line == line) {
        let spoken = ACTIVITIES.iter().find(|(words, _)| one.words.contains(words)).map(|(_, activity)| *activity);
        let sent = |activity: &&str| {
            category.supplements.iter().any(|one| one.line == line && one.activity.as_str() == *activity)
        };
        let is_about = !SPOKEN_OF_OTHERS.iter().any(|words| one.words.contains(words));
        let wanted = spoken.filter(|activity| is_about && !sent(activity));
        if one.activity.as_ref().map(ActivityId::as_str) != wanted {
            notebook.fault(line, format!("the activity of “{}” is {}", one.words, wanted.unwrap_or("none")));
        }
    }
}

/// Restrictions that name an activity of somebody else.
const SPOKEN_OF_OTHERS: [&str; 2] = ["平台自己不直接参与", "计生用品"];
