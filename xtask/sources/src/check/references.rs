//! Other categories that a sentence sends to: “需补充【甲-乙】类目”, “需选择对应的丙类目”.

use leimu::catalog::{Category, CategoryPath, Supplement};

use super::Place;
use super::retold::Told;
use crate::normal;
use crate::report::Notebook;

/// The words that send somewhere, and whether that is in place of the category.
const SENDS: [(&str, bool); 6] =
    [("需要补充", false), ("需补充", false), ("需已通过", false), ("需选择", true), ("建议选", true), ("可选择", true)];

/// Words around a name that are no part of it.
const AROUND: [&str; 10] = ["等", "对应的", "对应", "相应", "相关", "的", "类目", "【", "】", "\""];

/// What the sentences call a category, or several, and where this catalog has it. One whose name is
/// that of a category of the same first level needs no entry.
const MEANT: [(&str, &[&[&str]]); 20] = [
    ("私立医疗机构", &[&["医疗服务", "三级私立医疗机构"], &["医疗服务", "其他私立医疗机构"]]),
    ("医疗机构", &[&["医疗服务"]]),
    ("医疗服务", &[&["医疗服务"]]),
    ("医疗", &[&["医疗服务"]]),
    ("医疗器械", &[&["医疗服务", "医疗器械自营"]]),
    ("药品", &[&["医疗服务", "药品(非处方药)销售"]]),
    ("食品", &[&["商家自营", "食品饮料"], &["跨境电商", "食品"]]),
    ("成人用品", &[&["商家自营", "成人用品(医疗器械类)"], &["商家自营", "成人情趣用品"]]),
    ("商家自营", &[&["商家自营"]]),
    ("电商平台", &[&["电商平台", "电商平台"], &["跨境电商", "电商平台"]]),
    ("时政信息", &[&["时政信息", "时政信息"]]),
    ("打车(网约车)", &[&["交通服务", "网约车"]]),
    ("交通服务", &[&["交通服务", "骑车"]]),
    ("餐饮服务场所(餐饮服务管理企业)", &[&["餐饮服务", "餐饮服务场所/餐饮服务管理企业"]]),
    ("网上竞价平台(非文物", &[&["电商平台", "网上竞价平台(非文物)"]]),
    ("拍卖", &[&["商业服务", "拍卖公司(非文物)"], &["商业服务", "文物拍卖公司"]]),
    ("本地服务", &[&["本地服务", "药品"], &["本地服务", "酒"]]),
    ("电话卡销售", CARDS),
    ("电话卡", CARDS),
    (
        "电信业务代理商",
        &[
            &["it科技", "电信业务代理商(中国联通)"],
            &["it科技", "电信业务代理商(中国电信)"],
            &["it科技", "电信业务代理商(中国移动)"],
            &["it科技", "电信业务代理商(中国广电)"],
        ],
    ),
];

const CARDS: &[&[&str]] = &[
    &["商家自营", "电话卡销售(中国联通)"],
    &["商家自营", "电话卡销售(中国电信)"],
    &["商家自营", "电话卡销售(中国移动)"],
    &["商家自营", "电话卡销售(中国广电)"],
];

/// One reference of a sentence.
struct Reference<'a> {
    sentence: &'a str,
    /// The name without its first level.
    name: String,
    path: Option<Vec<String>>,
    instead: bool,
}

/// Whether a sentence sends to nothing but the category itself.
pub(super) fn is_own(sentence: &str, path: &[String]) -> bool {
    let own = normal::words(&path.join("-"));
    let names: Vec<&str> = sentence.split('【').skip(1).filter_map(|rest| Some(rest.split_once('】')?.0)).collect();
    !names.is_empty() && names.iter().all(|name| normal::words(name) == own)
}

/// Compares the supplements of a row with the sentences beside its papers.
pub(super) fn check(place: Place<'_>, line: u32, sentences: &[String], category: &Category, notebook: &mut Notebook) {
    let mut left: Vec<&Supplement> = category.supplements.iter().filter(|one| one.line == line).collect();
    for sentence in sentences {
        for reference in references(place, sentence) {
            notebook.counts().links += 1;
            match left.iter().position(|one| is_meant(place, one, &reference)) {
                Some(at) => drop(left.remove(at)),
                None => {
                    let path = reference.path.unwrap_or_default().join("/");
                    notebook.fault(line, format!("no supplement sends to {} {path}: “{sentence}”", reference.name));
                }
            }
        }
    }
    for one in left {
        notebook.fault(line, format!("no sentence sends to {}", one.name));
    }
}

