//! Catalogs and categories that lack one thing.

use leimu::catalog::{Brought, Catalog, Category, Requirement};

use super::nodes;
use crate::check::Part;
use crate::source::Source;

/// What can be deleted at the head of a catalog. Of the repairs only those that change what the
/// source says are looked for in it; a stray tab is not. The warning and the links of a page whose
/// copy has cut them off are nowhere to be looked for.
pub(super) fn of_head(catalog: &Catalog, source: &Source) -> Vec<(String, Catalog)> {
    // Of the categories only the paths matter here; the rest is most of the bytes.
    let categories = if catalog.capabilities.is_empty() { Vec::new() } else { light(catalog) };
    let head = Catalog { categories, ..bare(catalog) };
    let mut changed = Vec::new();
    for at in 0..head.opening.len() {
        let mut less = head.clone();
        let rule = less.opening.remove(at);
        changed.push((format!("opening rule “{}”", rule.words), less));
    }
    for at in 0..head.notes.len() {
        let mut less = head.clone();
        let note = less.notes.remove(at);
        changed.push((format!("note “{}”", note.words), less));
    }
    let has_links = source.warning.is_some();
    for at in 0..if has_links { head.links.len() } else { 0 } {
        let mut less = head.clone();
        let link = less.links.remove(at);
        changed.push((format!("link {}", link.address), less));
    }
    for repair in &source.repairs {
        let mut less = head.clone();
        less.repairs.retain(|one| one.line != repair.line);
        changed.push((format!("repair of line {}", repair.line), less));
    }
    for (at, one) in head.capabilities.iter().enumerate() {
        let mut less = head.clone();
        less.capabilities.remove(at);
        changed.push((format!("capability {} of line {}", one.method, one.line), less));
        for (path, start) in one.categories.iter().enumerate() {
            let mut less = head.clone();
            less.capabilities[at].categories.remove(path);
            changed.push((format!("capability {} of {start}", one.method), less));
        }
        for (subject, answer) in one.subjects.iter().enumerate() {
            let mut less = head.clone();
            less.capabilities[at].subjects.remove(subject);
            changed.push((format!("subject {answer} of capability {}", one.method), less));
        }
    }
    for (at, group) in head.forbidden.iter().enumerate() {
        for (trade, name) in group.trades.iter().enumerate() {
            let mut less = head.clone();
            less.forbidden[at].trades.remove(trade);
            changed.push((format!("forbidden trade {name}"), less));
        }
    }
    if has_links {
        let mut less = head;
        less.warning.words = "".into();
        changed.push(("warning".into(), less));
    }
    changed
}

/// A catalog for each repair that it could lose and that its rows ask for.
pub(super) fn of_repairs(catalog: &Catalog, source: &Source) -> Vec<(String, u32, Catalog)> {
    let of_rows = |line: u32| !source.repairs.iter().any(|one| one.line == line);
    let repairs = catalog.repairs.iter().enumerate().filter(|(_, one)| of_rows(one.line));
    repairs
        .map(|(at, one)| {
            let mut less = Catalog { categories: light(catalog), ..bare(catalog) };
            less.repairs.remove(at);
            (format!("repair of line {}", one.line), one.line, less)
        })
        .collect()
}

/// A catalog without its categories.
fn bare(catalog: &Catalog) -> Catalog {
    let Catalog { id, platform, title, short, publisher, page, date, date_known, date_note, copy, file, .. } = catalog;
    Catalog {
        id: id.clone(),
        platform: platform.clone(),
        title: title.clone(),
        short: short.clone(),
        publisher: publisher.clone(),
        page: page.clone(),
        date: date.clone(),
        date_known: *date_known,
        date_note: date_note.clone(),
        copy: copy.clone(),
        file: file.clone(),
        warning: catalog.warning.clone(),
        opening: catalog.opening.clone(),
        notes: catalog.notes.clone(),
        links: catalog.links.clone(),
        forbidden: catalog.forbidden.clone(),
        capabilities: catalog.capabilities.clone(),
        repairs: catalog.repairs.clone(),
        brought: Brought::default(),
        categories: Vec::new(),
    }
}

/// The categories with nothing but their paths and lines.
fn light(catalog: &Catalog) -> Vec<Category> {
    let light = |category: &Category| Category {
        also: Vec::new(),
        path: category.path.clone(),
        line: category.line,
        scope: None,
        scene: None,
        words: None,
        requirement: Requirement::of(leimu::catalog::Kind::Unlisted),
        access: Vec::new(),
        supplements: Vec::new(),
        restrictions: Vec::new(),
        reviews: Vec::new(),
        notes: Vec::new(),
        links: Vec::new(),
        doubt: None,
    };
    catalog.categories.iter().map(light).collect()
}

/// What can be deleted in one category.
pub(super) fn of_category(category: &Category) -> Vec<(String, Category, Part)> {
    let nodes = nodes::of(&category.requirement).into_iter();
    let nodes =
        nodes.map(|(what, requirement)| (what, Category { requirement, ..category.clone() }, Part::Requirement));
    let mut changed = Vec::new();
    if category.scope.is_some() {
        changed.push(("scope".into(), Category { scope: None, ..category.clone() }));
    }
    if category.scene.is_some() {
        changed.push(("scene".into(), Category { scene: None, ..category.clone() }));
    }
    for (at, restriction) in category.restrictions.iter().enumerate().filter(|(_, one)| one.activity.is_some()) {
        let mut less = category.clone();
        less.restrictions[at].activity = None;
        changed.push((format!("activity of “{}”", restriction.words), less));
    }
    for (at, supplement) in category.supplements.iter().enumerate() {
        let mut less = category.clone();
        less.supplements[at].instead = !supplement.instead;
        changed.push((format!("supplement {} for the other reason", supplement.name), less));
        if supplement.path.is_some() {
            let mut less = category.clone();
            less.supplements[at].path = None;
            changed.push((format!("path of supplement {}", supplement.name), less));
        }
    }
    for (at, review) in category.reviews.iter().enumerate() {
        let mut less = category.clone();
        less.reviews[at].days += 1;
        changed.push((format!("review of {} days as one more", review.days), less));
    }
    each(category, "access", |category| &mut category.access, &mut changed);
    each(category, "supplement", |category| &mut category.supplements, &mut changed);
    each(category, "restriction", |category| &mut category.restrictions, &mut changed);
    each(category, "review", |category| &mut category.reviews, &mut changed);
    each(category, "note", |category| &mut category.notes, &mut changed);
    each(category, "link", |category| &mut category.links, &mut changed);
    nodes.chain(changed.into_iter().map(|(what, changed)| (what, changed, Part::Whole))).collect()
}

/// The category without each entry of one of its lists.
fn each<T>(
    category: &Category,
    what: &str,
    list: fn(&mut Category) -> &mut Vec<T>,
    changed: &mut Vec<(String, Category)>,
) {
    let entries = list(&mut category.clone()).len();
    for at in 0..entries {
        let mut less = category.clone();
        list(&mut less).remove(at);
        changed.push((format!("{what} {}", at + 1), less));
    }
}
