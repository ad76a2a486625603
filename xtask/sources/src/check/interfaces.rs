//! Which categories open which interfaces, and what a platform allows altogether: the page on it
//! against the catalogs.

use leimu::catalog::{AnswerId, Capability, Catalog, Category, CategoryPath, Effect, Registry, SUBJECT};

use crate::normal;
use crate::report::Notebook;
use crate::source::Source;
use crate::source::interfaces::{FILE, Named, Opened};

/// First levels that the page calls by a shorter name.
const LEVELS: [(&str, &str); 5] =
    [("教育", "教育服务"), ("医疗", "医疗服务"), ("金融", "金融业"), ("汽车", "汽车服务"), ("旅游", "旅游服务")];

/// Subjects to whom the interfaces of 微信 are not open.
const CLOSED: [&str; 2] = ["personal", "overseas"];

/// What the page says of a platform, and how a note of the catalog tells it.
const LIMITS: [(&str, &str, &str); 6] = [
    ("wechat", "up to 20 categories", "一个小程序最多 20 个类目"),
    ("wechat", "a monthly number of changes", "每月可修改的次数有限"),
    ("wechat", "exactly one main category (主营类目)", "恰好一个是主营类目"),
    ("wechat", "which may change 5 times a year", "一年可以改 5 次"),
    (
        "wechat",
        "WeChat's own 小程序直播 component takes no new activations",
        "微信自己的“小程序直播”组件不再接受新的开通",
    ),
    ("baidu", "up to 5 categories", "一个小程序最多 5 个类目"),
];

/// Compares the interfaces of a catalog, the rules for whole accounts and the limits.
pub(super) fn check(catalog: &Catalog, source: &Source, registry: &Registry, notebook: &mut Notebook) {
    let platform = catalog.platform.as_str();
    let opened: Vec<&Opened> = source.interfaces.opened.iter().filter(|one| one.platform == platform).collect();
    let subjects: Vec<&str> = match platform {
        "wechat" => {
            registry.fact(SUBJECT).into_iter().flat_map(|fact| &fact.answers).map(|one| one.id.as_str()).collect()
        }
        _ => Vec::new(),
    };
    let subjects: Vec<&str> = subjects.into_iter().filter(|one| !CLOSED.contains(one)).collect();
    for one in &opened {
        let mut wanted = wanted(one, &opened, catalog, notebook);
        for capability in catalog.capabilities.iter().filter(|capability| is_of(capability, one)) {
            if !capability.subjects.iter().map(AnswerId::as_str).eq(subjects.iter().copied()) {
                notebook.fault(one.line, format!("`{}`: the subjects are not those of the page", one.method));
            }
            for path in &capability.categories {
                match wanted.iter().position(|(wanted, _)| wanted == path) {
                    Some(at) if wanted[at].1 == capability.doubt.is_some() => drop(wanted.remove(at)),
                    _ => notebook.fault(one.line, format!("the page does not say that {path} opens `{}`", one.method)),
                }
            }
        }
        for (path, _) in wanted {
            notebook.fault(one.line, format!("{path} opens `{}`", one.method));
        }
        notebook.counts().notes += 1;
    }
    for capability in catalog.capabilities.iter().filter(|one| !opened.iter().any(|opened| is_of(one, opened))) {
        notebook.fault(capability.line, format!("the page says nothing of `{}` in this line", capability.method));
    }
    accounts(catalog, &opened, registry, notebook);
    limits(catalog, source, notebook);
}

/// Checks that a category has the interfaces that the catalog opens to it, each once.
pub(super) fn of_category(catalog: &Catalog, category: &Category, notebook: &mut Notebook) {
    let opens = |one: &&Capability| one.categories.iter().any(|start| category.path.0.starts_with(&start.0));
    let mut left: Vec<_> = category.access.iter().filter(|one| one.file.as_deref() == Some(FILE)).collect();
    for one in catalog.capabilities.iter().filter(opens) {
        match left.iter().position(|access| access.method == one.method && access.line == one.line) {
            Some(at) => drop(left.remove(at)),
            None => notebook.fault(one.line, format!("the category opens `{}`", one.method)),
        }
    }
    for access in left {
        notebook.fault(access.line, format!("the category does not open `{}`", access.method));
    }
}

fn is_of(capability: &Capability, opened: &Opened) -> bool {
    capability.file.as_deref() == Some(FILE)
        && capability.line == opened.line
        && capability.method.as_str() == opened.method
}