fn is_meant(place: Place<'_>, one: &Supplement, reference: &Reference<'_>) -> bool {
    let path = |path: &CategoryPath| path.0.iter().map(|name| normal::words(name)).collect::<Vec<_>>();
    // The activity is what the sentence is about: its words begin like this.
    let mut about = Told::default();
    about.add(reference.sentence);
    let activity = place.registry.activity(one.activity.as_str());
    core(&normal::words(&one.name)) == reference.name
        && one.path.as_ref().map(path) == reference.path
        && one.instead == reference.instead
        && activity.is_some_and(|activity| about.shares(&activity.zh))
}

/// The references of a sentence.
fn references<'a>(place: Place<'_>, sentence: &'a str) -> Vec<Reference<'a>> {
    let words = normal::words(sentence);
    let sends = SENDS.iter().filter_map(|(send, instead)| Some((words.find(send)?, *send, *instead)));
    let Some((at, send, instead)) = sends.min_by_key(|(at, ..)| *at) else { return Vec::new() };
    let rest = &words[at + send.len()..];
    let Some((names, _)) = rest.rsplit_once("类目").or_else(|| send.ends_with("已通过").then_some((rest, "")))
    else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut first = String::new();
    let names = names.trim_start_matches('：').replace("】或【", "\n").replace("类目;", "\n");
    for name in names.split(['\n', '或', '、']) {
        let mut name = name;
        if let Some((level, rest)) = name.split_once('-') {
            first = core(level);
            name = rest;
        }
        let name = core(name);
        for path in paths(place, &first, &name) {
            found.push(Reference { sentence, name: name.clone(), path, instead });
        }
    }
    found
}

/// A name without the words around it, and without its first level.
fn core(name: &str) -> String {
    let mut name = name.rsplit_once('-').map_or(name, |(_, name)| name).to_owned();
    for around in AROUND {
        name = name.replace(around, "");
    }
    name
}

/// Where the catalog has what a reference means.
fn paths(place: Place<'_>, first: &str, name: &str) -> Vec<Option<Vec<String>>> {
    let own: Vec<String> = place.path.iter().map(|name| normal::words(name)).collect();
    let mut found: Vec<Vec<String>> = Vec::new();
    if let Some((_, meant)) = MEANT.iter().find(|(said, _)| *said == name) {
        let all = meant.iter().map(|path| path.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        found.extend(all);
        let of_level = |path: &Vec<String>| path.first().is_some_and(|level| level.starts_with(first));
        let own_level = |path: &Vec<String>| path.first() == own.first();
        if !first.is_empty() && found.iter().any(of_level) {
            found.retain(of_level);
        } else if found.iter().any(own_level) {
            found.retain(own_level);
        } else if let Some(level) = found.first().and_then(|path| path.first()).cloned() {
            found.retain(|path| path.first() == Some(&level));
        }
    } else {
        for category in &place.catalog.categories {
            let path: Vec<String> = category.path.0.iter().take(2).map(|name| normal::words(name)).collect();
            let is_level = first.is_empty() || path.first().is_some_and(|level| level.starts_with(first));
            if path.last().is_some_and(|last| last == name) && is_level && !found.contains(&path) {
                found.push(path);
            }
        }
    }
    if name.is_empty() {
        return vec![None];
    }
    // Cards of one's own carrier, or of the others.
    let carrier = own.last().and_then(|name| name.split_once('(')).map(|(_, carrier)| carrier.to_owned());
    let is_card = |path: &Vec<String>| path.last().is_some_and(|last| last.starts_with("电话卡"));
    if let Some(carrier) = carrier.filter(|_| found.iter().any(is_card)) {
        let is_seller = is_card(&own);
        found.retain(|path| path.last().is_some_and(|last| last.ends_with(&carrier)) != is_seller);
    }
    found.retain(|path| *path != own);
    found.into_iter().map(Some).collect()
}