/// The paths that a line of the page means, and whether it leaves open which.
fn wanted(one: &Opened, all: &[&Opened], catalog: &Catalog, notebook: &mut Notebook) -> Vec<(CategoryPath, bool)> {
    let mut wanted = Vec::new();
    for named in &one.names {
        let level = LEVELS.iter().find(|(said, _)| *said == named.first).map_or(&*named.first, |(_, level)| level);
        let level = if catalog.platform.as_str() == "wechat" { level } else { &named.first };
        // “(6)”: as many as another line of the page names.
        let same = |other: &&Named| other.first == named.first && Some(other.names.len()) == named.count;
        let names = match all.iter().flat_map(|one| &one.names).find(same) {
            Some(other) => &other.names,
            None => &named.names,
        };
        if names.is_empty() {
            wanted.push((CategoryPath::of(&[level]), named.count.is_some()));
        }
        for name in names {
            let found = called(catalog, level, name);
            if found.is_empty() && catalog.platform.as_str() == "wechat" {
                notebook.fault(one.line, format!("the catalog has no {level}-{name}"));
            }
            wanted.extend(found.into_iter().map(|path| (path, false)));
        }
    }
    wanted
}

/// The categories of a level that have this name: one, those that it joins by `/`, or those that
/// it begins the names of.
fn called(catalog: &Catalog, level: &str, name: &str) -> Vec<CategoryPath> {
    let at = |fits: &dyn Fn(&str) -> bool| {
        let mut found: Vec<CategoryPath> = Vec::new();
        for category in &catalog.categories {
            if let [first, second, ..] = &category.path.0[..]
                && &**first == level
                && fits(second)
            {
                let path = CategoryPath::of(&[first, second]);
                if !found.contains(&path) {
                    found.push(path);
                }
            }
        }
        found
    };
    let whole = at(&|second| normal::same(second, name));
    if !whole.is_empty() {
        return whole;
    }
    let joined: Vec<CategoryPath> = name.split('/').flat_map(|name| at(&|second| normal::same(second, name))).collect();
    if joined.is_empty() { at(&|second| second.starts_with(&format!("{name}（"))) } else { joined }
}

/// A government account opens some of them without a category.
fn accounts(catalog: &Catalog, opened: &[&Opened], registry: &Registry, notebook: &mut Notebook) {
    let mut rules: Vec<_> = catalog.opening.iter().filter(|rule| rule.file.as_deref() == Some(FILE)).collect();
    for one in opened.iter().filter(|one| one.by_government) {
        let name = registry
            .access_method(one.method)
            .map(|method| method.zh.split('（').next().unwrap_or_default().to_owned());
        let says = rules.iter().position(|rule| {
            rule.line == one.line
                && rule.subjects.iter().map(AnswerId::as_str).eq(["government"])
                && matches!(&rule.effect, Effect::Access(method) if method.as_str() == one.method)
                && name.as_ref().is_some_and(|name| {
                    normal::same(&rule.words, &format!("政府主体账号不需要类目就可以使用 {name}。"))
                })
        });
        match says {
            Some(at) => drop(rules.remove(at)),
            None => notebook.fault(one.line, format!("no opening rule gives `{}` to government accounts", one.method)),
        }
    }
    for rule in rules {
        notebook.fault(rule.line, format!("the page has no such rule: “{}”", rule.words));
    }
}

/// What a platform allows altogether.
fn limits(catalog: &Catalog, source: &Source, notebook: &mut Notebook) {
    let platform = catalog.platform.as_str();
    for line in &source.interfaces.limits {
        let mut rest = line.words.clone();
        for (_, said, _) in LIMITS {
            rest = rest.replace(said, "");
        }
        let rest = rest.replace("WeChat:", "").replace("Baidu:", "");
        if rest.chars().any(char::is_alphanumeric) {
            notebook.fault(line.line, format!("left over on the page: “{}”", rest.trim()));
        }
    }
    let whole: String = source.interfaces.limits.iter().map(|line| line.words.as_str()).collect();
    for (_, said, told) in LIMITS.iter().filter(|(of, ..)| *of == platform) {
        notebook.counts().notes += 1;
        if !whole.contains(said) || !catalog.notes.iter().any(|note| note.words.contains(told)) {
            notebook.fault(1, format!("no note of the catalog says “{told}”, for “{said}”"));
        }
    }
}

/// Whether a note of the head tells a limit.
pub(super) fn is_limit(catalog: &Catalog, words: &str) -> bool {
    let mut rest = words.replace("（见 capabilities.md）", "");
    for (_, _, told) in LIMITS.iter().filter(|(of, ..)| *of == catalog.platform.as_str()) {
        rest = rest.replace(told, "");
    }
    !rest.replace("其中", "").chars().any(char::is_alphanumeric)
}
